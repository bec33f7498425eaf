"""Which figures of a judged plan are wanted: by its reports, for its measures, and below its lines (docs/domain.md, rules 5, 9, 17 and 22)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from planmonitor.assessment.any_plan.bases import base_wanted
from planmonitor.assessment.any_plan.finals import is_final_wanted
from planmonitor.assessment.breakdowns import with_totals
from planmonitor.assessment.deadlines import by_unit, wanting
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.records import TOTAL, Figure
from planmonitor.assessment.results import JudgedMeasure, Occurrence
from planmonitor.assessment.rollup import WHOLE_PLACE, expected_parts
from planmonitor.assessment.values import Part
from planmonitor.messages import Text
from planmonitor.model.duties import Duty
from planmonitor.model.periods import ADMINISTRATIVE, Period
from planmonitor.model.plans import Measure

WANTS = ("missing", "breakdown", "days", "final", "base")
"""Why a figure is wanted: there is none; parts of a breakdown or days are lacking; it is not final though its days are over; to compare with."""

OPEN = frozenset({"not_due", "overdue", "undated", "arisen"})
"""The states of a report that is still to be sent. Of a report before the first entry, or not asked for, nothing is wanted."""


@frozen
class Wanted:
    """One figure that is wanted of one plan."""

    measure: Measure
    """The measure it is of, or that is divided by the base population."""
    part: Part
    """Whose part of it."""
    period: Period
    """The days it is to cover."""
    why: str
    """One of `WANTS`."""
    population: str = ""
    """Key of the base population that is wanted instead of the measure's own figure; "" for the latter."""
    lacking: tuple[Text, ...] = ()
    """The parts of a breakdown that are lacking."""
    gaps: tuple[Period, ...] = ()
    """The days without figures."""
    report: Occurrence | None = None
    """The report with a last day that waits for it; None where none does."""

    @property
    def key(self) -> tuple[object, ...]:
        """What is recorded once, however many plans and reports want it."""
        about = self.population or self.measure.definition.key
        return (about, "" if self.population else self.part.unit, self.period.start, self.period.end)


def open_reports(judged: JudgedPlan) -> list[Occurrence]:
    """Return the reports that are still to be sent; one on a period that has not begun is not owed yet."""
    return [item for item in judged.deadlines if item.state in OPEN and (item.period is None or item.period.start <= judged.as_of)]


def wanted(judged: JudgedPlan) -> list[Wanted]:
    """Return every figure that is wanted of a judged plan, each once: with the report that falls due first of those that wait for it."""
    if not judged.begun:
        return []
    found: dict[tuple[object, ...], Wanted] = {}
    for item in _of_reports(judged):
        found.setdefault(item.key, item)
    for item in _of_measures(judged):
        known = found.setdefault(item.key, item)
        if known.why == "missing" and item.why in {"breakdown", "days"}:  # what of it is lacking says more than that it is
            found[item.key] = evolve(item, report=known.report)
    own = list(found.values())
    return [*own, *_populations(judged, own)]


def carriers(judged: JudgedPlan, measure: Measure) -> list[Duty]:
    """Return the reports that carry a measure: those that name it, of a target also those that name none. Cases are reported unasked."""
    carry = (duty for duty in judged.plan.duties if duty.kind not in {"on_event", "ad_hoc"})
    return [duty for duty in carry if measure.code in duty.measures or (not duty.measures and measure.scope == "target")]


def _of_reports(judged: JudgedPlan) -> Iterator[Wanted]:
    """Yield the figures that reports with a last day carry and that are not in hand, those of the first to fall due first.

    While one of several units still has to send its report, that waits also for what nobody is named for, which is the place's own.
    """
    plan, figures = judged.plan, _in_hand(judged)
    for item in open_reports(judged):
        if item.last_day is None or item.period is None:
            continue
        shared = len(item.duty.reporters) > 1 and item.duty.kind != "ad_hoc"  # what nobody is named for no letter asked of anybody
        for report in (item, evolve(item, unit=None, unit_name=None)) if shared else (item,):
            for measure, part in wanting(plan, report, figures, judged.members, judged.as_of):
                yield Wanted(measure, part, item.period, "missing", report=report)


def _in_hand(judged: JudgedPlan) -> dict[tuple[str, str], Sequence[Figure]]:
    recorded: dict[str, list[Figure]] = {}
    for figure in judged.figures:
        recorded.setdefault(figure.definition, []).append(figure)
    definitions = {measure.definition.key: measure.definition for measure in judged.plan.measures}
    return dict(by_unit({key: with_totals(recorded.get(key, ()), definition) for key, definition in definitions.items()}))


def _of_measures(judged: JudgedPlan) -> Iterator[Wanted]:
    """Yield what the measures themselves wait for, whatever reports there are."""
    for item in judged.measures:
        measure = item.measure
        if measure.scope == "orientation" or measure.definition.unread or measure.definition.sums:
            continue
        if (base := base_wanted(judged, item)) is not None:
            yield Wanted(measure, WHOLE_PLACE, base, "base")
        asked = measure.scope == "target" or bool(carriers(judged, measure))
        if item.status == "no_data" and asked and (period := _period_of(judged, item)) is not None:
            yield from (Wanted(measure, part, period, "missing") for part in item.parts)
        elif item.status == "incomplete" and item.value is not None:
            yield from (Wanted(measure, part, item.value.period, "missing") for part in item.missing)
        if asked:
            for year in years_without(judged, item):
                parts = expected_parts(judged.plan, measure, judged.members, year.end, year.start)
                yield from (Wanted(measure, part, year, "missing") for part in parts)
        yield from _unfinished(judged, item)


def years_without(judged: JudgedPlan, item: JudgedMeasure) -> list[Period]:
    """Return the years of a measure that are over and of which nothing was recorded, oldest first.

    None that was over before the first entry, none that was closed, and none of a task that was done once.
    """
    measure, since = item.measure, judged.since
    recorded = [figure for figure in judged.figures if figure.definition == measure.definition.key and not figure.comparison]
    if since is None or judged.year is not None or (measure.definition.done_once and any(figure.yes for figure in recorded)):
        return []
    known = judged.closed.union(figure.period.year for figure in recorded)
    assessed = item.target.assessed_years or judged.plan.years_of(measure)
    years = [judged.plan.window_of(measure).year(year) for year in judged.plan.years_of(measure) if year in assessed and year not in known]
    return [year for year in years if since <= year.end < judged.as_of]


def _unfinished(judged: JudgedPlan, item: JudgedMeasure) -> Iterator[Wanted]:
    """Yield the figures that are there and do not do: without some parts or days, or not final though their days are over."""
    value = item.value
    if value is None:
        return
    incomplete = item.status == "incomplete" and bool(item.lacking or item.gaps)
    if not incomplete and not is_final_wanted(judged, item):
        return
    why = "days" if incomplete and item.gaps else "breakdown" if incomplete else "final"
    early = {figure.unit for figure in value.figures if figure.state == "estimated" or figure.until < figure.period.end}
    received = [part for part in item.parts if part not in item.missing]
    # Of a figure of several units only those are asked whose part is not final; where it cannot be told apart, all that have reported.
    parts = [part for part in received if why == "final" and part.unit in early] or received
    period = judged.plan.window_of(item.measure).year(value.period.year)
    lacking, gaps = (item.lacking, item.gaps) if incomplete else ((), ())
    yield from (Wanted(item.measure, part, period, why, lacking=lacking, gaps=gaps) for part in parts)


def _period_of(judged: JudgedPlan, item: JudgedMeasure) -> Period | None:
    """Return the year of which a measure has no figure: the present one, the last of its own, or the last of its years of assessment."""
    window, years = judged.plan.window_of(item.measure), [*judged.plan.years_of(item.measure)]
    if item.target.assessed_years:
        assessed = [year for year in item.target.assessed_years if year <= judged.as_of.year]
        return window.year(max(assessed)) if assessed else None
    year = min(window.year_on(judged.as_of), years[-1])
    return window.year(year) if year >= years[0] else None


def _populations(judged: JudgedPlan, own: Sequence[Wanted]) -> Iterator[Wanted]:
    """Yield the base populations that are wanted: of the years of which shares are, and the final ones of years that are over."""
    recorded = {(figure.definition, figure.period.year): figure for figure in judged.figures if figure.breakdown == TOTAL and not figure.unit}
    for item in own:
        key = item.measure.definition.population
        if key is not None and item.why == "missing" and (key, item.period.year) not in recorded:
            yield evolve(item, part=WHOLE_PLACE, period=ADMINISTRATIVE.year(item.period.year), population=key)
    divided = {measure.definition.population: measure for measure in reversed(judged.plan.measures) if measure.scope != "orientation"}
    for (key, _year), figure in sorted(recorded.items(), key=lambda entry: entry[0]):
        over = figure.period.end < judged.as_of
        if key in divided and over and (figure.state == "estimated" or figure.until < figure.period.end):
            yield Wanted(divided[key], WHOLE_PLACE, figure.period, "final", population=key)
