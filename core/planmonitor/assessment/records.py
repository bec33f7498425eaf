"""What is recorded: figures as they were counted (docs/domain.md, rules 8 and 9), registered members, approved explanations, receipts."""

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


ACCEPTED_AS = (
    *("natural-disaster", "epidemic", "population-change", "funding-not-allocated"),
    *("organisation-merged", "guidance-awaited", "data-source-missing", "other"),
)
"""Why a shortfall could not be helped: a storm or flood; an epidemic; more or fewer people than were planned for; money not allocated; offices or
communes merged; guidance that did not come; nobody who counts it; something else, which the words say."""


@frozen
class Acceptance:
    """An approved explanation of a shortfall (docs/domain.md, section 4). It changes no status and no count."""

    measure: str = field(validator=plain_text)
    """Full id of the measure."""
    body: str = field(validator=plain_text)
    """The authority that approved the explanation."""
    reason: str = field(validator=plain_text)
    """The explanation."""
    until: date = field(validator=of_type(date))
    """Last day it holds."""
    document: str = field(default="", validator=of_type(str))
    """Number of the approving document; "" where there is none, which is then said."""
    dated: date | None = field(default=None, validator=of_type(date, None))
    """Date of that document."""
    kind: str = field(default="", validator=one_of("", *ACCEPTED_AS))
    """Why: one of `ACCEPTED_AS`; "" where nobody chose one."""
    entered_by: str = field(default="", validator=of_type(str))
    """Who entered it."""
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))
    """The instant it was recorded, with its time zone; None while it is not recorded."""


WAIVED_AS = ("settled", "not-applicable", "not-ours", "awaiting-guidance", "source-wrong")
"""Why a finding need not be dealt with: it was settled; does not apply; is not ours to decide; waits for guidance; the document is wrong."""


@frozen
class Waiver:
    """That a finding need not be dealt with, by whose letter and until when (docs/domain.md, rule 24)."""

    finding: str = field(validator=plain_text)
    """Number of the finding."""
    check: str = field(validator=plain_text)
    """Id of the check that found it."""
    plan: str = field(validator=of_type(str))
    """Id of the plan it was found in; "" for what lies between plans."""
    kind: str = field(validator=one_of(*WAIVED_AS))
    """Why: one of `WAIVED_AS`."""
    sentence: str = field(validator=plain_text)
    """What the finding said then: what was settled is settled only as long as it says the same."""
    body: str = field(validator=plain_text)
    """Who decided it."""
    reason: str = field(validator=plain_text)
    """The reason given."""
    until: date = field(validator=of_type(date))
    """Last day it holds."""
    document: str = field(default="", validator=of_type(str))
    """Number of the letter; "" where there is none, which is then said."""
    dated: date | None = field(default=None, validator=of_type(date, None))
    """Date of that letter."""
    entered_by: str = field(default="", validator=of_type(str))
    """Who entered it."""
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))
    """The instant it was recorded, with its time zone; None while it is not recorded."""


RETURNED_AS = ("figures-missing", "figures-wrong", "wrong-form", "not-signed", "wrong-recipient", "other")
"""Why a report is returned: figures are missing, or wrong; it has another form; nobody signed it; it is another office's; something else."""


@frozen
class Sending:
    """What happened to one unit's report for a period: it was sent, received or returned (docs/domain.md, rule 19)."""

    act: str = field(validator=one_of("submit", "receive", "return"))
    """ "submit" by who sends, "receive" or "return" by who receives."""
    plan: str = field(validator=plain_text)
    """Id of the plan."""
    duty: str = field(validator=plain_text)
    """Id of the duty."""
    place: str = field(validator=of_type(str))
    """Code of the place, or its name where it has no code."""
    unit: str = field(validator=of_type(str))
    """Id of the unit whose report it is; "" for the place as a whole."""
    period: Period = field(validator=of_type(Period))
    """What the report is on."""
    letter: str = field(default="", validator=of_type(str))
    """Number of the letter, "45/BC-UBND"."""
    dated: date | None = field(default=None, validator=of_type(date, None))
    """Date of the letter, which decides whether it was in time."""
    sent: date | None = field(default=None, validator=of_type(date, None))
    """The day it was sent, where somebody noted it."""
    received: date | None = field(default=None, validator=of_type(date, None))
    """The day it was received, or returned."""
    reason: str = field(default="", validator=of_type(str))
    """Why it was returned."""
    revision: int = field(default=0, validator=of_type(int))
    """The newest revision of the journal when it was recorded: figures that came later do not stand in the report."""
    kind: str = field(default="", validator=one_of("", *RETURNED_AS))
    """Why it was returned: one of `RETURNED_AS`; "" where it was not, or nobody chose one."""
    entered_by: str = field(default="", validator=of_type(str))
    """Who entered it."""
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))
    """The instant it was recorded, with its time zone; None while it is not recorded."""

    @property
    def about(self) -> tuple[str, str, str, date, date]:
        """Which report it is of, whatever happened to it."""
        return (self.plan, self.duty, self.unit, self.period.start, self.period.end)

    @property
    def as_letter(self) -> tuple[str, str, str, str, date | None]:
        """Which letter it is of: what was told in it is found by this (`Reported.in_letter`)."""
        return (self.plan, self.duty, self.unit, self.letter, self.dated)


@frozen
class Reported:
    """One figure as a report told it when its letter was recorded (docs/domain.md, rule 19): what is corrected since is told against it.

    Plan, duty, reporter, letter and date name the letter; where it listed corrections of an earlier report, the period is that report's.
    """

    plan: str = field(validator=plain_text)
    """Id of the plan."""
    duty: str = field(validator=plain_text)
    """Id of the duty."""
    place: str = field(validator=of_type(str))
    """Code of the place, or its name where it has no code."""
    reporter: str = field(validator=of_type(str))
    """Id of the unit whose report it is; "" for the place as a whole."""
    letter: str = field(validator=of_type(str))
    """Number of the letter."""
    dated: date | None = field(validator=of_type(date, None))
    """Date of the letter."""
    measure: str = field(validator=plain_text)
    """Full id of the measure."""
    definition: str = field(validator=valid.key)
    """Key of what was counted."""
    fingerprint: str = field(validator=of_type(str))
    """Fingerprint of how it was counted; "" where nobody noted it."""
    bar: str = field(validator=of_type(str))
    """The bar it was held against: "< 7"; "" where there was none, or nobody noted it."""
    unit: str = field(validator=of_type(str))
    """Id of the unit or member whose part it is; "" for the whole place."""
    period: Period = field(validator=of_type(Period))
    """What the figure is for."""
    revision: int = field(default=0, validator=of_type(int))
    """The newest revision that stood in it; 0 where there was no figure."""
    figure: str = field(default="", validator=of_type(str))
    """What it said, exact: "45/46", "5"; "" where there was no figure."""
    state: str = field(default="", validator=one_of("", *STATES))
    """State of that figure; "" where there was none."""
    until: date | None = field(default=None, validator=of_type(date, None))
    """The day it ran to; None where there was none."""
    entered_by: str = field(default="", validator=of_type(str))
    """Who entered it."""
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))
    """The instant it was recorded, with its time zone; None while it is not recorded."""

    @property
    def in_letter(self) -> tuple[str, str, str, str, date | None]:
        """In which letter it stands."""
        return (self.plan, self.duty, self.reporter, self.letter, self.dated)


@frozen
class AnswerGiven:
    """An answer to an open question as it was written into `monitor.toml`, so that it can be taken back."""

    plan: str = field(validator=plain_text)
    """Id of the plan."""
    question: str = field(validator=plain_text)
    """Id of the question within the plan."""
    value_before: str = field(default="", validator=of_type(str))
    """What stood there before, as TOML has it; "" where the question was open."""
    value_after: str = field(default="", validator=of_type(str))
    """What was written, as TOML has it."""
    entered_by: str = field(default="", validator=of_type(str))
    """Who entered it."""
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))
    """The instant it was recorded, with its time zone; None while it is not recorded."""


@frozen
class Closing:
    """That a reporting year of a place was closed: what stayed open was listed, and goes on (docs/domain.md, section 4)."""

    year: int = field(validator=of_type(int))
    """The reporting year."""
    place: str = field(validator=of_type(str))
    """Code of the place, or its name where it has no code."""
    open: int = field(default=0, validator=of_type(int))
    """How many matters stayed open."""
    entered_by: str = field(default="", validator=of_type(str))
    """Who entered it."""
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))
    """The instant it was recorded, with its time zone; None while it is not recorded."""


SECTIONS = ("done", "difficulties", "causes", "proposals", "next")
"""What is written on a period, in the order of a report: what was done, difficulties, their causes, proposals, the tasks ahead."""


@frozen
class Narrative:
    """What a person wrote on a period of a plan, in one section; a later one of the same section replaces it (docs/domain.md, rule 10)."""

    plan: str = field(validator=plain_text)
    """Id of the plan."""
    place: str = field(validator=of_type(str))
    """Code of the place, or its name where it has no code."""
    unit: str = field(validator=of_type(str))
    """Id of the unit or member that wrote it; "" for the place as a whole."""
    period: Period = field(validator=of_type(Period))
    """What it is about."""
    section: str = field(validator=one_of(*SECTIONS))
    """One of `SECTIONS`."""
    text: str = field(validator=of_type(str))
    """What was written: paragraphs, a line each; never empty."""
    entered_by: str = field(default="", validator=of_type(str))
    """Who entered it."""
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))
    """The instant it was recorded, with its time zone; None while it is not recorded."""

    @property
    def about(self) -> tuple[str, str, date, date, str]:
        """What it is on: plan, unit, first and last day, section."""
        return (self.plan, self.unit, self.period.start, self.period.end, self.section)


Entry = MemberUnit | Acceptance | Waiver | Sending | AnswerGiven | Closing | Narrative
"""What is recorded beside figures."""


RECEIPT_KINDS = ("record", "import", "unit", "acceptance", "waiver", "sending", "answer", "deadline", "closing", "narrative", "taking-over", "undo")
"""What an act records: "record" for figures typed in, "import" for a file, "unit" for members registered or changed, "acceptance" for an explanation
approved, "waiver" for a finding waived, "sending" for a report sent, received or returned, "answer" for an open question answered, "deadline" for a
last day set, "closing" for a year closed, "narrative" for what was written, "taking-over" for what a plan takes over from the one before it, "undo"
for an act, or a revision, taken back."""


@frozen
class Receipt:
    """One act of recording, or of taking one back: all that is recorded belongs to one."""

    receipt: str = field(validator=plain_text)
    """Its code, short enough to be read out over the telephone."""
    kind: str = field(validator=one_of(*RECEIPT_KINDS))
    """One of `RECEIPT_KINDS`."""
    file_name: str = field(default="", validator=of_type(str))
    """Name of the file; "" where there was none."""
    sha256: str = field(default="", validator=of_type(str))
    """SHA-256 of the file's bytes in hex, by which the same file is known again; "" where there was none."""
    rows: int = field(default=1, validator=of_type(int))
    """How many rows the file had, or how many entries were typed in."""
    takes_back: str = field(default="", validator=of_type(str))
    """Code of the receipt that it takes back; "" where it takes back none."""
    reason: str = field(default="", validator=of_type(str))
    """Why that is taken back."""
    entered_by: str = field(default="", validator=of_type(str))
    """Who entered them."""
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))
    """The instant it was recorded, with its time zone; None while it is not recorded."""
