"""Members of groups on the screen: what is asked of them, and how they are listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from planmonitor import Measure, Plan
from planmonitor.assessment.needed import question_about
from planmonitor.assessment.records import MemberUnit
from planmonitor.workspace.opening import Workspace
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import ROLE

from planmonitor_cli.layout import wrapped
from planmonitor_cli.screens.attention import plan_name
from planmonitor_cli.screens.plan import unit_called

ANSWERS = 3
"""Commands that answer who supplies a figure, up to this number; where more are wanting the list of questions is named."""


def membership_lines(workspace: Workspace, rows: Iterable[MemberUnit], say: Speaker) -> Iterator[str]:
    """Yield a line for each membership: the group, its plan, the first and the last day."""
    plans = {plan.id: plan for plan in workspace.followed()}
    for row in rows:
        plan = plans.get(row.plan)
        group = plan.unit(row.group_id) if plan is not None else None
        named = say(N_("{group} ({plan})"), group=group.name if group else row.group_id, plan=plan_name(plan, say) if plan else row.plan)
        yield wrapped(say(N_("{group}: {validity}"), group=named, validity=validity(row, say)), "- ", "  ")


def validity(row: MemberUnit, say: Speaker) -> str:
    """Return from which day to which one a membership lasts."""
    if row.valid_to is None:
        return say(N_("from {start} on"), start=row.valid_from)
    return say(N_("from {start} to {end}"), start=row.valid_from, end=row.valid_to)


def asked_lines(workspace: Workspace, rows: Sequence[MemberUnit], say: Speaker) -> Iterator[str]:
    """Yield which figures are asked of a new member, by plan, or the commands that say who supplies them."""
    plans = {plan.id: plan for plan in workspace.followed()}
    for plan, groups in {row.plan: [one.group_id for one in rows if one.plan == row.plan] for row in rows}.items():
        if plan in plans:
            yield from _asked(plans[plan], groups, say)


def _asked(plan: Plan, groups: Sequence[str], say: Speaker) -> Iterator[str]:
    codes = tuple(measure.code for measure in plan.measures if any(share.unit in groups for share in measure.owners))
    if codes:
        in_turn = N_(
            "{plan}: its figures are asked for: {codes}. What was recorded for the group as a whole counts until a member reports the same period."
        )
        yield wrapped(say(in_turn, plan=plan_name(plan, say), codes=codes), "- ", "  ")
    open_ = [measure for measure in plan.measures if not measure.owners and question_about(plan, f"measure:{measure.code}", "units")]
    theirs = [measure for measure in open_ if any(share.unit in groups for share in measure.responsible)]
    if theirs:
        yield from _has_a_part_in(plan, groups, theirs, say)
    elif open_ and not codes:
        which = N_("{plan}: no measure asks this group for a figure yet. If it supplies one, say so, with its code in place of CODE ({codes}):")
        yield wrapped(say(which, plan=plan_name(plan, say), codes=tuple(measure.code for measure in open_)), "- ", "  ")
        code = say(N_("CODE"))
        yield f"    monitor answer {plan.id}/owner-{code} {groups[0]}"
    elif not codes:
        yield wrapped(say(N_("{plan}: no measure asks this group for a figure."), plan=plan_name(plan, say)), "- ", "  ")


def _has_a_part_in(plan: Plan, groups: Sequence[str], measures: Sequence[Measure], say: Speaker) -> Iterator[str]:
    """Yield the measures that a group works on and nobody supplies, and for the first of them the command that names the group."""
    names = "; ".join(f"{measure.code}. {say.value(measure.label)}" for measure in measures[:ANSWERS])
    more = f"; {say(N_('... and {count} more.'), count=len(measures) - ANSWERS)}" if len(measures) > ANSWERS else ""
    wanted = N_("{plan}: nobody is named who supplies the figure of what this group has a part in: {names}. If it does, say so:")
    yield wrapped(say(wanted, plan=plan_name(plan, say), names=f"{names}{more}"), "- ", "  ")
    for measure in measures[:ANSWERS]:
        group = next(group for group in groups if any(share.unit == group for share in measure.responsible))
        yield f"    monitor answer {plan.id}/{question_about(plan, f'measure:{measure.code}', 'units')} {group}"


class UnitRow(NamedTuple):
    """A unit or a member as it is listed."""

    plan: str
    id: str
    name: str
    member_of: str | None
    roles: tuple[str, ...]
    members: bool
    ended: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    former_names: tuple[str, ...] = ()
    successor: str | None = None
    document: str | None = None

    def called(self, say: Speaker) -> str:
        """Return its name, and that it exists no more."""
        return unit_called(self.name, self.ended, say)


def unit_rows(workspace: Workspace, members: Sequence[MemberUnit]) -> Iterator[UnitRow]:
    """Yield the row of each unit of the plans followed, then those of its members at the place of the plan."""
    for plan in workspace.followed():
        here = {workspace.place_of(plan), ""}
        for unit in plan.units:
            yield UnitRow(plan.id, unit.id, unit.name, None, unit.roles, unit.members, unit.ended)
            for row in (row for row in members if row.belongs_to(plan.id, unit.id) and row.place in here):
                days = (row.valid_from, row.valid_to, row.also, row.successor or None, row.document or None)
                yield UnitRow(plan.id, row.id, row.name, unit.id, (), False, None, *days)


def member_rows(workspace: Workspace, rows: Sequence[UnitRow], say: Speaker) -> list[tuple[str, ...]]:
    """Return a line for each member: its groups together, its days, its other names, who goes on with its work."""
    plans = {plan.id: plan_name(plan, say) for plan in workspace.followed()}
    groups, names = {(row.plan, row.id): row.name for row in rows if row.members}, {row.id: row.name for row in rows}
    by_member: dict[str, list[UnitRow]] = {}
    for row in rows:
        if row.member_of is not None:
            by_member.setdefault(row.id, []).append(row)
    return [
        (
            of_member[0].name,
            of_member[0].id,
            "; ".join(say(N_("{group} ({plan})"), group=groups[row.plan, row.member_of or ""], plan=plans[row.plan]) for row in of_member),
            "; ".join(dict.fromkeys(_days(row, say) for row in of_member)),
            "; ".join(of_member[0].former_names),
            "; ".join(dict.fromkeys(names.get(row.successor, row.successor) for row in of_member if row.successor)),
        )
        for of_member in by_member.values()
    ]


def flat_rows(workspace: Workspace, rows: Sequence[UnitRow], say: Speaker) -> list[tuple[str, ...]]:
    """Return a line for each unit and each membership, as `units import` takes it in again."""
    plans = {plan.id: plan_name(plan, say) for plan in workspace.followed()}
    groups, names = {(row.plan, row.id): row.name for row in rows if row.members}, {row.id: row.name for row in rows}
    return [
        (
            *(row.called(say), row.id, groups.get((row.plan, row.member_of or ""), ""), plans[row.plan]),
            *(_day(row.valid_from, say), _day(row.valid_to, say), row.document or ""),
            *(say(N_("yes")) if row.members else "", ", ".join(say(ROLE[role]) for role in row.roles)),
            *("; ".join(row.former_names), names.get(row.successor or "", row.successor or "")),
        )
        for row in rows
    ]


def _day(day: date | None, say: Speaker) -> str:
    """Return a day as it can be read in again in either language."""
    return "" if day is None else f"{day:%d/%m/%Y}" if say.language == "vi" else day.isoformat()


def _days(row: UnitRow, say: Speaker) -> str:
    if row.valid_from is None:
        return ""
    return validity(MemberUnit(row.id, row.name, "", row.valid_from, valid_to=row.valid_to), say)
