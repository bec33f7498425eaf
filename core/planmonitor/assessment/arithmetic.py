"""Exact comparison, and rounding that never contradicts it (docs/domain.md, rule 11)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from operator import eq, ge, gt, le, lt

_COMPARED = {"<": lt, "<=": le, "==": eq, ">=": ge, ">": gt}


def holds(comparator: str, figure: Fraction, bar: Fraction) -> bool:
    """Return whether the exact figure satisfies a comparator ("<", "<=", "==", ">=", ">") against the exact bar."""
    return bool(_COMPARED[comparator](figure, bar))


def _side(number: Fraction | int, bar: Fraction | int) -> int:
    """Return on which side of a bar a number lies: -1 below, 0 at it, 1 above."""
    return int(number > bar) - int(number < bar)


def _rounded(number: Fraction, digits: int) -> int:
    """Round half away from zero, counted in units of the last digit: 2.25 to one digit is 23."""
    whole: int = (2 * abs(number.numerator) * 10**digits + number.denominator) // (2 * number.denominator)
    return whole if number >= 0 else -whole


def shown(figure: Fraction, bars: Iterable[Fraction] = ()) -> Decimal:
    """Return the figure rounded for people, with as many digits as it takes to stay on its side of every bar.

    399/100 against 4 gives 3.99, and 299/3 against 100 gives 99.7, without superfluous zeros. The bars are what it is compared
    with on the same screen; 0 always counts, so that something never shows as nothing.
    """
    held = [(bar, _side(figure, bar)) for bar in (Fraction(0), *bars)]
    digits = 1
    while any(_side(_rounded(figure, digits), _rounded(bar, digits)) != side for bar, side in held):
        digits += 1
    whole, rest = divmod(_rounded(figure, digits), 10**digits)
    return Decimal(_rounded(figure, digits)).scaleb(-digits).normalize() if rest else Decimal(whole)


def still_needed(comparator: str, numerator: int, denominator: int, bar: Fraction, per: int) -> int:
    """Return how many more (positive) or fewer (negative) cases of the numerator would satisfy "<", "<=", ">=" or ">"; 0 where it holds.

    The bar is in the unit of the measure; a count is a share of 1, per 1.
    """
    if holds(comparator, Fraction(numerator * per, denominator), bar):
        return 0
    edge = bar * denominator / per
    return {">=": ceil(edge), ">": floor(edge) + 1, "<=": floor(edge), "<": ceil(edge) - 1}[comparator] - numerator
