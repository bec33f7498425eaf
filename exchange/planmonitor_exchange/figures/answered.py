"""Cells that somebody was asked about and answered, put into their row; and of whom and what kind a row is, by which answers are remembered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, MutableMapping
from sys import intern
from typing import Any

from planmonitor.names import fold
from planmonitor.workspace.cell_answers import Settled

from planmonitor_exchange.figures.headings import YES_NO

NONE: Settled = {}
"""No answers."""


def put_in(cells: MutableMapping[str, Any], addresses: Mapping[str, str], settled: Settled) -> dict[str, str]:
    """Put what was answered in place of what stands in the cells of a row, by their columns.

    A number in place of a state goes into the column of numbers.

    Args:
        cells: What stands in which column; changed.
        addresses: The address of the cell in each column.
        settled: What was answered, by address.

    Returns:
        By the column whose cell was answered the one in which its reading stands now.
    """
    moved: dict[str, str] = {}
    for code, address in addresses.items() if settled else ():
        if (answer := settled.get(address)) is not None:
            cells.pop(code, None)
            moved[code] = "OBS_VALUE" if code == YES_NO else code
            if answer.reading.value is not None:
                cells[moved[code]] = answer.reading.value
    return moved


def noted(codes: Iterable[str], addresses: Mapping[str, str], settled: Settled) -> str:
    """Return what is kept beside a figure of the cells of its row that were answered: "C5 'không' = 0"."""
    told = ((addresses[code].rpartition("!")[2], settled[addresses[code]].said) for code in codes)
    return "; ".join(f"{cell} {said}" for cell, said in told)


def fingerprint(headings: Iterable[str]) -> str:
    """Return the fingerprint of the headings of a table, by which a file of the same kind is known."""
    return hashlib.sha256("\t".join(map(fold, headings)).encode()).hexdigest()[:16]


def sender_of(row: Mapping[str, Any]) -> str:
    """Return whose row it is: the unit that it names, else the place; "" where it names neither."""
    return intern(" ".join(str(row.get("UNIT") or row.get("REF_AREA") or "").split()))
