"""Figures from a file of any kind that is read: a workbook, or a text with columns."""

from __future__ import annotations

from planmonitor import Message, Refusal
from planmonitor.assessment.records import Origin
from planmonitor.workspace.admission import Draft

from planmonitor_exchange.figures import csv
from planmonitor_exchange.figures.workbook import reading
from planmonitor_exchange.figures.workbook.container import is_workbook


def read(name: str, content: bytes) -> tuple[list[Draft], list[tuple[Origin, Refusal]], list[Message]]:
    """Return the figures of a file as its own reader does; what it is its first bytes tell, not its name."""
    return reading.read(name, content) if is_workbook(content) else csv.read(name, content)
