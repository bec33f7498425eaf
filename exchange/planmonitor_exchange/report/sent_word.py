"""What stands in a report that came back as a Word file: the rows of its annex by their keys, its sentences by their measures.

It was filled in by hand meanwhile, and saved by Word or LibreOffice: bookmarks are numbered anew, words are parted into other runs, and what was
deleted with changes tracked still stands there, marked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from attrs import define, field, frozen

from planmonitor_exchange.plan_text.word_xml import NAMESPACES, local, parser_for

_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_LEFT_OUT = frozenset({"del", "moveFrom"})
_BETWEEN = frozenset({"tab", "br", "cr", "p"})
_DEEPEST = 200
_ROW = re.compile("_f(vi|en)([0-9a-f]{24})")
_MEASURE = re.compile("(_m[0-9a-f]{16})_([0-9]+)")


@frozen
class SentRow:
    """One row of the annex, with the language of its words."""

    language: str
    cells: tuple[str, ...]


@frozen
class SentWord:
    """What a Word file says of the figures of a report."""

    rows: Mapping[str, SentRow]
    """The rows of its annex, by key; none where it is no report of this program."""
    sentences: Mapping[str, str]
    """The first sentence on one measure alone, by the mark of the measure."""


@define
class _Marked:
    """The words between the two ends of a bookmark of a measure."""

    mark: str
    number: int
    words: list[str] = field(factory=list)
    alone: bool = True
    """Whether no other measure is told in the same words."""


class SentReader:
    """Gathers rows and sentences while the XML comes in, piece by piece; a document type or an entity of its own is refused."""

    def __init__(self) -> None:
        """Begin before the first byte."""
        self._parser = parser_for(self._start, self._end)
        self._parser.CharacterDataHandler = self._data
        self._depth = self._skipping = 0
        self._in_text = False
        self._tables: list[list[list[str]]] = []
        """Of the rows that are open, one inside the other, the words of their cells."""
        self._keys: list[tuple[str, str] | None] = []
        self._open: dict[str, _Marked] = {}
        self._marked: list[_Marked] = []
        self._rows: dict[str, SentRow] = {}

    def feed(self, piece: bytes) -> None:
        """Take the next bytes."""
        self._parser.Parse(piece, False)

    def close(self) -> SentWord:
        """Return what was read once all bytes are there."""
        self._parser.Parse(b"", True)
        sentences: dict[str, str] = {}
        for one in sorted(self._marked, key=lambda marked: marked.number):
            words = _plain("".join(one.words))
            if one.alone and words:
                sentences.setdefault(one.mark, words)
        return SentWord(self._rows, sentences)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError(name)
        space, _, tag = name.rpartition(" ")
        if self._skipping or name == _FALLBACK or (space in NAMESPACES and tag in _LEFT_OUT):
            self._skipping += 1
        elif space in NAMESPACES:
            self._enter(tag, {local(key): value for key, value in attributes.items()})

    def _enter(self, tag: str, own: dict[str, str]) -> None:
        if tag == "tr":
            self._tables.append([])
            self._keys.append(None)
        elif tag == "tc" and self._tables:
            self._tables[-1].append([])
        elif tag == "t":
            self._in_text = True
        elif tag in _BETWEEN:
            self._add(" ")
        elif tag == "bookmarkStart":
            self._bookmark(own.get("id", ""), own.get("name", ""))
        elif tag == "bookmarkEnd":
            self._open.pop(own.get("id", ""), None)

    def _bookmark(self, number: str, name: str) -> None:
        if (row := _ROW.fullmatch(name)) and self._keys:
            self._keys[-1] = self._keys[-1] or (row[1], row[2])
        elif (measure := _MEASURE.fullmatch(name)) and not self._tables and len(measure[2]) < 10:
            self._open[number] = marked = _Marked(measure[1], int(measure[2]))
            self._marked.append(marked)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._skipping:
            self._skipping -= 1
            return
        space, _, tag = name.rpartition(" ")
        if space in NAMESPACES and tag == "t":
            self._in_text = False
        elif space in NAMESPACES and tag == "tr" and self._tables:
            self._row(self._tables.pop(), self._keys.pop())

    def _row(self, cells: list[list[str]], key: tuple[str, str] | None) -> None:
        if key is not None:
            self._rows.setdefault(key[1], SentRow(key[0], tuple(_plain("".join(words)) for words in cells)))

    def _data(self, text: str) -> None:
        if self._in_text and not self._skipping:
            self._add(text)

    def _add(self, words: str) -> None:
        if self._tables:
            if self._tables[-1]:
                self._tables[-1][-1].append(words)
            return
        several = len({one.mark for one in self._open.values()}) > 1
        for one in self._open.values():
            one.words.append(words)
            one.alone = one.alone and not (several and words.strip())


def _plain(words: str) -> str:
    """Return words with common spaces."""
    return " ".join(words.split())
