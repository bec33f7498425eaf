"""What is recorded beside the figures: registered members, approved explanations, receipts."""

from __future__ import annotations

from datetime import date, datetime

from attrs import field, frozen

from planmonitor.messages import N_
from planmonitor.model import validation as valid
from planmonitor.model.validation import of_type, one_of, plain_text


@frozen
class MemberUnit:
    """An office a place has registered: one school of "các trường học", or a unit of its own (docs/domain.md, rule 21).

    A later entry with the same id replaces an earlier one: that is how a member is renamed, moved or closed.

    Attributes:
        id: Its id in ASCII, `truong-thcs-van-son`; figures name it as their unit.
        place: Code of its place, or the place's name where it has no code.
        group_id: Id of the plan's unit it is a member of; "" where it belongs to no group.
        plan: Id of the plan that group stands in; "" for every plan.
        valid_to: Last day it exists; None while it does.
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
        until: Last day it holds.
        document: Number of the approving document; "" where there is none, which is then said.
        dated: Date of that document.
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
        recorded_at: The instant it was recorded, with its time zone; None while it is not recorded.
    """

    receipt: str = field(validator=plain_text)
    kind: str = field(validator=one_of("record", "import"))
    file_name: str = field(default="", validator=of_type(str))
    sha256: str = field(default="", validator=of_type(str))
    rows: int = field(default=1, validator=of_type(int))
    entered_by: str = field(default="", validator=of_type(str))
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))
