"""The workbook that `monitor template` makes comes back filled in: its figures and its words are taken together, or nothing is."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest


@pytest.fixture
def made(van_son: Any) -> Path:
    """Return the form of the whole place for the year, as it was made."""
    path = van_son.folder / "bieu.xlsx"
    van_son("template", "--period", "2026", "-o", str(path))
    return path


def fill(path: Path, *, said: Any = "Tổ chức 24 buổi tuyên truyền.\nĐã phát 500 tờ rơi.", numerator: Any = 45) -> Path:
    """Write a share of measure 4a and the words of its plan as a unit would."""
    book = openpyxl.load_workbook(path)
    for sheet in book:
        headings: dict[Any, int] = {}
        for row in sheet.iter_rows():
            cells = {cell.value: cell.column for cell in row if isinstance(cell.value, str)}
            headings = headings or (cells if {"Row code"} & set(cells) or {"Mã dòng"} & set(cells) else {})
            if sheet.title == "Narrative" and "What was done" in cells:
                sheet.cell(row[0].row, 4).value = said
            if "4a" in cells and "Numerator" in headings:
                sheet.cell(row[0].row, headings["Numerator"]).value = numerator
                sheet.cell(row[0].row, headings["Denominator"]).value = 50
    book.save(path)
    return path


def test_what_was_written_in_the_form_is_kept_beside_its_figures(van_son, made):
    """One act takes both, and taking it back takes both back."""
    answer = van_son("import", str(fill(made)))
    assert "1 figures taken (1 new, 0 revised, 0 unchanged)" in answer.words
    assert "1 texts of the narrative were taken too" in answer.words
    [done, *others] = van_son("narrative", "show", "--period", "2026", "--format", "json").json
    assert (done["section"], done["text"]) == ("done", "Tổ chức 24 buổi tuyên truyền.\nĐã phát 500 tờ rơi.")
    assert {one["text"] for one in others} == {""}
    [receipt] = [one["receipt"] for one in van_son("receipts", "--format", "json").json if one["kind"] == "import"]
    van_son("undo", receipt, "--reason", "nhầm tệp")
    assert van_son("narrative", "list").words == "Nothing was written so far."


def test_a_trial_writes_no_words(van_son, made):
    before = (van_son.folder / "monitor.db").read_bytes()
    assert "1 texts of the narrative can be taken too" in van_son("import", "--dry-run", str(fill(made))).words
    assert (van_son.folder / "monitor.db").read_bytes() == before


@pytest.mark.parametrize(("said", "why"), [(12, "words are wanted"), ("Cháu Nguyễn Văn An bỏ học.", "only totals are kept here")])
def test_words_that_may_not_be_kept_stop_the_whole_file_and_name_the_cell(van_son, made, said, why):
    answer = van_son("import", str(fill(made, said=said)), code=3)
    assert why in answer.err
    assert "sheet 'Narrative', cell " in answer.err
    assert van_son("history", "4a", "--format", "json").json == []
