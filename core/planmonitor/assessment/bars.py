"""What a figure is held against: the bar in force, exact, and which side of it is wanted (docs/domain.md, rules 2 and 5)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from planmonitor.assessment.combine import Combined
from planmonitor.assessment.rollup import Evidence, exact_figure, in_full
from planmonitor.model.targets import BOUNDS, Target


def comparator_of(target: Target) -> str | None:
    """Return the comparator that holds the figure against the bar; None where there is none, or the place has not set its bar yet."""
    if target.comparator in BOUNDS:
        return target.comparator if target.value is not None or target.kind == "relative_change" else None
    maintained = ">=" if target.worse == "lower" else "<="
    return {"done": ">=", "maintain": maintained, "increase": ">", "decrease": "<"}.get(target.comparator or "")


def baseline_of(evidence: Evidence) -> Fraction | None:
    """Return the figure of the base year: as recorded for comparison, else as the document states it."""
    base, definition = evidence.target.baseline, evidence.definition
    if base is None:
        return None
    recorded = in_full(evidence, evidence.window.year(base.year))
    if recorded is not None:
        return exact_figure(definition, recorded)
    below = base.denominator if definition.divided else 1
    return None if base.numerator is None or not below else Fraction(base.numerator) * definition.per / below


def bar_of(evidence: Evidence, baseline: Fraction | None, earlier: Combined | None) -> Fraction | None:
    """Return the exact bar; None where there is nothing to hold the figure against.

    Args:
        evidence: What the measure is judged from.
        baseline: The figure of the base year.
        earlier: What was counted in the same period of the year before.
    """
    target = evidence.target
    if comparator_of(target) is None:
        return None
    if target.comparator == "done":
        return Fraction(1)
    if target.comparator in BOUNDS and target.kind != "relative_change":
        return Fraction(target.value or 0)
    against = baseline
    if against is None and target.same_period and target.comparator != "maintain" and earlier is not None:
        against = exact_figure(evidence.definition, earlier)
    return _changed(against, target.value) if target.kind == "relative_change" else against


def _changed(base: Fraction | None, percent: int | Decimal | None) -> Fraction | None:
    """Return a base figure changed by so many percent."""
    return None if base is None or percent is None else base * (100 + Fraction(percent)) / 100


def milestone_of(evidence: Evidence, baseline: Fraction | None) -> Fraction | None:
    """Return the bar that a document sets for now, where one has come due."""
    due = [milestone for milestone in evidence.target.milestones if milestone.due <= evidence.as_of]
    if not due:
        return None
    value = max(due, key=lambda milestone: milestone.due).value
    return _changed(baseline, value) if evidence.target.kind == "relative_change" else Fraction(value)
