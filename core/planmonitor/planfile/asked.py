"""What a plan file leaves open without saying so: the questions that follow from a field that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor.messages import Text
from planmonitor.model.plans import Plan
from planmonitor.model.sources import OpenQuestion


def asked_of(plan: Plan) -> tuple[OpenQuestion, ...]:
    """Return the questions that stand for what a plan does not say; none where the file asks that very question itself."""
    asked = {question.about for question in plan.questions}
    names = {question.id for question in plan.questions}
    return tuple(question for question in _base_years(plan) if question.about not in asked and question.id not in names)


def _base_years(plan: Plan) -> Iterator[OpenQuestion]:
    """Yield the question for the base year of each rise or fall in percent that names none."""
    for measure in plan.measures:
        wording = next((target.wording for target in measure.targets if target.without_base), None)
        if wording is not None:
            text = Text(
                f"Chỉ tiêu {measure.code}: “{wording}” là so với năm nào?",
                f"Measure {measure.code}: against which year is “{wording}” held?",
            )
            yield OpenQuestion(f"base-year-{measure.code}", f"baseline:{measure.code}", text, "number")
