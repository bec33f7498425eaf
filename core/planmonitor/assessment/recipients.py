"""Whose report one is, and who received it: the offices that have to hear of a figure that has changed since (docs/domain.md, rule 19)."""

from __future__ import annotations

from planmonitor.model.duties import Duty
from planmonitor.model.plans import Plan
from planmonitor.names import as_compared

_COMMITTEE = as_compared("Ủy ban nhân dân")
NO_RECIPIENT = ("Lưu", "Như trên")
"""How lines under "Nơi nhận:" begin that name nobody: the file itself, and the addressee once more."""


def compiles(plan: Plan, duty: Duty, reporter: str) -> bool:
    """Return whether a report is that of the place, which an office compiles for it: not where it is sent to the place, or others owe theirs too."""
    if not reporter or duty.issuer is not None:
        return True
    to_itself = duty.recipient is not None and _kind_of_body(duty.recipient) == _kind_of_body(plan.document.issuer)
    return duty.reporters == (reporter,) and bool(duty.measures) and not to_itself


def _kind_of_body(named: str) -> str:
    """Return which committee a name begins with, "ủy ban nhân dân huyện"; of another body its whole name."""
    folded = as_compared(named).replace("ubnd", _COMMITTEE, 1)
    return " ".join(folded.split()[:5]) if folded.startswith(_COMMITTEE) else folded


def recipients_of(plan: Plan, duty: Duty, reporter: str) -> tuple[str, ...]:
    """Return who received the report of a unit, as printed: the addressee, and of the place's those under "Nơi nhận:" of the plan."""
    addressed = (duty.recipient,) if duty.recipient else ()
    printed = plan.document.recipients if compiles(plan, duty, reporter) else ()
    named = (line.rstrip(".; ") for line in printed if not line.startswith(NO_RECIPIENT))
    return tuple(dict.fromkeys((*addressed, *named)))
