"""One row of figures, of a text or of a sheet, read cell by cell: a value, a refusal, or a question."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from planmonitor import BadData, Message, Refusal
from planmonitor.assessment.records import Origin
from planmonitor.messages import Asked
from planmonitor.numbers import written_day
from planmonitor.workspace.admission import Draft

from planmonitor_exchange.figures.breakdowns import read_breakdown
from planmonitor_exchange.figures.headings import FIGURES, YES_NO
from planmonitor_exchange.figures.identity import STATES as STATE_WORDS
from planmonitor_exchange.figures.typed import Ambiguous, NoFigure, TwoReadings, day_of_number, read_count, read_day, read_number, read_value
from planmonitor_exchange.speaking.translations import N_

Cell = str | int | Decimal | bool | date
"""What stands in a cell: of a text always words."""
T = TypeVar("T")

STATUS_IN = {
    **dict.fromkeys(("a", "final", "chính thức"), "final"),
    **dict.fromkeys(("e", "estimated", "ước tính", "ước"), "estimated"),
    **dict.fromkeys(("p", "provisional", "sơ bộ"), "provisional"),
    "": None,
}
MISSING = frozenset("mlo")
"""Codes of SDMX for an observation that is not there, whatever the reason."""
STATES = {
    **dict.fromkeys(("yes", "true", "có", "đạt", "hoàn thành", "đã hoàn thành"), True),
    **dict.fromkeys(("no", "false", "không", "chưa", "chưa đạt", "không đạt", "chưa hoàn thành", "không hoàn thành"), False),
}
"""What people write of a state; of a count "không" may mean zero or nothing reported, so it is refused there."""
_OF_STATES_TOO: Mapping[type[BadData], str] = {
    NoFigure: N_("Write digits only, such as 1234 or 12,5; of a task or a state write yes or no."),
    Ambiguous: N_("Write 0, or leave it empty; of a task or a state write yes or no."),
}
"""What to write in the column that takes figures and states."""


def _said(cell: Cell | None) -> str:
    """Return the words of a cell as they are compared."""
    return " ".join(unicodedata.normalize("NFC", str("" if cell is None else cell)).lower().split())


def is_missing(row: Mapping[str, Cell]) -> bool:
    """Return whether a row holds no figure at all; 0 is a figure."""
    status = _said(row.get("OBS_STATUS"))
    return all(row.get(column, "") == "" for column in FIGURES) and (status in MISSING or status in STATUS_IN)


def tell_missing(count: int, said: list[Message], *, holds_any: bool) -> None:
    """Say how many rows of a file hold no figure; raise a BadData where none of its rows does."""
    if not holds_any and count:
        empty = N_("The file holds no figure: {count} rows have none, and what is missing is not zero.")
        raise BadData(empty, Message.of(N_("Write what was counted, 0 where there was none.")), count=count)
    if not holds_any:
        raise BadData(N_("The file holds no figure."))
    if count:
        said.append(Message.of(N_("{count} rows hold no figure and were left out: they are missing, not zero."), count=count))


class RowReader:
    """Reads one row; what is wrong is kept by column, so that all of it is told at once."""

    def __init__(
        self, row: Mapping[str, Cell], where: Origin, said: list[Message], called: Callable[[str], str] = str, *, states_apart: bool = False
    ) -> None:
        """Take what stands in which column, where the row stands, the list of what is to be said, and what the columns are called there.

        Where states stand in a column apart, one that a spreadsheet keeps (TRUE) is refused in the column of numbers.
        """
        self._states_apart = states_apart
        self._row = row
        self._where = where
        self._told = said
        self._called = called
        self.errors: list[tuple[str, Refusal]] = []

    def draft(self, **more: Any) -> Draft | None:
        """Return the figure of the row as it is handed in; None where any of its cells is refused or asked about."""
        yes = self._take("OBS_VALUE", self._state_or_number)
        value, doubt = (None, None) if isinstance(yes, bool) or yes is None else yes
        alone = self._take(YES_NO, self._state)
        if alone is not None and (value is not None or isinstance(yes, bool)):
            twice = N_("The row holds a number and a state.")
            self.errors.append((YES_NO, BadData(twice, Message.of(N_("Leave one of the two cells empty.")))))
        draft = {
            "measure": self._needed("MEASURE"),
            "place": self._words("REF_AREA"),
            "unit": self._words("UNIT"),
            "period": self._needed("TIME_PERIOD"),
            "breakdown": self._take("BREAKDOWN", lambda _cell: read_breakdown(filter(str.strip, self._words("BREAKDOWN").split(";")))) or {},
            "numerator": self._take("NUMERATOR", _count),
            "denominator": self._take("DENOMINATOR", _count),
            "state": self._take("OBS_STATUS", self._status),
            "counts": self._words("UNIT_MEASURE") or None,
            "until": self._take("UNTIL", self._day),
            "comparison": bool(self._take("COMPARISON", lambda cell: self._flag("COMPARISON", cell))),
            "aside": bool(self._take("LEFT_ASIDE", lambda cell: self._flag("LEFT_ASIDE", cell))),
            "supplied_by": self._remark("SUPPLIED_BY"),
            "evidence": self._remark("EVIDENCE"),
            "note": self._remark("NOTE"),
        }
        state, word = (yes, "OBS_VALUE") if isinstance(yes, bool) else (alone, YES_NO)
        said = "" if state is None else _shown(self._row[word])
        return None if self.errors else Draft(**draft, value=value, doubt=doubt, yes=state, yes_written=said, where=self._where, **more)  # type: ignore[arg-type]

    def _take(self, column: str, read: Callable[[Cell], T]) -> T | None:
        cell = self._row.get(column, "")
        if cell == "" and not isinstance(cell, (bool, int)):
            return None
        try:
            return read(cell)
        except Refusal as error:
            of_states = (Message.of(words) for kind, words in _OF_STATES_TOO.items() if column == "OBS_VALUE" and isinstance(error, kind))
            hint = next(of_states, error.hint)
            said = {"column": self._called(column), "error": error.message}
            named = BadData(N_("{column}: {error}"), hint, **said)
            if isinstance(error, Asked):
                named = Asked(named.message.template, hint, **said).offering(error.kind, error.written, *error.readings)
            self.errors.append((column, named if column in FIGURES else error))  # the sentences of others name it themselves
            return None

    def _words(self, column: str) -> str:
        cell = self._row.get(column, "")
        return written_day(cell, "vi") if isinstance(cell, date) else str(cell)

    def _needed(self, column: str) -> str:
        words = self._words(column)
        if not words:
            merged = Message.of(N_("Is it part of a merged cell? Write it in every row."))
            self.errors.append((column, BadData(N_("The cell {column} is empty."), merged, column=self._called(column))))
        if isinstance(self._row.get(column), date):
            day = N_("{column}: the cell holds the day {day}: a spreadsheet makes one of what is typed like 5/2026.")
            in_words = Message.of(N_("Write the period in words: tháng 5 năm 2026."))
            self.errors.append((column, BadData(day, in_words, column=self._called(column), day=self._row[column])))
        return words

    def _remark(self, column: str) -> str:
        """Return the words of a remark; a number there may be one that tells of a person, and its first digits are lost."""
        cell = self._row.get(column, "")
        if isinstance(cell, str):
            return cell
        only = N_("The column {column} holds words, and this cell a number.")
        words = Message.of(N_("Write in words what it says; numbers of persons or telephones are not kept here."))
        self.errors.append((column, BadData(only, words, column=self._called(column))))
        return ""

    def _state_or_number(self, cell: Cell) -> bool | tuple[int | Decimal | None, TwoReadings | None]:
        if isinstance(cell, bool) and not self._states_apart:
            return cell
        if isinstance(cell, str):
            state = STATES.get(_said(cell))
            return state if state is not None else read_value(cell)
        return _number(cell), None

    def _state(self, cell: Cell) -> bool:
        state = cell if isinstance(cell, bool) else STATES.get(_said(cell))
        if state is None:
            raise BadData(N_("'{value}' is neither yes nor no."), Message.of(N_("Write yes or no.")), value=_shown(cell))
        return state

    def _status(self, cell: Cell) -> str | None:
        if (said := _said(cell)) not in STATUS_IN:
            wrong = N_("{column} is '{value}', which is no state of a figure.")
            words = tuple(Message.of(word) for word in STATE_WORDS.values())
            raise BadData(wrong, Message.of(N_("Write one of: {words}."), words=words), column=self._called("OBS_STATUS"), value=_shown(cell))
        return STATUS_IN[said]

    def _day(self, cell: Cell) -> date:
        if isinstance(cell, date):
            return cell
        text = str(cell)
        if day := day_of_number(text):
            serial = N_("{where}: {column} is {number}, a date as Excel counts days: {day}.")
            self._told.append(Message.of(serial, where=self._where.said, column=self._called("UNTIL"), number=text, day=day))
            return day
        try:
            return read_day(text)
        except ValueError as error:
            raise BadData(N_("'{value}' is no date; write it like 30/6/2026."), value=text) from error

    def _flag(self, column: str, cell: Cell) -> bool:
        said = _said(cell)
        if cell is False or said in {"", "0"} or STATES.get(said) is False:
            return False
        if cell is True or said in {"x", "1"} or STATES.get(said):
            return True
        raise BadData(N_("{column} is '{value}'; it must be yes, or empty."), column=self._called(column), value=_shown(cell))


def _count(cell: Cell) -> int | None:
    if isinstance(cell, str):
        return read_count(cell)
    number = _number(cell)
    if isinstance(number, Decimal):
        raise BadData(N_("'{text}' is not a whole number."), text=_shown(cell))
    return number


def _number(cell: int | Decimal | bool | date) -> int | Decimal:
    """Return the number in a cell of a sheet; a day or a state is none, whatever number stands behind it."""
    if isinstance(cell, bool):
        raise BadData(N_("The cell holds the state {value}, which is no number."), Message.of(N_("Write what was counted.")), value=_shown(cell))
    if isinstance(cell, date):
        day = N_("The cell holds the day {day}: a spreadsheet makes one of what is typed like 5/7.")
        raise BadData(day, Message.of(N_("Set the format of the cell to Number and write what was counted.")), day=cell)
    return read_number(cell)


def _shown(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    return written_day(cell, "vi") if isinstance(cell, date) else str(cell).replace(".", ",") if isinstance(cell, Decimal) else str(cell)
