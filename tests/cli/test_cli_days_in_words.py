"""A last day with its year is understood in the words a letter has: "trước ngày" leaves the day out (docs/domain.md, rule 16)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("trước ngày 01/12/2026", "2026-11-30"),
        ("chậm nhất ngày 20/12/2026", "2026-12-20"),
        ("Trước ngày 01 tháng 01 năm 2027", "2026-12-31"),
        ("ngày 30/11/2026", "2026-11-30"),
    ],
)
def test_the_day_of_one_period_is_understood_in_words(van_son: Any, typed: str, last: str) -> None:
    """The day before where the letter says before, else the day named."""
    van_son.today = date(2026, 11, 1)
    van_son("deadlines", "set", "annual-report", "--period", "2026", "--last-day", typed, "--document", "45/UBND-VX", "--dated", "15/10/2026")
    [item] = [one for one in van_son("deadlines", "--format", "json").json if (one["duty"], one["period"]) == ("annual-report", "2026")]
    assert item["last_day"] == last


@pytest.mark.parametrize("typed", ["trước", "trước ngày 32/12/2026", "sau ngày 01/12/2026"])
def test_words_that_are_no_day_are_refused(van_son: Any, typed: str) -> None:
    """Nothing is guessed."""
    van_son("deadlines", "set", "annual-report", "--period", "2026", "--last-day", typed, "--document", "45/UBND-VX", code=3)
