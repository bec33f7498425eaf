"""The JSON Schema of plan files, so that an editor completes keys and marks what is wrong, and the page of all keys."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from textwrap import dedent
from typing import Any

from planmonitor.model.definitions import Definition
from planmonitor.model.duties import Duty
from planmonitor.model.plans import ROLES, Indicator, Measure, Programme, Unit
from planmonitor.model.sections import Rhythm
from planmonitor.model.sources import Document, Source
from planmonitor.model.targets import Milestone, Target
from planmonitor.planfile.shape import ALL, SHARED, Field, field_at, fields_by_key, fields_of, keys_at, keys_of, part_at
from planmonitor.planfile.table import FORMS, TEXT, WHOLE

Schema = dict[str, Any]

TASK: Schema = {
    "type": "object",
    "properties": {"text": TEXT, "role": {**TEXT, "enum": list(ROLES)}},
    "required": ["text"],
    "additionalProperties": False,
}
"""A task whose first words do not say its role."""

SIMPLE: dict[str, Schema] = {
    **{form: schema for form, (_is_right, _wanted, schema) in FORMS.items()},
    **dict.fromkeys(("pair", "source", "window"), TEXT),
    "offer": {"anyOf": [TEXT, WHOLE, {"type": "array", "items": WHOLE}]},
    "tasks": {"type": "object", "additionalProperties": {"anyOf": [TEXT, {"type": "array", "items": {"anyOf": [TEXT, TASK]}}]}},
}
"""How the forms of fields that hold no table are written."""

MEANINGS = {
    "draft": "Whether it is a draft that nobody may follow yet; delete the line once a person has compared it with the document.",
    "adopts": "Id of a programme's measure: its definition is taken over, and its sentence while bar, words and date are the same.",
    "id": "Under which name other tables of the file mean this one.",
    "section": 'Where the sentence stands, as an officer would cite it: "mục I.2.1".',
    "clause": "The sentence as printed.",
    "document": "Id of the act that holds the sentence, from `documents` or the programme's file; without it the file's own document.",
    "documents": "Acts beside the file's own document that sources cite.",
    "breakdowns": "Breakdowns that several definitions name by their `id`, or their `key`.",
    "definitions": "Definitions that several measures name by their `key`.",
}
"""What keys mean that belong to no field of a class."""

NOT_NEEDED = {
    (Indicator, "objective"): "that of the line before",
    (Measure, "code"): "that of the line, where it is the only one in it",
    (Measure, "label"): "that of its definition, where this file or its plugin holds it, or of the adopted measure",
    (Measure, "definition"): "`adopts` brings one along",
    (Measure, "section"): "that of the line, or of the adopted measure",
    (Measure, "clause"): "that of the line, or of the adopted measure",
    (Measure, "wording"): "the words of the clause, where they decide one bar; or each of the `targets` has its own",
    (Target, "wording"): "the words of the clause, where they decide one bar",
    (Measure, "comparator"): "what the words decide",
    (Target, "comparator"): "what the words decide",
    (Measure, "kind"): "what the words decide",
    (Target, "kind"): "what the words decide",
    (Milestone, "section"): "the sentence of the measure",
    (Milestone, "clause"): "the sentence of the measure",
    (Duty, "kind"): "what the words of the rule decide",
    (Duty, "period"): "what the words of the rule decide",
    (Duty, "last_day"): "what the words of the rule decide",
    (Duty, "working_days"): "what the words of the rule decide",
    (Duty, "due_day"): "what the words of the rule decide",
    (Duty, "due_month"): "what the words of the rule decide",
    (Duty, "clause"): "the one sentence quoted under that section by another report",
    (Rhythm, "clause"): "the one sentence quoted under that section by a report",
    (Definition, "noun_en"): "the English that stood beside that noun before",
    (Definition, "key"): "the plan's id and the measure's code",
    (Definition, "label"): "that of the measure",
    (Document, "title"): "that of the plan",
}
"""Keys of needed fields that a file may leave out, because something else says it."""

WRITTEN = {
    (
        Unit,
        "tasks",
    ): ' Under each section where they stand a list of them as printed: `"mục IV.1" = ["Chủ trì ..."]`; the role is read from the first '
    'words, and one of another role, or whose words say none, is `{ text = "...", role = "..." }`. A unit that has the same tasks there as one above '
    'names that: `"mục IV.9" = "cong-an-xa"`.',
    (Duty, "measures"): f' "{ALL}" for every measure of the plan.',
}
"""How fields are written whose form needs words."""

ONE_OF: dict[type, tuple[tuple[str, ...], ...]] = {Measure: (("definition", "adopts"),)}
"""Of each of these keys a table has at least one."""

TOGETHER = {"documents": ("Act", ("id", "title")), "definitions": ("SharedDefinition", ("key", "label"))}
"""Tables under these keys are named from elsewhere: how the schema calls them, and what they need that those of their class may leave out."""


def schema_of(kind: type) -> Schema:
    """Return the JSON Schema of a file: of a `Plan`, or of a `Programme` for what a plugin's plans share."""
    tables: dict[str, Schema] = {}
    top = _table(kind, keys_of(kind), tables)
    if kind is Programme:
        top |= {"required": [], "dependentRequired": {"title": ["document"], "document": ["title"]}}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind.__name__, **top, "$defs": dict(sorted(tables.items()))}


def _table(kind: type, keys: Iterable[str], tables: dict[str, Schema], also: Sequence[str] = ()) -> Schema:
    """Return the schema of a table, and put those of the tables inside it beside it."""
    properties = {key: _property(kind, key, tables) for key in keys}
    required = [*also, *(key for key in properties if _is_needed(kind, key))]
    choices = [{"anyOf": [{"required": [key]} for key in keys]} for keys in ONE_OF.get(kind, ())]
    summary = _listing(kind, " ".join((inspect.getdoc(kind) or "").split("\n\n")[0].split()))
    table = {"type": "object", "description": summary, "properties": properties, "required": required, "additionalProperties": False}
    return {**table, "allOf": choices} if choices else table


def _property(kind: type, key: str, tables: dict[str, Schema]) -> Schema:
    field = None if kind is Source else field_at(kind, key)
    form = field.form if field is not None else "tables" if key in SHARED else "flag" if key == "draft" else "text"
    if form in SIMPLE:
        written = {**SIMPLE[form], **({"enum": list(field.allowed)} if field is not None and field.allowed else {})}
        if (kind, key) == (Duty, "measures"):
            written = {"anyOf": [{**TEXT, "enum": [ALL]}, written]}
    else:
        written = {"$ref": f"#/$defs/{_name_of_table(kind, key, tables)}"}
        if form in {"definition", "populations", "breakdowns"}:
            written = {"anyOf": [TEXT, written]}
        if form not in {"definition", "table"}:
            written = {"type": "array", "items": written}
    return {**written, "description": _meaning(kind, key, field)}


def _name_of_table(kind: type, key: str, tables: dict[str, Schema]) -> str:
    part = part_at(kind, key)
    name, also = TOGETHER.get(key, (part.__name__, ()))
    if name not in tables:
        tables[name] = {}  # its place, while the tables inside it are gone through
        tables[name] = _table(part, keys_at(kind, key), tables, also)
    return name


def _is_needed(kind: type, key: str) -> bool:
    if kind is Source:
        return key != "document"
    field = fields_by_key(kind).get(key)
    if field is None or not field.needed or (kind, key) in NOT_NEEDED or key.endswith("_en") or field.form in {"texts", "targets"}:
        return False
    return key != "document" or field.form != "source"


def _meaning(kind: type, key: str, field: Field | None) -> str:
    if field is None or field.form == "source":
        return MEANINGS[key]
    owner = kind if field in fields_of(kind) else Target
    said = re.sub(r"\bNone\b", "absent", _listing(owner, said_of_fields(owner)[field.name]))  # in a file nothing is None
    said += WRITTEN.get((kind, key), "")
    if (kind, key) in NOT_NEEDED:
        said += f" Without it: {NOT_NEEDED[kind, key]}."
    return f"{said} In English." if key == f"{field.name}_en" else said


@cache
def said_of_fields(kind: type) -> dict[str, str]:
    """Return what stands below each field of a class about it."""
    found = {}
    [written] = ast.parse(dedent(inspect.getsource(kind))).body
    for pair in pairwise(written.body if isinstance(written, ast.ClassDef) else ()):
        match pair:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(said))):
                found[name] = " ".join(said.split())
    return found


def _listing(kind: type, said: str) -> str:
    """Return a sentence in which the constants it names stand with their values."""
    constants = vars(sys.modules[kind.__module__])
    listed = {name: ", ".join(f'"{item}"' for item in value) for name, value in constants.items() if isinstance(value, tuple)}
    return re.sub(r"`([A-Z_]+)`", lambda found: listed.get(found[1], found[0]), said)
