"""Answering the open questions of the plans followed: which there are, what an answer changes, writing it, taking it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from attrs import field, frozen

from planmonitor.assessment.acts import AnswerGiven
from planmonitor.assessment.changes import Changes
from planmonitor.assessment.checking import CheckedPlan
from planmonitor.assessment.needed import Needed, needed_now
from planmonitor.assessment.records import Figure
from planmonitor.messages import N_, BadData, Hint, Message, UnknownName
from planmonitor.model.plans import Plan
from planmonitor.model.settings import Answer, check_answer, leaves_year_open
from planmonitor.model.sources import OpenQuestion
from planmonitor.names import offer, pick
from planmonitor.privacy import clean
from planmonitor.workspace.file import settings_of
from planmonitor.workspace.foreseeing import foresee
from planmonitor.workspace.judging import judge
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.settled import as_toml, day_slot, restored_on_failure, with_answer, write_answer, written_answer


@frozen
class Questions:
    """The open questions of one plan, and how they stand."""

    checked: CheckedPlan
    """The plan, judged."""
    needed: tuple[Needed, ...]
    """Those without which something cannot be judged or dated."""
    others: tuple[OpenQuestion, ...]
    """Those that can wait, not answered."""
    answers: tuple[tuple[OpenQuestion, Answer], ...]
    """Those answered, with the document that settles them."""


def questions_of(workspace: Workspace, only: Sequence[str] = ()) -> list[Questions]:
    """Return the open questions of the plans followed, or of those named."""
    return [questions_in(workspace, checked) for checked in judge(workspace, only).plans]


def questions_in(workspace: Workspace, checked: CheckedPlan) -> Questions:
    """Return the open questions of a judged plan that is followed."""
    plan = checked.judged.plan
    given, needed = settings_of(workspace.file, plan).answers, needed_now(checked)
    waiting = {item.question.id for item in needed}
    return Questions(
        checked,
        needed,
        tuple(item for item in plan.questions if item.id not in given and item.id not in waiting),
        tuple((item, given[item.id]) for item in plan.questions if item.id in given),
    )


def find_question(workspace: Workspace, name: str, plan: str = "") -> tuple[Plan, OpenQuestion]:
    """Return the one open question that goes by an id, alone or behind that of its plan, of the plans followed or the one named.

    `UnknownName` where none or several go by it, and where it is one of a plan that is not followed.
    """
    followed = [item.id for item in workspace.followed()]
    for other in pick(plan, workspace.catalogue.plan_ids) if plan and not pick(plan, followed) else ():
        raise UnknownName(N_("Plan {plan} is not followed."), Hint.of("follow-plan", plan=other), plan=other)
    plans = workspace.followed([plan] if plan else [])
    known = {f"{item.id}/{question.id}": (item, question) for item in plans for question in item.questions}
    found = pick(name, tuple(known))
    if len(found) == 1:
        return known[found[0]]
    if found:
        raise UnknownName(N_("Several plans have a question '{name}': {ids}."), Message.of(N_("Write the whole id.")), name=name, ids=found)
    for other in (one for one in workspace.catalogue.plan_ids if one not in workspace.file.plans and not plan):
        asking = workspace.catalogue.plans.get(other)
        if asking is not None and pick(name, [f"{other}/{question.id}" for question in asking.questions]):
            raise UnknownName(
                N_("Question '{name}' is one of plan {plan}, which is not followed."), Hint.of("follow-plan", plan=other), name=name, plan=other
            )
    raise UnknownName(N_("The plans followed have no open question '{name}'."), offer(name, tuple(known), Hint.of("see-questions")), name=name)


@frozen
class Outlook:
    """What an answer would change, before it is written."""

    plan: Plan
    """The plan as it is."""
    question: OpenQuestion
    """The question."""
    answer: Answer
    """The answer."""
    before: Answer | None
    """What was answered so far."""
    changes: Changes
    """What would be judged in another way."""
    aside: tuple[Figure, ...]
    """Recorded figures that would count no more."""
    taken_in: tuple[Figure, ...]
    """Recorded figures that would count from then on."""
    names: Mapping[str, str] = field(factory=dict)
    """Names of members of groups, by id."""

    @property
    def already(self) -> bool:
        """Whether just this was answered before."""
        return self.before == self.answer


def look_ahead(workspace: Workspace, plan: Plan, question: OpenQuestion, answer: Answer) -> Outlook:
    """Return what an answer would change, judged today before and after; `BadData` where it does not fit its question."""
    check_answer(question, answer, plan)
    if leaves_year_open(question, answer.value, plan):
        which = N_("The day {day} lies in the first half of the year: is it of the year reported on, or of the year after?")
        raise BadData(which, Hint.of("say-which-year"), day=str(answer.value))
    clean(answer.document or "")
    if isinstance(answer.value, str):
        clean(answer.value)
    before = judge(workspace)
    after = judge(workspace.with_file(with_answer(workspace.file, plan.id, question.id, as_toml(answer))))
    seen = foresee(workspace, before, after)
    effect = next(effect for effect in seen.effects if effect.plan.id == plan.id)
    changes = effect.changes
    return Outlook(
        *(plan, question, answer, settings_of(workspace.file, plan).answers.get(question.id)),
        Changes(changes.measures, changes.reports, (*changes.gone, *seen.gone), (*changes.come, *seen.come)),
        effect.aside,
        effect.taken_in,
        effect.names,
    )


def answer(workspace: Workspace, outlook: Outlook) -> AnswerGiven:
    """Write an answer into `monitor.toml`, and record that and what it replaces, so that it can be taken back: both, or neither."""
    plan, question = outlook.plan.id, outlook.question.id
    given = AnswerGiven(plan, question, written_answer(workspace.file, plan, question), as_toml(outlook.answer), workspace.person)
    with restored_on_failure(workspace.file), workspace.database().writing() as held:
        given = held.add(given, workspace.begin(held, "answer"))
        write_answer(workspace.file, plan, question, given.value_after)
    return given


def take_back(workspace: Workspace, given: AnswerGiven) -> None:
    """Put back what stood in `monitor.toml` before an answer, or before a last day was set; `BadData` where it was changed since."""
    if written_answer(workspace.file, given.plan, given.question) != given.value_after:
        if (slot := day_slot(given.question)) is not None:
            duties = (duty for plan in workspace.followed() if plan.id == given.plan for duty in plan.duties if duty.id == slot[0])
            called = next((duty.called for duty in duties), slot[0])
            raise BadData(N_("The last day of '{report}' was changed in monitor.toml since; nothing was taken back."), report=called)
        changed = N_("The answer to '{question}' of plan {plan} was changed since; nothing was taken back.")
        raise BadData(changed, Hint.of("answer-again", question=f"{given.plan}/{given.question}"), question=given.question, plan=given.plan)
    write_answer(workspace.file, given.plan, given.question, given.value_before)


def need_database(workspace: Workspace) -> bool:
    """Create the database of a workspace that has none yet, in which answers are noted; return whether it was created."""
    from planmonitor.storage.file import create_or_upgrade

    where = workspace.database_at
    return isinstance(where, Path) and not where.exists() and create_or_upgrade(where) == "created"
