"""The reports owed, on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from planmonitor.assessment.results import Occurrence
from planmonitor.assessment.workdays import Calendar
from planmonitor_exchange.machine.rows import Row
from planmonitor_exchange.machine.status import owed_json
from planmonitor_exchange.speaking.last_days import about_last_day
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.layout import wrapped
from planmonitor_cli.output import table

HEADERS = (N_("Last day"), N_("Report"), N_("Unit"), N_("Period"), N_("State"), N_("Figures in"), N_("Rule as printed"), N_("Plan"))


def _reporters(item: Occurrence, say: Speaker) -> str:
    if item.last_day is not None or not item.duty.reporters:
        return say(N_("the place"))
    return say(N_("{count} units"), count=len(item.duty.reporters))


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


def deadlines_screen(rows: Sequence[Row], found: Sequence[tuple[str, Occurrence]], later: int, say: Speaker) -> Iterator[str]:
    """Yield the lines of a list of reports: those shown, how many of later years there are, and how one is noted as sent.

    Args:
        rows: The reports shown, by row.
        found: All that were found, each with the id of its plan.
        later: How many of them are not shown, for they fall due later.
        say: The language.
    """
    yield table(tuple(map(say, HEADERS)), rows, named=2) if rows else say(N_("No report is owed in these days."))
    if later:
        last = max(item.last_day for _plan, item in found if item.last_day is not None)
        yield ""
        yield say(N_("Reports of later years: {count}. See them: monitor deadlines --to {day}"), count=str(later), day=last.isoformat())
    for _plan, item in found:
        if item.corrections:
            yield ""
            yield from correction_lines(item, say)
    owed = next(((plan, item) for plan, item in found if item.period is not None and item.state in {"not_due", "overdue", "arisen"}), None)
    if owed is not None:
        yield ""
        yield say(N_("Once a report is sent, note its letter:"))
        yield submit_line(*owed, say)


def correction_lines(item: Occurrence, say: Speaker) -> Iterator[str]:
    """Yield what the next report of a duty has to list: what has changed since the letters before told it, in sentences for the report."""
    if item.corrections:
        named = item.unit_name or say(N_("the place"))
        listed = N_("Figures changed since they were reported, to be listed in the next report: {report} ({unit})")
        yield wrapped(say(listed, report=item.duty.called, unit=named))
        for one in item.corrections:
            yield wrapped(say.value(one.said), "- ", "  ")
            if one.told.sentence:
                yield wrapped(say(N_("The sentence reported: “{sentence}”"), sentence=one.told.sentence), "  ", "  ")
        for received in dict.fromkeys(one.received_by for one in item.corrections if one.received_by is not None):
            yield wrapped(say.value(received))


def submit_line(plan: str, item: Occurrence, say: Speaker) -> str:
    """Return the command that notes a report as sent, with words where number and date of its letter are to be typed."""
    unit = f" --unit {item.unit}" if item.unit and item.duty.reporters != (item.unit,) else ""
    period = item.period.id if item.period is not None else ""
    letter = say(N_("--number NUMBER --dated DATE"))
    return f"    monitor reports submit {plan}/{item.duty.id} --period {period}{unit} {letter}"
