"""Figures for programs: decimals that a program can read, and that never contradict the verdict (rule 11)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from planmonitor_exchange.machine.values import decimal_text, exact, figure_text, machine

fractions = st.fractions()


def ends(number: Fraction) -> bool:
    """Return whether a fraction is a decimal that ends."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def side(number: Fraction, bar: Fraction) -> int:
    """Return on which side of a bar a number lies."""
    return (number > bar) - (number < bar)


@given(number=fractions)
@example(number=Fraction(100, 2**39))
@example(number=Fraction(299, 3))
@example(number=Fraction(-1, 3 * 10**30))
def test_a_decimal_is_the_figure_where_it_ends_and_close_to_it_where_it_does_not(number: Fraction) -> None:
    """A decimal that ends is written whole; of one that does not, twelve significant digits at least are right."""
    read = Fraction(Decimal(decimal_text(number)))

    assert abs(read - number) <= (0 if ends(number) else abs(number) / 10**11)


@given(number=fractions, bar=fractions, far=st.integers(1, 10**30))
def test_a_decimal_lies_on_the_side_of_a_bar_and_of_whole_numbers_that_the_figure_lies_on(number: Fraction, bar: Fraction, far: int) -> None:
    """However close a figure is to its bar, the decimal is below it where the figure is, and never at it."""
    near = bar + Fraction(1, far) / 3
    for figure in (number, near):
        read = Fraction(Decimal(decimal_text(figure, [bar])))
        others = [Fraction(other) for other in (bar, *range(int(figure) - 1, int(figure) + 2)) if ends(figure) or other != figure]
        assert [side(read, other) for other in others] == [side(figure, other) for other in others]


def test_a_figure_at_a_bar_that_no_decimal_can_be_is_rounded_as_the_bar_is() -> None:
    """15 of 17 held against the 15 of 17 of a base year: both are written alike."""
    share = Fraction(1500, 17)

    assert decimal_text(share, [share]) == decimal_text(share) == "88.2352941176"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(299, 3), "99.6666666667"),
        (Fraction(7, 2), "3.5"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(10**15 - 1, 3 * 10**15) * 3 + Fraction(1, 7 * 10**18), "0.999999999999999"),
        (Fraction(1, 3 * 10**20), "0.00000000000000000000333333333333"),
    ],
    ids=str,
)
def test_decimals_are_written_without_an_exponent_and_a_fraction_sign(number: Fraction, text: str) -> None:
    """Figures as a table: 299/3 is 99.6666666667, and what is just below 1 is not 1."""
    assert decimal_text(number) == text


def test_whole_figures_are_numbers_and_all_others_texts() -> None:
    """JSON has integers as numbers, every other figure as text, whatever type it had, at any depth."""
    answer: dict[str, Any] = {"a": Fraction(4), "b": [Fraction(1, 3), Decimal("1E+2"), Decimal("0.50")], "c": 0, "d": None, "e": True}

    assert machine(answer) == {"a": 4, "b": ["0.333333333333", "100", "0.50"], "c": 0, "d": None, "e": True}
    assert (exact(Fraction(90)), figure_text(Decimal("1E-7")), figure_text(3), figure_text(None)) == (90, "0.0000001", 3, None)
