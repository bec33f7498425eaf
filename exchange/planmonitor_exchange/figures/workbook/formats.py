"""Number formats under which a cell shows another number than it holds: 50% for 0.5, 1/2 for 0.5, 12 for 12,000."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

_LITERAL = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]')
"""What a format writes as it stands, leaves room for, or takes for a colour or a condition."""
_FRACTION = re.compile(r"[?#0]\s*/\s*[?#0-9]")
_THOUSANDS = re.compile(r"[?#0](,+)(?![?#0,])")
_FINEST = 100
"""The largest denominator of a fraction that is named."""


@lru_cache(maxsize=512)
def changes(number_format: str) -> bool:
    """Return whether a format may show another number than the one in its cell."""
    plain = _plain(number_format)
    return "%" in _first(number_format) or bool(_FRACTION.search(plain) or _THOUSANDS.search(plain))


def shown_under(number: int | Decimal, number_format: str) -> str | None:
    """Return what a cell shows where its format makes another number of the one it holds; None where it is the same."""
    plain = _plain(number_format)
    if "%" in plain:
        return f"{_written(number * 100 ** plain.count('%'))}%"
    if "%" in _first(number_format):
        return f"{_written(number)}%"  # a sign that stands there as a letter
    if _FRACTION.search(plain):
        return None if number == int(number) else _as_fraction(Fraction(number))
    if scaled := _THOUSANDS.search(plain):
        return None if number == 0 else _written(round(Decimal(number) / 1000 ** len(scaled[1])))
    return None


def _first(number_format: str) -> str:
    """Return the part of a format that is for numbers above nought."""
    return re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', number_format)[0]


def _plain(number_format: str) -> str:
    return _LITERAL.sub("", _first(number_format))


def _as_fraction(number: Fraction) -> str:
    near = number.limit_denominator(_FINEST)
    whole, rest = divmod(near.numerator, near.denominator)
    return f"{whole} {rest}/{near.denominator}" if whole else str(near)


def _written(number: int | Decimal) -> str:
    """Return a number as Vietnamese write it, without decimals that are nought."""
    exact = Decimal(number)
    return str(int(exact)) if exact == int(exact) else format(exact.normalize(), "f").replace(".", ",")
