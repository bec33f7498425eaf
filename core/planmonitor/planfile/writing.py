"""From a plan, or a draft of one, to the text of a plan file.

A table is a mapping from keys to values, lists and tables, in the words of the file; `NOTES` holds the remarks above it, `AFTER`
those behind it. What a person has to find stands there as `Open` and is written commented out, with the question beside it, so
that the file can be read at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import field, fields, frozen, has

from planmonitor.model.definitions import Definition, Population
from planmonitor.model.duties import Duty
from planmonitor.model.plans import Indicator, Measure, Plan
from planmonitor.model.populations import BASE_POPULATIONS
from planmonitor.model.sources import Document, Source
from planmonitor.names import slug, unlike
from planmonitor.planfile import unsaid
from planmonitor.planfile.asked import empty_fields
from planmonitor.planfile.shape import ALL, SOURCE, Field, fields_of, keys_at, keys_of, part_at
from planmonitor.planfile.toml_text import comments, entry_lines, wrapped, written_value

Value = str | int | Decimal | date | bool | tuple[str, ...] | tuple[int, ...]
Entry = Mapping[str, Any]
"""A table of a file: keys with a `Value`, an `Open`, a `Noted`, another table, or a tuple of tables; None leaves a key out."""

NOTES, AFTER = "#", "##"
"""The keys under which a table keeps the sentences to be written above it, and behind it."""

TASKS = "tasks"
"""The table of a unit that has sections for keys."""

INLINE = {"responsible", "choices", "categories", "populations"}
"""Lists of small tables that are written one to a line, inside the table they belong to."""


@frozen
class Open:
    """A value that a person has to find: `ask` says what to write there, and is "" where the line above has asked already.

    The `example` is how such a value, or tables in its place, are written, or what was found and not decided.
    """

    ask: str
    example: Value | tuple[Entry, ...] = ""


@frozen
class Noted:
    """A value with a sentence above it, and an empty line below where it stands apart."""

    value: Value
    note: str
    apart: bool = False


Cell = Value | Open | None
"""What may stand behind a key that holds no tables; None leaves the key out."""


@frozen
class Around:
    """What a plan need not write out, because it stands elsewhere under a name."""

    plan: str = ""
    """Id of the plan."""
    document: Document | None = None
    """The document of the file."""
    documents: Mapping[Document, str] = field(factory=dict)
    """Id of each other act by the act."""


def ids_of_acts(part: Any, known: Mapping[Document, str]) -> dict[Document, str]:
    """Return an id for each act that a part of the model cites: the one it has, else from its number or title."""
    ids: dict[Document, str] = {}
    for act in _acts_in(part):
        name = known.get(act) or unlike(slug(act.number or act.title.vi, default="act"), {*known.values(), *ids.values()})
        ids.setdefault(act, name)
    return ids


def _acts_in(part: Any) -> Iterator[Document]:
    if isinstance(part, Document):
        yield part
    elif isinstance(part, tuple):
        yield from (act for item in part for act in _acts_in(item))
    elif has(type(part)):
        yield from (act for item in fields(type(part)) for act in _acts_in(getattr(part, item.name)))


def entry_of(part: Any, around: Around) -> dict[str, Any]:
    """Return a plan, a programme or a part of one as a table: all that its class does not say by itself."""
    if isinstance(part, Source):
        cited = {} if part.document == around.document else {"document": around.documents[part.document]}
        return {"section": part.section, "clause": part.clause, **cited}
    entry: dict[str, Any] = {}
    kind: type = type(part)
    for item in fields_of(kind):
        entry |= _written(item, getattr(part, item.name), part, around)
    if isinstance(part, Indicator):
        entry |= _line_of(part, entry, around)
    if isinstance(part, Duty):
        entry = unsaid.report(entry)
    return _plan(part, entry) if isinstance(part, Plan) else entry


def _plan(plan: Plan, entry: dict[str, Any]) -> dict[str, Any]:
    """Return the tables of a plan without what they say twice, or an empty field asks by itself."""
    if plan.document.title == plan.title:
        entry["document"] = _without(entry["document"], "title", "title_en")
    entry["indicators"] = unsaid.lines(plan, entry["indicators"])
    every = tuple(measure.code for measure in plan.measures)
    if "duties" in entry:
        entry["duties"] = tuple({**duty, "measures": ALL} if duty.get("measures") == every else duty for duty in entry["duties"])
    if "questions" in entry:
        asked = empty_fields(plan)
        pairs = zip(plan.questions, entry["questions"], strict=True)
        entry["questions"] = tuple(written for question, written in pairs if question not in asked)
    return {key: value for key, value in entry.items() if value != ()}


def _written(item: Field, value: Any, part: Any, around: Around) -> dict[str, Any]:
    if value in ((), item.default):
        return {}
    if item.form == "pair":
        return {item.name: value.vi, **({f"{item.name}_en": value.en} if value.en != value.vi else {})}
    if item.form == "source":
        return entry_of(value, around)
    if item.form == "targets" and len(value) == 1:
        return entry_of(value[0], around)
    if item.form == "definition":
        return {item.name: _definition(value, part, around)}
    if item.form == "window":
        return {item.name: value.key}
    if item.form == "tasks":
        return {item.name: unsaid.tasks(value)}
    if item.part is None:
        return {item.name: value}
    return {item.name: tuple(_named(one, around) for one in value) if isinstance(value, tuple) else _named(value, around)}


def _named(part: Any, around: Around) -> Any:
    """Return a part as the name under which it stands elsewhere, else as a table."""
    named = isinstance(part, Population) and BASE_POPULATIONS.get(part.key) == part
    return part.key if named else entry_of(part, around)


def _definition(definition: Definition, measure: Measure, around: Around) -> Any:
    if definition.unread:
        return definition.key
    key = ("key",) if definition.key == f"{around.plan}/{measure.code}" else ()
    label = ("label", "label_en") if definition.label == measure.label else ()
    return _without(entry_of(definition, around), *key, *label)


def _line_of(indicator: Indicator, entry: Mapping[str, Any], around: Around) -> dict[str, Any]:
    """Return the source that all measures of a line share, written once, and the measures without it."""
    sources = {measure.source for measure in indicator.measures}
    alone = indicator.code if len(indicator.measures) == 1 else ""
    pairs = zip(entry["measures"], indicator.measures, strict=True)
    measures = tuple(unsaid.measure(written, measure, alone) for written, measure in pairs)
    if len(sources) > 1:
        return {"measures": measures}
    written = entry_of(sources.pop(), around)
    if written["clause"] == indicator.text:
        del written["clause"]
    return {**written, "measures": tuple(_without(item, *SOURCE) for item in measures)}


def _without(entry: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in keys}


def file_text(entry: Entry, kind: type = Plan) -> str:
    """Return the text of the file of a plan or a programme; its keys are those of the shape, else a LookupError, and stand in its order."""
    blocks = _blocks(_ordered(entry, keys_of(kind), kind.__name__), kind, (), "")
    return "\n\n".join("\n".join(block).rstrip("\n") for block in blocks if block) + "\n"


def _ordered(entry: Entry, known: Collection[str], name: str) -> dict[str, Any]:
    keys = (NOTES, *known, AFTER)
    if unknown := [key for key in entry if key not in keys]:
        raise LookupError(f"{name} has no keys {unknown}")
    return {key: entry[key] for key in keys if entry.get(key) is not None}


def _blocks(entry: Mapping[str, Any], kind: type, path: tuple[str, ...], brackets: str) -> Iterator[list[str]]:
    """Yield a table, then the tables inside it; what is noted at the head of the file stands by itself."""
    tables = {key: value for key, value in entry.items() if key not in {NOTES, AFTER, *INLINE} and _holds_tables(value)}
    notes = comments(entry.get(NOTES, ()))
    lines = [line for key, value in entry.items() if key not in {*tables, NOTES, AFTER} for line in _line(kind, key, value)]
    yield from ([*notes, brackets.format(".".join(path)), *lines],) if path else (notes, lines)
    for key, value in tables.items():
        if isinstance(value, Open):
            example = _tables(kind, key, value.example, path)
            yield [*comments([value.ask]), *(f"# {line}" for block in example for line in block)]
        else:
            yield from _tables(kind, key, value, path)
    yield comments(entry.get(AFTER, ()))


def _tables(kind: type, key: str, value: Any, path: tuple[str, ...]) -> Iterator[list[str]]:
    if key == TASKS:
        yield [f"[{'.'.join((*path, key))}]", *(line for section, items in value.items() for line in entry_lines(written_value(section), items))]
        return
    items, brackets = (value, "[[{}]]") if isinstance(value, tuple) else ((value,), "[{}]")
    for item in items:
        yield from _blocks(_ordered(item, keys_at(kind, key), f"{kind.__name__}.{key}"), part_at(kind, key), (*path, key), brackets)


def _holds_tables(value: object) -> bool:
    if isinstance(value, Open):
        return _holds_tables(value.example)
    return isinstance(value, Mapping) or (isinstance(value, tuple) and bool(value) and all(isinstance(item, Mapping) for item in value))


def _line(kind: type, key: str, value: Any) -> list[str]:
    if isinstance(value, Open):
        return [*comments([value.ask] if value.ask else []), f"# {key} = {written_value(value.example)}"]
    if isinstance(value, Noted):
        return [*comments([value.note]), *_line(kind, key, value.value), *([""] if value.apart else [])]
    if isinstance(value, tuple) and any(isinstance(item, Mapping) for item in value):
        value = tuple(_ordered(item, keys_at(kind, key), f"{kind.__name__}.{key}") if isinstance(item, Mapping) else item for item in value)
        return [f"{key} = [", *(line for item in value for line in wrapped("  ", item, ",")), "]"]
    return entry_lines(key, value)
