"""What an assessment says: one object serves the machine form, the screen and the sentence of a report."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from planmonitor.assessment.acts import Acceptance, Sending
from planmonitor.assessment.corrected import Correction
from planmonitor.assessment.doubts import Doubt
from planmonitor.assessment.records import Figure
from planmonitor.assessment.values import Comparison, Drift, Part, Room, Value
from planmonitor.assessment.workdays import Calendar
from planmonitor.messages import Message, Text
from planmonitor.model.duties import Duty
from planmonitor.model.periods import Period
from planmonitor.model.plans import Indicator, Measure
from planmonitor.model.set_days import SetDay
from planmonitor.model.targets import Target

STATUSES = ("met", "not_met", "on_track", "behind", "in_progress", "incomplete", "no_data", "no_case", "trend_only", "not_assessed")
"""All statuses of a measure (docs/domain.md, section 4)."""


REPORT_STATES = ("not_due", "on_time", "late", "overdue", "undecided", "before_use", "undated", "not_asked", "arisen")
"""All states of a report (docs/domain.md, rule 19).

"overdue" says that its last day is past and no sending recorded, "undecided" that nobody knows whether the plan was issued by then, "before_use" that
it fell due before the first entry and is not followed up; "on_time" is also a report without a last day, once it was sent.
"""


@frozen
class JudgedMeasure:
    """Why one measure has its status on a day."""

    id: str
    """Full id of the measure."""
    indicator: str
    """Code of the indicator it stands in."""
    measure: Measure
    """The measure."""
    target: Target
    """The bar in force."""
    due: date
    """Last day to reach it."""
    status: str
    """One of `STATUSES`."""
    reason: Message
    """Why, as a sentence."""
    parts: tuple[Part, ...]
    """The parts expected."""
    missing: tuple[Part, ...]
    """The parts not received."""
    lacking: tuple[Text, ...] = ()
    """The parts of a breakdown that an incomplete measure without a total waits for."""
    gaps: tuple[Period, ...] = ()
    """The days without figures that an incomplete measure waits for."""
    year: int | None = None
    """The reporting year it is judged by; None without figures, and without a case that something else implies."""
    interim: bool = False
    """Whether the verdict may still change because the window of the figure is open."""
    stops_early: bool = False
    """Whether its figure does not run to the end of its days, though they are over: the final one is wanted."""
    old: Period | None = None
    """The days that ended since its figure without another one, which makes it an old one that settles nothing; None where it is not."""
    exceeded: bool = False
    """Whether a bar under 100 % that asks for more is not only reached but passed."""
    value: Value | None = None
    """The judged figure, or the parts in hand; None without figures."""
    bar: Fraction | None = None
    """What the figure is held against, exact; None where there is nothing to hold it against."""
    comparison: Comparison | None = None
    """The same period of the year before, where it is known."""
    drift: Drift | None = None
    """What was estimated before its figure, where that was something else."""
    next_step: Message | None = None
    """What would change it, or None."""
    room: Room | None = None
    """What a bar from above still bears until the year is over; None where it is over, figures are missing, or nothing may occur."""
    over: Message | None = None
    """That a bar from above is exceeded though the year of the figure is open: "the bar is exceeded: below 7 cases, 9 cases so far"."""
    accepted: Acceptance | None = None
    """An approved explanation of a shortfall, or None. It changes no status and no count."""
    lapsed: Acceptance | None = None
    """One that was approved and holds no longer: its last day is past; None where one holds, or none was approved."""
    figures: tuple[Figure, ...] = field(default=(), repr=False)
    """The recorded figures used."""
    doubts: tuple[Doubt, ...] = field(default=(), repr=False)
    """Cases of what must not occur that lie across its reporting year."""

    @property
    def estimated(self) -> bool:
        """Whether the verdict rests on an estimate."""
        return self.value is not None and self.value.state == "estimated"

    @property
    def received(self) -> int:
        """How many of the parts expected are in."""
        return len(self.parts) - len(self.missing)


@frozen
class JudgedIndicator:
    """One target line, as officers count it."""

    indicator: Indicator
    """The line."""
    status: str
    """One of `STATUSES`, from those of its measures."""
    measures: tuple[JudgedMeasure, ...]
    """Its measures' assessments."""


@frozen
class Case:
    """Cases of what a measure counts that no report sent tells of."""

    measure: Measure
    """The measure."""
    count: int | Decimal
    """How many."""
    since: date | None = None
    """The day on which the first of them was recorded; None where nobody knows."""


@frozen
class Occurrence:
    """One report owed by one unit for one period."""

    duty: Duty
    """The duty."""
    unit: str | None
    """Id of the unit that owes it; None for the place as a whole or where nobody is named."""
    unit_name: str | None
    """The unit as printed, or None."""
    period: Period | None
    """What it reports on; None where the document sets none."""
    last_day: date | None
    """Last day in time, inclusive; None where undated."""
    state: str
    """One of `REPORT_STATES`."""
    late_days: int | None = None
    """Days late by the date of the letter, or overdue; None for neither."""
    expected: int = 0
    """Figures owed."""
    received: int = 0
    """Figures in hand."""
    sending: Sending | None = None
    """The letter it was sent with, the day it was received, or its return; None where nothing of it was recorded."""
    cases: tuple[Case, ...] = ()
    """What has occurred, of a report on events, and no report sent tells of."""
    corrections: tuple[Correction, ...] = ()
    """What has changed since earlier reports of the duty told it: of the next one to be sent, which lists them, else of the last."""
    unsent: tuple[str, ...] = ()
    """Of the report of a group the ids of its members who still have to send theirs; none once the group's own letter is recorded."""
    set_by: SetDay | None = None
    """The letter by which the place settled the last day; None where it is the document's own."""
    printed_day: date | None = None
    """The last day by the words of the document, where a letter set another; else None."""
    calendar: Calendar = field(factory=Calendar, repr=False, eq=False)
    """The days on which offices work."""

    @property
    def last_working_day(self) -> date | None:
        """The last day in time on which offices work; None where there is no last day, or nobody knows the holidays of its year."""
        return None if self.last_day is None or not self.calendar.knows(self.last_day) else self.calendar.last_working_day(self.last_day)

    @property
    def asked_by(self) -> date | None:
        """The working day by which those who supply its figures hand them in; None where neither document nor place names lead days."""
        last, lead = self.last_working_day, self.duty.lead_days
        return None if last is None or not lead else self.calendar.before_working_days(last, lead)

    @property
    def arisen_since(self) -> date | None:
        """The day on which the first of its cases was recorded; None without cases, and where nobody knows."""
        return min((case.since for case in self.cases if case.since is not None), default=None)

    @property
    def overdue_since(self) -> date | None:
        """The first day after the last one in time, of a report that is overdue; else None."""
        return self.last_day + timedelta(days=1) if self.state == "overdue" and self.last_day is not None else None


@frozen
class Completeness:
    """How many reports were due, were sent, and were sent in time."""

    expected: int
    """Reports whose last day has passed, or that were sent already."""
    received: int
    """Those whose sending is recorded."""
    on_time: int
    """Those with a letter dated by their last day."""

    @property
    def reporting_rate(self) -> Fraction | None:
        """Reports received of reports expected, in percent; None where none was expected."""
        return Fraction(100 * self.received, self.expected) if self.expected else None

    @property
    def reporting_rate_on_time(self) -> Fraction | None:
        """Reports in time of reports expected, in percent; None where none was expected."""
        return Fraction(100 * self.on_time, self.expected) if self.expected else None
