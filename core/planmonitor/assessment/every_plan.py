"""What any plan can break, whatever plugin carries it: checked once, and told once (docs/domain.md, rule 25)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from planmonitor.assessment.aside import other_base_years
from planmonitor.assessment.breakdowns import together, with_totals
from planmonitor.assessment.checking import Check, Finding
from planmonitor.assessment.over_time import longest_first
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.records import TOTAL, Figure
from planmonitor.assessment.results import JudgedMeasure, Occurrence
from planmonitor.messages import Text
from planmonitor.model.duties import Duty
from planmonitor.model.periods import Period, Window
from planmonitor.numbers import counted, written


def year_below_part(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find figures of one year that contradict each other (docs/domain.md, rule 13).

    A period below one inside it, or below all inside it together; a running total that falls.
    """
    for judged in judged_plan.measures:
        definition = judged.measure.definition
        recorded = [figure for figure in judged_plan.figures if figure.definition == definition.key]
        by_part: dict[object, list[Figure]] = {}
        for figure in (*with_totals(recorded, definition), *(figure for figure in recorded if figure.breakdown != TOTAL)):
            if figure.counted is not None:
                by_part.setdefault((figure.unit, figure.breakdown), []).append(figure)
        for figures in by_part.values():
            if definition.over_time == "cumulative":
                window = judged_plan.plan.window_of(judged.measure)
                for later, earlier in permutations((figure for figure in figures if window.fits(figure.period)), 2):
                    if _contains(later, earlier) and together([later]) < together([earlier]):
                        yield _contradiction(judged, later, (earlier,), _FALLS)
            elif definition.over_time != "point_in_time":
                for whole, parts in _below_parts(figures, judged_plan.plan.window_of(judged.measure)):
                    yield _contradiction(judged, whole, parts, _BELOW if len(parts) == 1 else _BELOW_SUM)


def _contains(later: Figure, earlier: Figure) -> bool:
    """Return whether a running total contains an earlier one: of the same year, and of a later day."""
    return later.period.year == earlier.period.year and earlier.period.end < later.period.end


def _below_parts(figures: Sequence[Figure], window: Window) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """Yield the figures of a window that lie below one inside their period, else below all inside it together."""
    told: list[list[Figure]] = []
    for whole in sorted((figure for figure in figures if window.fits(figure.period)), key=lambda figure: figure.period.days):
        inside = [part for part in figures if part.period != whole.period and whole.period.contains(part.period)]
        alone = [part for part in inside if together([whole]) < together([part])]
        yield from ((whole, (part,)) for part in alone)
        finest = [part for part in inside if not any(other is not part and part.period.contains(other.period) for other in inside)]
        parts = max((longest_first(inside), longest_first(finest)), key=together)
        if not alone and parts not in told and together([whole]) < together(parts):
            told.append(parts)
            yield whole, tuple(parts)


def _contradiction(judged: JudgedMeasure, whole: Figure, parts: Sequence[Figure], said: Text) -> Finding:
    less, more = together([whole]), together(parts)
    vi, en = (
        said.in_language(language).format(
            code=judged.measure.code,
            whole=whole.period.called.in_language(language),
            parts=", ".join(part.period.called.in_language(language) for part in parts),
            less=written(less, language),
            more=written(more, language),
        )
        for language in ("vi", "en")
    )
    return Finding(Text(vi, en), judged.measure.source, (judged.id,), units=(whole.unit,) if whole.unit else ())


_BELOW = Text(
    "Chỉ tiêu {code}: số liệu {whole} ({less}) thấp hơn số liệu {parts} nằm trong kỳ đó ({more}); đối chiếu và điều chỉnh số liệu sai.",
    "Measure {code}: {whole} ({less}) is below {parts} inside it ({more}): compare them and correct the wrong one.",
)
_BELOW_SUM = Text(
    "Chỉ tiêu {code}: số liệu {whole} ({less}) thấp hơn tổng số liệu {parts} nằm trong kỳ đó ({more}); đối chiếu và điều chỉnh số liệu sai.",
    "Measure {code}: {whole} ({less}) is below the sum of {parts} inside it ({more}): compare them and correct the wrong one.",
)
_FALLS = Text(
    "Chỉ tiêu {code}: số lũy kế đến hết {whole} ({less}) thấp hơn số lũy kế đến hết {parts} ({more}); đối chiếu và điều chỉnh số liệu sai.",
    "Measure {code}: the running total up to {whole} ({less}) is below that up to {parts} ({more}): compare them and correct the wrong one.",
)


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
            yield Finding(said, item.duty.source, ids, units=(item.unit,) if item.unit else ())


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
        yield Finding(said, duty.source, units=tuple(dict.fromkeys(item.unit for item in items if item.unit is not None)))
    for duty in (item.duty for item in judged_plan.deadlines if item.state == "undated"):
        asked = (question.id for question in judged_plan.plan.questions if (question.about, question.answer_type) == (f"duty:{duty.id}", "month_day"))
        if question := next(asked, None):
            yield _undated(duty, question, judged_plan.plan.answers.get(question))


def _undated(duty: Duty, question: str, answer: object) -> Finding:
    """Return what is to be done so that a duty has a day: to answer, or to say of which year the day answered is (docs/domain.md, rule 16)."""
    if answer is not None:
        month, _, day = str(answer).partition("-")
        said = Text(
            f"{duty.called.vi}: thời hạn đã ghi là ngày {day}/{month}, chưa rõ thuộc năm báo cáo hay năm sau. Trả lời lại, ghi rõ là năm nào.",
            f"{duty.called.en}: the day {answer} lies in the first half of the year reported on; of which year is it? Answer again, and say which.",
        )
        return Finding(said, duty.source, units=duty.reporters, severity="warning", questions=(question,))
    said = Text(
        f"{duty.called.vi} chưa có thời hạn: xác định ngày gửi theo văn bản hướng dẫn và trả lời câu hỏi về thời hạn này.",
        f"{duty.called.en} has no date: settle it by the guiding letter and answer the question about it.",
    )
    return Finding(said, duty.source, units=duty.reporters, state="not_judged", questions=(question,))


def _owing(items: Iterable[Occurrence], whole_place: str, in_hand: str, language: str) -> str:
    """Return who owes reports on which periods, and how many of their figures are in: "Công an xã (năm 2025: đã có 2/3 số liệu)"."""
    by_unit: dict[str, list[str]] = {}
    for item in items:
        figures = f": {in_hand.format(f'{item.received}/{item.expected}')}" if item.expected else ""
        by_unit.setdefault(item.unit_name or whole_place, []).append(f"{item.period.called.in_language(language) if item.period else '…'}{figures}")
    return "; ".join(f"{name} ({', '.join(found)})" for name, found in by_unit.items())


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


def final_figures_wanted(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find measures of which the days are over and the figure is still an estimate, or stops before their end (docs/domain.md, rule 17)."""
    wanted: dict[str, list[JudgedMeasure]] = {}
    for judged in judged_plan.measures:
        value = judged.value
        if value is None or judged.status in {"no_data", "not_assessed"} or (judged.measure.definition.done_once and value.exact == 1):
            continue
        year = judged_plan.plan.window_of(judged.measure).year(value.period.year)
        if year.end < judged_plan.as_of and (value.state == "estimated" or value.until < value.period.end):
            wanted.setdefault(year.id, []).append(judged)
    for year_id, measures in sorted(wanted.items()):
        codes = ", ".join(judged.measure.code for judged in measures)
        said = Text(
            f"Năm {year_id} đã kết thúc: ghi số liệu chính thức của {counted(len(measures), 'vi')} chỉ tiêu đang dùng số ước tính: {codes}.",
            f"{year_id} is over: record the final figures of {len(measures)} measures that rest on estimates: {codes}.",
        )
        yield Finding(said, measures[0].measure.source, tuple(judged.id for judged in measures))


def base_figure_differs(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find base figures that were recorded, or set by the place, as other ones than those a target is held against (docs/domain.md, rule 5).

    Also those of another year, while that of the base year is missing.
    """
    for judged in judged_plan.measures:
        base = judged.target.baseline
        if base is None or base.numerator is None:
            yield from _of_another_year(judged_plan, judged)
            continue
        used = (base.numerator, base.denominator)
        year = judged_plan.plan.window_of(judged.measure).year(base.year)
        others = [(figure.counted, figure.denominator) for figure in _base_figures(judged_plan, judged, year)]
        if (set_ := judged_plan.plan.baselines.get(judged.measure.code)) is not None:
            others.append((set_.numerator, set_.denominator))
        for other in dict.fromkeys(other for other in others if other != used):
            (vi, en), (vi_used, en_used) = ([_share(pair, language) for language in ("vi", "en")] for pair in (other, used))
            said = Text(
                f"Chỉ tiêu {judged.measure.code}: số liệu năm gốc {base.year} được dùng là {vi_used}, nhưng có chỗ ghi {vi}: "
                "đối chiếu, điều chỉnh số liệu sai.",
                f"Measure {judged.measure.code}: the base figure of {base.year} in use is {en_used}, but {en} is written elsewhere: compare them and "
                "correct the wrong one.",
            )
            yield Finding(said, judged.measure.source, (judged.id,))


def _of_another_year(judged_plan: JudgedPlan, judged: JudgedMeasure) -> Iterator[Finding]:
    """Yield the comparison figures that a target with a base year is not held against, where that year has none."""
    for figure in other_base_years(judged_plan.plan, judged.measure, judged_plan.figures):
        base, code, year = judged.target.baseline, judged.measure.code, figure.period.id
        wanted = figure.period.year if base is None else base.year
        vi, en = (_share((figure.counted, figure.denominator), language) for language in ("vi", "en"))
        said = Text(
            f"Chỉ tiêu {code}: chưa có số liệu năm gốc {wanted}; số liệu so sánh đã ghi là của năm {year} ({vi}), không dùng làm năm gốc được: "
            f"đối chiếu năm gốc trong văn bản; đúng là {wanted} thì ghi số liệu năm {wanted}.",
            f"Measure {code}: the figure of base year {wanted} is missing; the comparison figure recorded is that of {year} ({en}), which the target "
            f"is not held against: look up the base year in the document; if it is {wanted}, record the figure of {wanted}.",
        )
        yield Finding(said, judged.measure.source, (judged.id,))


def _base_figures(judged_plan: JudgedPlan, judged: JudgedMeasure, year: Period) -> list[Figure]:
    key = judged.measure.definition.key
    totals = (figure for figure in judged_plan.figures if figure.definition == key and figure.breakdown == TOTAL and figure.unit == "")
    return [figure for figure in totals if (figure.period.start, figure.period.end) == (year.start, year.end)]


def _share(pair: tuple[int | Decimal | None, int | None], language: str) -> str:
    above, below = pair
    number = "…" if above is None else written(above, language)
    return number if below is None else f"{number}/{written(below, language)}"


CASE_UNREPORTED = "planmonitor/case-unreported"
"""Id of the check for what has to be reported at once."""
FINAL_FIGURES_WANTED = "planmonitor/final-figures-wanted"
"""Id of the check for estimates of a time that is over."""

_YEAR_BELOW_PART = Text("Số liệu của kỳ thấp hơn số liệu các kỳ nằm trong kỳ đó", "A period below what is inside it")
EVERY_PLAN = (
    Check(CASE_UNREPORTED, "error", Text("Có trường hợp phải báo cáo, chưa ghi nhận việc gửi", "A case without a report recorded"), case_unreported),
    Check(
        "planmonitor/report-overdue",
        "error",
        Text("Báo cáo quá hạn, chưa ghi nhận việc gửi", "A report overdue, no sending recorded"),
        report_overdue,
    ),
    Check(
        "planmonitor/yearly-change-missed", "warning", Text("Mức tăng, giảm hằng năm không đạt", "A yearly rise or fall missed"), yearly_change_missed
    ),
    Check("planmonitor/year-below-part", "error", _YEAR_BELOW_PART, year_below_part),
    Check("planmonitor/base-figure-differs", "warning", Text("Số liệu năm gốc không khớp", "Base figures that differ"), base_figure_differs),
    Check(FINAL_FIGURES_WANTED, "warning", Text("Cần số liệu chính thức", "Final figures wanted"), final_figures_wanted),
)
"""The checks that apply to every plan, whatever plugin carries it."""
