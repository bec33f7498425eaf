"""What the loaded plugins carry: plans whose files are read when somebody asks for them, each in its own boundary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import Factory, define, field, frozen

from planmonitor.assessment.checking import Check
from planmonitor.messages import N_, BadData, Message
from planmonitor.model.definitions import Population
from planmonitor.model.plans import Plan, Programme
from planmonitor.planfile.files import PlanFile, ProgrammeFile, plan_files
from planmonitor.planfile.shared import PlanText
from planmonitor.registry.installed import LOCAL, PLANS, Installed, prefix_of
from planmonitor.registry.library import Library

DRAFT = N_("{file} is still a draft: compare it with the document, then delete the line 'draft = true'.")


@frozen
class Problem:
    """What went wrong with one plugin, or with one plan file.

    Attributes:
        plugin: Name of the plugin; id of the plan where its file is wrong.
        stage: "find", "import", "read" (of a file), "hook" or "check".
        message: What went wrong, and where.
    """

    plugin: str
    stage: str
    message: Message


@define(eq=False)
class Loaded:
    """What one plugin brought.

    Attributes:
        plugin: The installed plugin.
        declared: The programmes and plans it answered with: values, or files that are read when they are asked for.
        checks: Checks of its plans.
        hooks: Names of the hooks it answers, sorted.
        library: Where its files look for what they take over.
        problems: What went wrong with the files read so far.
        faults: What is wrong with these files, by id of the plan; the programme's by the plugin's name.
    """

    plugin: Installed
    declared: tuple[Programme | ProgrammeFile | Plan | PlanFile, ...] = ()
    checks: tuple[Check, ...] = ()
    hooks: tuple[str, ...] = ()
    library: Library = field(default=Factory(lambda: Library({})), repr=False)
    problems: list[Problem] = field(factory=list)
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
            self._tell(self.plugin.name, error)

    def _tell(self, name: str, error: BadData) -> None:
        if name not in self.faults:
            self.faults[name] = error
            self.problems.append(Problem(name, "read", _sentence(error)))

    def _plan_id(self, item: Plan | PlanFile) -> str:
        return item.id if isinstance(item, Plan) else f"{prefix_of(self.plugin.name)}/{item.name}"

    @property
    def plan_ids(self) -> tuple[str, ...]:
        """The ids of its plans; no file is opened."""
        return tuple(self._plan_id(item) for item in self.declared if isinstance(item, (Plan, PlanFile)))

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
            item = next((item for item in self.declared if isinstance(item, (Plan, PlanFile)) and self._plan_id(item) == plan_id), None)
            self._read[plan_id] = self._opened(plan_id, item) if isinstance(item, PlanFile) else item
        return self._read[plan_id]

    def _opened(self, plan_id: str, item: PlanFile) -> Plan | None:
        try:
            text = self.library.plan_text(item.path, self.plugin.name, plan_id)
        except BadData as error:
            self._tell_shared()
            self._tell(plan_id, error)
            return None
        self._tell_shared()
        if text is not None and text.draft:
            self._tell(plan_id, BadData(DRAFT, file=str(item.path)))
            return None
        return None if text is None else text.plan


def _sentence(error: BadData) -> Message:
    return Message.of(N_("{sentence} {hint}"), sentence=error.message, hint=error.hint) if error.hint else error.message


class Plans(Mapping[str, Plan]):
    """The plans of some plugins by id. To ask for one reads its file, to go through them reads all; broken ones are not there."""

    def __init__(self, loaded: tuple[Loaded, ...]) -> None:
        """Take the plugins."""
        self._loaded = loaded

    def __getitem__(self, plan_id: str) -> Plan:
        """Return a plan."""
        for loaded in self._loaded:
            if plan_id in loaded.plan_ids and (plan := loaded.plan(plan_id)) is not None:
                return plan
        raise KeyError(plan_id)

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of all plans that can be read."""
        return (plan.id for loaded in self._loaded for plan in loaded.plans)

    def __len__(self) -> int:
        """Return how many plans can be read."""
        return sum(1 for _id in self)


@frozen
class Catalogue:
    """All that the loaded plugins brought, and what went wrong.

    Attributes:
        loaded: The plugins that loaded, in the order asked for.
        failed: What went wrong with plugins that did not.
        library: Where files look for what they take over.
    """

    loaded: tuple[Loaded, ...]
    failed: tuple[Problem, ...] = ()
    library: Library = field(default=Factory(lambda: Library({})), repr=False)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What went wrong so far, plugin by plugin."""
        return (*self.failed, *(problem for loaded in self.loaded for problem in loaded.problems))

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
        found = [item for programme in self.programmes.values() for item in programme.populations]
        return {item.key: item for item in (*found, *(item for loaded in self.loaded for plan in loaded.plans_read for item in plan.populations))}

    def plugin_of(self, plan: Plan) -> Loaded:
        """Return the loaded plugin that carries a plan of this catalogue."""
        return next(loaded for loaded in self.loaded if plan.id in loaded.plan_ids)

    def with_local(self, folder: Path) -> Catalogue:
        """Return this catalogue and the plans of the place itself, whose files lie in the folder `plans` of its workspace."""
        files = plan_files(folder / PLANS)
        if not files:
            return self
        own = Loaded(Installed(LOCAL, ()), files, library=self.library)
        self.library.loaded[LOCAL] = own
        return Catalogue((*self.loaded, own), self.failed, self.library)


def read_local(path: Path, catalogue: Catalogue) -> PlanText:
    """Return the plan of a place that a file holds, wherever the file lies, draft or not.

    Args:
        path: The file.
        catalogue: The plugins that are enabled.

    Raises:
        BadData: where the file cannot be read, or something in it is wrong: file, line, table, key and the nearest right one.
    """
    text = catalogue.library.plan_text(path, LOCAL, f"{LOCAL}/{path.stem}")
    assert text is not None  # nobody else is reading it
    return text
