"""The command that records a figure, as it is typed."""

from __future__ import annotations

from planmonitor import Measure, Plan

_COUNTED = {"ratio": "--numerator ... --denominator ...", "rate": "--numerator ... --denominator ...", "yes_no": "--yes"}


def record_line(plan: Plan, measure: Measure, year: int) -> str:
    """Return the command that records the figure of a measure for a year, its counts to be filled in."""
    return f"monitor record {plan.measure_id(measure)} --period {year} {_COUNTED.get(measure.definition.kind, '--value ...')}"
