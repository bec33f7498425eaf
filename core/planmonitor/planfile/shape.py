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
from planmonitor.model.places import Place
from planmonitor.model.plan_checks import PlanCheck
from planmonitor.model.plans import Indicator, Measure, Objective, Plan, Programme, Responsibility, Task, Unit
from planmonitor.model.sections import Rhythm, Section
from planmonitor.model.sources import Choice, Document, OpenQuestion, Source
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
    "Definition": "definition",
    "tuple[Target, ...]": "targets",
    "tuple[Population, ...]": "populations",
    "tuple[Breakdown, ...]": "breakdowns",
    "tuple[Task, ...]": "tasks",
}
"""How a field of a type is written; one of any other class of `PARTS` is a "table", a list of them "tables"."""

PARTS = (
    *(Place, Document, Objective, Indicator, Measure, Responsibility, Unit, Task, Duty, Section, Rhythm, OpenQuestion, Choice, PlanCheck, Source),
    *(Definition, Card, Category, Population, Breakdown, Baseline, Milestone, Target),
)
"""The classes that have a table of their own."""

CALLED_ONCE = ("objectives", "indicators", "measures", "units", "duties", "sections", "rhythms", "questions", "checks")
"""Lists whose tables are named from elsewhere in the file, so that no two of them may be called alike."""

NAMED_BY = {
    **dict.fromkeys(("objectives", "indicators", "measures"), "code"),
    **dict.fromkeys(("units", "duties", "rhythms", "questions", "checks"), "id"),
    "sections": "section",
    **dict.fromkeys(("categories", "choices", "populations"), "key"),
}
"""The key by which each table of a list is called; those of other lists are called by their section, or their number."""

DERIVED = {
    *((Plan, name) for name in ("id", "answers", "baselines", "deadlines")),
    *((Programme, "id"), (Definition, "unread"), (Duty, "named_day_counts")),
}
"""What no file says: the id is the file's name, answers are the place's."""

REFERS = {
    (Indicator, "objective"): "objectives",
    (Responsibility, "unit"): "units",
    (Duty, "reporters"): "units",
    (Duty, "drafter"): "units",
    (Duty, "measures"): "measures",
    (Rhythm, "units"): "units",
    (PlanCheck, "measures"): "measures",
    (Target, "value_from"): "questions",
    (Definition, "population"): "populations",
}
"""Fields that name another part of the same file."""

ALL = "all"
"""What a report carries that carries every measure of its plan."""

SOURCE = ("section", "clause", "document")
"""A source is written into the table of what it stands behind; its document is the file's own where none is named."""


@frozen
class Field:
    """How one field of a class is written."""

    name: str
    """Its name in the class, and its key in the file."""
    form: str
    """How it is written: one of the values of `FORMS`, "table" or "tables"."""
    needed: bool
    """Whether its class has to be given it; of a list it may be given none."""
    default: Any
    """What holds where the file is silent; `NOTHING` where the file has to say it."""
    allowed: tuple[str, ...]
    """The words it may be; empty for any."""
    part: Any
    """The class of the table, or of the tables, it holds; None for others."""
    refers: str
    """The list of the file whose tables it names: "units", "measures" or another; "" for none."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys it takes in its table."""
        if self.form == "pair":
            return (self.name, f"{self.name}_en")
        return SOURCE if self.form == "source" else (self.name,)


@cache
def fields_of(kind: type) -> tuple[Field, ...]:
    """Return how the fields of a class are written, in its order; a LookupError tells a type that no file can hold: `FORMS` and `PARTS` lack it."""
    return tuple(_field(kind, attribute) for attribute in fields(kind) if (kind, attribute.name) not in DERIVED)


def _field(kind: type, attribute: Any) -> Field:
    written = str(attribute.type).removesuffix(" | None")
    part = next((part for part in PARTS if written in {part.__name__, f"tuple[{part.__name__}, ...]"}), None)
    if part is None and written not in FORMS:
        raise LookupError(f"{kind.__name__}.{attribute.name}: a plan file cannot hold {written}")
    form = FORMS.get(written) or ("tables" if written.startswith("tuple") else "table")
    default, needed = attribute.default, attribute.default is NOTHING and written == attribute.type
    if isinstance(default, Factory):  # type: ignore[arg-type]
        default = default.factory()
    elif default is NOTHING and not needed:
        default = None
    elif default is NOTHING and written.startswith("tuple"):
        default = ()
    allowed = tuple(WINDOWS) if form == "window" else tuple(word for word in getattr(attribute.validator, "allowed", ()) if word is not None)
    return Field(attribute.name, form, needed, default, allowed, part, REFERS.get((kind, attribute.name), ""))


@cache
def fields_by_key(kind: type) -> dict[str, Field]:
    """Return the field of a class that each key of its table belongs to."""
    return {key: field for field in fields_of(kind) for key in field.keys}


@cache
def keys_of(kind: type) -> KeysView[str]:
    """Return the keys that a table holding a class may have, in the order in which they are written."""
    return dict.fromkeys([*LEADING.get(kind, ()), *fields_by_key(kind)]).keys()


def field_at(kind: type, key: str) -> Field | None:
    """Return the field that a key of a class's table belongs to, that of its one bar in a measure's; None where none has it."""
    return fields_by_key(kind).get(key) or (fields_by_key(Target).get(key) if kind is Measure else None)


def part_at(kind: type, key: str) -> type:
    """Return the class of the tables under a key; a LookupError where none stand there."""
    field = field_at(kind, key)
    part: type | None = SHARED[key] if field is None else field.part
    if part is None:
        raise LookupError(f"{kind.__name__}.{key} holds no tables")
    return part


def keys_at(kind: type, key: str) -> KeysView[str]:
    """Return the keys that the tables under a key may have; acts beside the file's own are named by an id."""
    keys = keys_of(part_at(kind, key))
    return dict.fromkeys(("id", *keys)).keys() if key == "documents" else keys


SHARED = {"documents": Document, "breakdowns": Breakdown, "definitions": Definition}
"""Parts that stand once in a file and are named from its other tables: acts beside its own, breakdowns, definitions."""

LEADING: dict[type, tuple[str, ...]] = {
    Plan: ("draft", "title", "title_en", "short", "short_en", "programme", "start", "end", "window", "populations", "place", "document", *SHARED),
    Programme: ("title", "title_en", "populations", "document", *SHARED),
    Indicator: ("code", "objective", "text", *SOURCE),
    # One bar stands in the measure's own table; several, each with its days, below it.
    Measure: ("code", "label", "label_en", "adopts", "definition", *fields_by_key(Target), *SOURCE),
    Breakdown: ("id",),
    Source: SOURCE,
}
"""Keys that stand first in a table, those that no field of its class has among them."""
