"""Recording all or nothing: figures through the door, typed or from a file, and members of groups."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import PurePath

from attrs import evolve

from planmonitor.assessment.records import MemberUnit, Receipt
from planmonitor.messages import N_, BadData, Hint, Message, UnknownName
from planmonitor.model.plans import Plan, Unit
from planmonitor.names import as_compared, find, listed, offer, slug
from planmonitor.privacy import clean
from planmonitor.workspace.admission import Draft
from planmonitor.workspace.door import Door, Entered, Errors
from planmonitor.workspace.naming import plan_named, understood, unit_named
from planmonitor.workspace.opening import Workspace

Read = Callable[[str, bytes], tuple[Sequence[Draft], Errors, Sequence[Message]]]
"""Reads the content of a file of a name: the rows that can be read, what is wrong with the others, and what is to be said of the file."""


class Rows(BadData):
    """Several rows of a file are wrong: each with where it stands, and what of the file could be taken otherwise."""

    def __init__(self, errors: Errors, others: Entered) -> None:
        """Take the errors and where they stand, and the rows that could be taken."""
        self.errors, self.others = tuple(errors), others
        super().__init__(N_("{count} rows are wrong; nothing was written."), count=len(errors))


def record(workspace: Workspace, draft: Draft) -> Entered:
    """Record one figure that was typed; whoever enters it has supplied it where nobody else is named."""
    door = Door(workspace, workspace.database())
    for _where, error in door.pass_in([evolve(draft, supplied_by=draft.supplied_by or workspace.person)]):
        raise error
    return door.close("record", dry_run=not door.changes)  # what says again what is recorded leaves no receipt


def import_figures(workspace: Workspace, name: str, content: bytes, read: Read, *, dry_run: bool = False) -> Entered | Receipt:
    """Record the figures of a file, all or none (`Rows` says why); where a file of that content was taken before, return its receipt."""
    digest = hashlib.sha256(content).hexdigest()
    database = workspace.database(read_only=dry_run)
    with database.reading() as held:
        if earlier := held.find_receipt(digest):
            return earlier
    clean(PurePath(name).name)
    drafts, unread, said = read(name, content)
    door = Door(workspace, database, said)
    errors = [*unread, *door.pass_in(drafts)]
    if errors:
        raise Rows(sorted(errors, key=lambda pair: pair[0].position), door.close("import", dry_run=True))
    return door.close("import", dry_run=dry_run, file_name=name, sha256=digest, rows=len(drafts))


def refused(workspace: Workspace, drafts: Sequence[Draft]) -> Errors:
    """Return what is wrong with the drafts that a workspace like this one would not take if nothing were recorded in it yet."""
    return [*Door(workspace, workspace.database(read_only=True), empty=True).pass_in(drafts)]


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
    its_id, place = member_id or slug(named, default="unit"), workspace.place_of(home)
    member = MemberUnit(its_id, named, place, valid_from or home.start, group_id=unit.id, plan=home.id, entered_by=workspace.person)
    taken = {other.id for followed in workspace.followed() for other in followed.units}
    with workspace.database().writing() as held:
        known = [item for item in held.units(None) if item.place == place]
        if member.id in taken or any(
            item.id == member.id or (item.group_id == unit.id and as_compared(item.name) == as_compared(named)) for item in known
        ):
            raise BadData(N_("A unit called '{id}' exists already."), Hint.of("name-another-id"), id=member.id)
        return held.add(member, workspace.begin(held, "unit")), unit


def _group(workspace: Workspace, group: str, plan: str) -> tuple[Plan, Unit]:
    """Return the one group called so, and the plan that has it."""
    groups = [(item, unit) for item in workspace.followed([plan] if plan else []) for unit in item.units if unit.members]
    known = [unit_named(unit) for _plan, unit in groups]
    found = find(group, known)
    having = [pair for pair, item in zip(groups, known, strict=True) if item in found]
    if len(having) == 1:
        workspace.notes += understood(group, found[0])
        return having[0]
    if having:
        several = N_("Several plans have a group '{group}': {plans}.")
        raise UnknownName(several, Hint.of("say-plan"), group=group, plans=listed(plan_named(item) for item, _unit in having))
    raise UnknownName(N_("No plan followed has a group '{group}' that takes members."), offer(group, known), group=group)
