"""Workbooks of the kinds .xls and .ods: read by calamine in a process of its own (`calamine_child.py`), whose word is not taken for anything.

A process that dies, hangs, takes more memory than it may, or says what it should not, is a refusal like any damaged file. Needs the extra `xls`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from importlib.util import find_spec
from threading import Timer
from typing import Any

from attrs import evolve
from planmonitor import BadData, Message, Refusal

from planmonitor_exchange.figures.workbook import calamine_child, limits
from planmonitor_exchange.figures.workbook.book import Unreadable, Value, damaged_sheet, number_of, value_of
from planmonitor_exchange.figures.workbook.container import ODS, XLS, locked, refusal, too_large
from planmonitor_exchange.figures.workbook.ods import look_at_ods
from planmonitor_exchange.figures.workbook.preflight import Preflight, Range, SheetMarks, address
from planmonitor_exchange.figures.workbook.streaming import Allowance, few
from planmonitor_exchange.speaking.translations import N_

_KIND = {XLS: N_("The file is of the old kind .xls."), ODS: N_("The file is of the kind .ods of LibreOffice.")}
_OR_READ = N_(
    "Open it in Excel or LibreOffice and save it as 'Excel Workbook (.xlsx)', then take in that file. "
    "Or have whoever installed the program add its extra 'xls', which reads this kind too."
)
_UNSEEN = N_(
    "The file is of the old kind .xls, in which formulas, errors such as #N/A, formats of percent and hidden rows are not seen: a cell with an error "
    "counts as empty, one that shows 50% as 0,5, and a formula as its result when the file was last saved. Look at such cells, or send it as .xlsx."
)
_LARGEST_NUMBER = 10**18


def read_apart(content: bytes, kind: str) -> AnsweredBook:
    """Return a workbook of the kind .xls or .ods, as a process of its own read it.

    Raises:
        BadData: where what reads it is not installed, where it has a password, is damaged, or is larger than any.
    """
    if find_spec("python_calamine") is None:
        raise refusal(_KIND[kind], _OR_READ)
    marks = look_at_ods(content) if kind == ODS else None
    lines = answer(content)
    try:
        sheets = _sheets(json.loads(lines[0]))
    except Refusal:
        raise
    except Exception as error:
        raise unreadable() from error
    if marks is None:
        return AnsweredBook(Preflight(tuple(sheets), False, (), Message.of(_UNSEEN)), lines)
    if [sheet.name for sheet in marks] != [sheet.name for sheet in sheets]:
        raise unreadable()
    together = [evolve(mark, hidden=sheet.hidden) for mark, sheet in zip(marks, sheets, strict=True)]
    return AnsweredBook(Preflight(tuple(together), False, ()), lines)


def unreadable() -> BadData:
    """Return that a workbook of another kind was not read."""
    return refusal(N_("The file cannot be read: it is damaged, or larger than any table of figures."))


def answer(content: bytes) -> list[bytes]:
    """Return the lines that the process says of a workbook, the last one off, which says that they are all.

    Raises:
        BadData: where it does not say so in time, or says too much.
    """
    command = [sys.executable, "-P", calamine_child.__file__, str(limits.MOST_MEMORY)]
    # No word of it is run by a shell, and its folder is none that it imports from.
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        assert process.stdin is not None
        assert process.stdout is not None
        late = Timer(limits.MOST_SECONDS, process.kill)
        late.start()
        try:
            with suppress(OSError):  # it may have ended before it has read all
                process.stdin.write(content)
                process.stdin.close()
            said = process.stdout.read(limits.MOST_TOLD + 1)
        finally:
            late.cancel()
            process.kill()
    if len(said) > limits.MOST_TOLD:
        raise too_large(N_("more than {count} bytes of cells"), count=limits.MOST_TOLD)
    lines = said.splitlines()
    if lines == [b'"password"']:
        raise locked()
    if len(lines) < 2 or lines.pop() != b'"end"':
        raise unreadable()
    return lines


def _sheets(said: Any) -> list[SheetMarks]:
    """Return the sheets that the process names; a ValueError, or what else comes of it, where it says something else."""
    sheets: list[SheetMarks] = []
    if len(said) > limits.MOST_SHEETS:
        raise too_large(N_("more than {count} sheets"), count=limits.MOST_SHEETS)
    for name, hidden, merged in said:
        if type(name) is not str or type(hidden) is not bool or any(sheet.name == name for sheet in sheets):
            raise ValueError
        few(len(merged or ()))
        sheets.append(SheetMarks(name, "", hidden, merged=[_area(area) for area in merged or ()], formulas_seen=False))
    return sheets


def _area(said: Any) -> Range:
    numbers = [number + 1 for corner in said for number in corner]
    if not all(type(number) is int and 0 < number <= limits.HIGHEST_ROW for number in numbers):
        raise ValueError
    first_row, first_column, last_row, last_column = numbers
    return first_row, first_column, last_row, last_column


class AnsweredBook:
    """A workbook as a process of its own has read it: rows out of the lines that it said."""

    def __init__(self, found: Preflight, lines: Sequence[bytes]) -> None:
        """Take what is noted of it, and the lines, that of the sheets first."""
        self.found = found
        self._lines = lines
        self._left = Allowance()

    def rows(self, sheet: SheetMarks) -> Iterator[tuple[Value, ...]]:
        """Yield the rows of a sheet from its first, each up to its last cell.

        Raises:
            BadData: where the process has said what it should not, or more than any sheet holds.
        """
        number = self.found.sheets.index(sheet)
        begins, next_row = b"[%d," % number, 1
        shown = _by_row(sheet)
        try:
            for line in self._lines[1:]:
                if line.startswith(begins):
                    _number, at, cells = json.loads(line)
                    if type(at) is not int or not next_row <= at <= limits.HIGHEST_ROW or len(cells) > limits.MOST_COLUMNS:
                        raise ValueError
                    for row in range(next_row, at):
                        yield _with(shown.get(row), ())
                    self._left.take(len(cells))
                    yield _with(shown.get(at), [_value(cell) for cell in cells])
                    next_row = at + 1
            for row in range(next_row, max(shown, default=0) + 1):
                yield _with(shown.get(row), ())
        except (Refusal, GeneratorExit):
            raise
        except Exception as error:
            raise damaged_sheet(sheet) from error


def _by_row(sheet: SheetMarks) -> dict[int, dict[int, str | bool]]:
    """Return what is shown in cells of which the process knows less, by row and column."""
    found: dict[int, dict[int, str | bool]] = {}
    for cell, text in sheet.shown.items():
        row, column = address(cell)
        found.setdefault(row, {})[column] = text
    return found


def _with(shown: dict[int, str | bool] | None, cells: Sequence[Value]) -> tuple[Value, ...]:
    """Return the cells of a row, with what is shown in some of them."""
    if not shown:
        return tuple(cells)
    row = [*cells, *[None] * (max(shown) - len(cells))]
    for column, text in shown.items():
        row[column - 1] = text
    return tuple(row)


def _value(said: Any) -> Value:
    """Return the value of a cell as the process says it; a ValueError, or what else comes of it, where it says something else."""
    if said is None or isinstance(said, (str, bool)):
        return said
    if type(said) is int and abs(said) < _LARGEST_NUMBER:
        return said
    kind, text = said
    if kind == "number":
        return number_of(text)
    if kind == "day":
        return value_of(datetime.fromisoformat(text))
    if kind == "other" and type(text) is str:
        return Unreadable(text)
    raise ValueError
