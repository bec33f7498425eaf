"""What status a measure has on a day, and why (docs/domain.md, section 4)."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planmonitor import Baseline, Milestone, Text
from planmonitor.assessment.acts import Acceptance
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import indicator_status, judge_plan
from planmonitor.assessment.results import STATUSES
from support.rules import AFTER, CLOSED, DUE, OPEN, SOURCE, ZERO, bar, had, judge, plan_of, status
from support.rules import counted as counted_by

counted = partial(counted_by, counts="facilities", noun=Text("cơ sở", "facilities"))
RATIO, FLOW, YES_NO = counted(), counted("count", "count"), counted("yes_no")
FEWER, MORE = bar("decrease", kind="decrease", same_period=True), bar("increase", kind="increase", same_period=True)


def milestone(year, value):
    return Milestone(date(year, 12, 31), value, SOURCE)


def test_a_bar_reached_is_met_from_the_edge_upwards():
    """Section 4, h: the comparison holds; one facility short, it does not."""
    assert [status(RATIO, bar(">=", 90), had("2026", above, 100), on=CLOSED) for above in (90, 89)] == ["met", "in_progress"]


@pytest.mark.parametrize(("comparator", "met"), [("<", "100"), ("<=", "110"), ("==", "010"), (">=", "011"), (">", "001")])
def test_each_comparator_draws_its_own_edge(comparator, met):
    """Section 4, h: below, on and above a bar of 50 %."""
    assert met == "".join(str(int(status(RATIO, bar(comparator, 50), had("2026", above, 100), on=CLOSED) == "met")) for above in (49, 50, 51))


def test_a_bar_missed_is_not_met_from_the_day_after_the_due_date():
    """Section 4, i: on the last day it is still in progress."""
    assert [status(RATIO, bar(">=", 90), had("2030", 5, 100), on=on) for on in (DUE, AFTER)] == ["in_progress", "not_met"]


def test_a_target_due_in_mid_year_is_judged_on_the_figures_up_to_that_day():
    """Section 4, c and i: the second half of the year lies beyond the due date and is not waited for."""
    target = bar(">=", 90, due=date(2026, 6, 30))
    assert [status(RATIO, target, had("2026-S1", above, 100), on=OPEN) for above in (90, 89)] == ["met", "not_met"]


def test_a_2030_target_far_away_in_2027_has_not_failed():
    """Section 4, k: no milestone, no straight line drawn by the program."""
    assert status(RATIO, bar(">=", 90), had("2026", 5, 100), on=CLOSED) == "in_progress"


def test_without_a_figure_there_is_no_data():
    """Section 4, c: nothing was reported, and the next step is to record the figure."""
    judged = judge(RATIO, bar(">=", 90), on=OPEN)
    assert (judged.status, judged.value, str(judged.next_step)) == ("no_data", None, "Record the figure.")


def test_an_old_figure_does_not_stand_in_for_the_due_year_once_that_is_over():
    """Section 4, c: the figure of 2029 reached the bar; 2030, the due year, was never reported."""
    assert [status(RATIO, bar(">=", 90), had("2029", 95, 100), on=on) for on in (DUE, AFTER)] == ["met", "no_data"]


def test_missing_parts_make_it_incomplete_and_are_counted_and_named():
    """Section 4, d: "Chưa đủ số liệu (2/3 đơn vị)", with the parts in hand shown."""
    judged = judge(RATIO, bar(">=", 90), had("2026", 1, 2, unit="a"), had("2026", 2, 2, unit="c"), on=CLOSED, owners=("a", "b", "c"))
    assert ("incomplete", ["b"], 3, Fraction(75)) == (judged.status, [part.unit for part in judged.missing], len(judged.parts), judged.value.exact)
    assert ("2 of 3" in str(judged.reason), str(judged.next_step)) == (True, "Ask for: b.")


def test_a_denominator_of_zero_is_no_case():
    """Section 4, e: neither met nor missed, even after the due date."""
    assert [status(RATIO, bar(comparator, 90), had("2030", 0, 0), on=AFTER) for comparator in (">=", "<")] == ["no_case"] * 2


def test_a_target_that_sets_no_figure_is_followed_as_a_trend():
    """Section 4, f: "giảm" beyond an annual plan has nothing to be held against."""
    judged = judge(RATIO, bar("decrease", kind="decrease"), had("2030", 1, 9), on=AFTER)
    assert (judged.status, judged.bar, "sets no figure" in str(judged.reason)) == ("trend_only", None, True)


@pytest.mark.parametrize(("now", "direction"), [(7, 1), (5, 0), (4, -1)])
def test_a_trend_shows_up_level_or_down(now, direction):
    """Section 4, trend_only: the change against the same period of the year before is shown."""
    before = had("2025", value=5, comparison=True)
    judged = judge(FLOW, bar("decrease", kind="decrease"), before, had("2026", value=now), on=CLOSED)
    change = judged.comparison.change
    assert ("trend_only", direction) == (judged.status, (change > 0) - (change < 0))


def test_a_measure_is_judged_only_in_its_assessed_years():
    """Section 4, a: years 2 and 4 of a child-friendly commune."""
    target = bar(">=", 90, assessed_years=(2027, 2029))
    assert [status(RATIO, target, had(str(year), 95, 100), on=date(year, 12, 31)) for year in (2026, 2027, 2028)] == [
        "not_assessed",
        "met",
        "not_assessed",
    ]


def test_in_an_assessed_year_the_figure_is_waited_for():
    """Section 4, a and c: nothing is reported yet in year 2, which is judged."""
    assert [status(RATIO, bar(">=", 90, assessed_years=(2027,)), on=date(year, 7, 1)) for year in (2026, 2027)] == ["not_assessed", "no_data"]


TWO = ("a", "b")
ORDER = {
    "not an assessed year before a zero broken": (
        (FLOW, bar("==", 0, kind="zero_incident", assessed_years=(2029,)), had("2026", value=1)),
        CLOSED,
        (),
        "not_assessed",
    ),
    "not an assessed year before no figure": ((RATIO, bar(">=", 9, assessed_years=(2029,))), OPEN, (), "not_assessed"),
    "a zero broken before the due year unreported": ((FLOW, ZERO, had("2029", value=1)), AFTER, (), "not_met"),
    "a zero broken before a missing part": ((FLOW, ZERO, had("2026", value=1, unit="a")), OPEN, TWO, "not_met"),
    "a zero broken before a gap": ((FLOW, ZERO, had("2026-Q2", value=1)), OPEN, (), "not_met"),
    "the due year unreported before a missing part": ((RATIO, bar(">=", 9), had("2029", 9, 9, unit="a")), AFTER, TWO, "no_data"),
    "a missing part before a denominator of 0": ((RATIO, bar(">=", 9), had("2026", 0, 0, unit="a")), CLOSED, TWO, "incomplete"),
    "a missing part before nothing to hold it against": ((RATIO, FEWER, had("2026", 1, 9, unit="a")), CLOSED, TWO, "incomplete"),
    "a denominator of 0 before nothing to hold it against": ((RATIO, FEWER, had("2026", 0, 0)), CLOSED, (), "no_case"),
    "a denominator of 0 before a zero kept": ((RATIO, ZERO, had("2026", 0, 0)), CLOSED, (), "no_case"),
    "nothing to hold it against before an open flow": ((FLOW, FEWER, had("2026-S1", value=3)), OPEN, (), "trend_only"),
    "nothing to hold it against before the due date": ((FLOW, FEWER, had("2030", value=3)), AFTER, (), "trend_only"),
    "an open flow before a bar that holds": ((FLOW, bar("<=", 4), had("2026-S1", value=3)), OPEN, (), "in_progress"),
    "an open flow before the due date": ((FLOW, bar("<=", 4, due=date(2026, 6, 30)), had("2026", value=9)), OPEN, (), "in_progress"),
    "an open flow before a milestone": (
        (FLOW, bar("<=", 4, milestones=(milestone(2025, 6),)), had("2026-S1", value=5)),
        OPEN,
        (),
        "in_progress",
    ),
    "a bar that holds before the due date": ((RATIO, bar(">=", 90), had("2030", 9, 10)), AFTER, (), "met"),
    "a bar that holds before a milestone": ((RATIO, bar(">=", 90, milestones=(milestone(2026, 95),)), had("2026", 9, 10)), CLOSED, (), "met"),
    "the due date before a milestone reached": ((RATIO, bar(">=", 90, milestones=(milestone(2028, 50),)), had("2030", 6, 10)), AFTER, (), "not_met"),
}


@pytest.mark.parametrize(("given_", "on", "owners", "expected"), ORDER.values(), ids=ORDER)
def test_of_two_lines_that_apply_the_earlier_one_decides(given_, on, owners, expected):
    """Section 4: the first line of the list that applies wins."""
    assert expected == status(*given_, on=on, owners=owners)


def test_a_milestone_counts_from_its_day_and_the_latest_one_due_decides():
    """Section 4, j: before the day in progress, then on track or behind; the bar itself stays the target."""
    target = bar(">=", 90, milestones=(milestone(2028, 60), milestone(2026, 30)))
    figure = [had(year, 40, 100) for year in ("2026", "2028")]
    days = (date(2026, 12, 30), date(2026, 12, 31), date(2028, 12, 30), date(2028, 12, 31))
    assert [status(RATIO, target, *figure, on=on) for on in days] == ["in_progress", "on_track", "on_track", "behind"]
    assert judge(RATIO, target, *figure, on=CLOSED).bar == 90


def test_met_is_interim_while_the_window_is_open():
    """Section 4, h: "Đạt đến nay" up to and on the last day of the window, "Đạt" from the next."""
    assert [judge(RATIO, bar(">=", 9), had("2026", 9, 9), on=on).interim for on in (date(2026, 12, 31), date(2027, 1, 1))] == [True, False]
    assert [judge(RATIO, bar(">=", 9), had("2026-S1", 9, 9), on=on).interim for on in (date(2026, 6, 30), OPEN)] == [True, False]


def test_only_met_can_be_interim():
    """Section 4, h: what is in progress in an open window has no verdict to be interim."""
    judged = judge(RATIO, bar(">=", 90), had("2026", 1, 9), on=OPEN)
    assert (judged.status, judged.interim) == ("in_progress", False)


def test_a_flow_of_which_more_is_wanted_is_interim_until_its_year_ends():
    """Section 4, h: ten classes held by June reach "at least ten", yet the year is open."""
    judged = judge(FLOW, bar(">=", 10), had("2026-S1", value=10), on=OPEN)
    assert (judged.status, judged.interim) == ("met", True)


@pytest.mark.parametrize(("states", "estimated"), [(("final", "estimated"), True), (("provisional", "final"), False)])
def test_a_verdict_says_that_it_rests_on_an_estimate(states, estimated):
    """Section 4: "(ước)" as soon as one part is an estimate; the status itself does not change."""
    figures = [had("2026", 9, 9, unit=unit, state=state) for unit, state in zip(TWO, states, strict=True)]
    judged = judge(RATIO, bar(">=", 90), *figures, on=CLOSED, owners=TWO)
    assert ("met", estimated) == (judged.status, judged.estimated)


@pytest.mark.parametrize(
    ("definition", "target", "figure", "exceeded"),
    [
        (RATIO, bar(">=", 90), had("2026", 91, 100), True),
        (RATIO, bar(">", 90), had("2026", 91, 100), True),
        (RATIO, bar(">=", 90), had("2026", 90, 100), False),
        (RATIO, bar(">=", 100), had("2026", 100, 100), False),
        (RATIO, bar("<", 4), had("2026", 3, 100), False),
        (FLOW, bar(">=", 10), had("2026", value=12), False),
        (RATIO, bar(">=", 90), had("2026", 80, 100), False),
    ],
)
def test_exceeded_is_above_a_bar_that_asks_for_more_and_is_under_100_percent(definition, target, figure, exceeded):
    """Section 4, met: "Vượt"."""
    assert exceeded == judge(definition, target, figure, on=CLOSED).exceeded


def accepted(**more):
    return Acceptance(**{"measure": "some/plan/1", "body": "UBND tỉnh", "reason": "Thiên tai", "until": AFTER, **more})


def test_an_approved_explanation_is_a_note_and_changes_neither_status_nor_counts():
    """Section 4, approved explanations: with its document, or saying that there is none."""
    for note in (accepted(document="12/UBND-VX", dated=DUE), accepted()):
        for figure, on, expected in ((had("2030", 1, 9), AFTER, "not_met"), (had("2026", 1, 9), CLOSED, "behind")):
            target = bar(">=", 90, milestones=(milestone(2026, 50),))
            judged_plan = judge_plan(plan_of(RATIO, target), Known((figure,), acceptances=(note,)), on)
            assert (expected, note, 1) == (judged_plan.measures[0].status, judged_plan.measures[0].accepted, judged_plan.counts()[expected])
            assert judged_plan.indicator_counts()[expected] == 1


@pytest.mark.parametrize(
    ("note", "above"),
    [(accepted(until=DUE), 1), (accepted(measure="some/plan/2"), 1), (accepted(), 9)],
    ids=["it has run out", "it is another measure's", "there is no shortfall"],
)
def test_an_explanation_is_noted_only_on_a_shortfall_of_its_measure_while_it_holds(note, above):
    """Section 4, approved explanations: the last day it holds is the day printed."""
    assert judge(RATIO, bar(">=", 90), had("2030", above, 9), on=AFTER, acceptances=(note,)).accepted is None


EXAMPLES = {
    "not_met": ["met", "not_met", "no_data"],
    "no_data": ["no_data", "no_data"],
    "incomplete": ["no_data", "behind", "met"],
    "behind": ["in_progress", "on_track", "behind", "met"],
    "in_progress": ["on_track", "in_progress", "met"],
    "on_track": ["met", "on_track", "no_case"],
    "met": ["no_case", "trend_only", "met"],
    "no_case": ["no_case"],
    "trend_only": ["trend_only", "trend_only"],
    "not_assessed": ["not_assessed"],
}


@pytest.mark.parametrize(("expected", "statuses"), EXAMPLES.items())
def test_an_indicator_takes_the_first_line_that_applies_to_its_measures(expected, statuses):
    """Section 4, the status of an indicator."""
    assert expected == indicator_status(statuses)


@given(statuses=st.lists(st.sampled_from(STATUSES), min_size=1, max_size=5), data=st.data())
def test_an_indicators_status_does_not_depend_on_the_order_of_its_measures(statuses, data):
    """Section 4, the status of an indicator: and it is one its measures have, but for "incomplete"."""
    found = indicator_status(statuses)
    assert found == indicator_status(data.draw(st.permutations(statuses)))
    assert found in statuses or (found == "incomplete" and "no_data" in statuses)
    assert (found == "not_met") == ("not_met" in statuses)
    assert found != "met" or set(statuses) <= {"met", "no_case", "trend_only"}


def test_the_next_step_says_how_many_facilities_are_wanting():
    """Section 4: "cần thêm 9 cơ sở"; and how many fewer under a bar from above."""
    assert str(judge(RATIO, bar(">=", 90), had("2030", 81, 100), on=AFTER).next_step) == "9 facilities more would reach it."
    assert str(judge(RATIO, bar("<", 4), had("2030", 400, 10_000), on=AFTER).next_step) == "1 facilities fewer would reach it."
    assert str(judge(FLOW, bar(">=", 10), had("2030", value=7), on=AFTER).next_step) == "3 facilities more would reach it."
    assert judge(RATIO, bar(">=", 90), had("2030", 90, 100), on=AFTER).next_step is None


def test_the_next_step_never_asks_for_more_points_than_are_wanting():
    """Section 4: 7.5 points stand one short of 8.5, not two."""
    judged = judge(counted("score"), bar(">=", Decimal("8.5")), had("2030", value=Decimal("7.5")), on=AFTER)
    assert str(judged.next_step).startswith("1 ")


def test_a_percentage_changes_in_points_against_the_same_period():
    """Section 4: the change against the same period of the year before, "điểm phần trăm"."""
    judged = judge(RATIO, bar(">=", 90), had("2025-S1", 40, 100, comparison=True), had("2026-S1", 50, 120), on=OPEN)
    change = judged.comparison
    assert (Fraction(5, 3), "points of percent", True) == (change.change, change.amount.measured_in, change.amount.signed)


def test_a_count_changes_by_cases_against_the_same_days_of_the_year_before():
    """Section 4: "tăng 02 vụ"; the year before up to June, not the whole of it."""
    earlier = (had("2025-S1", value=3, comparison=True), had("2025", value=9, comparison=True))
    change = judge(FLOW, bar("<=", 9), *earlier, had("2026-Q1", value=1), had("2026-Q2", value=4), on=OPEN).comparison
    assert (Fraction(2), "facilities", Decimal(2)) == (change.change, change.amount.measured_in, change.amount.number)


def test_half_of_the_same_period_is_no_comparison():
    """Section 4: the first quarter of 2025 says nothing about the first half."""
    assert judge(FLOW, bar("<=", 9), had("2025-Q1", value=3, comparison=True), had("2026-S1", value=4), on=OPEN).comparison is None


REDUCE = bar("<=", -20, kind="relative_change", baseline=Baseline(2020, 100, None, SOURCE))


def test_a_relative_change_is_held_against_its_base_year():
    """Section 4, h: 20 % fewer than 100 is 80."""
    assert [status(FLOW, REDUCE, had("2030", value=value), on=AFTER) for value in (80, 81)] == ["met", "not_met"]


@pytest.mark.parametrize(("worse", "expected"), [("lower", ["not_met", "met", "met"]), ("higher", ["met", "met", "not_met"])])
def test_maintain_fails_only_on_the_side_that_is_worse(worse, expected):
    """Section 4, h: "duy trì (15/17)", one below, level and one above."""
    target = bar("maintain", kind="maintain", worse=worse, baseline=Baseline(2025, 15, 17, SOURCE))
    assert expected == [status(RATIO, target, had("2030", above, 17), on=AFTER) for above in (14, 15, 16)]


@pytest.mark.parametrize(("target", "expected"), [(FEWER, ["met", "not_met", "not_met"]), (MORE, ["not_met", "not_met", "met"])])
def test_an_unfigured_decrease_or_increase_is_held_against_the_year_before(target, expected):
    """Section 4, h: level is neither fewer nor more."""
    before = had("2029", value=5)
    assert expected == [status(FLOW, target, before, had("2030", value=value), on=AFTER) for value in (4, 5, 6)]


def test_one_case_breaks_the_year_and_later_zeros_do_not_mend_it():
    """Section 4, b: a drowning in March; the year recorded as 0 does not take it back, a year without it holds."""
    march = had("2026-03", value=1)
    assert status(FLOW, ZERO, march, had("2026-Q2", value=0), on=OPEN) == "not_met"
    assert status(FLOW, ZERO, march, had("2026", value=0), on=CLOSED) == "not_met"
    assert status(FLOW, ZERO, march, had("2027", value=0), on=date(2028, 1, 1)) == "met"
    judged = judge(RATIO, ZERO, had("2026-Q1", 1, 900), had("2026-Q2", 0, 900), on=OPEN)
    assert (judged.status, judged.value.numerator, str(judged.reason).partition(" ")[0]) == ("not_met", 1, "1")


def test_a_zero_kept_so_far_is_met_and_interim():
    """Section 4, h: nothing has occurred up to June, and the year is open until December."""
    judged = judge(FLOW, ZERO, had("2026-S1", value=0), on=OPEN)
    assert (judged.status, judged.interim) == ("met", True)


def test_a_zero_target_without_its_second_half_is_incomplete_once_the_year_is_over():
    """Section 4, d: silence is not zero."""
    judged = judge(FLOW, ZERO, had("2026-S1", value=0), on=CLOSED)
    assert (judged.status, "2026-S2" in str(judged.reason)) == ("incomplete", True)


def test_a_later_zero_for_the_year_hides_none_of_the_cases_reported_before():
    """Section 4: one case in March and one in May stay two, whatever the year's own figure says."""
    judged = judge(counted("count", "count"), ZERO, had("2026-03", value=1), had("2026-05", value=1), had("2026", value=0), on=CLOSED)
    assert judged.status == "not_met"
    assert str(judged.reason).startswith("2 facilities occurred")


@pytest.mark.parametrize("over_time", ["count", "any_breach"])
def test_the_reason_counts_all_cases_of_the_year(over_time):
    """Section 4: "Không đạt (đã xảy ra 02 vụ)" for one case in each of two quarters."""
    judged = judge(counted("count", over_time), ZERO, had("2026-Q1", value=1), had("2026-Q2", value=1), on=OPEN)
    assert str(judged.reason).startswith("2 facilities occurred")


@pytest.mark.parametrize("over_time", ["count", "cumulative"])
def test_a_flow_bounded_above_gets_its_verdict_when_its_year_is_over_and_reported(over_time):
    """Section 4, g: 3 deaths by June under a yearly bar of 4; the rest of the year has to be known."""
    flow, half, year = counted("count", over_time), had("2026-S1", value=3), had("2026", value=4)
    assert status(flow, bar("<=", 4), half, on=OPEN) == "in_progress"
    assert status(flow, bar("<=", 4), half, year, on=CLOSED) == "met"
    assert status(flow, bar("<", 4), half, year, on=CLOSED) == "in_progress"
    assert status(flow, bar("<=", 4), half, on=CLOSED) == "incomplete"


def test_a_state_bounded_above_is_no_flow():
    """Section 4, g: a rate of child labour under 4 % is met so far, not waiting for more cases."""
    assert status(RATIO, bar("<", 4), had("2026", 3, 100), on=OPEN) == "met"


def test_a_score_is_held_against_its_points():
    """Section 4, h: 80 of 100 points."""
    assert [status(counted("score"), bar(">=", 80), had("2030", value=value), on=AFTER) for value in (80, Decimal("79.5"))] == ["met", "not_met"]


def test_periods_that_have_not_begun_are_not_judged():
    """Section 4: judged is the last period that has begun by the date, from its first day on."""
    figures = (had("2026", 9, 10), had("2027", 1, 10))
    assert [status(RATIO, bar(">=", 90), *figures, on=on) for on in (date(2026, 12, 31), date(2027, 1, 1))] == ["met", "in_progress"]


@given(above=st.integers(0, 60), days=st.integers(0, 2100), comparator=st.sampled_from(["<", "<=", ">=", ">"]))
def test_before_the_due_date_nothing_has_failed_and_afterwards_nothing_is_in_progress(above, days, comparator):
    """Section 4, i and k: whatever the figure, for a state reported for every year."""
    figures = [had(str(year), above, 60) for year in range(2026, 2031)]
    on = date(2026, 1, 1) + timedelta(days)
    found = status(RATIO, bar(comparator, 50), *figures, on=on)
    assert found in ({"met", "in_progress"} if on <= DUE else {"met", "not_met"})
