"""The contract holds a target against its own words and clause: a change is no level, and words are quoted whole and in order."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from planmonitor import Baseline, Document, Measure, Target, Text
from planmonitor.contract.rules.targets import clauses, comparators
from planmonitor.registry.catalogue import Loaded
from planmonitor.registry.loading import load

DOCUMENT = Document(Text("Kế hoạch thử", "A plan for a test"), "UBND xã")


def plugin(target: Target, clause: str) -> Loaded:
    """Return the child-labour plugin with a single plan whose first measure has this target and clause."""
    catalogue = load(["child_labour"])
    plan = catalogue.plans["child-labour/van-son-2026-2030"]
    indicator = plan.indicators[0]
    measure: Measure = evolve(indicator.measures[0], targets=(target,), source=DOCUMENT.at("mục I", clause))
    return Loaded(catalogue.loaded[0].plugin, (evolve(plan, indicators=(evolve(indicator, measures=(measure,)),), duties=(), questions=()),))


def said(rule: Any, target: Target, clause: str) -> list[str]:
    return [str(breach) for breach in rule(plugin(target, clause))]


def relative(comparator: str, value: int, wording: str, upper: int | None = None) -> Target:
    return Target(comparator, value, wording, kind="relative_change", upper=upper, baseline=Baseline(2020))


@pytest.mark.parametrize(
    ("target", "wrong"),
    [
        (Target("<=", 10, "giảm 10%"), "by how much it changes"),
        (relative("<=", 5, "xuống 5%"), "a change or a level"),
        (Target(">=", 5, "tăng 5%", kind="increase"), "a change or a level"),
        (Target("==", 0, "không để xảy ra"), "kind 'zero_incident'"),
        (relative("<=", 10, "giảm 10%"), "the bar -10, the target has 10"),
        (relative(">=", -5, "tăng 5%"), "the bar 5, the target has -5"),
        (relative("<=", -10, "giảm 5-10%", -10), "the bar -5, the target has -10"),
        (relative("<=", -5, "giảm 5-10%"), "the range in the words"),
        (relative("<=", -5, "giảm 5-10%", 10), "the range in the words"),
        (Target(">=", 5, "5%", upper=10), "the range in the words"),
    ],
)
def test_a_target_that_is_not_what_its_words_decide_is_a_breach(target, wrong):
    """Comparator, kind, signed figure and range are those of the words."""
    [breach] = said(comparators, target, target.wording)

    assert wrong in breach


@pytest.mark.parametrize(
    "target",
    [
        relative("<=", -10, "giảm 10%"),
        relative("<=", -5, "giảm 5-10%", -10),
        Target("<=", 5, "giảm xuống 5%"),
        Target("==", 0, "không để xảy ra", kind="zero_incident"),
        Target("<=", 5, "giảm tối đa 5%"),
    ],
)
def test_a_target_that_is_what_its_words_decide_passes(target):
    """A bar as its words have it is no breach; nor is one whose words decide nothing."""
    assert said(comparators, target, target.wording) == []


@pytest.mark.parametrize(
    ("wording", "clause"),
    [
        ("5%", "15% trẻ em được khám"),
        ("5%", "5,5% trẻ em được khám"),
        ("10%", "5-10% trẻ em được khám"),
        ("trên 5", "trên 5-10% trẻ em được khám"),
        ("trên 5", "trên 5% trẻ em được khám"),
        ("trên 10", "trên 10 000 trẻ em được khám"),
        ("trẻ em", "trẻ emm được khám"),
        ("trên 5%", "không trên 5% trẻ em bỏ học"),
        ("dưới 5%", "không được dưới 5% trẻ em"),
        ("xảy ra", "không để xảy ra vụ nào"),
        ("trẻ em … 5%", "5% trẻ em"),
        ("trẻ em … trẻ em", "5% trẻ em"),
    ],
)
def test_words_that_the_clause_does_not_print_so_are_a_breach(wording, clause):
    """A figure cut out of a longer one, words cut off from "không", pieces in another order: none of them is a quotation."""
    [breach] = said(clauses, Target(">=", 5, wording), clause)

    assert "do not stand in the clause" in breach


@pytest.mark.parametrize(
    ("wording", "clause"),
    [
        ("5%", "Có 5% trẻ em"),
        ("giảm … 5%", "Giảm tỷ lệ bỏ học 5%."),
        ("5 %", "Trên 5% trẻ em (5%)"),
        ("trên 5%", "Xã khó khăn không trên 5%, xã khác trên 5%."),
        ("… 5%", "5% trẻ em"),
        ("hơn 5 nghìn", "hơn 5 nghìn trẻ em"),
    ],
)
def test_words_as_the_clause_prints_them_pass(wording, clause):
    """Whole words in the order of the clause pass, whatever the capitals and the space before the percent sign."""
    assert said(clauses, Target(">=", 5_000 if "nghìn" in wording else 5, wording), clause) == []


@pytest.mark.parametrize("wording", ["hơn 1.500 trẻ em", "trên 1.500 trẻ em"])
@pytest.mark.parametrize(("value", "passes"), [(1_500, True), (Decimal("1.5"), False)])
def test_three_digits_behind_a_point_are_thousands(wording, value, passes):
    """ "1.500" prints a thousand and five hundred, never one and a half, whether or not the words decide the bar."""
    assert (said(clauses, Target(">", value, wording), wording) == []) is passes
