"""A walk through the days of a place: what must not change from one day to the next while nobody records anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from attrs import field, frozen
from planmonitor.assessment.checking import CheckedPlan, FoundBy
from planmonitor.assessment.owing import Owing
from planmonitor.assessment.results import JudgedMeasure

RANK = {"not_met": 0, "no_data": 1, "incomplete": 1, "behind": 2, "in_progress": 3, "on_track": 3, "met": 5}
"""The statuses from the worst to the best; those that are no verdict (no case, followed without a bar, no year of assessment) have no rank."""
SO_FAR = 4
"""The rank of what is met on an estimate, on a figure that stops early, or in a window that is open."""

Urgent = tuple[Any, ...]
"""What an urgent thing is about."""


@frozen
class Seen:
    """What was seen of a place on one day."""

    day: date
    verdicts: dict[str, JudgedMeasure]
    """The judged measures by id."""
    reports: dict[tuple[Any, ...], str]
    """The state of every report with a period: plan, duty, unit, period."""
    urgent: dict[Urgent, frozenset[str]]
    """Everything urgent, with the measures it is about."""
    owing: tuple[Owing, ...] = field(repr=False)
    """Who owes what."""


def seen(day: date, plans: Sequence[CheckedPlan], between: Iterable[FoundBy], owing: tuple[Owing, ...]) -> Seen:
    """Return what is seen of judged plans on a day."""
    verdicts = {item.id: item for plan in plans for item in plan.judged.measures}
    items = [(plan.judged.plan.id, item) for plan in plans for item in plan.judged.deadlines if item.period is not None]
    reports = {(plan, item.duty.id, item.unit, item.period): item.state for plan, item in items}
    urgent: dict[Urgent, frozenset[str]] = {}
    for plan, item in items:
        if item.state in {"overdue", "arisen"}:
            urgent[item.state, plan, item.duty.id, item.unit, item.period] = frozenset(f"{plan}/{case.measure.code}" for case in item.cases)
    for found in (*(one for plan in plans for one in plan.findings), *between):
        if found.severity == "error" and found.finding.state == "found" and not found.check.id.endswith(("/report-overdue", "/case-unreported")):
            urgent["error", found.plan, found.check.id, found.number] = frozenset(found.finding.measures)
    return Seen(day, verdicts, reports, urgent, owing)


def rank(judged: JudgedMeasure) -> int | None:
    """Return how good a verdict is; None for what is none."""
    soft = judged.interim or judged.stops_early or judged.estimated
    return SO_FAR if judged.status == "met" and soft else RANK.get(judged.status)


def improved(before: Seen, after: Seen) -> list[str]:
    """Return the measures whose verdict is better on the later day: to be empty where nobody recorded anything in between."""
    return [
        f"{after.day}: {name}: {was.status} -> {now.status}"
        for name, now in after.verdicts.items()
        if (was := before.verdicts.get(name)) is not None and _is_better(rank(was), rank(now))
    ]


def _is_better(was: int | None, now: int | None) -> bool:
    if now is None:
        return False
    return now >= SO_FAR if was is None else now > was


def late_by_typing(before: Seen, after: Seen) -> list[str]:
    """Return the reports that a figure typed on a day has made late, overdue or sent: letters alone do. A new case is owed a report of its own."""
    by_letter = {"late", "overdue", "on_time"}
    changed = ((about, before.reports.get(about), state) for about, state in after.reports.items() if state != "arisen")
    return [f"{after.day}: {about}: {was} -> {now}" for about, was, now in changed if was != now and by_letter & {was, now} and was != "arisen"]


def vanished(before: Seen, after: Seen) -> list[str]:
    """Return what was urgent and is not the day after, in no other urgent form: to be empty where nobody recorded anything in between.

    Another form is an error about the same measures, or that one of them is not met.
    """
    return [
        f"{after.day}: {about}"
        for about, measures in before.urgent.items()
        if about not in after.urgent and not any(_takes_over(about, measures, other, of) for other, of in after.urgent.items())
    ]


def _takes_over(about: Urgent, measures: frozenset[str], other: Urgent, of: frozenset[str]) -> bool:
    return bool(measures & of) or (about[0] == other[0] == "error" and about[1:3] == other[1:3] and not measures)


def not_owed(one: Seen) -> list[str]:
    """Return the reports that are overdue, or owed on cases, and that nobody is told to owe."""
    owed = {(item.plan.id, item.report.duty.id, item.report.unit, item.report.period) for unit in one.owing for item in unit.reports}
    return [f"{one.day}: {about}" for about in one.urgent if about[0] in {"overdue", "arisen"} and about[1:] not in owed]
