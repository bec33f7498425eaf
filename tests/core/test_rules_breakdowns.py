"""Figures of parts, with and without their total, and tasks done once (docs/domain.md, rules 8 and 13)."""

from contextlib import nullcontext
from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from planmonitor import BadData, Breakdown, Category, Duty, Text, Unit
from planmonitor.assessment.breakdowns import check_breakdowns, with_totals
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import judge_plan
from planmonitor.messages import plain
from support.rules import CLOSED, OPEN, SOURCE, VAN_SON, ZERO, bar, counted, had, judge, measure_of, plan_with, status


def breakdown(key, kind, *categories):
    return Breakdown(key, Text(key, key), kind, tuple(Category(name, Text(f"{name} vi", name)) for name in categories))


SEX, AGE = breakdown("sex", "partition", "girl", "boy"), breakdown("age", "partition", "young", "old")
SPECIAL = breakdown("special", "subset", "poor", "ill")
FLOW = counted("count", "count", breakdowns=(SEX, AGE, SPECIAL))
RATIO = counted(breakdowns=(SEX,))


def part(value, period="2026", **categories):
    return had(period, value=value, breakdown=tuple(sorted(categories.items())))


# ---------------------------------------------------------------- a breakdown without its total


def test_parts_that_make_up_the_whole_are_its_total():
    """2 girls and 3 boys are 5: below 6 that is met, and nothing is wanting."""
    judged = judge(FLOW, bar("<", 6), part(2, sex="girl"), part(3, sex="boy"), on=CLOSED)
    assert (judged.value.value, judged.status, judged.value.lacking) == (5, "met", ())


def test_a_part_alone_counts_and_what_is_wanting_is_said():
    """2 girls are 2 so far; of the boys nobody knows."""
    judged = judge(FLOW, bar("<", 6), part(2, sex="girl"), on=CLOSED)
    assert (judged.value.value, judged.status) == (2, "incomplete")
    assert [name.en for name in judged.value.lacking] == ["boy"]
    assert [name.vi for name in judged.reason.values["lacking"]] == ["boy vi"]
    assert [name.en for name in judged.next_step.values["waiting"]] == ["boy"]


@pytest.mark.parametrize("cell", [{"sex": "girl"}, {"special": "poor"}, {"sex": "girl", "age": "old"}])
def test_a_case_recorded_of_a_part_alone_breaks_a_zero_target(cell):
    """A drowned girl is a drowned child; none among the girls is not none."""
    zero = evolve(FLOW, over_time="any_breach")
    assert [status(zero, ZERO, part(value, **cell), on=CLOSED) for value in (1, 0)] == ["not_met", "incomplete"]


def test_the_recorded_total_holds_whatever_its_parts_are():
    judged = judge(FLOW, bar("<", 6), part(9), part(2, sex="girl"), part(3, sex="boy"), on=CLOSED)
    assert (judged.value.value, judged.value.lacking) == (9, ())


def test_parts_of_one_period_are_no_part_of_another():
    """The halves are added as what they are: the first has a total, of the second only the girls are known."""
    judged = judge(FLOW, bar("<", 99), part(9, "2026-S1"), part(2, "2026-S2", sex="girl"), on=CLOSED)
    assert (judged.value.value, judged.status) == (11, "incomplete")


def test_a_piece_of_one_breakdown_above_the_whole_of_another_hides_no_case():
    """2 girls and 3 boys are all; of the ages 6 young ones are more: one of the two is wrong, and the 6 count."""
    judged = judge(FLOW, bar("<", 6), part(2, sex="girl"), part(3, sex="boy"), part(6, age="young"), on=CLOSED)
    assert (judged.value.value, [name.en for name in judged.value.lacking], judged.status) == (6, ["old"], "incomplete")


def test_of_two_breakdowns_alike_the_whole_one_is_taken():
    judged = judge(FLOW, bar("<", 6), part(5, age="young"), part(2, sex="girl"), part(3, sex="boy"), on=CLOSED)
    assert (judged.value.value, judged.value.lacking, judged.status) == (5, (), "met")


@pytest.mark.parametrize("sexes", ["whole", "piece"])
def test_parts_that_contradict_the_whole_of_another_breakdown_are_refused(sexes):
    """No total was typed, but 0 girls and 0 boys are no children at all; of the girls alone nothing follows for the ages."""
    figures = [part(0, sex="girl"), *([part(0, sex="boy")] if sexes == "whole" else []), part(40, age="young")]
    with pytest.raises(BadData, match="above the total of 0") if sexes == "whole" else nullcontext():
        check_breakdowns(FLOW, figures)


def test_pieces_of_two_breakdowns_are_no_total_of_each_other():
    """9 of 10 girls and 3 of 30 young ones: nobody knows the boys and the old ones yet, so nothing is above anything."""
    share = counted(breakdowns=(SEX, AGE))
    girls, young = (
        had("2026", above, below, breakdown=breakdown) for above, below, breakdown in ((9, 10, (("sex", "girl"),)), (3, 30, (("age", "young"),)))
    )
    check_breakdowns(share, [girls, young])
    boys = had("2026", 0, 10, breakdown=(("sex", "boy"),))
    with pytest.raises(BadData, match=r"\(30\) are above the total of 20"):
        check_breakdowns(share, [girls, boys, young])


def test_beside_a_recorded_total_the_parts_of_one_breakdown_bound_no_other():
    """5 of 10 by sex leave 5 of whom the sex is not known; 6 young ones of 10 are no contradiction."""
    check_breakdowns(FLOW, [part(10), part(2, sex="girl"), part(3, sex="boy"), part(6, age="young")])


@pytest.mark.parametrize("turned", [False, True])
def test_two_breakdowns_that_are_there_as_a_whole_make_the_same_total(turned):
    figures = [part(2, sex="girl"), part(3, sex="boy"), part(2, age="young"), part(4, age="old")]
    with pytest.raises(BadData, match="above the total of 5"):
        check_breakdowns(FLOW, figures[::-1] if turned else figures)


def test_what_overlaps_is_not_added_up():
    """Of poor and ill children some are both: 4 are at least there, and the rest is not known."""
    judged = judge(FLOW, bar("<", 9), part(4, special="poor"), part(3, special="ill"), on=CLOSED)
    assert (judged.value.value, [name.en for name in judged.value.lacking]) == (4, ["the rest"])


def test_a_share_of_parts_is_that_of_their_sums():
    """9 of 10 girls and 1 of 10 boys are 10 of 20, never the middle of two percentages."""
    girls, boys = (had("2026", above, 10, breakdown=(("sex", who),)) for above, who in ((9, "girl"), (1, "boy")))
    judged = judge(RATIO, bar(">=", 50), girls, boys, on=OPEN)
    assert (judged.value.numerator, judged.value.denominator, judged.status) == (10, 20, "met")


def test_the_least_settled_part_and_the_earliest_day_are_those_of_the_total():
    parts = (part(2, sex="girl"), evolve(part(3, sex="boy"), state="estimated", until=date(2026, 10, 31)))
    [total] = with_totals(parts, FLOW)
    assert (total.value, total.state, total.until, total.breakdown) == (5, "estimated", date(2026, 10, 31), ())


def test_states_and_points_have_no_total_of_parts():
    for definition, cell in ((counted("yes_no", breakdowns=(SEX,)), {"yes": True}), (counted("score", breakdowns=(SEX,)), {"value": 3})):
        assert with_totals([had("2026", breakdown=(("sex", "girl"),), **cell)], definition) == ()


def test_a_report_is_complete_with_parts_that_make_up_the_whole():
    """Rule 19: every figure owed is there, if only as its parts; one of two parts is not the figure."""
    duty = Duty("yearly", "dated", "chậm nhất ngày 25/11", SOURCE, ("a",), period="year", last_day="11-25")
    plan = plan_with(measure_of(FLOW, bar(">=", 9), owners=("a",)), units=(Unit("a", "Trạm Y tế"),), duties=(duty,), place=VAN_SON)
    for parts, received in (((part(2, sex="girl"), part(3, sex="boy")), 1), ((part(2, sex="girl"),), 0)):
        assert judge_plan(plan, Known(parts), date(2026, 12, 31)).deadlines[0].received == received


# ---------------------------------------------------------------- parts above what they are parts of


def test_cells_of_crossed_breakdowns_above_the_total_are_refused():
    """F11: 20 young girls are more than 10 children; 6 and 5 are 11 of 10."""
    with pytest.raises(BadData, match="above the total of 10"):
        check_breakdowns(FLOW, [part(10), part(20, sex="girl", age="young")])
    with pytest.raises(BadData, match=r"\(11\) are above the total of 10"):
        check_breakdowns(FLOW, [part(10), part(6, sex="girl", age="young"), part(5, sex="boy", age="old")])
    check_breakdowns(FLOW, [part(10), part(6, sex="girl", age="young"), part(4, sex="boy", age="old")])


def test_parts_of_the_only_breakdown_there_is_are_held_against_the_total_too():
    with pytest.raises(BadData, match=r"The parts of 'sex' \(11\) are above the total of 10\."):
        check_breakdowns(counted("count", "count", breakdowns=(SEX,)), [part(10), part(6, sex="girl"), part(5, sex="boy")])


def test_cells_above_the_part_they_are_crossed_of_are_refused():
    """3 young and 3 old girls are more than 5 girls, also where nobody recorded the total."""
    cells = [part(5, sex="girl"), part(3, sex="girl", age="young"), part(3, sex="girl", age="old")]
    with pytest.raises(BadData, match=r"'age' \(6\) are above the total of 5"):
        check_breakdowns(FLOW, cells)
    check_breakdowns(FLOW, [*cells[:2], part(9, sex="boy", age="old")])


def test_what_overlaps_may_together_be_more_than_the_total():
    check_breakdowns(FLOW, [part(5), part(4, special="poor"), part(4, special="ill")])
    with pytest.raises(BadData, match="above the total of 5"):
        check_breakdowns(FLOW, [part(5), part(6, special="poor")])


@given(st.lists(st.integers(0, 9), min_size=4, max_size=4), st.integers(0, 40))
def test_four_crossed_cells_fit_just_when_their_sum_does(numbers, total):
    cells = [(sex, age) for sex in ("girl", "boy") for age in ("young", "old")]
    figures = [part(total), *(part(number, sex=sex, age=age) for number, (sex, age) in zip(numbers, cells, strict=True))]
    if sum(numbers) > total:
        with pytest.raises(BadData):
            check_breakdowns(FLOW, figures)
    else:
        check_breakdowns(FLOW, figures)


# ---------------------------------------------------------------- a task done once

HELD = counted("yes_no", "any_breach")
KEPT = counted("yes_no")


def held(period, yes):
    return had(period, yes=yes)


@pytest.mark.parametrize(
    ("answers", "on", "expected"),
    [
        ((("2030-S1", True),), date(2031, 2, 1), "met"),
        ((("2030-S1", True), ("2030", False)), date(2031, 2, 1), "met"),
        ((("2030-S1", True), ("2030-S2", False)), date(2031, 2, 1), "met"),
        ((("2030-S1", False), ("2030-S2", True)), date(2031, 2, 1), "met"),
        ((("2030", False),), date(2031, 2, 1), "not_met"),
        ((("2030-S1", False),), date(2031, 2, 1), "incomplete"),
        ((("2030-S1", False),), date(2030, 8, 1), "in_progress"),
        ((("2030-S1", True),), date(2030, 8, 1), "met"),
    ],
)
def test_one_yes_of_a_task_done_once_stays_done(answers, on, expected):
    """F8: the Month of Action is held in June or it is not; a later no takes nothing back, and a half that says no is not the year."""
    assert status(HELD, bar("done"), *(held(period, yes) for period, yes in answers), on=on) == expected


def test_a_task_that_is_done_is_done_for_good_and_no_estimate():
    """It is not "so far", whenever it was recorded; a state that is kept still is."""
    answer = evolve(held("2030", True), until=date(2030, 6, 30), state="estimated")
    done, kept = (judge(definition, bar("done"), answer, on=date(2030, 8, 1)) for definition in (HELD, KEPT))
    assert [(item.status, item.interim, item.estimated) for item in (done, kept)] == [("met", False, False), ("met", True, True)]
    after = judge(HELD, bar("done"), answer, on=date(2031, 8, 1))
    assert (after.status, after.stops_early) == ("met", False)


def test_a_task_done_in_one_year_is_not_done_in_the_next():
    plan = plan_with(measure_of(HELD, bar("done")))
    judged = judge_plan(plan, Known((held("2029", True), held("2030", False))), date(2031, 2, 1)).measures[0]
    assert judged.status == "not_met"


# ---------------------------------------------------------------- a case without its denominator


@pytest.mark.parametrize(("above", "below", "expected"), [(1, None, "not_met"), (0, None, "met"), (1, 400, "not_met"), (0, 400, "met")])
def test_a_case_of_what_must_not_occur_stands_by_itself(above, below, expected):
    """F16: a child found at work breaks "không để xảy ra" before anybody knows how many children there are; none of any number is none."""
    judged = judge(RATIO, ZERO, had("2030", above, below), on=date(2031, 2, 1))
    assert judged.status == expected
    assert (judged.value.amount.numerator, judged.value.amount.denominator) == (above, below)


def test_a_share_needs_its_denominator_under_any_other_bar():
    judged = judge(RATIO, bar("<", 4), had("2030", 1), on=date(2031, 2, 1))
    assert (judged.status, judged.value) == ("no_data", None)


def test_cases_of_one_unit_without_a_denominator_make_the_whole_a_number_of_cases():
    """2 of 100 here and 1 there are 3 cases, and no 3 of 100."""
    judged = judge(RATIO, ZERO, had("2030", 2, 100, unit="a"), had("2030", 1, unit="b"), on=date(2031, 2, 1), owners=("a", "b"))
    assert (judged.status, judged.value.numerator, judged.value.denominator) == ("not_met", 3, None)


# ---------------------------------------------------------------- what a total made of parts keeps


def test_a_total_of_parts_keeps_what_its_parts_say():
    """A comparison figure stays one, the least settled state and the newest revision hold, and who sent them is not lost."""
    said = {"comparison": True, "supplied_by": "Trạm Y tế", "entered_by": "Hà"}
    girls = evolve(part(2, sex="girl"), state="final", revision=7, **said)
    boys = evolve(part(3, sex="boy"), state="provisional", revision=5, **said)
    [total] = with_totals([girls, boys], FLOW)
    assert (total.comparison, total.supplied_by, total.entered_by, total.revision, total.state) == (True, "Trạm Y tế", "Hà", 7, "provisional")
    assert (total.definition, total.place, total.unit, total.period, total.lacking) == (girls.definition, girls.place, "", girls.period, ())


def test_of_two_breakdowns_in_pieces_the_one_that_shows_more_cases_holds():
    """2 girls, or 6 young ones: at least 6."""
    for pieces in ((part(2, sex="girl"), part(6, age="young")), (part(6, age="young"), part(2, sex="girl"))):
        [total] = with_totals(pieces, FLOW)
        assert (total.value, [name.en for name in total.lacking]) == (6, ["old"])


def test_what_is_wanting_is_said_in_a_sentence():
    judged = judge(FLOW, bar("<", 6), part(2, sex="girl"), on=CLOSED)
    assert plain(judged.reason) == "No total is recorded for 2026, and of its parts these are missing: boy. In hand: 2 children."


def test_a_refusal_of_parts_says_what_to_do_and_strange_parts_are_no_matter():
    """A breakdown that the definition does not know any more cannot be held against anything."""
    with pytest.raises(BadData) as refused:
        check_breakdowns(FLOW, [part(1), part(2, sex="girl")])
    assert str(refused.value.hint) == "Correct the total or the parts first."
    check_breakdowns(FLOW, [part(1), part(2, gone="x")])
    assert with_totals([part(2, gone="x")], FLOW) == ()


def test_a_task_said_not_to_be_done_in_the_second_half_may_have_been_done_in_the_first():
    """The half-year without a figure is asked for; it is no "not met"."""
    judged = judge(counted("yes_no", "any_breach"), bar("done"), had("2026-S2", yes=False), on=CLOSED)
    assert (judged.status, judged.reason.values["gaps"][0].id) == ("incomplete", "2026-S1")
