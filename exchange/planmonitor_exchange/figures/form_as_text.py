"""A sheet of a form of ours that was saved as CSV, or copied: without the hidden sheet nobody knows what its rows are about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planmonitor import BadData, Message

from planmonitor_exchange.figures.headings import KEY, OF_OUR_OWN, column_of
from planmonitor_exchange.figures.sheet import SEPARATORS
from planmonitor_exchange.speaking.translations import N_

_LOOKED_AT = 60
"""Lines at the beginning that are looked at: titles of a form may be several lines each."""
_HEADINGS = frozenset(OF_OUR_OWN.values()) - {KEY}
_ENOUGH = 4
"""Of so many headings of a form side by side, without a period among them, no other table is made."""
_ROW_CODE = re.compile(r"[DN]\d{4}")


def check_no_form(text: str) -> None:
    """Raise a BadData that says so where the text of a file, or what was pasted, is a sheet of a form, known by its headings or row codes."""
    lines = text.splitlines()[:_LOOKED_AT]
    rows = [[cell.strip("\"' \ufeff") for cell in line.split(mark)] for line in lines for mark in SEPARATORS if mark in line]
    coded = sum(any(map(_ROW_CODE.fullmatch, row[:1])) for row in rows)
    if any(map(_is_headed, rows)) or (coded > 1 and not any(_has_own_period(row) for row in rows)):
        lost = N_("This is a sheet of a form saved or copied as text: the hidden sheet that says what each row is about is lost.")
        raise BadData(lost, Message.of(N_("Open the form, save it as 'Excel Workbook (.xlsx)', and take in that file.")))


def _is_headed(row: Sequence[str]) -> bool:
    """Return whether a row holds the headings of a form."""
    columns = {column_of(cell) for cell in row}
    return KEY in columns or (len(columns & _HEADINGS) >= _ENOUGH and "TIME_PERIOD" not in columns and not _has_codes(row))


def _has_codes(row: Sequence[str]) -> bool:
    """Return whether the headings are codes of the columns, as in a file that was exported."""
    return any(cell in _HEADINGS for cell in row)


def _has_own_period(row: Sequence[str]) -> bool:
    return "TIME_PERIOD" in {column_of(cell) for cell in row}
