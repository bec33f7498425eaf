"""From a line of a plan to its targets: what its words decide, by which day, and where a person is asked."""

from __future__ import annotations

from decimal import Decimal

import pytest
from planmonitor.planfile.writing import NOTES, Open, file_text
from planmonitor_exchange.plan_text.reading import Content
from planmonitor_exchange.plan_text.scanning import Scan
from planmonitor_exchange.plan_text.stretches import stretches_of
from support.scans import all_accounted, measures, sample


@pytest.fixture
def made() -> Scan:
    """Return what is made of the sample."""
    return sample()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Giảm tỷ lệ trẻ em từ 5 đến 17 tuổi bỏ học xuống dưới 4%.", [("<", 4, "tỷ lệ trẻ em từ 5 đến 17 tuổi bỏ học")]),
        ("90% trở lên giáo viên, 70% cha mẹ được tập huấn.", [(">=", 90, "giáo viên"), (">=", 70, "cha mẹ được tập huấn")]),
        ("90% xã và 80 % thôn và trên 70% hộ đạt chuẩn", [(">=", 90, "xã"), (">=", 80, "thôn"), (">", 70, "hộ đạt chuẩn")]),
        ("Từ 85% trở lên trẻ em được khám.", [(">=", 85, "trẻ em được khám")]),
        ("Không quá 5% trẻ em bỏ học.", [("<=", 5, "trẻ em bỏ học")]),
        ("Dưới mức 5% trẻ em bỏ học.", [("<", 5, "trẻ em bỏ học")]),
        ("Thấp hơn 2% trẻ em bỏ học.", [("<", 2, "trẻ em bỏ học")]),
        ("Không để xảy ra quá 3 vụ bạo lực.", [("<=", 3, "vụ bạo lực")]),
        ("Tỷ lệ thấp còi giảm xuống còn 15,5% và nhẹ cân nặng dưới 8%.", [("<=", Decimal("15.5"), "Tỷ lệ thấp còi"), ("<", 8, "nhẹ cân nặng")]),
        ("Duy trì tỷ lệ này dưới 1% và giảm tối đa tỷ lệ kia.", [("<", 1, "tỷ lệ này"), ("decrease", None, "tỷ lệ kia")]),
        ("Giảm ít nhất 10% số vụ tai nạn so với năm 2030.", [("<=", -10, "số vụ tai nạn")]),
        ("Không để xảy ra tai nạn; đồng thời tăng tỷ lệ trẻ em biết bơi.", [("==", 0, "tai nạn"), ("increase", None, "tỷ lệ trẻ em biết bơi")]),
        ("Duy trì, tăng tỷ lệ xã đạt chuẩn (15/17 xã năm 2022).", [("maintain", None, "tỷ lệ xã đạt chuẩn")]),
        ("100% trẻ em được bảo vệ, không để trẻ em bị xâm hại.", [(">=", 100, "trẻ em được bảo vệ"), ("==", 0, "trẻ em bị xâm hại")]),
        ("Tổ chức ít nhất 02 lớp tập huấn.", [(">=", 2, "lớp tập huấn")]),
        ("90% hộ, đặc biệt là 50% hộ nghèo, được hỗ trợ.", [(">=", 90, "hộ, đặc biệt là 50% hộ nghèo, được hỗ trợ")]),
        ("80% xã (năm 2030: 75%) đạt chuẩn, so với 70% năm 2029.", [(">=", 80, "xã (năm 2030: 75%) đạt chuẩn, so với 70% năm 2029")]),
        ("Giảm từ 6% xuống dưới 3% số trẻ em bỏ học.", [("<", 3, "số trẻ em bỏ học")]),
    ],
)
def test_a_line_is_cut_into_its_targets(line: str, expected: list[tuple[object, ...]]) -> None:
    """Each target of a line has its own comparison, figure and words of what is counted; parts and past figures are no targets."""
    found, _rest = stretches_of(line, 0)

    assert [(item.found and item.found.comparator, item.found and item.found.value, line[slice(*item.label)]) for item in found] == expected


@pytest.mark.parametrize(
    "line",
    [
        "Giảm tỷ lệ trẻ em bỏ học 5%.",
        "Khoảng 80% trẻ em được khám.",
        "Hơn 90% trẻ em được khám.",
        "Tỷ lệ trẻ em bỏ học 2%.",
        "5% trở xuống trẻ em bỏ học.",
        "3% trẻ em bị tai nạn.",
        "0% trẻ em bỏ học.",
        "Hằng năm giảm từ 5 đến 10% số vụ.",
        "80% - 90% trẻ em được khám.",
        "Giảm 3‰ tỷ suất tử vong.",
        "Mười lăm phần trăm trẻ em được khám.",
        "Trên 100.000 trẻ em được khám.",
        "Tai nạn dưới 600/100.000 trẻ.",
    ],
)
def test_where_words_and_figure_do_not_decide_a_person_is_asked(line: str) -> None:
    """A comparison that would be a guess stays open; the figure stands in the draft all the same."""
    found, _rest = stretches_of(line, 0)

    assert [(item.found, item.figure is not None) for item in found] == [(None, True)]


@pytest.mark.parametrize(
    "line",
    [
        "Tỷ lệ trẻ em bỏ học không trên 5%.",
        "Tỷ lệ trẻ em bỏ học đạt ≤ 5%.",
        "Phấn đấu không để tỷ lệ trẻ em bỏ học vượt quá 5%.",
        "Không để xảy ra trường hợp trẻ em đuối nước quá 5 vụ.",
    ],
)
def test_words_that_turn_a_comparison_round_are_read_with_it(line: str) -> None:
    """ "Không" and the symbols before a figure are part of what it says."""
    found, _rest = stretches_of(line, 0)

    assert [(item.found and item.found.comparator, item.value) for item in found] == [("<=", 5)]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Không có xã nào dưới 80% trẻ em biết bơi.", 80),
        ("Tỷ lệ lao động trẻ em duy trì 3%.", 3),
        ("Tỷ lệ lao động trẻ em bảo đảm 3%.", 3),
        ("Tỷ lệ nghèo đạt 3%.", 3),
        ("Tỷ lệ thất nghiệp duy trì 2%.", 2),
        ("Tỷ lệ tai nạn đạt 60%.", 60),
        ("20% xã đạt chuẩn.", 20),
        ("Năm 2026 đạt 50%.", 50),
        ("Không để xảy ra trường hợp trẻ em đuối nước quá hai vụ.", None),
        ("Giảm một nửa số vụ.", None),
        ("Tăng 2 lần.", 2),
        ("Tăng số lớp tập huấn lên gấp đôi.", None),
    ],
)
def test_a_figure_whose_comparison_would_be_a_guess_is_asked_about(line: str, value: int | None) -> None:
    """Shares of harm, small bare shares and changes by so many times are no bars to be reached: the figure stands there with a question."""
    found, _rest = stretches_of(line, 0)

    assert [(item.found, item.value, item.figure is not None) for item in found] == [(None, value, True)]


@pytest.mark.parametrize(
    ("line", "bars"),
    [
        ("20% trẻ em biết bơi.", [20]),
        ("30% giáo viên, 20% cha mẹ được tập huấn.", [30, 20]),
        ("40% hộ có nhà an toàn.", [40]),
        ("90% trẻ em bị bạo lực được hỗ trợ.", [90]),
    ],
)
def test_a_share_of_those_reached_is_a_bar_however_small(line: str, bars: list[int]) -> None:
    """ "Được", "biết" and "có" say that the share is to be reached."""
    found, _rest = stretches_of(line, 0)

    assert [(item.found and item.found.comparator, item.value) for item in found] == [(">=", bar) for bar in bars]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Trước năm 2028, 80% trẻ em biết bơi.", [("2027-12-31", "Trẻ em biết bơi")]),
        ("Đến cuối năm 2027, 80% trẻ em biết bơi.", [("2027-12-31", "Trẻ em biết bơi")]),
        ("Đến 30/6/2027, 80% trẻ em biết bơi.", [("2027-06-30", "Trẻ em biết bơi")]),
        ("Trước ngày 30 tháng 6 năm 2027, 80% trẻ em biết bơi.", [("2027-06-29", "Trẻ em biết bơi")]),
        ("Đến quý II/2028, 80% trẻ em biết bơi.", [("2028-06-30", "Trẻ em biết bơi")]),
        ("Trước quý I năm 2028, 80% trẻ em biết bơi.", [("2027-12-31", "Trẻ em biết bơi")]),
        ("Tỷ lệ trẻ em biết bơi đến hết tháng 12/2028 đạt 80%.", [("2028-12-31", "Tỷ lệ trẻ em biết bơi")]),
        ("Tỷ lệ trẻ em biết bơi đến năm 2028 ở mọi xã đạt 80%.", [("2028-12-31", "Tỷ lệ trẻ em biết bơi ở mọi xã")]),
        ("Không để xảy ra tai nạn; đến năm 2028 giảm tỷ lệ bỏ học.", [("None", "Tai nạn"), ("2028-12-31", "Tỷ lệ bỏ học")]),
        ("Sau năm 2028, 80% trẻ em biết bơi.", [("asked", "Trẻ em biết bơi")]),
        ("100% trẻ em sinh năm 2020 được tiêm chủng.", [("asked", "Trẻ em sinh năm 2020 được tiêm chủng")]),
        ("Tỷ lệ trẻ em được tiêm chủng trong số sinh năm 2020 đạt 95%.", [("asked", "Tỷ lệ trẻ em được tiêm chủng trong số sinh năm 2020")]),
        (
            "80% trẻ em được khám theo Kế hoạch số 1/KH-UBND ngày 07/01/2021.",
            [("None", "Trẻ em được khám theo Kế hoạch số 1/KH-UBND ngày 07/01/2021")],
        ),
    ],
)
def test_a_target_has_the_day_its_line_prints(line: str, expected: list[tuple[str, str]]) -> None:
    """Each target has the date before or behind it, which is no part of what is counted; a date that is not read is asked about."""
    found = measures(all_accounted(Content(f"I. MỤC TIÊU\n\n- {line}\n"))).values()

    assert [("asked" if isinstance(item["due"], Open) else str(item["due"]), item["label"]) for item in found] == expected


@pytest.mark.parametrize(
    ("line", "bars"),
    [
        ("Tỷ lệ hộ có sổ tay an toàn đạt 70% vào năm 2027 và 85% vào năm 2030.", [70, 85]),
        ("Giảm 40% số vụ cháy; 85% phụ huynh được tập huấn.", [40, 85]),
        ("Tỷ lệ thôn có nhà văn hóa: 70% (2026), 78% (2027), 86% (2028).", [70, 78, 86]),
        ("80% giáo viên, 70% cha mẹ được tập huấn.", [80, 70]),
        ("80% giáo viên vào năm 2027, 70% cha mẹ vào năm 2028.", [80, 70]),
        ("Năm 2026 đạt 50%, năm 2028 đạt 70% trẻ em biết bơi.", [50, 70]),
        ("Tỷ lệ học sinh bỏ học giảm xuống dưới 5% vào năm 2027, năm 2030 con số này giảm còn dưới 3%.", [5, 3]),
        ("Mục tiêu giảm 12% số vụ ngã vào năm 2027 và 25% vào năm 2030.", [12, 25]),
        ("Khống chế tỷ lệ học sinh thừa cân dưới 6% (khu trung tâm), 4% (các thôn còn lại).", [6, 4]),
        ("Phấn đấu có 11/18 thôn đạt chuẩn an toàn, chiếm tỷ lệ 62%.", [62]),
        ("Nâng tỷ lệ trường đạt chuẩn từ 62% năm 2025 lên 80% năm 2030.", [80]),
        ("Từ năm 2026 đến năm 2028, 80% trẻ em biết bơi.", [80]),
        ("Giảm tỷ lệ học sinh thừa cân xuống 3% so với năm 2025.", [3]),
        ("Giảm 5% số vụ tai nạn so với giai đoạn 2021-2025.", [5]),
        ("Mỗi trường có ít nhất 02 tủ sách.", [2]),
        ("Mỗi năm giảm 0,5% tỷ lệ hộ nghèo.", [Decimal("0.5")]),
        ("Số trường có tủ sách: ít nhất 80%.", [80]),
        ("Giảm tỷ suất trẻ em bị bỏng xuống còn 120/100.000 trẻ em.", [120]),
    ],
)
def test_a_sentence_that_can_be_read_in_several_ways_decides_nothing(line: str, bars: list[int]) -> None:
    """Two figures, two dates, "so với", "mỗi", a colon or a rate: what is counted, how it is compared and until when are all asked."""
    found = list(measures(all_accounted(Content(f"I. MỤC TIÊU\n\n- {line}\n"))).values())

    assert [item["value"].example for item in found] == bars
    assert all(isinstance(item[name], Open) for item in found for name in ("label", "comparator", "wording"))
    assert all(item["due"] is None or isinstance(item["due"], Open) for item in found)
    assert all("Nothing is decided here" in item[NOTES][-1] for item in found)


def test_a_sentence_beside_one_that_is_asked_is_still_read() -> None:
    """Sentences are told apart: a doubt in one takes nothing from the next."""
    made = all_accounted(Content("I. MỤC TIÊU\n\n- Mỗi trường có ít nhất 02 tủ sách. Ít nhất 90% giáo viên biết sơ cứu.\n"))
    first, second = measures(made).values()

    assert isinstance(first["comparator"], Open)
    assert (second["comparator"], second["value"], second["label"]) == (">=", 90, "Giáo viên biết sơ cứu")


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Hàng năm giảm 4 - 8% số vụ bỏng.", "Số vụ bỏng"),
        ("Một là, ít nhất 90% giáo viên biết sơ cứu.", "Giáo viên biết sơ cứu"),
        ("Mục tiêu giảm ít nhất 12% số vụ ngã.", "Số vụ ngã"),
        ("Khống chế tỷ lệ học sinh thừa cân dưới 6%.", "Tỷ lệ học sinh thừa cân"),
        ("Dự kiến phấn đấu ít nhất 70% hộ có tủ thuốc.", "Hộ có tủ thuốc"),
    ],
)
def test_words_that_lead_to_a_target_are_no_part_of_what_is_counted(line: str, label: str) -> None:
    """ "Hàng năm", "Một là", "Mục tiêu" and the like name nothing that is counted."""
    [measure] = measures(all_accounted(Content(f"I. MỤC TIÊU\n\n- {line}\n"))).values()

    assert measure["label"] == label


def test_an_item_in_brackets_stands_under_its_heading() -> None:
    """ "(i)" and "(1)" open an item as "a)" does: the heading above it is not drawn into its sentence."""
    text = (
        "I. MỤC TIÊU\n1. Mục tiêu cụ thể\n1.1. Về truyền thông\n- 85% hộ được tuyên truyền.\n1.2. Về can thiệp\n(i) Ít nhất 95% trẻ em được sơ cứu.\n"
    )
    found = measures(all_accounted(Content(text)))

    assert {code: (item["label"], item["section"]) for code, item in found.items()} == {
        "1.1.1": ("Hộ được tuyên truyền", "mục I.1.1, gạch đầu dòng 1"),
        "1.2.1": ("Trẻ em được sơ cứu", "mục I.1.2.i"),
    }


def test_rows_of_a_table_are_told_and_never_read() -> None:
    """Years in columns, and figures without a sentence: the rows are listed, and it is said that they are not read."""
    rows = "| STT | Chỉ tiêu | Năm 2026 | Năm 2027 |\n| 1 | Tỷ lệ học sinh cận thị | < 9,5 | < 9,0 |"
    made = all_accounted(Content(f"I. MỤC TIÊU\n\n1. Chỉ tiêu theo bảng:\n{rows}\n\nII. NHIỆM VỤ\n\n| Khám | 90% | trẻ em |\n"))

    assert measures(made) == {}
    assert [words for _line, words in made.unread if "|" in words] == rows.split("\n")
    assert any("3 rows of tables are not read" in str(message) for message in made.missing)


def test_the_question_for_a_day_quotes_the_dates() -> None:
    """Where years are listed, the question names them."""
    made = all_accounted(Content("I. MỤC TIÊU\n\n- Đến năm 2026, 2028, 2030 tỷ lệ trẻ em biết bơi đạt 50%, 70%, 90%.\n"))

    assert "Đến năm 2026, 2028, 2030" in next(iter(measures(made).values()))["due"].ask
    assert "# due = " in file_text(made.draft)


def test_a_date_that_only_a_label_holds_is_left_over() -> None:
    """The year of what something is held against stands in words only, and is listed for a person."""
    made = all_accounted(Content("I. MỤC TIÊU\n\n- 80% trẻ em được khám (năm 2025: 60%).\n"))

    assert [item.figure for item in made.left_over] == ["năm 2025", "60%"]


@pytest.mark.parametrize(
    ("heading", "due"),
    [
        ("I. MỤC TIÊU ĐẾN HẾT QUÝ II/2028", "2028-06-30"),
        ("I. MỤC TIÊU GIAI ĐOẠN 2026-2028, ĐỊNH HƯỚNG ĐẾN NĂM 2040", "None"),
        ("I. MỤC TIÊU ĐẾN NĂM 2028 VÀ ĐẾN NĂM 2030", "asked"),
    ],
)
def test_a_heading_sets_the_day_of_what_stands_below_it(heading: str, due: str) -> None:
    """A heading with one date sets it; where it prints two, a person is asked; an outlook is that of another section."""
    [measure] = measures(all_accounted(Content(f"{heading}\n\n- 80% trẻ em biết bơi.\n"))).values()

    assert ("asked" if isinstance(measure["due"], Open) else str(measure["due"])) == due


@pytest.mark.parametrize(
    "line",
    [
        "Tăng trưởng kinh tế.",
        "Giảm nghèo bền vững cho trẻ em.",
        "Tăng cường kiểm tra.",
        "Trẻ em dưới 16 tuổi được chăm sóc.",
        "Giảm trên 50 vụ bạo lực.",
        "Ít nhất 6 tháng một lần.",
    ],
)
def test_words_that_set_no_bar_are_no_target(line: str) -> None:
    """Ages, spans of time and plain tasks are returned as clauses without a target."""
    found, rest = stretches_of(line, 0)

    assert found == ()
    assert rest


def test_groups_of_one_line_share_what_is_said_at_its_end() -> None:
    """In "100% A, 80% B được tập huấn" both groups are trained."""
    first, second = stretches_of("100% giáo viên, 80% cha mẹ được tập huấn.", 0)[0]

    assert (first.borrowed, second.borrowed) == ("được tập huấn", "")
