"""A new file for a plan of the place."""

from __future__ import annotations

from pathlib import Path

from planmonitor import Message, UnknownName
from planmonitor.planfile.writing import Entry, file_text
from planmonitor.workspace.file import write_whole
from planmonitor_exchange.speaking.translations import N_


def write_plan_file(path: Path, entry: Entry) -> None:
    """Write a plan file, and its folder; a file that is there already is never overwritten."""
    if path.exists() or path.is_symlink():
        raise UnknownName(N_("{file} exists already; nothing was written."), Message.of(N_("Rename or delete it first.")), file=str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, file_text(entry))
