"""One part's figures of several periods, and those of several parts, as one (docs/domain.md, rules 12 and 13)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import Any

from attrs import evolve

from planmonitor.assessment.breakdowns import Summed
from planmonitor.assessment.records import STATES, Figure
from planmonitor.assessment.values import Value
from planmonitor.model.definitions import Definition
from planmonitor.model.periods import Period, Window


def longest_first(figures: Iterable[Figure]) -> list[Figure]:
    """Return a set of figures without overlaps, in order of time: where two overlap the longer replaces the shorter."""
    taken: list[Figure] = []
    for figure in sorted(figures, key=lambda item: (-item.period.days, item.period.start)):
        if not any(figure.period.overlaps(other.period) for other in taken):
            taken.append(figure)
    return sorted(taken, key=lambda item: item.period.start)


def gaps_in(taken: Sequence[Figure], year: Period, window: Window) -> tuple[Period, ...]:
    """Return the days of a year before the end of the last of some figures, in order of time, that none of them tells of."""
    missing, expected = [], year.start
    for figure in taken:
        if figure.period.start > expected:
            missing.append(window.named(expected, figure.period.start - timedelta(days=1)))
        expected = figure.period.end + timedelta(days=1)
    return tuple(missing)


def alone(figure: Figure, definition: Definition) -> Value:
    """Return one figure by itself; a yes is one of one."""
    above, below = (figure.numerator, figure.denominator) if figure.yes is None else (int(figure.yes), 1)
    breach = not {above, figure.value} <= {None, 0}
    lacking = figure.lacking if isinstance(figure, Summed) else ()
    return Value(definition, above, below, figure.value, figure.period, figure.until, figure.state, breach, figures=(figure,), lacking=lacking)


def periods_add(definition: Definition, rule: str) -> bool:
    """Return whether the figures of several periods of a year add up under a rule."""
    return rule == "count" or (rule == "any_breach" and not definition.done_once and definition.over_time in {"count", "any_breach"})


def over_year(figures: Sequence[Figure], definition: Definition, rule: str, year: Period, window: Window) -> Value:
    """Combine one part's figures of one reporting year, at least one; several periods may overlap.

    The rule "count" adds periods that do not overlap and names the gaps; "any_breach" does the same, and one case anywhere in
    the year stays a case whatever later figures say: of a task done once one yes is the year's. "point_in_time" and "cumulative" take
    the figure that runs to the latest day.
    """
    if definition.done_once and (done := [figure for figure in figures if figure.yes]):
        return evolve(alone(done[0], definition), period=year, until=year.end, state="final")
    adds = periods_add(definition, rule)
    known = longest_first(figures)
    gaps = gaps_in(known, year, window) if adds or rule == "any_breach" else ()
    if adds:
        taken = known
        period = window.named(taken[0].period.start, taken[-1].period.end)
    else:
        taken = [max(figures, key=lambda item: (item.period.end, item.period.days))]
        period = taken[0].period
    breaches = [figure for figure in figures if alone(figure, definition).breach] if rule == "any_breach" else []
    if breaches and not any(figure in breaches for figure in taken):
        taken = longest_first(breaches) if adds else [max(breaches, key=lambda item: item.period.end)]
    singly = [alone(figure, definition) for figure in taken]
    together = over_parts(singly)
    # Deaths of two half-years add up; the population they are divided by does not.
    below = singly[-1].denominator if definition.kind == "rate" else together.denominator
    return evolve(together, denominator=below, period=period, until=taken[-1].until, breach=bool(breaches), gaps=gaps)


def over_parts(parts: Sequence[Value]) -> Value:
    """Sum what several parts, at least one, counted up to the same day; percentages are never averaged."""
    latest = max(parts, key=lambda part: (part.period.end, part.period.days))
    return Value(
        definition=latest.definition,
        numerator=_sum(part.numerator for part in parts),
        # Cases that are known alone make the whole a number of cases, and no share of some of the denominators.
        denominator=None if any(part.denominator is None for part in parts) else _sum(part.denominator for part in parts),
        value=_sum(part.value for part in parts),
        period=latest.period,
        until=min(part.until for part in parts),
        state=min((part.state for part in parts), key=STATES.index),
        breach=any(part.breach for part in parts),
        gaps=tuple(dict.fromkeys(gap for part in parts for gap in part.gaps)),
        figures=tuple(figure for part in parts for figure in part.figures),
        lacking=tuple(dict.fromkeys(name for part in parts for name in part.lacking)),
    )


def _sum(values: Iterable[int | Decimal | None]) -> Any:
    """Return the sum of what is there, None where nothing is; of whole numbers it is whole."""
    present = [value for value in values if value is not None]
    return sum(present) if present else None
