"""`monitor units add|close|rename|merge`: what a change of members makes is shown first, then it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

import click
from planmonitor.assessment.records import MemberUnit
from planmonitor.workspace import units
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.register import MemberRegister, Rows
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.layout import wrapped
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, Day, option
from planmonitor_cli.output import echo
from planmonitor_cli.screens.members import asked_lines, membership_lines
from planmonitor_cli.screens.outlook import foreseen_lines
from planmonitor_cli.screens.receipt import how_to_undo

F = TypeVar("F", bound=Callable[..., Any])

OF_A_STATE = N_(
    "Its figures stay under its name. Of what occurs over the year it still owes what occurred until that day, recorded for the period with "
    "--until {day}; of a state at the end of the period it owes nothing."
)


def letter_and_trial(function: F) -> F:
    """Add --document and --dry-run."""
    document = option("--document", default="", help=N_("Number of the letter that says so."))
    return document(option("--dry-run", is_flag=True, help=N_("Show what it would change, and write nothing."))(function))


def tell_and_write(workspace: Workspace, register: MemberRegister, done: str, say: Speaker, *, dry_run: bool) -> None:
    """Show what a change makes of the plans followed, then write it and say what was done, or do not."""
    echo("\n".join(foreseen_lines(register.foreseen(), say)))
    _write(workspace, register, done, say, dry_run=dry_run)


def _write(workspace: Workspace, register: MemberRegister, done: str, say: Speaker, *, dry_run: bool) -> None:
    if dry_run:
        echo(say(N_("Nothing was written.")))
        return
    register.write()
    echo(wrapped(done, "", "  "))
    echo(how_to_undo(workspace, say))


@click.command(
    "add",
    cls=Command,
    help=N_(
        "Register a member of a group, or let one that is registered join further groups; from then on its figures are expected. A group that "
        "several plans have under one name is one. What changes is shown first; 'monitor undo' takes it back."
    ),
    examples=(
        'monitor units add "Trường THCS Vân Sơn" --group truong-hoc',
        'monitor units add "Thôn Gà" --group co-quan-don-vi-va-thon --id thon-ga --from 2026-01-01',
    ),
)
@click.argument("name")
@option("--group", "groups", multiple=True, required=True, help=N_("The group it belongs to, may be repeated; see monitor units list."))
@option("--plan", default="", help=N_("Only in this plan; by default in every plan followed that has the group."))
@option("--id", "member_id", default="", help=N_("Its id in ASCII; made from its name by default."))
@option("--from", "valid_from", type=Day(), help=N_("First day it exists; the first day of the plan by default."))
@letter_and_trial
@click.pass_obj
def add(
    invocation: Invocation,
    name: str,
    groups: tuple[str, ...],
    plan: str,
    member_id: str,
    valid_from: date | None,
    document: str,
    dry_run: bool,
) -> None:
    """Register one member."""
    say = Speaker()
    with opened(invocation) as workspace:
        register = MemberRegister(workspace)
        rows = units.add(register, name, groups, plan=plan, member_id=member_id, valid_from=valid_from, document=document)
        _tell(workspace, say(N_("{name} ({id}):"), name=rows[0].name, id=rows[0].id), rows, say)
        echo("\n".join(asked_lines(workspace, rows, say)))
        tell_and_write(workspace, register, say(N_("Registered: {name} ({id})."), name=rows[0].name, id=rows[0].id), say, dry_run=dry_run)


def _tell(workspace: Workspace, heading: str, rows: Sequence[MemberUnit], say: Speaker) -> None:
    echo(wrapped(heading, "", "  "))
    echo("\n".join(membership_lines(workspace, rows, say)))


@click.command(
    "close",
    cls=Command,
    help=N_("Close a member: the day is its last. Its figures stay; who goes on with its work is named. What changes is shown first."),
    examples=('monitor units close "Trường Tiểu học A" --on 2026-08-31 --successor "Trường TH và THCS A" --document 45/QĐ-UBND',),
)
@click.argument("unit")
@option("--on", type=Day(), required=True, help=N_("Its last day."))
@option("--successor", default="", help=N_("The member that goes on with its work from the day after."))
@letter_and_trial
@click.pass_obj
def close(invocation: Invocation, unit: str, on: date, successor: str, document: str, dry_run: bool) -> None:
    """Close one member."""
    say = Speaker()
    with opened(invocation) as workspace:
        register = MemberRegister(workspace)
        rows = units.close(register, unit, on, successor=successor, document=document)
        _tell(workspace, say(N_("{name}, last day {day}:"), name=rows[0].name, day=on), rows, say)
        echo(wrapped(say(OF_A_STATE, day=on.isoformat())))
        if successor:
            _without_its_part(register, rows, (rows[0].name,), say)
        tell_and_write(workspace, register, say(N_("Closed: {name}."), name=rows[0].name), say, dry_run=dry_run)


def _without_its_part(register: MemberRegister, rows: Rows, closed: Sequence[str], say: Speaker) -> None:
    """Say once that the successor reports ratios of the year without those whom closed members counted."""
    measures = tuple(f"{measure.code}. {say.value(measure.label)}" for measure in units.counted_twice(register, rows))
    if measures:
        twice = N_(
            "In the year of the change the successor reports without those whom {closed} has reported, or the same people are counted twice: "
            "{measures}."
        )
        echo(wrapped(say(twice, closed=", ".join(closed), measures="; ".join(measures))))


@click.command(
    "rename",
    cls=Command,
    help=N_("Give a member another name from a day on: what is shown of days before bears the former one, by which it is found as well."),
    examples=('monitor units rename "Trường Tiểu học A" "Trường TH và THCS A" --from 2026-09-01 --document 45/QĐ-UBND',),
)
@click.argument("unit")
@click.argument("name")
@option("--from", "since", type=Day(), help=N_("First day of the new name, today by default; its own first day corrects the name for all time."))
@letter_and_trial
@click.pass_obj
def rename(invocation: Invocation, unit: str, name: str, since: date | None, document: str, dry_run: bool) -> None:
    """Rename one member."""
    say = Speaker()
    with opened(invocation) as workspace:
        register = MemberRegister(workspace)
        day = since or workspace.day
        rows = units.rename(register, unit, name, day, document=document)
        named = register.named(rows)
        told = N_("{name} is called {new} from {day} on. Its figures stay its own, and none is asked for anew.")
        echo(wrapped(say(told, name=rows[0].name, new=named, day=day), "", "  "))
        _write(workspace, register, say(N_("Renamed: {name}."), name=named), say, dry_run=dry_run)


@click.command(
    "merge",
    cls=Command,
    help=N_(
        "Merge members into one from a day on; the day before is the last of the others, whose figures stay under their own names. The one may be "
        "registered already, or be new."
    ),
    examples=('monitor units merge "Trường Tiểu học A" "Trường THCS A" --into "Trường TH và THCS A" --on 2026-09-01',),
)
@click.argument("unit", metavar="UNIT...", nargs=-1, required=True)
@option("--into", required=True, help=N_("The member that goes on with their work, or the name of a new one."))
@option("--on", type=Day(), required=True, help=N_("The first day of the merged one."))
@letter_and_trial
@click.pass_obj
def merge(invocation: Invocation, unit: tuple[str, ...], into: str, on: date, document: str, dry_run: bool) -> None:
    """Merge members into one."""
    say = Speaker()
    with opened(invocation) as workspace:
        register = MemberRegister(workspace)
        kept = units.merge(register, unit, into, on, document=document)
        ended = {row.id: row for row in register.new if row.valid_to is not None and row.successor == kept[0].id}
        for row in ended.values():
            theirs = [one for one in register.new if one.id == row.id]
            _tell(workspace, say(N_("{name}, last day {day}:"), name=row.name, day=row.valid_to or on), theirs, say)
        _tell(workspace, say(N_("{name} ({id}) goes on with their work from {day} on:"), name=kept[0].name, id=kept[0].id, day=on), kept, say)
        echo(wrapped(say(OF_A_STATE, day=(on - timedelta(days=1)).isoformat())))
        _without_its_part(register, tuple(one for one in register.new if one.id in ended), tuple(row.name for row in ended.values()), say)
        tell_and_write(workspace, register, say(N_("Merged into: {name}."), name=kept[0].name), say, dry_run=dry_run)
