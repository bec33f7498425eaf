"""Figures out of a workbook: one that was made to be filled in, known by its hidden sheet, or any with known headings above its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from attrs import evolve
from planmonitor import BadData, Message, Refusal
from planmonitor.assessment.records import Origin
from planmonitor.workspace.admission import Draft
from planmonitor.workspace.cell_answers import Settled
from planmonitor.workspace.narrating import TextDraft

from planmonitor_exchange.figures import identity as contract
from planmonitor_exchange.figures.answered import NONE
from planmonitor_exchange.figures.row import tell_missing
from planmonitor_exchange.figures.workbook.book import Book, Value
from planmonitor_exchange.figures.workbook.narrative import NarrativeRows
from planmonitor_exchange.figures.workbook.opening import opened_workbook
from planmonitor_exchange.figures.workbook.preflight import SheetMarks, column_letters
from planmonitor_exchange.figures.workbook.rows import ANEW, SheetRows
from planmonitor_exchange.figures.workbook.screening import ROWS_TOGETHER, TextScreen, check_sheet_name
from planmonitor_exchange.figures.workbook.table import TITLES, exchanged, found_table, missing_headings, row_of_headings, shown
from planmonitor_exchange.speaking.translations import LANGUAGES, N_, translate

Errors = list[tuple[Origin, Refusal]]
_PAGES = (N_("Guide"), N_("Lists"), N_("Narrative"))
"""The sheets of a form that ask for no figures."""
PER_SHEET = 10_000_000
"""By how much the position of a cell grows from sheet to sheet."""


def read(name: str, content: bytes, settled: Settled = NONE) -> tuple[list[Draft | TextDraft], Errors, list[Message]]:
    """Return the figures and texts of a workbook, what is wrong with which of its cells, and what is to be said of it: as `csv.read` does for a text.

    Every sheet with a row of known headings is read, hidden ones too, which is said; the others are only screened.

    Raises:
        BadData: where the file is no workbook that can be read, or holds no table of figures.
    """
    with opened_workbook(content) as book:
        for number, sheet in enumerate(book.found.sheets, 1):
            check_sheet_name(sheet.name, number)
        reading = _Reading(name, book, settled)
        reading.read()
    tell_missing(reading.without, reading.said, holds_any=bool(reading.drafts or reading.errors))
    return reading.drafts, reading.errors, reading.said


class _Reading:
    """Reads one workbook, sheet by sheet."""

    def __init__(self, name: str, book: Book, settled: Settled) -> None:
        self._name, self._settled = name, settled
        self._book = book
        self._found = book.found
        self._identity = _identity(book)
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
        if self._found.unseen is not None:
            self.said.append(self._found.unseen)
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
        asked = self._asked_on(sheet, top)
        if asked and (wrong := self._wrong_headings(asked, number, sheet, top)):
            self.errors.append(wrong)
            return True
        try:
            table = found_table(top)
        except BadData as error:
            in_sheet = BadData(N_("Sheet '{sheet}': {error}"), error.hint, sheet=sheet.name, error=error.message)
            raise in_sheet from error
        if table is None:
            self._screen_all(number, sheet, chain(top, rows), ours=bool(asked) or self._is_page(sheet))
            return False
        reader = SheetRows(sheet, table, self._identity, self._origin(number, sheet), self._screen, self._settled)
        for at, row in enumerate(chain(top, rows), 1):
            reader.take(at, row)
        self.drafts += reader.drafts
        self.errors += reader.errors
        self.said += reader.notes()
        self.without += reader.without
        self._keys |= reader.keys
        return True

    def _asked_on(self, sheet: SheetMarks, top: Sequence[Sequence[Value]]) -> str:
        """Return which sheet of the form a sheet is, by its name or, where it has another now, by the first key that stands in it; "" for none."""
        if self._identity is None or sheet.name in self._identity.columns:
            return sheet.name if self._identity is not None else ""
        sheets = {line.key: line.sheet for line in self._identity.lines}
        return next((sheets[cell] for row in top for cell in row if isinstance(cell, str) and cell in sheets), "")

    def _wrong_headings(self, asked: str, number: int, sheet: SheetMarks, top: Sequence[tuple[Value, ...]]) -> tuple[Origin, Refusal] | None:
        """Return which headings of the form its sheet has no more, or has in other places; None where all is as it was."""
        assert self._identity is not None
        headings = (*self._identity.labels.get(asked, ()), *self._identity.columns.get(asked, ()))
        row, missing = row_of_headings(top, headings)
        if missing:
            gone = N_("The row of headings lacks: {missing}. What stands below them would be lost.")
            hint = Message.of(N_("Write them again above their columns as the form had them. Otherwise: {anew}"), anew=Message.of(ANEW))
            seen = next((at for at, cell in enumerate(top[row - 1], 1) if cell is not None and not _is_hidden(sheet, at)), 1) if top else 1
            return self._at_heading(number, sheet, seen, row), BadData(gone, hint, missing=missing)
        places = exchanged(top[row - 1], self._identity.columns.get(asked, ())) if top else None
        if places is None:
            return None
        changed = N_(
            "The headings '{one}' and '{other}' stand in each other's place: nobody can see whether whole columns changed, or headings alone."
        )
        hint = Message.of(N_("Put headings and figures back in the order of the form. Otherwise: {anew}"), anew=Message.of(ANEW))
        one, other = (shown(top[row - 1][column]) for column in places)
        return self._at_heading(number, sheet, places[0] + 1, row), BadData(changed, hint, one=one, other=other)

    def _at_heading(self, number: int, sheet: SheetMarks, column: int, row: int) -> Origin:
        return evolve(self._origin(number, sheet), cell=f"{column_letters(column)}{row}", position=number * PER_SHEET + row * 16)

    def _origin(self, number: int, sheet: SheetMarks) -> Origin:
        return Origin(self._name, sheet=sheet.name, position=number * PER_SHEET)

    def _is_page(self, sheet: SheetMarks) -> bool:
        """Return whether a sheet is one of a form that asks for no figures."""
        return self._identity is not None and sheet.name in {translate(page, language) for page in _PAGES for language in LANGUAGES}

    def _screen_all(self, number: int, sheet: SheetMarks, rows: Iterator[Sequence[Value]], *, ours: bool) -> None:
        """Look at all texts of a sheet without figures, and take those of the narrative of a form.

        Of what is no form of ours, and of a sheet that somebody put into one, rows are looked at as a whole too, and it is said that it was not read.
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
                if not ours and at <= ROWS_TOGETHER:
                    self._screen.check_together(row)
            except BadData as error:
                self.errors.append((Origin(self._name, f"{column_letters(column)}{at}", sheet.name, number * PER_SHEET + at), error))
                if not ours:
                    return  # a list of persons has as many wrong rows as persons
            else:
                told.take(at, row)
        self.drafts += told.drafts
        self.errors += told.errors
        if holds and not ours and not told.known:
            self.said.append(Message.of(N_("Sheet '{sheet}' holds no table of figures and was not read."), sheet=sheet.name))

    def _tell_rows_gone(self) -> None:
        if self._identity is None:
            return
        gone = [line for line in self._identity.lines if line.key not in self._keys]
        if gone:
            self.said.append(
                Message.of(N_("{count} rows of the form are gone from its sheets: what they ask for is missing, not zero."), count=len(gone))
            )


def _is_hidden(sheet: SheetMarks, column: int) -> bool:
    return any(first <= column <= last for first, last in sheet.hidden_columns)


def _identity(book: Book) -> contract.TemplateIdentity | None:
    """Return what a workbook that was made to be filled in says of itself; None where it is another one."""
    sheet = next((sheet for sheet in book.found.sheets if sheet.name == contract.SHEET), None)
    if sheet is None:
        return None
    rows = [[shown(cell) for cell in row] for row in book.rows(sheet)]
    if identity := contract.read_identity(rows):
        if not identity.is_unchanged:
            raise BadData(N_("The hidden sheet of the form is not as it was made: what its rows are about is no longer certain."), Message.of(ANEW))
        return identity
    if rows and rows[0][:1] == [contract.MARK]:
        other = N_("The form was made by another version of the program.")
        raise BadData(other, Message.of(ANEW))
    return None
