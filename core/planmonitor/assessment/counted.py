"""A measure of which something was counted: all that the rules of its status look at (docs/domain.md, section 4)."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import frozen

from planmonitor.assessment.arithmetic import holds, shown
from planmonitor.assessment.bars import Bar, comparator_of
from planmonitor.assessment.results import Amount, Value
from planmonitor.assessment.rollup import Evidence, Rollup
from planmonitor.messages import N_, Message
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
    """A measure of which something was counted.

    Attributes:
        evidence: What it is judged from.
        rollup: What was counted in the judged year.
        value: The same, with the exact figure.
        bar: What the figure is held against; None where there is nothing.
        milestone: The bar that a document sets for now, or None.
    """

    evidence: Evidence
    rollup: Rollup
    value: Value
    bar: Bar | None
    milestone: Bar | None

    def reaches(self, bar: Bar | None) -> bool:
        """Return whether there is such a bar and the figure lies on the side of it that is wanted."""
        return bar is not None and self.value.exact is not None and holds(bar.comparator, self.value.exact, bar.exact)

    @property
    def window_open(self) -> bool:
        """Whether the days that the judged figure stands for are not over yet, or it does not run to their end."""
        last = self.value.period.end
        over = self.evidence.as_of > (last if self.evidence.over_time == "point_in_time" else self.rollup.year.end)
        return not over or self.value.until < last

    @property
    def bounded_above(self) -> bool:
        """Whether more cases of the year can still break the bar."""
        return self.evidence.over_time in {"count", "cumulative"} and comparator_of(self.evidence.target) in {"<", "<="}

    @property
    def gaps(self) -> tuple[Period, ...]:
        """The days without figures that the judgement needs."""
        evidence, year, gaps = self.evidence, self.rollup.year, self.rollup.combined.gaps
        any_breach = evidence.over_time == "any_breach"
        last = evidence.past_due and year.year == evidence.due.year
        flow = (any_breach or evidence.over_time == "count" or self.bounded_above) and evidence.as_of > year.end
        # A target that falls due in mid-year does not wait for the rest of the year.
        needed = min(year.end, evidence.due) if last else year.end
        # What must not occur has to be known for every day; of other figures an estimate stands for its whole period.
        covered = min(self.value.period.end, self.value.until) if any_breach else self.value.period.end
        missing = (last or flow) and covered < needed
        return (*gaps, evidence.window.named(covered + timedelta(days=1), year.end)) if missing else gaps

    def amount_of(self, figure: Fraction) -> Amount:
        """Return a bar, or what is lacking to it, ready to be shown beside the figure."""
        beside, definition = [] if self.value.exact is None else [self.value.exact], self.evidence.definition
        return Amount(shown(figure, beside), definition.measured_in, definition.noun)

    def cases(self, number: int | Decimal) -> Amount:
        """Return a number of what is counted, ready to be shown."""
        return Amount(Decimal(number), self.evidence.definition.counts, self.evidence.definition.noun)

    def bar_words(self) -> Message | None:
        """Return the bar in words: "below 4%"."""
        bar, definition = self.bar, self.evidence.definition
        if bar is None:
            return None
        if definition.kind == "yes_no":
            return Message.of(N_("done"))
        if self.evidence.target.kind == "zero_incident":
            return Message.of(N_("none to occur"))
        everybody = definition.is_percentage and bar == Bar(Fraction(100), ">=")
        return Message.of(N_("{bar}") if everybody else BAR_WORDS[bar.comparator], bar=self.amount_of(bar.exact))

    def said(self, template: str, **more: Any) -> Message:
        """Return a sentence in whose places belong the figure, its period, the bar, the due date, and what else is given."""
        value = self.value
        return Message.of(template, amount=value.amount, period=value.period, until=value.until, bar=self.bar_words(), due=self.evidence.due, **more)
