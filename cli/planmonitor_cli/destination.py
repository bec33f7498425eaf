"""The file an answer is written to: never one that the workspace lives on."""

from __future__ import annotations

from pathlib import Path

import click
from planmonitor import Message, UnknownName
from planmonitor.registry.installed import PLANS
from planmonitor_exchange.speaking.translations import N_, _

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import own_files, workspace_file_or_none


class WorkbookPath(click.ParamType[Path]):
    """The path of a workbook to write, which is not there yet: one that is may have been filled in."""

    name = "path"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path, or end with the wrong use named."""
        path = Path(str(value))
        if path.suffix.lower() != ".xlsx":
            return self.fail(_(N_("'{file}' is no name of a workbook; let it end in .xlsx.")).format(file=value), param, ctx)
        return path


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


def check_new(invocation: Invocation, output: Path) -> None:
    """Look at the workbook to write before anything is done; one that is there is left alone, for figures may have been typed into it.

    Raises:
        UnknownName: where it is there already, or none that may be written.
    """
    check_destination(invocation, output)
    if output.exists():
        said = N_("'{file}' is there already and may have been filled in; nothing was written.")
        raise UnknownName(said, Message.of(N_("Name another file, or move that one away.")), file=str(output))
