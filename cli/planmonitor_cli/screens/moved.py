"""What setting the last day of a report changes, on the screen, before it is written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planmonitor.model.duties import day_and_year
from planmonitor.model.set_days import SetDay
from planmonitor.numbers import written_day_of_year
from planmonitor.workspace.dating import DayOutlook, MovedReport
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.layout import wrapped
from planmonitor_cli.screens.attention import plan_name

SHOWN = 12
"""Reports that are named; of more only the number is told."""


def moved_lines(outlook: DayOutlook, say: Speaker) -> Iterator[str]:
    """Yield the lines: reports that would be late or overdue by the letter first, then the report, its day, and what changes."""
    warned = [*_warnings(outlook, say)]
    yield from (wrapped(say(N_("Note: {warning}"), warning=warning)) for warning in warned[:SHOWN])
    if len(warned) > SHOWN:
        yield say(N_("... and {count} more."), count=len(warned) - SHOWN)
    yield wrapped(
        say(N_("{plan}: {report} (“{rule}”)"), plan=plan_name(outlook.plan, say), report=outlook.duty.called, rule=outlook.duty.rule), "", "  "
    )
    yield wrapped(say(N_("Last day: {day}, by {letter}"), day=day_of(outlook.day, say), letter=letter_of(outlook.day, say)), "  ", "    ")
    if outlook.already is not None:
        yield wrapped(say(N_("Just this day was set before, by {letter}."), letter=letter_of(outlook.already, say)))
        return
    yield say(N_("What changes:")) if outlook.moved else say(N_("No report changes its last day or state."))
    lines = [_moved(item, say) for item in outlook.moved]
    yield from (wrapped(line, "- ", "  ") for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield say(N_("... and {count} more."), count=len(lines) - SHOWN)


def day_of(day: SetDay, say: Speaker) -> str:
    """Return a last day in words: of one period its date, of every year the day and of which year it is."""
    if isinstance(day.last_day, date):
        return say.day(day.last_day)
    number, year = day_and_year(day.last_day)
    template = N_("every year by {day} of the year after, from {since} on") if year == "year_after" else N_("every year by {day}, from {since} on")
    return say(template, day=written_day_of_year(number), since=day.since or "…")


def letter_of(day: SetDay, say: Speaker) -> str:
    """Return number and date of the letter that sets a day, as far as they are known."""
    if not day.document:
        return say(N_("no document named"))
    return say(N_("{number} of {day}"), number=day.document, day=day.dated) if day.dated is not None else day.document


def _warnings(outlook: DayOutlook, say: Speaker) -> Iterator[str]:
    for item in outlook.moved:
        after = item.after
        if after is None:
            continue
        values = {
            "unit": after.unit_name or say(N_("the place")),
            "period": after.period,
            "days": "…" if after.late_days is None else after.late_days,
        }
        if item.turns_late:
            yield say(N_("{unit}, {period}: sent in time so far; by this letter {days} days late."), **values)
        elif item.turns_overdue:
            yield say(N_("{unit}, {period}: by this letter {days} days past the last day."), **values)
        if outlook.day.period is not None and after.last_day is not None and after.period is not None and after.last_day < after.period.end:
            early = N_("{unit}: {day} lies before {period} ends ({end}); figures sent by then are estimates.")
            yield say(early, unit=values["unit"], day=after.last_day, period=after.period, end=after.period.end)


def _moved(item: MovedReport, say: Speaker) -> str:
    shown = item.after or item.before
    assert shown is not None
    name = say(N_("{name}, {period}"), name=shown.unit_name or say(N_("the place")), period=shown.period)
    was, becomes = ((say.day(one.last_day) if one.last_day else say(N_("no date set"))) if one else "" for one in (item.before, item.after))
    if item.after is None:
        return say(N_("{name}: no more owed by {was}."), name=name, was=was)
    working = item.after.last_working_day
    last = "" if working in {None, item.after.last_day} else say(N_("; a day off; last working day {working}"), working=working)
    state = say.duty_state(item.after)
    if item.before is None:
        return say(N_("{name}: due by {becomes}{last} ({state})."), name=name, becomes=becomes, last=last, state=state)
    if was == becomes:
        return say(N_("{name}: {becomes}, as before, from now on by this letter ({state})."), name=name, becomes=becomes, state=state)
    return say(N_("{name}: {was} becomes {becomes}{last} ({state})."), name=name, was=was, becomes=becomes, last=last, state=state)
