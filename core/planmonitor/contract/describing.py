"""What a release of a plugin holds that people and their figures depend on, read in a process of its own.

`python -m planmonitor.contract.describing FOLDER NAME=MODULE…` loads plugins from a folder and prints it as JSON: two releases of one
package cannot be imported into one process.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

from attrs import frozen

from planmonitor.contract.importing import roots_of
from planmonitor.messages import N_, BadData, Hint, Message
from planmonitor.model.plans import Measure, Plan
from planmonitor.planfile.asked import askable
from planmonitor.registry.catalogue import Loaded
from planmonitor.registry.installed import PROJECT, Installed, installed
from planmonitor.registry.loading import load

Parts = Mapping[str, Mapping[str, str]]
"""The parts of one kind by id, each with what must stay as it is."""


@frozen
class Release:
    """What one release of a plugin holds."""

    version: str
    """Its version."""
    parts: Mapping[str, Parts]
    """Plans, measures, units, duties, questions, checks and definitions by id, by the kind of part; and its files."""


def described(names: Mapping[str, str], folder: Path | None, version: str) -> dict[str, Release]:
    """Return what some plugins hold, by name.

    Args:
        names: What each plugin's entry point names.
        folder: The folder from which they are imported; None where they are installed.
        version: The version of the release.

    Raises:
        BadData: where one of them cannot be loaded or read.
    """
    path = os.pathsep.join(str(Path(place).absolute()) for place in sys.path)
    offers = [f"{name}={value}" for name, value in names.items()]
    # As `watch` does: neither the current folder nor the user's own site.
    command = [sys.executable, "-s", "-P", "-X", "utf8", "-m", __name__, str(folder.absolute()) if folder is not None else "", *offers]
    ended = subprocess.run(  # noqa: S603 - no word of it is typed in by anybody
        command, env={**os.environ, "PYTHONPATH": path}, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )
    try:
        answer = json.loads(ended.stdout)
    except ValueError:
        answer = {"problem": f"exit {ended.returncode}"}
    if "problem" in answer:
        said = _said(answer["problem"])
        raise BadData(N_("Release {version} in {folder} cannot be read: {said}."), version=version, folder=str(folder or "-"), said=said)
    return {name: Release(version, parts) for name, parts in answer.items()}


def _written(said: object) -> object:
    """Return a message as JSON can carry it to another process."""
    if isinstance(said, Message):
        return {"hint": isinstance(said, Hint), "template": said.template, "values": {name: _written(value) for name, value in said.values.items()}}
    return [_written(item) for item in said] if isinstance(said, tuple) else str(said)


def _said(written: Any) -> Any:
    """Return a message that came from another process, to be worded here."""
    if isinstance(written, dict):
        return (Hint if written["hint"] else Message)(written["template"], {name: _said(value) for name, value in written["values"].items()})
    return tuple(map(_said, written)) if isinstance(written, list) else written


def describe(loaded: Loaded) -> dict[str, Parts]:
    """Return the parts of a loaded plugin, by kind."""
    parts: dict[str, dict[str, dict[str, str]]] = {kind: {} for kind in ("plan", "measure", "unit", "duty", "question", "definition")}
    definitions = dict(loaded.shared.definitions)
    for plan in loaded.plans:
        parts["plan"][plan.id] = {"window": plan.window.key}
        for measure in plan.measures:
            parts["measure"][plan.measure_id(measure)] = {"definition": measure.definition.key, "bar": _bars(plan, measure)}
            definitions.setdefault(measure.definition.key, measure.definition)
        parts["unit"] |= {f"{plan.id}/{unit.id}": {} for unit in plan.units}
        parts["duty"] |= {f"{plan.id}/{duty.id}": {"last_day": duty.last_day or "-", "kind": duty.kind} for duty in plan.duties}
        # What an empty field asks is not asked any more once it is filled, and breaks nothing.
        parts["question"] |= {f"{plan.id}/{question.id}": {} for question in plan.questions if question.id not in askable(plan)}
    for key, item in definitions.items():
        counted = {"kind": item.kind, "counts": item.counts, "over_time": item.over_time, "noun": item.noun.vi}
        parts["definition"][key] = {**counted, "population": item.population or "-"}
    return {**parts, "check": {check.id: {} for check in loaded.checks}, "file": dict(_files(loaded))}


def _bars(plan: Plan, measure: Measure) -> str:
    """Return the bars of a measure in one line, with their days and milestones: what its verdicts rest on."""
    told = []
    for target in measure.targets:
        levels = [f"{item.value} ({item.due})" for item in target.milestones]
        told.append(
            " ".join(
                (
                    f"{target.kind or ''} {target.comparator or '-'} {target.value if target.value is not None else ''}".strip(),
                    f"({plan.due(target)})",
                    *levels,
                )
            )
        )
    return "; ".join(told)


def _files(loaded: Loaded) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the files a person has written, each with what is in it."""
    for root in roots_of(loaded.plugin.offers[0].module):
        for path in sorted(root.rglob("*")) if root.is_dir() else (root,):
            if path.suffix in {".py", ".toml"}:
                yield path.relative_to(root.parent).as_posix(), {"content": sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()[:8]}


def main(arguments: Sequence[str]) -> int:
    """Print what some plugins hold as JSON; whatever else is printed goes to standard error.

    Args:
        arguments: The folder, "" for what is installed, and for each plugin its name and what its entry point names.
    """
    folder, *offers = arguments
    if folder:
        sys.path.insert(0, folder)
    named = dict(offer.split("=", 1) for offer in offers)
    own = {name: Installed(name, (EntryPoint(name, value, PROJECT),)) for name, value in named.items()}
    catalogue = load(named, {**installed(), **own})
    parts = {loaded.plugin.name: describe(loaded) for loaded in catalogue.loaded}
    answer = {"problem": _written(catalogue.problems[0].message)} if catalogue.problems else parts
    sys.stdout.write(json.dumps(answer))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
