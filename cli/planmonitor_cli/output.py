"""Printing answers: tables for people, JSON, CSV and Markdown for other programs."""

from __future__ import annotations

import csv
import io
import json
import sys
import textwrap
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

FORMULA = frozenset("=+-@\t\r'")
"""First letters of a cell that a spreadsheet may take for a formula, and the mark that tells it not to."""

Row = Sequence[str]


def echo(text: str = "") -> None:
    """Write a line to standard output."""
    sys.stdout.write(f"{text}\n")


def tell(text: str) -> None:
    """Write a line to standard error: what is said beside the data."""
    sys.stderr.write(f"{text}\n")


def machine(value: Any) -> Any:
    """Return a value as JSON has it: dates in ISO 8601, integers as numbers, every other figure as a string."""
    if isinstance(value, (Decimal, Fraction)):
        return str(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: machine(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [machine(item) for item in value]
    return value


def print_json(document: Any) -> None:
    """Print one JSON document."""
    echo(json.dumps(machine(document), ensure_ascii=False, allow_nan=False, indent=2))


def table(headers: Row, rows: Sequence[Row], widths: Sequence[int | None] | None = None) -> str:
    """Return an aligned table; accents, composed or not, do not shift its columns.

    Args:
        headers: Column headings.
        rows: Cells, already in words.
        widths: Widest a column may be before its heading and cells are wrapped; None for no limit.
    """
    import tabulate

    tabulate.MIN_PADDING = 0  # else every heading is two letters wider than its column, and a screen has a hundred
    limits: Any = list(widths) if widths else None
    return tabulate.tabulate(rows, headers=headers, tablefmt="simple", disable_numparse=True, maxcolwidths=limits, maxheadercolwidths=limits)


def wrapped(text: str, first: str = "", following: str = "", width: int = 100) -> str:
    """Return a sentence in lines of a screen's width.

    Args:
        text: The sentence.
        first: What its first line begins with.
        following: What its other lines begin with.
        width: Letters in a line.
    """
    return textwrap.fill(text, width, initial_indent=first, subsequent_indent=following, break_long_words=False, break_on_hyphens=False)


def _markdown(headers: Row, rows: Sequence[Row]) -> str:
    def line(cells: Row) -> str:
        return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"

    return "\n".join([line(headers), line(["---"] * len(headers)), *(line(row) for row in rows)])


def _safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in FORMULA else cell


def csv_text(headers: Row, rows: Sequence[Row]) -> str:
    """Return rows as CSV; text that a spreadsheet would take for a formula is marked with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(headers)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def print_rows(headers: Row, rows: Sequence[Row], how: str, widths: Sequence[int | None] | None = None) -> None:
    """Print rows as "table", "csv" or "markdown"."""
    if how == "csv":
        echo(csv_text(headers, rows).rstrip("\n"))
    elif how == "markdown":
        echo(_markdown(headers, rows))
    else:
        echo(table(headers, rows, widths))
