"""The checks that a plan declares in its file, as checks like those of a plugin (docs/domain.md, rule 24)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial

from planmonitor.assessment.checking import Check, Finding, no_figure
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.results import JudgedMeasure
from planmonitor.assessment.values import Value
from planmonitor.messages import Text
from planmonitor.model.plan_checks import PlanCheck
from planmonitor.model.plans import Plan
from planmonitor.numbers import written, written_day


def declared(plan: Plan) -> tuple[Check, ...]:
    """Return the checks that a plan declares; the id of each is the plan's, a slash, and its own."""
    return tuple(Check(f"{plan.id}/{one.id}", one.severity, TITLES[one.kind], partial(LOOKS[one.kind], one)) for one in plan.checks)


def _together(one: PlanCheck, judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find, in the last year in which one of the measures has a figure, those that have none."""
    measures = _measures(one, judged_plan)
    year = max((judged.value.period.year for judged in measures if judged.value is not None), default=None)
    if year is None:
        yield no_figure(measures)
        return
    there = [judged for judged in measures if judged_plan.value_in(judged, year) is not None]
    lacking = [judged for judged in measures if judged not in there]
    if lacking:
        has, without = (_codes(some) for some in (there, lacking))
        facts = Text(f"Năm {year}: có số liệu {has}, chưa có số liệu {without}.", f"{year}: there is a figure of {has}, and none of {without}.")
        yield _found(one, facts, [*there, *lacking], year)


def _not_above(one: PlanCheck, judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find a measure that counts more than one of the others in the same days."""
    lesser, *others = _measures(one, judged_plan)
    waiting = []
    for greater in others:
        few, many = lesser.value, greater.value
        if few is None or many is None or few.counted is None or many.counted is None or not _same_days(few, many):
            waiting.append(greater)
        elif few.counted > many.counted:
            facts = _more((lesser.measure.code, few.counted), (greater.measure.code, many.counted), few.period.called)
            yield _found(one, facts, [lesser, greater], few.period.year)
    if waiting:
        codes = _codes([lesser, *waiting])
        said = Text(f"Chưa có số liệu cùng một kỳ để đối chiếu: {codes}.", f"There are no figures of one period to compare yet: {codes}.")
        yield Finding(said, one.source, tuple(judged.id for judged in (lesser, *waiting)), state="not_judged")


def _same_days(one: Value, other: Value) -> bool:
    return one.period == other.period and one.until == other.until


Count = tuple[str, int | Decimal]
"""The code of a measure, and what it counts."""


def _more(above: Count, below: Count, period: Text) -> Text:
    (one, more), (other, less) = above, below
    return Text(
        f"Chỉ tiêu {one} đếm được {written(more, 'vi')}, nhiều hơn chỉ tiêu {other} ({written(less, 'vi')}), {period.vi}.",
        f"Measure {one} counts {written(more, 'en')}, more than measure {other} ({written(less, 'en')}), {period.en}.",
    )


def _due_by(one: PlanCheck, judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find, once the day of a year is past, the measures without a figure of that year, and what is not done."""
    years = [judged_plan.year] if judged_plan.year is not None else [*judged_plan.plan.years()]
    past = [day for day in (date.fromisoformat(f"{year}-{one.day}") for year in years) if day < judged_plan.as_of]
    if not past:
        return
    day = max(past)
    values = [(judged, judged_plan.value_in(judged, day.year)) for judged in _measures(one, judged_plan)]
    lacking = [judged for judged, value in values if value is None]
    undone = [judged for judged, value in values if value is not None and judged.measure.definition.kind == "yes_no" and value.exact != 1]
    vi, en = written_day(day, "vi"), written_day(day, "en")
    if lacking:
        codes = _codes(lacking)
        facts = Text(f"Đã quá ngày {vi}, chưa có số liệu năm {day.year}: {codes}.", f"{en} is past, and {day.year} has no figure of {codes}.")
        yield _found(one, facts, lacking, day.year)
    if undone:
        codes = _codes(undone)
        facts = Text(f"Đã quá ngày {vi}, chưa thực hiện: {codes}.", f"{en} is past, and these are not done: {codes}.")
        yield _found(one, facts, undone, day.year)


def _measures(one: PlanCheck, judged_plan: JudgedPlan) -> list[JudgedMeasure]:
    """Return the measures that a check looks at, in its order."""
    by_code = {judged.measure.code: judged for judged in judged_plan.measures}
    return [by_code[code] for code in one.measures]


def _codes(measures: list[JudgedMeasure]) -> str:
    return ", ".join(judged.measure.code for judged in measures)


def _found(one: PlanCheck, facts: Text, measures: list[JudgedMeasure], year: int) -> Finding:
    """Return a finding: the facts, and behind them what to do, as the plan says it, else the framework."""
    say = one.said or TO_DO[one.kind]
    return Finding(Text(f"{facts.vi} {say.vi}", f"{facts.en} {say.en}"), one.source, tuple(judged.id for judged in measures), year=year)


LOOKS: dict[str, Callable[[PlanCheck, JudgedPlan], Iterator[Finding]]] = {"together": _together, "not_above": _not_above, "due_by": _due_by}
TITLES = {
    "together": Text("Số liệu phải có cùng nhau", "Figures that belong together"),
    "not_above": Text("Số liệu này không được lớn hơn số liệu kia", "A figure that must not exceed another"),
    "due_by": Text("Số liệu, công việc phải có trước một ngày", "Figures and tasks due by a day"),
}
"""What each kind looks for."""
TO_DO = {
    "together": Text("Ghi số liệu còn thiếu; không có thì ghi 0.", "Record what is missing, and 0 where there is none."),
    "not_above": Text("Đối chiếu lại hai số liệu.", "Compare the two figures."),
    "due_by": Text("Thực hiện và ghi số liệu.", "Act, and record the figure."),
}
"""What is to be done where the plan does not say it."""
