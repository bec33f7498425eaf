"""The CSV of members of groups, or such rows pasted from a spreadsheet: a row for each, with its groups, its first and its last day."""

from __future__ import annotations

from collections.abc import Sequence

from planmonitor import BadData, Message, Refusal
from planmonitor.assessment.records import Origin
from planmonitor.workspace.door import Errors
from planmonitor.workspace.unit_files import MemberDraft

from planmonitor_exchange.decoding import decoded
from planmonitor_exchange.figures.csv import PASTED
from planmonitor_exchange.figures.sheet import sheet_of
from planmonitor_exchange.members.columns import COLUMNS, REQUIRED, column_of, heading_of
from planmonitor_exchange.members.row import MemberRow
from planmonitor_exchange.speaking.translations import N_

_BEGINNING = 10_000
"""Letters of a text among which its headings stand."""


def read(name: str, content: bytes) -> tuple[list[MemberDraft], Errors, Sequence[Message]]:
    """Return the members in a CSV file: the rows that can be read, what is wrong with the others, and what is to be said of the file.

    Args:
        name: Name of the file, to say where an error stands; `PASTED` for rows of a spreadsheet, of which unknown columns are read past.
        content: Its bytes, in any of the encodings that `decoded` reads; comma, semicolon or tab between cells.

    Raises:
        BadData: where the file is not such a CSV.
    """
    text, notes = decoded(content)
    sheet = sheet_of(text, COLUMNS, REQUIRED, column_of, heading_of, others=name == PASTED)
    drafts: list[MemberDraft] = []
    errors: list[tuple[Origin, Refusal]] = []
    for row in sheet.rows:
        where = Origin(name, str(row.line), position=row.line)
        if len(row.cells) != len(sheet.header):
            problem = N_("The row has {cells} cells, the header {columns}.")
            errors.append((where, BadData(problem, cells=len(row.cells), columns=len(sheet.header))))
            continue
        reader = MemberRow(dict(zip(sheet.header, row.cells, strict=True)), sheet.called)
        draft = reader.draft(where, {})
        drafts += [draft] if draft else []
        errors += [(where, error) for _column, error in reader.errors]
    return drafts, errors, [*notes, *sheet.notes]


def is_coded(content: bytes) -> bool:
    """Return whether the columns of a text are headed with their codes."""
    try:
        return any(column in decoded(content)[0][:_BEGINNING] for column in REQUIRED)
    except BadData:
        return False
