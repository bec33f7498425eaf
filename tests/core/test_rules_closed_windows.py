"""What is said once a window is over, and what is broken, missed or reached by something other than its own figure (docs/domain.md, section 4)."""

from datetime import date

import pytest
from attrs import evolve
from planmonitor import ADMINISTRATIVE, CALENDAR, Baseline, Milestone, Target, Text
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import judge_plan
from planmonitor_exchange.speaking.speaker import Speaker
from support.rules import CLOSED, FLOW, OPEN, RATIO, SOURCE, ZERO, bar, counted, had, measure_of, plan_with


def judged(measure, *figures, on, plan=None):
    """Return the first measure of a plan, by default of one that has this measure alone, as it is judged on a day."""
    return judge_plan(plan or plan_with(measure), Known(figures), on).measures[0]


LESS, MORE = bar("decrease", kind="decrease", same_period=True), bar("increase", kind="increase", same_period=True)


# What can fall or rise no further


@pytest.mark.parametrize(("before", "now", "status"), [(0, 0, "met"), (0, 1, "not_met"), (2, 2, "not_met"), (2, 1, "met")])
def test_what_stands_at_zero_is_not_asked_to_fall(before, now, status):
    """None after none is no failure to lower it; one after none is (rule 5)."""
    figures = had("2025", value=before, comparison=True, evidence="BC 1"), had("2026", value=now)
    found = judged(measure_of(FLOW, evolve(LESS, due=date(2026, 12, 31))), *figures, on=CLOSED)

    assert found.status == status


@pytest.mark.parametrize(("before", "now", "status"), [(100, 100, "met"), (100, 99, "not_met"), (50, 50, "not_met"), (50, 51, "met")])
def test_what_stands_at_all_is_not_asked_to_rise(before, now, status):
    """All after all is no failure to raise it; a count has no such end."""
    figures = had("2025", before, 100, comparison=True, evidence="BC 1"), had("2026", now, 100)
    found = judged(measure_of(RATIO, evolve(MORE, due=date(2026, 12, 31))), *figures, on=CLOSED)

    assert found.status == status


def test_a_count_of_a_hundred_is_still_asked_to_rise():
    """100 pieces are no 100 %."""
    figures = had("2025", value=100, comparison=True, evidence="BC 1"), had("2026", value=100)

    assert judged(measure_of(FLOW, evolve(MORE, due=date(2026, 12, 31))), *figures, on=CLOSED).status == "not_met"


# Once the window is over


@pytest.mark.parametrize("on", [date(2027, 1, 1), date(2028, 6, 30)])
def test_a_flow_bounded_above_whose_figure_stops_early_is_incomplete_once_the_year_is_over(on):
    """Five of at most six by October are not the year: the days that are missing are named, and no calendar makes it met."""
    found = judged(measure_of(FLOW, bar("<=", 6)), had("2026", value=5, until=date(2026, 10, 31), state="estimated"), on=on)

    assert found.status == "incomplete"
    assert "1 November 2026 to 31 December 2026" in Speaker("en").message(found.reason)


def test_a_flow_bounded_above_is_in_progress_to_the_last_day():
    """On 31 December more cases may still come."""
    found = judged(measure_of(FLOW, bar("<=", 6)), had("2026", value=5, until=date(2026, 10, 31)), on=date(2026, 12, 31))

    assert found.status == "in_progress"


@pytest.mark.parametrize(("above", "status", "said"), [(90, "met", "Exceeded"), (80, "met", "Met"), (10, "not_met", "Not met")])
def test_a_verdict_on_a_figure_that_stops_early_says_by_which_figure(above, status, said):
    """Once the year is over the verdict is one by the estimate up to a day, and the final figure is asked for."""
    target = bar(">=", 80, due=date(2026, 12, 31))
    found = judged(measure_of(RATIO, target), had("2026", above, 100, until=date(2026, 6, 30), state="estimated"), on=CLOSED)

    assert (found.status, found.interim, found.stops_early) == (status, False, True)
    assert Speaker("en").status(found) == f"{said} by the estimated figure up to 30 June 2026"
    assert "final figure is wanted" in str(found.reason)
    assert "not over" not in str(found.reason)


def test_a_verdict_on_a_whole_year_is_plain():
    """A figure to the last day of its year needs no final one."""
    found = judged(measure_of(RATIO, bar(">=", 80)), had("2026", 90, 100), on=CLOSED)

    assert (found.status, found.stops_early, Speaker("en").status(found)) == ("met", False, "Exceeded")


def test_half_a_year_in_hand_is_shown_as_half_a_year():
    """The second half alone is compared with the second half of the year before, never with its year."""
    figures = had("2025", value=9, comparison=True, evidence="BC 1"), had("2026-S2", value=3)
    found = judged(measure_of(FLOW, LESS), *figures, on=CLOSED)

    assert (found.status, found.value.period.id, found.comparison) == ("incomplete", "2026-S2", None)


# A base figure that the document prints


def test_a_printed_base_figure_is_never_overruled_by_a_recorded_one():
    """The document says 15 of 17; whoever records 14 of 17 for that year lowers no bar (rule 5)."""
    kept = Target(
        "maintain", None, "duy trì (15/17)", kind="maintain", baseline=Baseline(2022, 15, 17, SOURCE), worse="lower", due=date(2026, 12, 31)
    )
    figures = had("2022", 14, 17, comparison=True, evidence="BC 9"), had("2026", 14, 17)

    assert judged(measure_of(RATIO, kept), *figures, on=CLOSED).status == "not_met"


# The milestone and the bar are two steps


def test_what_is_behind_is_told_what_the_milestone_wants_and_what_the_target_wants():
    """15 more reach the half of now, 93 more the target."""
    target = bar(">=", 60, milestones=(Milestone(date(2025, 12, 31), 50, SOURCE),))
    found = judged(measure_of(RATIO, target), had("2026", 371, 772), on=OPEN)

    assert found.status == "behind"
    assert Speaker("en").message(found.next_step) == "15 children more would reach the milestone of 50%. 93 children more would reach it."


# What must not occur


def test_a_case_recorded_under_another_window_breaks_the_year_it_lies_in():
    """A death between January and November lies in the administrative year too, although the calendar year it was recorded for does not."""
    plan = plan_with(measure_of(FLOW, ZERO), window=ADMINISTRATIVE)
    case = had("2026", value=1, until=date(2026, 11, 28))
    none = evolve(had("2026", value=0), period=ADMINISTRATIVE.parse("2026"), until=date(2026, 10, 31))

    for figures in ((case, none), (case,)):
        assert judged(plan.measures[0], *figures, on=date(2026, 11, 28), plan=plan).status == "not_met"


@pytest.mark.parametrize("until", [date(2026, 12, 14), date(2026, 12, 15)])
def test_a_case_that_may_lie_outside_the_year_breaks_nothing_by_itself(until):
    """Up to 14 December it lies inside; a day later nobody knows on which side it fell."""
    plan = plan_with(measure_of(FLOW, ZERO), window=ADMINISTRATIVE)
    none = evolve(had("2026", value=0), period=ADMINISTRATIVE.parse("2026"), until=date(2026, 12, 14))
    found = judged(plan.measures[0], had("2026", value=1, until=until), none, on=date(2026, 12, 31), plan=plan)

    assert (found.status == "not_met") == (until == date(2026, 12, 14))


def test_a_zero_under_another_window_proves_nothing():
    """Only a case counts on whatever days: none by the calendar is no none of the administrative year."""
    plan = plan_with(measure_of(FLOW, ZERO), window=ADMINISTRATIVE)

    assert judged(plan.measures[0], had("2026", value=0), on=CLOSED, plan=plan).status == "no_data"


def deaths_and_accidents(*figures, on=OPEN):
    """Return how accidents stand in a plan that counts deaths beside them; a death implies an accident."""
    deaths = counted("count", "count", key="thing/deaths", implies=("thing/counted",))
    plan = plan_with(measure_of(FLOW, ZERO), measure_of(deaths, ZERO, code="2"))
    return judged(plan.measures[0], *figures, on=on, plan=plan)


def test_a_drowned_child_is_an_accident_whatever_is_recorded_of_accidents():
    """One death beside no accident, and beside no figure of accidents, breaks "no accident"; the sentence names the death, and the zero stays."""
    death = evolve(had("2026", value=1), definition="thing/deaths")
    beside_none, alone = deaths_and_accidents(death, had("2026", value=0)), deaths_and_accidents(death)

    assert (beside_none.status, beside_none.value.counted, alone.status, alone.value) == ("not_met", 0, "not_met", None)
    assert "1 children in 2026 (2)" in str(alone.reason)
    assert Speaker("en").status(beside_none) == "Not met"


def test_a_drowned_child_is_an_accident_though_no_measure_of_the_plan_counts_it():
    """What another plan counts breaks "no accident" too, once it is known how that is counted; the sentence says what it is."""
    deaths = counted("count", "count", key="other/deaths", label=Text("Số trẻ em tử vong", "Children who died"), implies=("thing/counted",))
    plan, death = plan_with(measure_of(FLOW, ZERO)), evolve(had("2026", value=1), definition="other/deaths")
    known = Known((death, had("2026", value=0)), definitions=(deaths,))

    found = judge_plan(plan, known, OPEN).measures[0]
    assert (found.status, "1 children in 2026 (Children who died)" in str(found.reason)) == ("not_met", True)
    assert judge_plan(plan, evolve(known, definitions=()), OPEN).measures[0].status == "met"


def test_a_death_of_an_earlier_year_or_a_later_day_breaks_nothing():
    """The year judged is that of the newest figure, and what has not begun is not known."""
    death = evolve(had("2026", value=1), definition="thing/deaths")

    assert deaths_and_accidents(death, had("2027", value=0), on=date(2027, 7, 1)).status == "met"
    assert deaths_and_accidents(evolve(death, value=0), had("2026", value=0)).status == "met"
    assert deaths_and_accidents(evolve(death, period=CALENDAR.parse("2027"), until=date(2027, 12, 31)), had("2026", value=0)).status == "met"


def test_of_several_deaths_the_latest_that_has_begun_is_named():
    """A death of the year before is no case of this one, one whose days begin today is."""
    before, now = (evolve(had(year, value=1), definition="thing/deaths") for year in ("2025", "2026"))
    later = evolve(had("2027", value=1), definition="thing/deaths")

    found = deaths_and_accidents(before, now, later, had("2026", value=0), on=date(2026, 1, 1))
    assert (found.status, "1 children in 2026 (2)" in str(found.reason)) == ("not_met", True)


def test_what_may_occur_is_not_broken_by_what_implies_it():
    """Only where none may occur does a death break it: of three accidents allowed, one is within the bar."""
    deaths = counted("count", "count", key="thing/deaths", implies=("thing/counted",))
    plan = plan_with(measure_of(FLOW, bar("<=", 3)), measure_of(deaths, ZERO, code="2"))
    death = evolve(had("2026", value=1), definition="thing/deaths")

    assert judged(plan.measures[0], death, had("2026", value=1), on=CLOSED, plan=plan).status == "met"


# What was counted in another way


def test_a_figure_recorded_under_another_way_of_counting_is_named_and_never_no_case():
    """Four pieces are no share of nobody: once the definition asks for two counts, what is recorded is left aside and said."""
    found = judged(measure_of(RATIO, bar(">=", 80)), had("2026", value=4), on=CLOSED)

    assert (found.status, found.value) == ("no_data", None)
    assert "not counted here (2026)" in str(found.reason)
