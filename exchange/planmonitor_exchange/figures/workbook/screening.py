"""No person's data in any text of a workbook (docs/domain.md, rule 27): in cells that are read and cells that are not, in names of sheets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planmonitor import BadData, Message
from planmonitor.privacy import clean, need_no_child

from planmonitor_exchange.figures.headings import heads_persons
from planmonitor_exchange.figures.workbook.book import Value
from planmonitor_exchange.speaking.translations import N_

SHORTEST = 5
"""Letters of the shortest text that can tell of a child."""
ROWS_TOGETHER = 500
"""Rows of a sheet without figures that are looked at as a whole: name, day of birth and class stand in cells of their own."""
_MOST_KEPT = 20_000


def check_sheet_name(name: str, number: int) -> None:
    """Raise a BadData where the name of a sheet holds a person's data, without repeating it."""
    try:
        clean(name)
    except BadData as error:
        raise BadData(N_("The name of sheet {number}: {error}"), error.hint, number=number, error=error.message) from None


class TextScreen:
    """Looks at texts, each once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._seen: set[str] = set()

    def check(self, text: str) -> None:
        """Raise a BadData where a text holds what looks like a child's data."""
        if len(text) < SHORTEST or text in self._seen:
            return
        need_no_child(text)
        if len(self._seen) >= _MOST_KEPT:
            self._seen.clear()
        self._seen.add(text)

    def check_together(self, row: Sequence[Value]) -> None:
        """Raise a BadData where the cells of a row together do, or head a list of persons."""
        words = [f"{cell.day}/{cell.month}/{cell.year}" if isinstance(cell, date) else str(cell) for cell in row if cell is not None]
        if heads_persons(words):
            persons = N_("A sheet holds what looks like a list of persons; only totals are kept here, never a person's data.")
            raise BadData(persons, Message.of(N_("Delete that sheet from the file.")))
        if len(words) > 1:
            need_no_child(" | ".join(words))
