"""Members of groups out of a workbook: one that `monitor units list` wrote, or any with known headings above its columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from attrs import evolve, frozen
from planmonitor import BadData, Message, Refusal
from planmonitor.assessment.records import Origin
from planmonitor.names import fold
from planmonitor.workspace.unit_files import MemberDraft

from planmonitor_exchange.figures.row import Cell
from planmonitor_exchange.figures.sheet import is_total, unmarked
from planmonitor_exchange.figures.workbook.book import Book, Unreadable, Value
from planmonitor_exchange.figures.workbook.cells import look_at as look_at_cell
from planmonitor_exchange.figures.workbook.opening import opened_workbook
from planmonitor_exchange.figures.workbook.preflight import Range, SheetMarks, column_letters, merged_at
from planmonitor_exchange.figures.workbook.reading import PER_SHEET
from planmonitor_exchange.figures.workbook.screening import ROWS_TOGETHER, TextScreen, check_sheet_name
from planmonitor_exchange.figures.workbook.table import TITLES, shown
from planmonitor_exchange.members.columns import HEADINGS, OF_PROGRAMS, REQUIRED, column_of, heading_of
from planmonitor_exchange.members.row import MemberRow
from planmonitor_exchange.speaking.translations import N_

Errors = list[tuple[Origin, Refusal]]
_FIELDS = {"group": "GROUP", "first": "FROM", "last": "TO"}
"""The columns of what may be wrong with a member whose own name is right."""


@frozen
class MemberTable:
    """Where the columns of a list are."""

    row: int
    """The row of its headings; 0 where the sheet holds no list."""
    columns: Mapping[str, int]
    """Those that are read by their codes, counted from 0."""
    headings: Mapping[str, str]
    """What is written above them."""
    unknown: tuple[str, ...]
    """Headings that stand for nothing known."""
    for_programs: bool
    """Whether it is the sheet of ids that a list of ours has beside the one for people."""


def read(name: str, content: bytes) -> tuple[list[MemberDraft], Errors, list[Message]]:
    """Return the members in a workbook, what is wrong with which of its cells, and what is to be said of it, as `csv.read` does for a text.

    Every sheet with a row of known headings is read, hidden ones too, which is said; the others are only screened.

    Raises:
        BadData: where the file is no workbook that can be read, or holds no list of members.
    """
    with opened_workbook(content) as book:
        found = book.found
        for number, sheet in enumerate(found.sheets, 1):
            check_sheet_name(sheet.name, number)
        said = [Message.of(N_("The file holds macros; they were not touched."))] if found.macros else []
        said += [found.unseen] if found.unseen is not None else []
        tables = [_table(sheet, [*islice(book.rows(sheet), TITLES)]) for sheet in found.sheets]
        lists = [table for table in tables if table.row]
        if not lists:
            raise _no_list(found.sheets)
        people = any(not table.for_programs for table in lists)
        readers = [_MemberSheet(name, number, sheet, book) for number, sheet in enumerate(found.sheets)]
        for reader, table in zip(readers, tables, strict=True):
            reader.read(table, taken=bool(table.row) and not (table.for_programs and people))
    drafts = [draft for reader in readers for draft in reader.drafts]
    errors = [error for reader in readers for error in reader.errors]
    return drafts, errors, said + [note for reader in readers for note in reader.notes()]


def _no_list(sheets: Sequence[SheetMarks]) -> BadData:
    hint = N_("Take the workbook that 'monitor units list -o FILE.xlsx' writes, or write these headings above the columns: {headings}.")
    none = N_("No sheet holds a list of members; looked at: {sheets}.")
    return BadData(none, Message.of(hint, headings=tuple(map(heading_of, HEADINGS))), sheets=tuple(sheet.name for sheet in sheets))


def _table(sheet: SheetMarks, rows: Sequence[tuple[Value, ...]]) -> MemberTable:
    """Return the list whose headings stand in one of the first rows of a sheet."""
    for number, row in enumerate(rows, 1):
        written = {at: " ".join(cell.split()) for at, cell in enumerate(row) if isinstance(cell, str) and cell.strip()}
        codes = {at: column_of(words) for at, words in written.items()}
        if not set(REQUIRED) <= set(codes.values()):
            continue
        columns: dict[str, int] = {}
        for at, code in codes.items():
            if code in columns:
                twice = N_("Sheet '{sheet}', row {row}: two columns are headed '{name}'.")
                raise BadData(twice, sheet=sheet.name, row=number, name=written[at])
            columns |= {code: at} if code in HEADINGS else {}
        unknown = tuple(words for at, words in written.items() if codes[at] is None)
        for_programs = fold(written[columns["GROUP"]]) == OF_PROGRAMS
        return MemberTable(number, columns, {code: written[at] for code, at in columns.items()}, unknown, for_programs)
    return MemberTable(0, {}, {}, (), False)


class _MemberSheet:
    """Reads one sheet: its list where it is taken, and looks at all other texts."""

    def __init__(self, name: str, number: int, sheet: SheetMarks, book: Book) -> None:
        self._sheet, self._book = sheet, book
        self._origin = Origin(name, sheet=sheet.name, position=number * PER_SHEET)
        self._screen = TextScreen()
        self._merged, self._carried = merged_at(sheet), dict[Range, Value]()
        self._told: list[Message] = []
        self._hidden: list[str] = []
        self.drafts: list[MemberDraft] = []
        self.errors: Errors = []

    def read(self, table: MemberTable, *, taken: bool) -> None:
        """Read the sheet row by row."""
        if taken and table.unknown:
            self._told.append(
                Message.of(N_("Sheet '{sheet}': columns of unknown names were not read: {names}."), sheet=self._sheet.name, names=table.unknown)
            )
        holds = False
        for at, row in enumerate(self._book.rows(self._sheet), 1):
            areas = self._merged(at)
            holds = holds or any(cell is not None for cell in row)
            if self._is_clean(at, row, together=at <= (table.row or ROWS_TOGETHER)) and taken and at > table.row:
                self._take(at, row, table, areas)
        if holds and not table.row:
            self._told.append(Message.of(N_("Sheet '{sheet}' holds no list of members and was not read."), sheet=self._sheet.name))

    def _is_clean(self, at: int, row: Sequence[Value], *, together: bool) -> bool:
        """Return whether no text of a row holds a person's data; keep a refusal where one does."""
        column = 0
        try:
            for column, cell in enumerate(row):  # noqa: B007
                if isinstance(cell, str):
                    self._screen.check(cell)
            column = 0
            if together:
                self._screen.check_together(row)
        except BadData as error:
            self.errors.append((self._cell(at, column), error))
            return False
        return True

    def _cell(self, row: int, column: int) -> Origin:
        return evolve(self._origin, cell=f"{column_letters(column + 1)}{row}", position=self._origin.position + row * 16 + min(column, 15))

    def _take(self, at: int, row: Sequence[Value], table: MemberTable, areas: Sequence[Range]) -> None:
        values = {code: value for code, column in table.columns.items() if (value := self._value(at, row, column, areas)) not in {None, ""}}
        calculated = {code for code, column in table.columns.items() if f"{column_letters(column + 1)}{at}" in self._sheet.formulas}
        if not values.keys() | calculated or is_total([shown(cell).strip() for cell in row]):
            return
        beside = {code: self._cell(at, column) for code, column in table.columns.items()}
        cells, wrong = self._cells(values, calculated, table)
        reader = MemberRow(cells, lambda code: table.headings.get(code, code))
        draft = reader.draft(beside["NAME"], {name: beside[code] for name, code in _FIELDS.items() if code in beside})
        wrong += [(code, error) for code, error in reader.errors if code not in dict(wrong)]
        self.errors += [(beside[code], error) for code, error in wrong]
        self.drafts += [draft] if draft is not None and not wrong else []
        self._hidden += [str(at)] if at in self._sheet.hidden_rows else []

    def _value(self, at: int, row: Sequence[Value], column: int, areas: Sequence[Range]) -> Value:
        """Return what stands in a cell, or in the merged one that covers it."""
        value = row[column] if column < len(row) else None
        for area in areas:
            if area[1] <= column + 1 <= area[3]:
                value = self._carried.setdefault(area, value) if value is None or area[0] == at else value
        return value

    def _cells(self, values: Mapping[str, Value], calculated: set[str], table: MemberTable) -> tuple[dict[str, Cell], list[tuple[str, Refusal]]]:
        """Return what stands in the cells of a row, and what is wrong with those of a kind that no list holds."""
        cells: dict[str, Cell] = {}
        wrong: list[tuple[str, Refusal]] = []
        for code in table.columns:
            value = values.get(code)
            try:
                look_at_cell(code, value, lambda code: table.headings[code], calculated=code in calculated)
            except Refusal as error:
                wrong.append((code, error))
                continue
            if value is not None and not isinstance(value, Unreadable):
                cells[code] = unmarked(value) if isinstance(value, str) else value
        return cells, wrong

    def notes(self) -> Iterator[Message]:
        """Yield what is to be said of the sheet."""
        yield from self._told
        if self._sheet.hidden and (self.drafts or self.errors):
            yield Message.of(N_("Sheet '{sheet}' is hidden; it was read like the others."), sheet=self._sheet.name)
        if self._hidden:
            hidden = N_("Sheet '{sheet}': {count} hidden rows were read like the others: {rows}.")
            yield Message.of(hidden, sheet=self._sheet.name, count=len(self._hidden), rows=tuple(self._hidden[:10]))
