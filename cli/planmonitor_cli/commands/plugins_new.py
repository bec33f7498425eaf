"""`monitor plugins new`: a new plan folder that installs, passes the contract and shows a status at once."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import click
from planmonitor import Message, Refusal
from planmonitor.names import slug
from planmonitor.registry.installed import LOCAL, installed, prefix_of
from planmonitor.workspace.opening import TIME_ZONE
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_, _

from planmonitor_cli.installing import install_line, quoted
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import local_now
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import echo
from planmonitor_cli.plan_draft import PlanDraft, read_draft
from planmonitor_cli.plugin_folder import draft_files, sample_files, write_plugin_folder

NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
DEVICES = frozenset({"aux", "con", "nul", "prn", *(f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10))})
"""What Windows keeps for devices: no folder there can be called so."""


@click.command(
    "new",
    cls=Command,
    help=N_(
        "Write a new plan folder: a complete plugin with a sample plan, a check and tests, to be changed into a plan of yours. "
        "With --from it carries the plan of a file instead, as 'plans scan' and 'plans adopt' write it, finished or not."
    ),
    examples=("monitor plugins new road_safety", "monitor plugins new road_safety --from plans/van-son-2026.toml --folder plugins"),
)
@click.argument("name")
@option("--from", "draft", type=click.Path(path_type=Path, dir_okay=False, exists=True), help=N_("A plan file to begin with."))
@option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=".",
    help=N_("Write the plan folder in this folder; by default in the current one."),
)
@click.pass_obj
def new(invocation: Invocation, name: str, draft: Path | None, folder: Path) -> None:
    """Write a plan folder and say what to do with it."""
    say = Speaker()
    _check_name(name)
    read = None if draft is None else read_draft(draft, name)
    year = (invocation.clock or local_now)().astimezone(TIME_ZONE).year
    files = sample_files(name, year) if read is None else draft_files(name, read)
    write_plugin_folder(folder, name, files)
    echo(say(N_("Plan folder written: {folder}"), folder=str(folder / name)))
    for file in sorted(files):
        echo(f"  {file}")
    for line in _said(name, read, say):
        echo(line)
    echo(_(N_("Next:")))
    for line in _next_lines((folder / name).resolve(), name, f"sample-{year}" if read is None else read.name):
        echo(f"  {line}")


def _said(name: str, read: PlanDraft | None, say: Speaker) -> Iterator[str]:
    """Yield what a new plan folder carries, and what is left to do in it."""
    if read is None:
        yield say(N_("It carries a sample plan. What to replace is marked CHANGE; README.md says how it is read."))
        return
    yield say(N_("It carries the plan as {plan}. What to write beside it is marked CHANGE."), plan=f"{prefix_of(name)}/{read.name}")
    if read.draft:
        yield say(N_("The plan is a draft: 'plugins check' names what is still to be written. Delete the line 'draft = true' last."))


def _check_name(name: str) -> None:
    """Raise where a plugin cannot have this name; installed plugins are looked at by name only, none is imported."""
    if not NAME.fullmatch(name):
        raise Refusal(
            N_("'{name}' is no name for a plugin: lower-case letters a-z, digits and single underscores, a letter first."),
            Message.of(N_("Try: monitor plugins new {offered}"), offered=_offered(name)),
            name=name,
        )
    if name == LOCAL:
        raise _taken(N_("The name '{name}' is kept for the plans that a place writes itself."), name=name)
    if keyword.iskeyword(name):
        raise _taken(N_("'{name}' is a word of the Python language and no name for a plugin."), name=name)
    if name in DEVICES:
        raise _taken(N_("'{name}' is the name of a device, and Windows has no folder called so."), name=name)
    for plugin in installed().values():
        if prefix_of(plugin.name) == prefix_of(name):
            raise _taken(
                N_("There is a plugin '{plugin}' already, of distribution {distribution}."), plugin=plugin.name, distribution=plugin.distribution
            )
    module = f"planmonitor_{name}"
    if found := find_spec(module):
        raise _taken(N_("Python finds a module '{module}' already: {file}."), module=module, file=found.origin or "-")


def _offered(name: str) -> str:
    """Return a name of a plugin that comes near: "Trồng-Cây" gives "trong_cay"."""
    plain = slug(name, default="plan").replace("-", "_")
    return plain if NAME.fullmatch(plain) else f"plan_{plain}"


def _taken(template: str, **values: str) -> Refusal:
    return Refusal(template, Message.of(N_("Choose another name.")), **values)


def _next_lines(target: Path, name: str, plan: str) -> tuple[str, ...]:
    """Return the commands that check a new plugin, install it and show its plan."""
    prefix = prefix_of(name)
    return (
        f"monitor plugins check {quoted(target)}",
        install_line(target),
        f"monitor init {prefix}-trial --plan {prefix}/{plan}",
        f"monitor status --workspace {prefix}-trial",
    )
