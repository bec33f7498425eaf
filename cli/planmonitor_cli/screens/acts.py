"""What an act of recording was about, on the screen."""

from __future__ import annotations

from planmonitor.assessment.records import Acceptance, Figure, MemberUnit, Sending
from planmonitor.workspace.opening import Workspace
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_


def about(workspace: Workspace, recorded: Figure | MemberUnit | Acceptance | Sending, say: Speaker) -> str:
    """Return what something recorded is about: measure and period, member, or report and period."""
    if isinstance(recorded, MemberUnit):
        return say(N_("{name} ({id})"), name=recorded.name, id=recorded.id)
    if isinstance(recorded, Acceptance):
        return recorded.measure
    name = _measure(workspace, recorded) if isinstance(recorded, Figure) else report(workspace, recorded, say)
    return say(N_("{name}, {period}"), name=name, period=recorded.period)


def report(workspace: Workspace, sending: Sending, say: Speaker) -> str:
    """Return what the report is called that was sent, received or returned; its id where no plan followed asks for it."""
    duties = (duty for plan in workspace.followed() if plan.id == sending.plan for duty in plan.duties if duty.id == sending.duty)
    return next((say.value(duty.called) for duty in duties), sending.duty)


def _measure(workspace: Workspace, figure: Figure) -> str:
    """Return the id of the first measure followed that a figure is of; its definition where none counts it."""
    measures = workspace.measures().items()
    return next((full for full, (_plan, measure) in measures if measure.definition.key == figure.definition), figure.definition)
