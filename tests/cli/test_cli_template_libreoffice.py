"""A template that LibreOffice has opened and saved: it still says what it is, is as locked as before, and its formulas are calculated."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support.environments import ONCE
from support.filled_in import asked, identity, opened, rules_of, unlocked

PLAN = "child-labour/van-son-2026-2030"
OFFICE = shutil.which("soffice")
pytestmark = [ONCE, pytest.mark.skipif(OFFICE is None, reason="LOUD: no LibreOffice (soffice) here to open the template")]


@pytest.mark.timeout(300)
def test_a_template_saved_by_libreoffice_is_the_same_template(van_son: Any, tmp_path: Path) -> None:
    """Filled in and saved there, its keys, locks and rules are those it was made with, and the verdict is that of the exact share."""
    made = tmp_path / "made.xlsx"
    van_son("template", "-o", str(made), lang="vi")
    book = opened(made)
    row = next(row for row in asked(book) if row.line.measure == f"{PLAN}/1" and not row.line.breakdown)
    row.cells["numerator"].value, row.cells["denominator"].value = 40, 1000
    book.save(tmp_path / "filled.xlsx")
    alone = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [str(OFFICE), "--headless", alone, "--convert-to", "xlsx", "--outdir", str(tmp_path / "saved"), str(tmp_path / "filled.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    saved, results = opened(tmp_path / "saved" / "filled.xlsx"), openpyxl.load_workbook(tmp_path / "saved" / "filled.xlsx", data_only=True)

    assert identity(saved) == identity(book)
    assert identity(saved).is_unchanged
    assert [found.line for found in asked(saved)] == [found.line for found in asked(book)]
    for sheet in book:
        assert unlocked(saved[sheet.title]) == unlocked(sheet)
        assert saved[sheet.title].protection.sheet
    wanted, kept = rules_of(row.sheet), rules_of(saved[row.sheet.title])
    for name in ("numerator", "state", "until"):
        address = row.cells[name].coordinate
        assert (kept[address].type, kept[address].error) == (wanted[address].type, wanted[address].error)
    sheet = results[row.sheet.title]
    at = {str(cell.value): cell.column for cell in sheet[3]}
    said = [sheet.cell(row.cells["numerator"].row, at[name]).value for name in ("Kết quả (tự tính)", "So với mức giao (tự tính)")]
    assert said == [4, "Chưa đạt mức giao"]  # 40 of 1.000 is not below 4 %
