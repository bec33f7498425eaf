"""What the model refuses of a plan, wherever it comes from: texts, names, days and figures that would do harm."""

from __future__ import annotations

import decimal
from datetime import date
from typing import Any

import pytest
from planmonitor import Indicator, InvalidPlan, Plan, Target, Task, Text, Unit
from support.rules import FLOW, ZERO, measure_of, plan_with


@pytest.mark.parametrize("words", ["Tỷ lệ < 4%", "dưới <4%", "từ <5 đến >7", "a<4", "Tỷ lệ <", "nhỏ hơn < năm trước"])
def test_a_sign_of_comparison_is_no_markup(words: str) -> None:
    """A "<" before a figure or a space is what plans print."""
    assert Text(words, "Rate").vi == Task(words, "mục I", "lead").text == words


@pytest.mark.parametrize(
    "words", ["<b>Tỷ lệ", "Tỷ lệ</td>", "<!-- Tỷ lệ -->", "Tỷ lệ <A href=x>", "Tỷ\nlệ", "Tỷ \x1b[2J lệ", "Tỷ \udcff lệ", "Tỷ \u202e lệ"]
)
def test_text_that_would_not_be_shown_as_it_stands_is_refused(words: str) -> None:
    """Tags, control characters, halves of letters and marks that turn the writing are refused in every text, naming the part."""
    with pytest.raises(InvalidPlan, match="vi"):
        Text(words, "Rate")
    with pytest.raises(InvalidPlan, match="en"):
        Text("Tỷ lệ", words)
    with pytest.raises(InvalidPlan, match="Task: field 'text'"):
        Task(words, "mục I", "lead")


def plan_of(measures: int = 1, units: tuple[Unit, ...] = (), **changes: Any) -> Plan:
    """Return a plan with so many measures and with these units."""
    counted = tuple(measure_of(FLOW, ZERO, code=str(number)) for number in range(measures))
    return plan_with(units=units, indicators=(Indicator("1", "1", "Chỉ tiêu", counted),), **changes)


def test_a_plan_holds_a_thousand_measures_and_no_more() -> None:
    """A thousand measures are taken, one more is refused, and both numbers are named."""
    assert len(plan_of(1000).measures) == 1000
    with pytest.raises(InvalidPlan, match=r"1001.*1000"):
        plan_of(1001)


@pytest.mark.parametrize(
    "second",
    [
        Unit("to-b", "Tổ A"),
        Unit("to-b", "tổ  a"),
        Unit("to-b", "Tổ B", also=("Tổ A",)),
        Unit("to-b", "Tổ B", also=("Tổ một",)),
        Unit("to-b", "Tổ một", also=("Tổ A",)),
    ],
)
def test_a_name_belongs_to_one_unit_only(second: Unit) -> None:
    """Two units with one name, however it is spelt and whether as name or as other name, are refused, and both are named."""
    with pytest.raises(InvalidPlan, match=r"'to-a' and 'to-b'"):
        plan_of(units=(Unit("to-a", "Tổ A", also=("Tổ một",)), second))


def test_units_with_names_of_their_own_are_taken() -> None:
    """Names that differ in a tone are two names; another way of printing its own name is no second unit."""
    units = (Unit("ha", "Sơn Hà", also=("SƠN HÀ",)), Unit("ha-2", "Sơn Hạ"))
    assert plan_of(units=units).units == units


def test_a_unit_does_not_repeat_its_own_name() -> None:
    """A unit that lists its own name among its other names is refused."""
    with pytest.raises(InvalidPlan, match=r"Unit 'to-a': field 'also'.*Tổ A"):
        Unit("to-a", "Tổ A", also=("Tổ B", "Tổ A"))


@pytest.mark.parametrize(("field", "day"), [("start", date(1, 1, 1)), ("start", date(1900, 12, 31)), ("end", date(2200, 1, 1)), ("end", date.max)])
def test_a_plan_has_days_of_our_time(field: str, day: date) -> None:
    """A day that stands for "no end" is refused: a report would be owed for every year until then."""
    with pytest.raises(InvalidPlan, match=f"'{field}'.*{day}"):
        plan_of(**{field: day})


@pytest.mark.parametrize("figure", ["1E+31", "1E-31", "-9E+999999"])
def test_a_figure_has_no_more_digits_than_can_be_worked_with(figure: str) -> None:
    """A figure of more than thirty digits on either side of the point is refused; one of thirty is taken."""
    with pytest.raises(InvalidPlan, match=r"'value'.*digits"):
        Target("<", decimal.Decimal(figure), "dưới 4%")
    assert Target("<", decimal.Decimal("1E-30"), "dưới 4%").value == decimal.Decimal("1E-30")
