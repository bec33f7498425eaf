"""`monitor reports submit --file`: a report that comes back edited by hand is held to what it says (docs/domain.md, rule 19)."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from support.environments import ONCE

VAN_SON = "child-labour/van-son-2026-2030"
WORK = "child-work-2026/van-son"
DUTY = f"{VAN_SON}/annual-report"
RATE = ("record", f"{VAN_SON}/1", "--period", "2026")
OFFICE = shutil.which("soffice")


@pytest.fixture
def commune(van_son: Any) -> Any:
    """Return a runner two days after the reporting year, with a share, its parts by sex, its base, another share and a count."""
    van_son.today = date(2026, 12, 16)
    van_son("record", "population/children-5-17", "--period", "2026", "--value", "400")
    van_son(*RATE, "--numerator", "10", "--denominator", "400")
    van_son(*RATE, "--numerator", "4", "--denominator", "190", "--breakdown", "sex=female")
    van_son(*RATE, "--numerator", "6", "--denominator", "210", "--breakdown", "sex=male")
    van_son("record", f"{VAN_SON}/4a", "--period", "2026", "--numerator", "98", "--denominator", "100")
    van_son("record", f"{VAN_SON}/NV2a", "--period", "2026", "--value", "1250")
    return van_son


def written(commune: Any, name: str = "a.docx", *arguments: str) -> Path:
    path = commune.folder / name
    commune("report", DUTY, "--period", "2026", *arguments, "-o", str(path), lang="vi")
    return path


def edited(path: Path, **words: str) -> None:
    """Replace words in every run of a Word file, in text and tables."""
    made = Document(str(path))
    cells = [cell for table in made.tables for row in table.rows for cell in row.cells]
    for paragraph in (*made.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)):
        for run in paragraph.runs:
            for old, new in words.items():
                if old in run.text:
                    run.text = run.text.replace(old, new)
    made.save(str(path))


def submitted(commune: Any, path: Path, **options: Any) -> Any:
    return commune("reports", "submit", DUTY, "--period", "2026", "--number", "45/BC", "--dated", "2026-12-16", "--file", str(path), **options)


def corrections(commune: Any) -> list[dict[str, Any]]:
    return [one for item in commune("reports", "list", "--format", "json").json for one in item["corrections"]]


def test_a_report_that_nobody_edited_says_what_is_recorded(commune: Any) -> None:
    said = submitted(commune, written(commune)).words
    assert "Figures read from the file: 6. All of them stand in its annex as they are recorded." in said
    assert corrections(commune) == []


def test_a_small_share_with_two_digits_in_its_sentence_is_the_one_of_its_annex(commune: Any) -> None:
    """ "05/05" in a sentence is 5/5 in a row."""
    commune("record", f"{VAN_SON}/7a", "--period", "2026", "--numerator", "5", "--denominator", "5")
    path = written(commune)
    assert "05/05" in "".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    assert "không khớp" not in submitted(commune, path, lang="vi").err


def test_a_figure_edited_by_hand_is_kept_as_the_letter_says_it(commune: Any) -> None:
    """The share in the annex, the part of the girls and a count of four digits are others than are recorded: told at once, and listed."""
    path = written(commune)
    edited(path, **{"98/100": "99/100", "4/190": "3/190", "1.250": "1.300"})
    said = submitted(commune, path, lang="vi").words
    assert "Tệp ghi 99/100; số đã ghi: 98/100." in said
    assert "Tệp ghi 3/190; số đã ghi: 4/190." in said
    told = {(one["measure"].rpartition("/")[2], one["breakdown"]): (one["then"], one["now"]) for one in corrections(commune)}
    assert told == {("4a", None): ("99/100", "98/100"), ("1", "sex=female"): ("3/190", "4/190"), ("NV2a", None): ("1300", "1250")}


def test_a_sentence_that_told_a_figure_is_listed_with_who_received_it(commune: Any) -> None:
    """Nothing is edited; the figure is corrected after the letter."""
    submitted(commune, written(commune))
    commune("record", f"{VAN_SON}/4a", "--period", "2026", "--numerator", "96", "--denominator", "100", "--note", "rà soát", code=None)
    [one] = corrections(commune)
    assert one["sentence"].startswith("Có 98/100 cán bộ, giáo viên")
    assert "Sở Y tế" in one["recipients"]
    assert not any(line.startswith("Lưu") for line in one["recipients"])
    listed = commune("reports", "list", lang="vi").words
    assert "Câu đã báo cáo: “Có 98/100 cán bộ" in listed
    assert "Báo cáo số 45/BC ngày 16/12/2026 đã gửi đến: Sở Y tế;" in listed
    assert "đã gửi đến: Sở Y tế;" in commune("check", lang="vi", code=None).words
    path = written(commune, "b.docx")
    assert "đã gửi đến: Sở Y tế;" in " ".join(" ".join(paragraph.text for paragraph in Document(str(path)).paragraphs).split())


def test_a_figure_recorded_between_printing_and_sending_is_none_that_the_letter_told(commune: Any) -> None:
    path = written(commune)
    commune("record", f"{VAN_SON}/4b", "--period", "2026", "--numerator", "7", "--denominator", "10")
    submitted(commune, path)
    [one] = corrections(commune)
    assert (one["kind"], one["then"], one["now"]) == ("new", None, "7/10")


def test_a_sentence_that_contradicts_its_annex_is_told(commune: Any) -> None:
    path = written(commune)
    made = Document(str(path))
    for paragraph in made.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("98/100", "100/100")
    made.save(str(path))
    said = submitted(commune, path, lang="vi")
    assert "câu trong báo cáo không khớp với phụ lục (98/100)" in " ".join(said.err.split())
    assert corrections(commune) == []


@pytest.mark.parametrize(("kind", "result", "told"), [("docx", "97%", True), ("docx", "98,0%", False), ("xlsx", 97, True), ("xlsx", 98, False)])
def test_a_result_that_its_own_row_contradicts_is_told(commune: Any, kind: str, result: Any, told: bool) -> None:
    path = written(commune, f"a.{kind}")
    if kind == "docx":
        edited(path, **{"98%": result})
    else:
        book = load_workbook(path)
        next(row for row in book.worksheets[0].iter_rows() if row[0].value == "4a")[7].value = result
        book.save(path)
    assert ("the result in the file is not what" in submitted(commune, path).err) is told


def test_an_estimate_that_the_file_calls_one_no_more_is_told(commune: Any) -> None:
    commune("record", f"{VAN_SON}/4b", "--period", "2026", "--numerator", "1", "--denominator", "4", "--until", "2026-10-31", "--estimated")
    path = written(commune)
    kept = written(commune, "kept.docx")
    edited(path, **{"25% (ước)": "25%"})
    assert "the file does not call it one" in submitted(commune, path).err
    commune("undo", commune("receipts", "--format", "json").json[0]["receipt"], "--reason", "nhầm tệp")
    assert "the file does not call it one" not in submitted(commune, kept).err


def test_a_cell_that_is_no_figure_is_told_and_what_is_recorded_stands_in_its_place(commune: Any) -> None:
    path = written(commune)
    edited(path, **{"98/100": "khoảng một trăm"})
    assert "is no figure" in submitted(commune, path).err
    assert corrections(commune) == []


def test_a_row_taken_out_of_the_annex_was_not_told(commune: Any) -> None:
    path = written(commune)
    made = Document(str(path))
    [row] = [row for row in made.tables[-1].rows if row.cells[0].text == "4a"]
    row._tr.getparent().remove(row._tr)
    made.save(str(path))
    assert "Note: 4a: the file has no row" in submitted(commune, path).err
    commune("record", f"{VAN_SON}/4a", "--period", "2026", "--numerator", "96", "--denominator", "100", "--note", "rà soát", code=None)
    assert corrections(commune) == []


def test_an_annex_as_a_workbook_is_read_too(commune: Any) -> None:
    path = written(commune, "a.xlsx")
    book = load_workbook(path)
    annex = book.worksheets[0]
    for row in annex.iter_rows(min_row=4):
        if row[0].value == "4a":
            row[5].value = 99
        if row[0].value == "NV2a":
            row[7].value = 1300
    book.save(path)
    submitted(commune, path)
    told = {one["measure"].rpartition("/")[2]: (one["then"], one["now"]) for one in corrections(commune)}
    assert told == {"4a": ("99/100", "98/100"), "NV2a": ("1300", "1250")}


@pytest.mark.parametrize(("name", "content"), [("scan.pdf", b"%PDF-1.7"), ("a.docx", b"PK\x03\x04"), ("b.xlsx", b"PK\x03\x04"), ("c.docx", b"")])
def test_a_file_that_is_no_report_is_noted_by_name_alone_and_that_is_said(commune: Any, name: str, content: bytes) -> None:
    path = commune.folder / name
    path.write_bytes(content)
    assert "not read" in submitted(commune, path).err
    assert corrections(commune) == []
    assert commune("receipts", "--format", "json").json[0]["file_name"] == name


def test_a_word_file_of_somebody_else_is_noted_by_name_alone(commune: Any) -> None:
    path = commune.folder / "other.docx"
    Document().save(str(path))
    assert "no report written by this program" in submitted(commune, path).err


def test_the_file_of_another_period_is_refused_and_nothing_is_recorded(commune: Any) -> None:
    path = commune.folder / "q.docx"
    commune("report", VAN_SON, "--period", "2026-Q1", "-o", str(path))
    assert "another period" in submitted(commune, path, code=3).err
    assert commune("receipts", "--format", "json").json[0]["kind"] == "printed"


def test_the_report_of_a_unit_is_refused_as_that_of_the_place_though_both_tell_the_same_population(commune: Any) -> None:
    """The annex of the schools has all children of the commune too, by which their part of measure 5 is not divided."""
    commune("answer", "owner-5", "truong-hoc", "co-quan-don-vi-va-thon", "--plan", VAN_SON)
    commune("record", "population/children-under-16", "--period", "2026", "--value", "1235")
    commune("record", f"{VAN_SON}/5", "--period", "2026", "--unit", "truong-hoc", "--numerator", "640", "--denominator", "655")
    path = commune.folder / "truong.docx"
    commune("report", VAN_SON, "--period", "2026", "--unit", "truong-hoc", "-o", str(path))
    assert "another period, unit or duty" in submitted(commune, path, code=3).err
    assert commune("receipts", "--format", "json").json[0]["kind"] == "printed"


@pytest.mark.parametrize("name", ["a.odt", "a.doc", "b.ods"])
def test_a_report_saved_as_another_kind_is_not_called_one_of_somebody_else(commune: Any, name: str) -> None:
    path = commune.folder / name
    path.write_bytes(b"PK\x03\x04")
    noted = submitted(commune, path).err
    assert "only Word (.docx) and Excel (.xlsx)" in noted
    assert "no report written by this program" not in noted


def test_a_file_taken_back_with_its_letter_tells_nothing_any_more(commune: Any) -> None:
    path = written(commune)
    edited(path, **{"98/100": "99/100"})
    submitted(commune, path)
    commune("undo", commune("receipts", "--format", "json").json[0]["receipt"], "--reason", "nhầm tệp")
    assert corrections(commune) == []


@pytest.fixture
def schools(monitor: Any) -> Any:
    """Return a runner in a commune whose figure of measure 4c two schools make up: 2 and 3 children."""
    monitor.follow(WORK)
    monitor.today = date(2026, 12, 16)
    monitor("answer", "owner-4c", "truong-hoc", "--plan", WORK)
    for name, value in (("Trường A", "2"), ("Trường B", "3")):
        monitor("units", "add", name, "--group", "truong-hoc")
        monitor("record", "4c", "--period", "2026", "--value", value, "--unit", name)
    monitor("report", f"{WORK}/report-of-the-commune", "--period", "2026", "-o", str(monitor.folder / "a.docx"), lang="vi")
    return monitor


def told_of_schools(monitor: Any, **words: str) -> tuple[str, list[tuple[str | None, str | None, str | None]]]:
    """Return what is noted of a file in whose annex words were replaced, and what of 4c is others in it than recorded."""
    path = monitor.folder / "a.docx"
    made = Document(str(path))
    for row in made.tables[-1].rows:
        if row.cells[0].text == "4c" or row.cells[1].text.startswith("trong đó: Trường"):
            for run in row.cells[5].paragraphs[0].runs:
                run.text = words.get(run.text, run.text)
    made.save(str(path))
    letter = ("--number", "45/BC", "--dated", "2026-12-16", "--file", str(path))
    noted = monitor("reports", "submit", f"{WORK}/report-of-the-commune", "--period", "2026", *letter).err
    return " ".join(noted.split()), [(one["unit"], one["then"], one["now"]) for one in corrections(monitor)]


def test_parts_that_make_up_the_whole_are_kept_part_by_part(schools: Any) -> None:
    noted, told = told_of_schools(schools, **{"03 trẻ em": "04 trẻ em", "05 trẻ em": "06 trẻ em"})
    assert "do not make up" not in noted
    assert [(then, now) for _unit, then, now in told] == [("4", "3")]


def test_of_parts_that_do_not_make_up_the_whole_the_whole_is_kept(schools: Any) -> None:
    """The head of the office corrected the total alone: it is what the letter told."""
    noted, told = told_of_schools(schools, **{"05 trẻ em": "07 trẻ em"})
    assert "4c. " in noted
    assert "do not make up the whole, 7" in noted
    assert told == [(None, "7", "5")]


@ONCE
@pytest.mark.timeout(300)
@pytest.mark.skipif(OFFICE is None, reason="LOUD: no LibreOffice (soffice) here to save the report")
@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_a_report_that_libreoffice_saved_still_says_its_figures(commune: Any, kind: str, tmp_path: Path) -> None:
    path = written(commune, f"a.{kind}")
    if kind == "docx":
        edited(path, **{"98/100": "99/100"})
    command = [
        str(OFFICE),
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        kind,
        "--outdir",
        str(tmp_path / "saved"),
    ]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=240)
    submitted(commune, tmp_path / "saved" / path.name)
    found = [(one["then"], one["now"], (one["sentence"] or "")[:9]) for one in corrections(commune)]
    assert found == ([("99/100", "98/100", "Có 99/100")] if kind == "docx" else [])
