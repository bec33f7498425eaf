"""What `monitor` alone says: where one stands, and the next command."""

from __future__ import annotations

from collections.abc import Iterator

import click
from planmonitor.workspace.file import read
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.folder import NoWorkspace, folder_of
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.output import echo

Step = tuple[str, str]
"""What a command is for, and the command."""

WITHOUT = (
    (N_("Create the workspace of your place"), 'monitor init --place "xã Vân Sơn, tỉnh Bắc Ninh"'),
    (N_("See the plans on offer"), "monitor plans list --all"),
)
EMPTY = (
    (N_("See the plans on offer"), "monitor plans list --all"),
    (N_("Follow one"), "monitor plans follow PLAN"),
)
FOLLOWING = (
    (N_("See how the plans stand"), "monitor status"),
    (N_("Record a figure"), "monitor record --help"),
    (N_("Take figures from a file"), "monitor import --help"),
    (N_("See which reports are due"), "monitor deadlines"),
)
ALL: Step = (N_("All commands"), "monitor --help")


def welcome(ctx: click.Context) -> None:
    """Print the state of the current folder and the next commands."""
    invocation, say = ctx.obj, Speaker()
    echo("\n".join(_lines(invocation, say)))


def _lines(invocation: Invocation, say: Speaker) -> Iterator[str]:
    try:
        folder = folder_of(invocation)
    except NoWorkspace:
        yield say(N_("There is no workspace here yet. First steps:"))
        yield from _steps((*WITHOUT, ALL), say)
        return
    file = read(folder)
    yield say(N_("Workspace: {folder}"), folder=str(folder))
    if file.plans:
        yield say(N_("It follows {count} plans."), count=len(file.plans))
    else:
        yield say(N_("No plan is followed yet."))
    yield from _steps((*(FOLLOWING if file.plans else EMPTY), ALL), say)


def _steps(steps: tuple[Step, ...], say: Speaker) -> Iterator[str]:
    """Yield each command below what it is for: they stay whole on a narrow screen."""
    for what, command in steps:
        yield f"- {say(what)}:"
        yield f"    {command}"
