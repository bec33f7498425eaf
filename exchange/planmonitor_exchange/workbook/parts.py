"""What all sheets of a workbook to fill in share: their styles, the lists that are chosen from, and the cells that take what."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from attrs import frozen
from planmonitor import Definition, Period

from planmonitor_exchange.figures.identity import NO, STATES, YES
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.workbook.book import DATE, WHOLE, Page, WrittenBook
from planmonitor_exchange.workbook.formulas import HIGHEST

BORDER = {"border": 1, "border_color": "#A6A6A6"}
TITLE = {"bold": True, "font_size": 14, "text_wrap": False}
HEADING: dict[str, Any] = {**BORDER, "bold": True, "bg_color": "#D9E2F3", "align": "center", "valign": "vcenter"}
BAND: dict[str, Any] = {"bold": True, "bg_color": "#F2F2F2", "text_wrap": False}
CELL: dict[str, Any] = {**BORDER}
BESIDE: dict[str, Any] = {**BORDER, "font_color": "#595959"}
RESULT: dict[str, Any] = {**BORDER, "bold": True, "bg_color": "#EDEDED"}
UNUSED: dict[str, Any] = {**BORDER, "bg_color": "#D9D9D9"}
INPUT: dict[str, Any] = {**BORDER, "bg_color": "#FFF2CC", "locked": False}
"""The cells to fill in: yellow, and the only ones that are not locked."""


FILL_IN = N_("Fill in the yellow cells only: whole numbers, 0 where there was none, nothing while it is not known.")
_NO_COUNT = N_("Write a whole number from 0 to {most}, without a percent sign; leave it empty while it is not known.")
_NO_POINTS = N_("Write points from 0 to {most}.")


@frozen
class Lists:
    """Where the lists stand that are chosen from: always ranges, for a list written out would be cut at its commas."""

    yes_no: str
    states: str
    states_of_cases: str
    """Without the estimate: of what must not occur there is none."""


def write_lists(book: WrittenBook, say: Speaker) -> Lists:
    """Write the sheet of lists, which stays hidden."""
    page = book.page(say(N_("Lists")))
    columns = [(YES, NO), tuple(STATES.values()), tuple(STATES.values())[1:]]
    ranges = []
    for column, words in enumerate(columns):
        for row, word in enumerate(words):
            page.text(row, column, say(word))
        ranges.append(page.range(0, len(words) - 1, column))
    page.locked()
    page.hidden()
    return Lists(*ranges)


@frozen
class Count:
    """What a cell takes that is to be counted."""

    what: str
    """In words."""
    most: int = HIGHEST
    """The largest number."""
    points: bool = False
    """Whether it may have decimals, as points of a score have."""

    @classmethod
    def of(cls, definition: Definition, what: str, most: int) -> Count:
        """Return what a cell of a definition takes."""
        if definition.kind == "score" and definition.maximum is not None:
            return cls(what, definition.maximum, points=True)
        return cls(what, most)


def count_cell(page: Page, row: int, column: int, count: Count, say: Speaker, filled: int | None = None) -> None:
    """Write a cell that takes a count; `filled` is the number that stands there already, None for none."""
    style = INPUT if count.points else {**INPUT, "num_format": WHOLE}
    if filled is None:
        page.empty(row, column, **style)
    else:
        page.number(row, column, filled, **style)
    page.held_to(
        row,
        column,
        validate="decimal" if count.points else "integer",
        criteria="between",
        minimum=0,
        maximum=count.most,
        input_message=count.what,
        error_message=say(_NO_POINTS if count.points else _NO_COUNT, most=count.most),
    )


def day_cell(page: Page, row: int, column: int, period: Period, say: Speaker) -> None:
    """Write a cell that takes a day of a period."""
    page.empty(row, column, **INPUT, num_format=DATE)
    said = say(N_("The day up to which it was counted, such as 31/10/2026; empty for the last day."))
    wrong = say(N_("Write a day from {start} to {end}, with slashes: 31/10/2026."), start=period.start, end=period.end)
    first, last = (datetime.combine(day, time()) for day in (period.start, period.end))
    page.held_to(row, column, validate="date", criteria="between", minimum=first, maximum=last, input_message=said, error_message=wrong)


def choice_cell(page: Page, row: int, column: int, source: str, said: str) -> None:
    """Write a cell in which one of a list is chosen."""
    page.empty(row, column, **INPUT)
    page.held_to(row, column, validate="list", source=source, error_message=said)


def remark_cell(page: Page, row: int, column: int, say: Speaker) -> None:
    """Write a cell that takes words: as text, so that a number keeps its zeros, and is found where none should stand."""
    page.empty(row, column, **INPUT, num_format="@")
    said = say(N_("The report or letter it stands in, a remark. No name, birth date, address, telephone or identity number of a child."))
    page.held_to(row, column, validate="any", input_message=said)
