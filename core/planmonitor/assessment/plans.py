"""Judging a whole plan on a date: the entrance of the assessment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from attrs import evolve, field, frozen

from planmonitor.assessment.breakdowns import with_totals
from planmonitor.assessment.corrected import Correction
from planmonitor.assessment.corrections import corrections, with_corrections
from planmonitor.assessment.deadlines import occurrences
from planmonitor.assessment.doubts import doubts
from planmonitor.assessment.drift import estimated_totals, with_drift
from planmonitor.assessment.known import Known
from planmonitor.assessment.records import Figure, MemberUnit
from planmonitor.assessment.required import held_to_parts
from planmonitor.assessment.results import STATUSES, Completeness, JudgedIndicator, JudgedMeasure, Occurrence
from planmonitor.assessment.rollup import Evidence, expected_parts, figures_of, implied_by, judged_year, roll_up
from planmonitor.assessment.rules import judge_measure
from planmonitor.assessment.values import Value
from planmonitor.messages import N_, Message
from planmonitor.model.periods import Period
from planmonitor.model.plans import Indicator, Measure, Plan

SHORT = ("not_met", "behind")
"""The statuses that an explanation is accepted of."""
FIRST_PRESENT = ("not_met", "behind", "in_progress", "on_track", "not_assessed", "trend_only", "no_case", "met")
"""Which status of its measures a target line takes, where none of them lacks figures."""


@frozen(slots=False)
class JudgedPlan:
    """A plan judged on a day: what checks look at."""

    plan: Plan
    """The plan, with what the place settled."""
    as_of: date
    """The day."""
    indicators: tuple[JudgedIndicator, ...]
    """Its target lines, orientations and tasks, judged."""
    deadlines: tuple[Occurrence, ...]
    """Its reports, with their state."""
    figures: tuple[Figure, ...] = field(default=(), repr=False)
    """All recorded figures of its definitions, breakdowns included, and of the base populations they are divided by."""
    members: tuple[MemberUnit, ...] = ()
    """Registered members of its groups."""
    corrections: tuple[Correction, ...] = ()
    """What has changed since reports sent told it, and no later one."""
    year: int | None = None
    """The reporting year that it is judged on alone; None for all that has begun."""
    since: date | None = None
    """The day of the first entry; None while there is none."""
    closed: frozenset[int] = frozenset()
    """The reporting years that were closed."""

    @cached_property
    def measures(self) -> tuple[JudgedMeasure, ...]:
        """All measures, in the order of the document."""
        return tuple(measure for indicator in self.indicators for measure in indicator.measures)

    @property
    def begun(self) -> bool:
        """Whether the plan's first reporting year has begun by the day."""
        return self.plan.window.year(self.plan.start.year).start <= self.as_of

    @cached_property
    def completeness(self) -> Completeness:
        """How many dated reports were due, were sent, and were sent in time; never above 100 %. Those from before the first entry are not counted."""
        own = (item for item in self.deadlines if item.unit is None or item.unit in item.duty.reporters)  # a member's letter is one of its group's
        states = [item.state for item in own if item.last_day is not None and item.state in {"on_time", "late", "overdue"}]
        return Completeness(len(states), received=states.count("on_time") + states.count("late"), on_time=states.count("on_time"))

    def has_aged(self, period: Period) -> bool:
        """Return whether a figure of a period is an old one, for a whole reporting year has ended since that of the period."""
        return self.plan.window.year_on(self.as_of) - 1 > period.year

    def with_definition(self, key: str) -> tuple[JudgedMeasure, ...]:
        """Return the measures that count this definition."""
        return tuple(measure for measure in self.measures if measure.measure.definition.key == key)

    def value_in(self, judged: JudgedMeasure, year: int) -> Value | None:
        """Return what was counted for a measure in a reporting year, from what is recorded now; None without figures of that year."""
        measure = judged.measure
        recorded = [figure for figure in self.figures if figure.definition == measure.definition.key]
        totals = {measure.definition.key: with_totals(recorded, measure.definition)}
        whole = self.plan.window_of(measure).year(year)
        parts = expected_parts(self.plan, measure, self.members, min(self.as_of, whole.end), whole.start)
        figures = figures_of(self.plan, measure, totals)
        return roll_up(Evidence(self.plan, measure, judged.indicator, judged.target, self.as_of, year, parts, figures), year)

    def unit_name(self, unit_id: str) -> str:
        """Return the name of a unit of the plan or of a registered member; the id itself where nobody has it."""
        unit = self.plan.unit(unit_id) or next((member for member in self.members if member.id == unit_id), None)
        return unit.name if unit else unit_id

    def counts(self) -> dict[str, int]:
        """Return how many measures of target lines have each status, zeros included."""
        found = [judged.status for judged in self.measures if judged.measure.scope == "target"]
        return {status: found.count(status) for status in STATUSES}

    def indicator_counts(self) -> dict[str, int]:
        """Return how many target lines have each status, zeros included; orientations and tasks are counted apart."""
        found = [line.status for line in self.indicators if line.indicator.measures[0].scope == "target"]
        return {status: found.count(status) for status in STATUSES}

    @property
    def met_early(self) -> int:
        """How many of the target lines met rest on an estimate, on a year that is not over, or on a figure that stops early."""
        met = [line for line in self.indicators if line.status == "met" and line.indicator.measures[0].scope == "target"]
        return sum(any(item.interim or item.stops_early or item.estimated for item in line.measures) for line in met)

    @property
    def indicator_total(self) -> int:
        """Of how many target lines those met are told: in a year in which a line is not assessed there is nothing to meet."""
        return sum(number for status, number in self.indicator_counts().items() if status != "not_assessed")


def judge_plan(plan: Plan, known: Known, as_of: date) -> JudgedPlan:
    """Judge every measure and every duty of a plan, with what the place settled, on a day.

    Figures of other places are left aside by the caller; those of periods that have not begun by the day are not judged.
    """
    recorded: dict[str, list[Figure]] = {}
    for figure in known.figures:
        recorded.setdefault(figure.definition, []).append(figure)
    counted = [*known.implying(plan), *(measure.definition for measure in plan.measures)]
    totals = {definition.key: with_totals(recorded.get(definition.key, ()), definition) for definition in counted}

    estimated = estimated_totals(known, (measure.definition for measure in plan.measures))

    def judge(measure: Measure, day: date, indicator: str = "") -> JudgedMeasure:
        return _judge_measure(plan, measure, indicator, totals, estimated, known, day)

    indicators = []
    for line in plan.indicators:
        measures = tuple(held_to_parts(plan, judge(one, as_of, line.code), judge, as_of) for one in line.measures)
        indicators.append(line_of(line, measures))
    indicators = _held_to_assessment(indicators, as_of)
    changed = corrections(plan, known, as_of)
    deadlines = with_corrections(occurrences(plan, known, totals, as_of), changed, as_of)
    wanted = {key for measure in plan.measures for key in (measure.definition.key, measure.definition.population)}
    figures = tuple(figure for figure in known.figures if figure.definition in wanted)
    closed = frozenset(closing.year for closing in known.closings)
    return JudgedPlan(plan, as_of, tuple(indicators), deadlines, figures, known.units, changed, since=known.since, closed=closed)


def line_of(line: Indicator, measures: tuple[JudgedMeasure, ...]) -> JudgedIndicator:
    """Return a target line with its status, from those of its measures."""
    return JudgedIndicator(line, indicator_status([measure.status for measure in measures]), measures)


def _held_to_assessment(lines: list[JudgedIndicator], as_of: date) -> list[JudgedIndicator]:
    """Return the lines of a scorecard after its year of assessment: once one has points of that year, the others have none, and say so."""
    judged = [one for line in lines for one in line.measures if one.target.assessed_years and one.value is not None and one.status != "not_assessed"]
    last = max((one.value.period.year for one in judged if one.value is not None and one.value.period.year < as_of.year), default=None)
    if last is None:
        return lines
    reason = Message.of(N_("No figure for {year}, a year of assessment; those of other years are for reference."), year=str(last))
    record = Message.of(N_("Record the figure."))

    def held(one: JudgedMeasure) -> JudgedMeasure:
        without = one.status == "not_assessed" and last in one.target.assessed_years
        return evolve(one, status="no_data", reason=reason, next_step=record) if without else one

    return [line_of(line.indicator, tuple(map(held, line.measures))) for line in lines]


Totals = Mapping[str, Sequence[Figure]]
"""The totals recorded, by definition."""


def _judge_measure(
    plan: Plan, measure: Measure, indicator: str, totals: Totals, estimated: Mapping[str, tuple[Figure, ...]], known: Known, as_of: date
) -> JudgedMeasure:
    figures, target = figures_of(plan, measure, totals), measure.target_on(as_of)
    implied = implied_by(plan, measure, known.implying(plan), totals) if target.kind == "zero_incident" else ()
    year = judged_year(figures, plan, measure, as_of)
    # A school that has closed since is expected in the years in which it existed.
    whole = plan.window_of(measure).year(plan.window_of(measure).year_on(as_of) if year is None else year)
    parts = expected_parts(plan, measure, known.units, min(as_of, whole.end), whole.start)
    across = tuple(doubts(plan, measure, figures, implied, known.plans)) if target.kind == "zero_incident" else ()
    evidence = Evidence(plan, measure, indicator, target, as_of, year, parts, figures, implied)
    judged = with_drift(judge_measure(evidence, across), evidence, estimated)
    accepted = [item for item in known.acceptances if item.measure == judged.id] if judged.status in SHORT else []
    holds = [item for item in accepted if as_of <= item.until]
    return evolve(judged, accepted=holds[-1] if holds else None, lapsed=None if holds else accepted[-1]) if accepted else judged


def indicator_status(statuses: Sequence[str]) -> str:
    """Return the status of a target line from those of its measures, at least one (docs/domain.md, section 4)."""
    present = set(statuses)
    if "not_met" not in present and present & {"no_data", "incomplete"}:
        return "no_data" if present == {"no_data"} else "incomplete"
    if "met" in present and present <= {"met", "no_case", "trend_only"}:
        return "met"
    return next(status for status in FIRST_PRESENT if status in present)
