"""`monitor import` of .xls and .ods files: figures with their cells, or why not, in words; and the form that LibreOffice saves as one of them."""

from pathlib import Path
from typing import Any

import pytest
from planmonitor_exchange.figures.workbook import other_kinds
from support.environments import ONCE
from support.filled_in import asked, opened
from support.spreadsheets import WITH_OFFICE, saved_as, spreadsheet, table
from support.workbooks import GOOD, HEADER

PLAN = "child-labour/van-son-2026-2030"


def put(van_son, *rows, name="bieu.ods"):
    path = van_son.folder / name
    path.write_bytes(spreadsheet(table("Số liệu", [HEADER, *rows])))
    return str(path)


def test_a_spreadsheet_of_libreoffice_is_taken_and_history_names_the_cell(van_son):
    path = put(van_son, *GOOD)
    assert "3 figures taken" in van_son("import", path).out
    assert "taken before" in van_son("import", path).out
    [figure] = van_son("history", "4a", "--format", "json").json
    assert (figure["file_name"], figure["sheet"], figure["cell"]) == ("bieu.ods", "Số liệu", "C2")


def test_what_is_wrong_is_listed_by_cell_and_not_given_back_in_colour(van_son):
    """The list has to do; nothing is written, to the database or to the file."""
    path, back = put(van_son, ("4a", "2026-S1", 60, 50)), van_son.folder / "can-sua.xlsx"
    answer = van_son("import", path, "--annotate", str(back), code=3, lang="vi")
    assert "trang tính 'Số liệu', ô C2" in answer.err
    assert "tệp thuộc dạng .ods, chỉ tệp .xlsx mới tô màu được" in answer.err
    assert not back.exists()
    assert van_son("history", "4a", "--format", "json").json == []


def test_without_the_extra_it_is_refused_with_both_ways_out_and_stops_no_other(van_son, monkeypatch):
    monkeypatch.setattr(other_kinds, "find_spec", lambda _name: None)
    other = van_son.folder / "tot.csv"
    other.write_text("MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR\n4a,2026-S1,45,50\n", encoding="utf-8")
    answer = van_son("import", put(van_son, *GOOD), str(other), code=3, lang="vi")
    assert "bieu.ods: Tệp thuộc dạng .ods của LibreOffice." in answer.err
    assert "lưu lại với dạng 'Excel Workbook (.xlsx)'" in answer.err
    assert "cài thêm gói 'xls'" in answer.err
    assert "tot.csv: đã nhận 01 số liệu" in answer.out


@ONCE
@WITH_OFFICE
@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_a_form_that_libreoffice_saved_as_another_kind_comes_back(van_son: Any, tmp_path: Path, kind: str) -> None:
    """Its rows are known by their keys in the hidden sheet, which comes back whole; figures and words are taken together."""
    van_son("template", "--period", "2026", "-o", str(tmp_path / "bieu.xlsx"), lang="vi")
    book = opened(tmp_path / "bieu.xlsx")
    row = next(row for row in asked(book) if row.line.measure == f"{PLAN}/1" and not row.line.breakdown)
    row.cells["numerator"].value, row.cells["denominator"].value = 40, 1000
    words = next(cell for cells in book["Thuyết minh"].iter_rows() for cell in cells if not cell.protection.locked)
    words.value = "Tổ chức 24 buổi tuyên truyền.\nĐã phát 500 tờ rơi."
    book.save(tmp_path / "bieu.xlsx")
    answer = van_son("import", str(saved_as(kind, tmp_path / "bieu.xlsx")))

    assert "1 figures taken" in answer.out
    assert "numbers were typed over" not in answer.err, "the form's own results, in an .xls without their formulas"
    assert "1 texts of the narrative were taken too" in answer.words
    [figure] = van_son("history", f"{PLAN}/1", "--format", "json").json
    assert (figure["numerator"], figure["denominator"]) == (40, 1000)
    assert (figure["file_name"], figure["sheet"], figure["cell"]) == (f"bieu.{kind}", row.sheet.title, row.cells["numerator"].coordinate)
    texts = [text["text"] for text in van_son("narrative", "show", "--period", "2026", "--format", "json").json]
    assert [text for text in texts if text] == ["Tổ chức 24 buổi tuyên truyền.\nĐã phát 500 tờ rơi."]
