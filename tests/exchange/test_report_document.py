"""What a report says: its sentences come from the values of the verdicts, and what nobody wrote stays open."""

from __future__ import annotations

import shutil
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from planmonitor.storage.file import create_or_upgrade
from planmonitor.workspace.file import DATABASE
from planmonitor.workspace.following import create
from planmonitor.workspace.narrating import write
from planmonitor.workspace.opening import Surroundings
from planmonitor.workspace.sending import Letter, note
from planmonitor_exchange.report.document import Heading, OpenPlace, Point, ReportDocument, ReportParagraph
from planmonitor_exchange.report.results import letter
from planmonitor_exchange.report.word import word
from planmonitor_exchange.report.writing import document
from planmonitor_exchange.speaking.speaker import Speaker
from support.report_places import PLAN, WORK, Place, built_in

VI = Speaker("vi")
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DROWNING = "drowning/commune-2021-2030"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a workspace with figures of two plans."""
    return built_in(tmp_path_factory.mktemp("document") / "xa").folder


@pytest.fixture
def place(built: Path, tmp_path: Path) -> Place:
    """Return a copy of that workspace."""
    return Place(Path(shutil.copytree(built, tmp_path / "xa")))


def text_of(made: ReportDocument) -> str:
    """Return the sentences of a report, a block a line."""
    lines = []
    for block in made.blocks:
        if isinstance(block, Heading):
            lines.append(block.text)
        elif isinstance(block, OpenPlace):
            lines.append(f"[{block.label}] {' '.join(mention.text for mention in block.mentions)}")
        else:
            lines.append(" ".join(sentence.text for sentence in block.sentences))
    return "\n".join(lines)


def told(place: Place, about: str | None = PLAN, period: str = "2026", unit: str = "", language: str = "vi") -> str:
    return text_of(document(place.report(about, period, unit), Speaker(language)))


def test_points_have_the_letters_of_the_vietnamese_alphabet() -> None:
    assert [letter(number) for number in (*range(9), 22, 23, 24)] == ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "y", "aa", "ab"]


def test_points_begin_with_a_in_every_part(place: Place) -> None:
    made = document(place.report(PLAN), VI)
    starts = [
        block.letter for before, block in zip(made.blocks, made.blocks[1:], strict=False) if isinstance(block, Point) and isinstance(before, Heading)
    ]
    assert set(starts) == {"a"}


@pytest.mark.parametrize(
    ("measure", "period", "figure", "said"),
    [
        (
            f"{WORK}/1a",
            "2026",
            {"numerator": 45, "denominator": 46},
            "Có 45/46 trẻ em có hoàn cảnh đặc biệt được quan tâm, chăm sóc, bằng 97,8% (mức giao: 100%), còn 01 trẻ em; không đạt.",
        ),
        (f"{WORK}/1a", "2026", {"numerator": 46, "denominator": 46}, "bằng 100% (mức giao: 100%); đạt."),
        (f"{WORK}/1a", "2026", {"numerator": 0, "denominator": 0}, "được quan tâm, chăm sóc: trong kỳ không phát sinh đối tượng."),
        (f"{WORK}/1b", "2026", {"numerator": 602, "denominator": 790}, "bằng 76,2% (mức giao: trên 70%); vượt."),
        (f"{WORK}/4a", "2026", {"value": 0}, "Không xảy ra vụ việc nghiêm trọng về xâm hại trẻ em; đạt."),
        (
            f"{WORK}/4a",
            "2026",
            {"value": 2},
            "Có 02 vụ việc nghiêm trọng về xâm hại trẻ em (mức giao: không để xảy ra); không đạt (đã xảy ra 02 vụ).",
        ),
        (f"{WORK}/2b", "2026", {"yes": True}, "trên hệ thống quản lý: hoàn thành; đạt."),
        (f"{WORK}/NV2b", "2026", {"value": 2150}, "có 2.150 lượt người dự các buổi tuyên truyền, truyền thông."),
        (f"{WORK}/NV2a", "2026", {"value": 0}, "không có buổi tuyên truyền, truyền thông về công tác trẻ em."),
    ],
)
def test_a_sentence_says_the_figure_its_bar_and_how_it_stands(place: Place, measure: str, period: str, figure: dict[str, int], said: str) -> None:
    """January 2027: the year is over, and verdicts are final."""
    place.today = date(2027, 1, 5)
    place.had(measure, period, **figure)
    assert said in told(place, WORK)


def test_an_estimate_is_called_one_and_meets_nothing_for_good(place: Place) -> None:
    """Neither a figure up to October nor one of an open year is told as met."""
    place.today = date(2026, 12, 1)
    place.had(f"{WORK}/1b", "2026", numerator=602, denominator=790, until=date(2026, 10, 31), state="estimated")
    place.had(f"{WORK}/NV1", "2026", value=6, until=date(2026, 10, 31), state="estimated")
    text = told(place, WORK)
    assert "bằng 76,2% (mức giao: trên 70%); ước vượt (số liệu đến 31/10/2026)." in text
    assert "đã ban hành (ước)." in text
    assert "Đến ngày 31/10/2026 (có số ước tính)" in text
    assert "; đạt." not in text


def test_what_is_an_estimate_is_the_figure_of_a_unit_and_not_the_bar(place: Place) -> None:
    place.today = date(2026, 12, 1)
    place.had(f"{PLAN}/5", "2026", numerator=640, denominator=655, unit="truong-hoc", until=date(2026, 10, 31), state="estimated")
    assert "bằng 97,7% (ước; mức giao chung: từ 70% trở lên)." in told(place, PLAN, unit="truong-hoc")


def test_a_figure_that_runs_to_another_day_says_so(place: Place) -> None:
    place.today = date(2026, 12, 1)
    place.had(f"{WORK}/1b", "2026", numerator=602, denominator=790, until=date(2026, 10, 31), state="estimated")
    place.had(f"{WORK}/NV1", "2026", value=6, until=date(2026, 9, 30), state="estimated")
    assert "(ước; đến 30/9/2026)" in told(place, WORK)


def test_the_second_half_tells_its_own_figure_beside_that_of_the_year_so_far(place: Place) -> None:
    text = told(place, PLAN, "2026-S2")
    assert "có 03 cuộc kiểm tra" in text
    assert "lũy kế từ đầu năm: 05 cuộc" in text


def test_a_part_of_a_year_shows_the_estimate_of_the_whole(place: Place) -> None:
    """One that is an estimate is called so."""
    assert "chưa có số liệu; cả năm: 98%" in told(place, PLAN, "2026-S1")
    place.had(f"{PLAN}/4a", "2026", numerator=98, denominator=100, until=date(2026, 10, 31), state="estimated")
    assert "chưa có số liệu; ước cả năm: 98%" in told(place, PLAN, "2026-S1")


def test_the_estimate_of_a_year_of_which_a_part_is_missing_is_called_incomplete(place: Place) -> None:
    place.had(f"{WORK}/1b", "2026", numerator=602, denominator=790)
    assert "cả năm: 76,2%." in told(place, WORK, "2026-S1")
    assert "cả năm: 96,5%." in told(place, PLAN, "2026-S1")
    schools_alone = Place(place.folder.parent / "khac")
    schools_alone.begin()
    schools_alone.had(f"{PLAN}/5", "2026", numerator=640, denominator=655, unit="truong-hoc")
    assert "cả năm: 97,7% (chưa đủ số liệu)." in told(schools_alone, PLAN, "2026-S1")


def test_a_year_so_far_with_nobody_to_count_is_told_in_words(place: Place) -> None:
    place.had(f"{PLAN}/2", "2026", numerator=0, denominator=0)
    assert "chưa có số liệu; lũy kế từ đầu năm: không phát sinh đối tượng." in told(place, PLAN, "2026-S2")
    assert "0/0" not in told(place, PLAN, "2026-S2")


@pytest.fixture
def drowned(tmp_path: Path) -> Place:
    """Return a workspace with a plan that no accident occurs, of which 0 are recorded, and one on drowning that has recorded three children."""
    made = Place(tmp_path / "duoi-nuoc")
    create(made.folder, Surroundings(made.now), plans=[WORK, DROWNING])
    made.had(f"{WORK}/4b", "2026", value=0)
    made.had(f"{DROWNING}/1.4", "2026-Q1", value=3)
    return made


def test_what_another_plan_recorded_is_not_told_as_not_occurred(drowned: Place) -> None:
    """The sentence does not say that no accident occurred, and names the figure by which one did; the annex too."""
    text = told(drowned, None)
    assert "Không xảy ra tai nạn đuối nước" not in text
    assert "Tai nạn đuối nước trẻ em trên địa bàn: 0 vụ; không đạt; đã ghi nhận 03 trẻ em (quý I/2026, Số trẻ em tử vong do đuối nước)" in text
    row = next(row for row in document(drowned.report(), VI).annex.rows if row.measure == f"{WORK}/4b")
    assert row.cells[-1].startswith("đã ghi nhận 03 trẻ em")


def test_what_is_to_fall_and_has_nothing_to_be_compared_with_is_not_called_free_of_a_bar(drowned: Place) -> None:
    """Sentence, annex and summary say the same of it."""
    text = told(drowned, DROWNING)
    assert "Có 03 trẻ em tử vong do đuối nước (mức giao: giảm ít nhất 20% so với năm 2020); chưa có số liệu năm gốc." in text
    assert "01 chỉ tiêu chưa có số liệu năm gốc" in text
    assert "không giao chỉ tiêu" not in text
    drowned.had(f"{WORK}/4c", "2026", value=5)
    assert "(mức giao: giảm); chưa có số liệu cùng kỳ năm trước để so sánh." in told(drowned, WORK)


def test_the_year_before_stands_beside_what_is_told(place: Place) -> None:
    place.had(f"{PLAN}/4a", "2025", numerator=44, denominator=50, comparison=True, evidence="BC 1")
    assert "tăng 10 điểm phần trăm so với năm 2025 (88%)" in told(place)


def test_a_part_of_a_unit_is_held_against_nothing(place: Place) -> None:
    text = told(place, PLAN, unit="truong-hoc")
    assert "Có 640/655 trẻ em" in text
    assert "mức giao chung: từ 70% trở lên" in text
    assert "đạt" not in text.replace("đạt mức giao", "")


def test_parts_of_a_figure_and_base_figures_stand_in_the_annex(place: Place) -> None:
    annex = document(place.report(PLAN), VI).annex
    parts = {row.cells[1]: (row.cells[4], row.cells[5]) for row in annex.rows if row.part}
    assert parts["trong đó: Các trường học trên địa bàn"] == ("640/655", "97,7%")
    assert parts["trong đó: nam"] == ("22/520", "4,2%")
    assert ("", "1.003") in parts.values()


def test_what_was_written_stands_in_its_place_and_the_rest_is_open(place: Place) -> None:
    write(place.workspace, PLAN, "2026", {"causes": "Thiếu kinh phí.\nThiếu người."})
    blocks = document(place.report(PLAN), VI).blocks
    after = blocks[[isinstance(block, Heading) and block.text.startswith("II.") for block in blocks].index(True) + 1 :]
    assert isinstance(after[0], OpenPlace)
    assert [isinstance(block, ReportParagraph) and block.sentences[0].text for block in after[1:3]] == ["Thiếu kinh phí.", "Thiếu người."]
    assert "Chỉ tiêu chưa có hoặc chưa đủ số liệu: 2, 3, 4b, 6" in text_of(document(place.report(PLAN), VI))


def test_several_plans_are_told_one_by_one(place: Place) -> None:
    made = document(place.report(), VI)
    headings = [block.text for block in made.blocks if isinstance(block, Heading) and block.level < 3]
    assert headings[:4] == ["I. KẾT QUẢ THỰC HIỆN", "1. Kết quả chung", "2. Lao động trẻ em 2026-2030", "3. Công tác trẻ em 2026"]
    assert made.head.subject == "Kết quả thực hiện công tác trẻ em năm 2026"


def test_heads_and_signature_follow_from_who_reports(place: Place) -> None:
    commune, unit = (document(place.report(PLAN, unit=unit), VI) for unit in ("", "truong-hoc"))
    assert (commune.head.superior.text, commune.head.issuer.text) == ("UBND THÀNH PHỐ BẮC NINH", "ỦY BAN NHÂN DÂN XÃ VÂN SƠN")
    assert (unit.head.superior.text, unit.head.issuer.text) == ("UBND XÃ VÂN SƠN", "CÁC TRƯỜNG HỌC TRÊN ĐỊA BÀN")
    assert (commune.signature.lines, unit.signature.open) == (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), True)


def test_an_addressee_is_that_of_the_duty_or_open(place: Place) -> None:
    """A document that names a level and no body leaves it open, with its words."""
    duty, plan = (document(place.report(about), VI).head.addressee for about in (f"{WORK}/report-of-the-commune", WORK))
    assert (duty.text, duty.open, plan.text, plan.open) == ("", "Cấp có thẩm quyền", "", "cơ quan nhận báo cáo")


def test_the_document_of_a_plan_is_named_with_blanks_where_nobody_knows_them(place: Place) -> None:
    [opening] = document(place.report(WORK), VI).opening
    assert "Thực hiện Kế hoạch số …/KH-UBND ngày … của UBND xã Vân Sơn thực hiện công tác trẻ em" in opening.sentences[0].text


def test_a_report_without_any_figure_is_made_and_says_so(place: Place) -> None:
    text = told(place, WORK, "2026-Q1")
    assert "Chưa ghi số liệu nào của quý I/2026." in text
    assert "[kết quả triển khai nhiệm vụ]" in text


def test_a_report_speaks_english_too(place: Place) -> None:
    text = told(place, language="en")
    assert "98% (98/100 people; bar: at least 90%)" in text
    assert "Có " not in text


def test_what_has_changed_since_an_earlier_report_is_a_part_of_its_own(place: Place) -> None:
    """Letter, figure then and now stand in the next report of the duty; where nothing has changed there is no such part."""
    duty = f"{PLAN}/report-of-the-commune"
    note(place.workspace, "submit", duty, "2026-S1", Letter("1/BC-UBND", date(2026, 12, 20)))
    assert "ĐIỀU CHỈNH SỐ LIỆU" not in told(place, duty)
    place.had(f"{PLAN}/NV1", "2026-S1", value=4)
    changed = told(place, duty).split("V. ĐIỀU CHỈNH SỐ LIỆU ĐÃ BÁO CÁO\n")[1]
    assert "Báo cáo số 1/BC-UBND ngày 20/12/2026: 02 cuộc; nay điều chỉnh: 04 cuộc" in changed


@pytest.fixture
def examples(tmp_path: Path) -> dict[str, Place]:
    """Return the workspaces of the examples, each on the day its file names, without figures."""
    found = {}
    for name, day in (("van_son", date(2026, 11, 28)), ("thanh_tri", date(2025, 6, 30)), ("van_quan", date(2024, 12, 31))):
        kept = Place(Path(shutil.copytree(EXAMPLES / name, tmp_path / name, ignore=shutil.ignore_patterns("monitor.db*"))))
        kept.today = day
        create_or_upgrade(kept.folder / DATABASE)
        found[name] = kept
    return found


@pytest.mark.parametrize(
    ("example", "about", "issuer", "addressee", "left_open"),
    [
        ("van_son", "drowning/commune-2021-2030/report-to-people-council", "ỦY BAN NHÂN DÂN XÃ VÂN SƠN", "Hội đồng nhân dân xã Vân Sơn", ""),
        (
            "van_son",
            "drowning/commune-2021-2030/month-of-action-report",
            "ỦY BAN NHÂN DÂN XÃ VÂN SƠN",
            "",
            "Ủy ban nhân dân cấp huyện (như Thông tư ghi; cấp huyện đã kết thúc hoạt động)",
        ),
        (
            "van_son",
            "drowning/commune-2021-2030/injury-notice",
            "CÁC CƠ QUAN, TỔ CHỨC, CÁ NHÂN TỔ CHỨC HOẠT ĐỘNG CHO TRẺ EM NGOÀI NHÀ TRƯỜNG",
            "Ủy ban nhân dân xã Vân Sơn",
            "",
        ),
        (
            "van_quan",
            "child-work-2024/van-quan/month-of-action-report-of-communes",
            "ỦY BAN NHÂN DÂN CÁC XÃ, THỊ TRẤN",
            "Ủy ban nhân dân huyện Văn Quan",
            "",
        ),
        (
            "van_quan",
            "child-work-2024/van-quan/month-of-action-report-of-the-district",
            "ỦY BAN NHÂN DÂN HUYỆN VĂN QUAN",
            "Ủy ban nhân dân tỉnh Lạng Sơn",
            "",
        ),
    ],
)
def test_a_level_that_a_duty_names_is_the_place_of_that_level(
    examples: dict[str, Place], example: str, about: str, issuer: str, addressee: str, left_open: str
) -> None:
    """The committee of the place reports for itself and to nobody below it; a level that is no more is left open."""
    place = examples[example]
    made = document(place.report(about, str(place.today.year)), VI).head
    assert (made.issuer.text, made.addressee.text, made.addressee.open) == (issuer, addressee, left_open)


@pytest.mark.parametrize(
    ("example", "about", "cited"),
    [
        (
            "thanh_tri",
            None,
            "Thực hiện Kế hoạch số 365/KH-UBND ngày 18/10/2021 của UBND huyện Thanh Trì thực hiện Chương trình phòng ngừa",
        ),
        ("van_son", "drowning/commune-2021-2030", "Thực hiện Quyết định số 1248/QĐ-TTg ngày 19/7/2021 của Thủ tướng Chính phủ, UBND xã Vân Sơn"),
    ],
)
def test_a_document_is_cited_by_kind_number_date_body_and_subject(examples: dict[str, Place], example: str, about: str | None, cited: str) -> None:
    """As Decree 30/2020/NĐ-CP has a document cited first."""
    place = examples[example]
    [opening] = document(place.report(about, str(place.today.year)), VI).opening
    assert opening.sentences[0].text.startswith(cited)


@pytest.mark.parametrize(
    ("example", "about", "subject"),
    [
        (
            "van_son",
            "drowning/commune-2021-2030",
            "Kết quả thực hiện phòng, chống tai nạn, thương tích và đuối nước trẻ em tại xã giai đoạn 2021-2030, năm 2026",
        ),
        ("van_son", "child-work-2026/van-son/child-statistics", "Thống kê về trẻ em năm 2026"),
    ],
)
def test_the_subject_has_no_remark_on_where_a_text_comes_from(examples: dict[str, Place], example: str, about: str, subject: str) -> None:
    assert document(examples[example].report(about), VI).head.subject == subject


def test_a_report_on_several_plans_goes_to_whom_all_of_them_name(examples: dict[str, Place]) -> None:
    recipients = document(examples["van_son"].report(), VI).signature.recipients
    assert recipients == (
        "Như trên",
        "Sở Y tế",
        "TT ĐU, TT HĐND xã",
        "CT, các PCT UBND xã",
        "Các cơ quan, đơn vị thuộc UBND xã",
        "Công an xã",
        "Các trường học trên địa bàn xã",
        "LĐVP, CVTH",
        "Lưu: VT, VHXX",
    )


def test_a_report_that_carries_no_figure_says_so_and_has_no_annex(examples: dict[str, Place]) -> None:
    report = examples["van_son"].report("child-work-2026/van-son/village-alert")
    made = document(report, VI)
    assert "Kế hoạch không quy định số liệu cho báo cáo này." in text_of(made)
    assert len(Document(BytesIO(word(made, report.day))).sections) == 1


def test_nothing_is_met_for_good_in_the_report_of_a_year_that_goes_on(place: Place) -> None:
    """Not even a state at the end of the half-year, which is over; after the year it is."""
    place.today = date(2027, 7, 10)
    place.had(f"{PLAN}/1", "2027-S1", numerator=9, denominator=900)
    assert "(09/900 trẻ em; mức giao: dưới 4%); đạt đến nay (tính đến 14/6/2027)" in told(place, PLAN, "2027")
    place.today = date(2028, 1, 10)
    assert "đến nay" not in told(place, PLAN, "2027")


def test_a_figure_of_the_year_that_is_no_estimate_names_its_day_while_the_year_goes_on(place: Place) -> None:
    """None is called that of the whole year."""
    place.had(f"{WORK}/4a", "2026", value=0, until=date(2026, 10, 31), state="provisional")
    place.today = date(2026, 11, 5)
    report = place.report(WORK, "2026-S1")
    assert "chưa có số liệu; năm 2026, tính đến 31/10/2026: 0 vụ." in text_of(document(report, VI))
    assert "0 vụ (đến nay)" in [cell for row in document(report, VI).annex.rows for cell in row.cells]


def test_a_period_without_figures_tells_what_was_counted_before_it_as_such(place: Place) -> None:
    text = told(place, PLAN, "2026-Q3")
    assert "Chưa ghi số liệu nào của quý III/2026; đến ngày 14/6/2026" in text
    assert "chưa có số liệu; lũy kế từ đầu năm: 02 cuộc" in text


def test_what_stands_alone_has_no_letter(place: Place) -> None:
    blocks = document(place.report(PLAN, unit="truong-hoc"), VI).blocks
    assert not [block for block in blocks if isinstance(block, Point)]
    assert "\nCó 640/655 trẻ em" in told(place, PLAN, unit="truong-hoc")


def test_target_lines_that_stand_alike_are_counted_once(examples: dict[str, Place]) -> None:
    """A bar that cannot be judged for want of a base year is not called one that was never set."""
    place = examples["van_son"]
    place.had("drowning/commune-2021-2030/1.4", "2026", value=0)
    text = told(place, "drowning/commune-2021-2030")
    assert "10 chỉ tiêu chưa có số liệu; 01 chỉ tiêu chưa có số liệu năm gốc." in text
    assert "cả 15 chỉ tiêu không thuộc năm đánh giá" not in text
    assert "Không có trẻ em tử vong do đuối nước (ước; mức giao: giảm ít nhất 20% so với năm 2020); chưa có số liệu năm gốc." in text
    place.had("child-friendly-commune/2026-2030/1", "2026", value=95)
    assert ", cả 15 chỉ tiêu không thuộc năm đánh giá." in told(place, "child-friendly-commune/2026-2030")
