"""`monitor report`: the report of a period as a file, and what is refused."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

VAN_SON = "child-labour/van-son-2026-2030"


def text_of(content: bytes) -> str:
    """Return all words of a Word file on one line, with common spaces."""
    made = Document(io.BytesIO(content))
    cells = [paragraph.text for table in made.tables for row in table.rows for cell in row.cells for paragraph in cell.paragraphs]
    return " ".join(" ".join([*(paragraph.text for paragraph in made.paragraphs), *cells]).split())


@pytest.fixture
def reported(van_son: Any) -> Any:
    """Return how to write a report of a workspace with a figure, and read its words."""
    van_son("record", f"{VAN_SON}/4a", "--period", "2026", "--numerator", "98", "--denominator", "100", "--until", "2026-10-31", "--estimated")

    def write(*arguments: str, lang: str = "vi") -> str:
        path = van_son.folder / "bao-cao.docx"
        path.unlink(missing_ok=True)
        van_son("report", *arguments, "-o", str(path), lang=lang)
        return text_of(path.read_bytes())

    return write


def test_a_report_tells_the_figure_and_how_it_stands(reported: Any) -> None:
    text = reported("--period", "2026")
    assert "bằng 98%" in text
    assert "98/100" in text
    assert "ước vượt (số liệu đến 31/10/2026)" in text


def test_a_period_without_any_figure_has_a_report_that_says_so(reported: Any) -> None:
    assert "chưa ghi số liệu nào của quý I/2026" in reported("--period", "2026-Q1")


def test_a_report_that_is_there_is_left_alone(van_son: Any) -> None:
    path = van_son.folder / "bao-cao.docx"
    path.write_bytes(b"edited by hand")
    assert "may have been edited by hand" in van_son("report", "--period", "2026", "-o", str(path), code=2).err
    assert path.read_bytes() == b"edited by hand"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--period", "2026", "-o", "bao-cao.pdf"), 2, "is no name of a report"),
        (("--period", "2019", "-o", "x.docx"), 3, "No plan followed runs in year 2019"),
        (("--period", "2027", "-o", "x.docx"), 3, "nothing to report yet"),
        (("--period", "năm nay", "-o", "x.docx"), 3, "is not a reporting period"),
        (("anual-report", "--period", "2026", "-o", "x.docx"), 2, "annual-report"),
        (("annual-report", "--period", "2026-S1", "-o", "x.docx"), 3, "is not owed for first half of 2026"),
        (("--unit", "Trường Không Có", "--period", "2026", "-o", "x.docx"), 2, "Trường Không Có"),
    ],
)
def test_what_cannot_be_reported_is_refused_with_what_to_do(van_son: Any, arguments: tuple[str, ...], code: int, said: str) -> None:
    van_son("answer", f"{VAN_SON}/annual-report-day", "10/12")
    assert said in " ".join(van_son("report", *arguments, code=code).err.split())
    assert not (van_son.folder / "x.docx").exists()


def test_the_annex_alone_is_a_workbook_with_ids_on_a_second_sheet(reported: Any, van_son: Any) -> None:
    path = van_son.folder / "phu-luc.xlsx"
    van_son("report", "--period", "2026", "-o", str(path))
    annex, ids = load_workbook(path).worksheets
    [row] = [row for row in range(4, annex.max_row) if annex.cell(row, 1).value == "4a"]
    assert [annex.cell(row, column).value for column in (6, 7, 8)] == [98, 100, 98]
    assert ids.cell(row, 2).value == f"{VAN_SON}/4a"
