"""One row of a list of members, of a text or of a sheet, read cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from planmonitor import BadData, Message, Refusal
from planmonitor.assessment.records import Origin
from planmonitor.workspace.unit_files import MemberDraft

from planmonitor_exchange.figures.row import Cell
from planmonitor_exchange.figures.typed import day_of_number, read_day
from planmonitor_exchange.speaking.translations import N_


class MemberRow:
    """Reads one row; what is wrong is kept by column, so that all of it is told at once."""

    def __init__(self, cells: Mapping[str, Cell], called: Callable[[str], str] = str) -> None:
        """Take what stands in which column, and what the columns are called there."""
        self._cells = cells
        self._called = called
        self.errors: list[tuple[str, Refusal]] = []

    def draft(self, where: Origin, beside: Mapping[str, Origin]) -> MemberDraft | None:
        """Return the member of the row, which stands at `where` and its columns `beside`; None where any of its cells is refused."""
        draft = MemberDraft(
            name=self._words("NAME"),
            group=self._words("GROUP"),
            plan=self._words("PLAN"),
            member_id=self._words("ID"),
            valid_from=self._day("FROM"),
            valid_to=self._day("TO"),
            document=self._words("DOCUMENT"),
            where=where,
            beside=beside,
        )
        if not draft.name and not self.errors:
            merged = Message.of(N_("Is it part of a merged cell? Write it in every row."))
            self._refuse("NAME", BadData(N_("The cell {column} is empty."), merged, column=self._called("NAME")))
        return None if self.errors else draft

    def _refuse(self, column: str, error: Refusal) -> None:
        self.errors.append((column, error))

    def _words(self, column: str) -> str:
        cell = self._cells.get(column, "")
        if isinstance(cell, (str, int)) and not isinstance(cell, bool):
            return str(cell)
        anew = Message.of(N_("Set the format of the cell to Text, and write it again."))
        if isinstance(cell, date):
            day = N_("{column}: the cell holds the day {day}: a spreadsheet makes one of what is typed like 5/2026.")
            self._refuse(column, BadData(day, anew, column=self._called(column), day=cell))
        else:
            self._refuse(column, BadData(N_("{column}: the cell holds a number or a state; words are wanted."), anew, column=self._called(column)))
        return ""

    def _day(self, column: str) -> date | None:
        cell = self._cells.get(column, "")
        if isinstance(cell, date):
            return cell
        if not (text := str(cell)):
            return None
        try:
            return day_of_number(text) or read_day(text)
        except ValueError:
            self._refuse(column, BadData(N_("'{value}' is no date; write it like 30/6/2026."), value=text))
            return None
