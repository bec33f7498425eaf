"""From the document of a plan to a draft of it: what is proposed, what is asked, and that no figure of the text is lost."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planmonitor.model.validation import CODE
from planmonitor.names import slug, unlike
from planmonitor.planfile.writing import AFTER, NOTES, Open, file_text
from planmonitor.plantext.reporting import last_day_in
from planmonitor.plantext.roles import role_of
from planmonitor_exchange.plan_text.reading import Content
from planmonitor_exchange.plan_text.scanning import Scan, scanned
from planmonitor_exchange.speaking.speaker import Speaker
from support.scans import PLAN, all_accounted, measures, sample


@pytest.fixture
def made() -> Scan:
    """Return what is made of the sample."""
    return sample()


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
        if not isinstance(item["comparator"], Open)
    }

    assert found == {
        "1": ("<", 2, None, "2035-12-31", None, "mục I.2.1, Chỉ tiêu 1"),
        "6": ("==", 0, "zero_incident", "2035-12-31", None, "mục I.2.2, Chỉ tiêu 6"),
        "7": (">", 60, None, "2035-12-31", None, "mục I.2.2, Chỉ tiêu 7"),
        "DH1": (">", 95, None, "2040-12-31", "orientation", "mục I.3, đoạn 1"),
    }
    assert measures(made)["NV1"]["scope"] == "task"
    assert measures(made)["6"]["modality"] == "Phấn đấu"
    assert isinstance(measures(made)["5"]["comparator"], Open)
    assert measures(made)["5"]["value"] == 70


def test_how_a_thing_is_counted_is_never_guessed(made: Scan) -> None:
    """A percentage is a ratio whose denominator is asked for; of all else even the kind is."""
    ratio, count = measures(made)["7"]["definition"], measures(made)["6"]["definition"]

    assert ratio["kind"] == "ratio"
    assert ratio["numerator"] == measures(made)["7"]["label"]
    assert all(isinstance(ratio[name], Open) for name in ("denominator", "counts", "over_time", "noun"))
    assert isinstance(count["kind"], Open)


def test_a_part_of_those_counted_is_noted_and_no_target(made: Scan) -> None:
    """ "Đặc biệt là ..." becomes a note."""
    assert any("never a second target" in note for note in measures(made)["2b"][NOTES])


def test_lines_without_a_target_are_asked_about(made: Scan) -> None:
    """A line of the target section that decides nothing is listed for a person, in the report and at the end of the draft."""
    assert [words for _line, words in made.unread] == ["Chỉ tiêu 3: Thực hiện tốt công tác tuyên truyền."]
    assert any("Thực hiện tốt công tác tuyên truyền" in remark for remark in made.draft[AFTER])


def roles(section: tuple[str, tuple[str | dict[str, str], ...]]) -> tuple[str, tuple[str, ...]]:
    """Return the section of some tasks, and the role of each: in brackets where it is read."""
    return section[0], tuple(f"({role_of(task).role})" if isinstance(task, str) else task["role"] for task in section[1])


def test_units_have_their_tasks_and_roles(made: Scan) -> None:
    """Each heading under the section on organisation is a unit; a role is written only where the first words of a task do not say it."""
    units = [(unit["id"], bool(unit["members"]), [*map(roles, unit["tasks"].items())]) for unit in made.draft["units"]]

    assert units == [
        ("phong-van-hoa-xa-hoi", False, [("mục IV.1, gạch đầu dòng 1", ("(lead)",)), ("mục IV.1, gạch đầu dòng 2", ("(advise)",))]),
        ("cac-truong-hoc", True, [("mục IV.2", ("(coordinate)",))]),
        ("hoi-phu-nu-xa", False, [("mục IV.3, gạch đầu dòng 1", ("requested",))]),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("báo cáo kết quả trước ngày 10/5 về UBND xã", [("dated", "asked", None)]),
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
        ("hằng năm báo cáo kết quả trước ngày 10/6 và ngày 10/12", [("dated", "asked", None), ("dated", "12-09", None)]),
        ("báo cáo 6 tháng cuối năm trước ngày 10/12", [("dated", "12-09", None)]),
        ("báo cáo kết quả theo Công văn số 15/CV-UBND ngày 20/3/2025", []),
        (
            "báo cáo trước ngày 15/6 (báo cáo 6 tháng) và trước ngày 15/12 (báo cáo năm)",
            [("dated", "06-14", "half-year"), ("dated", "12-14", "year")],
        ),
        ("báo cáo tổng kết năm: trước ngày 10/12", [("dated", "12-09", "year")]),
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

    assert [
        (kind, "asked" if isinstance(day, Open) else day, None if isinstance(period, Open) else period) for kind, day, period in found
    ] == expected
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
        ("báo cáo quý trước ngày 25/3", "undated", "'báo cáo quý trước ngày 25/3' names no day of every year"),
        ("báo cáo năm trước ngày 15 tháng 01 năm sau", "dated", "'trước ngày 15 tháng 01 năm sau' lies in the year after"),
        ("báo cáo chậm nhất 05 ngày sau khi kết thúc quý", "undated", "chậm nhất 05 ngày sau khi kết thúc quý' names no day"),
    ],
)
def test_a_limit_that_sets_no_day_of_every_year_is_asked_for(sentence: str, kind: str, asked: str) -> None:
    """A day of one year, of the end of February, of every month, or perhaps of the work makes a duty whose last day a person has to write."""
    [duty] = all_accounted(Content(f"VI. CHẾ ĐỘ BÁO CÁO\n\nCác trường học {sentence}.\n")).draft["duties"]

    assert duty["kind"] == kind
    assert asked in duty["last_day"].ask


@pytest.mark.parametrize(
    ("sentence", "period", "day", "month"),
    [
        ("báo cáo tháng gửi UBND xã trước ngày 25 hằng tháng", "month", 24, "last"),
        ("báo cáo quý trước ngày 10 tháng đầu quý sau", "quarter", 9, "after"),
        ("báo cáo quý chậm nhất ngày 25 tháng cuối quý", "quarter", 25, "last"),
        ("báo cáo tháng, quý trước ngày 10 tháng đầu quý sau", None, 9, "after"),
    ],
)
def test_a_limit_that_sets_a_day_of_a_month_is_read(sentence: str, period: str | None, day: int, month: str) -> None:
    """Relative to the month or quarter that the report is on; where both stand there a person says which."""
    [duty] = all_accounted(Content(f"VI. CHẾ ĐỘ BÁO CÁO\n\nCác trường học {sentence}.\n")).draft["duties"]

    assert (duty["kind"], duty["due_day"], duty["due_month"]) == ("day_of_month", day, month)
    assert (None if isinstance(duty["period"], Open) else duty["period"]) == period


@pytest.mark.parametrize(
    ("limit", "days"),
    [
        ("trong vòng 05 ngày làm việc kể từ ngày kết thúc quý", 5),
        ("chậm nhất 05 ngày làm việc sau khi kết thúc quý", 5),
        ("chậm nhất là sau 10 ngày làm việc kể từ khi kết thúc năm", 10),
        ("trong 07 ngày làm việc sau khi kết thúc năm", 7),
    ],
)
def test_working_days_behind_a_period_are_asked_for_as_such(limit: str, days: int) -> None:
    """The draft names the kind and the key that say it, never a day of every year; the kind itself stays undated until a person writes it."""
    [duty] = all_accounted(Content(f"VI. CHẾ ĐỘ BÁO CÁO\n\nCác trường học báo cáo UBND xã {limit}.\n")).draft["duties"]

    assert (duty["kind"], duty["recipient"], duty.get("last_day")) == ("undated", "UBND xã", None)
    assert duty["working_days"].example == days
    assert 'kind = "after_period"' in duty["working_days"].ask


def test_a_recipient_ends_at_a_colon() -> None:
    """What stands behind a colon is what the reports are, not to whom they go."""
    text = "VI. CHẾ ĐỘ BÁO CÁO\n\nCác trường học báo cáo UBND xã: 6 tháng trước ngày 10/6, năm trước ngày 10/12.\n"
    duties = all_accounted(Content(text)).draft["duties"]

    assert [(duty["recipient"], duty["last_day"], duty["period"]) for duty in duties] == [
        ("UBND xã", "06-09", "half-year"),
        ("UBND xã", "12-09", "year"),
    ]


@pytest.mark.parametrize(
    ("sentence", "last_day"),
    [
        ("báo cáo năm gửi UBND xã trước ngày 15/01", "01-14"),
        ("báo cáo năm gửi UBND xã trước ngày 15/01 hằng năm", "01-14"),
        ("báo cáo năm chậm nhất ngày 05/3", "03-05"),
        ("báo cáo năm trước ngày 01/7", "06-30"),
        ("báo cáo kết quả trước ngày 15/6", "06-14"),
        ("báo cáo 6 tháng trước ngày 15/01", "01-14"),
        ("báo cáo năm trước ngày 15 tháng 01 năm sau", "01-14"),
    ],
)
def test_a_day_early_in_the_year_is_asked_of_which_year_it_is(sentence: str, last_day: str) -> None:
    """A report on 2026 by 14 January 2026 would be due before the year was lived: the day as printed and both years are offered, none is taken."""
    made = all_accounted(Content(f"VI. CHẾ ĐỘ BÁO CÁO\n\nCác trường học {sentence}.\n"))
    [duty] = made.draft["duties"]
    lines = file_text(made.draft).split("\n")

    assert (duty["kind"], duty["last_day"].example) == ("dated", last_day)
    assert "last_day_in: year or year_after" in duty["last_day"].ask
    assert lines[lines.index(f'# last_day = "{last_day}"') + 1] == '# last_day_in = "year | year_after"'


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
