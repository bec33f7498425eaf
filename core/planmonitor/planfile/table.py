"""Reading TOML that people wrote: a syntax error by line and column, a wrong key or value by table, key and the nearest right one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import tomli
from attrs import field, frozen

from planmonitor.messages import N_, BadData, InvalidPlan, Message
from planmonitor.names import names_like, offer
from planmonitor.planfile.lines import Step, line_of

LARGEST = 2_000_000
"""More bytes than any plan written by hand; a larger file was chosen by mistake."""

LARGEST_NUMBER = 10**15
"""No figure of a plan comes near."""
DEEPEST = 40
"""More levels than any table has; reading a key of thousands of them takes minutes."""

_DEEP = re.compile(rf"^[^=\n\"'#]*(?:\.[^=.\n\"'#]*){{{DEEPEST}}}", re.MULTILINE)
_REASONS = {
    "Invalid value": N_('this is no value: text stands in straight quotes ("), a date as 2026-06-30, a number as 0.5, yes as true and no as false'),
    "Invalid statement": N_("this line is neither a key with its value nor a table"),
    "Expected '=' after a key in a key/value pair": N_("'=' is missing after the key"),
    "Expected newline or end of document after a statement": N_(
        "something stands after the value: write 0.5 with a point and without %, a date as 2026-06-30, one key on a line"
    ),
    "Unterminated string": N_("a quotation mark is missing at the end of the text"),
    "Unclosed array": N_("']' is missing at the end of the list"),
    "Unclosed inline table": N_("'}}' is missing at the end of the table"),
    "Curly quotes": N_('the quotes are curly, as Word writes them: type straight ones (")'),
    "Cannot overwrite a value": N_("this key stands twice in one table"),
    "Cannot overwrite a table": N_("a table of this name was opened above with other brackets: what may stand several times is [[...]] every time"),
    "Expected ']' at the end of a table declaration": N_("']' is missing at the end of the table's name"),
    "Expected ']]' at the end of an array declaration": N_("']]' is missing at the end of the table's name"),
    "Invalid date or datetime": N_("there is no such date"),
    "Invalid initial character for a key part": N_("a key is written in letters a to z, digits, '-' and '_'"),
}


def read_text(path: Path) -> str:
    """Return the text of a file that people write; a byte-order mark and line ends of Notepad's are accepted.

    Raises:
        BadData: where it is too large or not UTF-8.
        OSError: where it cannot be opened.
    """
    if path.exists() and not path.is_file():
        raise BadData(N_("{file} is not a file."), Message.of(N_("Is it the right file?")), file=str(path))
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise BadData(N_("{file} is larger than any plan."), Message.of(N_("Is it the right file?")), file=str(path))
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BadData(N_("{file} is not saved as UTF-8."), Message.of(N_("Save it again with encoding UTF-8.")), file=str(path)) from error


@frozen
class TomlFile:
    """A TOML file that was read.

    Attributes:
        path: The file.
        text: Its text, to say on which line something stands.
        content: Its content; figures with a decimal part are Decimal.
    """

    path: Path
    text: str = field(repr=False)
    content: dict[str, Any] = field(repr=False)

    @contextmanager
    def named(self) -> Iterator[None]:
        """Name file and line where something in it is found wrong."""
        try:
            yield
        except BadData as error:
            raise self._located(error) from error

    def _located(self, error: BadData) -> BadData:
        if "file" in error.message.values:
            return error
        if not isinstance(error, BadEntry):
            return BadData(N_("{file}: {error}"), error.hint, file=str(self.path), error=error.message)
        line = str(line_of(self.text, error.path, error.key))
        return BadData(N_("{file}, line {line}: {error}"), error.hint, file=str(self.path), line=line, error=error.message)


class BadEntry(BadData):
    """A key or value of a table is wrong.

    Attributes:
        path: Where the table stands in its file.
        key: The key; "" for the table itself.
    """

    path: tuple[Step, ...] = ()
    key: str = ""


def read_toml(path: Path) -> TomlFile:
    """Return a TOML file.

    Raises:
        BadData: where the file is too large, is not UTF-8, or holds a syntax error (line and column).
        OSError: where it cannot be opened.
    """
    text = read_text(path)
    if _DEEP.search(text):
        raise BadData(N_("{file} is nested too deeply."), file=str(path))
    try:
        return TomlFile(path, text, tomli.loads(text, parse_float=Decimal))
    except tomli.TOMLDecodeError as error:
        raise _syntax(path, text, error) from error
    except RecursionError as error:
        raise BadData(N_("{file} is nested too deeply."), file=str(path)) from error
    except (ValueError, ArithmeticError) as error:
        raise BadData(N_("{file} holds a number with more digits than any figure has."), file=str(path)) from error


def _syntax(path: Path, text: str, error: tomli.TOMLDecodeError) -> BadData:
    shown_line = text.split("\n")[error.lineno - 1]
    what = error.msg
    if re.search("[“”„‘’]", shown_line) and not what.startswith("Cannot"):
        what = "Curly quotes"
    if what.startswith("Cannot overwrite a value") and shown_line.lstrip().startswith("["):
        what = "Cannot overwrite a table"
    if what.startswith("Illegal character '\\n'"):
        what = "Unterminated string"
    reason = Message.of(_REASONS[what]) if what in _REASONS else what
    return BadData(
        N_("{file}, line {line}, column {column}: {error}"),
        Message.of(N_("Correct the line and run the command again.")),
        file=str(path),
        line=str(error.lineno),
        column=str(error.colno),
        error=Message.of(N_("{reason}: «{text}»."), reason=reason, text=shown_line.strip()[:80] or "…"),
    )


class Table:
    """One table of a file whose keys and values are checked as they are read.

    Attributes:
        where: Where the table stands: `indicators.4.measures.4a`; "" for the head of the file.
    """

    def __init__(self, raw: object, where: str, keys: Collection[str], path: tuple[Step, ...] = ()) -> None:
        """Take a value of the file, how it is called, the keys it may have, and its place for the line.

        Raises:
            BadData: where it is no table, or has another key; the nearest right one is named.
        """
        self.where = where
        self.path = path
        if not isinstance(raw, Mapping):
            raise self.bad("", N_("{table} must be a table, under one pair of brackets: [...]."))
        for key in raw:
            if key not in keys:
                raise self.bad(key, N_("{table}: there is no key '{key}'."), offer(key, tuple(keys)), key=key)
        self._raw = raw

    def __contains__(self, key: str) -> bool:
        """Return whether the key stands in the table."""
        return key in self._raw

    def __iter__(self) -> Iterator[str]:
        """Yield the keys in the order of the file."""
        return iter(self._raw)

    def bad(self, where: str, template: str, hint: Message | None = None, /, **values: object) -> BadEntry:
        """Return the error for a key of this table, or for the table itself where the key is ""."""
        error = BadEntry(template, hint, table=self.where or Message.of(N_("the head of the file")), **values)
        error.path, error.key = self.path, where
        return error

    @contextmanager
    def checked(self) -> Iterator[None]:
        """Name this table where the model finds a part that is read from it invalid."""
        try:
            yield
        except InvalidPlan as error:
            raise self.invalid(error) from error

    def invalid(self, error: InvalidPlan) -> BadEntry:
        """Return the error for what the model finds wrong with a part that is read from this table."""
        return self.bad(str(error.message.values.get("field", "")), N_("{table}: {error}."), error=error.message)

    def wrong(self, key: str, wanted: Message, hint: Message | None = None) -> BadEntry:
        """Return the error for a value that is not what is wanted."""
        return self.bad(
            key,
            N_("{table}: key '{key}' is {value}; it must be {wanted}."),
            hint,
            key=key,
            value=shown(self._raw.get(key)),
            wanted=wanted,
        )

    def missing(self, key: str) -> BadEntry:
        """Return the error for a key that has to be there."""
        hint = N_("Write it as the document has it; where the line stands there behind '#', delete the '#'.")
        at_head = N_(
            "Write it above the first line in brackets, whose table takes all keys below it; where it stands there behind '#', delete the '#'."
        )
        return self.bad("", N_("{table}: key '{key}' is missing."), Message.of(hint if self.path else at_head), key=key)

    def need(self, key: str) -> None:
        """Raise BadData where a key is missing."""
        if key not in self._raw:
            raise self.missing(key)

    def text(self, key: str) -> str | None:
        """Return a text, or None where the key is absent."""
        value = self._raw.get(key)
        if value is None:
            return None
        words = value.strip() if isinstance(value, str) else ""
        if not words:
            raise self.wrong(key, Message.of(N_("a text in quotes")))
        return words

    def words(self, key: str) -> str:
        """Return a text that has to be there."""
        self.need(key)
        return self.text(key) or ""

    def choice(self, key: str, allowed: Collection[str]) -> str | None:
        """Return one of the words allowed, or None where the key is absent; the nearest word is named."""
        value = self._raw.get(key)
        if value is not None and (not isinstance(value, str) or value not in allowed):
            near = names_like(str(value), allowed)[:1]
            hint = Message.of(N_("Did you mean: {near}?"), near=near) if near else None
            raise self.wrong(key, Message.of(N_("one of {allowed}"), allowed=tuple(allowed)), hint)
        return value

    def name(self, key: str, known: Collection[str]) -> str | None:
        """Return a name that has to be known, or None where the key is absent; near misses are named."""
        value = self.text(key)
        if value is not None and value not in known:
            raise self.unknown(key, value, known)
        return value

    def unknown(self, key: str, name: str, known: Collection[str]) -> BadEntry:
        """Return the error for a name that leads nowhere; near misses are named."""
        return self.bad(key, N_("{table}: key '{key}': there is no '{name}'."), offer(name, tuple(known)), key=key, name=name)

    def day(self, key: str) -> date | None:
        """Return a date, or None where the key is absent."""
        value = self._raw.get(key)
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime) or not 1900 < value.year < 2200):
            raise self.wrong(key, Message.of(N_("a date such as 2026-06-30")))
        return value

    def figure(self, key: str) -> int | Decimal | None:
        """Return an exact figure, or None where the key is absent."""
        value = self._raw.get(key)
        exact = (isinstance(value, int) and abs(value) < LARGEST_NUMBER) or (isinstance(value, Decimal) and value.is_finite())
        if value is not None and (isinstance(value, bool) or not exact):
            raise self.wrong(key, Message.of(N_("a number")))
        return value

    def whole(self, key: str) -> int | None:
        """Return a whole number, or None where the key is absent."""
        value = self._raw.get(key)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int) or abs(value) >= LARGEST_NUMBER):
            raise self.wrong(key, Message.of(N_("a whole number")))
        return value

    def flag(self, key: str) -> bool:
        """Return true or false; false where the key is absent."""
        value = self._raw.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, Message.of(N_("true or false")))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; empty where the key is absent."""
        value = self._raw.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.wrong(key, Message.of(N_("a list of texts in quotes")))
        return tuple(item.strip() for item in value)

    def days(self, key: str, year: int) -> tuple[date, ...]:
        """Return a list of dates of one year; empty where the key is absent."""
        value = self._raw.get(key, [])
        if not isinstance(value, list) or not all(type(day) is date and day.year == year for day in value):
            raise self.wrong(key, Message.of(N_("a list of dates of {year}, such as [{year}-01-02]"), year=str(year)))
        return tuple(value)

    def years(self, key: str) -> tuple[int, ...]:
        """Return a list of years; empty where the key is absent."""
        value = self._raw.get(key, [])
        if not isinstance(value, list) or not all(type(year) is int and 1900 < year < 2200 for year in value):
            raise self.wrong(key, Message.of(N_("a list of years such as [2027, 2029]")))
        return tuple(value)

    def raw(self, key: str) -> Any:
        """Return a value as it stands, or None."""
        return self._raw.get(key)

    def table(self, key: str, keys: Collection[str]) -> Table | None:
        """Return a table inside this one, or None where the key is absent."""
        value = self._raw.get(key)
        return None if value is None else Table(value, self._inside(key), keys, (*self.path, key))

    def tables(self, key: str, keys: Collection[str], named_by: str) -> list[Table]:
        """Return a list of tables, each called by one of its keys where it has it, else by its number from 1."""
        value = self._raw.get(key, [])
        inside = self._inside(key)
        if isinstance(value, Mapping):
            error = self.bad("", N_("{table}: write two pairs of brackets, [[{key}]]: it may stand several times."), key=self._header(key))
            error.path = (*self.path, key)
            raise error
        if not isinstance(value, list):
            raise self.wrong(key, Message.of(N_("a list of tables, each under [[{key}]]"), key=self._header(key)))
        return [
            Table(item, f"{inside}.{_called(item, named_by) or f'#{number + 1}'}", keys, (*self.path, key, number))
            for number, item in enumerate(value)
        ]

    def _header(self, key: str) -> str:
        return ".".join((*(step for step in self.path if isinstance(step, str)), key))

    def _inside(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key


def _called(item: object, named_by: str) -> str:
    name = item.get(named_by) if isinstance(item, Mapping) else None
    return name if isinstance(name, str) else ""


def shown(value: object) -> str:
    """Return a value of a file as it is quoted in an error, cut short."""
    try:
        written = f'"{value}"' if isinstance(value, str) else "true" if value is True else "false" if value is False else str(value)
    except (ValueError, RecursionError):  # a number of thousands of digits, tables in tables in tables
        return "…"
    return written if len(written) <= 60 else f"{written[:57]}…"
