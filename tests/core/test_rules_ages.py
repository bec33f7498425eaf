"""Figures that are no longer news: old ones settle nothing, and estimates give way to final ones (docs/domain.md, rule 17)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from planmonitor import Figure
from planmonitor.assessment.every_plan import EVERY_PLAN
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import JudgedPlan, judge_plan
from planmonitor.assessment.results import JudgedMeasure
from support.rules import DUE, FLOW, RATIO, YES_NO, ZERO, bar, counted, had, judge, measure_of, plan_of, plan_with

WANTED = bar(">=", 90)


@pytest.mark.parametrize(("on", "status"), [(date(2027, 12, 31), "met"), (date(2028, 1, 1), "incomplete"), (DUE, "incomplete")])
def test_a_figure_is_old_once_the_next_year_has_ended_without_one(on: date, status: str) -> None:
    """95 of 100 in 2026 settles 2027 too, for want of a newer figure; from 2028 on it settles nothing and names the year that is wanting."""
    judged = judge(RATIO, WANTED, had("2026", 95, 100), on=on)
    assert judged.status == status
    assert (judged.old is not None) == (status == "incomplete")
    if judged.old is not None:
        assert (judged.old.start, judged.old.end) == (date(2027, 1, 1), date(on.year - 1, 12, 31))
        assert "is an old figure and settles nothing" in str(judged.reason)
        assert judged.gaps == (judged.old,)


def test_a_newer_figure_makes_it_news_again() -> None:
    """A half-year of 2027 will do: what is counted is then that."""
    judged = judge(RATIO, WANTED, had("2026", 95, 100), had("2027-S1", 80, 100), on=date(2028, 6, 1))
    assert (judged.status, judged.old, judged.year) == ("in_progress", None, 2027)


def test_what_was_due_has_happened_and_what_is_done_once_never_ages() -> None:
    """The verdict of the year a target fell due stands for ever; so do a task done and a zero target broken."""
    due = bar(">=", 90, due=date(2026, 12, 31))
    assert judge(RATIO, due, had("2026", 95, 100), on=date(2029, 1, 1)).status == "met"
    done = counted("yes_no", "any_breach")
    assert judge(done, bar("done"), had("2026", yes=True), on=date(2029, 1, 1)).status == "met"
    assert judge(FLOW, ZERO, had("2026", value=1), on=date(2029, 1, 1)).status == "not_met"
    assert judge(YES_NO, bar("done"), had("2026", yes=True), on=date(2029, 1, 1)).status == "incomplete"


@given(on=st.dates(date(2026, 1, 1), date(2030, 12, 31)), year=st.integers(2026, 2030), cases=st.integers(0, 100))
def test_no_day_that_passes_makes_a_verdict_better_without_a_figure(on: date, year: int, cases: int) -> None:
    """From one day to the next, with the same figures, nothing becomes met that was not, and nothing old becomes news."""
    figure = had(str(year), cases, 100)
    today, tomorrow = (judge(RATIO, WANTED, figure, on=day) for day in (on, on + timedelta(days=1)))
    if figure.period.start <= on:
        assert tomorrow.status != "met" or today.status == "met"
        assert today.old is None or tomorrow.old is not None or tomorrow.status == "no_data"


# From the estimate to the final figure


def after(estimate: Figure, final: Figure, target: Any = WANTED, definition: Any = RATIO, on: date = date(2027, 2, 1)) -> JudgedPlan:
    """Return a plan of one measure judged on a figure, and what was estimated before it."""
    known = Known((evolve(final, revision=2),), estimates=(evolve(estimate, state="estimated", until=date(2026, 10, 31), revision=1),))
    return judge_plan(plan_of(definition, target), known, on)


def turned(plan: JudgedPlan) -> list[str]:
    """Return what the check of estimates finds."""
    look = next(check.look for check in EVERY_PLAN if check.id == "planmonitor/estimate-turned")
    return [finding.message.vi for finding in look(plan)]


def test_an_estimate_is_shown_beside_the_figure_that_took_its_place() -> None:
    """And where the final figure lies on the other side of the bar, that is a finding with both and the day of the estimate."""
    kept, lost = (after(had("2026", 95, 100), had("2026", above, 100)) for above in (93, 89))
    drifts = [plan.measures[0].drift for plan in (kept, lost)]
    assert [(drift.value.counted, drift.turned) for drift in drifts if drift is not None] == [(95, False), (95, True)]
    assert turned(kept) == []
    [said] = turned(lost)
    assert "ước 95/100 (31/10/2026) -> chính thức 89/100" in said


@pytest.mark.parametrize("final", [had("2026", 95, 100), had("2026", 89, 100, state="estimated")])
def test_the_same_figure_and_another_estimate_are_no_drift(final: Figure) -> None:
    assert after(had("2026", 95, 100), final).measures[0].drift is None


def test_of_parts_the_whole_is_shown_as_it_was_estimated() -> None:
    """One of two halves was an estimate of 3, and 4 in the end: 8 were estimated, 9 are counted."""
    halves = (had("2026-S1", value=5), evolve(had("2026-S2", value=4), revision=2))
    estimate = evolve(had("2026-S2", value=3), state="estimated", revision=1)
    judged: JudgedMeasure = judge_plan(plan_with(measure_of(FLOW, bar(">=", 9))), Known(halves, estimates=(estimate,)), date(2027, 2, 1)).measures[0]
    assert judged.drift is not None
    assert (judged.drift.value.counted, judged.drift.turned) == (8, True)
