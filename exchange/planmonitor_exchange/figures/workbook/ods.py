"""What stands in a spreadsheet of LibreOffice (.ods) besides the values of its cells, noted while it streams past, before any library opens it.

OpenDocument 1.3, part 3, section 9. A row or a cell says how often it is repeated, and the values between the first and the last are all made by
who reads them: so whole areas are counted. What a cell shows is kept where its value says less: errors, percentages, what a formula says of a state.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from xml.parsers import expat

from planmonitor import Refusal

from planmonitor_exchange.figures.workbook import limits
from planmonitor_exchange.figures.workbook.container import CONTENT, damaged, locked, opened_container, too_large
from planmonitor_exchange.figures.workbook.preflight import SheetMarks, column_letters
from planmonitor_exchange.figures.workbook.streaming import Allowance, few, glance, parse
from planmonitor_exchange.speaking.translations import N_

_MANIFEST = "META-INF/manifest.xml"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0 "
_SHEET, _ROW, _COLUMN = f"{_TABLE}table", f"{_TABLE}table-row", f"{_TABLE}table-column"
_CELL, _COVERED = f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"
_NOTE = f"{_OFFICE}annotation"
_NAME, _VISIBILITY = f"{_TABLE}name", f"{_TABLE}visibility"
_KIND, _CALCULATED, _FORMULA = f"{_OFFICE}value-type", f"{_CALC}value-type", f"{_TABLE}formula"
_ROWS, _COLUMNS = f"{_TABLE}number-rows-repeated", f"{_TABLE}number-columns-repeated"
_ROWS_SPANNED, _COLUMNS_SPANNED = f"{_TABLE}number-rows-spanned", f"{_TABLE}number-columns-spanned"
_STATES: Final = {"of:=TRUE()": True, "of:=FALSE()": False}
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|\w+:\d{3}")
_LONGEST = 40


def look_at_ods(content: bytes) -> list[SheetMarks]:
    """Return what is noted of a spreadsheet of the kind .ods, each part read piece by piece under the limits.

    Raises:
        BadData: for what is damaged, has a password, is larger than any, or declares a document type.
    """
    try:
        return _looked_at(content)
    except Refusal:
        raise
    except Exception as error:  # whatever a damaged file makes the reading end with
        raise damaged() from error


def _looked_at(content: bytes) -> list[SheetMarks]:
    def of_manifest(name: str, _attributes: dict[str, str]) -> None:
        if name.endswith(" encryption-data"):
            raise locked()

    with opened_container(content) as container:
        names = container.namelist()
        if _MANIFEST in names:
            parse(container, _MANIFEST, of_manifest)
        read = [name for name in names if name.endswith((".xml", ".rdf"))]
        glance(container, read, {CONTENT}, b"</table:table-row>", b" office:value-type=")
        reader = _ContentReader(Allowance())
        parse(container, CONTENT, reader.start, reader.take_parser)
        for name in read:
            if name not in {_MANIFEST, CONTENT}:
                parse(container, name)
    return reader.sheets


class _ContentReader:
    """Takes the elements of all sheets, and hands those of each sheet to its reader."""

    def __init__(self, allowance: Allowance) -> None:
        self.sheets: list[SheetMarks] = []
        self._left = allowance
        self._parser: expat.XMLParserType | None = None
        self._notes = 0
        """How many comments deep the parser is in a cell whose words are wanted."""
        self._take_sheet(SheetMarks("", CONTENT, hidden=False))

    def take_parser(self, parser: expat.XMLParserType) -> None:
        """Take what reads the part."""
        self._parser = parser

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element; an empty name once all are through."""
        if (act := self._starts.get(name)) is not None:
            act(attributes)

    def _take_sheet(self, sheet: SheetMarks) -> None:
        self._reader = reader = _OdsSheet(sheet, self._left, lambda: self._listen(self._end, self._text))
        self._starts = {
            _SHEET: self._sheet_begins,
            _COLUMN: reader.column,
            _ROW: reader.row_begins,
            _CELL: reader.cell_begins,
            _COVERED: reader.cell_begins,
            _NOTE: self._note_begins,
            "": reader.ends,
        }

    def _sheet_begins(self, attributes: dict[str, str]) -> None:
        self._reader.ends(attributes)
        self.sheets.append(SheetMarks(attributes.get(_NAME, ""), CONTENT, hidden=False))
        if len(self.sheets) > limits.MOST_SHEETS:
            raise too_large(N_("more than {count} sheets"), count=limits.MOST_SHEETS)
        self._take_sheet(self.sheets[-1])

    def _note_begins(self, _attributes: dict[str, str]) -> None:
        self._notes += 1

    def _text(self, words: str) -> None:
        if not self._notes:
            self._reader.text(words)

    def _end(self, name: str) -> None:
        self._notes -= name == _NOTE
        if name in {_CELL, _COVERED}:
            self._listen(None, None)
            self._reader.cell_ends()

    def _listen(self, end: Callable[[str], object] | None, text: Callable[[str], object] | None) -> None:
        """Let the parser tell of ends and texts, or no more."""
        assert self._parser is not None
        self._notes = 0
        self._parser.EndElementHandler, self._parser.CharacterDataHandler = end, text


class _OdsSheet:
    """Notes what stands in one sheet."""

    def __init__(self, sheet: SheetMarks, allowance: Allowance, listen: Callable[[], object]) -> None:
        """Take what is filled in, what may still come, and how to ask for words and end of a cell."""
        self._sheet, self._left, self._listen = sheet, allowance, listen
        self._described = 0
        """How many columns were described."""
        self._row, self._rows, self._row_hidden = 1, 0, False
        """The row that was begun, how many times it stands there, and whether it is hidden."""
        self._last_row = self._width = 0
        """The last row with a value, and the last column with one."""
        self._column = self._last = 0
        """The last column of the row that was begun, and the last with a value."""
        self._formulas: list[int] = []
        self._shown: dict[int, str | bool] = {}
        """Of the row that was begun, by column."""
        self._cell: dict[str, str] = {}
        self._words = ""

    def column(self, attributes: dict[str, str]) -> None:
        """Take a column, or several alike."""
        count = _times(attributes, _COLUMNS)
        if attributes.get(_VISIBILITY, "visible") != "visible":
            self._sheet.hidden_columns.append((self._described + 1, self._described + count))
            few(len(self._sheet.hidden_columns))
        self._described += count

    def row_begins(self, attributes: dict[str, str]) -> None:
        """Take the beginning of a row, or of several alike."""
        if self._last:
            self._row_ends()
        self._row += self._rows
        self._rows = _times(attributes, _ROWS)
        self._row_hidden = attributes.get(_VISIBILITY, "visible") != "visible"
        self._column = self._last = 0

    def cell_begins(self, attributes: dict[str, str]) -> None:
        """Take the beginning of a cell, or of several alike."""
        self._column += _times(attributes, _COLUMNS) if _COLUMNS in attributes else 1
        kind, calculated = attributes.get(_KIND), _FORMULA in attributes
        if kind is None and not calculated:
            return
        self._last = self._column
        if self._last > limits.MOST_COLUMNS:
            raise too_large(N_("a cell in column {column}"), column=self._last)
        if _ROWS_SPANNED in attributes or _COLUMNS_SPANNED in attributes:
            self._merged(int(attributes.get(_ROWS_SPANNED, "1")), int(attributes.get(_COLUMNS_SPANNED, "1")))
        if calculated or kind == "percentage":
            self._cell, self._words = attributes, ""
            self._listen()

    def text(self, words: str) -> None:
        """Take words of a cell, about as many as are shown of it."""
        if len(self._words) < _LONGEST:
            self._words += words

    def cell_ends(self) -> None:
        """Take the end of a cell whose words were wanted: keep that it holds a formula, and what it shows."""
        columns = range(self._column - _times(self._cell, _COLUMNS) + 1, self._column + 1)
        formula = self._cell.get(_FORMULA)
        self._formulas += columns if formula is not None else ()
        if (shown := _shown(formula or "", self._words.strip(), self._cell)) is not None:
            self._shown |= dict.fromkeys(columns, shown)

    def ends(self, _attributes: dict[str, str]) -> None:
        """Take the end of the sheet."""
        if self._last:
            self._row_ends()
        self._count()

    def _row_ends(self) -> None:
        """Take the end of a row with a value; an empty one is often repeated down to the last of the sheet, and counts for nothing."""
        self._last_row = self._row + self._rows - 1
        self._width = max(self._width, self._last)
        if self._last_row > self._left.rows or self._last_row * self._width > self._left.cells:
            self._count()
        if self._formulas or self._shown or self._row_hidden:
            self._keep_marks()
            self._formulas, self._shown = [], {}

    def _count(self) -> None:
        """Count the sheet: a reader makes all cells up to the last row and the last column."""
        self._left.take(self._last_row * self._width, self._last_row)

    def _merged(self, rows: int, columns: int) -> None:
        if rows > 1 or columns > 1:
            self._sheet.merged.append((self._row, self._column, self._row + rows - 1, self._column + columns - 1))
            few(len(self._sheet.merged))

    def _keep_marks(self) -> None:
        sheet = self._sheet
        marks = max(len(sheet.formulas), len(sheet.shown), len(sheet.hidden_rows)) + self._rows * max(len(self._formulas), len(self._shown), 1)
        few(marks)
        for row in range(self._row, self._last_row + 1):
            sheet.formulas |= {f"{column_letters(column)}{row}" for column in self._formulas}
            sheet.shown |= {f"{column_letters(column)}{row}": text for column, text in self._shown.items()}
            sheet.hidden_rows |= {row} if self._row_hidden else set()


def _shown(formula: str, words: str, cell: dict[str, str]) -> str | bool | None:
    """Return what a cell shows that is more than its value says; None where it shows its value."""
    if formula in _STATES:
        return _STATES[formula]
    if cell.get(_KIND) == "percentage" or cell.get(_CALCULATED) == "error" or _ERROR.fullmatch(words):
        return words
    return None


def _times(attributes: dict[str, str], what: str) -> int:
    return max(int(attributes.get(what, "1")), 1)
