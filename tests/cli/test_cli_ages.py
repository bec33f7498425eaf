"""Estimates, final figures and old ones as screens and JSON tell them (docs/domain.md, rule 17)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

MEASURE = "child-work-2026/van-son/1a"
EARLY = ("--estimated", "--until", "2026-10-31", "--by", "Trạm Y tế")


@pytest.fixture
def commune(monitor: Any) -> Any:
    """Return a runner after the reporting year 2026, with an estimate of it up to 31 October."""
    monitor.follow("child-work-2026/van-son")
    monitor.today = date(2026, 12, 16)
    monitor(
        "record", "1a", "--period", "2026", "--numerator", "46", "--denominator", "46", "--estimated", "--until", "2026-10-31", "--by", "Trạm Y tế"
    )
    return monitor


def test_final_figures_are_asked_of_who_sent_the_estimate_with_its_day_and_the_command(commune: Any) -> None:
    said = commune("check", code=None, lang="vi").words
    assert "1a (Trạm Y tế, số liệu đến 31/10/2026)" in said
    assert f"bắt đầu bằng lệnh: monitor record {MEASURE} --period 2026 --numerator … --denominator …" in said


def test_what_was_estimated_stands_beside_the_final_figure(commune: Any) -> None:
    """Asked for no more; shown with both figures; on the other side of the bar it is a notice."""
    assert commune.measure("1a")["drift"] is None
    commune("record", "1a", "--period", "2026", "--numerator", "45", "--denominator", "46")
    assert "ước 46/46 (31/10/2026) -> chính thức 45/46" in commune("show", "1a", lang="vi").words
    assert commune.measure("1a")["drift"] == {"numerator": 46, "denominator": 46, "value": 100, "until": "2026-10-31", "turned": True}
    found = [item for item in commune("check", "--format", "json", code=None).json if item["check"] == "planmonitor/estimate-turned"]
    assert [(item["severity"], item["measures"]) for item in found] == [("notice", [MEASURE])]
    assert commune.measure("1a", "--as-of", "2026-12-15")["drift"] is None


def test_an_estimate_taken_back_was_none(commune: Any) -> None:
    """It was a slip: what is recorded in its place has not drifted from it."""
    commune("undo", "1", "--reason", "nhầm")
    commune("record", "1a", "--period", "2026", "--numerator", "45", "--denominator", "46")
    assert commune.measure("1a")["drift"] is None


def test_an_old_figure_is_marked_on_every_face(van_son: Any) -> None:
    """One of 2026 settles nothing once 2027 has ended; so is the base population that it is divided by."""
    van_son.today = date(2026, 12, 16)
    van_son("record", "population/children-5-17", "--period", "2026", "--value", "1003")
    van_son("record", "1", "--period", "2026", "--numerator", "38")
    assert (van_son.measure("1", "--as-of", "2027-12-14")["status"], van_son.measure("1", "--as-of", "2027-12-14")["old"]) == ("met", None)
    judged = van_son.measure("1", "--as-of", "2027-12-15")
    assert (judged["status"], judged["old"], judged["missing"]) == ("incomplete", {"since": "2026-12-15", "until": "2027-12-14"}, ["2027"])
    screen = van_son("status", "--plan", "child-labour/van-son-2026-2030", "--as-of", "2027-12-15", lang="vi").words
    assert "(số liệu cũ, của năm 2026)" in screen
    assert "1.003 (số liệu cũ, của năm 2026" in screen
