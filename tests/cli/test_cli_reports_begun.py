"""A letter on a period that has hardly begun is recorded with a note while the report before it is not sent (docs/domain.md, rule 19)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

YEARLY = "child-labour/van-son-2026-2030/annual-report"
NOTE = "is not recorded as sent: is the period right?"


@pytest.fixture
def january(van_son: Any) -> Any:
    """Return a runner of a workspace in use since November, on 10 January, when the report on the year before is to be sent."""
    van_son.today = date(2026, 11, 22)
    van_son("record", "2", "--period", "2026", "--numerator", "3", "--denominator", "4")
    van_son.today = date(2027, 1, 10)
    return van_son


def submit(monitor: Any, period: str, number: str, dated: str = "2027-01-08", **options: Any) -> str:
    """Record a letter and return what is said beside it."""
    return " ".join(monitor("reports", "submit", YEARLY, "--period", period, "--number", number, "--dated", dated, **options).err.split())


def test_a_report_on_a_year_hardly_begun_is_noted_while_the_one_before_is_not_sent(january: Any) -> None:
    """The year of the letter was typed in place of the year it is on: recorded, with a note."""
    said = submit(january, "2027", "3/BC-UBND")
    assert "By 8 January 2027 less than half of year 2027 is over, while the report on year 2026 is not recorded as sent" in said


def test_it_is_said_in_vietnamese(january: Any) -> None:
    """With what to look at."""
    assert "đề nghị kiểm tra lại kỳ báo cáo" in submit(january, "2027", "3/BC-UBND", lang="vi")


def test_nothing_is_noted_once_the_one_before_is_sent_or_half_the_year_is_over(january: Any) -> None:
    """A letter on the year before has none; after it one on the year itself has none either."""
    assert NOTE not in submit(january, "2026", "3/BC-UBND")
    assert NOTE not in submit(january, "2027", "4/BC-UBND")


def test_nothing_is_noted_when_half_the_year_is_over(january: Any) -> None:
    """In July a report on the year is an early one, and no mistake of the period."""
    for january.today in (date(2027, 4, 1), date(2027, 7, 1)):
        january("record", "2", "--period", "2026", "--numerator", "4", "--denominator", str(january.today.month))
    assert NOTE not in submit(january, "2027", "4/BC-UBND", dated="2027-07-01")
