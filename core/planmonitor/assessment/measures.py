"""Judging one measure on a date (docs/domain.md, section 4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from planmonitor.assessment.arithmetic import PER_HUNDRED, PER_HUNDRED_THOUSAND, holds, shown, still_needed
from planmonitor.assessment.combine import Combined
from planmonitor.assessment.results import Amount, Comparison, JudgedMeasure
from planmonitor.assessment.rollup import Evidence, Rollup, exact_figure, judged_year, roll_up, value_of
from planmonitor.messages import N_, Message
from planmonitor.model.periods import Period
from planmonitor.model.targets import BOUNDS

BAR_WORDS = {
    "<": N_("below {bar}"),
    "<=": N_("at most {bar}"),
    "==": N_("exactly {bar}"),
    ">=": N_("at least {bar}"),
    ">": N_("above {bar}"),
}


def assess(evidence: Evidence) -> JudgedMeasure:
    """Return the status of one measure on a day, and why."""
    if evidence.definition.unread:
        return _unread(evidence)
    judged = judged_year(evidence)
    rollup = roll_up(evidence, judged) if judged is not None else None
    verdict = _Verdict(evidence, rollup)
    status, reason = verdict.reach()
    value = verdict.value
    return JudgedMeasure(
        id=evidence.plan.measure_id(evidence.measure),
        indicator=evidence.indicator,
        measure=evidence.measure,
        target=evidence.target,
        due=evidence.due,
        status=status,
        interim=status == "met" and verdict.window_open,
        exceeded=status == "met" and verdict.exceeded,
        value=value,
        bar=verdict.bar,
        comparison=verdict.comparison,
        parts=rollup.parts if rollup else evidence.parts,
        missing=rollup.missing if rollup else evidence.parts,
        reason=reason,
        next_step=verdict.next_step(status),
        figures=rollup.combined.figures if rollup and rollup.combined else (),
    )


def _unread(evidence: Evidence) -> JudgedMeasure:
    """Return that nothing can be said: whatever was recorded, nobody knows how it is counted."""
    return JudgedMeasure(
        id=evidence.plan.measure_id(evidence.measure),
        indicator=evidence.indicator,
        measure=evidence.measure,
        target=evidence.target,
        due=evidence.due,
        status="no_data",
        interim=False,
        exceeded=False,
        value=None,
        bar=None,
        comparison=None,
        parts=evidence.parts,
        missing=evidence.parts,
        reason=Message.of(N_("the definition {key} cannot be read"), key=evidence.definition.key),
        next_step=None,
    )


class _Verdict:
    """The order of domain.md, section 4: the first rule that applies decides."""

    def __init__(self, evidence: Evidence, rollup: Rollup | None) -> None:
        self.evidence = evidence
        self.rollup = rollup
        self.combined = rollup.combined if rollup else None
        self.target = evidence.target
        self.definition = evidence.definition
        self.rule = evidence.measure.over_time(self.target)
        earlier = self._earlier()
        self.baseline = self._baseline()
        self.bar, self.comparator = self._bar(earlier)
        bars = [bar for bar in (self.bar, self._milestone()) if bar is not None]
        partial = bool(self.definition.sums) and rollup is not None and bool(rollup.missing)
        self.value = value_of(self.definition, self.combined, bars) if self.combined and not partial else None
        self.comparison = self._comparison(earlier)

    # What the figure is held against

    def _earlier(self) -> Combined | None:
        """Return what was counted in the same period of the year before, where it is known in full."""
        if self.combined is None or self.rollup is None:
            return None
        before = self.evidence.plan.window_of(self.evidence.measure).year_before(self.combined.period)
        earlier = roll_up(self.evidence, before.year, to=before.end, comparison=True)
        if earlier.combined is None or earlier.missing or earlier.combined.gaps or earlier.combined.period != before:
            return None
        return earlier.combined

    def _baseline(self) -> Fraction | None:
        """Return the figure of the base year: as recorded for comparison, else as the document states it."""
        base = self.target.baseline
        if base is None:
            return None
        recorded = roll_up(self.evidence, base.year, comparison=True)
        whole = recorded.combined is not None and recorded.combined.period == self.evidence.year(base.year)
        if recorded.combined is not None and whole and not recorded.missing and not recorded.combined.gaps:
            return exact_figure(self.definition, recorded.combined)
        if base.numerator is None:
            return None
        if self.definition.divided:
            per = PER_HUNDRED if self.definition.kind == "ratio" else PER_HUNDRED_THOUSAND
            return Fraction(base.numerator) / base.denominator * per if base.denominator else None
        return Fraction(base.numerator)

    def _bar(self, earlier: Combined | None) -> tuple[Fraction | None, str | None]:
        """Return the exact bar and the comparator that holds the figure against it; None without a bar."""
        target = self.target
        if target.kind == "relative_change":
            base = self._year_before(earlier) if target.same_period else self.baseline
            if base is None or target.value is None:
                return None, target.comparator
            return base * (100 + Fraction(target.value)) / 100, target.comparator
        if target.comparator in BOUNDS and target.value is not None:
            return Fraction(target.value), target.comparator
        if target.comparator == "done":
            return Fraction(1), ">="
        if target.comparator == "maintain":
            return self.baseline, ">=" if target.worse == "lower" else "<="
        if target.comparator in {"increase", "decrease"}:
            against = self._year_before(earlier) if self.baseline is None and target.same_period else self.baseline
            return against, ">" if target.comparator == "increase" else "<"
        return None, None

    def _year_before(self, earlier: Combined | None) -> Fraction | None:
        return None if earlier is None else exact_figure(self.definition, earlier)

    def _milestone(self) -> Fraction | None:
        """Return the bar that a document sets for now, where one has come due."""
        due = [milestone for milestone in self.target.milestones if milestone.due <= self.evidence.as_of]
        if not due:
            return None
        value = Fraction(max(due, key=lambda milestone: milestone.due).value)
        if self.target.kind != "relative_change":
            return value
        return None if self.baseline is None else self.baseline * (100 + value) / 100

    def _comparison(self, earlier: Combined | None) -> Comparison | None:
        if earlier is None or self.value is None or self.value.exact is None:
            return None
        before = value_of(self.definition, earlier, [] if self.bar is None else [self.bar])
        if before.exact is None:
            return None
        change = self.value.exact - before.exact
        measured_in = "points of percent" if self.definition.kind == "ratio" else self.definition.measured_in
        return Comparison(before, change, Amount(shown(change), measured_in, self.definition.noun, signed=True))

    # Where in time the day lies

    @property
    def window_open(self) -> bool:
        """Whether the days that the judged figure stands for are not over yet, or it does not run to their end."""
        if self.combined is None or self.rollup is None:
            return False
        within_year = self.rule != "point_in_time"
        over = self.evidence.as_of > (self.rollup.year.end if within_year else self.combined.period.end)
        return not over or self.combined.until < self.combined.period.end

    @property
    def past_due(self) -> bool:
        """Whether the last day to reach the bar has passed."""
        return self.evidence.as_of > self.evidence.due

    @property
    def exceeded(self) -> bool:
        """Whether a ratio lies above a bar under 100 % that asks for more."""
        if self.value is None or self.value.exact is None or self.bar is None or self.comparator not in {">", ">="}:
            return False
        return self.definition.kind == "ratio" and self.bar < PER_HUNDRED and self.value.exact > self.bar

    @property
    def flow_bounded_above(self) -> bool:
        """Whether more cases of the year can still break the bar."""
        return self.rule in {"count", "cumulative"} and self.comparator in {"<", "<="}

    def gaps(self) -> tuple[Period, ...]:
        """Return the days without figures that the judgement needs."""
        if self.combined is None or self.rollup is None:
            return ()
        gaps, year = self.combined.gaps, self.rollup.year
        last = self.past_due and year.year == self.evidence.due.year
        flow = (self.rule in {"count", "any_breach"} or self.flow_bounded_above) and self.evidence.as_of > year.end
        # A target that falls due in mid-year does not wait for the rest of the year.
        needed = min(year.end, self.evidence.due) if last else year.end
        # What must not occur has to be known for every day; of other figures an estimate stands for its whole period.
        covered = min(self.combined.period.end, self.combined.until) if self.rule == "any_breach" else self.combined.period.end
        if (last or flow) and covered < needed:
            window = self.evidence.plan.window_of(self.evidence.measure)
            rest = date.fromordinal(covered.toordinal() + 1)
            gaps = (*gaps, window.named(rest, year.end))
        return gaps

    # The order of the rules

    def reach(self) -> tuple[str, Message]:
        """Return the status and the reason: the first rule that applies."""
        rules: tuple[Callable[[], tuple[str, Message] | None], ...] = (
            self._not_assessed,
            self._broken,
            self._no_data,
            self._incomplete,
            self._no_case,
            self._trend_only,
            self._flow_open,
            self._met,
            self._not_met,
            self._milestone_due,
        )
        for rule in rules:
            if (verdict := rule()) is not None:
                return verdict
        return "in_progress", Message.of(N_("{amount} for {period}; the target is {bar} by {due}."), **self._words())

    def _words(self) -> dict[str, object]:
        amount = self.value.amount if self.value else None
        return {
            "amount": amount,
            "bar": self.bar_words(),
            "due": self.evidence.due,
            "period": self.combined.period if self.combined else None,
            "until": self.combined.until if self.combined else None,
        }

    def bar_words(self) -> Message | None:
        """Return the bar in words: "below 4%"."""
        if self.bar is None or self.comparator is None:
            return None
        if self.definition.kind == "yes_no":
            return Message.of(N_("done"))
        if self.target.kind == "zero_incident":
            return Message.of(N_("none to occur"))
        if self.definition.kind == "ratio" and self.comparator == ">=" and self.bar == PER_HUNDRED:
            return Message.of(N_("{bar}"), bar=self._amount_of(self.bar))
        return Message.of(BAR_WORDS[self.comparator], bar=self._amount_of(self.bar))

    def _amount_of(self, bar: Fraction) -> Amount:
        return Amount(
            shown(bar, [self.value.exact] if self.value and self.value.exact is not None else []), self.definition.measured_in, self.definition.noun
        )

    def _not_assessed(self) -> tuple[str, Message] | None:
        years = self.target.assessed_years
        judged = self.rollup.year.year if self.rollup else None
        if not years or judged in years or self.evidence.running_year in years:
            return None
        return "not_assessed", Message.of(N_("Assessed only in {years}."), years=tuple(str(year) for year in years))

    def _broken(self) -> tuple[str, Message] | None:
        if self.target.kind != "zero_incident" or self.combined is None or not self.combined.breach:
            return None
        cases = self.combined.numerator if self.definition.divided else self.combined.value
        amount = Amount(Decimal(cases or 0), self.definition.counts, self.definition.noun)
        return "not_met", Message.of(
            N_("{cases} occurred in {year}; the target is that none occurs."), cases=amount, year=self.rollup.year if self.rollup else None
        )

    def _no_data(self) -> tuple[str, Message] | None:
        if self.combined is None or self.rollup is None:
            return "no_data", Message.of(N_("No figure has been recorded."))
        due_period = self.evidence.year(self.evidence.due.year)
        if self.evidence.as_of > min(due_period.end, self.evidence.due) and self.rollup.year.year < due_period.year:
            return "no_data", Message.of(
                N_("No figure for {year}, when the target fell due; the last one is for {period}."),
                year=due_period,
                period=self.combined.period,
            )
        return None

    def _incomplete(self) -> tuple[str, Message] | None:
        if self.rollup is None:
            return None
        if self.rollup.missing and self.definition.sums:
            return "incomplete", Message.of(
                N_("No total is given before all scores and their maxima are there; missing: {missing}."),
                missing=tuple(part.name for part in self.rollup.missing),
            )
        if self.rollup.missing:
            received = len(self.rollup.parts) - len(self.rollup.missing)
            return "incomplete", Message.of(
                N_("{received} of {expected} parts are in for {period}; missing: {missing}. In hand: {amount}."),
                received=received,
                expected=len(self.rollup.parts),
                missing=tuple(part.name for part in self.rollup.missing),
                **self._words(),
            )
        if gaps := self.gaps():
            return "incomplete", Message.of(N_("Figures are missing for {gaps}. In hand: {amount} ({period})."), gaps=gaps, **self._words())
        return None

    def _no_case(self) -> tuple[str, Message] | None:
        if self.definition.divided and self.combined is not None and not self.combined.denominator:
            return "no_case", Message.of(N_("There was nobody and nothing to count: the denominator of {period} is 0."), **self._words())
        return None

    def _trend_only(self) -> tuple[str, Message] | None:
        if self.definition.kind == "score" and self.value is not None and self.value.exact is None:
            return "trend_only", Message.of(N_("Points of several units are never added up."))
        if self.bar is not None:
            return None
        if self.definition.kind == "output":
            return "trend_only", Message.of(N_("{amount} for {period}; reported, and held against no bar."), **self._words())
        if self.target.value_from is not None:
            return "trend_only", Message.of(
                N_("{amount} for {period}; the bar depends on the open question '{question}', which the place has not answered."),
                question=self.target.value_from,
                **self._words(),
            )
        base = self.target.baseline
        if base is not None:
            return "trend_only", Message.of(
                N_("{amount} for {period}; the figure of base year {year} is missing."), year=str(base.year), **self._words()
            )
        if self.target.same_period:
            return "trend_only", Message.of(
                N_("{amount} for {period}; the same period of the year before has no figure to compare with."), **self._words()
            )
        return "trend_only", Message.of(N_("{amount} for {period}; the document sets no figure to reach."), **self._words())

    def _flow_open(self) -> tuple[str, Message] | None:
        year = self.rollup.year if self.rollup else None
        if year is None or not self.flow_bounded_above or self.evidence.as_of > year.end:
            return None
        return "in_progress", Message.of(
            N_("{amount} so far; the target is {bar} and {year} runs until {end}."), year=year, end=year.end, **self._words()
        )

    def _holds(self, bar: Fraction | None) -> bool:
        figure = self.value.exact if self.value else None
        return bar is not None and figure is not None and self.comparator is not None and holds(self.comparator, figure, bar)

    def _met(self) -> tuple[str, Message] | None:
        if not self._holds(self.bar):
            return None
        if self.window_open:
            return "met", Message.of(N_("{amount} up to {until}; the target is {bar}, and the period is not over."), **self._words())
        return "met", Message.of(N_("{amount} for {period}; the target is {bar}."), **self._words())

    def _not_met(self) -> tuple[str, Message] | None:
        if not self.past_due:
            return None
        return "not_met", Message.of(N_("{amount} for {period}; the target is {bar} and fell due on {due}."), **self._words())

    def _milestone_due(self) -> tuple[str, Message] | None:
        milestone = self._milestone()
        if milestone is None:
            return None
        words = {**self._words(), "milestone": self._amount_of(milestone)}
        if self._holds(milestone):
            return "on_track", Message.of(
                N_("{amount} for {period}; the milestone of {milestone} is reached, the target is {bar} by {due}."), **words
            )
        return "behind", Message.of(N_("{amount} for {period}; the milestone of {milestone} is not reached, the target is {bar} by {due}."), **words)

    def next_step(self, status: str) -> Message | None:
        """Return what would change the status: figures to come, or how many cases are wanting."""
        if status == "no_data":
            return Message.of(N_("Record the figure."))
        if status == "incomplete" and self.rollup is not None:
            waiting = tuple(part.name for part in self.rollup.missing) or self.gaps()
            return Message.of(N_("Ask for: {waiting}."), waiting=waiting)
        if status not in {"not_met", "behind", "in_progress"} or self.bar is None or self.value is None:
            return None
        return self._wanting(self.bar)

    def _wanting(self, bar: Fraction) -> Message | None:
        combined, comparator = self.combined, self.comparator
        if combined is None or comparator is None or comparator == "==" or self._holds(bar):
            return None
        if self.definition.divided:
            if combined.numerator is None or not combined.denominator:
                return None
            per = PER_HUNDRED if self.definition.kind == "ratio" else PER_HUNDRED_THOUSAND
            wanting = still_needed(comparator, combined.numerator, combined.denominator, bar, per)
        elif self.definition.kind == "yes_no" and combined.denominator == 1:
            return None
        elif self.definition.kind == "yes_no":
            wanting = (combined.denominator or 0) - (combined.numerator or 0)
        elif self.definition.kind == "score":
            short_of = self._amount_of(bar - Fraction(combined.value or 0))
            return Message.of(N_("{amount} more would reach it."), amount=short_of) if comparator == ">=" else None
        else:
            wanting = still_needed(comparator, int(combined.value or 0), PER_HUNDRED, bar, PER_HUNDRED)
        counted = combined.numerator if combined.numerator is not None else combined.value
        if (counted or 0) + wanting < 0:
            return None  # There is nothing below nobody.
        amount = Amount(Decimal(abs(wanting)), self.definition.counts, self.definition.noun)
        return Message.of(N_("{amount} more would reach it.") if wanting > 0 else N_("{amount} fewer would reach it."), amount=amount)
