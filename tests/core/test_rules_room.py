"""What a bar from above still bears until the year is over (docs/domain.md, section 4)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planmonitor.assessment.values import holds, room_left
from support.rules import CLOSED, FLOW, OPEN, RATIO, ZERO, bar, counted, had, judge

DEATHS = counted("rate", "count")
RUNNING = counted("count", "cumulative")


def room(target: Any, *figures: Any, definition: Any = FLOW, on: date = OPEN, owners: tuple[str, ...] = ()) -> int | None:
    """Return how many more cases a measure leaves room for; None where it tells of none."""
    left = judge(definition, target, *figures, on=on, owners=owners).room
    return None if left is None else left.count


@pytest.mark.parametrize(
    ("comparator", "value", "cases", "left"),
    [("<", 7, 5, 1), ("<=", 7, 5, 2), ("<", 7, 6, 0), ("<=", 7, 7, 0), ("<", 7, 7, None), ("<=", 7, 8, None), ("<", 7, 0, 6)],
)
def test_a_strict_bar_leaves_one_less_than_one_that_may_be_reached(comparator: str, value: int, cases: int, left: int | None) -> None:
    """Below 7 there is room for 1 beside 5, at most 7 for 2; at the bar for none, and of a bar that is broken nothing is told."""
    assert room(bar(comparator, value), had("2026-S1", value=cases)) == left


def test_it_is_told_with_the_last_day_of_the_year() -> None:
    left = judge(FLOW, bar("<", 7), had("2026-S1", value=5), on=OPEN).room
    assert left is not None
    assert (left.until, str(left.said)) == (date(2026, 12, 31), "below 7 children: 5 children so far, room for 1 children until 2026-12-31.")


def test_of_a_rate_it_is_told_in_cases_with_the_denominator_that_is_known() -> None:
    """At most 500 per 100,000 of 1,235 children are 6.175: one more than 5. Without a denominator nobody can tell."""
    target = bar("<=", 500)
    assert room(target, had("2026-S1", 5, 1235), definition=DEATHS) == 1
    left = judge(DEATHS, target, had("2026-S1", 5, 1235), on=OPEN).room
    assert left is not None
    assert "among 1235 so far; with that denominator" in str(left.said)
    assert room(target, had("2026-S1", 0, 0), definition=DEATHS) is None


@pytest.mark.parametrize("definition", [FLOW, RUNNING])
def test_once_the_year_is_over_there_is_none(definition: Any) -> None:
    figure = had("2026", value=5)
    assert room(bar("<", 7), figure, definition=definition) == 1
    assert room(bar("<", 7), figure, definition=definition, on=CLOSED) is None


def test_nothing_is_told_of_zero_targets_stocks_bars_from_below_and_of_what_lacks_figures() -> None:
    """What must not occur leaves no room; a state may fall again; of parts that are missing nobody knows how many cases they hold."""
    assert room(ZERO, had("2026-S1", value=0)) is None
    assert room(bar("<", 4), had("2026-S1", 3, 100), definition=RATIO) is None
    assert room(bar(">=", 7), had("2026-S1", value=5)) is None
    assert room(bar("<", 7), had("2026-S1", value=1, unit="a"), owners=("a", "b")) is None


@given(
    comparator=st.sampled_from(["<", "<="]),
    cases=st.integers(0, 10_000),
    below=st.integers(1, 10_000),
    value=st.fractions(0, 10_000, max_denominator=1000),
    per=st.sampled_from([1, 100, 100_000]),
)
def test_so_many_more_keep_the_comparison_and_one_more_breaks_it(comparator: str, cases: int, below: int, value: Fraction, per: int) -> None:
    """For every count, denominator and bar; where the bar is broken no number is told."""
    left = room_left(comparator, cases, below, value, per)
    assert (left is not None) == holds(comparator, Fraction(cases * per, below), value)
    if left is not None:
        assert left >= 0
        assert holds(comparator, Fraction((cases + left) * per, below), value)
        assert not holds(comparator, Fraction((cases + left + 1) * per, below), value)


@pytest.mark.parametrize(("comparator", "cases", "over"), [("<", 7, True), ("<", 9, True), ("<=", 7, False), ("<", 6, False)])
def test_a_bar_that_is_exceeded_in_an_open_year_is_said_to_be_so(comparator: str, cases: int, over: bool) -> None:
    """Section 4: the status stays in progress until the year is over; the explanation says that the bar is exceeded already."""
    judged = judge(FLOW, bar(comparator, 7), had("2026-S1", value=cases), on=OPEN)
    assert judged.status == "in_progress"
    told = f"the bar is exceeded: below 7 children, {cases} children so far"
    assert (str(judged.over), str(judged.reason).startswith(f"So far {told}; ")) == ((told, True) if over else ("None", False))
    closed = judge(FLOW, bar(comparator, 7), had("2026", value=cases), on=CLOSED)
    assert closed.over is None


def test_a_rate_over_its_bar_is_said_to_be_so_and_one_that_may_not_be_judged_is_not() -> None:
    assert "the bar is exceeded: " in str(judge(DEATHS, bar("<=", 500), had("2026-S1", 9, 1235), on=OPEN).over)
    assert judge(DEATHS, bar("<=", 500), had("2026-S1", 0, 0), on=OPEN).over is None
    assert judge(FLOW, bar("<", 7), had("2026-S1", value=9, unit="a"), on=OPEN, owners=("a", "b")).over is None
