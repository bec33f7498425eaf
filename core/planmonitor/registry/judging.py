"""Judging a plan of a catalogue and running the checks that apply to it, each in its own boundary (docs/domain.md, rule 26)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve

from planmonitor.assessment.checks import EVERY_PLAN
from planmonitor.assessment.plans import AssessedPlan, Known, assess_plan
from planmonitor.assessment.results import FoundBy
from planmonitor.messages import N_, Message
from planmonitor.model.checks import Check, Finding
from planmonitor.registry.boundary import Failed, bounded, printed, taken
from planmonitor.registry.catalogue import Catalogue, Loaded, Problem
from planmonitor.registry.hooks import PROJECT
from planmonitor.registry.installed import LOCAL
from planmonitor.registry.loading import problem_of

if TYPE_CHECKING:
    from datetime import date

    from planmonitor.model.plans import Plan


def judge(catalogue: Catalogue, plan: Plan, known: Known, as_of: date) -> tuple[AssessedPlan, list[Problem]]:
    """Judge a plan of a catalogue on a day and run its checks.

    Args:
        catalogue: What is loaded.
        plan: The plan, with what its place settled.
        known: What is known of its place.
        as_of: The day to judge on.

    Returns:
        The assessed plan with its findings, and a problem of its own plugin for every check that failed.
    """
    assessed = assess_plan(plan, known, as_of)
    found, problems = run_checks(PROJECT, EVERY_PLAN, assessed)
    for loaded, checks in _looking_at(catalogue, plan):
        more, failed = run_checks(loaded.plugin.name, checks, assessed)
        found, problems = found + more, problems + failed
    return evolve(assessed, findings=tuple(found)), problems


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


def run_checks(plugin: str, checks: Sequence[Check], assessed: Any) -> tuple[list[FoundBy], list[Problem]]:
    """Run checks on one assessed plan, each in its own boundary.

    Args:
        plugin: Name of the plugin they belong to.
        checks: The checks.
        assessed: The `AssessedPlan` they look at.

    Returns:
        What they found, in order, and a problem for each that raised or returned what is no finding.
    """
    found: list[FoundBy] = []
    problems: list[Problem] = []
    for check in checks:
        try:
            answers = bounded("check", lambda check=check: _findings(check, assessed))  # type: ignore[misc]
        except Failed as failure:
            said = Message.of(N_("check {check}: {said}"), check=check.id, said=failure.message)
            problems.append(problem_of(plugin, Failed(failure.stage, said)))
        else:
            found += [FoundBy(check, answer) for answer in answers]
    return found, problems


def _findings(check: Check, assessed: Any) -> list[Finding]:
    answers = taken(check.look(assessed))
    for answer in answers:
        if not isinstance(answer, Finding):
            raise TypeError(f"{printed(answer, repr)} is no Finding")
    return answers
