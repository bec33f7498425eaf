"""Judging one measure on a date (docs/domain.md, section 4)."""

from __future__ import annotations

from fractions import Fraction

from planmonitor.assessment.arithmetic import shown, still_needed
from planmonitor.assessment.bars import bar_of, baseline_of, comparator_of, milestone_of
from planmonitor.assessment.combine import Combined
from planmonitor.assessment.counted import Counted, Held
from planmonitor.assessment.results import Amount, Comparison, JudgedMeasure
from planmonitor.assessment.rollup import Evidence, in_full, roll_up, value_of
from planmonitor.assessment.rules import not_assessed, verdict
from planmonitor.messages import N_, Message


def judge_measure(evidence: Evidence) -> JudgedMeasure:
    """Return the status of one measure on a day, and why."""
    rollup = None if evidence.judged_year is None or evidence.definition.unread else roll_up(evidence, evidence.judged_year)
    if rollup is None:
        return _without_figure(evidence)
    earlier = in_full(evidence, evidence.window.year_before(rollup.combined.period))
    baseline = baseline_of(evidence)
    bar, milestone = bar_of(evidence, baseline, earlier), milestone_of(evidence, baseline)
    value = value_of(evidence.definition, rollup.combined, (bar, milestone))
    counted = Counted(evidence, rollup, value, comparator_of(evidence.target), bar, milestone)
    status, reason = verdict(counted)
    # A total of which scores are missing is no figure.
    whole = not (evidence.definition.sums and rollup.missing)
    return JudgedMeasure(
        id=evidence.plan.measure_id(evidence.measure),
        indicator=evidence.indicator,
        measure=evidence.measure,
        target=evidence.target,
        due=evidence.due,
        status=status,
        interim=status == "met" and counted.window_open,
        exceeded=status == "met" and _exceeded(counted),
        value=value if whole else None,
        bar=bar,
        comparison=_comparison(counted, earlier) if whole and earlier is not None else None,
        parts=rollup.parts,
        missing=rollup.missing,
        reason=reason,
        next_step=_next_step(status, counted),
        figures=rollup.combined.figures,
    )


def _without_figure(evidence: Evidence) -> JudgedMeasure:
    """Return a measure of which nothing was counted, or of which nobody knows how it is."""
    status, reason = not_assessed(evidence) or ("no_data", Message.of(N_("No figure has been recorded.")))
    next_step = Message.of(N_("Record the figure.")) if status == "no_data" else None
    if evidence.definition.unread:
        status, reason, next_step = "no_data", Message.of(N_("the definition {key} cannot be read"), key=evidence.definition.key), None
    return JudgedMeasure(
        id=evidence.plan.measure_id(evidence.measure),
        indicator=evidence.indicator,
        measure=evidence.measure,
        target=evidence.target,
        due=evidence.due,
        status=status,
        interim=False,
        exceeded=False,
        value=None,
        bar=None if evidence.definition.unread else bar_of(evidence, baseline_of(evidence), None),
        comparison=None,
        parts=evidence.parts,
        missing=evidence.parts,
        reason=reason,
        next_step=next_step,
    )


def _exceeded(counted: Counted) -> bool:
    """Return whether a percentage lies above a bar under 100 % that asks for more."""
    held = Held.of(counted)
    return held is not None and counted.definition.is_percentage and held.comparator in {">", ">="} and held.bar < 100 and held.figure > held.bar


def _comparison(counted: Counted, earlier: Combined) -> Comparison | None:
    """Return the change against the same period of the year before."""
    definition, before = counted.definition, value_of(counted.definition, earlier, (counted.bar,))
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
    held = Held.of(counted) if status in {"not_met", "behind", "in_progress"} else None
    return None if held is None or held.comparator == "==" or held.reaches(held.bar) else _wanting(held)


def _wanting(held: Held) -> Message | None:
    counted, combined = held.counted, held.counted.combined
    definition = counted.definition
    more = N_("{amount} more would reach it.")
    if definition.kind == "score":
        lacking = counted.amount_of(held.bar - Fraction(combined.value or 0))
        return Message.of(more, amount=lacking) if held.comparator == ">=" else None
    if definition.kind == "yes_no" and combined.denominator == 1:
        return None
    number = int(combined.counted or 0)
    wanting = still_needed(held.comparator, number, combined.denominator or 1, held.bar, definition.per)
    if number + wanting < 0:
        return None  # There is nothing below nobody.
    return Message.of(more if wanting > 0 else N_("{amount} fewer would reach it."), amount=counted.cases(abs(wanting)))
