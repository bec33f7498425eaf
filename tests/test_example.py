"""The example workspace shows what it promises."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "van_son"
POSSIBLE_IN_2026 = {"met", "in_progress", "incomplete", "no_data", "no_case", "trend_only"}
"""The plan has no zero target, its targets fall due in 2030, and no document sets it a milestone or years of assessment."""


@pytest.fixture
def example(monitor: Any) -> Any:
    """Return a runner in a copy of the example with its figures imported."""
    shutil.copytree(EXAMPLE, monitor.folder, ignore=shutil.ignore_patterns("monitor.db*"))
    monitor("db", "upgrade")
    monitor("import", str(monitor.folder / "so-lieu.csv"))
    return monitor


def test_the_example_shows_every_status_the_plan_can_have_in_2026(example: Any) -> None:
    """Every status that this plan can have in 2026 stands in the example, and no other."""
    [plan] = example("status", "--format", "json").json["plans"]
    assert {measure["status"] for measure in plan["measures"]} == POSSIBLE_IN_2026


def test_the_example_compares_with_2025(example: Any) -> None:
    """The figures of 2025 stand beside those of 2026: 41/980 before, 38/1003 now."""
    rate = example.measure("1")
    assert (rate["comparison"]["display"], rate["comparison"]["change"]) == ("4.2%", "down 0.4 percentage points")


def test_the_example_is_marked_as_illustrative_on_every_screen_and_in_the_file(example: Any) -> None:
    """Nobody can take the figures for the commune's own."""
    for command in (("status",), ("status", "--plan", "van-son-2026-2030"), ("show", "1")):
        assert "SỐ LIỆU MINH HOẠ" in example(*command).out
    rows = (EXAMPLE / "so-lieu.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert rows
    assert all("Số liệu minh hoạ" in row for row in rows)


def test_importing_the_example_twice_changes_nothing(example: Any) -> None:
    """The README's command can be repeated."""
    before = example("history", "1", "--format", "json").out
    example("import", str(example.folder / "so-lieu.csv"))
    assert example("history", "1", "--format", "json").out == before


def test_the_database_of_the_example_is_sound(example: Any) -> None:
    """What the import wrote passes the check of the database."""
    example("db", "check")
