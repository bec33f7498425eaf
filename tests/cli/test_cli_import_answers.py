"""`monitor import --answer`: what a cell means that is asked about, said once, remembered where it is how somebody writes, and taken back."""

from __future__ import annotations

import re
import shlex
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from planmonitor.assessment.acts import ASKED_AS
from support.filled_in import asked, opened
from support.workbooks import HEADER, VAN_SON, figures, with_part, workbook

UNIT = (*HEADER, "Đơn vị")
SCHOOL = "Trường THCS Vân Sơn"
SCORES = "child-friendly-commune/2026-2030"
EVERY = re.compile(r"monitor import .*")


def put(monitor: Any, content: bytes, name: str = "bieu.xlsx") -> str:
    """Write a file beside the workspace and return its path."""
    path = monitor.folder / name
    path.write_bytes(content)
    return str(path)


def nought(measure: str, period: str) -> bytes:
    """Return a workbook in which a formula gives 0."""
    content = figures((measure, period, "=1-1", 50))
    pattern = re.compile(rb'(<c r="C2"[^>]*>)(<f>[^<]*</f>)<v ?/?>(?:</v>)?')
    return with_part(content, "xl/worksheets/sheet1.xml", lambda xml: pattern.sub(rb"\1\2<v>0</v>", xml))


def text(*rows: str) -> bytes:
    """Return a text with columns."""
    return "\n".join(rows).encode()


def commands(answer: Any) -> list[list[str]]:
    """Return the commands that an answer prints, as a shell parts them."""
    return [shlex.split(line)[1:] for line in EVERY.findall(answer.err)]


def values(monitor: Any, code: str) -> list[Any]:
    """Return what was counted in the revisions of a measure."""
    return [item["value"] for item in monitor("history", code, "--format", "json").json]


def last(monitor: Any, code: str) -> dict[str, Any]:
    """Return the newest revision of a measure."""
    revision: dict[str, Any] = monitor("history", code, "--format", "json").json[-1]
    return revision


ASKING: dict[str, tuple[str, str, bytes]] = {
    "word": (VAN_SON, "4a", figures(("4a", "2026-S1", "không", 50))),
    "word in the place of a count": (VAN_SON, "NV1", figures(("NV1", "2026-S1", None, None, "Không"), ("NV2a", "2026-S1", None, None, 1))),
    "word in the column of states": (VAN_SON, "NV1", figures(("NV1", "2026-S1", None, None, None, "Không"), ("NV2a", "2026-S1", None, None, 1))),
    "word of a text": (VAN_SON, "NV1", text("MEASURE,TIME_PERIOD,OBS_VALUE", "NV1,2026-S1,không", "NV2a,2026-S1,1")),
    "formula": (VAN_SON, "4a", nought("4a", "2026-S1")),
    "day-number": (VAN_SON, "NV1", figures(("NV1", "2026-S1", None, None, 46208))),
    "month-first": (VAN_SON, "4a", figures(("4a", "2026", 45, 50, None, None, date(2026, 5, 7)))),
    "separator": (SCORES, "2", text("MEASURE;TIME_PERIOD;OBS_VALUE", "2;2026;01.234")),
    "percent": (SCORES, "2", figures(("2", "2026", None, None, 0.125))),
}
"""By what is asked a plan, one of its measures, and a file."""


@pytest.mark.parametrize("kind", ["word in the place of a count", "word in the column of states", "word of a text"])
def test_the_command_printed_for_each_reading_takes_the_file_with_it(monitor: Any, kind: str) -> None:
    """Copied as it stands: zero is recorded as 0, and an empty reading leaves nothing, which is not zero."""
    plan, code, content = ASKING[kind]
    monitor.follow(plan)
    path = put(monitor, content, "bieu.csv" if kind.endswith("text") else "bieu.xlsx")
    zero, empty = commands(monitor("import", path, code=3))
    assert zero[1] == path
    monitor(*empty)
    assert values(monitor, code) == []
    monitor("undo", next(act["receipt"] for act in monitor("receipts", "--format", "json").json if act["kind"] == "import"), "--reason", "thử")
    monitor(*zero)
    assert values(monitor, code) == [0]


@pytest.mark.parametrize(
    ("kind", "number", "recorded"),
    [
        ("word", 0, {"numerator": 0, "denominator": 50}),
        ("formula", 0, {"numerator": 0, "denominator": 50}),
        ("day-number", 0, {"value": 46208}),
        ("month-first", 0, {"until": "2026-05-07"}),
        ("month-first", 1, {"until": "2026-07-05"}),
        ("percent", 1, {"value": "12.5"}),
        ("percent", 0, {"value": "0.125"}),
        ("separator", 1, {"value": "1.234"}),
    ],
)
def test_every_kind_of_question_is_answered_by_one_of_its_commands(monitor: Any, kind: str, number: int, recorded: dict[str, Any]) -> None:
    """The figure is the one of the reading, and its history says that it was answered and what stood there."""
    plan, code, content = ASKING[kind]
    monitor.follow(plan)
    if kind == "percent":
        monitor("record", "2", "--period", "2026-S1", "--value", "12")
    path = put(monitor, content, "bieu.csv" if kind == "separator" else "bieu.xlsx")
    monitor(*commands(monitor("import", path, code=3))[number])
    revision = last(monitor, code)
    assert {name: revision[name] for name in recorded} == recorded
    assert "' = " in revision["answered"]
    assert f"read as answered: {revision['answered']}" in monitor("history", code, "--format", "markdown").words.replace("\\", "")
    assert "cell explained" in monitor("receipts").words


def test_a_figure_without_a_question_says_of_no_answer(van_son: Any) -> None:
    van_son("import", put(van_son, figures(("4a", "2026-S1", 1, 50))))
    assert last(van_son, "4a")["answered"] is None


def of_school(period: str, word: str, school: str = SCHOOL, header: tuple[str, ...] = UNIT) -> bytes:
    """Return a sheet of our columns and the unit, with a word in the place of a count."""
    return workbook({"Số liệu": [header, ("5", period, word, 40, None, None, None, None, None, school)]})


@pytest.fixture
def schools(van_son: Any) -> Any:
    """Return a workspace with two schools that supply figures."""
    van_son("answer", "child-labour/van-son-2026-2030/owner-5", "truong-hoc", "--document", "CV 1")
    for school in (SCHOOL, "Trường Tiểu học Vân Sơn"):
        van_son("units", "add", school, "--group", "truong-hoc")
    return van_son


def test_what_a_sender_means_by_a_word_holds_for_its_next_file_and_is_said(schools: Any) -> None:
    """The same unit, kind of file and word, in any case; whose answer it is and of which day is told."""
    first = schools("import", put(schools, of_school("2026-Q1", "KPS")), "--answer", "C2=0")
    assert "'KPS' read as 0, in files of Trường THCS Vân Sơn. To forget it: monitor undo " in " ".join(first.err.split())
    answer = schools("import", put(schools, of_school("2026-Q2", "kps"), "sau.xlsx"))
    assert "Số liệu!C2: 'KPS' is read as 0, by the answer of 22 November 2026" in " ".join(answer.err.split())
    assert last(schools, "5")["numerator"] == 0
    assert last(schools, "5")["answered"] == "C2 'kps' = 0"


@pytest.mark.parametrize(
    "content",
    [
        of_school("2026-Q2", "KPS", "Trường Tiểu học Vân Sơn"),
        of_school("2026-Q2", "không"),
        of_school("2026-Q2", "KPS", header=(*HEADER[:-1], "Nguồn số liệu", "Đơn vị")),
    ],
    ids=["another sender", "another word", "another kind of file"],
)
def test_an_answer_holds_for_no_other_sender_word_or_kind_of_file(schools: Any, content: bytes) -> None:
    schools("import", put(schools, of_school("2026-Q1", "KPS")), "--answer", "C2=0")
    assert "cell C2: please say" in schools("import", put(schools, content, "sau.xlsx"), code=3).err


AGAIN = [
    ("month-first", figures(("4b", "2026", 45, 50, None, None, date(2026, 5, 7))), "4b", {"until": "2026-07-05"}),
    ("separator", text("MEASURE;TIME_PERIOD;OBS_VALUE", "3;2026;01.234"), "3", {"value": "1.234"}),
    ("percent", figures(("3", "2026", None, None, 0.125)), "3", {"value": "12.5"}),
]
"""By a kind of question that is remembered a second file in which the same stands, its measure, and what is recorded."""


@pytest.mark.parametrize(("kind", "content", "code", "recorded"), AGAIN)
def test_how_a_sender_writes_numbers_and_days_is_remembered_too(monitor: Any, kind: str, content: bytes, code: str, recorded: dict[str, Any]) -> None:
    """The second reading was chosen, and is taken where the same stands again."""
    plan, _code, first = ASKING[kind]
    monitor.follow(plan)
    if kind == "percent":
        for measure in ("2", "3"):
            monitor("record", measure, "--period", "2026-S1", "--value", "5")
    ending = "csv" if kind == "separator" else "xlsx"
    monitor(*commands(monitor("import", put(monitor, first, f"1.{ending}"), code=3))[1])
    monitor("import", put(monitor, content, f"2.{ending}"))
    revision = last(monitor, code)
    assert {name: revision[name] for name in recorded} == recorded


@pytest.mark.parametrize(
    ("kind", "contents"),
    [
        ("formula", (nought("4a", "2026-Q1"), nought("4a", "2026-Q2"))),
        ("day-number", [figures((code, "2026-Q1", None, None, 46208)) for code in ("NV1", "NV2a")]),
    ],
)
def test_whether_a_figure_is_right_at_all_is_answered_for_one_cell_alone(van_son: Any, kind: str, contents: Any) -> None:
    """The next formula that gives 0 may not have been calculated, whatever the last one was."""
    assert not ASKED_AS[kind]
    first, second = (put(van_son, content, f"{number}.xlsx") for number, content in enumerate(contents))
    taken = van_son(*commands(van_son("import", first, code=3))[0])
    assert "Remembered" not in taken.err
    assert "please say" in van_son("import", second, code=3).err


def test_a_number_far_above_all_before_is_answered_for_one_cell_alone(van_son: Any) -> None:
    """One mistake of a hundred times is not excused by another number that was right."""
    van_son("record", "NV1", "--period", "2026-Q1", "--value", "2")
    van_son("record", "NV2a", "--period", "2026-Q1", "--value", "2")
    first = put(van_son, figures(("NV1", "2026-Q2", None, None, 1234)))
    van_son("import", first, "--answer", "E2=as it stands")
    assert last(van_son, "NV1")["value"] == 1234
    assert "please say" in van_son("import", put(van_son, figures(("NV2a", "2026-Q2", None, None, 1234)), "sau.xlsx"), code=3).err


def test_one_answer_does_for_the_same_word_of_the_same_sender_in_a_file(van_son: Any) -> None:
    """Wherever the others stand, before it or after; the cells are named."""
    rows = [("4a", "2026-Q1", "-", 50), ("4a", "2026-Q2", "-", 50), ("4b", "2026-Q1", "-", 50)]
    answer = van_son("import", put(van_son, figures(*rows)), "--answer", "C3=0")
    assert "Số liệu!C3, Số liệu!C2, Số liệu!C4: '-' is read as 0, as answered" in " ".join(answer.err.split())
    assert sorted(act["kind"] for act in van_son("receipts", "--format", "json").json) == ["import", "reading"]


def test_answers_that_differ_within_a_file_are_remembered_for_nothing(van_son: Any) -> None:
    """The sender means both by it: the next one is asked about again."""
    rows = [("4a", "2026-Q1", "-", 50), ("NV1", "2026-Q1", None, None, "-"), ("4b", "2026-Q1", "-", 50)]
    path = put(van_son, figures(*rows))
    assert "cell C4: please say" in van_son("import", path, "--answer", "C2=0", "--answer", "E3=blank", code=3).err
    van_son("import", path, "--answer", "C2=0", "--answer", "E3=blank", "--answer", "C4=0")
    assert "please say" in van_son("import", put(van_son, figures(("4a", "2026-Q2", "-", 50)), "sau.xlsx"), code=3).err


def test_a_later_answer_replaces_an_earlier_one_and_undo_brings_that_back(van_son: Any) -> None:
    """A revision like all others: nothing is erased, the newest holds."""

    def month(number: int) -> str:
        rows = (("NV2a", f"2026-0{number}", None, None, "-"), ("NV1", f"2026-0{number}", None, None, 1))
        return put(van_son, figures(*rows), f"{number}.xlsx")

    van_son("import", month(1), "--answer", "E2=0")
    van_son("import", month(2), "--answer", "E2=blank")
    van_son("import", month(3))
    assert values(van_son, "NV2a") == [0]
    newest = next(act["receipt"] for act in van_son("receipts", "--format", "json").json if act["kind"] == "reading")
    assert "An earlier answer holds again, or it is asked again; figures that were read so stay" in van_son("undo", newest, "--reason", "nhầm").words
    van_son("import", month(4))
    assert values(van_son, "NV2a") == [0, 0]


def test_an_answer_taken_back_is_forgotten_and_figures_read_so_stay(van_son: Any) -> None:
    """The next file is asked about; the receipt of the file still stands."""
    van_son("import", put(van_son, figures(("4a", "2026-Q1", "-", 50))), "--answer", "C2=0")
    [given] = [act for act in van_son("receipts", "--format", "json").json if act["kind"] == "reading"]
    assert "'-' read as 0, in files with the same headings" in given["first_entry"]
    van_son("undo", given["receipt"], "--reason", "nhầm")
    assert last(van_son, "4a")["numerator"] == 0
    assert "please say" in van_son("import", put(van_son, figures(("4a", "2026-Q2", "-", 50)), "sau.xlsx"), code=3).err


def test_a_trial_with_answers_writes_nothing(van_son: Any) -> None:
    """Not the figures, not the answers: the database is byte for byte as it was, and the cell is asked about as before."""
    path = put(van_son, figures(("4a", "2026-Q1", "-", 50)))
    before, there = (van_son.folder / "monitor.db").read_bytes(), {one.name for one in van_son.folder.iterdir()}
    answer = van_son("import", path, "--answer", "C2=0", "--dry-run")
    assert "1 figures can be taken" in answer.out
    assert "'-' is read as 0" in answer.err
    assert "Remembered" not in answer.err
    assert (van_son.folder / "monitor.db").read_bytes() == before
    assert {one.name for one in van_son.folder.iterdir()} == there
    assert "please say" in van_son("import", path, code=3).err


WRONG = [
    (["C9=0"], "'C9' asks nothing, so nothing can be answered there. Asked are: Số liệu!C2 (0, blank)"),
    (["D2=0"], "'D2' asks nothing"),
    (["C2=5"], "'5' is none of the readings of Số liệu!C2, where '-' stands. They are: 0, blank."),
    (["C2=0", "C2=blank"], "'C2' asks nothing"),
    (["C2"], "'C2' is no answer"),
    (["=0"], "'=0' is no answer"),
    (["Khác!C2=0"], "'Khác!C2' asks nothing"),
]


@pytest.mark.parametrize(("answers", "said"), WRONG)
def test_an_answer_that_fits_no_question_is_refused_with_those_there_are(van_son: Any, answers: list[str], said: str) -> None:
    path = put(van_son, figures(("4a", "2026-Q1", "-", 50)))
    before = (van_son.folder / "monitor.db").read_bytes()
    assert said in " ".join(van_son("import", path, *(word for one in answers for word in ("--answer", one)), code=3).err.split())
    assert (van_son.folder / "monitor.db").read_bytes() == before


def test_answers_are_given_to_one_file_at_a_time(van_son: Any) -> None:
    paths = [put(van_son, figures(("4a", "2026-Q1", "-", 50)), name) for name in ("1.xlsx", "2.xlsx")]
    assert "--answer takes one file at a time" in van_son("import", *paths, "--answer", "C2=0", code=2).err


@pytest.mark.parametrize("typed", ["C2=blank", "C2=để trống", "C2=de trong", "c2 = Trống", "$C$2=empty", "'Số liệu'!C2=blank", "so-lieu/C2=blank"])
def test_an_answer_is_understood_however_it_is_accented(van_son: Any, typed: str) -> None:
    content = figures(("4a", "2026-Q1", "-", None), ("4b", "2026-Q1", 1, 2))
    assert "1 figures taken" in van_son("import", put(van_son, content), "--answer", typed).out


def test_a_number_is_no_answer_where_it_is_what_was_asked_about(monitor: Any) -> None:
    """ "1.234" in an answer has the two readings that it has in the cell."""
    monitor.follow(SCORES)
    path = put(monitor, text("MEASURE;TIME_PERIOD;OBS_VALUE", "2;2026;1.234"), "bieu.csv")
    assert "They are: 1234, 1,234." in monitor("import", path, "--answer", "2:OBS_VALUE=1.234", code=3).err
    monitor("import", path, "--answer", "2=1,234")
    assert last(monitor, "2")["value"] == "1.234"


def test_the_same_cell_of_two_sheets_is_named_with_its_sheet(van_son: Any) -> None:
    """One command for each, without a sign that a shell changes; a bare cell is asked about."""
    content = workbook({name: [HEADER, (code, "2026-Q1", "-", 50)] for name, code in (("Số liệu $1", "4a"), ("Biểu 2", "4b"))})
    path = put(van_son, content)
    answer = van_son("import", path, code=3)
    assert [command[-1] for command in commands(answer)] == ["so-lieu-1/C2=0", "so-lieu-1/C2=blank", "Biểu 2/C2=0", "Biểu 2/C2=blank"]
    assert "Several cells of the file are called 'C2'" in van_son("import", path, "--answer", "C2=0", code=3).err
    van_son("import", path, "--answer", "so-lieu-1/C2=0", "--answer", "Biểu 2!C2=0")


def test_a_cell_that_can_be_looked_at_only_after_another_was_answered_takes_its_answer(van_son: Any) -> None:
    """A row whose figure is asked about has a day that is: both are answered in one command."""
    path = put(van_son, figures(("4a", "2026", "-", 50, None, None, date(2026, 5, 7))))
    assert "G2" not in van_son("import", path, code=3).err
    van_son("import", path, "--answer", "C2=0", "--answer", "G2=5/7/2026")
    assert (last(van_son, "4a")["until"], last(van_son, "4a")["answered"]) == ("2026-07-05", "C2 '-' = 0; G2 '2026-05-07' = 2026-07-05")


def test_a_form_of_ours_is_remembered_by_the_unit_it_is_of(schools: Any) -> None:
    """The next form of the same school, of another period, is taken; that of another school is asked about."""

    def filled(unit: str, period: str, name: str) -> str:
        path = schools.folder / name
        schools("template", "--unit", unit, "--period", period, "-o", str(path))
        book = opened(path)
        row = next(row for row in asked(book) if "numerator" in row.cells and not row.line.breakdown)
        row.cells["numerator"].value, row.cells["denominator"].value = "không", 40
        book.save(path)
        return str(path)

    command = commands(schools("import", filled(SCHOOL, "2026-Q1", "1.xlsx"), code=3))[0]
    assert "in files of Trường THCS Vân Sơn" in " ".join(schools(*command).err.split())
    assert "1 figures taken" in schools("import", filled(SCHOOL, "2026-Q2", "2.xlsx")).out
    assert "please say" in schools("import", filled("Trường Tiểu học Vân Sơn", "2026-Q2", "3.xlsx"), code=3).err


def test_what_was_answered_is_sealed_with_the_figure_and_answers_are_only_ever_added(van_son: Any) -> None:
    """The reading is part of what the journal's hash covers, and no row of the answers can be changed."""
    van_son("import", put(van_son, figures(("4a", "2026-Q1", "-", 50))), "--answer", "C2=0")
    van_son("db", "check")
    with sqlite3.connect(van_son.folder / "monitor.db") as held:
        for change in ("UPDATE readings SET reading = 'empty'", "DELETE FROM readings", "INSERT OR REPLACE INTO readings SELECT * FROM readings"):
            with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
                held.execute(change)
        held.execute("DROP TRIGGER revisions_no_update")
        held.execute("UPDATE revisions SET answered = ''")
    held.close()
    assert van_son("db", "check", code=None).code != 0


def test_a_number_written_as_a_text_is_taken_beside_one_that_is_a_number(van_son: Any) -> None:
    """What is asked about is the cell, not its row; and it is the cell that is named."""
    content = figures(("4a", "2026-S1", 3, 46208))
    assert "cell D2: please say: 46208 is also how" in van_son("import", put(van_son, content), code=3).err
    assert "1 figures taken" in van_son("import", put(van_son, figures(("4a", "2026-S1", 3, "46208")), "lai.xlsx")).out


def test_a_yes_in_the_place_of_a_count_is_refused_and_no_question(van_son: Any) -> None:
    """It may mean any number but none."""
    answer = van_son("import", put(van_son, figures(("NV1", "2026-S1", None, None, "Có"))), code=3)
    assert "cell E2: 'Number of" in answer.err or "yes or no is none" in answer.err
    assert "please say" not in answer.err


def test_the_colours_of_a_workbook_hold_no_command(van_son: Any) -> None:
    """They go to the school, which has no prompt."""
    back = van_son.folder / "can-sua.xlsx"
    van_son("import", put(van_son, figures(("4a", "2026-Q1", "-", 50))), "--annotate", str(back), code=3)
    assert "monitor import" not in openpyxl.load_workbook(Path(back))["Số liệu"]["C2"].comment.text
