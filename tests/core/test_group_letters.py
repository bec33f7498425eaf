"""The report of a group (docs/domain.md, rules 19 and 21): its own letter stands for all members, one of a member for that member alone."""

from datetime import date

from attrs import evolve
from planmonitor import Duty, Unit
from planmonitor.assessment.known import Known
from planmonitor.assessment.owing import owing
from planmonitor.assessment.plans import judge_plan
from planmonitor.assessment.records import MemberUnit
from planmonitor.assessment.workdays import Calendar
from support.reports import LONG_AGO, SOURCE, measure_of, sent
from support.rules import VAN_SON, plan_with

DUTY = Duty("yearly", "dated", "năm", SOURCE, ("schools",), period="year", last_day="11-25")
PLAN = plan_with(measure_of(owners=("schools",)), place=VAN_SON, units=(Unit("schools", "Các trường học", members=True),), duties=(DUTY,))
A, B = (MemberUnit(name, f"Trường {name}", "07621", LONG_AGO, "schools") for name in ("A", "B"))
NOVEMBER, DECEMBER = date(2026, 11, 18), date(2026, 12, 1)


def state(*letters, on=DECEMBER, units=(A, B)):
    """Return how the reports on 2026 stand, by unit, and of whom they are asked for."""
    judged = judge_plan(PLAN, Known((), since=LONG_AGO, sendings=letters, units=units), on)
    asked = [
        one.office.name for one in owing([judged], Calendar(), on) for item in one.reports if item.report.period and item.report.period.year == 2026
    ]
    return {item.unit: item.state for item in judged.deadlines if item.period and item.period.year == 2026}, sorted(asked), judged.completeness


def test_the_letter_of_a_member_counts_for_that_member_alone():
    """One of two schools has sent its report: the other is asked, and the group's report is not sent."""
    states, asked, completeness = state(sent("2026", date(2026, 11, 20), unit="A"))
    assert (states, asked) == ({"schools": "overdue", "A": "on_time"}, ["Trường B"])
    assert (completeness.expected, completeness.received) == (1, 0)


def test_the_report_of_a_group_is_sent_once_all_members_have_sent_theirs():
    """By the last of their letters: one day late where that is."""
    both = sent("2026", date(2026, 11, 20), unit="A"), sent("2026", date(2026, 11, 26), unit="B", letter="2/BC")
    states, asked, completeness = state(*both)
    assert (states, asked) == ({"schools": "late", "A": "on_time", "B": "late"}, [])
    assert (completeness.expected, completeness.received, completeness.on_time) == (1, 1, 0)


def test_the_letter_of_a_group_stands_for_all_its_members():
    """No school is asked once the group has written."""
    assert state(sent("2026", date(2026, 11, 20), unit="schools"))[:2] == ({"schools": "on_time"}, [])


def test_what_was_returned_to_a_member_is_asked_of_it_once():
    """Its letter came back: it is asked again, and the other one still."""
    letters = sent("2026", date(2026, 11, 16), unit="A"), sent("2026", act="return", unit="A", received=date(2026, 11, 17), reason="thiếu biểu")
    assert state(*letters, on=NOVEMBER)[1] == ["Trường A", "Trường B"]


def test_who_goes_on_with_the_work_of_a_closed_member_is_asked_for_its_report():
    """B was closed after the last day and A goes on with its work: A alone is asked, and a letter that it wrote since is for both.

    One that A wrote before is its own; without a successor nobody is asked for what B did not send.
    """
    closed = evolve(B, valid_to=date(2026, 12, 10), successor="A")
    february = date(2027, 2, 1)
    assert state(on=february, units=(A, closed))[1] == ["Trường A"]
    assert state(sent("2026", date(2027, 1, 20), unit="A"), on=february, units=(A, closed))[:2] == ({"schools": "late", "A": "late"}, [])
    before = sent("2026", date(2026, 11, 20), unit="A")
    assert state(before, on=february, units=(A, evolve(closed, valid_to=date(2026, 11, 24))))[:2] == ({"schools": "on_time", "A": "on_time"}, [])
    assert state(before, on=february, units=(A, closed))[:2] == ({"schools": "overdue", "A": "on_time"}, ["Trường A"])
    assert state(before, sent("2026", date(2026, 11, 24), unit="B"), on=february, units=(A, closed))[0]["schools"] == "on_time"
    assert state(before, on=february, units=(A, evolve(closed, successor="")))[0]["schools"] == "on_time"
