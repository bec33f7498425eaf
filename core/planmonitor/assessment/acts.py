"""What is noted beside figures: explanations and findings accepted, letters, answers, years closed, what people wrote, and the acts themselves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from attrs import field, frozen

from planmonitor.assessment.records import STATES, MemberUnit
from planmonitor.model import validation as valid
from planmonitor.model.periods import Period
from planmonitor.model.validation import of_type, one_of, plain_text

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
    """What the finding said then: a waiver of what was settled, or of an error of figures, holds only as long as it says the same."""
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
    breakdown: str = field(default="", validator=of_type(str))
    """Which part of a breakdown it is, "sex=female"; the key of the population for the base of a measure; "" for the figure itself."""
    revision: int = field(default=0, validator=of_type(int))
    """The newest revision that stood in it; 0 where there was no figure."""
    figure: str = field(default="", validator=of_type(str))
    """What it said, exact: "45/46", "5"; "" where there was no figure."""
    state: str = field(default="", validator=one_of("", *STATES))
    """State of that figure; "" where there was none."""
    until: date | None = field(default=None, validator=of_type(date, None))
    """The day it ran to; None where there was none."""
    sentence: str = field(default="", validator=of_type(str))
    """The sentence of the letter's file that told it; "" where no file was read, or none of its sentences is on this figure alone."""
    entered_by: str = field(default="", validator=of_type(str))
    """Who entered it."""
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))
    """The instant it was recorded, with its time zone; None while it is not recorded."""

    @property
    def in_letter(self) -> tuple[str, str, str, str, date | None]:
        """In which letter it stands."""
        return (self.plan, self.duty, self.reporter, self.letter, self.dated)


PRINTED_AS = ("result", "before", "since-beginning", "estimate")
"""In which column of the annex a figure stands: what was carried out in the period, in the same period of the year before, since the beginning of the
year; what is estimated of the whole year."""


@frozen
class AnnexFigure:
    """One figure in the annex of a report that was written as a file: the code that stands there is that of all of them (docs/domain.md, rule 19)."""

    code: str = field(validator=plain_text)
    """The code of the annex."""
    plan: str = field(validator=plain_text)
    """Id of the plan."""
    duty: str = field(validator=of_type(str))
    """Id of the duty that the report fulfils; "" for a report on whole plans."""
    place: str = field(validator=of_type(str))
    """Code of the place, or its name where it has no code."""
    reporter: str = field(validator=of_type(str))
    """Id of the unit that owes the duty, or whose own report it is; "" where no unit does."""
    reported_on: str = field(validator=plain_text)
    """The period of the report, as its plan names it: "2026-S1"."""
    measure: str = field(validator=plain_text)
    """Full id of the measure."""
    unit: str = field(validator=of_type(str))
    """Id of the unit or member whose part it is; "" for the whole place."""
    period: Period = field(validator=of_type(Period))
    """What the figure is for."""
    breakdown: str = field(default="", validator=of_type(str))
    """As in `Reported`."""
    printed_as: str = field(default="result", validator=one_of(*PRINTED_AS))
    """One of `PRINTED_AS`."""
    bar: str = field(default="", validator=of_type(str))
    """The bar it was held against: "< 7"; "" where there was none."""
    figure: str = field(default="", validator=of_type(str))
    """What it said, exact: "45/46", "5"; "" where there was no figure."""
    state: str = field(default="", validator=one_of("", *STATES))
    """State of that figure; "" where there was none."""
    until: date | None = field(default=None, validator=of_type(date, None))
    """The day it ran to; None where there was none."""
    entered_by: str = field(default="", validator=of_type(str))
    """Who wrote the report."""
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))
    """The instant it was recorded, with its time zone; None while it is not recorded."""

    @property
    def about(self) -> tuple[str, str, Period, str, str]:
        """Which figure it is, and in which column."""
        return (self.measure, self.unit, self.period, self.breakdown, self.printed_as)


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


ASKED_AS: Mapping[str, bool] = {
    "word": True,
    "separator": True,
    "month-first": True,
    "percent": True,
    "formula": False,
    "day-number": False,
    "magnitude": False,
}
"""What may be asked of a cell, and whether the answer holds for the next file of the same sender and kind in which the same stands.

It holds where the question is how somebody writes: which word or sign stands for nothing, whether a dot parts thousands or decimals, in which order
a computer takes day and month, whether 0,125 was 12,5%. Who wrote so once means the same the next time. It holds for that one cell where the question
is whether a figure is right at all: a formula that gives 0 (which may not have been calculated), a number that a spreadsheet also makes of a day, or
one far above all before it. The next of these may be the mistake that this one was not."""


@frozen
class ReadingGiven:
    """How a cell of a file is to be read, as somebody answered who was asked (docs/domain.md, rules 9 and 10); a later answer replaces it."""

    file: str = field(validator=of_type(str))
    """Name of the file."""
    sheet: str = field(validator=of_type(str))
    """Name of the sheet; "" in a file without sheets."""
    cell: str = field(validator=plain_text)
    """The cell, "C5", or line and column of a text, "4:OBS_VALUE"."""
    kind: str = field(validator=one_of(*ASKED_AS))
    """What was asked: one of `ASKED_AS`."""
    written: str = field(validator=of_type(str))
    """What stood in the cell."""
    reading: str = field(validator=plain_text)
    """The id of the reading that was chosen (`planmonitor.messages.OfferedReading`)."""
    sender: str = field(default="", validator=of_type(str))
    """Whose row it was: the id of a unit, or the words that named it, or its place; "" where the row names nobody."""
    form: str = field(default="", validator=of_type(str))
    """The kind of file: that of our own forms, or the fingerprint of its headings."""
    entered_by: str = field(default="", validator=of_type(str))
    """Who answered."""
    recorded_at: datetime | None = field(default=None, validator=of_type(datetime, None))
    """The instant it was recorded, with its time zone; None while it is not recorded."""

    @property
    def address(self) -> str:
        """The cell as it is named in an answer."""
        return f"{self.sheet}!{self.cell}" if self.sheet else self.cell


Entry = MemberUnit | Acceptance | Waiver | Sending | AnswerGiven | Closing | Narrative | ReadingGiven
"""What is recorded beside figures."""


RECEIPT_KINDS = (
    *(
        "record",
        "import",
        "unit",
        "acceptance",
        "waiver",
        "sending",
        "answer",
        "deadline",
        "closing",
        "narrative",
        "printed",
        "taking-over",
        "reading",
    ),
    "undo",
)
"""What an act records: "record" for figures typed in, "import" for a file, "unit" for members registered or changed, "acceptance" for an explanation
approved, "waiver" for a finding waived, "sending" for a report sent, received or returned, "answer" for an open question answered, "deadline" for a
last day set, "closing" for a year closed, "narrative" for what people wrote, "printed" for a report written as a file, "taking-over" for what a plan
takes over from the one before it, "reading" for a cell of a file that was asked about and answered, "undo" for an act, or a revision, taken back."""


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
