"""Which figures of a period are asked of a unit, of a group or of the whole place, each once: what a workbook to fill in holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import evolve, field, frozen

from planmonitor.assessment.beside import Beside, beside, parts_in
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.records import TOTAL
from planmonitor.assessment.results import Occurrence
from planmonitor.assessment.values import Part
from planmonitor.assessment.workdays import LAST_YEAR
from planmonitor.messages import N_, BadData, Hint
from planmonitor.model.definitions import Population
from planmonitor.model.periods import ADMINISTRATIVE, Period
from planmonitor.model.plans import Indicator, Measure, Plan
from planmonitor.workspace.judging import Judged, judge, of_unit
from planmonitor.workspace.opening import Workspace


@frozen
class Use:
    """A measure that uses a figure, with the target line and the plan it stands in."""

    plan: Plan
    line: Indicator
    measure: Measure
    beside: Beside = field(repr=False)
    """Its bar, what is recorded of the figure already, and what was counted before."""


@frozen
class Blank:
    """One figure that is asked for: once, however many plans use it."""

    uses: tuple[Use, ...]
    """What it is the figure of, in the order of the plans followed."""
    part: Part
    """The part it is: that of a unit or member, or of the whole place."""
    supplier: str
    """Id of the unit or member that supplies it; "" where it is the place's own."""
    period: Period
    """The days it covers."""
    place: str
    """Code of the place."""
    parts: int = 1
    """How many parts the measure's figure is made of."""
    apart: bool = False
    """Whether the same thing is asked of other days too: two data windows are two figures."""
    population: int | None = None
    """The recorded base figure that is the denominator where none is given; None where there is none."""

    @property
    def measure(self) -> Measure:
        """The measure that it is recorded for."""
        return self.uses[0].measure

    @property
    def beside(self) -> Beside:
        """What stands beside it, with the bar of that measure."""
        return self.uses[0].beside

    @property
    def must_not_occur(self) -> bool:
        """Whether a plan wants that it is none; such a figure is never an estimate (docs/domain.md, rule 17)."""
        return any(use.beside.target.kind == "zero_incident" for use in self.uses)

    @property
    def measure_id(self) -> str:
        """Full id of that measure."""
        return self.uses[0].plan.measure_id(self.measure)


@frozen
class BaseBlank:
    """A base figure that is asked for."""

    population: Population
    period: Period
    place: str
    recorded: int | None
    """What is recorded of the period; None where nothing is."""
    before: int | None
    """What was recorded of the year before."""


@frozen
class ReportDue:
    """A report on the period, and by when it is to be sent."""

    plan: Plan
    report: Occurrence
    working_day: date | None
    """The last working day in time; None where no document sets a day."""


@frozen
class Asking:
    """All that is asked for a period."""

    period: str
    """The period as it was asked for, or the reporting year that runs."""
    place: str
    """Code of the place."""
    units: tuple[str, ...]
    """Ids of the unit that is asked; none for the whole place."""
    name: str
    """What the unit is called; "" for the whole place."""
    plans: tuple[Plan, ...]
    """The plans that ask."""
    blanks: tuple[Blank, ...]
    """The figures, in the order of the plans; what is asked of other days stands below its like."""
    bases: tuple[BaseBlank, ...]
    """The base figures that are recorded for the whole place."""
    reports: tuple[ReportDue, ...]
    """The reports on the period."""
    waiting: tuple[tuple[str, ReportDue], ...]
    """The reports of others that wait for the figures of a supplier, by its id."""
    unowned: tuple[tuple[Plan, Measure, Part], ...]
    """The parts that no document gives to anybody: nobody can be asked."""
    names: dict[str, str] = field(factory=dict, repr=False)
    """What units and members are called, by id."""


def asked(workspace: Workspace, period: str | None = None, unit: str | None = None) -> Asking:
    """Return the figures that are asked for.

    Args:
        workspace: The workspace, opened.
        period: The period as officers write it; None for the reporting year that runs.
        unit: A unit, group or member by id or name; None for the whole place.

    Raises:
        UnknownName: where no plan followed gives such a unit a measure or a report.
        BadData: where the text is no period, or nothing is asked for.
    """
    judged = judge(workspace)
    if not judged.plans:
        raise BadData(N_("No plan is followed, so nothing is asked for."), Hint.of("follow-first"))
    named = period or str(_year_that_runs(judged, workspace.day))
    asked_of = of_unit(workspace, judged, unit) if unit is not None else judged
    units = _ids(asked_of)
    names = {unit.id: unit.name for plan in reversed(judged.plans) for unit in plan.judged.plan.units}
    names |= {member.id: member.name for plan in judged.plans for member in plan.judged.members}
    found = [*_blanks(workspace, judged, named, units)]
    blanks = _side_by_side([*_merged(found)])
    if not blanks:
        nothing = N_("No figure of {period} is asked of '{unit}'.") if unit is not None else N_("No plan followed asks for figures of {period}.")
        raise BadData(
            nothing,
            Hint.of("ask-the-whole-place") if unit is not None else None,
            period=named,
            unit=names.get(units[0], unit) if units else unit or "",
        )
    return Asking(
        period=named,
        place=workspace.own_place(),
        units=units,
        name=names.get(units[0], "") if units else "",
        plans=tuple({use.plan.id: use.plan for blank in blanks for use in blank.uses}.values()),
        blanks=blanks,
        bases=tuple(_bases(workspace, judged, blanks, named)),
        reports=tuple(_reports(asked_of, named)),
        waiting=tuple(_waiting(judged, blanks, named)),
        unowned=tuple(_unowned(judged, named)) if unit is None else (),
        names=names,
    )


def supplier_of(judged: JudgedPlan, measure: Measure, part: Part) -> str:
    """Return the id of who supplies a part of a measure's figure: whose part it is, the only one named, else who alone compiles a report on it.

    "" where it is the place's own.
    """
    if part.unit:
        return part.unit
    owners = [share.unit for share in measure.owners]
    if owners:
        return owners[0] or "" if len(owners) == 1 else ""
    carried = [duty for duty in judged.plan.duties if measure.code in duty.measures or (not duty.measures and measure.scope == "target")]
    regular = sorted((duty for duty in carried if duty.kind in {"dated", "after_period", "undated"}), key=lambda duty: duty.kind == "undated")
    return next((duty.reporters[0] for duty in regular if len(duty.reporters) == 1), "")


def _year_that_runs(judged: Judged, today: date) -> int:
    """Return the reporting year that runs: of two data windows the one that is still open."""
    plans = [item.judged.plan for item in judged.plans]
    return min(plan.window_of(measure).year_on(today) for plan in plans for measure in plan.measures)


def _ids(asked_of: Judged) -> tuple[str, ...]:
    """Return the ids of the unit that is asked, without those of the groups it is a member of."""
    members = [member for plan in asked_of.plans for member in plan.judged.members if member.id in asked_of.asked]
    groups = {member.group_id for member in members}
    return tuple(sorted(asked_of.asked - groups)) or tuple(sorted(asked_of.asked))


def _blanks(workspace: Workspace, judged: Judged, named: str, units: Sequence[str]) -> Iterator[Blank]:
    """Yield the figures of a period that are asked of some units, or of all; one that several plans use once for each."""
    for plan in (item.judged for item in judged.plans):
        for line, measure, period in _asked_in(plan, named):
            parts = parts_in(plan, measure, period)
            for part in parts:
                supplier = supplier_of(plan, measure, part)
                if part.unit is not None and (not units or {supplier, part.group} & {*units}):
                    yield Blank(
                        uses=(Use(plan.plan, line, measure, beside(plan, measure, part, period)),),
                        part=part,
                        supplier=supplier,
                        period=period,
                        place=workspace.place_of(plan.plan),
                        parts=len(parts),
                        population=_base(plan, measure, period) if part.unit == "" else None,
                    )


def _asked_in(judged: JudgedPlan, named: str) -> Iterator[tuple[Indicator, Measure, Period]]:
    """Yield the measures of a plan that something is recorded of in a period, with its days in their data window."""
    for line in judged.plan.indicators:
        for measure in line.measures:
            window = judged.plan.window_of(measure)
            period = window.parse(named)
            in_time = window.fits(period) and window.year(period.year).contains(period) and judged.plan.covers(measure, period)
            if in_time and not measure.definition.sums and not measure.definition.unread:
                yield line, measure, period


def _base(judged: JudgedPlan, measure: Measure, period: Period) -> int | None:
    """Return the recorded base figure of the year, which is the default denominator."""
    return _recorded(judged, measure.definition.population, period.year)


def _recorded(judged: JudgedPlan, population: str | None, year: int) -> int | None:
    found = [one for one in judged.figures if one.definition == population and one.period.year == year and one.breakdown == TOTAL]
    newest = max(found, key=lambda one: (one.until, one.revision), default=None)
    return None if newest is None or newest.value is None else int(newest.value)


def _merged(found: Sequence[Blank]) -> Iterator[Blank]:
    """Yield figures each once: what counts the same thing of the same days is one, whatever plans use it."""
    alike: dict[object, list[Blank]] = {}
    for blank in found:
        definition = blank.measure.definition
        alike.setdefault((definition.key, definition.fields, blank.place, blank.part.unit, blank.period), []).append(blank)
    for same in alike.values():
        yield evolve(same[0], uses=tuple(use for blank in same for use in blank.uses))


def _side_by_side(found: Sequence[Blank]) -> tuple[Blank, ...]:
    """Return figures with those below each other that count the same thing of other days."""
    alike: dict[object, list[Blank]] = {}
    for blank in found:
        alike.setdefault((blank.measure.definition.key, blank.place), []).append(blank)
    return tuple(evolve(blank, apart=len({one.period for one in same}) > 1) for same in alike.values() for blank in same)


def _bases(workspace: Workspace, judged: Judged, blanks: Sequence[Blank], named: str) -> Iterator[BaseBlank]:
    """Yield the base figures that measures of the whole place are divided by."""
    keys = dict.fromkeys(blank.measure.definition.population for blank in blanks if blank.part.unit == "")
    period = ADMINISTRATIVE.parse(named)
    for key in keys:
        if key is not None and key in workspace.catalogue.populations:
            plans = [item.judged for item in judged.plans]
            now, before = (_known(plans, key, year) for year in (period.year, period.year - 1))
            yield BaseBlank(workspace.catalogue.populations[key], period, workspace.own_place(), now, before)


def _known(plans: Sequence[JudgedPlan], key: str, year: int) -> int | None:
    found = (_recorded(plan, key, year) for plan in plans)
    return next((number for number in found if number is not None), None)


def _reports(judged: Judged, named: str) -> Iterator[ReportDue]:
    """Yield the reports that are on just that period."""
    for plan in (item.judged for item in judged.plans):
        for item in plan.deadlines:
            if item.period is not None and item.period == (item.duty.window or plan.plan.window).parse(named) and not item.cases:
                known = item.last_day is not None and item.last_day.year <= LAST_YEAR
                day = judged.calendar.last_working_day(item.last_day) if known and item.last_day is not None else item.last_day
                yield ReportDue(plan.plan, item, day)


def _waiting(judged: Judged, blanks: Sequence[Blank], named: str) -> Iterator[tuple[str, ReportDue]]:
    """Yield every supplier with a report that somebody else compiles of its figures; by the day on which those are asked for, if there is one."""
    for due in _reports(judged, named):
        duty = due.report.duty
        if len(duty.reporters) != 1:
            continue  # each of several reports what it supplies itself
        uses = ((blank.supplier, use) for blank in blanks for use in blank.uses if use.plan.id == due.plan.id)
        carried = (who for who, use in uses if use.measure.code in duty.measures or (not duty.measures and use.measure.scope == "target"))
        for supplier in dict.fromkeys(who for who in carried if who and who != due.report.unit):
            yield supplier, evolve(due, working_day=due.report.asked_by or due.working_day)


def _unowned(judged: Judged, named: str) -> Iterator[tuple[Plan, Measure, Part]]:
    for plan in (item.judged for item in judged.plans):
        for _line, measure, period in _asked_in(plan, named):
            yield from ((plan.plan, measure, part) for part in parts_in(plan, measure, period) if part.unit is None)
