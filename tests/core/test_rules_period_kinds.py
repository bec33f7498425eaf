"""The kinds of periods that reports are on, over every day of 2021 to 2035, against the same rules written a second way (docs/domain.md, rule 17)."""

from bisect import bisect_right
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from dateutil.rrule import MONTHLY, rrule
from holidays.countries.vietnam import Vietnam
from planmonitor import ADMINISTRATIVE, CALENDAR, Document, Duty, InvalidPlan, Text
from planmonitor.assessment.public_days import SWAPS
from planmonitor.assessment.workdays import Calendar
from planmonitor.model.reported import KINDS, NAMED_DAYS, is_several_a_year, periods_in
from support.environments import ONCE

pytestmark = ONCE

WINDOWS = (ADMINISTRATIVE, CALENDAR)
YEARS = range(2021, 2036)
FIRST, LAST = date(2021, 1, 1), date(2035, 12, 31)
EVERY_DAY = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
SOURCE = Document(Text("Kế hoạch", "Plan"), "UBND xã").at("mục V", "Báo cáo")
LENGTHS = {"month": 1, "quarter": 3, "half-year": 6, "second-half": 6, "both-halves": 6, "nine-months": 9, "year": 12}
BEGINS = {"second-half": 6}


def again(window, kind, year):
    """Return first and last days of the periods of a kind in a year, by dateutil from the months alone."""
    shift = relativedelta(days=14, months=-1) if window is ADMINISTRATIVE else relativedelta()
    months, start = LENGTHS[kind], date(year, 1, 1) + relativedelta(months=BEGINS.get(kind, 0))
    count = {"month": 12, "quarter": 4, "both-halves": 2}.get(kind, 1)
    firsts = [begin.date() for begin in rrule(MONTHLY, dtstart=start, interval=months, count=count)]
    return [(first + shift, first + relativedelta(months=months) + shift - timedelta(days=1)) for first in firsts]


@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: window.key)
@pytest.mark.parametrize("kind", LENGTHS)
def test_the_periods_of_a_kind_are_those_of_the_calendar_library(window, kind):
    """Every kind has in every year the windows that another library works out from the months."""
    for year in YEARS:
        assert [(one.start, one.end) for one in periods_in(year, kind, window)] == again(window, kind, year)


@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: window.key)
@pytest.mark.parametrize("kind", ["month", "quarter", "both-halves", "year"])
def test_the_periods_of_a_kind_tile_their_years(window, kind):
    """Every day of 2021 to 2035 lies in exactly one month, quarter, half and year, and that belongs to the reporting year of the day."""
    periods = {year: periods_in(year, kind, window) for year in range(2020, 2038)}
    for day in EVERY_DAY:
        holding = [(year, one) for year, these in periods.items() for one in these if one.start <= day <= one.end]
        assert [year for year, _one in holding] == [window.year_on(day)]
        assert holding[0][1].year == window.year_on(day)


def test_the_reporting_year_of_a_day_is_that_of_its_decree():
    """From 15 December on a day belongs to the next year under Decree 09/2019, by the calendar never."""
    for day in EVERY_DAY:
        assert ADMINISTRATIVE.year_on(day) == day.year + (f"{day:%m-%d}" >= "12-15")
        assert CALENDAR.year_on(day) == int(f"{day:%Y}")


@pytest.mark.parametrize("window", WINDOWS, ids=lambda window: window.key)
@pytest.mark.parametrize("kind", KINDS)
def test_every_form_of_a_period_that_a_screen_prints_is_understood(window, kind):
    """What a period is called, in both languages, and its id lead back to the same days."""
    duty = of(kind)
    for year in YEARS:
        for period in duty.periods(year, window):
            for written in (period.id, period.called.vi, period.called.en, period.called.vi.upper()):
                found = duty.parse(written, window)
                assert (found, found.called) == (period, period.called)


@pytest.mark.parametrize("day", EVERY_DAY[::31])
def test_any_span_is_understood_as_it_is_printed(day):
    """From any day, of any length: the two days a screen prints are the period again."""
    for window in WINDOWS:
        for days in (1, 40, 400):
            period = window.named(day, day + timedelta(days=days - 1))
            assert [window.parse(period.called.vi), window.parse(period.called.en)] == [period, period]


@pytest.mark.parametrize(
    ("kind", "called"),
    [
        ("month", "tháng 01/2026"),
        ("quarter", "quý I/2026"),
        ("half-year", "6 tháng đầu năm 2026"),
        ("second-half", "6 tháng cuối năm 2026"),
        ("nine-months", "9 tháng đầu năm 2026"),
        ("year", "năm 2026"),
        ("school-year", "năm học 2025-2026"),
        ("custom", "từ 01/10/2025 đến 15/3/2026"),
    ],
)
def test_a_period_is_called_as_officers_write_it(kind, called):
    """By its kind, whatever days stand behind it."""
    assert {of(kind).periods(2026, window)[0].called.vi for window in WINDOWS} == {called}


def of(on, **more):
    days = {"school-year": ("09-05", "05-31"), "custom": ("10-01", "03-15")}.get(on, (None, None))
    fields = {"id": "report", "kind": "undated", "rule": "theo quy định", "source": SOURCE, "reporters": ("a",), "period": on}
    return Duty(**{**fields, "period_start": days[0], "period_end": days[1], **more})


def test_a_plan_names_the_days_of_its_school_year_and_of_a_custom_period_itself():
    """No act that is cited here fixes them for good; of any other kind the window does."""
    for wrong in ({"period": "school-year"}, {"period": "custom", "period_start": "09-01"}, {"period": "quarter", "period_end": "05-31"}):
        with pytest.raises(InvalidPlan, match="period_"):
            Duty("report", "undated", "theo quy định", SOURCE, ("a",), **wrong)
    [school] = of("school-year").periods(2027, CALENDAR)
    assert (school.start, school.end, school.year) == (date(2026, 9, 5), date(2027, 5, 31), 2027)


def test_one_day_of_a_year_dates_no_report_of_every_month_or_quarter():
    """Of several periods a year it would leave open whose day it is."""
    for kind in KINDS:
        dated = {"kind": "dated", "last_day": "11-24"}
        if not is_several_a_year(kind):
            assert of(kind, **dated).day_for(of(kind).periods(2026, CALENDAR)[0]).month == 11
            continue
        with pytest.raises(InvalidPlan, match="last_day"):
            of(kind, **dated)
    assert set(NAMED_DAYS) < set(KINDS)


@pytest.mark.parametrize("month", ["last", "after"])
def test_a_day_of_a_month_relative_to_the_period_is_that_of_the_calendar_library(month):
    """The 4th of the month after every quarter and month, the 25th of its last; the 31st is the last day of any month."""
    for window in WINDOWS:
        for kind in ("month", "quarter"):
            for due_day in (1, 4, 25, 28, 30, 31):
                duty = of(kind, kind="day_of_month", due_day=due_day, due_month=month)
                for period in (one for year in YEARS for one in duty.periods(year, window)):
                    wanted = period.end + relativedelta(months=1 if month == "after" else 0, day=due_day)
                    assert duty.day_for(period) == wanted


def test_a_day_of_a_month_is_said_whole():
    """It needs its day, its month, and what it reports on."""
    for lacking in ("due_day", "due_month", "period"):
        fields = {"kind": "day_of_month", "due_day": 4, "due_month": "after", "period": "month"}
        with pytest.raises(InvalidPlan, match=lacking):
            of(None, **{**fields, lacking: None})
    with pytest.raises(InvalidPlan, match="due_day"):
        of("month", kind="day_of_month", due_day=32, due_month="last")


# Working days


def known_to_the_library(day, known):
    """Return whether the library for public holidays takes a day for a working day; the swaps it does not know beside it."""
    if any(day == swap.off for swap in SWAPS) or any(day == swap.worked for swap in SWAPS):
        return any(day == swap.worked for swap in SWAPS)
    return known.is_working_day(day)


def test_the_working_days_around_every_day_are_those_of_the_librarys_own_helper():
    """Last working day up to it, five working days after it and three before, of every day of 2021 to 2035."""
    known, calendar = Vietnam(years=range(2020, 2038)), Calendar()
    around = [date(2020, 12, 1) + timedelta(days=number) for number in range((date(2036, 2, 15) - date(2020, 12, 1)).days)]
    working = [day for day in around if known_to_the_library(day, known)]
    for day in EVERY_DAY:
        up_to = bisect_right(working, day)
        assert calendar.last_working_day(day) == working[up_to - 1]
        assert calendar.after_working_days(day, 5) == working[up_to + 4]
        before = up_to - 1 if working[up_to - 1] == day else up_to
        assert calendar.before_working_days(day, 3) == working[before - 3]
