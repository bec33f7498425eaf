"""The reports owed, on the screen."""

from __future__ import annotations

from datetime import date

from planmonitor.assessment.results import Occurrence
from planmonitor.assessment.workdays import Calendar
from planmonitor_exchange.machine.rows import Row
from planmonitor_exchange.machine.status import last_working_day
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

HEADERS = (N_("Last day"), N_("State"), N_("Report"), N_("Unit"), N_("Period"), N_("Figures in"), N_("Rule as printed"), N_("Plan"))
WIDTHS = (24, 24, 26, 26, None, None, 30, None)


def _reporters(item: Occurrence, say: Speaker) -> str:
    if item.last_day is not None or not item.duty.reporters:
        return say(N_("the place"))
    return say(N_("{count} units"), count=say.counted(len(item.duty.reporters)))


def _last_day(day: date, say: Speaker, calendar: Calendar) -> str:
    """Return the last day in time, and where it is a day off the last working day before it (docs/domain.md, rule 16)."""
    working = last_working_day(day, calendar)
    if working in {None, day}:
        return say.day(day)
    return say(N_("{day} (a day off; last working day {working})"), day=day, working=working)


def deadline_row(plan: str, item: Occurrence, say: Speaker, calendar: Calendar, *, whole: bool) -> Row:
    """Return the line of one report; the rule cut short where it is not asked for whole."""
    rule = item.duty.rule if whole or len(item.duty.rule) < 60 else f"{item.duty.rule[:58]}…"
    return (
        _last_day(item.last_day, say, calendar) if item.last_day else "…",
        say.duty_state(item),
        say.value(item.duty.called),
        item.unit_name or _reporters(item, say),
        say.period(item.period) if item.period else "…",
        f"{item.received}/{item.expected}" if item.last_day else "",
        rule,
        plan,
    )
