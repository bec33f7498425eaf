"""A plan is its whole document on the screen too, and a drowned child is an accident whatever plan counts it."""

from __future__ import annotations

from typing import Any

import pytest

CHILD_WORK, DROWNING = "child-work-2026/van-son", "drowning/commune-2021-2030"


def test_a_plan_is_shown_with_its_text_what_recurs_and_both_ends(monitor: Any) -> None:
    """Headings stand in the order of the document, each with its paragraphs and lines; lines are broken at the width of a screen."""
    monitor.follow(CHILD_WORK)
    said = monitor("plans", "show", CHILD_WORK, lang="vi")

    headings = ["mục I.1: Mục đích", "mục III.1: Công tác chỉ đạo, điều hành", "mục III.8: Công tác thống kê, báo cáo", "mục IV: TỔ CHỨC THỰC HIỆN"]
    assert sorted(headings, key=said.words.index) == headings
    assert "Nâng cao nhận thức, trách nhiệm của cấp ủy, chính quyền" in said.words
    assert "- NV1. Tổ chức triển khai kịp thời, đầy đủ các chương trình, kế hoạch, đề án" in said.words
    assert "mục III.1: “khi có thay đổi về thành viên”" in said.words
    assert "“nhất là trong dịp hè, mùa mưa bão” (Các trường học trên địa bàn xã)" in said.words
    assert "Nơi nhận: Sở Y tế; TT ĐU, TT HĐND xã;" in said.words
    assert "Người ký: KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Dương Công Trụ" in said.out
    text = said.out[said.out.index("Nội dung theo các mục") : said.out.index("Đơn vị và nhiệm vụ")]
    assert max(map(len, text.splitlines())) <= 100


def test_a_plan_without_text_shows_no_empty_headings(monitor: Any) -> None:
    """A plan whose file holds no sections has none on the screen."""
    said = monitor.follow(DROWNING)("plans", "show", DROWNING).out

    assert "The text by its headings" not in said
    assert "Done again and again" not in said


@pytest.mark.parametrize("accidents", [True, False])
def test_a_child_that_the_plan_on_drowning_counts_breaks_no_accident(monitor: Any, accidents: bool) -> None:
    """H1: one child drowned in March, recorded for that plan alone: 4b and NV6 are not met, and the case is to be reported."""
    monitor.follow(CHILD_WORK, DROWNING)
    if accidents:
        monitor("record", f"{CHILD_WORK}/4b", "--period", "2026", "--value", "0")
    monitor("record", f"{DROWNING}/1.4", "--period", "2026-03", "--value", "1")

    assert [monitor.measure(f"van-son/{code}")["status"] for code in ("4b", "NV6")] == ["not_met", "not_met"]
    assert "(1.4)" not in monitor.measure("van-son/4b")["reason_en"]
    assert "1 children in March 2026 (Children who died by drowning)" in monitor.measure("van-son/4b")["reason_en"]
    cases = [item for item in monitor("deadlines", "--format", "json").json if item["plan"] == CHILD_WORK and item["duty"] == "case-report"]
    assert [item["state"] for item in cases] == ["arisen"]


def test_a_letter_about_the_drowned_child_answers_the_report_on_it(monitor: Any) -> None:
    """What was reported is no longer owed, though the child is counted by another plan; a second child is new."""
    monitor.follow(CHILD_WORK, DROWNING)
    monitor("record", f"{DROWNING}/1.4", "--period", "2026-03", "--value", "1")
    monitor("reports", "submit", f"{CHILD_WORK}/case-report", "--period", "2026", "--number", "12/BC", "--dated", "2026-11-21")

    [report] = [item for item in monitor("deadlines", "--format", "json").json if item["plan"] == CHILD_WORK and item["duty"] == "case-report"]
    assert report["state"] != "arisen"


def test_a_drowned_child_is_an_accident_though_the_plan_that_counted_it_is_no_longer_followed(monitor: Any) -> None:
    """What is recorded is recorded: the plan on drowning is left, the child is not."""
    monitor.follow(CHILD_WORK, DROWNING)
    monitor("record", f"{DROWNING}/1.4", "--period", "2026-03", "--value", "1")
    monitor("plans", "unfollow", DROWNING)

    assert monitor.measure("van-son/4b")["status"] == "not_met"
