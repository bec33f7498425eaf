"""Plans against injuries and drowning of children: the programme, its plans and its checks.

This module is what the entry point names: it answers the framework's hooks.
"""

from __future__ import annotations

from planmonitor import Check, Plan, Programme, hookimpl

from . import checks, commune_2021_2030, injury_surveillance_2026_2030, programme


@hookimpl
def planmonitor_programmes() -> tuple[Programme, ...]:
    """Return the programme of Decision 1248/QĐ-TTg."""
    return (programme.PROGRAMME,)


@hookimpl
def planmonitor_plans() -> tuple[Plan, ...]:
    """Return the generic plan of a commune, and that of its injury surveillance."""
    return (commune_2021_2030.PLAN, injury_surveillance_2026_2030.PLAN)


@hookimpl
def planmonitor_checks() -> tuple[Check, ...]:
    """Return the checks of all its plans."""
    return checks.CHECKS
