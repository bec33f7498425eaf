"""Figures from a file of any kind that is read: a workbook, or a text with columns."""

from __future__ import annotations

from planmonitor import BadData, Message, Refusal
from planmonitor.assessment.records import Origin
from planmonitor.workspace.admission import Draft
from planmonitor.workspace.cell_answers import Settled
from planmonitor.workspace.narrating import TextDraft

from planmonitor_exchange.decoding import Undecoded, decoded
from planmonitor_exchange.figures import csv
from planmonitor_exchange.figures.answered import NONE
from planmonitor_exchange.figures.kinds import NO_WORKBOOK, SAVE_AS, is_container, is_named_workbook, refused_kind
from planmonitor_exchange.figures.workbook import reading
from planmonitor_exchange.speaking.translations import N_


def read(name: str, content: bytes, settled: Settled = NONE) -> tuple[list[Draft | TextDraft], list[tuple[Origin, Refusal]], list[Message]]:
    """Return the figures of a file as its own reader does, some cells as they were answered; what it is its first bytes tell, not its name.

    Raises:
        BadData: where it is of a kind that is not read, which is named with the next step, or where its reader takes nothing of it.
    """
    if other := refused_kind(content):
        raise other
    if is_container(content):
        return reading.read(name, content, settled)
    try:
        drafts, errors, said = csv.read(name, content, settled)
    except Undecoded as error:
        if not is_named_workbook(name):
            raise
        raise BadData(NO_WORKBOOK, Message.of(SAVE_AS)) from error
    except BadData as error:
        if not is_named_workbook(name):
            raise
        raise _as_text(error) from error
    return [*drafts], errors, said


def _as_text(error: BadData) -> BadData:
    """Return why a text is not taken whose name says that it is a workbook."""
    text = N_("The file is a text and no workbook, whatever its name says; read as CSV: {error}")
    return BadData(text, error.hint, error=error.message)


def names_columns_by_code(content: bytes) -> bool:
    """Return whether a file is a text whose columns are headed with codes, as in an export.

    Then what is said of it names codes, and Vietnamese headings otherwise.
    """
    if is_container(content):
        return False
    try:
        return csv.is_coded(decoded(content)[0])
    except BadData:
        return False
