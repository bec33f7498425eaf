"""A measure of which something was counted: all that the rules of its status look at (docs/domain.md, section 4)."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import frozen

from planmonitor.assessment.arithmetic import holds, shown
from planmonitor.assessment.combine import Combined
from planmonitor.assessment.results import Amount, Value
from planmonitor.assessment.rollup import Evidence, Rollup
from planmonitor.messages import N_, Message
from planmonitor.model.definitions import Definition
from planmonitor.model.periods import Period

BAR_WORDS = {
    "<": N_("below {bar}"),
    "<=": N_("at most {bar}"),
    "==": N_("exactly {bar}"),
    ">=": N_("at least {bar}"),
    ">": N_("above {bar}"),
}


@frozen
class Counted:
    """A measure of which something was counted: what the rules look at.

    Attributes:
        evidence: What it is judged from.
        rollup: What was counted in the judged year.
        value: The same, with the exact figure.
        comparator: Which side of the bar is wanted; None where there is no bar.
        bar: What the figure is held against; None where there is nothing.
        milestone: The bar that a document sets for now, or None.
    """

    evidence: Evidence
    rollup: Rollup
    value: Value
    comparator: str | None
    bar: Fraction | None
    milestone: Fraction | None

    @property
    def definition(self) -> Definition:
        """How it is counted."""
        return self.evidence.definition

    @property
    def combined(self) -> Combined:
        """What was counted, over all parts."""
        return self.rollup.combined

    @property
    def year(self) -> Period:
        """The reporting year it is judged by."""
        return self.rollup.year

    @property
    def window_open(self) -> bool:
        """Whether the days that the judged figure stands for are not over yet, or it does not run to their end."""
        period = self.combined.period
        over = self.evidence.as_of > (period.end if self.evidence.over_time == "point_in_time" else self.year.end)
        return not over or self.combined.until < period.end

    @property
    def bounded_above(self) -> bool:
        """Whether more cases of the year can still break the bar."""
        return self.evidence.over_time in {"count", "cumulative"} and self.comparator in {"<", "<="}

    @property
    def gaps(self) -> tuple[Period, ...]:
        """The days without figures that the judgement needs."""
        evidence, combined, year = self.evidence, self.combined, self.year
        any_breach = evidence.over_time == "any_breach"
        last = evidence.past_due and year.year == evidence.due.year
        flow = (any_breach or evidence.over_time == "count" or self.bounded_above) and evidence.as_of > year.end
        # A target that falls due in mid-year does not wait for the rest of the year.
        needed = min(year.end, evidence.due) if last else year.end
        # What must not occur has to be known for every day; of other figures an estimate stands for its whole period.
        covered = min(combined.period.end, combined.until) if any_breach else combined.period.end
        if (last or flow) and covered < needed:
            return (*combined.gaps, evidence.window.named(covered + timedelta(days=1), year.end))
        return combined.gaps

    def amount_of(self, figure: Fraction) -> Amount:
        """Return a bar, or what is lacking to it, ready to be shown beside the figure."""
        beside = [] if self.value.exact is None else [self.value.exact]
        return Amount(shown(figure, beside), self.definition.measured_in, self.definition.noun)

    def cases(self, number: int | Decimal) -> Amount:
        """Return a number of what is counted, ready to be shown."""
        return Amount(Decimal(number), self.definition.counts, self.definition.noun)

    def bar_words(self) -> Message | None:
        """Return the bar in words: "below 4%"."""
        if self.bar is None or self.comparator is None:
            return None
        if self.definition.kind == "yes_no":
            return Message.of(N_("done"))
        if self.evidence.target.kind == "zero_incident":
            return Message.of(N_("none to occur"))
        everybody = self.definition.is_percentage and self.comparator == ">=" and self.bar == 100
        return Message.of(N_("{bar}") if everybody else BAR_WORDS[self.comparator], bar=self.amount_of(self.bar))

    def said(self, template: str, **more: Any) -> Message:
        """Return a sentence on what was counted: the figure, its period, the bar and the due date belong in its places."""
        words = {
            "amount": self.value.amount,
            "period": self.combined.period,
            "until": self.combined.until,
            "bar": self.bar_words(),
            "due": self.evidence.due,
        }
        return Message.of(template, **words, **more)


@frozen
class Held:
    """A counted measure that has a bar to be held against.

    Attributes:
        counted: The measure.
        figure: Its exact figure.
        comparator: Which side of the bar is wanted.
        bar: The bar.
    """

    counted: Counted
    figure: Fraction
    comparator: str
    bar: Fraction

    @classmethod
    def of(cls, counted: Counted) -> Held | None:
        """Return a counted measure with its bar; None where it has none, or no exact figure."""
        if counted.value.exact is None or counted.comparator is None or counted.bar is None:
            return None
        return cls(counted, counted.value.exact, counted.comparator, counted.bar)

    def reaches(self, bar: Fraction) -> bool:
        """Return whether the figure lies on the side of a bar that is wanted."""
        return holds(self.comparator, self.figure, bar)
