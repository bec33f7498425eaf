"""What plugins carry, and what their plan files take over from each other; a file is read when somebody asks for it, and once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from attrs import define, field, frozen

from planmonitor.assessment.checking import Check
from planmonitor.messages import N_, BadData, Message
from planmonitor.model.definitions import Definition, Population
from planmonitor.model.plans import Measure, Plan, Programme
from planmonitor.planfile.compiled import open_plan, open_shared
from planmonitor.planfile.files import DEFINITIONS, PROGRAMME, PlanFile, ProgrammeFile, check_name, plan_files, programme_files
from planmonitor.planfile.retired import Retired
from planmonitor.planfile.shared import PlanText, SharedParts, Shelf
from planmonitor.planfile.toml import TomlFile
from planmonitor.registry.installed import LOCAL, PLANS, Installed, plugin_of, prefix_of

DRAFT = N_("{file} is still a draft: compare it with the document, then delete the line 'draft = true'.")
_YEAR = re.compile(r"-\d{4}")


@frozen
class Problem:
    """What went wrong with one plugin, or with one plan file."""

    plugin: str
    """Name of the plugin; id of the plan where its file is wrong."""
    stage: str
    """ "find", "api", "import", "read" (of a file), "hook" or "check"."""
    message: Message
    """What went wrong, and where."""
    cause: BaseException | None = field(default=None, eq=False, repr=False)
    """What the plugin's own code raised; None where it raised nothing."""


@define(eq=False)
class Loaded:
    """What one plugin brought; one that is not enabled brings its files, which are read as data."""

    plugin: Installed
    """The installed plugin."""
    declared: tuple[Programme | ProgrammeFile | Plan | PlanFile, ...] = ()
    """The programmes and plans it answered with: values, or files that are read when they are asked for."""
    checks: tuple[Check, ...] = ()
    """Checks of its plans."""
    hooks: tuple[str, ...] = ()
    """Names of the hooks it answers, sorted."""
    catalogue: Catalogue = field(factory=lambda: Catalogue(), repr=False)
    """Where its files look for what they take over."""
    faults: dict[str, BadData] = field(factory=dict)
    """What is wrong with the files read so far, by id of the plan; the programme's by the plugin's name."""
    old_files: dict[Path, tuple[Retired, ...]] = field(factory=dict, repr=False)
    """The older forms that stand in the files read so far."""
    old_names: tuple[Message, ...] = ()
    """What is to be said of names it took from `planmonitor` that are called otherwise today."""
    _texts: dict[str, PlanText | None] = field(factory=dict, repr=False)

    @property
    def programme_ids(self) -> tuple[str, ...]:
        """The ids of its programmes; no file is opened."""
        return tuple(prefix_of(self.plugin.name) for item in self.declared if isinstance(item, (Programme, ProgrammeFile)))

    @property
    def programmes(self) -> tuple[Programme, ...]:
        """Its programmes; one whose file is broken is left out, and told."""
        found = (self.shared.programme if isinstance(item, ProgrammeFile) else item for item in self.declared)
        return tuple(item for item in found if isinstance(item, Programme))

    @cached_property
    def shared(self) -> SharedParts:
        """What its plans share; empty where the file is broken, which is told."""
        folder = next((item.path.parent for item in self.declared if isinstance(item, (ProgrammeFile, PlanFile))), None) or self.plugin.folder
        path = next((folder / name for name in (PROGRAMME, DEFINITIONS) if (folder / name).is_file()), None) if folder is not None else None
        if path is None:
            return SharedParts(definitions={item.key: item for part in self.declared if isinstance(part, Programme) for item in part.definitions})
        try:
            return open_shared(path, prefix_of(self.plugin.name), self._note, self.catalogue.definition)
        except BadData as error:
            self.faults[self.plugin.name] = error
            return SharedParts()

    def own_keys(self, key: str) -> tuple[str, ...] | None:
        """Return the keys that a key of its own may mean: of what its plans share; None where it is another's, or their file is broken."""
        keys = tuple(self.shared.definitions) if key.split("/")[0] == prefix_of(self.plugin.name) else None
        return None if self.plugin.name in self.faults else keys

    @cached_property
    def _carried(self) -> dict[str, Plan | PlanFile]:
        return {id_of(item, prefix_of(self.plugin.name)): item for item in self.declared if isinstance(item, (Plan, PlanFile))}

    def file_of(self, name: str) -> Path | None:
        """Return the file of one of its plans, by id, or of its programme; None where that is computed, or it has none of that name."""
        carried = self._carried.get(name)
        if carried is not None:
            return carried.path if isinstance(carried, PlanFile) else None
        programmes = (item.path for item in self.declared if isinstance(item, ProgrammeFile))
        return next(programmes, None) if name == prefix_of(self.plugin.name) else None

    @property
    def plan_ids(self) -> tuple[str, ...]:
        """The ids of its plans; no file is opened."""
        return tuple(self._carried)

    @property
    def plans(self) -> tuple[Plan, ...]:
        """All its plans; one whose file is broken is left out, and told."""
        return tuple(plan for plan in map(self.plan, self.plan_ids) if plan is not None)

    @property
    def plans_read(self) -> tuple[Plan, ...]:
        """Those of its plans that were asked for so far."""
        return tuple(text.plan for text in self._texts.values() if text is not None and not text.draft)

    def _note(self, file: TomlFile) -> None:
        """Note the older forms that stand in a file."""
        if file.old:
            self.old_files[file.path] = file.old

    def _shelf(self, file: TomlFile) -> Shelf:
        """Return where the file of a plan looks for what it does not say itself."""
        self._note(file)
        return self.catalogue.shelf(self, file)

    def read(self) -> dict[str, BadData]:
        """Read all its files, and return what is wrong with them: by id of the plan, or under the plugin's name."""
        _all = self.shared, self.plans
        return self.faults

    def plan(self, plan_id: str) -> Plan | None:
        """Return one of its plans; None where it has no such plan, or its file is broken or a draft, which is then told."""
        text = self.text(plan_id)
        return None if text is None or text.draft else text.plan

    def text(self, plan_id: str) -> PlanText | None:
        """Return what the file of a plan holds, draft or not; None where it has no such plan, or the file is broken, which is then told."""
        item = self._carried.get(plan_id)
        if isinstance(item, Plan):
            self._texts[plan_id] = PlanText(item, draft=False)
        elif item is not None and plan_id not in self._texts:
            self._texts[plan_id] = None  # what is being read is not there yet: two files may name each other
            try:
                check_name(item.path)
                self._texts[plan_id] = text = open_plan(item.path, plan_id, self._shelf, self.catalogue.definition)
                if text.draft:
                    raise BadData(DRAFT, file=str(item.path))
            except BadData as error:
                self.faults[plan_id] = error
        return self._texts.get(plan_id)


def id_of(item: Programme | ProgrammeFile | Plan | PlanFile | Check, prefix: str) -> str:
    """Return the id of a programme, plan or check; files are called by the prefix of their plugin."""
    if isinstance(item, PlanFile):
        return f"{prefix}/{item.name}"
    return prefix if isinstance(item, ProgrammeFile) else item.id


class Plans(Mapping[str, Plan]):
    """The plans of some plugins by id. To ask for one reads its file, to go through them reads all; broken ones are not there."""

    def __init__(self, loaded: tuple[Loaded, ...]) -> None:
        self._carriers = {plan_id: carrier for carrier in loaded for plan_id in carrier.plan_ids}

    def __getitem__(self, plan_id: str) -> Plan:
        plan = self._carriers[plan_id].plan(plan_id)
        if plan is None:
            raise KeyError(plan_id)
        return plan

    def __iter__(self) -> Iterator[str]:
        return (plan_id for plan_id, carrier in self._carriers.items() if carrier.plan(plan_id) is not None)

    def __len__(self) -> int:
        return sum(1 for _id in self)


@define(eq=False)
class Catalogue:
    """All that the loaded plugins brought, and what went wrong."""

    available: Mapping[str, Installed] = field(factory=dict, repr=False)
    """The installed plugins by name, enabled or not."""
    loaded: tuple[Loaded, ...] = ()
    """The plugins that loaded, in the order asked for."""
    failed: tuple[Problem, ...] = ()
    """What went wrong with plugins that did not."""
    _others: list[Loaded] = field(factory=list, repr=False)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What went wrong so far, plugin by plugin."""
        return (*self.failed, *(Problem(name, "read", _sentence(error)) for loaded in self.loaded for name, error in loaded.faults.items()))

    @property
    def plan_ids(self) -> tuple[str, ...]:
        """The ids of all plans; no file is opened."""
        return tuple(name for loaded in self.loaded for name in loaded.plan_ids)

    @property
    def plans(self) -> Plans:
        """All plans by id, read when they are asked for."""
        return Plans(self.loaded)

    @property
    def programmes(self) -> dict[str, Programme]:
        """All programmes by id."""
        return {programme.id: programme for loaded in self.loaded for programme in loaded.programmes}

    @property
    def populations(self) -> dict[str, Population]:
        """The base populations of all programmes, and of the plans read so far, by key."""
        parts: tuple[Programme | Plan, ...] = (*self.programmes.values(), *(plan for loaded in self.loaded for plan in loaded.plans_read))
        return {item.key: item for part in parts for item in part.populations}

    def plugin_of(self, plan: Plan) -> Loaded:
        """Return the loaded plugin that carries a plan of this catalogue."""
        return next(loaded for loaded in self.loaded if plan.id in loaded.plan_ids)

    def plugin(self, name: str) -> Loaded:
        """Return what a plugin of that name carries, enabled or not; nothing where none is installed."""
        for known in (*self.loaded, *self._others):
            if known.plugin.name == name:
                return known
        plugin = self.available.get(name) or Installed(name, ())
        folder = plugin.folder
        self._others.append(Loaded(plugin, (*programme_files(folder), *plan_files(folder)) if folder is not None else (), catalogue=self))
        return self._others[-1]

    def add_local(self, folder: Path) -> None:
        """Add the plans of the place itself, whose files lie in the folder `plans` of its workspace."""
        if files := plan_files(folder / PLANS):
            self.loaded += (Loaded(Installed(LOCAL, ()), files, catalogue=self),)

    def definition(self, key: str) -> Definition | None:
        """Return a definition by key: of what plugins share, then of single plans; None where it is missing or its file is broken."""
        owners = self._owners(key)
        for owner in owners:
            if key in owner.shared.definitions:
                return owner.shared.definitions[key]
        plans = (plan for owner in owners for plan in map(owner.plan, owner.plan_ids) if plan is not None)
        found = (measure.definition for plan in plans for measure in plan.measures)
        return next((definition for definition in found if definition.key == key and not definition.unread), None)

    def keys_like(self, key: str) -> tuple[str, ...]:
        """Return the keys that may be meant by one that is missing: those of the plugins it begins like, else all that can be read."""
        return tuple(name for owner in self._owners(key) or map(self.plugin, self.available) for name in owner.shared.definitions)

    def _owners(self, key: str) -> list[Loaded]:
        """Return the installed plugins whose definitions begin like a key: of that prefix, or of a year of it, the newest first."""
        prefix = key.split("/")[0]
        names = {name: prefix_of(name) for name in (*self.available, *(loaded.plugin.name for loaded in self.loaded))}
        dated = [name for name, own in names.items() if own.startswith(prefix) and _YEAR.fullmatch(own[len(prefix) :])]
        return [self.plugin(name) for name in (*(name for name, own in names.items() if own == prefix), *sorted(dated, reverse=True))]

    def measure(self, name: str) -> tuple[Plan, Measure] | None:
        """Return a measure by full id, and its plan; None where no installed plugin has it."""
        plan_id, _slash, code = name.rpartition("/")
        plan = self.plugin(plugin_of(name)).plan(plan_id)
        return next(((plan, measure) for measure in plan.measures if measure.code == code), None) if plan is not None else None

    def shelf(self, asking: Loaded, file: TomlFile) -> Shelf:
        """Return where a plan file of a plugin, or of a place, looks; a place shares what the programme it carries out shares."""
        local, programme = asking.plugin.name == LOCAL, file.content.get("programme")
        sharing = self.plugin(plugin_of(programme)) if local and isinstance(programme, str) else asking
        return Shelf(
            own=sharing.shared,
            definition=self.definition,
            own_keys=asking.own_keys,
            measure=self.measure,
            measures=self._measures,
            # What a plugin names its contract looks at.
            programmes=tuple(name for loaded in self.loaded for name in loaded.programme_ids) if local else None,
            asleep=self._asleep,
        )

    def _measures(self) -> tuple[str, ...]:
        plans = (plan for loaded in self.loaded if loaded.plugin.name != LOCAL for plan in loaded.plans)
        return tuple(plan.measure_id(measure) for plan in plans for measure in plan.measures)

    def _asleep(self, name: str) -> str | None:
        plugin = plugin_of(name)
        return plugin if plugin in self.available and all(loaded.plugin.name != plugin for loaded in self.loaded) else None


def _sentence(error: BadData) -> Message:
    return Message.of(N_("{sentence} {hint}"), sentence=error.message, hint=error.hint) if error.hint else error.message


def read_local(path: Path, catalogue: Catalogue) -> PlanText:
    """Return the plan of a place that a file holds, wherever it lies, draft or not; a BadData where the file cannot be read or is wrong."""
    alone, plan_id = Loaded(Installed(LOCAL, ()), (PlanFile(path),), catalogue=catalogue), f"{LOCAL}/{path.stem}"
    text = alone.text(plan_id)
    if text is None:
        raise alone.faults[plan_id]
    return text
