"""The letters of a group that reports: its own, which stands for all its members, or one of each of them (docs/domain.md, rules 19 and 21)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planmonitor.assessment.acts import Sending
from planmonitor.assessment.letters import ReportLetters, Sent
from planmonitor.assessment.records import MemberUnit
from planmonitor.model.periods import Period


def goes_on_as(member: str, entries: Sequence[MemberUnit], day: date) -> str | None:
    """Return the id of who answers for a member on a day: itself, else the one that goes on with its work; None where it is closed and none does."""
    asked, seen = member, set[str]()
    while asked not in seen:
        seen.add(asked)
        own = [entry for entry in entries if entry.id == asked]
        if any(entry.valid_on(day) for entry in own):
            return asked
        asked = next((entry.successor for entry in own if entry.successor), asked)
    return None


def members_in(plan: str, group: str, entries: Sequence[MemberUnit], day: date, as_of: date) -> dict[str, str]:
    """Return the members that a group had on a day and of which somebody still answers, each with the id of who does on another day.

    Args:
        plan: Id of the plan.
        group: Id of the group in it.
        entries: The registered members of groups.
        day: The day on which they are members.
        as_of: The day on which they are asked.
    """
    there = dict.fromkeys(entry.id for entry in entries if entry.belongs_to(plan, group) and entry.valid_on(day))
    heirs = ((member, goes_on_as(member, entries, as_of)) for member in there)
    return {member: heir for member, heir in heirs if heir is not None}


def letter_of(
    plan: str, unit: str, period: Period, last_day: date | None, sent: Sent, entries: Sequence[MemberUnit], as_of: date
) -> tuple[Sending | None, tuple[str, ...]]:
    """Return what is recorded of the sending of a unit's report, and the ids of the members who still have to send theirs.

    A letter of the group stands for all its members; without one its report is sent once each of them has, by the last of their letters.
    Those owe one that were members on its last day.
    """
    own = sent.get((unit, period), ReportLetters())
    if own.standing:
        return own.shown, ()
    members = members_in(plan, unit, entries, min(as_of, period.end, last_day or period.end), as_of)
    letters = {one: found.standing[-1] for one in {*members, *members.values()} if (found := sent.get((one, period))) and found.standing}
    ended = {entry.id: entry.valid_to or date.max for entry in entries}

    def has_sent(member: str, heir: str) -> bool:
        after = letters.get(heir)  # of what went on with another only a letter tells that was written since
        return member in letters or (after is not None and after.dated is not None and after.dated > ended[member])

    unsent = tuple(dict.fromkeys(heir for member, heir in members.items() if not has_sent(member, heir)))
    if members and not unsent:
        return max(letters.values(), key=lambda letter: letter.dated or date.min), ()
    return own.shown, unsent
