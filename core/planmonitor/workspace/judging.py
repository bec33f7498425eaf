"""Judging the plans a workspace follows, on a day, from what was recorded by its end or is known now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from attrs import evolve, frozen

from planmonitor.assessment.checking import CheckedPlan, FoundBy
from planmonitor.assessment.results import JudgedIndicator, JudgedMeasure
from planmonitor.messages import N_, UnknownName
from planmonitor.names import offer, pick
from planmonitor.registry import judging
from planmonitor.registry.catalogue import Problem
from planmonitor.workspace.opening import TIME_ZONE, Workspace, several_measures, unknown_measure
from planmonitor.workspace.recorded import known_of, recorded_at


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
        ids = pick(name, found)
        if not ids:
            raise unknown_measure(name, [item.id for plan in self.plans for item in plan.measures])
        if len(ids) > 1:
            raise several_measures(name, [item.id for full in ids for item in found[full][2]])
        return found[ids[0]]


def judge(workspace: Workspace, only: Sequence[str] = (), as_of: date | None = None, *, restated: bool = False) -> Judged:
    """Judge all plans followed, or those named, and run their checks; checks that fail are added to the workspace's problems.

    They are judged today from all that is recorded, or on a day from what was recorded by its end; `restated` from what is known now.
    """
    followed, day = workspace.followed(only), as_of or workspace.day
    with workspace.database(read_only=True) as database:
        recorded = recorded_at(workspace, database, None if restated or as_of is None else _end_of(day))
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


def _end_of(day: date) -> datetime:
    """Return the last instant of a day in Viet Nam."""
    return datetime.combine(day, time.max, TIME_ZONE)


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
