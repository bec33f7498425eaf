"""Estimates: those of a time that is over, and those that the final figure turned (docs/domain.md, rule 17)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from planmonitor.assessment.checking import Finding
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.results import JudgedMeasure
from planmonitor.assessment.values import Value
from planmonitor.messages import Text
from planmonitor.model.periods import Period
from planmonitor.numbers import counted, written, written_day

_FIELDS = {"ratio": "--numerator … --denominator …", "rate": "--numerator … --denominator …", "yes_no": "--yes/--no"}


def final_figures_wanted(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find measures of which the days are over and the figure is still an estimate, or stops before their end.

    Said is whose figure it is, to which day it runs, and how one is recorded.
    """
    wanted: dict[Period, list[JudgedMeasure]] = {}
    for judged in judged_plan.measures:
        if judged.value is not None and is_final_wanted(judged_plan, judged):
            wanted.setdefault(judged_plan.plan.window_of(judged.measure).year(judged.value.period.year), []).append(judged)
    for year, measures in sorted(wanted.items(), key=lambda pair: (pair[0].id, pair[0].end)):
        yield _wanted(judged_plan, measures, year)


def _wanted(judged_plan: JudgedPlan, measures: Sequence[JudgedMeasure], year: Period) -> Finding:
    vi, en = (_whose(judged_plan, measures, language) for language in ("vi", "en"))
    command = _command(judged_plan, measures[0], year)
    said = Text(
        f"{year.called.vi.capitalize()} đã kết thúc: ghi số liệu chính thức của {counted(len(measures), 'vi')} chỉ tiêu đang dùng số ước tính: "
        f"{vi}. Ghi lần lượt, bắt đầu bằng lệnh: {command}",
        f"{year.id} is over: record the final figures of {len(measures)} measures that rest on estimates: {en}. Record one after the other, "
        f"beginning with: {command}",
    )
    return Finding(said, measures[0].measure.source, tuple(judged.id for judged in measures), year=measures[0].year)


def is_final_wanted(judged_plan: JudgedPlan, judged: JudgedMeasure) -> bool:
    """Return whether the days of a measure are over and its figure is still an estimate, or stops before their end."""
    value = judged.value
    if value is None or judged.status in {"no_data", "not_assessed"} or (judged.measure.definition.done_once and value.exact == 1):
        return False
    year = judged_plan.plan.window_of(judged.measure).year(value.period.year)
    return year.end < judged_plan.as_of and (value.state == "estimated" or value.until < value.period.end)


def _whose(judged_plan: JudgedPlan, measures: Sequence[JudgedMeasure], language: str) -> str:
    """Return the measures by who supplied the figure and the day it runs to."""
    found: dict[str, list[str]] = {}
    for judged in measures:
        if judged.value is not None:
            day = written_day(judged.value.until, language)
            names = _names(judged_plan, judged, language)
            said = f"{names}, số liệu đến {day}" if language == "vi" else f"{names}, up to {day}"
            found.setdefault(said, []).append(judged.measure.code)
    return "; ".join(f"{', '.join(codes)} ({said})" for said, codes in found.items())


def _names(judged_plan: JudgedPlan, judged: JudgedMeasure, language: str) -> str:
    """Return who supplied what is not final: the units, or whoever answers for the whole place."""
    not_final = [figure for figure in judged.figures if figure.state == "estimated" or figure.until < figure.period.end]
    owner = next((part.name.in_language(language) for part in judged.parts if part.name is not None and part.unit == ""), "")
    whole = "toàn địa bàn" if language == "vi" else "the whole place"
    found = not_final or judged.figures
    return ", ".join(dict.fromkeys(judged_plan.unit_name(one.unit) if one.unit else owner or one.supplied_by or whole for one in found))


def _command(judged_plan: JudgedPlan, judged: JudgedMeasure, year: Period) -> str:
    unit = next((figure.unit for figure in judged.figures if figure.unit), "")
    named = f" --unit {unit}" if unit else ""
    return f"monitor record {judged.id} --period {year.id}{named} {_FIELDS.get(judged.measure.definition.kind, '--value …')}"


def estimate_turned(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find measures whose final figure lies on the other side of the bar than the estimate did."""
    for judged in judged_plan.measures:
        if judged.drift is not None and judged.drift.turned and judged.value is not None:
            code, wording, before, value = judged.measure.code, judged.target.wording, judged.drift.value, judged.value
            vi, en = (_from_to(before, value, language) for language in ("vi", "en"))
            said = Text(
                f"Chỉ tiêu {code} ({wording}): {vi}; kết quả so với mức giao đã thay đổi. Nói rõ trong báo cáo tới nếu đã báo cáo số ước tính.",
                f"Measure {code} ({wording}): {en}; it lies on the other side of the bar. Say so in the next report if the estimate was reported.",
            )
            yield Finding(said, judged.measure.source, (judged.id,))


def _from_to(before: Value, value: Value, language: str) -> str:
    vi = language == "vi"
    first, last = (_number(one, language) for one in (before, value))
    day = written_day(before.until, language)
    state = {"provisional": "sơ bộ" if vi else "provisional"}.get(value.state, "chính thức" if vi else "final")
    return f"{'ước' if vi else 'estimated'} {first} ({day}) -> {state} {last}"


def _number(value: Value, language: str) -> str:
    above: int | Decimal | None = value.counted
    number = "…" if above is None else written(above, language)
    return number if value.denominator is None else f"{number}/{written(value.denominator, language)}"
