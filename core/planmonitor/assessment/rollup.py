"""What was counted for one measure: the judged year, over time, over the parts, as one figure.

The rules are those of docs/domain.md, 11 to 13 and section 4.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from attrs import frozen

from planmonitor.assessment.arithmetic import divided, shown
from planmonitor.assessment.combine import Combined, Part, over_parts, over_year
from planmonitor.assessment.figures import TOTAL, Figure
from planmonitor.assessment.results import Amount, Value
from planmonitor.model.definitions import Definition
from planmonitor.model.periods import Period
from planmonitor.model.plans import Measure, Plan
from planmonitor.model.targets import Target


@frozen
class Evidence:
    """All that one measure is judged from.

    Attributes:
        plan: The plan, with what the place settled.
        measure: The measure.
        indicator: Code of its indicator.
        target: The bar in force.
        as_of: The day it is judged on.
        parts: The parts expected.
        figures: Recorded totals of its definition at the place, comparison figures included.
    """

    plan: Plan
    measure: Measure
    indicator: str
    target: Target
    as_of: date
    parts: tuple[Part, ...]
    figures: tuple[Figure, ...]

    @property
    def definition(self) -> Definition:
        """How it is counted."""
        return self.measure.definition

    @property
    def due(self) -> date:
        """Last day to reach the bar."""
        return self.plan.due(self.target)

    def year(self, year: int) -> Period:
        """Return the reporting year, in the measure's data window."""
        return self.plan.window_of(self.measure).year(year)

    @property
    def running_year(self) -> int:
        """The reporting year in which the day lies: from 15 December on the next one, in that data window."""
        return self.as_of.year + (self.as_of > self.year(self.as_of.year).end)

    def is_usable(self, figure: Figure) -> bool:
        """Return whether a figure lies in one reporting year of the measure's data window and ends where its months do."""
        window = self.plan.window_of(self.measure)
        return window.fits(figure.period) and window.year(figure.period.year).contains(figure.period)


@frozen
class Rollup:
    """What was counted in one reporting year, over the parts expected.

    Attributes:
        year: The reporting year.
        combined: The sums of the parts in hand; None without any.
        parts: The parts expected; the whole place alone where only a figure for the whole place was recorded.
        missing: The parts that have no figure to the last day the others report to.
    """

    year: Period
    combined: Combined | None
    parts: tuple[Part, ...]
    missing: tuple[Part, ...]


def judged_year(evidence: Evidence) -> int | None:
    """Return the last reporting year that has begun and has figures of the plan's own time."""
    years = [
        figure.period.year
        for figure in evidence.figures
        if not figure.comparison and figure.period.start <= evidence.as_of
        if evidence.plan.covers(evidence.measure, figure.period) and evidence.is_usable(figure)
    ]
    return max(years, default=None)


def roll_up(evidence: Evidence, year: int, *, to: date | None = None, comparison: bool = False) -> Rollup:
    """Combine the figures of a reporting year over time, then over the parts.

    Args:
        evidence: What the measure is judged from.
        year: The reporting year.
        to: Leave out figures that run past this day.
        comparison: Whether comparison figures count too.
    """
    whole, window = evidence.year(year), evidence.plan.window_of(evidence.measure)
    usable = [
        figure
        for figure in evidence.figures
        if figure.breakdown == TOTAL and whole.contains(figure.period) and evidence.is_usable(figure)
        if (comparison or not figure.comparison) and figure.period.start <= evidence.as_of
        if to is None or figure.period.end <= to
    ]
    rule = evidence.measure.over_time(evidence.target)
    of_unit: dict[str, list[Figure]] = {}
    for figure in usable:
        of_unit.setdefault(figure.unit, []).append(figure)
    by_unit = {
        unit: combined for unit, figures in sorted(of_unit.items()) if (combined := over_year(figures, evidence.definition, rule, whole, window))
    }
    parts = _reporting(evidence.parts, by_unit)
    by_part = {part: by_unit[part.unit] for part in parts if part.unit in by_unit}
    if not by_part:
        return Rollup(whole, None, evidence.parts, evidence.parts)
    latest = max(combined.period.end for combined in by_part.values())
    behind = {part for part, combined in by_part.items() if combined.period.end < latest}
    missing = tuple(part for part in parts if part not in by_part or part in behind)
    return Rollup(whole, over_parts(list(by_part.values())), parts, missing)


def _reporting(expected: tuple[Part, ...], by_unit: Mapping[str, Combined]) -> tuple[Part, ...]:
    """Return the parts that make up the figure: those expected, else the whole place.

    A case that must not occur counts whoever reported it: a unit since closed, or the place before its units did.
    """
    parts = expected if any(part.unit in by_unit for part in expected) else (Part("", ""),)
    here = {part.unit for part in parts}
    if any(combined.breach for unit, combined in by_unit.items() if unit in here):
        return parts
    return (*parts, *(Part(unit, unit) for unit, combined in by_unit.items() if unit not in here and combined.breach))


def exact_figure(definition: Definition, combined: Combined) -> Fraction | None:
    """Return the exact figure in the unit of the measure; for yes/no the share that said yes.

    Args:
        definition: How it is counted.
        combined: What was counted.

    Returns:
        None where the denominator is 0, and for points of several units, which are never added up (section 4).
    """
    if definition.divided:
        if not combined.denominator or combined.numerator is None:
            return None
        return divided(combined.numerator, combined.denominator, definition.kind)
    if definition.kind == "yes_no":
        return Fraction(combined.numerator or 0, combined.denominator or 1)
    if definition.kind == "score" and not definition.sums and len({figure.unit for figure in combined.figures}) > 1:
        return None
    return Fraction(combined.value or 0)


def value_of(definition: Definition, combined: Combined, bars: Sequence[Fraction]) -> Value:
    """Return what was counted with its exact figure, and as it is shown beside the bars it is held against (rule 11).

    Args:
        definition: How it is counted.
        combined: What was counted.
        bars: What it is compared with on the same screen.
    """
    exact = exact_figure(definition, combined)
    held = [*bars, Fraction(100)] if definition.kind == "ratio" else list(bars)
    number = None if exact is None else shown(exact, held)
    amount = Amount(number, definition.measured_in, definition.noun, combined.numerator, combined.denominator)
    counted = None if definition.kind == "score" and exact is None else combined.value
    return Value(combined.numerator, combined.denominator, counted, exact, amount, combined.period, combined.until, combined.state)
