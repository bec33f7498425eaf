"""The sheet of the narrative in a workbook that was made to be filled in: a row for each section of each plan."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve
from planmonitor import BadData, Message, Refusal
from planmonitor.assessment.records import Origin
from planmonitor.workspace.narrating import TextDraft

from planmonitor_exchange.figures.identity import TemplateIdentity
from planmonitor_exchange.figures.workbook.book import Value
from planmonitor_exchange.figures.workbook.preflight import column_letters
from planmonitor_exchange.speaking.translations import LANGUAGES, N_, translate

WORDS = N_("Words of the unit")
"""The heading above what a unit has written."""


class NarrativeRows:
    """Takes the rows of a sheet, and keeps the texts of those whose key the form knows."""

    def __init__(self, identity: TemplateIdentity | None, origin: Origin) -> None:
        """Take what the workbook says of itself, None where it is no form, and where the sheet stands."""
        self._identity = identity
        self._origin = origin
        self._headings = {translate(WORDS, language) for language in LANGUAGES}
        self._column: int | None = None
        self.known = False
        """Whether it holds rows of the narrative of the form."""
        self.drafts: list[TextDraft] = []
        self.errors: list[tuple[Origin, Refusal]] = []

    def take(self, at: int, row: Sequence[Value]) -> None:
        """Take a row by its number: the one with the headings, one with a text, or any other."""
        if self._identity is None:
            return
        if self._column is None:
            self._column = next((number for number, cell in enumerate(row) if cell in self._headings), None)
        key = next((cell.strip() for cell in row if isinstance(cell, str) and cell.strip() in self._identity.narrative), None)
        if self._column is None:
            self._tell_gone(at, known=key is not None)
            return
        self.known = self.known or key is not None
        written = row[self._column] if self._column < len(row) else None
        if key is None or written is None or (isinstance(written, str) and not written.strip()):
            return
        where = evolve(self._origin, cell=f"{column_letters(self._column + 1)}{at}", position=self._origin.position + at)
        if not isinstance(written, str):
            self.errors.append((where, BadData(N_("The cell holds a number; words are wanted."), Message.of(N_("Write what was done in words.")))))
            return
        plan, _, section = self._identity.narrative[key].rpartition(" ")
        self.drafts.append(TextDraft(plan, self._identity.period, section, written, self._identity.unit, where))

    def _tell_gone(self, at: int, *, known: bool) -> None:
        """Keep a refusal at the first row of the narrative where its heading is gone: what was written below it would be lost."""
        if known and not self.known:
            self.known = True
            gone = N_("The row of headings lacks: {missing}. What stands below them would be lost.")
            where = evolve(self._origin, cell=f"B{at}", position=self._origin.position + at)
            hint = Message.of(N_("Write the heading again above the words of the unit."))
            self.errors.append((where, BadData(gone, hint, missing=(Message.of(WORDS),))))
