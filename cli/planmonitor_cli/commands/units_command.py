"""`monitor units`: the members of groups such as "các trường học"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

import click
from planmonitor.assessment.records import MemberUnit
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.recording import add_member
from planmonitor_exchange.machine.columns import UNITS
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import ROLE

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, Day, Group, option
from planmonitor_cli.output import echo
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens.attention import plan_name
from planmonitor_cli.screens.plan import unit_called
from planmonitor_cli.screens.receipt import how_to_undo


@click.group(
    "units",
    cls=Group,
    help=N_("The units of the plans followed, and the members that this place registers for groups such as schools and villages."),
    examples=("monitor units list", 'monitor units add "Trường THCS Vân Sơn" --group truong-hoc'),
)
def command() -> None:
    """Group the commands on units."""


@command.command(
    "add",
    cls=Command,
    help=N_("Register a member of a group; from then on its figure is expected."),
    examples=(
        'monitor units add "Trường THCS Vân Sơn" --group truong-hoc',
        'monitor units add "Thôn Gà" --group co-quan-don-vi-va-thon --id thon-ga --from 2026-01-01',
    ),
)
@click.argument("name")
@option("--group", required=True, help=N_("The group of the plan it belongs to; see monitor units list."))
@option("--plan", default="", help=N_("The plan of the group, where several have one of that name."))
@option("--id", "member_id", default="", help=N_("Its id in ASCII; made from its name by default."))
@option("--from", "valid_from", type=Day(), help=N_("First day it exists; the first day of the plan by default."))
@click.pass_obj
def add(invocation: Invocation, name: str, group: str, plan: str, member_id: str, valid_from: date | None) -> None:
    """Register one member."""
    say = Speaker()
    with opened(invocation) as workspace:
        member, unit = add_member(workspace, name, group, plan=plan, member_id=member_id, valid_from=valid_from)
        echo(say(N_("Registered: {name} ({id}) in {group}."), name=member.name, id=member.id, group=unit.name))
        echo(_asked_for(workspace, member, say))
        echo(how_to_undo(workspace, say))


def _asked_for(workspace: Workspace, member: MemberUnit, say: Speaker) -> str:
    """Return which measures want a figure of a new member, and what becomes of what its group has sent."""
    plan = next(plan for plan in workspace.followed() if plan.id == member.plan)
    codes = tuple(measure.code for measure in plan.measures if any(share.unit == member.group_id for share in measure.owners))
    if not codes:
        return say(N_("No measure asks this group for a figure yet: say who supplies it. Next: monitor questions --all --plan {plan}"), plan=plan.id)
    in_turn = N_("Its figures are asked for: {codes}. What was recorded for the group as a whole counts until a member reports the same period.")
    return say(in_turn, codes=codes)


@command.command(
    "list",
    cls=Command,
    help=N_("List the units of the plans followed, with the registered members of each group."),
    examples=("monitor units list", "monitor units list --format json"),
)
@answer_options
@click.pass_obj
def list_all(invocation: Invocation, printer: Printer) -> None:
    """Print units and members."""
    say = Speaker()
    with opened(invocation) as workspace:
        rows = list(_rows(workspace))
        if printer.how == "json":
            printer.json([row._asdict() for row in rows])
        elif printer.how == "csv":
            printer.records(UNITS, [row._asdict() for row in rows])
        else:
            headers = tuple(say(name) for name in (N_("Name"), N_("Id"), N_("Member of"), N_("Roles"), N_("Plan")))
            printer.rows(headers, list(_cells(workspace, rows, say)))


def _cells(workspace: Workspace, rows: Sequence[UnitRow], say: Speaker) -> Iterator[tuple[str, ...]]:
    """Yield the line of each unit or member, with the names of its plan and group."""
    plans = {plan.id: plan_name(plan, say) for plan in workspace.followed()}
    groups = {(row.plan, row.id): row.name for row in rows if row.members}
    for row in rows:
        group = "" if row.member_of is None else groups[row.plan, row.member_of]
        yield row.called(say), row.id, group, ", ".join(say(ROLE[role]) for role in row.roles), plans[row.plan]


class UnitRow(NamedTuple):
    """A unit or a member as it is listed."""

    plan: str
    id: str
    name: str
    member_of: str | None
    roles: tuple[str, ...]
    members: bool
    ended: date | None = None

    def called(self, say: Speaker) -> str:
        """Return its name, and that it exists no more."""
        return unit_called(self.name, self.ended, say)


def _rows(workspace: Workspace) -> Iterator[UnitRow]:
    """Yield the row of each unit of the plans followed, then those of its members at the place of the plan."""
    with workspace.database(read_only=True).reading() as held:
        registered = held.units(None)
    for plan in workspace.followed():
        here = {workspace.place_of(plan), ""}
        for unit in plan.units:
            yield UnitRow(plan.id, unit.id, unit.name, None, unit.roles, unit.members, unit.ended)
            members = (item for item in registered if item.belongs_to(plan.id, unit.id) and item.place in here)
            yield from (UnitRow(plan.id, member.id, member.name, unit.id, (), False) for member in members)
