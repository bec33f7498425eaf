"""What a report told of parts of breakdowns and of the base is watched like the figure itself (docs/domain.md, rule 19)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

YEARLY = "child-labour/van-son-2026-2030/annual-report"
BASE = "population/children-5-17"
RATE = ("record", "1", "--period", "2026")


@pytest.fixture
def commune(van_son: Any) -> Any:
    """Return a runner two days after the reporting year, with measure 1, its parts by sex and its base told in a letter."""
    van_son.today = date(2026, 12, 16)
    van_son("record", BASE, "--period", "2026", "--value", "400")
    van_son(*RATE, "--numerator", "10", "--denominator", "400")
    van_son(*RATE, "--numerator", "4", "--denominator", "190", "--breakdown", "sex=female")
    van_son(*RATE, "--numerator", "6", "--denominator", "210", "--breakdown", "sex=male")
    van_son("reports", "submit", YEARLY, "--period", "2026", "--number", "45/BC-UBND", "--dated", "2026-12-16")
    return van_son


def changed(monitor: Any) -> list[str]:
    """Return the sentences that the next report has to list, in Vietnamese."""
    return [one["message_vi"] for item in monitor("reports", "list", "--format", "json").json for one in item["corrections"]]


def test_nothing_has_changed_while_parts_and_base_stand(commune: Any) -> None:
    """Also where one is recorded again as it was."""
    commune(*RATE, "--numerator", "4", "--denominator", "190", "--breakdown", "sex=female", "--note", "kiểm tra lại", code=None)
    assert changed(commune) == []


def test_a_part_of_a_breakdown_that_is_corrected_is_named(commune: Any) -> None:
    """3 girls in place of 4, the total as it was: the part alone is named, by what it is called."""
    commune(*RATE, "--numerator", "3", "--denominator", "190", "--breakdown", "sex=female", "--note", "rà soát")
    [said] = changed(commune)
    assert "Nữ" in said
    assert "4/190; nay điều chỉnh: 3/190 (lý do: rà soát)" in said
    assert "4/190" in commune("check", lang="vi", code=None).words


def test_a_base_that_is_corrected_is_named_and_a_letter_settles_it(commune: Any) -> None:
    """The base told was 400; the next letter lists what it is now."""
    commune("record", BASE, "--period", "2026", "--value", "1000", "--note", "tách hộ", code=None)
    [said] = changed(commune)
    assert "400; nay điều chỉnh: 1.000 (lý do: tách hộ)" in said
    commune("reports", "return", YEARLY, "--period", "2026", "--reason", "sai số liệu")
    commune("reports", "submit", YEARLY, "--period", "2026", "--number", "46/BC-UBND", "--dated", "2026-12-16")
    assert changed(commune) == []


def test_a_part_that_comes_after_a_letter_is_no_correction(van_son: Any) -> None:
    """The letter told the total alone: a breakdown recorded since adds to it and contradicts nothing."""
    van_son.today = date(2026, 12, 16)
    van_son(*RATE, "--numerator", "10", "--denominator", "400")
    van_son("reports", "submit", YEARLY, "--period", "2026", "--number", "45/BC-UBND", "--dated", "2026-12-16")
    van_son(*RATE, "--numerator", "4", "--denominator", "190", "--breakdown", "sex=female")
    assert changed(van_son) == []
