"""A check names the figures it needs: without them it says by itself that it cannot be judged (docs/domain.md, rule 24)."""

from datetime import date

import pytest
from attrs import evolve
from planmonitor import Check, Finding, InvalidPlan, Known, Text, judge_plan, no_figure
from planmonitor.assessment.every_plan import without
from support.rules import FLOW, bar, had, measure_of, plan_with

TITLE = Text("Kiểm tra thử", "A check for a test")
KEYS = ("thing/a", "thing/b")


def looks(judged_plan):
    """Find the first measure, which must have a figure by then."""
    judged = judged_plan.measures[0]
    assert judged.value is not None
    yield Finding(Text("Có số liệu.", "There is a figure."), judged.measure.source, (judged.id,))


NEEDING = Check("some/check", "warning", TITLE, looks, needs=KEYS)


def judged(*codes, figures=()):
    """Return a plan of measures that count a definition each, by code; "a2" counts what "a" does, later on."""
    measures = [
        evolve(measure_of(evolve(FLOW, key=f"thing/{code[0]}"), bar(">=", 9, scope="orientation" if len(code) > 1 else "target"), code=code))
        for code in codes
    ]
    recorded = tuple(evolve(had("2026", value=3), definition=f"thing/{key}") for key in figures)
    return judge_plan(plan_with(*measures), Known(recorded), date(2026, 12, 31))


def said(plan, check=NEEDING):
    return [(item.state, tuple(name.rsplit("/", 1)[1] for name in item.measures), item.message.vi) for item in check.findings(plan)]


def test_what_is_wanting_is_named_and_the_check_is_not_called():
    """Of two figures one is missing, or both are: one finding names them."""
    assert said(judged("a", "b", figures="a")) == [("not_judged", ("b",), "Chưa có số liệu để kiểm tra: b.")]
    assert said(judged("a", "b")) == [("not_judged", ("a", "b"), "Chưa có số liệu để kiểm tra: a, b.")]
    assert said(judged("a", "b", figures="ab")) == [("found", ("a",), "Có số liệu.")]


def test_what_the_plan_does_not_count_is_not_waited_for():
    """A plan that counts one of them needs that one; to a plan that counts none the check does not apply, and it says nothing."""
    assert said(judged("a", figures="a")) == [("found", ("a",), "Có số liệu.")]
    assert said(judged("c")) == []
    assert [NEEDING.applies_to(judged(*codes).plan) for codes in ("ab", "a", "c")] == [True, True, False]


def test_of_two_lines_that_count_one_thing_one_figure_will_do():
    """A target and what it is to become after the plan are one figure."""
    assert [state for state, *_ in said(judged("a", "a2", figures="a"))] == ["found"]
    assert said(judged("a", "a2")) == [("not_judged", ("a",), "Chưa có số liệu để kiểm tra: a.")]


def test_zero_is_a_figure():
    """Rule 9: a recorded 0 is not wanting."""
    plan = plan_with(measure_of(evolve(FLOW, key="thing/a"), bar(">=", 9), code="a"))
    none = judge_plan(plan, Known((evolve(had("2026", value=0), definition="thing/a"),)), date(2026, 12, 31))
    assert [state for state, *_ in said(none)] == ["found"]


def test_what_a_check_looks_at_in_place_of_a_rule_must_be_named():
    """`instead_of` stands for the figures needed, so there must be some."""
    with pytest.raises(InvalidPlan, match="'needs' names nothing"):
        Check("some/check", "warning", TITLE, looks, instead_of=("planmonitor/zero-broken",))


def test_a_plan_without_some_measures_is_what_a_rule_sees_of_which_somebody_else_tells():
    """Lines of which none is left are gone, the rest stays."""
    plan = judged("a", "b", figures="ab")
    assert [item.measure.code for item in without(plan, frozenset({"thing/a"})).measures] == ["b"]
    assert without(plan, frozenset()) is plan


def test_a_check_says_itself_of_which_measures_figures_are_wanting():
    """Where a condition of its own decides, it uses the same sentence."""
    [first, _second] = judged("a", "b").measures
    assert (no_figure([first]).state, no_figure([first]).message.en) == ("not_judged", "There is no figure to check yet: a.")
