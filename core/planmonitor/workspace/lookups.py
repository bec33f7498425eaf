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
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.parts import unit_of

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
            where = plan.place.in_full if plan.place is not None and plan.place.name else own
            raise BadData(N_("Plan {plan} belongs to {own}, not to '{given}'."), plan=plan.id, own=where, given=named)
        return own

    def need_unit(self, unit: str, day: date) -> None:
        """Raise BadData where a unit is a member that does not exist on a day."""
        members = self._once(("members called", unit), lambda: self._called(unit)) if unit else ()
        if members and not any(member.valid_on(day) for member in members):
            member = members[0]
            span = N_("'{unit}' exists from {start} on.") if member.valid_to is None else N_("'{unit}' exists from {start} to {end} only.")
            raise BadData(span, unit=member.name, start=member.valid_from, end=member.valid_to or "")

    def _called(self, unit: str) -> tuple[MemberUnit, ...]:
        ids = {item.id for item in find(unit, [*map(unit_named, self._units)])}
        return tuple(member for member in self._units if member.id in ids)

    def unit_of(self, plan: Plan, measure: Measure, unit: str, place: str, day: date) -> tuple[str, tuple[Message, ...]]:
        """Return whose part of a measure a figure is that names a unit, and what is to be said of how it was understood."""
        about = plan.id, measure.code, place
        members = self._once(("members", place), lambda: [member for member in self._units if member.place in {place, ""}])
        parts, number = self._once(("parts", *about, day), lambda: self._numbered(expected_parts(plan, measure, members, day)))
        return self._once(("unit", *about, number, unit), lambda: unit_of(plan, measure, unit, parts, members))

    def _numbered(self, parts: tuple[Part, ...]) -> tuple[tuple[Part, ...], int]:
        """Return parts with a number that equal ones share: of all days with the same parts a unit is looked up once."""
        return parts, self._once(("number", parts), lambda: len(self._known))
