"""Members of groups from a file: all of its rows, or none."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import PurePath

from attrs import field, frozen

from planmonitor.assessment.acts import Receipt
from planmonitor.assessment.records import MemberUnit, Origin
from planmonitor.messages import N_, BadData, Hint, Message, Refusal, UnknownName
from planmonitor.privacy import clean
from planmonitor.workspace.door import Errors
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.recording import Rows
from planmonitor.workspace.register import MemberRegister, groups_called, letter_of, name_of
from planmonitor.workspace.units import add, homes_of


@frozen
class MemberDraft:
    """A row of such a file: a member, its groups, and its first and last day."""

    name: str
    group: str
    """Its group or, parted by ";", its groups, each by name or id; "" where none is named."""
    plan: str = ""
    member_id: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    document: str = ""
    where: Origin = field(factory=Origin)
    """Where it stands."""
    beside: Mapping[str, Origin] = field(factory=dict, eq=False)
    """Where what may be wrong alone stands, where that is another cell: "group", "first" and "last" day."""


Read = Callable[[str, bytes], tuple[Sequence[MemberDraft], Errors, Sequence[Message]]]
"""Reads the content of a file of a name: the rows that can be read, what is wrong with the others, and what is to be said of the file."""


def read_members(workspace: Workspace, name: str, content: bytes, read: Read) -> tuple[MemberRegister, Sequence[Message]] | Receipt:
    """Return a register with the members of a file taken in, and what is to be said; the receipt where a file of that content was taken before.

    `Rows` says what is wrong with each row; then nothing is taken. A row that says what is registered changes nothing; one of a unit that a plan
    itself names, as a list of all units has it, is passed over.
    """
    with workspace.database(read_only=True).reading() as held:
        if earlier := held.find_receipt(hashlib.sha256(content).hexdigest(), "unit"):
            return earlier
    clean(PurePath(name).name)
    drafts, unread, said = read(name, content)
    register, errors, seen = MemberRegister(workspace), [*unread], dict[tuple[str, ...], Origin]()
    of_plans = [draft for draft in drafts if not draft.group and _is_of_plan(workspace, draft)]
    for draft in drafts:
        try:
            if draft not in of_plans:
                _take(register, draft, seen)
        except Refusal as error:
            errors.append((draft.beside.get(error.about, draft.where), error))
    if errors:
        raise Rows(sorted(errors, key=lambda pair: pair[0].position))
    passed = Message.of(N_("{count} rows are units that the plans themselves name, and were passed over."), count=len(of_plans))
    return register, [*said, passed] if of_plans else said


def write_members(register: MemberRegister, name: str, content: bytes, rows: int) -> None:
    """Record what a file brought under one receipt, by which it is known again."""
    register.write(file_name=name, sha256=hashlib.sha256(content).hexdigest(), rows=rows)


def _is_of_plan(workspace: Workspace, draft: MemberDraft) -> bool:
    return any(unit.id == draft.member_id for plan in workspace.followed() for unit in plan.units)


@contextmanager
def _about(name: str) -> Iterator[None]:
    """Say of what is wrong in the block which part of a row it is about."""
    try:
        yield
    except Refusal as error:
        raise error.of_field(name) from None


def _groups(workspace: Workspace, draft: MemberDraft) -> tuple[str, ...]:
    """Return the groups that a row names; the name of one may itself hold the sign that parts them."""
    groups = (*filter(None, map(str.strip, draft.group.split(";"))),)
    if not groups:
        raise BadData(N_("No group is named for '{unit}'."), Hint.of("see-units"), unit=draft.name)
    try:
        return (draft.group,) if groups_called(workspace, draft.group, draft.plan) else groups
    except UnknownName:
        return groups


def _take(register: MemberRegister, draft: MemberDraft, seen: dict[tuple[str, ...], Origin]) -> None:
    """Take in one row: a member that joins groups, or that ends, or nothing where it is all there."""
    named, known = name_of(draft.name), list[MemberUnit]()
    with _about("group"):
        groups = _groups(register.workspace, draft)
        homes = homes_of(register.workspace, groups, draft.plan, draft.valid_from)
    for home, unit in homes:
        place = register.workspace.place_of(home)
        other = seen.setdefault((named, draft.member_id, place, home.id, unit.id), draft.where)
        if other != draft.where:
            once = Message.of(N_("Leave one of the two rows."))
            raise BadData(N_("'{unit}' stands twice in {group}: here and in {where}."), once, unit=named, group=unit.name, where=other.said)
        own = register.own(named, draft.member_id, place, draft.valid_from or home.start)
        known += [row for row in own if row.belongs_to(home.id, unit.id)]
    for row in known:
        _agrees(row, draft)
    ending = tuple(row for row in known if draft.valid_to is not None and row.valid_to is None)
    if ending and draft.valid_to is not None:
        with _about("last"):
            register.need_no_figures_after(ending[0], draft.valid_to)
        register.change(ending, valid_to=draft.valid_to, document=letter_of(draft.document))
    if len(known) < len(homes):
        dates = {"valid_from": draft.valid_from, "valid_to": draft.valid_to}
        add(register, named, groups, plan=draft.plan, member_id=draft.member_id, document=draft.document, **dates)


def _agrees(row: MemberUnit, draft: MemberDraft) -> None:
    """Raise BadData where a row says other days than those that are registered."""
    for name, given, there in (("first", draft.valid_from, row.valid_from), ("last", draft.valid_to, row.valid_to)):
        if given is not None and there is not None and given != there:
            said = N_("'{unit}' is registered with the day {there}, the file says {given}.")
            raise BadData(said, Hint.of("take-back"), unit=row.name, there=there, given=given).of_field(name)
    if draft.valid_to is not None and draft.valid_to < row.valid_from:
        raise BadData(N_("The last day {end} lies before the first, {start}."), end=draft.valid_to, start=row.valid_from).of_field("last")
