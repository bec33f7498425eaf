"""Older forms of plan files: read for one release more, told once a file, and rewritten by `monitor plans convert` (docs/stability.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from copy import deepcopy
from itertools import groupby
from operator import itemgetter
from typing import Any, Protocol

from attrs import field, frozen

from planmonitor.messages import N_, Message
from planmonitor.plantext.roles import role_of

Content = MutableMapping[str, Any]
"""What a plan file holds, as its TOML reader returns it."""


class Shape(Protocol):
    """How what an older form becomes is made: of plain values for the reader, with their remarks for a file."""

    def table(self, entries: Iterable[tuple[str, Any]], replaced: Sequence[Any]) -> Any:
        """Return a table; `replaced` are the tables it takes the place of."""

    def inline(self, entries: Mapping[str, Any]) -> Any:
        """Return a table that stands on one line."""

    def listed(self, values: Sequence[Any], replaced: Sequence[Any], among: Sequence[Any]) -> Any:
        """Return a list, each value of which takes the place of one table among those of the file."""


@frozen
class Retired:
    """One form of a table, or of a key, that plan files no longer have."""

    old: str
    """How it stood there, as an author finds it: "[[units.tasks]]"."""
    new: str
    """What stands there today."""
    deprecated: str
    """The release that has replaced it and still reads it."""
    gone: str
    """The release that no longer reads it."""
    stands_in: Callable[[Content], bool] = field(repr=False)
    """Takes what a file holds and returns whether the older form stands in it, whole and without a fault."""
    renew: Callable[[Content, Shape], None] = field(repr=False)
    """Takes what such a file holds and puts today's form in its place."""


def tasks_listed(role_of: Callable[[str], str | None], deprecated: str, gone: str) -> Retired:
    """Return the older form of the tasks of a unit: a list of tables with text, section and role.

    Today they are a table from section to its texts. A role stands beside a text only where its words do not say it.

    Args:
        role_of: Returns the role that the words of a task say; None where they say none.
        deprecated: The release that has replaced the form.
        gone: The release that no longer reads it.
    """

    def having(content: Content) -> list[Content]:
        return [unit for unit in _tables(content, "units") if _are_tasks(unit.get("tasks"))]

    def renew(content: Content, shape: Shape) -> None:
        for unit in having(content):
            tasks: Sequence[Content] = unit["tasks"]
            by_section = [(section, list(found)) for section, found in groupby(sorted(tasks, key=order_of(tasks)), key=itemgetter("section"))]
            lists = [(str(section), shape.listed([value(task, shape) for task in found], found, tasks)) for section, found in by_section]
            unit["tasks"] = shape.table(lists, tasks)

    def value(task: Content, shape: Shape) -> Any:
        role = task.get("role")
        return task["text"] if role in {None, role_of(task["text"])} else shape.inline({"text": task["text"], "role": role})

    return Retired("[[units.tasks]]", "[units.tasks]", deprecated, gone, lambda content: bool(having(content)), renew)


def order_of(tasks: Sequence[Content]) -> Callable[[Content], int]:
    """Return the key that brings tasks of one section together, the sections in the order of their first task."""
    sections = list(dict.fromkeys(task["section"] for task in tasks))
    return lambda task: sections.index(task["section"])


def _are_tasks(value: object) -> bool:
    """Return whether a value is a list of tasks in the older form, each of them right; what is not is the reader's to tell."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(task, Mapping) and {"text", "section"} <= set(task) <= {"text", "section", "role"} for task in value)
        and all(isinstance(words, str) for task in value for words in task.values())
    )


def _tables(content: Content, path: str) -> list[Content]:
    """Return the tables of a list inside a list: "indicators.measures"; what is no table is left out."""
    found: list[Content] = [content]
    for key in path.split("."):
        lists = (item.get(key) for item in found)
        found = [item for items in lists if isinstance(items, list) for item in items if isinstance(item, MutableMapping)]
    return found


def _said_role(task: str) -> str | None:
    read = role_of(task)
    return None if read is None else read.role


RETIRED: tuple[Retired, ...] = (tasks_listed(_said_role, deprecated="0.1", gone="0.2"),)
"""Every older form that is still read, in the order in which they were retired."""


class Plain:
    """Makes plain values, as a TOML reader returns them."""

    def table(self, entries: Iterable[tuple[str, Any]], replaced: Sequence[Any]) -> dict[str, Any]:
        """Return a table; what it replaces has nothing to be kept."""
        return dict(entries)

    def inline(self, entries: Mapping[str, Any]) -> dict[str, Any]:
        """Return a table."""
        return dict(entries)

    def listed(self, values: Sequence[Any], replaced: Sequence[Any], among: Sequence[Any]) -> list[Any]:
        """Return a list; what it replaces has nothing to be kept."""
        return list(values)


def modernised(content: dict[str, Any], forms: Sequence[Retired] | None = None) -> tuple[dict[str, Any], tuple[Retired, ...]]:
    """Return what a plan file holds in today's form, and the older forms that stood in it; what is given stays as it is.

    Args:
        content: What its TOML reader returned.
        forms: The older forms to look for; all of `RETIRED` where not given.
    """
    found: list[Retired] = []
    for form in RETIRED if forms is None else forms:
        if form.stands_in(content):
            content = content if found else deepcopy(content)
            form.renew(content, Plain())
            found.append(form)
    return content, tuple(found)


def said_of(form: Retired) -> Message:
    """Return which form is old, what takes its place, and until when it is read."""
    told = N_("{old} was replaced by {new} in release {deprecated}; release {gone} no longer reads it")
    return Message.of(told, old=form.old, new=form.new, deprecated=form.deprecated, gone=form.gone)
