"""What a draft asks instead of deciding: words, figures and years of a target that can be read in more than one way."""

from __future__ import annotations

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
