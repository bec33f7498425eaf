"""Judging one measure on a date (docs/domain.md, section 4)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from planmonitor.assessment.arithmetic import shown, still_needed
from planmonitor.assessment.combine import Combined
from planmonitor.assessment.counted import Bar, Counted, bars_of
from planmonitor.assessment.results import Amount, Comparison, JudgedMeasure
from planmonitor.assessment.rollup import Evidence, Rollup, in_full, roll_up, value_of
from planmonitor.assessment.rules import Verdict, not_assessed, verdict
from planmonitor.messages import N_, Message


def judge_measure(evidence: Evidence) -> JudgedMeasure:
    """Return the status of one measure on a day, and why."""
    if evidence.definition.unread:
        return _judged(evidence, None, ("no_data", Message.of(N_("the definition {key} cannot be read"), key=evidence.definition.key)))
    rollup = None if evidence.judged_year is None else roll_up(evidence, evidence.judged_year)
    if rollup is None:
        bar, _milestone = bars_of(evidence, None)
        if (found := not_assessed(evidence)) is not None:
            return _judged(evidence, None, found, bar=_exact(bar))
        no_data = "no_data", Message.of(N_("No figure has been recorded."))
        return _judged(evidence, None, no_data, bar=_exact(bar), next_step=Message.of(N_("Record the figure.")))
    earlier = in_full(evidence, evidence.window.year_before(rollup.combined.period))
    bar, milestone = bars_of(evidence, earlier)
    value = value_of(evidence.definition, rollup.combined, (_exact(bar), _exact(milestone)))
    counted = Counted(evidence, rollup, value, bar, milestone)
    status, reason = not_assessed(evidence) or verdict(counted)
    # A total of which scores are missing is no figure.
    whole = not (evidence.definition.sums and rollup.missing)
    return _judged(
        evidence,
        rollup,
        (status, reason),
        interim=status == "met" and counted.window_open,
        exceeded=status == "met" and _exceeded(counted),
        value=value if whole else None,
        bar=_exact(bar),
        comparison=_comparison(counted, earlier) if whole and earlier is not None else None,
        next_step=_next_step(status, counted),
    )


def _judged(evidence: Evidence, rollup: Rollup | None, reached: Verdict, **more: Any) -> JudgedMeasure:
    """Return the judged measure; without figures every part is missing."""
    return JudgedMeasure(
        id=evidence.plan.measure_id(evidence.measure),
        indicator=evidence.indicator,
        measure=evidence.measure,
        target=evidence.target,
        due=evidence.due,
        status=reached[0],
        reason=reached[1],
        parts=rollup.parts if rollup else evidence.parts,
        missing=rollup.missing if rollup else evidence.parts,
        figures=rollup.combined.figures if rollup else (),
        **more,
    )


def _exact(bar: Bar | None) -> Fraction | None:
    return None if bar is None else bar.exact


def _exceeded(counted: Counted) -> bool:
    """Return whether a percentage lies above a bar under 100 % that asks for more."""
    bar, exact = counted.bar, counted.value.exact
    if bar is None or exact is None or bar.comparator not in {">", ">="} or not counted.evidence.definition.is_percentage:
        return False
    return exact > bar.exact and bar.exact < 100


def _comparison(counted: Counted, earlier: Combined) -> Comparison | None:
    """Return the change against the same period of the year before."""
    definition = counted.evidence.definition
    before = value_of(definition, earlier, (_exact(counted.bar),))
    if counted.value.exact is None or before.exact is None:
        return None
    change = counted.value.exact - before.exact
    measured_in = "points of percent" if definition.is_percentage else definition.measured_in
    return Comparison(before, change, Amount(shown(change), measured_in, definition.noun, signed=True))


def _next_step(status: str, counted: Counted) -> Message | None:
    """Return what would change the status: figures to come, or how many cases are wanting."""
    if status == "no_data":
        return Message.of(N_("Record the figure."))
    if status == "incomplete":
        return Message.of(N_("Ask for: {waiting}."), waiting=tuple(part.called for part in counted.rollup.missing) or counted.gaps)
    bar = counted.bar if status in {"not_met", "behind", "in_progress"} else None
    return None if bar is None or bar.comparator == "==" or counted.value.exact is None or counted.reaches(bar) else _wanting(counted, bar)


def _wanting(counted: Counted, bar: Bar) -> Message | None:
    definition, value = counted.evidence.definition, counted.value
    more = N_("{amount} more would reach it.")
    if definition.kind == "score":
        lacking = counted.amount_of(bar.exact - Fraction(value.value or 0))
        return Message.of(more, amount=lacking) if bar.comparator == ">=" else None
    if definition.kind == "yes_no" and value.denominator == 1:
        return None
    number = int(value.counted or 0)
    wanting = still_needed(bar.comparator, number, value.denominator or 1, bar.exact, definition.per)
    if number + wanting < 0:
        return None  # There is nothing below nobody.
    return Message.of(more if wanting > 0 else N_("{amount} fewer would reach it."), amount=counted.cases(abs(wanting)))
