"""What `monitor` alone says: where one stands, and the next command."""

from __future__ import annotations

import click
from planmonitor.workspace.file import read
from planmonitor_exchange.speaking.translations import N_, _

from planmonitor_cli.folder import NoWorkspace, folder_of
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.output import echo


def welcome(ctx: click.Context) -> None:
    """Print the state of the current folder and the next command."""
    invocation: Invocation = ctx.obj
    try:
        folder = folder_of(invocation)
    except NoWorkspace:
        echo(_(N_("There is no workspace here yet.")))
        echo(_(N_("See the plans on offer:  monitor plans list --all")))
        echo(_(N_("Create a workspace:      monitor init --plan child-labour/van-son-2026-2030")))
    else:
        workspace = read(folder)
        echo(_(N_("Workspace: {folder}")).format(folder=folder))
        if workspace.plans:
            echo(_(N_("Plans followed: {plans}")).format(plans=", ".join(workspace.plans)))
            echo(_(N_("See how they stand:      monitor status")))
        else:
            echo(_(N_("No plan is followed yet.")))
            echo(_(N_("See the plans on offer:  monitor plans list --all")))
            echo(_(N_("Follow one:              monitor plugins enable NAME, then monitor plans follow PLAN")))
    echo(_(N_("All commands:            monitor --help")))
