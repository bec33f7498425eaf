"""The table in a sheet: its row of headings, whichever row and order they stand in, and what each row of it holds under them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from attrs import frozen
from planmonitor import BadData, Message
from planmonitor.names import fold
from planmonitor.numbers import written_day

from planmonitor_exchange.figures.headings import FIGURES, KEY, NOT_READ, WORDS, as_called, check_no_persons, column_of, heading_of
from planmonitor_exchange.figures.workbook.book import Unreadable, Value
from planmonitor_exchange.speaking.translations import N_

TITLES = 40
"""Most rows that stand above the headings."""
NEEDED = ("MEASURE", "TIME_PERIOD")
_NUMBERED = re.compile(r"\(?(\d{1,2})\)?(?:\s*=.*)?")


@frozen
class FigureTable:
    """Where the columns of a table are."""

    row: int
    """The row of its headings."""
    blocks: tuple[Mapping[str, int], ...]
    """Columns by their codes, counted from 0; several where one row holds several figures side by side."""
    headings: Mapping[int, str]
    """What is written above a column."""
    unknown: tuple[str, ...]
    """Headings that stand for nothing known."""

    @property
    def keyed(self) -> bool:
        """Whether its rows bear the keys of a workbook that was made to be filled in."""
        return KEY in self.blocks[0]


def found_table(rows: Sequence[tuple[Value, ...]]) -> FigureTable | None:
    """Return the table whose headings stand in one of the first rows of a sheet; None where none has any.

    Raises:
        BadData: where some row has headings of a table, but not all that it needs, one of them twice, or those of a list of persons.
    """
    best: tuple[int, int] | None = None
    for number, row in enumerate(rows, 1):
        codes = [column_of(cell) if isinstance(cell, str) else None for cell in row]
        known = {code for code in codes if code}
        if known & set(FIGURES) and (KEY in known or set(NEEDED) <= known):
            return _table(number, row, codes)
        if len(known) >= 2 and known & set(FIGURES) and (best is None or len(known) > best[0]):
            best = len(known), number
    if best is not None:
        codes = [column_of(cell) if isinstance(cell, str) else None for cell in rows[best[1] - 1]]
        called = as_called({code: str(cell).strip() for cell, code in zip(rows[best[1] - 1], codes, strict=True) if code}, WORDS)
        missing = tuple(called(name) for name in NEEDED if name not in codes)
        raise BadData(N_("Row {row} has headings of a table, but lacks: {missing}."), row=str(best[1]), missing=missing)
    return None


def _table(number: int, row: Sequence[Value], codes: Sequence[str | None]) -> FigureTable:
    keys = [at for at, code in enumerate(codes) if code == KEY]
    begins = keys or [0]
    shared = {code: at for at, code in enumerate(codes[: begins[0]]) if code}
    blocks = []
    for begin, end in zip(begins, [*begins[1:], len(codes)], strict=True):
        block = dict(shared)
        for at in range(begin, end):
            if code := codes[at]:
                if code in block:
                    raise BadData(N_("Row {row}: two columns are headed '{name}'."), row=str(number), name=str(row[at]))
                block[code] = at
        blocks.append(block)
    headings = {at: " ".join(str(cell).split()) for at, cell in enumerate(row) if cell is not None}
    check_no_persons(headings.values())
    unknown = tuple(words for at, words in headings.items() if codes[at] is None and fold(re.sub(r"\s*\(.*", "", words)) not in NOT_READ)
    return FigureTable(number, tuple(blocks), headings, unknown)


def row_of_headings(rows: Sequence[tuple[Value, ...]], headings: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """Return the number of the row that has most of some headings, and those that it lacks: one asked for twice has to stand there twice."""
    lacking = [(tuple(_lacking(row, headings)), number) for number, row in enumerate(rows, 1)]
    missing, number = min(lacking, key=lambda found: len(found[0]), default=(tuple(headings), 1))
    return number, missing


def _lacking(row: Sequence[Value], headings: Sequence[str]) -> Iterator[str]:
    there = Counter(map(_as_heading, filter(None, map(shown, row))))
    for words in headings:
        if there[_as_heading(words)] > 0:
            there[_as_heading(words)] -= 1
        else:
            yield words


def exchanged(row: Sequence[Value], made: Sequence[str]) -> tuple[int, int] | None:
    """Return two columns of figures whose headings stand in each other's place, while all between them stand where they stood; None where none do.

    A column that was moved with all below it shifts those it passed; two that changed places may be two columns, or two headings alone.
    """
    wanted = [_as_heading(words) for words in made]
    there = [(code, column) for column, cell in enumerate(row) if (code := _as_heading(shown(cell))) in set(wanted)]
    if len(there) != len(wanted):
        return None
    moved = [at for at, (code, _column) in enumerate(there) if code != wanted[at]]
    for one, other in pairwise(moved):
        if there[one][0] == wanted[other] and there[other][0] == wanted[one] and {wanted[one], wanted[other]} <= set(FIGURES):
            return there[one][1], there[other][1]
    return None


def _as_heading(words: str) -> str:
    return column_of(words) or without_spaces(words)


def without_spaces(words: str) -> str:
    """Return words as those printed in a form are compared."""
    return fold(words).replace(" ", "")


def column_headed(headings: Mapping[int, str], words: str) -> int | None:
    """Return the column under a heading."""
    return next((column for column, there in headings.items() if _as_heading(there) == _as_heading(words)), None)


def is_numbering(row: Sequence[Value]) -> bool:
    """Return whether a row below the headings only numbers the columns: "A B 1 2 3", "(1) (2) (3)"."""
    words = [str(cell).strip() for cell in row if cell is not None]
    numbers = [int(match[1]) for word in words if (match := _NUMBERED.fullmatch(word))]
    letters = [word for word in words if re.fullmatch("[A-ZĐ]", word)]
    follow = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
    return len(numbers) >= 2 and follow and numbers[0] in {0, 1} and len(numbers) + len(letters) == len(words)


def shown(value: Value) -> str:
    """Return what stands in a cell as it is named; a day as a Vietnamese sheet shows it."""
    if isinstance(value, Unreadable):
        return value.shown
    if isinstance(value, date):
        return written_day(value, "vi")
    return "" if value is None else str(value)


def missing_headings(sheets: Iterable[str]) -> BadData:
    """Return that no sheet of a workbook holds a table of figures, and by which headings one is known."""
    looked = tuple(heading_of(name) for name in (*NEEDED, *FIGURES))
    hint = N_("Take the workbook that 'monitor template' makes, or write these headings above the columns: {headings}.")
    none = N_("No sheet holds a table of figures; looked at: {sheets}.")
    return BadData(none, Message.of(hint, headings=looked), sheets=tuple(sheets))


def texts(rows: Iterable[tuple[Value, ...]]) -> Iterator[list[str]]:
    """Yield the cells of rows as words."""
    for row in rows:
        yield [shown(cell) for cell in row]
