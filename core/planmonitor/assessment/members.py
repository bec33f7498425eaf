"""Members of groups as they are on a day: which entry of each holds, and what it is called then (docs/domain.md, rule 21)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from planmonitor.assessment.records import MemberUnit


def members_on(entries: Iterable[MemberUnit], day: date | None) -> tuple[MemberUnit, ...]:
    """Return what holds of each membership, by id, under the name that its member has on a day, its other names beside it.

    Args:
        entries: All entries, in the order they were recorded.
        day: The day; None for the newest names.
    """
    newest: dict[tuple[str, ...], MemberUnit] = {}
    of_member: dict[tuple[str, str], list[MemberUnit]] = {}
    for entry in entries:
        newest[entry.membership] = entry
        of_member.setdefault((entry.id, entry.place), []).append(entry)
    called = {member: _name_on(known, day) for member, known in of_member.items()}
    found = []
    for _key, entry in sorted(newest.items()):
        name = called[entry.id, entry.place]
        others = dict.fromkeys(other.name for other in of_member[entry.id, entry.place] if other.name != name)
        found.append(evolve(entry, name=name, also=tuple(others)))
    return tuple(found)


def _name_on(entries: list[MemberUnit], day: date | None) -> str:
    """Return what the entries of one member call it on a day: the last name that holds by then, the first where none does."""
    begun = [entry for entry in entries if day is None or entry.named_from is None or entry.named_from <= day]
    newest = max(entry.named_from or date.min for entry in begun) if begun else None
    return next((entry.name for entry in reversed(begun) if (entry.named_from or date.min) == newest), entries[0].name)
