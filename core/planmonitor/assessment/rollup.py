"""What was counted for one measure: the judged year, over time, over the parts, as one figure (docs/domain.md, rules 11 to 13)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from attrs import frozen

from planmonitor.assessment.arithmetic import shown
from planmonitor.assessment.combine import Combined, over_parts, over_year
from planmonitor.assessment.figures import Figure
from planmonitor.assessment.parts import WHOLE_PLACE, Part, printed
from planmonitor.assessment.results import Amount, Value
from planmonitor.model.definitions import Definition
from planmonitor.model.periods import Period, Window
from planmonitor.model.plans import Measure, Plan
from planmonitor.model.targets import Target


def is_usable(figure: Figure, window: Window) -> bool:
    """Return whether a figure lies in one reporting year of a data window and ends where its months do."""
    return window.fits(figure.period) and window.year(figure.period.year).contains(figure.period)


def judged_year(figures: Iterable[Figure], plan: Plan, measure: Measure, day: date) -> int | None:
    """Return the last reporting year that has begun by a day and has figures of the plan's own time."""
    years = [
        figure.period.year
        for figure in figures
        if not figure.comparison and figure.period.start <= day
        if plan.covers(measure, figure.period) and is_usable(figure, plan.window_of(measure))
    ]
    return max(years, default=None)


@frozen
class Evidence:
    """All that one measure is judged from on a day.

    Attributes:
        indicator: Code of its indicator.
        target: The bar in force.
        judged_year: The reporting year it is judged by; None without figures.
        parts: The parts expected.
        figures: Recorded totals of its definition at the place, comparison figures included.
    """

    plan: Plan
    measure: Measure
    indicator: str
    target: Target
    as_of: date
    judged_year: int | None
    parts: tuple[Part, ...]
    figures: tuple[Figure, ...]

    @property
    def definition(self) -> Definition:
        """How it is counted."""
        return self.measure.definition

    @property
    def over_time(self) -> str:
        """How its figures of one year combine under this bar."""
        return self.measure.over_time(self.target)

    @property
    def window(self) -> Window:
        """Its data window."""
        return self.plan.window_of(self.measure)

    @property
    def due(self) -> date:
        """Last day to reach the bar."""
        return self.plan.due(self.target)

    @property
    def past_due(self) -> bool:
        """Whether the last day to reach the bar has passed."""
        return self.as_of > self.due

    @property
    def running_year(self) -> int:
        """The reporting year in which the day lies: from 15 December on the next one, in that data window."""
        return self.as_of.year + (self.as_of > self.window.year(self.as_of.year).end)


@frozen
class Rollup:
    """What was counted in one reporting year, over the parts expected.

    Attributes:
        combined: The sums of the parts in hand.
        parts: The parts expected; the whole place alone where only a figure for the whole place was recorded.
        missing: The parts that have no figure to the last day the others report to.
    """

    year: Period
    combined: Combined
    parts: tuple[Part, ...]
    missing: tuple[Part, ...]


def roll_up(evidence: Evidence, year: int, *, to: date | None = None, comparison: bool = False) -> Rollup | None:
    """Combine the figures of a reporting year over time, then over the parts; None where no part has any.

    Figures that run past `to` are left out; comparison figures count where `comparison` says so.
    """
    window = evidence.window
    whole = window.year(year)
    last = to or whole.end
    of_unit: dict[str, list[Figure]] = {}
    for figure in evidence.figures:
        begun = figure.period.start <= evidence.as_of
        if begun and figure.period.end <= last and figure.period.year == year and is_usable(figure, window) and (comparison or not figure.comparison):
            of_unit.setdefault(figure.unit, []).append(figure)
    by_unit = {unit: over_year(figures, evidence.definition, evidence.over_time, whole, window) for unit, figures in sorted(of_unit.items())}
    parts = _reporting(evidence.parts, by_unit)
    by_part = {part: by_unit[part.unit] for part in parts if part.unit in by_unit}
    if not by_part:
        return None
    latest = max(combined.period.end for combined in by_part.values())
    missing = tuple(part for part in parts if part not in by_part or by_part[part].period.end < latest)
    return Rollup(whole, over_parts(list(by_part.values())), parts, missing)


def _reporting(expected: tuple[Part, ...], by_unit: Mapping[str, Combined]) -> tuple[Part, ...]:
    """Return the parts that make up the figure: those expected, else the whole place.

    A case that must not occur counts whoever reported it: a unit since closed, or the place before its units did.
    """
    parts = expected if any(part.unit in by_unit for part in expected) else (WHOLE_PLACE,)
    broken = [unit for unit, combined in by_unit.items() if combined.breach]
    if any(part.unit in broken for part in parts):
        return parts
    return (*parts, *(Part(unit, printed(unit)) if unit else WHOLE_PLACE for unit in broken))


def in_full(evidence: Evidence, period: Period) -> Combined | None:
    """Return what was counted in just one period, comparison figures included; None unless every part and every day is known."""
    found = roll_up(evidence, period.year, to=period.end, comparison=True)
    if found is None or found.missing or found.combined.gaps or found.combined.period != period:
        return None
    return found.combined


def exact_figure(definition: Definition, combined: Combined) -> Fraction | None:
    """Return the exact figure in the unit of the measure; for yes/no the share that said yes.

    None where the denominator is 0, and for points of several units, which are never added up (section 4).
    """
    if definition.divided:
        if not combined.denominator or combined.numerator is None:
            return None
        return Fraction(combined.numerator * definition.per, combined.denominator)
    if definition.kind == "yes_no":
        return Fraction(combined.numerator or 0, combined.denominator or 1)
    if definition.kind == "score" and not definition.sums and len({figure.unit for figure in combined.figures}) > 1:
        return None
    return Fraction(combined.value or 0)


def value_of(definition: Definition, combined: Combined, bars: Sequence[Fraction | None]) -> Value:
    """Return what was counted with its exact figure, and as it is shown beside the bars it is held against (rule 11)."""
    exact = exact_figure(definition, combined)
    held = [bar for bar in (*bars, Fraction(100) if definition.is_percentage else None) if bar is not None]
    number = None if exact is None else shown(exact, held)
    amount = Amount(number, definition.measured_in, definition.noun, combined.numerator, combined.denominator)
    counted = None if definition.kind == "score" and exact is None else combined.value
    return Value(combined.numerator, combined.denominator, counted, exact, amount, combined.period, combined.until, combined.state)
