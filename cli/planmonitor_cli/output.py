"""Printing answers: tables for people, JSON, CSV and Markdown for other programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from planmonitor_exchange.machine.rows import Row, csv_text, markdown_text
from planmonitor_exchange.machine.values import machine


def echo(text: str = "") -> None:
    """Write a line to standard output."""
    sys.stdout.write(f"{text}\n")


def tell(text: str) -> None:
    """Write a line to standard error: what is said beside the data."""
    sys.stderr.write(f"{text}\n")


def print_json(answer: Any) -> None:
    """Print an answer as JSON."""
    echo(json.dumps(machine(answer), ensure_ascii=False, allow_nan=False, indent=2))


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


def print_rows(headers: Row, rows: Sequence[Row], how: str, widths: Sequence[int | None] | None = None) -> None:
    """Print rows as "table", "csv" or "markdown"."""
    if how == "csv":
        echo(csv_text(headers, rows).rstrip("\n"))
    elif how == "markdown":
        echo(markdown_text(headers, rows))
    else:
        echo(table(headers, rows, widths))
