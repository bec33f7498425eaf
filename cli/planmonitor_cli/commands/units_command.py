"""`monitor units`: the members of groups such as "các trường học"."""

from __future__ import annotations

from datetime import date

import click
from planmonitor import BadData, Message, Unit, UnknownName
from planmonitor.assessment.records import MemberUnit
from planmonitor.names import fold, offer, slug
from planmonitor.privacy import clean
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.options import Command, Day, Group, format_option, option
from planmonitor_cli.output import echo, print_json, print_rows
from planmonitor_cli.session import Followed, Session, finish


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
    session = Session(invocation)
    followed, unit = _group(session, group, plan)
    say = session.say
    named = clean(" ".join(name.split()))
    if not named:
        raise BadData(N_("The name is empty."))
    member = MemberUnit(
        id=member_id or slug(named, default="unit"),
        name=named,
        place=session.place_of(followed.plan),
        valid_from=valid_from or followed.plan.start,
        group_id=unit.id,
        plan=followed.plan.id,
        entered_by=session.workspace.officer,
    )
    with session.database() as database, database.writing() as held:
        taken = {other.id for item in session.followed() for other in item.plan.units}
        known = [item for item in held.units(None) if item.place == member.place]
        if member.id in taken or any(item.id == member.id or (item.group_id == unit.id and fold(item.name) == fold(named)) for item in known):
            raise BadData(N_("A unit called '{id}' exists already."), Message.of(N_("Give this one another --id.")), id=member.id)
        held.add_unit(member, session.now)
    echo(say(N_("Registered: {name} ({id}) in {group}."), name=member.name, id=member.id, group=unit.name))
    session.tell_problems()
    finish(session.exit_code)


def _group(session: Session, group: str, plan: str) -> tuple[Followed, Unit]:
    """Return the group called so, by id or by a name the document uses, and the plan that has it."""
    followed = session.followed([plan] if plan else [])
    groups = [(item, unit) for item in followed for unit in item.plan.units if unit.members]
    having = [(item, unit) for item, unit in groups if unit.id == group or fold(group) in map(fold, (unit.name, *unit.also))]
    if len(having) == 1:
        return having[0]
    if having:
        raise UnknownName(
            N_("Several plans have a group '{group}': {plans}."),
            Message.of(N_("Say which with --plan.")),
            group=group,
            plans=tuple(item.plan.id for item, _unit in having),
        )
    known = tuple(unit.id for _item, unit in groups)
    raise UnknownName(N_("No plan followed has a group '{group}' that takes members."), offer(group, known), group=group)


@command.command(
    "list",
    cls=Command,
    help=N_("List the units of the plans followed, with the registered members of each group."),
    examples=("monitor units list", "monitor units list --format json"),
)
@format_option
@click.pass_obj
def list_units(invocation: Invocation, how: str) -> None:
    """Print units and members."""
    session = Session(invocation)
    with session.database(read_only=True) as database, database.reading() as held:
        members = held.units(None)
    rows = []
    for followed in session.followed():
        place = session.place_of(followed.plan)
        for unit in followed.plan.units:
            mine = [member for member in members if member.belongs_to(followed.plan.id, unit.id) and member.place in {place, ""}]
            rows.append((followed.plan.id, unit.id, unit.name, "", unit.roles, unit.members))
            rows += [(followed.plan.id, member.id, member.name, unit.id, (), False) for member in mine]
    say = session.say
    if how == "json":
        names = ("plan", "id", "name", "member_of", "roles", "members")
        print_json([{**dict(zip(names, row, strict=True)), "member_of": row[3] or None, "roles": list(row[4])} for row in rows])
    else:
        headers = tuple(say(name) for name in (N_("Plan"), N_("Id"), N_("Name"), N_("Member of"), N_("Roles")))
        print_rows(
            headers,
            [(plan, unit, name, group, ", ".join(say(ROLE_WORDS[role]) for role in roles)) for plan, unit, name, group, roles, _members in rows],
            how,
            [None, None, 50, None, 30],
        )
    session.tell_problems()
    finish(session.exit_code)


ROLE_WORDS = {
    "lead": N_("lead"),
    "coordinate": N_("coordinate"),
    "implement": N_("implement"),
    "advise": N_("advise"),
    "standing": N_("standing body"),
    "supervise": N_("supervise"),
    "requested": N_("requested"),
}
