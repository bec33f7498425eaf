"""Values as JSON has them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any


def machine(value: Any) -> Any:
    """Return a value as JSON has it: dates in ISO 8601, integers as numbers, every other figure as a string."""
    if isinstance(value, (Decimal, Fraction)):
        return str(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: machine(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [machine(item) for item in value]
    return value


def exact(number: Fraction) -> int | str:
    """Return an exact figure for machines: a number where it is whole, else text."""
    return number.numerator if number.denominator == 1 else short(number)


def short(number: Fraction) -> str:
    """Return an exact fraction as text for machines: a decimal where it ends, else "n/d"."""
    rest, digits = number.denominator, 0
    while rest % 10 in {0, 2, 4, 5, 6, 8} and rest > 1:
        rest, digits = (rest // 10 if rest % 10 == 0 else rest // 5 if rest % 5 == 0 else rest // 2), digits + 1
    if rest > 1:
        return f"{number.numerator}/{number.denominator}"
    whole = number * 10**digits
    return f"{Decimal((whole < 0, tuple(map(int, str(abs(whole.numerator)))), -digits)):f}"
