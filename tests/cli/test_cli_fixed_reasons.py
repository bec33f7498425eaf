"""Reasons of exceptions come from fixed lists, with words beside them; what is past is told (docs/domain.md, section 4 and rule 19)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

BY = ("--document", "25/TB-UBND", "--dated", "2026-01-15", "--by", "UBND thành phố", "--reason", "mưa lũ tháng 9")


@pytest.fixture
def short(thanh_tri: Any) -> Any:
    """Return a runner in January 2026, in a workspace whose measure 1.1 was missed in 2025."""
    thanh_tri.today = date(2026, 1, 20)
    thanh_tri("record", "1.1", "--period", "2025", "--numerator", "30", "--denominator", "1000")
    return thanh_tri


def test_the_reason_of_a_shortfall_is_kept_and_told_in_words(short: Any) -> None:
    """Chosen from the list, told with the words beside it."""
    short("accept", "1.1", "--as", "natural-disaster", "--until", "2026-12-31", *BY)
    assert short.measure("1.1")["accepted"]["as"] == "natural-disaster"
    assert "UBND thành phố: thiên tai; mưa lũ tháng 9" in short("show", "1.1", lang="vi").words


def test_another_reason_is_told_by_its_words_alone(short: Any) -> None:
    short("accept", "1.1", "--as", "other", "--until", "2026-12-31", *BY)
    assert "UBND thành phố: mưa lũ tháng 9" in short("show", "1.1", lang="vi").words


def test_an_explanation_past_its_last_day_is_told_as_such(short: Any) -> None:
    """It holds on its last day; the day after, every screen says that it did."""
    short("accept", "1.1", "--as", "natural-disaster", "--until", "2026-03-31", *BY)
    short.today = date(2026, 3, 31)
    assert (short.measure("1.1")["accepted"] is None, short.measure("1.1")["lapsed"]) == (False, None)
    short.today = date(2026, 4, 1)
    judged = short.measure("1.1")
    assert (judged["accepted"], judged["lapsed"]["until"], judged["status"]) == (None, "2026-03-31", "not_met")
    assert "giải trình được chấp thuận (25/TB-UBND) đã hết hạn ngày 31/3/2026" in short("show", "1.1", lang="vi").words
    plan = short("status", "--plan", "child-labour/thanh-tri-2021-2025", code=None, lang="vi").words
    assert "đã hết hạn ngày 31/3/2026" in plan


def test_an_explanation_of_what_is_met_is_taken_with_a_note(short: Any) -> None:
    short("record", "1.1", "--period", "2025", "--numerator", "5", "--denominator", "1000")
    answer = short("accept", "1.1", "--as", "epidemic", "--until", "2026-12-31", *BY)
    assert "falls short of nothing now" in answer.err
    short("record", "1.1", "--period", "2025", "--numerator", "30", "--denominator", "1000")
    assert "falls short" not in short("accept", "1.1", "--as", "epidemic", "--until", "2026-12-31", *BY).err


@pytest.mark.parametrize(
    ("what", "kind", "said"),
    [
        ("1.1", "settled", "'settled' is no reason for a shortfall of a measure. Its reasons are: --as natural-disaster"),
        ("1.1", "tired", "data-source-missing or other"),
        (
            "ABC-DEF",
            "epidemic",
            "'epidemic' is no reason why finding ABC-DEF need not be dealt with. Say why it need not be dealt with: --as settled",
        ),
    ],
)
def test_what_is_named_decides_which_reasons_there_are(short: Any, what: str, kind: str, said: str) -> None:
    """A measure has those of shortfalls, the number of a finding those of findings; the list is named, and nothing written."""
    assert said in short("accept", what, "--as", kind, "--until", "2026-12-31", *BY, code=2).err
    assert {item["kind"] for item in short("receipts", "--format", "json").json} == {"record"}


def test_why_a_report_was_returned_is_chosen_and_told(short: Any) -> None:
    """Beside the words; another reason is refused with the list, and nothing written."""
    report = ("thanh-tri-2021-2025/annual-report", "--period", "2025", "--unit", "cong-an-huyen")
    short("reports", "submit", *report, "--number", "9/BC-CAH", "--dated", "2025-11-19")
    refused = short("reports", "return", *report, "--as", "late", "--reason", "chậm", code=2)
    assert "'figures-missing', 'figures-wrong', 'wrong-form', 'not-signed', 'wrong-recipient', 'other'" in refused.err
    answer = short("reports", "return", *report, "--as", "not-signed", "--reason", "trang cuối", lang="vi")
    assert "(chưa ký, chưa đóng dấu; trang cuối)" in answer.words
    [item] = [one for one in short("reports", "list", "--format", "json").json if one["returned"]]
    assert item["returned"] == {"as": "not-signed", "reason": "trang cuối", "on": "2026-01-20", "number": None}
