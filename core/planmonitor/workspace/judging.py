"""What is recorded, and the plans a workspace follows judged from it: on a day, by what was recorded by its end or is known now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve, frozen

from planmonitor.assessment.checking import CheckedPlan, FoundBy
from planmonitor.assessment.plans import Known
from planmonitor.assessment.records import Acceptance, Figure, MemberUnit
from planmonitor.assessment.results import JudgedIndicator, JudgedMeasure
from planmonitor.messages import N_, UnknownName
from planmonitor.model.periods import ADMINISTRATIVE, Window
from planmonitor.model.plans import Plan
from planmonitor.names import offer
from planmonitor.registry import judging
from planmonitor.registry.catalogue import Problem
from planmonitor.workspace.opening import TIME_ZONE, Workspace, one_measure

if TYPE_CHECKING:
    from planmonitor.storage import Database


class Recorded(NamedTuple):
    """All that the database holds at one moment, of the places of a workspace; each figure in its latest revision."""

    figures: tuple[Figure, ...]
    units: tuple[MemberUnit, ...]
    acceptances: tuple[Acceptance, ...]
    received: Mapping[tuple[str, str, str, date, date], datetime]
    """When each total first came in, by definition, place, unit, first and last day."""


def recorded_at(workspace: Workspace, database: Database, instant: datetime | None = None) -> Recorded:
    """Return what was recorded of the workspace's places by an instant; None for all that is recorded."""
    places = {"", workspace.place_key(workspace.file.place), *map(workspace.place_of, workspace.followed())}
    with database.reading() as held:
        return Recorded(
            figures=held.known_at(instant, places=places),
            units=held.units(instant),
            acceptances=held.acceptances(instant),
            received=held.first_received(instant, TIME_ZONE, places=places),
        )


def known_of(workspace: Workspace, recorded: Recorded, plan: Plan) -> Known:
    """Return what is known of the place of a plan; figures recorded while the place was open count as its own."""
    here = {workspace.place_of(plan), ""}
    latest = {figure.key[:1] + figure.key[2:]: figure for figure in sorted(recorded.figures, key=lambda item: item.revision) if figure.place in here}
    return Known(
        figures=tuple(latest.values()),
        units=tuple(unit for unit in recorded.units if unit.place in here),
        acceptances=recorded.acceptances,
        calendar=workspace.file.calendar,
        received={(key[0], *key[2:]): instant for key, instant in recorded.received.items() if key[1] in here},
    )


@frozen
class Judged:
    """The plans of a workspace judged on a day, what does not agree between those of a place, and a problem for each check that failed."""

    day: date
    plans: tuple[CheckedPlan, ...]
    between: tuple[FoundBy, ...]
    problems: tuple[Problem, ...]

    def of_unit(self, name: str) -> Judged:
        """Return what is asked of one unit, named by id or name: its measures, reports and findings."""
        plans = tuple(_of_unit(plan, name) for plan in self.plans)
        if not any(plan.measures or plan.deadlines for plan in plans):
            known = tuple(unit.id for plan in self.plans for unit in plan.plan.units)
            raise UnknownName(N_("No plan followed gives unit '{name}' a measure or a report."), offer(name, known), name=name)
        return evolve(self, plans=plans)

    def called(self, name: str) -> tuple[CheckedPlan, JudgedIndicator, tuple[JudgedMeasure, ...]]:
        """Return the one measure, or the one indicator with its measures, that goes by a full id or the end of one."""
        found: dict[str, tuple[CheckedPlan, JudgedIndicator, tuple[JudgedMeasure, ...]]] = {}
        for plan in self.plans:
            for line in plan.judged.indicators:
                found[f"{plan.plan.id}/{line.indicator.code}"] = (plan, line, line.measures)
                found |= {item.id: (plan, line, (item,)) for item in line.measures}
        ids = {full: [item.id for item in measures] for full, (_plan, _line, measures) in found.items()}
        return found[one_measure(name, ids, [item.id for plan in self.plans for item in plan.measures])]


def judge(workspace: Workspace, only: Sequence[str] = (), as_of: date | None = None, *, restated: bool = False) -> Judged:
    """Judge all plans followed, or those named, and run their checks; checks that fail are added to the workspace's problems.

    They are judged today from all that is recorded, or on a day from what was recorded by its end; `restated` from what is known now.
    """
    followed, day = workspace.followed(only), as_of or workspace.day
    known_by = None if restated or as_of is None else datetime.combine(day, time.max, TIME_ZONE)
    recorded = recorded_at(workspace, workspace.database(read_only=True), known_by)
    by_place: dict[str, list[CheckedPlan]] = {}
    plans: list[CheckedPlan] = []
    between: list[FoundBy] = []
    problems: list[Problem] = []
    for plan in followed:
        checked, failed = judging.judge(workspace.catalogue, plan, known_of(workspace, recorded, plan), day)
        by_place.setdefault(workspace.place_of(plan), []).append(checked)
        plans.append(checked)
        problems += failed
    for here in by_place.values():
        found, failed = judging.judge_together([item.judged for item in here], known_of(workspace, recorded, here[0].plan).figures)
        between += found
        problems += failed
    workspace.failed_checks += problems
    return Judged(day, tuple(plans), tuple(between), tuple(problems))


def _of_unit(checked: CheckedPlan, name: str) -> CheckedPlan:
    ids = {unit.id for unit in checked.plan.units if unit.is_called(name)}
    kept = [
        evolve(item, measures=tuple(judged for judged in item.measures if any(share.unit in ids for share in judged.measure.responsible)))
        for item in checked.judged.indicators
    ]
    deadlines = (item for item in checked.deadlines if item.unit in ids or (item.unit is None and ids & set(item.duty.reporters)))
    return evolve(
        checked,
        judged=evolve(checked.judged, indicators=tuple(item for item in kept if item.measures), deadlines=tuple(deadlines)),
        findings=tuple(item for item in checked.findings if ids & set(item.finding.units)),
    )


class Latest(NamedTuple):
    """The latest revision of a figure, with the measure or population it is known by and the data window of that."""

    figure: Figure
    name: str
    window: Window


def history(workspace: Workspace, name: str) -> tuple[tuple[Figure, ...], Mapping[str, str]]:
    """Return all revisions of the figures of a measure or base population, and the names of units and members by id."""
    if name in workspace.catalogue.populations:
        definition, place, units = name, workspace.place_key(workspace.file.place), {}
    else:
        plan, measure = workspace.measure(name)
        definition, place = measure.definition.key, workspace.place_of(plan)
        units = {unit.id: unit.name for unit in plan.units}
    with workspace.database(read_only=True).reading() as held:
        names = units | {member.id: member.name for member in held.units(None)}
        return tuple(figure for figure in held.history(definition) if figure.place in {place, ""}), names


def latest(workspace: Workspace) -> list[Latest]:
    """Return the latest figures of the plans followed, each once, and those of the base populations."""
    recorded = recorded_at(workspace, workspace.database(read_only=True))
    found: dict[object, Latest] = {}
    for plan in workspace.followed():
        names = {measure.definition.key: (plan.measure_id(measure), plan.window_of(measure)) for measure in reversed(plan.measures)}
        for figure in known_of(workspace, recorded, plan).figures:
            if figure.definition in names:
                found.setdefault(figure.key, Latest(figure, *names[figure.definition]))
    populations = workspace.catalogue.populations
    return [*found.values(), *(Latest(item, item.definition, ADMINISTRATIVE) for item in recorded.figures if item.definition in populations)]
