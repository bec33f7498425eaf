"""Judging the plans a workspace follows, on a day, from what was recorded by its end or is known now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from planmonitor.assessment.checking import CheckedPlan, FoundBy
from planmonitor.assessment.figures import Figure
from planmonitor.assessment.plans import Known
from planmonitor.assessment.records import Acceptance, MemberUnit
from planmonitor.assessment.results import JudgedIndicator, JudgedMeasure
from planmonitor.messages import N_, UnknownName
from planmonitor.model.plans import Plan
from planmonitor.names import offer, pick
from planmonitor.registry import judging
from planmonitor.registry.catalogue import Problem
from planmonitor.workspace.opening import TIME_ZONE, Followed, Workspace, several_measures, unknown_measure

if TYPE_CHECKING:
    from planmonitor.storage import Database


@frozen
class Recorded:
    """All that the database holds at one moment, of the places of a workspace.

    Attributes:
        figures: The latest revision of each figure.
        units: Registered members of groups.
        acceptances: Approved explanations of shortfalls.
        received: When each total first came in, by definition, place, unit, first and last day.
    """

    figures: tuple[Figure, ...]
    units: tuple[MemberUnit, ...]
    acceptances: tuple[Acceptance, ...]
    received: Mapping[tuple[str, str, str, date, date], datetime]


@frozen
class Judged:
    """The plans of a workspace judged on a day.

    Attributes:
        day: The day.
        followed: The plans, each with its settings and its plugin.
        plans: The plans judged, in the same order.
        between: What does not agree between the plans of a place.
        problems: A problem for each check that failed.
    """

    day: date
    followed: tuple[Followed, ...]
    plans: tuple[CheckedPlan, ...]
    between: tuple[FoundBy, ...]
    problems: tuple[Problem, ...]

    def of_unit(self, name: str) -> Judged:
        """Return what is asked of one unit, named by id or name: its measures, reports and findings.

        Raises:
            UnknownName: where no plan gives it a measure or a report.
        """
        plans = tuple(_of_unit(plan, name) for plan in self.plans)
        if not any(plan.measures or plan.deadlines for plan in plans):
            known = tuple(unit.id for plan in self.plans for unit in plan.plan.units)
            raise UnknownName(N_("No plan followed gives unit '{name}' a measure or a report."), offer(name, known), name=name)
        return evolve(self, plans=plans)

    def called(self, name: str) -> tuple[CheckedPlan, JudgedIndicator, tuple[JudgedMeasure, ...]]:
        """Return the one measure, or the one indicator with its measures, that goes by a full id or the end of one.

        Raises:
            UnknownName: where there is none, or several; near misses are named.
        """
        found: dict[str, tuple[CheckedPlan, JudgedIndicator, tuple[JudgedMeasure, ...]]] = {}
        for plan in self.plans:
            for line in plan.judged.indicators:
                found[f"{plan.plan.id}/{line.indicator.code}"] = (plan, line, line.measures)
                found |= {item.id: (plan, line, (item,)) for item in line.measures}
        ids = pick(name, found)
        if not ids:
            raise unknown_measure(name, tuple(item.id for plan in self.plans for item in plan.measures))
        if len(ids) > 1:
            raise several_measures(name, [item.id for full in ids for item in found[full][2]])
        return found[ids[0]]


def judge(workspace: Workspace, only: Sequence[str] = (), as_of: date | None = None, *, restated: bool = False) -> Judged:
    """Judge the plans followed and run their checks.

    Args:
        workspace: The workspace; checks that fail are added to its problems.
        only: Ids, or ends of ids, of the plans to judge; empty for all.
        as_of: The day to judge on, from what was recorded by its end; None for today, from all that is recorded.
        restated: Whether to judge from what is known now all the same.

    Raises:
        UnknownName: for a plan that is not followed.
        StorageTrouble: where the database cannot be read.
    """
    followed, day = workspace.followed(only), as_of or workspace.day
    with workspace.database(read_only=True) as database:
        recorded = recorded_at(workspace, database, None if restated or as_of is None else end_of(day))
    plans: list[CheckedPlan] = []
    problems: list[Problem] = []
    for item in followed:
        assessed, failed = judging.judge(workspace.catalogue, item.plan, known_of(workspace, recorded, item.plan), day)
        plans.append(assessed)
        problems += failed
    between: list[FoundBy] = []
    for here in _by_place(workspace, plans):
        found, failed = judging.judge_together([item.judged for item in here], known_of(workspace, recorded, here[0].plan).figures)
        between += found
        problems += failed
    workspace.failed_checks += problems
    return Judged(day, tuple(followed), tuple(plans), tuple(between), tuple(problems))


def end_of(day: date) -> datetime:
    """Return the last instant of a day in Viet Nam."""
    return datetime.combine(day + timedelta(days=1), time(), TIME_ZONE) - timedelta(microseconds=1)


def recorded_at(workspace: Workspace, database: Database, instant: datetime | None = None) -> Recorded:
    """Return what was recorded of the workspace's places by an instant; None for all that is recorded."""
    places = {"", workspace.place_key(workspace.file.place), *(workspace.place_of(item.plan) for item in workspace.followed())}
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


def _by_place(workspace: Workspace, plans: Sequence[CheckedPlan]) -> list[list[CheckedPlan]]:
    by_place: dict[str, list[CheckedPlan]] = {}
    for checked in plans:
        by_place.setdefault(workspace.place_of(checked.plan), []).append(checked)
    return list(by_place.values())


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
