"""A whole beside its parts: a group's own figure, or that of the place, stands for them until one reports its days (docs/domain.md, section 4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from attrs import frozen

from planmonitor.assessment.breakdowns import together
from planmonitor.assessment.over_time import longest_first
from planmonitor.assessment.records import Figure

OfUnit = dict[str, list[Figure]]
"""The figures of one reporting year, by unit."""


@frozen
class Division:
    """What counts of a whole and of its parts, so that no day is counted twice."""

    whole: tuple[Figure, ...]
    """The figures of the whole that stand for all its parts."""
    parts: Mapping[str, tuple[Figure, ...]]
    """The figures of its parts that count, by unit."""
    cases: Mapping[str, tuple[Figure, ...]]
    """Cases of what must not occur beside them: whoever reported one, it counts."""


def divide(of_unit: OfUnit, whole: str, units: Iterable[str], *, adds: bool, any_breach: bool) -> Division:
    """Return what counts of the figures of a whole and of the units that are its parts.

    Of the same days the parts' figures count, of a longer and a shorter period that overlap the longer. Where periods do not add up, the latest
    counts: that of the whole, or those of its parts. Of what must not occur a case is never dropped for a figure that tells of none.
    """
    own = of_unit.get(whole, [])
    theirs = {unit: of_unit[unit] for unit in units if unit in of_unit and unit != whole}
    everything = [figure for figures in theirs.values() for figure in figures]
    standing = [
        figure for figure in own if not any(figure.period.overlaps(part.period) and part.period.days >= figure.period.days for part in everything)
    ]
    left = {unit: _outside(figures, standing) for unit, figures in theirs.items()}
    left = {unit: figures for unit, figures in left.items() if figures}
    if not adds and standing and left:
        if _last_day(standing) < max(map(_last_day, left.values())):
            standing = []
        else:
            left = {}
    cases: dict[str, tuple[Figure, ...]] = {}
    if any_breach:
        dropped = {whole: [figure for figure in own if figure not in standing]}
        dropped |= {unit: [figure for figure in figures if figure not in left.get(unit, ())] for unit, figures in theirs.items()}
        for unit, figures in dropped.items():
            others = [case for case in (everything if unit == whole else own) if _is_case(case)]
            cases[unit] = tuple(figure for figure in _outside(figures, others) if _is_case(figure))
    return Division(
        tuple(standing), {unit: tuple(figures) for unit, figures in left.items()}, {unit: found for unit, found in cases.items() if found}
    )


def told_beyond(own: Iterable[Figure], counted: Sequence[Figure]) -> int | Decimal:
    """Return how many cases more figures of a whole tell of than are counted, each stretch of days by itself; none where they tell of fewer."""
    more: int | Decimal = 0
    figures = [*longest_first(own)]
    while figures:
        days, theirs = [figures.pop(0)], list[Figure]()
        while near := [one for one in (*figures, *counted) if one not in (*days, *theirs) and _meets(one, (*days, *theirs))]:
            days += [one for one in near if one in figures]
            theirs += [one for one in near if one not in figures]
        figures = [one for one in figures if one not in days]
        stand = [one for one in counted if one in days or one in theirs]
        more += max(0, together(days) - together(stand))
    return more


def _meets(figure: Figure, others: Iterable[Figure]) -> bool:
    return any(figure.period.overlaps(other.period) for other in others)


def _outside(figures: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """Return the figures that share no day with any of some others."""
    return [figure for figure in figures if not _meets(figure, others)]


def _last_day(figures: Iterable[Figure]) -> date:
    return max(figure.period.end for figure in figures)


def _is_case(figure: Figure) -> bool:
    return bool(figure.yes) or figure.counted not in {None, 0}
