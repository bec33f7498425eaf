"""The plain CSV of figures: the same columns in and out, with the words of SDMX where it has them."""

from __future__ import annotations

import re

from attrs import evolve
from planmonitor import BadData, Message, Refusal
from planmonitor.assessment.records import Origin
from planmonitor.workspace.admission import Draft
from planmonitor.workspace.cell_answers import Settled
from planmonitor.workspace.judging import Latest, latest
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.recording import refused

from planmonitor_exchange.decoding import decoded
from planmonitor_exchange.figures.answered import NONE, fingerprint, noted, put_in, sender_of
from planmonitor_exchange.figures.breakdowns import written_breakdown
from planmonitor_exchange.figures.form_as_text import check_no_form
from planmonitor_exchange.figures.headings import FIGURES, YES_NO
from planmonitor_exchange.figures.row import Cell, RowReader, is_missing, tell_missing
from planmonitor_exchange.figures.sheet import sheet_of
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
REQUIRED = ("MEASURE", "TIME_PERIOD")
PASTED = "-"
"""The name of rows pasted on standard input."""
Errors = list[tuple[Origin, Refusal]]
_CODE = re.compile(rf"\b(?:{'|'.join(REQUIRED)})\b")
_BEGINNING = 10_000
"""Letters of a text among which its headings stand."""

STATUS_OUT = {"final": "A", "estimated": "E", "provisional": "P"}


def read(name: str, content: bytes, settled: Settled = NONE) -> tuple[list[Draft], Errors, list[Message]]:
    """Return the figures of a CSV file with one row of `COLUMNS` above them; comma, semicolon or tab.

    Args:
        name: Name of the file, to say where an error stands; `PASTED` for rows of a spreadsheet, of which unknown columns are read past.
        content: Its bytes, in any of the encodings that `decoded` reads.
        settled: How cells are read that were answered.

    Returns:
        The rows that can be read, what is wrong with the others, and what is to be said of the file: how it was read, and what was
        passed over. A row without figures is missing, not zero, and is left out.

    Raises:
        BadData: where the file is not such a CSV, or is a sheet of a form saved as one.
    """
    text, notes = decoded(content)
    check_no_form(text)
    sheet = sheet_of(text, (*COLUMNS, YES_NO), REQUIRED, others=name == PASTED)
    said = [*notes, *sheet.notes]
    drafts: list[Draft] = []
    errors: Errors = []
    without, form = 0, fingerprint(sheet.header)
    for row in sheet.rows:
        where = Origin(name, str(row.line), position=row.line, form=form)
        if len(row.cells) != len(sheet.header):
            problem = N_("The row has {cells} cells, the header {columns}; a decimal comma needs quotes.")
            errors.append((where, BadData(problem, cells=len(row.cells), columns=len(sheet.header))))
            continue
        cells: dict[str, Cell] = dict(zip(sheet.header, row.cells, strict=True))
        where = evolve(where, sender=sender_of(cells), column=next((code for code in FIGURES if cells.get(code)), ""))
        addresses = {code: evolve(where, column=code).address for code in sheet.header} if settled else {}
        answered = put_in(cells, addresses, settled)
        if is_missing(cells):
            without += 1
            continue
        reader = RowReader(cells, where, said, sheet.called)
        draft = reader.draft()
        errors += [(evolve(where, column=column), error) for column, error in reader.errors]
        drafts += [evolve(draft, where=evolve(where, answered=noted(answered, addresses, settled))) if answered else draft] if draft else []
    tell_missing(without, said, holds_any=bool(drafts or errors))
    return drafts, errors, said


def is_coded(text: str) -> bool:
    """Return whether columns of a text are headed with their codes."""
    return bool(_CODE.search(text[:_BEGINNING]))


def rows_of(workspace: Workspace) -> tuple[list[tuple[str, ...]], dict[int, Refusal]]:
    """Return all latest figures of a workspace as rows of `COLUMNS`: a workspace like it that is empty would take them, and give them back.

    What its plans do not take is written as left aside: a figure of a plan that is followed no more, of other days, of a unit no longer asked.
    Beside the rows stands why a workspace would refuse some all the same, by their lines in a file: what was settled after they were recorded.
    """
    first = latest(workspace)
    figures, settled = [*first], set[int]()
    while True:
        rows = [row_of(item) for item in figures]
        drafts = [_read_back(row, line) for line, row in enumerate(rows, 2)]  # below the columns
        wrong = {where.position: error for where, error in refused(workspace, drafts)}
        if wrong.keys() <= settled:
            return rows, wrong
        for line in wrong.keys() - settled:
            other = figures[line - 2].elsewhere()
            if other is None:
                settled.add(line)
            figures[line - 2] = other or first[line - 2]  # what is refused everywhere stands under the measure that takes it


def _read_back(row: tuple[str, ...], line: int) -> Draft:
    draft = RowReader(dict(zip(COLUMNS, row, strict=True)), Origin(cell=str(line), position=line), []).draft()
    assert draft is not None, "what was recorded can be read"
    return draft


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
