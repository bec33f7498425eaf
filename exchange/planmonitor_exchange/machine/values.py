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
