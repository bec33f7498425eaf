"""Which plugins a workspace enables, and which of their plans it follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planmonitor.messages import N_, BadData, Hint, Message, UnknownName
from planmonitor.model.plans import Plan
from planmonitor.names import offer, pick
from planmonitor.registry.catalogue import Catalogue
from planmonitor.registry.installed import Installed, installed, plugin_of, prefix_of
from planmonitor.registry.loading import load
from planmonitor.workspace.opening import Workspace, one_plan


def find_plan(workspace: Workspace, name: str) -> Plan:
    """Return a plan by its id or the end of it, followed or not; its file is read for it.

    Raises:
        BadData: where its file cannot be read, or is still a draft.
        UnknownName: where no enabled plugin has it; near misses are named.
    """
    plan_id = one_plan(name, workspace.catalogue.plan_ids)
    plan = workspace.catalogue.plans.get(plan_id)
    if plan is None:
        problem = next(problem for problem in workspace.catalogue.problems if problem.plugin == plan_id)
        raise BadData(problem.message.template, None, **problem.message.values)
    return plan


def follow(workspace: Workspace, names: Sequence[str]) -> None:
    """Follow plans of the enabled plugins, and local plans.

    Args:
        workspace: The workspace; `monitor.toml` is changed once all names are found good.
        names: Their ids, or ends of ids.

    Raises:
        BadData: for a local plan that cannot be read, or is still a draft.
        UnknownName: for a plan that no enabled plugin has, or that belongs to another place.
    """
    chosen = list(workspace.file.plans)
    for name in names:
        plan = _followable(workspace, name)
        _same_place(workspace, plan)
        if plan.id not in chosen:
            chosen.append(plan.id)
    workspace.file = workspace.file.with_names("plans", chosen)


def unfollow(workspace: Workspace, names: Sequence[str]) -> None:
    """Stop following plans; their recorded figures stay.

    Raises:
        UnknownName: for a plan that is not followed; near misses are named.
    """
    chosen = list(workspace.file.plans)
    for name in names:
        chosen.remove(one_plan(name, chosen))
    workspace.file = workspace.file.with_names("plans", chosen)


def enable(workspace: Workspace, names: Sequence[str]) -> Catalogue:
    """Enable plugins; no plan is followed yet.

    Returns:
        What these plugins brought, and what is wrong with them.

    Raises:
        UnknownName: for a plugin that is not installed; near misses are named.
    """
    available = installed()
    for name in names:
        need_plugin(name, available)
    brought = load(names, available, workspace.surroundings.trace)
    workspace.file = workspace.file.with_names("plugins", tuple(dict.fromkeys([*workspace.file.plugins, *names])))
    return brought


def disable(workspace: Workspace, names: Sequence[str]) -> None:
    """Disable plugins; their plans are no longer followed, their recorded figures stay.

    Raises:
        UnknownName: for a plugin that is not enabled; near misses are named.
    """
    file = workspace.file
    for name in names:
        need_plugin(name, dict.fromkeys(file.plugins))
    prefixes = tuple(f"{prefix_of(name)}/" for name in names)
    file = file.with_names("plans", [plan for plan in file.plans if not plan.startswith(prefixes)])
    workspace.file = file.with_names("plugins", [name for name in file.plugins if name not in names])


def need_plugin(name: str, known: Mapping[str, Installed | None]) -> None:
    """Raise UnknownName where a plugin is not among those known; near misses are named."""
    if name not in known:
        raise UnknownName(N_("There is no plugin '{name}'."), offer(name, tuple(known)), name=name)


def _followable(workspace: Workspace, name: str) -> Plan:
    try:
        return find_plan(workspace, name)
    except UnknownName:
        offered = load(installed(), trace=workspace.surroundings.trace)
        for plan in pick(name, offered.plan_ids):
            plugin = plugin_of(plan)
            hint = Hint.of("enable-plugin", plugin=plugin)
            raise UnknownName(N_("Plan '{name}' belongs to plugin {plugin}, which is not enabled."), hint, name=name, plugin=plugin) from None
        one_plan(name, offered.plan_ids)
        raise


def _same_place(workspace: Workspace, plan: Plan) -> None:
    here = workspace.place_key(workspace.file.place)
    if here and plan.place is not None and plan.place.key and plan.place.key != here:
        raise UnknownName(
            N_("Plan {plan} belongs to {theirs}, this workspace to {ours}."),
            Message.of(N_("Create one workspace for each place.")),
            plan=plan.id,
            theirs=plan.place.name or plan.place.key,
            ours=workspace.place_name(),
        )
