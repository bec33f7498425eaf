"""Parts of a workbook read piece by piece, and how much of everything they may hold together."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Collection, Iterable
from xml.parsers import expat

from planmonitor_exchange.figures.workbook import limits
from planmonitor_exchange.figures.workbook.container import pieces, refusal, too_large
from planmonitor_exchange.speaking.translations import N_

Start = Callable[[str, dict[str, str]], object]
"""What takes the beginning of an element: its name behind its namespace, and its attributes likewise."""


_LONGEST_ROW = 65_536
"""Bytes of a row that are looked at together where it stands in several pieces."""


class Allowance:
    """How many rows and cells the sheets may still have together."""

    def __init__(self) -> None:
        """Begin with what the limits say."""
        self.rows, self.cells = limits.MOST_ROWS, limits.MOST_CELLS

    def take(self, cells: int, rows: int = 1) -> None:
        """Count a row, or more, with so many cells in all up to the last one of each."""
        self.rows -= rows
        self.cells -= cells
        if self.rows < 0:
            raise too_large(N_("more than {count} rows"), count=limits.MOST_ROWS)
        if self.cells < 0:
            raise too_large(N_("more than {count} cells"), count=limits.MOST_CELLS)


def glance(container: zipfile.ZipFile, names: Iterable[str], sheets: Collection[str], row_ends: bytes, cell_begins: bytes) -> None:
    """Count the elements of parts, and how many rows and cells the sheets among them have at least, without taking them apart.

    What is far too large is refused so in a quarter of the time. Rows and cells that are written otherwise are counted when the parts are read.

    Args:
        container: The parts.
        names: Names of those that are read.
        sheets: Names of those that hold rows and cells.
        row_ends: How the end of a row is written, of one with cells.
        cell_begins: What is written once in each cell with a value, and nowhere else.

    Raises:
        BadData: where there are more than any table of figures has.
    """
    left, elements = Allowance(), 0
    for name in names:
        rest = b""
        for piece in pieces(container, name):
            if name in sheets:
                *rows, rest = (rest[-_LONGEST_ROW:] + piece).split(row_ends)
                counts = [row.count(cell_begins) for row in rows]
                left.take(sum(counts), sum(map(bool, counts)))
            elements += piece.count(b"<") - piece.count(b"</")
            if elements > limits.MOST_ELEMENTS:
                raise too_large(N_("more than {count} elements"), count=limits.MOST_ELEMENTS)


def parse(
    container: zipfile.ZipFile, name: str, start: Start | None = None, take_parser: Callable[[expat.XMLParserType], object] | None = None
) -> None:
    """Read a part piece by piece; `start` takes each element that begins, and an empty name once all are through.

    Without `start`, it is only looked at whether it can be read. `take_parser` takes what reads it, to set further handlers for a while: one for each
    end and each text would take as long again.

    Raises:
        BadData: where it declares a document type.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start  # none is told of elements that nobody waits for
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse_type
    if take_parser is not None:
        take_parser(parser)
    for piece in pieces(container, name):
        parser.Parse(piece, False)
    parser.Parse(b"", True)
    if start is not None:
        start("", {})


def _refuse_type(*_declared: object) -> None:
    raise refusal(N_("The file declares a document type of its own, which no spreadsheet does."))


def few(count: int) -> None:
    """Raise a BadData where there are more marks in a sheet than any has."""
    if count > limits.MOST_MARKS:
        raise too_large(N_("more than {count} formulas, merged cells or hidden rows"), count=limits.MOST_MARKS)
