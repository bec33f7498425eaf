"""What only a combined view can see: whether the plans of a place agree with each other (docs/domain.md, rules 1, 23 and 25)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, pairwise

from planmonitor.assessment.aside import left_aside, of_other_places
from planmonitor.assessment.checking import Check, Finding
from planmonitor.assessment.contradictions import case_across_windows, contradicting_zero, more_in_fewer_days
from planmonitor.assessment.place import PlansOfPlace, capital, day_text, finding_on, measure_text, number_text
from planmonitor.assessment.records import TOTAL
from planmonitor.assessment.results import Occurrence
from planmonitor.messages import Text
from planmonitor.model.plans import Plan, Unit
from planmonitor.model.populations import CHILDREN_6_15, CHILDREN_IN_SPECIAL_CIRCUMSTANCES, CHILDREN_UNDER_16
from planmonitor.names import as_compared
from planmonitor.numbers import written_day

PARTS_OF_A_POPULATION = ((CHILDREN_6_15, CHILDREN_UNDER_16), (CHILDREN_IN_SPECIAL_CIRCUMSTANCES, CHILDREN_UNDER_16))
"""Base populations of which the second contains the first."""

NEAR = timedelta(days=7)
"""Two reports of one unit whose last days are no further apart can be prepared together."""
AHEAD = timedelta(days=366)

Populations = dict[tuple[str, int], int | Decimal]
"""The latest total of each base population, by its key and the reporting year."""


def differing_definitions(place: PlansOfPlace) -> Iterator[Finding]:
    """Find keys that two plans count differently: equal keys are one figure."""
    for one, first, other, second in place.shared():
        if first.measure.definition != second.measure.definition:
            key, here, there = first.measure.definition.key, one.plan.called, other.plan.called
            vi = f"'{key}' được đếm khác nhau trong {here.vi} và {there.vi}: số liệu không dùng chung được; đề nghị báo người lập tệp kế hoạch."
            en = f"'{key}' is counted differently in {here.en} and {there.en}: the figure cannot be shared; tell the author of the plan."
            yield finding_on(vi, en, second.measure.source, first, second)


def differing_windows(place: PlansOfPlace) -> Iterator[Finding]:
    """Find figures that two plans want for different days of the same year, so that both are asked for."""
    for one, first, other, second in place.shared():
        windows = one.plan.window_of(first.measure), other.plan.window_of(second.measure)
        if windows[0] != windows[1]:
            days = [window.year(one.as_of.year) for window in windows]
            label, here, there = first.measure.label, one.plan.called, other.plan.called
            ours, theirs = (f"{written_day(day.start, 'vi')}-{written_day(day.end, 'vi')}" for day in days)
            vi = f"Cùng một số liệu ({label.vi}), hai thời gian chốt: {here.vi} tính {ours}, {there.vi} tính {theirs}; phải ghi cả hai."
            ours, theirs = (f"{written_day(day.start, 'en')} to {written_day(day.end, 'en')}" for day in days)
            en = f"One figure ({label.en}), two windows: {here.en} counts {ours}, {there.en} {theirs}; both have to be recorded."
            yield finding_on(vi, en, second.measure.source, first, second)


def differing_bars(place: PlansOfPlace) -> Iterator[Finding]:
    """Find one definition held against two bars; shown, for both may be right."""
    for one, first, other, second in place.shared():
        bars = [(judged.target.comparator, judged.target.value, judged.target.kind) for judged in (first, second)]
        if bars[0] != bars[1] and first.measure.scope == second.measure.scope == "target":
            ours, theirs = measure_text(one.plan, first), measure_text(other.plan, second)
            vi = f'Cùng một số liệu, hai mức: {ours.vi} "{first.target.wording}", {theirs.vi} "{second.target.wording}".'
            en = f"One figure, two bars: {ours.en} “{first.target.wording}”, {theirs.en} “{second.target.wording}”."
            yield finding_on(vi, en, second.measure.source, first, second)


def disagreeing_populations(place: PlansOfPlace) -> Iterator[Finding]:
    """Find base populations that contradict each other, and denominators that are not the population they stand for."""
    recorded: Populations = {
        (figure.definition, figure.period.year): figure.value
        for figure in sorted(place.figures, key=lambda item: (item.until, item.revision))
        if figure.definition.startswith("population/") and figure.breakdown == TOTAL and figure.unit == "" and figure.value is not None
    }
    users = {item.measure.definition.population: item for plan in place.plans for item in plan.measures if item.measure.definition.population}
    for part, whole in PARTS_OF_A_POPULATION:
        using = users.get(part.key) or users.get(whole.key)
        for (key, year), number in sorted(recorded.items()):
            above = recorded.get((whole.key, year))
            if key == part.key and above is not None and number > above and using is not None:
                more, less = number_text(number), number_text(above)
                vi = f"Năm {year}: {part.label.vi} ({more.vi}) nhiều hơn {whole.label.vi} ({less.vi}): đối chiếu số liệu nền."
                en = f"{year}: {part.label.en} ({more.en}) are more than {whole.label.en} ({less.en}): compare the base populations."
                yield finding_on(vi, en, using.measure.source, matter=f"{key} {year}")
    yield from _denominators(place, recorded)


def _denominators(place: PlansOfPlace, recorded: Populations) -> Iterator[Finding]:
    where = Text("số liệu nền đã ghi", "the recorded base population")
    seen = {population: (number, where) for population, number in recorded.items()}
    for plan, judged in ((one.plan, item) for one in place.plans for item in one.measures):
        key, value = judged.measure.definition.population, judged.value
        if key is None or value is None or value.denominator is None or judged.missing:
            continue
        number, where = seen.setdefault((key, value.period.year), (value.denominator, measure_text(plan, judged)))
        if number != value.denominator:
            ours, other, own = number_text(value.denominator), number_text(number), measure_text(plan, judged)
            vi = f"{capital(own.vi)}: mẫu số {ours.vi} khác {where.vi} ({other.vi}): đối chiếu, dùng một số liệu nền."
            en = f"{capital(own.en)}: the denominator {ours.en} is not {where.en} ({other.en}): compare them and use one population."
            yield finding_on(vi, en, judged.measure.source, judged)


def reports_close_together(place: PlansOfPlace) -> Iterator[Finding]:
    """Find two reports that one unit owes within a week."""
    by_unit: dict[str, list[tuple[date, str, Plan, Occurrence]]] = {}
    for judged in place.plans:
        for item in judged.deadlines:
            if item.unit_name and item.last_day is not None and judged.as_of <= item.last_day <= judged.as_of + AHEAD:
                by_unit.setdefault(as_compared(item.unit_name), []).append((item.last_day, judged.plan.id, judged.plan, item))
    for owed in by_unit.values():
        owed.sort(key=lambda report: (report[0], report[1], report[3].duty.id))
        for (day, name, plan, first), (next_day, next_name, other, second) in pairwise(owed):
            if name != next_name and next_day - day <= NEAR:
                sooner, later, unit, here, there = day_text(day), day_text(next_day), first.unit_name, plan.called, other.called
                vi = f"{unit} có hai báo cáo trong một tuần: {here.vi} ({sooner.vi}) và {there.vi} ({later.vi}); chuẩn bị số liệu cùng lúc."
                en = f"{unit} owes two reports within a week: {here.en} ({sooner.en}) and {there.en} ({later.en}); prepare them together."
                yield finding_on(vi, en, second.duty.source, units=dict.fromkeys(filter(None, (first.unit, second.unit))), matter=f"{day} {next_day}")


def one_report_two_days(place: PlansOfPlace) -> Iterator[Finding]:
    """Find a report that two plans order by one name for one year, each by another day: one of the days is not that of the place."""
    for one, other in combinations(place.plans, 2):
        days = {(as_compared(item.duty.called.vi), item.period): item for item in one.deadlines if item.duty.title is not None}
        for second in other.deadlines:
            first = days.get((as_compared(second.duty.called.vi), second.period)) if second.duty.title is not None else None
            if first is None or first.last_day is None or second.last_day is None or first.last_day == second.last_day:
                continue
            ours, theirs, called = day_text(first.last_day), day_text(second.last_day), second.duty.called
            here, there = one.plan.called, other.plan.called
            vi = f"{called.vi}: {here.vi} ghi hạn {ours.vi}, {there.vi} ghi hạn {theirs.vi}; đối chiếu văn bản, giữ một hạn."
            en = f"{called.en}: {here.en} has it due by {ours.en}, {there.en} by {theirs.en}; compare the documents and keep one day."
            yield finding_on(vi, en, second.duty.source, matter=f"{second.duty.id} {second.period.id if second.period else ''}")


def figures_left_aside(place: PlansOfPlace) -> Iterator[Finding]:
    """Find recorded figures that count in no measure followed."""
    if place.all_followed:
        yield from left_aside(place.plans, place.figures)


def recorded_elsewhere(place: PlansOfPlace) -> Iterator[Finding]:
    """Find what was recorded under a place that the workspace no longer names."""
    if place.all_followed:
        yield from of_other_places(place.elsewhere)


def lead_unknown_elsewhere(place: PlansOfPlace) -> Iterator[Finding]:
    """Find units that lead in one plan and that another plan of the place does not name."""
    for leading, silent in ((one.plan, other.plan) for one, other in place.both_ways()):
        # The units of a plan for any place are kinds of offices, not offices of this place.
        if leading.place is None or silent.place is None or not silent.units:
            continue
        named = set().union(*map(_names, silent.units))
        unknown = [unit for unit in leading.units if "lead" in unit.roles and not unit.members and not named & _names(unit)]
        if unknown:
            names = ", ".join(unit.name for unit in unknown)
            task = next(task for task in unknown[0].tasks if task.role == "lead")
            vi = (
                f"Đơn vị chủ trì trong {leading.called.vi} không có tên trong {silent.called.vi}: {names}; "
                "đề nghị kiểm tra có phải cùng một đơn vị mang tên khác không."
            )
            en = f"Units that lead in {leading.called.en} are not named in {silent.called.en}: {names}; see whether they go by another name there."
            yield finding_on(vi, en, leading.document.at(task.section, task.text), units=(unit.id for unit in unknown), matter=silent.id)


def _names(unit: Unit) -> set[str]:
    return {as_compared(name) for name in (unit.name, *unit.also)}


def _check(severity: str, look: Callable[[PlansOfPlace], Iterator[Finding]], vi: str, en: str) -> Check[PlansOfPlace]:
    """Return a check that goes by the name of its function, with hyphens."""
    return Check(f"planmonitor/{look.__name__.replace('_', '-')}", severity, Text(vi, en), look)


CHECKS = (
    _check("error", differing_definitions, "Cùng một mã nhưng cách đếm khác nhau", "One key, two ways of counting"),
    _check("error", case_across_windows, "Trường hợp chưa rõ thuộc kỳ nào", "A case across two windows"),
    _check("warning", contradicting_zero, "Kế hoạch này ghi không có, kế hoạch khác ghi có", "None in one plan, some in another"),
    _check("warning", more_in_fewer_days, "Thời gian ngắn hơn nhưng số liệu lớn hơn", "More in fewer days"),
    _check("warning", disagreeing_populations, "Số liệu nền không khớp nhau", "Base populations that do not agree"),
    _check("warning", one_report_two_days, "Cùng một báo cáo, hai thời hạn", "One report, two days"),
    _check("warning", figures_left_aside, "Số liệu đã ghi không được tính", "Recorded figures that count nowhere"),
    _check("warning", recorded_elsewhere, "Số liệu ghi cho địa phương khác", "Recorded for another place"),
    _check("notice", differing_windows, "Cùng một số liệu, hai thời gian chốt", "One thing counted over two windows"),
    _check("notice", differing_bars, "Cùng một số liệu, hai mức", "One figure, two bars"),
    _check("notice", reports_close_together, "Một đơn vị có hai báo cáo trong một tuần", "Two reports of a unit within a week"),
    _check("notice", lead_unknown_elsewhere, "Đơn vị chủ trì không có tên trong kế hoạch khác", "A leading unit another plan does not name"),
)
"""The checks across plans, the gravest first."""
