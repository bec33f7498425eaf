"""What a plan can take over from the one before it: members of the same groups, and answers to the same questions; never by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from planmonitor.assessment.acts import AnswerGiven
from planmonitor.assessment.records import MemberUnit
from planmonitor.messages import N_, BadData, Message
from planmonitor.model.plans import Plan
from planmonitor.model.settings import Answer, check_answer
from planmonitor.model.sources import OpenQuestion
from planmonitor.names import as_compared
from planmonitor.workspace.file import settings_of
from planmonitor.workspace.foreseeing import Foreseen, foresee
from planmonitor.workspace.judging import judge
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.register import MemberRegister, is_same_group
from planmonitor.workspace.settled import as_toml, restored_on_failure, with_answer, write_answer, written_answer

OF_ONE_DOCUMENT = ("document", "place", "baseline:", "due:", "years:")
"""What questions are about whose answers are those of one document and its years alone."""
FOR_GOOD = ("hằng năm", "hàng năm")
"""Words of a letter that dates a report in every year."""


@frozen
class OnOffer:
    """What a plan can take over from another."""

    new: Plan
    """The plan that takes over."""
    old: Plan
    """The plan before it."""
    members: tuple[MemberUnit, ...]
    """Memberships as they would be registered."""
    answers: tuple[tuple[OpenQuestion, Answer], ...]
    """Answers with the questions they would settle; each says from which plan it is taken."""
    left: tuple[tuple[OpenQuestion, Message], ...]
    """Questions answered there whose answers do not hold here, and why."""

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to take over."""
        return not self.members and not self.answers


def plan_before(workspace: Workspace, plan: Plan) -> Plan | None:
    """Return the plan followed that a plan continues, the last that ends before it begins; None where none does.

    It is of the same place and programme; where neither carries out a programme, of the same title but for its years.
    """
    place = workspace.place_of(plan)
    earlier = (item for item in workspace.followed() if workspace.place_of(item) == place and item.end < plan.start)
    return max((item for item in earlier if _what_it_is(item) == _what_it_is(plan)), key=lambda item: item.end, default=None)


def _what_it_is(plan: Plan) -> str:
    return plan.programme or as_compared(re.sub("[0-9]+", " ", plan.title.vi))


def on_offer(workspace: Workspace, new: Plan, old: Plan) -> OnOffer:
    """Return what a plan can take over from another one; `BadData` where they belong to different places, or the other one has not begun before."""
    if workspace.place_of(new) != workspace.place_of(old) or old.id == new.id or old.start >= new.start:
        raise BadData(N_("{new} does not follow on {old}: it must be of the same place, and begin later."), new=new.called, old=old.called)
    answers, left = [], []
    for question, answer, why_not in _answers(workspace, new, old):
        if why_not is None:
            answers.append((question, answer))
        else:
            left.append((question, why_not))
    return OnOffer(new, old, tuple(_members(workspace, new, old)), tuple(answers), tuple(left))


def _members(workspace: Workspace, new: Plan, old: Plan) -> Iterator[MemberUnit]:
    """Yield the memberships in groups of the new plan of those that belong to the same groups of the old one, from its first day on."""
    place, rows = workspace.place_of(new), MemberRegister(workspace).members()
    for group in (unit for unit in new.units if unit.members):
        same = {unit.id for unit in old.units if unit.members and is_same_group(unit, group)}
        there = {row.id for row in rows if row.place == place and row.belongs_to(new.id, group.id)}
        for row in rows:
            theirs = row.place == place and row.plan == old.id and row.group_id in same and row.id not in there
            if theirs and (row.valid_to is None or row.valid_to >= new.start):
                yield evolve(row, plan=new.id, group_id=group.id, valid_from=max(new.start, row.valid_from), also=())


def _answers(workspace: Workspace, new: Plan, old: Plan) -> Iterator[tuple[OpenQuestion, Answer, Message | None]]:
    """Yield the answers to questions that both plans ask, with why one cannot be taken over, None where it can."""
    given, has = settings_of(workspace.file, old).answers, settings_of(workspace.file, new).answers
    asked = {(question.id, question.about, question.answer_type): question for question in new.questions}
    for question in old.questions:
        same = asked.get((question.id, question.about, question.answer_type))
        if question.id in given and same is not None and same.id not in has:
            answer = given[question.id]
            yield same, evolve(answer, document=_taken_from(old, answer)), _why_not(same, answer, new, old)


def _taken_from(old: Plan, answer: Answer) -> str:
    """Return the document of an answer that is taken over: its own, and from which plan it comes."""
    year = str(old.end.year)
    return f"{answer.document or 'không nêu văn bản'} (lấy từ {old.called.vi}, năm {year})"


def _why_not(question: OpenQuestion, answer: Answer, new: Plan, old: Plan) -> Message | None:
    if question.about.startswith(OF_ONE_DOCUMENT):
        return Message.of(N_("it is of that document alone"))
    dates = question.answer_type in {"month_day", "date"}
    if dates and not any(word in (answer.document or "").casefold() for word in FOR_GOOD):
        return Message.of(N_("its letter does not say that the day is one of every year"))
    try:
        check_answer(question, answer, new)
    except BadData:
        return Message.of(N_("it does not fit the question any more"))
    if question.answer_type == "units" and isinstance(answer.value, tuple):
        names = [(old.unit(str(unit)), new.unit(str(unit))) for unit in answer.value]
        if any(one is None or other is None or as_compared(one.name) != as_compared(other.name) for one, other in names):
            return Message.of(N_("the units are called otherwise"))
    return None


def taken_over(workspace: Workspace, offer: OnOffer) -> Foreseen:
    """Return what taking over would make of the plans followed."""
    file = workspace.file
    for question, answer in offer.answers:
        file = with_answer(file, offer.new.id, question.id, as_toml(answer))
    entries = (*MemberRegister(workspace).seen, *offer.members)
    return foresee(workspace, judge(workspace), judge(workspace.with_file(file).with_members(entries)))


def take_over(workspace: Workspace, offer: OnOffer) -> None:
    """Register the members and write the answers, all under one receipt, or nothing."""
    with restored_on_failure(workspace.file), workspace.database().writing() as held:
        receipt = workspace.begin(held, "taking-over", rows=len(offer.members) + len(offer.answers))
        for member in offer.members:
            held.add(evolve(member, entered_by=workspace.person, recorded_at=None), receipt)
        for question, answer in offer.answers:
            written = as_toml(answer)
            before = written_answer(workspace.file, offer.new.id, question.id)
            held.add(AnswerGiven(offer.new.id, question.id, before, written, workspace.person), receipt)
            write_answer(workspace.file, offer.new.id, question.id, written)
