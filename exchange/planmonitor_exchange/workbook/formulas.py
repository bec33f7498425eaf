"""The formulas of a workbook to fill in: the result, what it is against its bar, and what does not agree.

They compare as the program does (docs/domain.md, rule 11): whole numbers multiplied crosswise, never a rounded share. What a cell takes is bounded
(`largest`) so that no product is above 10^14: of a number a spreadsheet keeps 15 digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import frozen
from planmonitor import Definition

MOST = 10**14
"""Products up to it are told apart by every spreadsheet: Excel keeps 15 digits of a number."""
HIGHEST = 999_999_999
"""The largest count that a cell takes."""
DIGITS = 8
"""The most decimals that are looked at for a shown share to lie on its own side of every bar."""
_SIGN = {"<": "<", "<=": "<=", "==": "=", ">=": ">=", ">": ">"}


@frozen
class CellsOf:
    """The addresses of the cells that hold one figure."""

    numerator: str = ""
    denominator: str = ""
    value: str = ""
    yes: str = ""

    def of(self, definition: Definition) -> tuple[str, ...]:
        """Return the cells that a figure of a definition is made of."""
        return tuple(getattr(self, name) for name in definition.fields)


@frozen
class SheetBar:
    """A bar as a sheet holds a figure against it, and what it then says."""

    side: str
    """Which side is wanted."""
    bar: Fraction
    holds: str
    """What is said where the figure lies there."""
    fails: str
    milestone: Fraction | None = None
    """A bar on the way; None where there is none."""
    reaches: str = ""
    """What is said where only that is reached."""
    name: str = ""
    """Whose bar it is, where several plans hold the figure against different ones."""


@frozen
class Sums:
    """Cells that are parts of a figure, by what stands in them, and what is said where they are more than it."""

    ranges: tuple[tuple[str, str], ...]
    """The cell of the whole and the range of its parts."""
    above: str
    """What is said where the parts are above it."""
    whole: bool
    """Whether the parts make up the whole: their sum is looked at, not each."""
    below: str = ""
    """What is said of the rest where all parts are there and are less, with "{}" for how many; "" to say nothing."""
    count: int = 0
    """How many parts there are."""


def bars(held: Iterable[SheetBar]) -> list[Fraction]:
    """Return all bars that a figure is held against, those on the way too."""
    return [bar for item in held for bar in (item.bar, item.milestone) if bar is not None]


def quoted(words: str) -> str:
    """Return words as a formula has them."""
    return '"{}"'.format(words.replace('"', '""'))


def largest(definition: Definition, held: Iterable[SheetBar]) -> int:
    """Return the largest count that a cell may take for all comparisons to be exact."""
    factors = [factor for bar in bars(held) for factor in _factors(definition, bar)]
    return min(HIGHEST, MOST // max([definition.per, *map(abs, factors)]))


def result(definition: Definition, places: CellsOf, held: Sequence[SheetBar], nobody: str) -> str:
    """Return the formula of the derived figure: a share with as many decimals as keep it on its side of every bar; `nobody` of no one."""
    if not definition.divided:
        only = places.of(definition)[0]
        return f"=IF(COUNT({only})=0,{quoted('')},{only})"
    above, below = places.of(definition)
    share = f"{above}*{definition.per}/{below}"
    shown = share
    beside = list(dict.fromkeys((Fraction(0), *bars(held), *((Fraction(100),) if definition.is_percentage else ()))))
    for digits in range(DIGITS, 0, -1):
        same = ",".join(_same_side(f"ROUND({share},{digits})", definition, places, bar) for bar in beside)
        shown = f"IF(AND({same}),ROUND({share},{digits}),{shown})"
    return f"=IF(COUNT({above},{below})<2,{quoted('')},IF({below}=0,{quoted(nobody)},{shown}))"


def verdict(definition: Definition, places: CellsOf, held: Sequence[SheetBar], nobody: str, waiting: tuple[str, str] | None = None) -> str:
    """Return the formula of what the figure is against its bars; "" while it is not there, and of a share of more than all.

    Args:
        definition: How it is counted.
        places: Its cells.
        held: The bars, at least one.
        nobody: What is said of a share of no one.
        waiting: A condition under which parts are missing, and what is then said; None for a figure in one piece.
    """
    alone = all(item.side == "==" and item.bar == 0 for item in held)  # cases stand by themselves, whatever they are a share of
    needed = places.of(definition)[:1] if alone else places.of(definition)
    said = "&".join(_said(definition, places, item, last=number == len(held)) for number, item in enumerate(held, 1))
    if definition.divided and not alone:
        wrong = f"{places.numerator}>{places.denominator}"  # which is no share that could be judged
        said = f"IF({places.denominator}=0,{quoted(nobody)},IF({wrong},{quoted('')},{said}))"
    if waiting is not None:
        said = f"IF({waiting[0]},{quoted(waiting[1])},{said})"
    return f"=IF(COUNT({','.join(needed)})<{len(needed)},{quoted('')},{said})"


def done(place: str, yes: str, no: str, held: tuple[str, str]) -> str:
    """Return the formula of a state or a task: what is said of yes and of no; "" while neither is chosen."""
    return f"=IF({place}={quoted(yes)},{quoted(held[0])},IF({place}={quoted(no)},{quoted(held[1])},{quoted('')}))"


def check(definition: Definition, places: CellsOf, sums: Sequence[Sums], said: tuple[str, str, str]) -> str:
    """Return the formula of what is wrong with a row, the first of it; "" where nothing is.

    Args:
        definition: How it is counted.
        places: Its cells.
        sums: Its parts.
        said: What is said of a cell that holds no number, of a numerator above its denominator, and of one without.
    """
    cells = places.of(definition)
    steps = [(f"COUNTA({','.join(cells)})<>COUNT({','.join(cells)})", said[0])]
    if definition.divided:
        above, below = cells
        steps.append((f"AND(COUNT({above},{below})=2,{above}>{below})", said[1]))
        steps.append((f"AND(COUNT({above})=1,COUNT({below})=0)", said[2]))
    for item in sums:
        add = "SUM" if item.whole else "MAX"
        steps += [(f"AND(COUNT({whole})=1,{add}({parts})>{whole})", item.above) for whole, parts in item.ranges]
    text = quoted("")
    for item in sums:
        if item.below:
            whole, parts = item.ranges[0]
            before, after = map(quoted, item.below.split("{}"))
            lacks = f"AND(COUNT({whole})=1,COUNT({parts})={item.count},SUM({parts})<{whole})"
            text = f"IF({lacks},{before}&({whole}-SUM({parts}))&{after},{text})"
    for condition, words in reversed(steps):
        text = f"IF({condition},{quoted(words)},{text})"
    return f"={text}"


def total(cells: Sequence[str]) -> str:
    """Return the formula of a sum of cells; "" while none of them holds a number."""
    return f"=IF({_over('COUNT', cells)}=0,{quoted('')},{_over('SUM', cells)})"


def missing(cells: Sequence[str], count: int) -> str:
    """Return the condition that of so many cells some hold no number."""
    return f"{_over('COUNT', cells)}<{count}"


def chosen(cells: Sequence[str], words: str) -> str:
    """Return the formula, without its sign, of how many of some cells, or ranges, hold a word."""
    return "+".join(f"COUNTIF({one},{quoted(words)})" for one in cells)


def _over(function: str, cells: Sequence[str]) -> str:
    """Return a function of many cells: it takes at most 255."""
    return "+".join(f"{function}({','.join(cells[start : start + 250])})" for start in range(0, len(cells), 250))


def _said(definition: Definition, places: CellsOf, held: SheetBar, *, last: bool) -> str:
    failed = quoted(held.fails)
    if held.milestone is not None:
        failed = f"IF({_holds(definition, places, held.side, held.milestone)},{quoted(held.reaches)},{failed})"
    words = f"IF({_holds(definition, places, held.side, held.bar)},{quoted(held.holds)},{failed})"
    return f"{quoted(f'{held.name}: ')}&{words}{'' if last else '&' + quoted('; ')}" if held.name else words


def _holds(definition: Definition, places: CellsOf, side: str, bar: Fraction) -> str:
    """Return the exact comparison of a figure with a bar: 38*100<4*1003."""
    left, right = _products(definition, places, bar)
    return f"{left}{_SIGN[side]}{right}"


def _products(definition: Definition, places: CellsOf, bar: Fraction) -> tuple[str, str]:
    over, under = _factors(definition, bar)
    cells = places.of(definition)
    left = cells[0] if over == 1 else f"{cells[0]}*{over}"
    if not definition.divided or under == 0:
        return left, str(under)
    return left, cells[1] if under == 1 else f"{under}*{cells[1]}"


def _factors(definition: Definition, bar: Fraction) -> tuple[int, int]:
    """Return by what the figure above the line, and by what that below it, is multiplied to be compared with a bar."""
    exact = bar / definition.per if bar.denominator > 1 else bar
    return (exact.denominator, exact.numerator) if bar.denominator > 1 else (definition.per, bar.numerator)


def _same_side(shown: str, definition: Definition, places: CellsOf, bar: Fraction) -> str:
    left, right = _products(definition, places, bar)
    scaled = shown if bar.denominator == 1 else f"{shown}*{bar.denominator}"
    return f"SIGN({scaled}-{bar.numerator})=SIGN({left}-{right})"
