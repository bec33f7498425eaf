"""What an assessment says: one object serves the machine form, the screen and the sentence of a report."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from attrs import field, frozen

from planmonitor.assessment.records import Acceptance, Figure
from planmonitor.assessment.values import Comparison, Part, Value
from planmonitor.messages import Message
from planmonitor.model.duties import Duty
from planmonitor.model.periods import Period
from planmonitor.model.plans import Indicator, Measure
from planmonitor.model.targets import Target

STATUSES = ("met", "not_met", "on_track", "behind", "in_progress", "incomplete", "no_data", "no_case", "trend_only", "not_assessed")
"""All statuses of a measure (docs/domain.md, section 4)."""


@frozen
class JudgedMeasure:
    """Why one measure has its status on a day.

    Attributes:
        id: Full id of the measure.
        indicator: Code of the indicator it stands in.
        measure: The measure.
        target: The bar in force.
        due: Last day to reach it.
        status: One of `STATUSES`.
        reason: Why, as a sentence.
        parts: The parts expected.
        missing: The parts not received.
        interim: Whether the verdict may still change because the window of the figure is open.
        exceeded: Whether a bar under 100 % that asks for more is not only reached but passed.
        value: The judged figure, or the parts in hand; None without figures.
        bar: What the figure is held against, exact; None where there is nothing to hold it against.
        comparison: The same period of the year before, where it is known.
        next_step: What would change it, or None.
        accepted: An approved explanation of a shortfall, or None. It changes no status and no count.
        figures: The recorded figures used.
    """

    id: str
    indicator: str
    measure: Measure
    target: Target
    due: date
    status: str
    reason: Message
    parts: tuple[Part, ...]
    missing: tuple[Part, ...]
    interim: bool = False
    exceeded: bool = False
    value: Value | None = None
    bar: Fraction | None = None
    comparison: Comparison | None = None
    next_step: Message | None = None
    accepted: Acceptance | None = None
    figures: tuple[Figure, ...] = field(default=(), repr=False)

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
    """One target line, as officers count it.

    Attributes:
        indicator: The line.
        status: One of `STATUSES`, from those of its measures.
        measures: Its measures' assessments.
    """

    indicator: Indicator
    status: str
    measures: tuple[JudgedMeasure, ...]


@frozen
class Occurrence:
    """One report owed by one unit for one period.

    Attributes:
        duty: The duty.
        unit: Id of the unit that owes it; None for the place as a whole or where nobody is named.
        unit_name: The unit as printed, or None.
        period: What it reports on; None where the document sets none.
        last_day: Last day in time, inclusive; None where undated.
        state: "not_due", "on_time", "late", "overdue", "undated" or "not_asked".
        late_days: Days late, or None.
        expected: Figures owed.
        received: Figures in hand.
    """

    duty: Duty
    unit: str | None
    unit_name: str | None
    period: Period | None
    last_day: date | None
    state: str
    late_days: int | None = None
    expected: int = 0
    received: int = 0


@frozen
class Completeness:
    """How many reports were due, came, and came in time.

    Attributes:
        expected: Reports whose last day has passed, or that are in already.
        received: Those that are in.
        on_time: Those that were in by their last day.
    """

    expected: int
    received: int
    on_time: int

    @property
    def reporting_rate(self) -> Fraction | None:
        """Reports received of reports expected, in percent; None where none was expected."""
        return Fraction(100 * self.received, self.expected) if self.expected else None

    @property
    def reporting_rate_on_time(self) -> Fraction | None:
        """Reports in time of reports expected, in percent; None where none was expected."""
        return Fraction(100 * self.on_time, self.expected) if self.expected else None
