"""One recorded figure, as it was counted (docs/domain.md, rules 8 and 9)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from attrs import Attribute, field, frozen

from planmonitor.messages import N_
from planmonitor.model import validation as valid
from planmonitor.model.periods import Period
from planmonitor.model.validation import of_type, one_of

STATES = ("estimated", "provisional", "final")
STATE_WORDS = {"estimated": N_("estimated"), "provisional": N_("provisional"), "final": N_("final")}

TOTAL: tuple[tuple[str, str], ...] = ()


def not_negative(instance: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validate an exact figure that is not negative, or None."""
    valid.exact(instance, attribute, value)
    if value is not None and value < 0:
        raise valid.complain(instance, attribute.name, N_("{value} is negative"), value=valid.shown(value))


@frozen
class Figure:
    """What was counted, for whom, for when, and who said so. A percentage is never stored.

    Attributes:
        definition: Key of the definition it counts.
        place: Code of the place, or its name where it has no code; "" for a place not named yet.
        unit: Id of the unit or member that supplied this part; "" for the whole place.
        period: The days it covers.
        breakdown: Breakdown keys and category keys, sorted; empty for the total.
        numerator: Above the line, for ratios and rates.
        denominator: Below the line, for ratios and rates.
        value: The count or the points, for counts, outputs, scores and populations.
        yes: The state, for yes/no.
        state: "estimated", "provisional" or "final" (Statistics Law, art. 48).
        until: The day the figure runs to.
        comparison: Whether it is a comparison figure (base year, same period of the year before).
        supplied_by: Who supplied it.
        entered_by: Who entered it.
        evidence: The report or letter it stands in.
        note: A remark.
        revision: Its number in the journal; 0 while it is not recorded.
        recorded_at: The instant it was recorded, with its time zone; None while it is not recorded.
    """

    definition: str = field(validator=valid.key)
    place: str = field(validator=of_type(str))
    unit: str = field(validator=of_type(str))
    period: Period = field(validator=of_type(Period))
    until: date = field(validator=of_type(date))
    breakdown: tuple[tuple[str, str], ...] = field(default=TOTAL)
    numerator: int | None = field(default=None, validator=[of_type(int, None), not_negative])
    denominator: int | None = field(default=None, validator=[of_type(int, None), not_negative])
    value: int | Decimal | None = field(default=None, validator=not_negative)
    yes: bool | None = field(default=None, validator=of_type(bool, None))
    state: str = field(default="final", validator=one_of(*STATES))
    comparison: bool = field(default=False, validator=of_type(bool))
    supplied_by: str = field(default="", validator=of_type(str))
    entered_by: str = field(default="", validator=of_type(str))
    evidence: str = field(default="", validator=of_type(str))
    note: str = field(default="", validator=of_type(str))
    revision: int = field(default=0, validator=of_type(int))
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))

    @property
    def counted(self) -> int | Decimal | None:
        """What was counted, above the line where it is a share; None for a state."""
        return self.value if self.numerator is None else self.numerator

    @property
    def key(self) -> tuple[str, str, str, date, date, tuple[tuple[str, str], ...]]:
        """What the figure is about: a later revision with the same key replaces it."""
        return (self.definition, self.place, self.unit, self.period.start, self.period.end, self.breakdown)
