"""How figures, days, periods and amounts are written (docs/domain.md, section 9)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st
from planmonitor import ADMINISTRATIVE, CALENDAR, Text
from planmonitor.assessment.values import Amount
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.vocabulary import STATUS

VI, EN = Speaker("vi"), Speaker("en")
CASES, CLASSES = Text("vụ", "cases"), Text("lớp", "classes")
VAN_SON = "child-labour/van-son-2026-2030"
NUMBERS = st.one_of(st.integers(-(10**15), 10**15), st.decimals(-(10**9), 10**9, places=3).filter(bool).map(lambda number: number.normalize()))


@given(number=NUMBERS, language=st.sampled_from(["vi", "en"]))
def test_numbers_are_written_as_unicode_writes_them(number, language):
    """Separators of thousands and decimals are those of the CLDR for Vietnamese and English, and no digit is lost."""
    expected = format_decimal(number, format="#,##0.##########", locale=language, decimal_quantization=False)
    assert Speaker(language).number(number) == expected


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        (Decimal("1234.5"), "1.234,5", "1,234.5"),
        (1250, "1.250", "1,250"),
        (0, "0", "0"),
        (Decimal("1E+3"), "1.000", "1,000"),
        (10**6, "1.000.000", "1,000,000"),
    ],
)
def test_a_number_in_words(number, vi, en):
    """1.234,5 in Vietnamese, 1,234.5 in English; never an exponent."""
    assert (VI.number(number), EN.number(number)) == (vi, en)


@pytest.mark.parametrize(
    ("day", "vi", "en"),
    [
        (date(2026, 4, 8), "08/4/2026", "8 April 2026"),
        (date(2026, 1, 15), "15/01/2026", "15 January 2026"),
        (date(2026, 2, 5), "05/02/2026", "5 February 2026"),
        (date(2026, 3, 10), "10/3/2026", "10 March 2026"),
        (date(2026, 12, 9), "09/12/2026", "9 December 2026"),
    ],
)
def test_a_day_has_a_leading_zero_below_10_and_a_month_in_january_and_february(day, vi, en):
    """Days below 10 and the months 1 and 2 only bear a leading zero."""
    assert (VI.day(day), EN.day(day)) == (vi, en)


def test_every_day_of_a_year_can_be_read_back():
    """No two days are written alike, and the numbers are those of the day."""
    days = [date(2026, 1, 1) + timedelta(days=number) for number in range(365)]
    for day in days:
        assert [int(part) for part in VI.day(day).split("/")] == [day.day, day.month, day.year]
    assert len({VI.day(day) for day in days}) == 365


@pytest.mark.parametrize(
    ("period", "vi", "en"),
    [
        ("2026", "năm 2026", "year 2026"),
        ("2026-S1", "6 tháng đầu năm 2026", "first half of 2026"),
        ("2026-S2", "6 tháng cuối năm 2026", "second half of 2026"),
        ("2026-Q2", "quý II/2026", "quarter II/2026"),
        ("2026-Q4", "quý IV/2026", "quarter IV/2026"),
        ("2026-05", "tháng 5/2026", "May 2026"),
    ],
)
def test_a_period_is_called_as_officers_call_it(period, vi, en):
    """Half-years, quarters and months bear their names, and the Vietnamese name is understood again as the same period."""
    for window in (ADMINISTRATIVE, CALENDAR):
        parsed = window.parse(period)
        assert (VI.period(parsed), EN.period(parsed)) == (vi, en)
        assert window.parse(vi) == parsed


def test_a_span_that_has_no_name_is_written_with_its_days():
    """Eight months are told by their first and last day."""
    eight = ADMINISTRATIVE.parse("2025-12-15/P8M")
    assert VI.period(eight) == "từ 15/12/2025 đến 14/8/2026"


@pytest.mark.parametrize(
    ("amount", "vi", "en"),
    [
        (Amount(Decimal("99.7"), "%", CASES), "99,7%", "99.7%"),
        (Amount(Decimal(1), "cases", CASES), "01 vụ", "1 cases"),
        (Amount(Decimal(5), "events", CLASSES), "05 lớp", "5 classes"),
        (Amount(Decimal(12), "cases", CASES), "12 vụ", "12 cases"),
        (Amount(Decimal(0), "cases", CASES), "0 vụ", "0 cases"),
        (Amount(Decimal(1250), "cases", CASES), "1.250 vụ", "1,250 cases"),
        (Amount(Decimal(2), "cases", CASES, signed=True), "tăng 02 vụ", "up 2 cases"),
        (Amount(Decimal("-0.5"), "points of percent", CASES, signed=True), "giảm 0,5 điểm phần trăm", "down 0.5 percentage points"),
    ],
)
def test_an_amount_bears_its_unit(amount, vi, en):
    """Written are "99,7%" without a space, "01 vụ", "05 lớp"; a change says its direction, of percentages in percentage points."""
    assert (VI.amount(amount), EN.amount(amount)) == (vi, en)


def test_a_change_of_nothing_is_neither_up_nor_down():
    """A level figure is said to be unchanged in both languages."""
    level = Amount(Decimal(0), "cases", CASES, signed=True)
    assert EN.amount(level) == "unchanged"
    assert VI.amount(level) not in {"unchanged", ""}


@pytest.mark.parametrize(
    ("code", "numerator", "denominator", "display"),
    [("7a", 299, 300, "99,7%"), ("7a", 2999, 3000, "99,97%"), ("1", 399, 10000, "3,99%"), ("1", 400, 10000, "4%"), ("7a", 300, 300, "100%")],
)
def test_what_is_displayed_never_contradicts_the_verdict(van_son, code, numerator, denominator, display):
    """299 of 300 is not shown as 100%, and 399 of 10,000 not as 4,0% (rule 11)."""
    van_son("record", code, "--period", "2026-S1", "--numerator", str(numerator), "--denominator", str(denominator))
    plan = van_son("status", "--format", "json", lang="vi").json["plans"][0]
    assert next(item["value"]["display"] for item in plan["measures"] if item["id"] == f"{VAN_SON}/{code}") == display


def test_every_status_has_a_vietnamese_name_of_its_own():
    """The ten statuses have ten Vietnamese names, none of them the English one."""
    names = {VI(words) for words in STATUS.values()}
    assert len(names) == 10
    assert not names & {EN(words) for words in STATUS.values()}
    assert {"Đạt", "Không đạt", "Đúng tiến độ", "Chậm tiến độ", "Không có đối tượng", "Không thuộc năm đánh giá"} <= names


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("2", "--numerator", "0", "--denominator", "0"), "Không có đối tượng"),
        (("4a", "--numerator", "46", "--denominator", "50"), "Vượt"),
        (("6", "--numerator", "45", "--denominator", "50"), "Đạt"),
        (("3", "--numerator", "80", "--denominator", "100"), "Đang thực hiện, trong hạn"),
    ],
)
def test_a_status_is_said_in_the_words_of_the_domain(van_son, arguments, words):
    """A figure of a closed period gets the words that stand on screen and in print (section 4)."""
    van_son.today = date(2027, 1, 20)
    van_son("record", arguments[0], "--period", "2026", *arguments[1:])
    out = van_son("status", "--format", "markdown", lang="vi").out
    row = next(line for line in out.splitlines() if f"| {arguments[0]} |" in line)
    assert f"| {words} |" in row


def test_a_verdict_on_an_estimate_says_so(van_son):
    """An estimate of an open period that reaches its bar is met by estimate, with the day its figures run to."""
    van_son("record", "6", "--period", "2026", "--numerator", "45", "--denominator", "50")
    out = van_son("status", "--format", "markdown", lang="vi").out
    assert "Ước đạt (số liệu đến 22/11/2026)" in out
