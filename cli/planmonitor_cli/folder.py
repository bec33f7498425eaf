"""Where the workspace is: in the folder named, else in the current folder or above it."""

from __future__ import annotations

from pathlib import Path

from planmonitor.messages import BadData, Message
from planmonitor.workspace.file import FILE
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation


class NoWorkspace(BadData):
    """There is no `monitor.toml`."""


def folder_of(invocation: Invocation) -> Path:
    """Return the folder of the workspace, or raise NoWorkspace where there is none."""
    hint = Message.of(N_('Create the workspace of your place: monitor init --place "xã Vân Sơn, tỉnh Bắc Ninh"'))
    named = invocation.folder
    if named is not None:
        if (named / FILE).is_file():
            return named
        raise NoWorkspace(N_("There is no {file} in {folder}."), hint, file=FILE, folder=str(named))
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / FILE).is_file():
            return folder
    raise NoWorkspace(N_("There is no {file} in this folder or above it."), hint, file=FILE)
