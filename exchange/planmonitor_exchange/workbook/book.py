"""Writing a workbook cell by cell: typed, locked unless it is to be filled in, and never with a figure that nobody counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import cached_property
from io import BytesIO
from math import ceil
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

DATE = "[$-42A]dd/mm/yyyy"
"""How days are shown, day first wherever the file is opened."""
WHOLE = "#,##0"
LONGEST_MESSAGE = 255
LONGEST_NAME = 31
LONGEST_TEXT = 32_767
_A4 = 9
_LINE = 15
_HIGHEST = 409
"""Points of the highest row there can be."""
_UNFIT = frozenset("[]:*?/\\'")
_PLAIN: Mapping[str, Any] = {"font_name": "Times New Roman", "font_size": 11, "valign": "top", "text_wrap": True}


class NotWritten(RuntimeError):
    """A cell, or what it is held to, could not be written: a fault of the program, which would be silent otherwise."""


def cell(row: int, column: int) -> str:
    """Return the address of a cell: "H5"."""
    return str(xl_rowcol_to_cell(row, column))


def shortened(text: str, longest: int) -> str:
    """Return a text of so many letters at most, with a sign where it was longer."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def height_of(texts: Iterable[tuple[str, int]]) -> int:
    """Return how high a row is for texts in columns of some widths: not every program works it out when a file is opened."""
    lines = max((sum(ceil(len(line) * 20 / (27 * width)) or 1 for line in words.split("\n")) for words, width in texts), default=1)
    return min(_HIGHEST, _LINE * lines + 2)


class Page:
    """One sheet."""

    def __init__(self, book: WrittenBook, sheet: Worksheet, name: str) -> None:
        """Take the sheet of a book."""
        self.name = name
        self._book = book
        self._sheet = sheet

    def text(self, row: int, column: int, words: str, **style: Any) -> None:
        """Write words, whatever they look like: a text that begins with "=" is none but a text."""
        if words:
            self._done(self._sheet.write_string(row, column, shortened(words, LONGEST_TEXT), self._book.style(**style)))
        else:
            self.empty(row, column, **style)

    def number(self, row: int, column: int, number: int | Decimal, **style: Any) -> None:
        """Write a figure."""
        self._done(self._sheet.write_number(row, column, number, self._book.style(**style)))  # type: ignore[arg-type]

    def day(self, row: int, column: int, day: date, **style: Any) -> None:
        """Write a day."""
        self._done(self._sheet.write_datetime(row, column, datetime.combine(day, time()), self._book.style(num_format=DATE, **style)))

    def formula(self, row: int, column: int, formula: str, **style: Any) -> None:
        """Write a formula without a result: a reader that does not calculate finds none, and no 0 that nobody counted."""
        self._done(self._sheet.write_formula(row, column, formula, self._book.style(**style), ""))

    def empty(self, row: int, column: int, **style: Any) -> None:
        """Leave a cell empty in a style."""
        self._done(self._sheet.write_blank(row, column, None, self._book.style(**style)))

    def held_to(self, row: int, column: int, **rule: Any) -> None:
        """Let a cell take only what a rule allows; what is said there is cut where a spreadsheet would refuse the file."""
        for said in ("input_message", "error_message"):
            if said in rule:
                rule[said] = shortened(rule[said], LONGEST_MESSAGE)
        self._done(self._sheet.data_validation(row, column, row, column, rule))

    def picture(self, row: int, column: int, png: bytes, described: str) -> None:
        """Put a picture over cells, at the size at which 96 of its points make an inch halved, with what it shows in words."""
        options = {"image_data": BytesIO(png), "description": described, "x_scale": 0.5, "y_scale": 0.5}
        self._done(self._sheet.insert_image(row, column, "picture.png", options))

    def columns(self, widths: Sequence[int], hidden: Sequence[int] = ()) -> None:
        """Set how wide the columns are, and which are hidden."""
        for column, width in enumerate(widths):
            self._done(self._sheet.set_column(column, column, width, None, {"hidden": column in hidden}))

    def height(self, row: int, height: int) -> None:
        """Set how high a row is."""
        self._done(self._sheet.set_row(row, height))

    def printed(self, last_row: int, last_column: int, repeated: int | None = None) -> None:
        """Have it printed on A4 across, one page wide, with the row of headings on every page."""
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_footer("&C&P/&N")
        self._done(self._sheet.print_area(0, 0, last_row, last_column))
        if repeated is not None:
            self._sheet.repeat_rows(repeated)

    def frozen(self, row: int, column: int) -> None:
        """Keep the rows above and the columns before a cell in sight."""
        self._sheet.freeze_panes(row, column)

    def locked(self) -> None:
        """Keep what is not to be filled in from being written over by mistake; no password."""
        self._sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True, "select_unlocked_cells": True})

    def hidden(self, *, deeply: bool = False) -> None:
        """Hide the sheet; deeply, so that no menu offers to show it."""
        if deeply:
            self._sheet.very_hidden()
        else:
            self._sheet.hide()

    def range(self, first_row: int, last_row: int, column: int) -> str:
        """Return where cells below each other stand, as another sheet names them."""
        quoted = self.name.replace("'", "''")
        return f"='{quoted}'!${_letters(column)}${first_row + 1}:${_letters(column)}${last_row + 1}"

    def _done(self, code: int | None) -> None:
        if code:
            raise NotWritten(f"sheet '{self.name}': XlsxWriter returned {code}")


class WrittenBook:
    """A workbook that is being written; what goes in alike comes out alike, byte by byte."""

    def __init__(self, made: date) -> None:
        """Take the day on which it is made, which stands in its properties."""
        self._bytes = BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._book = Workbook(self._bytes, options)
        self._book.set_properties({"created": datetime.combine(made, time())})
        self._styles: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._names: set[str] = set()

    def page(self, name: str) -> Page:
        """Add a sheet under a name that spreadsheets take, and that no other sheet has."""
        fit = " ".join("".join(" " if letter in _UNFIT else letter for letter in name).split()) or "1"
        taken, number = shortened(fit, LONGEST_NAME), 1
        while taken.casefold() in self._names:
            number += 1
            taken = f"{shortened(fit, LONGEST_NAME - 5)} ({number})"
        self._names.add(taken.casefold())
        return Page(self, self._book.add_worksheet(taken), taken)

    def style(self, **properties: Any) -> Format:
        """Return a style; the same properties are one style."""
        key = tuple(sorted(properties.items()))
        if key not in self._styles:
            self._styles[key] = self._book.add_format({**_PLAIN, **properties})
        return self._styles[key]

    @cached_property
    def content(self) -> bytes:
        """The whole file; nothing can be written afterwards."""
        self._book.close()
        return self._bytes.getvalue()


def _letters(column: int) -> str:
    return cell(0, column).rstrip("1")
