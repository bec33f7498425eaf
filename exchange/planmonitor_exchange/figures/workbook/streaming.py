"""Parts of a workbook read piece by piece, and how much of everything they may hold together."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from xml.parsers import expat

from planmonitor_exchange.figures.workbook import limits
from planmonitor_exchange.figures.workbook.container import pieces, refusal, too_large
from planmonitor_exchange.speaking.translations import N_

Start = Callable[[str, dict[str, str]], object]
"""What takes the beginning of an element: its name behind its namespace, and its attributes likewise."""


class Allowance:
    """How many rows, cells and elements the parts may still have together."""

    def __init__(self) -> None:
        """Begin with what the limits say."""
        self.rows, self.cells, self.elements = limits.MOST_ROWS, limits.MOST_CELLS, limits.MOST_ELEMENTS

    def element(self, _name: str, _attributes: dict[str, str]) -> None:
        """Count an element of any part."""
        self.elements -= 1
        if self.elements < 0:
            raise too_large(N_("more than {count} elements"), count=limits.MOST_ELEMENTS)

    def take(self, cells: int, rows: int = 1) -> None:
        """Count a row, or more, with so many cells in all up to the last one of each."""
        self.rows -= rows
        self.cells -= cells
        if self.rows < 0:
            raise too_large(N_("more than {count} rows"), count=limits.MOST_ROWS)
        if self.cells < 0:
            raise too_large(N_("more than {count} cells"), count=limits.MOST_CELLS)


def parse(container: zipfile.ZipFile, name: str, start: Start, take_parser: Callable[[expat.XMLParserType], object] | None = None) -> None:
    """Read a part piece by piece; `start` takes each element that begins, and an empty name once all are through.

    `take_parser` takes what reads it, to set further handlers for a while: one for each end and each text would take as long again.

    Raises:
        BadData: where it declares a document type.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse_type
    if take_parser is not None:
        take_parser(parser)
    for piece in pieces(container, name):
        parser.Parse(piece, False)
    parser.Parse(b"", True)
    start("", {})


def _refuse_type(*_declared: object) -> None:
    raise refusal(N_("The file declares a document type of its own, which no spreadsheet does."))


def few(count: int) -> None:
    """Raise a BadData where there are more marks in a sheet than any has."""
    if count > limits.MOST_MARKS:
        raise too_large(N_("more than {count} formulas, merged cells or hidden rows"), count=limits.MOST_MARKS)
