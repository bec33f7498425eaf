"""What need not be written because the words beside it say it: the reverse of `derived`, by the same readings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from planmonitor.messages import BadData
from planmonitor.model.definitions import Definition
from planmonitor.model.plans import Measure, Plan, Task
from planmonitor.planfile import derived
from planmonitor.planfile.table import Table
from planmonitor.plantext.roles import role_of

Written = Mapping[str, Any]


def bar(entry: Written, clause: str, definition: Definition) -> dict[str, Any]:
    """Return the table of a bar without what its words, or those of its clause, say."""
    attempts = (("wording", "comparator", "kind"), ("comparator", "kind"), ("wording",))
    return _shortest(entry, attempts, lambda table: derived.bar_of(table, clause, definition))


def report(entry: Written) -> dict[str, Any]:
    """Return the table of a duty without what its rule says."""
    left_out: tuple[str, ...] = ()
    for key in derived.SAID_OF_REPORTS:
        if key in entry and len(_shortest(entry, ((*left_out, key),), derived.report_of)) < len(entry):
            left_out = (*left_out, key)
    return {key: value for key, value in entry.items() if key not in left_out}


def _shortest(entry: Written, attempts: Iterable[tuple[str, ...]], said_by: Callable[[Table], Mapping[str, Any]]) -> dict[str, Any]:
    for keys in attempts:
        short = {key: value for key, value in entry.items() if key not in keys}
        try:
            said = said_by(Table(short, "", tuple(short)))
        except BadData:
            continue
        if len(short) < len(entry) and {**short, **{key: value for key, value in said.items() if value is not None}} == {**entry}:
            return short
    return dict(entry)


def tasks(given: Sequence[Task]) -> dict[str, tuple[Any, ...]]:
    """Return the tasks of a unit under their sections: the text alone where its first words say the role."""
    found: dict[str, tuple[Any, ...]] = {}
    for task in given:
        read = role_of(task.text)
        written = task.text if read is not None and read.role == task.role else {"text": task.text, "role": task.role}
        found[task.section] = (*found.get(task.section, ()), written)
    return found


def lines(plan: Plan, entries: Sequence[Written]) -> tuple[dict[str, Any], ...]:
    """Return the tables of a plan's lines: an objective is written at its first line, the English of a noun where it is first counted."""
    found, objective, nouns = [], "", dict[str, str]()
    for line, entry in zip(plan.indicators, entries, strict=True):
        kept = {key: value for key, value in entry.items() if key != "objective" or value != objective}
        objective = line.objective
        kept["measures"] = tuple(_measure(item, nouns) for item in entry["measures"])
        found.append(kept)
    return tuple(found)


def _measure(entry: Written, nouns: dict[str, str]) -> dict[str, Any]:
    definition = entry.get("definition")
    if not isinstance(definition, Mapping) or "noun_en" not in definition:
        return dict(entry)
    known = nouns.setdefault(definition["noun"], "")
    if known == definition["noun_en"]:
        return {**entry, "definition": {key: value for key, value in definition.items() if key != "noun_en"}}
    nouns[definition["noun"]] = known or definition["noun_en"]
    return dict(entry)


def measure(entry: Written, measure: Measure, code: str) -> dict[str, Any]:
    """Return the table of a measure without the code of its line, bars without their words, milestones without its own sentence."""
    kept = {key: value for key, value in entry.items() if key != "code" or value != code}
    own = {"section": measure.source.section, "clause": measure.source.clause}
    bars = kept.get("targets")
    if bars is None:
        return bar(_milestones(kept, own), measure.source.clause, measure.definition)
    return {**kept, "targets": tuple(bar(_milestones(item, own), measure.source.clause, measure.definition) for item in bars)}


def _milestones(entry: Written, own: Written) -> dict[str, Any]:
    if "milestones" not in entry:
        return dict(entry)
    shorter = tuple(
        {key: value for key, value in item.items() if key not in own} if {**item, **own} == item and "document" not in item else item
        for item in entry["milestones"]
    )
    return {**entry, "milestones": shorter}
