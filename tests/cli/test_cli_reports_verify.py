"""`monitor reports verify`: what the code on an annex stands for (docs/domain.md, rule 19)."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

VAN_SON = "child-labour/van-son-2026-2030"
FOUR = ("record", f"{VAN_SON}/4a", "--period", "2026")


@pytest.fixture
def commune(van_son: Any) -> Any:
    """Return a runner two days after the reporting year, with a figure."""
    van_son.today = date(2026, 12, 16)
    van_son(*FOUR, "--numerator", "98", "--denominator", "100")
    return van_son


def written(commune: Any, name: str = "a.docx", *about: str) -> str:
    """Return the code that the program names for a report it wrote."""
    said = commune("report", *about, "--period", "2026", "-o", str(commune.folder / name)).err
    return re.search("[2-9A-Y]{5}-[2-9A-Y]{5}", said)[0]  # type: ignore[index]


def figure_of(commune: Any, code: str, measure: str = "4a") -> dict[str, Any]:
    figures = commune("reports", "verify", code, "--format", "json").json["figures"]
    return next(one for one in figures if one["measure"] == f"{VAN_SON}/{measure}" and one["column"] == "result")


def test_word_and_workbook_of_the_same_figures_bear_the_same_code_once_recorded(commune: Any) -> None:
    code = written(commune)
    assert written(commune, "a.xlsx") == code
    assert code in " ".join(paragraph.text for paragraph in Document(str(commune.folder / "a.docx")).paragraphs)
    cells = [cell.value for row in load_workbook(commune.folder / "a.xlsx").worksheets[0].iter_rows() for cell in row if cell.value]
    assert any(code in str(cell) for cell in cells)
    kinds = [act["kind"] for act in commune("receipts", "--format", "json").json]
    assert kinds == ["printed", "record"]


def test_the_picture_of_the_code_stands_in_both_files(commune: Any) -> None:
    written(commune)
    written(commune, "a.xlsx")
    for name, folder in (("a.docx", "word/media/"), ("a.xlsx", "xl/media/")):
        with zipfile.ZipFile(commune.folder / name) as file:
            [picture] = [file.read(part) for part in file.namelist() if part.startswith(folder)]
        assert picture.startswith(b"\x89PNG")


def test_a_code_names_the_figures_it_stood_for_after_they_changed(commune: Any) -> None:
    code = written(commune)
    assert figure_of(commune, code)["differs"] is False
    commune(*FOUR, "--numerator", "97", "--denominator", "100", "--note", "rà soát lại", code=None)
    one = figure_of(commune, code)
    assert (one["figure"], one["now"], one["differs"]) == ("98/100", "97/100", True)
    said = commune("reports", "verify", code.lower().replace("-", ""), lang="vi").words
    assert "98/100" in said
    assert "97/100" in said
    assert "Có 01/" in said


def test_plans_are_named_in_the_order_of_the_report(commune: Any) -> None:
    commune("plugins", "enable", "child_work_2026")
    commune("plans", "follow", "child-work-2026/van-son")
    heads = commune("reports", "verify", written(commune), lang="vi").out.splitlines()[:2]
    assert [head.partition(" (")[0] for head in heads] == ["Lao động trẻ em 2026-2030", "Công tác trẻ em 2026"]


def test_the_own_report_of_a_unit_is_named_as_one(commune: Any) -> None:
    """Of a unit that the plan names, and of a school that the place registered."""
    commune("answer", "owner-5", "truong-hoc", "co-quan-don-vi-va-thon", "--plan", VAN_SON)
    commune("units", "add", "Trường A", "--group", "truong-hoc")
    for unit, name in (("truong-hoc", "Các trường học trên địa bàn"), ("Trường A", "Trường A")):
        said = commune("report", VAN_SON, "--unit", unit, "--period", "2026", "-o", str(commune.folder / f"{name}.docx")).err
        code = re.search("[2-9A-Y]{5}-[2-9A-Y]{5}", said)[0]  # type: ignore[index]
        assert f"báo cáo của {name} ({code})" in commune("reports", "verify", code, lang="vi").out


def test_an_estimate_that_became_final_is_told(van_son: Any) -> None:
    van_son(*FOUR, "--numerator", "98", "--denominator", "100", "--estimated")
    code = written(van_son)
    van_son.today = date(2026, 12, 16)
    van_son(*FOUR, "--numerator", "98", "--denominator", "100")
    one = figure_of(van_son, code)
    assert (one["figure"], one["state"], one["now"], one["differs"]) == ("98/100", "estimated", "98/100", True)
    assert "98/100 (final)" in van_son("reports", "verify", code).words


def test_other_figures_are_another_code(commune: Any) -> None:
    code = written(commune)
    commune(*FOUR, "--numerator", "97", "--denominator", "100", "--note", "rà soát lại", code=None)
    assert written(commune, "b.docx") != code
    assert written(commune, "c.docx", f"{VAN_SON}/annual-report") not in {code}


def test_a_mistyped_code_is_told_with_the_one_that_comes_near(commune: Any) -> None:
    code = written(commune)
    wrong = code[:-1] + ("2" if code[-1] != "2" else "3")
    said = commune("reports", "verify", wrong, code=3).err
    assert "mistyped" in said
    assert code in said


def test_a_code_that_no_report_bears_is_told(commune: Any) -> None:
    assert "No report written in this workspace" in commune("reports", "verify", "22222-22222", code=3).err


def test_figures_of_a_plan_that_is_followed_no_more_are_still_told(commune: Any) -> None:
    code = written(commune)
    commune("init", str(commune.folder / "other"), "--plan", "child-work-2026/van-son")
    settings = commune.folder / "monitor.toml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace(VAN_SON, "child-work-2026/van-son").replace("child_labour", "child_work_2026"), "utf-8"
    )
    one = figure_of(commune, code)
    assert (one["figure"], one["now"], one["differs"]) == ("98/100", None, True)


def test_where_nothing_can_be_recorded_the_report_is_written_without_a_code(commune: Any) -> None:
    """A clock that runs far ahead is asked about before anything is recorded; the report is written all the same."""
    commune.today = date(2027, 11, 16)
    said = commune("report", "--period", "2026", "-o", str(commune.folder / "a.docx")).err
    assert "bears no code" in said
    words = " ".join(paragraph.text for paragraph in Document(io.BytesIO((commune.folder / "a.docx").read_bytes())).paragraphs)
    assert "Code of the figures" not in words


def test_writing_a_report_is_nothing_that_could_be_taken_back_or_begins_the_record(van_son: Any) -> None:
    """A workspace in which a report was written before its first figure is followed up from that figure on."""
    van_son.today = date(2026, 12, 16)
    written(van_son)
    [act] = van_son("receipts", "--format", "json").json
    assert "nothing was recorded" in van_son("undo", act["receipt"], "--reason", "sai", code=3).err
    assert all(item["state"] != "overdue" for item in van_son("deadlines", "--format", "json", code=None).json)
