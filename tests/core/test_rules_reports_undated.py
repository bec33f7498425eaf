"""Reports without a last day, and those that cases make due: what a letter tells of (docs/domain.md, rules 18 and 19)."""

from datetime import UTC, date, datetime

import pytest
from attrs import evolve
from planmonitor import (
    CALENDAR,
    Breakdown,
    Category,
    Duty,
    InvalidPlan,
    Target,
    Text,
    Unit,
)
from planmonitor.assessment.every_plan import case_unreported, report_overdue
from planmonitor.assessment.letters import letters
from planmonitor.assessment.records import MemberUnit
from planmonitor.model.settings import Answer, PlanSettings, settle
from support.reports import LONG_AGO, MID_YEAR, ON_EVENT, SOURCE, UNDATED, WHEN, YEARLY, first, had, measure_of, owed, plan_of, sent
from support.rules import VAN_SON, plan_with

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
    assert "Trạm Y tế (năm 2026: đã có 1/1 số liệu); Công an xã (năm 2026: đã có 0/1 số liệu, năm 2027: đã có 0/1 số liệu)" in overdue.message.vi
    assert "chậm nhất ngày 25/11" in overdue.message.vi
    assert (undated.state, undated.units) == ("not_judged", ("a",))
    assert undated.questions == ("when",)
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


def test_two_duties_past_their_day_are_two_findings_and_only_reporters_are_named():
    """Each with its own rule; of a report without figures no figures are told."""
    plan = plan_of(MID_YEAR, evolve(YEARLY, reporters=("a", "b")), measures=(measure_of(owners=("a",)),))
    found = list(report_overdue(owed(plan, date(2026, 12, 1))))
    assert [finding.message.vi.partition(")")[0] for finding in found] == [
        "Báo cáo 6 tháng đầu năm (“trước ngày 10/6”",
        "Báo cáo năm (“chậm nhất ngày 25/11”",
    ]
    assert "Trạm Y tế (năm 2026: đã có 0/1 số liệu); Công an xã (năm 2026)" in found[1].message.vi
    of_place = plan_of(evolve(YEARLY, reporters=()), measures=(measure_of(owners=()),))
    [whole] = report_overdue(owed(of_place, date(2026, 12, 1)))
    assert "the place (year 2026: 0/1 figures in)" in whole.message.en
    assert "địa phương (năm 2026: đã có 0/1 số liệu)" in whole.message.vi
    [asked] = report_overdue(owed(settle(plan_of(UNDATED, questions=(WHEN,)), PlanSettings(answers={"when": Answer("01-15")})), date(2026, 1, 1)))
    assert asked.units == ("a",)


def test_several_cases_are_told_one_after_the_other():
    [finding] = case_unreported(owed(CASES, date(2026, 12, 31), had("2026", value=1), had("2026", code="2", value=2)))
    assert "còn 01 vụ (1. Việc), 02 vụ (2. Việc) chưa" in finding.message.vi
    nobody = plan_of(evolve(ON_EVENT, reporters=()), measures=(measure_of(over_time="any_breach"), measure_of("2")))
    assert [item.units for item in case_unreported(owed(nobody, date(2026, 12, 31), had("2026", value=1)))] == [()]


def test_a_case_restated_is_no_new_one_and_one_taken_back_and_recorded_again_is():
    """Two cases are told of; one of them is recorded as final, with no other count: nothing is owed. Taken back and recorded again, it is."""
    first_half, second_half = had("2026-S1", value=1, revision=2), had("2026-S2", value=1, revision=1)
    letter = sent("2026", duty="case", revision=2)
    restated = evolve(first_half, state="provisional", revision=3)
    back = evolve(first_half, value=None, state="withdrawn", revision=3, takes_back=2)
    again = evolve(first_half, revision=4)
    for later, new in (((restated,), 0), ((back, again), 1)):
        now = (later[-1], second_half)
        [item] = [
            one
            for one in owed(CASES, date(2027, 1, 5), *now, sendings=(letter,), journal=(first_half, second_half, *later)).deadlines
            if one.duty.id == "case" and one.period is not None
        ]
        assert sum(case.count for case in item.cases) == new


def test_a_target_with_two_bars_is_read_on_the_day_it_is_looked_at():
    """The bar of the day decides how cases combine: under a zero target one in spring stands, whatever a later figure says."""
    zero = Target("==", 0, "không để xảy ra", kind="zero_incident", valid_from=date(2026, 1, 1), valid_to=date(2027, 12, 31))
    more = Target(">=", 9, "9 vụ trở lên", valid_from=date(2028, 1, 1))
    plan = plan_of(ON_EVENT, measures=(measure_of(over_time="point_in_time", target=(zero, more)), measure_of("2")))
    figures = (had("2026-S1", value=1), had("2026-S2", value=0))
    for on, states in ((date(2027, 1, 1), ["arisen"]), (date(2028, 1, 1), ["not_asked"])):
        assert [item.state for item in owed(plan, on, *figures).deadlines] == states


def test_a_letter_that_was_returned_is_remembered_beside_the_next_one():
    """Its number is not taken for a new letter's."""
    old, new = sent("2026"), evolve(sent("2026", date(2026, 12, 1)), letter="50/BC")
    back = sent("2026", act="return", reason="thiếu")
    these = letters("some/plan", "yearly", (old, back, new))["a", CALENDAR.parse("2026")]
    assert (these.standing, these.returned, these.last_return) == ((new,), (old,), None)


def test_a_day_of_receipt_is_added_to_the_letter_with_the_instant_it_was_noted():
    moment = datetime(2026, 11, 25, tzinfo=UTC)
    came = sent("2026", act="receive", received=date(2026, 11, 24), recorded_at=moment)
    [letter] = letters("some/plan", "yearly", (sent("2026"), came))["a", CALENDAR.parse("2026")].standing
    assert (letter.act, letter.letter, letter.received, letter.recorded_at) == ("receive", "45/BC", date(2026, 11, 24), moment)


@pytest.mark.parametrize("named", [{"letter": "45/BC", "dated": None}, {"letter": "", "dated": date(2026, 11, 20)}])
def test_half_a_name_is_no_letter_of_its_own(named):
    """What was received under a number without a date, or a date without a number, sends nothing where no letter is recorded."""
    came = evolve(sent("2026", act="receive", received=date(2026, 11, 24)), **named)
    assert letters("some/plan", "yearly", (came,)) == {}


GROUP = (Unit("a", "Các trường", members=True), Unit("b", "Công an xã"))
IN_GROUP = tuple(MemberUnit(unit, f"Trường {unit}", "07621", date(2026, 1, 1), "a", plan="some/plan") for unit in ("m", "n"))


@pytest.mark.parametrize(
    ("figures", "cases"),
    [
        ((("2026", "a", 5), ("2026", "m", 0)), 5),
        ((("2026", "", 5), ("2026", "m", 0)), 5),
        ((("2026", "a", 5), ("2026", "m", 3), ("2026", "n", 4)), 7),
        ((("2026", "a", 5), ("2026", "m", 3)), 5),
        ((("2026-S1", "a", 5), ("2026-S1", "m", 0), ("2026-S2", "m", 3)), 8),
        ((("2026-Q1", "a", 2), ("2026-Q2", "a", 3), ("2026-S1", "m", 4)), 5),
        ((("2026-S1", "a", 5), ("2026-S2", "m", 3)), 8),
        ((("2026", "", 5), ("2026", "a", 4), ("2026", "m", 0)), 5),
    ],
)
def test_a_case_recorded_for_a_whole_stays_open_when_a_member_tells_of_the_same_days(figures, cases):
    """Rule 18: 5 for the group or the place, not reported, then 0 of one school: 5 are open still; of the same days the larger, never the sum."""
    plan = evolve(plan_of(ON_EVENT, measures=(measure_of(), measure_of("2"))), units=GROUP)
    recorded = [had(period, code="2", unit=unit, value=value) for period, unit, value in figures]
    [item] = [item for item in owed(plan, date(2026, 12, 31), *recorded, units=IN_GROUP).deadlines if item.duty.id == "case"]
    assert told(item) == ("arisen", "2026", [("2", cases)])
