"""Judging a whole plan on a date: the entrance of the assessment."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from attrs import evolve, field, frozen

from planmonitor.assessment.calendar import Calendar
from planmonitor.assessment.combine import Part
from planmonitor.assessment.deadlines import Received, completeness, occurrences
from planmonitor.assessment.figures import TOTAL, Figure
from planmonitor.assessment.indicators import indicator_status
from planmonitor.assessment.measures import assess
from planmonitor.assessment.records import Acceptance, MemberUnit
from planmonitor.assessment.results import (
    STATUSES,
    Completeness,
    JudgedIndicator,
    JudgedMeasure,
    Occurrence,
)
from planmonitor.assessment.rollup import Evidence, judged_year
from planmonitor.model.plans import Measure, Plan


@frozen
class Known:
    """What is known at one moment: the input of an assessment.

    Attributes:
        figures: Recorded figures of the place, the latest revision of each.
        units: Registered members of groups.
        acceptances: Approved explanations of shortfalls.
        received: When each figure first came in.
        calendar: The days off and make-up working days the place has named.
    """

    figures: tuple[Figure, ...] = ()
    units: tuple[MemberUnit, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    received: Received = field(factory=dict)
    calendar: Calendar = field(factory=Calendar)


@frozen(slots=False)
class JudgedPlan:
    """A plan judged on a day: what checks look at.

    Attributes:
        plan: The plan, with what the place settled.
        as_of: The day.
        indicators: Its target lines, orientations and tasks, judged.
        deadlines: Its reports, with their state.
        figures: All recorded figures of its definitions, breakdowns included.
        members: Registered members of its groups.
    """

    plan: Plan
    as_of: date
    indicators: tuple[JudgedIndicator, ...]
    deadlines: tuple[Occurrence, ...]
    figures: tuple[Figure, ...] = field(default=(), repr=False)
    members: tuple[MemberUnit, ...] = ()

    @cached_property
    def measures(self) -> tuple[JudgedMeasure, ...]:
        """All measures, in the order of the document."""
        return tuple(measure for indicator in self.indicators for measure in indicator.measures)

    @cached_property
    def completeness(self) -> Completeness:
        """How many reports were due, came, and came in time."""
        return completeness(self.deadlines, self.as_of)

    def with_definition(self, key: str) -> tuple[JudgedMeasure, ...]:
        """Return the measures that count this definition."""
        return tuple(measure for measure in self.measures if measure.measure.definition.key == key)

    def unit_name(self, unit_id: str) -> str:
        """Return the name of a unit of the plan or of a registered member; the id itself where nobody has it."""
        unit = self.plan.unit(unit_id)
        member = next((member.name for member in self.members if member.id == unit_id), unit_id)
        return unit.name if unit else member

    def counts(self, scopes: Collection[str] = ("target",)) -> dict[str, int]:
        """Return how many measures of these scopes have each status, zeros included."""
        found = [measure.status for measure in self.measures if measure.measure.scope in scopes]
        return {status: found.count(status) for status in STATUSES}

    def indicator_counts(self, scopes: Collection[str] = ("target",)) -> dict[str, int]:
        """Return how many target lines have each status, zeros included; orientations and tasks are counted apart."""
        found = [item.status for item in self.indicators if item.indicator.measures[0].scope in scopes]
        return {status: found.count(status) for status in STATUSES}


def expected_parts(plan: Plan, measure: Measure, units: Iterable[MemberUnit], day: date) -> tuple[Part, ...]:
    """Return the parts a measure's figure is made of on a day.

    Args:
        plan: The plan.
        measure: The measure.
        units: Registered members of groups.
        day: Members count that are valid on this day.

    Returns:
        One part for every score that a total is made of. Else one part for every unit that supplies a part; for a group that
        has registered members one for each of them; a part without a unit id for what nobody owns. A measure with one supplier
        or none has a single part, the whole place.
    """
    if measure.definition.sums:
        return tuple(_score_part(plan, key) for key in measure.definition.sums)
    parts: list[Part] = []
    for owner in measure.owners:
        unit = plan.unit(owner.unit) if owner.unit is not None else None
        if unit is None:
            parts.append(Part(None, owner.part.vi if owner.part else measure.label.vi))
            continue
        members = [member for member in units if member.belongs_to(plan.id, unit.id) and member.valid_on(day)] if unit.members else []
        if members:
            parts += [Part(member.id, member.name, unit.id) for member in members]
        else:
            parts.append(Part(unit.id, f"{unit.name} ({owner.part.vi})" if owner.part else unit.name))
    if not parts or (len(parts) == 1 and parts[0].unit is not None and not parts[0].group):
        return (Part("", parts[0].name if parts else ""),)
    return tuple(parts)


def judge_plan(plan: Plan, known: Known, as_of: date) -> JudgedPlan:
    """Judge every measure and every duty of a plan on a day.

    Args:
        plan: The plan, with what the place settled.
        known: What is known; figures of other definitions and places are left aside by the caller.
        as_of: The day. Figures of periods that have not begun by it are not judged.

    Returns:
        The judged plan; what checks find in it stands beside it (`CheckedPlan`).
    """
    by_definition: dict[str, list[Figure]] = {}
    for figure in known.figures:
        by_definition.setdefault(figure.definition, []).append(figure)
    indicators = []
    for indicator in plan.indicators:
        measures = tuple(
            _assess_measure(plan, measure, indicator.code, _figures_of(plan, measure, by_definition), known, as_of) for measure in indicator.measures
        )
        indicators.append(JudgedIndicator(indicator, indicator_status([measure.status for measure in measures]), measures))
    wanted = {measure.definition.key for measure in plan.measures}
    return JudgedPlan(
        plan=plan,
        as_of=as_of,
        indicators=tuple(indicators),
        deadlines=occurrences(plan, lambda measure, day: expected_parts(plan, measure, known.units, day), known.received, as_of, known.calendar),
        figures=tuple(figure for figure in known.figures if figure.definition in wanted),
        members=known.units,
    )


def _score(plan: Plan, key: str) -> Measure:
    """Return the measure of a plan that counts a score a total is made of."""
    return next(measure for measure in plan.measures if measure.definition.key == key)


def _score_part(plan: Plan, key: str) -> Part:
    """Return a score as a part of its total; one whose maximum is open is named by that, for its points tell nothing yet."""
    score = _score(plan, key)
    wanting = "điểm tối đa của " if score.definition.maximum is None and not score.definition.unread else ""
    return Part(key, f"{wanting}{score.code}. {score.label.vi}")


def _figures_of(plan: Plan, measure: Measure, by_definition: Mapping[str, Sequence[Figure]]) -> Sequence[Figure]:
    """Return the figures a measure is judged from; those of a total are the points of its scores, each as one part."""
    if not measure.definition.sums:
        return by_definition.get(measure.definition.key, ())
    return [
        evolve(figure, unit=key)
        for key in measure.definition.sums
        if _score(plan, key).definition.maximum is not None
        for figure in by_definition.get(key, ())
        if figure.unit == ""
    ]


def _assess_measure(
    plan: Plan,
    measure: Measure,
    indicator: str,
    figures: Sequence[Figure],
    known: Known,
    as_of: date,
) -> JudgedMeasure:
    totals = tuple(figure for figure in figures if figure.breakdown == TOTAL)
    evidence = Evidence(plan, measure, indicator, measure.target_on(as_of), as_of, (), totals)
    year = judged_year(evidence)
    # A school that has closed since is expected in the years in which it existed.
    day = as_of if year is None else min(as_of, evidence.year(year).end)
    judged = assess(evolve(evidence, parts=expected_parts(plan, measure, known.units, day)))
    accepted = [item for item in known.acceptances if item.measure == judged.id and as_of <= item.until]
    if accepted and judged.status in {"not_met", "behind"}:
        judged = evolve(judged, accepted=accepted[-1])
    return judged
