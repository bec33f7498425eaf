"""What a plugin writes whose plans are data: three lines in its `__init__.py`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from planmonitor.planfile.files import PlanFile, ProgrammeFile, plan_files, programme_files
from planmonitor.registry.hooks import hookimpl
from planmonitor.registry.installed import PLANS

Hook = Callable[[], Iterable[object]]


def plans_in(package: str) -> tuple[Hook, Hook]:
    """Return the hooks `planmonitor_programmes` and `planmonitor_plans` of a plugin whose plan files lie in its folder `plans`.

    Args:
        package: Name of the plugin's package: `__name__` in its `__init__.py`.

    Returns:
        Both hooks, marked. A plan's id is the plugin's prefix, a slash, and the name of its file.
    """
    folder = Path(sys.modules[package].__path__[0]) / PLANS

    @hookimpl
    def planmonitor_programmes() -> tuple[ProgrammeFile, ...]:
        return programme_files(folder)

    @hookimpl
    def planmonitor_plans() -> tuple[PlanFile, ...]:
        return plan_files(folder)

    return planmonitor_programmes, planmonitor_plans
