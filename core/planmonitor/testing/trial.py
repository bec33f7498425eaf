"""A plan tried in a few lines and without a workspace: the plugin loaded, and a figure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planmonitor.assessment.records import Figure
    from planmonitor.model.plans import Plan
    from planmonitor.registry.catalogue import Loaded


def load_plugin(name: str) -> Loaded:
    """Return an installed plugin, all its plan files read: `plans`, `programmes`, `checks`.

    Raises:
        InvalidPlan: where it does not load, or one of its files is broken.
    """
    from planmonitor.messages import N_, InvalidPlan
    from planmonitor.registry.loading import load

    catalogue = load([name])
    for loaded in catalogue.loaded:
        loaded.read()
    for problem in catalogue.problems:
        raise InvalidPlan(N_("Plugin {plugin}, {stage}: {message}"), plugin=problem.plugin, stage=problem.stage, message=problem.message)
    return catalogue.loaded[0]


def figure_of(
    plan: Plan,
    code: str,
    counted: int | Decimal | bool | tuple[int, int],
    period: str,
    unit: str = "",
    *,
    breakdown: tuple[tuple[str, str], ...] = (),
    comparison: bool = False,
) -> Figure:
    """Return one recorded figure of a measure, for `Known`.

    Args:
        plan: The plan.
        code: Code of the measure.
        counted: A count or points, a numerator and a denominator, or a yes or no.
        period: The period, as officers write it: "2026", "2026-S1".
        unit: Unit that supplies it; "" for the whole place.
        breakdown: Its part, `(("sex", "female"),)`; empty for the total.
        comparison: Whether it is a figure of a year before the plan.
    """
    from planmonitor.assessment.records import Figure

    measure = next(item for item in plan.measures if item.code == code)
    days = plan.window_of(measure).parse(period)
    above, below = counted if isinstance(counted, tuple) else (None, None)
    return Figure(
        definition=measure.definition.key,
        place=plan.place.key if plan.place else "",
        unit=unit,
        period=days,
        until=days.end,
        breakdown=breakdown,
        numerator=above,
        denominator=below,
        value=None if isinstance(counted, (tuple, bool)) else counted,
        yes=counted if isinstance(counted, bool) else None,
        comparison=comparison,
    )
