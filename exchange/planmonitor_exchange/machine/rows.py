"""Rows for other programs: CSV and Markdown."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

FORMULA = frozenset("=+-@\t\r'")
"""First letters of a cell that a spreadsheet may take for a formula, and the mark that tells it not to."""

Row = Sequence[str]


def markdown_text(headers: Row, rows: Sequence[Row]) -> str:
    """Return rows as a Markdown table."""

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
