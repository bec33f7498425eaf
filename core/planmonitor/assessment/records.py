"""What is recorded: figures as they were counted (docs/domain.md, rules 8 and 9), registered members, approved explanations, receipts."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from attrs import Attribute, field, frozen

from planmonitor.messages import N_
from planmonitor.model import validation as valid
from planmonitor.model.periods import Period
from planmonitor.model.validation import of_type, one_of, plain_text

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


@frozen
class MemberUnit:
    """An office a place has registered: one school of "các trường học", or a unit of its own (docs/domain.md, rule 21).

    A later entry with the same id replaces an earlier one: that is how a member is renamed, moved or closed.

    Attributes:
        id: Its id in ASCII, `truong-thcs-van-son`; figures name it as their unit.
        name: What it is called.
        place: Code of its place, or the place's name where it has no code.
        group_id: Id of the plan's unit it is a member of; "" where it belongs to no group.
        plan: Id of the plan that group stands in; "" for every plan.
        valid_from: First day it exists.
        valid_to: Last day it exists; None while it does.
        entered_by: Who entered it.
        recorded_at: The instant it was recorded, with its time zone; None while it is not recorded.
    """

    id: str = field(validator=valid.code)
    name: str = field(validator=plain_text)
    place: str = field(validator=of_type(str))
    valid_from: date = field(validator=of_type(date))
    group_id: str = field(default="", validator=of_type(str))
    plan: str = field(default="", validator=of_type(str))
    valid_to: date | None = field(default=None, validator=of_type(date, None))
    entered_by: str = field(default="", validator=of_type(str))
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))

    def __attrs_post_init__(self) -> None:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise valid.complain(self, "valid_to", N_("{end} lies before {start}"), end=self.valid_to, start=self.valid_from)

    def belongs_to(self, plan: str, group: str) -> bool:
        """Return whether it is a member of a group of a plan, by the ids of both."""
        return self.group_id == group != "" and self.plan in ("", plan)

    def valid_on(self, day: date) -> bool:
        """Return whether it exists on a day, its first and its last day included."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@frozen
class Acceptance:
    """An approved explanation of a shortfall (docs/domain.md, section 4). It changes no status and no count.

    Attributes:
        measure: Full id of the measure.
        body: The authority that approved the explanation.
        reason: The explanation.
        until: Last day it holds.
        document: Number of the approving document; "" where there is none, which is then said.
        dated: Date of that document.
        entered_by: Who entered it.
        recorded_at: The instant it was recorded, with its time zone; None while it is not recorded.
    """

    measure: str = field(validator=plain_text)
    body: str = field(validator=plain_text)
    reason: str = field(validator=plain_text)
    until: date = field(validator=of_type(date))
    document: str = field(default="", validator=of_type(str))
    dated: date | None = field(default=None, validator=of_type(date, None))
    entered_by: str = field(default="", validator=of_type(str))
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))


@frozen
class Receipt:
    """One act of recording: every figure in the journal belongs to one.

    Attributes:
        receipt: Its code, short enough to be read out over the telephone.
        kind: "record" for figures typed in, "import" for a file.
        file_name: Name of the file; "" where there was none.
        sha256: SHA-256 of the file's bytes in hex, by which the same file is known again; "" where there was none.
        rows: How many rows the file had, or how many figures were typed in.
        entered_by: Who entered them.
        recorded_at: The instant it was recorded, with its time zone; None while it is not recorded.
    """

    receipt: str = field(validator=plain_text)
    kind: str = field(validator=one_of("record", "import"))
    file_name: str = field(default="", validator=of_type(str))
    sha256: str = field(default="", validator=of_type(str))
    rows: int = field(default=1, validator=of_type(int))
    entered_by: str = field(default="", validator=of_type(str))
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))
