"""`monitor plugins`: what is installed, what is enabled, what is broken and why."""

from __future__ import annotations

from typing import NamedTuple

import click
from planmonitor import Message
from planmonitor.registry import loading

from planmonitor_cli.catalogue import N_
from planmonitor_cli.commands.init_command import unknown_plugin
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.options import Command, Group, format_option
from planmonitor_cli.output import echo, print_json, print_rows, tell
from planmonitor_cli.session import Session, finish
from planmonitor_cli.words import Words
from planmonitor_cli.workspace import BadWorkspace, change_names

STATE_WORDS = {"enabled": N_("enabled"), "disabled": N_("disabled"), "broken": N_("broken"), "missing": N_("enabled, not installed")}


@click.group(
    "plugins",
    cls=Group,
    help=N_(
        "The plugins that carry plans: what is installed, enabled, broken and why. A plugin can do whatever you can: enable only those you trust."
    ),
    examples=("monitor plugins list", "monitor plugins enable child_labour"),
)
def command() -> None:
    """Group the commands on plugins."""


@command.command(
    "list",
    cls=Command,
    help=N_("List all installed plugins with their state and plans."),
    examples=("monitor plugins list", "monitor plugins list --format json"),
)
@format_option
@click.pass_obj
def list_plugins(invocation: Invocation, how: str) -> None:
    """Print one line per plugin; exit code 1 where an enabled one is broken."""
    words = Words()
    enabled = _enabled(invocation)
    available = loading.installed()
    catalogue = loading.load(dict.fromkeys([*available, *enabled]), available)
    rows = [_row(name, available, enabled, catalogue) for name in sorted({*available, *enabled})]
    if how == "json":
        print_json([{**row._asdict(), "reason": words.say(row.reason) or None} for row in rows])
    else:
        headers = tuple(words(name) for name in (N_("Plugin"), N_("Version"), N_("Distribution"), N_("State"), N_("Reason"), N_("Plans")))
        shown = [
            (
                row.name,
                row.version or "",
                row.distribution or "",
                words(STATE_WORDS[row.state]),
                words.say(row.reason),
                ", ".join(row.plans),
            )
            for row in rows
        ]
        print_rows(headers, shown, how, [None, None, None, None, 50, 60])
    finish(1 if any(row.state in {"broken", "missing"} and row.name in enabled for row in rows) else 0)


def _enabled(invocation: Invocation) -> tuple[str, ...]:
    """Return the enabled names; none outside a workspace."""
    try:
        return Session(invocation).workspace.plugins
    except BadWorkspace:
        if invocation.workspace is not None:
            raise
        return ()


class PluginRow(NamedTuple):
    """One plugin as it is listed."""

    name: str
    version: str | None
    distribution: str | None
    state: str
    reason: Message | None
    plans: list[str]


def _row(name: str, available: dict[str, loading.Installed], enabled: tuple[str, ...], catalogue: loading.Catalogue) -> PluginRow:
    plugin = available.get(name)
    problem = next((item for item in catalogue.problems if item.plugin == name), None)
    loaded = next((item for item in catalogue.loaded if item.plugin.name == name), None)
    state = "missing" if plugin is None else "broken" if problem is not None else "enabled" if name in enabled else "disabled"
    return PluginRow(
        name=name,
        version=plugin.version if plugin else None,
        distribution=plugin.distribution if plugin else None,
        state=state,
        reason=problem.message if problem else None,
        plans=[plan.id for plan in loaded.plans] if loaded else [],
    )


@command.command(
    "enable",
    cls=Command,
    help=N_("Enable plugins. No plan is followed yet: the lines to do so are printed."),
    examples=("monitor plugins enable child_labour",),
)
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.pass_obj
def enable(invocation: Invocation, names: tuple[str, ...]) -> None:
    """Add plugins to the enabled list in monitor.toml."""
    session = Session(invocation)
    words, available = session.words, loading.installed()
    for name in names:
        if name not in available:
            raise unknown_plugin(name, available)
    chosen = tuple(dict.fromkeys([*session.workspace.plugins, *names]))
    catalogue = loading.load(names, available)
    change_names(session.workspace, "plugins", chosen)
    echo(words(N_("Plugins enabled: {names}"), names=chosen))
    here = session.workspace.place
    for plan in catalogue.plans.values():
        if plan.place is None or not here or plan.place.is_called(here) or not plan.place.key:
            echo(f"  monitor plans follow {plan.id}")
    for problem in catalogue.problems:
        tell(words.problem(problem))
    finish(1 if catalogue.problems else 0)


@command.command(
    "disable",
    cls=Command,
    help=N_("Disable plugins; their plans are no longer followed, their recorded figures stay."),
    examples=("monitor plugins disable child_labour",),
)
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.pass_obj
def disable(invocation: Invocation, names: tuple[str, ...]) -> None:
    """Take plugins off the enabled list, and their plans off the list followed."""
    session = Session(invocation)
    words, workspace = session.words, session.workspace
    for name in names:
        if name not in workspace.plugins:
            raise unknown_plugin(name, {item: loading.Installed(item, ()) for item in workspace.plugins})
    prefixes = tuple(f"{loading.prefix_of(name)}/" for name in names)
    change_names(workspace, "plans", [plan for plan in workspace.plans if not plan.startswith(prefixes)])
    change_names(workspace, "plugins", [name for name in workspace.plugins if name not in names])
    echo(words(N_("Plugins enabled: {names}"), names=tuple(name for name in workspace.plugins if name not in names) or "-"))
