"""Taking the figures of a file, all or none; the same file twice is taken once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import PurePath

from planmonitor.assessment.records import Receipt
from planmonitor.privacy import clean
from planmonitor.workspace.draft import Draft
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.recording import Entered, Errors, enter, new_receipt

Read = Callable[[str, bytes], tuple[Sequence[Draft], Errors]]
"""Reads the content of a file of a name: the rows that can be read, and what is wrong with the others."""


def import_figures(workspace: Workspace, name: str, content: bytes, read: Read, *, dry_run: bool = False) -> Entered | Receipt:
    """Record the figures of a file in one transaction.

    Args:
        workspace: The workspace.
        name: Name of the file.
        content: Its bytes.
        read: What reads a file of its kind.
        dry_run: Whether to check only.

    Returns:
        What was recorded; the earlier receipt where a file of that content was taken before.

    Raises:
        BadData: where the file is wrong; for wrong rows a `Rows` with all of them. Nothing was written then.
    """
    digest = hashlib.sha256(content).hexdigest()
    with workspace.database(read_only=dry_run) as database:
        with database.reading() as held:
            earlier = held.find_receipt(digest)
        if earlier is not None:
            return earlier
        clean(PurePath(name).stem.replace("_", " "))
        drafts, unread = read(name, content)
        receipt = Receipt(new_receipt(), "import", file_name=name, sha256=digest, rows=len(drafts), entered_by=workspace.person)
        return enter(workspace, database, drafts, receipt=receipt, unread=unread, dry_run=dry_run)
