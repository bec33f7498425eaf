"""The sheet of base figures: recorded once a year for the whole place, the denominators of many measures."""

from __future__ import annotations

from collections.abc import Sequence

from planmonitor.workspace.asking import BaseBlank

from planmonitor_exchange.figures.identity import HEADINGS
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.workbook import wording
from planmonitor_exchange.workbook.book import Page
from planmonitor_exchange.workbook.keys import Keys
from planmonitor_exchange.workbook.parts import BESIDE, CELL, HEADING, TITLE, Count, Lists, choice_cell, count_cell, day_cell, remark_cell

COLUMNS = (
    (HEADINGS["key"], 8),
    (N_("No."), 6),
    (N_("Base figure"), 44),
    (N_("From day to day"), 24),
    (N_("Measured in"), 12),
    (HEADINGS["value"], 14),
    (N_("Recorded already"), 14),
    (N_("Whole year before"), 14),
    (HEADINGS["until"], 14),
    (HEADINGS["state"], 13),
    (HEADINGS["note"], 32),
)
LABELS = (2, 3)
"""The columns that say what a row is about."""
_READ = (0, 5, 8, 9, 10)
"""The columns that are read back."""
_HEADER = 2


def write_bases(page: Page, bases: Sequence[BaseBlank], lists: Lists, keys: Keys, say: Speaker) -> None:
    """Write the sheet.

    Args:
        page: The sheet.
        bases: The base figures asked for.
        lists: Where the lists to choose from stand.
        keys: The keys of the workbook, to which those of these rows are added.
        say: The language.
    """
    page.text(0, 1, say(N_("BASE FIGURES OF THE WHOLE PLACE")), **TITLE)
    page.text(1, 1, say(N_("Only what has changed is filled in; a recorded figure stays as it is while its cell is empty.")), text_wrap=False)
    for column, (words, _width) in enumerate(COLUMNS):
        page.text(_HEADER, column, say(words), **HEADING)
    labels, read = ([say(COLUMNS[column][0]) for column in columns] for columns in (LABELS, _READ))
    keys.headings(page.name, labels, read)
    page.columns([width for _words, width in COLUMNS], hidden=[0])
    for number, base in enumerate(bases, 1):
        row = _HEADER + number
        population, days = base.population, wording.days(base.period, say)
        cells = ["", str(number), say.value(population.label), days, say.value(population.noun)]
        cells[0] = keys.base(page.name, base, [cells[column] for column in LABELS])
        for column, text in enumerate(cells):
            page.text(row, column, text, **CELL)
        count_cell(page, row, 5, Count(say.value(base.population.label)), say)
        for column, known in ((6, base.recorded), (7, base.before)):
            page.text(row, column, "" if known is None else say.number(known), **BESIDE)
        day_cell(page, row, 8, base.period, say)
        choice_cell(page, row, 9, lists.states, say(N_("Choose one of the list.")))
        remark_cell(page, row, 10, say)
    page.frozen(_HEADER + 1, 3)
    page.printed(_HEADER + len(bases), len(COLUMNS) - 1, _HEADER)
    page.locked()
