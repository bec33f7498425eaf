"""Checks that a plan declares in its file: what must be there together, what is not above what, what is due by a day (docs/domain.md, rule 24)."""

from datetime import date

import pytest
from attrs import evolve
from planmonitor import Definition, InvalidPlan, PlanCheck, Text, judge_plan
from planmonitor.assessment.declared import declared
from planmonitor.assessment.known import Known
from support.rules import FLOW, RATIO, SOURCE, YES_NO, bar, had, measure_of, plan_with


def thing(key: str, of: Definition = FLOW) -> Definition:
    """Return a definition of a key of its own."""
    return evolve(of, key=f"thing/{key}")


def counted(key: str, period: str, value: int, **more):
    """Return a figure of a definition."""
    return evolve(had(period, value=value, **more), definition=f"thing/{key}")


def found(check: PlanCheck, *figures, on: date = date(2026, 12, 31), definitions=(FLOW, FLOW, FLOW), year: int | None = None):
    """Return what a plan of measures a, b and c finds by one check that it declares: state, codes and sentence."""
    keyed = [evolve(definition, key=f"thing/{code}") for code, definition in zip("abc", definitions, strict=True)]
    wanted = ["done" if definition.kind == "yes_no" else ">=" for definition in definitions]
    measures = [
        measure_of(definition, bar(comparator, None if comparator == "done" else 9), code=code)
        for code, definition, comparator in zip("abc", keyed, wanted, strict=True)
    ]
    plan = plan_with(*measures, checks=(check,))
    [declared_check] = declared(plan)
    judged = evolve(judge_plan(plan, Known(figures), on), year=year)
    return [(item.state, tuple(name[-1] for name in item.measures), item.message.vi) for item in declared_check.findings(judged)]


def a_check(kind: str, *measures: str, **more) -> PlanCheck:
    return PlanCheck("own", kind, measures, SOURCE, **more)


TOGETHER = a_check("together", "a", "b")
NOT_ABOVE = a_check("not_above", "a", "b")
DUE = a_check("due_by", "a", "b", day="11-30")


def test_a_check_goes_by_the_id_of_its_plan_and_its_own():
    """Its severity is that of the file, its title that of its kind."""
    [check] = declared(plan_with(measure_of(FLOW, bar(">=", 9), code="a"), checks=(a_check("due_by", "a", day="11-30", severity="error"),)))
    assert (check.id, check.severity, check.title.vi) == ("some/plan/own", "error", "Số liệu, công việc phải có trước một ngày")


def test_a_figure_without_the_one_that_belongs_to_it_is_found():
    """0 is a figure; of the year alone in which there is one."""
    said = "Năm 2026: có số liệu a, chưa có số liệu b. Ghi số liệu còn thiếu; không có thì ghi 0."
    assert found(TOGETHER, counted("a", "2026", 0)) == [("found", ("a", "b"), said)]
    assert found(TOGETHER, counted("a", "2026", 0), counted("b", "2026-S1", 0)) == []
    rows = (counted("a", "2027", 3), counted("b", "2026", 3))
    assert [state for state, *_ in found(TOGETHER, *rows, on=date(2027, 12, 31))] == ["found"]
    assert [state for state, *_ in found(TOGETHER)] == ["not_judged"]


def test_a_figure_above_the_one_that_contains_it_is_found():
    """Exactly, in the same days; with other days, or without one of the two, it cannot be judged."""
    said = "Chỉ tiêu a đếm được 1.001, nhiều hơn chỉ tiêu b (1.000), năm 2026. Đối chiếu lại hai số liệu."
    assert found(NOT_ABOVE, counted("a", "2026", 1001), counted("b", "2026", 1000)) == [("found", ("a", "b"), said)]
    assert found(NOT_ABOVE, counted("a", "2026", 1000), counted("b", "2026", 1000)) == []
    for rows in ((), (counted("a", "2026", 9),), (counted("a", "2026", 9), counted("b", "2026-S1", 8))):
        assert [state for state, *_ in found(NOT_ABOVE, *rows)] == ["not_judged"]
    until = date(2026, 10, 31)
    assert [state for state, *_ in found(NOT_ABOVE, counted("a", "2026", 9), counted("b", "2026", 8, until=until))] == ["not_judged"]


def test_one_figure_is_held_against_each_of_several():
    """Above b and not above c: that is found, and what has no figure is said beside it."""
    several = a_check("not_above", "a", "b", "c")
    rows = (counted("a", "2026", 5), counted("b", "2026", 4), counted("c", "2026", 6))
    assert [(state, codes) for state, codes, _ in found(several, *rows)] == [("found", ("a", "b"))]
    assert [(state, codes) for state, codes, _ in found(several, *rows[:2])] == [("found", ("a", "b")), ("not_judged", ("a", "c"))]


def test_a_share_is_held_against_a_count_by_what_it_counts():
    """Above the line: 3 of 10 is not above 3."""
    rows = [evolve(had("2026", 3, 10), definition="thing/a"), counted("b", "2026", 3)]
    assert found(NOT_ABOVE, *rows, definitions=(RATIO, FLOW, FLOW)) == []
    assert len(found(NOT_ABOVE, evolve(rows[0], numerator=4), rows[1], definitions=(RATIO, FLOW, FLOW))) == 1


@pytest.mark.parametrize(("on", "codes"), [(date(2026, 11, 30), []), (date(2026, 12, 1), [("b",)]), (date(2027, 11, 30), [("b",)])])
def test_what_is_due_by_a_day_is_found_the_day_after(on, codes):
    """The day itself is in time; what was missing stays found until the next one."""
    assert [item[1] for item in found(DUE, counted("a", "2026", 0), on=on)] == codes


def test_what_is_due_is_asked_of_every_year():
    """A figure of 2026 does not stand for 2027; of a report on one year alone only that year is asked."""
    rows = (counted("a", "2026", 1), counted("b", "2026", 1))
    [(_state, codes, said)] = found(DUE, *rows, on=date(2027, 12, 1))
    assert (codes, said) == (("a", "b"), "Đã quá ngày 30/11/2027, chưa có số liệu năm 2027: a, b. Thực hiện và ghi số liệu.")
    assert found(DUE, *rows, on=date(2027, 12, 1), year=2026) == []


@pytest.mark.parametrize(("done", "count"), [(True, 0), (False, 1)])
def test_a_task_is_due_to_be_done(done, count):
    """A recorded "no" is no task done."""
    rows = (evolve(had("2026", yes=done), definition="thing/a"), counted("b", "2026", 1))
    findings = found(DUE, *rows, definitions=(YES_NO, FLOW, FLOW))
    assert [(codes, said) for _state, codes, said in findings] == [
        (("a",), "Đã quá ngày 30/11/2026, chưa thực hiện: a. Thực hiện và ghi số liệu.")
    ] * count


def test_the_plan_says_in_its_own_words_what_is_to_be_done():
    """They stand behind codes and figures, in both languages."""
    own = evolve(TOGETHER, said=Text("Đề nghị Công an xã ghi đủ.", "Ask the police for both."))
    assert found(own, counted("a", "2026", 3))[0][2] == "Năm 2026: có số liệu a, chưa có số liệu b. Đề nghị Công an xã ghi đủ."


@pytest.mark.parametrize(
    ("kind", "measures", "more", "said"),
    [
        ("together", ("a",), {}, "needs two measures"),
        ("not_above", ("a", "a"), {}, "twice"),
        ("due_by", ("a",), {}, "'due_by' needs it"),
        ("together", ("a", "b"), {"day": "11-30"}, "belongs to 'due_by'"),
        ("due_by", ("a",), {"day": "02-29"}, "is not a day of every year"),
        ("below", ("a", "b"), {}, "below"),
    ],
)
def test_a_check_that_cannot_be_is_refused(kind, measures, more, said):
    """The part and the field are named."""
    with pytest.raises(InvalidPlan, match=said):
        a_check(kind, *measures, **more)


@pytest.mark.parametrize(
    ("check", "other", "said"),
    [
        (a_check("together", "a", "z"), FLOW, "measure 'z' does not exist"),
        (NOT_ABOVE, evolve(FLOW, counts="cases"), r"what is counted differs, a \(people\), b \(cases\)"),
        (NOT_ABOVE, YES_NO, "states and points are no counts"),
    ],
)
def test_a_check_of_what_cannot_be_compared_is_refused(check, other, said):
    """A code that no measure has, other units of count, a state."""
    with pytest.raises(InvalidPlan, match=said):
        found(check, definitions=(FLOW, other, FLOW))
