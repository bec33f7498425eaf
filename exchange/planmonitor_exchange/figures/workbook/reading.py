"""Figures out of a workbook: one that was made to be filled in, known by its hidden sheet, or any with known headings above its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from planmonitor import BadData, Message, Refusal
from planmonitor.assessment.records import Origin
from planmonitor.workspace.admission import Draft
from planmonitor.workspace.narrating import TextDraft

from planmonitor_exchange.figures import identity as contract
from planmonitor_exchange.figures.row import tell_missing
from planmonitor_exchange.figures.workbook.book import OpenedBook, Value, opened_book
from planmonitor_exchange.figures.workbook.narrative import NarrativeRows
from planmonitor_exchange.figures.workbook.preflight import Preflight, SheetMarks, column_letters, look_at
from planmonitor_exchange.figures.workbook.rows import SheetRows
from planmonitor_exchange.figures.workbook.screening import ROWS_TOGETHER, TextScreen, check_sheet_name
from planmonitor_exchange.figures.workbook.table import TITLES, found_table, missing_headings, shown
from planmonitor_exchange.speaking.translations import N_

Errors = list[tuple[Origin, Refusal]]
PER_SHEET = 10_000_000
"""By how much the position of a cell grows from sheet to sheet."""


def read(name: str, content: bytes) -> tuple[list[Draft | TextDraft], Errors, list[Message]]:
    """Return the figures and texts of a workbook, what is wrong with which of its cells, and what is to be said of it: as `csv.read` does for a text.

    Every sheet with a row of known headings is read, hidden ones too, which is said; the others are only screened.

    Raises:
        BadData: where the file is no workbook that can be read, or holds no table of figures.
    """
    found = look_at(content)
    for number, sheet in enumerate(found.sheets, 1):
        check_sheet_name(sheet.name, number)
    with opened_book(content) as book:
        reading = _Reading(name, book, found)
        reading.read()
    tell_missing(reading.without, reading.said, holds_any=bool(reading.drafts or reading.errors))
    return reading.drafts, reading.errors, reading.said


class _Reading:
    """Reads one workbook, sheet by sheet."""

    def __init__(self, name: str, book: OpenedBook, found: Preflight) -> None:
        self._name = name
        self._book = book
        self._found = found
        self._identity = _identity(book, found)
        self._screen = TextScreen()
        self._keys: set[str] = set()
        self.drafts: list[Draft | TextDraft] = []
        self.errors: Errors = []
        self.said: list[Message] = []
        self.without = 0

    def read(self) -> None:
        """Read every sheet."""
        if self._found.macros:
            self.said.append(Message.of(N_("The file holds macros; they were not touched.")))
        if self._identity is not None and not self._identity.is_unchanged:
            changed = N_("The hidden sheet of the form is not as it was made; its rows were read by what stands there now.")
            self.said.append(Message.of(changed))
        read = [self._read_sheet(number, sheet) for number, sheet in enumerate(self._found.sheets) if not self._is_identity(sheet)]
        if not any(read) and not self.errors:
            raise missing_headings(sheet.name for sheet in self._found.sheets)
        self._tell_rows_gone()

    def _is_identity(self, sheet: SheetMarks) -> bool:
        return self._identity is not None and sheet.name == contract.SHEET

    def _read_sheet(self, number: int, sheet: SheetMarks) -> bool:
        """Read a sheet; return whether it holds a table of figures."""
        rows = self._book.rows(sheet)
        top = list(islice(rows, TITLES))
        try:
            table = found_table(top)
        except BadData as error:
            in_sheet = BadData(N_("Sheet '{sheet}': {error}"), error.hint, sheet=sheet.name, error=error.message)
            raise in_sheet from error
        if table is None:
            self._screen_all(number, sheet, chain(top, rows))
            return False
        reader = SheetRows(sheet, table, self._identity, self._origin(number, sheet), self._screen)
        for at, row in enumerate(chain(top, rows), 1):
            reader.take(at, row)
        self.drafts += reader.drafts
        self.errors += reader.errors
        self.said += reader.notes()
        self.without += reader.without
        self._keys |= reader.keys
        return True

    def _origin(self, number: int, sheet: SheetMarks) -> Origin:
        return Origin(self._name, sheet=sheet.name, position=number * PER_SHEET)

    def _screen_all(self, number: int, sheet: SheetMarks, rows: Iterator[Sequence[Value]]) -> None:
        """Look at all texts of a sheet without figures, and take those of the narrative of a form.

        Of what is no form of ours rows are looked at as a whole too, and it is said that it was not read.
        """
        holds, told = False, NarrativeRows(self._identity, self._origin(number, sheet))
        for at, row in enumerate(rows, 1):
            holds, column = holds or any(cell is not None for cell in row), 1
            try:
                for column_number, cell in enumerate(row, 1):
                    column = column_number
                    if isinstance(cell, str):
                        self._screen.check(cell)
                column = 1
                if self._identity is None and at <= ROWS_TOGETHER:
                    self._screen.check_together(row)
            except BadData as error:
                self.errors.append((Origin(self._name, f"{column_letters(column)}{at}", sheet.name, number * PER_SHEET + at), error))
                if self._identity is None:
                    return  # a list of persons has as many wrong rows as persons
            else:
                told.take(at, row)
        self.drafts += told.drafts
        self.errors += told.errors
        if holds and self._identity is None:
            self.said.append(Message.of(N_("Sheet '{sheet}' holds no table of figures and was not read."), sheet=sheet.name))

    def _tell_rows_gone(self) -> None:
        if self._identity is None:
            return
        gone = [line for line in self._identity.lines if line.key not in self._keys]
        if gone:
            self.said.append(
                Message.of(N_("{count} rows of the form are gone from its sheets: what they ask for is missing, not zero."), count=len(gone))
            )


def _identity(book: OpenedBook, found: Preflight) -> contract.TemplateIdentity | None:
    """Return what a workbook that was made to be filled in says of itself; None where it is another one."""
    sheet = next((sheet for sheet in found.sheets if sheet.name == contract.SHEET), None)
    if sheet is None:
        return None
    rows = [[shown(cell) for cell in row] for row in book.rows(sheet)]
    if identity := contract.read_identity(rows):
        return identity
    if rows and rows[0][:1] == [contract.MARK]:
        other = N_("The form was made by another version of the program.")
        raise BadData(other, Message.of(N_("Have a new one made with 'monitor template', and copy the figures into it.")))
    return None
