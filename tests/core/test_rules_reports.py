"""Reports owed by a last day: the day, the figures in them, and the letters they are sent with (docs/domain.md, rules 16, 19 and 20)."""

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st
from planmonitor import (
    ADMINISTRATIVE,
    BadData,
    OpenQuestion,
    Text,
    Unit,
)
from planmonitor.assessment.every_plan import report_overdue
from planmonitor.assessment.records import MemberUnit
from planmonitor.model.settings import Answer, PlanSettings, check_answer, settle
from support.reports import LONG_AGO, MID_YEAR, UNDATED, WHEN, YEARLY, first, had, measure_of, owed, plan_of, sent
from support.rules import VAN_SON, bar, counted, plan_with
from support.rules import had as did
from support.rules import measure_of as rules_measure

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
    ("typed", "period", "dated"),
    [("01-01", "year", False), ("06-30", None, False), ("07-01", "year", True), ("+0 06-30", "year", True), ("01-15", "half-year", True)],
)
def test_a_day_at_the_beginning_of_the_year_is_asked_about(typed, period, dated):
    """Rule 16: a report on 2026 by 15 January, of which year? Until that is said it has no day. One of a half-year, or in July, is plain."""
    plan = settle(plan_of(evolve(UNDATED, period=period), questions=(WHEN,)), PlanSettings(answers={"when": Answer(typed)}))
    assert (plan.duties[0].kind == "dated") == dated
    found = list(report_overdue(owed(plan, date(2026, 1, 1))))
    assert [(item.severity, item.questions) for item in found] == ([] if dated else [("warning", ("when",))])


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


def test_a_figure_nobody_is_named_for_is_owed_by_the_only_reporter_else_by_none():
    """Rule 19: the only reporter compiles it; of several each owes its own letter, and the place none beside them."""
    found = first(plan_of(YEARLY, measures=(measure_of(owners=()),)), date(2026, 12, 1), had("2026"))
    assert (found.unit, found.expected, found.received) == ("a", 1, 1)
    both = owed(plan_of(evolve(YEARLY, reporters=("a", "b")), measures=(measure_of(owners=()),)), date(2026, 12, 1)).deadlines
    assert {(item.unit, item.expected) for item in both if item.period.year == 2026} == {("a", 0), ("b", 0)}


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


@pytest.mark.parametrize(("issued", "years"), [(date(2026, 6, 9), [2026, 2027]), (date(2026, 6, 10), [2027])])
def test_what_fell_due_before_the_plan_was_issued_is_not_owed(issued, years):
    """Rule 19: whether the document says when, or the place answers; a date that the document bears is not overruled."""
    plan = plan_of(MID_YEAR)
    dated = evolve(plan, document=evolve(plan.document, issued=issued))
    open_ = evolve(plan, questions=(OpenQuestion("document-date", "document", Text("Ngày nào?", "When?"), "date"),))
    for found in (dated, answered(open_, issued), answered(evolve(open_, document=dated.document), date(2027, 12, 31))):
        assert [item.period.year for item in owed(found, issued).deadlines] == years


def answered(plan, day):
    return settle(plan, PlanSettings({"document-date": Answer(day)}))


@pytest.mark.parametrize(
    ("on", "letter", "states"),
    [
        (date(2026, 11, 25), None, ["not_due", "not_due"]),
        (date(2026, 11, 26), None, ["undecided", "not_due"]),
        (date(2026, 11, 26), date(2026, 11, 26), ["late", "not_due"]),
        (date(2027, 11, 26), None, ["undecided", "overdue"]),
    ],
)
def test_whether_a_report_was_owed_before_a_plan_without_a_date_is_undecided(on, letter, states):
    """Rule 19 and F4: the plan is no older than the act it carries out; of that year nobody says whether it was there yet, unless a letter does."""
    plan = plan_of(evolve(YEARLY, valid_from=date(2026, 6, 1)))
    sendings = (sent("2026", letter),) if letter else ()
    for since in (LONG_AGO, date(2026, 11, 26)):
        assert [item.state for item in owed(plan, on, since=since, sendings=sendings).deadlines] == states
    issued = evolve(plan, document=evolve(plan.document, issued=date(2026, 7, 1)))
    assert "undecided" not in [item.state for item in owed(issued, on, sendings=sendings).deadlines]


def group_of(*members):
    units = (Unit("schools", "Các trường học", members=True),)
    duty = evolve(YEARLY, reporters=("schools",))
    plan = plan_with(measure_of(owners=("schools",)), place=VAN_SON, end=date(2026, 12, 31), units=units, duties=(duty,))
    return plan, tuple(MemberUnit(name, name, VAN_SON.code, LONG_AGO, "schools", valid_to=closed) for name, closed in members)


def test_a_group_owes_what_its_members_of_the_day_owe():
    """Rules 12 and 19: two schools owe two figures; one that closed in the year owes what occurred until then, one closed before it none."""
    both = []
    for closed in (None, date(2026, 6, 30), date(2025, 12, 31)):
        plan, members = group_of(("mot", None), ("hai", closed))
        both += [item.expected for item in owed(plan, date(2027, 1, 1), units=members).deadlines]
    assert both == [2, 2, 1]
    plan, members = group_of(("mot", None), ("hai", date(2026, 6, 30)))
    figures = had("2026", unit="mot"), had("2026-S1", unit="hai")
    assert [first(plan, date(2027, 1, 1), *figures[:count], units=members).received for count in (1, 2)] == [1, 2]
    assert first(plan, date(2027, 1, 1), figures[0], had("2026-Q1", unit="hai"), units=members).received == 1


def test_a_unit_that_an_act_has_ended_owes_no_report_due_after_its_last_day():
    """Rule 21: given a day, a unit abolished in mid-2026 owes the report due before that, and none of later years."""
    duty = evolve(YEARLY, reporters=("a",))
    plan = plan_of(duty)
    assert [item.period.year for item in owed(plan, date(2027, 1, 1)).deadlines] == [2026, 2027]
    ended = evolve(plan, units=(evolve(plan.units[0], ended=date(2026, 12, 31)), *plan.units[1:]))
    assert [item.period.year for item in owed(ended, date(2027, 1, 1)).deadlines] == [2026]


def test_the_figure_of_a_group_stands_for_its_members_until_one_reports():
    """Section 4: one figure for both schools is both; once one reports, the other's is wanting."""
    plan, members = group_of(("mot", None), ("hai", None))
    for whole in ("schools", ""):
        figures = (had("2026", unit=whole), had("2026", unit="mot"))
        assert [first(plan, date(2027, 1, 1), *figures[:count], units=members).received for count in (1, 2)] == [2, 1]


def test_a_group_and_its_members_tell_together_of_a_year():
    """Section 4: the group of the first half and the school of the second are the year of that school, and of no other."""
    plan, members = group_of(("mot", None), ("hai", None))
    figures = (had("2026-S1", unit="schools"), had("2026-S2", unit="mot"))
    assert [first(plan, date(2027, 1, 1), *figures[:count], units=members).received for count in (1, 2)] == [0, 1]


def test_a_duty_carries_the_measures_it_names_else_all_targets():
    """Rule 19: a duty that names measure 2 owes one figure, one that names none owes both."""
    named, measures = evolve(YEARLY, measures=("2",)), (measure_of(), measure_of("2"))
    assert [first(plan_of(duty, measures=measures), date(2026, 1, 1)).expected for duty in (named, YEARLY)] == [1, 2]


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


def test_a_figure_of_the_whole_place_is_not_that_of_units_which_each_owe_their_own():
    """It tells of neither of the two."""
    plan = plan_of(evolve(YEARLY, reporters=("a", "b")), measures=(measure_of(owners=("a", "b")),), end=2026)
    items = owed(plan, date(2026, 11, 1), had("2026", unit=""), had("2026", unit="b")).deadlines
    assert [(item.unit, item.expected, item.received) for item in items] == [("a", 1, 0), ("b", 1, 1)]


@pytest.mark.parametrize(("done_once", "yes", "received"), [(True, True, 1), (True, False, 0), (False, True, 0)])
def test_a_task_done_in_the_first_half_is_in_the_report_on_the_year(done_once, yes, received):
    """What is done once is done; a state in the first half says nothing of the year, and not done says nothing either."""
    task = counted("yes_no", "any_breach" if done_once else "point_in_time")
    plan = plan_of(YEARLY, measures=(rules_measure(task, bar("done"), owners=("a",)),), end=2026)
    item = first(plan, date(2026, 11, 1), did("2026-S1", yes=yes))
    assert (item.expected, item.received) == (1, received)
