"""What is judged in another way once something is settled: measures, reports and findings before and after."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from planmonitor.assessment.checking import CheckedPlan, FoundBy
from planmonitor.assessment.results import JudgedMeasure, Occurrence
from planmonitor.model.duties import Duty


@frozen
class MeasureChange:
    """A measure that is judged in another way, or whose figures others owe."""

    before: JudgedMeasure
    """As it was."""
    after: JudgedMeasure
    """As it becomes."""


@frozen
class ReportChange:
    """The reports of one duty that change: their last day, their state, or the figures they owe."""

    duty: Duty
    """The duty, as it becomes."""
    before: tuple[Occurrence, ...]
    """Those that are so no more."""
    after: tuple[Occurrence, ...]
    """Those that take their place."""


@frozen
class Changes:
    """All that is judged in another way."""

    measures: tuple[MeasureChange, ...] = ()
    """Measures, in the order of the document."""
    reports: tuple[ReportChange, ...] = ()
    """Reports, by duty."""
    gone: tuple[FoundBy, ...] = ()
    """What the checks find no more."""
    come: tuple[FoundBy, ...] = ()
    """What they find anew."""


def changes_between(before: CheckedPlan, after: CheckedPlan) -> Changes:
    """Return what differs between a plan judged before and after its place settled something, on the same day from the same figures."""
    pairs = zip(before.judged.measures, after.judged.measures, strict=True)
    measures = tuple(MeasureChange(*pair) for pair in pairs if _told(pair[0]) != _told(pair[1]))
    reports = []
    for duty in after.judged.plan.duties:
        was, becomes = ([item for item in plan.judged.deadlines if item.duty.id == duty.id] for plan in (before, after))
        old, new = ([_facts(item) for item in items] for items in (was, becomes))
        gone = tuple(item for item in was if _facts(item) not in new)
        come = tuple(item for item in becomes if _facts(item) not in old)
        if gone or come:
            reports.append(ReportChange(duty, gone, come))
    return Changes(measures, tuple(reports), *found_anew(before.findings, after.findings))


def found_anew(before: Sequence[FoundBy], after: Sequence[FoundBy]) -> tuple[tuple[FoundBy, ...], tuple[FoundBy, ...]]:
    """Return what checks find no more, and what they find anew."""
    was, becomes = ([(item.check.id, item.finding) for item in found] for found in (before, after))
    gone = tuple(item for item in before if (item.check.id, item.finding) not in becomes)
    return gone, tuple(item for item in after if (item.check.id, item.finding) not in was)


def _told(judged: JudgedMeasure) -> tuple[object, ...]:
    """Return all that is told of a measure."""
    return judged.status, judged.interim, judged.reason, judged.next_step, judged.measure.owners


def _facts(item: Occurrence) -> tuple[object, ...]:
    """Return all that is told of a report."""
    return item.unit, item.period, item.last_day, item.state, item.late_days, item.expected, item.received
