"""`monitor deadlines set`: the last day of a report, by the letter that sets it."""

from __future__ import annotations

from datetime import date

import click
from planmonitor import BadData
from planmonitor.model.duties import Duty
from planmonitor.model.plans import Plan
from planmonitor.model.sources import OpenQuestion
from planmonitor.workspace.answering import answer, look_ahead, need_database
from planmonitor.workspace.dating import DayLetter, as_answer, look_at_day, question_of_day, set_day
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.sending import find_duty
from planmonitor_exchange.figures.answers import read_last_date, read_last_day
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, Day, option
from planmonitor_cli.output import echo, tell
from planmonitor_cli.screens.moved import moved_lines
from planmonitor_cli.screens.outlook import outlook_lines
from planmonitor_cli.screens.receipt import how_to_undo


@click.command(
    "set",
    cls=Command,
    help=N_(
        "Set the last day of a report by the letter that names it: for one period, or without --period from now on. What moves, and what would be "
        "overdue or late, is shown first; then the day is written into monitor.toml. 'monitor undo' takes it back."
    ),
    examples=(
        "monitor deadlines set annual-report --period 2026 --last-day 30/11/2026 --document 45/UBND-VX --dated 15/10/2026",
        'monitor deadlines set annual-report --last-day "trước ngày 01/12" --document 45/UBND-VX --dated 15/10/2026',
        "monitor deadlines set ad-hoc-report --period 2026-Q3 --last-day 20/10/2026 --document 77/SYT --dated 05/10/2026 --dry-run",
    ),
)
@click.argument("duty")
@option("--period", default="", help=N_("The one period whose report is meant; without it every report due from the letter on."))
@option("--unit", default="", help=N_("The one unit whose report is meant, with --period; without it all that owe it."))
@option("--last-day", required=True, help=N_("Last day in time: 30/11/2026 with --period, a day of every year such as 30/11 without."))
@option("--document", required=True, help=N_("Number of the letter that sets it."))
@option("--dated", type=Day(), help=N_("Date of the letter."))
@option("--early", is_flag=True, help=N_("The letter means just this day, though less than half of the period is over by it."))
@option("--dry-run", is_flag=True, help=N_("Show what it would change, and write nothing."))
@click.pass_obj
def set_command(
    invocation: Invocation, duty: str, period: str, unit: str, last_day: str, document: str, dated: date | None, early: bool, dry_run: bool
) -> None:
    """Show what the day changes, then write it."""
    say = Speaker()
    with opened(invocation) as workspace:
        plan, asked = find_duty(workspace, duty)
        letter = DayLetter(document, dated, _day(last_day, period), early)
        if not dry_run and need_database(workspace):
            echo(say(N_("Database created: {file}"), file=str(workspace.database_at)))
        question = question_of_day(plan, asked) if not period else None
        wrote = (
            _one_day(workspace, plan, asked, letter, period, unit, dry_run=dry_run, say=say)
            if question is None
            else _for_good(workspace, plan, asked, letter, unit, question, dry_run=dry_run, say=say)
        )
        if not wrote:
            echo(say(N_("Nothing was written.")))
            return
        if dated is None:
            tell(say(N_("Note: {warning}"), warning=say(N_("No date of the letter is named."))))
        echo(say(N_("The last day was written into monitor.toml.")))
        echo(how_to_undo(workspace, say))


def _one_day(workspace: Workspace, plan: Plan, duty: Duty, letter: DayLetter, period: str, unit: str, *, dry_run: bool, say: Speaker) -> bool:
    """Show and set the day of one period, or of a dated report from now on; return whether anything was written."""
    outlook = look_at_day(workspace, plan, duty, letter, period, unit)
    echo("\n".join(moved_lines(outlook, say)))
    if dry_run or outlook.already is not None:
        return False
    set_day(workspace, outlook)
    return True


def _for_good(
    workspace: Workspace, plan: Plan, duty: Duty, letter: DayLetter, unit: str, question: OpenQuestion, *, dry_run: bool, say: Speaker
) -> bool:
    """Show and give the day of an undated report as the answer to its question; return whether anything was written."""
    if unit:
        raise BadData(N_("A day of one unit is set for one period: name it with --period."))
    outlook = look_ahead(workspace, plan, question, as_answer(workspace, plan, duty, letter, question))
    echo("\n".join(outlook_lines(outlook, say)))
    if dry_run or outlook.already:
        return False
    answer(workspace, outlook)
    return True


def _day(typed: str, period: str) -> date | str:
    """Return the last day that was typed: a date for one period, else a day of every year."""
    if not period:
        return read_last_day(typed)
    try:
        return read_last_date(typed)
    except ValueError:
        raise BadData(N_("'{value}' is no date; write 2026-06-30 or 30/6/2026."), value=typed) from None
