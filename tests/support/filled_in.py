"""Workbooks as they are read back: by their words, as whoever takes them in finds them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from planmonitor_exchange.figures.identity import SHEET, FigureLine, TemplateIdentity, heading_of, read_identity


class Asked(NamedTuple):
    """One row of a sheet with figures: what it asks for, and its cells by what stands in them."""

    line: FigureLine
    cells: dict[str, Any]
    sheet: Worksheet


def opened(path: Path) -> openpyxl.Workbook:
    """Return a workbook, with its formulas."""
    return openpyxl.load_workbook(path)


def identity(book: openpyxl.Workbook) -> TemplateIdentity:
    """Return what a workbook says of itself."""
    found = read_identity([["" if cell is None else str(cell) for cell in row] for row in book[SHEET].iter_rows(values_only=True)])
    assert found is not None
    return found


def asked(book: openpyxl.Workbook) -> Iterator[Asked]:
    """Yield the rows of all sheets that ask for figures, found by their keys; side by side, those of every block."""
    lines = {line.key: line for line in identity(book).lines}
    for sheet in book:
        headings = headings_of(sheet) if sheet.title != SHEET else {}
        for row in sheet.iter_rows() if headings else ():
            starts = [number for number, cell in enumerate(row) if cell.value in lines]
            for start, end in zip(starts, [*starts[1:], len(row)][: len(starts)], strict=True):
                beside = {name: row[column] for column, name in headings.items() if column < starts[0]}
                own = {name: row[column] for column, name in headings.items() if start <= column < end}
                yield Asked(lines[row[start].value], beside | own, sheet)


def headings_of(sheet: Worksheet) -> dict[int, str]:
    """Return what stands in the columns of a sheet, by the words of its row of headings."""
    header = next((row for row in sheet.iter_rows() if any(heading_of(str(cell.value)) == "key" for cell in row)), ())
    return {number: name for number, cell in enumerate(header) if (name := heading_of(str(cell.value)))}


def unlocked(sheet: Worksheet) -> set[str]:
    """Return the addresses of the cells that can be filled in."""
    return {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}


def rules_of(sheet: Worksheet) -> dict[str, Any]:
    """Return what each cell is held to, by its address."""
    return {str(cell): rule for rule in sheet.data_validations.dataValidation for part in rule.sqref.ranges for cell in _cells(part)}


def _cells(part: Any) -> Iterator[str]:
    for row, column in ((row, column) for row in range(part.min_row, part.max_row + 1) for column in range(part.min_col, part.max_col + 1)):
        yield f"{openpyxl.utils.get_column_letter(column)}{row}"
