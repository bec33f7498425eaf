"""An answer as a workbook: the rows of the screen, and a sheet of data with ids for who works on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from planmonitor_exchange.machine.records import Column, found_in, text_of
from planmonitor_exchange.machine.values import machine
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.workbook.book import Page, WrittenBook, height_of
from planmonitor_exchange.workbook.parts import HEADING

CODES = (N_("Code"), N_("Id"), N_("Number"), N_("Receipt"), N_("Rule"), N_("Question"), N_("Document"))
"""The headings of columns that hold names made of digits, which are no figures."""
_PERCENT = '"%"'
EXACT = 15
"""Digits of a number that a spreadsheet keeps; a longer one stays a text."""
_WIDEST = 60
_NUMBER = {
    language: re.compile(rf"(-?(?:0|[1-9][0-9]*|[1-9][0-9]{{0,2}}(?:{group}[0-9]{{3}})+)(?:{decimal}[0-9]+)?)(%?)")
    for language, group, decimal in (("vi", r"\.", ","), ("en", ",", r"\."))
}
"""A number as each language writes it, perhaps with a percent sign; what begins with a superfluous 0 is written for its noun or is a code."""


def answer_book(
    headers: Sequence[str], rows: Sequence[Sequence[str]], columns: Sequence[Column], items: Iterable[Mapping[str, Any]], day: date, language: str
) -> bytes:
    """Return the workbook of an answer.

    Args:
        headers: The column headings of the screen.
        rows: Its rows, as people read them, in their order.
        columns: What programs take of each object.
        items: The objects, as the JSON of the same answer has them.
        day: The day it is made.
        language: "vi" or "en".
    """
    say, book = Speaker(language), WrittenBook(day)
    _shown(book.page(say(N_("Result"))), headers, rows, {say(name) for name in CODES}, language)
    _data(book.page(say(N_("Data"))), columns, [*map(machine, items)], language)
    return book.content


def _shown(page: Page, headers: Sequence[str], rows: Sequence[Sequence[str]], codes: set[str], language: str) -> None:
    widths = _headings(page, headers, rows)
    for number, row in enumerate(rows, 1):
        page.height(number, height_of([*zip(row, widths, strict=True)]))
        for column, words in enumerate(row):
            figure = None if headers[column] in codes else figure_in(words.strip(), language)
            if figure is None:
                page.text(number, column, words)
            else:
                page.number(number, column, figure[0], num_format=_as_shown(*figure))
    page.printed(len(rows), len(headers) - 1, 0)


def _as_shown(figure: int | Decimal, percent: bool) -> str:
    """Return the format in which a figure keeps its decimals; a percent sign is a letter there, and multiplies nothing."""
    places = -int(figure.as_tuple().exponent) if isinstance(figure, Decimal) else 0
    return f"#,##0{'.' if places else ''}{'0' * places}{_PERCENT if percent else ''}"


def figure_in(words: str, language: str) -> tuple[int | Decimal, bool] | None:
    """Return the figure that a cell of a screen is, and whether it is told in percent; None where it is no figure, or too long for a spreadsheet."""
    match = _NUMBER[language].fullmatch(words)
    if match is None:
        return None
    plain = match[1].replace(".", "").replace(",", ".") if language == "vi" else match[1].replace(",", "")
    if sum(letter.isdigit() for letter in plain) > EXACT:
        return None
    return (Decimal(plain) if "." in plain else int(plain)), match[2] == "%"


def _data(page: Page, columns: Sequence[Column], items: Sequence[Any], language: str) -> None:
    _headings(page, [column.name for column in columns], [])
    for number, item in enumerate(items, 1):
        for place, column in enumerate(columns):
            value = found_in(item, column, language)
            if value is not None:
                _write(page, number, place, column, value)
    page.printed(len(items), len(columns) - 1, 0)


def _write(page: Page, row: int, place: int, column: Column, value: Any) -> None:
    """Write a value by the kind of its column: figures as numbers, days as days, all else as text."""
    words = text_of(value)
    if column.kind == "number" and sum(letter.isdigit() for letter in words) <= EXACT:
        page.number(row, place, value if isinstance(value, int) else Decimal(words))
    elif column.kind == "date":
        page.day(row, place, date.fromisoformat(words))
    elif column.kind == "flag":
        page.text(row, place, "yes" if value else "no")
    else:
        page.text(row, place, words, text_wrap=False)


def _headings(page: Page, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """Write the headings, and return how wide the columns are: as their longest line, up to what can be read."""
    longest = [max((len(line) for row in [headers, *rows] for line in row[column].split("\n")), default=1) for column in range(len(headers))]
    widths = [min(_WIDEST, max(8, length + 2)) for length in longest]
    page.columns(widths)
    for column, words in enumerate(headers):
        page.text(0, column, words, **HEADING)
    page.frozen(1, 0)
    return widths
