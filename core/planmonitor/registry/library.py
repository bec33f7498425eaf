"""What the loaded plugins carry, and what their plan files take over from each other and from plugins that are not enabled.

A file is read when somebody asks for it, and once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from attrs import Factory, define, field

from planmonitor.assessment.checking import Check
from planmonitor.messages import N_, BadData
from planmonitor.model.definitions import Definition
from planmonitor.model.plans import Measure, Plan, Programme
from planmonitor.planfile.compiled import open_plan, open_shared
from planmonitor.planfile.files import DEFINITIONS, PROGRAMME, PlanFile, ProgrammeFile, check_name, plan_files
from planmonitor.planfile.shared import PlanText, SharedParts, Shelf
from planmonitor.planfile.toml import TomlFile
from planmonitor.registry.installed import LOCAL, Installed, plugin_of, prefix_of

DRAFT = N_("{file} is still a draft: compare it with the document, then delete the line 'draft = true'.")
_YEAR = re.compile(r"-\d{4}")


@define(eq=False)
class Loaded:
    """What one plugin brought.

    Attributes:
        plugin: The installed plugin.
        declared: The programmes and plans it answered with: values, or files that are read when they are asked for.
        checks: Checks of its plans.
        hooks: Names of the hooks it answers, sorted.
        library: Where its files look for what they take over.
        faults: What is wrong with the files read so far, by id of the plan; the programme's by the plugin's name.
    """

    plugin: Installed
    declared: tuple[Programme | ProgrammeFile | Plan | PlanFile, ...] = ()
    checks: tuple[Check, ...] = ()
    hooks: tuple[str, ...] = ()
    library: Library = field(default=Factory(lambda: Library({})), repr=False)
    faults: dict[str, BadData] = field(factory=dict)
    _read: dict[str, Plan | None] = field(factory=dict, repr=False)

    @property
    def folder(self) -> Path | None:
        """The folder of its files; None where it brought values only."""
        return next((item.path.parent for item in self.declared if isinstance(item, (ProgrammeFile, PlanFile))), None)

    @property
    def programme_ids(self) -> tuple[str, ...]:
        """The ids of its programmes; no file is opened."""
        return tuple(prefix_of(self.plugin.name) for item in self.declared if isinstance(item, (Programme, ProgrammeFile)))

    @property
    def programmes(self) -> tuple[Programme, ...]:
        """Its programmes; one whose file is broken is left out, and told."""
        found = [item for item in self.declared if isinstance(item, Programme)]
        if any(isinstance(item, ProgrammeFile) for item in self.declared):
            shared = self.library.shared(self.plugin.name)
            found += [shared.programme] if shared is not None and shared.programme is not None else []
        self._tell_shared()
        return tuple(found)

    def _tell_shared(self) -> None:
        error = self.library.trouble(self.plugin.name)
        if error is not None:
            self.faults.setdefault(self.plugin.name, error)

    @property
    def _carried(self) -> dict[str, Plan | PlanFile]:
        prefix = prefix_of(self.plugin.name)
        found = [item for item in self.declared if isinstance(item, (Plan, PlanFile))]
        return {item.id if isinstance(item, Plan) else f"{prefix}/{item.name}": item for item in found}

    @property
    def plan_ids(self) -> tuple[str, ...]:
        """The ids of its plans; no file is opened."""
        return tuple(self._carried)

    @property
    def plans(self) -> tuple[Plan, ...]:
        """All its plans; one whose file is broken is left out, and told."""
        return tuple(plan for name in self.plan_ids if (plan := self.plan(name)) is not None)

    @property
    def plans_read(self) -> tuple[Plan, ...]:
        """Those of its plans that were asked for so far."""
        return tuple(plan for plan in self._read.values() if plan is not None)

    def read(self) -> dict[str, BadData]:
        """Read all its files, and return what is wrong with them: by id of the plan, or under the plugin's name."""
        for name in self.plan_ids:
            self.plan(name)
        self.library.shared(self.plugin.name)
        self._tell_shared()
        return self.faults

    def plan(self, plan_id: str) -> Plan | None:
        """Return one of its plans; None where it has no such plan, or its file is broken, which is then told."""
        if plan_id not in self._read:
            self._read[plan_id] = None  # what is being read is not there yet: two files may name each other
            item = self._carried.get(plan_id)
            self._read[plan_id] = self._opened(plan_id, item.path) if isinstance(item, PlanFile) else item
        return self._read[plan_id]

    def _opened(self, plan_id: str, path: Path) -> Plan | None:
        try:
            text = self.library.plan_text(path, self.plugin.name, plan_id)
            if text is not None and text.draft:
                raise BadData(DRAFT, file=str(path))
        except BadData as error:
            self._tell_shared()
            self.faults.setdefault(plan_id, error)
            return None
        self._tell_shared()
        return None if text is None else text.plan


class Library:
    """Looks up definitions and measures by name, and keeps what it found: a definition that forty measures share is read once."""

    def __init__(self, available: Mapping[str, Installed]) -> None:
        """Take the installed plugins."""
        self.available = available
        self.loaded: dict[str, Loaded] = {}
        self._shared: dict[str, SharedParts | BadData] = {}
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

    def _read_shared(self, plugin: str) -> SharedParts | BadData:
        folder = self._folder(plugin)
        path = next((folder / name for name in (PROGRAMME, DEFINITIONS) if (folder / name).is_file()), None) if folder is not None else None
        if path is None:
            computed = [item for item in self.loaded[plugin].declared if isinstance(item, Programme)] if plugin in self.loaded else []
            return SharedParts(definitions={item.key: item for programme in computed for item in programme.definitions})
        try:
            return open_shared(path, prefix_of(plugin), self.definition)
        except BadData as error:
            return error

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
                check_name(path)
                self._plans[path] = open_plan(path, plan_id, partial(self.shelf, plugin), self.definition, local=plugin == LOCAL)
            except BadData as error:
                self._plans[path] = error
        found = self._plans[path]
        if isinstance(found, BadData):
            raise found
        return found

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
        return tuple(name for plugin in plugins for name in self._keys_of(plugin) or ())

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
