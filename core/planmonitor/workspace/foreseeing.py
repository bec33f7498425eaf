"""What a change would make of the plans followed, before it is written: verdicts, reports, findings, and figures that count no more or again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import field, frozen

from planmonitor.assessment.aside import counting
from planmonitor.assessment.changes import Changes, changes_between, found_anew
from planmonitor.assessment.checking import FoundBy
from planmonitor.assessment.records import Figure
from planmonitor.model.plans import Plan
from planmonitor.workspace.judging import Judged
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.standing import all_figures


@frozen
class Effect:
    """What a change makes of one plan."""

    plan: Plan
    """The plan as it was."""
    changes: Changes
    """What would be judged in another way."""
    aside: tuple[Figure, ...]
    """Recorded figures that would count no more."""
    taken_in: tuple[Figure, ...]
    """Recorded figures that would count from then on."""
    names: Mapping[str, str] = field(factory=dict)
    """Names of members of groups, by id."""


@frozen
class Foreseen:
    """What a change makes of all plans followed."""

    effects: tuple[Effect, ...]
    """Of each plan, in their order."""
    gone: tuple[FoundBy, ...]
    """What does not agree between plans and would be found no more."""
    come: tuple[FoundBy, ...]
    """What would be found between them anew."""
    later: Mapping[date, Foreseen] = field(factory=dict)
    """What it makes of them on days to come, from which it takes effect."""


def foresee(workspace: Workspace, before: Judged, after: Judged) -> Foreseen:
    """Return what differs between the plans followed judged before and after a change, on the same day from the same figures."""
    with workspace.database(read_only=True).reading() as held:
        recorded = all_figures(workspace, held)
    pairs = zip(before.plans, after.plans, strict=True)
    effects = []
    for was, becomes in pairs:
        plan = was.judged.plan
        figures = [figure for figure in recorded if figure.place in {workspace.place_of(plan), ""}]
        first, then = counting(was.judged, figures), counting(becomes.judged, figures)
        names = {member.id: member.name for checked in (was, becomes) for member in checked.judged.members}
        effects.append(Effect(plan, changes_between(was, becomes), _only_in(first, then), _only_in(then, first), names))
    return Foreseen(tuple(effects), *found_anew(before.between, after.between))


def _only_in(one: Iterable[Figure], other: Iterable[Figure]) -> tuple[Figure, ...]:
    others = {figure.key for figure in other}
    return tuple(figure for figure in one if figure.key not in others)
