"""`monitor show`: why a measure has its status, and which sentence says so; of a base population, what is recorded."""

from __future__ import annotations

from datetime import date

import click
from planmonitor.workspace.judging import BaseFigures, base_figures, judge, shown
from planmonitor_exchange.machine.columns import FIGURES
from planmonitor_exchange.machine.figures import figure_json
from planmonitor_exchange.machine.plans import measure_card
from planmonitor_exchange.machine.status import measure_json
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, reading_options
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens.base import base_headers, base_lines, base_rows
from planmonitor_cli.screens.show import figure_headers, figure_rows, figures_of, lines_of


@click.command(
    cls=Command,
    help=N_(
        "Explain a measure, or every measure of an indicator: definition, clause, target, figures, who sent them, and why its status is what it is. "
        "Of a base population: its figures, and what is divided by it."
    ),
    examples=(
        "monitor show 4a",
        "monitor show child-labour/van-son-2026-2030/1 --as-of 2026-06-30",
        "monitor show population/children-5-17",
    ),
)
@click.argument("name", metavar="MEASURE|INDICATOR|POPULATION")
@reading_options
@answer_options
@click.pass_obj
def command(invocation: Invocation, name: str, as_of: date | None, restated: bool, printer: Printer) -> None:
    """Print the explanation."""
    say = Speaker()
    with opened(invocation) as workspace:
        full = shown(workspace, name)
        if full in workspace.catalogue.populations:
            _print_base(base_figures(workspace, full, as_of, restated=restated), printer, say)
            return
        assessed, indicator, measures = judge(workspace, as_of=as_of, restated=restated).called(full)
        if printer.how == "json":
            document = [
                {**measure_json(item, say), "card": measure_card(item.measure), "figures": [*map(figure_json, figures_of(assessed, item))]}
                for item in measures
            ]
            printer.json(document[0] if len(document) == 1 else document)
        elif printer.how == "csv":
            printer.records(FIGURES, [{"measure": item.id, **figure_json(figure)} for item in measures for figure in figures_of(assessed, item)])
        elif printer.how == "table":
            printer.text("\n".join(lines_of(assessed, indicator, measures, say, notice=workspace.file.notice)))
        else:
            rows = [(item.id, *row) for item in measures for row in figure_rows(assessed, item, say)]
            printer.rows((say(N_("Measure")), *figure_headers(say)), rows)


def _print_base(found: BaseFigures, printer: Printer, say: Speaker) -> None:
    """Print what is known of a base population."""
    population = found.population
    if printer.how == "json":
        divided = [plan.measure_id(measure) for plan, measure in found.measures]
        told = {"id": population.key, "label_vi": population.label.vi, "label_en": population.label.en, "denominator_of": divided}
        printer.json({**told, "figures": [*map(figure_json, found.figures)]})
    elif printer.how == "csv":
        printer.records(FIGURES, [{"measure": population.key, **figure_json(figure)} for figure in found.figures])
    elif printer.how == "table":
        printer.text("\n".join(base_lines(found, say)))
    else:
        printer.rows((say(N_("Base population")), *base_headers(say)), [(say.value(population.label), *row) for row in base_rows(found, say)])
