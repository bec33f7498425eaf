"""Where a table or a key stands in the text of a TOML file: the parser gives values without their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Step = str | int
"""A key, or the place in a list of tables, from 0."""

_HEADER = re.compile(r"\s*(\[\[?)\s*(?P<name>[^\[\]]+?)\s*\]\]?\s*(#.*)?")
_PART = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*(?:\.|$)""")
_KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_.-]+))\s*=""")


def line_of(text: str, path: Sequence[Step], key: str = "") -> int:
    """Return the line, from 1, of a key of a table; that of the table's head where the key is not found, 1 for the top of the file.

    Args:
        text: The file.
        path: Where the table stands: `("indicators", 3, "measures", 0)`.
        key: The key; "" for the table itself.
    """
    best, at = 1, 0
    wanted = tuple(path)
    for line, place, name in _places(text):
        reached = _shared(wanted, place)
        if not name and reached > at and reached == len(place):
            best, at = line, reached
        elif name and place == wanted and name == key:
            return line
        elif name and reached == len(place) < len(wanted) and reached >= at and name == wanted[reached]:
            # The table is written inline, behind its key.
            best, at = line, reached + 1
    return best


def _shared(wanted: tuple[Step, ...], place: tuple[Step, ...]) -> int:
    return next((number for number, (one, other) in enumerate(zip(wanted, place, strict=False)) if one != other), min(len(wanted), len(place)))


def _places(text: str) -> Iterator[tuple[int, tuple[Step, ...], str]]:
    """Yield every head of a table ("" as name) and every key with its line and the table it stands in."""
    place: tuple[Step, ...] = ()
    counts: dict[tuple[Step, ...], int] = {}
    quoted = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if not quoted and (head := _HEADER.fullmatch(line)):
            place = _opened(_parts(head["name"]), counts, several=head[1] == "[[")
            yield number, place, ""
        elif not quoted and (match := _KEY.match(line)):
            yield number, place, next(part for part in match.groups() if part is not None)
        quoted = _still_quoted(line, quoted)


def _still_quoted(line: str, quoted: str) -> str:
    """Return the marks of a text of several lines that is open behind a line; "" where none is."""
    for marks in re.findall(r'"""|\'\'\'', line):
        quoted = "" if quoted == marks else quoted or marks
    return quoted


def _parts(name: str) -> tuple[str, ...]:
    return tuple(next(part for part in match.groups() if part is not None) for match in _PART.finditer(name))


def _opened(parts: tuple[str, ...], counts: dict[tuple[Step, ...], int], *, several: bool) -> tuple[Step, ...]:
    """Return the place of the table that a head opens: every list of tables on the way stands at its latest."""
    place: tuple[Step, ...] = ()
    for part in parts[:-1]:
        place = (*place, part)
        if place in counts:
            place = (*place, counts[place])
    place = (*place, *parts[-1:])
    if not several:
        return place
    counts[place] = counts.get(place, -1) + 1
    return (*place, counts[place])
