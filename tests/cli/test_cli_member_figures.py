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


def test_a_figure_of_the_whole_place_that_a_members_sets_aside_is_named_once(commune: Any) -> None:
    """5 cases of the whole place, not reported yet: a school records 0, and that is said; the 5 are open still."""
    commune.today = date(2026, 12, 1)
    four(commune, 5)
    commune("answer", "owner-4c", "truong-hoc", "--plan", WORK)
    for name in ("Trường A", "Trường B"):
        commune("units", "add", name, "--group", "truong-hoc")
    said = four(commune, 0, "--unit", "Trường A", lang="vi")
    told = "đã ghi chung cho toàn địa bàn (05 trẻ em) từ nay không tính nữa, vì Trường A đã có số liệu riêng"
    assert told in " ".join((said.out + said.err).split())
    assert "4c: 05 trẻ em" in commune("deadlines", lang="vi").words
    again = four(commune, 1, "--unit", "Trường B", lang="vi")
    assert "từ nay không tính nữa" not in " ".join((again.out + again.err).split())


def test_a_figure_of_a_group_that_a_members_sets_aside_is_named_once(commune: Any) -> None:
    """From a file of two rows the first one says it."""
    commune("answer", "owner-4c", "truong-hoc", "--plan", WORK)
    for name in ("Trường A", "Trường B"):
        commune("units", "add", name, "--group", "truong-hoc")
    four(commune, 5, "--unit", "truong-hoc")
    rows = commune.folder / "rows.csv"
    rows.write_text("measure,period,unit,value\n4c,2026,Trường A,0\n4c,2026,Trường B,1\n", encoding="utf-8")
    said = commune("import", str(rows), lang="vi")
    words = " ".join((said.out + said.err).split())
    assert words.count("từ nay không tính nữa") == 1
    assert "đã ghi chung cho Các trường học trên địa bàn xã (05 trẻ em)" in words
