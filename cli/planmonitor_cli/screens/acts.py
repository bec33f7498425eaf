"""What an act of recording was about, on the screen."""

from __future__ import annotations

from planmonitor import OpenQuestion, Plan
from planmonitor.assessment.records import Acceptance, AnswerGiven, Figure, MemberUnit, Sending
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.settled import answer_in
from planmonitor_exchange.speaking.answers import answer_in_words
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_


def about(workspace: Workspace, recorded: Figure | MemberUnit | Acceptance | Sending | AnswerGiven, say: Speaker) -> str:
    """Return what something recorded is about: measure and period, member, or report and period."""
    if isinstance(recorded, MemberUnit):
        return say(N_("{name} ({id})"), name=recorded.name, id=recorded.id)
    if isinstance(recorded, Acceptance):
        return recorded.measure
    if isinstance(recorded, AnswerGiven):
        return say(
            N_("{question}: {value}"), question=asked(workspace, recorded, say), value=answered(workspace, recorded, recorded.value_after, say)
        )
    name = _measure(workspace, recorded) if isinstance(recorded, Figure) else report(workspace, recorded, say)
    return say(N_("{name}, {period}"), name=name, period=recorded.period)


def report(workspace: Workspace, sending: Sending, say: Speaker) -> str:
    """Return what the report is called that was sent, received or returned; its id where no plan followed asks for it."""
    duties = (duty for plan in workspace.followed() if plan.id == sending.plan for duty in plan.duties if duty.id == sending.duty)
    return next((say.value(duty.called) for duty in duties), sending.duty)


def asked(workspace: Workspace, given: AnswerGiven, say: Speaker) -> str:
    """Return the question that was answered; its id where no plan followed asks it any more."""
    found = _question(workspace, given)
    return say.value(found[1].text) if found else f"{given.plan}/{given.question}"


def answered(workspace: Workspace, given: AnswerGiven, written: str, say: Speaker) -> str:
    """Return in words what was answered, as `monitor.toml` has or had it; as it stands there where no plan followed asks it any more."""
    found, answer = _question(workspace, given), answer_in(written)
    if answer is None:
        return say(N_("no answer"))
    return answer_in_words(found[1], answer.value, found[0], say) if found else written


def _question(workspace: Workspace, given: AnswerGiven) -> tuple[Plan, OpenQuestion] | None:
    plans = (plan for plan in workspace.followed() if plan.id == given.plan)
    return next(((plan, question) for plan in plans for question in plan.questions if question.id == given.question), None)


def _measure(workspace: Workspace, figure: Figure) -> str:
    """Return the id of the first measure followed that a figure is of; its definition where none counts it."""
    measures = workspace.measures().items()
    return next((full for full, (_plan, measure) in measures if measure.definition.key == figure.definition), figure.definition)
