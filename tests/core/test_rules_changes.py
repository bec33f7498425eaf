"""A bar that says by how much a base figure is to change: by percent of it, by points of percent, by pieces (docs/domain.md, rules 1 and 5)."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planmonitor import Baseline, InvalidPlan
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import judge_plan
from planmonitor_exchange.speaking.speaker import Speaker
from support.rules import AFTER, FLOW, RATIO, SOURCE, VAN_SON, bar, had, measure_of, plan_with

BASE = Baseline(2025, 5, 50, source=SOURCE)  # 10 %
CASES = Baseline(2025, 7, source=SOURCE)


def judged(definition, target, *figures, on=AFTER):
    return judge_plan(plan_with(measure_of(definition, target), place=VAN_SON), Known(figures), on).measures[0]


def by(comparator, value, baseline=None, **more):
    return bar(comparator, value, kind="change", baseline=baseline, **more)


@pytest.mark.parametrize(("numerator", "status"), [(80, "met"), (81, "not_met")])
def test_a_fall_by_two_points_is_two_points_of_percent_and_not_two_percent(numerator, status):
    """From 10 % it is to be 8 %, where two percent of it would leave 9.8 %."""
    item = judged(RATIO, by("<=", -2, BASE), had("2030", numerator, 1000))
    assert (item.status, item.bar) == (status, 8)


@pytest.mark.parametrize(("value", "status"), [(5, "met"), (6, "not_met")])
def test_a_fall_by_two_cases_is_counted_in_pieces(value, status):
    assert judged(FLOW, by("<=", -2, CASES), had("2030", value=value)).status == status


@pytest.mark.parametrize(("value", "status"), [(9, "not_met"), (10, "met")])
def test_a_rise_by_three_pieces_is_held_against_the_base_figure(value, status):
    assert judged(FLOW, by(">=", 3, CASES), had("2030", value=value)).status == status


def test_a_change_by_more_than_is_left_asks_for_all_that_is_left():
    """Nothing falls below 0, and no share rises above 100 %."""
    assert judged(FLOW, by("<=", -9, CASES), had("2030", value=0)).bar == 0
    assert judged(RATIO, by(">=", 95, BASE), had("2030", 5, 5)).bar == 100


def test_without_the_figure_of_its_base_year_it_is_followed_only():
    item = judged(RATIO, by("<=", -2, Baseline(2025)), had("2030", 80, 1000))
    assert (item.status, item.bar) == ("trend_only", None)


@given(base=st.integers(0, 100), points=st.integers(1, 100), counted=st.integers(0, 400))
def test_points_are_added_to_the_base_figure_exactly(base, points, counted):
    """Written a second way: in 400ths, without a percentage."""
    item = judged(RATIO, by(">=", points, Baseline(2025, base, 100, source=SOURCE)), had("2030", counted, 400))
    wanted = min(4 * (base + points), 400)
    assert (item.status == "met") == (counted >= wanted)
    assert item.bar == Fraction(wanted, 4)


def test_a_change_is_held_against_one_base_only():
    with pytest.raises(InvalidPlan, match="at most one of a base year and the same period"):
        by("<=", -2, BASE, same_period=True)


@pytest.mark.parametrize(
    ("definition", "target", "said"),
    [
        (RATIO, by("<=", -2, BASE), "giảm ít nhất 2 điểm phần trăm so với năm 2025"),
        (FLOW, by("<", -2, CASES), "giảm trên 02 trẻ em so với năm 2025"),
        (FLOW, by(">=", 3, same_period=True, upper=5), "tăng từ 03 trẻ em đến 05 trẻ em so với cùng kỳ năm trước"),
    ],
)
def test_the_bar_says_by_how_much(definition, target, said):
    assert Speaker("vi").bar(measure_of(definition, target), target) == said


def test_a_fall_before_its_base_year_is_named_is_asked():
    """Who writes no base year is asked for one, as of a change in percent."""
    assert by("<=", -2).without_base
