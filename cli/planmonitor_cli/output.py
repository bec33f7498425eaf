"""Printing lines and tables for people."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from planmonitor_exchange.machine.rows import Row

from planmonitor_cli.layout import on_screen, rows_text, terminal_width


def echo(text: str = "") -> None:
    """Write lines to standard output; on a terminal none is longer than its width."""
    sys.stdout.write(f"{on_screen(text, terminal_width())}\n")


def echo_lines(lines: Iterable[str]) -> None:
    """Write lines to standard output; nothing where there is none."""
    if text := "\n".join(lines):
        echo(text)


def tell(text: str) -> None:
    """Write lines to standard error: what is said beside the data."""
    sys.stderr.write(f"{on_screen(text, terminal_width(sys.stderr))}\n")


def table(headers: Row, rows: Sequence[Row], *, named: int = 1) -> str:
    """Return rows as they fit on the screen: an aligned table, else blocks of lines (`rows_text`); accents, composed or not, shift no column.

    Args:
        headers: Column headings.
        rows: Cells, ready to be shown.
        named: How many of the first columns name a row, and stand in the first line of its block.
    """
    return rows_text(headers, rows, named=named)
