"""Where the cells of one sheet stand in their file, said only when somebody asks: a sheet has a million cells, and few of them are ever named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen
from planmonitor.assessment.records import Origin

from planmonitor_exchange.figures.workbook.preflight import column_letters


@frozen
class SheetCells:
    """The cells of a sheet, by row, counted from 1, and column, counted from 0."""

    sheet: Origin
    """Where the sheet stands."""

    def at(self, row: int, column: int, sender: str = "") -> Origin:
        """Return where a cell stands, and whose row it is in."""
        sheet = self.sheet
        position = sheet.position + row * 16 + min(column, 15)
        return Origin(sheet.file, cell_name(row, column), sheet.sheet, position, sender=sender, form=sheet.form)


@frozen(eq=False)
class CellsBeside(Mapping[str, Origin]):
    """Where the fields of a figure stand that have cells of their own in its row, by name."""

    cells: SheetCells
    row: int
    columns: Mapping[str, int]
    sender: str

    def __getitem__(self, field: str) -> Origin:
        """Return where a field stands; a KeyError where it has no cell."""
        return self.cells.at(self.row, self.columns[field], self.sender)

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the fields."""
        return iter(self.columns)

    def __len__(self) -> int:
        """Return how many fields there are."""
        return len(self.columns)


def cell_name(row: int, column: int) -> str:
    """Return what a spreadsheet calls a cell: "C7" in row 7, column 2 counted from 0."""
    return f"{column_letters(column + 1)}{row}"
