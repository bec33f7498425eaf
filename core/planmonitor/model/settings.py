"""What a place settles for a plan: answers to its open questions, milestones, base figures, the data window.

The plan itself stays as printed; `settle` returns a copy in which the answers take effect, each with the document the
place cites, so that it is shown as the place's (docs/domain.md, rule 6).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from attrs import evolve, field, frozen

from planmonitor.messages import N_, BadData, Message
from planmonitor.model.duties import is_month_day
from planmonitor.model.periods import WINDOWS
from planmonitor.model.plans import Measure, Plan, Responsibility
from planmonitor.model.questions import OpenQuestion
from planmonitor.model.targets import Baseline, Milestone
from planmonitor.model.validation import a, one_of

AnswerValue = str | date | int | Decimal | tuple[str, ...]


@frozen
class Answer:
    """What a place fills in for one open question.

    Attributes:
        value: Text, a date, a day of the year ("11-24"), a number, or ids of units of the plan.
        document: The document that settles it, as the place cites it; None where it cites none.
    """

    value: AnswerValue
    document: str | None = field(default=None, validator=a(str, None))


@frozen
class PlanSettings:
    """All that a place settles for one plan.

    Attributes:
        answers: Answer by id of the open question.
        milestones: Milestones by code of the measure.
        baselines: Base figure by code of the measure.
        window: "administrative" or "calendar"; None for the plan's own.
    """

    answers: Mapping[str, Answer] = field(factory=dict)
    milestones: Mapping[str, tuple[Milestone, ...]] = field(factory=dict)
    baselines: Mapping[str, Baseline] = field(factory=dict)
    window: str | None = field(default=None, validator=one_of(*WINDOWS, None))


def check_answer(question: OpenQuestion, answer: Answer, plan: Plan) -> None:
    """Raise BadData where an answer does not fit the type of its question."""
    value = answer.value
    fits = {
        "text": isinstance(value, str),
        "date": type(value) is date,
        "month_day": is_month_day(value),
        "number": isinstance(value, (int, Decimal)) and not isinstance(value, bool),
        "units": isinstance(value, tuple)
        and bool(value)
        and all(isinstance(unit, str) and plan.unit(unit) for unit in value)
        and len({*value}) == len(value),
    }
    if not fits[question.answer_type]:
        wanted = {
            "text": N_("a text in quotes"),
            "date": N_("a date such as 2026-06-30"),
            "month_day": N_('a day of every year such as "11-24"'),
            "number": N_("a number"),
            "units": N_("a list of units of the plan"),
        }
        raise BadData(
            N_("The answer to '{question}' of plan {plan} is {value}; it must be {wanted}."),
            question=question.id,
            plan=plan.id,
            value=str(value),
            wanted=Message.of(wanted[question.answer_type]),
        )


def settle(plan: Plan, settings: PlanSettings) -> Plan:
    """Return the plan with what the place settled for it.

    Args:
        plan: The plan as its document has it.
        settings: What the place settles; each answer fits its question (`check_answer`).

    Returns:
        A copy in which undated duties the place has dated are dated, measures whose data owners the place has named have
        them, and the place's milestones, base figures and data window apply.
    """
    if settings == PlanSettings():
        return plan
    answered = {
        (question.about, question.answer_type): settings.answers[question.id].value for question in plan.questions if question.id in settings.answers
    }
    duties = tuple(
        evolve(duty, kind="dated", last_day=str(answered[f"duty:{duty.id}", "month_day"]))
        if duty.kind == "undated" and (f"duty:{duty.id}", "month_day") in answered
        else duty
        for duty in plan.duties
    )
    indicators = tuple(
        evolve(indicator, measures=tuple(_settled_measure(measure, settings, answered) for measure in indicator.measures))
        for indicator in plan.indicators
    )
    window = WINDOWS[settings.window] if settings.window else plan.window
    return evolve(plan, duties=duties, indicators=indicators, window=window)


def _settled_measure(measure: Measure, settings: PlanSettings, answered: Mapping[tuple[str, str], AnswerValue]) -> Measure:
    units = answered.get((f"measure:{measure.code}", "units"))
    changed = evolve(measure, responsible=_supplied_by(measure, units)) if isinstance(units, tuple) else measure
    milestones, baseline = settings.milestones.get(measure.code), settings.baselines.get(measure.code)
    if milestones is None and baseline is None:
        return changed
    targets = tuple(
        evolve(
            target,
            milestones=target.milestones if milestones is None else milestones,
            baseline=target.baseline if baseline is None else baseline,
        )
        for target in measure.targets
    )
    return evolve(changed, targets=targets)


def _supplied_by(measure: Measure, units: tuple[str, ...]) -> tuple[Responsibility, ...]:
    """Return the responsibilities with the suppliers a place named: for the part nobody owns where there is one, else for all of it."""
    gap = next((share for share in measure.responsible if share.unit is None), None)
    kept = tuple(share for share in measure.responsible if share.unit is not None and (gap is not None or not share.reports))
    owning = {share.unit for share in kept if share.reports}
    part = gap.part if gap is not None else None
    return (*kept, *(Responsibility(unit=unit, role="implement", part=part, reports=True) for unit in units if unit not in owning))
