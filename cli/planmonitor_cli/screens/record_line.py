"""The command that records a figure, as it is typed."""

from __future__ import annotations

from planmonitor import Measure, Plan
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

_DIVIDED = N_("--numerator COUNTED --denominator OF_ALL")
_ONE = N_("--value NUMBER")
_COUNTED = {"ratio": _DIVIDED, "rate": _DIVIDED, "yes_no": N_("--yes/--no")}


def record_line(plan: Plan, measure: Measure, year: int, say: Speaker) -> str:
    """Return the command that records the figure of a measure for a year, with words where its counts are to be typed.

    Of a state neither answer stands there by itself: copied as it is, the line is refused and records nothing.
    """
    return f"monitor record {plan.measure_id(measure)} --period {year} {say(_COUNTED.get(measure.definition.kind, _ONE))}"
