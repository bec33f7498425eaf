"""What is asked of units that report together (docs/domain.md, rules 19 and 22): of each its letter, of the place what nobody is named for."""

from datetime import date

from attrs import evolve
from planmonitor.assessment.known import Known
from planmonitor.assessment.owing import owing
from planmonitor.assessment.plans import judge_plan
from planmonitor.assessment.workdays import Calendar
from support.reports import LONG_AGO, YEARLY, measure_of, plan_of, sent

BOTH, NOVEMBER, DECEMBER = evolve(YEARLY, reporters=("a", "b")), date(2026, 11, 18), date(2026, 12, 1)
LETTERS = tuple(sent("2026", date(2026, 11, 20), unit=unit) for unit in ("a", "b"))


def asked(plan, on, *figures, **more):
    """Return of whom how many reports and which figures of 2026 are asked for, the latter with their last day."""
    judged = judge_plan(plan, Known(figures, since=LONG_AGO, **more), on)
    return {
        one.office.name: (
            [item.report.period.id for item in one.reports if item.report.period.year == 2026],
            [(item.uses[0][1].code, item.due.last_day) for item in one.figures if item.about.period.year == 2026],
        )
        for one in owing([judged], Calendar(), on)
    }


def test_an_office_that_has_sent_its_report_is_not_asked_for_what_nobody_is_named_for():
    """Before the letters each owes its own report and the place the figure, by the day of the reports; after them nobody owes a report."""
    plan = plan_of(BOTH, measures=(measure_of(owners=()),))
    before = asked(plan, NOVEMBER)
    assert before == {"Trạm Y tế": (["2026"], []), "Công an xã": (["2026"], []), "": ([], [("1", date(2026, 11, 25))])}
    assert asked(plan, DECEMBER, sendings=LETTERS) == {"": ([], [("1", None)])}


def test_a_report_that_is_late_is_asked_of_who_has_not_sent_it():
    """One of two has sent its letter: the other alone is asked, and nothing is overdue of the place."""
    plan = plan_of(BOTH, measures=(measure_of(owners=()),))
    found = asked(plan, DECEMBER, sendings=LETTERS[:1])
    assert {name: reports for name, (reports, _figures) in found.items()} == {"Công an xã": ["2026"], "": []}
    assert {item.unit for item in judge_plan(plan, Known((), since=LONG_AGO), DECEMBER).deadlines} == {"a", "b"}
