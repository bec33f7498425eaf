"""Bringing figures together: over the periods of one year, then over the parts (docs/domain.md, rules 12 and 13)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from attrs import evolve, field, frozen

from planmonitor.assessment.figures import STATES, Figure
from planmonitor.model.definitions import Definition
from planmonitor.model.periods import Period, Window


@frozen
class Combined:
    """What one part, or all parts, counted in one reporting year up to a day, with the figures used.

    Attributes:
        numerator: Sum above the line; for yes/no how many said yes.
        denominator: Sum below the line; for yes/no how many answered.
        until: The day the figures run to: the earliest of the parts.
        state: The least settled of the parts.
        breach: Whether any figure of the year is not zero.
        gaps: Days of the year before the end of `period` without figures.
    """

    numerator: int | None
    denominator: int | None
    value: int | Decimal | None
    period: Period
    until: date
    state: str
    breach: bool
    gaps: tuple[Period, ...] = ()
    figures: tuple[Figure, ...] = field(default=(), repr=False)

    @property
    def counted(self) -> int | Decimal | None:
        """What was counted, above the line where it is a share."""
        return self.value if self.numerator is None else self.numerator


def _alone(figure: Figure) -> Combined:
    """Return one figure by itself; a yes is one of one."""
    above, below = (figure.numerator, figure.denominator) if figure.yes is None else (int(figure.yes), 1)
    return Combined(above, below, figure.value, figure.period, figure.until, figure.state, breach=bool(above or figure.value), figures=(figure,))


def _sum(values: Iterable[int | Decimal | None]) -> Any:
    """Return the sum of what is there, None where nothing is; of whole numbers it is whole."""
    present = [value for value in values if value is not None]
    return sum(present) if present else None


def longest_first(figures: Iterable[Figure]) -> list[Figure]:
    """Return a set of figures without overlaps, in order of time: where two overlap the longer replaces the shorter."""
    taken: list[Figure] = []
    for figure in sorted(figures, key=lambda item: (-item.period.days, item.period.start)):
        if not any(figure.period.overlaps(other.period) for other in taken):
            taken.append(figure)
    return sorted(taken, key=lambda item: item.period.start)


def _gaps(taken: Sequence[Figure], year: Period, window: Window) -> tuple[Period, ...]:
    missing, expected = [], year.start
    for figure in taken:
        if figure.period.start > expected:
            missing.append(window.named(expected, figure.period.start - timedelta(days=1)))
        expected = figure.period.end + timedelta(days=1)
    return tuple(missing)


def over_year(figures: Sequence[Figure], definition: Definition, rule: str, year: Period, window: Window) -> Combined:
    """Combine one part's figures of one reporting year, at least one; several periods may overlap.

    The rule "count" adds periods that do not overlap and names the gaps; "any_breach" does the same, and one case anywhere in
    the year stays a case whatever later figures say. "point_in_time" and "cumulative" take the figure that runs to the latest
    day.
    """
    adds = rule == "count" or (rule == "any_breach" and definition.over_time in {"count", "any_breach"})
    known = longest_first(figures)
    gaps = _gaps(known, year, window) if adds or rule == "any_breach" else ()
    if adds:
        taken = known
        period = window.named(year.start if gaps else taken[0].period.start, taken[-1].period.end)
    else:
        taken = [max(figures, key=lambda item: (item.period.end, item.period.days))]
        period = taken[0].period
    breaches = [figure for figure in figures if _alone(figure).breach] if rule == "any_breach" else []
    if breaches and not any(figure in breaches for figure in taken):
        taken = longest_first(breaches) if adds else [max(breaches, key=lambda item: item.period.end)]
    alone = [_alone(figure) for figure in taken]
    together = over_parts(alone)
    # Deaths of two half-years add up; the population they are divided by does not.
    below = alone[-1].denominator if definition.kind == "rate" else together.denominator
    return evolve(together, denominator=below, period=period, until=taken[-1].until, breach=bool(breaches), gaps=gaps)


def over_parts(parts: Sequence[Combined]) -> Combined:
    """Sum what several parts, at least one, counted up to the same day; percentages are never averaged."""
    latest = max(parts, key=lambda part: (part.period.end, part.period.days))
    return Combined(
        numerator=_sum(part.numerator for part in parts),
        denominator=_sum(part.denominator for part in parts),
        value=_sum(part.value for part in parts),
        period=latest.period,
        until=min(part.until for part in parts),
        state=min((part.state for part in parts), key=STATES.index),
        breach=any(part.breach for part in parts),
        gaps=tuple(dict.fromkeys(gap for part in parts for gap in part.gaps)),
        figures=tuple(figure for part in parts for figure in part.figures),
    )
