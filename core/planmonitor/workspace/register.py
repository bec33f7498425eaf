"""The register of a workspace's members while it is changed: what is there, what may not be, and what a change makes of the plans followed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from attrs import evolve

from planmonitor.assessment.members import members_on
from planmonitor.assessment.records import Figure, MemberUnit
from planmonitor.messages import N_, BadData, Hint, Message, UnknownName
from planmonitor.model.plans import Plan, Unit
from planmonitor.names import Named, as_compared, find, listed, offer, slug
from planmonitor.privacy import clean
from planmonitor.workspace.foreseeing import Foreseen, foresee
from planmonitor.workspace.judging import judge
from planmonitor.workspace.naming import MEMBER, understood, unit_named
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.standing import all_figures

SHOWN = 6
"""Figures that are named; of more only that there are."""
JUDGED = 2
"""Days to come on which a change is judged as well."""
Rows = tuple[MemberUnit, ...]
"""The memberships of one member."""


class MemberRegister:
    """The members of a workspace's groups, and a change of them: each step counts for the next, and nothing is written before `write`.

    `seen` are all entries recorded, `new` those of the change, in order.
    """

    def __init__(self, workspace: Workspace) -> None:
        """Read what is recorded."""
        self.workspace = workspace
        self.new: list[MemberUnit] = []
        with workspace.database(read_only=True).reading() as held:
            self.seen, self._figures = held.entries(MemberUnit, None), all_figures(workspace, held)

    def members(self, day: date | None = None) -> Rows:
        """Return every membership as it becomes, under the names of a day, None for the newest."""
        return members_on((*self.seen, *self.new), day)

    def called(self, name: str) -> Rows:
        """Return the memberships of the one member that goes by a name, former ones too; `UnknownName` where none or several do."""
        members = self.members(self.workspace.day)
        known = [unit_named(member) for member in members]
        offices = [unit_named(unit) for plan in self.workspace.followed() for unit in plan.units]
        if not find(name, known) and (office := find(name, offices)):
            own = N_("'{unit}' is a unit that a plan itself names, no registered member of a group.")
            raise UnknownName(own, Hint.of("see-units"), unit=office[0].name)
        found = self.workspace.one(name, known, MEMBER)
        return tuple(member for member in members if member.id == found.id)

    def named(self, rows: Rows) -> str:
        """Return the newest name of a member."""
        return next(row.name for row in self.members() if row.membership == rows[0].membership)

    def change(self, rows: Rows, **fields: Any) -> None:
        """Take in an entry for each of some memberships of one member, as it was recorded last but for some fields."""
        of_member = [entry for entry in (*self.seen, *self.new) if (entry.id, entry.place) == (rows[0].id, rows[0].place)]
        newest = {entry.membership: entry for entry in of_member}
        since = max((entry.named_from for entry in of_member if entry.named_from is not None), default=None)
        named = {"name": self.named(rows), "named_from": since}
        self.take([evolve(newest[row.membership], **{**named, **fields}) for row in rows])

    def take(self, entries: Sequence[MemberUnit]) -> None:
        """Take in new entries."""
        self.new += [evolve(entry, also=(), entered_by=self.workspace.person, recorded_at=None) for entry in entries]

    def own(self, named: str, member_id: str, place: str, day: date) -> Rows:
        """Return the memberships of the member of a place that is meant by a name, and by an id where one is given; none of a new one."""
        here = [row for row in self.members() if row.place == place]
        called = {row.id for row in here if as_compared(row.name) == as_compared(named) and (row.valid_to is None or row.valid_to >= day)}
        if member_id and called and member_id not in called:
            raise BadData(N_("'{unit}' is registered already, as '{id}'."), unit=named, id=min(called))
        if len(called) > 1 and not member_id:
            several = [unit_named(row) for row in here if row.id in called]
            raise UnknownName(MEMBER[1], Hint.of("name-its-id"), name=named, which=listed(several))
        return tuple(row for row in here if row.id in called and row.id == (member_id or row.id))

    def new_id(self, named: str, member_id: str, place: str) -> str:
        """Return the id of a new member, made from its name where none is given; `BadData` where another unit bears it."""
        its_id = member_id or slug(named, default="unit")
        taken = {unit.id for plan in self.workspace.followed() for unit in plan.units} | {row.id for row in self.members() if row.place == place}
        if its_id in taken:
            raise BadData(N_("A unit called '{id}' exists already."), Hint.of("name-another-id"), id=its_id)
        return its_id

    def need_free(self, named: str, renamed: MemberUnit, since: date) -> None:
        """Raise BadData where another member that exists from a day on, or an office of a plan, has a name."""
        here = [row for row in self.members() if row.place == renamed.place and row.id != renamed.id]
        others = [row for row in here if row.valid_to is None or row.valid_to >= since]
        offices = [unit for plan in self.workspace.followed() for unit in plan.units]
        names = [(unit_named(other), (other.name,)) for other in others] + [(unit_named(unit), (unit.name, *unit.also)) for unit in offices]
        for other, taken in names:
            if as_compared(named) in map(as_compared, taken):
                raise BadData(N_("The name '{name}' is taken: {unit}."), name=named, unit=other.shown)

    def need_no_figures_after(self, unit: MemberUnit, day: date) -> None:
        """Raise BadData where figures of a member are recorded that run beyond its last day: they are named."""
        theirs = [figure for figure in self._figures if figure.unit == unit.id and figure.place in {unit.place, ""}]
        beyond = [figure for figure in theirs if figure.until > day]
        if beyond:
            said = N_("Figures of '{unit}' are recorded of days after {day}, which is to be its last: {figures}.")
            shown = (*map(self._shown, beyond[:SHOWN]), *(("…",) if len(beyond) > SHOWN else ()))
            raise BadData(said, Hint.of("figures-beyond", revision=str(beyond[0].revision)), unit=unit.name, day=day, figures=shown)

    def _shown(self, figure: Figure) -> Message:
        labels = (measure.label for _plan, measure in self.workspace.measures().values() if measure.definition.key == figure.definition)
        about = N_("{measure}, {period}, up to {until} (revision {revision})")
        label = next(labels, figure.definition)
        return Message.of(about, measure=label, period=figure.period, until=figure.until, revision=str(figure.revision))

    def foreseen(self) -> Foreseen:
        """Return what the change would make of the plans followed: today, and from the days to come on which it takes effect."""
        after = self.workspace.with_members((*self.seen, *self.new))
        later = {}
        for day in self._days_to_come():
            later[day] = foresee(self.workspace, judge(self.workspace, as_of=day), judge(after, as_of=day))
        return evolve(foresee(self.workspace, judge(self.workspace), judge(after)), later=later)

    def _days_to_come(self) -> list[date]:
        """Return the next days after today from which something else holds by the change, a closed member's day after its last among them."""
        known, new = ({(row.membership, day) for row in rows for day in _turns(row)} for rows in (self.seen, self.new))
        return sorted({day for _membership, day in new - known if day > self.workspace.day})[:JUDGED]

    def write(self, **about: Any) -> None:
        """Record the change under one receipt; `BadData` where somebody else has changed members meanwhile."""
        with self.workspace.database().writing() as held:
            if held.entries(MemberUnit, None) != self.seen:
                raise BadData(N_("Somebody else has changed members meanwhile; nothing was written."), Message.of(N_("Run the command again.")))
            receipt = self.workspace.begin(held, "unit", **{"rows": len(self.new), **about})
            for entry in self.new:
                held.add(entry, receipt)


def _turns(row: MemberUnit) -> tuple[date, ...]:
    """Return the first day of a membership, and the day after its last."""
    return (row.valid_from, row.valid_to + timedelta(days=1)) if row.valid_to is not None else (row.valid_from,)


def name_of(typed: str) -> str:
    """Return a name as it is registered; `BadData` where it is empty or holds a child's data."""
    named = clean(" ".join(typed.split()))
    if not named:
        raise BadData(N_("The name is empty."))
    return named


def letter_of(typed: str) -> str:
    """Return the number of a letter as it is noted."""
    return clean(" ".join(typed.split()))


def last_day_of(rows: Rows) -> date | None:
    """Return the last day of a member; None while one of its memberships goes on."""
    days = [row.valid_to for row in rows if row.valid_to is not None]
    return max(days) if rows and len(days) == len(rows) else None


def not_there(rows: Rows) -> BadData:
    """Return that a member does not exist on a day that was named, and when it does."""
    first, last = min(row.valid_from for row in rows), last_day_of(rows)
    span = N_("'{unit}' exists from {start} on.") if last is None else N_("'{unit}' exists from {start} to {end} only.")
    return BadData(span, unit=rows[0].name, start=first, end=last or "")


def groups_called(workspace: Workspace, name: str, plan: str = "") -> list[tuple[Plan, Unit]]:
    """Return the group called so with its plan, of every plan followed that has it under the same name or id, or of the plan named alone.

    `UnknownName` where none goes by the name, or different groups do.
    """
    groups = [(item, unit) for item in workspace.followed([plan] if plan else []) for unit in item.units if unit.members]
    known = [unit_named(unit) for _plan, unit in groups]
    found = find(name, known)
    having = [pair for pair, item in zip(groups, known, strict=True) if item in found]
    if not having:
        raise UnknownName(N_("No plan followed has a group '{group}' that takes members."), offer(name, known), group=name)
    if any(not is_same_group(having[0][1], unit) for _plan, unit in having):
        several = N_("Several plans have a group '{group}', and it is not the same one: {groups}.")
        which = tuple(Named(unit.id, unit.name, within=item.called).shown for item, unit in having)
        raise UnknownName(several, Hint.of("say-plan"), group=name, groups=which)
    workspace.notes += [said for said in understood(name, found[0]) if said not in workspace.notes]
    return [(item, unit) for item, unit in groups if (item, unit) in having or is_same_group(having[0][1], unit)]


def is_same_group(one: Unit, other: Unit) -> bool:
    """Return whether groups of two plans are one: they bear the same id, or a name of theirs is the same (docs/domain.md, rule 23)."""
    names, others = ({as_compared(name) for name in (unit.name, *unit.also)} for unit in (one, other))
    return one.id == other.id or not names.isdisjoint(others)
