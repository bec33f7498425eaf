"""`monitor todo`: who owes what by when."""

from __future__ import annotations

from functools import partial

import click
from planmonitor.workspace.judging import judge
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.owing import Owed, owed, place_called
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.layout import wrapped
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, option
from planmonitor_cli.printer import FORMATS, Printer, answer_options
from planmonitor_cli.screens.attention import NOTHING_FOLLOWED
from planmonitor_cli.screens.todo import HEADERS, todo_rows, todo_screen


@click.command(
    cls=Command,
    help=N_(
        "Show who owes what by when, over all plans followed: reports and figures of every unit, least time left first. "
        "With --unit also what others owe to it. '--format text' writes one message for each unit, to be pasted into a chat."
    ),
    examples=("monitor todo", "monitor todo --days 7", 'monitor todo --unit "Phòng Văn hóa - Xã hội"', "monitor todo --days 7 --format text"),
)
@option("--unit", default=None, help=N_("Only this unit or member, by id or name: what it owes, and what others owe to it."))
@option("--days", type=click.IntRange(min=0), metavar="INTEGER", help=N_("Only what is due within so many days, is overdue or has arisen."))
@partial(answer_options, forms=(*FORMATS, "text"))
@click.pass_obj
def command(invocation: Invocation, unit: str | None, days: int | None, printer: Printer) -> None:
    """Print who owes what."""
    say = Speaker()
    with opened(invocation) as workspace:
        found, place = owed(workspace, judge(workspace), unit, days), place_called(workspace)
        if printer.how == "text":
            from planmonitor_exchange.speaking.reminders import reminders

            printer.lines(reminders(found.units or found.to_it, place, say))
        elif printer.how in {"json", "csv"}:
            _for_programs(workspace, found, place, days, printer)
        elif printer.how == "markdown":
            rows = todo_rows((*found.units, *found.to_it), place, say)
            printer.rows(tuple(map(say, HEADERS)), list(rows))
        elif not workspace.file.plans:
            printer.text(say(NOTHING_FOLLOWED))
        else:
            printer.text("\n".join((*_heading(workspace, say), *todo_screen(found, place, days, say))))


def _for_programs(workspace: Workspace, found: Owed, place: str, days: int | None, printer: Printer) -> None:
    from planmonitor_exchange.machine.columns import TODO
    from planmonitor_exchange.machine.todo import owing_json, todo_records

    say, calendar = Speaker(), workspace.file.calendar
    units, to_it = ([owing_json(one, calendar, place, say) for one in part] for part in (found.units, found.to_it))
    if printer.how == "csv":
        printer.records(TODO, [record for one in (*units, *to_it) for record in todo_records(one, say)])
        return
    asked = None if found.office is None else found.office.name
    printer.json({"as_of": workspace.day, "days": days, "unit": asked, "units": units, "owed_to_it": to_it, "later": found.later})


def _heading(workspace: Workspace, say: Speaker) -> list[str]:
    place = workspace.place_name()
    title = say(N_("TO BE SENT, BY UNIT, ON {day}"), day=workspace.day)
    return [*map(wrapped, (f"{title} - {place}" if place else title, *filter(None, (workspace.file.notice,)))), ""]
