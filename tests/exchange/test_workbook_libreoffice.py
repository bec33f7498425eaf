"""What LibreOffice makes of the formulas of a workbook to fill in: the verdict of the exact share, to the last case."""

from __future__ import annotations

import csv
import shutil
import subprocess
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from planmonitor import Definition, Text
from planmonitor_exchange.workbook import formulas
from planmonitor_exchange.workbook.book import WrittenBook, cell
from planmonitor_exchange.workbook.formulas import CellsOf, SheetBar
from support.environments import ONCE
from support.sheet_formulas import calculated

OFFICE = shutil.which("soffice")
WORDS = Text("a", "a")
pytestmark = [
    ONCE,
    pytest.mark.skipif(OFFICE is None, reason="LOUD: LibreOffice (soffice) is not installed, so what it makes of the formulas is not known here"),
]

BARS = [("<", Fraction(4)), ("<=", Fraction(5)), (">=", Fraction(100)), (">", Fraction(90)), ("==", Fraction(0)), ("<=", Fraction(63, 10))]


def cases(definition: Definition, side: str, bar: Fraction) -> list[tuple[int, int]]:
    """Return counts at the bar and beside it, small ones and the largest that a cell takes."""
    most = formulas.largest(definition, [SheetBar(side, bar, "", "")])
    found = []
    for below in (1, 3, 300, 1003, 99_991, most):
        edge = int(bar * below / definition.per)
        found += [(above, below) for above in (edge - 1, edge, edge + 1) if 0 <= above <= most]
    return found


@pytest.mark.timeout(300)
def test_libreoffice_agrees_with_the_exact_share(tmp_path: Path) -> None:
    """Verdict and result of every case are those of the exact calculator; the empty cell of a formula is calculated when the file is opened."""
    book = WrittenBook(date(2026, 11, 22))
    page, wanted = book.page("Số liệu"), []
    for kind in ("ratio", "rate"):
        definition = Definition("a/b", WORDS, kind, "cases", "count", WORDS, numerator=WORDS, denominator=WORDS)
        for side, bar in BARS:
            held = [SheetBar(side, bar, "đạt", "chưa")]
            for above, below in [*cases(definition, side, bar), (0, 0)]:
                row = len(wanted)
                places = CellsOf(numerator=cell(row, 0), denominator=cell(row, 1))
                said = formulas.verdict(definition, places, held, "x"), formulas.result(definition, places, held, "x")
                for column, number in enumerate((above, below)):
                    page.number(row, column, number)
                for column, formula in enumerate(said, 2):
                    page.formula(row, column, formula)
                known = {places.numerator: above, places.denominator: below}
                wanted.append([calculated(formula, known) for formula in said])
    (tmp_path / "a.xlsx").write_bytes(book.content)
    filter_of_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
    command = [
        str(OFFICE),
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        filter_of_csv,
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, str(tmp_path / "a.xlsx")], check=True, capture_output=True, timeout=240)
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        found = [row[2:4] for row in csv.reader(file)]

    assert len(found) == len(wanted) > 100
    for (verdict, result), (exact_verdict, exact_result) in zip(found, wanted, strict=True):
        assert verdict == exact_verdict
        if isinstance(exact_result, str):
            assert result == exact_result
        else:  # with more than eight decimals it is shown as long as it is
            assert abs(Fraction(result.replace(",", "")) - exact_result) < Fraction(1, 10**7)
