"""What plan files take over from each other, looked up across all installed plugins; whoever is not enabled is read as data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from planmonitor.messages import N_, BadData
from planmonitor.model.definitions import Definition
from planmonitor.model.plans import Measure, Plan, Programme
from planmonitor.planfile.compiled import read_compiled
from planmonitor.planfile.files import DEFINITIONS, PROGRAMME, check_name, plan_files
from planmonitor.planfile.shared import PlanText, SharedParts, Shelf
from planmonitor.planfile.toml import TomlFile, read_toml
from planmonitor.registry.installed import LOCAL, Installed, plugin_of, prefix_of

_YEAR = re.compile(r"-\d{4}")


class Carrier(Protocol):
    """An enabled plugin, or the place itself, with what it carries."""

    @property
    def declared(self) -> tuple[Any, ...]:
        """The programmes and plans it answered with, and files of them."""

    @property
    def folder(self) -> Path | None:
        """The folder of its files."""

    @property
    def plans(self) -> tuple[Plan, ...]:
        """Its plans."""

    @property
    def programme_ids(self) -> tuple[str, ...]:
        """The ids of its programmes."""


class Library:
    """Looks up definitions and measures by name.

    What was looked up is kept: a definition that forty measures share is read once.
    """

    def __init__(self, available: Mapping[str, Installed]) -> None:
        """Take the installed plugins."""
        self.available = available
        self.loaded: dict[str, Carrier] = {}
        self._shared: dict[str, SharedParts | BadData | None] = {}
        self._plans: dict[Path, PlanText | BadData | None] = {}

    def shared(self, plugin: str) -> SharedParts | None:
        """Return what a plugin shares among its plans; None where it has no such file or the file is broken."""
        if plugin not in self._shared:
            self._shared[plugin] = self._read_shared(plugin)
        found = self._shared[plugin]
        return None if isinstance(found, BadData) else found

    def trouble(self, plugin: str) -> BadData | None:
        """Return what is wrong with the file that a plugin's plans share; None where nothing is, or nobody looked."""
        found = self._shared.get(plugin)
        return found if isinstance(found, BadData) else None

    def _read_shared(self, plugin: str) -> SharedParts | BadData | None:
        folder = self._folder(plugin)
        path = next((folder / name for name in (PROGRAMME, DEFINITIONS) if (folder / name).is_file()), None) if folder is not None else None
        if path is not None:
            try:
                return self._shared_parts(path, plugin)
            except BadData as error:
                return error
        computed = [item for item in self.loaded[plugin].declared if isinstance(item, Programme)] if plugin in self.loaded else []
        return SharedParts(definitions={item.key: item for programme in computed for item in programme.definitions})

    def _shared_parts(self, path: Path, plugin: str) -> SharedParts:
        compiled = read_compiled(path, self.definition)
        if isinstance(compiled, SharedParts):
            return compiled
        from planmonitor.planfile.reading import read_shared

        return read_shared(_opened(path), prefix_of(plugin))

    def _folder(self, plugin: str) -> Path | None:
        if plugin in self.loaded and self.loaded[plugin].folder is not None:
            return self.loaded[plugin].folder
        return self.available[plugin].folder if plugin in self.available else None

    def plan_text(self, path: Path, plugin: str, plan_id: str) -> PlanText | None:
        """Return what a plan file holds; None while it is being read, so that two files that name each other come to an end.

        Raises:
            BadData: where it is broken; the same error every time.
        """
        if path not in self._plans:
            self._plans[path] = None
            try:
                self._plans[path] = self._read_plan(path, plugin, plan_id)
            except BadData as error:
                self._plans[path] = error
        found = self._plans[path]
        if isinstance(found, BadData):
            raise found
        return found

    def _read_plan(self, path: Path, plugin: str, plan_id: str) -> PlanText:
        check_name(path)
        compiled = read_compiled(path, self.definition)
        if isinstance(compiled, PlanText):
            return compiled
        # The reader is not waited for where every plan that is followed was compiled.
        from planmonitor.planfile.reading import read_plan

        file = _opened(path)
        return read_plan(file, plan_id, self.shelf(plugin, file), local=plugin == LOCAL)

    def definition(self, key: str) -> Definition | None:
        """Return a definition by key: of what plugins share, then of single plans; None where it is missing or its file is broken."""
        owners = self._owners(key)
        for plugin in owners:
            parts = self.shared(plugin)
            if parts is not None and key in parts.definitions:
                return parts.definitions[key]
        found = (measure.definition for plugin in owners for plan in self._plans_of(plugin) for measure in plan.measures)
        return next((definition for definition in found if definition.key == key and not definition.unread), None)

    def keys_like(self, key: str) -> tuple[str, ...]:
        """Return the keys that may be meant by one that is missing: those of the plugins it begins like, else all that can be read."""
        plugins = self._owners(key) or list(self.available)
        return tuple(name for plugin in plugins if (parts := self.shared(plugin)) is not None for name in parts.definitions)

    def _owners(self, key: str) -> list[str]:
        """Return the installed plugins whose definitions begin like a key: of that prefix, or of a year of it, the newest first."""
        prefix = key.split("/")[0]
        names = {name: prefix_of(name) for name in (*self.available, *self.loaded)}
        dated = [name for name, own in names.items() if own.startswith(prefix) and _YEAR.fullmatch(own[len(prefix) :])]
        return [*(name for name, own in names.items() if own == prefix), *sorted(dated, reverse=True)]

    def _plans_of(self, plugin: str) -> Iterator[Plan]:
        if plugin in self.loaded:
            yield from self.loaded[plugin].plans
            return
        folder = self._folder(plugin)
        for file in plan_files(folder) if folder is not None else ():
            try:
                text = self.plan_text(file.path, plugin, f"{prefix_of(plugin)}/{file.name}")
            except BadData:
                continue
            if text is not None:
                yield text.plan

    def measure(self, name: str) -> tuple[Plan, Measure] | None:
        """Return a measure by full id, and its plan; None where no installed plugin has it."""
        plan_id, _slash, code = name.rpartition("/")
        for plan in self._plans_of(plugin_of(name)):
            if plan.id == plan_id:
                return next(((plan, measure) for measure in plan.measures if measure.code == code), None)
        return None

    def shelf(self, plugin: str, file: TomlFile) -> Shelf:
        """Return where a plan file of a plugin, or of a place, looks; a place shares what the programme it carries out shares."""
        programme = file.content.get("programme")
        shares = plugin_of(programme) if plugin == LOCAL and isinstance(programme, str) else plugin
        return Shelf(
            own=self.shared(shares) or SharedParts(),
            definition=self.definition,
            own_keys=lambda key: self._keys_of(plugin) if key.split("/")[0] == prefix_of(plugin) else None,
            measure=self.measure,
            measures=self._measures,
            # What a plugin names its contract looks at.
            programmes=tuple(name for item in self.loaded.values() for name in item.programme_ids) if plugin == LOCAL else None,
            asleep=self._asleep,
        )

    def _keys_of(self, plugin: str) -> tuple[str, ...] | None:
        parts = self.shared(plugin)
        return None if parts is None else tuple(parts.definitions)

    def _measures(self) -> tuple[str, ...]:
        enabled = [item for name, item in self.loaded.items() if name != LOCAL]
        return tuple(plan.measure_id(measure) for item in enabled for plan in item.plans for measure in plan.measures)

    def _asleep(self, name: str) -> str | None:
        plugin = plugin_of(name)
        return plugin if plugin in self.available and plugin not in self.loaded else None


def _opened(path: Path) -> TomlFile:
    """Return a plan file; what the operating system refuses is a fault of the file too."""
    try:
        return read_toml(path)
    except OSError as error:
        raise BadData(N_("{file}: {reason}."), file=str(path), reason=str(error.strerror or error)) from error
