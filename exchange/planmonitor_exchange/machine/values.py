"""Values as JSON has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Any

DIGITS = 12
"""How many significant digits a figure has at least whose decimals never end."""


def machine(value: Any) -> Any:
    """Return a value as JSON has it: dates in ISO 8601, integers as numbers, every other figure as a decimal in text."""
    if isinstance(value, Fraction):
        return exact(value)
    if isinstance(value, Decimal):
        return figure_text(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: machine(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [machine(item) for item in value]
    return value


def figure_text(figure: int | Decimal | None) -> int | str | None:
    """Return a figure as JSON has it: an int as it is, every other as a decimal in text, never with an exponent."""
    return f"{figure:f}" if isinstance(figure, Decimal) else figure


def exact(number: Fraction, bars: Iterable[Fraction] = ()) -> int | str:
    """Return an exact figure for machines: a number where it is whole, else a decimal in text.

    Args:
        number: The figure.
        bars: What it is held against: see `decimal_text`.
    """
    return number.numerator if number.denominator == 1 else decimal_text(number, bars)


def decimal_text(number: Fraction, bars: Iterable[Fraction] = ()) -> str:
    """Return a fraction as a decimal in text: all of it where it ends, else rounded to `DIGITS` significant digits.

    A program that holds it against a bar or a whole number comes to the verdict of the exact figure (docs/domain.md, rule 11): where the
    rounded decimal would lie on another side, it has more digits.
    """
    places = _places(number.denominator)
    if places is not None:
        return _written((number * 10**places).numerator, places)
    # At a bar that no decimal can be, such as the 15/17 of a base year, none can lie: both are rounded alike.
    held = [bar for bar in (*bars, Fraction(floor(number)), Fraction(ceil(number))) if bar != number]
    places = 0
    while abs(number) * 10**places < 10 ** (DIGITS - 1):
        places += 1
    while any(_side(Fraction(round(number * 10**places), 10**places), bar) != _side(number, bar) for bar in held):
        places += 1
    return _written(round(number * 10**places), places)


def _places(denominator: int) -> int | None:
    """Return how many decimals a fraction in lowest terms has; None where they never end."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else None


def _side(number: Fraction, bar: Fraction) -> int:
    """Return on which side of a bar a number lies: -1 below, 0 at it, 1 above."""
    return int(number > bar) - int(number < bar)


def _written(whole: int, places: int) -> str:
    """Return a whole number of the last of some decimal places as text: 63 and 1 give "6.3"."""
    return f"{Decimal((int(whole < 0), tuple(map(int, str(abs(whole)))), -places)):f}"
