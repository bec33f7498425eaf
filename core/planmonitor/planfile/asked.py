"""The questions that an empty field asks: nobody writes them into a plan file (docs/domain.md, rule 6)."""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor.messages import Text
from planmonitor.model.duties import Duty
from planmonitor.model.plans import Measure, Plan
from planmonitor.model.sources import OpenQuestion


def asked_of(plan: Plan) -> tuple[OpenQuestion, ...]:
    """Return the questions of `empty_fields` that a plan does not ask in words of its own, about the same part and for the same kind of answer."""
    written = {(question.about, _SETTLES[question.answer_type]) for question in plan.questions if question.answer_type in _SETTLES}
    ids = {question.id for question in plan.questions}
    return tuple(item for item in empty_fields(plan) if item.id not in ids and (item.about, _SETTLES.get(item.answer_type)) not in written)


def empty_fields(plan: Plan) -> tuple[OpenQuestion, ...]:
    """Return what a plan leaves open by saying nothing: its number and date, which unit supplies a figure, by which day an undated report is due."""
    return (*_document(plan), *_suppliers(plan), *_days(plan))


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


def _suppliers(plan: Plan) -> Iterator[OpenQuestion]:
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
        if duty.kind == "undated":
            yield OpenQuestion(f"{duty.id}-day", f"duty:{duty.id}", _when(duty), answer_type="month_day")


def _when(duty: Duty) -> Text:
    return Text(
        f"{duty.called.vi} (“{duty.rule}”) phải gửi chậm nhất ngày nào?",
        f"By which day is “{duty.called.en}” (“{duty.rule}”) due?",
    )
