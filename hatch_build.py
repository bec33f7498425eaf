"""Compiles the plan files of the bundled plugins, and the public days off, into the wheel, where the program reads them."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
SCALARS = {int: "int", Decimal: "decimal", date: "day"}
SHORT = 16
"""Letters of a text that is not worth a node of its own."""

YEARS = range(2020, 2041)
"""The years whose public days off are worked out beforehand."""

LEFT_OUT = {"Plan": {"answers"}, "Definition": {"unread"}}
"""Fields that no file says; they stand last in their classes."""


class Nodes:
    """Collects the nodes of one value; equal nodes stand there once."""

    def __init__(self, own: set[str], repeated: Collection[str] = ()) -> None:
        """Take the keys of the definitions that stand in the file itself, others are written by key; and texts to be held once."""
        self.all: list[list[Any]] = []
        self._own = own
        self._repeated = repeated
        self._at: dict[str, int] = {}

    def add(self, value: Any) -> Any:
        """Return how a value is written among the fields of a node."""
        if isinstance(value, str) and value in self._repeated:
            return self._number_of(["text", value])
        return value if value is None or isinstance(value, (bool, str)) else self._number_of(self._node(value))

    def _number_of(self, node: list[Any]) -> int:
        written = json.dumps(node)
        if written not in self._at:
            self._at[written] = len(self.all)
            self.all.append(node)
        return self._at[written]

    def _node(self, value: Any) -> list[Any]:
        if type(value) in SCALARS:
            return [SCALARS[type(value)], str(value)]
        if isinstance(value, tuple):
            return ["tuple", *map(self.add, value)]
        if isinstance(value, Mapping):
            return ["map", *(self.add(item) for pair in value.items() for item in pair)]
        name = type(value).__name__
        names = [attribute.name for attribute in type(value).__attrs_attrs__ if attribute.name not in LEFT_OUT.get(name, ())]
        fields = [self.add(getattr(value, field)) for field in names]
        if name == "Measure" and value.definition.key not in self._own:
            # Where it cannot be read later on the measure says so, under its own label.
            fields[names.index("definition")] = self._number_of(["key", value.definition.key, self.add(value.label)])
        return [name, *fields]


def keys_in(content: Any) -> set[str]:
    """Return the keys of all definitions that stand in a file, wherever they stand."""
    if isinstance(content, list):
        return {key for item in content for key in keys_in(item)}
    if not isinstance(content, dict):
        return set()
    own = {content["key"]} if {"key", "over_time"} <= set(content) else set()
    return own | {key for value in content.values() for key in keys_in(value)}


def own_keys(found: Any) -> set[str]:
    """Return the keys of the definitions that stand in a plan file without one: they are called after the plan and the measure."""
    if type(found).__name__ != "PlanText":
        return set()
    return {measure.definition.key for measure in found.plan.measures if measure.definition.key == f"{found.plan.id}/{measure.code}"}


def compiled_text(found: Any, content: Mapping[str, Any], source: bytes) -> str:
    """Return the compiled form of a plan file.

    Args:
        found: What the reader made of it.
        content: The tables of the file.
        source: Its bytes.
    """
    own = keys_in(content) | own_keys(found)
    first = Nodes(own)
    first.add(found)
    times = Counter(item for _kind, *written in first.all for item in written if isinstance(item, str))
    nodes = Nodes(own, {text for text, number in times.items() if number > 1 and len(text) > SHORT})
    nodes.add(found)
    return json.dumps({"source": sha256(source).hexdigest(), "nodes": nodes.all}, ensure_ascii=False, separators=(",", ":"))


def read_all() -> dict[Path, Any]:
    """Return what every plan file of the bundled plugins holds, by its path, read from the sources alone."""
    from planmonitor.planfile.files import DEFINITIONS, PROGRAMME
    from planmonitor.registry.catalogue import Catalogue
    from planmonitor.registry.installed import prefix_of

    folders = {folder.name: folder / f"planmonitor_{folder.name}" / "plans" for folder in sorted((ROOT / "plugins").iterdir()) if folder.is_dir()}
    found = {}
    with TemporaryDirectory() as scratch:
        copies = {name: Path(copytree(folder, Path(scratch) / name, ignore=ignore_patterns("compiled"))) for name, folder in folders.items()}
        catalogue = Catalogue({name: Bundled(name, folder) for name, folder in copies.items()})
        for name, folder in folders.items():
            plugin = catalogue.plugin(name)
            for path in sorted(folder.glob("*.toml")):
                plan_id = f"{prefix_of(name)}/{path.stem}"
                found[path] = plugin.shared if path.name in {PROGRAMME, DEFINITIONS} else plugin.text(plan_id)
                if found[path] is None or name in plugin.faults:
                    raise plugin.faults[plan_id if found[path] is None else name]
    return found


def compile_all() -> dict[Path, str]:
    """Return the compiled form of every plan file of the bundled plugins, by the file it is made from."""
    from planmonitor.planfile.toml import read_toml

    return {path: compiled_text(found, read_toml(path).content, path.read_bytes()) for path, found in read_all().items()}


def compile_days() -> str:
    """Return the public days off of the years around, as `planmonitor.assessment.public_days` reads them."""
    from planmonitor.assessment.public_days import worked_out

    return json.dumps({year: [sorted(map(str, days)) for days in worked_out(year)] for year in YEARS}, separators=(",", ":"))


class Bundled:
    """A plugin of this checkout, as the catalogue looks at an installed one."""

    def __init__(self, name: str, folder: Path) -> None:
        """Take its name, and the folder of its plan files."""
        self.name = name
        self.folder = folder


class CompilePlans(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the compiled plan files to the wheel; an editable installation reads the sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile all plan files and name them to the builder."""
        if version == "editable":
            return
        sys.path.insert(0, str(ROOT / "core"))
        from planmonitor.assessment.public_days import COMPILED
        from planmonitor.planfile.compiled import compiled_path

        made = {compiled_path(source.relative_to(source.parents[2])): text for source, text in compile_all().items()}
        made[COMPILED.relative_to(ROOT / "core")] = compile_days()
        scratch = Path(mkdtemp())
        for number, (target, text) in enumerate(made.items()):
            written = scratch / f"{number}.json"
            written.write_text(text, encoding="utf-8")
            build_data["force_include"][str(written)] = target.as_posix()
