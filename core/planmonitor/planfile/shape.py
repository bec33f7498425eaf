"""The shape of a plan file: which table holds which part of the model, and how each of its fields is written.

Everything follows from the attrs classes of the model: a field that is added there is read, written, adopted and stands in the
JSON Schema, or this module refuses to load because it does not know how such a field is written.
"""

from __future__ import annotations

from collections.abc import KeysView
from functools import cache
from typing import Any

from attrs import NOTHING, Factory, fields, frozen

from planmonitor.model.definitions import Breakdown, Card, Category, Definition, Population
from planmonitor.model.duties import Duty
from planmonitor.model.periods import WINDOWS
from planmonitor.model.plans import Indicator, Measure, Objective, Place, Plan, Programme, Responsibility, Task, Unit
from planmonitor.model.questions import Choice, OpenQuestion
from planmonitor.model.sources import Document, Source
from planmonitor.model.targets import Baseline, Milestone, Target

FORMS = {
    "str": "text",
    "Text": "pair",
    "bool": "flag",
    "date": "day",
    "int": "whole",
    "int | Decimal": "figure",
    "tuple[str, ...]": "texts",
    "tuple[int, ...]": "years",
    "str | int | tuple[int, ...]": "offer",
    "Window": "window",
    "Source": "source",
    "tuple[Target, ...]": "targets",
    "tuple[Population, ...]": "populations",
    "tuple[Breakdown, ...]": "breakdowns",
}
"""How a field of a type is written; `_parts` adds the classes that have a table of their own."""

NAMED_BY = {
    Objective: "code",
    Indicator: "code",
    Measure: "code",
    Unit: "id",
    Duty: "id",
    OpenQuestion: "id",
    Definition: "key",
    Breakdown: "key",
    Category: "key",
    Choice: "key",
    Population: "key",
}
"""The key by which a table of a list is called; others are called by their number."""

PARTS = (Place, Document, Objective, Indicator, Measure, Responsibility, Unit, Task, Duty, OpenQuestion, Choice, Definition, Card, Category, Baseline)
PARTS_IN_LISTS = (*PARTS, Milestone, Source)

DERIVED = {(Plan, "id"), (Plan, "answers"), (Programme, "id"), (Definition, "unread")}
"""What no file says: the id is the file's name, answers are the place's."""

REFERS = {
    (Indicator, "objective"): "objectives",
    (Responsibility, "unit"): "units",
    (Duty, "reporters"): "units",
    (Duty, "drafter"): "units",
    (Duty, "measures"): "measures",
    (Target, "value_from"): "questions",
    (Definition, "population"): "populations",
}
"""Fields that name another part of the same file."""

SOURCE = ("section", "clause", "document")
"""A source is written into the table of what it stands behind; its document is the file's own where none is named."""


@frozen
class Field:
    """How one field of a class is written.

    Attributes:
        name: Its name in the class, and its key in the file.
        form: How it is written: one of the values of `FORMS`, "table", "tables" or "definition".
        needed: Whether the file has to say it.
        has_default: Whether the class says what holds where the file does not.
        default: What that is; None where it says nothing.
        allowed: The words it may be; empty for any.
        part: The class of the table, or of the tables, it holds.
        refers: The parts of the file that it names: "units", "measures", "objectives" or "questions"; "" for none.
    """

    name: str
    form: str
    needed: bool
    has_default: bool
    default: Any
    allowed: tuple[Any, ...] = ()
    part: type | None = None
    refers: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys it takes in its table."""
        if self.form == "pair":
            return (self.name, f"{self.name}_en")
        return SOURCE if self.form == "source" else (self.name,)


@cache
def fields_of(kind: type) -> tuple[Field, ...]:
    """Return how the fields of a class are written, in the order of the class.

    Raises:
        LookupError: where a field has a type that no file can hold: `FORMS` or `PARTS` lack it.
    """
    return tuple(_field(kind, attribute) for attribute in fields(kind) if (kind, attribute.name) not in DERIVED)


def _field(kind: type, attribute: Any) -> Field:
    written = str(attribute.type)
    optional = written.endswith(" | None")
    form, part = _form(written.removesuffix(" | None"), kind, attribute.name)
    has_default = attribute.default is not NOTHING
    return Field(
        name=attribute.name,
        form=form,
        needed=not (has_default or optional),
        has_default=has_default,
        default=_default(attribute.default) if has_default else None,
        allowed=tuple(WINDOWS) if form == "window" else _allowed(attribute.validator),
        part=part,
        refers=REFERS.get((kind, attribute.name), ""),
    )


def _form(written: str, kind: type, name: str) -> tuple[str, type | None]:
    if written in FORMS:
        return FORMS[written], {"targets": Target, "populations": Population, "breakdowns": Breakdown}.get(FORMS[written])
    for part in PARTS_IN_LISTS:
        if written == part.__name__:
            return ("definition" if part is Definition else "table"), part
        if written == f"tuple[{part.__name__}, ...]":
            return "tables", part
    raise LookupError(f"{kind.__name__}.{name}: a plan file cannot hold {written}")


def _default(default: Any) -> Any:
    return default.factory() if isinstance(default, Factory) else default  # type: ignore[arg-type]


def _allowed(validator: Any) -> tuple[Any, ...]:
    return tuple(word for word in getattr(validator, "allowed", ()) if word is not None)


@cache
def fields_by_key(kind: type) -> dict[str, Field]:
    """Return the field of a class that each key of its table belongs to."""
    return {key: field for field in fields_of(kind) for key in field.keys}


@cache
def without_default(kind: type) -> tuple[Field, ...]:
    """Return the fields of a class for which it does not say itself what holds where the file is silent."""
    return tuple(field for field in fields_of(kind) if not field.has_default)


@cache
def keys_of(kind: type) -> KeysView[str]:
    """Return the keys that a table holding a class may have, in the order in which they are written."""
    if kind is Source:
        return dict.fromkeys(SOURCE).keys()
    return dict.fromkeys([*LEADING.get(kind, ()), *fields_by_key(kind)]).keys()


@cache
def part_at(kind: type, key: str) -> type:
    """Return the class of the tables under a key.

    Raises:
        LookupError: where no tables stand there.
    """
    beside = fields_of(Target) if kind is Measure else ()
    found = {field.name: field.part for field in (*fields_of(kind), *beside) if field.part is not None}
    found |= {"documents": Document, "breakdowns": Breakdown, "definitions": Definition} if kind in {Plan, Programme} else {}
    return found[key]


@cache
def keys_at(kind: type, key: str) -> KeysView[str]:
    """Return the keys that the tables under a key may have; acts beside the file's own are named by an id."""
    keys = keys_of(part_at(kind, key))
    return dict.fromkeys(("id", *keys)).keys() if key == "documents" else keys


SHARED = ("documents", "breakdowns", "definitions")
"""Parts that stand once in a file and are named from its other tables: acts beside its own, breakdowns, definitions."""

_TARGET = tuple(field.name for field in fields_of(Target))

LEADING: dict[type, tuple[str, ...]] = {
    Plan: (
        *("draft", "title", "title_en", "short", "short_en", "programme", "start", "end", "window", "populations"),
        *("place", "document", *SHARED),
    ),
    Programme: ("title", "title_en", "populations", "document", *SHARED),
    Indicator: ("code", "objective", "text", *SOURCE),
    # One bar stands in the measure's own table; several, each with its days, below it.
    Measure: ("code", "label", "label_en", "adopts", "definition", *_TARGET, *SOURCE),
    Breakdown: ("id",),
}
"""Keys that stand first in a table, those that no field of its class has among them."""
