"""`monitor answer`: what the place settles where a document leaves it open."""

from __future__ import annotations

import click
from planmonitor.model.settings import Answer
from planmonitor.workspace.answering import answer, find_question, look_ahead, need_database
from planmonitor_exchange.figures.answers import read_answer
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import echo, tell
from planmonitor_cli.screens.outlook import outlook_lines
from planmonitor_cli.screens.receipt import how_to_undo


@click.command(
    cls=Command,
    help=N_(
        "Answer an open question of a plan followed: what changes, and which recorded figures would count no more, is shown first; then the answer "
        "is written into monitor.toml. 'monitor undo' takes it back."
    ),
    examples=(
        "monitor answer annual-report-day 10/12 --document 45/UBND-VHXH",
        'monitor answer child-labour/van-son-2026-2030/owner-5 "Các trường học trên địa bàn" --dry-run',
    ),
)
@click.argument("question")
@click.argument("value", nargs=-1, required=True)
@option("--plan", default="", help=N_("The plan of the question, where several have one of that name."))
@option("--document", default="", help=N_("Number of the document that settles it; without one the answer says so."))
@option("--dry-run", is_flag=True, help=N_("Show what it would change, and write nothing."))
@click.pass_obj
def command(invocation: Invocation, question: str, value: tuple[str, ...], plan: str, document: str, dry_run: bool) -> None:
    """Show what the answer changes, then write it."""
    say = Speaker()
    with opened(invocation) as workspace:
        home, asked = find_question(workspace, question, plan)
        given = Answer(read_answer(asked, home, value), " ".join(document.split()) or None)
        if not dry_run and need_database(workspace):
            echo(say(N_("Database created: {file}"), file=str(workspace.database_at)))
        outlook = look_ahead(workspace, home, asked, given)
        echo("\n".join(outlook_lines(outlook, say)))
        if dry_run or outlook.already:
            echo(say(N_("Nothing was written.")))
            return
        answer(workspace, outlook)
        if given.document is None:
            tell(say(N_("Note: {warning}"), warning=say(N_("No document is named; the answer will say so."))))
        echo(say(N_("Written into monitor.toml.")))
        echo(how_to_undo(workspace, say))
