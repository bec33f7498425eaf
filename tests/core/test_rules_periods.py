"""Periods and the days behind them (docs/domain.md, rules 13 and 17)."""

from datetime import date, timedelta

import pytest
from attrs import fields
from hypothesis import example, given
from hypothesis import strategies as st
from planmonitor import (
    ADMINISTRATIVE,
    CALENDAR,
    BadData,
    Definition,
    Document,
    Duty,
    Figure,
    Measure,
    Period,
    Plan,
    Responsibility,
    Target,
    Text,
    Unit,
)
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import judge_plan
from support.rules import VAN_SON, plan_with

WINDOWS = (ADMINISTRATIVE, CALENDAR)
SOURCE = Document(Text("Kế hoạch", "Plan"), "UBND xã").at("mục V", "Báo cáo trước ngày 10/6")
SHARES = Definition(
    "thing/counted",
    Text("Việc", "Thing"),
    "ratio",
    "people",
    "point_in_time",
    Text("trẻ em", "children"),
    numerator=Text("Tử số", "Numerator"),
    denominator=Text("Mẫu số", "Denominator"),
)


def measure_of(code="1", owners=("a",), **definition):
    fields = {"key": f"thing/counted-{code}", "label": Text("Việc", "Thing"), "kind": "count", "counts": "cases", "over_time": "count", **definition}
    responsible = tuple(Responsibility(owner, "implement", reports=True) for owner in owners)
    counted = Definition(noun=Text("vụ", "cases"), **fields)
    return Measure(code, Text("Việc", "Thing"), counted, Target(">=", 9, "9 vụ trở lên"), SOURCE, responsible)


def plan_of(*duties, measures=None, end=2027, window=CALENDAR, questions=()):
    units = (Unit("a", "Trạm Y tế"), Unit("b", "Công an xã"))
    more = {"place": VAN_SON, "end": date(end, 12, 31), "units": units, "duties": duties, "questions": questions, "window": window}
    return plan_with(*(measures or (measure_of(),)), **more)


# ---------------------------------------------------------------- Rule 17: names and days


@pytest.mark.parametrize(
    ("written", "administrative", "calendar"),
    [
        ("2026", ("2025-12-15", "2026-12-14"), ("2026-01-01", "2026-12-31")),
        ("2026-S1", ("2025-12-15", "2026-06-14"), ("2026-01-01", "2026-06-30")),
        ("2026-S2", ("2026-06-15", "2026-12-14"), ("2026-07-01", "2026-12-31")),
        ("2026-Q1", ("2025-12-15", "2026-03-14"), ("2026-01-01", "2026-03-31")),
        ("2026-Q2", ("2026-03-15", "2026-06-14"), ("2026-04-01", "2026-06-30")),
        ("2026-01", ("2025-12-15", "2026-01-14"), ("2026-01-01", "2026-01-31")),
        ("2026-05", ("2026-04-15", "2026-05-14"), ("2026-05-01", "2026-05-31")),
        ("2024-02", ("2024-01-15", "2024-02-14"), ("2024-02-01", "2024-02-29")),
        ("2025-12-15/P9M", ("2025-12-15", "2026-09-14"), ("2025-12-15", "2026-09-14")),
        ("2026-03-01/P10D", ("2026-03-01", "2026-03-10"), ("2026-03-01", "2026-03-10")),
    ],
)
def test_the_window_says_which_days_a_period_covers(written, administrative, calendar):
    """Rule 17: 15/12-14/12 under Decree 09/2019/NĐ-CP, else the calendar; a span has its days in itself."""
    assert [administrative, calendar] == [(str(days.start), str(days.end)) for days in (window.parse(written) for window in WINDOWS)]


@pytest.mark.parametrize(
    ("spoken", "period"),
    [
        ("6T2026", "2026-S1"),
        ("6 tháng 2026", "2026-S1"),
        ("06 tháng đầu năm 2026", "2026-S1"),
        ("6 tháng cuối năm 2026", "2026-S2"),
        ("QII/2026", "2026-Q2"),
        ("quý II/2026", "2026-Q2"),
        ("Quý 4 năm 2026", "2026-Q4"),
        ("quý  iii/2026", "2026-Q3"),
        ("tháng 5/2026", "2026-05"),
        ("T5/2026", "2026-05"),
        ("05/2026", "2026-05"),
        ("12 tháng 2026", "2026"),
        ("năm 2026", "2026"),
        (" 2026 ", "2026"),
    ],
)
def test_a_period_is_understood_as_officers_write_it(spoken, period):
    """Rule 17: the spoken form is the id, in either window."""
    assert [(period, window.parse(period)) for window in WINDOWS] == [(window.parse(spoken).id, window.parse(spoken)) for window in WINDOWS]


def test_nine_months_have_no_short_id():
    """Rule 17: "9 tháng 2026" is a span from the first day of the window."""
    assert [window.parse("9 tháng 2026").id for window in WINDOWS] == ["2025-12-15/P9M", "2026-01-01/P9M"]


@pytest.mark.parametrize(
    "written", ["", "26", "2026-S3", "2026-Q5", "2026-13", "2026-0", "quý V/2026", "2026-02-30/P1M", "2026-01-01/P", "2026-01-01/P0D", "hè 2026"]
)
def test_what_is_no_period_is_refused_with_an_example(written):
    """Rule 17: the complaint shows how a period is written."""
    with pytest.raises(BadData, match="2026-Q2"):
        CALENDAR.parse(written)


DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(window=st.sampled_from(WINDOWS), start=DAYS, length=st.integers(1, 800))
@example(window=CALENDAR, start=date(2024, 1, 31), length=29)
@example(window=ADMINISTRATIVE, start=date(2025, 12, 15), length=365)
def test_any_days_have_a_name_that_is_read_back_as_the_same_days(window, start, length):
    """Rule 17: in the window that named them."""
    named = window.named(start, start + timedelta(length - 1))
    assert (named, named.id) == (window.parse(named.id), window.parse(named.id).id)
    assert (start, length) == (named.start, named.days)


LABELS = st.builds("{}{}".format, st.integers(2000, 2100), st.sampled_from(["", "-S1", "-S2", "-Q1", "-Q2", "-Q3", "-Q4", "-01", "-02", "-12"]))


@given(window=st.sampled_from(WINDOWS), label=LABELS)
def test_an_id_comes_back_from_its_days(window, label):
    """Rule 17: and the same period of the year before has the same name, a year earlier."""
    period = window.parse(label)
    assert label == window.named(period.start, period.end).id
    assert (window.parse(f"{int(label[:4]) - 1}{label[4:]}"), f"{int(label[:4]) - 1}{label[4:]}") == (
        window.year_before(period),
        window.year_before(period).id,
    )


def test_the_year_before_of_a_span_starts_twelve_months_earlier():
    """Rules 5 and 17: nine months against nine months, the end of February against the end of February."""
    assert ADMINISTRATIVE.year_before(ADMINISTRATIVE.parse("9 tháng 2026")).id == "2024-12-15/P9M"
    assert date(2023, 2, 28) == CALENDAR.year_before(CALENDAR.parse("2024-02")).end


@given(window=st.sampled_from(WINDOWS), year=st.integers(1950, 2150), parts=st.sampled_from([("S", 2), ("Q", 4), ("", 12)]))
def test_the_parts_of_a_year_cover_it_once(window, year, parts):
    """Rule 13: half-years, quarters and months follow each other without gap or overlap."""
    letter, number = parts
    pieces = [window.parse(f"{year}-{letter}{n}" if letter else f"{year}-{n:02d}") for n in range(1, number + 1)]
    whole = window.year(year)
    assert (whole.start, whole.end, whole.days) == (pieces[0].start, pieces[-1].end, sum(piece.days for piece in pieces))
    assert not any(one.overlaps(other) for one in pieces for other in pieces if one is not other)
    assert all(whole.contains(piece) and piece.year == year for piece in pieces)
    assert window.year(year + 1).start == whole.end + timedelta(1)


def test_equal_days_are_one_period_whatever_it_is_called():
    """Rule 17: the id is only a label."""
    days = (date(2026, 1, 1), date(2026, 12, 31))
    assert Period("2026", *days) == Period("cả năm", *days)
    assert ADMINISTRATIVE.year(2026) != CALENDAR.year(2026)


def half(start, end, above, name="2026-S1", **more):
    days = Period(name, date.fromisoformat(start), date.fromisoformat(end))
    return Figure("thing/counted", "07621", "", days, days.end, numerator=above, denominator=100, **more)


CALENDAR_HALF, OTHER_HALF = ("2026-01-01", "2026-06-30"), ("2025-12-15", "2026-06-14")
RATIO_MEASURE = Measure("1", Text("Việc", "Thing"), SHARES, Target(">=", 90, "90% trở lên"), SOURCE)


def value_of(window, *figures):
    plan = plan_of(measures=(RATIO_MEASURE,), window=window)
    judged = judge_plan(plan, Known(figures), date(2026, 8, 1)).measures[0]
    return (judged.status, judged.value and judged.value.numerator)


@pytest.mark.parametrize(("window", "own", "other"), [(CALENDAR, CALENDAR_HALF, OTHER_HALF), (ADMINISTRATIVE, OTHER_HALF, CALENDAR_HALF)])
def test_figures_of_two_windows_do_not_mix(window, own, other):
    """Rule 17: "2026-S1" of the other window neither fills the place nor replaces the plan's own, and they have two keys."""
    assert value_of(window, half(*other, 95)) == ("no_data", None)
    assert value_of(window, half(*own, 50), half(*other, 95)) == ("in_progress", 50)
    assert half(*own, 1).key != half(*other, 1).key


def test_the_name_under_which_a_figure_was_recorded_does_not_matter():
    """Rule 17: a plan of the other window recorded the same days as "2026-01-01/P6M"."""
    assert value_of(CALENDAR, half(*CALENDAR_HALF, 95)) == value_of(CALENDAR, half(*CALENDAR_HALF, 95, "2026-01-01/P6M")) == ("met", 95)


def test_a_duty_brings_its_own_window():
    """Rule 17: the measure it carries, and the report itself, follow the document of the duty."""
    duty = Duty("mid-year", "dated", "trước ngày 10/6", SOURCE, ("a",), period="half-year", last_day="06-09", window=ADMINISTRATIVE, measures=("1",))
    plan = plan_of(duty, measures=(measure_of(), measure_of("2")))
    assert [plan.window_of(measure) for measure in plan.measures] == [ADMINISTRATIVE, CALENDAR]
    assert ADMINISTRATIVE.parse("2026-S1") == judge_plan(plan, Known(), date(2026, 1, 1)).deadlines[0].period


def test_the_programs_default_window_is_the_administrative_one():
    """Rule 17: where the document names none."""
    assert fields(Plan).window.default == ADMINISTRATIVE


@pytest.mark.parametrize(
    ("period", "vi", "en"),
    [
        (CALENDAR.year(2026), "năm 2026", "year 2026"),
        (CALENDAR.parse("2026-S1"), "6 tháng đầu năm 2026", "first half of 2026"),
        (CALENDAR.parse("2026-S2"), "6 tháng cuối năm 2026", "second half of 2026"),
        (CALENDAR.parse("2026-Q2"), "quý II/2026", "quarter II/2026"),
        (CALENDAR.parse("2026-05"), "tháng 5/2026", "May 2026"),
        (CALENDAR.parse("2026-01"), "tháng 01/2026", "January 2026"),
        (CALENDAR.parse("2026-02"), "tháng 02/2026", "February 2026"),
        (CALENDAR.parse("2026-10"), "tháng 10/2026", "October 2026"),
        (ADMINISTRATIVE.parse("9 tháng 2026"), "9 tháng đầu năm 2026", "first nine months of 2026"),
    ],
)
def test_a_period_is_called_as_officers_call_it(period, vi, en):
    """Section 9: halves, quarters and months by their names, other spans by their first and last day, in both languages."""
    assert (period.called.vi, period.called.en) == (vi, en)
