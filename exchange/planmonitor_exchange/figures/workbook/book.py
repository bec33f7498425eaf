"""The one door to openpyxl: rows of values out of a workbook (.xlsx) that was looked at, and whatever it ends with is a refusal."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Context, Decimal
from functools import cached_property
from typing import Any, Protocol

from attrs import frozen
from planmonitor import BadData, Refusal
from planmonitor.numbers import written_day

from planmonitor_exchange.figures.row import Cell
from planmonitor_exchange.figures.workbook.container import damaged, refusal
from planmonitor_exchange.figures.workbook.formats import changes, shown_under
from planmonitor_exchange.figures.workbook.preflight import Preflight, SheetMarks, look_at
from planmonitor_exchange.speaking.translations import N_

FIRST_YEAR, LAST_YEAR = 2000, 2100
"""Between these a day in a cell is one that somebody meant."""
_DIGITS = Context(prec=15)
"""As many digits of a number as spreadsheets keep."""


@frozen
class Unreadable:
    """What stands in a cell and is neither words nor a number nor a day: a time, a day of another century."""

    shown: str


@frozen
class Displayed(Unreadable):
    """A number that its cell shows as another one: whoever looked at the sheet saw that one."""

    number: int | Decimal


Value = Cell | Unreadable | None
"""What stands in a cell of a sheet; None in an empty one."""


class Book(Protocol):
    """An opened workbook of any kind."""

    @property
    def found(self) -> Preflight:
        """What was noted of it before."""

    def rows(self, sheet: SheetMarks) -> Iterator[tuple[Value, ...]]:
        """Yield the rows of a sheet from its first, each up to its last cell."""


class OpenedBook:
    """A workbook (.xlsx): `with opened_book(content) as book: book.rows(sheet)`."""

    def __init__(self, workbook: Any, found: Preflight) -> None:
        """Take the workbook as openpyxl opened it, and what was noted of it before."""
        self._workbook = workbook
        self.found = found

    @cached_property
    def _formatted(self) -> bool:
        """Whether any cell may show another number than it holds: only then is it read cell by cell, which takes longer than values alone."""
        return any(changes(_format(self._workbook, number)) for number in range(len(self._workbook._cell_styles)))

    def rows(self, sheet: SheetMarks) -> Iterator[tuple[Value, ...]]:
        """Yield the rows of a sheet from its first, each up to its last cell.

        Raises:
            BadData: where openpyxl cannot read it.
        """
        try:
            worksheet = self._workbook[sheet.name]
            worksheet.reset_dimensions()  # what the file says of its size may be wrong
            if self._formatted:
                for row in worksheet.iter_rows():
                    yield tuple([None if cell.value is None else _displayed(value_of(cell.value), cell) for cell in row])
                return
            for row in worksheet.iter_rows(values_only=True):
                yield tuple([value if value is None or type(value) is str else value_of(value) for value in row])
        except (Refusal, GeneratorExit):
            raise
        except Exception as error:
            raise damaged_sheet(sheet) from error


def damaged_sheet(sheet: SheetMarks) -> BadData:
    """Return that a sheet cannot be read."""
    return refusal(N_("Sheet '{sheet}' cannot be read: it is damaged."), sheet=sheet.name)


@contextmanager
def opened_book(content: bytes) -> Iterator[OpenedBook]:
    """Look at a workbook (.xlsx) and open it, for reading row by row; its macros and what it refers to outside are left alone.

    Raises:
        BadData: as `look_at`, and where openpyxl cannot open it.
    """
    found = look_at(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts that are passed over
        workbook = _opened(content)
        try:
            yield OpenedBook(workbook, found)
        finally:
            workbook.close()


def _opened(content: bytes) -> Any:
    try:
        import openpyxl  # type: ignore[import-untyped]  # where a workbook is read, and nowhere else

        return openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        raise damaged() from error


def _format(workbook: Any, style: int) -> str:
    """Return the number format of a style, as openpyxl tells that of a cell."""
    from openpyxl.cell.read_only import ReadOnlyCell  # type: ignore[import-untyped]

    return str(ReadOnlyCell(workbook.worksheets[0], 1, 1, None, style_id=style).number_format)


def _displayed(value: Value, cell: Any) -> Value:
    """Return the value of a cell; a number as it is shown, where its format makes another one of it."""
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool) and changes(cell.number_format):
        other = shown_under(value, cell.number_format)
        return value if other is None else Displayed(other, value)
    return value


def value_of(value: Any) -> Value:
    """Return what stands in a cell, of the value that a program which reads workbooks hands over."""
    if isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return number_of(repr(value))
    if isinstance(value, datetime):
        return value.date() if FIRST_YEAR <= value.year <= LAST_YEAR and value.time() == time() else Unreadable(_shown(value))
    if isinstance(value, date) and FIRST_YEAR <= value.year <= LAST_YEAR:
        return value
    return Unreadable(_shown(value))


def number_of(written: str) -> Value:
    """Return the number that a spreadsheet keeps, of all the digits with which it is written; a decimal.InvalidOperation where they are none."""
    number = _DIGITS.create_decimal(written)
    if not number.is_finite():
        return Unreadable(written)
    return int(number) if number == number.to_integral_value() and number.adjusted() < 18 else number.normalize()


def _shown(value: Any) -> str:
    """Return what stands in a cell as a Vietnamese sheet shows it."""
    if isinstance(value, datetime):
        hour = f"{value:%H:%M} " if value.time() != time() else ""
        return hour + written_day(value.date(), "vi")
    if isinstance(value, date):
        return written_day(value, "vi")
    return str(value) if isinstance(value, (time, timedelta)) else type(value).__name__
