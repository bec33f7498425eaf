"""Writing files whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from planmonitor import Message, UnknownName

from planmonitor_cli.catalogue import N_


def write_whole(path: Path, text: str, encoding: str = "utf-8") -> None:
    """Write a text file so that a power cut leaves the old file or the new one, never half of one."""
    draft = path.with_name(f"{path.name}.new")
    try:
        with draft.open("w", encoding=encoding, newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_new(path: Path, text: str) -> None:
    """Write a text file that is not there yet, and its folder; nothing is ever overwritten.

    Raises:
        UnknownName: where there is such a file already.
    """
    if path.exists():
        raise UnknownName(N_("{file} exists already; nothing was written."), Message.of(N_("Rename or delete it first.")), file=str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text)
