"""A sample: the programme, its plan and its check.

This module is what the entry point names: it answers the framework's hooks.
"""

from __future__ import annotations

from planmonitor import Check, Plan, Programme, hookimpl

from . import checks, programme, sample_2026


# CHANGE: leave this hook out where no act sets up a programme, and write programme=None in the plan.
@hookimpl
def planmonitor_programmes() -> tuple[Programme, ...]:
    """Return the sample programme."""
    return (programme.PROGRAMME,)


# CHANGE: one module for each document, and its PLAN here.
@hookimpl
def planmonitor_plans() -> tuple[Plan, ...]:
    """Return the sample plan."""
    return (sample_2026.PLAN,)


@hookimpl
def planmonitor_checks() -> tuple[Check, ...]:
    """Return the check of the sample plan."""
    return checks.CHECKS
