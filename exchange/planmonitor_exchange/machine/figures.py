"""Recorded figures as JSON."""

from __future__ import annotations

from typing import Any

from planmonitor.assessment.records import Figure

from planmonitor_exchange.machine.values import figure_text


def figure_json(figure: Figure) -> dict[str, Any]:
    """Return one revision of one figure."""
    return {
        "revision": figure.revision,
        "definition": figure.definition,
        "place": figure.place or None,
        "unit": figure.unit or None,
        "period": figure.period.id,
        "start": figure.period.start,
        "end": figure.period.end,
        "breakdown": dict(figure.breakdown),
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        "value": figure_text(figure.value),
        "yes": figure.yes,
        "state": figure.state,
        "until": figure.until,
        "comparison": figure.comparison,
        "supplied_by": figure.supplied_by or None,
        "entered_by": figure.entered_by or None,
        "evidence": figure.evidence or None,
        "note": figure.note or None,
        "recorded_at": figure.recorded_at,
        "takes_back": figure.takes_back or None,
    }
