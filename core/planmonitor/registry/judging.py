"""Judging plans of a catalogue and running the checks that apply to them, each in its own boundary (docs/domain.md, rule 26)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from attrs import evolve

from planmonitor.assessment import across
from planmonitor.assessment.checking import Check, CheckedPlan, Finding, FoundBy
from planmonitor.assessment.declared import declared
from planmonitor.assessment.every_plan import EVERY_PLAN, without
from planmonitor.assessment.in_period import Span, judge_in
from planmonitor.assessment.known import Known
from planmonitor.assessment.place import PlansOfPlace
from planmonitor.assessment.plans import JudgedPlan, judge_plan
from planmonitor.assessment.waivers import parted
from planmonitor.messages import N_, Message
from planmonitor.model.plans import Plan
from planmonitor.registry.boundary import Failed, bounded, printed, taken
from planmonitor.registry.catalogue import Catalogue, Loaded, Problem
from planmonitor.registry.installed import LOCAL, PROJECT
from planmonitor.registry.loading import problem_of

T = TypeVar("T")


def judge(catalogue: Catalogue, plan: Plan, known: Known, as_of: date, span: Span | None = None) -> tuple[CheckedPlan, list[Problem]]:
    """Judge a plan of a catalogue, with what its place settled, on a day, or on a period as it stands on that day, and run its checks.

    A check that fails is a problem of its own plugin.
    """
    judged = judge_plan(plan, known, as_of) if span is None else judge_in(plan, known, span, as_of)
    own = checks_of(catalogue, plan)
    found, problems = _of_every_plan(judged, own)
    more, failed = run_checks(_looking_at(catalogue, plan).plugin.name, own, judged)
    return CheckedPlan(judged, *parted(_told_apart(_of_plan(judged, (*found, *more))), known.waivers, as_of)), problems + failed


def _of_every_plan(judged: JudgedPlan, own: Sequence[Check]) -> tuple[list[FoundBy], list[Problem]]:
    """Run the checks of every plan, without what a check of the plan's plugin tells instead."""
    found: list[FoundBy] = []
    problems: list[Problem] = []
    for check in EVERY_PLAN:
        told = frozenset(key for other in own if check.id in other.instead_of for key in other.needs)
        one, failed = run_checks(PROJECT, (check,), without(judged, told))
        found += one
        problems += failed
    return found, problems


def _of_plan(judged: JudgedPlan, found: Sequence[FoundBy]) -> Iterator[FoundBy]:
    """Yield findings with their plan and the year of their figures."""
    years = {item.id: item.year for item in judged.measures}
    for item in found:
        finding = item.finding
        if finding.year is None and finding.state == "found":
            finding = evolve(finding, year=max((year for name in finding.measures if (year := years.get(name)) is not None), default=None))
        yield evolve(item, finding=finding, plan=judged.plan.id)


def _told_apart(found: Iterable[FoundBy]) -> Iterator[FoundBy]:
    """Yield findings with which they are of several that are about the same."""
    seen: Counter[object] = Counter()
    for item in found:
        yield evolve(item, place=seen[item.about])
        seen[item.about] += 1


def judge_together(plans: Sequence[JudgedPlan], known: Known, *, all_followed: bool = True) -> tuple[list[FoundBy], list[Problem]]:
    """Find what does not agree between the judged plans of one place, all it follows or some, and what they ask of the same hands."""
    found, problems = run_checks(PROJECT, across.CHECKS, PlansOfPlace(tuple(plans), known.figures, known.elsewhere, all_followed))
    return [*_told_apart(found)], problems


def checks_of(catalogue: Catalogue, plan: Plan) -> tuple[Check, ...]:
    """Return the checks that apply to a plan: those it declares, and those of its own plugin; for a local plan, those of its programme's."""
    return (*declared(plan), *(check for check in _looking_at(catalogue, plan).checks if check.applies_to(plan)))


def _looking_at(catalogue: Catalogue, plan: Plan) -> Loaded:
    """Return the plugin that looks at a plan: its own; at a local plan, that of its programme."""
    own = catalogue.plugin_of(plan)
    return own if own.plugin.name != LOCAL else next((item for item in catalogue.loaded if plan.programme in item.programme_ids), own)


def run_checks(plugin: str, checks: Sequence[Check[T]], looked_at: T) -> tuple[list[FoundBy], list[Problem]]:
    """Run checks of a plugin on a judged plan, or on all of a place, each in its own boundary; one that fails is a problem, the others go on."""
    found: list[FoundBy] = []
    problems: list[Problem] = []
    for check in checks:
        try:
            found += bounded("check", lambda check=check: _findings(check, looked_at))  # type: ignore[misc]
        except Failed as failure:
            said = Message.of(N_("check {check}: {said}"), check=check.id, said=failure.message)
            problems.append(problem_of(plugin, failure, said))
    return found, problems


def _findings(check: Check[T], looked_at: T) -> list[FoundBy]:
    answers = taken(check.findings(looked_at))
    for answer in answers:
        if not isinstance(answer, Finding):
            raise TypeError(f"{printed(answer, repr)} is no Finding")
    return [FoundBy(check, answer) for answer in answers]
