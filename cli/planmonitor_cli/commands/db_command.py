"""`monitor db`: care of the database."""

from __future__ import annotations

from pathlib import Path

import click
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import finish, surroundings, workspace_file
from planmonitor_cli.options import Command, Group
from planmonitor_cli.output import echo, tell

DAMAGED = 4


@click.group(
    "db",
    cls=Group,
    help=N_("Care of the database: bring it up to date, rebuild what is derived, check it."),
    examples=("monitor db upgrade", "monitor db check"),
)
def command() -> None:
    """Group the commands on storage."""


def _database(invocation: Invocation) -> Path | str:
    return workspace_file(invocation).database_at(surroundings(invocation).database)


@command.command(
    "upgrade", cls=Command, help=N_("Create the database where there is none, or bring an older one up to date."), examples=("monitor db upgrade",)
)
@click.pass_obj
def upgrade(invocation: Invocation) -> None:
    """Create or upgrade the database of the workspace."""
    from planmonitor.storage.file import create_or_upgrade

    where, say = _database(invocation), Speaker()
    done = create_or_upgrade(where)
    sentences = {
        "created": N_("Database created: {file}"),
        "upgraded": N_("Database brought up to date: {file}"),
        "current": N_("The database is up to date: {file}"),
    }
    echo(say(sentences[done], file=str(where)))


@command.command("rebuild", cls=Command, help=N_("Make the derived reading table anew from the journal."), examples=("monitor db rebuild",))
@click.pass_obj
def rebuild(invocation: Invocation) -> None:
    """Rebuild the derived table."""
    from planmonitor.storage import Database

    with Database.open(_database(invocation)).writing() as held:
        rows = held.rebuild()
    echo(Speaker()(N_("The reading table was made anew from the journal: {rows} rows."), rows=rows))


@command.command("check", cls=Command, help=N_("Look for damage: file, journal, hash chain, derived table."), examples=("monitor db check",))
@click.pass_obj
def check(invocation: Invocation) -> None:
    """Check the database; what is wrong is named, and the exit code is 4."""
    from planmonitor.storage import Database

    say = Speaker()
    problems = Database.open(_database(invocation), read_only=True).check()
    if not problems:
        echo(say(N_("The database is sound.")))
        return
    for problem in problems:
        tell(say.message(problem))
    finish(DAMAGED)
