"""What the loaded plugins carry: plans whose files are read when somebody asks for them, each in its own boundary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import Factory, field, frozen

from planmonitor.messages import N_, BadData, Message
from planmonitor.model.definitions import Population
from planmonitor.model.plans import Plan, Programme
from planmonitor.planfile.files import plan_files
from planmonitor.planfile.shared import PlanText
from planmonitor.registry.installed import LOCAL, PLANS, Installed
from planmonitor.registry.library import DRAFT, Library, Loaded

__all__ = ["DRAFT", "Catalogue", "Loaded", "Plans", "Problem", "read_local"]


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
        read = [Problem(name, "read", _sentence(error)) for loaded in self.loaded for name, error in loaded.faults.items()]
        return (*self.failed, *read)

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


def _sentence(error: BadData) -> Message:
    return Message.of(N_("{sentence} {hint}"), sentence=error.message, hint=error.hint) if error.hint else error.message


def read_local(path: Path, catalogue: Catalogue) -> PlanText:
    """Return the plan of a place that a file holds, wherever the file lies, draft or not.

    Raises:
        BadData: where the file cannot be read, or something in it is wrong: file, line, table, key and the nearest right one.
    """
    text = catalogue.library.plan_text(path, LOCAL, f"{LOCAL}/{path.stem}")
    assert text is not None  # nobody else is reading it
    return text
