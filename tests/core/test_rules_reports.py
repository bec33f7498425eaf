"""Reports owed: their last day, the figures in them, and the letters they are sent with (docs/domain.md, rules 16 and 18 to 20)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from planmonitor import (
    ADMINISTRATIVE,
    CALENDAR,
    BadData,
    Breakdown,
    Category,
    Definition,
    Document,
    Duty,
    Figure,
    InvalidPlan,
    Measure,
    OpenQuestion,
    Responsibility,
    Target,
    Text,
    Unit,
)
from planmonitor.assessment.every_plan import case_unreported, report_overdue
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import judge_plan
from planmonitor.assessment.records import MemberUnit, Sending
from planmonitor.model.settings import Answer, PlanSettings, check_answer, settle
from support.rules import VAN_SON, plan_with

SOURCE = Document(Text("Kế hoạch", "Plan"), "UBND xã").at("mục V", "Báo cáo trước ngày 10/6")
YEARLY = Duty("yearly", "dated", "chậm nhất ngày 25/11", SOURCE, ("a",), period="year", last_day="11-25")
MID_YEAR = Duty("mid-year", "dated", "trước ngày 10/6", SOURCE, ("a",), period="half-year", last_day="06-09")
UNDATED = Duty("report", "undated", "định kỳ báo cáo", SOURCE, ("a",), period="year")
ON_EVENT = Duty("case", "on_event", "kịp thời báo cáo", SOURCE, ("a",), measures=("1", "2"))
WHEN = OpenQuestion("when", "duty:report", Text("Ngày nào?", "Which day?"), "month_day")
LONG_AGO = date(2020, 1, 1)


def measure_of(code="1", owners=("a",), over_time="count", target=None):
    label, noun = Text("Việc", "Thing"), Text("vụ", "cases")
    counted = Definition(f"thing/counted-{code}", label, "count", "cases", over_time, noun)
    responsible = tuple(Responsibility(owner, "implement", reports=True) for owner in owners)
    return Measure(code, label, counted, target or Target(">=", 9, "9 vụ trở lên"), SOURCE, responsible)


def plan_of(*duties, measures=None, end=2027, window=CALENDAR, questions=()):
    units = (Unit("a", "Trạm Y tế"), Unit("b", "Công an xã"))
    more = {"place": VAN_SON, "end": date(end, 12, 31), "units": units, "duties": duties, "questions": questions, "window": window}
    return plan_with(*(measures or (measure_of(),)), **more)


def had(period, *, code="1", unit="", value=3, window=CALENDAR, **more):
    days = window.parse(period)
    return Figure(f"thing/counted-{code}", "07621", unit, days, days.end, value=value, **more)


def sent(period, dated=date(2026, 11, 20), *, act="submit", duty="yearly", unit="a", **more):
    letter = {"letter": "45/BC", "dated": dated} if act == "submit" or "letter" in more else {}
    return Sending(act, "some/plan", duty, "07621", unit, CALENDAR.parse(period), **(letter | more))


def owed(plan, on, *figures, sendings=(), since=LONG_AGO, **more):
    return judge_plan(plan, Known(figures, sendings=sendings, since=since, **more), on)


def first(plan, on, *figures, **known):
    return owed(plan, on, *figures, **known).deadlines[0]


# ---------------------------------------------------------------- the last day, and the letter


def test_before_the_10th_excludes_that_day():
    """Rule 16: the last day in time is 9 June; a letter of the 10th is one day late."""
    letters = [sent("2026-S1", date(2026, 6, day), duty="mid-year") for day in (9, 10)]
    found = [first(plan_of(MID_YEAR), date(2026, 7, 1), sendings=(one,)) for one in letters]
    assert [(item.state, item.late_days) for item in found] == [("on_time", None), ("late", 1)]
    assert date(2026, 6, 9) == first(plan_of(MID_YEAR), date(2026, 1, 1)).last_day


@pytest.mark.parametrize(
    ("on", "state", "days"),
    [(date(2026, 11, 25), "not_due", None), (date(2026, 11, 26), "overdue", 1), (date(2026, 12, 5), "overdue", 10)],
)
def test_a_report_is_overdue_from_the_day_after_its_last_day(on, state, days):
    """Rules 16, 19 and 20: "chậm nhất ngày 25/11" includes the 25th, and the days are counted when asked."""
    found = first(plan_of(YEARLY), on)
    assert (state, days, 1, 0) == (found.state, found.late_days, found.expected, found.received)


def test_a_report_of_january_of_the_next_year_is_due_in_that_year():
    """Rule 16: "trước ngày 15/01 năm sau" about 2026 falls due on 14 January 2027."""
    duty = evolve(YEARLY, rule="trước ngày 15/01 năm sau", last_day="01-14", last_day_in="year_after")
    found = [(item.period.id, item.last_day, item.state) for item in owed(plan_of(duty), date(2027, 1, 14)).deadlines]
    assert found == [("2026", date(2027, 1, 14), "not_due"), ("2027", date(2028, 1, 14), "not_due")]


@pytest.mark.parametrize(("typed", "last_day"), [("+1 01-14", date(2027, 1, 14)), ("+0 01-14", date(2026, 1, 14)), ("11-24", date(2026, 11, 24))])
def test_a_day_that_the_place_sets_lies_in_the_year_it_says(typed, last_day):
    """Rule 16: of the year after, or of the same year."""
    plan = settle(plan_of(UNDATED, questions=(WHEN,)), PlanSettings(answers={"when": Answer(typed)}))
    assert first(plan, date(2026, 1, 1)).last_day == last_day


@pytest.mark.parametrize(
    ("typed", "period", "dated"), [("03-31", "year", False), ("04-01", "year", True), ("+0 03-31", "year", True), ("01-15", "half-year", True)]
)
def test_a_day_at_the_beginning_of_the_year_is_asked_about(typed, period, dated):
    """Rule 16: a report on 2026 by 15 January, of which year? Until that is said it has no day. One of a half-year, or in April, is plain."""
    plan = settle(plan_of(evolve(UNDATED, period=period), questions=(WHEN,)), PlanSettings(answers={"when": Answer(typed)}))
    assert (plan.duties[0].kind == "dated") == dated
    found = list(report_overdue(owed(plan, date(2026, 1, 1))))
    assert [(item.severity, f'"+1 {typed}" for the year after' in item.message.en) for item in found] == ([] if dated else [("warning", True)])


@pytest.mark.parametrize("wrong", ["+2 01-14", "1 01-14", "+1 02-29", "01-14 +1", "01-15 "])
def test_what_is_no_day_of_a_year_is_refused(wrong):
    """Rule 16: a sign, a space, month and day."""
    with pytest.raises(BadData, match="must be a day of every year"):
        check_answer(WHEN, Answer(wrong), plan_of(UNDATED, questions=(WHEN,)))


def test_typing_a_figure_sends_no_report_and_makes_none_late():
    """Rule 19: the figures and the sending are two facts."""
    whole, none = first(plan_of(YEARLY), date(2026, 12, 1), had("2026")), first(plan_of(YEARLY), date(2026, 12, 1), sendings=(sent("2026"),))
    assert (whole.state, whole.received, whole.sending) == ("overdue", 1, None)
    assert (none.state, none.received, none.sending.letter) == ("on_time", 0, "45/BC")


def test_what_fell_due_before_the_first_entry_is_not_followed_up():
    """Rule 19: a workspace that begins on 26 November cannot say that the report of the 25th did not come; a letter recorded all the same counts."""
    day = date(2026, 12, 24)
    states = [first(plan_of(YEARLY), day, since=since).state for since in (None, date(2026, 11, 26), date(2026, 11, 25))]
    assert states == ["before_use", "before_use", "overdue"]
    assert first(plan_of(YEARLY), day, sendings=(sent("2026", date(2026, 11, 26)),), since=None).state == "late"
    assert first(plan_of(YEARLY), date(2026, 11, 25), since=None).state == "not_due"


def test_a_report_returned_is_owed_again_until_it_is_sent_anew():
    """Rule 19: the life of a report: sent, returned with the reason, sent again; then the second letter counts."""
    back = sent("2026", act="return", received=date(2026, 11, 24), reason="thiếu biểu số 2")
    again = sent("2026", date(2026, 11, 27), letter="50/BC")
    found = [first(plan_of(YEARLY), date(2026, 12, 1), sendings=acts) for acts in ((sent("2026"), back), (sent("2026"), back, again))]
    assert [(item.state, item.late_days, item.sending.reason) for item in found] == [("overdue", 6, "thiếu biểu số 2"), ("late", 2, "")]


def test_who_receives_adds_the_day_to_the_letter_that_was_sent():
    """Rule 19: received on 2 December, the letter of 20 November was in time."""
    received = sent("2026", act="receive", received=date(2026, 12, 2))
    found = first(plan_of(YEARLY), date(2026, 12, 5), sendings=(sent("2026", sent=date(2026, 11, 21)), received)).sending
    assert (found.letter, found.dated, found.sent, found.received) == ("45/BC", date(2026, 11, 20), date(2026, 11, 21), date(2026, 12, 2))
    other = sent("2026", act="receive", letter="46/BC", dated=date(2026, 11, 28), received=date(2026, 12, 2))
    assert first(plan_of(YEARLY), date(2026, 12, 5), sendings=(sent("2026"), other)).late_days == 3


def test_a_letter_of_another_report_sends_none():
    """Rule 19: of another unit, period, duty or plan."""
    others = (sent("2026", unit="b"), sent("2027"), sent("2026", duty="other"), evolve(sent("2026"), plan="other/plan"))
    assert first(plan_of(YEARLY), date(2026, 12, 1), sendings=others).state == "overdue"


def test_a_report_without_figures_is_sent_or_overdue_too():
    """Rule 19: a unit that supplies no figure still owes its report."""
    plan = plan_of(evolve(YEARLY, reporters=("a", "b")), measures=(measure_of(),))
    items = [item for day in (25, 26) for item in owed(plan, date(2026, 11, day)).deadlines if item.unit == "b"]
    assert [(item.state, item.expected) for item in items if item.period.year == 2026] == [("not_due", 0), ("overdue", 0)]


# ---------------------------------------------------------------- which figures are owed, and in


def test_one_figure_of_two_is_one_of_two():
    """Rule 19: complete means every figure owed."""
    plan = plan_of(YEARLY, measures=(measure_of(), measure_of("2")))
    found = [first(plan, date(2026, 12, 1), *figures) for figures in ((had("2026"),), (had("2026"), had("2026", code="2")))]
    assert [(item.received, item.expected) for item in found] == [(1, 2), (2, 2)]


def test_figures_of_other_days_units_or_measures_do_not_make_a_report():
    """Rules 17 and 19: another window, another unit, a half-year for a year, a comparison figure, a part of a breakdown, another measure."""
    plan = plan_of(YEARLY, measures=(measure_of(owners=("a", "b")),))
    wrong = [had("2026", unit="b"), had("2026", unit="a", window=ADMINISTRATIVE), had("2026-S1", unit="a"), had("2025", unit="a")]
    wrong += [had("2026", unit="a", comparison=True), had("2026", unit="a", breakdown=(("sex", "female"),)), had("2026", unit="a", code="2")]
    assert [first(plan, date(2026, 11, 2), one).received for one in wrong] == [0] * 7
    assert first(plan, date(2026, 11, 2), had("2026", unit="a")).received == 1


@pytest.mark.parametrize(
    ("over_time", "periods", "received"),
    [
        ("count", ("2026-S1", "2026-S2"), 1),
        ("count", ("2026-Q1", "2026-Q2", "2026-S2"), 1),
        ("count", ("2026-S2",), 0),
        ("any_breach", ("2026-S1", "2026-Q4"), 0),
        ("cumulative", ("2026-S2",), 1),
        ("cumulative", ("2026-S1",), 0),
        ("point_in_time", ("2026-S2",), 1),
        ("point_in_time", ("2026-S1",), 0),
    ],
)
def test_halves_cover_their_year(over_time, periods, received):
    """Rules 13 and 19: a report on the year is complete when the halves are in, and a state or a running total when that of the last day is."""
    plan = plan_of(YEARLY, measures=(measure_of(over_time=over_time),))
    assert first(plan, date(2026, 12, 31), *map(had, periods)).received == received


def test_every_unit_owes_its_own_report_every_year():
    """Rule 19: two units over two years are four reports, each with its own state."""
    plan = plan_of(evolve(YEARLY, reporters=("a", "b")), measures=(measure_of(owners=("a", "b")),))
    found = owed(plan, date(2027, 1, 1), sendings=(sent("2026", unit="b"),)).deadlines
    assert [(item.period.id, item.unit, item.state) for item in found] == [
        ("2026", "a", "overdue"),
        ("2026", "b", "on_time"),
        ("2027", "a", "not_due"),
        ("2027", "b", "not_due"),
    ]


def test_a_figure_nobody_is_named_for_is_owed_by_the_only_reporter_else_by_the_place():
    """Rule 19: it does not vanish from the report, and its reporter does not either."""
    found = first(plan_of(YEARLY, measures=(measure_of(owners=()),)), date(2026, 12, 1), had("2026"))
    assert (found.unit, found.expected, found.received) == ("a", 1, 1)
    both = owed(plan_of(evolve(YEARLY, reporters=("a", "b")), measures=(measure_of(owners=()),)), date(2026, 12, 1)).deadlines
    assert {(item.unit, item.expected) for item in both if item.period.year == 2026} == {(None, 1), ("a", 0), ("b", 0)}


def test_the_only_reporter_of_named_measures_compiles_them_whoever_counted_them():
    """Rule 19: a report of measures 1 and 2 is not complete without measure 2, which another unit supplies."""
    duty = evolve(YEARLY, measures=("1", "2"))
    found = first(plan_of(duty, measures=(measure_of(), measure_of("2", owners=("b",)))), date(2026, 1, 1))
    assert (found.unit, found.expected) == ("a", 2)
    shared = plan_of(evolve(YEARLY, measures=("1",)), measures=(measure_of(owners=("a", "b")),))
    both = [had("2026", unit=unit) for unit in ("a", "b")]
    assert [first(shared, date(2026, 12, 1), *received).received for received in (both, both[:1])] == [2, 1]


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


def group_of(*members):
    units = (Unit("schools", "Các trường học", members=True),)
    duty = evolve(YEARLY, reporters=("schools",))
    plan = plan_with(measure_of(owners=("schools",)), place=VAN_SON, end=date(2026, 12, 31), units=units, duties=(duty,))
    return plan, tuple(MemberUnit(name, name, VAN_SON.code, LONG_AGO, "schools", valid_to=closed) for name, closed in members)


def test_a_group_owes_what_its_members_of_the_day_owe():
    """Rules 12 and 19: two schools owe two figures; one that closed before the period ended owes none for it."""
    both = []
    for closed in (None, date(2026, 12, 30)):
        plan, members = group_of(("mot", None), ("hai", closed))
        both += [item.expected for item in owed(plan, date(2027, 1, 1), units=members).deadlines]
    assert both == [2, 1]


def test_the_figure_of_a_group_stands_for_its_members_until_one_reports():
    """Section 4: one figure for both schools is both; once one reports, the other's is wanting."""
    plan, members = group_of(("mot", None), ("hai", None))
    for whole in ("schools", ""):
        figures = (had("2026", unit=whole), had("2026", unit="mot"))
        assert [first(plan, date(2027, 1, 1), *figures[:count], units=members).received for count in (1, 2)] == [2, 1]


def test_a_duty_carries_the_measures_it_names_else_all_targets():
    """Rule 19: a duty that names measure 2 owes one figure, one that names none owes both."""
    named, measures = evolve(YEARLY, measures=("2",)), (measure_of(), measure_of("2"))
    assert [first(plan_of(duty, measures=measures), date(2026, 1, 1)).expected for duty in (named, YEARLY)] == [1, 2]


# ---------------------------------------------------------------- without a last day


@pytest.mark.parametrize(("kind", "state"), [("undated", "undated"), ("ad_hoc", "not_asked"), ("on_event", "not_asked")])
def test_a_report_without_a_date_is_listed_and_never_overdue(kind, state):
    """Rule 18: "định kỳ", "đột xuất" and "khi phát sinh" set no day."""
    judged_plan = owed(plan_of(Duty("report", kind, "theo quy định", SOURCE, ("a",))), date(2040, 1, 1))
    assert [(state, None, "a")] == [(item.state, item.last_day, item.unit) for item in judged_plan.deadlines]
    assert (judged_plan.completeness.expected, judged_plan.completeness.reporting_rate) == (0, None)


def test_a_report_without_a_date_that_was_sent_stands_beside_those_that_may_come():
    """Rule 18: sent for the second quarter, returned for the third."""
    acts = (sent("2026-Q2", duty="report"), sent("2026-Q3", duty="report"), sent("2026-Q3", duty="report", act="return", reason="sai biểu"))
    found = owed(plan_of(UNDATED), date(2026, 12, 1), sendings=acts).deadlines
    assert [(item.period and item.period.id, item.state) for item in found] == [("2026-Q2", "on_time"), ("2026-Q3", "not_asked"), (None, "undated")]
    for figures, received in (((), 0), ((had("2026-Q2"),), 1)):
        item = first(plan_of(UNDATED), date(2026, 12, 1), *figures, sendings=acts[:1])
        assert (item.expected, item.received) == (1, received)


def test_an_undated_report_is_due_once_the_place_has_set_the_day():
    """Rule 18: by the letter the place cites."""
    plan = settle(plan_of(UNDATED, questions=(WHEN,)), PlanSettings(answers={"when": Answer("11-24", "Công văn số 12")}))
    assert [tuple(first(plan, date(2026, 11, day)).state for day in (24, 25))] == [("not_due", "overdue")]


CASES = plan_of(ON_EVENT, YEARLY, measures=(measure_of(over_time="any_breach"), measure_of("2", over_time="count")))


def on_cases(on, *figures, **known):
    return next(item for item in owed(CASES, on, *figures, **known).deadlines if item.duty.id == "case")


def told(item):
    return item.state, item.period and item.period.id, [(case.measure.code, case.count) for case in item.cases]


def test_a_case_of_what_a_report_on_events_carries_opens_it():
    """Rule 18: it stands first, with the cases of the year as they are judged: halves add up, and zero is none."""
    figures = (had("2026-S1", value=1), had("2026-S2", value=2), had("2026", code="2", value=0))
    assert told(first(CASES, date(2026, 12, 31), *figures)) == ("arisen", "2026", [("1", 3)])
    assert "case" not in [item.duty.id for item in owed(CASES, date(2026, 12, 31), had("2026", value=0)).deadlines if item.state == "arisen"]
    assert told(first(CASES, date(2025, 12, 31), *figures))[0] != "arisen"  # none of these days has begun


def test_once_its_sending_is_recorded_a_case_is_reported_and_a_new_one_opens_it_again():
    """Rule 18: the letter tells of what was recorded by then; three where it told of one are two more; a returned letter tells of none."""
    then, now = had("2026", value=1, revision=4), had("2026", value=3, revision=9)
    letter = sent("2026", duty="case", revision=4)
    back = sent("2026", duty="case", act="return", reason="thiếu")
    known = {"sendings": (letter,), "journal": (then, now)}
    states = [item for item in owed(CASES, date(2026, 12, 31), then, **known).deadlines if item.duty.id == "case"]
    assert [told(item) for item in states] == [("on_time", "2026", [])]
    assert told(first(CASES, date(2026, 12, 31), now, **known)) == ("arisen", "2026", [("1", 2)])
    assert told(first(CASES, date(2026, 12, 31), now, **(known | {"sendings": (letter, back)}))) == ("arisen", "2026", [("1", 3)])
    taken_back = evolve(then, value=None, state="withdrawn", revision=5, takes_back=4)
    assert "arisen" not in [item.state for item in owed(CASES, date(2026, 12, 31), sendings=(letter,), journal=(then, taken_back)).deadlines]


def test_a_case_not_reported_is_an_error_that_names_it():
    """Rule 25: checked once, for every plan."""
    [finding] = case_unreported(owed(CASES, date(2026, 12, 31), had("2026", value=1)))
    assert (finding.measures, finding.units) == (("some/plan/1",), ("a",))
    assert "Năm 2026: còn 01 vụ (1. Việc) chưa ghi nhận việc gửi báo cáo" in finding.message.vi
    assert "2026: of 1 cases (1. Thing) no report" in finding.message.en
    assert list(case_unreported(owed(CASES, date(2026, 12, 31)))) == []


def test_reports_past_their_last_day_make_one_finding_with_who_owes_which():
    """Rule 25: both units, both years, what is in of each; and the day that is wanting is asked for."""
    plan = plan_of(evolve(YEARLY, reporters=("a", "b")), UNDATED, measures=(measure_of(owners=("a", "b")),), questions=(WHEN,))
    overdue, undated = report_overdue(owed(plan, date(2028, 1, 1), had("2026", unit="a"), sendings=(sent("2027", date(2027, 11, 1)),)))
    assert (overdue.state, overdue.units) == ("found", ("a", "b"))
    assert "Trạm Y tế (2026: đã có 1/1 số liệu); Công an xã (2026: đã có 0/1 số liệu, 2027: đã có 0/1 số liệu)" in overdue.message.vi
    assert "chậm nhất ngày 25/11" in overdue.message.vi
    assert (undated.state, undated.units) == ("not_judged", ("a",))
    assert "(answers: when)" in undated.message.en
    assert [finding.state for finding in report_overdue(owed(plan, date(2026, 11, 25)))] == ["not_judged"]


def test_a_report_is_called_by_its_title_else_by_what_it_reports_on():
    """Interface: no id stands on a screen where a name exists."""
    titled = evolve(YEARLY, title=Text("Báo cáo riêng", "Own report"))
    assert [duty.called.vi for duty in (titled, YEARLY, MID_YEAR, ON_EVENT, evolve(UNDATED, period=None))] == [
        "Báo cáo riêng",
        "Báo cáo năm",
        "Báo cáo 6 tháng đầu năm",
        "Báo cáo khi phát sinh vụ việc",
        "Báo cáo định kỳ",
    ]
    with pytest.raises(InvalidPlan, match="title"):
        evolve(YEARLY, title="Báo cáo riêng")


@pytest.mark.parametrize(
    ("since", "letter", "state"),
    [
        (None, None, "before_use"),
        (date(2027, 1, 1), None, "before_use"),
        (date(2026, 12, 31), None, "arisen"),
        (None, "before", "arisen"),
        (None, "after", "on_time"),
    ],
)
def test_cases_of_a_year_before_the_first_entry_are_not_followed_up(since, letter, state):
    """Rule 19: typed in afterwards for comparison, they accuse nobody; where a letter of that year is recorded it is followed."""
    case = had("2026", value=1, revision=5)
    sendings = (sent("2026", duty="case", revision=4 if letter == "before" else 5),) if letter else ()
    items = owed(CASES, date(2027, 6, 1), case, sendings=sendings, journal=(case,), since=since).deadlines
    [item] = [one for one in items if one.duty.id == "case" and one.period is not None]
    assert (item.state, [told.count for told in item.cases]) == (state, [1] if state == "arisen" else [])


def test_a_case_recorded_of_a_part_alone_opens_the_report():
    """One girl is one child; what was told of in the letter is not told of again."""
    girl = had("2026", value=1, breakdown=(("sex", "girl"),), revision=4)
    split = (Breakdown("sex", Text("giới", "sex"), "partition", (Category("girl", Text("nữ", "girl")), Category("boy", Text("nam", "boy")))),)
    measure = measure_of(over_time="any_breach")
    measure = evolve(measure, definition=evolve(measure.definition, breakdowns=split))
    plan = plan_of(evolve(ON_EVENT, measures=("1",)), measures=(measure,))
    assert told(first(plan, date(2026, 12, 31), girl)) == ("arisen", "2026", [("1", 1)])
    letter = sent("2026", duty="case", revision=4)
    assert first(plan, date(2026, 12, 31), girl, sendings=(letter,), journal=(girl,)).state == "on_time"


def test_cases_of_members_are_added_and_those_of_one_that_closed_count():
    """Two schools with a case each are two, whether or not one of them is still there at the end of the year."""
    units = (Unit("schools", "Các trường học", members=True), Unit("a", "Trạm Y tế"))
    duty = evolve(ON_EVENT, measures=("1",))
    plan = plan_with(measure_of(owners=("schools",), over_time="count"), place=VAN_SON, end=date(2026, 12, 31), units=units, duties=(duty,))
    members = tuple(MemberUnit(name, name, VAN_SON.code, LONG_AGO, "schools") for name in ("mot", "hai"))
    figures = tuple(had("2026", value=1, unit=name) for name in ("mot", "hai"))
    assert told(first(plan, date(2026, 12, 31), *figures, units=members)) == ("arisen", "2026", [("1", 2)])


def test_a_report_on_events_without_a_reporter_is_the_places():
    """Of a duty that names nobody, or several, the letter is recorded for the place as a whole."""
    for reporters in ((), ("a", "b")):
        duty = evolve(ON_EVENT, reporters=reporters)
        plan = plan_of(duty, measures=(measure_of(over_time="any_breach"), measure_of("2")))
        case = had("2026", value=1, revision=4)
        assert (first(plan, date(2026, 12, 31), case).unit, first(plan, date(2026, 12, 31), case).state) == (None, "arisen")
        letter = sent("2026", duty="case", unit="", revision=4)
        assert first(plan, date(2026, 12, 31), case, sendings=(letter,), journal=(case,)).state == "on_time"


def test_only_a_report_on_events_is_opened_by_a_case():
    """An undated report that carries the same measure is not."""
    plan = plan_of(evolve(UNDATED, measures=("1",)), measures=(measure_of(over_time="any_breach"),))
    assert [item.state for item in owed(plan, date(2026, 12, 31), had("2026", value=1)).deadlines] == ["undated"]


def test_an_undated_report_of_one_of_several_units_bears_its_name():
    acts = (sent("2026-Q2", duty="report", unit="b"), sent("2026-Q2", duty="report", unit=""))
    found = owed(plan_of(evolve(UNDATED, reporters=("a", "b"))), date(2026, 12, 1), sendings=acts).deadlines
    assert {(item.unit, item.unit_name, item.state) for item in found} == {
        ("b", "Công an xã", "on_time"),
        (None, None, "on_time"),
        (None, None, "undated"),
    }


def test_a_day_of_receipt_says_nothing_without_the_letter_it_rests_on():
    """The letter was sent back, or its sending taken back: the report is owed, and no sentence speaks of a letter without number."""
    back, came = sent("2026", act="return", received=date(2026, 11, 24), reason="thiếu"), sent("2026", act="receive", received=date(2026, 11, 25))
    for acts, act in (((sent("2026"), back, came), "return"), ((came,), None), ((back,), None)):
        item = first(plan_of(YEARLY), date(2026, 12, 1), sendings=acts)
        assert (item.state, item.sending and item.sending.act) == ("overdue", act)


def test_a_letter_received_later_than_the_next_one_does_not_take_its_place():
    """Two letters on events: the first comes in after the second was recorded; the return of the second leaves the first."""
    one, two = (sent("2026", duty="case", letter=f"{number}/BC", dated=date(2026, number, 20), revision=number) for number in (3, 5))
    came = sent("2026", duty="case", act="receive", letter="3/BC", received=date(2026, 6, 1))
    now = had("2026", value=1, revision=4)
    known = {"sendings": (one, two, came), "journal": (now,)}
    item = on_cases(date(2026, 12, 31), now, **known)
    assert (told(item), item.sending.letter, item.sending.received) == (("on_time", "2026", []), "5/BC", None)
    back = sent("2026", duty="case", act="return", reason="thiếu")
    item = on_cases(date(2026, 12, 31), now, **(known | {"sendings": (one, two, came, back)}))
    assert (told(item), item.sending.letter, item.sending.received) == (("arisen", "2026", [("1", 1)]), "3/BC", date(2026, 6, 1))


def test_a_case_corrected_away_and_recorded_again_is_a_new_one():
    """2 were told of; corrected to 1, then 2 again: one more, unless a single act moved it from one part to another."""
    at = [datetime(2026, 3, day, tzinfo=UTC) for day in (1, 2, 3)]
    first_two, one, two = (had("2026", value=value, revision=at_ + 1, recorded_at=at[at_]) for at_, value in enumerate((2, 1, 2)))
    letter = sent("2026", duty="case", revision=1)
    known = {"sendings": (letter,), "journal": (first_two, one, two)}
    assert told(on_cases(date(2026, 12, 31), two, **known)) == ("arisen", "2026", [("1", 1)])
    at_once = evolve(one, recorded_at=at[2])
    assert told(on_cases(date(2026, 12, 31), two, **(known | {"journal": (first_two, at_once, two)}))) == ("on_time", "2026", [])


@pytest.mark.parametrize(
    ("told_at", "values", "expected"),
    [
        (1, ((2, 0), (1, 0), (2, 2)), []),
        (2, ((2, 0), (1, 0), (2, 2)), [("1", 1)]),
        (1, ((2, 0), (1, 0), (0, 0), (1, 3), (2, 2)), []),
    ],
)
def test_a_correction_taken_back_opens_no_report(told_at, values, expected):
    """2, corrected to 1, and that taken back: to whoever read of the 2 nothing is new, to whoever read of the 1 one case is."""
    journal = tuple(
        had("2026", value=value, revision=number, takes_back=back, recorded_at=datetime(2026, 3, number, tzinfo=UTC))
        for number, (value, back) in enumerate(values, start=1)
    )
    item = on_cases(date(2026, 12, 31), journal[-1], journal=journal, sendings=(sent("2026", duty="case", revision=told_at),))
    assert told(item)[2] == expected


def test_a_letter_of_one_year_tells_of_no_case_of_another():
    """Sent for 2027 when the case of 2026 was recorded already: that of 2026 is open still."""
    now = had("2026", value=1, revision=4)
    letter = sent("2027", date(2027, 1, 20), duty="case", revision=9)
    items = owed(CASES, date(2027, 2, 1), now, journal=(now,), sendings=(letter,)).deadlines
    assert [told(item) for item in items if item.duty.id == "case"] == [("arisen", "2026", [("1", 1)]), ("on_time", "2027", [])]


def test_a_day_of_receipt_without_a_number_is_that_of_the_newest_letter():
    """Of two letters on events; and of none it makes no report at all."""
    one, two = (sent("2026", duty="case", letter=f"{number}/BC", dated=date(2026, number, 20), revision=4) for number in (3, 5))
    came, now = sent("2026", duty="case", act="receive", received=date(2026, 6, 1)), had("2026", value=1, revision=4)
    found = on_cases(date(2026, 12, 31), now, journal=(now,), sendings=(one, two, came)).sending
    assert (found.letter, found.received) == ("5/BC", date(2026, 6, 1))
    came = sent("2026-Q2", duty="report", act="receive", received=date(2026, 6, 1))
    assert [item.period for item in owed(plan_of(UNDATED), date(2026, 12, 1), sendings=(came,)).deadlines] == [None]


def test_a_letter_of_any_of_several_units_tells_of_a_case():
    """The duty names two: whoever of them writes has reported; before that it is nobody's alone."""
    plan = plan_of(evolve(ON_EVENT, reporters=("a", "b")), measures=CASES.measures)
    now = had("2026", value=1, revision=4)
    assert [(item.unit, told(item)[0]) for item in owed(plan, date(2026, 12, 31), now, journal=(now,)).deadlines] == [(None, "arisen")]
    letter = sent("2026", unit="b", duty="case", revision=4)
    items = owed(plan, date(2026, 12, 31), now, journal=(now,), sendings=(letter,)).deadlines
    assert [(item.unit, told(item)[:2]) for item in items] == [(None, ("not_asked", None)), ("b", ("on_time", "2026"))]


def test_a_letter_stays_listed_once_its_duty_has_a_last_day():
    """Sent for the second quarter while no day was set; the day that is set asks for years."""
    plan = settle(plan_of(UNDATED, questions=(WHEN,)), PlanSettings(answers={"when": Answer("11-24", "Công văn số 12")}))
    items = owed(plan, date(2026, 11, 20), sendings=(sent("2026-Q2", duty="report"),)).deadlines
    assert [(item.period.id, item.state) for item in items] == [("2026", "not_due"), ("2027", "not_due"), ("2026-Q2", "on_time")]


def test_the_report_of_the_whole_place_is_sent_for_the_whole_place():
    plan = plan_of(evolve(YEARLY, reporters=("a", "b")), measures=(measure_of(owners=()),))
    items = owed(plan, date(2026, 12, 1), had("2026"), sendings=(sent("2026", unit=""),)).deadlines
    assert {item.unit: item.state for item in items if item.period.year == 2026} == {None: "on_time", "a": "overdue", "b": "overdue"}


def test_a_unit_that_supplies_one_part_does_not_owe_the_whole():
    """Two owners, each its own part: the figure of the whole place is neither's."""
    plan = plan_of(evolve(YEARLY, reporters=("a", "b")), measures=(measure_of(owners=("a",)), measure_of("2", owners=("b",))))
    assert [(item.unit, item.expected) for item in owed(plan, date(2026, 1, 1)).deadlines[:2]] == [("a", 1), ("b", 1)]


def test_two_duties_past_their_day_are_two_findings_and_the_place_is_named():
    """Each with its own rule; of a report without figures no figures are told."""
    plan = plan_of(MID_YEAR, evolve(YEARLY, reporters=("a", "b")), measures=(measure_of(owners=()),))
    found = list(report_overdue(owed(plan, date(2026, 12, 1))))
    assert [finding.message.vi.partition(")")[0] for finding in found] == [
        "Báo cáo 6 tháng đầu năm (“trước ngày 10/6”",
        "Báo cáo năm (“chậm nhất ngày 25/11”",
    ]
    assert "Trạm Y tế (2026); Công an xã (2026)" in found[1].message.vi.replace("địa phương (2026: đã có 0/1 số liệu); ", "")
    assert "the place (2026: 0/1 figures in)" in found[1].message.en
    assert "địa phương (2026: đã có 0/1 số liệu)" in found[1].message.vi
    [asked] = report_overdue(owed(settle(plan_of(UNDATED, questions=(WHEN,)), PlanSettings(answers={"when": Answer("01-15")})), date(2026, 1, 1)))
    assert asked.units == ("a",)


def test_several_cases_are_told_one_after_the_other():
    [finding] = case_unreported(owed(CASES, date(2026, 12, 31), had("2026", value=1), had("2026", code="2", value=2)))
    assert "còn 01 vụ (1. Việc), 02 vụ (2. Việc) chưa" in finding.message.vi
    nobody = plan_of(evolve(ON_EVENT, reporters=()), measures=(measure_of(over_time="any_breach"), measure_of("2")))
    assert [item.units for item in case_unreported(owed(nobody, date(2026, 12, 31), had("2026", value=1)))] == [()]


# ---------------------------------------------------------------- all of them together


def test_reports_are_listed_by_their_last_day_and_undated_ones_last():
    """Rule 19: whatever the order of the document."""
    found = owed(plan_of(UNDATED, YEARLY, MID_YEAR), date(2026, 1, 1)).deadlines
    assert [item.duty.id for item in found] == ["mid-year", "yearly", "mid-year", "yearly", "report"]


def test_completeness_counts_reports_due_and_reports_sent():
    """Rule 19: one in time, one late, one overdue and two not due are 2 of 3, 1 of 3 in time; what was before the first entry is not counted."""
    plan = plan_of(YEARLY, MID_YEAR, end=2028)
    letters = (sent("2026-S1", date(2026, 6, 1), duty="mid-year"), sent("2026", date(2026, 12, 1)))
    found = owed(plan, date(2027, 7, 1), sendings=letters).completeness
    assert (found.expected, found.received, found.on_time) == (3, 2, 1)
    found = owed(plan, date(2027, 7, 1), sendings=letters[1:], since=date(2026, 6, 10)).completeness
    assert (found.expected, found.received, found.on_time) == (2, 1, 0)


def test_a_report_that_is_sent_before_its_last_day_counts_already():
    """Rule 19: one of one, while the next one is not due."""
    found = owed(plan_of(YEARLY), date(2026, 11, 22), sendings=(sent("2026"),)).completeness
    assert (found.expected, found.received, found.on_time) == (1, 1, 1)


@given(
    letters=st.dictionaries(st.sampled_from(["2026-S1", "2026", "2027-S1", "2027"]), st.integers(0, 900)),
    on=st.integers(0, 900),
    since=st.integers(0, 900),
)
def test_completeness_is_never_above_100_percent(letters, on, since):
    """Rule 19: however early or late the letters are; and in time is never more than in."""
    start = date(2026, 1, 1)
    duties = {"2026-S1": "mid-year", "2027-S1": "mid-year"}
    acts = tuple(sent(period, start + timedelta(day), duty=duties.get(period, "yearly")) for period, day in letters.items() if day <= on)
    judged_plan = owed(plan_of(YEARLY, MID_YEAR), start + timedelta(on), sendings=acts, since=start + timedelta(since))
    found = judged_plan.completeness
    assert 0 <= found.on_time <= found.received == len(acts) <= found.expected <= len(judged_plan.deadlines)
    assert found.received + sum(item.state == "overdue" for item in judged_plan.deadlines) == found.expected
    assume(found.expected)
    assert 0 <= found.reporting_rate_on_time <= found.reporting_rate <= 100


def test_the_same_reports_are_judged_anew_for_every_day():
    """Rule 20: nothing is written down between two questions; an earlier day asked later gives the earlier answer."""
    plan = plan_of(YEARLY)
    assert [first(plan, day).state for day in (date(2027, 1, 1), date(2026, 1, 1), date(2027, 1, 1))] == ["overdue", "not_due", "overdue"]
    assert evolve(owed(plan, date(2026, 1, 1)), deadlines=()).completeness.reporting_rate is None
