"""The reports that fall due next, and what the documents leave open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from planmonitor.assessment.checking import CheckedPlan
from planmonitor.assessment.needed import needed_now
from planmonitor.assessment.results import Occurrence
from planmonitor.assessment.workdays import Calendar
from planmonitor_exchange.speaking.last_days import about_day_off
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.layout import wrapped
from planmonitor_cli.screens.attention import plan_name
from planmonitor_cli.screens.questions import waiting_line

SOON, FAR = timedelta(days=30), timedelta(days=60)
"""All reports due within the first are told; where there is none, those of the next day within the second."""

Coming = tuple[date, CheckedPlan, Occurrence]


def ahead_lines(plans: Sequence[CheckedPlan], calendar: Calendar, say: Speaker) -> list[str]:
    """Return the reports that fall due next, by day, and how many open questions the place has not answered."""
    coming = _coming(plans)
    lines = ["", say(N_("NEXT REPORTS"))]
    for day, due in groupby(coming, key=lambda entry: entry[0]):
        lines += _of_day(day, list(due), calendar, say)
    if not coming:
        lines.append(say(N_("- none due within {days} days"), days=FAR.days))
    # A year that is looked at is over, or half over: what the place has to answer stands in the view of today.
    return lines if any(plan.judged.year is not None for plan in plans) else [*lines, *_questions(plans, say)]


def _questions(checked: Sequence[CheckedPlan], say: Speaker) -> list[str]:
    """Return how many open questions have to be answered now, and how many can wait."""
    plans = [item.judged.plan for item in checked]
    needed = [{item.question.id for item in needed_now(plan)} for plan in checked]
    others = sum(item.id not in {*plan.answers, *now} for plan, now in zip(plans, needed, strict=True) for item in plan.questions)
    waiting = sum(map(len, needed))
    return ["", waiting_line(waiting, others, say)] if waiting or others else []


def _coming(plans: Sequence[CheckedPlan]) -> list[Coming]:
    """Return the reports to be told, by day: those due soon, else those of the next day that is not far."""
    found = [
        (item.last_day, plan, item)
        for plan in plans
        for item in plan.judged.deadlines
        if item.last_day is not None and item.state == "not_due" and item.last_day <= plan.judged.as_of + FAR
    ]
    found.sort(key=lambda entry: (entry[0], entry[1].judged.plan.id, entry[2].unit or ""))
    soon = [entry for entry in found if entry[0] <= entry[1].judged.as_of + SOON]
    return soon or [entry for entry in found if entry[0] == found[0][0]]


def _of_day(day: date, due: Sequence[Coming], calendar: Calendar, say: Speaker) -> Iterator[str]:
    """Yield the line of a day, and below it one for each report that is due by it."""
    _day, plan, first = due[0]
    days = (day - plan.judged.as_of).days
    when = say({0: N_("today is the last day"), 1: N_("tomorrow is the last day")}.get(days, N_("in {days} days")), days=days)
    yield wrapped(say(N_("{day} ({when}):"), day=day, when="; ".join((when, *about_day_off(first, say, calendar)))), "- ", "  ")
    for _day, plan, item in due:
        known = N_("{unit}: {report}, {period}, {received}/{expected} figures in ({plan})")
        report = say(
            known if item.expected else N_("{unit}: {report}, {period} ({plan})"),
            unit=item.unit_name or say(N_("the place")),
            report=item.duty.called,
            period=item.period,
            received=str(item.received),
            expected=str(item.expected),
            plan=plan_name(plan.judged.plan, say),
        )
        yield wrapped(report, "    ", "      ")
