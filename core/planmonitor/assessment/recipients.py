"""Who received a report: the offices that have to hear of a figure that has changed since (docs/domain.md, rule 19)."""

from __future__ import annotations

from planmonitor.assessment.bodies import compiles
from planmonitor.model.duties import Duty
from planmonitor.model.plans import Plan

NO_RECIPIENT = ("Lưu", "Như trên")
"""How lines under "Nơi nhận:" begin that name nobody: the file itself, and the addressee once more."""


def recipients_of(plan: Plan, duty: Duty, reporter: str) -> tuple[str, ...]:
    """Return who received the report of a unit, as printed: the addressee, and of the place's those under "Nơi nhận:" of the plan."""
    place = (plan.place.name if plan.place is not None else None) or ""
    addressed = (duty.recipient,) if duty.recipient else ()
    printed = plan.document.recipients if compiles(plan, duty, reporter, place) else ()
    named = (line.rstrip(".; ") for line in printed if not line.startswith(NO_RECIPIENT))
    return tuple(dict.fromkeys((*addressed, *named)))
