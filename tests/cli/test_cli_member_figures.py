"""A closed member's figure that is corrected, and a member's figure beside one of the whole place: what letters told stands (rules 18 and 19)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

WORK = "child-work-2026/van-son"
LETTER = ("--number", "45/BC-UBND", "--dated", "2026-12-16")


@pytest.fixture
def commune(monitor: Any) -> Any:
    """Return a runner two days after the reporting year 2026."""
    monitor.follow(WORK)
    monitor.today = date(2026, 12, 16)
    return monitor


def four(commune: Any, value: int, *more: str, **options: Any) -> Any:
    return commune("record", "4c", "--period", "2026", "--value", str(value), *more, **options)


def changed(commune: Any) -> list[str]:
    listed = commune("check", "--format", "json", code=None).json
    return [item["message_vi"] for item in listed if item["check"] == "planmonitor/reported-figure-changed"]


@pytest.mark.parametrize(("duty", "now"), [("report-of-the-commune", 4), ("case-report", 1)])
def test_a_figure_of_a_closed_member_corrected_after_a_letter_is_told(commune: Any, duty: str, now: int) -> None:
    """A school closed in August told of 2 cases, which are others now; more of them after a report on cases are a new one."""
    commune("answer", "owner-4c", "truong-hoc", "--plan", WORK)
    for name in ("Trường A", "Trường B"):
        commune("units", "add", name, "--group", "truong-hoc")
    four(commune, 2, "--unit", "Trường A", "--until", "2026-08-31")
    four(commune, 3, "--unit", "Trường B")
    commune("units", "close", "Trường A", "--on", "2026-08-31")
    commune("reports", "submit", f"{WORK}/{duty}", "--period", "2026", *LETTER)
    assert changed(commune) == []
    four(commune, now, "--unit", "Trường A", "--until", "2026-08-31", "--note", "rà soát lại")
    [said] = changed(commune)
    assert "45/BC-UBND" in said
    assert "4c (Trường A): 02 trẻ em" in said
    assert f"nay là {now:02d} trẻ em (lý do: rà soát lại)" in said
