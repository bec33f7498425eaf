"""What only a combined view can see: whether the plans of a place agree with each other (docs/domain.md, rules 1, 23 and 25)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import combinations, pairwise

from attrs import frozen

from planmonitor.assessment.checking import Check, Finding
from planmonitor.assessment.figures import TOTAL, Figure
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.results import JudgedMeasure, Occurrence
from planmonitor.messages import Text
from planmonitor.model.plans import Plan, Unit
from planmonitor.model.populations import CHILDREN_6_15, CHILDREN_IN_SPECIAL_CIRCUMSTANCES, CHILDREN_UNDER_16
from planmonitor.model.sources import Source
from planmonitor.names import fold
from planmonitor.numbers import written, written_day

PARTS_OF_A_POPULATION = (
    (CHILDREN_6_15, CHILDREN_UNDER_16),
    (CHILDREN_IN_SPECIAL_CIRCUMSTANCES, CHILDREN_UNDER_16),
)
"""Base populations of which one contains the other."""

NEAR = timedelta(days=7)
"""Two reports of one unit whose last days are no further apart can be prepared together."""
AHEAD = timedelta(days=366)


@frozen
class PlansOfPlace:
    """All that is known of the plans a place follows on one day: what the checks across plans look at.

    Attributes:
        plans: The plans, judged.
        figures: What is recorded of the place, base populations included.
    """

    plans: tuple[JudgedPlan, ...]
    figures: tuple[Figure, ...]

    def shared(self) -> Iterator[tuple[JudgedPlan, JudgedMeasure, JudgedPlan, JudgedMeasure]]:
        """Yield every two measures of two plans that count by one key."""
        for one, other in combinations(self.plans, 2):
            for first in one.measures:
                for second in other.with_definition(first.measure.definition.key):
                    if not first.measure.definition.unread and not second.measure.definition.unread:
                        yield one, first, other, second


def differing_definitions(place: PlansOfPlace) -> Iterator[Finding]:
    """Find keys that two plans count differently: equal keys are one figure."""
    for one, first, other, second in place.shared():
        if first.measure.definition != second.measure.definition:
            key = first.measure.definition.key
            yield _on(
                f"'{key}' được đếm khác nhau trong {one.plan.id} và {other.plan.id}: số liệu không dùng chung được; báo người viết kế hoạch.",
                f"'{key}' is counted differently in {one.plan.id} and {other.plan.id}: the figure cannot be shared; tell the author of the plan.",
                second.measure.source,
                first,
                second,
            )


def differing_windows(place: PlansOfPlace) -> Iterator[Finding]:
    """Find figures that two plans want for different days of the same year, so that both are asked for."""
    for one, first, other, second in place.shared():
        windows = one.plan.window_of(first.measure), other.plan.window_of(second.measure)
        if windows[0] != windows[1]:
            days = [window.year(one.as_of.year) for window in windows]
            vi = [f"{written_day(day.start, 'vi')}-{written_day(day.end, 'vi')}" for day in days]
            en = [f"{written_day(day.start, 'en')} to {written_day(day.end, 'en')}" for day in days]
            yield _on(
                f"Cùng một số liệu ({first.measure.label.vi}), hai thời gian chốt: {one.plan.id} tính {vi[0]}, "
                f"{other.plan.id} tính {vi[1]}; phải ghi cả hai.",
                f"One figure ({first.measure.label.en}), two windows: {one.plan.id} counts {en[0]}, "
                f"{other.plan.id} {en[1]}; both have to be recorded.",
                second.measure.source,
                first,
                second,
            )


def contradicting_zero(place: PlansOfPlace) -> Iterator[Finding]:
    """Find a plan that says none occurred while another counts some."""
    for one, other in combinations(place.plans, 2):
        for some_plan, none_plan in ((one, other), (other, one)):
            for some in some_plan.measures:
                counted = some.value.counted or 0 if some.value else 0
                keys = (some.measure.definition.key, *some.measure.definition.implies)
                for none in (item for key in keys for item in none_plan.with_definition(key)):
                    if counted and none.value and none.value.counted == 0 and _overlap(some, none):
                        yield _on(
                            f"{none.id} ghi không có, nhưng {some.id} đếm được {written(counted, 'vi')}: đối chiếu lại hai số liệu.",
                            f"{none.id} says none, but {some.id} counts {written(counted, 'en')}: compare the two figures.",
                            none.measure.source,
                            none,
                            some,
                        )


def differing_bars(place: PlansOfPlace) -> Iterator[Finding]:
    """Find one definition held against two bars; shown, for both may be right."""
    for _one, first, _other, second in place.shared():
        bars = [(judged.target.comparator, judged.target.value, judged.target.kind) for judged in (first, second)]
        if bars[0] != bars[1] and first.measure.scope == second.measure.scope == "target":
            yield _on(
                f'Cùng một số liệu, hai mức: {first.id} "{first.target.wording}", {second.id} "{second.target.wording}".',
                f"One figure, two bars: {first.id} “{first.target.wording}”, {second.id} “{second.target.wording}”.",
                second.measure.source,
                first,
                second,
            )


def disagreeing_populations(place: PlansOfPlace) -> Iterator[Finding]:
    """Find base populations that contradict each other, and denominators that are not the population they stand for."""
    recorded = _populations(place.figures)
    users = {item.measure.definition.population: item for plan in place.plans for item in plan.measures if item.measure.definition.population}
    for part, whole in PARTS_OF_A_POPULATION:
        for year, number in sorted(recorded.get(part.key, {}).items()):
            above = recorded.get(whole.key, {}).get(year)
            using = users.get(part.key) or users.get(whole.key)
            if above is not None and number > above and using is not None:
                yield _on(
                    f"Năm {year}: {part.label.vi} ({written(number, 'vi')}) nhiều hơn {whole.label.vi} ({written(above, 'vi')}): "
                    "đối chiếu số liệu nền.",
                    f"{year}: {part.label.en} ({written(number, 'en')}) are more than {whole.label.en} ({written(above, 'en')}): "
                    "compare the base populations.",
                    using.measure.source,
                )
    yield from _denominators(place, recorded)


def _denominators(place: PlansOfPlace, recorded: dict[str, dict[int, int | Decimal]]) -> Iterator[Finding]:
    seen: dict[tuple[str, int], tuple[int | Decimal, str]] = {
        (key, year): (number, "") for key, years in recorded.items() for year, number in years.items()
    }
    for judged in (item for plan in place.plans for item in plan.measures):
        key, value = judged.measure.definition.population, judged.value
        if key is None or value is None or value.denominator is None or judged.missing:
            continue
        number, where = seen.setdefault((key, value.period.year), (value.denominator, judged.id))
        if number != value.denominator:
            vi, en = (where, where) if where else ("số liệu nền đã ghi", "the recorded base population")
            yield _on(
                f"{judged.id}: mẫu số {written(value.denominator, 'vi')} khác {vi} ({written(number, 'vi')}): đối chiếu, dùng một số liệu nền.",
                f"{judged.id}: the denominator {written(value.denominator, 'en')} is not {en} ({written(number, 'en')}): "
                "compare them and use one base population.",
                judged.measure.source,
                judged,
            )


def _populations(figures: Sequence[Figure]) -> dict[str, dict[int, int | Decimal]]:
    """Return the latest total of each base population by reporting year."""
    found: dict[str, dict[int, int | Decimal]] = {}
    for figure in sorted(figures, key=lambda item: (item.until, item.revision)):
        if figure.definition.startswith("population/") and figure.breakdown == TOTAL and figure.unit == "" and figure.value is not None:
            found.setdefault(figure.definition, {})[figure.period.year] = figure.value
    return found


def reports_close_together(place: PlansOfPlace) -> Iterator[Finding]:
    """Find two reports that one unit owes within a week."""
    by_unit: dict[str, list[tuple[JudgedPlan, Occurrence]]] = {}
    for judged_plan in place.plans:
        for item in judged_plan.deadlines:
            if item.unit_name and item.last_day is not None and judged_plan.as_of <= item.last_day <= judged_plan.as_of + AHEAD:
                by_unit.setdefault(fold(item.unit_name), []).append((judged_plan, item))
    for owed in by_unit.values():
        owed.sort(key=lambda pair: (pair[1].last_day, pair[0].plan.id, pair[1].duty.id))
        for (one, first), (other, second) in pairwise(owed):
            if one.plan.id != other.plan.id and first.last_day and second.last_day and second.last_day - first.last_day <= NEAR:
                yield Finding(
                    Text(
                        f"{first.unit_name} có hai báo cáo trong một tuần: {one.plan.id} ({written_day(first.last_day, 'vi')}) và "
                        f"{other.plan.id} ({written_day(second.last_day, 'vi')}); chuẩn bị số liệu cùng lúc.",
                        f"{first.unit_name} owes two reports within a week: {one.plan.id} ({written_day(first.last_day, 'en')}) and "
                        f"{other.plan.id} ({written_day(second.last_day, 'en')}); prepare them together.",
                    ),
                    second.duty.source,
                    units=tuple(dict.fromkeys(filter(None, (first.unit, second.unit)))),
                )


def leads_unknown_elsewhere(place: PlansOfPlace) -> Iterator[Finding]:
    """Find units that lead in one plan and that another plan of the place does not name."""
    for one, other in combinations(place.plans, 2):
        for leading, silent in ((one.plan, other.plan), (other.plan, one.plan)):
            named = {fold(name) for unit in silent.units for name in (unit.name, *unit.also)}
            unknown = [
                unit
                for unit in _leads(leading)
                if silent.units and silent.place is not None and not named & {fold(name) for name in (unit.name, *unit.also)}
            ]
            if unknown:
                names = ", ".join(unit.name for unit in unknown)
                task = next(task for task in unknown[0].tasks if task.role == "lead")
                yield Finding(
                    Text(
                        f"Đơn vị chủ trì trong {leading.id} không có tên trong {silent.id}: {names}; xem có phải một đơn vị mang tên khác.",
                        f"Units that lead in {leading.id} are not named in {silent.id}: {names}; see whether they go by another name there.",
                    ),
                    leading.document.at(task.section, task.text),
                    units=tuple(unit.id for unit in unknown),
                )


def _leads(plan: Plan) -> list[Unit]:
    """Return the offices that lead in a plan; those of a plan for any place are kinds of offices, not offices of this place."""
    return [] if plan.place is None else [unit for unit in plan.units if not unit.members and "lead" in unit.roles]


def _on(vi: str, en: str, source: Source, *measures: JudgedMeasure) -> Finding:
    return Finding(Text(vi, en), source, tuple(item.id for item in measures))


def _overlap(one: JudgedMeasure, other: JudgedMeasure) -> bool:
    return one.value is not None and other.value is not None and one.value.period.overlaps(other.value.period)


def _check(name: str, severity: str, look: Callable[[PlansOfPlace], Iterator[Finding]], vi: str, en: str) -> Check[PlansOfPlace]:
    return Check(f"planmonitor/{name}", severity, Text(vi, en), look)


CHECKS = (
    _check("differing-definitions", "error", differing_definitions, "Cùng một mã nhưng cách đếm khác nhau", "One key, two ways of counting"),
    _check(
        "contradicting-zero", "warning", contradicting_zero, "Kế hoạch này ghi không có, kế hoạch khác ghi có", "None in one plan, some in another"
    ),
    _check("disagreeing-populations", "warning", disagreeing_populations, "Số liệu nền không khớp nhau", "Base populations that do not agree"),
    _check("differing-windows", "notice", differing_windows, "Cùng một số liệu, hai thời gian chốt", "One thing counted over two windows"),
    _check("differing-bars", "notice", differing_bars, "Cùng một số liệu, hai mức", "One figure, two bars"),
    _check(
        "reports-close-together", "notice", reports_close_together, "Một đơn vị có hai báo cáo trong một tuần", "Two reports of a unit within a week"
    ),
    _check(
        "lead-unknown-elsewhere",
        "notice",
        leads_unknown_elsewhere,
        "Đơn vị chủ trì không có tên trong kế hoạch khác",
        "A leading unit another plan does not name",
    ),
)
"""The checks across plans, the gravest first."""
