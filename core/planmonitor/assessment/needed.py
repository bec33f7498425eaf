"""Which open questions of a plan are needed now: without an answer something cannot be judged or dated (docs/domain.md, rule 6)."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from planmonitor.assessment.checking import Check, CheckedPlan
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.records import Figure
from planmonitor.model.duties import Duty
from planmonitor.model.plans import Measure, Plan
from planmonitor.model.sources import OpenQuestion

Decided = Measure | Duty | Check
"""What waits for an answer: a measure to be judged, a report to be dated, a check to be made."""


@frozen
class Needed:
    """An open question that is needed now, and all that waits for its answer."""

    question: OpenQuestion
    """The question."""
    decides: tuple[Decided, ...]
    """What cannot be judged or dated without it, at least one."""


def needed_now(checked: CheckedPlan) -> tuple[Needed, ...]:
    """Return the questions of a judged plan that are needed now, in the order of the plan; all others can wait.

    Needed are bars, maxima and base years that only an answer brings, days of undated reports, who supplies a figure that nobody can be asked
    for, and whatever a check asks for.
    """
    waiting: dict[str, dict[int, Decided]] = {}
    for question, decided in _asked_for(checked):
        if question:
            waiting.setdefault(question, {})[id(decided)] = decided
    found = (item for item in checked.judged.plan.questions if item.id in waiting)
    return tuple(Needed(item, tuple(waiting[item.id].values())) for item in found)


def question_about(plan: Plan, about: str, answer_type: str) -> str:
    """Return the id of the question of a plan that is about something and takes such an answer; "" where it asks none."""
    return next((item.id for item in plan.questions if (item.about, item.answer_type) == (about, answer_type)), "")


def _asked_for(checked: CheckedPlan) -> Iterator[tuple[str, Decided]]:
    judged, plan = checked.judged, checked.judged.plan
    totals = {key: measure for measure in plan.measures for key in measure.definition.sums}
    for measure in plan.measures:
        bars = (target.value_from for target in measure.targets if target.value is None)
        yield from ((bar, measure) for bar in bars if bar and bar not in plan.answers)
        if any(target.without_base for target in measure.targets):
            yield question_about(plan, f"baseline:{measure.code}", "number"), measure
        if measure.definition.key in totals and measure.definition.maximum is None and not measure.definition.unread:
            yield question_about(plan, f"maximum:{measure.code}", "number"), totals[measure.definition.key]
        if _needs_supplier(judged, measure):
            yield question_about(plan, f"measure:{measure.code}", "units"), measure
    for item in judged.deadlines:
        if item.state == "undated":
            yield question_about(plan, f"duty:{item.duty.id}", "month_day"), item.duty
        elif item.state == "undecided":
            yield question_about(plan, "document", "date"), item.duty
    about_reports = {question_about(plan, f"duty:{item.duty.id}", "month_day") for item in judged.deadlines if item.state == "undated"}
    for found in checked.findings:
        yield from ((name, found.check) for name in found.finding.questions if name not in about_reports)


def _needs_supplier(judged: JudgedPlan, measure: Measure) -> bool:
    """Return whether figures of a measure cannot be told apart, or asked for, before somebody says who supplies them.

    That is so where the document names a part and gives it to nobody, where a figure of one unit is recorded that the measure does not take, and
    where members of a group that works on it are registered, none of whom can report it.
    """
    if any(share.unit is None for share in measure.responsible):
        return True
    if measure.owners:
        return False
    plan = judged.plan
    groups = {share.unit for share in measure.responsible if share.unit and (unit := plan.unit(share.unit)) and unit.members}
    members = {member.id for member in judged.members if any(member.belongs_to(plan.id, group) for group in groups)}
    own = [figure for figure in judged.figures if figure.definition == measure.definition.key]
    return any(_of_this_plan(plan, figure, members) for figure in own) or (bool(members) and not own)


def _of_this_plan(plan: Plan, figure: Figure, members: set[str]) -> bool:
    return figure.unit in members or (figure.unit != "" and plan.unit(figure.unit) is not None)
