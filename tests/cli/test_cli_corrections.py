"""A report sent is a set of figures: what has changed since is named until a later letter lists it (docs/domain.md, rule 19)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

CHECK = "planmonitor/reported-figure-changed"
REPORT = "child-work-2026/van-son/report-of-the-commune"
YEARLY = "child-labour/van-son-2026-2030/annual-report"
LETTER = ("--number", "45/BC-UBND", "--dated", "2026-12-16")


@pytest.fixture
def commune(monitor: Any) -> Any:
    """Return a runner two days after the reporting year 2026, with figures of it and the report on it sent."""
    monitor.follow("child-work-2026/van-son")
    monitor.today = date(2026, 12, 16)
    monitor("record", "1a", "--period", "2026", "--numerator", "45", "--denominator", "46")
    monitor("record", "1b", "--period", "2026", "--numerator", "602", "--denominator", "790", "--estimated", "--until", "2026-10-31")
    monitor("record", "4a", "--period", "2026", "--value", "0")
    monitor("reports", "submit", REPORT, "--period", "2026", *LETTER)
    return monitor


def found(monitor: Any, *more: str) -> list[tuple[str, str]]:
    """Return severity and sentence of what the check finds."""
    listed = monitor("check", "--format", "json", *more, code=None).json
    return [(item["severity"], item["message_vi"]) for item in listed if item["check"] == CHECK]


def corrections(monitor: Any) -> list[dict[str, Any]]:
    """Return what the next reports have to list."""
    return [one for item in monitor("reports", "list", "--format", "json").json for one in item["corrections"]]


def test_nothing_is_found_while_what_was_told_stands(commune: Any) -> None:
    """Also once an estimate is recorded again as the final figure: the report told the same."""
    commune("record", "1b", "--period", "2026", "--numerator", "602", "--denominator", "790")
    assert found(commune) == []
    assert corrections(commune) == []


def test_a_figure_corrected_is_named_with_letter_figures_and_reason(commune: Any) -> None:
    """45/46 was told, 46/46 stands: a warning, and a sentence as it belongs into the next report."""
    commune("record", "1a", "--period", "2026", "--numerator", "46", "--denominator", "46", "--note", "rà soát lại")
    [(severity, said)] = found(commune)
    assert severity == "warning"
    assert "(Báo cáo số 45/BC-UBND ngày 16/12/2026) có số liệu nay đã khác: 1a: 45/46; nay điều chỉnh: 46/46 (lý do: rà soát lại)." in said
    [one] = corrections(commune)
    assert (one["kind"], one["number"], one["dated"], one["then"], one["now"]) == ("corrected", "45/BC-UBND", "2026-12-16", "45/46", "46/46")
    sentence = "Số liệu đã báo cáo tại Báo cáo số 45/BC-UBND ngày 16/12/2026: 45/46; nay điều chỉnh: 46/46 (lý do: rà soát lại)."
    assert one["message_vi"].endswith(sentence)
    assert sentence in commune("reports", "list", lang="vi").words
    assert sentence in commune("deadlines", lang="vi").words


def test_none_that_became_a_case_after_it_was_told_is_an_error(commune: Any) -> None:
    """The report said that nothing serious had occurred."""
    commune("record", "4a", "--period", "2026", "--value", "1")
    [(severity, said)] = found(commune)
    assert severity == "error"
    assert "4a: 0 vụ; nay điều chỉnh: 01 vụ" in said


def test_an_estimate_that_gave_way_and_a_new_figure_are_notices(commune: Any) -> None:
    """The report said it was an estimate, or that there was none: the next one tells the rest."""
    commune("record", "1b", "--period", "2026", "--numerator", "600", "--denominator", "790")
    commune("record", "2b", "--period", "2026", "--yes")
    [(severity, said)] = found(commune)
    assert severity == "notice"
    assert "1b: 602/790 (số ước tính đến 31/10/2026); nay là 600/790; 2b: nay bổ sung: đã hoàn thành" in said
    assert [one["kind"] for one in corrections(commune)] == ["updated", "new"]


def test_a_figure_taken_back_is_told_with_the_reason(commune: Any) -> None:
    commune("undo", "1", "--reason", "nhầm đơn vị")
    [(severity, said)] = found(commune)
    assert severity == "warning"
    assert "1a: 45/46; nay thu hồi (lý do: nhầm đơn vị)" in said
    assert [(one["kind"], one["then"], one["now"]) for one in corrections(commune)] == [("taken_back", "45/46", None)]


def test_a_report_returned_tells_nothing_any_more(commune: Any) -> None:
    """It is owed again: the one sent in its place tells the new figure."""
    commune("record", "1a", "--period", "2026", "--numerator", "46", "--denominator", "46")
    commune("reports", "return", REPORT, "--period", "2026", "--as", "figures-wrong", "--reason", "chỉ tiêu 1a")
    assert found(commune) == []
    commune("reports", "submit", REPORT, "--period", "2026", "--number", "46/BC-UBND", "--dated", "2026-12-16")
    assert found(commune) == []


def test_a_correction_is_settled_by_the_next_letter_of_the_duty_and_open_again_without_it(monitor: Any) -> None:
    """The report on 2027 lists what changed of 2026; taken back, it has listed nothing; a change after it is told against it."""
    monitor.follow("child-labour/van-son-2026-2030")
    monitor.today = date(2026, 12, 16)
    monitor("record", "1", "--period", "2026", "--numerator", "38", "--denominator", "1003")
    monitor("reports", "submit", YEARLY, "--period", "2026", "--number", "50/BC", "--dated", "2026-12-16")
    monitor("record", "1", "--period", "2026", "--numerator", "39", "--denominator", "1003")
    assert len(found(monitor)) == 1

    monitor.today = date(2027, 6, 1)
    monitor("record", "7b", "--period", "2027-S1", "--numerator", "1", "--denominator", "2")
    monitor.today = date(2027, 11, 20)
    answer = monitor("reports", "submit", YEARLY, "--period", "2027", "--number", "61/BC", "--dated", "2027-11-20")
    assert "This letter is taken to list the corrections of earlier reports:" in answer.words
    assert "Reported in report 50/BC of 16 December 2026: 38/1,003; now corrected to 39/1,003" in answer.words
    assert found(monitor) == []

    code = answer.words.split("monitor undo ")[1].split()[0]
    monitor("undo", code, "--reason", "nhầm")
    assert len(found(monitor)) == 1

    monitor("reports", "submit", YEARLY, "--period", "2027", "--number", "62/BC", "--dated", "2027-11-20")
    monitor("record", "1", "--period", "2026", "--numerator", "40", "--denominator", "1003")
    [one] = corrections(monitor)
    assert (one["number"], one["then"], one["now"], one["period"]) == ("62/BC", "39/1003", "40/1003", "2026")


def test_the_letter_that_somebody_received_keeps_its_figures_too(monitor: Any) -> None:
    """Its sending was not recorded, its receipt brings it; that the same letter was received later adds nothing."""
    monitor.follow("child-labour/van-son-2026-2030")
    monitor.today = date(2026, 12, 16)
    monitor("record", "1", "--period", "2026", "--numerator", "38", "--denominator", "1003")
    monitor("reports", "receive", YEARLY, "--period", "2026", "--number", "50/BC", "--dated", "2026-12-15")
    monitor("record", "1", "--period", "2026", "--numerator", "39", "--denominator", "1003")
    monitor("reports", "receive", YEARLY, "--period", "2026", "--received", "2026-12-16")
    assert [(one["then"], one["now"]) for one in corrections(monitor)] == [("38/1003", "39/1003")]


def test_what_was_known_the_day_before_holds_no_correction(commune: Any) -> None:
    """Letters and what they told follow the clock."""
    commune.today = date(2026, 12, 18)
    commune("record", "1a", "--period", "2026", "--numerator", "46", "--denominator", "46")

    def counted(day: str) -> int:
        plan = commune("status", "--as-of", day, "--format", "json").json["plans"][0]
        return len([item for item in plan["findings"] if item["check"] == CHECK])

    assert (counted("2026-12-15"), counted("2026-12-17"), counted("2026-12-18")) == (0, 0, 1)


def test_cases_after_a_report_on_cases_are_a_report_of_their_own(monitor: Any) -> None:
    """Three cases after one reported open the report again and are no correction; none in place of one is."""
    monitor.follow("child-work-2026/van-son")
    monitor("record", "4a", "--period", "2026", "--value", "1")
    monitor("reports", "submit", "case-report", "--period", "2026", "--number", "31/BC", "--dated", "2026-11-20")
    monitor("record", "4a", "--period", "2026", "--value", "3")
    assert found(monitor) == []
    assert "arisen" in {item["state"] for item in monitor("deadlines", "--format", "json").json}
    monitor("record", "4a", "--period", "2026", "--value", "0")
    [(_severity, said)] = found(monitor)
    assert "4a: 01 vụ" in said


@pytest.mark.parametrize("act", [("receive", "--number", "12/BC"), ("return", "--reason", "thiếu", "--number", "12/BC")])
@pytest.mark.parametrize(("dated", "said"), [("2027-01-02", "lies after today"), ("2025-12-14", "was written before year 2026 began")])
def test_a_letter_dated_before_its_period_or_after_today_is_refused_on_every_way(commune: Any, act: tuple[str, ...], dated: str, said: str) -> None:
    """Received or returned as well as sent: one line, nothing written."""
    before = commune("receipts", "--format", "json").json
    refused = commune("reports", act[0], REPORT, "--period", "2026", *act[1:], "--dated", dated, code=3)
    assert said in refused.err
    assert len(refused.err.splitlines()) == 1
    assert commune("receipts", "--format", "json").json == before


def test_two_letters_for_one_report_are_refused_on_every_way(commune: Any) -> None:
    """A second one sent, or another one received: the first is named."""
    other = ("--number", "47/BC-UBND", "--dated", "2026-12-16")
    assert "45/BC-UBND of 16 December 2026" in commune("reports", "submit", REPORT, "--period", "2026", *other, code=3).err
    assert "45/BC-UBND of 16 December 2026" in commune("reports", "receive", REPORT, "--period", "2026", *other, code=3).err
