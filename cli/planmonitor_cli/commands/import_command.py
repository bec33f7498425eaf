"""`monitor import`: figures from files, each file all or nothing."""

from __future__ import annotations

from pathlib import Path

import click
from planmonitor import Refusal, StorageTrouble
from planmonitor.assessment.records import Receipt
from planmonitor.privacy import clean
from planmonitor_exchange.figures import csv as figures_csv
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.commands.show_command import counted
from planmonitor_cli.documents.entering import Rows, enter, new_receipt, receipt_of
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import echo, tell
from planmonitor_cli.session import TIME_ZONE, Session, finish

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
    session = Session(invocation)
    refused = sum(not _take(session, path, dry_run=dry_run) for path in files)
    session.tell_problems()
    finish(3 if refused else session.exit_code)


def _take(session: Session, path: Path, *, dry_run: bool) -> bool:
    """Import one file; return whether it was taken. What is wrong with its data is told, row by row."""
    say, content = session.say, path.read_bytes()
    digest = receipt_of(content)
    with session.database(read_only=dry_run) as database:
        with database.reading() as held:
            earlier = held.find_receipt(digest)
        if earlier is not None:
            echo(
                say(
                    N_("{file}: taken before, on {when}; receipt {receipt}. Nothing to do."),
                    file=path.name,
                    when=earlier.recorded_at.astimezone(TIME_ZONE) if earlier.recorded_at else "…",
                    receipt=earlier.receipt,
                )
            )
            return True
        try:
            clean(path.stem.replace("_", " "))
            entries, unread = figures_csv.read(path, content)
            receipt = Receipt(new_receipt(), "import", file_name=path.name, sha256=digest, rows=len(entries), entered_by=session.workspace.officer)
            entered = enter(session, database, entries, receipt=receipt, unread=unread, dry_run=dry_run)
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
    for sentence in dict.fromkeys(say.message(warning) for warning in entered.warnings):
        tell(say(N_("Note: {warning}"), warning=sentence))
    changes = [
        (name, before, figure) for name, before, figure in zip(entered.names, entered.before, entered.figures, strict=True) if before is not None
    ]
    for name, before, figure in changes[:SHOWN]:
        tell(
            say(
                N_("{measure}, {period}: {old} becomes {new}"),
                measure=name,
                period=figure.period,
                old=counted(before, say),
                new=counted(figure, say),
            )
        )
    template = (
        N_("{file}: {rows} figures can be taken ({new} new, {revised} revised, {same} unchanged). Nothing was written.")
        if dry_run
        else N_("{file}: {rows} figures taken ({new} new, {revised} revised, {same} unchanged). Receipt {receipt}.")
    )
    rows, revised = len(entered.figures), len(changes)
    echo(say(template, file=path.name, rows=rows, new=rows - revised, revised=revised, same=entered.unchanged, receipt=entered.receipt))
    return True
