"""Whose part a figure is: the unit and the category of a breakdown that somebody names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from planmonitor.assessment.needed import question_about
from planmonitor.assessment.records import MemberUnit
from planmonitor.assessment.values import Part
from planmonitor.messages import N_, BadData, Hint, Message, Refusal, UnknownName
from planmonitor.model.definitions import Breakdown, Category, Definition
from planmonitor.model.plans import Measure, Plan
from planmonitor.names import Named, find, listed, offer
from planmonitor.workspace.naming import understood, unit_named

Way = TypeVar("Way", Breakdown, Category)


def unit_of(plan: Plan, measure: Measure, name: str, parts: Sequence[Part], members: Sequence[MemberUnit]) -> tuple[str, tuple[Message, ...]]:
    """Return the id of the unit or member whose part a figure is, "" for the whole place, and what is to be said of how it was understood.

    Raises a Refusal for a unit that is not known, that does not report the measure, or that has to be named and is not.
    """
    owned = [Named(part.unit, part.name or "") for part in parts if part.unit]
    whole = any(part.unit == "" for part in parts)
    if not name:
        if whole:
            return "", ()
        several = N_("'{measure}' is reported by several units: {units}.")
        raise BadData(several, Hint.of("say-unit"), measure=measure.label, units=listed(owned))
    known = [*map(unit_named, plan.units), *owned, *map(unit_named, members)]
    found = {item.id: item for item in reversed(find(name, known))}
    # A group as a whole stands for its members until one of them reports.
    reporting = {part.unit for part in parts} | {part.group for part in parts if part.group}
    if not found:
        raise UnknownName(N_("There is no unit '{unit}' in the plan."), offer(name, known), unit=name)
    chosen = [item for unit, item in found.items() if unit in reporting] or list(found.values())
    if len(chosen) > 1:
        hint = Message.of(N_("Write the whole id."))
        raise UnknownName(N_("Several units are called '{name}': {which}."), hint, name=name, which=listed(chosen))
    [unit] = chosen
    if unit.id in reporting:
        return unit.id, understood(name, unit)
    if whole and unit.id in {share.unit for share in measure.owners}:
        return "", understood(name, unit)
    raise _not_its_part(plan, measure, name, unit, owned)


def _not_its_part(plan: Plan, measure: Measure, name: str, unit: Named, owned: Sequence[Named]) -> Refusal:
    """Return why a unit that is known cannot be named for a measure: another one reports it, or the document says of none that it does."""
    owners = [found for share in measure.owners if share.unit and (found := plan.unit(share.unit)) is not None]
    if measure.owners:
        does_not = N_("Unit '{unit}' does not report '{measure}'.")
        return UnknownName(does_not, offer(name, owned or map(unit_named, owners)), unit=unit.name, measure=measure.label)
    question = question_about(plan, f"measure:{measure.code}", "units")
    to_divide = Hint.of("divide-by-answer", question=f"{plan.id}/{question}") if question else None
    undivided = (
        N_("The plan names no unit that supplies the figure of '{measure}'; it is recorded for the whole place, {hint}.")
        if plan.unit(unit.id) is not None
        else N_("'{unit}' is registered, but no unit is named that supplies the figure of '{measure}'; it is recorded for the whole place, {hint}.")
    )
    return BadData(undivided, to_divide, unit=unit.name, measure=measure.label, hint=Hint.of("leave-out-unit"))


def breakdown_of(definition: Definition, named: Mapping[str, str]) -> tuple[tuple[tuple[str, str], ...], tuple[Message, ...]]:
    """Return the keys of a breakdown that somebody names, sorted, and what is to be said of how it was understood.

    Raises UnknownName for a breakdown or a category that the definition does not have, BadData for a breakdown that stands twice.
    """
    found: dict[str, str] = {}
    said: list[Message] = []
    for name, category in named.items():
        no_way = Message.of(N_("'{measure}' is not broken down by '{name}'."), measure=definition.label, name=name)
        way, how = _one(name, definition.breakdowns, no_way)
        no_part = Message.of(N_("'{category}' is no part of the breakdown '{name}'."), category=category, name=way.label)
        part, which = _one(category, way.categories, no_part)
        if way.key in found:
            raise BadData(N_("The breakdown '{name}' stands twice."), Message.of(N_("Leave one part of it.")), name=way.label)
        found[way.key] = part.key
        said += [*how, *which]
    return tuple(sorted(found.items())), tuple(said)


def _one(name: str, known: Sequence[Way], unknown: Message) -> tuple[Way, tuple[Message, ...]]:
    """Return the one of some breakdowns or categories that a name stands for, and what is to be said of how it was understood."""
    items = [Named(item.key, item.label, item.also) for item in known]
    found = find(name, items)
    if not found:
        raise UnknownName(unknown.template, offer(name, items), **unknown.values)
    if len(found) > 1:
        raise UnknownName(N_("'{name}' may be any of: {which}."), Message.of(N_("Write the code.")), name=name, which=listed(found))
    return known[items.index(found[0])], understood(name, found[0])
