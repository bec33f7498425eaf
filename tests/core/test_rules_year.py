"""One reporting year by itself: what a report on it says that is written in the year after (docs/domain.md, section 4)."""

from datetime import date

from planmonitor import CALENDAR, Duty, Known, Unit
from planmonitor.assessment.in_period import Span, judge_in
from support.rules import FLOW, RATIO, SOURCE, bar, had, measure_of, plan_with

OFFICE = Unit("van-hoa", "Phòng Văn hóa")


def judged(plan, year, *figures, today=date(2027, 3, 1)):
    return judge_in(plan, Known(tuple(figures)), Span.of_year(year), today)


def test_a_figure_that_ends_with_the_year_is_of_it():
    """The calendar year ends on 31 December, and its figure with it."""
    plan = plan_with(measure_of(RATIO, bar(">=", 90)), window=CALENDAR)
    [measure] = judged(plan, 2026, had("2026", 95, 100)).measures
    assert (measure.status, measure.value.period.year) == ("met", 2026)


def test_a_year_that_is_over_is_judged_as_over():
    """In March 2027 a flow of 2026 under its bar is met and final; while the year lasts nothing is."""
    plan = plan_with(measure_of(FLOW, bar("<=", 9, due=date(2026, 12, 31))), window=CALENDAR)
    [over] = judged(plan, 2026, had("2026", value=3)).measures
    [open_still] = judged(plan, 2026, had("2026", value=3), today=date(2026, 12, 31)).measures
    assert (over.status, over.interim, open_still.status) == ("met", False, "in_progress")


def test_the_reports_of_a_year_are_those_on_it():
    """The view of 2027 has no report on 2026, and that of 2026 none on 2027."""
    yearly = Duty("yearly", "dated", "trước ngày 25/11", SOURCE, (OFFICE.id,), last_day="11-24", measures=("1",))
    plan = plan_with(measure_of(RATIO, bar(">=", 90)), units=(OFFICE,), duties=(yearly,), window=CALENDAR)
    for year in (2026, 2027):
        assert [item.period.year for item in judged(plan, year).deadlines] == [year]


def test_a_half_year_is_judged_by_what_was_counted_up_to_its_end():
    """Of the figures of the halves the report on the first has the first alone, and a figure of the year that runs to a day of it."""
    plan = plan_with(measure_of(FLOW, bar("<=", 9, due=date(2026, 12, 31))), window=CALENDAR)
    halves = Known((had("2026-S1", value=3), had("2026-S2", value=4)))
    [first] = judge_in(plan, halves, Span.named("2026-S1"), date(2027, 3, 1)).measures
    [year] = judge_in(plan, halves, Span.of_year(2026), date(2027, 3, 1)).measures
    assert (first.value.value, first.status, year.value.value, year.status) == (3, "in_progress", 7, "met")
    early = Known((had("2026", value=3, until=date(2026, 6, 30)),))
    late = Known((had("2026", value=3, until=date(2026, 7, 1)),))
    assert [judge_in(plan, known, Span.named("2026-S1"), date(2027, 3, 1)).measures[0].status for known in (early, late)] == [
        "in_progress",
        "no_data",
    ]


def test_nothing_is_met_for_good_inside_a_year_that_goes_on():
    """A share that reaches its bar in the first half reaches it so far; at the end of the year it does."""
    plan = plan_with(measure_of(RATIO, bar(">=", 90)), window=CALENDAR)
    known = Known((had("2026-S1", 95, 100),))
    [half] = judge_in(plan, known, Span.named("2026-S1"), date(2027, 3, 1)).measures
    [year] = judge_in(plan, known, Span.of_year(2026), date(2027, 3, 1)).measures
    assert (half.status, half.interim) == ("met", True)
    assert not (year.status == "met" and year.interim)
