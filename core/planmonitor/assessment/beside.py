"""What stands beside a figure that is asked for: its bar, what is recorded of it already, and what was counted a year before."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from attrs import frozen

from planmonitor.assessment.breakdowns import with_totals
from planmonitor.assessment.counted import bars_of, wanted_side
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.records import Figure
from planmonitor.assessment.rollup import Evidence, expected_parts, figures_of, in_full
from planmonitor.assessment.values import Part, Value
from planmonitor.model.periods import Period
from planmonitor.model.plans import Measure
from planmonitor.model.targets import Target


@frozen
class Beside:
    """What one figure of a period, or the part of a unit, is to be seen beside."""

    target: Target
    """The bar in force at the end of the period."""
    side: str
    """Which side of the bar is wanted: "<", "<=", "==", ">=", ">"; "" where it is held against none."""
    bar: Fraction | None
    """The bar, exact; None where there is nothing to hold the figure against."""
    milestone: Fraction | None
    """The bar on the way that is due by the end of the period; None where there is none."""
    recorded: Value | None
    """What is recorded of just this period."""
    before: Value | None
    """What was counted in the same period of the year before."""
    year_before: Value | None
    """What was counted in the whole year before."""


def parts_in(judged: JudgedPlan, measure: Measure, period: Period) -> tuple[Part, ...]:
    """Return the parts that the figure of a period is made of, by the members there are on its last day, or today while it lasts.

    Of what occurs over time, by those closed in the period too.
    """
    day = min(judged.as_of, period.end)
    return expected_parts(judged.plan, measure, judged.members, day, min(period.start, day))


def beside(judged: JudgedPlan, measure: Measure, part: Part, period: Period) -> Beside:
    """Return what stands beside one part of a measure's figure of a period; its bar is that of the whole."""
    definition, target, window = measure.definition, measure.target_on(period.end), judged.plan.window_of(measure)
    recorded = [figure for figure in judged.figures if figure.definition == definition.key]
    figures = figures_of(judged.plan, measure, {definition.key: with_totals(recorded, definition)})

    def evidence(parts: tuple[Part, ...], counted: Sequence[Figure]) -> Evidence:
        return Evidence(judged.plan, measure, "", target, max(judged.as_of, period.end), period.year, parts, tuple(counted))

    whole = evidence(parts_in(judged, measure, period), figures)
    own = whole if part.unit == "" else evidence((part,), [figure for figure in figures if figure.unit == part.unit])
    before = window.year_before(period)
    bar, milestone = bars_of(whole, in_full(whole, before))
    unjudged = bool(target.assessed_years) and period.year not in target.assessed_years
    side = "" if unjudged or bar is None else wanted_side(target, bar, definition)
    recorded_of, before_of, year_before = (in_full(own, span) for span in (period, before, window.year(period.year - 1)))
    return Beside(target, side, bar, milestone, recorded_of, before_of, year_before)
