"""Answers in `monitor.toml`: what stands there, what would stand there, and writing it, comments kept."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from attrs import evolve

from planmonitor.messages import N_, BadData, Message
from planmonitor.model.settings import Answer
from planmonitor.planfile.toml import read_text, read_toml
from planmonitor.planfile.toml_text import written_value
from planmonitor.workspace.file import FILE, WorkspaceFile, answer_of, write_whole


def as_toml(answer: Answer) -> str:
    """Return an answer as it is written behind the id of its question."""
    return written_value({"value": answer.value, "document": answer.document} if answer.document else answer.value)


def answer_in(written: str) -> Answer | None:
    """Return the answer that stands behind the id of a question; None where nothing does."""
    return answer_of(_value_of(written)) if written else None


def written_answer(file: WorkspaceFile, plan: str, question: str) -> str:
    """Return what `monitor.toml` says of a question, as TOML has it; "" where it says nothing."""
    settings = file.settings.get(plan)
    answers = settings.get("answers") if isinstance(settings, Mapping) else None
    return written_value(_as_tuples(answers[question])) if isinstance(answers, Mapping) and question in answers else ""


def with_answer(file: WorkspaceFile, plan: str, question: str, written: str) -> WorkspaceFile:
    """Return what the file would say with an answer as TOML has it, "" for none; nothing is written."""
    settings = {name: {**table} if isinstance(table, Mapping) else table for name, table in file.settings.items()}
    table = settings.setdefault(plan, {})
    answers = {**table.get("answers", {})}
    answers.pop(question, None)
    if written:
        answers[question] = _value_of(written)
    table["answers"] = answers
    return evolve(file, settings=settings)


def write_answer(file: WorkspaceFile, plan: str, question: str, written: str) -> None:
    """Write an answer as TOML has it into `monitor.toml`, "" for none; all else in it stays as it is.

    Raises `BadData`, and writes nothing, where the file is written in a way in which this cannot be done.
    """
    from tomlkit.exceptions import TOMLKitError

    before = read_text(file.path)
    wanted = _content(read_toml(file.path).content, plan, question, written)
    try:
        text = _apart(before, _edited(before, plan, question, written), question)
        done = _filled(tomllib.loads(text, parse_float=Decimal)) == _filled(wanted)
    except (ValueError, TOMLKitError):
        done = False
    if not done:
        yourself = N_('Write it there yourself, in the table [plans."{plan}".answers]: {question} = {written}')
        by_hand = Message.of(yourself, plan=plan, question=question, written=written or "…")
        raise BadData(N_("{file} is written in a way in which the answer cannot be put into it; nothing was written."), by_hand, file=FILE)
    write_whole(file.path, text)


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
    for key in (plan, "answers"):
        if key not in table:
            table[key] = tomlkit.table(is_super_table=key == plan) if not isinstance(table, tomlkit.items.InlineTable) else tomlkit.inline_table()
        table = table[key]
    if not written:
        table.pop(question, None)
        _without_empty(document["plans"], plan)
        return tomlkit.dumps(document).rstrip("\n") + "\n"
    table[question] = tomlkit.parse(f"answer = {written}")["answer"]
    return tomlkit.dumps(document)


def _without_empty(plans: Any, plan: str) -> None:
    """Take out the tables of a plan that hold nothing any more, not even a remark."""
    for table, key in ((plans[plan], "answers"), (plans, plan)):
        if not _holds_something(table[key]):
            del table[key]


def _holds_something(table: Any) -> bool:
    import tomlkit

    remark = table.trivia.comment if isinstance(table, tomlkit.items.Item) else ""
    return bool(table) or bool(remark) or bool(tomlkit.dumps(table).strip(" \n{}"))


def _apart(before: str, text: str, question: str) -> str:
    """Return the text with the empty line kept before the next table, which the line of a new answer has taken."""
    old, new = before.split("\n"), text.split("\n")
    at = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
    if at + 1 < len(new) and new[at].startswith(f"{question} =") and new[at + 1].startswith("["):
        new.insert(at + 1, "")
    return "\n".join(new)


def _content(content: Mapping[str, Any], plan: str, question: str, written: str) -> dict[str, Any]:
    """Return what the file is to say, key by key."""
    plans = content.get("plans", [])
    tables = {**plans} if isinstance(plans, Mapping) else {"follow": plans}
    table = {**tables.get(plan, {})}
    answers = {key: value for key, value in table.get("answers", {}).items() if key != question}
    table["answers"] = answers | ({question: _value_of(written)} if written else {})
    return {**content, "plans": {**tables, plan: table}}


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
