"""What stands in an annex that came back as a workbook: the figures of its rows by their keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from planmonitor_exchange.figures.workbook.book import opened_book
from planmonitor_exchange.figures.workbook.preflight import look_at
from planmonitor_exchange.report.annex_book import DENOMINATOR, KEY, KEY_COLUMN, NUMERATOR, RESULT, STATE


@frozen
class SentCells:
    """The cells of a row in which its figure stands, as they are typed."""

    numerator: Any
    denominator: Any
    result: Any
    state: Any


def read_book(content: bytes) -> Mapping[str, SentCells]:
    """Return the rows of an annex by key; none where the workbook is none of this program.

    Raises:
        BadData: where it is damaged, has a password, or is larger than any table of figures.
    """
    found: dict[str, SentCells] = {}
    with opened_book(content) as book:
        for sheet in look_at(content).sheets:
            is_annex = False
            for row in book.rows(sheet):
                key = _at(row, KEY_COLUMN)
                if is_annex and isinstance(key, str):
                    found.setdefault(key, SentCells(*(_at(row, column) for column in (NUMERATOR, DENOMINATOR, RESULT, STATE))))
                is_annex = is_annex or key == KEY
    return found


def _at(row: Sequence[Any], column: int) -> Any:
    return row[column] if column < len(row) else None
