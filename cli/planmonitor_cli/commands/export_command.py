"""`monitor export`: the recorded figures as CSV, in the columns that `monitor import` takes."""

from __future__ import annotations

from pathlib import Path

import click
from planmonitor.workspace.file import write_whole
from planmonitor_exchange.figures import csv as figures_csv
from planmonitor_exchange.machine.rows import csv_text
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.destination import check_destination
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import echo, tell


@click.command(
    cls=Command,
    help=N_("Write the latest figures of the plans followed as CSV, in the columns that 'monitor import' takes."),
    examples=("monitor export -o so-lieu.csv", "monitor export"),
)
@option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help=N_("File to write; standard output by default."))
@click.pass_obj
def command(invocation: Invocation, output: Path | None) -> None:
    """Export what is known now."""
    say = Speaker()
    if output is not None:
        check_destination(invocation, output)
    with opened(invocation) as workspace:
        rows, wrong = figures_csv.rows_of(workspace)
        text = csv_text(figures_csv.COLUMNS, rows)
        if output is None:
            echo(text.rstrip("\n"))
        else:
            write_whole(output, text, "utf-8-sig")  # without the mark Excel shows broken accents
            tell(say(N_("{rows} figures written to {file}."), rows=len(rows), file=str(output)))
        for line, error in wrong.items():
            tell(
                say(
                    N_("Note: line {line} would be refused if the file were imported; correct the figure first. {said}"),
                    line=line,
                    said=error.message,
                )
            )
