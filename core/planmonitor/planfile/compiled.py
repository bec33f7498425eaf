"""Plan files as a wheel carries them beside their sources: the values in the order in which they are built, nothing to be looked up.

A compiled file is a list of nodes. Each names a class and its fields in order; a number among them is an earlier node. It is made
from its source when a wheel is built (`hatch_build.py`) and is used only while the source beside it is the one it was made from.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrs import evolve, validators

from planmonitor.messages import N_, BadData, Text
from planmonitor.model import definitions, duties, places, plan_checks, plans, sections, sources, targets
from planmonitor.model.periods import Window
from planmonitor.planfile.retired import modernised
from planmonitor.planfile.shared import PlanText, SharedParts, Shelf
from planmonitor.planfile.toml import TomlFile, read_toml

Lookup = Callable[[str], definitions.Definition | None]
"""Finds a definition of another file by key."""

_KINDS = (
    *(definitions.Breakdown, definitions.Card, definitions.Category, definitions.Definition, definitions.Population),
    *(plans.Indicator, plans.Measure, plans.Objective, places.Place, plans.Plan, plans.Programme, plans.Responsibility, plans.Task, plans.Unit),
    *(duties.Duty, plan_checks.PlanCheck, sections.Rhythm, sections.Section, sources.Choice, sources.OpenQuestion, sources.Document, sources.Source),
    *(targets.Baseline, targets.Milestone, targets.Target, Window, Text, PlanText, SharedParts),
)
KINDS: dict[str, Callable[..., Any]] = {
    **{kind.__name__: kind for kind in _KINDS},
    "tuple": lambda *items: items,
    "map": lambda *items: dict(zip(items[::2], items[1::2], strict=True)),
    "text": str,
    "int": int,
    "decimal": Decimal,
    "day": date.fromisoformat,
}
"""What a node may build, by its name."""


def compiled_path(source: Path) -> Path:
    """Return where the compiled form of a plan file lies: in a folder beside it."""
    return source.parent / "compiled" / f"{source.stem}.json"


def read_compiled(source: Path, definition: Lookup) -> PlanText | SharedParts | None:
    """Return the compiled form of a plan file; None where there is none, or its source has changed since."""
    path = compiled_path(source)
    if not path.is_file():
        return None
    content = json.loads(path.read_bytes())
    if content["source"] != sha256(source.read_bytes()).hexdigest():
        return None
    built: list[Any] = []
    with validators.disabled():  # every value passed them when the file was compiled
        for kind, *written in content["nodes"]:
            values = [built[item] if type(item) is int else item for item in written]
            if kind == "key":
                built.append(definition(values[0]) or definitions.unread_definition(*values))
            else:
                built.append(KINDS[kind](*values))
    return built[-1]  # type: ignore[no-any-return]


def open_shared(path: Path, prefix: str, opened: Callable[[TomlFile], object], definition: Lookup) -> SharedParts:
    """Return what a plugin's `programme.toml` or `definitions.toml` holds: its compiled form, else what `read_shared` returns.

    `opened` is given the file where that is opened.
    """
    if isinstance(compiled := read_compiled(path, definition), SharedParts):
        return compiled
    # The reader is not waited for where every plan that is followed was compiled.
    from planmonitor.planfile.reading import read_shared

    file = _opened(path)
    opened(file)
    return read_shared(file, prefix)


def open_plan(path: Path, plan_id: str, shelf: Callable[[TomlFile], Shelf], definition: Lookup) -> PlanText:
    """Return what a plan file holds: its compiled form, else what `read_plan` returns."""
    if isinstance(compiled := read_compiled(path, definition), PlanText):
        return compiled
    from planmonitor.planfile.reading import read_plan

    file = _opened(path)
    return read_plan(file, plan_id, shelf(file))


def _opened(path: Path) -> TomlFile:
    """Return a plan file, in today's form whatever its own; what the operating system refuses is a fault of the file too."""
    try:
        file = read_toml(path)
        content, old = modernised(file.content)
        return evolve(file, content=content, old=old)
    except OSError as error:
        raise BadData(N_("{file}: {reason}."), file=str(path), reason=str(error.strerror or error)) from error
