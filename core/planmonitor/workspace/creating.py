"""Creating a workspace: `monitor.toml` for a place with its plans, and an empty database beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from planmonitor.messages import N_, Hint, Message, UnknownName
from planmonitor.model.plans import Place, Plan
from planmonitor.names import offer
from planmonitor.registry.catalogue import Catalogue, Problem
from planmonitor.registry.installed import installed, plugin_of
from planmonitor.registry.loading import load
from planmonitor.workspace.file import DATABASE, WorkspaceFile, write_new
from planmonitor.workspace.following import need_plugin
from planmonitor.workspace.opening import Surroundings


@frozen
class Created:
    """A new workspace.

    Attributes:
        file: What its `monitor.toml` says.
        follow: The plans it follows.
        on_offer: Generic plans of its plugins, which any place can follow.
        problems: What is wrong with plugins that were looked at.
    """

    file: WorkspaceFile
    follow: tuple[Plan, ...]
    on_offer: tuple[Plan, ...]
    problems: tuple[Problem, ...]


def create(folder: Path, surroundings: Surroundings, *, place: str = "", plugins: Sequence[str] = (), plans: Sequence[str] = ()) -> Created:
    """Create a workspace in a folder.

    Args:
        folder: The folder; it is made where there is none.
        surroundings: Who creates it, and in what language.
        place: Code or name of the place; "" for that of the plans. Without plans, every plan of the place is followed.
        plugins: Plugins to enable.
        plans: Ids of plans to follow; their plugins are enabled.

    Raises:
        UnknownName: for a plan, plugin or place that no installed plugin has, for plans of two places, and where the folder
            holds a workspace already.
    """
    from planmonitor.storage.upgrade import create_or_upgrade

    available = installed()
    for name in plugins:
        need_plugin(name, available)
    catalogue = load(available, available, surroundings.trace)
    follow = [_wanted(name, catalogue) for name in plans]
    on_offer: list[Plan] = []
    here = _one_place(place, follow)
    looked_at = tuple(plugins) or (tuple(available) if place and not plans else ())
    if place and not plans:
        follow, on_offer = _of_place(place, looked_at, catalogue, named=bool(plugins))
        here = next((plan.place.key for plan in reversed(follow) if plan.place is not None), place)
    enabled = tuple(dict.fromkeys([*plugins, *(catalogue.plugin_of(plan).plugin.name for plan in follow)]))
    file = write_new(folder, place=here, plugins=enabled, plans=[plan.id for plan in follow], language=surroundings.language)
    create_or_upgrade(folder / DATABASE)
    problems = tuple(problem for problem in catalogue.problems if problem.plugin in {*enabled, *looked_at})
    return Created(file, tuple(follow), tuple(on_offer), problems)


def _wanted(name: str, catalogue: Catalogue) -> Plan:
    for problem in catalogue.problems:
        if problem.plugin == plugin_of(name):
            raise UnknownName(N_("Plan '{name}' cannot be followed: {problem}"), name=name, problem=problem)
    if name not in catalogue.plans:
        raise UnknownName(N_("There is no plan '{name}' here."), offer(name, tuple(catalogue.plans), Hint.of("see-plans")), name=name)
    return catalogue.plans[name]


def _one_place(place: str, follow: Sequence[Plan]) -> str:
    places = {plan.place.key: plan.place for plan in follow if plan.place is not None and plan.place.key}
    if len(places) > 1:
        hint = Message.of(N_("Create one workspace for each place."))
        raise UnknownName(N_("The plans belong to several places: {places}."), hint, places=tuple(map(_named, places.values())))
    of_plans = next(iter(places.values()), None)
    if place and of_plans is not None and not of_plans.is_called(place):
        raise UnknownName(N_("The plan belongs to {place}, not to '{given}'."), place=_named(of_plans), given=place)
    return of_plans.key if of_plans is not None else place


def _of_place(place: str, plugins: Sequence[str], catalogue: Catalogue, *, named: bool) -> tuple[list[Plan], list[Plan]]:
    """Return every plan of a place among some plugins, and the generic ones; those of named plugins alone will do."""
    plans = [plan for plan in catalogue.plans.values() if catalogue.plugin_of(plan).plugin.name in plugins]
    follow = [plan for plan in plans if plan.place is not None and plan.place.is_called(place)]
    on_offer = [plan for plan in plans if plan.place is None]
    if not follow and not (named and on_offer):
        known = tuple({plan.place.name for plan in plans if plan.place is not None and plan.place.name})
        hint = offer(place, known, Hint.of("begin-own-plan"))
        raise UnknownName(N_("No plan of the installed plugins belongs to '{place}'."), hint, place=place)
    return follow, on_offer


def _named(place: Place) -> str:
    return place.name or place.key
