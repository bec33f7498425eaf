"""The reports owed, on the screen."""

from __future__ import annotations

from typing import Any

from planmonitor.assessment.results import Occurrence
from planmonitor.assessment.workdays import Calendar
from planmonitor_exchange.machine.rows import Row
from planmonitor_exchange.machine.status import last_working_day, owed_json
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

HEADERS = (N_("Last day"), N_("Report"), N_("Unit"), N_("Period"), N_("State"), N_("Figures in"), N_("Rule as printed"), N_("Plan"))


def _reporters(item: Occurrence, say: Speaker) -> str:
    if item.last_day is not None or not item.duty.reporters:
        return say(N_("the place"))
    return say(N_("{count} units"), count=say.counted(len(item.duty.reporters)))


def about_last_day(item: Occurrence, say: Speaker, calendar: Calendar) -> list[str]:
    """Return what is to be said of the last day of a report (docs/domain.md, rule 16).

    Where it is a day off, the last working day before it, and where that is read; where it hangs on days off not announced yet, that they are not.
    """
    day, working = item.last_day, last_working_day(item.last_day, calendar)
    if day is None or working is None:
        return []
    said = [say(N_("a day off; last working day {working}"), working=working)] if working != day else []
    if (source := calendar.source_of(day)) is not None:
        said.append(say.value(source))
    if calendar.is_expected(day.year) and (working != day or item.duty.working_days is not None):
        said.append(say(N_("expected, the days off of {year} are not announced"), year=str(day.year)))
    return said


def report_record(plan: str, item: Occurrence, say: Speaker, calendar: Calendar) -> dict[str, Any]:
    """Return a report owed as the JSON has it, with what screens say of its state and of its last day."""
    said = {"state_text": say.duty_state(item), "about_last_day": "; ".join(about_last_day(item, say, calendar))}
    return {**owed_json(plan, item, calendar), **said}


def _last_day(item: Occurrence, say: Speaker, calendar: Calendar) -> str:
    if item.last_day is None:
        return "…"
    said = about_last_day(item, say, calendar)
    return f"{say.day(item.last_day)} ({'; '.join(said)})" if said else say.day(item.last_day)


def deadline_row(plan: str, item: Occurrence, say: Speaker, calendar: Calendar) -> Row:
    """Return the line of one report of the plan of that name."""
    return (
        _last_day(item, say, calendar),
        say.value(item.duty.called),
        item.unit_name or _reporters(item, say),
        say.period(item.period) if item.period else "…",
        say.duty_state(item),
        f"{item.received}/{item.expected}" if item.expected else "",
        item.duty.rule,
        plan,
    )
