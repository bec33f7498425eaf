"""How figures are brought together over units and over time (docs/domain.md, rules 12 to 14)."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from planmonitor import CALENDAR, Text, Unit
from planmonitor.assessment.known import Known
from planmonitor.assessment.over_time import over_year
from planmonitor.assessment.plans import judge_plan
from planmonitor.assessment.records import MemberUnit
from planmonitor.messages import plain
from support.rules import AFTER, CLOSED, FLOW, OPEN, RATIO, VAN_SON, YES_NO, ZERO, bar, counted, had, judge, measure_of, plan_of, plan_with, status

# ---------------------------------------------------------------- Rule 12: over the parts

PAIRS = st.integers(0, 500).flatmap(lambda below: st.tuples(st.integers(0, below), st.just(below)))


@given(parts=st.lists(PAIRS, min_size=2, max_size=5), data=st.data())
def test_parts_roll_up_by_their_sums_in_any_order(parts, data):
    """Rule 12: numerators and denominators are summed."""
    assume(sum(below for _, below in parts))
    owners = tuple(f"unit-{number}" for number in range(len(parts)))
    figures = [had("2026", above, below, unit=unit) for unit, (above, below) in zip(owners, parts, strict=True)]
    judged = judge(RATIO, bar(">=", 90), *data.draw(st.permutations(figures)), on=CLOSED, owners=data.draw(st.permutations(owners)))
    assert Fraction(100 * sum(above for above, _ in parts), sum(below for _, below in parts)) == judged.value.exact
    assert judged.missing == ()


def test_percentages_are_never_averaged():
    """Rule 12: 1 of 1 and 0 of 9 are 10 %, not 50 %."""
    judged = judge(RATIO, bar(">=", 50), had("2030", 1, 1, unit="a"), had("2030", 0, 9, unit="b"), on=AFTER, owners=("a", "b"))
    assert (judged.status, judged.value.exact) == ("not_met", 10)


def test_a_part_that_stops_at_mid_year_is_missing_for_the_year():
    """Rule 12: the parts of one total run to the same day."""
    judged = judge(FLOW, bar(">=", 9), had("2026", value=9, unit="a"), had("2026-S1", value=9, unit="b"), on=CLOSED, owners=("a", "b"))
    assert (judged.status, [part.unit for part in judged.missing]) == ("incomplete", ["b"])


SCHOOLS = (
    MemberUnit("school-1", "Trường số 1", "07621", date(2020, 1, 1), "schools"),
    MemberUnit("school-2", "Trường số 2", "07621", date(2020, 1, 1), "schools", valid_to=date(2026, 8, 31)),
)


def in_schools(target, *figures, on, units=SCHOOLS):
    return judge_plan(plan_of(FLOW, target, ("schools",), group=True), Known(figures, units), on).measures[0]


def test_the_sum_runs_to_the_day_that_all_parts_have_reached():
    """Rules 8 and 12: one unit counted up to 20 November, the other to the end of the year."""
    days = (date(2026, 11, 20), date(2026, 12, 31))
    figures = [had("2026", 9, 9, unit=unit, until=day) for unit, day in zip(("a", "b"), days, strict=True)]
    assert days[0] == judge(RATIO, bar(">=", 9), *figures, on=CLOSED, owners=("a", "b")).value.until


def test_a_group_stands_for_the_members_that_exist_on_the_day():
    """Rule 12: one of two schools is 1/2 of a state; from the day after it closed the other is all there is."""
    plan = plan_of(RATIO, bar(">=", 90), ("schools",), group=True)
    figure = had("2026-S1", 9, 9, unit="school-1")
    found = [judge_plan(plan, Known((figure,), SCHOOLS), on).measures[0].status for on in (date(2026, 8, 31), date(2026, 9, 1))]
    assert found == ["incomplete", "met"]


def test_what_occurred_in_the_time_of_a_school_that_has_closed_is_waited_for():
    """Rule 12: of what occurs over a year, a school closed in August owes what occurred until then; up to its last day that is all of it."""
    own, until = had("2026", value=3, unit="school-1"), date(2026, 8, 31)
    missing = in_schools(bar(">=", 5), own, on=CLOSED)
    assert (missing.status, [part.unit for part in missing.missing]) == ("incomplete", ["school-2"])
    told = in_schools(bar(">=", 5), own, had("2026", value=2, unit="school-2", until=until), on=CLOSED)
    assert (told.status, told.value.counted, told.value.until, told.stops_early) == ("met", 5, date(2026, 12, 31), False)
    half = in_schools(bar(">=", 5), own, had("2026-S1", value=2, unit="school-2"), on=CLOSED)
    assert (half.status, [part.unit for part in half.missing]) == ("incomplete", ["school-2"])
    assert [part.unit for part in in_schools(bar(">=", 5), had("2027", value=3, unit="school-1"), on=date(2028, 2, 1)).parts] == ["school-1"]


def test_of_a_school_that_opened_in_mid_year_no_day_before_is_wanting():
    """Rule 13: the gap before its first day is none; one after it is."""
    first = date(2026, 7, 1)
    units = (evolve(SCHOOLS[0], valid_from=first),)
    later, last = had("2026-S2", value=7, unit="school-1"), had("2026-Q4", value=7, unit="school-1")
    assert [in_schools(bar(">=", 5), figure, on=CLOSED, units=units).status for figure in (later, last)] == ["met", "incomplete"]


def test_a_figure_of_a_unit_that_is_no_longer_expected_is_no_figure_of_the_place():
    """Rule 12: unit "b" supplied it before the place gave the figure to another; nothing breaks, and "a" is waited for."""
    for owners, expected in (((), "no_data"), (("a",), "no_data"), (("a", "c"), "no_data")):
        assert expected == status(RATIO, bar(">=", 90), had("2026", 9, 10, unit="b"), on=CLOSED, owners=owners)


def test_a_case_of_a_school_that_has_since_closed_still_breaks_the_year():
    """Rule 13: one drowning in March breaks the year, whoever reported it."""
    figures = (had("2026-03", value=1, unit="school-2"), had("2026-S1", value=0, unit="school-1"))
    assert [in_schools(ZERO, *figures, on=on).status for on in (date(2026, 8, 31), date(2026, 9, 1))] == ["not_met", "not_met"]
    state = plan_of(counted("count", "point_in_time"), ZERO, ("schools",), group=True)
    assert [judge_plan(state, Known(figures, SCHOOLS), on).measures[0].status for on in (date(2026, 8, 31), date(2026, 9, 1))] == ["not_met"] * 2


def test_a_year_that_is_over_waits_for_those_who_existed_in_it():
    """Rule 12: a school that closed in January still owes its part of the year before, whenever that is asked."""
    units = (SCHOOLS[0], evolve(SCHOOLS[1], valid_to=date(2027, 1, 15)))
    figure = had("2026", value=0, unit="school-1")
    assert [in_schools(ZERO, figure, on=on, units=units).status for on in (date(2027, 1, 15), date(2027, 3, 1))] == ["incomplete", "incomplete"]


def test_an_office_beside_a_group_keeps_its_own_part():
    """Rule 12: the parts are the office's and those of the group's members; a member of another plan's group is none."""
    units = (Unit("office", "Phòng Giáo dục"), Unit("schools", "Các trường học", members=True))
    plan = plan_with(measure_of(FLOW, ZERO, owners=("office", "schools")), place=VAN_SON, units=units)
    members = (evolve(SCHOOLS[0], plan="some/plan"), evolve(SCHOOLS[0], id="school-3", plan="other/plan"))
    parts = judge_plan(plan, Known((), members), OPEN).measures[0].parts
    assert [(part.unit, part.name.vi) for part in parts] == [("office", "Phòng Giáo dục"), ("school-1", "Trường số 1")]


def test_the_figure_of_a_group_stands_for_its_members_until_one_of_them_reports():
    """H6: registering schools loses no figure already sent for them all; the first that reports takes the place of that figure, never beside it."""
    units = (Unit("office", "Phòng Giáo dục"), Unit("schools", "Các trường học", members=True))
    plan = plan_with(measure_of(FLOW, bar(">=", 9), owners=("office", "schools")), place=VAN_SON, units=units)
    members = tuple(evolve(school, valid_to=None) for school in SCHOOLS)
    group, office, school = had("2026", value=7, unit="schools"), had("2026", value=2, unit="office"), had("2026", value=1, unit="school-1")
    for figures, verdict, value, parts in (
        ((group, office), "met", 9, ["office", "schools"]),
        ((group,), "incomplete", 7, ["office", "schools"]),
        ((group, office, school), "incomplete", 3, ["office", "school-1", "school-2"]),
        ((office,), "incomplete", 2, ["office", "school-1", "school-2"]),
    ):
        judged = judge_plan(plan, Known(figures, members), CLOSED).measures[0]
        assert (judged.status, judged.value.counted, [part.unit for part in judged.parts]) == (verdict, value, parts)
    judged = judge_plan(plan, Known((group,), members), CLOSED).measures[0]
    assert judged.parts[1].called == Text("Các trường học (số chung của nhóm)", "Các trường học (the group as a whole)")


def test_a_figure_of_the_whole_place_is_judged_where_no_part_has_come():
    """Rule 12: two offices supply it and one figure came for both; once an office has sent its own, the other is waited for."""
    whole, part = had("2026", 9, 10), had("2026", 5, 5, unit="a")
    found = [status(RATIO, bar(">=", 90), *figures, on=CLOSED, owners=("a", "b")) for figures in ((whole,), (whole, part))]
    assert found == ["met", "incomplete"]


def test_a_single_supplier_is_named():
    """Rule 12: what is missing is asked of the office by its name, and of the whole place where nobody is named."""
    parts = [judge(RATIO, bar(">=", 90), on=OPEN, owners=owners).missing for owners in (("a",), ())]
    assert [[(part.unit, plain(part.called)) for part in missing] for missing in parts] == [[("", "a")], [("", "the whole place")]]


@pytest.mark.parametrize("before", [[("2025-Q1", "a"), ("2025-Q2", "a"), ("2025-Q4", "a")], [("2025", "a")]])
def test_a_year_before_that_is_not_known_in_full_is_no_bar(before):
    """Section 4, h: a quarter without a figure, or an office without one, makes no year to fall from."""
    owners = ("a",) if len(before) > 1 else ("a", "b")
    now = [had("2026", value=1, unit=unit if len(owners) > 1 else "") for unit in owners]
    earlier = [had(period, value=9, unit=unit if len(owners) > 1 else "") for period, unit in before]
    falls = bar("decrease", kind="decrease", same_period=True)
    assert status(FLOW, falls, *earlier, *now, on=CLOSED, owners=owners) == "trend_only"


def test_a_case_recorded_for_the_whole_place_still_breaks_the_year_when_units_report_later():
    """Rule 13: later zeros of the units do not mend it."""
    figures = (had("2026-03", value=1), had("2026-S1", value=0, unit="a"), had("2026-S1", value=0, unit="b"))
    assert status(FLOW, ZERO, *figures, on=OPEN, owners=("a", "b")) == "not_met"


def test_of_a_state_the_latest_case_stands_for_the_year():
    """Rule 13: of a state that must not occur, two in March and one in June are the one of June, in any order, and a zero hides none."""
    state = counted("count", "point_in_time")
    figures = (had("2026-06", value=1), had("2026-03", value=2), had("2026-09", value=0))
    assert [over_year(given_, state, "any_breach", YEAR, CALENDAR).value for given_ in (figures, figures[::-1])] == [1, 1]


def test_yes_and_no_roll_up_as_the_number_that_say_yes():
    """Rule 12: two of three communes have their plan; "no" is an answer, not missing."""
    answers = [had("2030", yes=yes, unit=unit) for unit, yes in (("a", True), ("b", False), ("c", True))]
    judged = judge(YES_NO, bar("done"), *answers, on=AFTER, owners=("a", "b", "c"))
    assert (judged.status, judged.value.numerator, judged.value.denominator) == ("not_met", 2, 3)
    assert [status(YES_NO, bar("done"), had("2030", yes=yes), on=AFTER) for yes in (True, False)] == ["met", "not_met"]


def test_scores_of_several_units_are_never_summed():
    """Rule 12: 60 and 70 points are not 130, above the maximum of 100."""
    judged = judge(counted("score"), bar(">=", 80), had("2030", value=60, unit="a"), had("2030", value=70, unit="b"), on=AFTER, owners=("a", "b"))
    assert judged.value is None or judged.value.value != 130
    assert judged.status != "met"


def test_a_rate_is_per_100_000_and_half_years_share_their_population():
    """Rules 12 and 13: 3 and 5 deaths among 200,000 are 4 per 100,000, not 2."""
    halves = (had("2030-S1", 3, 200_000), had("2030-S2", 5, 200_000))
    rate = counted("rate", "count")
    assert (Fraction(4), "met") == (judge(rate, bar("<=", 4), *halves, on=AFTER).value.exact, status(rate, bar("<=", 4), *halves, on=AFTER))
    assert status(rate, bar("<", 4), *halves, on=AFTER) == "not_met"


# ---------------------------------------------------------------- Rule 13: over time

YEAR = CALENDAR.year(2026)


@pytest.mark.parametrize(("kind", "denominator"), [("rate", 120_000), ("ratio", 330_000)])
def test_quarters_of_a_rate_share_the_latest_population_and_those_of_a_share_add_up(kind, denominator):
    """Rules 12 and 13: cases of three quarters are held against the children of the last; trained of those to be trained, both add up."""
    quarters = [had(f"2026-Q{number}", number, 90_000 + 10_000 * number) for number in (1, 2, 3)]
    together = over_year(quarters, counted(kind, "count"), "count", YEAR, CALENDAR)
    assert (together.numerator, together.denominator) == (6, denominator)


@pytest.mark.parametrize(("states", "least"), [(("final", "provisional"), "provisional"), (("provisional", "estimated"), "estimated")])
def test_a_sum_is_as_settled_as_its_least_settled_part(states, least):
    """Section 1: estimated, then provisional, then final; a verdict says so."""
    quarters = [had(f"2026-Q{number}", value=1, state=state) for number, state in enumerate(states, 1)]
    assert over_year(quarters, FLOW, "count", YEAR, CALENDAR).state == least


NAMES = ("2026", "2026-S1", "2026-S2", *(f"2026-Q{n}" for n in range(1, 5)), *(f"2026-{n:02d}" for n in range(1, 13)), "2026-01-01/P9M")
RECORDED = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 50), min_size=1, max_size=8)


def year_of(figures, over_time="count"):
    return over_year(figures, counted("count", over_time), over_time, YEAR, CALENDAR)


@given(recorded=RECORDED, data=st.data())
def test_overlapping_periods_are_never_added(recorded, data):
    """Rule 13: those used share no day, each one left out is replaced by one as long or longer; their order is irrelevant."""
    figures = [had(period, value=value) for period, value in recorded.items()]
    combined = year_of(figures)
    used = combined.figures
    assert all(earlier.period.end < later.period.start for earlier, later in pairwise(used))
    assert all(any(kept.period.overlaps(out.period) and kept.period.days >= out.period.days for kept in used) for out in figures)
    assert combined.value == sum(figure.value for figure in used)
    assert combined == year_of(data.draw(st.permutations(figures)))


@pytest.mark.parametrize("over_time", ["count", "point_in_time", "cumulative"])
@given(recorded=RECORDED, data=st.data())
def test_a_period_within_one_already_recorded_changes_nothing(over_time, recorded, data):
    """Rule 13: the longer one replaces the shorter."""
    figures = [had(period, value=value) for period, value in recorded.items()]
    longer = data.draw(st.sampled_from(year_of(figures, over_time).figures)).period
    within = [name for name in NAMES if longer.contains(CALENDAR.parse(name)) and CALENDAR.parse(name) != longer]
    assume(within)
    name = data.draw(st.sampled_from(within))
    others = [figure for figure in figures if figure.period != CALENDAR.parse(name)]
    assert year_of(others, over_time) == year_of([*others, had(name, value=99)], over_time)


def test_the_year_replaces_its_months():
    """Rule 13: 3 in May and 10 in the year are 10, not 13; the May and the June together are 8."""
    assert [
        year_of([had(name, value=value) for name, value in recorded]).value
        for recorded in ((("2026-05", 3), ("2026", 10)), (("2026-05", 3), ("2026-06", 5)))
    ] == [10, 8]


def test_periods_that_share_a_single_day_are_not_added():
    """Rule 13: 31 days of January, and ten days from the 31st; the longer stays."""
    assert year_of([had("2026-01-31/P10D", value=5), had("2026-01-01/P31D", value=7)]).value == 7


@pytest.mark.parametrize(("over_time", "value"), [("count", 12), ("point_in_time", 5), ("cumulative", 5)])
def test_each_rule_brings_the_quarters_of_a_year_together_in_its_own_way(over_time, value):
    """Rule 13: counts add up; of states and running totals the latest counts, whatever the order they came in."""
    assert value == year_of([had("2026-Q2", value=5), had("2026-Q1", value=7)], over_time).value


@pytest.mark.parametrize("states", [("estimated", "final"), ("final", "estimated")])
def test_a_sum_of_periods_is_as_settled_as_the_least_settled_of_them(states):
    """Rules 8 and 13: an estimate for one quarter makes the half-year an estimate."""
    assert year_of([had(period, value=1, state=state) for period, state in zip(("2026-Q1", "2026-Q2"), states, strict=True)]).state == "estimated"


def test_a_gap_makes_a_flow_incomplete_and_is_named():
    """Rule 13: the first and third quarter without the second; a state needs only the latest."""
    figures = (had("2026-Q1", value=9), had("2026-Q3", value=9))
    judged = judge(FLOW, bar(">=", 1), *figures, on=CLOSED)
    assert (judged.status, [str(gap) for gap in year_of(figures).gaps]) == ("incomplete", ["2026-Q2"])
    assert "2026-Q2" in str(judged.reason)
    assert status(counted("count"), bar(">=", 1), *figures, on=CLOSED) == "met"


def test_a_year_that_is_not_covered_from_its_first_day_has_a_gap():
    """Rule 13: without the first quarter the second is not the first half."""
    assert [str(gap) for gap in year_of([had("2026-Q2", value=1)]).gaps] == ["2026-Q1"]


# ---------------------------------------------------------------- Rule 14: no case


def test_no_case_is_counted_apart_from_met_and_missed():
    """Rule 14: nobody was notified, so nobody had to be supported."""
    judged_plan = judge_plan(plan_of(RATIO, bar(">=", 100)), Known((had("2030", 0, 0),)), AFTER)
    assert {name: number for name, number in judged_plan.counts().items() if number} == {"no_case": 1}
    assert (judged_plan.measures[0].value.exact, judged_plan.measures[0].value.numerator, judged_plan.measures[0].value.denominator) == (None, 0, 0)


def test_a_part_without_a_case_leaves_the_others_to_be_judged():
    """Rule 14: 0 of 0 in one school and 9 of 10 in another are 9 of 10."""
    judged = judge(RATIO, bar(">=", 90), had("2030", 0, 0, unit="a"), had("2030", 9, 10, unit="b"), on=AFTER, owners=("a", "b"))
    assert (judged.status, judged.value.exact) == ("met", 90)


def test_what_the_only_supplier_sent_under_its_own_name_is_the_figure_of_the_place():
    """It had a part of its own while another office supplied one too; whose part is gone is no figure of the place any more."""
    judged = judge(RATIO, bar(">=", 90), had("2026", 10, 100, unit="a"), had("2026", 90, 100, unit="b"), on=CLOSED, owners=("b",))
    assert (judged.status, judged.value.numerator) == ("met", 90)
    judged = judge(RATIO, bar(">=", 90), had("2026", 95, 100), had("2026", 90, 100, unit="b"), on=CLOSED, owners=("b",))
    assert judged.value.numerator == 95
    assert status(RATIO, bar(">=", 90), had("2026", 90, 100, unit="b"), on=CLOSED, owners=()) == "no_data"


def test_a_plan_tells_the_value_of_any_year():
    """What a check asks of a year before: parts of that year, from what is recorded now; nothing of a year without figures."""
    units = (Unit("schools", "Các trường học", members=True),)
    plan = plan_with(measure_of(FLOW, bar(">=", 9), owners=("schools",)), place=VAN_SON, units=units)
    figures = (had("2026", value=4, unit="school-1"), had("2026-S1", value=2, unit="school-2"), had("2027-S1", value=1, unit="school-1"))
    judged = judge_plan(plan, Known(figures, SCHOOLS), date(2027, 7, 1))
    [measure] = judged.measures
    value = judged.value_in(measure, 2026)
    assert (value.counted, [part.unit for part in value.parts]) == (6, ["school-1", "school-2"])
    assert judged.value_in(measure, 2027).counted == 1
    assert judged.value_in(measure, 2028) is None
    assert judged.unit_name("school-1") == "Trường số 1"
    assert (judged.unit_name("schools"), judged.unit_name("gone")) == ("Các trường học", "gone")
