"""Every list as a workbook: `--format xlsx` has the rows of the screen, in its order, and the data with ids beside it."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from planmonitor_exchange.machine.columns import RECORDS
from planmonitor_exchange.workbook.answer import answer_book, figure_in

PLAN = "child-labour/van-son-2026-2030"
COMMANDS = {
    "status": ["--plan", PLAN],
    "deadlines": [],
    "reports list": [],
    "check": [],
    "show": ["1"],
    "history": [f"{PLAN}/1"],
    "plans list": [],
    "plans show": [PLAN],
    "units list": [],
    "receipts": [],
    "questions": [],
    "plugins list": [],
    "plugins check": ["child_labour"],
}
every_list = pytest.mark.parametrize("command", list(COMMANDS))


@pytest.fixture
def recorded(van_son: Any) -> Any:
    """Return a runner in a workspace with figures."""
    van_son("record", "1", "--period", "2026", "--numerator", "299", "--denominator", "7000", "--note", "=1+1")
    van_son("record", "NV1", "--period", "2026", "--value", "0")
    return van_son


def sheets(file: Path) -> tuple[list[list[Any]], list[list[Any]]]:
    """Return the rows of both sheets."""
    shown, data = ([list(row) for row in sheet.iter_rows(values_only=True)] for sheet in openpyxl.load_workbook(file))
    return shown, data


@every_list
def test_the_data_are_those_of_the_csv(recorded: Any, command: str, tmp_path: Path) -> None:
    """The second sheet has the columns and rows of the CSV, in their order: numbers as numbers, days as days, and nothing where nothing is."""
    words, file = [*command.split(), *COMMANDS[command]], tmp_path / "a.xlsx"
    plain = list(csv.reader(io.StringIO(recorded(*words, "--format", "csv", code=None).out, newline="")))
    answer = recorded(*words, "-o", str(file), code=None)
    _shown, data = sheets(file)

    assert answer.out == ""
    assert str(file) in " ".join(answer.err.split())
    assert data[0] == plain[0] == [column.name for column in RECORDS[command]]
    assert len(data) == len(plain)
    for row, wanted in zip(data[1:], plain[1:], strict=True):
        for column, value, text in zip(RECORDS[command], row, wanted, strict=True):
            if column.kind == "number" and text:
                assert Decimal(str(value)) == Decimal(text)
            elif column.kind == "date" and text:
                assert value == datetime.combine(date.fromisoformat(text), datetime.min.time())
            else:
                assert (value or "") == (text[1:] if text[:1] == "'" else text), column


@every_list
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_rows_are_those_of_the_screen(recorded: Any, command: str, lang: str, tmp_path: Path) -> None:
    """The first sheet has the headings and rows of the Markdown table, in their order; what is a figure there is a number here."""
    words, file = [*command.split(), *COMMANDS[command]], tmp_path / "a.xlsx"
    table = recorded(*words, "--format", "markdown", code=None, lang=lang).out.splitlines()
    recorded(*words, "-o", str(file), code=None, lang=lang)
    shown, _data = sheets(file)

    assert len(shown) == len(table) - 1
    for row, line in zip(shown, [table[0], *table[2:]], strict=True):
        cells = [cell.strip().replace("\\", "") for cell in line.strip("| ").split(" | ")]
        for value, text in zip(row, cells, strict=False):
            if isinstance(value, (int, float)):
                assert figure_in(text, lang) == (Decimal(str(value)), text.endswith("%"))
            else:
                assert (value or "").replace("\n", "<br>").replace("\\", "").strip() == text


def test_a_workbook_ends_as_any_other_answer(recorded: Any, tmp_path: Path) -> None:
    """The exit code is that of the table, and notes are told once."""
    assert recorded("status", "--strict", code=None).code == recorded("status", "--strict", "-o", str(tmp_path / "a.xlsx"), code=None).code
    answer = recorded("show", "1", "-o", str(tmp_path / "b.xlsx"))
    assert answer.err.count("Note:") == recorded("show", "1", "--format", "markdown").err.count("Note:")


def test_the_day_is_the_one_that_was_asked_for(recorded: Any, tmp_path: Path) -> None:
    """With --as-of before anything was recorded there is no figure in either sheet."""
    recorded("status", "--as-of", "2026-11-01", "-o", str(tmp_path / "a.xlsx"), code=None)
    _shown, data = sheets(tmp_path / "a.xlsx")

    at = data[0].index("numerator")
    assert {row[at] for row in data[1:]} == {None}


def test_a_workbook_needs_a_file(recorded: Any) -> None:
    """No workbook is written to a screen: the option that names the file is said."""
    assert "-o FILE.xlsx" in recorded("status", "--format", "xlsx", code=2).err


def test_what_is_refused_leaves_no_file(recorded: Any, tmp_path: Path) -> None:
    """A measure that is not there is named, and nothing is written."""
    recorded("show", "no-such", "-o", str(tmp_path / "a.xlsx"), code=2)

    assert not (tmp_path / "a.xlsx").exists()


def test_words_that_look_like_a_formula_are_words(recorded: Any, tmp_path: Path) -> None:
    """A note "=1+1" is shown as it was written, and calculated by nobody."""
    recorded("history", f"{PLAN}/1", "-o", str(tmp_path / "a.xlsx"))
    cells = [cell for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx") for row in sheet.iter_rows() for cell in row]

    assert [cell for cell in cells if cell.data_type == "f"] == []
    assert "=1+1" in {cell.value for cell in cells}


def test_a_number_too_long_for_a_spreadsheet_stays_as_it_is() -> None:
    """Of more than 15 digits a spreadsheet keeps 15: they stay a text, with all of them."""
    assert figure_in("1.234.567.890.123.456", "vi") is None
    assert figure_in("1.003", "vi") == (1003, False)
    assert figure_in("1,003", "en") == (1003, False)
    assert figure_in("3,99%", "vi") == (Decimal("3.99"), True)
    assert [figure_in(words, "vi") for words in ("02", "1.1", "38/1.003", "", "31/10/2026", "4a", "x")] == [None] * 7


def test_the_same_answer_is_the_same_file() -> None:
    """Two workbooks of one day with the same rows are the same byte by byte."""
    one, other = (answer_book(["a"], [["1"]], RECORDS["receipts"][:1], [{"receipt": "1"}], date(2026, 11, 22), "vi") for _ in range(2))

    assert one == other
