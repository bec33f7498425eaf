"""What is recorded: all that plans are judged from, every revision of a measure's figures, or the latest of all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from planmonitor.assessment.figures import Figure
from planmonitor.assessment.plans import Known
from planmonitor.assessment.records import Acceptance, MemberUnit
from planmonitor.model.periods import ADMINISTRATIVE, Window
from planmonitor.model.plans import Plan
from planmonitor.workspace.opening import TIME_ZONE, Workspace

if TYPE_CHECKING:
    from planmonitor.storage import Database


class Recorded(NamedTuple):
    """All that the database holds at one moment, of the places of a workspace; each figure in its latest revision."""

    figures: tuple[Figure, ...]
    units: tuple[MemberUnit, ...]
    acceptances: tuple[Acceptance, ...]
    received: Mapping[tuple[str, str, str, date, date], datetime]
    """When each total first came in, by definition, place, unit, first and last day."""


class Latest(NamedTuple):
    """The latest revision of a figure, with the measure or population it is known by and the data window of that."""

    figure: Figure
    name: str
    window: Window


def recorded_at(workspace: Workspace, database: Database, instant: datetime | None = None) -> Recorded:
    """Return what was recorded of the workspace's places by an instant; None for all that is recorded."""
    places = {"", workspace.place_key(workspace.file.place), *map(workspace.place_of, workspace.followed())}
    with database.reading() as held:
        return Recorded(
            figures=held.known_at(instant, places=places),
            units=held.units(instant),
            acceptances=held.acceptances(instant),
            received=held.first_received(instant, TIME_ZONE, places=places),
        )


def known_of(workspace: Workspace, recorded: Recorded, plan: Plan) -> Known:
    """Return what is known of the place of a plan; figures recorded while the place was open count as its own."""
    here = {workspace.place_of(plan), ""}
    latest = {figure.key[:1] + figure.key[2:]: figure for figure in sorted(recorded.figures, key=lambda item: item.revision) if figure.place in here}
    return Known(
        figures=tuple(latest.values()),
        units=tuple(unit for unit in recorded.units if unit.place in here),
        acceptances=recorded.acceptances,
        calendar=workspace.file.calendar,
        received={(key[0], *key[2:]): instant for key, instant in recorded.received.items() if key[1] in here},
    )


def history(workspace: Workspace, name: str) -> tuple[tuple[Figure, ...], Mapping[str, str]]:
    """Return all revisions of the figures of a measure or base population, and the names of units and members by id."""
    if name in workspace.catalogue.populations:
        definition, place, units = name, workspace.place_key(workspace.file.place), {}
    else:
        plan, measure = workspace.measure(name)
        definition, place = measure.definition.key, workspace.place_of(plan)
        units = {unit.id: unit.name for unit in plan.units}
    with workspace.database(read_only=True) as database, database.reading() as held:
        names = units | {member.id: member.name for member in held.units(None)}
        return tuple(figure for figure in held.history(definition) if figure.place in {place, ""}), names


def latest(workspace: Workspace) -> list[Latest]:
    """Return the latest figures of the plans followed, each once, and those of the base populations."""
    with workspace.database(read_only=True) as database:
        recorded = recorded_at(workspace, database)
    found: dict[object, Latest] = {}
    for plan in workspace.followed():
        names = {measure.definition.key: (plan.measure_id(measure), plan.window_of(measure)) for measure in reversed(plan.measures)}
        for figure in known_of(workspace, recorded, plan).figures:
            if figure.definition in names:
                found.setdefault(figure.key, Latest(figure, *names[figure.definition]))
    populations = workspace.catalogue.populations
    return [*found.values(), *(Latest(item, item.definition, ADMINISTRATIVE) for item in recorded.figures if item.definition in populations)]
