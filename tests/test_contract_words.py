"""The contract holds a target against its own words and clause: a change is no level, and words are quoted whole and in order."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from planmonitor import Baseline, Document, Measure, Target, Text
from planmonitor.registry.loading import Loaded, load
from planmonitor.testing.rules.targets import clauses, comparators

DOCUMENT = Document(Text("Kế hoạch thử", "A plan for a test"), "UBND xã")


def plugin(target: Target, clause: str) -> Loaded:
    """Return the child-labour plugin with a single plan whose first measure has this target and clause."""
    [sound] = load(["child_labour"]).loaded
    plan = sound.plans[0]
    indicator = plan.indicators[0]
    measure: Measure = evolve(indicator.measures[0], targets=(target,), source=DOCUMENT.at("mục I", clause))
    return evolve(sound, plans=(evolve(plan, indicators=(evolve(indicator, measures=(measure,)),), duties=(), questions=()),))


def said(rule: Any, target: Target, clause: str) -> list[str]:
    return [str(breach) for breach in rule(plugin(target, clause))]


def test_a_change_held_as_a_level_is_a_breach():
    """The words "giảm 10%" are a fall by ten percent, not a level of ten percent; as a relative change it passes."""
    fall = "giảm 10% so với năm 2020"
    [level] = said(comparators, Target("<=", 10, "giảm 10%"), fall)

    assert "a change or a level" in level
    assert said(comparators, Target("<=", -10, "giảm 10%", kind="relative_change", baseline=Baseline(2020)), fall) == []


@pytest.mark.parametrize(
    ("wording", "clause"),
    [
        ("5%", "15% trẻ em được khám"),
        ("5%", "5,5% trẻ em được khám"),
        ("trên 5%", "không trên 5% trẻ em bỏ học"),
        ("trẻ em … 5%", "5% trẻ em"),
    ],
)
def test_words_that_the_clause_does_not_print_so_are_a_breach(wording, clause):
    """A figure cut out of a longer one, words cut off from "không", pieces in another order: none of them is a quotation."""
    assert len(said(clauses, Target(">=", 5, wording), clause)) == 1


@pytest.mark.parametrize(("wording", "clause"), [("5%", "Có 5% trẻ em"), ("giảm … 5%", "Giảm tỷ lệ bỏ học 5%."), ("90 %", "Trên 90% trẻ em (90%)")])
def test_words_as_the_clause_prints_them_pass(wording, clause):
    """Whole words in the order of the clause pass, whatever the capitals and the space before the percent sign."""
    value = 90 if "90" in wording else 5
    assert said(clauses, Target(">=", value, wording), clause) == []
