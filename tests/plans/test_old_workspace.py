"""A workspace that an earlier build made (tests/plans/workspace_09b1028) is upgraded and judged as that build judged it, but for what was wrong."""

from __future__ import annotations

import json
import shutil
import sqlite3
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from planmonitor_exchange.machine.values import decimal_text

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
    "child-work-2026/van-son/4b": "met -> not_met: three children drowned (1.4 of the plan on drowning), and that is an accident",
    "child-work-2026/van-son/NV6": "met -> not_met: it counts accidents, as its sentence does, and is one figure with 4b",
    "child-friendly-commune/2026-2030/8": "in_progress -> not_met: 0 points, given in a year of assessment",
    "child-friendly-commune/2026-2030/11": "in_progress -> not_met: 0 points, given in a year of assessment",
    "child-friendly-commune/2026-2030/CN": "in_progress -> not_met: criteria 8 and 11 have 0 points",
}
"""The verdicts that differ from those of the earlier build, and why."""

ADDED = tuple(f"child-labour/van-son-2026-2030/{code}" for code in ("NV2a", "NV2b", "NV3", "NV4", "NV5a", "NV5b"))
"""What the plan did not hold then of its document: outputs that have no figure yet, for which its annual report asks now."""

FOUND = {
    ("planmonitor/zero-broken", ("child-work-2026/van-son/4b",)),
    ("planmonitor/figures-left-aside", ()),
    ("planmonitor/case-unreported", tuple(f"child-work-2026/van-son/{code}" for code in ("4b", "4c", "NV10"))),
    ("planmonitor/case-unreported", ("drowning/commune-2021-2030/NV2",)),
    ("planmonitor/report-overdue", ()),
    ("planmonitor/year-below-part", ("local/child-labour-xa-van-son-2026-2030/4",)),
    ("planmonitor/base-figure-differs", ("child-labour/van-son-2026-2030/1",)),
    ("planmonitor/base-figure-differs", ("drowning/commune-2021-2030/1.4",)),
    ("planmonitor/base-figure-differs", ("local/ke-hoach-rieng/K",)),
    ("planmonitor/more-in-fewer-days", ("drowning/commune-2021-2030/NV1", "child-work-2026/van-son/4c")),
}
"""What is found because of that, what has arisen and was not reported, the reports that each plan looked for itself, or did not, a running total
that fell from April to May, deaths of days for which no plan asks for them, more injured in the calendar year so far than in the administrative
one around it, and base figures that were recorded other than the place set them."""

GONE = {
    ("planmonitor/contradicting-zero", ("child-work-2026/van-son/NV6", "drowning/commune-2021-2030/1.4")),
    ("planmonitor/differing-windows", ("child-work-2026/van-son/NV6", "drowning/commune-2021-2030/1.4")),
    ("planmonitor/year-below-part", ("child-work-2026/van-son/NV6",)),
    ("child-work-2026/report-missing", ()),
    ("planmonitor/year-below-part", ("drowning/commune-2021-2030/1.4",)),
    ("planmonitor/year-below-part", ("drowning/commune-2021-2030/NV1",)),
}
"""What was said of deaths in a plan that counts accidents; the check of one plan for what the core checks for all; and what is below its part
in the year of another plan, which that plan tells."""

TOLD_BY_CORE = {
    ("child-labour/owner-silent", ("child-labour/van-son-2026-2030/5",)): "planmonitor/owner-silent",
    ("child-work-2026/short-of-all", ("child-work-2026/van-son/1a",)): "planmonitor/short-of-all",
    ("child-work-2026/short-of-all", ("child-work-2026/van-son/2a",)): "planmonitor/short-of-all",
    ("drowning/base-figure-missing", ("drowning/commune-2021-2030/1.3a",)): "planmonitor/base-figure-missing",
    ("drowning/base-figure-missing", ("drowning/commune-2021-2030/1.3b",)): "planmonitor/base-figure-missing",
    ("drowning/base-figure-missing", ("drowning/commune-2021-2030/NV1",)): "planmonitor/base-figure-missing",
    ("drowning/one-case-decides", ("drowning/commune-2021-2030/1.2",)): "planmonitor/one-case-decides",
}
"""What a plugin found then, and which rule of every plan finds it now, word for word of the same measure."""

IN_EVERY_PLAN = {
    ("planmonitor/base-figure-missing", ("child-work-2026/van-son/4c",)),
    ("planmonitor/base-figure-missing", ("local/ke-hoach-rieng/G",)),
    ("planmonitor/base-figure-missing", ("local/ke-hoach-rieng/I",)),
    ("planmonitor/one-case-decides", ("local/ke-hoach-rieng/T",)),
    ("planmonitor/owner-silent", ("local/ke-hoach-rieng/R",)),
}
"""What those rules say since they look at every plan: of three figures of the year before, and of a rate without a figure, that they are
missing; of a unit of the place's own plan, that it has not reported."""

MOVED = {
    "month-of-action-report": "undated: its day was that of a report to the district, which is gone",
    "case-report": "arisen: it stood as not arisen beside three drowned children",
    "injury-notice": "arisen, likewise; that of 2025 was before the program was used",
    "annual": "due in the year after, as its rule says: it was overdue before its year had begun",
}
"""The duties whose reports are owed otherwise, and why."""


def kept(command: str) -> Any:
    """Return what the earlier build said."""
    return told(json.loads((MADE / "expected" / f"{command}.json").read_text(encoding="utf-8")))


def test_no_verdict_of_an_earlier_workspace_changes_but_those_that_were_wrong(upgraded: Any) -> None:
    """Bundled plans and two of the place's own: every status is the one it was, or stands in the list with its cause."""
    now, before = told(upgraded("status", "--format", "json", lang="vi").json), kept("status")
    statuses = [{item["id"]: item["status"] for plan in answer["plans"] for item in plan["measures"]} for answer in (before, now)]

    assert statuses[0].keys() | {*ADDED} == statuses[1].keys()
    changed = {name: f"{old} -> {statuses[1][name]}" for name, old in statuses[0].items() if statuses[1][name] != old}
    assert changed == {name: why.partition(":")[0] for name, why in MENDED.items()}


def as_told(value: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return a value without the days of its period, which were not told then; what was a fraction in text is told as a decimal."""
    if value is None:
        return None
    figure = value["value"]
    shown = decimal_text(Fraction(figure)) if "/" in str(figure) else figure
    return {key: item for key, item in value.items() if key not in {"start", "end"}} | {"value": shown}


def test_no_other_figure_of_an_earlier_workspace_changes(upgraded: Any) -> None:
    """Figures are as they were; one with a gap before it with the days it has, what is held once as held in its year; signs by their name."""
    now, before = told(upgraded("status", "--format", "json", lang="vi").json), kept("status")
    values = [
        {item["id"]: as_told(item["value"]) for plan in answer["plans"] for item in plan["measures"] if item["id"] not in MENDED}
        for answer in (before, now)
    ]

    gap = {"drowning/commune-2021-2030/NV3": {"period": "2026-02-01/P5M"}}
    held = {f"child-work-2026/van-son/{code}": {"period": "2026", "until": "2026-12-14", "state": "final"} for code in ("NV7", "NV8a")}
    named = {"child-work-2026/van-son/NV4b": {"display": "15 biển báo, rào chắn"}}
    changed = {name: values[0][name] | other for name, other in (gap | held | named).items()}
    assert values[1] == values[0] | changed | dict.fromkeys(ADDED)


def test_reports_of_an_earlier_workspace_are_owed_as_they_were_but_those_that_were_wrong(upgraded: Any) -> None:
    """The same unit owes the same report by the same day, with as many figures; that nothing was sent is said of all that are past."""
    now, before = (
        {(item["plan"], item["duty"], item["unit"], item["period"]): item for item in answer}
        for answer in (upgraded("deadlines", "--format", "json", lang="vi").json, kept("deadlines"))
    )
    same = [about for about in before if about[1] not in MOVED]
    more = {about: len(ADDED) for about in same if about[:2] == ("child-labour/van-son-2026-2030", "annual-report")}

    assert {duty for _plan, duty, *_rest in now.keys() ^ before.keys()} <= MOVED.keys()
    assert [(now[about]["last_day"], now[about]["figures"]["received"], now[about]["figures"]["expected"]) for about in same] == [
        (before[about]["last_day"], before[about]["received"], before[about]["expected"] + more.get(about, 0)) for about in same
    ]
    assert {(before[about]["state"], now[about]["state"]) for about in same} == {
        *((state, state) for state in ("not_due", "undated", "not_asked", "overdue")),
        ("not_asked", "overdue"),  # a report without figures, whose sending could not be recorded
    }


def test_findings_of_an_earlier_workspace_differ_only_by_what_was_wrong(upgraded: Any) -> None:
    """The checks find what they found, in the words of officers, and what the mended verdicts and reports bring."""
    worded = {"message_vi", "message_en", "questions", "number", "accepted"}
    now, before = (
        {(item["check"], tuple(item["measures"])): {key: value for key, value in item.items() if key not in worded} for item in answer}
        for answer in (told(upgraded("check", "--format", "json", code=1, lang="vi").json), kept("check"))
    )

    moved = {(check, measures): (name, measures) for (name, measures), check in TOLD_BY_CORE.items()}
    assert now.keys() - before.keys() == FOUND | moved.keys() | IN_EVERY_PLAN
    assert before.keys() - now.keys() == GONE | TOLD_BY_CORE.keys()
    assert [about for about, item in before.items() if about not in GONE | TOLD_BY_CORE.keys() and now[about] != item] == []
    assert [about for about, was in moved.items() if now[about] != before[was] | {"check": about[0]}] == []


def test_every_finding_of_an_earlier_workspace_has_a_number_of_its_own(upgraded: Any) -> None:
    """So many findings, so many numbers, and the same ones every time they are looked for."""
    numbers = [[item["number"] for item in upgraded("check", "--format", "json", code=1).json] for _ in range(2)]
    assert len({*numbers[0]}) == len(numbers[0]) > 50
    assert numbers[0] == numbers[1]


def test_members_and_explanations_of_an_earlier_workspace_can_be_taken_back(upgraded: Any) -> None:
    """The upgrade gives each of them, which had none, a receipt."""
    kinds = [item["kind"] for item in upgraded("receipts", "--format", "json").json]
    with sqlite3.connect(upgraded.folder / "monitor.db") as held:
        registered = [held.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("units", "acceptances")]
    held.close()

    assert [kinds.count(kind) for kind in ("unit", "acceptance")] == registered
    assert sum(registered) > 0


def test_the_database_of_an_earlier_workspace_is_sound(upgraded: Any) -> None:
    """Its journal, its chain and the table made from it are whole."""
    upgraded("db", "check")
