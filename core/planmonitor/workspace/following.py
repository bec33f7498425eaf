"""Creating a workspace, and choosing: which plugins it enables, and which of their plans it follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from attrs import frozen

from planmonitor.messages import N_, BadData, Hint, Message, UnknownName
from planmonitor.model.plans import Plan
from planmonitor.names import Named, find, offer, pick
from planmonitor.registry.catalogue import Catalogue, Problem
from planmonitor.registry.installed import installed, plugin_of, prefix_of
from planmonitor.registry.loading import load
from planmonitor.workspace.file import DATABASE, WorkspaceFile, write_workspace
from planmonitor.workspace.naming import PLAN, only, plan_named
from planmonitor.workspace.opening import TIME_ZONE, Surroundings, Workspace
from planmonitor.workspace.places import alike, code_on, key_meant, of_year, place_on, told_of

ONE_EACH = Message.of(N_("Create one workspace for each place."))


@frozen
class Created:
    """A new workspace: the plans it follows, generic plans on offer to any place, and what is wrong with plugins that were looked at."""

    file: WorkspaceFile
    follow: tuple[Plan, ...]
    on_offer: tuple[Plan, ...]
    problems: tuple[Problem, ...]


def create(folder: Path, surroundings: Surroundings, *, place: str = "", plugins: Sequence[str] = (), plans: Sequence[str] = ()) -> Created:
    """Create a workspace in a folder, with its first plugins and plans; the folder is made where there is none.

    The plugins of the plans are enabled too. The place is by default that of the plans; without plans every plan of the place is
    followed. Raises UnknownName for what no installed plugin has, for plans of two places, and where there is a workspace already.
    """
    from planmonitor.storage.file import create_or_upgrade

    available = installed()
    plugins = plugins_called(plugins, available)
    catalogue = load(available, available, surroundings.trace)
    follow = [_wanted(name, catalogue) for name in plans]
    on_offer: list[Plan] = []
    looked_at = tuple(plugins)
    day = surroundings.clock().astimezone(TIME_ZONE).date()
    here = _one_place(place, follow, day)
    if place and not plans:
        looked_at = looked_at or tuple(available)
        here, follow, on_offer = _of_place(place, day, looked_at, catalogue, named=bool(plugins))
    enabled = tuple(dict.fromkeys([*plugins, *(catalogue.plugin_of(plan).plugin.name for plan in follow)]))
    file = write_workspace(folder, place=here, plugins=enabled, plans=[plan.id for plan in follow], language=surroundings.language)
    create_or_upgrade(folder / DATABASE)
    problems = tuple(problem for problem in catalogue.problems if problem.plugin in {*enabled, *looked_at})
    return Created(file, tuple(follow), tuple(on_offer), problems)


def _wanted(name: str, catalogue: Catalogue) -> Plan:
    for problem in catalogue.problems:
        if problem.plugin == plugin_of(name):
            raise UnknownName(N_("Plan '{name}' cannot be followed: {problem}"), name=name, problem=problem)
    if name in catalogue.plans:
        return catalogue.plans[name]
    return catalogue.plans[only(name, [plan_named(plan) for plan in catalogue.plans.values()], PLAN).id]


def _one_place(place: str, follow: Sequence[Plan], day: date) -> str:
    """Return the one place of some plans, under what its figures are recorded; that given where they name none."""
    places = {plan.place.key: plan.place for plan in follow if plan.place is not None and plan.place.key}
    if len(places) > 1:
        named = tuple(place_on(found, day) for found in places.values())
        raise UnknownName(N_("The plans belong to several places: {places}."), ONE_EACH, places=named)
    if not places:
        return key_meant(place, (), day, of_year(max(plan.end for plan in follow))) if follow else place
    key, found = places.popitem()
    if place and not found.is_called(place) and key_meant(place, (found,), day) != key:
        other = N_("The plan belongs to {place}, not to '{given}'.")
        raise UnknownName(other, told_of(place, day), place=place_on(found, day), given=place)
    return key


def _of_place(place: str, day: date, plugins: Sequence[str], catalogue: Catalogue, *, named: bool) -> tuple[str, list[Plan], list[Plan]]:
    """Return a place as its figures are recorded, its plans among some plugins, and the generic ones; those of named plugins alone will do."""
    plans = [plan for plan in catalogue.plans.values() if catalogue.plugin_of(plan).plugin.name in plugins]
    key = key_meant(place, [plan.place for plan in plans if plan.place is not None], day)
    follow = [plan for plan in plans if plan.place is not None and plan.place.key == key]
    on_offer = [plan for plan in plans if plan.place is None]
    if follow or (named and on_offer):
        return key, follow, on_offer
    nobody, full = N_("No plan of the installed plugins belongs to '{place}'."), code_on(key, day)
    if not full and (near := alike(place, day)):
        raise UnknownName(nobody, Message.of(N_("Did you mean: {near}?"), near=near), place=place)
    generic = tuple(plan.id for plan in on_offer)
    otherwise = Hint.of("follow-generic-plan", plans=generic, place=place) if generic and place.strip() else Hint.of("begin-own-plan")
    raise UnknownName(nobody, otherwise, place=full or place)


def find_plan(workspace: Workspace, name: str, *, guess: bool = False) -> Plan:
    """Return the plan of an enabled plugin that goes by a name, followed or not, or raise what is wrong with its file.

    With `guess`, which is for commands that only read, a name that several go by means the one that is followed.
    """
    plan_id = workspace.plan_id(name, workspace.catalogue.plan_ids, guess=guess, first=workspace.file.plans if guess else ())
    plan = workspace.catalogue.plans.get(plan_id)
    if plan is None:
        problem = next(problem for problem in workspace.catalogue.problems if problem.plugin == plan_id)
        raise BadData(problem.message.template, None, **problem.message.values)
    return plan


def follow(workspace: Workspace, names: Sequence[str]) -> None:
    """Follow plans of the enabled plugins, and local plans; `monitor.toml` is changed once all names are found good."""
    chosen = [_followable(workspace, name).id for name in names]
    workspace.file = workspace.file.with_names("plans", list(dict.fromkeys([*workspace.file.plans, *chosen])))


def _followable(workspace: Workspace, name: str) -> Plan:
    """Return a plan that the workspace may follow: an enabled plugin has it, and it belongs to no other place."""
    try:
        plan = find_plan(workspace, name)
    except UnknownName:
        offered = load(installed(), trace=workspace.surroundings.trace)
        asleep = [plan_id for plan_id in offered.plan_ids if plan_id not in workspace.catalogue.plan_ids]
        named = [plan_named(plan) for plan in map(offered.plans.get, asleep) if plan is not None]
        for found in pick(name, asleep) or [item.id for item in find(name, named)]:
            plugin = plugin_of(found)
            hint = Hint.of("enable-plugin", plugin=plugin)
            raise UnknownName(N_("Plan '{name}' belongs to plugin {plugin}, which is not enabled."), hint, name=name, plugin=plugin) from None
        only(name, [*map(plan_named, workspace.catalogue.plans.values()), *named], PLAN)
        raise
    here = workspace.place_key(workspace.file.place)
    if here and plan.place is not None and plan.place.key not in {"", here}:
        other = N_("Plan {plan} belongs to {theirs}, this workspace to {ours}.")
        raise UnknownName(other, ONE_EACH, plan=plan.id, theirs=workspace.place_today(plan.place), ours=workspace.place_today())
    return plan


def unfollow(workspace: Workspace, names: Sequence[str]) -> None:
    """Stop following plans; their recorded figures stay."""
    chosen = list(workspace.file.plans)
    for name in names:
        chosen.remove(workspace.plan_id(name, chosen))
    workspace.file = workspace.file.with_names("plans", chosen)


def enable(workspace: Workspace, names: Sequence[str]) -> Catalogue:
    """Enable plugins, and return what these brought and what is wrong with them; no plan is followed yet."""
    available = installed()
    names = plugins_called(names, available)
    brought = load(names, available, workspace.surroundings.trace)
    workspace.file = workspace.file.with_names("plugins", tuple(dict.fromkeys([*workspace.file.plugins, *names])))
    return brought


def disable(workspace: Workspace, names: Sequence[str]) -> None:
    """Disable plugins; their plans are no longer followed, their recorded figures stay."""
    file = workspace.file
    names = plugins_called(names, file.plugins)
    prefixes = tuple(f"{prefix_of(name)}/" for name in names)
    file = file.with_names("plans", [plan for plan in file.plans if not plan.startswith(prefixes)])
    workspace.file = file.with_names("plugins", [name for name in file.plugins if name not in names])


def plugins_called(names: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    """Return the names of plugins, however they are spelled ("child-labour"), or raise UnknownName with near misses for one that is not known.

    No plugin is imported to be asked what its programme is called: what is not enabled is not run.
    """
    plugins = [Named(plugin) for plugin in known]
    found = {name: find(name, plugins) for name in names}
    for name, called in found.items():
        if len(called) != 1:
            raise UnknownName(N_("There is no plugin '{name}'."), offer(name, plugins), name=name)
    return tuple(called[0].id for called in found.values())
