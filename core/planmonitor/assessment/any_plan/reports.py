"""Reports that are owed: overdue, without a day, or on a case that no report tells of (docs/domain.md, rules 16, 18 and 19)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planmonitor.assessment.checking import Finding
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.results import Occurrence
from planmonitor.messages import Text
from planmonitor.model.duties import Duty
from planmonitor.numbers import counted, written_day_of_year


def case_unreported(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find cases that a duty "khi phát sinh" carries and that no report sent tells of (docs/domain.md, rule 18)."""
    for item in judged_plan.deadlines:
        if item.state == "arisen" and item.period is not None:
            vi, en = (_cases(item, language) for language in ("vi", "en"))
            submit = f"monitor reports submit {judged_plan.plan.id}/{item.duty.id} --period {item.period.id}"
            said = Text(
                f"Năm {item.period.id}: còn {vi} chưa ghi nhận việc gửi báo cáo (“{item.duty.rule}”). "
                f"Chưa gửi thì báo cáo ngay; đã gửi thì ghi số và ngày văn bản ({submit}).",
                f"{item.period.id}: of {en} no report is recorded (“{item.duty.rule}”). "
                f"If none was sent, report at once; if it was, record number and date of the letter ({submit}).",
            )
            ids = tuple(judged_plan.plan.measure_id(case.measure) for case in item.cases)
            yield Finding(
                said, item.duty.source, ids, units=(item.unit,) if item.unit else (), year=item.period.year, matter=f"{item.duty.id} {item.period.id}"
            )


def _cases(item: Occurrence, language: str) -> str:
    said = []
    for case in item.cases:
        label, noun = (text.in_language(language) for text in (case.measure.label, case.measure.definition.noun))
        said.append(f"{counted(case.count, language)} {noun} ({case.measure.code}. {label})")
    return ", ".join(said)


def report_overdue(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find reports whose last day is past and of which no sending is recorded; say which reports have no day yet (rules 18 and 19)."""
    overdue: dict[str, list[Occurrence]] = {}
    for item in judged_plan.deadlines:
        if item.state == "overdue":
            overdue.setdefault(item.duty.id, []).append(item)
    for items in overdue.values():
        duty = items[0].duty
        period = next((item.period.id for item in items if item.period is not None), "…")
        submit = f"monitor reports submit {judged_plan.plan.id}/{duty.id} --period {period}"
        words = (("địa phương", "đã có {} số liệu", "vi"), ("the place", "{} figures in", "en"))
        vi, en = (_owing(items, *word) for word in words)
        said = Text(
            f"{duty.called.vi} (“{duty.rule}”) quá hạn, chưa ghi nhận việc gửi: {vi}. "
            f"Đã gửi thì ghi số và ngày văn bản ({submit}); chưa gửi thì gửi ngay hoặc đôn đốc đơn vị.",
            f"{duty.called.en} (“{duty.rule}”) is past its last day, and no sending is recorded: {en}. "
            f"If it was sent, record number and date of the letter ({submit}); if not, send it or remind the unit.",
        )
        year = max((item.period.year for item in items if item.period is not None), default=None)
        units = tuple(dict.fromkeys(item.unit for item in items if item.unit is not None))
        matter = " ".join([duty.id, *dict.fromkeys(item.period.id for item in items if item.period is not None)])
        yield Finding(said, duty.source, units=units, year=year, matter=matter)
    for duty in (item.duty for item in judged_plan.deadlines if item.state == "undated"):
        asked = (question.id for question in judged_plan.plan.questions if (question.about, question.answer_type) == (f"duty:{duty.id}", "month_day"))
        if question := next(asked, None):
            yield _undated(duty, question, judged_plan.plan.answers.get(question))


def _undated(duty: Duty, question: str, answer: object) -> Finding:
    """Return what is to be done so that a duty has a day: to answer, or to say of which year the day answered is (docs/domain.md, rule 16)."""
    if answer is not None:
        day = written_day_of_year(str(answer))
        said = Text(
            f"{duty.called.vi}: thời hạn đã ghi là ngày {day}, chưa rõ thuộc năm báo cáo hay năm sau. Trả lời lại, ghi rõ là năm nào.",
            f"{duty.called.en}: the day {answer} lies in the first half of the year reported on; of which year is it? Answer again, and say which.",
        )
        return Finding(said, duty.source, units=duty.reporters, severity="warning", questions=(question,), matter=duty.id)
    said = Text(
        f"{duty.called.vi} chưa có thời hạn: xác định ngày gửi theo văn bản hướng dẫn và trả lời câu hỏi về thời hạn này.",
        f"{duty.called.en} has no date: settle it by the guiding letter and answer the question about it.",
    )
    return Finding(said, duty.source, units=duty.reporters, state="not_judged", questions=(question,), matter=duty.id)


def _owing(items: Iterable[Occurrence], whole_place: str, in_hand: str, language: str) -> str:
    """Return who owes reports on which periods, and how many of their figures are in: "Công an xã (năm 2025: đã có 2/3 số liệu)"."""
    by_unit: dict[str, list[str]] = {}
    for item in items:
        figures = f": {in_hand.format(f'{item.received}/{item.expected}')}" if item.expected else ""
        by_unit.setdefault(item.unit_name or whole_place, []).append(f"{item.period.called.in_language(language) if item.period else '…'}{figures}")
    return "; ".join(f"{name} ({', '.join(found)})" for name, found in by_unit.items())
