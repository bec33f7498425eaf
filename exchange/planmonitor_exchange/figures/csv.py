"""The plain CSV of figures: the same columns in and out, with the words of SDMX where it has them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from planmonitor import BadData, Message, Refusal
from planmonitor.workspace.admission import Draft
from planmonitor.workspace.judging import Latest, latest
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.recording import refused

from planmonitor_exchange.decoding import Undecoded, decoded
from planmonitor_exchange.figures.breakdowns import read_breakdown, written_breakdown
from planmonitor_exchange.figures.sheet import sheet_of
from planmonitor_exchange.figures.typed import Ambiguous, NoFigure, day_of_number, read_count, read_day, read_value
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
    "LEFT_ASIDE",
)
T = TypeVar("T")

REQUIRED = ("MEASURE", "TIME_PERIOD")
Errors = list[tuple[str, Refusal]]

STATUS_IN = {"": None, "a": "final", "e": "estimated", "p": "provisional", "ước tính": "estimated", "sơ bộ": "provisional", "chính thức": "final"}
MISSING = frozenset("mlo")
"""Codes of SDMX for an observation that is not there, whatever the reason."""
STATUS_OUT = {"final": "A", "estimated": "E", "provisional": "P"}
YES_NO = {
    **dict.fromkeys(("yes", "true", "có", "đạt", "hoàn thành", "đã hoàn thành"), True),
    **dict.fromkeys(("no", "false", "không", "chưa", "chưa đạt", "không đạt", "chưa hoàn thành", "không hoàn thành"), False),
}
"""What people write of a state; of a count "không" may mean zero or nothing reported, so it is refused there."""
FIGURES = ("NUMERATOR", "DENOMINATOR", "OBS_VALUE")


def read(name: str, content: bytes) -> tuple[list[Draft], Errors, list[Message]]:
    """Return the figures of a CSV file with one row of `COLUMNS` above them; comma, semicolon or tab.

    Args:
        name: Name of the file, to say where an error stands.
        content: Its bytes, in any of the encodings that `decoded` reads.

    Returns:
        The rows that can be read, what is wrong with the others, and what is to be said of the file: how it was read, and what was
        passed over. A row without figures is missing, not zero, and is left out.

    Raises:
        BadData: where the file is not such a CSV.
    """
    try:
        text, notes = decoded(content)
    except Undecoded as error:
        raise BadData(error.message.template, Message.of(N_("In Excel, save as 'CSV UTF-8 (comma delimited)'."))) from error
    sheet = sheet_of(text, COLUMNS, REQUIRED)
    said = [*notes, *sheet.notes]
    drafts: list[Draft] = []
    errors: Errors = []
    without = 0
    for row in sheet.rows:
        where = f"{name}:{row.line}"
        try:
            if len(row.cells) != len(sheet.header):
                problem = N_("The row has {found} cells, the header {wanted}; a decimal comma needs quotes.")
                raise BadData(problem, found=len(row.cells), wanted=len(sheet.header))
            cells = dict(zip(sheet.header, row.cells, strict=True))
            if _is_missing(cells):
                without += 1
            else:
                drafts.append(_draft(cells, where, said))
        except Refusal as error:
            errors.append((where, error))
    if not drafts and not errors and without:
        empty = N_("The file holds no figure: {count} rows have none, and what is missing is not zero.")
        raise BadData(empty, Message.of(N_("Write what was counted, 0 where there was none.")), count=without)
    if not drafts and not errors:
        raise BadData(N_("The file holds no figure."))
    if without:
        said.append(Message.of(N_("{count} rows hold no figure and were left out: they are missing, not zero."), count=without))
    return drafts, errors, said


def _is_missing(row: dict[str, str]) -> bool:
    """Return whether a row holds no figure at all."""
    status = row.get("OBS_STATUS", "").lower()
    return not any(row.get(column) for column in FIGURES) and (status in MISSING or status in STATUS_IN)


def _draft(row: dict[str, str], where: str, said: list[Message]) -> Draft:
    for column in REQUIRED:
        if not row[column]:
            raise BadData(N_("The cell {column} is empty."), Message.of(N_("Is it part of a merged cell? Write it in every row.")), column=column)
    yes = YES_NO.get(" ".join(unicodedata.normalize("NFC", row.get("OBS_VALUE", "")).lower().split()))
    status = unicodedata.normalize("NFC", row.get("OBS_STATUS", "")).lower()
    if status not in STATUS_IN:
        raise BadData(N_("OBS_STATUS is '{value}'; it must be A (final), P (provisional) or E (estimated)."), value=row["OBS_STATUS"])
    value, doubt = (None, None) if yes is not None else _in_column("OBS_VALUE", row, read_value)
    return Draft(
        measure=row["MEASURE"],
        place=row.get("REF_AREA", ""),
        unit=row.get("UNIT", ""),
        period=row["TIME_PERIOD"],
        breakdown=read_breakdown(filter(str.strip, row.get("BREAKDOWN", "").split(";"))),
        numerator=_in_column("NUMERATOR", row, read_count),
        denominator=_in_column("DENOMINATOR", row, read_count),
        value=value,
        doubt=doubt,
        yes=yes,
        state=STATUS_IN[status],
        counts=row.get("UNIT_MEASURE") or None,
        until=_day(row.get("UNTIL", ""), where, said),
        comparison=_flag("COMPARISON", row),
        aside=_flag("LEFT_ASIDE", row),
        supplied_by=row.get("SUPPLIED_BY", ""),
        evidence=row.get("EVIDENCE", ""),
        note=row.get("NOTE", ""),
        where=where,
    )


def _in_column(name: str, row: dict[str, str], read_cell: Callable[[str], T]) -> T:
    try:
        return read_cell(row.get(name, ""))
    except BadData as error:
        said = _OF_STATES_TOO.get(type(error)) if name == "OBS_VALUE" else None
        raise BadData(N_("{column}: {error}"), Message.of(said) if said else error.hint, column=name, error=error.message) from error


_OF_STATES_TOO: Mapping[type[BadData], str] = {
    NoFigure: N_("Write digits only, such as 1234 or 12,5; of a task or a state write yes or no."),
    Ambiguous: N_("Write 0, or leave it empty; of a task or a state write yes or no."),
}
"""What to write in the column that takes figures and states."""


def _day(text: str, where: str, said: list[Message]) -> date | None:
    if not text:
        return None
    if day := day_of_number(text):
        said.append(Message.of(N_("{where}: UNTIL is {number}, a date as Excel counts days: {day}."), where=where, number=text, day=day))
        return day
    try:
        return read_day(text)
    except ValueError as error:
        raise BadData(N_("'{value}' is no date; write 2026-06-30 or 30/6/2026."), value=text) from error


def _flag(column: str, row: dict[str, str]) -> bool:
    text = row.get(column, "")
    said = " ".join(unicodedata.normalize("NFC", text).lower().split())
    if said in {"", "0"} or YES_NO.get(said) is False:
        return False
    if said in {"x", "1"} or YES_NO.get(said):
        return True
    raise BadData(N_("{column} is '{value}'; it must be yes, or empty."), column=column, value=text)


def rows_of(workspace: Workspace) -> tuple[list[tuple[str, ...]], dict[int, Refusal]]:
    """Return all latest figures of a workspace as rows of `COLUMNS`: a workspace like it that is empty would take them, and give them back.

    What its plans do not take is written as left aside: a figure of a plan that is followed no more, of other days, of a unit no longer asked.
    Beside the rows stands why a workspace would refuse some all the same, by their lines in a file: what was settled after they were recorded.
    """
    first = latest(workspace)
    figures, settled = [*first], set[int]()
    while True:
        rows = [row_of(item) for item in figures]
        drafts = [_draft(dict(zip(COLUMNS, row, strict=True)), str(line), []) for line, row in enumerate(rows, 2)]  # below the columns
        wrong = {int(where): error for where, error in refused(workspace, drafts)}
        if wrong.keys() <= settled:
            return rows, wrong
        for line in wrong.keys() - settled:
            other = figures[line - 2].elsewhere()
            if other is None:
                settled.add(line)
            figures[line - 2] = other or first[line - 2]  # what is refused everywhere stands under the measure that takes it


def row_of(item: Latest) -> tuple[str, ...]:
    """Return a recorded figure as a row of `COLUMNS`; reading it back in the same data window gives the same figure.

    A period of other days than the window's is written by its days.
    """
    figure = item.figure
    value = "" if figure.value is None else str(figure.value).replace(".", ",")
    if figure.yes is not None:
        value = "yes" if figure.yes else "no"
    return (
        item.name,
        figure.place,
        figure.unit,
        item.window.named(figure.period.start, figure.period.end).id,
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
        "yes" if item.aside else "",
    )
