"""A figure as somebody hands it in, typed or in a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from attrs import field, frozen


@frozen
class Draft:
    """A figure before it is admitted: counts already read, names still to be looked up.

    Attributes:
        measure: Id of a measure or base population, or the end of one.
        period: The period as officers write it: "2026", "2026-S1", "quý II/2026".
        numerator: Above the line.
        denominator: Below the line.
        value: A count or points.
        yes: A state.
        unit: Unit id or member id, or its name; "" where none is given.
        place: Place code or name; "" for the plan's.
        breakdown: Category key by breakdown key; empty for the total.
        state: "estimated", "provisional", "final", or None to let the period decide.
        until: The day it runs to; None for the last day of the period or today.
        comparison: Whether it is a comparison figure.
        counts: What one unit of it is, where the sender declares it.
        supplied_by: Who supplied it.
        evidence: The report or letter it stands in.
        note: A remark.
        where: Where it stands in a file ("so-lieu.csv:12"); "" where it was typed in.
    """

    measure: str
    period: str
    numerator: int | None = None
    denominator: int | None = None
    value: int | Decimal | None = None
    yes: bool | None = None
    unit: str = ""
    place: str = ""
    breakdown: Mapping[str, str] = field(factory=dict)
    state: str | None = None
    until: date | None = None
    comparison: bool = False
    counts: str | None = None
    supplied_by: str = ""
    evidence: str = ""
    note: str = ""
    where: str = ""
