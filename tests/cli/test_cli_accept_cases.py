"""A finding that counts cases is accepted as it stands: cases that come after it are none of those accepted (docs/domain.md, rule 24)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

UNREPORTED = "planmonitor/case-unreported"
BY = ("--until", "2026-12-31", "--document", "12/CV", "--dated", "2026-11-20", "--by", "UBND tỉnh", "--reason", "cơ quan khác báo cáo")


@pytest.mark.parametrize("kind", ["not-ours", "not-applicable", "settled"])
def test_cases_that_come_after_a_waiver_are_shown(monitor: Any, kind: str) -> None:
    """Of 5 cases somebody else reports; once there are 9 the finding is there again, with why it was accepted."""
    monitor.follow("child-work-2026/van-son")
    monitor.today = date(2026, 11, 22)
    monitor("record", "4c", "--period", "2026", "--value", "5", "--until", "2026-11-20", "--estimated")
    [found] = [item for item in monitor("check", "--format", "json", code=None).json if item["check"] == UNREPORTED]
    monitor("accept", found["number"], "--as", kind, *BY)
    assert _shown(monitor) == ""

    monitor("record", "4c", "--period", "2026", "--value", "9", "--until", "2026-11-21", "--estimated")
    assert "9 " in _shown(monitor)
    assert "what it says has changed since" in monitor("check", code=None).words


def _shown(monitor: Any) -> str:
    """Return what is found of cases that no report tells of, as long as it is not accepted."""
    listed = monitor("check", "--format", "json", code=None).json
    return " ".join(item["message_vi"] for item in listed if item["check"] == UNREPORTED and item["accepted"] is None)
