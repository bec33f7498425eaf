"""A workspace that an earlier build made (tests/plans/workspace_09b1028) is upgraded and judged as that build judged it, but for what was wrong."""

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


MENDED = {
    "child-work-2026/van-son/4b": "met -> not_met: three children drowned (NV6), and each is an accident",
    "child-work-2026/van-son/NV6": "met -> not_met: three drowned in the first quarter by the calendar, which lies in the administrative year",
}
"""The verdicts that differ from those of the earlier build, and why."""

FOUND = {
    ("child-work-2026/zero-broken", ("child-work-2026/van-son/NV6",)),
    ("child-work-2026/drowned-without-accident", ("child-work-2026/van-son/4b", "child-work-2026/van-son/NV6")),
}
"""What is found because of that; that two plans contradict each other is then found no more."""


def kept(command: str) -> Any:
    """Return what the earlier build said."""
    return told(json.loads((MADE / "expected" / f"{command}.json").read_text(encoding="utf-8")))


def test_no_verdict_of_an_earlier_workspace_changes_but_those_that_were_wrong(upgraded: Any) -> None:
    """Bundled plans and two of the place's own: every status is the one it was, or stands in the list with its cause."""
    now, before = told(upgraded("status", "--format", "json", lang="vi").json), kept("status")
    statuses = [{item["id"]: item["status"] for plan in answer["plans"] for item in plan["measures"]} for answer in (before, now)]

    assert statuses[0].keys() == statuses[1].keys()
    changed = {name: f"{old} -> {statuses[1][name]}" for name, old in statuses[0].items() if statuses[1][name] != old}
    assert changed == {name: why.partition(":")[0] for name, why in MENDED.items()}


def test_no_other_figure_of_an_earlier_workspace_changes(upgraded: Any) -> None:
    """Figures are shown as they were; a figure with a gap before it is shown with the days it has."""
    now, before = told(upgraded("status", "--format", "json", lang="vi").json), kept("status")
    values = [
        {item["id"]: item["value"] for plan in answer["plans"] for item in plan["measures"] if item["id"] not in MENDED} for answer in (before, now)
    ]

    assert values[1] == values[0] | {"drowning/commune-2021-2030/NV3": values[0]["drowning/commune-2021-2030/NV3"] | {"period": "2026-02-01/P5M"}}


def test_reports_of_an_earlier_workspace_stand_as_they_stood(upgraded: Any) -> None:
    """Every report is owed by the same unit by the same day, in the same state; the last working day was not told then."""
    now = told(upgraded("deadlines", "--format", "json", lang="vi").json)

    assert [{key: value for key, value in item.items() if key != "last_working_day"} for item in now] == kept("deadlines")


def test_findings_of_an_earlier_workspace_differ_only_by_what_was_wrong(upgraded: Any) -> None:
    """The checks find what they found, and what the mended verdicts bring."""
    now, before = (
        {(item["check"], tuple(item["measures"])): item for item in answer}
        for answer in (told(upgraded("check", "--format", "json", code=1, lang="vi").json), kept("check"))
    )
    gone = {("planmonitor/contradicting-zero", ("child-work-2026/van-son/NV6", "drowning/commune-2021-2030/1.4"))}

    assert (now.keys() - before.keys(), before.keys() - now.keys()) == (FOUND, gone)
    assert all(now[about] == item for about, item in before.items() if about not in gone)


def test_the_database_of_an_earlier_workspace_is_sound(upgraded: Any) -> None:
    """Its journal, its chain and the table made from it are whole."""
    upgraded("db", "check")
