"""`monitor plugins check`: hold plugins against the contract that every plugin keeps."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import EntryPoint
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click
from planmonitor import BadData, Message, UnknownName
from planmonitor.registry.ageing import ageing
from planmonitor.registry.catalogue import Loaded, Problem
from planmonitor.registry.installed import PROJECT, Installed, installed
from planmonitor.workspace.following import plugins_called
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import finish
from planmonitor_cli.options import Command, option
from planmonitor_cli.plugins import load, renewal
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens.examined import Examined, Since, print_examined

if TYPE_CHECKING:
    from planmonitor.contract.breaches import Breach
    from planmonitor.contract.projects import Project


WHEEL = ".whl"
"""What the name of a wheel ends in."""


@click.command(
    "check",
    cls=Command,
    help=N_(
        "Hold plugins against what every plugin must keep: all installed ones, the one named, or the plan folder or wheel at a path, "
        "which need not be installed (write ./NAME for a folder called like an installed plugin)."
    ),
    examples=(
        "monitor plugins check",
        "monitor plugins check child_labour",
        "monitor plugins check ./child_labour",
        "monitor plugins check ./child_labour --against planmonitor_child_labour-1.0.0-py3-none-any.whl",
    ),
)
@click.argument("plugin", required=False, default=None, metavar="[NAME|PATH]")
@option(
    "--against",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help=N_("The wheel of an earlier release: what went, changed or came since then, and whether the version was raised as that asks for."),
)
@answer_options
@click.pass_obj
def check(invocation: Invocation, plugin: str | None, against: Path | None, printer: Printer) -> None:
    """Print one line per plugin that passes, else what it breaks; exit code 1 where one breaks anything."""
    available, debug = installed(), invocation.debug
    with TemporaryDirectory(prefix="monitor-") as made:
        room = Path(made)
        if plugin is None:
            examined = _installed(tuple(available), available, debug)
        elif plugin not in available and plugin.endswith(WHEEL):
            examined = _in_wheel(Path(plugin), room / "plugin", available, debug)
        elif plugin not in available and _is_path(plugin):
            examined = _in_folder(Path(plugin), available, debug)
        else:
            examined = _installed(plugins_called([plugin], available), available, debug)
        if against is not None:
            examined = _since(examined, against, room / "against")
    print_examined(examined, printer)
    finish(1 if any(item.breaches for item in examined) else 0)


def _is_path(name: str) -> bool:
    return Path(name).exists() or "/" in name or "\\" in name or name.endswith(".toml")


def _installed(names: tuple[str, ...], available: dict[str, Installed], debug: bool) -> list[Examined]:
    """Examine installed plugins, together where they are several."""
    from planmonitor.contract.examination import examine

    catalogue = load(names, available, debug=debug)
    found = {loaded.plugin.name: loaded for loaded in catalogue.loaded} | {problem.plugin: problem for problem in catalogue.problems}
    examined = []
    for plugin in (available[name] for name in names):
        breaches = examine(found[plugin.name], catalogue.loaded)
        examined.append(
            Examined(plugin.name, plugin.distribution, plugin.version, breaches, plugin.offers[0].value, renew=_going(found[plugin.name]))
        )
    return examined


def _going(found: Loaded | Problem) -> Message | None:
    """Return what a plugin uses that is going, all its files having been read."""
    return next(map(renewal, ageing([found])), None) if isinstance(found, Loaded) else None


def _in_wheel(path: Path, room: Path, available: dict[str, Installed], debug: bool) -> list[Examined]:
    """Examine the plugins of a wheel, unpacked into an empty folder, whatever is installed under their names.

    Raises:
        BadData: where the file is no wheel, or registers no plugin.
    """
    from planmonitor.contract.wheels import unpacked

    room.mkdir()
    return _in_project(unpacked(path, room), available, debug)


def _in_folder(path: Path, available: dict[str, Installed], debug: bool) -> list[Examined]:
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
    return _in_project(read_project(folder), available, debug)


def _in_project(project: Project, available: dict[str, Installed], debug: bool) -> list[Examined]:
    examined = []
    for name, target in project.plugins.items():
        breaches, going = _own_copy(project, name, available, debug)
        examined.append(Examined(name, project.name, project.version, breaches, target, project.source_of(name), renew=going))
    return examined


def _own_copy(project: Project, name: str, available: dict[str, Installed], debug: bool) -> tuple[tuple[Breach, ...], Message | None]:
    """Examine the copy of a plugin that lies in a folder; return what it breaks, and what it uses that is going."""
    from planmonitor.contract.examination import examine
    from planmonitor.contract.projects import copied

    offered = Installed(name, (EntryPoint(name, project.plugins[name], PROJECT),))
    with _importing_from(project.source_of(name)):
        catalogue = load([name], {**available, name: offered}, debug=debug)
        for loaded in catalogue.loaded:
            breaches = examine(loaded) if project.holds(loaded) else (copied(loaded, project.folder),)
            return breaches, _going(loaded)
        return examine(catalogue.problems[0]), None


def _since(examined: list[Examined], wheel: Path, room: Path) -> list[Examined]:
    """Return those of some plugins that an earlier release holds too, with what changed; what breaks already is not compared.

    Raises:
        BadData: where the wheel cannot be read, or holds none of them.
    """
    from planmonitor.contract.describing import described
    from planmonitor.contract.releases import changes, lowest_version, not_raised
    from planmonitor.contract.wheels import unpacked

    room.mkdir()
    release = unpacked(wheel, room)
    both = [item for item in examined if item.plugin in release.plugins]
    if not both:
        hint = Message.of(N_("It holds: {names}"), names=tuple(release.plugins))
        raise BadData(N_("{file} holds no release of {plugins}."), hint, file=str(wheel), plugins=tuple(item.plugin for item in examined))
    compared = []
    for item in both:
        if not item.breaches:
            earlier = described({item.plugin: release.plugins[item.plugin]}, room, release.version)[item.plugin]
            now = described({item.plugin: item.target}, item.folder, item.version)[item.plugin]
            found = changes(earlier, now)
            since = Since(earlier.version, lowest_version(earlier.version, found), found)
            item = item._replace(since=since, breaches=not_raised(item.plugin, earlier, now, found))
        compared.append(item)
    return compared


@contextmanager
def _importing_from(folder: Path) -> Iterator[None]:
    """Let modules be found in a folder before anywhere else, here and in the processes begun meanwhile."""
    entry = str(folder.absolute())
    sys.path.insert(0, entry)
    try:
        yield
    finally:
        sys.path.remove(entry)
