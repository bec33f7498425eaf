"""A change of members on a day to come is judged as of that day as well, before it is written (docs/domain.md, rule 21)."""

from __future__ import annotations

from typing import Any

import pytest

LABOUR = "child-labour/van-son-2026-2030"


@pytest.fixture
def commune(monitor: Any) -> Any:
    """Return a runner on 22 November with two schools that supply a state at the end of the year, both with a figure."""
    monitor.follow(LABOUR)
    monitor("answer", "owner-1", "truong-hoc", "--plan", LABOUR)
    for name, count in (("Trường A", "10"), ("Trường B", "7")):
        monitor("units", "add", name, "--group", "truong-hoc")
        figure = ("--numerator", count, "--denominator", "100", "--until", "2026-08-31")
        monitor("record", f"{LABOUR}/1", "--period", "2026", "--unit", name, *figure)
    return monitor


def test_a_closing_day_to_come_tells_what_changes_from_then_on(commune: Any) -> None:
    """The day after the last one the figure of the closed school counts no more: said with the day, and by today's nothing is said."""
    said = commune("units", "close", "Trường B", "--on", "2026-12-10", "--dry-run").words
    assert "No verdict, date or finding changes." not in said
    assert "By this 1 recorded figures count no more" in said
    assert said.index("What changes from 11 December 2026 on:") < said.index("Trường B: 7/100")
    assert "Những thay đổi từ ngày 11/12/2026:" in commune("units", "close", "Trường B", "--on", "2026-12-10", "--dry-run", lang="vi").words


def test_a_merger_to_come_tells_what_changes_from_its_day_on(commune: Any) -> None:
    """Both figures count no more, and that of the merged school is wanting."""
    said = commune("units", "merge", "Trường A", "Trường B", "--into", "Trường AB", "--on", "2026-12-12", "--dry-run").words
    assert "What changes from 12 December 2026 on:" in said
    assert "By this 2 recorded figures count no more" in said


def test_a_closing_day_past_is_told_once(commune: Any) -> None:
    """What changes today is no change to come."""
    said = commune("units", "close", "Trường B", "--on", "2026-08-31", "--dry-run").words
    assert "What changes from" not in said
    assert said.count("Trường B: 7/100") == 1
