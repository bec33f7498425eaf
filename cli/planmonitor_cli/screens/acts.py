"""What an act of recording was about, on the screen."""

from __future__ import annotations

from planmonitor.assessment.records import Acceptance, Figure, MemberUnit, Sending
from planmonitor.workspace.opening import Workspace
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.screens.attention import plan_name


def about(workspace: Workspace, recorded: Figure | MemberUnit | Acceptance | Sending, say: Speaker) -> str:
    """Return what something recorded is about: measure and period, member, or report and period."""
    if isinstance(recorded, MemberUnit):
        return say(N_("{name} ({id})"), name=recorded.name, id=recorded.id)
    if isinstance(recorded, Acceptance):
        plan, measure = workspace.measure(recorded.measure)
        return f"{measure.code}. {say.value(measure.label)} ({plan_name(plan, say)})"
    name = _measure(workspace, recorded, say) if isinstance(recorded, Figure) else report(workspace, recorded, say)
    return say(N_("{name}, {period}"), name=name, period=recorded.period)


def report(workspace: Workspace, sending: Sending, say: Speaker) -> str:
    """Return what the report is called that was sent, received or returned; its id where no plan followed asks for it."""
    duties = (duty for plan in workspace.followed() if plan.id == sending.plan for duty in plan.duties if duty.id == sending.duty)
    return next((say.value(duty.called) for duty in duties), sending.duty)


def _measure(workspace: Workspace, figure: Figure, say: Speaker) -> str:
    """Return what a figure is of: the first measure followed that counts it, or its base population; its definition where nothing does."""
    counting = ((plan, measure) for plan, measure in workspace.measures().values() if measure.definition.key == figure.definition)
    found = next(counting, None)
    if found is not None:
        return f"{found[1].code}. {say.value(found[1].label)} ({plan_name(found[0], say)})"
    population = workspace.catalogue.populations.get(figure.definition)
    return figure.definition if population is None else say.value(population.label)
