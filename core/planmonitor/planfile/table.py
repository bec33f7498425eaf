"""A table of a file that people wrote: a wrong key or value is told by table, key and the nearest right one."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from planmonitor.messages import N_, BadData, InvalidPlan, Message
from planmonitor.names import names_like, offer
from planmonitor.planfile.meant import meant_by

T = TypeVar("T")

Step = str | int
"""A key, or the place in a list of tables, from 0."""

LARGEST_NUMBER = 10**15
"""No figure of a plan comes near."""


class BadEntry(BadData):
    """A key or value of a table is wrong: `path` is where the table stands in its file, `key` the key; "" for the table itself."""

    path: tuple[Step, ...] = ()
    key: str = ""


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_whole(value: object) -> bool:
    return type(value) is int and abs(value) < LARGEST_NUMBER


def _is_figure(value: object) -> bool:
    return _is_whole(value) or (isinstance(value, Decimal) and value.is_finite())


def _is_year(value: object) -> bool:
    return type(value) is int and 1900 < value < 2200


def _is_list_of(is_item: Callable[[object], bool], value: object) -> bool:
    return isinstance(value, list) and all(map(is_item, value))


TEXT, WHOLE = {"type": "string"}, {"type": "integer"}
FORMS: dict[str, tuple[Callable[[Any], bool], str, dict[str, Any]]] = {
    "text": (_is_text, N_("a text in quotes"), TEXT),
    "flag": (lambda value: isinstance(value, bool), N_("true or false"), {"type": "boolean"}),
    "day": (lambda value: type(value) is date and _is_year(value.year), N_("a date such as 2026-06-30"), {**TEXT, "format": "date"}),
    "whole": (_is_whole, N_("a whole number"), WHOLE),
    "figure": (_is_figure, N_("a number"), {"type": "number"}),
    "texts": (lambda value: _is_list_of(_is_text, value), N_("a list of texts in quotes"), {"type": "array", "items": TEXT}),
    "years": (lambda value: _is_list_of(_is_year, value), N_("a list of years such as [2027, 2029]"), {"type": "array", "items": WHOLE}),
}
"""The forms of values: what a value of each is, how that is said, and how in JSON Schema."""


class Table:
    """One table of a file whose keys and values are checked as they are read.

    It stands at `where`: `indicators.4.measures.4a`, "" for the head of the file; `path` is the same as steps, for the line.
    """

    def __init__(self, raw: object, where: str, keys: Collection[str], path: tuple[Step, ...] = (), around: Table | None = None) -> None:
        """Take a value of the file, how it is called, the keys it may have, its place for the line, and the table around it.

        A BadData tells that it is no table, or has another key, with the nearest right one, or the table around where it is one of its keys.
        """
        self.where = where
        self.path = path
        self._keys = keys
        self._named: str | Message = where or Message.of(N_("the head of the file"))
        if not isinstance(raw, Mapping):
            raise self.bad("", N_("{table} must be a table, under one pair of brackets: [...]."))
        for key in raw:
            if key not in keys:
                hint = offer(key, tuple(keys))
                if around is not None and key in around._keys:
                    there = N_("It is a key of {table}: write it there, above the lines in brackets that follow.")
                    hint = Message.of(there, table=around._named)
                raise self.bad(key, N_("{table}: there is no key '{key}'."), hint, key=key)
        self._raw = raw

    def __contains__(self, key: str) -> bool:
        """Return whether the key stands in the table."""
        return key in self._raw

    def __iter__(self) -> Iterator[str]:
        """Yield the keys in the order of the file."""
        return iter(self._raw)

    def bad(self, where: str, template: str, hint: Message | None = None, /, **values: object) -> BadEntry:
        """Return the error for a key of this table, or for the table itself where the key is ""."""
        error = BadEntry(template, hint, table=self._named, **values)
        error.path, error.key = self.path, where
        return error

    def made(self, build: Callable[..., T], /, *values: object, **given: object) -> T:
        """Return a part of the model that is read from this table; one that the model finds invalid is told with the table and its key."""
        try:
            return build(*values, **given)
        except InvalidPlan as error:
            key = str(error.message.values.get("field", ""))
            hint = error.hint or Message.of(N_("Compare with the document, and write key '{key}' as it should be."), key=key) if key else error.hint
            raise self.bad(key, N_("{table}: {error}."), hint, error=error.message) from error

    def wrong(self, key: str, wanted: Message, hint: Message | None = None) -> BadEntry:
        """Return the error for a value that is not what is wanted."""
        value = shown(self._raw.get(key))
        return self.bad(key, N_("{table}: key '{key}' is {value}; it must be {wanted}."), hint, key=key, value=value, wanted=wanted)

    def missing(self, key: str) -> BadEntry:
        """Return the error for a key that has to be there."""
        hint = N_("Write it above the first line in brackets, whose table takes all keys below it; where it stands there behind '#', delete the '#'.")
        if self.path:
            hint = N_("Write it as the document has it; where the line stands there behind '#', delete the '#'.")
        return self.bad("", N_("{table}: key '{key}' is missing."), Message.of(hint), key=key)

    def unknown(self, key: str, name: str, known: Collection[str]) -> BadEntry:
        """Return the error for a name that leads nowhere; near misses are named."""
        return self.bad(key, N_("{table}: key '{key}': there is no '{name}'."), offer(name, tuple(known)), key=key, name=name)

    def need(self, key: str) -> None:
        """Raise BadData where a key is missing."""
        if key not in self._raw:
            raise self.missing(key)

    def raw(self, key: str) -> Any:
        """Return a value as it stands, or None."""
        return self._raw.get(key)

    def value(self, key: str, form: str) -> Any:
        """Return a value of one of the `FORMS`, or None where the key is absent."""
        value = self._raw.get(key)
        if value is None:
            return None
        is_right, wanted, _schema = FORMS[form]
        if not is_right(value):
            raise self.wrong(key, Message.of(wanted), _rewritten(value, form))
        return _as_held(value)

    def text(self, key: str) -> str | None:
        """Return a text, or None where the key is absent."""
        return self.value(key, "text")  # type: ignore[no-any-return]

    def words(self, key: str) -> str:
        """Return a text that has to be there."""
        self.need(key)
        return self.text(key) or ""

    def choice(self, key: str, allowed: Collection[str]) -> str | None:
        """Return one of the words allowed, or None where the key is absent; the nearest word is named."""
        value = self._raw.get(key)
        if value is not None and (not isinstance(value, str) or value not in allowed):
            near = (meant_by(str(value), allowed) or names_like(str(value), allowed))[:1]
            hint = Message.of(N_("Did you mean: {near}?"), near=near) if near else None
            raise self.wrong(key, Message.of(N_("one of {allowed}"), allowed=tuple(allowed)), hint)
        return value

    def days(self, key: str, year: int) -> tuple[date, ...]:
        """Return a list of dates of one year; empty where the key is absent."""
        value = self._raw.get(key, [])
        if not isinstance(value, list) or not all(type(day) is date and day.year == year for day in value):
            raise self.wrong(key, Message.of(N_("a list of dates of {year}, such as [{year}-01-02]; others stand under their year"), year=str(year)))
        return tuple(value)

    def inside(self, key: str, keys: Collection[str]) -> Table:
        """Return the table under a key that is there."""
        return Table(self._raw[key], self._called(key), keys, (*self.path, key), self)

    def item(self, key: str, number: int, keys: Collection[str], named_by: str = "") -> Table:
        """Return one of the tables under a key, called by one of its own keys where it has that, else by its number from 1."""
        raw = self._raw[key][number]
        name = raw.get(named_by) if isinstance(raw, Mapping) else None
        called = name if name and isinstance(name, str) else f"#{number + 1}"
        return Table(raw, f"{self._called(key)}.{called}", keys, (*self.path, key, number), self)

    def tables(self, key: str, keys: Collection[str], named_by: str) -> list[Table]:
        """Return all tables under a key, as `item` does; none where the key is absent."""
        found = self._raw.get(key, [])
        if isinstance(found, list):
            return [self.item(key, number, keys, named_by) for number in range(len(found))]
        header = ".".join((*(step for step in self.path if isinstance(step, str)), key))
        if not isinstance(found, Mapping):
            raise self.wrong(key, Message.of(N_("a list of tables, each under [[{key}]]"), key=header))
        error = self.bad("", N_("{table}: write two pairs of brackets, [[{key}]]: it may stand several times."), key=header)
        error.path = (*self.path, key)
        raise error

    def _called(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key


def _rewritten(value: object, form: str) -> Message | None:
    """Return how a value of the wrong form is written, where that is plain: a number or date in quotes, a text without, one name that is no list."""
    if isinstance(value, int) and abs(value) >= LARGEST_NUMBER:
        return None
    words = str(value).strip()
    number = words.rstrip("% ").replace(",", ".")
    if form in {"figure", "whole"} and isinstance(value, str) and re.fullmatch(r"-?\d+(?:\.\d+)?", number):
        return Message.of(N_("Write it as a number, without quotes and without %: {value}"), value=number)
    if form == "day" and isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", words):
        return Message.of(N_("Write it without quotes: {value}"), value=words)
    if form == "day" and (match := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", words)):
        return Message.of(N_("Write it without quotes: {value}"), value=f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}")
    if form == "flag" and isinstance(value, str):
        return Message.of(N_("Write it without quotes: {value}"), value="true | false")
    if form == "text" and isinstance(value, (int, Decimal, date)) and not isinstance(value, bool):
        return Message.of(N_("Write it in quotes: {value}"), value=f'"{words}"')
    if form == "texts" and isinstance(value, str):
        return Message.of(N_("Write it in brackets: {value}"), value=f'["{words}"]')
    return Message.of(N_("Write it in brackets: {value}"), value=f"[{words}]") if form == "years" and isinstance(value, int) else None


def _as_held(value: Any) -> Any:
    """Return a value as the model holds it: texts without space around them, lists as tuples."""
    if isinstance(value, str):
        return value.strip()
    return tuple(map(_as_held, value)) if isinstance(value, list) else value


def shown(value: object) -> str:
    """Return a value of a file as it is quoted in an error, cut short."""
    try:
        listed = f"[{', '.join(map(shown, value))}]" if isinstance(value, list) else str(value)
        written = f'"{value}"' if isinstance(value, str) else "true" if value is True else "false" if value is False else listed
    except (ValueError, RecursionError):  # a number of thousands of digits, tables in tables in tables
        return "…"
    return written if len(written) <= 60 else f"{written[:57]}…"
