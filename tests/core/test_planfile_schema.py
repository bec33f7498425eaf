"""The JSON Schema says of plan files what the reader says of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from planmonitor import Definition, Duty, Indicator, Measure, Plan, Programme, Source, Target
from planmonitor.planfile.schema import schema_of
from planmonitor.planfile.shape import PARTS, fields_of, keys_of

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(ROOT.glob("plugins/*/planmonitor_*/plans/*.toml"))
IS = {
    "string": lambda value: isinstance(value, (str, date)),
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
}


def faults(value: Any, schema: dict[str, Any], top: dict[str, Any], where: str = "") -> Iterator[str]:
    """Yield what a schema finds wrong: the part of JSON Schema that the two schemas use."""
    if "$ref" in schema:
        yield from faults(value, top["$defs"][schema["$ref"].rpartition("/")[2]], top, where)
    if "anyOf" in schema and all(any(faults(value, item, top, where)) for item in schema["anyOf"]):
        yield f"{where}: none of the ways to write it"
    for item in schema.get("allOf", ()):
        yield from faults(value, item, top, where)
    if "type" in schema and not IS[schema["type"]](value):
        yield f"{where}: no {schema['type']}"
    if "format" in schema and not isinstance(value, date):
        yield f"{where}: no date"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: not one of {schema['enum']}"
    if isinstance(value, dict):
        yield from (f"{where}: {key} is missing" for key in schema.get("required", ()) if key not in value)
        pairs = schema.get("dependentRequired", {}).items()
        yield from (f"{where}: {other} is missing" for key, others in pairs if key in value for other in others if other not in value)
        known = schema.get("properties", {})
        yield from (f"{where}: there is no {key}" for key in value if key not in known and schema.get("additionalProperties") is False)
        yield from (fault for key in value if key in known for fault in faults(value[key], known[key], top, f"{where}.{key}"))
        if isinstance(others := schema.get("additionalProperties"), dict):
            yield from (fault for key in value if key not in known for fault in faults(value[key], others, top, f"{where}.{key}"))
    if isinstance(value, list) and "items" in schema:
        yield from (fault for number, item in enumerate(value) for fault in faults(item, schema["items"], top, f"{where}[{number}]"))


def wrong(text: str, kind: type = Plan) -> list[str]:
    """Return what the schema of a file finds wrong with a text."""
    schema = schema_of(kind)
    return list(faults(tomllib.loads(text), schema, schema))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-4]}/{path.name}")
def test_every_bundled_file_fits_its_schema(path: Path) -> None:
    """What the reader takes, an editor that knows the schema takes."""
    kind = Programme if path.name in {"programme.toml", "definitions.toml"} else Plan

    assert wrong(path.read_text(encoding="utf-8"), kind) == []


def test_plans_in_the_documentation_fit_the_schema() -> None:
    """A whole plan file shown on a page is one."""
    pages = [page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md")]
    blocks = [block for page in pages for block in re.findall(r"```toml\n(.*?)```", page, re.DOTALL)]

    for block in blocks:
        if "[[indicators]]" in block and "[document]" in block:
            assert wrong(block) == []


PLAN = """title = "Kế hoạch"
start = 2026-01-01
end = 2026-12-31
objectives = [{ code = "1", text = "Mục tiêu" }]
[document]
issuer = "UBND"
[[indicators]]
code = "1"
objective = "1"
text = "Ít nhất 5 lớp."
section = "mục I"
[[indicators.measures]]
code = "1"
label = "Lớp"
definition = "a/b"
comparator = ">="
value = 5
wording = "Ít nhất 5"
"""


WORDING = 'wording = "Ít nhất 5"\n'


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("", "", None),
        ("value = 5", "value = 5.5", None),
        ("value = 5", 'value = "5"', "no number"),
        ("value = 5", "valeu = 5", "there is no valeu"),
        ('">="', '"=>"', "not one of"),
        ("end = 2026-12-31\n", "", "end is missing"),
        ("start = 2026-01-01", 'start = "2026-01-01"', "no date"),
        ('issuer = "UBND"', 'id = "own"', "there is no id"),
        ('definition = "a/b"\n', "", "none of the ways"),
        ('definition = "a/b"\n', 'adopts = "a/b/1"\n', None),
        ('definition = "a/b"\n', 'definition = { kind = "count", counts = "events", over_time = "count", noun = "lớp" }\n', None),
        ('definition = "a/b"\n', 'definition = { kind = "count" }\n', "none of the ways"),
        ('wording = "Ít nhất 5"\n', "", None),
        (WORDING, f"{WORDING}[[units]]\nid = 'a'\nname = 'A'\ntasks = {{ 'mục 1' = 5 }}\n", "tasks.mục 1: none of"),
        (WORDING, f"{WORDING}[[units]]\nid = 'a'\nname = 'A'\ntasks = {{ 'mục 1' = ['Tổ chức', {{ text = 'Kiểm tra', role = 'lead' }}] }}\n", None),
        ("value = 5\n", "value = 5\nresponsible = [{ role = 'boss' }]\n", "not one of"),
    ],
)
def test_what_is_wrong_in_a_file_is_wrong_by_the_schema(old: str, new: str, fault: str | None) -> None:
    """Unknown keys, words that are not allowed, missing keys, wrong kinds of values."""
    found = wrong(PLAN.replace(old, new, 1))

    assert (found == []) if fault is None else any(fault in item for item in found), found


def test_every_key_of_the_shape_has_its_place_and_its_meaning() -> None:
    """The schema of a plan knows exactly the keys that the reader knows, and says of each what it means."""
    schema = schema_of(Plan)
    for name, table in {"Plan": schema, **schema["$defs"]}.items():
        assert all(item["description"].strip() for item in table["properties"].values()), name
    for kind in (Plan, Indicator, Measure, Target, Definition, Duty, Source):
        assert list((schema if kind is Plan else schema["$defs"][kind.__name__])["properties"]) == list(keys_of(kind))


@pytest.mark.parametrize("kind", PARTS, ids=lambda kind: kind.__name__)
def test_the_shape_knows_every_field_of_the_model(kind: type) -> None:
    """What a class of the model has, a file can say, but for what its name and the place say."""
    assert {item.name for item in attrs.fields(kind)} - {field.name for field in fields_of(kind)} <= {"unread", "named_day_counts"}
