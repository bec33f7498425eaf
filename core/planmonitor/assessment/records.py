"""What is recorded: figures as they were counted, with where in a file they stood, and registered members (docs/domain.md, rules 8, 9 and 21)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from attrs import Attribute, field, frozen

from planmonitor.messages import N_, Message
from planmonitor.model import validation as valid
from planmonitor.model.periods import Period
from planmonitor.model.validation import of_type, one_of, plain_text

NOT_STORED = {"stored": False}
"""Marks a field that follows from other entries and stands in no table."""

STATES = ("estimated", "provisional", "final")
WITHDRAWN = "withdrawn"
"""The state of a revision that takes a figure back and leaves none in its place (docs/domain.md, rule 10)."""

STATE_WORDS = {WITHDRAWN: N_("taken back"), "estimated": N_("estimated"), "provisional": N_("provisional"), "final": N_("final")}

TOTAL: tuple[tuple[str, str], ...] = ()


@frozen
class Origin:
    """Where in a file a figure stands, or that it stands in none."""

    file: str = ""
    """Name of the file; "" where the figure was typed in."""
    cell: str = ""
    """The line of a text, "12", or the cell of a sheet, "F12"."""
    sheet: str = ""
    """Name of the sheet; "" in a file without sheets."""
    position: int = 0
    """Its place among all of the file: what is wrong is listed in this order."""
    column: str = ""
    """The column of a text, "OBS_VALUE", where one cell of its line is meant."""
    sender: str = ""
    """Whose row it is: the id of a unit, the words that name it, or a place; "" where the row names nobody."""
    form: str = ""
    """What kind of file it is: one of our own forms, or the fingerprint of its headings; "" where nobody looked."""
    answered: str = ""
    """Which of its cells were read as somebody answered: "C5 'không' = 0"; "" for none."""

    @property
    def address(self) -> str:
        """The cell as it is named in an answer: "Số liệu!C5", or line and column of a text, "4:OBS_VALUE"."""
        return f"{self.sheet}!{self.cell}" if self.sheet else ":".join(filter(None, (self.cell, self.column)))

    @property
    def said(self) -> Message | str:
        """It as one reads it: "so-lieu.csv:12", or file, sheet and cell."""
        if not self.sheet:
            return f"{self.file}:{self.cell}"
        return Message.of(N_("{file}, sheet '{sheet}', cell {cell}"), file=self.file, sheet=self.sheet, cell=self.cell)


def not_negative(instance: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validate an exact figure that is not negative, or None."""
    valid.exact(instance, attribute, value)
    if value is not None and value < 0:
        raise valid.complain(instance, attribute.name, N_("{value} is negative"), value=valid.shown(value))


@frozen
class Figure:
    """What was counted, for whom, for when, and who said so. A percentage is never stored."""

    definition: str = field(validator=valid.key)
    """Key of the definition it counts."""
    place: str = field(validator=of_type(str))
    """Code of the place, or its name where it has no code; "" for a place not named yet."""
    unit: str = field(validator=of_type(str))
    """Id of the unit or member that supplied this part; "" for the whole place."""
    period: Period = field(validator=of_type(Period))
    """The days it covers."""
    until: date = field(validator=of_type(date))
    """The day the figure runs to."""
    breakdown: tuple[tuple[str, str], ...] = field(default=TOTAL)
    """Breakdown keys and category keys, sorted; empty for the total."""
    numerator: int | None = field(default=None, validator=[of_type(int, None), not_negative])
    """Above the line, for ratios and rates."""
    denominator: int | None = field(default=None, validator=[of_type(int, None), not_negative])
    """Below the line, for ratios and rates."""
    value: int | Decimal | None = field(default=None, validator=not_negative)
    """The count or the points, for counts, outputs, scores and populations."""
    yes: bool | None = field(default=None, validator=of_type(bool, None))
    """The state, for yes/no."""
    state: str = field(default="final", validator=one_of(*STATES, WITHDRAWN))
    """ "estimated", "provisional" or "final" (Statistics Law, art. 48); "withdrawn" where a revision takes back and leaves no figure."""
    comparison: bool = field(default=False, validator=of_type(bool))
    """Whether it is a comparison figure (base year, same period of the year before)."""
    supplied_by: str = field(default="", validator=of_type(str))
    """Who supplied it."""
    entered_by: str = field(default="", validator=of_type(str))
    """Who entered it."""
    evidence: str = field(default="", validator=of_type(str))
    """The report or letter it stands in."""
    note: str = field(default="", validator=of_type(str))
    """A remark."""
    revision: int = field(default=0, validator=of_type(int))
    """Its number in the journal; 0 while it is not recorded."""
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))
    """The instant it was recorded, with its time zone; None while it is not recorded."""
    takes_back: int = field(default=0, validator=of_type(int))
    """The revision that this one takes back; 0 for a figure that somebody handed in."""

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
    """An office a place has registered, as a member of one group: one school of "các trường học" (docs/domain.md, rule 21).

    One office, by one id, may belong to groups of several plans, with an entry for each. A later entry of the same id, plan and group replaces an
    earlier one: that is how a member is renamed or closed.
    """

    id: str = field(validator=valid.code)
    """Its id in ASCII, `truong-thcs-van-son`; figures name it as their unit."""
    name: str = field(validator=plain_text)
    """What it is called."""
    place: str = field(validator=of_type(str))
    """Code of its place, or the place's name where it has no code."""
    valid_from: date = field(validator=of_type(date))
    """First day it exists."""
    group_id: str = field(default="", validator=of_type(str))
    """Id of the plan's unit it is a member of; "" where it belongs to no group."""
    plan: str = field(default="", validator=of_type(str))
    """Id of the plan that group stands in; "" for every plan."""
    valid_to: date | None = field(default=None, validator=of_type(date, None))
    """Last day it exists; None while it does."""
    successor: str = field(default="", validator=of_type(str))
    """Id of the member that goes on with its work from the day after; "" where none does."""
    named_from: date | None = field(default=None, validator=of_type(date, None))
    """First day it is called so; None where it was from its first day on."""
    document: str = field(default="", validator=of_type(str))
    """Number of the letter by which it was registered, renamed, closed or merged; "" where none is named."""
    also: tuple[str, ...] = field(default=(), metadata=NOT_STORED)
    """Its other names, former and to come, by which it is found too; they follow from its other entries."""
    entered_by: str = field(default="", validator=of_type(str))
    """Who entered it."""
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))
    """The instant it was recorded, with its time zone; None while it is not recorded."""

    def __attrs_post_init__(self) -> None:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise valid.complain(self, "valid_to", N_("{end} lies before {start}"), end=self.valid_to, start=self.valid_from)

    @property
    def membership(self) -> tuple[str, str, str, str]:
        """Whose membership of which group it is: the newest entry of one holds."""
        return (self.id, self.place, self.plan, self.group_id)

    def belongs_to(self, plan: str, group: str) -> bool:
        """Return whether it is a member of a group of a plan, by the ids of both."""
        return self.group_id == group != "" and self.plan in ("", plan)

    def valid_on(self, day: date) -> bool:
        """Return whether it exists on a day, its first and its last day included."""
        return self.valid_between(day, day)

    def valid_between(self, first: date, last: date) -> bool:
        """Return whether it exists on some day of a span."""
        return self.valid_from <= last and (self.valid_to is None or first <= self.valid_to)
