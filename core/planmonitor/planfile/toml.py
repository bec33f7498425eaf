"""A TOML file that people wrote: what is wrong with it is told with its line, for which the parser gives values alone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from itertools import takewhile
from pathlib import Path
from typing import Any

from attrs import field, frozen

from planmonitor.messages import N_, BadData, InvalidPlan, Message
from planmonitor.planfile.retired import Retired
from planmonitor.planfile.table import BadEntry, Step

LARGEST = 2_000_000
"""More bytes than any plan written by hand; a larger file was chosen by mistake."""

DEEPEST = 40
"""More levels than any table has; reading a key of thousands of them takes minutes."""

# A name stands in either kind of quotes, or in none: one of its three groups has it.
_PART = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*(?:\.|$)""")
_KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_.-]+))\s*=""")
_DEEP = re.compile(rf"^[^=\n\"'#]*(?:\.[^=.\n\"'#]*){{{DEEPEST}}}", re.MULTILINE)
_HEADER = re.compile(r"\s*(\[\[?)\s*(?P<name>[^\[\]]+?)\s*\]\]?\s*(#.*)?")
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
    "Cannot declare twice": N_("this table stands twice: write all its keys below the first, or [[...]] where several may stand"),
    "Invalid date or datetime": N_("there is no such date"),
    "Invalid initial character for a key part": N_(
        "a key is written in letters a to z without accents, digits, '-' and '_', as the page on plan files lists them"
    ),
}


def read_text(path: Path) -> str:
    """Return the text of a file that people write; a byte-order mark and line ends of Notepad's are accepted.

    One that is too large or not UTF-8 is a BadData, one that cannot be opened an OSError.
    """
    right_one = Message.of(N_("Is it the right file?"))
    if path.exists() and not path.is_file():
        raise BadData(N_("{file} is not a file."), right_one, file=str(path))
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise BadData(N_("{file} is larger than any plan."), right_one, file=str(path))
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BadData(N_("{file} is not saved as UTF-8."), Message.of(N_("Save it again with encoding UTF-8.")), file=str(path)) from error


@frozen
class TomlFile:
    """A TOML file that was read."""

    path: Path
    """The file."""
    text: str = field(repr=False)
    """Its text, to say on which line something stands."""
    content: dict[str, Any] = field(repr=False)
    """Its content; figures with a decimal part are Decimal."""
    old: tuple[Retired, ...] = ()
    """The older forms that stand in it, of which the content holds today's."""

    @contextmanager
    def named(self) -> Iterator[None]:
        """Name file and line where something in it is found wrong."""
        try:
            yield
        except BadEntry as error:
            line = str(line_of(self.text, error.path, error.key))
            raise BadData(N_("{file}, line {line}: {error}"), error.hint, file=str(self.path), line=line, error=error.message) from error
        except (BadData, InvalidPlan) as error:
            if "file" in error.message.values:
                raise
            raise BadData(N_("{file}: {error}"), error.hint, file=str(self.path), error=error.message) from error


def read_toml(path: Path) -> TomlFile:
    """Return a TOML file; a syntax error in it is a BadData with line and column, all else is refused as by `read_text`."""
    text = read_text(path)
    if _DEEP.search(text):
        raise BadData(N_("{file} is nested too deeply."), file=str(path))
    try:
        return TomlFile(path, text, _values(path, text))
    except RecursionError as error:
        raise BadData(N_("{file} is nested too deeply."), file=str(path)) from error
    except (ValueError, ArithmeticError) as error:
        raise BadData(N_("{file} holds a number with more digits than any figure has."), file=str(path)) from error


def _values(path: Path, text: str) -> dict[str, Any]:
    """Read with the standard library; with tomli what that refuses, for it tells the line on every Python, and only a wrong file waits for it."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError:
        import tomli

        try:
            return tomli.loads(text, parse_float=Decimal)
        except tomli.TOMLDecodeError as error:
            raise _syntax(path, text, error.msg, error.lineno, error.colno) from error


def _syntax(path: Path, text: str, what: str, line: int, column: int) -> BadData:
    shown_line = text.split("\n")[line - 1]
    if re.search("[“”„‘’]", shown_line) and not what.startswith("Cannot"):
        what = "Curly quotes"
    if what.startswith("Cannot overwrite a value") and shown_line.lstrip().startswith("["):
        what = "Cannot overwrite a table"
    if what.startswith("Cannot declare"):
        what = "Cannot declare twice"
    if what.startswith("Expected '='") and not shown_line.split("=")[0].isascii():
        what = "Invalid initial character for a key part"
    if what.startswith("Illegal character '\\n'"):
        what = "Unterminated string"
    reason = Message.of(_REASONS[what]) if what in _REASONS else what
    said = Message.of(N_("{reason}: «{text}»."), reason=reason, text=shown_line.strip()[:80] or "…")
    hint = Message.of(N_("Correct the line and run the command again."))
    where = N_("{file}, line {line}, column {column}: {error}")
    return BadData(where, hint, file=str(path), line=str(line), column=str(column), error=said)


def line_of(text: str, path: Sequence[Step], key: str = "") -> int:
    """Return the line, from 1, of a key of the table at `("indicators", 3, "measures", 0)`; of its head where the key is "" or not found."""
    best, at, wanted = 1, 0, tuple(path)
    for line, place, name in _places(text):
        reached = len([*takewhile(lambda pair: pair[0] == pair[1], zip(wanted, place, strict=False))])
        if not name and reached > at and reached in {len(place), len(wanted)}:
            best, at = line, reached
        elif name and place == wanted and name == key:
            return line
        elif name and reached == len(place) < len(wanted) and reached >= at and name == wanted[reached]:
            # The table is written inline, behind its key.
            best, at = line, reached + 1
    return best


def _places(text: str) -> Iterator[tuple[int, tuple[Step, ...], str]]:
    """Yield every head of a table ("" as name) and every key with its line and the table it stands in."""
    place: tuple[Step, ...] = ()
    counts: dict[tuple[Step, ...], int] = {}
    quoted = ""  # the marks of a text of several lines that is open
    for number, line in enumerate(text.split("\n"), start=1):
        if not quoted and (head := _HEADER.fullmatch(line)):
            place = _opened(["".join(part.groups("")) for part in _PART.finditer(head["name"])], counts, several=head[1] == "[[")
            yield number, place, ""
        elif not quoted and (match := _KEY.match(line)):
            yield number, place, "".join(match.groups(""))
        for marks in re.findall(r'"""|\'\'\'', line):
            quoted = "" if quoted == marks else quoted or marks


def _opened(parts: Sequence[str], counts: dict[tuple[Step, ...], int], *, several: bool) -> tuple[Step, ...]:
    """Return the place of the table that a head opens: every list of tables on the way stands at its latest."""
    place: tuple[Step, ...] = ()
    for at, part in enumerate(parts, start=1):
        place = (*place, part)
        if several and at == len(parts):
            counts[place] = counts.get(place, -1) + 1
        if place in counts:
            place = (*place, counts[place])
    return place
