"""`monitor export`: the recorded figures as CSV, in the columns that `monitor import` takes."""

from __future__ import annotations

from pathlib import Path

import click

from planmonitor_cli.catalogue import N_
from planmonitor_cli.documents import figures_csv
from planmonitor_cli.documents.files import write_whole
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import csv_text, echo, tell
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
        names = {measure.definition.key: followed.plan.measure_id(measure) for measure in reversed(followed.plan.measures)}
        for figure in session.at_place(recorded, followed.plan).figures:
            if figure.definition in names and figure.key not in taken:
                taken.add(figure.key)
                rows.append(figures_csv.row_of(figure, names[figure.definition]))
    rows += [figures_csv.row_of(figure, figure.definition) for figure in recorded.figures if figure.definition.startswith("population/")]
    text = csv_text(figures_csv.COLUMNS, rows)
    if output is None:
        echo(text.rstrip("\n"))
    else:
        write_whole(output, text)
        tell(session.words(N_("{rows} figures written to {file}."), rows=len(rows), file=str(output)))
    session.tell_problems()
    finish(session.exit_code)
