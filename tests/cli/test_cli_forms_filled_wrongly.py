"""A form filled in as schools do wrongly, in some thirty ways: each is taken rightly, or comes back with the cell and what to write there."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from openpyxl.comments import Comment
from planmonitor_cli.main import run
from support.environments import ONCE
from support.filled_in import asked

pytestmark = ONCE

PLAN = "child-labour/van-son-2026-2030"
NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
THCS, PRIMARY = "Trường THCS Vân Sơn", "Trường Tiểu học Vân Sơn"


class Cells:
    """A form of one school, filled in: its figure in row 5, its boys and girls below, as the tests change it."""

    def __init__(self, content: bytes) -> None:
        self.book = openpyxl.load_workbook(io.BytesIO(content))
        self.sheet = self.book["Figures"]

    def __setitem__(self, cell: str, value: Any) -> None:
        self.sheet[cell] = value


class School:
    """One workspace with two schools, and the forms that it made for them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._monitor("init", str(folder / "w"), "--plan", PLAN)
        self("answer", f"{PLAN}/owner-5", "truong-hoc", "--document", "CV 1")
        for school in (THCS, PRIMARY):
            self("units", "add", school, "--group", "truong-hoc")
        self.form = self._form("thcs.xlsx", "--unit", THCS, "--period", "2026")
        self.primary = self._form("tieu-hoc.xlsx", "--unit", PRIMARY, "--period", "2026")
        self.matrix = self._form("chung.xlsx", "--matrix", "--period", "2026")

    def _form(self, name: str, *options: str) -> bytes:
        self("template", *options, "-o", str(self.folder / name))
        return (self.folder / name).read_bytes()

    def __call__(self, *arguments: str) -> tuple[int, str]:
        return self._monitor("--workspace", str(self.folder / "w"), *arguments)

    def _monitor(self, *arguments: str) -> tuple[int, str]:
        said = io.StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            code = run(["--lang", "en", *arguments], lambda: NOW)
        assert "Traceback" not in said.getvalue()
        return code, " ".join(said.getvalue().split())


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """Return the one workspace; nothing of what is tried is written to it."""
    patch = pytest.MonkeyPatch()
    for name in ("MONITOR_LANG", "MONITOR_WORKSPACE", "MONITOR_DATABASE_URL"):
        patch.delenv(name, raising=False)
    patch.setenv("LANGUAGE", "en")
    yield School(tmp_path_factory.mktemp("school"))
    patch.undo()


def filled(school: School) -> Cells:
    """Return the form of a school filled in rightly: 45 of 50, of which 20 of 22 boys and 25 of 28 girls."""
    form = Cells(school.form)
    for row, (numerator, denominator) in enumerate(((45, 50), (20, 22), (25, 28)), 5):
        form[f"H{row}"], form[f"I{row}"] = numerator, denominator
    return form


def renamed(form: Cells) -> None:
    form.sheet.title = "Sheet1"


def shown_as(cell: str, value: Any, number_format: str) -> Callable[[Cells], None]:
    def change(form: Cells) -> None:
        form[cell] = value
        form.sheet[cell].number_format = number_format

    return change


def written(**cells: Any) -> Callable[[Cells], None]:
    def change(form: Cells) -> None:
        for cell, value in cells.items():
            form[cell] = value

    return change


def all_of(*changes: Callable[[Cells], None]) -> Callable[[Cells], None]:
    def change(form: Cells) -> None:
        for one in changes:
            one(form)

    return change


def sorted_by_words(form: Cells) -> None:
    """Put the rows of boys and girls above the figure, each whole with its code, as a sorted sheet has them."""
    rows = [[cell.value for cell in form.sheet[number]] for number in (6, 7, 5)]
    for number, values in enumerate(rows, 5):
        for column, value in enumerate(values, 1):
            form.sheet.cell(number, column).value = value


def swapped_cells(form: Cells) -> None:
    form["H5"], form["I5"] = 50, 45


def as_values(form: Cells) -> None:
    """Paste all over itself as values: formulas become their results."""
    for row in form.sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value.startswith("="):
                cell.value = 90 if cell.column_letter == "L" else None


def moved_column(form: Cells) -> None:
    """Cut the remarks out and put them before the numerators, with all below."""
    form.sheet.insert_cols(8)
    for row in range(1, form.sheet.max_row + 1):
        form.sheet.cell(row, 8).value, form.sheet.cell(row, 22).value = form.sheet.cell(row, 22).value, None


def copied_sheet(form: Cells) -> None:
    """Copy the sheet into a new workbook: the hidden one stays behind."""
    del form.book["_monitor"]


def twice(form: Cells) -> None:
    """Copy the sheet inside the workbook, and fill in the copy otherwise."""
    copy = form.book.copy_worksheet(form.sheet)
    copy["H5"] = 46


def twice_alike(form: Cells) -> None:
    form.book.copy_worksheet(form.sheet)


class Way(NamedTuple):
    """One usual way, and what comes of it: how many figures are taken, or in which cells what is said."""

    change: Callable[[Cells], Any]
    taken: int
    said: str
    cells: tuple[str, ...] = ()


DONE = "figures can be taken"
TYPED = "numbers were typed over totals or beside the cells to fill in, and were not read"
WAYS = {
    "as it should be": Way(lambda form: None, 3, DONE),
    "half empty": Way(written(H6=None, I6=None, H7=None, I7=None), 1, "2 rows hold no figure and were left out: they are missing, not zero"),
    "a row deleted": Way(lambda form: form.sheet.delete_rows(7), 2, "1 rows of the form are gone"),
    "the row of its figure deleted": Way(lambda form: form.sheet.delete_rows(5), 2, "1 rows of the form are gone"),
    "rows sorted with their codes": Way(sorted_by_words, 3, DONE),
    "codes of two rows exchanged": Way(written(A6="D0002", A7="D0001"), 0, "The row stands for", ("C6", "C7")),
    "a row inserted for another class": Way(written(C9="Lớp 6A", H9=10, I9=12), 0, "has lost the code", ("H9",)),
    "words in a figure": Way(written(H5="khoảng 20"), 0, "'khoảng 20' is not a figure", ("H5",)),
    "a number with its unit": Way(written(H5="12 em"), 0, "'12 em' is not a figure", ("H5",)),
    "numbers as texts": Way(written(H5="45", I5=" 50 "), 3, DONE),
    "thousands with a dot": Way(all_of(written(H5="1.045", I5="1.250")), 3, DONE),
    "two readings": Way(written(H5="1,5"), 0, "is not a whole number", ("H5",)),
    "a percentage typed": Way(written(H5="90%"), 0, "'90%' is a percentage. Give its two counts", ("H5",)),
    "a percentage as a spreadsheet keeps it": Way(shown_as("H5", 0.9, "0%"), 0, "the cell shows 90%, and the number in it is 0,9", ("H5",)),
    "100% as a spreadsheet keeps it": Way(shown_as("I5", 1, "0%"), 0, "the cell shows 100%, and the number in it is 1", ("I5",)),
    "a sign typed in a cell of percentages": Way(written(H5="12,5%%"), 0, "is a percentage", ("H5",)),
    "a date in a figure": Way(written(H5=date(2026, 7, 5)), 0, "holds the day", ("H5",)),
    "a date of the year before": Way(written(S5=date(2025, 11, 1)), 0, "outside", ("S5",)),
    "a formula of one's own": Way(written(H5="=20+25"), 0, "a formula without a result", ("H5",)),
    "negative": Way(written(H5=-5), 0, "is negative", ("H5",)),
    "a dash for nothing": Way(written(H5="-"), 0, "may mean zero or nothing reported", ("H5",)),
    "a word for nothing": Way(written(H5="không"), 0, "may mean zero or nothing reported", ("H5",)),
    "zero of nobody": Way(written(H5=0, I5=0, H6=0, I6=0, H7=0, I7=0), 3, DONE),
    "numerator and denominator exchanged": Way(swapped_cells, 0, "The numerator 50 is above the denominator 45", ("H5",)),
    "their headings exchanged": Way(written(H3="Denominator", I3="Numerator"), 0, "stand in each other's place", ("H3",)),
    "a heading of the counts exchanged": Way(written(I3="Count", J3="Denominator"), 0, "stand in each other's place", ("I3",)),
    "a column added": Way(lambda form: form.sheet.insert_cols(8), 3, DONE),
    "a column moved": Way(moved_column, 3, DONE),
    "a column deleted": Way(lambda form: form.sheet.delete_cols(9), 0, "The row of headings lacks: Denominator"),
    "cells merged": Way(lambda form: form.sheet.merge_cells("H5:H6"), 0, "is merged with others", ("H5",)),
    "rows hidden": Way(lambda form: setattr(form.sheet.row_dimensions[6], "hidden", True), 3, "1 hidden rows were read like the others"),
    "pasted over itself as values": Way(
        as_values, 3, "3 numbers were typed over totals or beside the cells to fill in, and were not read: L5, L6, L7"
    ),
    "the result typed over": Way(written(L5=90), 3, f"1 {TYPED}: L5"),
    "a remark alone": Way(written(H7=None, I7=None, U7="chưa thống kê"), 2, "1 remarks stand beside no figure and were not taken: U7"),
    "a remark that is a number": Way(written(U5=79123456789), 0, "holds words, and this cell a number", ("U5",)),
    "a child's name in a remark": Way(written(U5="cháu Nguyễn Văn An, 9 tuổi"), 0, "looks like a child's name", ("U5",)),
    "a comment on a figure": Way(lambda form: setattr(form.sheet["H5"], "comment", Comment("hỏi lại cô Hà", "")), 3, DONE),
    "the whole sheet copied to a new workbook": Way(copied_sheet, 0, "The hidden sheet of the form is gone"),
    "the sheet copied inside and filled in otherwise": Way(twice, 0, "stands twice with different values", ("H5",)),
    "the sheet copied inside": Way(twice_alike, 3, "3 figures stand twice in the file with the same value and were taken once"),
    "the sheet renamed": Way(renamed, 3, DONE),
    "another year typed over the title": Way(written(B1="FIGURES TO FILL IN, YEAR 2025"), 0, "another title stands above it", ("B1",)),
    "another year typed over the days": Way(written(F5="15/12/2024 - 14/12/2025"), 0, "The row stands for", ("F5",)),
    "another school typed over the title": Way(written(B1=f"FIGURES TO FILL IN, YEAR 2026 - {PRIMARY.upper()}"), 0, "another title", ("B1",)),
    "another school typed over its name": Way(written(D5=PRIMARY), 0, "The row stands for", ("D5",)),
    "the parts above the figure": Way(written(H6=30, I6=32), 0, "The parts of 'Sex' (55) are above the total of 45", ("H7",)),
    "the count in place of the two": Way(written(H5=None, I5=None, J5=45), 0, "is not recorded like that", ("J5",)),
    "a count beside the two": Way(written(J5=45), 0, "is not recorded like that", ("J5",)),
    "the denominator left out": Way(written(I5=None), 0, "denominator", ("I5",)),
    "nothing filled in": Way(written(H5=None, H6=None, H7=None), 0, "The file holds no figure"),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=[*WAYS])
def test_what_a_school_fills_in_is_taken_rightly_or_comes_back_marked(school: School, way: Way, tmp_path: Path) -> None:
    """What is refused or asked about is named by its cell, and nothing is taken by halves."""
    form = filled(school)
    way.change(form)
    path = tmp_path / "bieu.xlsx"
    form.book.save(path)

    code, said = school("import", "--dry-run", str(path))

    assert way.said in said
    assert code == (0 if way.taken else 3)
    assert [cell for cell in way.cells if f"cell {cell}: " not in said] == []
    if way.taken:
        assert f"{way.taken} figures can be taken ({way.taken} new" in said


def test_what_is_wrong_comes_back_in_colour(school: School, tmp_path: Path) -> None:
    """The officer's own file, each wrong cell with what to write there."""
    form = filled(school)
    form["H5"], form["I6"] = "12 em", "-"
    path, back = tmp_path / "bieu.xlsx", tmp_path / "lai.xlsx"
    form.book.save(path)
    school("import", "--dry-run", str(path), "--annotate", str(back))
    sheet = openpyxl.load_workbook(back)["Figures"]
    assert {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment} == {"H5", "I6"}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bieu.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".xlsx"),
        ("bieu.xls", b"<html><table><tr><td>45</td></tr></table></html>", "refused"),
        ("bieu.xlsx", b"PK\x03\x04 broken", "damaged"),
    ],
)
def test_a_file_of_another_kind_is_named(school: School, tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """Old, locked, or a page of the web called a workbook: nothing of it is taken."""
    (tmp_path / name).write_bytes(content)
    code, words = school("import", "--dry-run", str(tmp_path / name))
    assert code == 3
    assert said in words or name in words


def test_a_form_saved_as_text_with_columns_is_not_half_read(school: School, tmp_path: Path) -> None:
    """Its hidden sheet is gone, and with it what its rows are about."""
    with (tmp_path / "bieu.csv").open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file).writerows([["" if cell.value is None else cell.value for cell in row] for row in filled(school).sheet.iter_rows()])
    code, said = school("import", "--dry-run", str(tmp_path / "bieu.csv"))
    assert code == 3, said


def test_a_file_under_another_name_is_what_it_holds(school: School, tmp_path: Path) -> None:
    """A workbook called a text."""
    filled(school).book.save(tmp_path / "bieu.xlsx")
    (tmp_path / "bieu.xlsx").rename(tmp_path / "bieu-moi.csv")
    assert "3 figures can be taken" in school("import", "--dry-run", str(tmp_path / "bieu-moi.csv"))[1]


def test_a_sheet_of_another_school_copied_over_is_refused(school: School, tmp_path: Path) -> None:
    """The visible words are those of the other school, the hidden sheet that of this one."""
    form, other = filled(school), Cells(school.primary)
    for row in other.sheet.iter_rows():
        for cell in row:
            if cell.column_letter not in "HI":
                form[cell.coordinate] = cell.value
    form.book.save(tmp_path / "bieu.xlsx")
    code, said = school("import", "--dry-run", str(tmp_path / "bieu.xlsx"))
    assert code == 3
    assert "another title stands above it" in said


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"F5": "D0002", "F6": "D0001", "G5": 45, "H5": 50}, "cell B5: The row stands for"),
        ({"G3": "4a. Another measure (%)", "G5": 45, "H5": 50}, "cell G3: The row stands for"),
        ({"G4": "Denominator", "H4": "Numerator", "G5": 45, "H5": 50}, "cell G4: The headings"),
        ({"A1": "FIGURES BY UNIT, YEAR 2025", "G5": 45, "H5": 50}, "cell A1: The form was made with the title 'FIGURES BY UNIT, YEAR 2026"),
        ({"G5": 45, "H5": 50, "G7": 45, "H7": 50}, f"2 {TYPED}: G7, H7"),
        ({"G5": 45, "H5": 50, "E6": "chưa gửi"}, "1 remarks stand beside no figure and were not taken: E6"),
    ],
)
def test_the_one_sheet_of_all_schools_is_held_to_the_words_above_and_beside(school: School, tmp_path: Path, cells: dict[str, Any], said: str) -> None:
    """A code copied from another school, another measure above its block, headings exchanged, a total typed in, a remark alone."""
    book = openpyxl.load_workbook(io.BytesIO(school.matrix))
    sheet = next(sheet for sheet in book if sheet.title.startswith("Các trường"))
    for cell, value in cells.items():
        sheet[cell] = value
    book.save(tmp_path / "chung.xlsx")
    assert said in school("import", "--dry-run", str(tmp_path / "chung.xlsx"))[1]


def test_the_cover_of_the_sheet_of_all_schools_says_where_parts_are_given(school: School) -> None:
    """It asks for totals alone."""
    guide = openpyxl.load_workbook(io.BytesIO(school.matrix))["Guide"]
    assert any("filled in on the form of each unit" in str(cell.value) for row in guide.iter_rows() for cell in row)
    own = Cells(school.form).book["Guide"]
    assert not any("filled in on the form of each unit" in str(cell.value) for row in own.iter_rows() for cell in row)


def test_a_form_asks_for_what_its_rows_say(school: School) -> None:
    """The rows that the ways above write to are those of the figure, of boys and of girls."""
    form = Cells(school.form)
    assert {row.cells["numerator"].coordinate: row.line.breakdown for row in asked(form.book)} == {"H5": "", "H6": "sex=male", "H7": "sex=female"}
