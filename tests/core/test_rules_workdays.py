"""Reports due so many working days after their period (docs/domain.md, rules 16 to 18)."""

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from planmonitor import (
    ADMINISTRATIVE,
    CALENDAR,
    BadData,
    Definition,
    Document,
    Duty,
    Figure,
    InvalidPlan,
    Known,
    Measure,
    Target,
    Text,
    Unit,
    judge_plan,
)
from planmonitor.assessment.public_days import SWAPS, worked_out
from planmonitor.assessment.workdays import Calendar
from support.rules import plan_with

WORDS = Text("Việc", "Thing")
SOURCE = Document(WORDS, "Bộ").at("điều 1", "Nguyên văn")
DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("end", "count", "last_day"),
    [
        (date(2026, 6, 30), 5, date(2026, 7, 7)),
        (date(2026, 6, 30), 10, date(2026, 7, 14)),
        (date(2026, 12, 31), 5, date(2027, 1, 8)),
        (date(2026, 12, 31), 10, date(2027, 1, 15)),
    ],
)
def test_working_days_leave_out_weekends_and_new_year(end, count, last_day):
    """5 and 10 working days after the half-year and after the year, as worked out by hand from the calendar of 2026."""
    assert Calendar().after_working_days(end, count) == last_day


def test_the_day_of_culture_and_a_saturday_made_a_working_day_are_known():
    """24 November is a day off from 2026; Saturday 22 August 2026 is worked instead of another day."""
    assert not Calendar().is_working(date(2026, 11, 24))
    assert Calendar().is_working(date(2026, 8, 22))


def test_what_the_place_names_wins_over_the_list():
    """The decision that moves days off and make-up days each year is the place's to name: 4 January 2027 off for Saturday the 9th."""
    named = Calendar(days_off={date(2027, 1, 4)}, working_days={date(2027, 1, 9)})

    assert (Calendar().is_working(date(2027, 1, 4)), named.is_working(date(2027, 1, 4))) == (True, False)
    assert (Calendar().is_working(date(2027, 1, 9)), named.is_working(date(2027, 1, 9))) == (False, True)
    assert named.last_working_day(date(2027, 1, 4)) == date(2026, 12, 31)


def test_a_swap_that_the_press_reported_is_known_and_says_where_it_was_read():
    """2 January 2026, a Friday, was off for Saturday the 10th; a place that names a day itself has its own source."""
    assert (Calendar().is_working(date(2026, 1, 2)), Calendar().is_working(date(2026, 1, 10))) == (False, True)
    assert Calendar().last_working_day(date(2026, 1, 2)) == date(2025, 12, 31)
    sources = [Calendar().source_of(day) for day in (date(2026, 1, 2), date(2026, 1, 10), date(2026, 1, 3))]
    said = "hoán đổi ngày làm việc 02/01 và 10/01/2026 theo báo chí ngày 26/12/2025, chưa thấy văn bản"
    assert [source and source.vi for source in sources] == [said, said, None]
    assert Calendar(days_off={date(2026, 1, 2)}).source_of(date(2026, 1, 2)) is None
    assert Calendar(working_days={date(2026, 1, 2)}).is_working(date(2026, 1, 2))


def test_every_swap_takes_off_a_working_day_and_works_a_day_of_a_weekend():
    """Swaps are data, dated and with their source, and none repeats what the library knows."""
    for swap in SWAPS:
        assert (swap.off.weekday() < 5, swap.worked.weekday() >= 5) == (True, True)
        assert swap.off not in worked_out(swap.off.year)[0]
        assert swap.worked not in worked_out(swap.worked.year)[1]
        assert swap.source.vi


def test_days_off_of_a_year_are_expected_until_they_are_announced():
    """Of 2026 they are known; of 2027 once the place cites the decision."""
    assert [Calendar().is_expected(year) for year in (2026, 2027)] == [False, True]
    assert [Calendar(announced={2027}).is_expected(year) for year in (2027, 2028)] == [False, True]


def test_a_year_whose_holidays_nobody_knows_is_refused():
    """Beyond the list every day would silently be a working day."""
    with pytest.raises(BadData, match="2101"):
        Calendar().is_working(date(2101, 3, 1))
    assert Calendar().is_working(date(2100, 3, 1))


@given(DAYS, st.integers(1, 40))
def test_the_last_day_is_a_working_day_with_exactly_so_many_before_it(day, count):
    """Counting the working days after the period up to the last day gives the number the rule names."""
    calendar = Calendar()
    last = calendar.after_working_days(day, count)
    between = [day + timedelta(days=number) for number in range(1, (last - day).days + 1)]

    assert calendar.is_working(last)
    assert sum(map(calendar.is_working, between)) == count


def plan_of(*duties):
    injured = Definition("some/injured", WORDS, "count", "people", "count", Text("trẻ em", "children"))
    measure = Measure("1", WORDS, injured, Target("decrease", None, "giảm", kind="decrease", same_period=True), SOURCE)
    return plan_with(measure, end=date(2026, 12, 31), units=(Unit("tram-y-te", "Trạm Y tế"),), duties=duties, window=ADMINISTRATIVE)


def duty(**more):
    fields = {"id": "report", "kind": "after_period", "rule": "10 ngày làm việc", "source": SOURCE, "reporters": ("tram-y-te",), "measures": ("1",)}
    return Duty(**{**fields, "period": "half-year", "working_days": 10, "window": CALENDAR, **more})


def test_a_half_year_report_falls_due_in_july_and_a_yearly_one_in_the_next_year():
    """The half-year's report is due on 14 July 2026, the year's on 15 January 2027, each on its calendar period."""
    judged_plan = judge_plan(plan_of(duty(), duty(id="year", period="year")), Known(), date(2026, 7, 14))

    assert [(item.duty.id, item.last_day, item.state, item.period.start, item.period.end) for item in judged_plan.deadlines] == [
        ("report", date(2026, 7, 14), "not_due", date(2026, 1, 1), date(2026, 6, 30)),
        ("year", date(2027, 1, 15), "not_due", date(2026, 1, 1), date(2026, 12, 31)),
    ]


def test_the_day_after_its_last_working_day_a_report_is_overdue():
    """Until the end of the last working day it is in time, on the next day one day late."""
    [owed] = judge_plan(plan_of(duty()), Known(since=date(2026, 1, 1)), date(2026, 7, 15)).deadlines

    assert (owed.state, owed.late_days) == ("overdue", 1)


def test_days_off_of_the_place_move_the_last_day():
    """A day off that the place has named moves the last day by one working day."""
    named = Known(calendar=Calendar(days_off={date(2026, 7, 1)}))

    assert judge_plan(plan_of(duty()), named, date(2026, 7, 1)).deadlines[0].last_day == date(2026, 7, 15)


def test_working_days_belong_to_reports_after_a_period_only():
    """A report by a day of the year has no working days to count, and one after a period needs them."""
    for wrong in ({"working_days": None}, {"working_days": 0}, {"kind": "undated"}, {"kind": "dated", "last_day": "07-14"}):
        with pytest.raises(InvalidPlan, match="working_days"):
            duty(**wrong)


def test_figures_of_the_calendar_half_year_are_what_the_report_owes():
    """A figure of 1 January to 30 June fulfils the half-year's report; the administrative half-year does not."""
    half = CALENDAR.parse("2026-S1")
    figure = Figure("some/injured", "P", "", half, half.end, value=1, state="final")

    [owed] = judge_plan(plan_of(duty()), Known((figure,)), date(2026, 8, 1)).deadlines

    assert (owed.received, owed.expected) == (1, 1)


def test_a_report_that_an_act_orders_later_is_not_owed_before():
    """Of a plan of several years, a report whose act applies from a day on falls due from that day on only."""
    later = evolve(plan_of(duty(kind="dated", working_days=None, last_day="07-09", valid_from=date(2027, 1, 1))), end=date(2028, 12, 31))

    assert [item.last_day.year for item in judge_plan(later, Known(), date(2026, 12, 1)).deadlines] == [2027, 2028]


def test_a_last_day_that_is_a_day_off_names_the_working_day_before_it(monitor):
    """The last day "trước ngày 25/11" leaves is 24 November, a day off from 2026: the 23rd is shown beside it, unless the place says otherwise."""
    monitor.today = date(2026, 11, 1)
    monitor.follow("child-labour/van-son-2026-2030")
    path = monitor.folder / "monitor.toml"
    answer = '\n[plans."child-labour/van-son-2026-2030".answers]\nannual-report-day = "11-24"\n'
    path.write_text(path.read_text(encoding="utf-8") + answer, encoding="utf-8")

    owed = monitor("deadlines", "--to", "2026-12-31", "--format", "markdown")
    assert "24 November 2026 (a day off; last working day 23 November 2026; day set by the place: no document named)" in owed.words
    path.write_text(path.read_text(encoding="utf-8") + "\n[calendar.2026]\nworking_days = [2026-11-24]\n", encoding="utf-8")
    assert "a day off" not in monitor("deadlines", "--to", "2026-12-31", "--format", "csv").out


def test_a_wrong_calendar_is_named_with_table_and_key(monitor):
    """A day of another year, or no day at all, in `[calendar.YYYY]` is refused with table and key."""
    monitor.follow("child-labour/van-son-2026-2030")
    path = monitor.folder / "monitor.toml"
    sound = path.read_text(encoding="utf-8")
    for wrong, named in (
        ("[calendar.2026]\ndays_off = [2027-01-02]", "days_off"),
        ('[calendar.2026]\nworking_days = ["2026-01-10"]', "working_days"),
        ("[calendar.2026]\nday_off = []", "days_off"),
        ("[calendar.26]\ndays_off = []", "26"),
        ("[calendar.2030]\ndays_off = [2030-11-29]\nworking_days = [2030-11-29]", "is [2030-11-29]; it must be a list of days of which 'days_off'"),
        ("[calendar.2027]\nworking_days = [2026-12-26]", "is [2026-12-26]; it must be a list of dates of 2027, such as [2027-01-02]; others stand"),
    ):
        path.write_text(f"{sound}\n{wrong}\n", encoding="utf-8")
        said = " ".join(monitor("status", code=3).err.split())
        assert "calendar" in said
        assert "line 1:" not in said  # the line in the table, not the head of the file
        assert named in said


@pytest.mark.parametrize(
    ("year", "off", "worked"),
    [
        (2018, "01-01 02-14 02-15 02-16 02-17 02-18 02-19 02-20 04-25 04-30 05-01 09-02 09-03 12-31", ""),
        (2019, "01-01 02-04 02-05 02-06 02-07 02-08 04-14 04-15 04-29 04-30 05-01 09-02", "01-05 05-04"),
        (2026, "01-01 02-16 02-17 02-18 02-19 02-20 04-26 04-27 04-30 05-01 08-31 09-01 09-02 11-24", "08-22"),
    ],
)
def test_the_days_off_of_a_year_are_those_of_its_decision(year, off, worked):
    """All of a year, its first and its last day among them, and the Saturdays worked instead."""
    assert [" ".join(sorted(f"{day:%m-%d}" for day in days)) for days in worked_out(year)] == [off, worked]
    assert {day.year for days in worked_out(year) for day in days} == {year}
