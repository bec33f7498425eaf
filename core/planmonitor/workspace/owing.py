"""Who owes what by when in a workspace: from plans judged once, over all of them."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from planmonitor.assessment.offices import WHOLE_PLACE, Office
from planmonitor.assessment.owing import Owing, in_order, owed_to, owing, receivers, within
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.messages import N_, Message, UnknownName
from planmonitor.names import Named, as_compared, find, listed, offer
from planmonitor.workspace.judging import Judged
from planmonitor.workspace.naming import understood, unit_named
from planmonitor.workspace.opening import Workspace


@frozen
class Owed:
    """Who owes what, as it is asked for."""

    units: tuple[Owing, ...]
    """What every office owes, or the one that was asked for."""
    to_it: tuple[Owing, ...] = ()
    """What others owe to the office that was asked for; empty for all of them."""
    later: int = 0
    """How many reports and figures are left out because they fall due later, or have no day."""
    office: Office | None = None
    """The office that was asked for; None for all of them."""


def owed(workspace: Workspace, judged: Judged, unit: str | None = None, days: int | None = None) -> Owed:
    """Return what is owed on the day the plans were judged.

    Args:
        workspace: The workspace; a name that was guessed is added to its notes.
        judged: The plans followed, judged.
        unit: An office, member or receiver, by id or name in whatever letters: what it owes, and what others owe to it; None for all.
        days: Only what falls due in so many days, is overdue or has arisen; None for all.

    Raises:
        UnknownName: where no plan followed names such an office, or several do.
    """
    by_place: dict[str, list[JudgedPlan]] = {}
    for checked in judged.plans:
        by_place.setdefault(workspace.place_of(checked.judged.plan), []).append(checked.judged)
    populations = workspace.catalogue.populations
    found = in_order(
        one for place, plans in by_place.items() for one in owing(plans, judged.calendar, judged.day, place=place, populations=populations)
    )
    if unit is None:
        return _in_time(found, (), days, None)
    asked = _office(workspace, judged, unit)
    own = tuple(one for one in found if _is_meant(workspace, judged, asked, one.office))
    known = [*(one.office for one in own), asked] if len(own) == 1 else [asked]
    ids = dict.fromkeys(unit_id for one in known for unit_id in one.ids)
    names = dict.fromkeys(name for one in known for name in one.names)
    office = Office(known[0].name or asked.name, tuple(ids), tuple(names))
    return _in_time(own, owed_to((one for one in found if one not in own), office), days, office)


def _is_meant(workspace: Workspace, judged: Judged, asked: Office, office: Office) -> bool:
    """Return whether an office is the one that was asked for, or a member of the group that was."""
    if not asked.ids:
        return office == WHOLE_PLACE and _is_place(workspace, asked)
    members = {member.id for plan in judged.plans for member in plan.judged.members if member.group_id in asked.ids}
    return not members.union(asked.ids).isdisjoint(office.ids)


def _in_time(own: tuple[Owing, ...], others: tuple[Owing, ...], days: int | None, office: Office | None) -> Owed:
    units, to_it = within(own, days), within(others, days)
    later = sum(one.count for one in (*own, *others)) - sum(one.count for one in (*units, *to_it))
    return Owed(units, to_it, later, office)


def place_called(workspace: Workspace) -> str:
    """Return what the place as a whole is called where it owes something: its office, else the place; "" where neither is named."""
    return workspace.file.office or workspace.place_name()


def _is_place(workspace: Workspace, office: Office) -> bool:
    return any(office.is_called(name) for name in (workspace.file.office, workspace.place_name()) if name)


def _office(workspace: Workspace, judged: Judged, name: str) -> Office:
    """Return the office of a name: a unit, a member, the place as a whole, or who receives reports and is none of these."""
    of_units = [one for plan in judged.plans for one in (*map(unit_named, plan.judged.plan.units), *map(unit_named, plan.judged.members))]
    named = {as_compared(called) for item in of_units for called in item.names}
    own = [item for item in (workspace.file.office, workspace.place_name()) if item]
    # Who is a unit too is found as that: by its id.
    known = of_units + [Named("", item) for item in dict.fromkeys((*own, *_receivers(judged))) if as_compared(item) not in named]
    found = find(name, known, guess=True)
    if not found:
        raise UnknownName(N_("No plan followed names unit '{name}'."), offer(name, known), name=name)
    unsure = [said for item in found for said in understood(name, item)]
    names = {as_compared(item.names[0]) for item in found}
    if unsure and len({item.id or as_compared(item.names[0]) for item in found}) > 1 and len(names) > 1:
        raise UnknownName(N_("Several units are called '{name}': {which}."), Message.of(N_("Write the whole name.")), name=name, which=listed(found))
    workspace.notes += unsure[:1]
    units = {item.id for item in of_units}
    called = tuple(dict.fromkeys(one for item in found for one in item.names))
    return Office(called[0], tuple(dict.fromkeys(item.id for item in found if item.id in units)), called)


def _receivers(judged: Judged) -> Iterable[str]:
    """Return who receives reports of the plans, as printed."""
    return dict.fromkeys(name for plan in judged.plans for item in plan.judged.deadlines for name in receivers(item))
