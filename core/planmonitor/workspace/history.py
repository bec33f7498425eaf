"""What is recorded: every revision of a measure's figures, or the latest of all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from planmonitor.assessment.figures import Figure
from planmonitor.model.periods import ADMINISTRATIVE, Window
from planmonitor.workspace.judging import known_of, recorded_at
from planmonitor.workspace.opening import Workspace


def history(workspace: Workspace, name: str) -> tuple[tuple[Figure, ...], Mapping[str, str]]:
    """Return all revisions of the figures of a measure or base population, in the order they were recorded.

    Args:
        workspace: The workspace.
        name: Id of a measure or base population, or the end of one.

    Returns:
        The figures at the place of the plan, and the names of its units and members by id.

    Raises:
        UnknownName: where there is no such measure.
    """
    if name in workspace.catalogue.populations:
        definition, place, units = name, workspace.place_key(workspace.file.place), {}
    else:
        followed, measure = workspace.measure(name)
        definition, place = measure.definition.key, workspace.place_of(followed.plan)
        units = {unit.id: unit.name for unit in followed.plan.units}
    with workspace.database(read_only=True) as database, database.reading() as held:
        names = units | {member.id: member.name for member in held.units(None)}
        return tuple(figure for figure in held.history(definition) if figure.place in {place, ""}), names


class Latest(NamedTuple):
    """The latest revision of a figure, with the measure or population it is known by and the data window of that."""

    figure: Figure
    name: str
    window: Window


def latest(workspace: Workspace) -> list[Latest]:
    """Return the latest figures of the plans followed, each once, and those of the base populations."""
    with workspace.database(read_only=True) as database:
        recorded = recorded_at(workspace, database)
    found: dict[object, Latest] = {}
    for plan in (item.plan for item in workspace.followed()):
        names = {measure.definition.key: (plan.measure_id(measure), plan.window_of(measure)) for measure in reversed(plan.measures)}
        for figure in known_of(workspace, recorded, plan).figures:
            if figure.definition in names:
                found.setdefault(figure.key, Latest(figure, *names[figure.definition]))
    populations = [Latest(figure, figure.definition, ADMINISTRATIVE) for figure in recorded.figures]
    return [*found.values(), *(item for item in populations if item.name in workspace.catalogue.populations)]
