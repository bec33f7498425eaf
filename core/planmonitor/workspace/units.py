"""Members of groups: registered, closed, renamed, merged (docs/domain.md, rule 21). Each takes a `MemberRegister`, which tells and writes it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from attrs import evolve

from planmonitor.assessment.records import MemberUnit
from planmonitor.assessment.rollup import occurs
from planmonitor.messages import N_, BadData, Hint, Message
from planmonitor.model.plans import Measure, Plan, Unit
from planmonitor.names import find
from planmonitor.workspace.naming import unit_named
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.register import MemberRegister, Rows, groups_called, last_day_of, letter_of, name_of, not_there


def add(
    register: MemberRegister,
    name: str,
    groups: Sequence[str],
    *,
    plan: str = "",
    member_id: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
    document: str = "",
) -> Rows:
    """Register a member of groups, or let one that is registered join further ones, and return its new memberships.

    A group that several plans followed have under the same name is one: the member joins it in all of them, unless a plan is named. The id is
    made from the name by default, the first day is that of each plan, or of the member where that is later. `BadData` where it belongs to all
    these groups already, or another unit goes by its id.
    """
    workspace, named, letter = register.workspace, name_of(name), letter_of(document)
    homes = homes_of(workspace, groups, plan, valid_from)
    added: list[MemberUnit] = []
    for home, unit in homes:
        place = workspace.place_of(home)
        own = register.own(named, member_id, place, valid_from or home.start)
        its_id = own[0].id if own else next((item.id for item in added), "") or register.new_id(named, member_id, place)
        if any(item.belongs_to(home.id, unit.id) for item in own):
            continue
        start = valid_from or max(home.start, min((item.valid_from for item in own), default=home.start))
        ends = valid_to or last_day_of(own)
        if ends is not None and ends < start:
            raise BadData(N_("The last day {end} lies before the first, {start}."), end=ends, start=start)
        following = own[0].successor if own else ""
        since = own[0].named_from if own else None
        added.append(MemberUnit(its_id, named, place, start, unit.id, home.id, ends, following, since, letter))
    if not added:
        raise BadData(N_("'{unit}' belongs to {groups} already."), unit=named, groups=tuple(dict.fromkeys(unit.name for _home, unit in homes)))
    if valid_to is not None:
        register.need_no_figures_after(added[0], valid_to)
    register.take(added)
    return tuple(added)


def homes_of(workspace: Workspace, groups: Sequence[str], plan: str, valid_from: date | None) -> list[tuple[Plan, Unit]]:
    """Return the groups called so, each with its plan and once: of a plan that has ended only where it is named, or none goes on; that is noted.

    `BadData` where a member that exists from a day on comes after the end of all of them.
    """
    found = list({(home.id, unit.id): (home, unit) for group in groups for home, unit in groups_called(workspace, group, plan)}.values())
    first = valid_from or date.min
    there = [(home, unit) for home, unit in found if first <= home.end]
    if not there:
        home, _unit = max(found, key=lambda pair: pair[0].end)
        raise BadData(N_("{plan} ends on {end}, before the first day {start}."), plan=home.called, end=home.end, start=first)
    going_on = there if plan else [(home, unit) for home, unit in there if workspace.day <= home.end] or there
    for home, _unit in found:
        ended = Message.of(N_("{plan} has ended on {end}: nobody is registered in it."), plan=home.called, end=home.end)
        if all(home is not other for other, _group in going_on) and ended not in workspace.notes:
            workspace.notes.append(ended)
    return going_on


def close(register: MemberRegister, name: str, on: date, *, successor: str = "", document: str = "") -> Rows:
    """Close a member, `on` its last day, and return its memberships; another one may go on with its work from the day after.

    `BadData` where it was closed before or begins later, has figures of later days, or where the successor does not exist the day after.
    """
    rows = register.called(name)
    return _closed(register, rows, on, _successor(register, rows, successor, on + timedelta(days=1)) if successor else "", document)


def rename(register: MemberRegister, name: str, new_name: str, since: date, *, document: str = "") -> Rows:
    """Give a member another name from a day on, and return its memberships; from its first day on it never had the other one.

    `BadData` where it does not exist on the day, was renamed from a later one on, or where another unit has the name.
    """
    rows, named = register.called(name), name_of(new_name)
    first, last = min(row.valid_from for row in rows), last_day_of(rows)
    if since < first or (last is not None and since > last):
        raise not_there(rows)
    later = [
        entry for entry in (*register.seen, *register.new) if entry.id == rows[0].id and entry.named_from is not None and entry.named_from > since
    ]
    if later:
        known = N_("From {day} on it is called '{name}': take that back first, or name a later day.")
        raise BadData(known, Hint.of("take-back"), name=later[-1].name, day=later[-1].named_from)
    if named == next(row.name for row in register.members(since) if row.membership == rows[0].membership):
        raise BadData(N_("'{unit}' is called so already."), unit=named)
    register.need_free(named, rows[0], since)
    register.change(rows, name=named, named_from=since, document=letter_of(document))
    return rows


def merge(register: MemberRegister, names: Sequence[str], into: str, on: date, *, document: str = "") -> Rows:
    """Merge members into one from a day on, the day before being their last, and return the memberships of that one.

    It may be a registered member, which then joins their groups, or the name of a new one, which belongs to all of them.
    """
    merged = [register.called(name) for name in names]
    ids = {rows[0].id for rows in merged}
    if len(ids) < len(merged):
        raise BadData(N_("A unit is named twice among those that are merged."))
    known = [unit_named(member) for member in register.members(register.workspace.day)]
    if ids & {item.id for item in find(into, known)}:
        raise BadData(N_("'{unit}' cannot be merged into itself."), Hint.of("name-those-that-end"), unit=into)
    groups = list({(row.place, row.plan, row.group_id): row for rows in merged for row in rows if row.valid_to is None}.values())
    kept = register.called(into) if find(into, known) else ()
    if kept and not any(row.valid_on(on) for row in kept):
        raise not_there(kept)
    lacking = [row for row in groups if not any(own.belongs_to(row.plan, row.group_id) for own in kept)]
    named = register.named(kept) if kept else name_of(into)
    its_id = kept[0].id if kept else register.new_id(named, "", groups[0].place) if groups else ""
    since, letter = kept[0].named_from if kept else None, letter_of(document)
    for rows in merged:
        _closed(register, rows, on - timedelta(days=1), its_id, document)
    joined = [MemberUnit(its_id, named, row.place, on, row.group_id, row.plan, named_from=since, document=letter) for row in lacking]
    register.take(joined)
    return (*kept, *joined)


def counted_twice(register: MemberRegister, rows: Rows) -> tuple[Measure, ...]:
    """Return the ratios over the year that the groups of a member supply: whoever goes on with its work reports them without its part."""
    groups = {(row.plan, row.group_id) for row in rows}
    found: dict[str, Measure] = {}
    for plan in register.workspace.followed():
        for measure in plan.measures:
            supplied = any((plan.id, share.unit) in groups or ("", share.unit) in groups for share in measure.owners)
            if supplied and measure.definition.kind == "ratio" and occurs(measure):
                found.setdefault(measure.definition.key, measure)
    return tuple(found.values())


def _closed(register: MemberRegister, rows: Rows, on: date, successor: str, document: str) -> Rows:
    if (last := last_day_of(rows)) is not None:
        raise BadData(N_("'{unit}' was closed before: its last day is {day}."), Hint.of("take-back"), unit=rows[0].name, day=last)
    open_ = tuple(row for row in rows if row.valid_to is None)
    for row in open_:
        if on < row.valid_from:
            plans = {plan.id: plan.called for plan in register.workspace.followed()}
            begins = N_("'{unit}' begins on {start} in {plan}: {day} cannot be its last day.")
            raise BadData(begins, Hint.of("take-back"), unit=row.name, start=row.valid_from, plan=plans.get(row.plan, row.plan), day=on)
    register.need_no_figures_after(rows[0], on)
    register.change(open_, valid_to=on, successor=successor, document=letter_of(document))
    return tuple(evolve(row, valid_to=on, successor=successor) for row in open_)


def _successor(register: MemberRegister, closed: Rows, name: str, day: date) -> str:
    """Return the id of the member that goes on with the work of one from a day on."""
    rows = register.called(name)
    if rows[0].id == closed[0].id:
        raise BadData(N_("'{unit}' cannot follow itself."), unit=closed[0].name)
    if not any(row.valid_on(day) for row in rows):
        raise not_there(rows)
    return rows[0].id
