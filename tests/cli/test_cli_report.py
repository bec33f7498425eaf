"""`monitor report`: the report of a period as a file, and what is refused."""

from __future__ import annotations

import os
import shutil
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook
from planmonitor_exchange.report.word_parts import bookmark
from support.environments import ONCE
from support.local_plan import FILE, ID, with_file

VAN_SON = "child-labour/van-son-2026-2030"


def text_of(path: Path) -> str:
    """Return all words of a Word file on one line, with common spaces."""
    made = Document(path)
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
        return text_of(path)

    return write


def test_a_report_tells_the_figure_and_how_it_stands(reported: Any) -> None:
    text = reported("--period", "2026")
    assert "bằng 98%" in text
    assert "98/100" in text
    assert "ước vượt (số liệu đến 31/10/2026)" in text


def test_a_period_without_any_figure_has_a_report_that_says_so(reported: Any) -> None:
    assert "Chưa ghi số liệu nào của quý I/2026" in reported("--period", "2026-Q1")


def test_a_unit_that_only_reports_has_a_report_without_figures(van_son: Any) -> None:
    """Its plans ask it for no measure; it is not taken for one that nobody knows."""
    path = van_son.folder / "bao-cao.docx"
    said = van_son("report", "--period", "2026", "--unit", "cong-an-xa", "-o", str(path), lang="vi").err
    assert "báo cáo năm 2026; kế hoạch không quy định số liệu nào" in " ".join(said.split())
    assert "Kế hoạch không quy định số liệu cho báo cáo này." in text_of(path)
    assert "Phụ lục" not in text_of(path)


@pytest.mark.parametrize(
    ("where", "code", "said"),
    [
        ("khong-co/bao-cao.docx", 4, "không có tệp hoặc thư mục này"),
        ("bao-cao.doc", 2, "không phải tên tệp báo cáo"),
        ("bao-cao", 2, "không phải tên tệp báo cáo"),
        ("tep-khac/bao-cao.docx", 4, ""),
    ],
)
def test_a_file_that_cannot_be_written_is_named(van_son: Any, where: str, code: int, said: str) -> None:
    """A folder that is none, a folder that is a file, a name of another kind: nothing half-written stays behind."""
    (van_son.folder / "tep-khac").write_text("", encoding="utf-8")
    before = {path.name for path in van_son.folder.iterdir()}
    acts = van_son("receipts", "--format", "json").json
    err = " ".join(van_son("report", "--period", "2026", "-o", str(van_son.folder / where), lang="vi", code=code).err.split())
    assert said in err
    assert Path(where).name in err
    assert {path.name for path in van_son.folder.iterdir()} - {"monitor.db-journal"} == before
    assert van_son("receipts", "--format", "json").json == acts


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who administers a machine may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_named(van_son: Any) -> None:
    closed = van_son.folder / "chi-doc"
    closed.mkdir(mode=0o555)
    assert "máy tính không cho phép" in van_son("report", "--period", "2026", "-o", str(closed / "x.docx"), lang="vi", code=4).err


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


EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DAYS = {"van_son": (date(2026, 11, 22), 2026), "thanh_tri": (date(2025, 6, 30), 2025), "van_quan": (date(2024, 12, 31), 2024)}


def sentences_of(made: Any) -> dict[str, list[str]]:
    """Return what stands between the bookmarks of a Word file, by the beginning of their names, with common spaces; rows of tables with "|"."""
    found: dict[str, list[str]] = {}
    for start in made.element.body.iter(qn("w:bookmarkStart")):
        stem = start.get(qn("w:name")).rpartition("_")[0]
        row = next((above for above in start.iterancestors() if above.tag == qn("w:tr")), None)
        if row is not None:
            words = "|".join("".join(text.text for text in cell.iter(qn("w:t"))) for cell in row.iter(qn("w:tc")))
        else:
            words, beside = "", start.getnext()
            while beside.tag == qn("w:r") or (beside.tag == qn("w:bookmarkStart") and not words):
                words += "".join(text.text for text in beside.iter(qn("w:t")))
                beside = beside.getnext()
        found.setdefault(stem, []).append(" ".join(words.split()))
    return found


@ONCE
@pytest.mark.parametrize("name", DAYS)
def test_every_figure_of_a_measure_stands_in_the_report_as_status_has_it(monitor: Any, name: str) -> None:
    """In the sentence and in the row of the annex, with what is above and below the line; what has no figure has none there either."""
    shutil.copytree(EXAMPLES / name, monitor.folder, ignore=shutil.ignore_patterns("monitor.db*"))
    monitor.today, year = DAYS[name]
    monitor("db", "upgrade")
    monitor("import", str(monitor.folder / "so-lieu.csv"))
    path = monitor.folder / "bao-cao.docx"
    monitor("report", "--period", str(year), "-o", str(path), lang="vi")
    told = sentences_of(Document(path))
    measures = [one for plan in monitor("status", "--year", str(year), "--format", "json", lang="vi").json["plans"] for one in plan["measures"]]
    assert len(measures) > 20
    for measure in measures:
        said = told.get(bookmark(measure["id"], 0).rpartition("_")[0], [])
        if not said:  # an orientation for the years after the plan
            assert (measure["due"] > f"{year + 3}", measure["value"]) == (True, None), measure["id"]
            continue
        [row] = [words for words in said if "|" in words]
        sentences = [words for words in said if measure["label_vi"].casefold()[-20:] in words.casefold()]
        value = measure["value"]
        if value is None:
            assert "|…|" in row, measure["id"]
            assert all("chưa có số liệu" in words for words in sentences if "|" not in words), measure["id"]
        elif measure["status"] == "no_case":
            assert "|x|" in row
        else:
            assert f"|{value['display']}" in row, measure["id"]
            none = value["value"] == 0
            assert all(value["display"] in words or (none and "Không " in words.replace("không", "Không")) for words in sentences), measure["id"]
        if value is not None and value["denominator"] is not None and measure["measured_in"] != "yes/no":
            parts = "/".join(f"{value[part]:,}".replace(",", ".") for part in ("numerator", "denominator"))
            assert f"|{parts}|" in row, measure["id"]
    assert ("SỐ LIỆU MINH HỌA" in Document(path).paragraphs[0].text) == bool(tomllib.loads((monitor.folder / "monitor.toml").read_text())["notice"])


def test_a_school_year_is_reported_by_the_duty_that_names_its_days(monitor: Any) -> None:
    """Its name is understood, and stands in the report; a plan as a whole knows no such period."""
    place = with_file(monitor)
    with (place.folder / FILE).open("a", encoding="utf-8") as file:
        file.write(
            '\n[[duties]]\nid = "school"\nkind = "undated"\nrule = "kết thúc năm học"\nsection = "mục II"\nclause = "Báo cáo khi kết thúc năm học."\n'
            'reporters = ["phong-van-hoa"]\nperiod = "school-year"\nperiod_start = "09-05"\nperiod_end = "05-31"\n'
        )
    place.today = date(2027, 6, 10)
    place("plans", "follow", ID)
    path = place.folder / "bao-cao.docx"
    place("report", "school", "--period", "năm học 2026-2027", "-o", str(path), lang="vi")
    assert "năm học 2026-2027" in text_of(path)
    assert "is not a reporting period" in place("report", ID, "--period", "năm học 2026-2027", "-o", "x.docx", code=3).err


def test_a_plan_of_no_place_has_a_report_with_open_heads(monitor: Any) -> None:
    """Nobody is named as issuing body, superior or addressee that no document names."""
    monitor.follow("child-labour/national-2021-2025")
    path = monitor.folder / "bao-cao.docx"
    monitor("report", "--period", "2025", "-o", str(path), lang="vi")
    text = text_of(path)
    assert "[cơ quan chủ quản]" in text
    assert "[cơ quan ban hành]" in text
    assert "Kính gửi: [cơ quan nhận báo cáo]" in text
