"""Judging plans of a catalogue and running the checks that apply to them, each in its own boundary (docs/domain.md, rule 26)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from planmonitor.assessment import across
from planmonitor.assessment.checking import EVERY_PLAN, Check, CheckedPlan, Finding, FoundBy
from planmonitor.assessment.plans import JudgedPlan, Known, judge_plan
from planmonitor.assessment.records import Figure
from planmonitor.messages import N_, Message
from planmonitor.model.plans import Plan
from planmonitor.registry.boundary import Failed, bounded, printed, taken
from planmonitor.registry.catalogue import Catalogue, Loaded, Problem
from planmonitor.registry.installed import LOCAL, PROJECT
from planmonitor.registry.loading import problem_of

T = TypeVar("T")


def judge(catalogue: Catalogue, plan: Plan, known: Known, as_of: date) -> tuple[CheckedPlan, list[Problem]]:
    """Judge a plan of a catalogue, with what its place settled, on a day, and run its checks.

    Returns:
        The judged plan with what was found in it, and a problem of its own plugin for every check that failed.
    """
    judged = judge_plan(plan, known, as_of)
    found, problems = run_checks(PROJECT, EVERY_PLAN, judged)
    for loaded, checks in _looking_at(catalogue, plan):
        more, failed = run_checks(loaded.plugin.name, checks, judged)
        found, problems = found + more, problems + failed
    return CheckedPlan(judged, tuple(found)), problems


def judge_together(plans: Sequence[JudgedPlan], figures: Sequence[Figure] = ()) -> tuple[list[FoundBy], list[Problem]]:
    """Find what does not agree between the judged plans of one place, and what they ask of the same hands."""
    return run_checks(PROJECT, across.CHECKS, across.PlansOfPlace(tuple(plans), tuple(figures)))


def checks_of(catalogue: Catalogue, plan: Plan) -> tuple[Check, ...]:
    """Return the checks that apply to a plan: those of its own plugin; for a local plan, those of its programme's."""
    return tuple(check for _loaded, checks in _looking_at(catalogue, plan) for check in checks)


def _looking_at(catalogue: Catalogue, plan: Plan) -> list[tuple[Loaded, tuple[Check, ...]]]:
    """Return the plugins whose checks apply to a plan, each with these checks."""
    own = catalogue.plugin_of(plan)
    looking = [own]
    if own.plugin.name == LOCAL:
        looking = [item for item in catalogue.loaded if plan.programme in item.programme_ids]
    return [(item, tuple(check for check in item.checks if not check.plans or plan.id in check.plans)) for item in looking]


def run_checks(plugin: str, checks: Sequence[Check[T]], looked_at: T) -> tuple[list[FoundBy], list[Problem]]:
    """Run the checks of a plugin on a judged plan, or on all of a place, each in its own boundary.

    Returns:
        What they found, in order, and a problem for each that raised or returned what is no finding.
    """
    found: list[FoundBy] = []
    problems: list[Problem] = []
    for check in checks:
        try:
            found += bounded("check", lambda check=check: _findings(check, looked_at))  # type: ignore[misc]
        except Failed as failure:
            said = Message.of(N_("check {check}: {said}"), check=check.id, said=failure.message)
            problems.append(problem_of(plugin, Failed(failure.stage, said)))
    return found, problems


def _findings(check: Check[T], looked_at: T) -> list[FoundBy]:
    answers = taken(check.look(looked_at))
    for answer in answers:
        if not isinstance(answer, Finding):
            raise TypeError(f"{printed(answer, repr)} is no Finding")
    return [FoundBy(check, answer) for answer in answers]
