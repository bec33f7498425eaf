"""A measure that is met only with others, such as the recognition of a commune with its criteria (docs/domain.md, rule 13)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import evolve

from planmonitor.assessment.results import JudgedMeasure
from planmonitor.messages import N_, Message
from planmonitor.model.plans import Measure, Plan

_NOW = N_("Not met because in {year} these are not: {measures}. Its own figure, of {period}, is for reference.")
_LACKING = N_("Met only with all that it requires; of {year} there is no figure yet, or not all of it, for: {measures}.")
_NOT_YET = N_("Met only with all that it requires; in {year} these have not reached their bar yet: {measures}.")


def held_to_parts(plan: Plan, judged: JudgedMeasure, judge: Callable[[Measure, date], JudgedMeasure], as_of: date) -> JudgedMeasure:
    """Return what a measure is beside what it requires, whatever was recorded of it; `judge` judges a measure of the plan on a day.

    It is not met while something it requires is not, in the year of its figure or now; and it waits for what has no figure of that year.
    """
    required = [measure for measure in plan.measures if measure.definition.key in judged.measure.definition.requires]
    if not required or (judged.status not in {"met", "in_progress", "no_data"} and judged.old is None):
        return judged
    # Without a figure of this year, what was counted in another one is no more than a reference; nor is an old one.
    year = judged.value.period.year if judged.value is not None and judged.status != "no_data" and judged.old is None else None
    then = [] if year is None else [judge(measure, min(as_of, plan.window_of(judged.measure).year(year).end)) for measure in required]
    if failed := _codes(then, "not_met"):
        reason = Message.of(N_("Not met because these are not: {measures}."), measures=failed)
        return evolve(judged, status="not_met", reason=reason, interim=False, next_step=None)
    now = [judge(measure, as_of) for measure in required]
    if _codes(now, "not_met"):
        return _not_met_now(judged, now)
    if judged.status != "met" or year is None:
        return judged
    return _waiting(judged, then, year)


def _not_met_now(judged: JudgedMeasure, required: list[JudgedMeasure]) -> JudgedMeasure:
    """Return a measure that what is required of another year than that of its figure keeps from being met: that figure says nothing of it."""
    failed = _codes(required, "not_met")
    years = [one.year for one in required if one.status == "not_met" and one.year is not None]
    reason = Message.of(N_("Not met because these are not: {measures}."), measures=failed)
    if judged.value is not None and years:
        reason = Message.of(_NOW, year=str(max(years)), measures=failed, period=judged.value.period)
    without = evolve(judged, value=None, comparison=None, figures=(), old=None, stops_early=False, interim=False, exceeded=False)
    return evolve(without, status="not_met", reason=reason, next_step=None, year=max(years, default=judged.year))


def _waiting(judged: JudgedMeasure, required: list[JudgedMeasure], year: int) -> JudgedMeasure:
    """Return a measure that would be met: incomplete while something required has no figure of its year, in progress while that is."""
    lacking = tuple(
        one.measure.code for one in required if one.value is None or one.value.period.year != year or one.status in {"no_data", "incomplete"}
    )
    if lacking:
        reason, ask = Message.of(_LACKING, year=str(year), measures=lacking), Message.of(N_("Ask for: {waiting}."), waiting=lacking)
        return evolve(judged, status="incomplete", reason=reason, interim=False, exceeded=False, next_step=ask)
    if early := _codes(required, "in_progress", "behind", "on_track"):
        return evolve(judged, status="in_progress", reason=Message.of(_NOT_YET, year=str(year), measures=early), interim=False, exceeded=False)
    return judged


def _codes(required: list[JudgedMeasure], *statuses: str) -> tuple[str, ...]:
    return tuple(one.measure.code for one in required if one.status in statuses)
