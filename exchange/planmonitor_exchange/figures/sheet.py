"""A table that people saved as CSV: where its columns begin, and what stands around its rows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from attrs import frozen
from planmonitor import BadData, Message
from planmonitor.names import fold, offer

from planmonitor_exchange.figures.headings import as_called, check_no_persons, column_of, heading_of
from planmonitor_exchange.machine.rows import FORMULA
from planmonitor_exchange.speaking.translations import N_

SEPARATORS = ",;\t"
"""What may stand between the cells of a line."""
_SEPARATOR_LINE = re.compile(r"(?i:\ufeff?\"?sep=(?P<separator>[,;\t])\"?)")
_TITLES = 20
"""Most lines of titles that anybody writes above a table."""
_OFFERED = 8
"""Names of columns that are offered."""
_SHOWN = 60
"""Letters of a line that is named."""
_TOTALS = {fold(words) for words in ("tổng", "cộng", "tổng cộng", "tổng số", "cộng chung", "tổng chung", "total", "grand total", "sum")}
"""What the first cell of a row of totals says, and nothing else: "Tổng phụ trách Đội" is no total."""


@frozen
class Row:
    """One row of a table."""

    line: int
    """The line of the file it begins on, as an editor counts: a cell may hold line breaks."""
    cells: tuple[str, ...]
    """What stands in its cells."""


@frozen
class Sheet:
    """A table: its columns, its rows, and what was read past."""

    header: tuple[str, ...]
    """The names of its columns; columns that are empty from top to bottom are left out."""
    rows: tuple[Row, ...]
    """Its rows that hold anything, with as many cells as it has columns or as they were written with."""
    notes: tuple[Message, ...]
    """What was passed over: titles, totals."""
    called: Callable[[str], str]
    """Gives what a column is called in the file, by its code."""


Named = Callable[[str], str | None]
"""Gives the code of the column that a heading stands above; None where it is none of the table's."""


def sheet_of(
    text: str,
    columns: Sequence[str],
    required: Collection[str],
    named: Named = column_of,
    spoken: Callable[[str], str] = heading_of,
    *,
    others: bool = False,
) -> Sheet:
    """Return the table in the text of a CSV file, or of rows pasted from a spreadsheet.

    Args:
        text: The text; comma, semicolon or tab between cells.
        columns: The names that its columns may have, each also by a heading that stands for it.
        required: Those that have to be there.
        named: Which column a heading stands above; those of figures by default.
        spoken: The heading under which a column is spoken of in Vietnamese; in a file headed with codes it is spoken of by its code.
        others: Whether columns of other names are read past and named, instead of refused.

    Raises:
        BadData: where a column is missing, unknown, without a name or named twice, or a quotation mark is not closed.
    """
    rows = tuple(_rows(text, columns, named))
    if not any(any(row.cells) for row in rows):
        raise BadData(N_("The file is empty."))
    at = next((number for number, row in enumerate(rows[: _TITLES + 1]) if set(required) <= set(map(named, row.cells))), 0)
    written, below = rows[at].cells, [row for row in rows[at + 1 :] if any(row.cells)]
    check_no_persons(written)
    header = tuple(named(name) or name for name in written)
    others = others or (named is column_of and not set(required) <= set(written))  # a table of figures under words of its own
    unknown = [name for name in header if name and name not in columns] if others and set(required) <= set(header) else []
    header = tuple("" if name in unknown else name for name in header)
    used = [number for number, name in enumerate(header) if name or (not written[number] and _is_used(number, below))]
    there = tuple(header[number] for number in used)
    called = as_called({name: written[number] for number, name in enumerate(header) if name}, columns, spoken)
    if not set(there) & set(columns):
        raise _no_headings(rows, [called(column) for column in columns])
    _check_header(there, columns, required, called)
    totals = [row for row in below if is_total(row.cells)]
    kept = tuple(Row(row.line, _in_columns(row.cells, used, len(header))) for row in below if row not in totals)
    titles, unnamed = [row for row in rows[:at] if any(row.cells)], len(header) - len(used) - len(unknown)
    return Sheet(there, kept, tuple(_passed_over(titles, totals, unnamed, unknown)), called)


def _is_used(number: int, rows: Sequence[Row]) -> bool:
    return any(row.cells[number : number + 1] > ("",) for row in rows)


def _rows(text: str, columns: Collection[str], named: Named) -> Iterator[Row]:
    """Yield the rows of a text; a first line "sep=;" of Excel's says what parts the cells, else the known columns tell."""
    lines = text.splitlines(keepends=True)
    told = _SEPARATOR_LINE.fullmatch(lines[0].strip()) if lines else None
    if told:
        lines[0] = "\n"
    # Excel writes the list separator of Windows, a semicolon in Vietnamese.
    known = {mark: max((_known(line.strip().split(mark), columns, named) for line in lines[: _TITLES + 1]), default=0) for mark in SEPARATORS}
    delimiter = told["separator"] if told else max(SEPARATORS, key=lambda mark: known[mark])
    reader = csv.reader(io.StringIO("".join(lines), newline=""), strict=True, delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            yield Row(line, tuple(map(unmarked, cells)))
            line = reader.line_num + 1
    except csv.Error as error:
        anew = Message.of(N_("Write a quotation mark within a cell twice, or save the file anew from Excel or LibreOffice."))
        raise BadData(N_("Line {line}: a quotation mark is not closed, or stands within a cell."), anew, line=str(reader.line_num)) from error


def _known(cells: Sequence[str], columns: Collection[str], named: Named) -> int:
    return len({named(cell.strip("\"' \n")) for cell in cells} & set(columns))


def unmarked(cell: str) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:].strip() if cell[:1] == "'" and cell[1:2] in FORMULA else cell.strip()


def _in_columns(cells: Sequence[str], used: Sequence[int], width: int) -> tuple[str, ...]:
    """Return the cells of a row under the columns that are used, and what stands beyond the last of them."""
    beyond = cells[width:] if any(cells[width:]) else ()
    return (*(cells[number] for number in used if number < len(cells)), *beyond)


def _no_headings(rows: Sequence[Row], known: Sequence[str]) -> BadData:
    first = next(row for row in rows if any(row.cells))
    none = N_("No line holds the names of the columns; the first one is '{words}'.")
    above = Message.of(N_("Write them above the columns, such as: {names}."), names=tuple(known[:_OFFERED]))
    return BadData(none, above, words=words_of(first.cells))


def _check_header(header: Sequence[str], columns: Sequence[str], required: Collection[str], called: Callable[[str], str]) -> None:
    for number, name in enumerate(header, start=1):
        if not name:
            raise BadData(N_("Column {number} has no name."), Message.of(N_("Write a name above it, or empty it.")), number=str(number))
        if name not in columns:
            raise BadData(N_("There is no column '{name}'."), offer(name, [called(column) for column in columns]), name=name)
    for name in header:
        if header.count(name) > 1:
            raise BadData(N_("Column '{name}' stands twice."), Message.of(N_("Leave one of the two.")), name=called(name))
    if missing := tuple(called(name) for name in required if name not in header):
        raise BadData(N_("The row of headings lacks: {missing}."), Message.of(N_("Write them above their columns.")), missing=missing)


def is_total(cells: Iterable[str]) -> bool:
    """Return whether the first cell of a row that holds anything says that the row is a total, and nothing else."""
    return fold(next(filter(None, cells), "").rstrip(" :.")) in _TOTALS


def _passed_over(titles: Sequence[Row], totals: Sequence[Row], columns: int, unknown: Sequence[str]) -> Iterator[Message]:
    for row in titles:
        yield Message.of(N_("Line {line} stands above the columns and was not read: {words}"), line=str(row.line), words=words_of(row.cells))
    for row in totals:
        yield Message.of(N_("Line {line} is a total and was not read: {words}"), line=str(row.line), words=words_of(row.cells))
    if unknown:
        yield Message.of(N_("These columns are not known and were not read: {names}."), names=tuple(unknown))
    if columns:
        yield Message.of(N_("{count} columns without a name and without content were not read."), count=columns)


def words_of(cells: Sequence[str]) -> str:
    """Return the beginning of what stands in a row, to name it."""
    words = " | ".join(filter(None, cells))
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
