"""What a figure is held against, where that is a figure too: missing, or another one elsewhere (docs/domain.md, rule 5)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from planmonitor.assessment.aside import other_base_years
from planmonitor.assessment.checking import Finding
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.records import TOTAL, Figure
from planmonitor.assessment.results import JudgedMeasure
from planmonitor.messages import Text
from planmonitor.model.periods import Period
from planmonitor.numbers import written


def base_wanted(judged_plan: JudgedPlan, judged: JudgedMeasure) -> Period | None:
    """Return the period of the figure that a target is held against and that is missing: of its base year, or of the year before; else None."""
    plan, base, value = judged_plan.plan, judged.target.baseline, judged.value
    if judged.bar is not None or judged.measure.scope == "orientation" or other_base_years(plan, judged.measure, judged_plan.figures):
        return None
    window = plan.window_of(judged.measure)
    if base is not None:
        return window.year(base.year)
    return window.year_before(value.period) if judged.target.same_period and value is not None else None


def base_figure_missing(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Say which figure a target waits for that is held against one: that of its base year, or of the same period of the year before."""
    for judged in judged_plan.measures:
        base, wanted = judged.target.baseline, base_wanted(judged_plan, judged)
        if wanted is None:
            continue
        label, code, wording = judged.measure.definition.label, judged.measure.code, judged.target.wording
        if base is not None:
            said = Text(
                f"Chỉ tiêu {code} ({wording}): thiếu số liệu năm gốc {base.year} của “{label.vi}”: tìm báo cáo năm {base.year} và ghi làm số liệu "
                "so sánh.",
                f"Measure {code}: the figure of base year {base.year} of “{label.en}” is missing: find the report of {base.year} and record it for "
                "comparison.",
            )
        else:
            before = wanted.year
            said = Text(
                f"Chỉ tiêu {code} ({wording}): thiếu số liệu cùng kỳ năm {before} của “{label.vi}”: ghi làm số liệu so sánh.",
                f"Measure {code}: the figure of the same period of {before} of “{label.en}” is missing: record it for comparison.",
            )
        yield Finding(said, judged.measure.source, (judged.id,), state="not_judged")


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
            yield Finding(said, judged.measure.source, (judged.id,), matter=str(base.year))


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
        yield Finding(said, judged.measure.source, (judged.id,), matter=year)


def _base_figures(judged_plan: JudgedPlan, judged: JudgedMeasure, year: Period) -> list[Figure]:
    key = judged.measure.definition.key
    totals = (figure for figure in judged_plan.figures if figure.definition == key and figure.breakdown == TOTAL and figure.unit == "")
    return [figure for figure in totals if (figure.period.start, figure.period.end) == (year.start, year.end)]


def _share(pair: tuple[int | Decimal | None, int | None], language: str) -> str:
    above, below = pair
    number = "…" if above is None else written(above, language)
    return number if below is None else f"{number}/{written(below, language)}"
