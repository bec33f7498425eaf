"""A form in Word looked at piece by piece before any library opens it: what it holds besides text, and whether its fields are closed.

A form from outside may hold macros, load a template or a picture from elsewhere, or be built to fill the memory: it is refused. What stands in places
that are not filled (footnotes, comments, properties, names of pictures) is refused too, and so is what would merge cells by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat
from zipfile import ZipFile

from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.word_container import DOCUMENT, RefusedWord, opened_word, pieces_of

LARGEST_FORM = 60_000_000
"""Bytes of all parts, unpacked: a form of many pages with pictures has a few millions."""
LARGEST_TEXT = 6_000_000
"""Bytes of one part of text."""
MOST_ELEMENTS = 600_000
"""Elements of all parts together."""
MOST_TAGS = 5_000
"""Fields and other marks."""
LONGEST_TAG = 500
"""Letters of one of them."""
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT = "http://purl.oclc.org/ooxml/"
_FILLED = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")
_OPENS, _CLOSES = re.compile(r"\{[{%#]"), {"{{": "}}", "{%": "%}", "{#": "#}"}
_OWN_WAY = re.compile(r"\{\{(?:r|p|tr|tc)\s|\{%\s*(?:vm|hm|colspan|cellbg)\b|\{[{%]-|.*-[}%]\}$")
"""Marks of docxtpl that put text outside of paragraphs, merge cells over the groups of a list, or drop what stands beside them."""
_ALONE = re.compile(r"\{[%#](p|tr|tc)\s")
_PARTED = {"p": "\n", "tr": "\f", "tc": "\v"}
"""What parts paragraphs, rows and cells in the text that is kept; a mark for one of them stands alone in it, for docxtpl drops the rest."""


def look_at_form(content: bytes) -> int:
    """Return how many fields and other marks stand in a form.

    Raises:
        RefusedWord: where it may not be filled.
        Exception: one of `DAMAGED`, where it is.
    """
    if content.startswith(_OLD):
        raise RefusedWord(N_("{file} has a password, or is of the old kind .doc."))
    with opened_word(content, _is_text) as container:
        entries = container.infolist()
        if sum(entry.file_size for entry in entries) > LARGEST_FORM or any(_is_text(e.filename) and e.file_size > LARGEST_TEXT for e in entries):
            raise RefusedWord(N_("{file} is larger inside than any plan or form."))
        if any(entry.filename.casefold().endswith(("vbaproject.bin", "vbadata.xml")) for entry in entries):
            raise _macros()
        left, tags = [MOST_ELEMENTS], 0
        for name in filter(_is_text, container.namelist()):
            tags += _tags_in(container, name, left)
    if tags > MOST_TAGS:
        raise RefusedWord(N_("{file} has more than {count} fields."), count=MOST_TAGS)
    return tags


def _is_text(name: str) -> bool:
    return name.endswith((".xml", ".rels"))


def _macros() -> RefusedWord:
    return RefusedWord(N_("{file} holds macros; save it in Word as .docx without them."))


def _tags_in(container: ZipFile, name: str, left: list[int]) -> int:
    part = _Part(name, left)
    for piece in pieces_of(container, name):
        part.parser.Parse(piece, False)
    part.parser.Parse(b"", True)
    tags = list(part.tags())
    if tags and not _FILLED.fullmatch(name):
        raise _elsewhere(tags[0])
    return len(tags)


def _elsewhere(tag: str) -> RefusedWord:
    said = N_("{file} has the field '{tag}' in a place that is not filled: a note, a comment, a property, the name of a picture.")
    return RefusedWord(said, tag=tag)


class _Part:
    """One part of a form, of which the text is kept."""

    def __init__(self, name: str, left: list[int]) -> None:
        self._left = left
        self._text: list[str] = []
        self._is_document = name == DOCUMENT
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text.append
        self.parser.CommentHandler = self._beside
        self.parser.ProcessingInstructionHandler = lambda _target, data: self._beside(data)
        self.parser.StartDoctypeDeclHandler = self.parser.EntityDeclHandler = _refuse_type

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._left[0] -= 1
        if self._left[0] < 0:
            raise RefusedWord(N_("{file} is larger inside than any plan or form."))
        if self._is_document and name.startswith(_STRICT):
            raise RefusedWord(N_("{file} is of the kind 'Strict Open XML'; save it in Word as a common document (.docx)."))
        if name.startswith(_WORDS) and name[len(_WORDS) :] in {"tr", "tc"}:
            self._end(name)
        for value in attributes.values():
            self._beside(value)
        if attributes.get("TargetMode") == "External" and not attributes.get("Type", "").endswith("/hyperlink"):
            said = N_("{file} loads '{target}' from elsewhere, a template or a picture; take that out of it in Word.")
            raise RefusedWord(said, target=attributes.get("Target", ""))
        if "macroenabled" in attributes.get("ContentType", "").casefold():
            raise _macros()

    def _end(self, name: str) -> None:
        if name.startswith(_WORDS):
            self._text.append(_PARTED.get(name[len(_WORDS) :], ""))

    def _beside(self, text: str) -> None:
        """Look at what is no text of a paragraph, where a field would be filled unseen."""
        if _OPENS.search(text):
            raise _elsewhere(text[:80])

    def tags(self) -> Iterator[str]:
        """Yield its fields and other marks, each of which is closed in its paragraph."""
        text, at = "".join(self._text), 0
        while opens := _OPENS.search(text, at):
            ends = text.find(_CLOSES[opens[0]], opens.end(), opens.end() + LONGEST_TAG)
            tag = text[opens.start() : ends + 2]
            if ends < 0 or any(sign in tag for sign in _PARTED.values()) or _OPENS.search(tag, 2):
                said = N_("{file} has a field that is not closed in its paragraph: '{tag}'.")
                raise RefusedWord(said, tag=text[opens.start() :][:40].splitlines()[0])
            if _OWN_WAY.match(tag):
                raise RefusedWord(N_("{file} has '{tag}', which is not understood in forms."), tag=tag)
            if alone := _ALONE.match(tag):
                _check_alone(text, opens.start(), ends + 2, _PARTED[alone[1]])
            yield tag
            at = ends + 2


def _check_alone(text: str, start: int, end: int, sign: str) -> None:
    """Refuse a mark that does not stand alone in its paragraph, row or cell, whose ends the sign is."""
    beside = text[text.rfind(sign, 0, start) + 1 : start] + text[end : text.find(sign, end)]
    if beside.strip():
        said = N_("{file} has '{tag}' beside '{text}', which would be lost: let it stand alone.")
        raise RefusedWord(said, tag=text[start:end], text=" ".join(beside.split())[:60])


def _refuse_type(*_declared: object) -> None:
    raise RefusedWord(N_("{file} declares a document type of its own, which no Word document does."))
