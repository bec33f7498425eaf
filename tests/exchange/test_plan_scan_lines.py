"""From a line of a plan to its targets: what its words decide, by which day, and where a person is asked."""

from __future__ import annotations

from decimal import Decimal

import pytest
from planmonitor.planfile.writing import Open, file_text
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


YEARS = ", năm 2028 đạt 70%"


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
        (f"Năm 2026 đạt 50%{YEARS}.", [("2026-12-31", f"Năm 2026 đạt 50%{YEARS}."), ("2028-12-31", f"Năm 2026 đạt 50%{YEARS}.")]),
        (f"Tỷ lệ trẻ em biết bơi năm 2026 đạt 50%{YEARS}.", [(f"{year}-12-31", "Tỷ lệ trẻ em biết bơi") for year in (2026, 2028)]),
        ("Năm 2026 đạt 50%, năm 2028 đạt 70% trẻ em biết bơi.", [("2026-12-31", "Trẻ em biết bơi"), ("2028-12-31", "Trẻ em biết bơi")]),
        ("Đến năm 2026, 2028, 2030 tỷ lệ trẻ em biết bơi đạt lần lượt 50%, 70%, 90%.", [("asked", "Tỷ lệ trẻ em biết bơi")] * 3),
        ("80% giáo viên, 70% cha mẹ được tập huấn đến năm 2028.", [("2028-12-31", f"{who} được tập huấn") for who in ("Giáo viên", "Cha mẹ")]),
        ("80% giáo viên vào năm 2027, 70% cha mẹ vào năm 2028.", [("2027-12-31", "Giáo viên"), ("2028-12-31", "Cha mẹ")]),
        ("Không để xảy ra tai nạn; đến năm 2028 giảm tỷ lệ bỏ học.", [("None", "Tai nạn"), ("2028-12-31", "Tỷ lệ bỏ học")]),
        ("Từ năm 2026 đến năm 2028, 80% trẻ em biết bơi.", [("asked", "Trẻ em biết bơi")]),
        ("Sau năm 2028, 80% trẻ em biết bơi.", [("asked", "Trẻ em biết bơi")]),
        ("100% trẻ em sinh năm 2020 được tiêm chủng.", [("asked", "Trẻ em sinh năm 2020 được tiêm chủng")]),
        ("Giảm 5% số vụ tai nạn so với năm 2025 đến năm 2028.", [("2028-12-31", "Số vụ tai nạn")]),
        ("Tỷ lệ trẻ em được tiêm chủng trong số sinh năm 2020 đạt 95%.", [("asked", "Tỷ lệ trẻ em được tiêm chủng trong số sinh năm 2020")]),
        ("Giảm 5% số vụ tai nạn so với giai đoạn 2021-2025.", [("None", "Số vụ tai nạn so với giai đoạn 2021-2025")]),
        ("80% trẻ em được khám (năm 2025: 60%).", [("None", "Trẻ em được khám (năm 2025: 60%)")]),
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


def test_groups_of_one_line_share_what_is_said_at_its_end(made: Scan) -> None:
    """In "100% A, 80% B được tập huấn" both groups are trained."""
    assert measures(made)["2a"]["label"] == "Giáo viên được tập huấn, đặc biệt là cha mẹ ở thôn xa"
    assert measures(made)["2b"]["label"].startswith("Cha mẹ được tập huấn")
