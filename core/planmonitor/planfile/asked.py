"""The questions that an empty field asks: nobody writes them into a plan file (docs/domain.md, rule 6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planmonitor.messages import Text
from planmonitor.model.duties import Duty
from planmonitor.model.plans import Measure, Plan
from planmonitor.model.reported import is_several_a_year
from planmonitor.model.sources import OpenQuestion
from planmonitor.model.targets import Target
from planmonitor.numbers import written_day
from planmonitor.plantext.bars import Quoted


def asked_of(plan: Plan) -> tuple[OpenQuestion, ...]:
    """Return the questions of `empty_fields` that a plan does not ask in words of its own, about the same part and for the same kind of answer."""
    written = {(question.about, _SETTLES[question.answer_type]) for question in plan.questions if question.answer_type in _SETTLES}
    ids = {question.id for question in plan.questions}
    return tuple(item for item in empty_fields(plan) if item.id not in ids and (item.about, _SETTLES.get(item.answer_type)) not in written)


def empty_fields(plan: Plan) -> tuple[OpenQuestion, ...]:
    """Return what a plan leaves open by saying nothing.

    Number and date of the document, the base year of a change, the day of a bar, who supplies a figure, the day of an undated report.
    """
    return (*_document(plan), *_base_years(plan), *_due_days(plan), *suppliers(plan), *_days(plan))


def askable(plan: Plan) -> frozenset[str]:
    """Return the ids under which empty fields of a plan are asked about, filled by now or not: a place may have answered when they were empty."""
    measures = (f"{kind}-{measure.code}" for measure in plan.measures for kind in ("owner", "base-year", "due"))
    return frozenset(("document-number", "document-date", *measures, *(f"{duty.id}-day" for duty in plan.duties)))


_SETTLES = {"units": "who", "month_day": "when", "date": "when"}
"""What answers settle; of texts many may be about one part."""


def _document(plan: Plan) -> Iterator[OpenQuestion]:
    if plan.document.number is None:
        yield OpenQuestion("document-number", "document", _NUMBER)
    if plan.document.issued is None:
        yield OpenQuestion("document-date", "document", _DATE, answer_type="date")


_NUMBER = Text(
    "Văn bản không ghi số. Số, ký hiệu của văn bản khi ban hành là gì?", "The text has no number. Under which number and symbol was it issued?"
)
_DATE = Text("Văn bản không ghi ngày ban hành. Văn bản được ban hành ngày nào?", "The text has no date of issue. On which day was it issued?")


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


def suppliers(plan: Plan) -> Iterator[OpenQuestion]:
    """Yield the question for the unit that supplies each figure for which the plan names none."""
    for measure in plan.measures:
        # Nothing is recorded for a total: it is the sum of its scores.
        if measure.definition.sums or any(share.reports for share in measure.responsible):
            continue
        yield OpenQuestion(f"owner-{measure.code}", f"measure:{measure.code}", _who(measure), answer_type="units")


def _who(measure: Measure) -> Text:
    return Text(
        f"Đơn vị nào cung cấp số liệu “{measure.label.vi}” ({measure.code})?",
        f"Which units supply the figure “{measure.label.en}” ({measure.code})?",
    )


def _days(plan: Plan) -> Iterator[OpenQuestion]:
    for duty in plan.duties:
        # One day of every year dates no report of every month or quarter: the letter sets the day of each.
        if duty.kind == "undated" and not is_several_a_year(duty.period):
            yield OpenQuestion(f"{duty.id}-day", f"duty:{duty.id}", _when(duty), answer_type="month_day")


def _when(duty: Duty) -> Text:
    return Text(
        f"{duty.called.vi} (“{duty.rule}”) phải gửi chậm nhất ngày nào?",
        f"By which day is “{duty.called.en}” (“{duty.rule}”) due?",
    )
