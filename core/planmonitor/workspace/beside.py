"""What is recorded beside the figures: members of groups such as "các trường học", and explanations of shortfalls that were accepted."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planmonitor.assessment.records import Acceptance, MemberUnit
from planmonitor.messages import N_, BadData, Hint, UnknownName
from planmonitor.model.plans import Plan, Unit
from planmonitor.names import fold, offer, slug
from planmonitor.privacy import clean
from planmonitor.workspace.opening import Workspace


class UnitOfPlan(NamedTuple):
    """A unit of a plan followed, with its registered members."""

    plan: Plan
    unit: Unit
    members: tuple[MemberUnit, ...]


def list_units(workspace: Workspace) -> list[UnitOfPlan]:
    """Return the units of the plans followed, each with its members."""
    with workspace.database(read_only=True) as database, database.reading() as held:
        members = held.units(None)
    return [
        UnitOfPlan(plan, unit, tuple(item for item in members if item.belongs_to(plan.id, unit.id) and item.place in {workspace.place_of(plan), ""}))
        for plan in workspace.followed()
        for unit in plan.units
    ]


def add_member(
    workspace: Workspace, name: str, group: str, *, plan: str = "", member_id: str = "", valid_from: date | None = None
) -> tuple[MemberUnit, Unit]:
    """Register a member of a group, called by id or name, and return both; from its first day on its figure is expected.

    The plan of the group is named where several have one called so. The id is by default made from the name, the first day the plan's.
    """
    home, unit = _group(workspace, group, plan)
    named = clean(" ".join(name.split()))
    if not named:
        raise BadData(N_("The name is empty."))
    member = MemberUnit(
        id=member_id or slug(named, default="unit"),
        name=named,
        place=workspace.place_of(home),
        valid_from=valid_from or home.start,
        group_id=unit.id,
        plan=home.id,
        entered_by=workspace.person,
    )
    taken = {other.id for followed in workspace.followed() for other in followed.units}
    with workspace.database() as database, database.writing() as held:
        known = [item for item in held.units(None) if item.place == member.place]
        if member.id in taken or any(item.id == member.id or (item.group_id == unit.id and fold(item.name) == fold(named)) for item in known):
            raise BadData(N_("A unit called '{id}' exists already."), Hint.of("name-another-id"), id=member.id)
        return held.add_unit(member, workspace.moment), unit


def _group(workspace: Workspace, group: str, plan: str) -> tuple[Plan, Unit]:
    """Return the one group called so, and the plan that has it."""
    groups = [(item, unit) for item in workspace.followed([plan] if plan else []) for unit in item.units if unit.members]
    having = [(item, unit) for item, unit in groups if unit.is_called(group)]
    if len(having) == 1:
        return having[0]
    if having:
        plans = tuple(item.id for item, _unit in having)
        raise UnknownName(N_("Several plans have a group '{group}': {plans}."), Hint.of("say-plan"), group=group, plans=plans)
    known = tuple(unit.id for _plan, unit in groups)
    raise UnknownName(N_("No plan followed has a group '{group}' that takes members."), offer(group, known), group=group)


def accept(workspace: Workspace, measure: str, *, body: str, reason: str, until: date, document: str = "", dated: date | None = None) -> Acceptance:
    """Note that an authority accepted the explanation of a shortfall until a day; no status and no count changes."""
    plan, found = workspace.measure(measure)
    if until < workspace.day:
        raise BadData(N_("The acceptance would end on {until}, before today."), until=until)
    if dated is not None and dated > workspace.day:
        raise BadData(N_("The document is dated {dated}, after today."), dated=dated)
    if not body.strip() or not reason.strip():
        raise BadData(N_("The authority and the reason must not be empty."))
    accepted = Acceptance(plan.measure_id(found), clean(body), clean(reason), until, document.strip(), dated, workspace.person)
    with workspace.database() as database, database.writing() as held:
        return held.accept(accepted, workspace.moment)
