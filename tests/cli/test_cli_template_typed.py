"""A template filled in by key strokes in LibreOffice: what a cell may not hold cannot be typed there, and what was typed is taken in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from support.environments import ONCE
from support.filled_in import Asked, asked, opened
from support.keystrokes import TypedOffice, lacking

PLAN = "child-labour/van-son-2026-2030"
pytestmark = [ONCE, pytest.mark.skipif(bool(lacking()), reason=f"LOUD: nothing to type into the template with, lacking here: {lacking()}")]


@pytest.mark.timeout(300)
def test_what_is_typed_into_a_template_is_kept_to_its_rules_and_taken_in(van_son: Any, tmp_path: Path) -> None:
    """On a Vietnamese computer: words, decimals, negative numbers, days that are none and locked cells are refused as they are typed."""
    made = tmp_path / "bieu.xlsx"
    van_son("template", "--period", "2026", "-o", str(made), lang="vi")
    before = opened(made)
    share = _row(before, f"{PLAN}/1")
    cells, row = share.cells, share.sheet[share.cells["key"].row]
    label = next(cell for cell in row if str(cell.value).startswith("Tỷ lệ lao động"))
    with TypedOffice(made, tmp_path / "profile") as office:
        office.sheet(share.sheet)
        for wrong in ("abc", "12,5", "-1"):
            office.write(cells["numerator"], wrong)
            office.refused()
        office.write(cells["numerator"], "40")
        office.write(cells["denominator"], "1000")
        for name in ("state", "until"):
            office.write(cells[name], "abc")
            office.refused()
        office.write(cells["until"], "31/10/2026")
        office.go(cells["state"])
        office.press("alt+Down", "Down", "Return")  # the first of its list
        office.write(cells["note"], "Bao cao 12")
        office.go(label)
        office.press("7")
        office.refused()
        office.save()
        office.leave()

    typed, results = _row(opened(made), f"{PLAN}/1"), openpyxl.load_workbook(made, data_only=True)
    assert [typed.cells[name].value for name in ("numerator", "denominator")] == [40, 1000]
    assert typed.sheet[label.coordinate].value == label.value
    verdict = next(cell.column_letter for cell in share.sheet[3] if str(cell.value).startswith("So với mức giao"))
    assert results[typed.sheet.title][f"{verdict}{label.row}"].value == "Chưa đạt mức giao"  # 40 of 1.000 is not below 4 %
    assert "1 figures taken (1 new, 0 revised, 0 unchanged)" in van_son("import", str(made)).words
    [told] = van_son("history", "1", "--format", "json").json
    assert (told["numerator"], told["denominator"], told["until"], told["note"]) == (40, 1000, "2026-10-31", "Bao cao 12")
    assert told["state"] == "estimated"


def _row(book: Any, measure: str) -> Asked:
    return next(row for row in asked(book) if row.line.measure == measure and not row.line.breakdown)
