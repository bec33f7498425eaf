"""What is recorded and was known of each place of a workspace by an instant: the input of an assessment."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from itertools import chain
from typing import TYPE_CHECKING

from attrs import evolve

from planmonitor.assessment.acts import Acceptance, Closing, Reported, Sending, Waiver
from planmonitor.assessment.known import Known
from planmonitor.assessment.members import members_on
from planmonitor.assessment.records import Figure, MemberUnit
from planmonitor.model.definitions import Definition
from planmonitor.model.plans import Plan
from planmonitor.workspace.opening import TIME_ZONE, Workspace
from planmonitor.workspace.standing import figures_by_place, of_place

if TYPE_CHECKING:
    from planmonitor.storage.database import Reading


def known_by_place(workspace: Workspace, instant: datetime | None, day: date | None = None) -> dict[str, Known]:
    """Return what was known of each place of the plans followed by an instant, None for all that is recorded; members by their names of a day."""
    followed: dict[str, list[Plan]] = {}
    for plan in workspace.followed():
        followed.setdefault(workspace.place_of(plan), []).append(plan)
    with workspace.database(read_only=True).reading() as held:
        acts = (act.recorded_at for act in held.receipts(instant) if act.kind != "printed")  # writing a report is no entry
        since = min((moment for moment in acts if moment is not None), default=None)
        figures, sendings, units = figures_by_place(workspace, held, instant), held.entries(Sending, instant), _members(workspace, held, instant, day)
        acceptances, waivers = held.entries(Acceptance, instant), held.entries(Waiver, instant)
        closings, reported = held.entries(Closing, instant), held.entries(Reported, instant) if sendings else ()
        taken_back, estimates = held.why_taken_back(instant), held.estimates(instant)
        places = workspace.places()
        recorded: list[Figure | MemberUnit | Sending] = [*chain.from_iterable(figures.values()), *units, *sendings]
        elsewhere = tuple(entry for entry in recorded if entry.place not in places and entry.place)
        known = {
            place: Known(
                figures=figures[place],
                units=tuple(unit for unit in units if unit.place in {place, ""}),
                acceptances=acceptances,
                waivers=waivers,
                sendings=tuple(act for act in sendings if act.place in {place, ""}),
                reported=tuple(row for row in reported if row.place in {place, ""}),
                taken_back=taken_back,
                estimates=tuple(figure for figure in of_place(place, estimates) if figure.revision not in taken_back),
                since=None if since is None else since.astimezone(TIME_ZONE).date(),
                elsewhere=elsewhere,
                plans=tuple(plans),
                definitions=_counted_before(workspace, plans, figures[place]),
                closings=closings,
                calendar=workspace.file.calendar,
            )
            for place, plans in followed.items()
        }
        journal = _journal(held, known.values(), instant, all_=bool(sendings))
    return {place: evolve(of_it, journal=tuple(of_place(place, journal))) for place, of_it in known.items()}


def _members(workspace: Workspace, held: Reading, instant: datetime | None, day: date | None) -> tuple[MemberUnit, ...]:
    day = day or workspace.day
    return held.units(instant, day) if workspace.supposed is None else members_on(workspace.supposed, day)


def _counted_before(workspace: Workspace, plans: Iterable[Plan], figures: Iterable[Figure]) -> tuple[Definition, ...]:
    """Return how recorded figures that no plan of a place counts any more are counted, of which a case implies one of something else."""
    counted = {measure.definition.key for plan in plans for measure in plan.measures}
    found = map(workspace.catalogue.definition, sorted({figure.definition for figure in figures} - counted))
    return tuple(definition for definition in found if definition is not None and definition.implies)


def _journal(held: Reading, known: Collection[Known], instant: datetime | None, *, all_: bool) -> list[Figure]:
    """Return the revisions by an instant of what letters and reports on events carry, and of what implies it, as the place's own clock dates them.

    Args:
        held: What is recorded.
        known: What is known of each place.
        instant: Up to when; None for all.
        all_: Whether of all of it, as letters sent may tell of what was corrected since; else only of what counts a case now.
    """
    carried = {key for of_place in known for plan in of_place.plans for key in _asked_of_journal(plan, of_place)}
    counting = {figure.definition for of_place in known for figure in of_place.figures if figure.counted not in {None, 0}}
    revisions = [figure for key in sorted(carried if all_ else carried & counting) for figure in held.history(key)]
    dated = (evolve(figure, recorded_at=figure.recorded_at.astimezone(TIME_ZONE)) for figure in revisions if figure.recorded_at is not None)
    return [figure for figure in dated if instant is None or (figure.recorded_at is not None and figure.recorded_at <= instant)]


def _asked_of_journal(plan: Plan, known: Known) -> Iterator[str]:
    """Yield what the journal is asked about: the cases of reports on events, and all that a plan counts where nobody noted what a letter told."""
    noted = {row.in_letter for row in known.reported}
    if any(act.plan == plan.id and act.act != "return" and act.letter and act.as_letter not in noted for act in known.sendings):
        yield from (measure.definition.key for measure in plan.measures)
    codes = {code for duty in plan.duties if duty.kind == "on_event" for code in duty.measures}
    carried = {measure.definition.key for measure in plan.measures if measure.code in codes}
    yield from carried
    yield from (definition.key for definition in known.implying(plan) if carried & {*definition.implies})
