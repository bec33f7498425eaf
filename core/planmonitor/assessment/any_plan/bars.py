"""Figures beside their bars, before the due date makes a verdict of it or beside one (docs/domain.md, rules 11 and 13)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from planmonitor.assessment.checking import Finding, no_figure
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.results import JudgedMeasure
from planmonitor.assessment.values import holds, shown
from planmonitor.messages import Text
from planmonitor.model.targets import BOUNDS
from planmonitor.numbers import counted, written


def short_of_all(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find targets of 100 % that fall due this year and that even one case falls short of, before the due date makes it a verdict."""
    wanted = _once(
        judged
        for judged in judged_plan.measures
        if judged.measure.definition.is_percentage
        and (judged.target.comparator, judged.target.value) == (">=", 100)
        and judged.due.year <= judged_plan.as_of.year
    )
    for judged in wanted:
        value = judged.value
        if value is not None and value.numerator is not None and value.denominator is not None and value.numerator < value.denominator:
            short, code, noun = value.denominator - value.numerator, judged.measure.code, judged.measure.definition.noun
            (vi, en) = (f"{written(value.numerator, language)}/{written(value.denominator, language)}" for language in ("vi", "en"))
            said = Text(
                f"Chỉ tiêu {code} yêu cầu 100%: còn thiếu {counted(short, 'vi')} {noun.vi} ({vi}). Rà soát từng trường hợp và giải quyết.",
                f"Measure {code} wants 100% and has {en}: {written(short, 'en')} wanting. Go through them one by one and act.",
            )
            yield Finding(said, judged.measure.source, (judged.id,))
    yield from _without_figure(wanted)


def zero_broken(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find what must not occur and did, with what was counted; each thing once, though two lines want it."""
    wanted = _once(judged for judged in judged_plan.measures if judged.target.kind == "zero_incident")
    for judged in wanted:
        if judged.status == "not_met":
            vi, en = _what_occurred(judged)
            said = Text(
                f"Chỉ tiêu {judged.measure.code} ({judged.target.wording}): {vi}. Nếu chưa báo cáo thì báo cáo ngay; xử lý và làm rõ trách nhiệm.",
                f"Measure {judged.measure.code} wants none and {en}. If it was not reported, report at once; handle the case and make clear who is "
                "responsible.",
            )
            yield Finding(said, judged.measure.source, (judged.id,), year=judged.year)
    yield from _without_figure(judged for judged in wanted if judged.status != "not_met")


def _what_occurred(judged: JudgedMeasure) -> tuple[str, str]:
    """Return what was counted, in both languages; or, where another figure tells of a case, that it does: a drowned child is an accident."""
    cases = None if judged.value is None else judged.value.counted
    if cases in {None, 0}:
        return "một số liệu khác cho biết đã xảy ra", "another figure tells that one occurred"
    assert cases is not None
    return f"đã ghi nhận {counted(cases, 'vi')} {judged.measure.definition.noun.vi}", f"counts {written(cases, 'en')}"


def one_case_decides(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find a rate that one case more or fewer would bring to the other side of its bar."""
    rates = _once(judged for judged in judged_plan.measures if judged.measure.definition.kind == "rate" and judged.target.comparator in BOUNDS)
    waiting = []
    for judged in rates:
        value, bar = judged.value, judged.bar
        if value is None or bar is None or value.numerator is None or value.denominator is None or value.denominator == 0:
            waiting.append(judged)
            continue
        below, cases = value.denominator, value.numerator
        fewer, now, more = (_holds(judged, number, below, bar) for number in (cases - 1, cases, cases + 1))
        if now != more or (cases > 0 and fewer != now):
            yield Finding(_beside_the_rate(judged, cases, below, bar, "thêm" if now != more else "bớt"), judged.measure.source, (judged.id,))
    if waiting:
        yield no_figure(waiting)


def _holds(judged: JudgedMeasure, cases: int, below: int, bar: Fraction) -> bool:
    return holds(judged.target.comparator or "", Fraction(cases * judged.measure.definition.per, below), bar)


def _beside_the_rate(judged: JudgedMeasure, cases: int, below: int, bar: Fraction, turn: str) -> Text:
    """Return the sentence that shows the count beside the rate, and which way one case turns it."""
    definition, rate = judged.measure.definition, shown(Fraction(cases * judged.measure.definition.per, below), [bar])
    vi, en = (
        tuple(written(number, language) for number in (cases, below, rate, definition.per, shown(bar, [Fraction(rate)]))) for language in ("vi", "en")
    )
    return Text(
        f"Chỉ tiêu {judged.measure.code}: {vi[0]} ca trên {vi[1]} ({vi[2]}/{vi[3]}, mức {vi[4]}); {turn} một ca là kết quả đánh giá thay đổi. "
        "Số ca rất ít: đánh giá theo số ca, không kết luận theo tỷ suất.",
        f"Measure {judged.measure.code}: cases {en[0]} among {en[1]} ({en[2]} per {en[3]}, the bar is {en[4]}); one case "
        f"{'more' if turn == 'thêm' else 'fewer'} turns the verdict: read the count and draw no conclusion from the rate.",
    )


def yearly_change_missed(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find a year that is over in which a rise or fall "hằng năm" was missed: its status waits for the end of the plan (docs/domain.md, rule 2)."""
    for judged in judged_plan.measures:
        value, before = judged.value, judged.comparison
        if judged.status != "in_progress" or not judged.target.same_period or value is None or before is None:
            continue
        now, then = value.amount.number, before.value.amount.number
        year = judged_plan.plan.window_of(judged.measure).year(value.period.year)
        if now is not None and then is not None and value.period == year and year.end < judged_plan.as_of:
            code, wording = judged.measure.code, judged.target.wording
            said = Text(
                f"Chỉ tiêu {code}: năm {year.id} là {written(now, 'vi')}, năm trước là {written(then, 'vi')}, không đạt mức “{wording}” "
                f"của năm {year.id}; "
                "làm rõ nguyên nhân và giải pháp trong báo cáo năm.",
                f"Measure {code}: {written(now, 'en')} in {year.id}, {written(then, 'en')} the year before; “{wording}” was missed in that year: "
                "say why, and what will be done, in the yearly report.",
            )
            yield Finding(said, judged.measure.source, (judged.id,))


def _once(measures: Iterable[JudgedMeasure]) -> list[JudgedMeasure]:
    """Return the first of the measures that want one thing counted; orientations beyond the plan ask for nothing yet."""
    first: dict[str, JudgedMeasure] = {}
    for judged in measures:
        if judged.measure.scope != "orientation" and not judged.measure.definition.unread:
            first.setdefault(judged.measure.definition.key, judged)
    return [*first.values()]


def _without_figure(measures: Iterable[JudgedMeasure]) -> Iterator[Finding]:
    """Yield, of all measures without a figure together, that nothing can be looked for in it."""
    if waiting := [judged for judged in measures if judged.value is None]:
        yield no_figure(waiting)
