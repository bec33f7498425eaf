"""The status of a target line from those of its measures (docs/domain.md, section 4)."""

from __future__ import annotations

from collections.abc import Sequence


def indicator_status(statuses: Sequence[str]) -> str:
    """Return the status of an indicator.

    Args:
        statuses: The statuses of its measures; at least one.

    Returns:
        "not_met" if any is; else "no_data" if all are; else "incomplete" if any is "no_data" or "incomplete"; else the
        first present of "behind", "in_progress", "on_track"; else "met" if one is met and the rest are met, without a
        case or followed as a trend only; else what they all are.
    """
    present = set(statuses)
    if "not_met" in present:
        return "not_met"
    if present == {"no_data"}:
        return "no_data"
    if present & {"no_data", "incomplete"}:
        return "incomplete"
    for status in ("behind", "in_progress", "on_track"):
        if status in present:
            return status
    if "met" in present and present <= {"met", "no_case", "trend_only"}:
        return "met"
    return statuses[0] if len(present) == 1 else next(status for status in ("not_assessed", "trend_only", "no_case", "met") if status in present)
