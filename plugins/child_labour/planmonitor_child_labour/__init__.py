"""Plans for the prevention and reduction of child labour: the programme, its plans and its checks.

This module is what the entry point names: it answers the framework's hooks.
"""

from __future__ import annotations

from planmonitor import Check, Plan, Programme, hookimpl

from . import checks, kon_tum_2021_2025, national_2021_2025, programme, thanh_tri_2021_2025, van_son_2026_2030


@hookimpl
def planmonitor_programmes() -> tuple[Programme, ...]:
    """Return the child-labour programme of Decision 782/QĐ-TTg."""
    return (programme.PROGRAMME,)


@hookimpl
def planmonitor_plans() -> tuple[Plan, ...]:
    """Return the plans of three places, and the generic one that any place can follow."""
    return (van_son_2026_2030.PLAN, thanh_tri_2021_2025.PLAN, kon_tum_2021_2025.PLAN, national_2021_2025.PLAN)


@hookimpl
def planmonitor_checks() -> tuple[Check, ...]:
    """Return the checks of all its plans."""
    return checks.CHECKS
