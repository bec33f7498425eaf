"""Who owes what as JSON, with the keys of docs/interface.md."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planmonitor.assessment.owing import Due, OwedFigure, OwedReport, Owing
from planmonitor.assessment.workdays import Calendar

from planmonitor_exchange.machine.status import owed_json
from planmonitor_exchange.speaking.owing import figure_in_full, office_called
from planmonitor_exchange.speaking.speaker import Speaker


def owing_json(one: Owing, calendar: Calendar, place: str, say: Speaker) -> dict[str, Any]:
    """Return what one office owes.

    Args:
        one: The office with what it owes.
        calendar: The days on which offices work.
        place: What the place as a whole is called.
        say: The language of what is displayed.
    """
    return {
        "unit": one.office.ids[0] if one.office.ids else None,
        "name": office_called(one.office, place, say),
        "ids": list(one.office.ids),
        "place": one.place or None,
        **_due_json(one.due),
        "reports": [_report_json(item, calendar) for item in one.reports],
        "figures": [_figure_json(item, say) for item in one.figures],
    }


def _due_json(due: Due) -> dict[str, Any]:
    return {"by": due.by, "days_left": due.days_left, "overdue": due.overdue, "arisen": due.arisen}


def _report_json(item: OwedReport, calendar: Calendar) -> dict[str, Any]:
    duty = item.report.duty
    return {**owed_json(item.plan.id, item.report, calendar), **_due_json(item.due), "recipient": duty.recipient, "via": duty.via}


def _figure_json(item: OwedFigure, say: Speaker) -> dict[str, Any]:
    about, label = item.about, item.label
    return {
        "display": figure_in_full(item, say),
        "label_vi": label.vi,
        "label_en": label.en,
        "measures": [plan.measure_id(measure) for plan, measure in item.uses],
        "definition": about.population or about.measure.definition.key,
        "unit": about.part.unit or None,
        "period": about.period.id,
        "start": about.period.start,
        "end": about.period.end,
        "why": about.why,
        "lacking": [part.vi for part in about.lacking],
        "days": [days.id for days in about.gaps],
        "other_days": item.apart,
        "last_day": item.due.last_day,
        **_due_json(item.due),
        "duties": list(dict.fromkeys(report.duty.id for report in item.waits)),
    }


def todo_records(one: dict[str, Any], say: Speaker) -> Iterator[dict[str, Any]]:
    """Yield every report and figure that an office owes, of its JSON, as a record of its own."""
    who = {"unit": one["unit"], "unit_name": one["name"]}
    for item in one["reports"]:
        title = item["title_vi" if say.vi else "title_en"]
        about = {"thing": "report", "of": f"{item['plan']}/{item['duty']}", "display": title, "why": item["state"], "lacking": [], "days": []}
        yield {**item, **who, **about}
    for item in one["figures"]:
        yield {**item, **who, "thing": "figure", "of": item["measures"], "recipient": None}
