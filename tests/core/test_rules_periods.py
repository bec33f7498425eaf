"""Periods, the days behind them, and reports owed (docs/domain.md, rules 13 and 16 to 20)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve, fields
from hypothesis import assume, example, given
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
    OpenQuestion,
    Period,
    Plan,
    Responsibility,
    Target,
    Text,
    Unit,
)
from planmonitor.assessment.plans import Known, judge_plan
from planmonitor.assessment.records import MemberUnit
from planmonitor.model.settings import Answer, PlanSettings, settle
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
YEARLY = Duty("yearly", "dated", "chậm nhất ngày 25/11", SOURCE, ("a",), period="year", last_day="11-25")
MID_YEAR = Duty("mid-year", "dated", "trước ngày 10/6", SOURCE, ("a",), period="half-year", last_day="06-09")


def measure_of(code="1", owners=("a",), **definition):
    fields = {"key": f"thing/counted-{code}", "label": Text("Việc", "Thing"), "kind": "count", "counts": "cases", "over_time": "count", **definition}
    responsible = tuple(Responsibility(owner, "implement", reports=True) for owner in owners)
    counted = Definition(noun=Text("vụ", "cases"), **fields)
    return Measure(code, Text("Việc", "Thing"), counted, Target(">=", 9, "9 vụ trở lên"), SOURCE, responsible)


def plan_of(*duties, measures=None, end=2027, window=CALENDAR, questions=()):
    units = (Unit("a", "Trạm Y tế"), Unit("b", "Công an xã"))
    more = {"place": VAN_SON, "end": date(end, 12, 31), "units": units, "duties": duties, "questions": questions, "window": window}
    return plan_with(*(measures or (measure_of(),)), **more)


def came(period, day, *, code="1", unit="", hour=10, minute=0, window=CALENDAR):
    days = window.parse(period)
    moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    return {(f"thing/counted-{code}", unit, days.start, days.end): moment}


def owed(plan, on, *received):
    known = Known(received={key: moment for one in received for key, moment in one.items()})
    return judge_plan(plan, known, on)


def first(plan, on, *received):
    return owed(plan, on, *received).deadlines[0]


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
    assert ADMINISTRATIVE.parse("2026-S1") == first(plan, date(2026, 1, 1)).period


def test_the_programs_default_window_is_the_administrative_one():
    """Rule 17: where the document names none."""
    assert fields(Plan).window.default == ADMINISTRATIVE


# ---------------------------------------------------------------- Rules 16, 18 to 20: reports owed


def test_before_the_10th_excludes_that_day():
    """Rule 16: the last day in time is 9 June until 24:00; a report of the 10th is one day late."""
    late = [came("2026-S1", date(2026, 6, 9), hour=23, minute=59), came("2026-S1", date(2026, 6, 10), hour=0)]
    assert [(found.state, found.late_days) for found in (first(plan_of(MID_YEAR), date(2026, 7, 1), one) for one in late)] == [
        ("on_time", None),
        ("late", 1),
    ]
    assert date(2026, 6, 9) == first(plan_of(MID_YEAR), date(2026, 1, 1)).last_day


@pytest.mark.parametrize(
    ("on", "state", "days"),
    [(date(2026, 11, 25), "not_due", None), (date(2026, 11, 26), "overdue", 1), (date(2026, 12, 5), "overdue", 10)],
)
def test_a_report_is_overdue_from_the_day_after_its_last_day(on, state, days):
    """Rules 16, 19 and 20: "chậm nhất ngày 25/11" includes the 25th, and the days are counted when asked."""
    found = first(plan_of(YEARLY), on)
    assert (state, days, 1, 0) == (found.state, found.late_days, found.expected, found.received)


def test_a_report_is_in_when_its_last_figure_is():
    """Rule 19: complete means every figure owed; one of two is not sent, and the later one decides on time or late."""
    plan = plan_of(YEARLY, measures=(measure_of(), measure_of("2")))
    early, late = came("2026", date(2026, 11, 20)), came("2026", date(2026, 11, 28), code="2")
    halfway, whole = first(plan, date(2026, 12, 1), early), first(plan, date(2026, 12, 1), early, late)
    assert (halfway.state, halfway.received, halfway.expected) == ("overdue", 1, 2)
    assert (whole.state, whole.late_days, whole.received) == ("late", 3, 2)


def test_figures_of_other_days_units_or_measures_do_not_make_a_report():
    """Rules 17 and 19: the same name under another window, another unit's part, a half-year for a year."""
    plan = plan_of(YEARLY, measures=(measure_of(owners=("a", "b")),))
    day = date(2026, 11, 1)
    wrong = (came("2026", day, unit="b"), came("2026", day, unit="a", window=ADMINISTRATIVE), came("2026-S1", day, unit="a"), came("2025", day))
    assert ((found := first(plan, date(2026, 11, 2), *wrong)).state, found.received) == ("not_due", 0)
    assert first(plan, date(2026, 11, 2), came("2026", day, unit="a")).state == "on_time"


def test_every_unit_owes_its_own_report_every_year():
    """Rule 19: two units over two years are four reports, each with its own state."""
    duty = Duty("yearly", "dated", "chậm nhất ngày 25/11", SOURCE, ("a", "b"), period="year", last_day="11-25")
    plan = plan_of(duty, measures=(measure_of(owners=("a", "b")),))
    found = owed(plan, date(2027, 1, 1), came("2026", date(2026, 11, 1), unit="b")).deadlines
    assert [(item.period.id, item.unit, item.state) for item in found] == [
        ("2026", "a", "overdue"),
        ("2026", "b", "on_time"),
        ("2027", "a", "not_due"),
        ("2027", "b", "not_due"),
    ]


def test_a_figure_nobody_is_named_for_is_owed_by_the_only_reporter_else_by_the_place():
    """Rule 19: it does not vanish from the report, and its reporter does not either."""
    found = first(plan_of(YEARLY, measures=(measure_of(owners=()),)), date(2026, 12, 1))
    assert (found.state, found.unit, found.expected) == ("overdue", "a", 1)
    assert first(plan_of(YEARLY, measures=(measure_of(owners=()),)), date(2026, 12, 1), came("2026", date(2026, 11, 20))).state == "on_time"
    both = judge_plan(plan_of(evolve(YEARLY, reporters=("a", "b")), measures=(measure_of(owners=()),)), Known(), date(2026, 12, 1)).deadlines
    assert {(item.unit, item.expected, item.state) for item in both if item.period.year == 2026} == {
        (None, 1, "overdue"),
        ("a", 0, "not_asked"),
        ("b", 0, "not_asked"),
    }


def test_the_only_reporter_of_named_measures_compiles_them_whoever_counted_them():
    """Rule 19: a report of measures 1 and 2 is not complete without measure 2, which another unit supplies."""
    duty = evolve(YEARLY, measures=("1", "2"))
    found = first(plan_of(duty, measures=(measure_of(), measure_of("2", owners=("b",)))), date(2026, 1, 1))
    assert (found.unit, found.expected) == ("a", 2)
    shared = plan_of(evolve(YEARLY, measures=("1",)), measures=(measure_of(owners=("a", "b")),))
    both = [came("2026", date(2026, 11, 20), unit=unit) for unit in ("a", "b")]
    assert [first(shared, date(2026, 12, 1), *received).state for received in (both, both[:1])] == ["on_time", "overdue"]


def test_a_report_without_figures_counts_neither_as_due_nor_as_received():
    """Rule 19: completeness comes from content; of a report that carries no figure only its last day is told."""
    plan = plan_of(evolve(YEARLY, reporters=("a", "b")), measures=(measure_of(),))
    judged = judge_plan(plan, Known(), date(plan.end.year, 12, 31))
    assert judged.completeness.expected == len(list(plan.years()))


def test_a_report_without_figures_can_come_until_the_end_of_its_last_day():
    """Rule 19: on the last day it is not due yet; from the next day on nobody can tell whether it came."""
    plan = plan_of(evolve(YEARLY, reporters=("a", "b")), measures=(measure_of(),))
    states = [next(item.state for item in owed(plan, date(2026, 11, day)).deadlines if item.unit == "b") for day in (24, 25, 26)]
    assert states == ["not_due", "not_due", "not_asked"]


@pytest.mark.parametrize(("start", "years"), [(date(2026, 6, 30), [2026, 2027]), (date(2026, 7, 1), [2027])])
def test_a_report_on_days_before_the_plan_is_not_owed(start, years):
    """Rule 19: a half-year whose last day is the plan's first is owed, one that ended the day before is not."""
    plan = evolve(plan_of(MID_YEAR), start=start)
    assert [item.period.year for item in owed(plan, start).deadlines] == years


@pytest.mark.parametrize(("valid_from", "years"), [(date(2026, 6, 9), [2026, 2027]), (date(2026, 6, 10), [2027])])
def test_a_report_whose_act_applies_from_its_last_day_is_owed_that_day(valid_from, years):
    """Rule 19: an act that applies from the day after asks for the next report."""
    plan = plan_of(evolve(MID_YEAR, valid_from=valid_from))
    assert [item.period.year for item in owed(plan, valid_from).deadlines] == years


def test_a_group_owes_what_its_members_of_the_day_owe():
    """Rules 12 and 19: two schools owe two figures; one that closed before the period ended owes none for it."""
    units = (Unit("schools", "Các trường học", members=True),)
    plan = plan_with(
        measure_of(owners=("schools",)), place=VAN_SON, end=date(2026, 12, 31), units=units, duties=(evolve(YEARLY, reporters=("schools",)),)
    )
    closed = [None, date(2026, 12, 30)]
    open_all_year, both = MemberUnit("1", "Trường số 1", VAN_SON.code, date(2020, 1, 1), "schools"), []
    for day in closed:
        members = (open_all_year, MemberUnit("2", "Trường số 2", VAN_SON.code, date(2020, 1, 1), "schools", valid_to=day))
        both += [item.expected for item in judge_plan(plan, Known(units=members), date(2027, 1, 1)).deadlines]
    assert both == [2, 1]


def test_a_duty_carries_the_measures_it_names_else_all_targets():
    """Rule 19: a duty that names measure 2 owes one figure, one that names none owes both."""
    named = Duty("yearly", "dated", "chậm nhất ngày 25/11", SOURCE, ("a",), last_day="11-25", measures=("2",))
    measures = (measure_of(), measure_of("2"))
    assert [first(plan_of(duty, measures=measures), date(2026, 1, 1)).expected for duty in (named, YEARLY)] == [1, 2]


UNDATED = Duty("report", "undated", "định kỳ báo cáo", SOURCE, ("a",), period="year")
WHEN = OpenQuestion("when", "duty:report", Text("Ngày nào?", "Which day?"), "month_day")


@pytest.mark.parametrize(("kind", "state"), [("undated", "undated"), ("ad_hoc", "not_asked"), ("on_event", "not_asked")])
def test_a_report_without_a_date_is_listed_and_never_overdue(kind, state):
    """Rule 18: "định kỳ", "đột xuất" and "khi phát sinh" set no day."""
    judged_plan = owed(plan_of(Duty("report", kind, "theo quy định", SOURCE, ("a",))), date(2040, 1, 1))
    assert [(state, None, "a")] == [(item.state, item.last_day, item.unit) for item in judged_plan.deadlines]
    assert (judged_plan.completeness.expected, judged_plan.completeness.reporting_rate) == (0, None)


def test_an_undated_report_is_due_once_the_place_has_set_the_day():
    """Rule 18: by the letter the place cites."""
    plan = settle(plan_of(UNDATED, questions=(WHEN,)), PlanSettings(answers={"when": Answer("11-24", "Công văn số 12")}))
    assert [tuple(first(plan, date(2026, 11, day)).state for day in (24, 25))] == [("not_due", "overdue")]


def test_reports_are_listed_by_their_last_day_and_undated_ones_last():
    """Rule 19: whatever the order of the document."""
    found = owed(plan_of(UNDATED, YEARLY, MID_YEAR), date(2026, 1, 1)).deadlines
    assert [item.duty.id for item in found] == ["mid-year", "yearly", "mid-year", "yearly", "report"]


def test_completeness_counts_reports_due_and_reports_in():
    """Rule 19: one in time, one late, one overdue and two not due are 2 of 3, 1 of 3 in time."""
    plan = plan_of(YEARLY, MID_YEAR, end=2028)
    received = (came("2026-S1", date(2026, 6, 1)), came("2026", date(2026, 12, 1)))
    found = owed(plan, date(2027, 7, 1), *received).completeness
    assert (found.expected, found.received, found.on_time) == (3, 2, 1)


def test_a_report_that_is_in_before_its_last_day_counts_already():
    """Rule 19: one of one, while the next one is not due."""
    found = owed(plan_of(YEARLY), date(2026, 11, 2), came("2026", date(2026, 11, 1))).completeness
    assert (found.expected, found.received, found.on_time) == (1, 1, 1)


@given(
    sent=st.dictionaries(st.sampled_from(["2026-S1", "2026", "2027-S1", "2027", "2025", "2026-Q1"]), st.integers(0, 900)),
    on=st.integers(0, 900),
)
def test_completeness_is_never_above_100_percent(sent, on):
    """Rule 19: however early, late or superfluous the figures are; and in time is never more than in."""
    day = date(2026, 1, 1) + timedelta(on)
    received = [came(period, date(2026, 1, 1) + timedelta(after)) for period, after in sent.items() if after <= on]
    judged_plan = owed(plan_of(YEARLY, MID_YEAR), day, *received)
    found = judged_plan.completeness
    assert 0 <= found.on_time <= found.received <= found.expected <= len(judged_plan.deadlines)
    assume(found.expected)
    assert 0 <= found.reporting_rate_on_time <= found.reporting_rate <= 100
    assert found.received + sum(item.state == "overdue" for item in judged_plan.deadlines) == found.expected


def test_the_same_reports_are_judged_anew_for_every_day():
    """Rule 20: nothing is written down between two questions; an earlier day asked later gives the earlier answer."""
    plan = plan_of(YEARLY)
    assert [first(plan, day).state for day in (date(2027, 1, 1), date(2026, 1, 1), date(2027, 1, 1))] == ["overdue", "not_due", "overdue"]
    assert evolve(owed(plan, date(2026, 1, 1)), deadlines=()).completeness.reporting_rate is None
