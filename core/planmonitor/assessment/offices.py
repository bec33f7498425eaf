"""The offices of a place over all its plans: of one name, or one id, they are one (docs/domain.md, rule 23)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.records import MemberUnit
from planmonitor.model.plans import Unit
from planmonitor.names import as_compared


@frozen
class Office:
    """One office, whatever its plans call it."""

    name: str
    """What the first plan that names it calls it; "" for the place as a whole."""
    ids: tuple[str, ...] = ()
    """The ids it goes by; none for the place as a whole."""
    names: tuple[str, ...] = ()
    """All its names."""

    def is_called(self, name: str) -> bool:
        """Return whether a document calls it so, in whatever letters and short forms."""
        return as_compared(name) in set(map(as_compared, self.names))


WHOLE_PLACE = Office("")
"""What nobody is named for is the place's own."""


class Offices:
    """The offices of the plans of one place, by id."""

    def __init__(self, plans: Sequence[JudgedPlan]) -> None:
        """Take the plans, judged on one day."""
        self._members = list(dict.fromkeys(member for judged in plans for member in judged.members))
        groups: list[tuple[set[str], list[str], list[str]]] = []
        named: list[Unit | MemberUnit] = [*(unit for judged in plans for unit in judged.plan.units), *self._members]
        for one in named:
            names = [one.name, *one.also]
            marks = {one.id, *(f"name {as_compared(name)}" for name in names)}
            alike = [group for group in groups if group[0] & marks]
            joined = (
                marks.union(*(group[0] for group in alike)),
                [*(name for group in alike for name in group[1]), *names],
                [*(known for group in alike for known in group[2]), one.id],
            )
            groups = [*(group for group in groups if group not in alike), joined]
        found = (Office(names[0], tuple(dict.fromkeys(ids)), tuple(dict.fromkeys(names))) for _marks, names, ids in groups)
        self._by_id = {known: office for office in found for known in office.ids}

    def of(self, unit: str | None, day: date) -> Office:
        """Return the office of an id on a day; of a member that is closed the one that goes on with its work; the place where there is no id."""
        asked, seen = unit or "", set()
        while asked not in seen:
            seen.add(asked)
            entries = [member for member in self._members if member.id == asked]
            if not any(member.valid_on(day) for member in entries):
                asked = next((member.successor for member in entries if member.successor), asked)
        return self._by_id.get(asked, WHOLE_PLACE)

    def members(self, plan: str, group: str, day: date) -> Iterator[MemberUnit]:
        """Yield the members that a group of a plan has on a day."""
        yield from (member for member in self._members if member.belongs_to(plan, group) and member.valid_on(day))
