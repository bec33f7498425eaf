"""How wide a screen is, and how rows and sentences are laid out on it: as a table where one fits, else as blocks."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TextIO

from planmonitor_exchange.machine.rows import Row
from planmonitor_exchange.speaking import paragraphs

NO_TERMINAL = 100
"""Letters in a line where the answer goes to a file or another program."""
NARROWEST = 40
"""Letters in the narrowest line that is laid out: below it the words of a sentence stand one under the other."""
GAP = "  "
TALLEST = 5
"""Lines that a row of a table may take before blocks read better."""


_to_file: ContextVar[bool] = ContextVar("to_file", default=False)


@contextmanager
def written_to_file() -> Iterator[None]:
    """Lay out what is said meanwhile as for a file, whatever terminal there is."""
    before = _to_file.set(True)
    try:
        yield
    finally:
        _to_file.reset(before)


def width() -> int:
    """Return how many letters a line has: those of the terminal, at least `NARROWEST`."""
    return max(NARROWEST, terminal_width() or NO_TERMINAL)


def terminal_width(stream: TextIO | None = None) -> int | None:
    """Return how many letters a line of the terminal has; None where the answer, or what is written to another stream, does not go to one."""
    shown = _on_terminal() if stream is None else stream.isatty()
    return _size().columns if shown else None


def terminal_lines() -> int | None:
    """Return how many lines the terminal has; None where the answer does not go to one, and is never cut."""
    return _size().lines if _on_terminal() else None


def _on_terminal() -> bool:
    return sys.stdout.isatty() and not _to_file.get()


def _size() -> os.terminal_size:
    return shutil.get_terminal_size((NO_TERMINAL, 24))


def on_screen(text: str, columns: int | None) -> str:
    """Return text for a terminal of so many columns, its long lines broken at words below their own beginning; None leaves it as it is."""
    if columns is None:
        return text
    return "\n".join(_broken(line, max(NARROWEST, columns)) for line in text.split("\n"))


def _broken(line: str, room: int) -> str:
    if letters(line) <= room or line.lstrip().startswith("monitor "):  # a command is copied whole
        return line
    indent = line[: len(line) - len(line.lstrip())]
    return paragraphs.wrapped(line.strip(), indent, indent + GAP, room)


def wrapped(text: str, first: str = "", following: str = "") -> str:
    """Return a sentence in lines of the screen's width, which begin with `first` and `following`."""
    return paragraphs.wrapped(text, first, following, width())


def rows_text(headers: Row, rows: Sequence[Row], *, named: int = 1) -> str:
    """Return rows as they fit on the screen: a table with no line too long and no word cut, else a block of lines for each.

    Args:
        headers: Column headings.
        rows: Cells, ready to be shown.
        named: How many of the first columns name the row, and stand together in the first line of its block.
    """
    room = width()
    widths = _widths(headers, rows, room)
    if widths is not None:
        text = _table(headers, rows, widths)
        if max(map(letters, text.splitlines()), default=0) <= room:
            return text
    return "\n".join(line for row in rows for line in _block(headers, row, named))


def letters(text: str) -> int:
    """Return how many columns of a screen a line takes; accents that stand by themselves take none."""
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def _widths(headers: Row, rows: Sequence[Row], room: int) -> list[int] | None:
    """Return widths of columns with which a table fits, or None: no word is cut, and no row grows beyond `TALLEST` lines."""
    columns = list(zip(headers, *rows, strict=True))
    longest = [max((letters(word) for cell in column for word in cell.split()), default=1) for column in columns]
    wanted = [max(least, _natural(column[1:])) for column, least in zip(columns, longest, strict=True)]
    free = room - len(GAP) * (len(columns) - 1)
    if sum(longest) > free:
        return None
    taken = _given_up(wanted, longest, free)
    if max((_lines(cell, wide) for row in rows for cell, wide in zip(row, taken, strict=True)), default=0) > TALLEST:
        return None
    return _given_to_headings(taken, [letters(heading) for heading in headers], free)


def _natural(cells: Sequence[str]) -> int:
    return max((letters(line) for cell in cells for line in cell.split("\n")), default=0)


def _lines(cell: str, room: int) -> int:
    """Return how many lines a cell takes in a column."""
    return sum(paragraphs.wrapped(line, width=room).count("\n") + 1 for line in cell.split("\n"))


def _given_up(wanted: list[int], longest: list[int], free: int) -> list[int]:
    """Return how wide each column is: what it wants, while the widest give up what is not there; its longest word at least."""
    taken = list(wanted)
    while sum(taken) > free:
        widest = max((index for index in range(len(taken)) if taken[index] > longest[index]), key=lambda index: taken[index])
        taken[widest] -= 1
    return taken


def _given_to_headings(taken: list[int], headings: list[int], free: int) -> list[int]:
    """Return the widths with what is left over given to the columns whose headings want least to stand on one line."""
    widths = list(taken)
    for index in sorted(range(len(taken)), key=lambda index: headings[index] - taken[index]):
        widths[index] += max(0, min(headings[index] - taken[index], free - sum(widths)))
    return widths


def _table(headers: Row, rows: Sequence[Row], widths: list[int]) -> str:
    import tabulate

    tabulate.MIN_PADDING = 0  # else every heading is two letters wider than its column
    return tabulate.tabulate(
        rows,
        headers=headers,
        tablefmt="simple",
        disable_numparse=True,
        maxcolwidths=list(widths),
        maxheadercolwidths=widths,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _block(headers: Row, row: Row, named: int) -> Iterator[str]:
    """Yield the lines of one row: what names it, and below it as many facts to a line as fit; what is empty is left out."""
    yield wrapped(GAP.join(" ".join(cell.split()) for cell in row[:named] if cell.strip()), "", GAP)
    facts = [f"{heading}: {' '.join(cell.split())}" for heading, cell in zip(headers[named:], row[named:], strict=True) if cell.strip()]
    yield from _packed(facts, 2 * GAP)


def _packed(facts: Sequence[str], indent: str) -> Iterator[str]:
    """Yield lines of facts with a bar between them; a fact that is longer than a line is broken at its words."""
    line = ""
    for fact in facts:
        if line and letters(f"{indent}{line} | {fact}") <= width():
            line = f"{line} | {fact}"
            continue
        if line:
            yield wrapped(line, indent, 2 * indent)
        line = fact
    if line:
        yield wrapped(line, indent, 2 * indent)
