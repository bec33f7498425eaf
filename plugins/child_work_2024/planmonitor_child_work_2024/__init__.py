"""The plan for work for children of one district in 2024: the plan and its checks.

This module is what the entry point names: it answers the framework's hooks.
"""

from __future__ import annotations

from planmonitor import Check, Plan, hookimpl

from . import checks, van_quan


@hookimpl
def planmonitor_plans() -> tuple[Plan, ...]:
    """Return the plan of Văn Quan district."""
    return (van_quan.PLAN,)


@hookimpl
def planmonitor_checks() -> tuple[Check, ...]:
    """Return its checks."""
    return checks.CHECKS
