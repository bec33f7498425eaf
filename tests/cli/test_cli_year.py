"""Closing a reporting year: what stays open, what goes on, and a plan of the next year that takes over from the one before (section 4)."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "van_son"
LABOUR, WORK, DROWNING = "child-labour/van-son-2026-2030", "child-work-2026/van-son", "drowning/commune-2021-2030"
CLOSING_DAY = date(2027, 1, 15)


@pytest.fixture
def example(monitor):
    """Return a runner in a copy of the example of Vân Sơn, its figures of 2026 taken in November."""
    shutil.copytree(EXAMPLE, monitor.folder, ignore=shutil.ignore_patterns("monitor.db*"))
    monitor("db", "upgrade")
    monitor("import", str(monitor.folder / "so-lieu.csv"))
    return monitor


@pytest.fixture
def new_year(example):
    """Return it on 15 January of the year after, with a school and a village registered."""
    example("units", "add", "Trường Tiểu học A", "--group", "truong-hoc")
    example("units", "add", "Thôn Gà", "--group", "ban-quan-ly-cac-thon")
    example.today = CLOSING_DAY
    return example


def receipt(monitor, kind):
    return next(act["receipt"] for act in monitor("receipts", "--format", "json").json if act["kind"] == kind)


def test_what_stays_open_of_a_year_is_listed_by_plan_and_kind(new_year):
    """Estimates, figures never recorded, reports not sent, findings, questions; then what goes on. A trial closes nothing."""
    said = new_year("year", "close", "2026", "--dry-run")
    text = said.words
    assert "Nothing was written." in text
    labour = text.partition("Child labour 2026-2030:")[2].partition("Work for children 2026:")[0]
    for heading, example in (
        ("Final figures wanted (9):", "4a. Staff and teachers of schools"),
        ("Figures not there, or not complete (8):", "6. Enterprises, cooperatives and households given information"),
        (
            "Reports not sent (1):",
            "Annual report on preventing child labour, year 2026, Phòng Văn hóa - Xã hội: overdue since 11 December 2026, 36 days",
        ),
    ):
        assert example in labour.partition(heading)[2], heading
    work = text.partition("Work for children 2026:")[2].partition("Drowning and injury 2021-2030:")[0]
    assert "4c. Children injured in accidents: Ask for: 1 November 2026 to 14 December 2026." in work
    assert "Check again: Measure 1a wants 100%" in work
    assert "monitor answer child-work-2026/van-son/periodic-report-day" in work
    scorecard = text.partition("Child-friendly commune 2026-2030:")[2].partition("GOES ON INTO 2027")[0]
    assert "not complete" not in scorecard  # 2026 is no year of assessment
    goes_on = text.partition("GOES ON INTO 2027")[2]
    for words in ("Child labour 2026-2030 runs until 31 December 2030, with 2 answers", "2 registered members of groups: Thôn Gà; Trường Tiểu học A"):
        assert words in goes_on
    assert "Children under 16: 1,235" in goes_on
    assert "monitor plans follow NEW_PLAN --from child-work-2026/van-son" in goes_on
    assert not any(act["kind"] == "closing" for act in new_year("receipts", "--format", "json").json)


def test_a_year_is_closed_once_and_only_when_it_is_over(new_year):
    """Before its last day, twice, or a year of no plan: refused, with what to do; undone, it can be closed again."""
    new_year.today = date(2026, 12, 31)
    assert "its last day is 31 December 2026. It can be closed from 1 January 2027 on." in new_year("year", "close", "2026", code=3).err
    new_year.today = CLOSING_DAY
    assert "No plan followed runs in the year 2020." in new_year("year", "close", "2020", code=3).err
    assert "is not over" in new_year("year", "close", "2027", code=3).err
    new_year("year", "close", "2026")
    code = receipt(new_year, "closing")
    again = " ".join(new_year("year", "close", "2026", code=3).err.split())
    assert "was closed on 15 January 2027" in again
    assert f"(receipt {code})" in again
    assert f"monitor undo {code}" in again
    new_year("undo", code, "--reason", "còn thiếu")
    new_year("year", "close", "2026")


def test_a_plan_that_ended_in_a_closed_year_stands_apart_and_its_errors_go_on(new_year):
    """Its line leaves the table and says how many matters stay open, as many as were listed; no error of it is hidden."""
    before = new_year("status").words
    assert "Ended, year closed" not in before
    closed = new_year("year", "close", "2026").words
    count = closed.partition("Work for children 2026: ")[2].split()[0]
    status = new_year("status").words
    assert f"Ended, year closed: Work for children 2026; {count} matters stay open" in status
    table = status.partition("Ended, year closed")[0]
    assert "Work for" not in table
    assert "Child labour" in table
    left = status.partition("Left from 2026 (Work for children 2026): Must be dealt with: ")[2]
    assert "of 5 children (4c. Children injured in accidents)" in left.partition(" - ")[0]
    errors = before.count("Must be dealt with:")
    assert status.count("Must be dealt with:") == errors > 0
    assert f"monitor record {WORK}/2b --period 2026 --yes/--no" in new_year("status", "--plan", WORK).words
    new_year.today = date(2026, 11, 23)
    assert "Ended, year closed" not in new_year("status", "--as-of", "2026-11-23").out
    new_year.today = CLOSING_DAY
    new_year("undo", receipt(new_year, "closing"), "--reason", "nhầm")
    assert "Ended, year closed" not in new_year("status").out


def test_figures_of_a_closed_year_are_taken_and_that_is_said(new_year):
    """Nothing is locked: the figure is recorded as a correction to a year that was closed; one of the new year bears no note."""
    record = ("record", f"{WORK}/2b", "--period", "2026", "--yes")
    new_year("year", "close", "2026")
    assert "The year 2026 was closed on 15 January 2027" in " ".join(new_year(*record).err.split())
    assert new_year.measure("2b")["value"]["numerator"] == 1
    assert "was closed" not in new_year("record", f"{LABOUR}/NV2a", "--period", "2027", "--value", "1").err


# ---------------------------------------------------------------- the plan of the next year

NEXT = """title = "Kế hoạch thực hiện công tác trẻ em năm 2027 của xã Vân Sơn"
short = "Công tác trẻ em 2027"
start = 2027-01-01
end = 2027-12-31

[place]
level = "commune"
name = "xã Vân Sơn"
code = "07621"

[document]
issuer = "UBND xã Vân Sơn"

[[objectives]]
code = "1"
text = "Mục tiêu"

[[indicators]]
code = "2"
objective = "1"
text = "100% cán bộ được tập huấn."

[[indicators.measures]]
code = "2a"
label = "Cán bộ được tập huấn"
comparator = "=="
value = 100
wording = "100%"
section = "mục I.1"
clause = "100% cán bộ được tập huấn."

[indicators.measures.definition]
kind = "ratio"
counts = "people"
over_time = "count"
noun = "cán bộ"
numerator = "Cán bộ được tập huấn"
denominator = "Cán bộ"

[[units]]
id = "phong-van-hoa-xa-hoi"
name = "Phòng Văn hóa - Xã hội"

[units.tasks]
"mục II.1" = ["Chủ trì thực hiện."]

[[units]]
id = "cac-truong"
name = "Các trường học trên địa bàn xã"
members = true

[units.tasks]
"mục II.2" = ["Phối hợp thực hiện."]

[[duties]]
id = "report-of-the-commune"
kind = "undated"
rule = "báo cáo định kỳ theo quy định"
reporters = ["phong-van-hoa-xa-hoi"]
section = "mục III"
clause = "Báo cáo định kỳ theo quy định."

[[questions]]
id = "which-schools"
about = "unit:truong-hoc"
text = "Các trường học trên địa bàn xã là những trường nào?"
text_en = "Which schools are those of the commune?"

[[questions]]
id = "document-number"
about = "document"
text = "Số của Kế hoạch?"
text_en = "The number of the plan?"
"""
NEW = "local/cong-tac-2027"


def begun(monitor):
    """Write the plan of the next year into the workspace."""
    (monitor.folder / "plans").mkdir(exist_ok=True)
    (monitor.folder / "plans" / "cong-tac-2027.toml").write_text(NEXT, encoding="utf-8")


def test_the_plan_of_the_next_year_is_offered_what_the_last_one_had_and_takes_it_over_when_told(new_year):
    """Nothing is taken silently; what is taken keeps its document and says from which plan it is; what is of one document or one year is not."""
    new_year("answer", f"{WORK}/which-schools", "Tiểu học A, THCS A", "--document", "12/UBND")
    new_year("answer", f"{WORK}/document-number", "15/KH-UBND")
    begun(new_year)
    said = new_year("plans", "follow", NEW)
    assert f"    monitor plans follow {NEW} --from {WORK}\n" in said.out
    assert "1 members of groups, 1 answers. Nothing is taken over by itself" in said.words
    members = [row for row in new_year("units", "list", "--format", "json").json if row["member_of"] and row["plan"] == NEW]
    assert members == []
    assert f"monitor plans follow {NEW} --from {WORK}" in new_year("year", "close", "2026", "--dry-run").out
    taken = new_year("plans", "follow", NEW, "--from", WORK, lang="vi").words
    assert "Tiểu học A, THCS A (12/UBND (lấy từ Công tác trẻ em 2026, năm 2026))" in taken
    assert "Không dùng lại, cần trả lời mới:" in taken
    assert "văn bản không nêu ngày đó áp dụng hằng năm" in taken  # the day of the report
    [member] = [row for row in new_year("units", "list", "--format", "json").json if row["member_of"] and row["plan"] == NEW]
    assert (member["id"], member["member_of"], member["valid_from"]) == ("truong-tieu-hoc-a", "cac-truong", "2027-01-01")
    answers = {row["id"]: row["answer"] for row in new_year("questions", "--all", "--plan", NEW, "--format", "json").json}
    assert answers["which-schools"] == {"value": "Tiểu học A, THCS A", "document": "12/UBND (lấy từ Công tác trẻ em 2026, năm 2026)"}
    assert answers["document-number"] is None
    assert answers["report-of-the-commune-day"] is None
    assert "There is nothing to take over" in new_year("plans", "follow", NEW, "--from", WORK).out
    new_year("undo", receipt(new_year, "taking-over"), "--reason", "nhầm")
    answers = {row["id"]: row["answer"] for row in new_year("questions", "--all", "--plan", NEW, "--format", "json").json}
    assert answers["which-schools"] is None
    assert not [row for row in new_year("units", "list", "--format", "json").json if row["member_of"] and row["plan"] == NEW]


def test_the_day_of_a_report_is_taken_over_where_its_letter_sets_it_for_every_year(new_year):
    """ "hằng năm" in the letter makes the day one of the new plan too, and its report is due."""
    new_year("answer", f"{WORK}/report-of-the-commune-day", "05/12", "--document", "Công văn 8/SYT, áp dụng hằng năm")
    begun(new_year)
    new_year("plans", "follow", NEW)
    said = new_year("plans", "follow", NEW, "--from", WORK).words
    assert "Answer to" in said
    assert "áp dụng hằng năm (lấy từ Công tác trẻ em 2026, năm 2026)" in said
    due = [row for row in new_year("deadlines", "--from", "2027-01-01", "--to", "2027-12-31", "--format", "json").json if row["plan"] == NEW]
    assert [row["last_day"] for row in due] == ["2027-12-05"]


def test_a_plan_takes_over_only_from_one_before_it(new_year):
    """From itself, from a later one, or from one that is not followed: refused, and the last follows nothing."""
    begun(new_year)
    assert new_year("plans", "follow", NEW, "--from", "child-work-2024/van-quan", code=2).err
    assert NEW not in (new_year.folder / "monitor.toml").read_text(encoding="utf-8")
    new_year("plans", "follow", NEW)
    assert "does not follow on" in new_year("plans", "follow", WORK, "--from", NEW, code=3).err
    assert "does not follow on" in new_year("plans", "follow", NEW, "--from", NEW, code=3).err


def test_a_plan_adopted_from_a_programme_continues_the_one_of_the_years_before(new_year):
    """Of the same programme and place: the groups of the same name are offered."""
    new_year.today = date(2031, 1, 10)
    new_year("--clock-right", "plans", "adopt", "child-labour", "--period", "2031-2035")
    [path] = (new_year.folder / "plans").glob("child-labour-*.toml")
    text = path.read_text(encoding="utf-8")
    group = (
        '\n[[units]]\nid = "truong-hoc"\nname = "Các trường học trên địa bàn"\nmembers = true\n[units.tasks]\n"mục IV" = ["Phối hợp thực hiện."]\n'
    )
    path.write_text("\n".join(line for line in text.splitlines() if not line.startswith("draft")) + group, encoding="utf-8")
    plan = f"local/{path.stem}"
    answer = new_year("plans", "follow", plan, code=None)
    assert answer.code == 0, answer.err
    assert f"monitor plans follow {plan} --from {LABOUR}" in answer.out
