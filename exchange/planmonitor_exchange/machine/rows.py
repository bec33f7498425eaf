"""Rows for other programs: CSV and Markdown."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

FORMULA = frozenset("=+-@\t\r\n'")
"""First letters of a cell that a spreadsheet may take for a formula, and the mark that tells it not to."""

Row = Sequence[str]


class CsvForm(NamedTuple):
    """How the cells of a CSV file are parted and its numbers written."""

    separator: str
    decimal: str
    line_end: str
    encoding: str


PLAIN = CsvForm(",", ".", "\n", "utf-8")
"""For programs (RFC 4180)."""
SPREADSHEET = {"vi": CsvForm(";", ",", "\r\n", "utf-8-sig"), "en": CsvForm(",", ".", "\r\n", "utf-8-sig")}
"""For spreadsheets, as they read a file in the settings of each language.

With a decimal comma Excel parts cells at semicolons, and takes "1.234" for a thousand and "12.5" for a day in May: a point would make
wrong figures without a word. The mark before the text makes it read accents; a first line "sep=;" would make it overlook the mark.
"""

_MARKDOWN = re.compile(r"[\\|*_`<\[~$]|&(?=#?\w+;)")
"""What a cell of a Markdown table must not hold as it is: it would end the cell or change how the text looks."""


def markdown_text(headers: Row, rows: Sequence[Row]) -> str:
    """Return rows as a Markdown table (GitHub's) whose cells show the text they were given."""

    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cells) + " |"

    return "\n".join([line(map(_markdown_cell, headers)), line(["---"] * len(headers)), *(line(map(_markdown_cell, row)) for row in rows)])


def _markdown_cell(text: str) -> str:
    return "<br>".join(_MARKDOWN.sub(r"\\\g<0>", text).splitlines())


def safe(cell: str) -> str:
    """Return a text that no spreadsheet takes for a formula: one that could be is marked with an apostrophe."""
    return f"'{cell}" if cell[:1] in FORMULA else cell


def csv_text(headers: Row, rows: Iterable[Row]) -> str:
    """Return rows of texts as plain CSV; each made `safe`."""
    return csv_lines([headers, *([safe(cell) for cell in row] for row in rows)])


def csv_lines(rows: Iterable[Row], form: CsvForm = PLAIN) -> str:
    """Return rows, ready to be written, as the text of a CSV file."""
    out = io.StringIO()
    csv.writer(out, delimiter=form.separator, lineterminator=form.line_end).writerows(rows)
    return out.getvalue()
