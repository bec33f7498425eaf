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
