"""What letters told of figures, and what has changed since: the rules behind it (docs/domain.md, rule 19)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from planmonitor import CALENDAR, Measure, Plan, Text, Unit
from planmonitor.assessment.acts import Reported
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import judge_plan
from planmonitor.assessment.records import MemberUnit
from planmonitor.assessment.told import as_told, standing_in
from support.reports import YEARLY, had, measure_of, plan_of, sent
from support.rules import VAN_SON, bar, plan_with

ON = date(2027, 2, 1)
LETTER = sent("2026", unit="a", revision=1)


def told(plan: Plan, *figures: Any, units: tuple[MemberUnit, ...] = (), letter: Any = LETTER) -> tuple[Reported, ...]:
    """Return what the report of 2026 tells of some figures."""
    known = Known(figures, units)
    standing = standing_in(plan, plan.duties[0], letter.unit, CALENDAR.year(2026), known, figures, ON)
    return tuple(as_told(letter, about, one) for about, one in standing.items())


def kinds(plan: Plan, rows: tuple[Reported, ...], *figures: Any, **more: Any) -> list[tuple[str, str, str]]:
    """Return what has become of figures that were told."""
    known = Known(figures, reported=rows, **({"sendings": (LETTER,)} | more))
    return [(one.kind, one.told.figure, one.stands.figure) for one in judge_plan(plan, known, ON).corrections]


def counted_in_another_way(plan: Plan) -> Plan:
    """Return a plan whose measure counts under a condition that it did not have."""
    return with_measure(plan, lambda measure: evolve(measure, definition=evolve(measure.definition, condition=measure.label)))


def with_measure(plan: Plan, change: Any) -> Plan:
    """Return a plan with its only measure changed."""
    line = plan.indicators[0]
    return evolve(plan, indicators=(evolve(line, measures=(change(line.measures[0]),)),))


def test_another_way_of_counting_and_another_bar_are_told_as_such() -> None:
    """The figure is what it was; what it says is not."""
    plan, figure = plan_of(YEARLY), had("2026", revision=1)
    rows = told(plan, figure)
    assert [(row.figure, row.bar, row.revision, row.state) for row in rows] == [("3", ">= 9", 1, "final")]
    assert kinds(plan, rows, figure) == []
    assert kinds(counted_in_another_way(plan), rows, figure) == [("recounted", "3", "3")]
    raised = with_measure(plan, lambda measure: evolve(measure, targets=(bar(">=", 12),)))
    assert kinds(raised, rows, figure) == [("rebarred", "3", "3")]
    [one] = judge_plan(raised, Known((figure,), sendings=(LETTER,), reported=rows), ON).corrections
    assert one.in_short.vi == "1: 03 vụ so với mức giao ít nhất 9; mức giao nay là ít nhất 12"


def test_of_a_letter_recorded_before_figures_were_kept_the_journal_tells_them() -> None:
    """Revision 1 stood when it was recorded, revision 2 came after it; how it was counted then nobody noted."""
    plan, then, later = plan_of(YEARLY), had("2026", revision=1), had("2026", value=5, revision=2)
    assert kinds(plan, (), later, journal=(then, later)) == [("corrected", "3", "5")]
    assert kinds(counted_in_another_way(plan), (), then, journal=(then,)) == []


def test_a_letter_of_that_time_settles_what_had_changed_before_it() -> None:
    """Whoever wrote the report on 2027 could see the figure of 2026."""
    plan, then, later = plan_of(YEARLY), had("2026", revision=1), had("2026", value=5, revision=2)
    newer = sent("2027", date(2027, 1, 20), unit="a", revision=2, letter="46/BC")
    assert kinds(plan, (), later, journal=(then, later), sendings=(LETTER, newer)) == []


GROUP = Unit("thon", "Các thôn", members=True)


def village(number: int) -> MemberUnit:
    """Return a registered member of the group."""
    return MemberUnit(f"thon-{number}", f"Thôn {number}", "07621", date(2020, 1, 1), "thon", "some/plan")


def of_villages() -> Plan:
    """Return a plan whose only figure the villages supply and a unit reports."""
    duty = evolve(YEARLY, measures=("1",))
    return plan_with(measure_of(owners=("thon",)), place=VAN_SON, units=(Unit("a", "Trạm Y tế"), GROUP), duties=(duty,))


@pytest.mark.parametrize(("second", "expected"), [(4, []), (5, [("corrected", "7", "8")])])
def test_a_figure_that_is_parted_in_another_way_is_told_as_a_whole(second: int, expected: list[Any]) -> None:
    """The group had 7; its villages tell 3 and 4, which is the same, or 3 and 5, which is not."""
    plan, units = of_villages(), (village(1), village(2))
    group = had("2026", unit="thon", value=7, revision=1)
    rows = told(plan, group, units=units)
    assert {(row.unit, row.figure) for row in rows} == {("thon", "7"), ("thon-1", ""), ("thon-2", "")}
    parts = (had("2026", unit="thon-1", value=3, revision=2), had("2026", unit="thon-2", value=second, revision=3))
    assert kinds(plan, rows, group, *parts, units=units) == expected


def test_each_of_several_reporters_tells_its_own_part() -> None:
    """The police told theirs; what the clinic corrects is no matter of the police's report."""
    measure: Measure = measure_of(owners=("a", "b"))
    plan = plan_of(evolve(YEARLY, reporters=("a", "b")), measures=(measure,))
    mine, other = had("2026", unit="a", value=3, revision=1), had("2026", unit="b", value=2, revision=1)
    rows = told(plan, mine, other)
    assert [(row.unit, row.figure) for row in rows] == [("a", "3")]
    assert kinds(plan, rows, mine, evolve(other, value=9, revision=2)) == []
    assert kinds(plan, rows, evolve(mine, value=4, revision=2), other) == [("corrected", "3", "4")]


def test_the_next_report_lists_what_changed_and_else_the_one_that_told_it() -> None:
    """The report on 2027 is the next; in a plan that ends in 2026 there is none."""
    figure = had("2026", value=4, revision=2)
    for end, listed in ((2027, "2027"), (2026, "2026")):
        plan = plan_of(YEARLY, end=end)
        judged = judge_plan(plan, Known((figure,), sendings=(LETTER,), reported=told(plan, had("2026", revision=1))), ON)
        assert [item.period.id for item in judged.deadlines if item.corrections and item.period is not None] == [listed]


def test_what_a_figure_is_called_is_no_way_of_counting() -> None:
    """A definition that gets another name or word for its cases counts what it did."""
    plan, figure = plan_of(YEARLY), had("2026", revision=1)
    other = Text("Vụ việc", "Event")
    renamed = with_measure(plan, lambda measure: evolve(measure, definition=evolve(measure.definition, label=other, noun=other)))
    assert kinds(renamed, told(plan, figure), figure) == []
