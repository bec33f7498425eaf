"""The sheet of the narrative: of each plan what was done, what was difficult and why, what is proposed and what comes next."""

from __future__ import annotations

from planmonitor.workspace.asking import Asking

from planmonitor_exchange.figures.identity import HEADINGS
from planmonitor_exchange.figures.workbook.narrative import WORDS
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import SECTION
from planmonitor_exchange.workbook.book import Page
from planmonitor_exchange.workbook.keys import Keys
from planmonitor_exchange.workbook.parts import CELL, HEADING, INPUT, TITLE

_HEADER = 2
_HEIGHT = 90


def write_narrative(page: Page, asking: Asking, keys: Keys, say: Speaker) -> None:
    """Write the sheet: for every plan that asks the same five parts, each a cell that takes words."""
    page.text(0, 1, say(N_("NARRATIVE")), **TITLE)
    page.text(1, 1, say(N_("Numbers of people only: no name, birth date, address, telephone or identity number of a child.")), text_wrap=False)
    for column, words in enumerate((HEADINGS["key"], N_("Plan"), N_("What to tell"), WORDS)):
        page.text(_HEADER, column, say(words), **HEADING)
    page.columns([8, 30, 26, 90], hidden=[0])
    row = _HEADER
    for plan in asking.plans:
        for part, words in SECTION.items():
            row += 1
            page.text(row, 0, keys.told(f"{plan.id} {part}"), **CELL)
            page.text(row, 1, say.value(plan.called), **CELL)
            page.text(row, 2, say(words), **CELL)
            page.empty(row, 3, **INPUT, num_format="@")
            page.height(row, _HEIGHT)
    page.frozen(_HEADER + 1, 0)
    page.printed(row, 3, _HEADER)
    page.locked()
