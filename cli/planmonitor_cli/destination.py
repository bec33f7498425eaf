"""The file an answer is written to: never one that the workspace lives on."""

from __future__ import annotations

from pathlib import Path

from planmonitor import Message, UnknownName
from planmonitor.registry.installed import PLANS
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import own_files, workspace_file_or_none


def check_destination(invocation: Invocation, output: Path) -> None:
    """Look at the file to write before anything is done; one that is there is written over.

    Raises:
        UnknownName: where it is a file of the workspace, a plan of the place's own, or no file (a device).
    """
    path, file = output.resolve(), workspace_file_or_none(invocation)
    own_plan = file is not None and path.parent == (file.path.parent / PLANS).resolve()
    if own_plan or path in own_files(invocation) or (output.exists() and not output.is_file()):
        said = N_("Nothing was written to '{file}': it belongs to the workspace itself, or is no ordinary file.")
        raise UnknownName(said, Message.of(N_("Name another file, such as so-lieu.csv.")), file=str(output))
