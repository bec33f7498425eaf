"""The CSV of members of groups: a row for each, with its groups, its first and its last day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from planmonitor import BadData, Message, Refusal
from planmonitor.assessment.records import Origin
from planmonitor.names import fold
from planmonitor.workspace.door import Errors
from planmonitor.workspace.unit_files import MemberDraft

from planmonitor_exchange.decoding import decoded
from planmonitor_exchange.figures.kinds import refused_kind
from planmonitor_exchange.figures.sheet import sheet_of
from planmonitor_exchange.figures.typed import day_of_number, read_day
from planmonitor_exchange.speaking.translations import N_

HEADINGS = {
    "NAME": ("Tên", "Tên đơn vị", "Đơn vị", "Name"),
    "GROUP": ("Nhóm", "Thuộc nhóm", "Group"),
    "PLAN": ("Kế hoạch", "Plan"),
    "FROM": ("Từ", "Từ ngày", "From"),
    "TO": ("Đến", "Đến ngày", "Đến hết ngày", "To"),
    "ID": ("Mã", "Mã đơn vị", "Id"),
    "DOCUMENT": ("Văn bản", "Số văn bản", "Document"),
}
"""The columns, and what they may be called too, in small letters or capitals."""
COLUMNS = tuple(HEADINGS)
REQUIRED = ("NAME", "GROUP")
_BEGINNING = 10_000
"""Letters of a text among which its headings stand."""
SPOKEN = {fold(name): column for column, names in HEADINGS.items() for name in (column, *names)}


def _column(heading: str) -> str | None:
    return SPOKEN.get(fold(heading))


def _heading(column: str) -> str:
    """Return the heading under which a column is spoken of in Vietnamese."""
    return HEADINGS[column][0]


def read(name: str, content: bytes) -> tuple[list[MemberDraft], Errors, Sequence[Message]]:
    """Return the members in a CSV file: the rows that can be read, what is wrong with the others, and what is to be said of the file.

    Args:
        name: Name of the file, to say where an error stands.
        content: Its bytes, in any of the encodings that `decoded` reads; comma, semicolon or tab between cells.

    Raises:
        BadData: where the file is not such a CSV.
    """
    if other := refused_kind(content):
        raise other
    text, notes = decoded(content)
    sheet = sheet_of(text, COLUMNS, REQUIRED, _column, _heading)
    drafts: list[MemberDraft] = []
    errors: list[tuple[Origin, Refusal]] = []
    for row in sheet.rows:
        where = Origin(name, str(row.line), position=row.line)
        try:
            if len(row.cells) != len(sheet.header):
                problem = N_("The row has {cells} cells, the header {columns}.")
                raise BadData(problem, cells=len(row.cells), columns=len(sheet.header))
            drafts.append(_draft(dict(zip(sheet.header, row.cells, strict=True)), where, sheet.called))
        except Refusal as error:
            errors.append((where, error))
    if not drafts and not errors:
        raise BadData(N_("The file names no member."))
    return drafts, errors, [*notes, *sheet.notes]


def names_columns_by_code(content: bytes) -> bool:
    """Return whether the columns of a file are headed with their codes: its sentences name those, and Vietnamese headings else."""
    try:
        return any(column in decoded(content)[0][:_BEGINNING] for column in REQUIRED)
    except BadData:
        return False


def _draft(row: dict[str, str], where: Origin, called: Callable[[str], str]) -> MemberDraft:
    for column in REQUIRED:
        if not row[column]:
            merged = Message.of(N_("Is it part of a merged cell? Write it in every row."))
            raise BadData(N_("The cell {column} is empty."), merged, column=called(column))
    groups = tuple(filter(None, (group.strip() for group in row["GROUP"].split(";"))))
    return MemberDraft(
        name=row["NAME"],
        groups=groups,
        plan=row.get("PLAN", ""),
        member_id=row.get("ID", ""),
        valid_from=_day(row.get("FROM", "")),
        valid_to=_day(row.get("TO", "")),
        document=row.get("DOCUMENT", ""),
        where=where,
    )


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return day_of_number(text) or read_day(text)
    except ValueError as error:
        raise BadData(N_("'{value}' is no date; write it like 30/6/2026."), value=text) from error
