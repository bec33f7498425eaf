"""A workbook of any kind, opened by what reads that kind; who goes through its sheets need not know which that is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from planmonitor_exchange.figures.workbook.book import Book, opened_book
from planmonitor_exchange.figures.workbook.container import XLSX, kind_of
from planmonitor_exchange.figures.workbook.other_kinds import read_apart


@contextmanager
def opened_workbook(content: bytes) -> Iterator[Book]:
    """Open a workbook for reading row by row.

    Raises:
        BadData: where it is of a kind that is not read here, has a password, is damaged, or is larger than any.
    """
    if (kind := kind_of(content)) == XLSX:
        with opened_book(content) as book:
            yield book
    else:
        yield read_apart(content, kind)
