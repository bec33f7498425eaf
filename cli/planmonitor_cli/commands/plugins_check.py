"""`monitor plugins check`: hold plugins against the contract that every plugin keeps."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click
from planmonitor import Message, UnknownName
from planmonitor.registry.installed import PROJECT, Installed, installed
from planmonitor.workspace.following import plugins_called
from planmonitor_exchange.machine.columns import BREACHES
from planmonitor_exchange.machine.rows import Row
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.opened import finish
from planmonitor_cli.options import Command
from planmonitor_cli.plugins import load
from planmonitor_cli.printer import Printer, answer_options

if TYPE_CHECKING:
    from planmonitor.contract.breaches import Breach
    from planmonitor.contract.projects import Project


class Examined(NamedTuple):
    """One plugin, where it comes from, and what it breaks."""

    plugin: str
    distribution: str
    version: str
    breaches: tuple[Breach, ...]


@click.command(
    "check",
    cls=Command,
    help=N_(
        "Hold plugins against what every plugin must keep: all installed ones, the one named, or the plan folder at a path, "
        "which need not be installed (write ./NAME for a folder called like an installed plugin)."
    ),
    examples=("monitor plugins check", "monitor plugins check child_labour", "monitor plugins check ./child_labour"),
)
@click.argument("plugin", required=False, default=None, metavar="[NAME|PATH]")
@answer_options
def check(plugin: str | None, printer: Printer) -> None:
    """Print one line per plugin that passes, else what it breaks; exit code 1 where one breaks anything."""
    available = installed()
    if plugin is None:
        examined = _installed(tuple(available), available)
    elif plugin not in available and _is_path(plugin):
        examined = _in_folder(Path(plugin))
    else:
        examined = _installed(plugins_called([plugin], available), available)
    _print(examined, printer)
    finish(1 if any(item.breaches for item in examined) else 0)


def _is_path(name: str) -> bool:
    return Path(name).exists() or "/" in name or "\\" in name or name.endswith(".toml")


def _installed(names: tuple[str, ...], available: dict[str, Installed]) -> list[Examined]:
    """Examine installed plugins, together where they are several."""
    from planmonitor.contract.examination import examine

    catalogue = load(names, available)
    found = {loaded.plugin.name: loaded for loaded in catalogue.loaded} | {problem.plugin: problem for problem in catalogue.problems}
    return [Examined(name, available[name].distribution, available[name].version, examine(found[name], catalogue.loaded)) for name in names]


def _in_folder(path: Path) -> list[Examined]:
    """Examine the plugins that the plan folder at a path registers, whatever is installed under their names.

    Raises:
        UnknownName: where the path is no folder.
        BadData: where the folder registers no plugin, or its pyproject.toml cannot be read.
    """
    from planmonitor.contract.projects import FILE, read_project

    folder = path.parent if path.name == FILE else path
    if path.suffix == ".toml" and path.name != FILE:
        raise UnknownName(
            N_("'{path}' is no plan folder."), Message.of(N_("For a plan in a file: monitor plans check {path}"), path=str(path)), path=str(path)
        )
    if not folder.is_dir():
        raise UnknownName(N_("There is no plan folder '{path}'."), Message.of(N_("Name the folder that holds its pyproject.toml.")), path=str(path))
    project = read_project(folder)
    return [Examined(name, project.name, project.version, _own_copy(project, name)) for name in project.plugins]


def _own_copy(project: Project, name: str) -> tuple[Breach, ...]:
    """Examine the copy of a plugin that lies in a folder."""
    from planmonitor.contract.examination import examine
    from planmonitor.contract.projects import copied

    offered = Installed(name, (EntryPoint(name, project.plugins[name], PROJECT),))
    with _importing_from(project.source_of(name)):
        catalogue = load([name], {name: offered})
        for loaded in catalogue.loaded:
            return examine(loaded) if project.holds(loaded) else (copied(loaded, project.folder),)
        return examine(catalogue.problems[0])


@contextmanager
def _importing_from(folder: Path) -> Iterator[None]:
    """Let modules be found in a folder before anywhere else, here and in the processes begun meanwhile."""
    entry = str(folder.absolute())
    sys.path.insert(0, entry)
    try:
        yield
    finally:
        sys.path.remove(entry)


def _print(examined: list[Examined], printer: Printer) -> None:
    say = Speaker()
    if printer.how == "json":
        printer.json([_as_json(item, say) for item in examined])
    elif printer.how == "csv":
        printer.records(BREACHES, [record for item in examined for record in _records(_as_json(item, say))])
    elif printer.how == "table":
        rows = [(item.plugin, say.message(said)) for item in examined for said in _sentences(item)]
        printer.rows((say(N_("Plugin")), say(N_("Result"))), rows)
    else:
        headers = tuple(say(name) for name in (N_("Plugin"), N_("Rule"), N_("Plan"), N_("Field"), N_("What is wrong"), N_("What to do")))
        printer.rows(headers, [row for item in examined for row in _rows(item, say)])


def _sentences(item: Examined) -> list[Message]:
    return [breach.sentence for breach in item.breaches] or [Message.of(N_("passes"))]


def _rows(item: Examined, say: Speaker) -> Sequence[Row]:
    """Return one row for each breach, or one with its plugin alone where there is none."""
    found = [(item.plugin, one.rule, one.plan, _where(one), say.message(one.message), say.message(one.cure)) for one in item.breaches]
    return found or [(item.plugin, "", "", "", say(N_("passes")), "")]


def _where(one: Breach) -> str:
    return f"{one.field} ({one.place})" if one.place and one.place != one.field else one.field


def _records(examined: dict[str, Any]) -> list[dict[str, Any]]:
    """Return one object for each breach of a plugin, or one alone where there is none."""
    nothing = dict.fromkeys(("rule", "plan", "field", "message", "cure", "file", "line"))
    return [{**examined, **breach} for breach in examined["breaches"] or [nothing]]


def _as_json(item: Examined, say: Speaker) -> dict[str, Any]:
    return {
        "plugin": item.plugin,
        "distribution": item.distribution,
        "version": item.version,
        "passed": not item.breaches,
        "breaches": [_breach_json(one, say) for one in item.breaches],
    }


def _breach_json(one: Breach, say: Speaker) -> dict[str, Any]:
    said = {"rule": one.rule, "plan": one.plan, "field": one.field, "message": say.message(one.message), "cure": say.message(one.cure)}
    return {**said, "file": one.file or None, "line": one.line}
