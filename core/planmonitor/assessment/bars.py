"""What a figure is held against: the bar in force, exact, and which side of it is wanted (docs/domain.md, rules 2 and 5)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from planmonitor.assessment.combine import Combined
from planmonitor.assessment.rollup import Evidence, exact_figure, in_full
from planmonitor.model.targets import BOUNDS, Target


@frozen
class Bar:
    """A bar, exact, and the comparator that holds a figure against it."""

    exact: Fraction
    comparator: str


def comparator_of(target: Target) -> str | None:
    """Return which side of its bar a target wants; None where it has none, or the place has not set it yet."""
    if target.comparator in BOUNDS:
        return target.comparator if target.value is not None or target.kind == "relative_change" else None
    maintained = ">=" if target.worse == "lower" else "<="
    return {"done": ">=", "maintain": maintained, "increase": ">", "decrease": "<"}.get(target.comparator or "")


def bars_of(evidence: Evidence, earlier: Combined | None) -> tuple[Bar | None, Bar | None]:
    """Return the bar, and the milestone due by now; None where there is nothing to hold the figure against.

    `earlier` is what was counted in the same period of the year before.
    """
    comparator, baseline = comparator_of(evidence.target), _baseline(evidence)
    bar, milestone = _bar(evidence, baseline, earlier), _milestone(evidence, baseline)
    if comparator is None:
        return None, None
    return None if bar is None else Bar(bar, comparator), None if milestone is None else Bar(milestone, comparator)


def _baseline(evidence: Evidence) -> Fraction | None:
    """Return the figure of the base year: as recorded for comparison, else as the document states it."""
    base, definition = evidence.target.baseline, evidence.definition
    if base is None:
        return None
    recorded = in_full(evidence, evidence.window.year(base.year))
    if recorded is not None:
        return exact_figure(definition, recorded)
    below = base.denominator if definition.divided else 1
    return None if base.numerator is None or not below else Fraction(base.numerator) * definition.per / below


def _bar(evidence: Evidence, baseline: Fraction | None, earlier: Combined | None) -> Fraction | None:
    target = evidence.target
    if target.comparator == "done":
        return Fraction(1)
    if target.comparator in BOUNDS and target.kind != "relative_change":
        return Fraction(target.value or 0)
    if baseline is None and target.same_period and target.comparator != "maintain" and earlier is not None:
        baseline = exact_figure(evidence.definition, earlier)
    return _changed(baseline, target.value) if target.kind == "relative_change" else baseline


def _milestone(evidence: Evidence, baseline: Fraction | None) -> Fraction | None:
    due = [milestone for milestone in evidence.target.milestones if milestone.due <= evidence.as_of]
    if not due:
        return None
    value = max(due, key=lambda milestone: milestone.due).value
    return _changed(baseline, value) if evidence.target.kind == "relative_change" else Fraction(value)


def _changed(base: Fraction | None, percent: int | Decimal | None) -> Fraction | None:
    """Return a base figure changed by so many percent."""
    return None if base is None or percent is None else base * (100 + Fraction(percent)) / 100
