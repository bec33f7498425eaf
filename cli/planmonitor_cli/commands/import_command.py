"""`monitor import`: figures from files, each file all or nothing."""

from __future__ import annotations

from pathlib import Path

import click
from planmonitor import Refusal, StorageTrouble
from planmonitor.assessment.records import Receipt
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.recording import Entered, Rows, import_figures
from planmonitor_exchange.figures import csv as figures_csv
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import finish, opened
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import echo, tell
from planmonitor_cli.screens.acts import figure_name
from planmonitor_cli.screens.figures import corrects, counted, less_settled

SHOWN = 20


@click.command(
    cls=Command,
    help=N_("Take figures from CSV files. Each file is taken whole or not at all; the same file twice is taken once."),
    examples=("monitor import so-lieu.csv", "monitor import so-lieu.csv --dry-run", "monitor export -o so-lieu.csv"),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@option("--dry-run", is_flag=True, help=N_("Check everything, write nothing."))
@click.pass_obj
def command(invocation: Invocation, files: tuple[Path, ...], dry_run: bool) -> None:
    """Import files one after the other; stop at none, and end with 3 where one was refused."""
    with opened(invocation) as workspace:
        refused = sum(not _taken(workspace, path, dry_run=dry_run) for path in files)
        finish(3 if refused else 0)


def _taken(workspace: Workspace, path: Path, *, dry_run: bool) -> bool:
    """Import one file; return whether it was taken. What is wrong with its data is told, row by row."""
    say = Speaker(face="csv")
    try:
        entered = import_figures(workspace, path.name, path.read_bytes(), figures_csv.read, dry_run=dry_run)
    except Rows as error:
        for where, wrong in error.errors[:SHOWN]:
            tell(f"{where}: {say.refusal(wrong)}")
        if len(error.errors) > SHOWN:
            tell(say(N_("... and {count} more."), count=len(error.errors) - SHOWN))
        tell(say(N_("{file}: {error}"), file=path.name, error=error.message))
        return False
    except StorageTrouble:
        raise
    except Refusal as error:
        tell(say(N_("{file}: {error}"), file=path.name, error=say.refusal(error)))
        return False
    if isinstance(entered, Receipt):
        when = entered.recorded_at or "…"
        echo(say(N_("{file}: taken before, on {when}; receipt {receipt}. Nothing to do."), file=path.name, when=when, receipt=entered.receipt))
    else:
        _tell(workspace, entered, path.name, say, dry_run=dry_run)
    return True


def _tell(workspace: Workspace, entered: Entered, file: str, say: Speaker, *, dry_run: bool) -> None:
    """Say what was taken of a file, or can be: warnings, figures that change, and how many there are."""
    for sentence in dict.fromkeys(say.message(warning) for warning in entered.warnings):
        tell(say(N_("Note: {warning}"), warning=sentence))
    revised = [(change, change.before) for change in entered.changes if change.before is not None]
    for change, before in revised[:SHOWN]:
        tell(
            say(
                N_("{measure}, {period}: {old} becomes {new}"),
                measure=figure_name(workspace, change.name, change.definition, change.figure, say),
                period=change.figure.period,
                old=counted(before, say),
                new=counted(change.figure, say),
            )
        )
        if doubt := less_settled(change.figure, before, say):
            tell(say(N_("Note: {warning}"), warning=doubt))
    unexplained = sum(corrects(change.figure, before) and not change.figure.note for change, before in revised)
    if unexplained:
        tell(say(N_("Note: {warning}"), warning=say(N_("{count} corrections bear no reason; write it in the column NOTE."), count=unexplained)))
    template = (
        N_("{file}: {rows} figures can be taken ({new} new, {revised} revised, {same} unchanged). Nothing was written.")
        if dry_run
        else N_("{file}: {rows} figures taken ({new} new, {revised} revised, {same} unchanged). Receipt {receipt}.")
    )
    rows = len(entered.changes)
    echo(say(template, file=file, rows=rows, new=rows - len(revised), revised=len(revised), same=len(entered.unchanged), receipt=entered.receipt))
