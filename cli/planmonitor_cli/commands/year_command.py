"""`monitor year`: closing a reporting year."""

from __future__ import annotations

import click
from planmonitor.workspace.closing import close_year, year_end
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, Group, Year, option
from planmonitor_cli.output import echo
from planmonitor_cli.screens.receipt import how_to_undo
from planmonitor_cli.screens.year_end import year_end_lines


@click.group(
    "year",
    cls=Group,
    help=N_("Reporting years that are over."),
    examples=("monitor year close 2026 --dry-run", "monitor year close 2026"),
)
def command() -> None:
    """Group the commands on years."""


@command.command(
    "close",
    cls=Command,
    help=N_(
        "List what stays open of a reporting year over all plans followed, and what goes on into the next one, and note that the year is closed. "
        "Nothing is locked: figures of it may be corrected. Plans that ended in it stand apart in 'monitor status'. 'monitor undo' opens it again."
    ),
    examples=("monitor year close 2026 --dry-run", "monitor year close 2026"),
)
@click.argument("year", type=Year())
@option("--dry-run", is_flag=True, help=N_("Show what stays open, and close nothing."))
@click.pass_obj
def close(invocation: Invocation, year: int, dry_run: bool) -> None:
    """List what stays open, then close the year."""
    say = Speaker()
    with opened(invocation) as workspace:
        end = year_end(workspace, year)
        echo("\n".join(year_end_lines(workspace, end, say)))
        echo()
        if dry_run:
            echo(say(N_("Nothing was written.")))
            return
        close_year(workspace, end)
        echo(say(N_("The year {year} is closed; {count} matters stay open."), year=str(year), count=end.open))
        echo(how_to_undo(workspace, say))
