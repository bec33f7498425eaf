"""The plain CSV of figures: the same columns in and out, with the words of SDMX where it has them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from planmonitor import BadData, Message, Refusal, Window
from planmonitor.assessment.records import Figure
from planmonitor.names import offer
from planmonitor.workspace.admission import Draft

from planmonitor_exchange.figures.breakdowns import read_breakdown, written_breakdown
from planmonitor_exchange.figures.typed import read_count, read_day, read_figure
from planmonitor_exchange.machine.rows import FORMULA
from planmonitor_exchange.speaking.translations import N_

COLUMNS = (
    "MEASURE",
    "REF_AREA",
    "UNIT",
    "TIME_PERIOD",
    "BREAKDOWN",
    "NUMERATOR",
    "DENOMINATOR",
    "OBS_VALUE",
    "OBS_STATUS",
    "UNIT_MEASURE",
    "UNTIL",
    "COMPARISON",
    "SUPPLIED_BY",
    "EVIDENCE",
    "NOTE",
)
REQUIRED = ("MEASURE", "TIME_PERIOD")
STATUS_IN = {"": None, "A": "final", "E": "estimated", "P": "provisional"}
STATUS_OUT = {"final": "A", "estimated": "E", "provisional": "P"}
YES_NO = {"yes": True, "no": False, "có": True}


Errors = list[tuple[str, Refusal]]


def read(name: str, content: bytes) -> tuple[list[Draft], Errors]:
    """Return the figures of a CSV file: UTF-8, one header row of `COLUMNS`; comma, semicolon or tab.

    Args:
        name: Name of the file, to say where an error stands.
        content: Its bytes.

    Returns:
        The rows that can be read, and what is wrong with the others.

    Raises:
        BadData: where the file is not such a CSV.
    """
    text = _decoded(content)
    first = text.splitlines()[0]
    # Excel writes the list separator of Windows, a semicolon in Vietnamese; the known columns tell which it is.
    delimiter = max(",;\t", key=lambda mark: len(set(first.split(mark)) & set(COLUMNS)))
    rows = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    try:
        header = next(rows, [])
        _check_header(header)
        drafts, errors = _drafts(name, header, rows)
    except csv.Error as error:
        raise BadData(N_("Line {line}: {error}."), line=str(rows.line_num), error=str(error)) from error
    if not drafts and not errors:
        raise BadData(N_("The file has no rows."))
    return drafts, errors


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadData(N_("It is not UTF-8 text."), Message.of(N_("In Excel, save as 'CSV UTF-8 (comma delimited)'."))) from error
    if "\0" in text:
        raise BadData(N_("It is not UTF-8 text."), Message.of(N_("In Excel, save as 'CSV UTF-8 (comma delimited)'.")))
    if not text.strip():
        raise BadData(N_("The file is empty."))
    return text


def _check_header(header: Sequence[str]) -> None:
    for name in header:
        if name not in COLUMNS:
            raise BadData(N_("There is no column '{name}'."), offer(name, COLUMNS), name=name)
    for name in header:
        if header.count(name) > 1:
            raise BadData(N_("Column '{name}' stands twice."), name=name)
    for name in REQUIRED:
        if name not in header:
            raise BadData(N_("Column '{name}' is missing."), name=name)


def _drafts(name: str, header: Sequence[str], rows: Any) -> tuple[list[Draft], Errors]:
    drafts: list[Draft] = []
    errors: Errors = []
    line = rows.line_num + 1
    for row in rows:
        # A cell may hold line breaks: a row is named by the line it begins on, as an editor counts.
        where, line = f"{name}:{line}", rows.line_num + 1
        if not any(cell.strip() for cell in row):
            continue
        try:
            if len(row) != len(header):
                raise BadData(N_("The row has {found} cells, the header {wanted}; a decimal comma needs quotes."), found=len(row), wanted=len(header))
            drafts.append(_draft(dict(zip(header, map(_unmarked, row), strict=True)), where))
        except Refusal as error:
            errors.append((where, error))
    return drafts, errors


def _unmarked(cell: str) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:].strip() if cell[:1] == "'" and cell[1:2] in FORMULA else cell.strip()


def _draft(row: dict[str, str], where: str) -> Draft:
    value = row.get("OBS_VALUE", "")
    yes = YES_NO.get(value.lower())
    status = row.get("OBS_STATUS", "").upper()
    if status not in STATUS_IN:
        raise BadData(N_("OBS_STATUS is '{value}'; it must be A (final), P (provisional) or E (estimated)."), value=row["OBS_STATUS"])
    return Draft(
        measure=row["MEASURE"],
        place=row.get("REF_AREA", ""),
        unit=row.get("UNIT", ""),
        period=row["TIME_PERIOD"],
        breakdown=read_breakdown(filter(str.strip, row.get("BREAKDOWN", "").split(";"))),
        numerator=_in_column("NUMERATOR", row, count=True),  # type: ignore[arg-type]
        denominator=_in_column("DENOMINATOR", row, count=True),  # type: ignore[arg-type]
        value=None if yes is not None else _in_column("OBS_VALUE", row, count=False),
        yes=yes,
        state=STATUS_IN[status],
        counts=row.get("UNIT_MEASURE") or None,
        until=_day(row.get("UNTIL", "")),
        comparison=_flag(row.get("COMPARISON", "")),
        supplied_by=row.get("SUPPLIED_BY", ""),
        evidence=row.get("EVIDENCE", ""),
        note=row.get("NOTE", ""),
        where=where,
    )


def _in_column(name: str, row: dict[str, str], *, count: bool) -> int | Decimal | None:
    text = row.get(name, "")
    try:
        return read_count(text) if count else read_figure(text)
    except BadData as error:
        raise BadData(N_("{column}: {error}"), error.hint, column=name, error=error.message) from error


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return read_day(text)
    except ValueError as error:
        raise BadData(N_("'{value}' is no date; write 2026-06-30 or 30/6/2026."), value=text) from error


def _flag(text: str) -> bool:
    if text.lower() in {"", "no", "0"}:
        return False
    if text.lower() in {"yes", "x", "1"}:
        return True
    raise BadData(N_("COMPARISON is '{value}'; it must be yes, or empty."), value=text)


def row_of(figure: Figure, measure: str, window: Window) -> tuple[str, ...]:
    """Return a recorded figure as a row of `COLUMNS`; reading it back in the same data window gives the same figure.

    Args:
        figure: The figure.
        measure: Id of the measure or population it is written under.
        window: The data window of that measure: a period of other days is written by its days.
    """
    value = "" if figure.value is None else str(figure.value).replace(".", ",")
    if figure.yes is not None:
        value = "yes" if figure.yes else "no"
    return (
        measure,
        figure.place,
        figure.unit,
        window.named(figure.period.start, figure.period.end).id,
        written_breakdown(figure.breakdown, ";"),
        "" if figure.numerator is None else str(figure.numerator),
        "" if figure.denominator is None else str(figure.denominator),
        value,
        STATUS_OUT[figure.state],
        "",
        figure.until.isoformat(),
        "yes" if figure.comparison else "",
        figure.supplied_by,
        figure.evidence,
        figure.note,
    )
