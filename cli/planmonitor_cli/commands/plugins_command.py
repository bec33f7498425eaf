"""`monitor plugins`: what is installed, what is enabled, what is broken and why."""

from __future__ import annotations

from time import perf_counter
from typing import Any

import click
from planmonitor.registry.ageing import ageing
from planmonitor.registry.installed import Installed, installed
from planmonitor.workspace import following
from planmonitor_exchange.machine.columns import PLUGINS, PLUGINS_VERBOSE
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.commands import plugins_check, plugins_install, plugins_new
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.layout import wrapped
from planmonitor_cli.opened import finish, opened, workspace_file_or_none
from planmonitor_cli.options import Command, Group, option
from planmonitor_cli.output import echo, table
from planmonitor_cli.plugins import load, renewal
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens.plugins import LISTED, VERBOSE, WHOLE, PluginRow, block_of, cells_of

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


@command.command(
    "list",
    cls=Command,
    help=N_("List all installed plugins with their state and plans."),
    examples=("monitor plugins list", "monitor plugins list --verbose", "monitor plugins list --format json"),
)
@option("--verbose", is_flag=True, help=N_("Also the hooks each answers, how many checks it brings, and how long it takes to load."))
@answer_options
@click.pass_obj
def list_plugins(invocation: Invocation, verbose: bool, printer: Printer) -> None:
    """Print one line per plugin; exit code 1 where an enabled one is broken."""
    say = Speaker()
    # No plugin is loaded yet: how long it takes is measured below.
    file = workspace_file_or_none(invocation)
    enabled = () if file is None else file.plugins
    available = installed()
    rows = [_row(name, available, name in enabled, invocation.debug) for name in sorted({*available, *enabled})]
    if printer.how == "json":
        printer.json([_as_json(row, say, verbose) for row in rows])
    elif printer.how == "csv":
        printer.records(PLUGINS_VERBOSE if verbose else PLUGINS, [_as_json(row, say, verbose) for row in rows])
    elif printer.how == "markdown":
        headers = VERBOSE if verbose else WHOLE
        printer.rows(tuple(map(say, headers)), [cells_of(row, say, headers) for row in rows])
    elif verbose:
        printer.text("\n\n".join(block_of(row, say) for row in rows))
    else:
        listed = table(tuple(map(say, LISTED)), [cells_of(row, say, LISTED, "\n") for row in rows])
        told = [(row.name, said) for row in rows for said in (row.reason, row.renew) if said is not None]
        reasons = [wrapped(f"{name}: {say.message(said)}", following="  ") for name, said in told]
        printer.text("\n".join([listed, *reasons]))
    finish(1 if any(row.state in {"broken", "missing"} and row.name in enabled for row in rows) else 0)


def _row(name: str, available: dict[str, Installed], enabled: bool, debug: bool) -> PluginRow:
    """Load one plugin alone and return what is to be told of it."""
    began = perf_counter()
    catalogue = load([name], available, debug=debug)
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
        renew=next(map(renewal, ageing(catalogue.loaded)), None),
    )


def _as_json(row: PluginRow, say: Speaker, verbose: bool) -> dict[str, Any]:
    told = {**row._asdict(), "reason": say.message(row.reason) or None, "renew": say.message(row.renew) or None}
    return told if verbose else {key: told[key] for key in KEYS}


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
    say = Speaker()
    with opened(invocation) as workspace:
        brought = following.enable(workspace, names)
        echo(say(N_("Plugins enabled: {names}"), names=workspace.file.plugins))
        here = workspace.file.place
        for plan in brought.plans.values():
            if plan.place is None or not here or plan.place.is_called(here) or not plan.place.key:
                echo(f"  monitor plans follow {plan.id}")


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
    say = Speaker()
    with opened(invocation) as workspace:
        following.disable(workspace, names)
        echo(say(N_("Plugins enabled: {names}"), names=workspace.file.plugins or say(N_("none"))))


command.add_command(plugins_new.new)
command.add_command(plugins_check.check)
command.add_command(plugins_install.install)
