"""The hooks a plugin answers. Each returns values; a plugin never changes what it is given."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pluggy

from planmonitor.assessment.checking import Check
from planmonitor.model.plans import Plan, Programme
from planmonitor.planfile.files import PlanFile, ProgrammeFile, plan_files, programme_files
from planmonitor.registry.installed import PLANS, PROJECT

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def planmonitor_programmes() -> Iterable[Programme | ProgrammeFile]:
    """Return the programmes this plugin sets up, whose id is the plugin's name with hyphens; empty where its plans stand alone."""
    return ()


@hookspec
def planmonitor_plans() -> Iterable[Plan | PlanFile]:
    """Return the plans this plugin carries, whose ids begin with the plugin's name with hyphens and a slash."""
    return ()


@hookspec
def planmonitor_checks() -> Iterable[Check]:
    """Return the checks this plugin holds its judged plans against, whose ids begin with the plugin's name with hyphens and a slash.

    Each is run once for every plan it applies to, inside its own boundary: one that raises is reported and the others go on.
    """
    return ()


def plans_in(package: str) -> tuple[Callable[[], tuple[ProgrammeFile, ...]], Callable[[], tuple[PlanFile, ...]]]:
    """Return the hooks `planmonitor_programmes` and `planmonitor_plans` of a plugin whose plan files lie in its folder `plans`.

    `package` is `__name__` in the `__init__.py` of the plugin. A plan's id is the plugin's prefix, a slash, and the name of its file.
    """
    folder = Path(sys.modules[package].__path__[0]) / PLANS

    @hookimpl
    def planmonitor_programmes() -> tuple[ProgrammeFile, ...]:
        return programme_files(folder)

    @hookimpl
    def planmonitor_plans() -> tuple[PlanFile, ...]:
        return plan_files(folder)

    return planmonitor_programmes, planmonitor_plans
