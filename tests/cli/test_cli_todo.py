"""`monitor todo`: who owes what by when, on the screen, as data and as messages (docs/domain.md, rules 16 to 20)."""

from __future__ import annotations

import csv
import io
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from planmonitor import ADMINISTRATIVE
from planmonitor.assessment.checking import CheckedPlan
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import judge_plan
from planmonitor_cli.screens.attention import attention
from planmonitor_exchange.speaking.speaker import Speaker
from support.reports import LONG_AGO, measure_of, plan_of

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "van_son"
OFFICE = "Phòng Văn hóa - Xã hội"


@pytest.fixture
def place(monitor: Any) -> Any:
    """Return a runner in a copy of the example of Vân Sơn, with its figures, on 28 November 2026."""
    monitor.today = date(2026, 11, 28)
    shutil.copytree(EXAMPLE, monitor.folder, ignore=shutil.ignore_patterns("monitor.db*"))
    monitor("db", "upgrade")
    monitor("import", str(monitor.folder / "so-lieu.csv"))
    return monitor


def units(place: Any, *arguments: str) -> dict[str, Any]:
    """Return who owes what, by name of the office."""
    return {one["name"]: one for one in place("todo", *arguments, "--format", "json").json["units"]}


def test_the_screen_names_the_office_the_working_day_and_what_is_wanting(place: Any) -> None:
    """What has arisen comes first; then who has least time left, with the working day before a Saturday; what has no date comes last."""
    said = place("todo", lang="vi").words
    order = [
        "Phải báo cáo ngay: Báo cáo vụ việc liên quan đến trẻ em, năm 2026, còn trường hợp chưa ghi nhận việc gửi báo cáo: 4c: 05 trẻ em",
        f"{OFFICE} - Đến hết ngày 04/12/2026 (thứ Sáu), còn 6 ngày; hạn theo quy định 05/12/2026: Báo cáo định kỳ của xã gửi cấp trên, năm 2026",
        "Còn thiếu 01 số liệu năm 2026: 2b. Dữ liệu trẻ em được cập nhật đầy đủ, kịp thời trên hệ thống quản lý (Công tác trẻ em 2026)",
        "Đến hết ngày 10/12/2026 (thứ Năm), còn 12 ngày: Báo cáo năm về phòng ngừa lao động trẻ em",
        "Còn thiếu 07 số liệu năm 2026: 6, NV2a, NV2b, NV3, NV4, NV5a, NV5b (Lao động trẻ em 2026-2030)",
        "VĂN BẢN CHƯA ẤN ĐỊNH THỜI HẠN",
        "monitor todo --format text",
    ]
    assert [said.find(one) for one in order] == sorted(said.find(one) for one in order)
    assert all(one in said for one in order)


def test_what_is_overdue_says_since_when_in_todo_status_and_deadlines(place: Any) -> None:
    """The first day after the last one in time, and how many days."""
    place.today = date(2026, 12, 11)
    for command in (("todo",), ("status",), ("status", "--unit", OFFICE), ("deadlines",)):
        said = place(*command, lang="vi").words.lower()
        assert "quá hạn từ ngày 06/12/2026, 6 ngày" in said
        assert "quá hạn từ ngày 11/12/2026, 1 ngày" in said


def test_what_is_sent_is_not_asked_for(place: Any) -> None:
    """Once the letter is recorded the report is gone; the figure that it went without is still missing, and has no day any more."""
    place("reports", "submit", "child-work-2026/van-son/report-of-the-commune", "--period", "2026", "--number", "45/BC", "--dated", "2026-11-27")
    office = units(place)[OFFICE]
    assert "report-of-the-commune" not in {(item["plan"], item["duty"])[1] for item in office["reports"] if item["plan"].startswith("child-work")}
    [figure] = [item for item in office["figures"] if item["measures"] == ["child-work-2026/van-son/2b"]]
    assert (figure["why"], figure["last_day"]) == ("missing", None)


def test_a_figure_typed_is_not_asked_for_and_its_report_is(place: Any) -> None:
    """Typing a figure sends no report."""
    place("record", "child-work-2026/van-son/2b", "--period", "2026", "--yes")
    office = units(place)[OFFICE]
    assert office["reports"][0]["duty"] == "report-of-the-commune"
    assert "child-work-2026/van-son/2b" not in {name for item in office["figures"] for name in item["measures"]}


def test_only_what_is_due_within_some_days_and_the_rest_counted(place: Any) -> None:
    """Of what falls due later, or has no day, nothing is dropped in silence."""
    every, soon = place("todo", "--format", "json").json, place("todo", "--days", "7", "--format", "json").json
    count = {name: sum(len(one["reports"]) + len(one["figures"]) for one in found["units"]) for name, found in (("every", every), ("soon", soon))}
    assert (every["later"], soon["later"], soon["days"]) == (0, count["every"] - count["soon"], 7)
    assert {item["last_day"] for one in soon["units"] for item in one["reports"]} == {None, "2026-12-05"}
    assert f"due later than in 7 days or without a date: {soon['later']}" in place("todo", "--days", "7").words


@pytest.mark.parametrize("name", [OFFICE, "PHÒNG VĂN HOÁ – XÃ HỘI", "phong-van-hoa-xa-hoi", "phong van hoa xa hoi"])
def test_one_office_by_id_or_name_in_any_letters(place: Any, name: str) -> None:
    """And what others owe to it: the reports it receives, the figures its own reports wait for."""
    found = place("todo", "--unit", name, "--format", "json").json
    assert ([one["name"] for one in found["units"]], found["unit"]) == ([OFFICE], OFFICE)
    to_it = {one["name"]: one for one in found["owed_to_it"]}
    assert "Trạm Y tế xã" in to_it
    [part] = [one for name, one in to_it.items() if name.startswith("Các cơ quan, đơn vị thuộc UBND xã")]
    assert [item["measures"] for item in part["figures"]] == [["child-labour/van-son-2026-2030/5"]]
    assert "OWED TO" in place("todo", "--unit", name).out


def test_a_receiver_that_is_no_unit_sees_who_owes_to_it(place: Any) -> None:
    """The People's Council receives a report, and owes nothing."""
    found = place("todo", "--unit", "hội đồng nhân dân cấp xã", "--format", "json").json
    assert (found["units"], [one["name"] for one in found["owed_to_it"]]) == ([], ["Ủy ban nhân dân cấp xã"])


def test_the_place_as_a_whole_goes_by_its_office(place: Any) -> None:
    """What nobody is named for is found under the name of the office."""
    [one] = place("todo", "--unit", "UBND xã Vân Sơn", "--format", "json").json["units"]
    assert (one["unit"], one["name"], one["arisen"]) == (None, "UBND xã Vân Sơn", True)


def test_a_school_owes_the_part_that_its_group_owed(place: Any) -> None:
    """Once a school is registered it is asked, with the report of its group, and the group is not."""
    place("units", "add", "Trường THCS Vân Sơn", "--group", "truong-hoc", "--plan", "child-labour/van-son-2026-2030")
    place.today = date(2027, 1, 5)
    found = units(place)
    assert {item["measures"][0] for item in found["Trường THCS Vân Sơn"]["figures"]} == {"child-labour/van-son-2026-2030/5"}
    assert "child-labour/van-son-2026-2030" not in {item["plan"] for item in found["Các trường học trên địa bàn"]["reports"]}
    [one] = place("todo", "--unit", "thcs van son", "--format", "json").json["units"]
    assert one == found["Trường THCS Vân Sơn"]


def test_a_message_for_each_office_and_for_no_other(place: Any) -> None:
    """As many lines as offices owe something, each below 500 letters and whole on one line; none where nothing is due."""
    messages = place("todo", "--format", "text", lang="vi").out.splitlines()
    assert len(messages) == len(units(place))
    assert all(line.startswith("Kính gửi ") and len(line) < 500 for line in messages)
    assert any(
        line.startswith(f"Kính gửi {OFFICE}: đến hết ngày 04/12/2026 (thứ Sáu), đề nghị gửi Báo cáo định kỳ của xã gửi cấp trên") for line in messages
    )
    soon = place("todo", "--days", "3", "--format", "text", lang="vi").out.splitlines()
    assert not any(OFFICE in line for line in soon)
    assert len(soon) == 2  # the two reports on cases


def test_the_messages_go_into_a_file(place: Any) -> None:
    """-o writes them as they are printed."""
    file = place.folder / "nhac.txt"
    place("todo", "--format", "text", "-o", str(file), lang="vi")
    assert file.read_text(encoding="utf-8") == place("todo", "--format", "text", lang="vi").out


def test_a_record_for_everything_owed(place: Any) -> None:
    """The CSV has a row for each report and figure, and the table of Markdown too."""
    found = units(place).values()
    rows = list(csv.DictReader(io.StringIO(place("todo", "--format", "csv").out)))
    assert len(rows) == sum(len(one["reports"]) + len(one["figures"]) for one in found)
    assert {row["thing"] for row in rows} == {"report", "figure"}
    [row] = [row for row in rows if row["of"] == "child-work-2026/van-son/report-of-the-commune"]
    assert (row["unit_name"], row["by"], row["days_left"], row["recipient"]) == (OFFICE, "2026-12-04", "6", "cấp có thẩm quyền")
    assert len(place("todo", "--format", "markdown").out.splitlines()) == len(rows) + 2


def test_a_name_of_nobody_is_refused_with_near_ones(place: Any) -> None:
    """What no plan names is wrong use, and the nearest names are offered."""
    answer = place("todo", "--unit", "Trạm Y té xa", code=None)
    assert (answer.code, "Trạm Y tế xã" in answer.err) == (0, True) if answer.code == 0 else (2, True)
    refused = place("todo", "--unit", "Sở Tài nguyên", code=2)
    assert "No plan followed names unit 'Sở Tài nguyên'" in refused.err


@pytest.mark.parametrize("days", ["-1", "x", "1.5"])
def test_a_wrong_number_of_days_is_refused(place: Any, days: str) -> None:
    """Days are whole and not below zero."""
    assert place("todo", "--days", days, code=2).err


def test_where_nobody_owes_anything_it_is_said(monitor: Any) -> None:
    """An office without anything due, and a workspace without a plan, say so."""
    monitor("init", str(monitor.folder))
    assert "No plan is followed yet" in monitor("todo").out
    assert monitor("todo", "--format", "text").out == ""


def test_an_office_without_anything_due_says_so(place: Any) -> None:
    """With --days an office whose reports have no date owes nothing in these days."""
    assert "Phòng Kinh tế owes nothing in these days." in place("todo", "--unit", "Phòng Kinh tế", "--days", "5").out


# What status tells, it tells once


def test_days_that_are_lacking_are_not_asked_for_again_as_final_figures(place: Any) -> None:
    """4a, 4b and 4c say which days they lack, and stand no more among the estimates of which final figures are wanted; nor NV6, which is 4b."""
    place.today = date(2027, 1, 15)
    said = place("status", lang="vi").words
    assert "số liệu chính thức của 16 chỉ tiêu đang dùng số ước tính: 1a, 1b, 2a, 3, NV1," in said
    assert "4a. Vụ việc nghiêm trọng về xâm hại trẻ em: Chưa đủ số liệu. Đề nghị bổ sung số liệu: từ 01/11/2026 đến 14/12/2026." in said


def test_an_overdue_report_of_one_unit_is_told_once_on_its_screen(place: Any) -> None:
    """Where its reports are listed with their states, what needs attention does not list them again."""
    place.today = date(2026, 12, 11)
    assert place("status", "--unit", OFFICE, lang="vi").words.count("quá hạn từ ngày 06/12/2026") == 1


def test_the_figure_asked_for_is_one_that_the_plan_takes(place: Any) -> None:
    """Of a plan that ended with 2026 the command to record names 2026, in January too; the command that notes a letter stands on its own line."""
    place.today = date(2027, 1, 15)
    said = place("status", lang="vi").out
    assert "    monitor record child-work-2026/van-son/2b --period 2026 --yes/--no" in said.splitlines()
    assert "    monitor reports submit child-work-2026/van-son/case-report --period 2026 --number SỐ --dated NGÀY" in said.splitlines()
    assert "    monitor todo" in said.splitlines()


def test_a_figure_that_two_plans_lack_is_named_in_one_of_them() -> None:
    """What needs attention names it once; of another window it is another figure, and named too."""
    plan = plan_of(measures=(measure_of(),))
    named: set[object] = set()
    lacking = []
    for number, one in enumerate((plan, evolve(plan, id="other/plan"), evolve(plan, id="third/plan", window=ADMINISTRATIVE))):
        checked = CheckedPlan(judge_plan(one, Known(since=LONG_AGO), date(2026, 7, 20)), ())
        lacking += [number for urgency, _said in attention(checked, Speaker("en"), explained=False, silent=named) if urgency == "no_data"]
    assert lacking == [0, 2]


def test_status_proposes_to_record_the_oldest_year_that_is_missing(monitor: Any) -> None:
    """On New Year nothing was recorded of the year that is over: the command names that year, and the new one once it is closed or recorded."""
    monitor.today = date(2026, 10, 1)
    monitor.follow("child-labour/van-son-2026-2030")
    monitor("record", "child-labour/van-son-2026-2030/1", "--period", "2026-S1", "--numerator", "1", "--denominator", "700")
    monitor("undo", monitor("receipts", "--format", "json").json[0]["receipt"], "--reason", "ghi nhầm")
    monitor.today = date(2027, 1, 1)
    assert "monitor record child-labour/van-son-2026-2030/1 --period 2026 " in monitor("status").words
    wanted = {item["period"] for one in units(monitor).values() for item in one["figures"]}
    assert wanted == {"2026", "2027"}
    monitor("year", "close", "2026", code=None)
    assert "monitor record child-labour/van-son-2026-2030/1 --period 2027 " in monitor("status").words
