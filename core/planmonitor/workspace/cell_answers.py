"""Answers to what was asked of cells of a file: given for one of them, or remembered from an earlier file of the same sender.

A cell that was answered is read as if the reading stood in it, and goes through the same door as all others. What is remembered is data:
`planmonitor.assessment.acts.ASKED_AS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from attrs import frozen

from planmonitor.assessment.acts import ASKED_AS, ReadingGiven
from planmonitor.assessment.records import Origin
from planmonitor.messages import EMPTY, N_, Asked, BadData, Message, OfferedReading, Refusal, Text
from planmonitor.names import Named, as_compared, fold, slug
from planmonitor.numbers import written_day
from planmonitor.workspace.opening import TIME_ZONE

LEFT_EMPTY = Text("để trống", "blank")
"""What is written for the reading of a cell as an empty one."""
LISTED = 10
"""How many cells that ask are named where an answer was given to another one."""
_ALSO_EMPTY = ("trống", "bỏ trống", "ô trống", "empty")
_AS_IT_STANDS = Text("giữ nguyên", "as it stands")


@frozen
class CellReading:
    """What is taken in place of a cell that was asked about, and what is noted of that beside the figure."""

    reading: OfferedReading
    said: str
    """What stood there and what it was read as: "'không' = 0", or "'không' = ''" for nothing."""


Settled = Mapping[str, CellReading]
"""How cells are read that were answered, by their address (`Origin.address`)."""


class CellAnswers:
    """The answers to what is asked of the cells of one file; `cells` are those that are settled, `given` what is new and to be recorded."""

    def __init__(self, remembered: Sequence[ReadingGiven], typed: Sequence[str], file: str, person: str) -> None:
        """Take all answers recorded, those given to this file ("C5=0"), its name, and who gives them."""
        self._known: dict[tuple[str, ...], list[ReadingGiven]] = {}
        for answer in remembered:
            self._remember(answer)
        self._typed = [_parted(one) for one in typed]
        self._file, self._person = file, person
        self._asked: dict[str, Asked] = {}
        self._used: dict[ReadingGiven, list[str]] = {}
        self.cells: dict[str, CellReading] = {}
        self.given: list[ReadingGiven] = []

    def settle(self, errors: Iterable[tuple[Origin, Refusal]]) -> bool:
        """Look for answers to what is asked among errors; return whether there are any, so that the file has to be read again.

        Raises:
            BadData: where an answer is none of the readings of its cell, or several cells are meant by its address.
        """
        asking = {where.address: (where, error) for where, error in errors if isinstance(error, Asked) and error.readings}
        asking = {address: found for address, found in asking.items() if address not in self.cells}
        self._asked |= {address: error for address, (_where, error) in asking.items()}
        before = len(self.cells)
        for cell, typed in [*self._typed]:
            if (meant := self._meant(cell, asking)) is not None:
                self._typed.remove((cell, typed))
                self._take_typed(*asking.pop(meant), typed)
        for where, error in asking.values():
            if (answer := self._remembered_for(where, error)) is not None:
                self._use(where, error, answer)
        return len(self.cells) > before

    def _meant(self, cell: str, asking: Mapping[str, tuple[Origin, Asked]]) -> str | None:
        """Return the address of the cell that somebody typed, among those that ask; None where it is none of them."""
        found = [address for address, (where, _error) in asking.items() if is_at(cell, where)]
        if len(found) > 1:
            several = N_("Several cells of the file are called '{cell}': {cells}. Name the one that is meant.")
            raise BadData(several, cell=cell, cells=tuple(found))
        return found[0] if found else None

    def _take_typed(self, where: Origin, error: Asked, typed: str) -> None:
        reading = chosen(error, typed)
        if reading is None:
            none = N_("'{typed}' is none of the readings of {cell}, where '{written}' stands. They are: {readings}.")
            raise BadData(none, typed=typed, cell=where.address, written=error.written, readings=tuple(map(as_typed, error.readings)))
        answer = self._remembered_for(where, error)
        if answer is None or answer.reading != reading.id:
            cell = where.cell if where.sheet else where.address
            asked = (error.kind, error.written, reading.id)
            answer = ReadingGiven(self._file, where.sheet, cell, *asked, where.sender, where.form, self._person)
            self.given.append(answer)
            self._remember(answer)
        self._use(where, error, answer)

    def _use(self, where: Origin, error: Asked, answer: ReadingGiven) -> None:
        reading = next(one for one in error.readings if one.id == answer.reading)
        noted = reading.id if reading.id != EMPTY else "''"
        self.cells[where.address] = CellReading(reading, f"'{error.written}' = {noted}")
        self._used.setdefault(answer, []).append(where.address)

    def _remember(self, answer: ReadingGiven) -> None:
        if ASKED_AS[answer.kind]:
            self._known.setdefault(_about(answer.sender, answer.form, answer.kind, answer.written), []).append(answer)

    def _remembered_for(self, where: Origin, error: Asked) -> ReadingGiven | None:
        """Return the newest answer that holds for a cell; None where there is none, or where one file had several that differ."""
        known = self._known.get(_about(where.sender, where.form, error.kind, error.written), [])
        newest = [one for one in known if one.recorded_at == known[-1].recorded_at]
        agreed = {one.reading for one in newest}
        return newest[-1] if len(agreed) == 1 and agreed <= {reading.id for reading in error.readings} else None

    def need_all_used(self) -> None:
        """Raise a BadData that names the cells that ask where an answer was given to another one."""
        if self._typed:
            asks_nothing = N_("The cell '{cell}' asks nothing, so nothing can be answered there.")
            one = N_("{cell} ({readings})")
            asking = (Message.of(one, cell=address, readings=tuple(map(as_typed, error.readings))) for address, error in self._asked.items())
            cells = tuple(islice(asking, LISTED))
            which = Message.of(N_("Asked are: {cells}."), cells=cells) if cells else Message.of(N_("No cell of the file asks anything."))
            raise BadData(asks_nothing, which, cell=self._typed[0][0])

    def told(self) -> Iterator[Message]:
        """Yield how cells were read, and by whose answer of which day."""
        for answer, addresses in self._used.items():
            said = {"cells": tuple(addresses), "written": in_words(answer.written), "reading": in_words(answer.reading)}
            if answer.recorded_at is None:
                yield Message.of(N_("{cells}: '{written}' is read as {reading}, as answered."), **said)
                continue
            by = N_("{cells}: '{written}' is read as {reading}, by the answer of {day} of {person}.")
            by = by if answer.entered_by else N_("{cells}: '{written}' is read as {reading}, by the answer of {day}.")
            yield Message.of(by, **said, day=answer.recorded_at.astimezone(TIME_ZONE).date(), person=answer.entered_by)


def _about(sender: str, form: str, kind: str, written: str) -> tuple[str, str, str, str]:
    return as_compared(sender), form, kind, fold(written)


def _parted(typed: str) -> tuple[str, str]:
    """Return cell and reading of an answer as it is typed; a sheet may have the sign in its name, and no reading has."""
    cell, sign, reading = typed.rpartition("=")
    if not (cell.strip() and sign and reading.strip()):
        raise BadData(N_("'{typed}' is no answer; write the cell and what it means: C5=0"), typed=typed)
    return cell.strip(), reading.strip()


def is_at(typed: str, where: Origin) -> bool:
    """Return whether a cell that somebody typed is the one of an origin: "C5", "Số liệu!C5" or "so-lieu/C5"; of a text "4" or "4:OBS_VALUE"."""
    if not where.sheet:
        return typed.casefold() in {where.cell, where.address.casefold()}
    sheet, _mark, cell = typed.replace("/", "!").rpartition("!")
    sheet = sheet.strip("' ")
    is_sheet = sheet in {"", where.sheet} or fold(sheet) == fold(where.sheet) or sheet == slug(where.sheet)
    return cell.replace("$", "").strip().upper() == where.cell and is_sheet


def as_typed(reading: OfferedReading) -> Text | str:
    """Return a reading as it is written in an answer."""
    value = reading.value
    return LEFT_EMPTY if value is None else written_day(value, "vi") if isinstance(value, date) else reading.id


def _named(reading: OfferedReading) -> Named:
    """Return by what a reading goes in an answer."""
    value = reading.value
    if isinstance(value, date):
        days = f"{value.day}/{value.month}/{value.year}", f"{value.day:02}/{value.month:02}/{value.year}"
        return Named("", as_typed(reading), (reading.id, *days))
    return Named("", as_typed(reading), _ALSO_EMPTY if value is None else ())


def chosen(error: Asked, typed: str) -> OfferedReading | None:
    """Return the one of the readings of a cell that an answer names; None where it names none.

    Words are known without their accents; of a number every sign counts: "1.234" is just what was asked.
    """
    if len(error.readings) == 1 and Named("", _AS_IT_STANDS).reads_like(typed):
        return error.readings[0]
    digits = any(letter.isdigit() for letter in typed)
    known = [(reading, _named(reading)) for reading in error.readings]
    return next((reading for reading, name in known if name.is_called(typed) or (not digits and name.reads_like(typed))), None)


def in_words(reading: str) -> Text | date | str:
    """Return a reading by its id, or what stood in a cell, as it is said."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", reading):
        return date.fromisoformat(reading)
    return LEFT_EMPTY if reading == EMPTY else reading
