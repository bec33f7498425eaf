"""What a plan file leaves open without saying so: the questions that follow from a field that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planmonitor.messages import Text
from planmonitor.model.plans import Measure, Plan
from planmonitor.model.sources import OpenQuestion
from planmonitor.model.targets import Target
from planmonitor.numbers import written_day
from planmonitor.plantext.bars import Quoted


def asked_of(plan: Plan) -> tuple[OpenQuestion, ...]:
    """Return the questions that stand for what a plan does not say; none where the file asks that very question itself."""
    asked = {question.about for question in plan.questions}
    names = {question.id for question in plan.questions}
    return tuple(question for question in (*_base_years(plan), *_due_days(plan)) if question.about not in asked and question.id not in names)


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


def _due_days(plan: Plan) -> Iterator[OpenQuestion]:
    """Yield the question for the last day of each bar that the file gives none, although its clause prints days and none stands with the figure."""
    for measure in plan.measures:
        for target in measure.targets:
            days = _open_days(measure, target)
            if days:
                vi, en = (" | ".join(written_day(day, language) for day in days) for language in ("vi", "en"))
                text = Text(
                    f"Chỉ tiêu {measure.code}: văn bản in {vi}; thời hạn của “{target.wording}” là ngày nào?",
                    f"Measure {measure.code}: the document prints {en}; which is the last day for “{target.wording}”?",
                )
                yield OpenQuestion(f"due-{measure.code}", f"due:{measure.code}", text, "date")
                break


def _open_days(measure: Measure, target: Target) -> tuple[date, ...]:
    if target.due is not None:
        return ()
    printed = Quoted(target.wording, measure.source.clause, target.value).printed
    return printed[0].open_days if printed and all(figure.open_days for figure in printed) else ()
