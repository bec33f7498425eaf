"""What a draft asks instead of deciding: words, figures and years of a target that can be read in more than one way."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from planmonitor.planfile.writing import NOTES, Open
from planmonitor_exchange.plan_text.reading import Content
from support.scans import all_accounted, measures


def read(line: str) -> list[dict[str, Any]]:
    """Return the measures of one line of a target section."""
    return list(measures(all_accounted(Content(f"I. MỤC TIÊU\n\n- {line}\n"))).values())


def all_asked(measure: dict[str, Any]) -> bool:
    """Return whether nothing of a measure is decided but its figure, and that is only offered."""
    return all(isinstance(measure[name], Open) for name in ("label", "comparator", "value", "wording")) and "Nothing is decided" in str(
        measure[NOTES]
    )


# Which words are counted


@pytest.mark.parametrize(
    "opening",
    [
        *("Đến hết giai đoạn,", "Cuối giai đoạn,", "Đến cuối kỳ,", "Trong kỳ,", "Định kỳ,", "Về cơ bản,", "Ngoài ra,", "Song song,", "Cụ thể,"),
        *("Tại các thôn vùng cao,", "Trên địa bàn xã,", "Trên địa bàn xã có", "Tại các thôn vùng cao có", "Trong kỳ", "Toàn xã", "Hỗ trợ"),
        "Phấn đấu đến cuối kỳ,",
    ],
)
@pytest.mark.parametrize("target", ["ít nhất 90% trẻ em biết bơi.", "90% trẻ em được khám.", "giảm ít nhất 10% số vụ tai nạn."])
def test_what_opens_a_sentence_is_never_taken_for_what_is_counted(opening: str, target: str) -> None:
    """Words stand before the figure and behind it: which of them are counted is asked, whatever the comma, the place or the time is called."""
    [measure] = read(f"{opening} {target}")

    assert all_asked(measure)
    assert "which of its words name what is counted" in measure[NOTES][-1]
    assert "numerator" not in measure["definition"]


@pytest.mark.parametrize(
    "line",
    [
        *("Trong kỳ, đạt 90%.", "Trên địa bàn xã đạt 90%.", "Trong kỳ, không để xảy ra cháy.", "Trẻ em biết bơi, đạt 90%."),
        *("Tại các thôn vùng cao, tổ chức ít nhất 02 lớp tập huấn.", "Xã có ít nhất 02 lớp tập huấn.", "Số vụ cháy dưới 05 vụ cháy."),
        "Tỷ lệ hộ nghèo, theo chuẩn mới, dưới 5% số hộ.",
    ],
)
def test_words_on_both_sides_of_a_figure_or_a_mere_opening_are_asked_about(line: str) -> None:
    """A label that might be only the opening, or only half of what is counted, is none."""
    [measure] = read(line)

    assert all_asked(measure)


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Thứ nhất, ít nhất 90% giáo viên biết sơ cứu.", "Giáo viên biết sơ cứu"),
        ("Thứ hai, ít nhất 90% giáo viên biết sơ cứu.", "Giáo viên biết sơ cứu"),
        ("Tỷ lệ trẻ em, học sinh biết bơi đạt 90%.", "Tỷ lệ trẻ em, học sinh biết bơi"),
        ("Duy trì tỷ lệ hộ nghèo dưới 6,5% trong cả giai đoạn.", "Tỷ lệ hộ nghèo"),
        ("Tổ chức ít nhất 02 lớp tập huấn.", "Lớp tập huấn"),
        ("Số vụ cháy không quá 05.", "Số vụ cháy"),
    ],
)
def test_words_that_say_themselves_that_they_are_counted_are_read(line: str, label: str) -> None:
    """ "Tỷ lệ ..." and "số ..." name a figure, "thứ nhất" only counts the targets, and "tổ chức" has its things behind it."""
    [measure] = read(line)

    assert (measure["label"], isinstance(measure["comparator"], Open)) == (label, False)


# Of each one, and of each year


@pytest.mark.parametrize(
    "line",
    [
        *("Các trường đều có ít nhất 02 tủ sách.", "Từng trường có ít nhất 02 tủ sách.", "Bình quân không quá 28 trẻ."),
        *("Ít nhất 02 tủ sách/trường.", "Ít nhất 02 tủ sách / trường học.", "Số trẻ em bị bỏng dưới 05 trẻ em/năm.", "Số vụ ngã dưới 5%/năm."),
    ],
)
def test_a_figure_of_each_one_or_of_each_year_is_asked_about(line: str) -> None:
    """ "Từng", "đều", an average and a slash say "mỗi" in other words: two shelves in all are no two in each school."""
    [measure] = read(line)

    assert all_asked(measure)
    assert "of each one or of each year" in measure[NOTES][-1]


@pytest.mark.parametrize(
    "line",
    [
        "Từng bước bảo đảm ít nhất 90% trẻ em được khám.",
        "Ít nhất 90% trẻ em và/hoặc cha mẹ được tập huấn.",
        "90% hộ theo Kế hoạch 1/KH-UBND được khám.",
    ],
)
def test_a_slash_or_a_word_that_means_something_else_is_read_as_before(line: str) -> None:
    """ "Từng bước", "và/hoặc" and the number of a document are no "mỗi"."""
    [measure] = read(line)

    assert (measure["comparator"], measure["value"]) == (">=", 90)


# Points of percent, or percent of a rate


@pytest.mark.parametrize(
    ("line", "figure"),
    [
        ("Hằng năm giảm 0,5% tỷ lệ hộ nghèo.", Decimal("0.5")),
        ("Mỗi năm giảm 0,5% tỷ lệ hộ nghèo.", Decimal("0.5")),
        ("Tỷ lệ hộ nghèo giảm 1,5%/năm.", Decimal("1.5")),
        ("Giảm 0,5% tỉ lệ hộ nghèo hằng năm.", Decimal("0.5")),
        ("Giảm thêm 2% tỷ lệ hộ nghèo.", 2),
        ("Tăng ít nhất 5% tỷ lệ trẻ em biết bơi.", 5),
        ("Giảm ít nhất 10% tỷ suất tử vong trẻ em.", 10),
        ("Giảm tỷ lệ hộ nghèo 1%.", 1),
        ("Giảm tỷ lệ hộ nghèo ít nhất 1%.", 1),
        ("Mức giảm tỷ lệ hộ nghèo trên 1%.", 1),
        ("Tăng tỷ lệ trẻ em biết bơi ít nhất 5%.", 5),
    ],
)
def test_a_rate_that_changes_by_a_percentage_is_asked_about(line: str, figure: object) -> None:
    """Half a point, or half a percent of the rate: the draft says what either would mean, and decides neither."""
    [measure] = read(line)

    assert all_asked(measure)
    assert measure["value"].example == figure
    assert isinstance(measure["kind"], Open)
    assert any("Points of percent, or percent of the rate?" in note for note in measure[NOTES])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Giảm tỷ lệ hộ nghèo xuống dưới 4%.", ("<", 4, None)),
        ("Tăng tỷ lệ trẻ em biết bơi lên ít nhất 80%.", (">=", 80, None)),
        ("Tăng tỷ lệ trẻ em biết bơi đạt trên 80%.", (">", 80, None)),
        ("Giảm ít nhất 10% số vụ tai nạn.", ("<=", -10, "relative_change")),
    ],
)
def test_a_level_of_a_rate_and_a_change_of_a_number_are_plain(line: str, expected: tuple[object, ...]) -> None:
    """Down to 4% is a level, and a number of cases has no points."""
    [measure] = read(line)

    assert (measure["comparator"], measure["value"], measure["kind"]) == expected


# Ranges, and years in brackets


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("Đến năm 2029, 40 - 45% cửa hàng không bán thuốc lá.", (40, 45)),
        ("Từ 85 đến 90% trẻ em được khám.", (85, 90)),
        ("Tỷ lệ hộ nghèo giảm 1 - 1,5% hằng năm.", (1, Decimal("1.5"))),
    ],
)
def test_the_far_end_of_a_range_that_is_not_decided_is_asked_too(line: str, ends: tuple[object, object]) -> None:
    """Both ends stand in the draft: the second would be lost otherwise."""
    [measure] = read(line)

    assert isinstance(measure["comparator"], Open)
    assert isinstance(measure["upper"], Open)
    value = measure["value"].example if isinstance(measure["value"], Open) else measure["value"]
    assert (value, measure["upper"].example) == ends


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Tỷ lệ thôn có nhà văn hóa: 70% (2026), 78% (2027), 86% (2028).", "2026, 2027, 2028"),
        ("75% vườn mẫu có hệ thống thoát nước (năm 2027: 40%; năm 2029: 60%).", "năm 2027, năm 2029"),
        ("Tỷ lệ thôn có nhà văn hóa đạt 70% (2027).", "2027"),
        ("Ít nhất 70% thôn (năm 2027) có nhà văn hóa.", "năm 2027"),
        ("Đến năm 2030 tỷ lệ thôn có nhà văn hóa đạt 70% (2027).", "Đến năm 2030, 2027"),
    ],
)
def test_a_year_in_brackets_is_asked_about_as_a_last_day(line: str, printed: str) -> None:
    """A bar beside "(2027)" does not fall silently to the last day of the plan, nor to another date of its line."""
    found = read(line)

    assert all(isinstance(measure["due"], Open) and printed in measure["due"].ask for measure in found)


def test_the_year_of_a_base_in_brackets_and_that_of_another_sentence_ask_nothing() -> None:
    """ "(15/17 xã năm 2022)" is where a measure stood; a bracket of the next sentence is no matter of this one."""
    [kept] = read("Duy trì, tăng tỷ lệ xã đạt chuẩn (15/17 xã năm 2022).")
    first, second = read("Ít nhất 90% giáo viên biết sơ cứu. Tỷ lệ thôn có nhà văn hóa đạt 70% (2027).")

    assert (kept["due"], first["due"]) == (None, None)
    assert isinstance(second["due"], Open)


# Rates and fractions


def test_each_rate_of_a_sentence_is_asked_about_with_its_own_figure() -> None:
    """ "120/100.000" is one figure: 120 is offered for the first bar, 90 for the second; which is due when is asked of both."""
    made = all_accounted(
        Content("I. MỤC TIÊU\n\n- Giảm tỷ suất trẻ em bị bỏng xuống còn 120/100.000 trẻ em vào năm 2027 và 90/100.000 trẻ em vào năm 2030.\n")
    )
    first, second = measures(made).values()

    assert first["wording"].example == "xuống còn 120/100.000"
    assert "'120/100.000 trẻ em'" in first["value"].ask
    assert [item["value"].example for item in (first, second)] == [120, 90]
    assert all(all_asked(item) and "năm 2027" in item["due"].ask and "năm 2030" in item["due"].ask for item in (first, second))
    assert made.left_over == ()


@pytest.mark.parametrize("line", ["Từ 85% đến 90% phụ huynh tham gia lớp tập huấn.", "Phụ huynh tham gia lớp tập huấn từ 85% - 90%."])
def test_a_range_with_two_signs_is_asked_about(line: str) -> None:
    """It may be a bar with its far end, or where a share is and where it is to go: both ends are offered, nothing is decided."""
    [measure] = read(line)

    assert all_asked(measure)
    assert (measure["value"].example, measure["upper"].example) == (85, 90)


@pytest.mark.parametrize(
    "line",
    ["Không có trẻ em tử vong do ngã.", "Không còn học sinh bỏ học giữa chừng.", "Chấm dứt tình trạng tảo hôn.", "Phấn đấu không còn trẻ em bỏ học."],
)
def test_words_that_may_mean_none_are_asked_about(line: str) -> None:
    """Other words than "không để xảy ra" are no zero target by themselves: 0 and the kind are offered, a person decides."""
    [measure] = read(line)

    assert all_asked(measure)
    assert measure["value"].example == 0
    assert isinstance(measure["kind"], Open)
    assert "may mean that none is to occur" in measure[NOTES][-1]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Phấn đấu có 11/18 thôn đạt chuẩn an toàn, chiếm tỷ lệ 62%.", ["11/18 thôn"]),
        ("Phấn đấu có 11/18 thôn đạt chuẩn an toàn.", ["11/18 thôn"]),
        ("Giảm tỷ lệ trẻ em từ 5 đến 17 tuổi bỏ học xuống dưới 4%.", []),
    ],
)
def test_a_figure_that_stands_in_no_field_is_left_over(line: str, left: list[str]) -> None:
    """A number among the words of what is counted may be the bar itself: it is told; ages are part of who is counted."""
    assert [item.figure for item in all_accounted(Content(f"I. MỤC TIÊU\n\n- {line}\n")).left_over] == left


@pytest.mark.parametrize("line", ["Giảm số vụ tai nạn ít nhất 10%.", "Phấn đấu giảm số vụ ngã trên 10%.", "Nâng số hộ tham gia tối thiểu 20%."])
def test_a_floor_under_a_change_is_no_level(line: str) -> None:
    """ "Giảm số vụ ít nhất 10%" means ten percent fewer, not a share of ten percent or more: the comparison is asked."""
    [measure] = read(line)

    assert isinstance(measure["comparator"], Open)
