"""Where a breach stands: file and line, found in the plan file from the part and the field that the breach names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve

from planmonitor.contract.breaches import Breach
from planmonitor.messages import BadData
from planmonitor.planfile.table import Step
from planmonitor.planfile.toml import TomlFile, line_of, read_toml

_OF_CODE = re.compile(r"(?P<file>\S+\.(?:py|toml)):(?P<line>\d+)")
_NAMES = ("code", "id", "key", "section")


def placed(breaches: Iterable[Breach], file_of: Callable[[str], Path | None], show: Callable[[Path], str]) -> tuple[Breach, ...]:
    """Return breaches with file and line, those of plans and programmes that are files, and those whose field is a place in code.

    Args:
        breaches: What was found.
        file_of: Gives the file of a plan or programme by its id; None for one without.
        show: Gives how a file is called.
    """
    read: dict[Path, TomlFile | None] = {}
    found = []
    for breach in breaches:
        path = None if breach.file else file_of(breach.plan)
        if path is not None and path not in read:
            read[path] = _read(path)
        file = None if path is None else read[path]
        line = None if file is None else line_in(file, breach.field, breach.key)
        found.append(in_code(breach) if path is None or line is None else evolve(breach, file=show(path), line=line))
    return tuple(found)


def as_author_knows(path: Path) -> str:
    """Return how the author of a plugin calls one of its files: by its folder and its name."""
    return "/".join(path.parts[-2:])


def in_code(breach: Breach, where: str = "") -> Breach:
    """Return a breach with the file and line that a place names, by default its own field."""
    match = _OF_CODE.search(where or breach.field)
    return breach if match is None or breach.file else evolve(breach, file=match["file"], line=int(match["line"]))


def _read(path: Path) -> TomlFile | None:
    try:
        return read_toml(path)
    except (BadData, OSError):  # it has been read just now; whoever changes it meanwhile is told no line
        return None


def line_in(file: TomlFile, field: str, key: str = "") -> int:
    """Return the line of a file on which a field stands: "indicators 4a, targets, milestones 1"; of its table where it is not written.

    Args:
        file: The plan file.
        field: The field, as a breach names it.
        key: The key of its table that is meant, or "".
    """
    path: tuple[Step, ...] = ()
    table: Any = file.content
    named = ""
    for part in field.split(", "):
        word, _space, name = part.partition(" ")
        inner = _descend(table, path, word, name)
        if inner is None:
            named = named if isinstance(table, Mapping) and named in table else word
        else:
            path, table, named = *inner, ""
    wanted = next((name for name in (key, named) if name and isinstance(table, Mapping) and name in table), "")
    return line_of(file.text, path, wanted)


def _descend(table: Any, path: tuple[Step, ...], word: str, name: str) -> tuple[tuple[Step, ...], Any] | None:
    """Return the table that a word, and a name or number of it, lead to from a table, with its place; None where there is none."""
    if not name:
        found = table.get(word) if isinstance(table, Mapping) else None
        return ((*path, word), found) if isinstance(found, Mapping) else None
    words = ("measures", "indicators") if word == "indicators" else (word,)
    listed = [found for each in words for found in _listed(table, path, each)]
    called = (found for found in listed if any(found[1].get(key) == name for key in _NAMES))
    numbered = (found for found in listed if found[0] == (*path, word, int(name) - 1)) if name.isdigit() else iter(())
    return next(_uncoded(table, path, name), None) or next(called, None) or next(numbered, None)


def _uncoded(table: Any, path: tuple[Step, ...], code: str) -> Iterator[tuple[tuple[Step, ...], Mapping[str, Any]]]:
    """Yield the measure that is called like its line, which holds no other and gives it its code."""
    for place, line in _listed(table, path, "indicators"):
        measures = line.get("measures")
        alone = measures[0] if isinstance(measures, list) and len(measures) == 1 else None
        if line.get("code") == code and isinstance(alone, Mapping) and "code" not in alone:
            yield (*place, "measures", 0), alone


def _listed(table: Any, path: tuple[Step, ...], word: str) -> Iterator[tuple[tuple[Step, ...], Mapping[str, Any]]]:
    """Yield all tables of a list of that name, at whatever depth, with their places."""
    for key, value in table.items() if isinstance(table, Mapping) else ():
        items = value if isinstance(value, list) else [value] if isinstance(value, Mapping) else []
        for at, item in enumerate(items):
            if isinstance(item, Mapping):
                place = (*path, key, at) if isinstance(value, list) else (*path, key)
                if key == word and isinstance(value, list):
                    yield place, item
                yield from _listed(item, place, word)
