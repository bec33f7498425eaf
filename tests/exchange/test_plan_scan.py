"""From the document of a plan to a draft of it: what is proposed, what is asked, and that no figure of the text is lost."""

from __future__ import annotations

import json
import os
import re
import time
import tomllib
import zipfile
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planmonitor.model.validation import CODE
from planmonitor.names import slug, unlike
from planmonitor.planfile.writing import AFTER, NOTES, Open, file_text
from planmonitor.plantext.figures import figures_of
from planmonitor.plantext.wording import last_day_in
from planmonitor.registry.catalogue import read_local
from planmonitor.registry.loading import load
from planmonitor_exchange.plan_text.letters import mend_letters
from planmonitor_exchange.plan_text.lines import paragraphs_of
from planmonitor_exchange.plan_text.reading import Content, read_document
from planmonitor_exchange.plan_text.scanning import Scan, scanned
from planmonitor_exchange.plan_text.stretches import stretches_of
from planmonitor_exchange.speaking.speaker import Speaker

TEXTS = "MONITOR_PLAN_TEXTS"
BY_HAND = {"000": "van-son-2026-2030", "001": "thanh-tri-2021-2025", "002": "kon-tum-2021-2025"}

PLAN = """Số: 12/KH-UBND

Thử Nghiệm, ngày 05 tháng 3 năm 2031

KẾ HOẠCH

Bảo vệ trẻ em giai đoạn 2031-2035, định hướng đến năm 2040 trên địa bàn xã Thử Nghiệm

Thực hiện Kế hoạch số 7/KH-UBND ngày 01/02/2031 của UBND tỉnh Mẫu về bảo vệ trẻ em, UBND xã Thử Nghiệm ban hành Kế hoạch như sau:

I. MỤC TIÊU ĐẾN NĂM 2035

1. Mục tiêu chung

Mọi trẻ em được an toàn.

2. Mục tiêu cụ thể

2.1. Mục tiêu 1: Phòng ngừa

- Chỉ tiêu 1: Giảm tỷ lệ trẻ em từ 6 đến 15 tuổi bỏ học xuống dưới 2%.

- Chỉ tiêu 2: 100% giáo viên, 80% cha mẹ được tập huấn, đặc biệt là cha mẹ ở thôn xa.

- Chỉ tiêu 3: Thực hiện tốt công tác tuyên truyền.

2.2. Mục tiêu 2: An toàn

- Chỉ tiêu 4: Phấn đấu không để xảy ra tai nạn; giảm ít nhất 10% số vụ ngã so với năm 2030.

- Chỉ tiêu 5: Khoảng 70% hộ gia đình đạt tiêu chí nhà an toàn.

3. Định hướng đến năm 2040

Trên 95% trẻ em biết bơi.

II. NHIỆM VỤ

1. Tuyên truyền về Tổng đài 111; bảo đảm 100% vụ việc được xử lý theo Điều 51 Luật Trẻ em.

III. KINH PHÍ THỰC HIỆN

- Ngân sách xã: 50 triệu đồng mỗi năm.

IV. TỔ CHỨC THỰC HIỆN

1. Phòng Văn hóa - Xã hội

- Chủ trì, phối hợp với các đơn vị thực hiện Kế hoạch.

- Tham mưu UBND xã kiểm tra.

2. Các trường học: Phối hợp rà soát theo chỉ tiêu 1, 2.

3. Đề nghị Hội Phụ nữ xã

- Vận động gia đình.

Trên đây là Kế hoạch giai đoạn 2031-2035. Yêu cầu các trường học báo cáo 6 tháng (trước ngày 10/5) và báo cáo năm (chậm nhất ngày 25/11) về UBND xã
(qua Phòng Văn hóa - Xã hội) để tổng hợp./.

Nơi nhận:
- Lưu: VT.
"""


@pytest.fixture
def made() -> Scan:
    """Return what is made of the plan above."""
    return scanned(Content(PLAN), "ke-hoach.txt", Speaker("en"))


def measures(made: Scan) -> dict[str, Any]:
    return {measure["code"]: measure for indicator in made.draft["indicators"] for measure in indicator["measures"]}


# What a line decides


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


# What the draft holds


def test_the_head_of_the_document_is_read(made: Scan) -> None:
    """Number, date, issuer, acts, title, period and place come from the text alone."""
    draft = made.draft

    assert draft["title"] == "Kế hoạch bảo vệ trẻ em giai đoạn 2031-2035, định hướng đến năm 2040 trên địa bàn xã Thử Nghiệm"
    assert (str(draft["start"]), str(draft["end"])) == ("2031-01-01", "2035-12-31")
    assert (draft["document"]["number"], str(draft["document"]["issued"]), draft["document"]["issuer"]) == (
        "12/KH-UBND",
        "2031-03-05",
        "UBND xã Thử Nghiệm",
    )
    assert draft["document"]["implements"] == ("Kế hoạch số 7/KH-UBND ngày 01/02/2031 của UBND tỉnh Mẫu về bảo vệ trẻ em",)
    assert (draft["place"]["level"], draft["place"]["name"], draft["place"]["within"]) == ("commune", "xã Thử Nghiệm", "tỉnh Mẫu")


def test_what_the_head_leaves_blank_stays_open() -> None:
    """A blank number and a date without its day are asked for with what is printed; nothing is filled in."""
    made = scanned(
        Content(PLAN.replace("12/KH", "/KH").replace("ngày 05 tháng", "ngày tháng").replace("xã Thử Nghiệm", "xã")), "a.txt", Speaker("en")
    )
    number, issued, name = made.draft["document"]["number"], made.draft["document"]["issued"], made.draft["place"]["name"]

    assert isinstance(number, Open)
    assert "/KH-UBND" in number.ask
    assert isinstance(issued, Open)
    assert "tháng 3 năm 2031" in issued.ask
    assert isinstance(name, Open)


def test_measures_carry_bar_due_scope_and_source(made: Scan) -> None:
    """Each measure says what is compared with what, by when, where it is printed, and whether it is a target, an orientation or a task."""
    found = {
        code: (item["comparator"], item["value"], item["kind"], str(item["due"]), item["scope"], item["section"])
        for code, item in measures(made).items()
    }

    assert {code: values for code, values in found.items() if code != "5"} == {
        "1": ("<", 2, None, "2035-12-31", None, "mục I.2.1, Chỉ tiêu 1"),
        "2a": (">=", 100, None, "2035-12-31", None, "mục I.2.1, Chỉ tiêu 2"),
        "2b": (">=", 80, None, "2035-12-31", None, "mục I.2.1, Chỉ tiêu 2"),
        "4a": ("==", 0, "zero_incident", "2035-12-31", None, "mục I.2.2, Chỉ tiêu 4"),
        "4b": ("<=", -10, "relative_change", "2035-12-31", None, "mục I.2.2, Chỉ tiêu 4"),
        "DH1": (">", 95, None, "2040-12-31", "orientation", "mục I.3, đoạn 1"),
        "NV1": (">=", 100, None, "None", "task", "mục II.1"),
    }
    assert measures(made)["4a"]["modality"] == "Phấn đấu"
    assert measures(made)["4b"]["baseline"] == {"year": 2030}
    assert isinstance(measures(made)["5"]["comparator"], Open)
    assert measures(made)["5"]["value"] == 70


def test_how_a_thing_is_counted_is_never_guessed(made: Scan) -> None:
    """A percentage is a ratio whose denominator is asked for; of all else even the kind is."""
    ratio, count = measures(made)["2b"]["definition"], measures(made)["4a"]["definition"]

    assert ratio["kind"] == "ratio"
    assert ratio["numerator"] == measures(made)["2b"]["label"]
    assert all(isinstance(ratio[name], Open) for name in ("denominator", "counts", "over_time", "noun"))
    assert isinstance(count["kind"], Open)


def test_a_part_of_those_counted_is_noted_and_no_target(made: Scan) -> None:
    """ "Đặc biệt là ..." becomes a note."""
    assert any("never a second target" in note for note in measures(made)["2b"][NOTES])


def test_lines_without_a_target_are_asked_about(made: Scan) -> None:
    """A line of the target section that decides nothing is listed for a person, in the report and at the end of the draft."""
    assert [words for _line, words in made.unread] == ["Chỉ tiêu 3: Thực hiện tốt công tác tuyên truyền."]
    assert any("Thực hiện tốt công tác tuyên truyền" in remark for remark in made.draft[AFTER])


def test_units_have_their_tasks_and_roles(made: Scan) -> None:
    """Each heading under the section on organisation is a unit; the first word of a task that says a role gives it."""
    units = [(unit["id"], bool(unit["members"]), [(task["role"], task["section"]) for task in unit["tasks"]]) for unit in made.draft["units"]]

    assert units == [
        ("phong-van-hoa-xa-hoi", False, [("lead", "mục IV.1, gạch đầu dòng 1"), ("advise", "mục IV.1, gạch đầu dòng 2")]),
        ("cac-truong-hoc", True, [("coordinate", "mục IV.2")]),
        ("hoi-phu-nu-xa", False, [("requested", "mục IV.3, gạch đầu dòng 1")]),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("báo cáo kết quả trước ngày 10/5 về UBND xã", [("dated", "05-09", None)]),
        ("Hằng năm báo cáo kết quả trước ngày 25/11", [("dated", "11-24", "year")]),
        ("báo cáo năm chậm nhất ngày 25/11", [("dated", "11-25", "year")]),
        ("báo cáo năm chậm nhất trước ngày 25 tháng 11 hằng năm", [("dated", "11-24", "year")]),
        ("Định kỳ 06 tháng (trước ngày 01/7), hằng năm (trước ngày 01/01) báo cáo", [("dated", "06-30", "half-year"), ("dated", "12-31", "year")]),
        ("báo cáo năm trước 17 giờ ngày 25/11", [("dated", "11-25", "year")]),
        ("báo cáo năm trước 17h00, ngày 25 tháng 11", [("dated", "11-25", "year")]),
        ("báo cáo năm trước hoặc trong ngày 25/11", [("dated", "11-25", "year")]),
        ("báo cáo năm không muộn hơn ngày 25/11", [("dated", "11-25", "year")]),
        ("báo cáo kết quả trước 25/11", [("dated", "11-24", None)]),
        ("trước ngày 25/11 gửi báo cáo năm về UBND xã", [("dated", "11-24", "year")]),
        ("báo cáo 6 tháng, năm trước ngày 10 tháng 6 và ngày 10 tháng 12", [("dated", "06-09", "half-year"), ("dated", "12-09", "year")]),
        ("hằng năm, báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 10/12", [("dated", "06-09", "half-year"), ("dated", "12-09", "year")]),
        ("hằng năm báo cáo kết quả trước ngày 10/6 và ngày 10/12", [("dated", "06-09", None), ("dated", "12-09", None)]),
        ("báo cáo 6 tháng cuối năm trước ngày 10/12", [("dated", "12-09", None)]),
        ("báo cáo kết quả theo Công văn số 15/CV-UBND ngày 20/3/2025", []),
        ("báo cáo kết quả sau ngày 25/11", []),
        ("định kỳ hằng năm báo cáo kết quả theo quy định", [("undated", None, "year")]),
        ("báo cáo kết quả từ ngày 15/12 đến ngày 14/12", []),
        ("báo cáo năm (số liệu từ ngày 15/12 đến ngày 14/12)", [("undated", None, "year")]),
        ("hoàn thành mô hình nêu trong báo cáo của tỉnh trước ngày 30/6", []),
        ("tuyên truyền theo báo cáo năm của tỉnh, hoàn thành trước ngày 30/6", []),
        ("định kỳ báo cáo kết quả theo quy định", [("undated", None, None)]),
        ("báo cáo định kỳ 6 tháng, năm theo quy định", [("undated", None, "half-year"), ("undated", None, "year")]),
        ("định kỳ và đột xuất báo cáo kết quả", [("undated", None, None), ("ad_hoc", None, None)]),
        ("phổ biến báo cáo của tỉnh", []),
    ],
)
def test_a_sentence_that_orders_a_report_becomes_a_duty(sentence: str, expected: list[tuple[object, ...]]) -> None:
    """ "Trước ngày" leaves the day out, "chậm nhất ngày" takes it in; without a day it is undated, and nothing is made up."""
    text = PLAN[: PLAN.index("Trên đây là")] + f"VI. CHẾ ĐỘ BÁO CÁO\n\nCác trường học {sentence}.\n"
    duties = scanned(Content(text), "a.txt", Speaker("en")).draft["duties"]

    found = [(duty["kind"], duty.get("last_day"), duty.get("period")) for duty in duties]

    assert [(kind, day, None if isinstance(period, Open) else period) for kind, day, period in found] == expected
    assert {duty["reporters"] for duty in duties} <= {("cac-truong-hoc",)}


def test_the_rule_of_a_second_day_leaves_the_first_out() -> None:
    """Where "và" carries a limit over, the rule of each report quotes its own day alone, so that it says nothing else than the last day."""
    text = "VI. CHẾ ĐỘ BÁO CÁO\n\nCác trường học báo cáo 6 tháng, năm trước ngày 10 tháng 6 và ngày 10 tháng 12.\n"
    duties = all_accounted(Content(text)).draft["duties"]

    assert [duty["rule"] for duty in duties] == ["báo cáo 6 tháng, năm trước ngày 10 tháng 6", "báo cáo 6 tháng, năm trước … ngày 10 tháng 12"]
    assert all(last_day_in(duty["rule"]) in {duty["last_day"], None} for duty in duties)


@pytest.mark.parametrize(
    ("sentence", "kind", "asked"),
    [
        ("báo cáo năm trước ngày 30/6/2028", "dated", "'trước ngày 30/6/2028' is a day of one year"),
        ("báo cáo năm trước ngày 01/3", "dated", "'trước ngày 01/3' ends on 28 or 29 February"),
        ("báo cáo năm trước ngày 30/02", "dated", "'trước ngày 30/02' is no day of every year"),
        ("hoàn thành mô hình trước ngày 30/6 và báo cáo UBND xã", "dated", "'trước ngày 30/6' may be the limit of the work"),
        ("báo cáo tháng gửi UBND xã trước ngày 25 hằng tháng", "undated", "trước ngày 25 hằng tháng' names no day of every year"),
        ("báo cáo tháng, quý trước ngày 10 tháng đầu quý sau", "undated", "trước ngày 10 tháng đầu quý sau' names no day of every year"),
        ("báo cáo quý trước ngày 10 tháng đầu quý sau", "undated", "quý trước ngày 10 tháng đầu quý sau' names no day of every year"),
        ("báo cáo quý trước ngày 25/3", "undated", "'báo cáo quý trước ngày 25/3' names no day of every year"),
        ("báo cáo chậm nhất 05 ngày sau khi kết thúc quý", "undated", "chậm nhất 05 ngày sau khi kết thúc quý' names no day"),
    ],
)
def test_a_limit_that_sets_no_day_of_every_year_is_asked_for(sentence: str, kind: str, asked: str) -> None:
    """A day of one year, of the end of February, of every month, or perhaps of the work makes a duty whose last day a person has to write."""
    [duty] = all_accounted(Content(f"VI. CHẾ ĐỘ BÁO CÁO\n\nCác trường học {sentence}.\n")).draft["duties"]

    assert duty["kind"] == kind
    assert asked in duty["last_day"].ask


@pytest.mark.parametrize(
    ("task", "left"),
    [
        ("Hoàn thành mô hình trước ngày 30/6.", ["30/6"]),
        ("Hoàn thành mô hình chậm nhất 05 ngày sau khi có kinh phí.", ["05 ngày"]),
        ("Thực hiện Công văn số 15/CV-UBND ngày 20/3/2025.", []),
    ],
)
def test_a_date_that_a_task_only_quotes_is_left_over(task: str, left: list[str]) -> None:
    """A limit in a task is no field of the draft: a person sees it listed; the day of a document belongs to its number."""
    made = all_accounted(Content(f"IV. TỔ CHỨC THỰC HIỆN\n\n1. Công an xã\n\n- {task}\n"))

    assert made.draft["duties"] == ()
    assert [item.figure for item in made.left_over] == left


def test_a_duty_names_reporter_recipient_and_through_whom(made: Scan) -> None:
    """Who owes a report is known only where the sentence names a unit of the plan."""
    first = made.draft["duties"][0]

    assert (first["reporters"], first["recipient"], first["via"]) == (("cac-truong-hoc",), "UBND xã", "Phòng Văn hóa - Xã hội")
    assert first["rule"] == "báo cáo 6 tháng (trước ngày 10/5)"
    assert [last_day_in(duty["rule"]) for duty in made.draft["duties"]] == ["05-09", "11-25"]
    assert [duty["id"] for duty in made.draft["duties"]] == ["half-year-report", "annual-report"]


# Nothing is lost


def claimed_rightly(made: Scan) -> None:
    """Assert that every percentage that went to a measure is the bar of that measure."""
    found = measures(made)
    for item in made.accounts:
        if item.kind == "percentage" and item.went == "measure":
            measure = found[re.match(r"measure (\S+), value", item.field)[1]]  # type: ignore[index]
            value = measure["value"].example if isinstance(measure["value"], Open) else measure["value"]
            assert item.figure.startswith(str(abs(value)).replace(".", ",")) or isinstance(measure["value"], Open), (item, measure["value"])


def all_accounted(content: Content) -> Scan:
    """Return what is made of a text, once every figure of it is either in a field or left over."""
    made = scanned(content, "a.txt", Speaker("en"))
    text = "\n".join(paragraph.text for paragraph in paragraphs_of(mend_letters(content.text).text).all)
    printed = Counter((figure.kind, figure.figure) for figure in figures_of(text))
    captured = Counter((item.kind, item.figure) for item in made.accounts if item.went)
    left = Counter((item.kind, item.figure) for item in made.left_over)
    assert captured + left == printed
    for item in made.left_over:
        assert any(item.figure in remark for remark in made.draft[AFTER]), item
    claimed_rightly(made)
    return made


def test_every_figure_of_the_document_is_in_a_field_or_left_over(made: Scan) -> None:
    """The account of the sample: bars, dates and numbering have their fields; the hotline is left over."""
    all_accounted(Content(PLAN))
    went = {(item.figure, item.went) for item in made.accounts}

    assert {
        ("2%", "measure"),
        ("10/5", "duty"),
        ("12/KH-UBND", "document"),
        ("50 triệu", "budget"),
        ("2.1.", "numbering"),
        ("năm 2030", "measure"),
    } <= went
    assert {item.figure for item in made.left_over} == {"111"}


def test_a_percentage_that_is_only_quoted_is_left_over() -> None:
    """A share in a bracket or of a part stands in words of the draft, and is listed for a person all the same."""
    made = all_accounted(Content(PLAN.replace("đặc biệt là cha mẹ", "đặc biệt là 60% cha mẹ")))

    assert "60%" in {item.figure for item in made.left_over}


PIECES = (
    *("I. MỤC TIÊU", "II. NHIỆM VỤ", "V. TỔ CHỨC THỰC HIỆN", "III. KINH PHÍ", "VI. CHẾ ĐỘ BÁO CÁO", "Nơi nhận:", "KẾ HOẠCH", "1. Phòng Kinh tế"),
    *("Chỉ tiêu 4: ", "Mục tiêu 2: ", "- ", "a) ", "2.1. ", "\n", "\n\n", " và ", ", ", "; ", ". ", " (", ") ", ": "),
    *("trên 90%", "5 - 10%", "90 % trở lên", "xuống dưới 4,5%", "100.000 trẻ em", "ít nhất 02 lớp", "15/17 xã năm 2022", "so với năm 2020", "‰ 3"),
    *(
        "trước ngày 10/5",
        "chậm nhất ngày 25/11",
        "trước 17 giờ ngày 25/11",
        "trước ngày 25 hằng tháng",
        "và ngày 10/12",
        "từ ngày 1/2 đến ngày 3/4",
        "31/2/2026",
        "ngày 30 tháng 2 năm 2026",
        "đến năm 2030",
        "trước quý II/2028",
        "năm 2026, 2028",
        "Đến 30/6/2027",
        "một nửa",
        "quá 02 vụ",
        "≤ 5%",
        "giai đoạn 2026-2030",
        "6 tháng",
    ),
    *("trẻ em được khám", "giảm", "không để xảy ra", "báo cáo kết quả", "định kỳ", "đột xuất", "Số: 9/KH-UBND", "111", "0912345678", "Thực hiện"),
    *("UBND xã Thử ban hành Kế hoạch", "đặc biệt là", "duy trì, tăng", "¹", "Điều 5", "từ 5 đến 17 tuổi", "năm", "đươ ̣c", "xa,̃"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_no_figure_of_any_text_is_lost(text: str) -> None:
    """Whatever the order of headings, targets, dates and punctuation: captured and left over together are all there is."""
    made = all_accounted(Content(text))

    assert tomllib.loads(file_text(made.draft))["draft"] is True


@given(st.text(max_size=300))
def test_any_text_becomes_a_draft_that_is_toml(text: str) -> None:
    """Nothing in a text can break out of the file: it is TOML, and says that it is a draft."""
    assert tomllib.loads(file_text(all_accounted(Content(text)).draft))["draft"] is True


@given(st.text(max_size=80), st.integers(1, 60))
def test_a_name_in_ascii_is_an_id_or_nothing(name: str, longest: int) -> None:
    """Whatever a unit is called, its id is one that the plan takes."""
    found = slug(name, longest)

    assert found == "" or (CODE.fullmatch(found) and len(found) <= longest)
    assert unlike(found or "x", {found or "x"}) == f"{found or 'x'}-2"


# The command


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """Return the plan above as a file."""
    path = tmp_path / "kế hoạch.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


HOTLINE = PLAN[: PLAN.index("111")].count("\n") + 1
NAME = "bao-ve-tre-em-xa-thu-nghiem-2031-2035"
ANSWERS = {
    "kind": '"count"',
    "counts": '"people"',
    "over_time": '"cumulative"',
    "noun": '"trẻ em"',
    "denominator": '"trẻ em của xã"',
    "comparator": '">="',
    "value": "70",
    "code": '"99999"',
    "number": '"12/KH-UBND"',
    "issued": "2031-03-05",
    "issuer": '"UBND xã Thử Nghiệm"',
    "name": '"xã Thử Nghiệm"',
    "level": '"commune"',
    "recipient": '"UBND xã"',
    "period": '"year"',
    "last_day": '"11-24"',
    "reporters": "[]",
    "year": "2030",
    "start": "2031-01-01",
    "end": "2035-12-31",
    "title": '"Kế hoạch thử nghiệm"',
}


def answered(text: str) -> str:
    """Return a draft in which a person has answered every open question."""
    filled = re.sub(
        r"^# (\w+) = .*$", lambda line: f"{line[1]} = {ANSWERS[line[1]]}" if line[1] in ANSWERS else line.group(), text, flags=re.MULTILINE
    )
    return filled.replace("draft = true", "")


def test_scan_writes_a_draft_into_the_workspace_and_says_what_to_do_next(monitor: Any, document: Path) -> None:
    """The file stands in plans/, is a draft, and the report names what was found, what is left over and the next commands."""
    answer = monitor.follow()("plans", "scan", str(document))
    written = monitor.folder / "plans" / f"{NAME}.toml"

    assert tomllib.loads(written.read_text(encoding="utf-8"))["draft"] is True
    assert "2 objectives" not in answer.words
    assert "Found: 4 objectives, 6 target lines with 8 measures, 3 units, 2 reports." in answer.words
    assert f"line {HOTLINE}: 111 in" in answer.words
    assert f"monitor plans check plans/{NAME}.toml" in answer.words


def test_a_draft_whose_questions_are_answered_is_a_plan(monitor: Any, document: Path) -> None:
    """Apart from what it asks for, the draft is what the reader of local plans takes."""
    monitor.follow()("plans", "scan", str(document))
    written = monitor.folder / "plans" / f"{NAME}.toml"
    written.write_text(answered(written.read_text(encoding="utf-8")), encoding="utf-8")

    read = read_local(written, load(()))

    assert not read.draft
    assert [measure.code for measure in read.plan.measures] == ["1", "2a", "2b", "4a", "4b", "5", "DH1", "NV1"]
    assert [duty.last_day for duty in read.plan.duties] == ["05-09", "11-25"]


def test_nothing_is_overwritten(monitor: Any, document: Path) -> None:
    """A second scan of the same document leaves what a person has corrected."""
    monitor.follow()("plans", "scan", str(document))
    written = monitor.folder / "plans" / f"{NAME}.toml"
    written.write_text("corrected", encoding="utf-8")

    assert "exists already" in monitor("plans", "scan", str(document), code=2).err
    assert written.read_text(encoding="utf-8") == "corrected"


def test_outside_a_workspace_a_file_to_write_has_to_be_named(monitor: Any, document: Path, tmp_path: Path) -> None:
    """Without a workspace the command says so and ends with 2; with --output it writes there."""
    monitor.folder = tmp_path / "nowhere"
    monitor.folder.mkdir()

    assert "--output" in monitor("plans", "scan", str(document), code=2).err
    monitor("plans", "scan", str(document), "--output", str(tmp_path / "mine.toml"))
    assert (tmp_path / "mine.toml").is_file()


@pytest.mark.parametrize("name", ["Bad Name.toml", "kế-hoạch.toml", "van-son.txt"])
def test_a_name_that_no_plan_can_have_is_refused_before_anything_is_written(monitor: Any, document: Path, name: str) -> None:
    """What `plans check` would not take is not written."""
    monitor.follow()

    assert "cannot be the name of a plan" in monitor("plans", "scan", str(document), "-o", str(monitor.folder / "plans" / name), code=2).err
    assert not (monitor.folder / "plans").exists()


def test_a_folder_that_is_not_there_is_refused_but_for_the_one_of_the_plans(monitor: Any, document: Path, tmp_path: Path) -> None:
    """A slip in the path makes no folder; plans/ of the workspace is made."""
    monitor.follow()

    assert "no folder" in monitor("plans", "scan", str(document), "-o", str(tmp_path / "plan" / "mine.toml"), code=2).err
    assert not (tmp_path / "plan").exists()
    monitor("plans", "scan", str(document), "-o", str(monitor.folder / "plans" / "mine.toml"))
    assert (monitor.folder / "plans" / "mine.toml").is_file()


def test_only_a_plan_in_the_workspace_can_be_followed(monitor: Any, document: Path, tmp_path: Path) -> None:
    """For a file elsewhere the next step is to put it into plans/; for one there, to follow it."""
    monitor.follow()
    elsewhere = monitor("plans", "scan", str(document), "-o", str(tmp_path / "mine.toml")).words
    there = monitor("plans", "scan", str(document), "-o", str(monitor.folder / "plans" / "mine.toml")).words

    assert "plans follow" not in elsewhere
    assert "put it into the folder plans/" in elsewhere
    assert "monitor plans follow local/mine" in there


def test_the_account_is_data_too(monitor: Any, document: Path) -> None:
    """--format json tells of every figure where it went."""
    answer = monitor.follow()("plans", "scan", str(document), "--format", "json").json

    assert answer["figures"]["all"] == len(answer["coverage"])
    assert {"line": HOTLINE, "kind": "number", "figure": "111", "went": None, "field": None}.items() <= answer["coverage"][
        [item["figure"] for item in answer["coverage"]].index("111")
    ].items()
    assert sum(count for name, count in answer["figures"].items() if name != "all") == answer["figures"]["all"]


def test_a_word_document_of_the_same_words_gives_the_same_draft(made: Scan, tmp_path: Path) -> None:
    """Whether the plan is a text or a Word document, the draft is the same, the numbers of lines aside."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in PLAN.split("\n"))
    with zipfile.ZipFile(tmp_path / "ke-hoach.docx", "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')

    word = scanned(read_document(tmp_path / "ke-hoach.docx"), "ke-hoach.txt", Speaker("en"))

    assert word.draft["indicators"] == made.draft["indicators"]
    assert (word.draft["units"], word.draft["duties"], word.draft["document"]) == (made.draft["units"], made.draft["duties"], made.draft["document"])


@pytest.mark.parametrize(
    "piece",
    [
        "100% a, ",
        "1",
        "( ",
        "a ̣",
        "trước ngày 10/5 báo cáo ",
        "đến năm 2030 9% a ",
        "báo cáo năm và ",
        "\n- 9% a",
        "từ 5 đến ",
        "“; ",
        "Chỉ tiêu 1: 5% a được b; ",
    ],
)
def test_the_longest_paragraph_is_read_in_good_time(piece: str) -> None:
    """A paragraph that is nearly too long, all of one kind, is done with in seconds."""
    long = (piece * 15_000)[:15_000]
    content = Content(f"I. MỤC TIÊU\n\n{long}\n\nIV. TỔ CHỨC THỰC HIỆN\n\n1. Công an xã\n\n{long}")
    started = time.monotonic()

    scanned(content, "a.txt", Speaker("en"))

    assert time.monotonic() - started < 20


def test_a_text_that_is_no_plan_is_refused(monitor: Any, tmp_path: Path) -> None:
    """A paragraph, or a text, longer than any of a plan was chosen by mistake: said at once, and nothing is written."""
    monitor.follow()
    for content, words in (("a" * 20_001, "paragraph longer"), ("trẻ em.\n" * 60_000, "larger than any plan")):
        (tmp_path / "a.txt").write_text(content, encoding="utf-8")
        assert words in monitor("plans", "scan", str(tmp_path / "a.txt"), code=3).err
    assert not (monitor.folder / "plans").exists()


def test_the_same_document_gives_the_same_draft(made: Scan) -> None:
    """Two scans give the same file, letter by letter, in either language."""
    for language in ("vi", "en"):
        say = Speaker(language)
        first, second = (file_text(scanned(Content(PLAN), "a.txt", say).draft) for _time in range(2))
        assert first == second


def test_a_file_that_cannot_be_read_ends_with_3_and_writes_nothing(monitor: Any, tmp_path: Path) -> None:
    """A PDF is refused in one sentence with the next step."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    answer = monitor.follow()("plans", "scan", str(tmp_path / "a.pdf"), code=3)

    assert "is a PDF" in answer.err
    assert not (monitor.folder / "plans").exists()


# The texts of the plans


@pytest.fixture(params=["000", "001", "002", "003", "004"])
def text(request: pytest.FixtureRequest) -> Path:
    """Return one of the five texts."""
    folder = os.environ.get(TEXTS)
    if not folder:
        pytest.skip(f"the texts of the plans are not part of the project; {TEXTS} names no folder that holds them")
    return next(Path(folder).glob(f"{request.param}*.txt"))


def test_no_figure_of_the_texts_is_lost(text: Path) -> None:
    """Every figure of the five texts is in a field of the draft or left over, and every percentage of the target sections is a bar."""
    made = all_accounted(read_document(text))

    assert [item for item in made.accounts if item.kind == "percentage" and item.went != "measure"] == []


def test_the_measures_are_those_that_were_modelled_by_hand(text: Path) -> None:
    """Of the plans modelled by hand no comparison and no figure is proposed wrong, and none of a percentage is missing."""
    if text.name[:3] not in BY_HAND:
        pytest.skip("this text was not modelled by hand")
    plan = load(["child_labour"]).plans[f"child-labour/{BY_HAND[text.name[:3]]}"]
    proposed = measures(scanned(read_document(text), text.name, Speaker("en")))
    by_hand = {measure.code: (measure.targets[-1], plan.due(measure.targets[-1]), measure.source.clause) for measure in plan.measures}

    for code, measure in proposed.items():
        target, due, clause = by_hand.get(code) or by_hand[f"{code}a"]
        assert (measure["comparator"], measure["value"], measure["kind"], measure["scope"] or "target") == (
            target.comparator,
            target.value,
            target.kind,
            target.scope,
        )
        assert (measure["due"] or plan.end, measure["clause"]) == (due, clause)
    assert {code for code, (target, _due, _clause) in by_hand.items() if target.value} <= set(proposed)


def test_reports_of_the_texts_have_the_days_that_were_modelled_by_hand(text: Path) -> None:
    """Every dated report of the plans modelled by hand is found with its last day and period, and no other day is made up."""
    if text.name[:3] not in BY_HAND:
        pytest.skip("this text was not modelled by hand")
    plan = load(["child_labour"]).plans[f"child-labour/{BY_HAND[text.name[:3]]}"]
    duties = scanned(read_document(text), text.name, Speaker("en")).draft["duties"]

    assert {(duty["last_day"], duty["period"]) for duty in duties if duty["kind"] == "dated"} == {
        (duty.last_day, duty.period) for duty in plan.duties if duty.kind == "dated"
    }


def test_drafts_of_the_texts_are_plans_once_their_questions_are_answered(text: Path, tmp_path: Path) -> None:
    """The reader of local plans finds nothing wrong with the five drafts but what they ask for."""
    say = Speaker("vi")
    path = tmp_path / "thu.toml"
    path.write_text(answered(file_text(scanned(read_document(text), text.name, say).draft)), encoding="utf-8")

    assert read_local(path, load(())).plan.measures


def test_json_of_the_report_can_be_read_back(monitor: Any, text: Path) -> None:
    """The command runs on each of the five texts."""
    answer = monitor.follow()("plans", "scan", str(text), "--format", "json", lang="vi")

    assert json.loads(answer.out)["figures"]["all"] > 50
