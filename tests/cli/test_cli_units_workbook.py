"""Members of groups from a workbook: the one that `units list` writes comes back with rows added, and what is wrong is told by sheet and cell."""

from __future__ import annotations

import io
import sys
from datetime import date
from typing import Any

import openpyxl
import pytest
from support.workbooks import workbook

LABOUR, WORK = "child-labour/van-son-2026-2030", "child-work-2026/van-son"
FIRMS = "Các cơ sở sản xuất, kinh doanh; doanh nghiệp, hợp tác xã trên địa bàn"
"""The name of a group, with the sign in it that else parts two groups."""
HEADER = ("STT", "Tên đơn vị", "Thuộc nhóm", "Từ ngày", "Đến ngày", "Mã", "Văn bản")


@pytest.fixture
def commune(monitor: Any) -> Any:
    """Return a runner in a workspace of two plans that both have a group of schools."""
    return monitor.follow(LABOUR, WORK)


def members(commune: Any) -> list[dict[str, Any]]:
    return [row for row in commune("units", "list", "--format", "json").json if row["member_of"]]


def imported(commune: Any, content: bytes, *more: str, code: int = 0, lang: str = "en") -> Any:
    path = commune.folder / "don-vi.xlsx"
    path.write_bytes(content)
    return commune("units", "import", str(path), *more, code=code, lang=lang)


def listed(*rows: Any, change: Any = None, header: tuple[str, ...] = HEADER) -> bytes:
    return workbook({"Trường": [("Danh sách trường năm 2026",), header, *rows]}, change)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_list_of_units_is_the_form_in_which_members_are_added(commune, lang):
    """As it is written it changes nothing; with rows added, by a group's name and with or without a plan, they are registered, once."""
    commune("units", "add", "Trường A", "--group", "truong-hoc", "--from", "2026-03-01", "--document", "12/QĐ-UBND")
    commune("units", "close", "Trường A", "--on", "2026-08-31")
    path = commune.folder / "don-vi.xlsx"
    commune("units", "list", "-o", str(path), lang=lang)
    before = (commune.folder / "monitor.db").read_bytes()
    assert "all of its members are registered like that already" in commune("units", "import", str(path)).out
    assert (commune.folder / "monitor.db").read_bytes() == before
    book = openpyxl.load_workbook(path)
    book.worksheets[0].append(("Trường B", None, "Các trường học trên địa bàn", None, date(2026, 9, 1)))
    book.worksheets[0].append(("Công ty C", None, FIRMS, "Lao động trẻ em 2026-2030", "05/10/2026", None, 15))
    book.save(path)
    commune("units", "import", str(path))
    fields = ("name", "plan", "member_of", "valid_from", "document")
    found = {tuple(row[name] for name in fields) for row in members(commune) if row["name"] != "Trường A"}
    assert found == {
        ("Trường B", LABOUR, "truong-hoc", "2026-09-01", None),
        ("Trường B", WORK, "truong-hoc", "2026-09-01", None),
        ("Công ty C", LABOUR, "co-so-san-xuat-kinh-doanh", "2026-10-05", "15"),
    }
    assert "taken before" in commune("units", "import", str(path)).out


def test_the_list_for_programs_comes_back_as_csv_too(commune):
    commune("units", "add", "Trường A", "--group", "truong-hoc")
    path = commune.folder / "don-vi.csv"
    path.write_text(commune("units", "list", "--format", "csv").out, encoding="utf-8")
    assert "registered like that already" in commune("units", "import", str(path)).out
    path.write_text(f"{path.read_text(encoding='utf-8')}{WORK},,Trường B,truong-hoc,,,,2026-09-01,,,,\n", encoding="utf-8")
    commune("units", "import", str(path))
    assert [(row["plan"], row["valid_from"]) for row in members(commune) if row["name"] == "Trường B"] == [(WORK, "2026-09-01")]


def test_every_wrong_cell_is_told_and_no_row_is_taken(commune):
    """By sheet and cell, in the words of a workbook; a trial and a real run say the same."""
    commune("units", "add", "Trường Cũ", "--group", "truong-hoc", "--from", "2026-03-01")
    wrong = listed(
        (1, "Trường A", "truong-hocs"),
        (2, "Trường B", "truong-hoc", "32/1/2026"),
        (3, "Trường C", "truong-hoc", None, None, None, date(2026, 5, 12)),
        (4, "Trường D", "truong-hoc", None, True),
        (5, None, "truong-hoc"),
        (6, "Trường E"),
        (7, "Trường Cũ", "truong-hoc", date(2026, 1, 1)),
        (8, "Trường G", "truong-hoc", None, None, "cong-an-xa"),
        (9, "Cháu Nguyễn Văn An", "truong-hoc"),
        (10, "#N/A", "truong-hoc"),
        (11, "Trường H", "truong-hoc", date(1899, 1, 1)),
        (12, "Trường I", "truong-hoc"),
    )
    for more in (("--dry-run",), ()):
        said = " ".join(imported(commune, wrong, *more, code=3).err.split())
        for cell, why in (
            ("C3", "has a group 'truong-hocs'"),
            ("D4", "is no date"),
            ("G5", "the cell holds the day 12 May 2026"),
            ("E6", "is no date"),
            ("B7", "The cell Tên đơn vị is empty"),
            ("C8", "No group is named for 'Trường E'"),
            ("D9", "is registered with the day 1 March 2026, the file says 1 January 2026"),
            ("B10", "Write another id in the column 'Mã'."),
            ("B11", "child"),
            ("B12", "shows the error #N/A"),
            ("D13", "neither a number nor a day"),
        ):
            assert f"don-vi.xlsx, sheet 'Trường', cell {cell}: " in said
            assert why in said.partition(f"cell {cell}: ")[2].partition("don-vi.xlsx")[0]
        assert "11 rows are wrong; nothing was written." in said
        assert [row["name"] for row in members(commune)] == ["Trường Cũ", "Trường Cũ"]


def test_merged_groups_totals_and_hidden_rows_of_a_sheet_of_ones_own(commune):
    """A merged group is that of all its rows; totals are passed over; unknown columns and hidden rows are named."""

    def merge(book: Any) -> None:
        sheet = book["Trường"]
        sheet.merge_cells("C3:C4")
        sheet.row_dimensions[4].hidden = True

    rows = ((1, "Trường A", "truong-hoc", "", "", "", "", "12 lớp"), (2, "Trường B"), ("Tổng", 2))
    answer = imported(commune, listed(*rows, change=merge, header=(*HEADER, "Quy mô")))
    assert {row["name"] for row in members(commune)} == {"Trường A", "Trường B"}
    said = " ".join(answer.err.split())
    assert "columns of unknown names were not read: Quy mô." in said
    assert "1 hidden rows were read like the others: 4." in said


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (workbook({"Tờ 1": [("Tên", "Lớp")], "Tờ 2": [("a",)]}), "No sheet holds a list of members; looked at: Tờ 1, Tờ 2."),
        (listed(("1", "Trường A", "truong-hoc"), header=(*HEADER, "Nhóm")), "row 2: two columns are headed 'Nhóm'"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "The file cannot be read: it is damaged"),
        (listed(("1", "Trường A", "truong-hoc"))[:-40], "The file is damaged"),
        (workbook({"Trường": [HEADER], "Khác": [("x",)]}), "The file names no member."),
    ],
)
def test_a_workbook_without_a_list_is_refused_whole(commune, content, why):
    assert why in " ".join(imported(commune, content, code=3).err.split())


def test_a_list_of_persons_on_another_sheet_stops_the_file(commune):
    """No text of any sheet is passed over by the screen for a child's data (rule 27)."""
    persons = {"Khác": [("Họ và tên", "Ngày sinh"), ("Nguyễn Văn An", "01/02/2015")]}
    answer = imported(commune, workbook({"Trường": [HEADER, (1, "Trường A", "truong-hoc")]} | persons), code=3)
    assert "sheet 'Khác', cell A1: A sheet holds what looks like a list of persons" in " ".join(answer.err.split())
    assert members(commune) == []


def test_pasted_rows_are_taken_and_unknown_columns_named(commune, monkeypatch):
    rows = "STT\tTên đơn vị\tNhóm\tQuy mô\n1\tTrường A\ttruong-hoc\t12 lớp\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(rows.encode()), encoding="utf-8"))
    answer = commune("units", "import", "-")
    assert "These columns are not known and were not read: Quy mô." in " ".join(answer.err.split())
    assert {row["name"] for row in members(commune)} == {"Trường A"}
