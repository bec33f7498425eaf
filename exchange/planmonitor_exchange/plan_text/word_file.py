"""The words of a Word document (.docx), read part by part under limits: a file from outside may be damaged, or built to do damage."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TypeVar

from planmonitor import BadData, Message

from planmonitor_exchange.plan_text.word_styles import StyleReader, Styles
from planmonitor_exchange.plan_text.word_text import DocumentText, WordText
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.word_container import DAMAGED, DOCUMENT, RefusedWord, opened_word, pieces_of

FOOTNOTES = "word/footnotes.xml"
STYLES = "word/styles.xml"

_SAVE_AGAIN = N_("Open it in Word and save it again as .docx, or as plain text (.txt, UTF-8), and scan that file.")


T = TypeVar("T", covariant=True)


class Reader(Protocol[T]):
    """Takes a part of the document piece by piece, and gives what stands in it."""

    def feed(self, piece: bytes) -> None:
        """Take the next bytes."""

    def close(self) -> T:
        """Return what was read once all bytes are there."""


def read_word(path: Path, content: bytes) -> tuple[str, tuple[Message, ...]]:
    """Return the words of a Word document, one paragraph or table row a line, and what has to be said about them.

    Args:
        path: The file, to name it.
        content: Its bytes.

    Raises:
        BadData: where it is damaged, no Word document, locked, larger inside than it may be, or uses an old Vietnamese font.
    """
    try:
        return _read(content)
    except RefusedWord as refused:
        raise BadData(refused.template, Message.of(_SAVE_AGAIN), file=path.name, **refused.values) from None
    except DAMAGED as error:
        raise BadData(N_("{file} is damaged, or is no Word document."), Message.of(_SAVE_AGAIN), file=path.name) from error


def _read(content: bytes) -> tuple[str, tuple[Message, ...]]:
    with opened_word(content, {DOCUMENT, FOOTNOTES, STYLES}.__contains__) as archive:
        names = archive.namelist()
        styles = _parsed(archive, STYLES, StyleReader()) if STYLES in names else Styles()
        document = _parsed(archive, DOCUMENT, WordText(styles))
        footnotes = _parsed(archive, FOOTNOTES, WordText(styles, footnotes=True)) if FOOTNOTES in names else DocumentText((), 0, 0, 0, "")
    for read in (document, footnotes):
        if read.font:
            raise RefusedWord(N_("{file} is written in the font {font}, whose letters are no Unicode."), font=read.font)
    return "\n".join([*document.lines, *footnotes.lines]), tuple(_notes(document, names))


def _notes(document: DocumentText, names: list[str]) -> Iterator[Message]:
    if document.numbered:
        template = N_("{count} paragraphs have automatic numbers, which are not in the text: compare the numbers of sections and targets.")
        yield Message.of(template, count=document.numbered)
    if document.rows:
        yield Message.of(N_("{count} rows of tables were read as lines, their cells parted by '|'."), count=document.rows)
    if document.deleted:
        yield Message.of(N_("{count} passages marked as deleted were left out: accept or reject the changes in Word first."), count=document.deleted)
    if any(name.casefold().endswith("vbaproject.bin") for name in names):
        yield Message.of(N_("The file holds macros; they were not touched."))


def _parsed(archive: zipfile.ZipFile, name: str, reader: Reader[T]) -> T:
    """Return what a reader makes of one part, unpacked piece by piece."""
    for piece in pieces_of(archive, name):
        reader.feed(piece)
    return reader.close()
