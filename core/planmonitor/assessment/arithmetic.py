"""Exact comparison, and rounding that never contradicts it (docs/domain.md, rule 11)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor


def holds(comparator: str, figure: Fraction, bar: Fraction) -> bool:
    """Return whether the exact figure satisfies a comparator ("<", "<=", "==", ">=", ">") against the exact bar."""
    return {"<": figure < bar, "<=": figure <= bar, "==": figure == bar, ">=": figure >= bar, ">": figure > bar}[comparator]


def _sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)


def _rounded(number: Fraction, digits: int) -> Fraction:
    """Round half away from zero."""
    scaled = abs(number) * 10**digits + Fraction(1, 2)
    return _sign(number) * Fraction(floor(scaled), 10**digits)


def shown(figure: Fraction, bars: Iterable[Fraction] = ()) -> Decimal:
    """Return the figure rounded for people, with as many digits as it takes to stay on its side of every bar.

    399/100 against 4 gives 3.99, and 299/3 against 100 gives 99.7, without superfluous zeros. The bars are what it is compared
    with on the same screen; 0 always counts, so that something never shows as nothing.
    """
    held = [Fraction(0), *bars]
    digits = 1
    while any(_sign(_rounded(figure, digits) - _rounded(bar, digits)) != _sign(figure - bar) for bar in held):
        digits += 1
    rounded = _rounded(figure, digits)
    if rounded.denominator == 1:
        return Decimal(int(rounded))
    return Decimal(int(rounded * 10**digits)).scaleb(-digits).normalize()


def still_needed(comparator: str, numerator: int, denominator: int, bar: Fraction, per: int) -> int:
    """Return how many more (positive) or fewer (negative) cases of the numerator would satisfy "<", "<=", ">=" or ">"; 0 where it holds.

    The bar is in the unit of the measure; a count is a share of 1, per 1.
    """
    if holds(comparator, Fraction(numerator * per, denominator), bar):
        return 0
    edge = bar * denominator / per
    return {">=": ceil(edge), ">": floor(edge) + 1, "<=": floor(edge), "<": ceil(edge) - 1}[comparator] - numerator
