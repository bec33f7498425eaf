"""Plan folders: what a `pyproject.toml` registers, and which copy of a plugin is the one that was loaded."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from planmonitor.contract.breaches import Breach
from planmonitor.contract.importing import roots_of
from planmonitor.messages import N_, BadData, Message
from planmonitor.registry.catalogue import Loaded
from planmonitor.registry.installed import PROJECT

FILE = "pyproject.toml"


@frozen
class Project:
    """A folder whose `pyproject.toml` registers plugins."""

    folder: Path
    """The folder."""
    name: str
    """Name of its distribution; "" where it does not say."""
    version: str
    """Its version; "" where it does not say."""
    plugins: Mapping[str, str]
    """What each plugin's entry point names, by the plugin's name."""

    def source_of(self, plugin: str) -> Path:
        """Return the folder that must be on the import path for one of its plugins: itself, or its `src`."""
        top = re.split(r"[.:\s]", self.plugins[plugin].strip())[0]
        source = self.folder / "src"
        return source if (source / top).is_dir() or (source / f"{top}.py").is_file() else self.folder

    def holds(self, loaded: Loaded) -> bool:
        """Return whether a loaded plugin's files lie in this folder, and not in an environment inside it."""
        roots = roots_of(loaded.plugin.offers[0].module)
        inside = [root.resolve().relative_to(self.folder.resolve()) for root in roots if root.resolve().is_relative_to(self.folder.resolve())]
        return bool(inside) and all("site-packages" not in path.parts for path in inside)


def read_project(folder: Path) -> Project:
    """Return what the `pyproject.toml` of a plan folder registers.

    Args:
        folder: The plan folder.

    Raises:
        BadData: where there is no such file, it is no TOML in UTF-8, or it registers no plugin.
    """
    path = folder / FILE
    try:
        if not path.is_file():
            raise FileNotFoundError(path)
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise BadData(N_("There is no {file} in {folder}."), _registers(), file=FILE, folder=str(folder)) from None
    except (ValueError, ArithmeticError, RecursionError) as error:
        hint = Message.of(N_("Correct the line and run the command again."))
        raise BadData(N_("{file} cannot be read: {error}."), hint, file=str(path), error=str(error)) from error
    project = _table(content, "project")
    plugins = {name: value for name, value in _table(_table(project, "entry-points"), PROJECT).items() if isinstance(value, str)}
    if not plugins:
        raise BadData(N_("{file} registers no plugin."), _registers(), file=str(path))
    return Project(folder, str(project.get("name", "")), str(project.get("version", "")), plugins)


def _registers() -> Message:
    return Message.of(N_("A plan folder holds a pyproject.toml with the table [project.entry-points.planmonitor]."))


def _table(content: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = content.get(key)
    return value if isinstance(value, Mapping) else {}


def other_copy(loaded: Loaded, beside: Path) -> Breach | None:
    """Return a breach where a file stands in a plan folder, but the plugin loaded under its name is another copy.

    Args:
        loaded: The plugin that was loaded.
        beside: A file of the plan folder's tests.

    Returns:
        None where the folder's own plugin was loaded, installed or in place, or no folder above registers that name.
    """
    projects = [project for project in _projects_above(beside) if loaded.plugin.name in project.plugins]
    if not projects or any(_is_installed(project, loaded) or project.holds(loaded) for project in projects):
        return None
    return copied(loaded, projects[0].folder)


def copied(loaded: Loaded, folder: Path) -> Breach:
    """Return the breach of a plugin that was loaded from elsewhere than a plan folder."""
    return Breach(
        "loads",
        loaded.plugin.name,
        "entry point",
        Message.of(
            N_("the plugin loaded under this name is another copy, in {place}; the one in {folder} was not looked at"),
            place=", ".join(str(root) for root in roots_of(loaded.plugin.offers[0].module)),
            folder=str(folder),
        ),
        Message.of(
            N_("Uninstall the other copy and install the one in {folder}, or give this one a name of its own."),
            folder=str(folder),
        ),
    )


def _projects_above(path: Path) -> Iterator[Project]:
    for folder in path.absolute().parents:
        if (folder / FILE).is_file():
            try:
                yield read_project(folder)
            except BadData:
                continue  # The folder above a plan's may be any other project.


def _is_installed(project: Project, loaded: Loaded) -> bool:
    return bool(project.name) and _plain(project.name) == _plain(loaded.plugin.distribution)


def _plain(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()
