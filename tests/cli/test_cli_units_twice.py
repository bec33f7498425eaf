"""Whoever goes on with the work of a closed member reports a ratio of the year without its part, and is told so (docs/domain.md, rule 21)."""

from __future__ import annotations

from typing import Any

import pytest

LABOUR = "child-labour/van-son-2026-2030"
TWICE = "or the same people are counted twice: 5."


@pytest.fixture
def commune(monitor: Any) -> Any:
    """Return a runner with two schools that supply measure 5, a ratio of what occurs over the year."""
    monitor.follow(LABOUR)
    monitor("answer", "owner-5", "truong-hoc", "--plan", LABOUR)
    for name in ("Trường A", "Trường B"):
        monitor("units", "add", name, "--group", "truong-hoc")
    return monitor


def test_the_successor_is_told_to_leave_out_who_was_reported(commune: Any) -> None:
    """Once, with the school and the measure; in Vietnamese as well."""
    said = commune("units", "close", "Trường A", "--on", "2026-08-31", "--successor", "Trường B", "--dry-run").words
    assert said.count(TWICE) == 1
    assert "without those whom Trường A has reported" in said
    merged = commune("units", "merge", "Trường A", "Trường B", "--into", "Trường AB", "--on", "2026-09-01", "--dry-run", lang="vi").words
    assert merged.count("không báo cáo lại những người Trường A, Trường B đã báo cáo") == 1


def test_without_a_successor_nothing_is_said(commune: Any) -> None:
    """A school nobody follows leaves nothing to be counted twice."""
    assert "counted twice" not in commune("units", "close", "Trường A", "--on", "2026-08-31", "--dry-run").words
