"""Rows, headings and sheets of a form that were changed by hand: what stands beside a figure is what it is booked for, or nothing is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from planmonitor_exchange.figures.workbook.table import exchanged, row_of_headings
from support.filled_in import Asked, asked, opened

SCHOOLS = ("Trường THCS Vân Sơn", "Trường Tiểu học Vân Sơn")


@pytest.fixture
def forms(van_son: Any) -> dict[str, Path]:
    """Return the form of the whole place and the one sheet of two schools, as they were made."""
    van_son("answer", "child-labour/van-son-2026-2030/owner-5", "truong-hoc", "--document", "CV 1")
    for school in SCHOOLS:
        van_son("units", "add", school, "--group", "truong-hoc")
    paths = {"place": van_son.folder / "bieu.xlsx", "schools": van_son.folder / "truong.xlsx"}
    van_son("template", "--period", "2026", "-o", str(paths["place"]))
    van_son("template", "--matrix", "--period", "2026", "-o", str(paths["schools"]))
    return paths


def filled(path: Path) -> tuple[Any, list[Asked]]:
    """Return a form with a share filled in, and its rows: first those of the share."""
    book = opened(path)
    rows = [row for row in asked(book) if {"numerator", "denominator"} <= set(row.cells) and row.line.kind == "ratio" and not row.line.breakdown]
    rows[0].cells["numerator"].value, rows[0].cells["denominator"].value = 45, 50
    return book, rows


def label(row: Asked, heading: str) -> Any:
    """Return the cell of a row under one of the headings that are compared."""
    header = next(cells for cells in row.sheet.iter_rows() if any(cell.value == heading for cell in cells))
    column = next(cell.column for cell in header if cell.value == heading)
    return row.sheet.cell(row.cells["numerator"].row, column)


def heading(sheet: Any, words: str) -> Any:
    """Return the cell with a heading."""
    return next(cell for cells in sheet.iter_rows() for cell in cells if cell.value == words)


def test_a_form_as_it_was_made_is_taken(van_son: Any, forms: dict[str, Path]) -> None:
    """Whatever spaces another program leaves between the words of a label."""
    for path in forms.values():
        book, rows = filled(path)
        cell = label(rows[0], "Measure" if path == forms["place"] else "Unit or member")
        cell.value = f" {cell.value}".replace("\n", "  \r\n")
        book.save(path)
        assert "1 figures taken" in van_son("import", str(path)).words


@pytest.mark.parametrize("words", ["another measure", "", "Tổng cộng"])
def test_a_figure_beside_another_measure_is_refused_at_its_label(van_son: Any, forms: dict[str, Path], words: str) -> None:
    """The words stand beside the figure; the hidden key alone would book it elsewhere."""
    book, rows = filled(forms["place"])
    cell = label(rows[0], "Measure")
    cell.value = words
    book.save(forms["place"])
    answer = van_son("import", str(forms["place"]), code=3)
    assert f"cell {cell.coordinate}: The row stands for" in answer.err
    assert "Write the figure in the row of the form that is about it" in answer.err


def test_rows_that_were_sorted_without_their_keys_are_refused(van_son: Any, forms: dict[str, Path]) -> None:
    """The figure is written beside the words of the one measure and the key of another."""
    book, rows = filled(forms["place"])
    keys = [row.cells["key"] for row in rows[:2]]
    keys[0].value, keys[1].value = keys[1].value, keys[0].value
    book.save(forms["place"])
    assert "The row stands for" in van_son("import", str(forms["place"]), code=3).err


@pytest.mark.parametrize("words", [SCHOOLS[1], "Trường Mầm non Vân Sơn", "Cộng"])
def test_the_name_of_another_school_written_over_is_refused(van_son: Any, forms: dict[str, Path], words: str) -> None:
    """In the sheet of all schools a row is that of the school that is written there."""
    book, rows = filled(forms["schools"])
    cell = label(rows[0], "Unit or member")
    cell.value = words
    book.save(forms["schools"])
    assert f"cell {cell.coordinate}: The row stands for '{SCHOOLS[0]}'" in van_son("import", str(forms["schools"]), code=3).err


def test_a_total_in_the_number_of_a_row_of_a_school_is_refused(van_son: Any, forms: dict[str, Path]) -> None:
    """A row of totals typed over a school, its name left."""
    book, rows = filled(forms["schools"])
    label(rows[0], "No.").value = "Cộng"
    book.save(forms["schools"])
    assert "a row of totals is written over it" in van_son("import", str(forms["schools"]), code=3).err


@pytest.mark.parametrize("words", ["Row code", "Count", "Denominator", "Figure up to", "State of the figure", "Measure", "Who supplies it"])
def test_a_heading_that_is_gone_stops_the_whole_file(van_son: Any, forms: dict[str, Path], words: str) -> None:
    """Its column would be passed over in silence."""
    book, rows = filled(forms["place"])
    cell = heading(rows[0].sheet, words)
    cell.value = "Cột khác"
    book.save(forms["place"])
    answer = van_son("import", str(forms["place"]), code=3)
    assert f"{cell.row}: The row of headings lacks: {words}." in answer.err


def test_a_heading_of_the_sheet_of_schools_is_missed_too(van_son: Any, forms: dict[str, Path]) -> None:
    """The same heading stands there above a column of every measure, and has to stand there as often."""
    book, rows = filled(forms["schools"])
    heading(rows[0].sheet, "Denominator").value = "Cột khác"
    book.save(forms["schools"])
    assert "The row of headings lacks: Denominator." in van_son("import", str(forms["schools"]), code=3).err
    assert row_of_headings([("Biểu",), ("Mã dòng", "Tử số", "Mã dòng", "Cột khác")], ["Mã dòng", "Tử số"] * 2) == (2, ("Tử số",))


def test_words_of_the_narrative_without_their_heading_are_not_lost(van_son: Any, forms: dict[str, Path]) -> None:
    """What a unit wrote there would be passed over in silence."""
    book, _rows = filled(forms["place"])
    heading(book["Narrative"], "Words of the unit").value = "Nội dung"
    book.save(forms["place"])
    assert "The row of headings lacks: Words of the unit." in van_son("import", str(forms["place"]), code=3).err


def test_a_form_whose_hidden_rows_were_changed_is_refused_as_a_whole(van_son: Any, forms: dict[str, Path]) -> None:
    """What its keys stand for is no longer what was asked for."""
    book, rows = filled(forms["place"])
    hidden = book["_monitor"]
    line = next(cells for cells in hidden.iter_rows() if cells[0].value == rows[0].line.key)
    line[2].value = rows[1].line.measure
    book.save(forms["place"])
    assert "is not as it was made" in van_son("import", str(forms["place"]), code=3).err


def test_a_sheet_put_into_a_form_is_looked_at_for_persons(van_son: Any, forms: dict[str, Path]) -> None:
    """Name, day of birth and class stand in cells of their own."""
    book, _rows = filled(forms["place"])
    book.create_sheet("Danh sách").append(["Họ và tên", "Ngày sinh", "Lớp"])
    book.save(forms["place"])
    assert "looks like a list of persons" in van_son("import", str(forms["place"]), code=3).err


def test_a_sheet_put_into_a_form_is_told_as_not_read(van_son: Any, forms: dict[str, Path]) -> None:
    """And no sheet of the form is told so."""
    book, _rows = filled(forms["place"])
    book.create_sheet("Ghi chép").append(["Tổng hợp của phòng"])
    book.save(forms["place"])
    answer = van_son("import", str(forms["place"]))
    assert (answer.words + answer.err).count("holds no table of figures and was not read") == 1


def test_figures_without_a_day_are_told_up_to_which_they_were_taken(van_son: Any, forms: dict[str, Path]) -> None:
    """Of days that are over they are taken as final, which nobody wrote: it is said."""
    book, rows = filled(forms["place"])
    book.save(forms["place"])
    words = van_son("import", "--dry-run", str(forms["place"])).err
    assert "Note: 1 figures name no day up to which they were counted: they were taken as counted up to " in words
    van_son.today = date(2027, 2, 1)
    words = van_son("import", "--dry-run", str(forms["place"])).err
    assert "Note: 1 figures of days that are over name no day up to which they were counted: they were taken as final, up to " in words
    rows[0].cells["until"].value, rows[0].cells["state"].value = date(2026, 10, 31), "final"
    book.save(forms["place"])
    assert "name no day" not in van_son("import", "--dry-run", str(forms["place"])).err


@pytest.mark.parametrize(("name", "written"), [("until", date(2027, 1, 5)), ("denominator", None)])
def test_a_day_or_a_denominator_that_is_wrong_is_named_by_its_own_cell(van_son: Any, forms: dict[str, Path], name: str, written: Any) -> None:
    """The cell of the figure beside it is right."""
    book, rows = filled(forms["place"])
    rows[0].cells[name].value = written
    book.save(forms["place"])
    assert f"cell {rows[0].cells[name].coordinate}: " in van_son("import", str(forms["place"]), code=3).err


def test_a_part_is_one_of_the_figure_that_stands_above_it(van_son: Any, forms: dict[str, Path]) -> None:
    """The words of boys and girls are the same below every figure: a code copied from another one would book them there."""
    book, _rows = filled(forms["place"])
    girls = [row for row in asked(book) if row.line.breakdown == "sex=female" and row.line.printed.endswith("female")]
    one, other = girls[0].cells, girls[1].cells
    one["key"].value, other["key"].value = other["key"].value, one["key"].value
    one["numerator"].value, one["denominator"].value = 3, 4
    book.save(forms["place"])
    words = van_son("import", str(forms["place"]), code=3).err
    assert f"cell C{one['key'].row}: 'of which, by sex: female' stands below 'Rate of child labour" in words
    assert "and the row stands for a part of 'Children at risk" in words
    assert "1 rows are wrong" in words


def test_a_school_that_is_there_no_more_is_named_at_its_name(van_son: Any, forms: dict[str, Path]) -> None:
    """A form that was sent out before a school was closed: the figure may be right, whose it is is not."""
    book, rows = filled(forms["place"])
    rows[0].cells["numerator"].value = rows[0].cells["denominator"].value = None
    school = next(row for row in rows if row.line.unit == "truong-thcs-van-son")
    school.cells["numerator"].value, school.cells["denominator"].value, school.cells["until"].value = 45, 50, date(2026, 10, 31)
    book.save(forms["place"])
    van_son("units", "close", "truong-thcs-van-son", "--on", "2026-01-31")
    assert f"cell D{school.cells['key'].row}: " in van_son("import", str(forms["place"]), code=3).err


@pytest.mark.parametrize(
    ("made", "now", "places"),
    [
        ("key numerator denominator value note", "key denominator numerator value note", ("denominator", "numerator")),
        ("key numerator denominator value note", "key value denominator numerator note", ("value", "numerator")),
        ("key numerator denominator key numerator denominator", "key numerator denominator key denominator numerator", ("denominator", "numerator")),
        ("key numerator denominator value note", "note key numerator denominator value", None),
        ("key numerator denominator value note", "key denominator value numerator note", None),
        ("key numerator denominator value note", "key numerator denominator note value", None),
        ("key numerator denominator value note", "key numerator lạ denominator value note", None),
    ],
)
def test_two_headings_of_figures_that_changed_places_are_seen(made: str, now: str, places: tuple[str, str] | None) -> None:
    """One column moved with all below it shifts those it passed; where two changed places the others stand where they stood."""
    words = {"key": "Mã dòng", "numerator": "Tử số", "denominator": "Mẫu số", "value": "Số lượng", "note": "Ghi chú, minh chứng"}
    row = [words.get(name, name) for name in now.split()]
    found = exchanged(row, [words[name] for name in made.split()])
    assert (found and tuple(row[column] for column in found)) == (places and tuple(words[name] for name in places))
