"""Last days set by letters, lead days, and recipients that count the named day in (docs/domain.md, rules 16 to 19)."""

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from planmonitor import CALENDAR, Duty
from planmonitor.assessment.workdays import Calendar
from planmonitor.model.set_days import SetDay
from planmonitor.model.settings import Answer, DutySettings, PlanSettings, settle
from support.reports import MID_YEAR, SOURCE, UNDATED, WHEN, YEARLY, owed, plan_of, sent

LETTER = {"document": "45/UBND-VX", "dated": date(2026, 10, 15)}
AD_HOC = Duty("asked", "ad_hoc", "đột xuất (khi có yêu cầu)", SOURCE, ("a", "b"))
QUARTERLY = Duty("quarterly", "day_of_month", "chậm nhất ngày 25 tháng cuối quý", SOURCE, ("a",), period="quarter", due_day=25, due_month="last")


def once(period, day, **more):
    return SetDay(day, period=CALENDAR.parse(period), **LETTER, **more)


def days_of(plan, on=date(2026, 11, 1), **known):
    """Return period, unit, last day and state of each report that has a last day."""
    items = [item for item in owed(plan, on, **known).deadlines if item.last_day is not None]
    return [(item.period.id, item.unit, item.last_day, item.state) for item in items]


def with_letters(duty, *letters, **more):
    return evolve(plan_of(duty, **more), deadlines={duty.id: letters})


def test_a_letter_moves_the_printed_day_of_one_period_and_of_no_other():
    """The report on 2026 is due by the letter, shown as the place's beside the printed day; that on 2027 as printed."""
    plan = with_letters(YEARLY, once("2026", date(2026, 12, 20)))

    assert [(period, day) for period, _unit, day, _state in days_of(plan)] == [("2026", date(2026, 12, 20)), ("2027", date(2027, 11, 25))]
    moved, printed = owed(plan, date(2026, 11, 1)).deadlines
    assert (moved.set_by.document, moved.printed_day) == ("45/UBND-VX", date(2026, 11, 25))
    assert (printed.set_by, printed.printed_day) == (None, None)


def test_what_is_late_follows_from_the_letter_that_sets_the_day():
    """Sent on 20 November: in time by the printed 25th, five days late by a letter that set the 15th; on the letter's terms it is what it is."""
    letter = sent("2026", date(2026, 11, 20))

    assert days_of(plan_of(YEARLY), date(2026, 12, 1), sendings=(letter,))[0][3] == "on_time"
    [late, _next] = owed(with_letters(YEARLY, once("2026", date(2026, 11, 15))), date(2026, 12, 1), sendings=(letter,)).deadlines
    assert (late.state, late.late_days) == ("late", 5)


def test_a_letter_for_good_holds_for_what_is_due_from_it_on():
    """Reports due before the letter keep their day, so that none becomes overdue by it."""
    lasting = SetDay("10-31", since=date(2026, 12, 1), **LETTER)
    plan = with_letters(YEARLY, lasting, end=2028)

    assert [day for _period, _unit, day, _state in days_of(plan)] == [date(2026, 11, 25), date(2027, 10, 31), date(2028, 10, 31)]
    one_year = with_letters(YEARLY, lasting, once("2027", date(2027, 12, 5)), end=2028)
    assert [day for _period, _unit, day, _state in days_of(one_year)] == [date(2026, 11, 25), date(2027, 12, 5), date(2028, 10, 31)]


@given(st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.integers(181, 364), st.dates(date(2026, 6, 1), date(2029, 6, 1)))
def test_a_letter_for_good_makes_no_report_overdue_that_was_not(dated, number, on):
    """On no day from the letter's own on is more overdue than without it, or something for more days, but by days after the letter."""
    lasting = SetDay(f"{date(2001, 1, 1) + timedelta(days=number):%m-%d}", "45/UBND", dated, since=dated)
    before, after = (
        {item.period: item for item in owed(plan, on).deadlines} for plan in (plan_of(YEARLY, end=2028), with_letters(YEARLY, lasting, end=2028))
    )
    assert before.keys() == after.keys()
    for period, item in after.items():
        assert item.last_day == before[period].last_day or item.last_day >= dated


def test_an_ad_hoc_report_that_a_letter_asks_for_is_owed_like_every_other():
    """Rule 18: not asked for until then; from the letter on due, overdue, in time, and only by the unit it asks."""
    assert [item.state for item in owed(plan_of(AD_HOC), date(2026, 11, 1)).deadlines] == ["not_asked"]
    asked = with_letters(AD_HOC, once("2026-Q3", date(2026, 11, 20)))

    assert days_of(asked) == [("2026-Q3", "a", date(2026, 11, 20), "not_due"), ("2026-Q3", "b", date(2026, 11, 20), "not_due")]
    assert [state for *_rest, state in days_of(asked, date(2026, 11, 21))] == ["overdue", "overdue"]
    reply = sent("2026-Q3", date(2026, 11, 19), duty="asked")
    assert [state for *_rest, state in days_of(asked, date(2026, 11, 21), sendings=(reply,))] == ["on_time", "overdue"]
    one = with_letters(AD_HOC, once("2026-Q3", date(2026, 11, 20), unit="b"))
    assert [unit for _period, unit, _day, _state in days_of(one)] == ["b"]
    assert [item.state for item in owed(one, date(2026, 11, 1)).deadlines] == ["not_due"]


def test_an_undated_report_has_a_day_for_the_period_of_its_letter_alone():
    """The others stay without one, and are never overdue."""
    plan = with_letters(UNDATED, once("2026", date(2026, 12, 10)))

    assert [(item.state, item.last_day) for item in owed(plan, date(2026, 12, 11)).deadlines] == [("overdue", date(2026, 12, 10)), ("undated", None)]


def test_the_answered_day_of_an_undated_report_is_shown_as_the_places_with_its_document():
    """The document prints no day, so none stands beside it."""
    plan = settle(plan_of(UNDATED, questions=(WHEN,)), PlanSettings(answers={"when": Answer("11-24", "Công văn số 12")}))

    item = owed(plan, date(2026, 11, 1)).deadlines[0]
    assert (item.last_day, item.set_by.document, item.printed_day) == (date(2026, 11, 24), "Công văn số 12", None)
    moved = settle(
        plan_of(UNDATED, questions=(WHEN,)), PlanSettings({"when": Answer("11-24")}, deadlines={"report": (once("2026", date(2026, 12, 1)),)})
    )
    item = owed(moved, date(2026, 11, 1)).deadlines[0]
    assert (item.last_day, item.set_by.document, item.printed_day) == (date(2026, 12, 1), "45/UBND-VX", None)


def test_a_quarterly_report_is_owed_four_times_a_year_and_a_letter_moves_one():
    """By the 25th of the last month of each quarter."""
    plan = with_letters(QUARTERLY, once("2026-Q3", date(2026, 10, 5)), end=2026)

    assert [day for _period, _unit, day, _state in days_of(plan)] == [date(2026, 3, 25), date(2026, 6, 25), date(2026, 10, 5), date(2026, 12, 25)]


def test_a_letter_asks_also_for_what_fell_due_before_the_plan_was_issued():
    """Nothing fell due before the plan was issued, but for what a letter asks by name."""
    issued = evolve(SOURCE.document, issued=date(2026, 7, 1))
    assert [period for period, *_rest in days_of(evolve(plan_of(MID_YEAR), document=issued))] == ["2027-S1"]
    asked = evolve(with_letters(MID_YEAR, once("2026-S1", date(2026, 6, 20))), document=issued)
    assert [period for period, *_rest in days_of(asked)] == ["2026-S1", "2027-S1"]


def test_a_recipient_may_count_the_named_day_in():
    """ "Trước ngày 10/6" is 9 June; of a recipient that counts the day in it is 10 June, as the place settles for that report."""
    plan = settle(plan_of(MID_YEAR), PlanSettings(duties={"mid-year": DutySettings(named_day_counts=True)}))

    assert [day for _period, _unit, day, _state in days_of(plan)] == [date(2026, 6, 10), date(2027, 6, 10)]
    assert [day for _period, _unit, day, _state in days_of(plan_of(MID_YEAR))] == [date(2026, 6, 9), date(2027, 6, 9)]


@pytest.mark.parametrize(
    ("printed", "settled", "asked_by"), [(None, None, None), (None, 5, date(2026, 11, 17)), (3, None, date(2026, 11, 19)), (3, 0, None)]
)
def test_figures_are_asked_for_so_many_working_days_before_the_last_working_day(printed, settled, asked_by):
    """Wednesday 25 November less five working days, of which the 24th is none; without lead days on no day. The place wins over the document."""
    plan = settle(plan_of(evolve(YEARLY, lead_days=printed)), PlanSettings(duties={"yearly": DutySettings(lead_days=settled)}))

    assert owed(plan, date(2026, 11, 1)).deadlines[0].asked_by == asked_by


def test_the_last_working_day_is_that_of_the_places_calendar():
    """A day off that the place names moves the working day, and with it the day figures are asked for."""
    known = {"calendar": Calendar(days_off={date(2026, 11, 25)})}
    plan = settle(plan_of(YEARLY), PlanSettings(duties={"yearly": DutySettings(lead_days=1)}))
    item = owed(plan, date(2026, 11, 1), **known).deadlines[0]

    assert (item.last_day, item.last_working_day, item.asked_by) == (date(2026, 11, 25), date(2026, 11, 23), date(2026, 11, 20))


@pytest.mark.parametrize("since", [None, date(2026, 11, 29)])
def test_a_report_whose_day_a_letter_sets_is_followed_though_that_day_lies_before_the_first_entry(since):
    """Due on 5 December as printed, moved to 27 November: on the 29th, when work with the program begins, it is two days overdue; asked for, too."""
    day = date(2026, 11, 29)
    printed = evolve(YEARLY, last_day="12-05")
    [moved, *_] = owed(with_letters(printed, once("2026", date(2026, 11, 27)), end=2026), day, since=since).deadlines
    assert (moved.state, moved.late_days, moved.printed_day) == ("overdue", 2, date(2026, 12, 5))
    found = owed(with_letters(AD_HOC, once("2026-Q3", date(2026, 11, 27), unit="a"), end=2026), day, since=since).deadlines
    assert [(item.unit, item.state, item.late_days) for item in found if item.last_day] == [("a", "overdue", 2)]


def test_a_day_set_for_every_year_makes_no_report_from_before_the_first_entry_overdue():
    """Of a lasting letter each report is held against the later of its two days: printed after the first entry it is followed, before it is not."""
    lasting = SetDay("11-20", since=date(2026, 1, 1), **LETTER)
    for since, state in ((date(2026, 11, 24), "overdue"), (date(2026, 11, 26), "before_use")):
        assert days_of(with_letters(YEARLY, lasting, end=2026), date(2026, 11, 28), since=since)[0][3] == state
