"""`monitor export`: the recorded figures as CSV, in the columns that `monitor import` takes."""

from __future__ import annotations

from pathlib import Path

import click
from planmonitor import ADMINISTRATIVE, Message, UnknownName
from planmonitor.workspace.files import write_whole
from planmonitor_exchange.figures import csv as figures_csv
from planmonitor_exchange.machine.rows import csv_text
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import echo, tell
from planmonitor_cli.session import Session, finish


@click.command(
    cls=Command,
    help=N_("Write the latest figures of the plans followed as CSV, in the columns that 'monitor import' takes."),
    examples=("monitor export -o so-lieu.csv", "monitor export"),
)
@option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help=N_("File to write; standard output by default."))
@click.pass_obj
def command(invocation: Invocation, output: Path | None) -> None:
    """Export what is known now."""
    session = Session(invocation)
    with session.database(read_only=True) as database:
        recorded = session.recorded(database, None)
    rows = []
    taken: set[object] = set()
    for followed in session.followed():
        plan = followed.plan
        names = {measure.definition.key: (plan.measure_id(measure), plan.window_of(measure)) for measure in reversed(plan.measures)}
        for figure in session.at_place(recorded, followed.plan).figures:
            if figure.definition in names and figure.key not in taken:
                taken.add(figure.key)
                rows.append(figures_csv.row_of(figure, *names[figure.definition]))
    rows += [
        figures_csv.row_of(figure, figure.definition, ADMINISTRATIVE)
        for figure in recorded.figures
        if figure.definition in session.catalogue.populations
    ]
    text = csv_text(figures_csv.COLUMNS, rows)
    if output is None:
        echo(text.rstrip("\n"))
    else:
        _may_be_written(session, output)
        write_whole(output, text, "utf-8-sig")  # without the mark Excel shows broken accents
        tell(session.say(N_("{rows} figures written to {file}."), rows=len(rows), file=str(output)))
    session.tell_problems()
    finish(session.exit_code)


def _may_be_written(session: Session, output: Path) -> None:
    """Refuse to write over what is no file of figures: the workspace's own files, a device."""
    database = session.workspace.database_path
    own = {session.workspace.file.resolve(), *({database.resolve()} if isinstance(database, Path) else ())}
    if output.resolve() in own or (output.exists() and not output.is_file()):
        raise UnknownName(N_("'{file}' is not a file to export to."), Message.of(N_("Name another file, such as so-lieu.csv.")), file=str(output))
