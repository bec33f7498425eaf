"""`monitor plugins`: what is installed, what is enabled, what is broken and why."""

from __future__ import annotations

from collections.abc import Sequence
from time import perf_counter
from typing import Any, NamedTuple

import click
from planmonitor import Message
from planmonitor.registry.installed import Installed, installed, prefix_of
from planmonitor_exchange.machine.rows import Row
from planmonitor_exchange.speaking.paragraphs import wrapped
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.commands import plugins_check, plugins_new
from planmonitor_cli.commands.init_command import unknown_plugin
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.options import Command, Group, format_option, option
from planmonitor_cli.output import echo, print_json, print_rows, table, tell
from planmonitor_cli.plugins import load
from planmonitor_cli.session import Session, finish, workspace_folder
from planmonitor_cli.workspace import NoWorkspace, change_names, read

STATE_WORDS = {"enabled": N_("enabled"), "disabled": N_("disabled"), "broken": N_("broken"), "missing": N_("enabled, not installed")}
LISTED = (N_("Plugin"), N_("Version"), N_("Distribution"), N_("State"), N_("Plans"))
WIDTHS = (24, 8, 16, 12, 32)
"""Widest the columns of the list may be: a screen has about a hundred letters."""
ALL = (*LISTED[:4], N_("Reason"), LISTED[4])
VERBOSE = (*ALL, N_("Hooks"), N_("Checks"), N_("Loaded in (ms)"))
KEYS = ("name", "version", "distribution", "state", "reason", "plans")
"""What JSON tells of a plugin; with --verbose it tells all of `PluginRow`."""


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


class PluginRow(NamedTuple):
    """One plugin as it is listed."""

    name: str
    version: str | None
    distribution: str | None
    state: str
    reason: Message | None
    plans: list[str]
    hooks: list[str]
    checks: int
    milliseconds: int


@command.command(
    "list",
    cls=Command,
    help=N_("List all installed plugins with their state and plans."),
    examples=("monitor plugins list", "monitor plugins list --verbose", "monitor plugins list --format json"),
)
@option("--verbose", is_flag=True, help=N_("Also the hooks each answers, how many checks it brings, and how long it takes to load."))
@format_option
@click.pass_obj
def list_plugins(invocation: Invocation, verbose: bool, how: str) -> None:
    """Print one line per plugin; exit code 1 where an enabled one is broken."""
    say = Speaker()
    enabled = _enabled(invocation)
    available = installed()
    rows = [_row(name, available, name in enabled) for name in sorted({*available, *enabled})]
    if how == "json":
        print_json([_as_json(row, say, verbose) for row in rows])
    elif how != "table":
        headers = VERBOSE if verbose else ALL
        print_rows(tuple(map(say, headers)), [_cells(row, say, headers) for row in rows], how)
    elif verbose:
        echo("\n\n".join(_block(row, say) for row in rows))
    else:
        print_rows(tuple(map(say, LISTED)), [_cells(row, say, LISTED, "\n") for row in rows], how, WIDTHS)
        for row in rows:
            if row.reason is not None:
                echo(wrapped(f"{row.name}: {say.message(row.reason)}", following="  "))
    finish(1 if any(row.state in {"broken", "missing"} and row.name in enabled for row in rows) else 0)


def _enabled(invocation: Invocation) -> tuple[str, ...]:
    """Return the enabled names; none outside a workspace. No plugin is loaded: that is measured later."""
    try:
        return read(workspace_folder(invocation)).plugins
    except NoWorkspace:
        if invocation.workspace is not None:
            raise
        return ()


def _row(name: str, available: dict[str, Installed], enabled: bool) -> PluginRow:
    """Load one plugin alone and return what is to be told of it."""
    began = perf_counter()
    catalogue = load([name], available)
    milliseconds = round((perf_counter() - began) * 1000)
    plugin = available.get(name)
    reason = next((problem.message for problem in catalogue.problems), None)
    loaded = next(iter(catalogue.loaded), None)
    return PluginRow(
        name=name,
        version=plugin.version if plugin else None,
        distribution=plugin.distribution if plugin else None,
        state="missing" if plugin is None else "broken" if reason is not None else "enabled" if enabled else "disabled",
        reason=reason,
        plans=[plan.id for plan in loaded.plans] if loaded else [],
        hooks=list(loaded.hooks) if loaded else [],
        checks=len(loaded.checks) if loaded else 0,
        milliseconds=milliseconds,
    )


def _as_json(row: PluginRow, say: Speaker, verbose: bool) -> dict[str, Any]:
    told = {**row._asdict(), "reason": say.message(row.reason) or None}
    return told if verbose else {key: told[key] for key in KEYS}


def _cells(row: PluginRow, say: Speaker, headers: Sequence[str], between: str = ", ") -> Row:
    """Return a plugin's cells under some headings; `between` stands between several plans or hooks of one cell."""
    cells = (
        *(row.name, row.version or "", row.distribution or "", say(STATE_WORDS[row.state]), say.message(row.reason)),
        *(between.join(row.plans), between.join(row.hooks), str(row.checks), str(row.milliseconds)),
    )
    return tuple(cell for heading, cell in zip(VERBOSE, cells, strict=True) if heading in headers)


def _block(row: PluginRow, say: Speaker) -> str:
    """Return all there is to tell of a plugin, one thing below the other."""
    headings, cells = tuple(map(say, VERBOSE)), _cells(row, say, VERBOSE, "\n")
    return table((headings[0], cells[0]), [pair for pair in zip(headings[1:], cells[1:], strict=True) if pair[1]], (20, 78))


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
    say, available = session.say, installed()
    for name in names:
        if name not in available:
            raise unknown_plugin(name, available)
    chosen = tuple(dict.fromkeys([*session.workspace.plugins, *names]))
    catalogue = load(names, available)
    change_names(session.workspace, "plugins", chosen)
    echo(say(N_("Plugins enabled: {names}"), names=chosen))
    here = session.workspace.place
    for plan in catalogue.plans.values():
        if plan.place is None or not here or plan.place.is_called(here) or not plan.place.key:
            echo(f"  monitor plans follow {plan.id}")
    for problem in catalogue.problems:
        tell(say.problem(problem))
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
    say, workspace = session.say, session.workspace
    for name in names:
        if name not in workspace.plugins:
            raise unknown_plugin(name, {item: Installed(item, ()) for item in workspace.plugins})
    prefixes = tuple(f"{prefix_of(name)}/" for name in names)
    change_names(workspace, "plans", [plan for plan in workspace.plans if not plan.startswith(prefixes)])
    change_names(workspace, "plugins", [name for name in workspace.plugins if name not in names])
    echo(say(N_("Plugins enabled: {names}"), names=tuple(name for name in workspace.plugins if name not in names) or say(N_("none"))))


command.add_command(plugins_new.new)
command.add_command(plugins_check.check)
