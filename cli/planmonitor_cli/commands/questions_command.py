"""`monitor questions`: what the documents leave open."""

from __future__ import annotations

import click
from planmonitor.workspace.answering import questions_of
from planmonitor_exchange.machine.columns import QUESTIONS
from planmonitor_exchange.machine.questions import questions_json
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, option
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens.attention import NOTHING_FOLLOWED
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
@answer_options
@click.pass_obj
def command(invocation: Invocation, plans: tuple[str, ...], everything: bool, printer: Printer) -> None:
    """Print the questions."""
    say = Speaker()
    with opened(invocation) as workspace:
        found = questions_of(workspace, plans)
        if printer.how == "json":
            printer.json(questions_json(found, say, everything=everything))
        elif printer.how == "csv":
            printer.records(QUESTIONS, questions_json(found, say, everything=everything))
        elif printer.how == "table" and not workspace.file.plans:
            printer.text(say(NOTHING_FOLLOWED))
        elif printer.how == "table":
            printer.text("\n".join(questions_screen(found, say, everything=everything)))
        else:
            printer.rows(tuple(map(say, HEADERS)), list(question_rows(found, say, everything=everything)))
