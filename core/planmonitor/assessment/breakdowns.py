"""Figures of parts beside their total (docs/domain.md, rules 8 and 13): what the parts make together, and whether that can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import product
from math import prod

from attrs import frozen

from planmonitor.assessment.records import STATES, TOTAL, Figure
from planmonitor.messages import N_, BadData, Message, Text
from planmonitor.model.definitions import Breakdown, Definition

COUNTS = ("numerator", "denominator", "value")
REST = Text("các nhóm còn lại", "the rest")

Cells = Mapping[tuple[tuple[str, str], ...], Figure]
"""Figures of one place, unit and period by their breakdown."""


@frozen
class Summed(Figure):
    """A total that nobody recorded, made of the parts that were: it counts, and the parts that are wanting are named."""

    lacking: tuple[Text, ...] = ()
    """The parts that are not there; empty where they make up the whole."""


def together(figures: Iterable[Figure]) -> int | Decimal:
    """Return what some figures counted, added up; of what was not counted nothing."""
    return sum(counted for figure in figures if (counted := figure.counted) is not None)


def with_totals(figures: Iterable[Figure], definition: Definition) -> tuple[Figure, ...]:
    """Return the totals among the figures of a definition; where only parts of one are recorded, what these make together.

    A case that is recorded of girls alone is a case. States have no parts, and points are never added.
    """
    by_subject: dict[tuple[str, str, date, date], dict[tuple[tuple[str, str], ...], Figure]] = {}
    for figure in figures:
        by_subject.setdefault((figure.place, figure.unit, figure.period.start, figure.period.end), {})[figure.breakdown] = figure
    found = (cells.get(TOTAL) or _made_of(cells, definition) for cells in by_subject.values())
    return tuple(figure for figure in found if figure is not None)


def _made_of(cells: Cells, definition: Definition) -> Figure | None:
    """Return the most that the recorded parts of one breakdown, or of several crossed, make together."""
    made = _sums(cells, definition)
    most = max((together([figure]) for figure in made), default=0)
    # A whole that lies below a piece of another breakdown contradicts it, and hides no case.
    return min((figure for figure in made if together([figure]) == most), key=lambda figure: len(figure.lacking), default=None)


def _sums(cells: Cells, definition: Definition) -> list[Summed]:
    """Return what the parts of each breakdown make together."""
    known = {breakdown.key: breakdown for breakdown in definition.breakdowns}
    return [
        _sum_of(dict(group), [known[key] for key in keys])
        for keys, group in _by_keys(cells).items()
        if keys and known.keys() >= {*keys} and definition.kind not in {"yes_no", "score"}
    ]


def _by_keys(cells: Cells) -> dict[tuple[str, ...], list[tuple[tuple[tuple[str, str], ...], Figure]]]:
    """Return the cells by the breakdowns that they are cells of."""
    found: dict[tuple[str, ...], list[tuple[tuple[tuple[str, str], ...], Figure]]] = {}
    for breakdown, figure in cells.items():
        found.setdefault(tuple(key for key, _category in breakdown), []).append((breakdown, figure))
    return found


def _sum_of(cells: Cells, breakdowns: Sequence[Breakdown]) -> Summed:
    """Return the parts added up; of what overlaps ("trong đó") the largest."""
    largest = max(_groups(cells, breakdowns), key=together)
    first, partition = largest[0], all(breakdown.kind == "partition" for breakdown in breakdowns)
    counts = {name: _add(getattr(figure, name) for figure in largest) for name in COUNTS}
    complete = partition and len(cells) == prod(len(breakdown.categories) for breakdown in breakdowns)
    return Summed(
        *(first.definition, first.place, first.unit, first.period, min(figure.until for figure in largest)),
        numerator=counts["numerator"],  # type: ignore[arg-type]
        denominator=counts["denominator"],  # type: ignore[arg-type]
        value=counts["value"],
        state=min((figure.state for figure in largest), key=STATES.index),
        comparison=first.comparison,
        supplied_by=first.supplied_by,
        entered_by=first.entered_by,
        revision=max(figure.revision for figure in largest),
        recorded_at=first.recorded_at,
        lacking=() if complete else _lacking(cells, breakdowns) if partition else (REST,),
    )


def _groups(cells: Cells, breakdowns: Sequence[Breakdown]) -> Iterator[list[Figure]]:
    """Yield the cells that can be added up: all of a partition, those of one category of what overlaps."""
    overlapping = {breakdown.key for breakdown in breakdowns if breakdown.kind != "partition"}
    groups: dict[tuple[tuple[str, str], ...], list[Figure]] = {}
    for breakdown, figure in cells.items():
        groups.setdefault(tuple(pair for pair in breakdown if pair[0] in overlapping), []).append(figure)
    yield from groups.values()


def _add(numbers: Iterable[int | Decimal | None]) -> int | Decimal | None:
    there = [number for number in numbers if number is not None]
    return sum(there) if there else None


def _lacking(cells: Cells, breakdowns: Sequence[Breakdown]) -> tuple[Text, ...]:
    """Return the parts without a figure; of several breakdowns crossed they are not named one by one."""
    if len(breakdowns) > 1:
        return (REST,)
    [breakdown] = breakdowns
    return tuple(category.label for category in breakdown.categories if ((breakdown.key, category.key),) not in cells)


def check_breakdowns(definition: Definition, figures: Iterable[Figure]) -> None:
    """Raise BadData where, of one place, unit and period, parts are above what they are parts of: together, or of what overlaps the largest."""
    cells = {figure.breakdown: figure for figure in figures}
    # Where no total is recorded, every breakdown that is there as a whole makes one.
    wholes = [] if TOTAL in cells else [(TOTAL, figure) for figure in _sums(cells, definition) if not figure.lacking]
    known = {breakdown.key: breakdown for breakdown in definition.breakdowns}
    for (of, whole), (keys, group) in product([*cells.items(), *wholes], _by_keys(cells).items()):
        more = tuple(key for key in keys if key not in dict(of))
        inside = {breakdown: figure for breakdown, figure in group if {*of} < {*breakdown}}
        if not inside or not known.keys() >= {*keys}:
            continue
        for name, parts in product(COUNTS, _groups(inside, [known[key] for key in more])):
            total, counted = getattr(whole, name), _add(getattr(part, name) for part in parts)
            if total is not None and counted is not None and counted > total:
                label = known[more[0]].label
                above = N_("The parts of '{breakdown}' ({parts}) are above the total of {total}.")
                raise BadData(above, Message.of(N_("Correct the total or the parts first.")), breakdown=label, parts=counted, total=total)
