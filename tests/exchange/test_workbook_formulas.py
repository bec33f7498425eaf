"""The formulas of a workbook to fill in say what the program says: exact, with strict bars strict."""

from __future__ import annotations

import re
from fractions import Fraction
from operator import eq, ge, gt, le, lt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planmonitor import Definition, Text
from planmonitor_exchange.workbook import formulas
from planmonitor_exchange.workbook.formulas import CellsOf, SheetBar, Sums
from support.environments import ONCE
from support.sheet_formulas import calculated

pytestmark = ONCE

SIDES = {"<": lt, "<=": le, "==": eq, ">=": ge, ">": gt}
CELLS = CellsOf(numerator="A1", denominator="B1", value="C1", yes="D1")
WORDS = Text("a", "a")
counts = st.integers(0, 10**7)
tenths = st.decimals(0, 1000, places=1, allow_nan=False).map(Fraction)
bars = st.one_of(st.integers(0, 1000).map(Fraction), tenths, st.fractions(0, 1000, max_denominator=97))


def definition(kind: str) -> Definition:
    """Return a definition of a kind."""
    divided = kind in {"ratio", "rate"}
    return Definition("a/b", WORDS, kind, "cases", "count", WORDS, numerator=WORDS if divided else None, denominator=WORDS if divided else None)


def held(side: str, bar: Fraction, milestone: Fraction | None = None) -> SheetBar:
    """Return a bar with its words."""
    return SheetBar(side, bar, "reached", "missed", milestone, "half-way")


@given(kind=st.sampled_from(["ratio", "rate"]), side=st.sampled_from([*SIDES]), bar=bars, below=st.integers(1, 10**7), data=st.data())
def test_a_share_is_held_against_its_bar_as_an_exact_fraction(kind: str, side: str, bar: Fraction, below: int, data: Any) -> None:
    """Whatever is counted, the sheet says "reached" just where the exact share lies on the side that is wanted; at the bar too."""
    counted = definition(kind)
    at_the_bar = int(bar * below / counted.per)
    above = min(max(at_the_bar + data.draw(st.integers(-2, 2)), 0), 10**7)
    formula = formulas.verdict(counted, CELLS, [held(side, bar)], "nobody")

    said = calculated(formula, {"A1": above, "B1": below})
    if above > below and (side, bar) != ("==", 0):  # a case of what must not occur is one, of however many
        assert said == ""
    else:
        assert said == ("reached" if SIDES[side](Fraction(above * counted.per, below), bar) else "missed")


@given(side=st.sampled_from([*SIDES]), bar=bars, number=st.integers(0, 1002))
def test_a_count_is_held_against_its_bar_as_an_exact_fraction(side: str, bar: Fraction, number: int) -> None:
    """Of a count the same holds, of a bar such as 6,3 too, which nothing counted can be."""
    formula = formulas.verdict(definition("count"), CELLS, [held(side, bar)], "nobody")

    assert calculated(formula, {"C1": number}) == ("reached" if SIDES[side](Fraction(number), bar) else "missed")


@pytest.mark.parametrize(
    ("side", "above", "below", "said"),
    [("<", 40, 1000, "missed"), ("<", 399, 10_000, "reached"), (">=", 299, 300, "missed"), (">", 36, 40, "missed"), (">", 37, 40, "reached")],
)
def test_strict_bars_are_strict(side: str, above: int, below: int, said: str) -> None:
    """40 of 1.000 is not below 4 %, 299 of 300 is not 100 %, 36 of 40 not above 90 %."""
    bar = {"<": Fraction(4), ">=": Fraction(100), ">": Fraction(90)}[side]

    assert calculated(formulas.verdict(definition("ratio"), CELLS, [held(side, bar)], "nobody"), {"A1": above, "B1": below}) == said


@given(bar=bars, above=counts, below=counts)
def test_no_product_is_longer_than_a_spreadsheet_tells_apart(bar: Fraction, above: int, below: int) -> None:
    """With the largest counts that the cells take, both sides of a comparison stay below 10^14."""
    for kind in ("ratio", "rate", "count"):
        counted = definition(kind)
        most = formulas.largest(counted, [held("<", bar)])
        text = formulas.verdict(counted, CELLS, [held("<", bar)], "nobody")
        factors = [int(number) for pair in re.findall(r"\*(\d+)|(\d+)\*", text) for number in pair if number]
        assert most * max([1, *factors]) <= 10**14
        assert most >= 10**5


@given(kind=st.sampled_from(["ratio", "rate"]), bar=st.integers(0, 1000).map(Fraction), above=st.integers(0, 2000), below=st.integers(1, 2000))
def test_a_result_never_contradicts_its_verdict(kind: str, bar: Fraction, above: int, below: int) -> None:
    """What is shown lies on the side of the bar on which the exact share lies: 399 of 10.000 is 3,99 and not 4."""
    counted = definition(kind)
    exact = Fraction(above * counted.per, below)
    shown = calculated(formulas.result(counted, CELLS, [held("<", bar)], "x"), {"A1": above, "B1": below})

    assert (shown > bar, shown < bar) == (exact > bar, exact < bar)
    assert abs(shown - exact) <= Fraction(1, 20)


def test_a_result_has_as_few_decimals_as_do() -> None:
    """38 of 1.003 is 3,8; 399 of 10.000 is 3,99; 299 of 300 is 99,7; of nobody it is x; without a figure it is empty."""
    formula = formulas.result(definition("ratio"), CELLS, [held("<", Fraction(4))], "x")

    assert calculated(formula, {"A1": 38, "B1": 1003}) == Fraction("3.8")
    assert calculated(formula, {"A1": 399, "B1": 10_000}) == Fraction("3.99")
    assert calculated(formula, {"A1": 299, "B1": 300}) == Fraction("99.7")
    assert calculated(formula, {"A1": 0, "B1": 0}) == "x"
    assert calculated(formula, {"B1": 1003}) == ""
    assert calculated(formula, {"A1": "abc", "B1": 1003}) == ""


def test_a_milestone_is_told_apart_from_the_bar() -> None:
    """Beside a milestone a figure reaches the bar, the milestone, or neither."""
    formula = formulas.verdict(definition("ratio"), CELLS, [held(">=", Fraction(95), Fraction(90))], "nobody")

    assert [calculated(formula, {"A1": above, "B1": 100}) for above in (95, 94, 90, 89)] == ["reached", "half-way", "half-way", "missed"]
    assert calculated(formula, {"A1": 0, "B1": 0}) == "nobody"
    assert calculated(formula, {"B1": 100}) == ""


def test_two_bars_are_each_named() -> None:
    """Where two plans want different things of a figure, each verdict bears the name of its plan."""
    one, other = SheetBar("<", Fraction(4), "reached", "missed", name="A"), SheetBar("<", Fraction(1), "reached", "missed", name="B")

    assert calculated(formulas.verdict(definition("ratio"), CELLS, [one, other], "nobody"), {"A1": 2, "B1": 100}) == "A: reached; B: missed"


def test_cases_of_what_must_not_occur_stand_by_themselves() -> None:
    """A case breaks the bar of none, though nobody knows of how many children it is one."""
    formula = formulas.verdict(definition("ratio"), CELLS, [held("==", Fraction(0))], "nobody")

    assert [calculated(formula, {"A1": number}) for number in (0, 1)] == ["reached", "missed"]


def test_missing_parts_are_waited_for() -> None:
    """While a part is missing the total has no verdict; 0 is there."""
    waiting = formulas.missing(["C5", "C9"], 2), "waiting"
    formula = formulas.verdict(definition("count"), CELLS, [held("<=", Fraction(4))], "nobody", waiting)

    assert calculated(formula, {"C1": 3, "C5": 3}) == "waiting"
    assert calculated(formula, {"C1": 3, "C5": 3, "C9": 0}) == "reached"
    assert calculated(formulas.total(["C5", "C9"]), {}) == ""
    assert calculated(formulas.total(["C5", "C9"]), {"C5": 0}) == 0


def test_what_does_not_agree_is_said() -> None:
    """A numerator above its denominator, parts above their total, words for a number: the first of them is said, and else what is not told."""
    parts = Sums((("A1", "A2:A3"), ("B1", "B2:B3")), "above", True, "{} left", 2)
    formula = formulas.check(definition("ratio"), CELLS, [parts], ("words", "larger", "no denominator"))

    assert calculated(formula, {"A1": "abc", "B1": 5}) == "words"
    assert calculated(formula, {"A1": 6, "B1": 5}) == "larger"
    assert calculated(formula, {"A1": 6}) == "no denominator"
    assert calculated(formula, {"A1": 6, "B1": 10, "A2": 4, "A3": 3}) == "above"
    assert calculated(formula, {"A1": 6, "B1": 10, "A2": 4, "A3": 1}) == "1 left"
    assert calculated(formula, {"A1": 6, "B1": 10, "A2": 4, "A3": 2}) == ""
    assert calculated(formula, {"B1": 10}) == ""
    assert calculated(formula, {"A1": 0, "B1": 0}) == ""


def test_subsets_are_looked_at_one_by_one() -> None:
    """What is "of which" may overlap: each is held against the total, never their sum."""
    parts = Sums((("C1", "C2:C3"),), "above", False)
    formula = formulas.check(definition("count"), CELLS, [parts], ("words", "", ""))

    assert calculated(formula, {"C1": 5, "C2": 4, "C3": 4}) == ""
    assert calculated(formula, {"C1": 5, "C2": 6}) == "above"


def test_a_quotation_mark_ends_no_text() -> None:
    """Words from a plan may hold quotation marks."""
    assert calculated(formulas.done("D1", 'Có "rồi"', "Không", ("đã", "chưa")), {"D1": 'có "rồi"'}) == "đã"
