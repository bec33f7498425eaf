"""`monitor show`: why a measure has its status, and which sentence says so."""

from __future__ import annotations

from datetime import date

import click
from planmonitor.workspace.judging import explained
from planmonitor_exchange.machine.figures import figure_json
from planmonitor_exchange.machine.plans import measure_card
from planmonitor_exchange.machine.status import measure_json
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, format_option, reading_options
from planmonitor_cli.output import echo, print_json, print_rows
from planmonitor_cli.screens.show import figure_headers, figure_rows, figures_of, lines_of


@click.command(
    cls=Command,
    help=N_(
        "Explain a measure, or every measure of an indicator: definition, clause, target, figures, who sent them, and why its status is what it is."
    ),
    examples=("monitor show 4a", "monitor show child-labour/van-son-2026-2030/1 --as-of 2026-06-30"),
)
@click.argument("name", metavar="MEASURE|INDICATOR")
@reading_options
@format_option
@click.pass_obj
def command(invocation: Invocation, name: str, as_of: date | None, restated: bool, how: str) -> None:
    """Print the explanation."""
    say = Speaker()
    with opened(invocation) as workspace:
        assessed, indicator, measures = explained(workspace, name, as_of, restated=restated)
        if how == "json":
            document = [
                {**measure_json(item, say), "card": measure_card(item.measure), "figures": [*map(figure_json, figures_of(assessed, item))]}
                for item in measures
            ]
            print_json(document[0] if len(document) == 1 else document)
        elif how == "table":
            echo("\n".join(lines_of(assessed, indicator, measures, say, notice=workspace.file.notice)))
        else:
            rows = [(item.id, *row) for item in measures for row in figure_rows(assessed, item, say)]
            print_rows((say(N_("Measure")), *figure_headers(say)), rows, how)
