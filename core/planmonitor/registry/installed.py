"""The plugins that are installed, found by their entry points; none of them is imported."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from importlib.metadata import Distribution, EntryPoint, EntryPoints, distributions, entry_points
from importlib.util import find_spec
from pathlib import Path

from attrs import field, frozen

PROJECT = "planmonitor"
"""The group of entry points, and the project of hooks, that plugins join."""

LOCAL = "local"
"""Under this name stand the plans that a place writes itself, in files of its workspace; no plugin may have it."""

PLANS = "plans"
"""The folder of a plugin's package, or of a workspace, that holds plan files."""


@frozen
class Installed:
    """A plugin that is installed, loaded or not: its entry-point name, and the entry points of that name: several where distributions clash."""

    name: str
    offers: tuple[EntryPoint, ...] = field(repr=False)

    @property
    def distribution(self) -> str:
        """The distribution that offers it; all of them where they clash."""
        return ", ".join(sorted({_told(offer.dist, "Name") for offer in self.offers if offer.dist}))

    @property
    def version(self) -> str:
        """The version of that distribution."""
        return ", ".join(dict.fromkeys(_told(offer.dist, "Version") for offer in self.offers if offer.dist))

    @property
    def folder(self) -> Path | None:
        """The folder of its plan files; None where it has none. Nothing of it is imported."""
        module = self.offers[0].module.split(".") if self.offers else [""]
        try:
            spec = find_spec(module[0])
        except (ImportError, ValueError):
            return None
        places = spec.submodule_search_locations if spec is not None else None
        found = Path(next(iter(places)), *module[1:], PLANS) if places else None
        return found if found is not None and found.is_dir() else None


def prefix_of(plugin: str) -> str:
    """Return the prefix of every id a plugin may use: its name with hyphens."""
    return plugin.replace("_", "-")


def plugin_of(name: str) -> str:
    """Return the name of the plugin that an id, or a prefix, belongs to."""
    return name.split("/")[0].replace("-", "_")


def installed() -> dict[str, Installed]:
    """Return all installed plugins by name; none of them is imported."""
    offers: dict[str, list[EntryPoint]] = {}
    for entry_point in _offered():
        offers.setdefault(entry_point.name, []).append(entry_point)
    return {name: Installed(name, tuple(entries)) for name, entries in sorted(offers.items())}


def _offered() -> Iterable[EntryPoint]:
    """Return the entry points of all plugins; a distribution whose list of them cannot be read is stepped over."""
    try:
        return entry_points(group=PROJECT)
    except Exception:  # of any distribution whatever, not only of a plugin
        found: dict[str, EntryPoints] = {}
        for distribution in distributions():
            with suppress(Exception):
                found.setdefault(_told(distribution, "Name"), distribution.entry_points.select(group=PROJECT))
        return [entry_point for listed in found.values() for entry_point in listed]


def _told(distribution: Distribution, header: str) -> str:
    """Return what a distribution's metadata say under a header; "?" where a broken installation left no metadata or no such header."""
    with suppress(Exception):  # Python versions differ in whether missing metadata are empty, None or raise
        for told in distribution.metadata.get_all(header, ()):
            return told or "?"
    return "?"
