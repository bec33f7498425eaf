"""`monitor questions`: what the documents leave open."""

from __future__ import annotations

import click
from planmonitor.workspace.answering import questions_of
from planmonitor_exchange.machine.questions import questions_json
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, format_option, option
from planmonitor_cli.output import echo, print_json, print_rows
from planmonitor_cli.screens.questions import HEADERS, question_rows, questions_screen


@click.command(
    cls=Command,
    help=N_(
        "List what the documents leave open: first the questions without whose answer something cannot be judged or dated, each with what it "
        "decides and the command that answers it."
    ),
    examples=("monitor questions", "monitor questions --plan van-son-2026-2030 --all", "monitor questions --format json"),
)
@option("--plan", "plans", multiple=True, help=N_("Only this plan; may be repeated."))
@option("--all", "everything", is_flag=True, help=N_("The questions that can wait too, and those answered."))
@format_option
@click.pass_obj
def command(invocation: Invocation, plans: tuple[str, ...], everything: bool, how: str) -> None:
    """Print the questions."""
    say = Speaker()
    with opened(invocation) as workspace:
        found = questions_of(workspace, plans)
        if how == "json":
            print_json(questions_json(found, say, everything=everything))
        elif how == "table":
            echo("\n".join(questions_screen(found, say, everything=everything)))
        else:
            print_rows(tuple(map(say, HEADERS)), list(question_rows(found, say, everything=everything)), how)
