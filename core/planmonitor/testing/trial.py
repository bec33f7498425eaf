"""A plan tried in a few lines and without a workspace: the plugin loaded, a figure, what a place settles."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planmonitor.assessment.figures import Figure
    from planmonitor.model.plans import Plan
    from planmonitor.model.settings import AnswerValue
    from planmonitor.model.targets import Baseline
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
    from planmonitor.assessment.figures import Figure

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


def settled(plan: Plan, answers: Mapping[str, AnswerValue] | None = None, *, baselines: Mapping[str, Baseline] | None = None) -> Plan:
    """Return a plan with what a place settles of it, as `monitor.toml` would.

    Args:
        plan: The plan.
        answers: Answer by id of the open question.
        baselines: Base figure by code of the measure.

    Raises:
        UnknownName: where the plan asks no such question.
        BadData: where an answer does not fit its question.
    """
    from planmonitor.messages import N_, UnknownName
    from planmonitor.model.settings import Answer, PlanSettings, check_answer, settle
    from planmonitor.names import offer

    questions = {question.id: question for question in plan.questions}
    given = {name: Answer(value) for name, value in (answers or {}).items()}
    for name, answer in given.items():
        if name not in questions:
            raise UnknownName(N_("Plan {plan} asks no question '{name}'."), offer(name, tuple(questions)), plan=plan.id, name=name)
        check_answer(questions[name], answer, plan)
    return settle(plan, PlanSettings(answers=given, baselines=baselines or {}))
