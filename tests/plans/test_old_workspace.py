"""A workspace that an earlier build made (tests/plans/workspace_09b1028) is upgraded and judged as that build judged it."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

MADE = Path(__file__).parent / "workspace_09b1028"


def told(answer: Any) -> Any:
    """Return an answer without its English reasons: the earlier build left Vietnamese in them."""
    if isinstance(answer, dict):
        return {key: told(value) for key, value in answer.items() if key != "reason_en"}
    return [told(item) for item in answer] if isinstance(answer, list) else answer


@pytest.fixture
def upgraded(monitor: Any) -> Any:
    """Return a runner in a copy of the workspace, upgraded, on the day for which its answers were kept."""
    shutil.copytree(MADE, monitor.folder)
    monitor.today = date(2026, 11, 22)
    monitor("db", "upgrade")
    return monitor


@pytest.mark.parametrize(("command", "code"), [("status", 0), ("deadlines", 0), ("check", 1)])
def test_no_answer_of_an_earlier_workspace_changes(upgraded: Any, command: str, code: int) -> None:
    """Bundled plans and two of the place's own: every verdict, figure, report and finding is the one it was."""
    expected = json.loads((MADE / "expected" / f"{command}.json").read_text(encoding="utf-8"))

    assert told(upgraded(command, "--format", "json", code=code, lang="vi").json) == told(expected)


def test_the_database_of_an_earlier_workspace_is_sound(upgraded: Any) -> None:
    """Its journal, its chain and the table made from it are whole."""
    upgraded("db", "check")
