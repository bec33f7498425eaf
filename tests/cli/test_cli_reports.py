"""Reports are sent by letters: their number and date decide what is in time; typing figures sends nothing (docs/domain.md, rule 19)."""

from datetime import date

import pytest

YEARLY = "thanh-tri-2021-2025/annual-report"
POLICE = ("--unit", "cong-an-huyen")
LETTER = ("--number", "9/BC-CAH", "--dated", "2025-11-19")


@pytest.fixture
def district(thanh_tri):
    """Return a runner on the day after the last day of the report of 2025, in a workspace with an entry of October."""
    thanh_tri.today = date(2025, 10, 1)
    thanh_tri("record", "1.3", "--period", "2024", "--numerator", "9", "--denominator", "10")
    thanh_tri.today = date(2025, 11, 25)
    return thanh_tri


def state(monitor, unit="cong-an-huyen", year="2025"):
    [item] = [
        one for one in monitor("deadlines", "--format", "json").json if (one["duty"], one["unit"], one["period"]) == ("annual-report", unit, year)
    ]
    return item


def listed(monitor):
    return monitor("reports", "list", "--format", "json").json


def test_a_letter_in_time_makes_a_report_in_time(district):
    """Past its last day it is overdue; the letter of the 19th, recorded afterwards, was in time; the day it came is added."""
    assert (state(district)["state"], state(district)["late_days"], state(district)["sending"]) == ("overdue", 1, None)
    answer = district("reports", "submit", YEARLY, "--period", "2025", *POLICE, *LETTER)
    assert (
        "Recorded: Annual report on preventing child labour, Công an huyện, year 2025: sent in time (9/BC-CAH of 19 November 2025)." in answer.words
    )
    district("reports", "receive", YEARLY, "--period", "2025", *POLICE)
    item = state(district)
    assert (item["state"], item["late_days"]) == ("on_time", None)
    assert item["sending"] == {"number": "9/BC-CAH", "dated": "2025-11-19", "sent": None, "received": "2025-11-25"}
    assert district("status", "--format", "json", code=None).json["plans"][0]["completeness"]["on_time"] == 1


def test_a_letter_a_day_late_makes_it_a_day_late(district):
    answer = district("reports", "submit", YEARLY, "--period", "2025", *POLICE, "--number", "9/BC", "--dated", "25/11/2025")
    assert "sent, 1 days late (9/BC of 25 November 2025)" in answer.words
    assert (state(district)["state"], state(district)["late_days"]) == ("late", 1)


def test_a_report_returned_is_owed_again(district):
    district("reports", "submit", YEARLY, "--period", "2025", *POLICE, *LETTER)
    answer = district("reports", "return", YEARLY, "--period", "2025", *POLICE, "--reason", "thiếu biểu số 2")
    returned = "returned on 25 November 2025 (thiếu biểu số 2), to be sent again"
    assert f"{returned}; overdue since 25 November 2025, 1 days, no sending recorded" in answer.words
    assert (state(district)["state"], state(district)["sending"]) == ("overdue", None)
    district("reports", "submit", YEARLY, "--period", "2025", *POLICE, "--number", "10/BC", "--dated", "2025-11-25")
    assert state(district)["state"] == "late"


def test_what_was_recorded_of_a_report_can_be_taken_back(district):
    """M6 and H14: by the receipt that the command prints."""
    code = district("reports", "submit", YEARLY, "--period", "2025", *POLICE, *LETTER).words.split("monitor undo ")[1].split()[0]
    assert (
        "what was recorded of the report 'Annual report on preventing child labour' on year 2025 (9/BC-CAH)"
        in district("undo", code, "--reason", "x").words
    )
    assert state(district)["state"] == "overdue"


def test_a_report_is_named_by_its_title_too_and_the_unit_only_where_several_owe_it(van_son):
    """In Vietnamese and in any accent form; an undated report can be sent for any period."""
    answer = van_son(
        "reports", "submit", "Báo cáo năm về phòng ngừa lao động trẻ em", "--period", "2026", "--number", "45/BC", "--dated", "2026-11-20"
    )
    assert "Phòng Văn hóa - Xã hội, year 2026: sent (45/BC of 20 November 2026)" in answer.words
    assert [(item["duty"], item["unit"], item["period"], item["state"]) for item in listed(van_son)] == [
        ("annual-report", "phong-van-hoa-xa-hoi", "2026", "on_time")
    ]


def test_the_list_holds_what_is_past_or_sent_and_nothing_ahead(district):
    """The reports of 2021 to 2024 fell due before the first entry; none of the future stands there."""
    states = {(item["period"], item["state"]) for item in listed(district)}
    assert states == {*((str(year), "before_use") for year in range(2021, 2025)), ("2025", "overdue")}
    assert "due before the program was used, not followed up" in district("reports", "list", "--format", "csv").out


def test_a_workspace_without_reports_says_so(van_son):
    assert van_son("reports", "list").words == "No report was due or sent so far."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("submit", YEARLY, "--period", "2025", *LETTER), "is owed by several units: "),
        (("submit", YEARLY, "--period", "2025", "--unit", "cong-an", *LETTER), "Unit 'cong-an' does not owe"),
        (("submit", "anual-report", "--period", "2025", *LETTER), "There is no report 'anual-report'"),
        (("submit", YEARLY, "--period", "2026", *POLICE, *LETTER), "is not owed for year 2026. It is owed for: 2021"),
        (("submit", YEARLY, "--period", "hè", *POLICE, *LETTER), "'hè' is not a reporting period"),
        (("submit", YEARLY, "--period", "2025", *POLICE, "--number", "9/BC", "--dated", "2025-11-26"), "26 November 2025 lies after today"),
        (("submit", YEARLY, "--period", "2025", *POLICE, "--number", "9/BC", "--dated", "2024-12-14"), "was written before year 2025 began"),
        (("submit", YEARLY, "--period", "2025", *POLICE, *LETTER, "--sent", "2025-11-18"), "lies before the date of the letter"),
        (("submit", YEARLY, "--period", "2025", *POLICE, "--number", " ", "--dated", "2025-11-19"), "Number and date of the letter are wanted"),
        (("receive", YEARLY, "--period", "2025", *POLICE), "Number and date of the letter are wanted"),
        (("return", YEARLY, "--period", "2025", *POLICE, "--reason", "thiếu"), "nothing can be returned"),
        (("submit", YEARLY, "--period", "2025", *POLICE, "--number", "cháu Lan lớp 4A", "--dated", "2025-11-19"), "child"),
    ],
)
def test_what_contradicts_a_report_is_refused_and_nothing_is_written(district, typed, said):
    answer = district("reports", *typed, code=None)
    assert answer.code in {2, 3}
    assert said in " ".join(answer.err.split())
    assert len(answer.err.splitlines()) <= 2
    assert not [item for item in listed(district) if item["sending"]]


def test_the_same_report_is_not_sent_twice_and_a_letter_is_noted_with_its_file(district):
    """A second letter is refused with the first one named; of the file only name and fingerprint are noted."""
    file = district.folder / "bao-cao.pdf"
    file.write_bytes(b"%PDF")
    district("reports", "submit", YEARLY, "--period", "2025", *POLICE, *LETTER, "--sent", "2025-11-20", "--file", str(file))
    newest = district("receipts", "--format", "json").json[0]
    assert (newest["kind"], newest["file_name"], len(newest["sha256"])) == ("sending", "bao-cao.pdf", 64)
    again = district("reports", "submit", YEARLY, "--period", "2025", *POLICE, "--number", "10/BC", "--dated", "2025-11-20", code=3)
    assert "recorded as sent already: 9/BC-CAH of 19 November 2025" in again.err
    assert "monitor undo CODE" in again.err
    assert state(district)["sending"]["sent"] == "2025-11-20"
    assert "The reason must not be empty" in district("reports", "return", YEARLY, "--period", "2025", *POLICE, "--reason", " ", code=3).err


def test_a_case_opens_the_report_on_it_until_that_is_sent(monitor):
    """H2: the most urgent report of the plan stands first, and a case recorded after the letter opens it again."""
    monitor.follow("child-work-2026/van-son")
    monitor("record", "4a", "--period", "2026", "--value", "1")
    first = monitor("deadlines", "--format", "json").json[0]
    assert (first["duty"], first["state"], first["title_en"]) == ("case-report", "arisen", "Report on a case that concerns children")
    assert "cases without a report recorded: 4a: 1 cases" in " ".join(monitor("deadlines", "--format", "csv").out.split("\n")[1].split())
    assert "2026: of 1 cases (4a." in monitor("status").words
    monitor("reports", "submit", "case-report", "--period", "2026-S2", "--number", "31/BC", "--dated", "2026-11-20")
    assert "arisen" not in {item["state"] for item in monitor("deadlines", "--format", "json").json}
    monitor("record", "4a", "--period", "2026", "--value", "3")
    assert "cases without a report recorded: 4a: 2 cases" in monitor("deadlines", "--format", "csv").out
    monitor("reports", "submit", "case-report", "--period", "2026", "--number", "32/BC", "--dated", "2026-11-22")
    assert "arisen" not in {item["state"] for item in monitor("deadlines", "--format", "json").json}


def test_what_rests_on_a_letter_that_is_taken_back_says_nothing(district):
    """The day of receipt was added to a letter; the letter was a slip: the report is owed, and no letter is named."""
    code = district("reports", "submit", YEARLY, "--period", "2025", *POLICE, *LETTER).words.split("monitor undo ")[1].split()[0]
    district("reports", "receive", YEARLY, "--period", "2025", *POLICE)
    district("undo", code, "--reason", "nhầm đơn vị")
    assert (state(district)["state"], state(district)["sending"]) == ("overdue", None)
    assert not [item for item in listed(district) if item["sending"]]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("receive", "--number", "10/BC-CAH"), "was sent by another letter: 9/BC-CAH of 19 November 2025"),
        (("receive", "--number", "9/BC-CAH", "--dated", "2025-11-20"), "was sent by another letter: 9/BC-CAH of 19 November 2025"),
        (("receive", "--received", "2025-11-18"), "18 November 2025 lies before the date of the letter, 19 November 2025"),
        (("return", "--reason", "thiếu", "--dated", "2025-11-18"), "18 November 2025 lies before the date of the letter, 19 November 2025"),
    ],
)
def test_what_contradicts_the_letter_that_was_sent_is_refused(district, typed, said):
    district("reports", "submit", YEARLY, "--period", "2025", *POLICE, *LETTER)
    act, *more = typed
    assert said in " ".join(district("reports", act, YEARLY, "--period", "2025", *POLICE, *more, code=3).err.split())
    assert state(district)["sending"] == {"number": "9/BC-CAH", "dated": "2025-11-19", "sent": None, "received": None}


def test_a_letter_that_was_returned_is_not_sent_again(district):
    """The report that is sent anew bears a number or a date of its own."""
    district("reports", "submit", YEARLY, "--period", "2025", *POLICE, *LETTER)
    district("reports", "return", YEARLY, "--period", "2025", *POLICE, "--reason", "thiếu biểu số 2")
    again = district("reports", "submit", YEARLY, "--period", "2025", *POLICE, *LETTER, code=3)
    assert "Letter 9/BC-CAH of 19 November 2025 was returned already" in again.err
    assert "monitor undo CODE" in again.err


def test_every_unit_sends_its_own_report_of_a_duty_without_a_day(kon_tum):
    """One has sent its report for the half-year; the others can be told apart still."""
    kon_tum.today = date(2025, 7, 30)
    for unit in ("cong-an-huyen", "phong-tai-chinh-ke-hoach"):
        sent = ("reports", "submit", "ad-hoc-report", "--period", "2025-Q2", "--unit", unit, "--number", f"1/{unit}", "--dated", "2025-07-20")
        assert "sent (1/" in kon_tum(*sent).words
    assert {item["unit"] for item in listed(kon_tum) if item["sending"]} == {"cong-an-huyen", "phong-tai-chinh-ke-hoach"}


@pytest.mark.parametrize("period", ["2019", "2031"])
def test_a_report_without_a_day_is_on_a_time_of_the_plan(van_son, period):
    van_son.today = date(2032, 1, 1)
    letter = ("--number", "45/BC", "--dated", "2031-12-31")
    said = van_son("--clock-right", "reports", "submit", "annual-report", "--period", period, *letter, code=3).err
    assert f"is not owed for year {period}. It is owed for: 2026, 2027" in said


@pytest.mark.parametrize("name", ["địa phương", "Địa phương", "the place", "xã Vân Sơn"])
def test_the_report_of_the_place_is_named_by_the_place(monitor, name):
    """A report that no unit is named for is the place's own."""
    monitor.follow("child-work-2026/van-son")
    sending = ("reports", "submit", "child-statistics", "--period", "2026", "--number", "9/BC", "--dated", "2026-11-19")
    assert "Recorded: " in monitor(*sending, "--unit", name).words
    assert [item["unit"] for item in listed(monitor) if item["sending"]] == [None]


def test_the_place_has_no_report_of_its_own_beside_those_of_the_units(monitor):
    """What nobody is named for is a missing figure, and no letter is noted for it."""
    monitor.follow("child-work-2024/van-quan")
    sending = ("reports", "submit", "annual-report", "--period", "2024", "--number", "9/BC", "--dated", "2024-11-19")
    assert "the place" not in monitor(*sending, code=3).err
    assert "does not owe" in monitor(*sending, "--unit", "huyện Văn Quan", code=None).err


def test_what_was_known_of_a_case_on_a_day_knows_nothing_of_corrections_after_it(monitor):
    """On the 21st the letter told of both cases, whatever was corrected on the 22nd."""
    monitor.follow("child-work-2026/van-son")
    acts = (
        (20, ("record", "4a", "--period", "2026", "--value", "2")),
        (21, ("reports", "submit", "case-report", "--period", "2026", "--number", "31/BC", "--dated", "2026-11-20")),
        (22, ("record", "4a", "--period", "2026", "--value", "1", "--note", "đếm lại")),
        (23, ("record", "4a", "--period", "2026", "--value", "2", "--note", "đếm lại")),
    )
    for day, act in acts:
        monitor.today = date(2026, 11, day)
        monitor(*act)
    for as_of, state_then in (("2026-11-20", "arisen"), ("2026-11-21", "on_time"), ("2026-11-22", "on_time"), ("2026-11-23", "arisen")):
        plans = monitor("status", "--as-of", as_of, "--format", "json", code=None).json["plans"]
        [item] = [one for one in plans[0]["deadlines"] if one["duty"] == "case-report"]
        assert (as_of, item["state"]) == (as_of, state_then)


def test_a_letter_may_be_received_and_returned_on_its_own_day(district):
    district("reports", "submit", YEARLY, "--period", "2025", *POLICE, *LETTER)
    district("reports", "receive", YEARLY, "--period", "2025", *POLICE, "--received", "2025-11-19")
    assert state(district)["sending"]["received"] == "2025-11-19"
    district("reports", "return", YEARLY, "--period", "2025", *POLICE, "--reason", "thiếu", "--dated", "2025-11-19")
    assert state(district)["state"] == "overdue"


def test_a_letter_on_a_case_is_recorded_once_and_not_before_the_days_it_is_on(monitor):
    monitor.follow("child-work-2026/van-son")
    sending = ("reports", "submit", "case-report", "--period", "2026-S2", "--number", "31/BC", "--dated")
    assert "was written before" in " ".join(monitor(*sending, "2026-02-01", code=3).err.split())
    monitor(*sending, "2026-11-20")
    assert "recorded as sent already: 31/BC of 20 November 2026" in " ".join(monitor(*sending, "2026-11-20", code=3).err.split())


def test_a_member_of_a_group_that_reports_sends_its_own_report(van_son):
    """By name or id; it counts for that school alone, the group's own letter needs no member, and who is no member is refused."""
    report = "child-labour/van-son-2026-2030/periodic-report"
    van_son("deadlines", "set", report, "--last-day", "trước ngày 01/12", "--document", "47/UBND", "--dated", "2026-01-05")
    for school in ("Trường A", "Trường B"):
        van_son("units", "add", school, "--group", "truong-hoc")
    van_son.today = date(2026, 12, 15)
    letter = ("reports", "submit", report, "--period", "2026", "--number", "1/BC", "--dated", "2026-11-20", "--unit")
    assert "Trường A" in van_son("--clock-right", *letter, "Trường A").words
    asked = {one["name"]: [item["period"] for item in one["reports"]] for one in van_son("todo", "--format", "json").json["units"]}
    assert ("2026" in asked["Trường A"], "2026" in asked["Trường B"]) == (False, True)
    assert "Did you mean" in van_son(*letter, "Trường C", code=None).err
    van_son(*letter, "truong-hoc")
    asked = {one["name"]: [item["period"] for item in one["reports"]] for one in van_son("todo", "--format", "json").json["units"]}
    assert "2026" not in asked["Trường B"]
