"""Members of groups from a file of any kind that is read: a workbook, or a text with columns."""

from __future__ import annotations

from collections.abc import Sequence

from planmonitor import BadData, Message
from planmonitor.workspace.door import Errors
from planmonitor.workspace.unit_files import MemberDraft

from planmonitor_exchange.figures.kinds import is_container, refused_kind
from planmonitor_exchange.members import csv, workbook
from planmonitor_exchange.speaking.translations import N_


def read(name: str, content: bytes) -> tuple[list[MemberDraft], Errors, Sequence[Message]]:
    """Return the members of a file as its own reader does; what it is its first bytes tell, not its name. A BadData where it names none."""
    if other := refused_kind(content):
        raise other
    drafts, errors, said = (workbook if is_container(content) else csv).read(name, content)
    if not drafts and not errors:
        raise BadData(N_("The file names no member."))
    return drafts, errors, said


def names_columns_by_code(content: bytes) -> bool:
    """Return whether a file is a text whose columns are headed with codes: its sentences name those, and Vietnamese headings else."""
    return not is_container(content) and csv.is_coded(content)
