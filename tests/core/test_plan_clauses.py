"""What a clause says of each figure in it: one that stands bare has its meaning from the words before it, its year from the date beside it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from planmonitor.plantext.clauses import base_years_of, figures_in, located, only_day_of


def meanings(clause: str) -> list[tuple[object, object, object]]:
    """Return of every figure of a clause which bar the words around it set: comparator, signed figure, kind; None where they set none."""
    found = (figure.meaning.decided for figure in figures_in(clause))
    return [(item.comparator, item.value, item.kind) if item else (None, None, None) for item in found]


def years(clause: str) -> list[int | None]:
    """Return the year that stands with every figure of a clause."""
    return [figure.day.year if figure.day else None for figure in figures_in(clause)]


FALL = [("<=", -10, "relative_change"), ("<=", -20, "relative_change")]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Giảm 10% số trẻ em tử vong do đuối nước vào năm 2026 và 20% vào năm 2030.", FALL),
        ("Giảm 10% số vụ đến năm 2026, 20% đến năm 2030 so với năm 2020.", FALL),
        ("Giảm ít nhất 10% số vụ năm 2026 và ít nhất 20% năm 2030.", FALL),
        ("Tăng 5% số lớp vào năm 2026 và 8% vào năm 2030.", [(">=", 5, "relative_change"), (">=", 8, "relative_change")]),
        ("Phấn đấu tăng thêm ít nhất 20% số nhóm trẻ.", [(">=", 20, "relative_change")]),
        ("Giảm thêm 2,5% số vụ.", [("<=", Decimal("-2.5"), "relative_change")]),
        ("Tỷ lệ suy dinh dưỡng dưới 12% vào năm 2028 và 11% vào năm 2030.", [(None, None, None), ("<", 11, None)]),
        ("Tỷ lệ biết bơi đạt 50% vào năm 2028 và 60% vào năm 2030.", [(None, None, None)] * 2),
        ("Giảm tỷ lệ lao động trẻ em xuống 5% vào năm 2028 và còn 4% vào năm 2030.", [(None, None, None)] * 2),
        ("Giảm thiểu tai nạn thương tích, 90% trẻ em biết bơi.", [(None, None, None)]),
        ("Giảm 10% số vụ ngã; 20% trẻ em biết bơi.", [("<=", -10, "relative_change"), (None, None, None)]),
    ],
)
def test_a_bare_figure_has_its_meaning_from_the_words_before_it(clause: str, expected: list[object]) -> None:
    """A fall, a rise and a ceiling hold for the figure that follows, until the sentence ends or another level is named."""
    assert meanings(clause) == expected


def test_what_is_counted_anew_leaves_the_meaning_open() -> None:
    """Behind a fall "và 90% trẻ em biết bơi" may be a target of its own, so that both meanings are let through."""
    [first, second] = figures_in("Giảm 10% số vụ ngã và 90% trẻ em biết bơi.")

    assert (first.meaning.open, second.meaning.open) == (False, True)


def test_a_fall_by_or_to_a_figure_names_its_direction_alone() -> None:
    """ "Giảm tỷ lệ trẻ em bỏ học 5%" may mean by 5% or down to 5%: that it falls is certain."""
    [figure] = figures_in("Giảm tỷ lệ trẻ em bỏ học 5%.")

    assert (figure.meaning.decided, figure.meaning.direction, figure.meaning.by) == (None, "fall", False)


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Tỷ lệ biết bơi đạt 50% vào năm 2028 và 60% vào năm 2030.", [2028, 2030]),
        ("50% trẻ em từ 6 đến dưới 16 tuổi biết bơi năm 2028 và 60% năm 2030.", [2028, 2030]),
        ("Đến năm 2028 đạt 50%, đến năm 2030 đạt 60%.", [2028, 2030]),
        ("Đạt 50% vào năm 2028 và đến năm 2030 đạt 60%.", [2028, 2030]),
        ("Đến năm 2030, 90% cán bộ, 70% cha mẹ được tập huấn.", [2030, 2030]),
        ("vào năm 2028: lớp 5 tối thiểu 55%, lớp 9 tối thiểu 65%; vào năm 2030: lớp 5 tối thiểu 70%.", [2028, 2028, 2030]),
        ("550/100.000 trẻ em vào năm 2028 và 500/100.000 trẻ em vào năm 2030.", [2028, 2030]),
        ("90% cán bộ, 70% cha mẹ được tập huấn vào năm 2028.", [None, 2028]),
        ("100% cơ sở được cấp phép vào năm 2025 và vào năm 2030.", [None]),
        ("Đến năm 2028 đạt 50%, 60%, đến năm 2030 đạt 70%.", [None, None, None]),
        ("70% trẻ em biết bơi (năm 2025: 50%).", [None]),
        ("70% trẻ em biết bơi so với năm 2020.", [None]),
        ("Triển khai Tháng hành động năm 2026 cho 60% trẻ em.", [None]),
    ],
)
def test_a_figure_has_the_year_that_stands_with_it(clause: str, expected: list[int | None]) -> None:
    """Where figures and dates take turns each has its own; a date before all holds for all; two of them for one decide nothing."""
    assert years(clause) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("60% trẻ em", ["%"]),
        ("60 phần trăm trẻ em", ["%"]),
        ("15‰ vào năm 2030", ["‰"]),
        ("15/1.000 trẻ đẻ sống", ["‰"]),
        ("500/100.000 trẻ em", ["/100.000"]),
        ("ít nhất 05 lớp", ["lớp"]),
        ("đạt 400 vào năm 2030", [""]),
        ("trẻ em từ 6 đến dưới 16 tuổi, lớp 5, trong 06 tháng, 2/3 số thôn (15%)", []),
    ],
)
def test_a_figure_has_the_unit_it_is_printed_in(clause: str, expected: list[str]) -> None:
    """Percent, rates and numbers of things are told apart; ages, times, classes, fractions and what stands in brackets are no bars."""
    assert [figure.unit for figure in figures_in(clause)] == expected


def test_base_years_are_those_that_something_is_held_against() -> None:
    """ "So với năm 2020" names one, "so với năm trước" and a due date none."""
    assert base_years_of("Giảm 10% vào năm 2025 so với năm 2020") == (2020,)
    assert base_years_of("Giảm 10% so với cùng kỳ năm 2024, 5% so với mức năm 2020") == (2024, 2020)
    assert base_years_of("Giảm 10% so với năm trước, đến năm 2030") == ()


def test_a_target_in_words_has_the_only_date_of_its_part() -> None:
    """ "Không để xảy ra ... đến năm 2030" is due then; a part with a figure, or with two dates, decides nothing."""
    assert str(only_day_of("90% biết bơi năm 2027; đến hết năm 2028 không để xảy ra vụ nào", "không để xảy ra")) == "2028-12-31"
    assert only_day_of("đến năm 2028 đạt 90%, không để xảy ra vụ nào", "không để xảy ra") is None
    assert only_day_of("từ năm 2026 đến năm 2028, năm 2030 không để xảy ra", "không để xảy ra") is None


def test_words_are_found_every_time_they_stand_in_the_clause() -> None:
    """Words left out stand between their pieces; a figure cut out of a longer one is not found."""
    assert located("Giảm 10% … và 20%", "Giảm 10% số vụ và 20% số ca") == ((0, 21),)
    assert len(located("90%", "90% cán bộ và 90% cha mẹ")) == 2
    assert located("0%", "10% và 20%") == ()
