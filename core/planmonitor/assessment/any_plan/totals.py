"""Figures of one year beside each other: what contradicts itself, and what is not final yet (docs/domain.md, rules 13 and 17)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from planmonitor.assessment.breakdowns import together, with_totals
from planmonitor.assessment.checking import Finding
from planmonitor.assessment.over_time import longest_first
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.records import TOTAL, Figure
from planmonitor.assessment.results import JudgedMeasure
from planmonitor.messages import Text
from planmonitor.model.periods import Window
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
    matter = " ".join([*(figure.period.id for figure in (whole, *parts)), *(f"{key}={category}" for key, category in whole.breakdown)])
    units = (whole.unit,) if whole.unit else ()
    return Finding(Text(vi, en), judged.measure.source, (judged.id,), units=units, year=whole.period.year, matter=matter)


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


def final_figures_wanted(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find measures of which the days are over and the figure is still an estimate, or stops before their end (docs/domain.md, rule 17)."""
    wanted: dict[str, list[JudgedMeasure]] = {}
    for judged in judged_plan.measures:
        if is_final_wanted(judged_plan, judged) and judged.value is not None:
            wanted.setdefault(str(judged.value.period.year), []).append(judged)
    for year_id, measures in sorted(wanted.items()):
        codes = ", ".join(judged.measure.code for judged in measures)
        said = Text(
            f"Năm {year_id} đã kết thúc: ghi số liệu chính thức của {counted(len(measures), 'vi')} chỉ tiêu đang dùng số ước tính: {codes}.",
            f"{year_id} is over: record the final figures of {len(measures)} measures that rest on estimates: {codes}.",
        )
        yield Finding(said, measures[0].measure.source, tuple(judged.id for judged in measures), year=measures[0].year)


def is_final_wanted(judged_plan: JudgedPlan, judged: JudgedMeasure) -> bool:
    """Return whether the days of a measure are over and its figure is still an estimate, or stops before their end."""
    value = judged.value
    if value is None or judged.status in {"no_data", "not_assessed"} or (judged.measure.definition.done_once and value.exact == 1):
        return False
    year = judged_plan.plan.window_of(judged.measure).year(value.period.year)
    return year.end < judged_plan.as_of and (value.state == "estimated" or value.until < value.period.end)
