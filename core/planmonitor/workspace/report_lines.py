"""The measures of a plan as the report on a period tells of them: what was counted, its bar, the year before, the estimate of the year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from attrs import evolve, field, frozen

from planmonitor.assessment.beside import Beside, beside, parts_in
from planmonitor.assessment.counted import held_against
from planmonitor.assessment.known import Known
from planmonitor.assessment.over_time import over_parts
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.results import JudgedMeasure
from planmonitor.assessment.rollup import WHOLE_PLACE
from planmonitor.assessment.told import About, Standing, counted_in
from planmonitor.assessment.values import Value
from planmonitor.model.periods import Period
from planmonitor.model.plans import Indicator, Measure

Told = Mapping[About, Standing]
"""Figures that a report carries, each as `reports submit` keeps it."""


@frozen
class ReportLine:
    """One measure as a report tells of it."""

    line: Indicator
    """The target line it stands in."""
    judged: JudgedMeasure
    """How it stands by the end of the period, of the whole place."""
    period: Period
    """The period, in its data window."""
    value: Value | None
    """What was counted in the period: of the whole place, or of the unit whose report it is; None where nothing was."""
    whole: bool
    """Whether that is the figure itself, which is held against the bar, and no part of it."""
    beside: Beside = field(repr=False)
    """Its bar, what was counted in the same period of the year before, and in that whole year."""
    estimate: Value | None
    """What is recorded of the whole year, of a report on a part of it: "ước cả năm"; None where nothing is."""
    told: tuple[tuple[About, Standing], ...] = field(default=(), repr=False)
    """The parts it is made of, and those of its breakdowns."""

    @property
    def measure(self) -> Measure:
        """The measure."""
        return self.judged.measure

    @property
    def about(self) -> About:
        """What its own figure in the annex is: the one part that the report tells, or all of them together."""
        own = [about for about, standing in self.told if standing.in_whole]
        return own[0] if len(own) == 1 else (self.judged.id, "", self.period, "")

    @property
    def since_beginning(self) -> Value | None:
        """What was counted from the beginning of the year on, where the period begins later and that is something else; else None."""
        so_far, value = self.judged.value, self.value
        if so_far is None or not self.whole or so_far.period.start >= self.period.start:
            return None
        return None if value is not None and value.exact == so_far.exact else so_far

    @property
    def is_wanting(self) -> bool:
        """Whether its figure, or a part of it, is not there, nor one of the year so far."""
        if not self.whole:
            return self.value is None
        return (self.value is None and self.judged.value is None) or self.judged.status in {"no_data", "incomplete"}


def lines_of(judged: JudgedPlan, told: Told, known: Known, span_of: Callable[[Measure], Period], *, totals: bool = False) -> tuple[ReportLine, ...]:
    """Return the measures of a plan that some figures are of, in the order of the document.

    Args:
        judged: The plan, judged on the period.
        told: The figures that the report carries.
        known: What is known, later figures too.
        span_of: The period in the data window of a measure.
        totals: Whether totals of scores are told too, of which nothing is recorded.
    """
    by_code: dict[str, dict[About, Standing]] = {}
    for about, standing in told.items():
        if standing.base is None:
            by_code.setdefault(standing.measure.code, {})[about] = standing
    return tuple(
        _line(judged, line.indicator, one, span_of(one.measure), by_code.get(one.measure.code, {}), known)
        for line in judged.indicators
        for one in line.measures
        if one.measure.code in by_code or (totals and one.measure.definition.sums)
    )


def _line(judged: JudgedPlan, line: Indicator, one: JudgedMeasure, period: Period, told: Told, known: Known) -> ReportLine:
    measure, parts = one.measure, parts_in(judged, one.measure, period)
    own = [standing for standing in told.values() if standing.in_whole]
    whole = bool(measure.definition.sums) or {part.unit or "" for part in parts} <= {about[1] for about in told}
    stands = beside(judged, measure, own[0].part if len(own) == 1 and not whole else WHOLE_PLACE, period)
    if not whole and len(own) > 1:
        stands = evolve(stands, recorded=None, before=None, year_before=None)  # what some of several parts were a year before nobody counted
    bars = one.value.bars if one.value is not None else (stands.bar, stands.milestone)
    counted = _counted(judged, measure, period, own, known, whole=whole)
    return ReportLine(
        line,
        one,
        period,
        None if counted is None else held_against(counted, *bars),
        whole,
        stands,
        _estimate(judged, measure, period, known, whole=whole),
        tuple(told.items()),
    )


def _counted(judged: JudgedPlan, measure: Measure, period: Period, own: Iterable[Standing], known: Known, *, whole: bool) -> Value | None:
    """Return what all parts counted in a period together, or those of a unit; of points a score short nothing."""
    if not whole:
        values = [standing.value for standing in own if standing.value is not None]
        return over_parts(values) if values else None
    found = counted_in(judged.plan, measure, period, known, known.figures, judged.as_of)
    return None if found is None or (measure.definition.sums and found.missing) else found


def _estimate(judged: JudgedPlan, measure: Measure, period: Period, known: Known, *, whole: bool) -> Value | None:
    """Return what is recorded of the whole year that a shorter period belongs to."""
    year = judged.plan.window_of(measure).year(period.year)
    if period == year or not whole or not year.contains(period):
        return None
    of_year = [figure for figure in known.figures if figure.period == year]
    return counted_in(judged.plan, measure, year, known, of_year, judged.as_of)
