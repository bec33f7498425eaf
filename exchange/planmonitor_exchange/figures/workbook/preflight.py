"""What a workbook holds, counted and noted while its parts stream past, before any library opens it.

What reading row by row does not show is noted by sheet: merged cells, formulas, hidden rows and columns. A part with a document type of its own is
refused. Names of sheets and files are as they stand there; nothing of it is kept but places and counts.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable
from functools import lru_cache

from attrs import define, field, frozen
from planmonitor import Message, Refusal

from planmonitor_exchange.figures.workbook import limits
from planmonitor_exchange.figures.workbook.container import WORKBOOK, damaged, opened_container, refusal, too_large
from planmonitor_exchange.figures.workbook.streaming import Allowance, few, glance, parse
from planmonitor_exchange.speaking.translations import N_

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_KEPT = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:core|app|custom)\.xml|xl/(?:workbook|styles|sharedStrings|calcChain)\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/worksheets/sheet\d+\.xml|xl/worksheets/_rels/sheet\d+\.xml\.rels|xl/theme/theme\d+\.xml|xl/tables/table\d+\.xml"
    r"|xl/printerSettings/printerSettings\d+\.bin"
)
"""Parts that openpyxl writes again as they were, or that spreadsheets make anew by themselves."""
Range = tuple[int, int, int, int]
"""First row, first column, last row, last column; counted from 1."""


@define
class SheetMarks:
    """What stands in a sheet besides the values of its cells."""

    name: str
    part: str
    hidden: bool
    rows: int = 0
    cells: int = 0
    merged: list[Range] = field(factory=list)
    formulas: set[str] = field(factory=set)
    """Cells with a formula, by address."""
    formulas_seen: bool = True
    """Whether the kind of the file lets formulas be told from their results; that of an .xls does not."""
    hidden_rows: set[int] = field(factory=set)
    hidden_columns: list[tuple[int, int]] = field(factory=list)
    extended: bool = False
    """Whether it holds what only newer programs know."""
    shown: dict[str, str | bool] = field(factory=dict)
    """What stands in cells of which the program that reads them knows less, by address: errors, percentages."""


@frozen
class Preflight:
    """What was found in a workbook."""

    sheets: tuple[SheetMarks, ...]
    macros: bool
    lost: tuple[str, ...]
    """Parts that would not be the same if openpyxl wrote the workbook anew."""
    unseen: Message | None = None
    """What is not seen in a workbook of this kind."""


def look_at(content: bytes) -> Preflight:
    """Return what is noted of a workbook of the kind .xlsx, each part read piece by piece under the limits.

    Raises:
        BadData: for what is damaged, is larger than any, or declares a document type.
    """
    try:
        return _looked_at(content)
    except Refusal:
        raise
    except Exception as error:  # whatever a damaged file makes the reading end with
        raise damaged() from error


def _looked_at(content: bytes) -> Preflight:
    with opened_container(content) as container:
        names = container.namelist()
        sheets = _sheets(container)
        parts = {sheet.part for sheet in sheets}
        read = [name for name in names if name in parts or name.endswith((".xml", ".rels"))]
        glance(container, read, parts, b"</row>", b"<c ")
        left = Allowance()
        for sheet in sheets:
            parse(container, sheet.part, _SheetReader(sheet, left).start)
        for name in read:
            if name not in parts:
                parse(container, name)
    lost = [name for name in names if not _KEPT.fullmatch(name) and not name.endswith("/")]
    lost += [sheet.part for sheet in sheets if sheet.extended]
    return Preflight(tuple(sheets), any(name.casefold().endswith("vbaproject.bin") for name in names), tuple(lost))


def _sheets(container: zipfile.ZipFile) -> list[SheetMarks]:
    """Return the sheets of a workbook in their order, those with charts alone left out."""
    found: list[tuple[str, str, bool]] = []
    targets: dict[str, str] = {}
    strict: list[str] = []

    def of_workbook(name: str, attributes: dict[str, str]) -> None:
        if name.startswith(STRICT):
            strict.append(name)
        elif name == f"{MAIN} sheet":
            found.append((attributes.get("name", ""), attributes.get(_ID, ""), attributes.get("state", "visible") != "visible"))
            if len(found) > limits.MOST_SHEETS:
                raise too_large(N_("more than {count} sheets"), count=limits.MOST_SHEETS)

    def of_relations(name: str, attributes: dict[str, str]) -> None:
        if name.endswith(" Relationship") and attributes.get("Type", "").endswith("/worksheet"):
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    parse(container, WORKBOOK, of_workbook)
    if strict:
        raise refusal(N_("The file is of the kind 'Strict Open XML', of which no sheet is seen."))
    parse(container, _RELATIONS, of_relations)
    sheets = [SheetMarks(name, _part(targets[target]), hidden) for name, target, hidden in found if target in targets]
    if not sheets:
        raise refusal(N_("The workbook has no sheet."))
    return sheets


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


class _SheetReader:
    """Notes what stands in one sheet, element by element."""

    def __init__(self, sheet: SheetMarks, left: Allowance) -> None:
        self._sheet = sheet
        self._left = left
        self._row = 0
        self._last = ""
        self._after = 0
        self._count = 0
        self._known = {
            f"{MAIN} c": self._cell,
            f"{MAIN} f": self._formula,
            f"{MAIN} row": self._row_begins,
            f"{MAIN} mergeCell": self._merged,
            f"{MAIN} col": self._column,
            f"{MAIN} extLst": self._extended,
            "": self._row_ends,
        }

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element; an empty name once all are through."""
        if (act := self._known.get(name)) is not None:
            act(attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        self._count += 1
        if reference := attributes.get("r", ""):
            self._last, self._after = reference, 0
        else:
            self._after += 1  # a cell without an address stands behind the one before

    def _row_begins(self, attributes: dict[str, str]) -> None:
        self._row_ends(attributes)
        number = attributes.get("r", "")
        self._row = int(number) if number else self._row + 1
        if self._row > limits.HIGHEST_ROW:
            raise too_large(N_("a row numbered {row}"), row=self._row)
        if attributes.get("hidden") in {"1", "true"}:
            self._sheet.hidden_rows.add(self._row)
            few(len(self._sheet.hidden_rows))

    def _row_ends(self, _attributes: dict[str, str]) -> None:
        """Count the row before: a reader fills it up to its last cell."""
        if not self._count:
            return
        last = max(self._count, column_number(self._last) + self._after)
        if last > limits.MOST_COLUMNS:
            raise too_large(N_("a cell in column {column}"), column=last)
        self._left.take(last)
        self._sheet.rows += 1
        self._sheet.cells += self._count
        self._count, self._last, self._after = 0, "", 0

    def _formula(self, _attributes: dict[str, str]) -> None:
        self._sheet.formulas.add(self._last)
        few(len(self._sheet.formulas))

    def _merged(self, attributes: dict[str, str]) -> None:
        first, _sign, last = attributes.get("ref", "").partition(":")
        self._sheet.merged.append((*address(first), *address(last or first)))
        few(len(self._sheet.merged))

    def _column(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in {"1", "true"}:
            self._sheet.hidden_columns.append((int(attributes["min"]), int(attributes["max"])))
            few(len(self._sheet.hidden_columns))

    def _extended(self, _attributes: dict[str, str]) -> None:
        self._sheet.extended = True


def column_number(cell: str) -> int:
    """Return the number of the column of a cell, 1 for "A7"; 0 where it names none."""
    number = 0
    for letter in cell:
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number


@lru_cache(maxsize=256)
def column_letters(number: int) -> str:
    """Return the letters of a column: "A" for 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(cell: str) -> tuple[int, int]:
    """Return row and column of a cell: (7, 1) for "A7"; a ValueError where it is none."""
    return int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ$").lstrip("$")), column_number(cell.lstrip("$"))


def merged_at(sheet: SheetMarks) -> Callable[[int], list[Range]]:
    """Return how the merged cells of a row are found, of rows asked one after the other from the top."""
    waiting = sorted(sheet.merged, reverse=True)
    active: list[Range] = []

    def at(row: int) -> list[Range]:
        while waiting and waiting[-1][0] <= row:
            active.append(waiting.pop())
        active[:] = [area for area in active if area[2] >= row]
        return active

    return at
