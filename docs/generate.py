"""Write the parts of the pages that come out of the code: `python docs/generate.py`.

A generated part stands between two comments, `<!-- generated: NAME -->` and `<!-- end of NAME -->`. A test compares the pages
with what this file would write, so that they cannot fall behind.
"""

from __future__ import annotations

import importlib
import inspect
import json
import re
import runpy
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import attrs
import click
import planmonitor
from planmonitor.assessment import across
from planmonitor.assessment.checking import Check
from planmonitor.assessment.declared import TITLES
from planmonitor.assessment.every_plan import EVERY_PLAN
from planmonitor.assessment.rule_numbers import NUMBER_OF
from planmonitor.contract.examination import RULES
from planmonitor.planfile.schema import Schema, said_of_fields, schema_of
from planmonitor.registry.loading import load
from planmonitor_cli.main import monitor
from planmonitor_exchange.machine.columns import RECORDS
from planmonitor_exchange.machine.records import Column
from planmonitor_exchange.speaking import translations

DOCS = Path(__file__).resolve().parent
WIDTH = 100
"""Letters in a line of a help text, whatever terminal this runs in."""
PIPE = r"\|"
"""How a table of a page writes the sign that parts its cells."""


def help_texts() -> str:
    """Return the help of the program and of every command in it, each under a heading of its own."""
    translations.use("en")
    return "\n\n".join(help_text(context) for context in commands())


def commands() -> Iterator[click.Context]:
    """Yield the program and every command in it as if each was called."""
    yield from _with_those_below(click.Context(monitor, info_name="monitor", terminal_width=WIDTH, **monitor.context_settings))


def _with_those_below(context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            below = context.command.get_command(context, name)
            if below is not None:
                yield from _with_those_below(click.Context(below, parent=context, info_name=name))


def help_text(context: click.Context) -> str:
    """Return the help of one command under its heading."""
    level = "###" if context.parent and context.parent.parent else "##"
    return f"{level} {context.command_path}\n\n```text\n{context.get_help().rstrip()}\n```"


def contract() -> str:
    """Return the rules of the contract, each with its number."""
    return "\n".join(f"- {NUMBER_OF[rule.name]} `{rule.name}`: {rule.title}" for rule in RULES)


def rules() -> str:
    """Return all that is looked for in figures: of any plan, across plans, as plan files declare it, by bundled plugins; and the contract."""
    told = tomllib.loads((DOCS / "rules.toml").read_text(encoding="utf-8"))
    head = ("Number", "Rule", "Severity", "What it looks for", "Why", "What to do")
    loaded = [load([folder.name]).loaded[0] for folder in sorted((DOCS.parent / "plugins").iterdir()) if (folder / "pyproject.toml").is_file()]
    parts = ["## Of any plan", _table(head, [_rule(check, told) for check in EVERY_PLAN])]
    parts += ["## Across plans", _table(head, [_rule(check, told) for check in across.CHECKS])]
    own = [(NUMBER_OF[kind], f"`{kind}`", "as declared", title.en, *told["declared"][kind].values()) for kind, title in TITLES.items()]
    parts += ["## Declared in a plan file", "See [`[[checks]]`](plan-file.md#checks).", _table(head, own)]
    parts += ["## Of bundled plugins", _table(head[1:], [_rule(check, told)[1:] for item in loaded for check in item.checks])]
    return "\n\n".join([*parts, "## The contract", "[How it is tested](testing.md#the-contract).", contract()])


def _rule(check: Check[Any], told: dict[str, Any]) -> tuple[str, ...]:
    """Return a check as a row; one of which rules.toml says nothing ends here with a KeyError that names it."""
    plugin, _, name = check.id.partition("/")
    looks = re.sub(r" \((?:\[domain\.md\]\(domain\.md\), )?rules? [\d, and]+\)$", "", _summary(check.look).rstrip("."))
    return (NUMBER_OF.get(check.id, ""), f"`{check.id}`", check.severity, f"{looks}.", told[plugin][name]["why"], told[plugin][name]["do"])


GROUPS = {
    "Plans, and what stands in them": "planmonitor.model.plans",
    "Places": "planmonitor.model.places",
    "How a thing is counted": "planmonitor.model.definitions",
    "What is wanted": "planmonitor.model.targets",
    "Documents, their sentences, and what they leave open": "planmonitor.model.sources",
    "Reports owed": "planmonitor.model.duties",
    "The text, and what recurs": "planmonitor.model.sections",
    "Periods": "planmonitor.model.periods",
    "Files of plans": "planmonitor.planfile.files",
    "Words, and what is refused": "planmonitor.messages",
    "Checks": "planmonitor.assessment.checking",
    "Checks declared in a plan file": "planmonitor.model.plan_checks",
    "What is known": "planmonitor.assessment.known",
    "A judged plan": "planmonitor.assessment.plans",
    "What is judged": "planmonitor.assessment.results",
    "What was counted": "planmonitor.assessment.values",
    "What is recorded": "planmonitor.assessment.records",
    "What is noted beside figures": "planmonitor.assessment.acts",
}
"""The headings of the reference, and the module whose classes stand below each."""


def reference() -> str:
    """Return the classes a plan is made of and a check receives, with their fields and allowed values, and the functions exported."""
    groups = {heading: _classes(module) for heading, module in GROUPS.items()}
    contents = [f"- {heading}: {', '.join(_linked(cls.__name__) for cls in classes)}" for heading, classes in groups.items()]
    parts = ["\n".join(contents)]
    for heading, classes in groups.items():
        parts += [f"## {heading}", *(_described(cls) for cls in classes)]
    functions = [(_call(name, function), _summary(function)) for name, function in _exported(inspect.isfunction).items()]
    return "\n\n".join([*parts, "## Functions", _table(("Function", "What it does"), functions)])


def _exported(kind: Callable[[Any], bool]) -> dict[str, Any]:
    """Return what `planmonitor` exports of one kind, by name."""
    return {name: getattr(planmonitor, name) for name in planmonitor.__all__ if kind(getattr(planmonitor, name))}


@cache
def _classes(module: str) -> list[type]:
    """Return the public classes of a module: what a module builds up from its parts, a reader reads from the whole; errors last."""
    found = [value for name, value in vars(importlib.import_module(module)).items() if inspect.isclass(value) and not name.startswith("_")]
    own = [cls for cls in found if cls.__module__ == module]
    return sorted(own, key=lambda cls: (issubclass(cls, Exception), -inspect.getsourcelines(cls)[1]))


def _described(cls: type) -> str:
    """Return one class under its heading: what it is, its fields, what it can be asked, what it refuses, and what is there ready-made."""
    documented = _sections(cls)
    parts = [f"### {cls.__name__}", _summary(cls)]
    if cls.__name__ not in planmonitor.__all__:
        parts.append("Received and never made: not exported.")
    if attrs.has(cls):
        said = {name: words for base in reversed(cls.__mro__) if attrs.has(base) for name, words in said_of_fields(base).items()}
        # A field that nothing is said of ends here with a KeyError that names it.
        rows = [_field(item, _written_out(cls, said[item.name])) for item in attrs.fields(cls)]
        parts.append(_table(("Field", "Value", "Default", "What it is"), rows))
    elif "Attributes" in documented:
        parts.append(_table(("Attribute", "What it is"), [(f"`{name}`", said) for name, said in documented["Attributes"].items()]))
    if asked := list(_asked(cls)):
        parts.append(_table(("Can be asked", "Answer"), asked))
    parts += [f"Raises `{error}` {said}" for error, said in documented.get("Raises", {}).items()]
    if ready := _exported(lambda value: isinstance(value, cls)):
        parts.append(f"Ready-made: {', '.join(f'`{name}`' for name in ready)}.")
    return "\n\n".join(parts)


def _field(item: attrs.Attribute[Any], said: str) -> tuple[str, str, str, str]:
    allowed = _allowed(item)
    return f"`{item.name}`", allowed, _default(item), said.replace(allowed, "these") if ", " in allowed else said


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (head, ["---"] * len(head), *rows)
    return "\n".join(f"| {' | '.join(cell.replace('|', PIPE) for cell in cells)} |" for cells in lines)


def _documented(described: Any) -> str:
    return _written_out(described, inspect.getdoc(described) or "")


def _written_out(described: Any, said: str) -> str:
    """Return words in which the constants named in backquotes stand for their values, and the rules are linked."""
    constants = vars(sys.modules[described.__module__])
    return _linking(re.sub(r"`([A-Z_]+)`", lambda found: _listed(constants.get(found[1], found[0])), said))


def _summary(described: Any) -> str:
    return " ".join(_documented(described).split("\n\n")[0].split())


def _sections(cls: type) -> dict[str, dict[str, str]]:
    """Return what the sections of a docstring say of each name."""
    return {
        section: {name: " ".join(said.split()) for name, said in re.findall(r"^    (\w+): (.*(?:\n {5,}.*)*)", lines, re.MULTILINE)}
        for section, lines in re.findall(r"^(\w+):\n((?: {4,}.*\n?)+)", _documented(cls), re.MULTILINE)
    }


def _allowed(item: attrs.Attribute[Any]) -> str:
    """Return what a field takes: the values its validator lists, else its type."""
    checks = getattr(item.validator, "_validators", (item.validator,))
    listed = [found for check in checks if inspect.isfunction(check) and (found := inspect.getclosurevars(check).nonlocals.get("allowed"))]
    return _listed(listed[0]) if listed else _typed(str(item.type))


def _listed(values: Any) -> str:
    return ", ".join(f"`{_literal(value)}`" for value in values) if isinstance(values, tuple) else str(values)


def _literal(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)


def _typed(name: str) -> str:
    """Return a type in words, with a link to each class that has a heading here."""
    parts = re.split(r" \| (?![^\[]*\])", name)
    if len(parts) > 1:
        return " or ".join(_typed(part) for part in parts)
    several = re.fullmatch(r"tuple\[(\w+), \.\.\.\]", name)
    return f"tuple of {_typed(several[1])}" if several else _linked(name)


def _linked(name: str) -> str:
    described = {cls.__name__ for module in GROUPS.values() for cls in _classes(module)}
    return f"[`{name}`](#{name.lower()})" if name in described else f"`{name}`"


def _default(item: attrs.Attribute[Any]) -> str:
    if item.default is attrs.NOTHING:
        return "required"
    if isinstance(item.default, attrs.Factory):  # type: ignore[arg-type]
        return f"`{item.default.factory.__name__}()`"  # type: ignore[union-attr]
    named = _exported(lambda value: value is item.default)
    return f"`{next(iter(named), _literal(item.default))}`"


def _asked(cls: type) -> Iterator[tuple[str, str]]:
    """Yield everything public that a class answers beside its fields: how it is asked, and what it answers."""
    for name, value in vars(cls).items():
        # What a property, a cached property or a class method wraps.
        function = next((getattr(value, inner) for inner in ("fget", "func", "__func__") if hasattr(value, inner)), value)
        if inspect.isfunction(function) and not name.startswith("_"):
            derived = isinstance(value, (property, cached_property))
            yield f"`{name}`" if derived else _call(name, function), _summary(function)


def _call(name: str, function: Callable[..., Any]) -> str:
    taken = [str(item.replace(annotation=item.empty)) for item in inspect.signature(function).parameters.values()]
    return f"`{name}({', '.join(item for item in taken if item not in {'self', 'cls'})})`"


def plan_keys() -> str:
    """Return every table of a plan file with its keys: type, whether it must be there, meaning."""
    return "\n\n".join(f"{_heading(paths)}\n\n{table['description']}\n\n{_keys(table)}" for paths, table in _tables(schema_of(planmonitor.Plan)))


def programme_keys() -> str:
    """Return the keys of the head of a programme's file; its tables are those of a plan file."""
    return _keys(schema_of(planmonitor.Programme))


def plan_tables() -> str:
    """Return the tables of a plan file and the names of their keys."""
    rows = [(_heading(paths[:1]).removeprefix("### "), _listed_keys(table)) for paths, table in _tables(schema_of(planmonitor.Plan))]
    return _table(("Table", "Keys"), rows)


def _tables(schema: Schema) -> list[tuple[list[str], Schema]]:
    """Return every kind of table of a file with the places where it may stand, in the order of the file."""
    found: dict[str, list[str]] = {"": [""]}

    def go_through(table: Schema, path: str) -> None:
        for key, value in table["properties"].items():
            for name in re.findall(r"#/\$defs/(\w+)", json.dumps(value)):
                inside = f"{path}.{key}".lstrip(".")
                is_new = name not in found
                found.setdefault(name, []).append(f"[[{inside}]]" if "array" in value.values() else f"[{inside}]")
                if is_new:
                    go_through(schema["$defs"][name], inside)

    go_through(schema, "")
    return [(paths, schema["$defs"][name] if name else schema) for name, paths in found.items()]


def _heading(paths: list[str]) -> str:
    return "### " + ", ".join(f"`{path}`" if path else "Head of the file" for path in paths)


def _keys(table: Schema) -> str:
    rows = ((f"`{key}`", _type(value), _needed(table, key), _linking(value["description"])) for key, value in table["properties"].items())
    return _table(("Key", "Value", "Needed", "Meaning"), rows)


def _needed(table: Schema, key: str) -> str:
    return "yes" if key in table["required"] else ""


def _linking(text: str) -> str:
    return text.replace("docs/domain.md", "[domain.md](domain.md)")


def _listed_keys(table: Schema) -> str:
    return ", ".join(f"`{key}`" for key in table["properties"])


def _type(value: Schema) -> str:
    if "enum" in value:
        return ", ".join(f"`{word}`" for word in value["enum"])
    if "anyOf" in value:
        return " or ".join(_type(item) for item in value["anyOf"])
    if "$ref" in value:
        return "table"
    if value.get("format") == "date":
        return "date"
    if value["type"] == "object":
        return "table of lists of tasks"
    if value["type"] == "array":
        inside = _type(value["items"])
        return "tables" if inside == "table" else f"list of {' or '.join(f'{word}s' for word in inside.split(' or '))}"
    return {"string": "text", "boolean": "true or false", "integer": "whole number", "number": "number"}[value["type"]]


def csv_columns() -> str:
    """Return the columns of every kind of record: what stands in each, and what it is."""
    return "\n\n".join(_columns(records) for records in dict.fromkeys(RECORDS.values()))


def _columns(records: tuple[Column, ...]) -> str:
    commands = ", ".join(f"`monitor {command}`" for command, found in RECORDS.items() if found is records)
    rows = "\n".join(f"| `{column.name}` | {column.kind} | {column.says.replace('|', PIPE)} |" for column in records)
    return f"### {commands}\n\n| Column | | |\n| --- | --- | --- |\n{rows}"


PARTS: dict[str, tuple[str, Callable[[], str]]] = {
    "commands": ("commands.md", help_texts),
    "contract": ("testing.md", contract),
    "rules": ("rules.md", rules),
    "reference": ("reference.md", reference),
    "plan-keys": ("plan-file.md", plan_keys),
    "programme-keys": ("plan-file.md", programme_keys),
    "plan-tables": ("interface.md", plan_tables),
    "csv-columns": ("interface.md", csv_columns),
    "plugins": ("plugins.md", runpy.run_path(str(DOCS / "known_plugins.py"))["known_plugins"]),
}
"""What is generated: its name, the page it stands on, and what writes it."""


def written(page: str, name: str, part: str) -> str:
    """Return the text of a page with one generated part written afresh.

    Raises:
        ValueError: where the page does not have exactly one place for it.
    """
    first, last = f"<!-- generated: {name} -->", f"<!-- end of {name} -->"
    fresh, places = re.subn(f"{first}.*{last}", lambda _found: f"{first}\n\n{part}\n\n{last}", page, flags=re.DOTALL)
    if places != 1:
        raise ValueError(f"the page has {places} places for '{name}'; write {first} and {last} once")
    return fresh


def pages() -> dict[Path, str]:
    """Return every page that has a generated part, as it should be."""
    fresh: dict[Path, str] = {}
    for name, (page, generate) in PARTS.items():
        path = DOCS / page
        fresh[path] = written(fresh.get(path) or path.read_text(encoding="utf-8"), name, generate())
    for kind in (planmonitor.Plan, planmonitor.Programme):
        fresh[DOCS / f"{kind.__name__.lower()}.schema.json"] = json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n"
    return fresh


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")
