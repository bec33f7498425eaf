"""A case that only overlaps a plan's year (docs/domain.md, rules 13 and 18): an error to settle, named by its days, and reported."""

from datetime import date

import pytest
from attrs import evolve
from planmonitor import ADMINISTRATIVE, CALENDAR, Duty, Known, Milestone, Text, judge_plan
from planmonitor.assessment.acts import Sending
from planmonitor.assessment.in_period import Span, judge_in
from planmonitor.messages import plain
from planmonitor.registry.judging import judge_together
from support.plans_together import MOST, NONE_OCCURS, OFFICE, SOURCE, counted, figure, plan
from support.rules import plan_with

ON = date(2027, 1, 5)
CASE = evolve(figure("shared/deaths", value=1), until=date(2026, 12, 31))
REPORT = Duty("case", "on_event", "khi phát sinh vụ việc", SOURCE, (OFFICE.id,), measures=("1",))


def ours(end=date(2026, 12, 31)):
    """Return a plan of the administrative year 2026 that wants none, and has cases reported."""
    wanted = plan("a/x", counted(), NONE_OCCURS, units=(OFFICE,), duties=(REPORT,), window=ADMINISTRATIVE)
    return evolve(wanted, end=end)


def across(*plans, figures, on=ON):
    known = Known(tuple(figures), plans=plans)
    judged = [judge_plan(item, known, on) for item in plans]
    return [item for item in judge_together(judged, known)[0] if item.check.id == "planmonitor/case-across-windows"]


def test_a_case_across_the_year_is_an_error_without_any_zero():
    """Nothing else is recorded; the finding names the days of both, the plan, and the measure it was recorded for."""
    [found] = across(ours(), plan("b/x", counted(), MOST), figures=[CASE])
    assert found.severity == "error"
    assert found.finding.message.en == (
        "1 children are recorded for 1 January 2026 - 31 December 2026 as measure 1 (b/x), "
        "partly outside 15 December 2025 - 14 December 2026 of a/x: find out the day; "
        "if it lies inside, record the case under measure 1 of this plan."
    )
    assert found.finding.measures == ("a/x/1",)


@pytest.mark.parametrize("followed", [True, False])
def test_the_reason_names_the_days_and_the_plan_it_was_recorded_under(followed):
    """What it was recorded under may be followed no more: then the days alone are told. What that plan counts besides is not named."""
    line, besides = (plan("b/x", counted(key), MOST).measures[0] for key in ("shared/deaths", "shared/others"))
    theirs = plan_with(line, evolve(besides, code="2"), id="b/x", short=Text("b/x", "b/x"), end=date(2026, 12, 31), window=CALENDAR)
    measure = judge_plan(ours(), Known((CASE,), plans=(ours(), theirs) if followed else (ours(),)), ON).measures[0]
    said = plain(measure.reason)
    assert (measure.status, measure.next_step) == ("no_data", None)
    assert (", recorded as measure 1 (b/x): partly" in said) == followed
    assert "partly outside 2026 of this plan (2025-12-15 to 2026-12-14). Settle on which day it occurred." in said


def test_what_implies_a_case_is_told_with_it_and_once():
    """A child drowned across the year: the accident that this would be is in doubt as well."""
    dead, accident = counted("shared/deaths", implies=("other/accidents",)), counted("other/accidents")
    measures = [plan("a/x", dead, NONE_OCCURS).measures[0], evolve(plan("a/x", accident, NONE_OCCURS).measures[0], code="2")]
    both = plan_with(*measures, id="a/x", end=date(2026, 12, 31), window=ADMINISTRATIVE)
    for order in (both, plan_with(*measures[::-1], id="a/x", end=date(2026, 12, 31), window=ADMINISTRATIVE)):
        [found] = across(order, figures=[CASE])
        assert set(found.finding.measures) == {"a/x/1", "a/x/2"}
        assert found.finding.message.en.endswith("record the case under measure 1 of this plan.")
    assert "Settle on which day it occurred" in plain(judge_plan(both, Known((CASE,)), ON).measures[1].reason)


INSIDE = evolve(figure("shared/deaths", ADMINISTRATIVE, value=1), period=ADMINISTRATIVE.parse("2026-S1"), until=date(2026, 6, 14))


@pytest.mark.parametrize(
    "figures",
    [(evolve(CASE, value=0),), (evolve(CASE, comparison=True),), (evolve(CASE, until=date(2026, 12, 14)),), (CASE, INSIDE)],
)
def test_what_is_no_case_lies_inside_or_is_of_a_year_broken_anyway_is_in_no_doubt(figures):
    assert across(ours(), figures=figures) == []


@pytest.mark.parametrize(("end", "year"), [(date(2026, 12, 31), "2026"), (date(2027, 12, 31), "2027")])
@pytest.mark.parametrize("since", [None, date(2026, 1, 1), ON])
def test_the_report_on_events_is_open_in_the_last_year_of_the_plan_with_days_of_it(end, year, since):
    """The year in which it ends, else the last of the plan's: also where the first entry came later, for its day is not known yet."""
    found = [item for item in judge_plan(ours(end), Known((CASE,), since=since), ON).deadlines if item.state == "arisen"]
    assert [(item.period.id, [case.count for case in item.cases]) for item in found] == [(year, [1])]


def test_a_letter_tells_of_a_case_in_doubt_as_of_any_other():
    case = evolve(CASE, revision=1)
    letter = Sending("submit", "a/x", "case", "00000", OFFICE.id, ADMINISTRATIVE.year(2026), "1/BC", ON, revision=1)
    known = Known((case,), sendings=(letter,), journal=(case,), since=date(2026, 1, 1))
    assert [item.state for item in judge_plan(ours(), known, ON).deadlines] == ["on_time"]


def test_two_figures_of_one_case_in_doubt_are_one_case():
    """The calendar year, and the December of it."""
    december = evolve(CASE, period=CALENDAR.parse("2026-12"))
    [found] = [item for item in judge_plan(ours(), Known((CASE, december)), ON).deadlines if item.state == "arisen"]
    assert [case.count for case in found.cases] == [1]


def test_a_count_that_may_occur_is_in_no_doubt():
    """Of what is only bounded each window has its own figure (rule 25)."""
    bounded = evolve(ours(), indicators=plan("a/x", counted(), MOST).indicators)
    judged = judge_plan(bounded, Known((CASE,)), ON)
    assert across(bounded, figures=[CASE]) == []
    assert [item.state for item in judged.deadlines] == ["not_asked"]
    assert plain(judged.measures[0].reason) == "What is recorded is not counted here (2026-01-01/P1Y): other days than the plan's months and years."


@pytest.mark.parametrize(
    ("left", "cause"),
    [
        (evolve(figure("shared/deaths", value=5), unit="truong-x"), "of a unit that is not asked for it"),
        (figure("shared/deaths", numerator=1, denominator=2), "counted in another way then"),
        (evolve(figure("shared/deaths", value=5), period=CALENDAR.year(2024), until=date(2024, 12, 31)), "outside the time of the plan"),
    ],
)
def test_what_does_not_count_is_told_with_its_own_cause(left, cause):
    """No cause is named that is not true of the figure."""
    units = (OFFICE,)
    measure = judge_plan(plan("a/x", counted(), MOST, units=units), Known((left,)), ON).measures[0]
    assert plain(measure.reason).endswith(f": {cause}.")


@pytest.mark.parametrize(("year", "status"), [(2026, "no_data"), (2027, "met")])
def test_an_orientation_beyond_the_plan_is_judged_on_its_own_years(year, status):
    """Of the plan's last year it has no figure; and no report on a year of the plan asks for one."""
    measure = plan("a/x", counted(), NONE_OCCURS).measures[0]
    beyond = evolve(measure, code="DH", targets=(evolve(NONE_OCCURS, scope="orientation", due=date(2030, 12, 31)),))
    yearly = Duty("yearly", "dated", "trước ngày", SOURCE, (OFFICE.id,), last_day="12-31", measures=("1", "DH"))
    both = plan_with(measure, beyond, id="a/x", end=date(2026, 12, 31), window=CALENDAR, units=(OFFICE,), duties=(yearly,))
    figures = [evolve(figure("shared/deaths", value=0), period=days, until=days.end) for days in {CALENDAR.year(2026), CALENDAR.year(year)}]
    judged = judge_plan(both, Known(tuple(figures)), date(2028, 1, 1))
    assert [item.status for item in judged.measures] == ["met", status]
    if status == "no_data":
        assert plain(judged.measures[1].reason) == "No figure has been recorded."
    assert [(item.expected, item.received) for item in judged.deadlines] == [(1, 1)]
    assert [both.covers(beyond, CALENDAR.year(number)) for number in (2026, 2027, 2030, 2031)] == [False, True, True, False]
    step = Milestone(date(2026, 12, 31), 0, SOURCE)
    for within in ({"due": None}, {"valid_from": date(2025, 1, 1)}, {"milestones": (step,)}):
        worked_towards = evolve(beyond, targets=(evolve(beyond.targets[0], **within),))
        assert both.covers(worked_towards, CALENDAR.year(2026))


def test_a_figure_of_an_orientation_alone_from_before_its_years_is_not_lost_from_sight():
    """It was recorded before that was refused: no other measure counts it, so it is told, here and by the check."""
    measure = plan("a/x", counted(), NONE_OCCURS).measures[0]
    beyond = evolve(measure, code="DH", targets=(evolve(NONE_OCCURS, scope="orientation", due=date(2030, 12, 31)),))
    alone = plan_with(beyond, id="a/x", end=date(2026, 12, 31), window=CALENDAR)
    known = Known((figure("shared/deaths", value=0),), plans=(alone,))
    judged = judge_plan(alone, known, ON)
    assert plain(judged.measures[0].reason) == "What is recorded is not counted here (2026): outside the time of the plan."
    assert "planmonitor/figures-left-aside" in [item.check.id for item in judge_together([judged], known)[0]]


DEAD, ACCIDENT = counted("shared/deaths", implies=("other/accidents",)), counted("other/accidents")
ZERO = evolve(figure("other/accidents", ADMINISTRATIVE, value=0), until=date(2026, 12, 14))


def accidents():
    """Return a plan of the administrative year 2026 that wants no accident in two lines, and has accidents reported; it counts no deaths."""
    line = plan("a/x", ACCIDENT, NONE_OCCURS).measures[0]
    more = {"units": (OFFICE,), "duties": (REPORT,), "window": ADMINISTRATIVE}
    return plan_with(line, evolve(line, code="2"), id="a/x", end=date(2026, 12, 31), **more)


@pytest.mark.parametrize("zero", [(), (ZERO,)])
@pytest.mark.parametrize("more", [{"plans": (plan("b/x", DEAD, MOST),)}, {"definitions": (DEAD,)}])
def test_a_death_across_the_year_that_another_plan_counts_is_asked_once_and_reported(more, zero):
    """Whether that plan is followed or no longer, and whether a zero is recorded or not: one error, an open report, the days told."""
    known = Known((CASE, *zero), **more)
    judged = judge_plan(accidents(), known, ON)
    theirs = [judge_plan(item, known, ON) for item in known.plans]
    found = [item for item in judge_together([judged, *theirs], known)[0] if item.check.id.endswith(("case-across-windows", "contradicting-zero"))]
    assert [(item.severity, item.finding.measures) for item in found] == [("error", ("a/x/1",))]
    assert ("measure 1 (b/x)" in found[0].finding.message.en) == (bool(known.plans) and not zero)
    assert [[case.count for case in item.cases] for item in judged.deadlines if item.state == "arisen"] == [[1]]
    reason = plain(judged.measures[0].reason)
    assert zero or reason.startswith("1 children of 2026-01-01 to 2026-12-31")


def test_a_death_inside_the_year_breaks_it_and_leaves_nothing_in_doubt():
    known = Known((CASE, INSIDE), definitions=(DEAD,), since=date(2026, 1, 1))
    judged = judge_plan(accidents(), known, ON)
    assert [item.status for item in judged.measures] == ["not_met", "not_met"]
    assert [item.doubts for item in judged.measures] == [(), ()]
    assert [item.state for item in judged.deadlines] == ["arisen"]


def test_a_death_that_another_plan_counts_is_one_case_until_cases_of_ones_own_are_recorded():
    """The letter told of the one; of two that are recorded later it told of one."""
    death = evolve(INSIDE, revision=1)
    letter = Sending("submit", "a/x", "case", "00000", OFFICE.id, ADMINISTRATIVE.year(2026), "1/BC", ON, revision=1)
    own = evolve(ZERO, value=2, revision=2)
    for later, left in (((), []), ((own,), [[1]])):
        journal = (death, *later)
        known = Known(journal, definitions=(DEAD,), sendings=(letter,), journal=journal, since=date(2026, 1, 1))
        assert [[case.count for case in item.cases] for item in judge_plan(accidents(), known, ON).deadlines if item.state == "arisen"] == left


def over_years(*figures, year):
    """Judge on a reporting year a plan of 2026 and 2027 that wants no accident, beside deaths that it does not count."""
    known = Known(tuple(figures), definitions=(DEAD,))
    return judge_in(evolve(accidents(), end=date(2027, 12, 31)), known, Span.of_year(year), date(2028, 2, 1)).measures[0]


@pytest.mark.parametrize(("year", "status"), [(2026, "met"), (2027, "not_met")])
def test_on_a_reporting_year_a_death_breaks_its_own_year(year, status):
    """A zero of the year before is not what the year of the death is judged by."""
    death = evolve(INSIDE, period=ADMINISTRATIVE.parse("2027-S1"), until=date(2027, 6, 14))
    assert over_years(ZERO, death, year=year).status == status


def test_on_a_reporting_year_without_a_death_none_is_told():
    """A death of 2026 breaks no other year, though nothing is recorded of that one."""
    assert over_years(INSIDE, year=2027).status == "no_data"
    assert over_years(INSIDE, year=2026).status == "not_met"


@pytest.mark.parametrize("year", [2026, 2027])
def test_on_a_reporting_year_a_case_is_in_doubt_where_it_is_asked_about(year):
    """It is the last year of the plan's with days of the case, for its finding, its reason and its report."""
    one = over_years(CASE, year=year)
    assert [doubt.year.year for doubt in one.doubts] == ([2027] if year == 2027 else [])
    assert ("Settle on which day" in plain(one.reason)) == (year == 2027)


def test_on_a_reporting_year_what_does_not_count_is_told():
    """Recorded over other days than the plan's year: that, and not that there is no figure."""
    bounded = evolve(ours(), indicators=plan("a/x", counted(), MOST).indicators)
    reason = plain(judge_in(bounded, Known((CASE,)), Span.of_year(2026), ON).measures[0].reason)
    assert reason == "What is recorded is not counted here (2026-01-01/P1Y): other days than the plan's months and years."


@pytest.mark.parametrize(("beside", "asked"), [("2027-03", 0), ("2026-05", 1)])
def test_a_case_is_not_asked_about_where_another_breaks_the_year_it_would_lie_in(beside, asked):
    """December 2026 lies in 2026 and in 2027: a case of March 2027 breaks 2027 whatever the day was; one of May 2026 leaves 2027 open."""
    across_both = evolve(CASE, period=CALENDAR.parse("2026-12"), until=date(2026, 12, 31))
    period = CALENDAR.parse(beside)
    other = evolve(CASE, period=period, until=period.end)
    found = across(ours(end=date(2027, 12, 31)), plan("b/x", counted(), MOST), figures=[across_both, other], on=date(2027, 5, 1))
    assert len(found) == asked
