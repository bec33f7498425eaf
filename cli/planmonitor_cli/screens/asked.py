"""The commands that answer what was asked of a cell, to be copied as they stand into any shell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from planmonitor.assessment.records import Origin
from planmonitor.messages import Asked
from planmonitor.names import slug
from planmonitor.workspace.cell_answers import as_typed
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

_PLAIN = re.compile(r"[\w.:/\\-]+", re.ASCII)
_CHANGED_IN_QUOTES = re.compile(r"[\"$`%!\\]")
"""Signs that some shell does not leave alone between double quotes: sh, PowerShell, the prompt of Windows."""


def answer_lines(path: Path, where: Origin, error: Asked, asking: Sequence[Origin], say: Speaker) -> Iterator[str]:
    """Yield for every reading of a cell the command that takes the file with it.

    Args:
        path: The file, as it was named.
        where: The cell.
        error: What is asked of it.
        asking: All cells of the file that ask: one whose address another sheet has too is named with its sheet.
        say: Who speaks.
    """
    for reading in error.readings:
        typed = say.value(as_typed(reading))
        command = f'monitor import {_quoted(str(path))} --answer "{_cell(where, asking)}={typed}"'
        yield say(N_("    read as {reading}: {command}"), reading=typed, command=command)


def _cell(where: Origin, asking: Sequence[Origin]) -> str:
    if not where.sheet:
        return where.address
    if not any(other.cell == where.cell and other.sheet != where.sheet for other in asking):
        return where.cell
    # Not "!", as a formula has it: the prompts of some shells take it for a command of theirs.
    return f"{slug(where.sheet) if _CHANGED_IN_QUOTES.search(where.sheet) else where.sheet}/{where.cell}"


def _quoted(path: str) -> str:
    return path if _PLAIN.fullmatch(path) else f'"{path}"'
