"""`monitor deadlines`: the reports owed."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import click
from planmonitor import BadData
from planmonitor.assessment.results import Occurrence
from planmonitor.workspace.file import write_whole
from planmonitor.workspace.judging import judge
from planmonitor_exchange.machine.calendar_file import DueReport, calendar_text, in_calendar
from planmonitor_exchange.machine.columns import REPORTS
from planmonitor_exchange.machine.status import owed_json
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.commands.deadlines_set import set_command
from planmonitor_cli.destination import check_destination
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Day, Group, option
from planmonitor_cli.output import echo
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens.attention import NOTHING_FOLLOWED, plan_name
from planmonitor_cli.screens.deadlines import HEADERS, deadline_row, deadlines_screen, report_record

AHEAD = timedelta(days=366)
"""How far ahead the screen looks, where no days are named: the reports of later years are counted."""


@click.group(
    "deadlines",
    cls=Group,
    invoke_without_command=True,
    help=N_(
        "List the reports owed, dated and undated, with the last day in time and the state of each. With --ics those still to be sent are written as "
        "a calendar file: on the last working day of each, with reminders 7 and 2 days before; without --to those of the year ahead."
    ),
    examples=(
        "monitor deadlines",
        "monitor deadlines --from 2026-01-01 --to 2026-12-31",
        "monitor deadlines --ics han-bao-cao.ics",
        "monitor deadlines --format json",
    ),
)
@option("--from", "first", type=Day(), help=N_("From this last day on; undated reports are then left out."))
@option("--to", "last", type=Day(), help=N_("Up to this last day; undated reports are then left out."))
@option("--ics", type=click.Path(path_type=Path, dir_okay=False), help=N_("Calendar file to write: the reports still to be sent."))
@answer_options
@click.pass_context
def command(context: click.Context, first: date | None, last: date | None, ics: Path | None, printer: Printer) -> None:
    """Print the reports, unless what is typed behind it is a command of its own."""
    if context.invoked_subcommand is None:
        if first is not None and last is not None and last < first:
            raise BadData(N_("--to lies before --from."))
        if ics is not None:
            _write(context.obj, first, last, ics)
        else:
            _list(context.obj, first, last, printer)


command.add_command(set_command)


def _list(invocation: Invocation, first: date | None, last: date | None, printer: Printer) -> None:
    say = Speaker()
    with opened(invocation) as workspace:
        judged = judge(workspace)
        found = [(assessed.judged.plan.id, item) for assessed in judged.plans for item in assessed.judged.deadlines if _within(item, first, last)]
        names = {assessed.judged.plan.id: plan_name(assessed.judged.plan, say) for assessed in judged.plans}
        found.sort(key=lambda pair: (pair[1].state != "arisen", pair[1].last_day or date.max))
        calendar = workspace.file.calendar
        if printer.how == "json":
            printer.json([owed_json(plan, item, calendar) for plan, item in found])
        elif printer.how == "csv":
            printer.records(REPORTS, [report_record(plan, item, say, calendar) for plan, item in found])
        elif printer.how == "markdown":
            printer.rows(tuple(map(say, HEADERS)), [deadline_row(names[plan], item, say, calendar) for plan, item in found])
        elif not workspace.file.plans:
            printer.text(say(NOTHING_FOLLOWED))
        else:
            soon = found if first or last else [(plan, item) for plan, item in found if _is_soon(item, workspace.day)]
            rows = [deadline_row(names[plan], item, say, calendar) for plan, item in soon]
            printer.text("\n".join(deadlines_screen(rows, found, len(found) - len(soon), say)))


def _write(invocation: Invocation, first: date | None, last: date | None, output: Path) -> None:
    """Write the reports still to be sent into a calendar file, whole or not at all."""
    say = Speaker()
    check_destination(invocation, output)
    with opened(invocation) as workspace:
        until = last or workspace.day + AHEAD
        judged = judge(workspace)
        due = [
            DueReport(plan.judged.plan, item, workspace.place_of(plan.judged.plan))
            for plan in judged.plans
            for item in plan.judged.deadlines
            if in_calendar(item) and _within(item, first, until)
        ]
        if not due:
            echo(say(N_("No report is to be sent in these days; no calendar file was written.")))
            return
        write_whole(output, calendar_text(due, workspace.file.calendar, say))
        echo(say(N_("{count} reports written to {file}: open it with the calendar of your phone or computer."), count=len(due), file=str(output)))


def _is_soon(item: Occurrence, today: date) -> bool:
    return item.last_day is None or item.last_day <= today + AHEAD


def _within(item: Occurrence, first: date | None, last: date | None) -> bool:
    if item.last_day is None:
        return first is None and last is None
    return (first is None or first <= item.last_day) and (last is None or item.last_day <= last)
