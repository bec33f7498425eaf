"""Every verdict says why, and what would change it: the whole sentence, with the figure, the bar, the days and the next step."""

from datetime import date
from fractions import Fraction

import pytest
from planmonitor import Baseline, Known, Milestone, OpenQuestion, Text, judge_plan
from support import rules
from support.rules import AFTER, CLOSED, FLOW, OPEN, RATIO, SOURCE, YES_NO, ZERO, bar, counted, had, judge, measure_of, plan_with

OCCURS = counted("count", "any_breach", "cases", Text("vụ", "cases"))
OUTPUT = counted("output", "count")
POINTS = counted("score", noun=Text("điểm", "points"))
RATE = counted("rate")
HALFWAY = bar(">=", 90, milestones=(Milestone(date(2026, 12, 31), 50, SOURCE),))
FALLS = bar("decrease", kind="decrease", same_period=True)
DUE = "and fell due on 2030-12-31."
UNTIL_JUNE = {"state": "estimated", "until": date(2026, 6, 30)}
UNTIL_OCTOBER = {"state": "estimated", "until": date(2030, 10, 31)}


def base(*, value, comparator, numerator=None, denominator=None):
    """Return a target held against a base year, with the base figure if the document prints it."""
    return bar(comparator, value, kind="relative_change", baseline=Baseline(2020, numerator, denominator))


@pytest.mark.parametrize(
    ("definition", "target", "figures", "on", "status", "reason", "step"),
    [
        # Reached
        (RATIO, bar(">=", 90), [had("2026", 9, 10)], CLOSED, "met", "90% for 2026; the target is at least 90%.", None),
        (
            *(RATIO, bar(">=", 90), [had("2026", 9, 10, **UNTIL_JUNE)], OPEN, "met"),
            *("90% up to 2026-06-30; the target is at least 90%, and the period is not over.", None),
        ),
        (
            *(RATIO, bar(">=", 90), [had("2026", 9, 10, **UNTIL_JUNE)], CLOSED, "met"),
            *("90% up to 2026-06-30; the target is at least 90%. 2026 is over: the final figure is wanted.", None),
        ),
        (OCCURS, ZERO, [had("2026", value=0)], CLOSED, "met", "0 cases for 2026; the target is none to occur.", None),
        (RATIO, bar(">=", 100), [had("2026", 11, 10)], CLOSED, "met", "110% for 2026; the target is 100%.", None),
        (FLOW, FALLS, [had("2025", value=4), had("2026", value=3)], CLOSED, "met", "3 children for 2026; the target is below 4 children.", None),
        # Missed
        (
            *(RATIO, bar(">=", 90), [had("2030", 59, 66)], AFTER, "not_met"),
            *(f"89.4% for 2030; the target is at least 90% {DUE}", "1 children more would reach it."),
        ),
        (
            *(RATIO, bar("<", 4), [had("2030", 41, 1000)], AFTER, "not_met"),
            *(f"4.1% for 2030; the target is below 4% {DUE}", "2 children fewer would reach it."),
        ),
        (
            *(RATIO, bar(">=", 90), [had("2030", 8, 10, **UNTIL_OCTOBER)], AFTER, "not_met"),
            *("80% up to 2030-10-31; the target is at least 90%. 2030 is over: the final figure is wanted.", "1 children more would reach it."),
        ),
        (
            *(FLOW, bar(">", 3), [had("2030", value=3)], AFTER, "not_met"),
            *(f"3 children for 2030; the target is above 3 children {DUE}", "1 children more would reach it."),
        ),
        (FLOW, bar("==", 3), [had("2030", value=2)], AFTER, "not_met", f"2 children for 2030; the target is exactly 3 children {DUE}", None),
        (
            *(RATE, bar("<=", 20), [had("2030", 3, 12345)], AFTER, "not_met"),
            *(f"24.3 children for 2030; the target is at most 20 children {DUE}", "1 children fewer would reach it."),
        ),
        (
            *(POINTS, bar(">=", 70), [had("2030", value=65)], AFTER, "not_met"),
            *(f"65 points for 2030; the target is at least 70 points {DUE}", "5 points more would reach it."),
        ),
        (POINTS, bar("<=", 70), [had("2030", value=75)], AFTER, "not_met", f"75 points for 2030; the target is at most 70 points {DUE}", None),
        (
            *(RATE, base(value=-20, comparator="<=", numerator=10, denominator=100_000), [had("2030", 9, 100_000)], AFTER, "not_met"),
            *(f"9 children for 2030; the target is at most 8 children {DUE}", "1 children fewer would reach it."),
        ),
        (
            *(OCCURS, ZERO, [had("2026-Q1", value=1), had("2026-Q2", value=2)], OPEN, "not_met"),
            *("3 cases occurred in 2026; the target is that none occurs.", None),
        ),
        (
            FLOW,
            bar("<=", 0),
            [had("2030", value=3)],
            AFTER,
            "not_met",
            f"3 children for 2030; the target is at most 0 children {DUE}",
            None,
        ),
        (
            *(RATIO, bar(">=", 90), [had("2030", 0, 1)], AFTER, "not_met"),
            *(f"0% for 2030; the target is at least 90% {DUE}", "1 children more would reach it."),
        ),
        (
            *(RATIO, base(value=-20, comparator="<=", numerator=11_975, denominator=100_000), [had("2030", 962, 10_000)], AFTER, "not_met"),
            *(f"9.62% for 2030; the target is at most 9.58% {DUE}", "4 children fewer would reach it."),
        ),
        (
            *(counted("count", "point_in_time"), bar("<=", 0), [had("2030", value=3)], AFTER, "not_met"),
            *(f"3 children for 2030; the target is at most 0 children {DUE}", "3 children fewer would reach it."),
        ),
        # On the way
        (
            *(RATIO, bar(">=", 100), [had("2026", 9, 10)], CLOSED, "in_progress"),
            *("90% for 2026; the target is 100% by 2030-12-31.", "1 children more would reach it."),
        ),
        (
            *(RATIO, bar("<=", 100), [had("2026", 11, 10)], CLOSED, "in_progress"),
            *("110% for 2026; the target is at most 100% by 2030-12-31.", "1 children fewer would reach it."),
        ),
        (
            *(FLOW, bar("<=", 3), [had("2026-S1", value=2)], OPEN, "in_progress"),
            *("2 children so far; the target is at most 3 children and 2026 runs until 2026-12-31.", None),
        ),
        (
            *(RATIO, HALFWAY, [had("2026", 5, 10)], CLOSED, "on_track"),
            *("50% for 2026; the milestone of 50% by 2026-12-31 is reached, the target is at least 90% by 2030-12-31.", None),
        ),
        (
            *(RATIO, HALFWAY, [had("2026", 4, 10)], CLOSED, "behind"),
            "40% for 2026; the milestone of 50% by 2026-12-31 is not reached, the target is at least 90% by 2030-12-31.",
            "1 children more would reach the milestone of 50%. 5 children more would reach it.",
        ),
        (
            *(RATIO, HALFWAY, [had("2026", 4_996, 10_000)], CLOSED, "behind"),
            "49.96% for 2026; the milestone of 50% by 2026-12-31 is not reached, the target is at least 90% by 2030-12-31.",
            "4 children more would reach the milestone of 50%. 4004 children more would reach it.",
        ),
        (
            *(RATIO, bar("<", 4, milestones=(Milestone(date(2026, 12, 31), 10, SOURCE),)), [had("2026", 12, 100)], CLOSED, "behind"),
            "12% for 2026; the milestone of 10% by 2026-12-31 is not reached, the target is below 4% by 2030-12-31.",
            "3 children fewer would reach the milestone of 10%. 9 children fewer would reach it.",
        ),
        (
            *(POINTS, bar(">=", 70, milestones=(Milestone(date(2026, 12, 31), 60, SOURCE),)), [had("2026", value=55)], CLOSED, "behind"),
            "55 points for 2026; the milestone of 60 points by 2026-12-31 is not reached, the target is at least 70 points by 2030-12-31.",
            "5 points more would reach the milestone of 60 points. 15 points more would reach it.",
        ),
        (
            *(POINTS, bar("<=", 70, milestones=(Milestone(date(2026, 12, 31), 80, SOURCE),)), [had("2026", value=85)], CLOSED, "behind"),
            "85 points for 2026; the milestone of 80 points by 2026-12-31 is not reached, the target is at most 70 points by 2030-12-31.",
            None,
        ),
        # Nothing to judge, or nothing to judge it by
        (
            *(POINTS, bar(">=", 70, assessed_years=(2026,)), [had("2026", value=50)], date(2026, 12, 31), "not_met"),
            *("50 points for 2026; 2026 is a year of assessment, the target is at least 70 points.", "20 points more would reach it."),
        ),
        (RATIO, bar(">=", 90), [], CLOSED, "no_data", "No figure has been recorded.", "Record the figure."),
        (
            *(RATIO, bar(">=", 90), [had("2026", 9, 10, comparison=True)], CLOSED, "no_data"),
            *("No figure has been recorded.", "Record the figure."),
        ),
        (RATIO, bar(">=", 90, assessed_years=(2027, 2029)), [], date(2026, 7, 1), "not_assessed", "Assessed only in 2027, 2029.", None),
        (
            *(RATIO, bar(">=", 90), [had("2026", 9, 10)], AFTER, "no_data"),
            *("No figure for 2030, when the target fell due; the last one is for 2026.", "Record the figure."),
        ),
        (
            *(FLOW, bar("<=", 3), [had("2026-S1", value=2)], CLOSED, "incomplete"),
            *("Figures are missing for 2026-S2. In hand: 2 children (2026-S1).", "Ask for: 2026-S2."),
        ),
        (
            *(FLOW, bar("<=", 3), [had("2026", value=2, **UNTIL_JUNE)], CLOSED, "incomplete"),
            *("Figures are missing for 2026-S2. In hand: 2 children up to 2026-06-30.", "Ask for: 2026-S2."),
        ),
        (RATIO, bar(">=", 90), [had("2026", 0, 0)], CLOSED, "no_case", "There was nobody and nothing to count: the denominator of 2026 is 0.", None),
        (OUTPUT, bar(None), [had("2026", value=9)], CLOSED, "trend_only", "9 children for 2026; reported, and held against no bar.", None),
        (RATIO, bar("increase"), [had("2026", 1, 3)], CLOSED, "trend_only", "33.3% for 2026; the document sets no figure to reach.", None),
        (
            *(FLOW, FALLS, [had("2026", value=3)], CLOSED, "trend_only"),
            *("3 children for 2026; the same period of the year before has no figure to compare with.", None),
        ),
        (
            *(RATIO, base(value=20, comparator=">="), [had("2026", 9, 10)], CLOSED, "trend_only"),
            *("90% for 2026; the figure of base year 2020 is missing.", None),
        ),
        (
            *(RATIO, bar(">=", 90, assessed_years=(2027, 2029)), [had("2026", 9, 10)], CLOSED, "no_data"),
            *("No figure for 2027, a year of assessment; those of other years are for reference.", "Record the figure."),
        ),
        (
            *(RATIO, bar(">=", 90, assessed_years=(2027, 2029)), [had("2026", 9, 10)], date(2028, 3, 1), "not_assessed"),
            *("Assessed only in 2027, 2029.", None),
        ),
    ],
)
def test_a_verdict_says_why_and_what_would_change_it(definition, target, figures, on, status, reason, step):
    """Each sentence was worked out by hand from the figure, the bar and the day."""
    judged = judge(definition, target, *figures, on=on)
    assert (judged.due, judged.indicator, judged.exceeded) == (rules.DUE, "1", False)
    assert (judged.status, str(judged.reason), None if judged.next_step is None else str(judged.next_step)) == (status, reason, step)


@pytest.mark.parametrize(("yes", "status"), [(True, "met"), (False, "not_met")])
def test_what_is_done_or_not_is_held_against_being_done(yes, status):
    """A yes or no has no number to reach, and no number is wanting."""
    judged = judge(YES_NO, bar("done"), had("2030", yes=yes), on=AFTER)
    assert (judged.status, str(judged.reason.values["bar"]), judged.next_step) == (status, "done", None)


def test_missing_parts_are_counted_named_and_asked_for():
    """One of two offices has reported: the reason counts the parts, and the next step asks for the other."""
    judged = judge(RATIO, bar(">=", 90), had("2026", 9, 10, unit="a"), on=CLOSED, owners=("a", "b"))
    assert str(judged.reason) == "1 of 2 parts are in for 2026; missing: b. In hand: 90%."
    assert str(judged.next_step) == "Ask for: b."


def test_the_year_before_is_compared_as_it_is_shown_and_not_where_it_has_no_case():
    """399 of 10,000 against a bar of 4% is 3.99% in the year before too; of a year with nobody to count there is no difference."""
    bar_of_4 = bar("<", 4)
    judged = judge(RATIO, bar_of_4, had("2025", 399, 10_000, comparison=True), had("2026", 380, 10_000), on=CLOSED)
    assert (str(judged.comparison.value.amount), judged.comparison.change) == ("3.99%", Fraction(-19, 100))
    assert judge(RATIO, bar_of_4, had("2025", 0, 0, comparison=True), had("2026", 380, 10_000), on=CLOSED).comparison is None
    assert judge(RATIO, bar_of_4, had("2025", 399, 10_000, comparison=True), had("2026", 0, 0), on=CLOSED).comparison is None


def test_points_of_several_units_are_not_judged():
    judged = judge(POINTS, bar(">=", 70), *(had("2026", value=90, unit=unit) for unit in "ab"), on=CLOSED, owners=("a", "b"))
    assert (judged.status, str(judged.reason)) == ("trend_only", "Points of several units are never added up.")


def test_a_bar_that_hangs_on_an_answer_is_not_judged_without_it():
    asked = OpenQuestion("which-bar", "measure:1", Text("Mức nào?", "Which bar?"), "number")
    plan = plan_with(measure_of(RATIO, bar(">=", None, value_from="which-bar")), questions=(asked,))
    judged = judge_plan(plan, Known((had("2026", 9, 10),)), CLOSED).measures[0]
    said = "90% for 2026; the bar depends on the open question 'which-bar', which the place has not answered."
    assert (judged.status, str(judged.reason)) == ("trend_only", said)


def test_a_case_without_a_number_of_all_is_shown_as_so_many_cases():
    """Nobody knows of how many: "2 children", and not a share."""
    judged = judge(RATIO, ZERO, had("2026", 2), on=CLOSED)
    assert str(judged.value.amount) == "2 children"


@pytest.mark.parametrize(("until", "compared"), [(date(2026, 12, 31), True), (date(2026, 10, 31), False)])
def test_what_was_counted_up_to_october_is_not_compared_with_a_whole_year(until, compared):
    """Five up to October are no fall from seven in the year before; a share on a day may be compared with that of another day."""
    before, now = had("2025", value=7, comparison=True), had("2026", value=5, state="estimated", until=until)
    assert (judge(FLOW, bar("<", 9), before, now, on=CLOSED).comparison is not None) == compared
    shares = had("2025", 7, 10, comparison=True), had("2026", 5, 10, state="estimated", until=until)
    assert judge(RATIO, bar("<", 90), *shares, on=CLOSED).comparison is not None


def test_people_are_there_and_cases_occur():
    """ "Có 03 trẻ em" and "đã xảy ra 03 vụ"."""
    children = counted("count", "any_breach", "people")
    assert str(judge(children, ZERO, had("2026", value=3), on=OPEN).reason) == "3 children in 2026; the target is that there is none."
