"""The hooks a plugin answers. Each returns values; a plugin never changes what it is given."""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from planmonitor.assessment.checking import Check
from planmonitor.model.plans import Plan, Programme
from planmonitor.planfile.files import PlanFile, ProgrammeFile

PROJECT = "planmonitor"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def planmonitor_programmes() -> Iterable[Programme | ProgrammeFile]:
    """Return the programmes this plugin sets up.

    Returns:
        Programmes whose id is the plugin's name with hyphens; empty where its plans stand alone.
    """
    return ()


@hookspec
def planmonitor_plans() -> Iterable[Plan | PlanFile]:
    """Return the plans this plugin carries.

    Returns:
        Plans whose ids begin with the plugin's name with hyphens and a slash.
    """
    return ()


@hookspec
def planmonitor_checks() -> Iterable[Check]:
    """Return the checks this plugin holds its judged plans against.

    Returns:
        Checks whose ids begin with the plugin's name with hyphens and a slash. Each is run once for every plan it
        applies to, inside its own boundary: one that raises is reported and the others go on.
    """
    return ()
