"""Writing files whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from planmonitor.messages import N_, Message, UnknownName


def write_whole(path: Path, text: str, encoding: str = "utf-8") -> None:
    """Write a text file so that a power cut leaves the old file or the new one, never half of one."""
    from tempfile import mkstemp

    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}-")
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding=encoding, newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(handle)
        # A temporary file is its owner's alone; what is written here is meant to be read like any other.
        mask = os.umask(0)
        os.umask(mask)
        draft.chmod(0o666 & ~mask)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_new(path: Path, text: str) -> None:
    """Write a text file that is not there yet, and its folder; nothing is ever overwritten."""
    if path.exists() or path.is_symlink():
        raise UnknownName(N_("{file} exists already; nothing was written."), Message.of(N_("Rename or delete it first.")), file=str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text)
