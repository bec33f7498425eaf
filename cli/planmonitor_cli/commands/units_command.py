"""`monitor units`: the members of groups such as "các trường học"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

import click
from planmonitor.workspace.opening import TIME_ZONE, Workspace
from planmonitor_exchange.machine.columns import UNITS
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import ROLE

from planmonitor_cli.commands import units_changing, units_import
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, Day, Group, option
from planmonitor_cli.output import table
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens.attention import plan_name
from planmonitor_cli.screens.members import UnitRow, flat_rows, member_rows, unit_rows

FLAT = (
    *(N_("Name"), N_("Id"), N_("Member of"), N_("Plan"), N_("First day"), N_("Until"), N_("Document")),
    *(N_("Takes members"), N_("Roles"), N_("Other names"), N_("Work goes on at")),
)
"""The headings of a list in one table, by which `units import` knows its columns."""


@click.group(
    "units",
    cls=Group,
    help=N_("The units of the plans followed, and the members that this place registers for groups such as schools and villages."),
    examples=("monitor units list", 'monitor units add "Trường THCS Vân Sơn" --group truong-hoc'),
)
def command() -> None:
    """Group the commands on units."""


command.add_command(units_changing.add)
command.add_command(units_import.import_file)


@command.command(
    "list",
    cls=Command,
    help=N_("List the units of the plans followed, and the registered members with their groups, days, former names and successors."),
    examples=("monitor units list", "monitor units list --as-of 2026-08-31", "monitor units list --format json"),
)
@option("--as-of", type=Day(), help=N_("As they were known by the end of this day, under the names of it."))
@answer_options
@click.pass_obj
def list_all(invocation: Invocation, as_of: date | None, printer: Printer) -> None:
    """Print units and members."""
    say = Speaker()
    with opened(invocation) as workspace:
        instant = datetime.combine(as_of, time.max, TIME_ZONE) if as_of is not None else None
        with workspace.database(read_only=True).reading() as held:
            registered = held.units(instant, as_of or workspace.day)
        rows = list(unit_rows(workspace, registered))
        if printer.how == "json":
            printer.json([row._asdict() for row in rows])
        elif printer.how == "csv":
            printer.records(UNITS, [row._asdict() for row in rows])
        elif printer.how == "table":
            printer.text("\n\n".join(_tables(workspace, rows, say)))
        else:
            printer.rows(tuple(map(say, FLAT)), flat_rows(workspace, rows, say))


def _tables(workspace: Workspace, rows: Sequence[UnitRow], say: Speaker) -> Iterator[str]:
    """Yield the table of the units of the plans, and that of the members where there are any."""
    plans = {plan.id: plan_name(plan, say) for plan in workspace.followed()}
    headers = tuple(map(say, (N_("Name"), N_("Id"), N_("Takes members"), N_("Roles"), N_("Plan"))))
    offices = [row for row in rows if row.member_of is None]
    takes = {True: say(N_("yes")), False: ""}
    cells = [(row.called(say), row.id, takes[row.members], ", ".join(say(ROLE[role]) for role in row.roles), plans[row.plan]) for row in offices]
    yield table(headers, cells)
    headings, members = _of_members(workspace, rows, say)
    if members:
        yield "\n".join((say(N_("REGISTERED MEMBERS OF GROUPS")), table(headings, members)))


def _of_members(workspace: Workspace, rows: Sequence[UnitRow], say: Speaker) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    headings = (N_("Name"), N_("Id"), N_("Member of"), N_("Exists"), N_("Other names"), N_("Work goes on at"))
    return tuple(map(say, headings)), member_rows(workspace, rows, say)


command.add_command(units_changing.close)
command.add_command(units_changing.rename)
command.add_command(units_changing.merge)
