"""What documents leave open is listed by what waits for it, answered by a command that first shows what changes, and taken back."""

from datetime import date
from pathlib import Path

import pytest

LABOUR = "child-labour/van-son-2026-2030"
WORK = "child-work-2026/van-son"
CFC = "child-friendly-commune/2026-2030"
SCHOOLS = "Các trường học trên địa bàn"


def text_of(monitor) -> str:
    return (monitor.folder / "monitor.toml").read_text(encoding="utf-8")


def newest(monitor):
    return monitor("receipts", "--format", "json").json[0]


def test_needed_questions_come_first_and_the_others_wait(van_son):
    """The status counts both kinds and names the command; the list shows what each needed one decides, and how it is answered."""
    said = van_son("questions")
    assert "Open questions to answer before all can be judged and dated: 3 (others: 56)." in said.words
    assert "Needed to date the report: Annual report on preventing child labour" in said.words
    assert f"Answer: monitor answer {LABOUR}/annual-report-day DAY/MONTH" in said.out
    assert "QUESTIONS THAT CAN WAIT" not in said.out
    assert "owner-4a" not in said.out
    assert "judged and dated: 3 (others: 56): monitor questions" in van_son("status").words
    assert "monitor.toml" not in van_son("check", code=None).out
    everything = van_son("questions", "--all").out
    assert "QUESTIONS THAT CAN WAIT" in everything
    assert "owner-4a" in everything


def test_the_list_fits_a_screen(van_son):
    """Only commands, which are copied whole, are longer."""
    lines = van_son("questions", "--all", lang="vi").out.splitlines()
    assert [line for line in lines if len(line) > 100 and "monitor answer" not in line] == []


def test_questions_alike_are_one_table_with_the_units_that_work_on_each(van_son):
    """Which unit supplies a figure is asked of many measures in the same words: one table, one command."""
    out = van_son("questions", "--all").out
    assert out.count("Which unit supplies the figure of each of these?") == 1
    assert f'monitor answer {LABOUR}/QUESTION "UNIT"' in out
    row = next(line for line in out.splitlines() if line.endswith("owner-4b"))
    assert row.startswith("4b. ")


def test_questions_for_other_programs_hold_what_each_decides(van_son):
    """JSON, CSV and Markdown; answered ones stand there once all are asked for."""
    rows = van_son("questions", "--format", "json").json
    assert {row["id"] for row in rows} == {"annual-report-day", "periodic-report-day", "report-of-the-commune-day"}
    first = next(row for row in rows if row["id"] == "annual-report-day")
    assert (first["plan"], first["needed"], first["answer"], first["answer_type"]) == (LABOUR, True, None, "month_day")
    assert [(item["kind"], item["id"]) for item in first["decides"]] == [("report", f"{LABOUR}/annual-report")]
    van_son("answer", "annual-report-day", "10/12", "--document", "45/UBND")
    rows = van_son("questions", "--all", "--format", "json").json
    assert [row["answer"] for row in rows if row["id"] == "annual-report-day"] == [{"value": "12-10", "document": "45/UBND"}]
    assert len(rows) == len(van_son("questions", "--all", "--format", "csv").out.splitlines()) - 1
    assert "| annual-report-day |" in van_son("questions", "--all", "--format", "markdown").out


def test_a_reading_in_use_is_shown_as_such(monitor):
    """What a plan offers until the place answers is not needed, and is named."""
    monitor.follow(CFC)
    assert "In use until the place answers: 2027, 2029" in monitor("questions", "--all").out
    assert "assessed-years" not in monitor("questions").out
    rows = monitor("questions", "--format", "csv").out
    assert "maximum-2" in rows


def test_a_day_dates_a_report_and_what_changes_is_said_first(van_son):
    """Dry, nothing is written; then the report has its day, the question is needed no more, and the comments stand."""
    path = van_son.folder / "monitor.toml"
    path.write_text("# của xã\n" + text_of(van_son) + "# cuối tệp\n", encoding="utf-8")
    before = text_of(van_son)
    dry = van_son("answer", "annual-report-day", "trước ngày 10/12", "--document", "45/UBND", "--dry-run")
    assert "the document sets no date becomes due 9 December 2026 on year 2026" in dry.words
    assert "Found no more: Annual report on preventing child labour has no date" in dry.words
    assert "Report of the commune" not in dry.words
    assert "Nothing was written." in dry.out
    assert text_of(van_son) == before
    said = van_son("answer", "annual-report-day", "trước", "ngày", "10/12", "--document", "45/UBND")
    assert "Written into monitor.toml." in said.out
    assert 'annual-report-day = { value = "12-09", document = "45/UBND" }' in text_of(van_son)
    assert text_of(van_son).startswith("# của xã\n")
    assert "# cuối tệp" in text_of(van_son)
    [item, *_] = [row for row in van_son("deadlines", "--format", "json").json if row["duty"] == "annual-report"]
    assert item["last_day"] == "2026-12-09"
    assert "annual-report-day" not in van_son("questions").out


def test_an_answer_is_taken_back_byte_for_byte(van_son):
    """The receipt stands among the others; undone, the file is as it was, and so is the report."""
    before = text_of(van_son)
    van_son("answer", "annual-report-day", "10/12", "--document", "45/UBND")
    assert (newest(van_son)["kind"], newest(van_son)["first_entry"].endswith("10/12")) == ("answer", True)
    undone = van_son("undo", newest(van_son)["receipt"], "--reason", "nhầm ngày")
    assert "monitor.toml says what it said before: no answer." in undone.words
    assert text_of(van_son) == before
    assert any(row["state"] == "undated" and row["duty"] == "annual-report" for row in van_son("deadlines", "--format", "json").json)
    van_son("db", "check")


def test_an_answer_given_anew_gives_way_to_the_one_before(van_son):
    """The remark behind the line stays, through the new answer and back."""
    van_son("answer", "annual-report-day", "10/12")
    path = van_son.folder / "monitor.toml"
    path.write_text(text_of(van_son).replace('annual-report-day = "12-10"', 'annual-report-day = "12-10"  # theo phòng'), encoding="utf-8")
    said = van_son("answer", "annual-report-day", "05/12", "--document", "46/UBND")
    assert "Answered so far: 10/12 (no document named)" in said.words
    assert 'annual-report-day = { value = "12-05", document = "46/UBND" }  # theo phòng' in text_of(van_son)
    van_son("undo", newest(van_son)["receipt"], "--reason", "nhầm")
    assert 'annual-report-day = "12-10"  # theo phòng' in text_of(van_son)


def test_an_answer_changed_since_is_not_taken_back(van_son):
    """Nothing is written, neither into the file nor into the journal."""
    van_son("answer", "annual-report-day", "10/12")
    code = newest(van_son)["receipt"]
    van_son("answer", "annual-report-day", "11/12")
    refused = van_son("undo", code, "--reason", "nhầm", code=3)
    assert "was changed since; nothing was taken back" in refused.err
    assert 'annual-report-day = "12-11"' in text_of(van_son)
    assert [item["kind"] for item in van_son("receipts", "--format", "json").json] == ["answer", "answer"]


def test_the_same_answer_again_is_not_written(van_son):
    van_son("answer", "annual-report-day", "10/12")
    assert "Just this was answered before." in van_son("answer", "annual-report-day", "10/12").out
    assert len(van_son("receipts", "--format", "json").json) == 1


def test_figures_that_an_answer_leaves_aside_are_named_before_it_is_written(van_son):
    """The first line says so, each figure stands below, and undone the figure counts again."""
    van_son("answer", "owner-5", SCHOOLS, "Công an xã", "--document", "12/UBND")
    van_son("record", "5", "--period", "2026", "--unit", "Công an xã", "--numerator", "40", "--denominator", "50")
    van_son("record", "5", "--period", "2026", "--unit", SCHOOLS, "--numerator", "30", "--denominator", "60")
    said = van_son("answer", "owner-5", SCHOOLS, "--document", "13/UBND")
    assert said.out.startswith("Note: With this answer 1 recorded figures count no more")
    assert "Counts no more: 5. " in said.words
    assert "year 2026, Công an xã: 40/50" in said.words
    assert f"Its figure is supplied by: {SCHOOLS}." in said.words
    assert "30/60" not in said.words
    assert van_son.measure("5")["value"]["numerator"] == 30
    van_son("undo", newest(van_son)["receipt"], "--reason", "nhầm")
    assert van_son.measure("5")["value"]["numerator"] == 70


def test_a_figure_of_a_unit_counts_from_the_answer_on(van_son):
    """A figure recorded while the unit supplied it makes the question needed again, and an answer takes it in."""
    van_son("answer", "owner-5", SCHOOLS, "Công an xã")
    van_son("record", "5", "--period", "2026", "--unit", "Công an xã", "--numerator", "40", "--denominator", "50")
    van_son("undo", van_son("receipts", "--format", "json").json[1]["receipt"], "--reason", "nhầm")
    assert "owner-5" in van_son("questions").out
    assert "Counts from now on: 5. " in van_son("answer", "owner-5", SCHOOLS, "Công an xã").words
    assert "owner-5" not in van_son("questions").out


@pytest.mark.parametrize(
    ("question", "value", "code", "said"),
    [
        ("annual-report-day", "cuối năm", 3, "This question takes a day of every year"),
        ("annual-report-day", "15/01", 3, "is it of the year reported on, or of the year after? Write 'năm báo cáo' or 'năm sau'"),
        ("annual-report-day", "10-12", 3, "may be the day 10/12 or 12/10"),
        ("owner-5", "Phòng Tư pháp", 2, "The plan has no unit 'Phòng Tư pháp'."),
        ("owner-99", "Công an xã", 2, "The plans followed have no open question 'owner-99'. Did you mean: "),
        ("fifteen-or-five", "15", 2, "is one of plan drowning/commune-2021-2030, which is not followed. Follow it first"),
        ("full-text", "cháu Nguyễn Văn An", 2, "is one of plan"),
    ],
)
def test_what_does_not_answer_is_refused_and_nothing_is_written(monitor, question, value, code, said):
    """One sentence, and the next step."""
    monitor("init", str(monitor.folder), "--plan", LABOUR)
    monitor("plugins", "enable", "drowning", "child_friendly_commune")
    before = text_of(monitor)
    refused = monitor("answer", question, value, code=code)
    assert said in " ".join(refused.err.split())
    assert text_of(monitor) == before
    assert monitor("receipts", "--format", "json").json == []


def test_a_text_with_a_childs_name_is_refused(van_son):
    """Rule 27: an answer is free text like a note."""
    name = next(row["id"] for row in van_son("questions", "--all", "--format", "json").json if row["answer_type"] == "text")
    before = text_of(van_son)
    van_son("answer", name, "theo trường hợp cháu Nguyễn Văn An, 7 tuổi", code=3)
    van_son("answer", name, "theo văn bản", "--document", "cháu Nguyễn Văn An", code=3)
    assert text_of(van_son) == before


def test_a_question_of_several_plans_needs_its_plan(monitor):
    """Alone it is asked about; with the plan, before or behind it, it is answered."""
    monitor.follow(LABOUR, WORK)
    refused = monitor("answer", "report-of-the-commune-day", "10/12", code=2)
    assert f"{LABOUR}/report-of-the-commune-day, {WORK}/report-of-the-commune-day" in refused.err
    monitor("answer", f"{WORK}/report-of-the-commune-day", "10/12")
    monitor("answer", "report-of-the-commune-day", "11/12", "--plan", LABOUR)
    assert text_of(monitor).count("report-of-the-commune-day") == 2
    refused = monitor("answer", "annual-report-day", "11/12", "--plan", CFC, code=2)
    assert "There is no plan" in refused.err


def test_a_plan_that_is_enabled_and_not_followed_is_named_as_such(van_son):
    van_son("plugins", "enable", "drowning")
    refused = van_son("answer", "month-of-action-day", "10/7", "--plan", "commune-2021-2030", code=2)
    assert "Plan drowning/commune-2021-2030 is not followed. Follow it first: monitor plans follow drowning/commune-2021-2030" in refused.err


def test_a_workspace_without_a_database_gets_one(van_son):
    """Dry, it is not made."""
    (van_son.folder / "monitor.db").unlink()
    van_son("answer", "annual-report-day", "10/12", "--dry-run", code=4)
    assert not (van_son.folder / "monitor.db").exists()
    assert "Database created" in van_son("answer", "annual-report-day", "10/12").out
    assert newest(van_son)["kind"] == "answer"


@pytest.mark.parametrize(
    "plans",
    [
        'plans = ["{plan}"]\nofficer = "Hà"\n',
        'officer = "Hà"\n[plans]\nfollow = ["{plan}"]\n"{plan}" = {{ answers = {{ first-report = "x" }} }}\n',
        'officer = "Hà"\n[plans]\nfollow = ["{plan}"]\n[plans."{plan}"]\nwindow = "calendar"  # theo năm\n\n[calendar.2027]\ndays_off = []\n',
        'officer = "Hà"\n[plans]\nfollow = ["{plan}"]\n\n[plans."{plan}".answers]\n# còn trống\n\n[calendar.2027]\ndays_off = []\n',
    ],
    ids=["a bare list", "tables in a line", "a table without answers", "an empty table"],
)
def test_a_file_written_by_hand_takes_an_answer_wherever_its_tables_stand(van_son, plans):
    """All else in it says what it said, and taken back the answer is gone."""
    path: Path = van_son.folder / "monitor.toml"
    question = next(row["id"] for row in van_son("questions", "--all", "--format", "json").json if row["answer_type"] == "text")
    path.write_text('plugins = ["child_labour"]\n' + plans.format(plan=LABOUR).replace("first-report", question), encoding="utf-8")
    van_son("answer", "annual-report-day", "10/12")
    assert 'annual-report-day = "12-10"' in text_of(van_son)
    assert 'officer = "Hà"' in text_of(van_son)
    assert "annual-report-day" not in van_son("questions").out
    van_son("undo", newest(van_son)["receipt"], "--reason", "nhầm")
    assert "annual-report-day" in van_son("questions").out


def test_answers_are_noted_under_the_clock_and_figures_keep_their_history(van_son):
    """An answer is an act of its own: the history of a measure knows nothing of it."""
    van_son("record", "1", "--period", "2026", "--numerator", "3", "--denominator", "100")
    before = van_son("history", "1", "--format", "json").json
    van_son.today = date(2026, 11, 23)
    van_son("answer", "annual-report-day", "10/12")
    assert newest(van_son)["recorded_at"].startswith("2026-11-23")
    assert van_son("history", "1", "--format", "json").json == before


def test_the_plan_shows_how_its_questions_are_answered(van_son):
    assert f"Answer one: monitor answer {LABOUR}/QUESTION ANSWER" in van_son("plans", "show", LABOUR).out


def test_who_registers_a_member_that_nobody_asks_is_told_where_the_question_is(van_son):
    """M3: no measure asks the schools for a figure before somebody says that they supply it."""
    said = van_son("units", "add", "Trường THCS A", "--group", "truong-hoc")
    assert f"monitor answer {LABOUR}/owner-CODE truong-hoc" in said.words
    assert "no measure asks this group for a figure yet" in said.words
    assert "owner-5" in van_son("questions", "--all", "--plan", LABOUR).out
    refused = van_son("record", "5", "--period", "2026", "--unit", "truong-hoc", "--numerator", "1", "--denominator", "2", code=3)
    assert f"To divide it, say who supplies it: monitor answer {LABOUR}/owner-5 ..." in refused.err
