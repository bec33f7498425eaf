"""The scorecard of child-friendly communes (xã, phường, thị trấn phù hợp với trẻ em): the programme, its plan and its checks.

This module is what the entry point names: it answers the framework's hooks.
"""

from __future__ import annotations

from planmonitor import Check, Plan, Programme, hookimpl

from . import checks, commune_2026_2030, programme


@hookimpl
def planmonitor_programmes() -> tuple[Programme, ...]:
    """Return the programme that Decision 06/QĐ-TTg of 2019 sets up."""
    return (programme.PROGRAMME,)


@hookimpl
def planmonitor_plans() -> tuple[Plan, ...]:
    """Return the generic scorecard that any commune can follow."""
    return (commune_2026_2030.PLAN,)


@hookimpl
def planmonitor_checks() -> tuple[Check, ...]:
    """Return the checks of the scorecard, the one that blocks recognition first."""
    return checks.CHECKS
