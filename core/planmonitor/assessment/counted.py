"""A figure beside the bars it is held against: all that the rules of a status look at (docs/domain.md, rules 2 and 5, section 4)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve, frozen

from planmonitor.assessment.rollup import Evidence, in_full
from planmonitor.assessment.values import Amount, Value, holds, shown
from planmonitor.messages import N_, Message
from planmonitor.model.definitions import Definition
from planmonitor.model.periods import Period
from planmonitor.model.targets import BOUNDS, Milestone, Target

BAR_WORDS = {"<": N_("below {bar}"), "<=": N_("at most {bar}"), "==": N_("exactly {bar}"), ">=": N_("at least {bar}"), ">": N_("above {bar}")}


def comparator_of(target: Target) -> str | None:
    """Return which side of its bar a target wants; None where it has none, or the place has not set it yet."""
    if target.comparator in BOUNDS:
        return target.comparator if target.value is not None or target.by_change else None
    maintained = ">=" if target.worse == "lower" else "<="
    return {"done": ">=", "maintain": maintained, "increase": ">", "decrease": "<"}.get(target.comparator or "")


def wanted_side(target: Target, bar: Fraction | None, definition: Definition) -> str:
    """Return which side of a bar is wanted; "" where there is none. What can fall or rise no further is not asked to (docs/domain.md, rule 5)."""
    wanted = comparator_of(target) or ""
    at_the_end = (wanted, bar) in {("<", 0), (">", 100 if definition.is_percentage else None)}
    return f"{wanted}=" if at_the_end and target.comparator in {"increase", "decrease"} else wanted


def bars_of(evidence: Evidence, earlier: Value | None) -> tuple[Fraction | None, Fraction | None]:
    """Return the bar and the milestone due by now, exact, or None for what there is not; `earlier` is what the same period a year before counted."""
    target, baseline = evidence.target, _baseline(evidence)
    if comparator_of(target) is None:
        return None, None
    is_share, newest = evidence.measure.definition.is_percentage, last_milestone(evidence)
    milestone = None if newest is None else _bar(target, baseline, newest.value, is_share=is_share)
    if baseline is None and target.same_period and target.comparator != "maintain" and earlier is not None:
        baseline = earlier.exact
    if target.comparator == "done":
        return Fraction(1), milestone
    return _bar(target, baseline, target.value, is_share=is_share) if target.comparator in BOUNDS else baseline, milestone


def last_milestone(evidence: Evidence) -> Milestone | None:
    """Return the newest milestone that is due by now; None where none is."""
    due = [milestone for milestone in evidence.target.milestones if milestone.due <= evidence.as_of]
    return max(due, key=lambda item: item.due, default=None)


def _baseline(evidence: Evidence) -> Fraction | None:
    """Return the figure of the base year: as the document states it, which nothing recorded overrules (rule 5), else as recorded for comparison."""
    base, definition = evidence.target.baseline, evidence.measure.definition
    if base is None:
        return None
    below = base.denominator if definition.divided else 1
    if base.numerator is not None and below:
        return Fraction(base.numerator) * definition.per / below
    recorded = in_full(evidence, evidence.window.year(base.year))
    return None if recorded is None else recorded.exact


def _bar(target: Target, baseline: Fraction | None, value: int | Decimal | None, *, is_share: bool) -> Fraction | None:
    """Return the bar that a number in a target stands for: itself, or the base figure changed by so many percent of it, points or pieces.

    Nothing falls below 0, and no share rises above 100 %: a change by more than is left asks for all that is left.
    """
    if value is None or not target.by_change:
        return None if value is None else Fraction(value)
    if baseline is None:
        return None
    if target.kind == "relative_change":
        return baseline * (100 + Fraction(value)) / 100
    changed = max(baseline + Fraction(value), Fraction(0))
    return min(changed, Fraction(100)) if is_share else changed


def held_against(value: Value, *bars: Fraction | None) -> Value:
    """Return what was counted as it is judged: beside its bars, and without points of several units, which are never added up."""
    points = None if value.definition.kind == "score" and value.exact is None else value.value
    return evolve(value, value=points, bars=tuple(bar for bar in bars if bar is not None))


@frozen
class Counted:
    """A measure of which something was counted: that of the judged year, and what it is held against, if anything."""

    evidence: Evidence
    value: Value
    bar: Fraction | None
    milestone: Fraction | None

    @property
    def comparator(self) -> str:
        """Which side of its bar is wanted; "" where there is none (`wanted_side`)."""
        return wanted_side(self.evidence.target, self.bar, self.value.definition)

    def reaches(self, bar: Fraction | None) -> bool:
        """Return whether there is such a bar and the figure lies on the side of it that is wanted."""
        return bar is not None and self.value.exact is not None and holds(self.comparator, self.value.exact, bar)

    @property
    def year(self) -> Period:
        """The reporting year it is judged by."""
        judged = self.evidence.judged_year
        return self.evidence.window.year(self.value.period.year if judged is None else judged)

    @property
    def window_open(self) -> bool:
        """Whether the days that the judged figure stands for are not over yet; of a task done once nothing is open any more."""
        if self.value.definition.done_once and self.value.exact == 1:
            return False
        return self.evidence.as_of <= (self.value.period.end if self.evidence.over_time == "point_in_time" else self.year.end)

    @property
    def needed(self) -> date:
        """The last day of the year that has to be known: a target that falls due in mid-year does not wait for the rest."""
        return min(self.year.end, self.evidence.due) if self.year.year == self.evidence.due.year else self.year.end

    @property
    def stops_early(self) -> bool:
        """Whether the figure does not run to the end of its days, though they are over."""
        last = self.value.period.end if self.evidence.over_time == "point_in_time" else self.needed
        return not self.window_open and self.value.until < last

    @property
    def old(self) -> Period | None:
        """The days of the whole reporting years that have ended since the judged one without a figure, before the due one: its figure is an old one.

        No document says how long a figure may be used: this is the program's own reading. A task done once stays done; years of assessment and
        outputs are left alone.
        """
        evidence, year, definition = self.evidence, self.year.year, self.value.definition
        ended = evidence.window.year_on(evidence.as_of) - 1
        if ended <= year or year >= evidence.due.year or evidence.target.assessed_years or definition.kind == "output":
            return None
        if definition.done_once and self.value.exact == 1:
            return None
        return evidence.window.named(evidence.window.year(year + 1).start, evidence.window.year(ended).end)

    @property
    def bounded_above(self) -> bool:
        """Whether more cases of the year can still break the bar."""
        return self.evidence.over_time in {"count", "cumulative"} and self.comparator in {"<", "<="}

    @property
    def gaps(self) -> tuple[Period, ...]:
        """The days without figures that the judgement needs."""
        evidence, year, value, any_breach = self.evidence, self.year, self.value, self.evidence.over_time == "any_breach"
        due = evidence.as_of > evidence.due and year.year == evidence.due.year
        flow = (any_breach or evidence.over_time == "count" or self.bounded_above) and evidence.as_of > year.end
        # What must not occur, or not too often, has to be known for every day; of other figures an estimate stands for its whole period.
        covered = min(value.period.end, value.until) if any_breach or self.bounded_above else value.period.end
        missing = (due or flow) and covered < self.needed
        return (*value.gaps, evidence.window.named(covered + timedelta(days=1), year.end)) if missing else value.gaps

    @property
    def wanted(self) -> tuple[Period, ...]:
        """The days without figures, else those that ended since an old figure."""
        return self.gaps or (() if self.old is None else (self.old,))

    def amount_of(self, figure: Fraction) -> Amount:
        """Return a bar, or what is lacking to it, ready to be shown beside the figure."""
        beside, definition = [] if self.value.exact is None else [self.value.exact], self.value.definition
        return Amount(shown(figure, beside), definition.measured_in, definition.noun)

    def cases(self, number: int | Decimal) -> Amount:
        """Return a number of what is counted, ready to be shown."""
        return Amount(Decimal(number), self.value.definition.counts, self.value.definition.noun)

    def bar_words(self) -> Message | None:
        """Return the bar in words: "below 4%"."""
        bar, definition = self.bar, self.value.definition
        if bar is None:
            return None
        if definition.kind == "yes_no":
            return Message.of(N_("done"))
        if self.evidence.target.kind == "zero_incident":
            return Message.of(N_("none to occur"))
        everybody = definition.is_percentage and bar == 100 and self.comparator == ">="
        return Message.of(N_("{bar}") if everybody else BAR_WORDS[self.comparator], bar=self.amount_of(bar))

    def said(self, template: str, **more: Any) -> Message:
        """Return a sentence in whose places belong the figure, its period, the bar, the due date, and what else is given."""
        value = self.value
        return Message.of(template, amount=value.amount, period=value.period, until=value.until, bar=self.bar_words(), due=self.evidence.due, **more)
