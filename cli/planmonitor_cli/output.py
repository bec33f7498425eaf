"""Printing lines and tables for people."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

from planmonitor_exchange.machine.rows import Row


def echo(text: str = "") -> None:
    """Write a line to standard output."""
    sys.stdout.write(f"{text}\n")


def tell(text: str) -> None:
    """Write a line to standard error: what is said beside the data."""
    sys.stderr.write(f"{text}\n")


def table(headers: Row, rows: Sequence[Row], widths: Sequence[int | None] | None = None) -> str:
    """Return an aligned table; accents, composed or not, do not shift its columns.

    Args:
        headers: Column headings.
        rows: Cells, ready to be shown.
        widths: Widest a column may be before its heading and cells are wrapped; None for no limit.
    """
    import tabulate

    tabulate.MIN_PADDING = 0  # else every heading is two letters wider than its column, and a screen has a hundred
    limits: Any = list(widths) if widths else None
    return tabulate.tabulate(rows, headers=headers, tablefmt="simple", disable_numparse=True, maxcolwidths=limits, maxheadercolwidths=limits)
