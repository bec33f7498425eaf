"""Answers in `monitor.toml`: what stands there, what would stand there, and writing it, comments kept."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from attrs import evolve

from planmonitor.messages import N_, BadData, Message
from planmonitor.model.set_days import SetDay
from planmonitor.model.settings import Answer
from planmonitor.planfile.toml import read_text, read_toml
from planmonitor.planfile.toml_text import written_value
from planmonitor.workspace.file import FILE, WorkspaceFile, answer_of, write_whole


def as_toml(answer: Answer) -> str:
    """Return an answer as it is written behind the id of its question."""
    return written_value({"value": answer.value, "since": answer.since, "document": answer.document} if answer.document else answer.value)


def answer_in(written: str) -> Answer | None:
    """Return the answer that stands behind the id of a question; None where nothing does."""
    return answer_of(_value_of(written)) if written else None


DEADLINES = "deadlines"
"""The table of a plan that holds last days set by letters, each under its duty and its period."""


def _path(question: str) -> tuple[str, ...]:
    """Return the tables of a plan, and the key in the last, in which stands what was settled: an answer, or a day under "deadlines/DUTY/PERIOD"."""
    return tuple(question.split("/", 2)) if question.startswith(f"{DEADLINES}/") else ("answers", question)


def day_slot(question: str) -> tuple[str, str] | None:
    """Return duty and key of a last day that was set by a letter, from what names it among the answers; None for the id of a question."""
    path = _path(question)
    return (path[1], path[2]) if path[0] == DEADLINES else None


def set_day_of(written: str) -> SetDay:
    """Return the last day, with its letter, that stands in `monitor.toml` as TOML has it."""
    found = _value_of(written)
    return SetDay(found["last_day"], found.get("document"), found.get("dated"), since=found.get("since"))


def written_answer(file: WorkspaceFile, plan: str, question: str) -> str:
    """Return what `monitor.toml` says of a question, or of a last day, as TOML has it; "" where it says nothing."""
    found: Any = file.settings.get(plan)
    for key in _path(question):
        found = found.get(key) if isinstance(found, Mapping) else None
    return "" if found is None else written_value(_as_tuples(found))


def with_answer(file: WorkspaceFile, plan: str, question: str, written: str) -> WorkspaceFile:
    """Return what the file would say with an answer as TOML has it, "" for none; nothing is written."""
    return evolve(file, settings=_with(file.settings, (plan, *_path(question)), written))


def _with(table: Mapping[str, Any], path: tuple[str, ...], written: str) -> dict[str, Any]:
    """Return a table with what is written at the end of a path through the tables in it, "" for nothing."""
    key, *rest = path
    if rest:
        inside = table.get(key, {})
        return {**table, key: _with(inside if isinstance(inside, Mapping) else {}, tuple(rest), written)}
    found = {name: value for name, value in table.items() if name != key}
    return found | ({key: _value_of(written)} if written else {})


def write_answer(file: WorkspaceFile, plan: str, question: str, written: str) -> None:
    """Write an answer as TOML has it into `monitor.toml`, "" for none; all else in it stays as it is.

    Raises `BadData`, and writes nothing, where the file is written in a way in which this cannot be done.
    """
    from tomlkit.exceptions import TOMLKitError

    before, (*tables, key) = read_text(file.path), _path(question)
    wanted = _content(read_toml(file.path).content, plan, question, written)
    try:
        text = _apart(before, _edited(before, plan, question, written), _as_key(key))
        done = _filled(tomllib.loads(text, parse_float=Decimal)) == _filled(wanted)
    except (ValueError, TOMLKitError):
        done = False
    if not done:
        yourself = N_('Write it there yourself, in the table [plans."{plan}".{table}]: {question} = {written}')
        by_hand = Message.of(yourself, plan=plan, table=".".join(tables), question=_as_key(key), written=written or "…")
        raise BadData(N_("{file} is written in a way in which the answer cannot be put into it; nothing was written."), by_hand, file=FILE)
    write_whole(file.path, text)


def _as_key(key: str) -> str:
    """Return a key as TOML has it: in quotes where it holds more than letters, digits, "-" and "_"."""
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else f'"{key}"'


@contextmanager
def restored_on_failure(file: WorkspaceFile) -> Iterator[None]:
    """Put `monitor.toml` back, byte for byte, where a block raises that changes it beside the database: both are changed, or neither."""
    before = file.path.read_bytes()
    try:
        yield
    except BaseException:
        if file.path.read_bytes() != before:
            write_whole(file.path, before.decode("utf-8"))
        raise


def _edited(text: str, plan: str, question: str, written: str) -> str:
    """Return the text of the file with an answer; the remark behind the one it replaces stays too."""
    import tomlkit

    document = tomlkit.parse(text)
    followed = document.get("plans")
    if not isinstance(followed, Mapping):  # a bare list, beside which no table can stand
        document.pop("plans", None)
        document["plans"] = tomlkit.table()
        document["plans"]["follow"] = followed if followed is not None else tomlkit.array()
    table: Any = document["plans"]
    (*tables, key) = (plan, *_path(question))
    for name in tables:
        if name not in table:
            inline = isinstance(table, tomlkit.items.InlineTable)
            table[name] = tomlkit.inline_table() if inline else tomlkit.table(is_super_table=name != tables[-1])
        table = table[name]
    if not written:
        table.pop(key, None)
        _without_empty(document["plans"], tables)
        return tomlkit.dumps(document).rstrip("\n") + "\n"
    table[key] = tomlkit.parse(f"answer = {written}")["answer"]
    return tomlkit.dumps(document)


def _without_empty(plans: Any, tables: Sequence[str]) -> None:
    """Take out the tables on a path that hold nothing any more, not even a remark, the innermost first."""
    around = [plans]
    for name in tables:
        around.append(around[-1][name])
    for table, name in reversed([*zip(around, tables, strict=False)]):
        if not _holds_something(table[name]):
            del table[name]


def _holds_something(table: Any) -> bool:
    import tomlkit

    remark = table.trivia.comment if isinstance(table, tomlkit.items.Item) else ""
    return bool(table) or bool(remark) or bool(tomlkit.dumps(table).strip(" \n{}"))


def _apart(before: str, text: str, question: str) -> str:
    """Return the text with the empty line kept before the next table, which the line of a new answer has taken."""
    old, new = before.split("\n"), text.split("\n")
    at = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
    lines = (line for line in range(at, min(at + 3, len(new) - 1)) if new[line].startswith(f"{question} ="))  # behind the head of a new table
    line = next(lines, None)
    if line is not None and new[line + 1].startswith("["):
        new.insert(line + 1, "")
    return "\n".join(new)


def _content(content: Mapping[str, Any], plan: str, question: str, written: str) -> dict[str, Any]:
    """Return what the file is to say, key by key."""
    plans = content.get("plans", [])
    tables = {**plans} if isinstance(plans, Mapping) else {"follow": plans}
    return {**content, "plans": _with(tables, (plan, *_path(question)), written)}


def _filled(value: Any) -> Any:
    """Return tables without the tables in them that hold nothing."""
    if not isinstance(value, Mapping):
        return value
    return {key: _filled(item) for key, item in value.items() if not isinstance(item, Mapping) or _filled(item)}


def _value_of(written: str) -> Any:
    return tomllib.loads(f"answer = {written}", parse_float=Decimal)["answer"]


def _as_tuples(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _as_tuples(item) for key, item in value.items()}
    return tuple(value) if isinstance(value, list) else value
