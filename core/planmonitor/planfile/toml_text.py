"""How a value stands in the text of a plan file: on one line where it fits, else broken as TOML joins it again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from textwrap import wrap
from typing import Any

WIDTH = 150
"""Letters of the longest line of a file."""

LONG = 20
"""Letters of a text of a table of one line that may be broken."""


def entry_lines(key: str, value: Any) -> list[str]:
    """Return a key and its value: on one line where it fits, else a list item by item, and a long text broken between its words."""
    line = f"{key} = {written_value(value)}"
    if len(line) <= WIDTH or not isinstance(value, (str, tuple)):
        return [line]
    if isinstance(value, tuple):
        return [f"{key} = [", *(line for item in value for line in wrapped("  ", item, ",")), "]"]
    return wrapped(f"{key} = ", value, "")


def wrapped(before: str, value: Any, after: str) -> list[str]:
    """Return a value in lines that fit; a table of one line may hold texts of several."""
    line = f"{before}{written_value(value)}{after}"
    if len(line) <= WIDTH or not isinstance(value, (str, Mapping)):
        return [line]
    if isinstance(value, str):
        return _text_lines(before, value, after)
    pieces = _pieces(before, value, after)
    lines, last = [], pieces[0]
    for text, behind in zip(pieces[1::2], pieces[2::2], strict=True):
        *full, last = _text_lines(last, text, behind)
        lines += full
    return [*lines, last]


def _pieces(before: str, table: Mapping[str, Any], after: str) -> list[str]:
    """Return the text of a table of one line in turn with the values of its long texts, which may be broken."""
    pieces, so_far = [], f"{before}{{ "
    items = [(key, item) for key, item in table.items() if item is not None]
    for at, (key, item) in enumerate(items):
        so_far += f"{', ' if at else ''}{key} = "
        if isinstance(item, str) and len(item) > LONG and " " in item:
            pieces += [so_far, item]
            so_far = ""
        else:
            so_far += written_value(item)
    return [*pieces, f"{so_far} }}{after}"]


def _text_lines(before: str, text: str, after: str) -> list[str]:
    """Return a text in three quotes, broken between words by a backslash; TOML joins it again without what begins a line."""
    lines, rest, behind = [], f'{before}"""{written_value(text)[1:-1]}', f'"""{after}'
    begin, opening = len(before), '"""\\' if after.endswith("= ") else ""  # another text may begin behind it
    while len(rest) + len(behind) + len(opening) > WIDTH:
        at = max((spot.start() for spot in re.finditer(r" (?=[^ ])", rest[: WIDTH - 1]) if spot.start() > begin), default=0)
        if not at and not begin:
            break
        lines.append(f"{rest[: at + 1]}\\" if at else f'{before}"""\\')
        rest, begin = rest[at + 1 :] if at else rest[begin + 3 :], 0
    return [*lines, f"{rest}{behind}"]


def written_value(value: Any) -> str:
    """Return a value as TOML has it; figures keep their digits."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, Decimal, date)):
        return str(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(map(written_value, value)) + "]"
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {written_value(item)}" for key, item in value.items() if item is not None) + " }"
    return '"' + re.sub(r'[\\"\x00-\x1f\x7f]', _escaped, value) + '"'


def _escaped(match: re.Match[str]) -> str:
    letter = match.group()
    return f"\\{letter}" if letter in '\\"' else f"\\u{ord(letter):04x}"


def comments(sentences: Iterable[str]) -> list[str]:
    """Return sentences as comment lines; line ends inside them cannot break out of the comment."""
    return [f"# {line}" for sentence in sentences for line in wrap(" ".join(sentence.split()), 98, break_long_words=False, break_on_hyphens=False)]
