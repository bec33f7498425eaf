"""A bar from above that is exceeded before its year is over is said to be so (docs/domain.md, section 4)."""

from __future__ import annotations

from datetime import date
from typing import Any


def test_show_and_status_say_that_a_bar_from_above_is_exceeded(monitor: Any) -> None:
    """Fewer than so many until New Year, and more by June: in progress, with what is exceeded behind it."""
    monitor.follow("child-work-2026/van-son")
    monitor.today = date(2026, 7, 1)
    monitor("record", "4c", "--period", "2025-S1", "--value", "7", "--comparison", "--evidence", "Báo cáo 12")
    monitor("record", "4c", "--period", "2026-S1", "--value", "9")
    shown = monitor("show", "4c", lang="vi").words
    assert "Đến nay đã vượt mức giao: dưới 07 trẻ em, đã có 09 trẻ em; kỳ báo cáo năm 2026 kết thúc ngày 14/12/2026." in shown
    assert monitor.measure("4c")["status"] == "in_progress"
    assert "vượt" in monitor("status", "--plan", "child-work-2026/van-son", lang="vi").words
    listed = monitor("status", "--plan", "child-work-2026/van-son", "--format", "csv", lang="vi").out
    assert "Đang thực hiện, trong hạn; đã vượt mức giao: dưới 07 trẻ em, đã có 09 trẻ em" in listed
