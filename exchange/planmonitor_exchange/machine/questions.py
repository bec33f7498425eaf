"""The open questions of plans as JSON, with the keys of docs/interface.md."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planmonitor import Duty, Measure, OpenQuestion, Plan
from planmonitor.assessment.needed import Decided
from planmonitor.model.settings import PlanSettings
from planmonitor.workspace.answering import Questions

from planmonitor_exchange.machine.plans import question_json
from planmonitor_exchange.speaking.answers import how_to_answer
from planmonitor_exchange.speaking.speaker import Speaker


def questions_json(found: Iterable[Questions], say: Speaker, *, everything: bool) -> list[dict[str, Any]]:
    """Return the questions that are needed now; with `everything` the others too, those answered last."""
    rows = []
    for of_plan in found:
        plan, settings = of_plan.checked.judged.plan, PlanSettings(answers={item.id: answer for item, answer in of_plan.answers})
        rows += [_row(plan, item.question, settings, item.decides, say) for item in of_plan.needed]
        if everything:
            waiting = {item.question.id for item in of_plan.needed}
            others = (*of_plan.others, *(item for item, _answer in of_plan.answers if item.id not in waiting))
            rows += [_row(plan, item, settings, (), say) for item in others]
    return rows


def _row(plan: Plan, question: OpenQuestion, settings: PlanSettings, decides: tuple[Decided, ...], say: Speaker) -> dict[str, Any]:
    found = [_decided(plan, item) for item in decides]
    command = how_to_answer(plan.id, question, say)
    return {"plan": plan.id, **question_json(question, settings), "needed": bool(decides), "decides": found, "command": command}


def _decided(plan: Plan, item: Decided) -> dict[str, Any]:
    if isinstance(item, Measure):
        return {"kind": "measure", "id": plan.measure_id(item), "title_vi": item.label.vi, "title_en": item.label.en}
    if isinstance(item, Duty):
        return {"kind": "report", "id": f"{plan.id}/{item.id}", "title_vi": item.called.vi, "title_en": item.called.en}
    return {"kind": "check", "id": item.id, "title_vi": item.title.vi, "title_en": item.title.en}
