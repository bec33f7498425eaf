"""The workbook that a unit, or the whole place, fills in for a period."""

from __future__ import annotations

from datetime import date

from planmonitor.workspace.asking import Asking, Blank

from planmonitor_exchange.figures.identity import SHEET, TemplateIdentity, identity_cells
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.workbook.base_page import write_bases
from planmonitor_exchange.workbook.book import WrittenBook
from planmonitor_exchange.workbook.cover import Sender, write_cover
from planmonitor_exchange.workbook.figures_page import FiguresPage
from planmonitor_exchange.workbook.keys import Keys
from planmonitor_exchange.workbook.matrix import write_matrix
from planmonitor_exchange.workbook.narrative_page import write_narrative
from planmonitor_exchange.workbook.parts import write_lists


def template(asking: Asking, sender: Sender, made: date, say: Speaker) -> bytes:
    """Return the workbook in which what is asked for is filled in.

    Args:
        asking: What is asked for.
        sender: Who asks, and what the place is called.
        made: The day it is made, which stands in it; for the rest, what goes in alike comes out alike.
        say: The language of its words.
    """
    book, keys = WrittenBook(made), Keys(say)
    write_cover(book.page(say(N_("Guide"))), asking, sender, say)
    lists = write_lists(book, say)
    FiguresPage(book, lists, keys, asking, say).write(title_of(asking, sender, say))
    if asking.bases:
        write_bases(book.page(say(N_("Base figures"))), asking.bases, lists, keys, say)
    write_narrative(book.page(say(N_("Narrative"))), asking, keys, say)
    return _with_identity(book, asking, keys, made)


def matrix(asking: Asking, sender: Sender, made: date, say: Speaker) -> bytes:
    """Return the workbook with one sheet for all members of each group, a row each; the arguments are those of `template`."""
    book, keys = WrittenBook(made), Keys(say)
    write_cover(book.page(say(N_("Guide"))), asking, sender, say, matrix=True)
    lists = write_lists(book, say)
    for name, blanks in by_group(asking).items():
        write_matrix(book.page(name), name, blanks, lists, keys, say)
    return _with_identity(book, asking, keys, made)


def by_group(asking: Asking) -> dict[str, list[Blank]]:
    """Return the figures of members by the name of their group; a group of one name in several plans is one."""
    found: dict[str, list[Blank]] = {}
    for blank in asking.blanks:
        if blank.part.group:
            found.setdefault(asking.names[blank.part.group], []).append(blank)
    return found


def title_of(asking: Asking, sender: Sender, say: Speaker) -> str:
    """Return what stands above the figures: "BIỂU THU THẬP SỐ LIỆU NĂM 2026 - TRƯỜNG THCS VÂN SƠN"."""
    period = asking.blanks[0].period
    return say(N_("FIGURES TO FILL IN, {period} - {unit}"), period=say.period(period).upper(), unit=(asking.name or sender.place).upper())


def _with_identity(book: WrittenBook, asking: Asking, keys: Keys, made: date) -> bytes:
    identity = TemplateIdentity(
        asking.place,
        "; ".join(asking.units),
        asking.period,
        made,
        tuple(keys.lines),
        narrative=keys.narrative,
        labels=keys.labels,
        columns=keys.columns,
        titles=keys.titles,
    )
    page = book.page(SHEET)
    for row, cells in enumerate(identity_cells(identity)):
        for column, words in enumerate(cells):
            page.text(row, column, words, text_wrap=False)
    page.locked()
    page.hidden(deeply=True)
    return book.content
