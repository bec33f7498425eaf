"""Printing answers: tables for people, JSON, CSV and Markdown for other programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from planmonitor_exchange.machine.rows import Row, csv_text, markdown_text
from planmonitor_exchange.machine.values import machine

from planmonitor_cli.layout import on_screen, rows_text, terminal_width


def echo(text: str = "") -> None:
    """Write lines to standard output; on a terminal none is longer than its width."""
    sys.stdout.write(f"{on_screen(text, terminal_width())}\n")


def tell(text: str) -> None:
    """Write lines to standard error: what is said beside the data."""
    sys.stderr.write(f"{on_screen(text, terminal_width(sys.stderr))}\n")


def print_json(answer: Any) -> None:
    """Print an answer as JSON."""
    sys.stdout.write(json.dumps(machine(answer), ensure_ascii=False, allow_nan=False, indent=2) + "\n")


def table(headers: Row, rows: Sequence[Row], widths: Sequence[int | None] = (), *, named: int = 1) -> str:
    """Return rows as they fit on the screen: an aligned table, else blocks of lines (`rows_text`); accents, composed or not, shift no column.

    Args:
        headers: Column headings.
        rows: Cells, ready to be shown.
        widths: Widest a column may be though there were room; None for no limit.
        named: How many of the first columns name a row, and stand in the first line of its block.
    """
    return rows_text(headers, rows, named=named, never_wider=widths)


def print_rows(headers: Row, rows: Sequence[Row], how: str, widths: Sequence[int | None] = (), named: int = 1) -> None:
    """Print rows as "table", "csv" or "markdown"."""
    if how == "csv":
        sys.stdout.write(csv_text(headers, rows).rstrip("\n") + "\n")
    elif how == "markdown":
        sys.stdout.write(markdown_text(headers, rows) + "\n")
    else:
        echo(table(headers, rows, widths, named=named))
