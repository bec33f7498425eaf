"""What the rows of a file ask again and again, looked up once for all of them: while they pass, nothing that is asked here changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from planmonitor.assessment.records import MemberUnit
from planmonitor.assessment.rollup import expected_parts
from planmonitor.assessment.values import Part
from planmonitor.messages import N_, BadData, Message, Refusal
from planmonitor.model.definitions import Population
from planmonitor.model.plans import Measure, Plan
from planmonitor.names import find
from planmonitor.workspace.naming import unit_named
from planmonitor.workspace.of_form import AskedAs, check_still_asked
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.parts import unit_of
from planmonitor.workspace.register import not_there

T = TypeVar("T")


class Lookups:
    """Names, places, members and parts of a workspace; a question that was refused is refused again in the same words."""

    def __init__(self, workspace: Workspace, units: Sequence[MemberUnit]) -> None:
        """Take the workspace, and all members that are registered."""
        self._workspace = workspace
        self._units = units
        self._known: dict[tuple[object, ...], tuple[object, Refusal | None]] = {}

    def _once(self, question: tuple[object, ...], answer: Callable[[], T]) -> T:
        if question not in self._known:
            try:
                self._known[question] = answer(), None
            except Refusal as error:
                self._known[question] = None, error
        found, wrong = self._known[question]
        if wrong is not None:
            raise wrong.with_traceback(None)
        return found  # type: ignore[return-value]  # what was answered to this very question

    def counted(self, name: str) -> tuple[Plan, Measure] | Population:
        """Return the base population of a key, else what the workspace counts under a name."""
        population = self._workspace.catalogue.populations.get(name)
        return population or self._once(("counted", name), lambda: self._workspace.counted(name))

    def still_asked(self, measure: str, asked: AskedAs) -> tuple[Plan, Measure] | Population:
        """Return what the workspace counts under the id that a form has for it; a BadData where that is gone."""
        self._once(("asked", measure, asked), lambda: check_still_asked(self._workspace, asked, measure))
        return self.counted(measure)

    def typed_place(self, named: str) -> str:
        """Return the code of a place that somebody typed."""
        return self._once(("place", named), lambda: self._workspace.typed_place(named))

    def own_place(self) -> str:
        """Return under which place that is recorded which names none."""
        return self._once(("own place",), self._workspace.own_place)

    def is_here(self, place: str) -> bool:
        """Return whether figures of a place are recorded in the workspace."""
        return place in self._once(("places",), self._workspace.places)

    def place_for(self, plan: Plan, named: str) -> str:
        """Return under which place a figure of a plan is recorded; a BadData where another one is named, or the plan's is open."""
        return self._once(("place for", plan.id, named), lambda: self._place_for(plan, named))

    def _place_for(self, plan: Plan, named: str) -> str:
        own, typed = self._workspace.place_of(plan), self.typed_place(named)
        if typed and not own:
            raise BadData(N_("This workspace does not say which place it is for."), Message.of(N_("Set 'place' in monitor.toml first.")))
        if typed and typed != own:
            where = self._workspace.place_today(plan.place) or own
            other = N_("Plan {plan} belongs to {own}, not to '{given}'.")
            raise BadData(other, self._workspace.told_of_place(named), plan=plan.id, own=where, given=named)
        return own

    def last_day(self, plan: Plan, measure: Measure, unit: str, place: str, first: date, last: date) -> date | None:
        """Return the last day of a member that was closed and has told of its time up to then; None for all others.

        Args:
            plan: The plan.
            measure: What is counted.
            unit: The name typed for a unit.
            place: Under which place it is recorded.
            first: The first day of the period.
            last: Its last day, or today.

        Raises:
            BadData: where a member does not exist on the last day, and is not asked for what occurred before.
        """
        members = self._members_called(unit)
        parts, _number = self._parts(plan, measure, place, first, last) if members else ((), 0)
        asked = [part for part in parts if part.unit in {member.id for member in members}]
        if members and not asked and not any(member.valid_on(last) for member in members):
            raise not_there(members)
        return next((part.last for part in asked if part.last is not None and part.last <= last), None)

    def not_there(self, unit: str) -> Refusal:
        """Return what is said where a member is asked for days on which it does not exist."""
        return not_there(self._members_called(unit))

    def _members_called(self, unit: str) -> tuple[MemberUnit, ...]:
        return self._once(("members called", unit), lambda: self._called(unit)) if unit else ()

    def _called(self, unit: str) -> tuple[MemberUnit, ...]:
        ids = {item.id for item in find(unit, [*map(unit_named, self._units)])}
        return tuple(member for member in self._units if member.id in ids)

    def unit_of(self, plan: Plan, measure: Measure, unit: str, place: str, first: date, last: date) -> tuple[str, tuple[Message, ...]]:
        """Return whose part of a measure a figure is that names a unit, and what is to be said of how it was understood; see `last_day`."""
        parts, number = self._parts(plan, measure, place, first, last)
        return self._once(("unit", plan.id, measure.code, place, number, unit), lambda: unit_of(plan, measure, unit, parts, self._members_at(place)))

    @property
    def members(self) -> frozenset[str]:
        """The ids of all registered members."""
        return frozenset(member.id for member in self._units)

    def parts_of(self, plan: Plan, measure: Measure, place: str, first: date, last: date) -> tuple[Part, ...]:
        """Return the parts that a figure of some days is made of."""
        return self._parts(plan, measure, place, first, last)[0]

    def _members_at(self, place: str) -> list[MemberUnit]:
        return self._once(("members", place), lambda: [member for member in self._units if member.place in {place, ""}])

    def _parts(self, plan: Plan, measure: Measure, place: str, first: date, last: date) -> tuple[tuple[Part, ...], int]:
        """Return the parts of a measure in a period, numbered."""
        asked = "parts", plan.id, measure.code, place, first, last
        return self._once(asked, lambda: self._numbered(expected_parts(plan, measure, self._members_at(place), last, first)))

    def _numbered(self, parts: tuple[Part, ...]) -> tuple[tuple[Part, ...], int]:
        """Return parts with a number that equal ones share: of all days with the same parts a unit is looked up once."""
        return parts, self._once(("number", parts), lambda: len(self._known))
