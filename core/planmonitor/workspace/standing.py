"""Which figures stand: the newest of each place, those among them that were recorded while the workspace did not say which place it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from attrs import evolve

from planmonitor.assessment.records import WITHDRAWN, Figure
from planmonitor.workspace.opening import Workspace

if TYPE_CHECKING:
    from planmonitor.storage.database import Reading


def figures_by_place(workspace: Workspace, held: Reading, instant: datetime | None = None) -> dict[str, tuple[Figure, ...]]:
    """Return the figures that stand at an instant, by place: first those of the workspace, then others that its database has; as they were recorded.

    What was recorded while the place was open is of the place named since: a later revision replaces it, or takes it back, wherever each stands.
    """
    known, ours = held.known_at(instant), workspace.places()
    others = sorted({figure.place for figure in known} - ours - {""})
    return {place: _newest(of_place(place, known)) for place in sorted(ours)} | {
        place: _newest(figure for figure in known if figure.place == place) for place in others
    }


def all_figures(workspace: Workspace, held: Reading) -> tuple[Figure, ...]:
    """Return all figures that stand now, those of the workspace first."""
    return tuple(figure for figures in figures_by_place(workspace, held).values() for figure in figures)


def of_place(place: str, figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures of a place among some, those recorded while it was open as its own."""
    return [figure if figure.place == place else evolve(figure, place=place) for figure in figures if figure.place in {place, ""}]


def _newest(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    newest = {figure.key: figure for figure in sorted(figures, key=lambda figure: figure.revision)}
    return tuple(figure for figure in newest.values() if figure.state != WITHDRAWN)
