"""The CSV of members of groups, or such rows pasted from a spreadsheet: a row for each, with its groups, its first and its last day."""

from __future__ import annotations

from collections.abc import Sequence

from planmonitor import BadData, Message, Refusal
from planmonitor.assessment.records import Origin
from planmonitor.workspace.door import Errors
from planmonitor.workspace.unit_files import MemberDraft

from planmonitor_exchange.decoding import Undecoded, decoded
from planmonitor_exchange.figures.csv import PASTED
from planmonitor_exchange.figures.sheet import sheet_of
from planmonitor_exchange.members.columns import COLUMNS, REQUIRED, column_of
from planmonitor_exchange.members.row import MemberRow
from planmonitor_exchange.speaking.translations import N_


def read(name: str, content: bytes) -> tuple[list[MemberDraft], Errors, Sequence[Message]]:
    """Return the members in a CSV file: the rows that can be read, what is wrong with the others, and what is to be said of the file.

    Args:
        name: Name of the file, to say where an error stands; `PASTED` for rows of a spreadsheet, of which unknown columns are read past.
        content: Its bytes, in any of the encodings that `decoded` reads; comma, semicolon or tab between cells.

    Raises:
        BadData: where the file is not such a CSV.
    """
    try:
        text, notes = decoded(content)
    except Undecoded as error:
        raise BadData(error.message.template, Message.of(N_("In Excel, save as 'CSV UTF-8 (comma delimited)'."))) from error
    sheet = sheet_of(text, COLUMNS, REQUIRED, column_of, others=name == PASTED)
    drafts: list[MemberDraft] = []
    errors: list[tuple[Origin, Refusal]] = []
    for row in sheet.rows:
        where = Origin(name, str(row.line), position=row.line)
        if len(row.cells) != len(sheet.header):
            problem = N_("The row has {found} cells, the header {wanted}.")
            errors.append((where, BadData(problem, found=len(row.cells), wanted=len(sheet.header))))
            continue
        reader = MemberRow(dict(zip(sheet.header, row.cells, strict=True)))
        draft = reader.draft(where, {})
        drafts += [draft] if draft else []
        errors += [(where, error) for _column, error in reader.errors]
    return drafts, errors, [*notes, *sheet.notes]
