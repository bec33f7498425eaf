"""Figures from a file of any kind that is read: a workbook, or a text with columns."""

from __future__ import annotations

from planmonitor import Message, Refusal
from planmonitor.assessment.records import Origin
from planmonitor.workspace.admission import Draft
from planmonitor.workspace.cell_answers import Settled
from planmonitor.workspace.narrating import TextDraft

from planmonitor_exchange.figures import csv
from planmonitor_exchange.figures.answered import NONE
from planmonitor_exchange.figures.workbook import reading
from planmonitor_exchange.figures.workbook.container import is_workbook


def read(name: str, content: bytes, settled: Settled = NONE) -> tuple[list[Draft | TextDraft], list[tuple[Origin, Refusal]], list[Message]]:
    """Return the figures of a file as its own reader does, some cells as they were answered; what it is its first bytes tell, not its name."""
    if is_workbook(content):
        return reading.read(name, content, settled)
    drafts, errors, said = csv.read(name, content, settled)
    return [*drafts], errors, said
