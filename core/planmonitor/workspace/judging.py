"""What is recorded, and the plans a workspace follows judged from it: on a day, by what was recorded by its end or is known now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from itertools import chain
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from planmonitor.assessment.aside import is_used, other_base_years
from planmonitor.assessment.checking import CheckedPlan, FoundBy
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.records import Acceptance, Figure, MemberUnit, Sending
from planmonitor.assessment.results import JudgedIndicator, JudgedMeasure
from planmonitor.assessment.workdays import Calendar
from planmonitor.messages import N_, UnknownName
from planmonitor.model.periods import ADMINISTRATIVE, CALENDAR, Window
from planmonitor.model.plans import Measure, Plan
from planmonitor.names import offer, pick
from planmonitor.registry import judging
from planmonitor.workspace.opening import TIME_ZONE, Workspace, one_measure
from planmonitor.workspace.standing import all_figures, figures_by_place, of_place

if TYPE_CHECKING:
    from planmonitor.storage.database import Reading


def known_by_place(workspace: Workspace, instant: datetime | None) -> dict[str, Known]:
    """Return what was known of each place of the plans followed by an instant; None for all that is recorded."""
    plans, places = workspace.followed(), workspace.places()
    with workspace.database(read_only=True).reading() as held:
        since = min((act.recorded_at for act in held.receipts(instant) if act.recorded_at is not None), default=None)
        figures, sendings, units = figures_by_place(workspace, held, instant), held.entries(Sending, instant), held.units(instant)
        journal = _journal_of_cases(held, plans, instant) if sendings else []
        acceptances = held.entries(Acceptance, instant)
    recorded: list[Figure | MemberUnit | Sending] = [*chain.from_iterable(figures.values()), *units, *sendings]
    elsewhere = tuple(entry for entry in recorded if entry.place not in places and entry.place)
    return {
        place: Known(
            figures=figures[place],
            units=tuple(unit for unit in units if unit.place in {place, ""}),
            acceptances=acceptances,
            sendings=tuple(act for act in sendings if act.place in {place, ""}),
            journal=tuple(of_place(place, journal)),
            since=None if since is None else since.astimezone(TIME_ZONE).date(),
            elsewhere=elsewhere,
            plans=tuple(plan for plan in plans if workspace.place_of(plan) == place),
            calendar=workspace.file.calendar,
        )
        for place in dict.fromkeys(map(workspace.place_of, plans))
    }


def _journal_of_cases(held: Reading, plans: Iterable[Plan], instant: datetime | None) -> list[Figure]:
    """Return the revisions by an instant of all that reports on events of some plans carry."""
    carried = {
        measure.definition.key
        for plan in plans
        for duty in plan.duties
        if duty.kind == "on_event"
        for measure in plan.measures
        if measure.code in duty.measures
    }
    revisions = (figure for key in sorted(carried) for figure in held.history(key))
    return [figure for figure in revisions if instant is None or figure.recorded_at is None or figure.recorded_at <= instant]


@frozen
class Judged:
    """The plans of a workspace judged on a day, and what does not agree between those of a place."""

    day: date
    plans: tuple[CheckedPlan, ...]
    between: tuple[FoundBy, ...]
    calendar: Calendar

    def of_unit(self, name: str) -> Judged:
        """Return what is asked of one unit, named by id or name: its measures, reports and findings."""
        plans = tuple(_of_unit(plan, name) for plan in self.plans)
        if not any(plan.judged.measures or plan.judged.deadlines for plan in plans):
            known = tuple(unit.id for plan in self.plans for unit in plan.judged.plan.units)
            raise UnknownName(N_("No plan followed gives unit '{name}' a measure or a report."), offer(name, known), name=name)
        return evolve(self, plans=plans)

    def called(self, name: str) -> tuple[CheckedPlan, JudgedIndicator, tuple[JudgedMeasure, ...]]:
        """Return the one measure, or the one indicator with its measures, that goes by a full id or the end of one."""
        found: dict[str, tuple[CheckedPlan, JudgedIndicator, tuple[JudgedMeasure, ...]]] = {}
        for plan in self.plans:
            for line in plan.judged.indicators:
                found[f"{plan.judged.plan.id}/{line.indicator.code}"] = (plan, line, line.measures)
                found |= {item.id: (plan, line, (item,)) for item in line.measures}
        ids = {full: [item.id for item in measures] for full, (_plan, _line, measures) in found.items()}
        return found[one_measure(name, ids, [item.id for plan in self.plans for item in plan.judged.measures])]


def judge(workspace: Workspace, only: Sequence[str] = (), as_of: date | None = None, *, restated: bool = False) -> Judged:
    """Judge all plans followed, or those named, and run their checks; checks that fail are added to the workspace's problems.

    They are judged today from all that is recorded, or on a day from what was recorded by its end; `restated` from what is known now.
    """
    followed, day = workspace.followed(only), as_of or workspace.day
    workspace.notes += workspace.of_other_places()
    known = known_by_place(workspace, None if restated or as_of is None else datetime.combine(day, time.max, TIME_ZONE))
    by_place: dict[str, list[CheckedPlan]] = {}
    plans: list[CheckedPlan] = []
    between: list[FoundBy] = []
    for plan in followed:
        place = workspace.place_of(plan)
        checked, failed = judging.judge(workspace.catalogue, plan, known[place], day)
        by_place.setdefault(place, []).append(checked)
        plans.append(checked)
        workspace.failed_checks += failed
    for place, here in by_place.items():
        found, failed = judging.judge_together([item.judged for item in here], known[place], all_followed=not only)
        between += found
        workspace.failed_checks += failed
    return Judged(day, tuple(plans), tuple(between), workspace.file.calendar)


def _of_unit(checked: CheckedPlan, name: str) -> CheckedPlan:
    ids = {unit.id for unit in checked.judged.plan.units if unit.is_called(name)}
    kept = [
        evolve(item, measures=tuple(judged for judged in item.measures if any(share.unit in ids for share in judged.measure.responsible)))
        for item in checked.judged.indicators
    ]
    deadlines = (item for item in checked.judged.deadlines if item.unit in ids or (item.unit is None and ids & set(item.duty.reporters)))
    return evolve(
        checked,
        judged=evolve(checked.judged, indicators=tuple(item for item in kept if item.measures), deadlines=tuple(deadlines)),
        findings=tuple(item for item in checked.findings if ids & set(item.finding.units)),
    )


@frozen
class History:
    """What was recorded of a measure or base population, in the order it was recorded."""

    figures: tuple[Figure, ...]
    """All revisions of its figures."""
    names: Mapping[str, str]
    """Names of units and members, by id."""
    reasons: Mapping[int, str]
    """Why figures were taken back, by the revision that does it."""


def history(workspace: Workspace, name: str) -> History:
    """Return the revisions of the figures of a measure or base population; or of a definition that no plan followed counts any more, by its key."""
    with workspace.database(read_only=True).reading() as held:
        if name in workspace.catalogue.populations or (not _is_measure(workspace, name) and held.history(name)):
            definition, place, units = name, workspace.own_place(), {}
        else:
            plan, measure = workspace.measure(name)
            definition, place = measure.definition.key, workspace.place_of(plan)
            units = {unit.id: unit.name for unit in plan.units}
        names = units | {member.id: member.name for member in held.units(None)}
        return History(tuple(of_place(place, held.history(definition))), names, held.reasons(definition))


def _is_measure(workspace: Workspace, name: str) -> bool:
    return bool(pick(name, list(workspace.measures())))


def would_leave_aside(workspace: Workspace, plan: Plan) -> tuple[Figure, ...]:
    """Return the figures recorded under a plan's own definitions that it would not count if it were as it is handed in.

    Also base figures of another year than it names, under whatever definition.
    """
    with workspace.database(read_only=True).reading() as held:
        recorded = all_figures(workspace, held)
        members = held.units(None)
    judged, place = JudgedPlan(plan, workspace.day, (), (), members=members), workspace.place_of(plan)
    own = [figure for figure in recorded if figure.definition.startswith(f"{plan.id}/")]
    aside = [figure for figure in own if figure.place not in {place, ""} or not is_used(figure, (judged,))]
    here = [figure for figure in recorded if figure.place in {place, ""}]
    bases = [figure for measure in plan.measures for figure in other_base_years(plan, measure, here)]
    return tuple({figure.key: figure for figure in (*aside, *bases)}.values())


@frozen
class Latest:
    """A figure known now, and what it is known as: the id of a measure or population, or, left aside, the key of its definition."""

    figure: Figure
    name: str
    window: Window
    aside: bool = False
    instead: tuple[tuple[str, Window], ...] = ()
    """Further measures that take it, each with its data window: a plan may refuse what another one admits."""

    def elsewhere(self) -> Latest | None:
        """Return it as the next measure that takes it knows it, last of all as left aside; None where it is that already."""
        if self.instead:
            (name, window), *others = self.instead
            return evolve(self, name=name, window=window, instead=tuple(others))
        return None if self.aside else evolve(self, name=self.figure.definition, window=CALENDAR, aside=True)


def latest(workspace: Workspace) -> list[Latest]:
    """Return all latest figures, each once: under the measures that take its days, those that none takes as left aside.

    Their order hangs on what they are about alone, not on when they were recorded.
    """
    with workspace.database(read_only=True).reading() as held:
        recorded = sorted(all_figures(workspace, held), key=lambda figure: figure.key)
    found: dict[object, tuple[Figure, list[tuple[str, Window]]]] = {}
    for plan in workspace.followed():
        measures: dict[str, list[Measure]] = {}
        place = workspace.place_of(plan)
        for measure in plan.measures:
            measures.setdefault(measure.definition.key, []).append(measure)
        for figure in recorded:
            for measure in measures.get(figure.definition, ()) if figure.place == place else ():
                if plan.takes(measure, figure.period, comparison=figure.comparison):
                    found.setdefault(figure.key, (figure, []))[1].append((plan.measure_id(measure), plan.window_of(measure)))
    known = [Latest(figure, *homes[0], instead=tuple(homes[1:])) for figure, homes in found.values()]
    populations, places = workspace.catalogue.populations, workspace.places()
    known += [Latest(figure, figure.definition, ADMINISTRATIVE) for figure in recorded if figure.definition in populations and figure.place in places]
    there = {item.figure.key for item in known}
    rest = (figure for figure in recorded if figure.key not in there)
    return [*known, *(Latest(figure, figure.definition, CALENDAR, aside=True) for figure in rest)]
