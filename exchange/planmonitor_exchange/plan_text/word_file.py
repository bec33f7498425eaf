"""The words of a Word document (.docx), read part by part under limits: a file from outside may be damaged, or built to do damage."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TypeVar
from xml.parsers import expat

from planmonitor import BadData, Message

from planmonitor_exchange.plan_text.word_styles import StyleReader, Styles
from planmonitor_exchange.plan_text.word_text import DocumentText, WordText
from planmonitor_exchange.speaking.translations import N_

DOCUMENT = "word/document.xml"
FOOTNOTES = "word/footnotes.xml"
STYLES = "word/styles.xml"
MOST_ENTRIES = 3_000
LARGEST_DIRECTORY = 1_000_000
LARGEST_PART = 30_000_000
LARGEST_WHOLE = 400_000_000
STRONGEST = 300
"""Packed this many times smaller, a part is built to fill the memory: Word packs its texts some ten to fifty times."""
_PIECE = 65_536
_END = struct.Struct("<4s4H2LH")

_SAVE_AGAIN = N_("Open it in Word and save it again as .docx, or as plain text (.txt, UTF-8), and scan that file.")


T = TypeVar("T", covariant=True)


class Reader(Protocol[T]):
    """Takes a part of the document piece by piece, and gives what stands in it."""

    def feed(self, piece: bytes) -> None:
        """Take the next bytes."""

    def close(self) -> T:
        """Return what was read once all bytes are there."""


class _Refused(Exception):
    """The file is not read; says why."""

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        super().__init__(template)


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
    except _Refused as refused:
        raise BadData(refused.template, Message.of(_SAVE_AGAIN), file=path.name, **refused.values) from None
    except (
        *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, expat.ExpatError, struct.error),
        *(EOFError, OSError, LookupError, RuntimeError, ValueError, OverflowError),
    ) as error:
        raise BadData(N_("{file} is damaged, or is no Word document."), Message.of(_SAVE_AGAIN), file=path.name) from error


def _read(content: bytes) -> tuple[str, tuple[Message, ...]]:
    _check_directory(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = archive.infolist()
        _check_entries(entries)
        names = [entry.filename for entry in entries]
        styles = _parsed(archive, STYLES, StyleReader()) if STYLES in names else Styles()
        document = _parsed(archive, DOCUMENT, WordText(styles))
        footnotes = _parsed(archive, FOOTNOTES, WordText(styles, footnotes=True)) if FOOTNOTES in names else DocumentText((), 0, 0, 0, "")
    for read in (document, footnotes):
        if read.font:
            raise _Refused(N_("{file} is written in the font {font}, whose letters are no Unicode."), font=read.font)
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


def _check_directory(content: bytes) -> None:
    """Refuse a directory of entries that is too large before it is read."""
    at = content.rfind(b"PK\x05\x06", max(0, len(content) - 65_557))
    if at < 0:
        raise zipfile.BadZipFile
    _mark, _disk, _first, _here, entries, size, _offset, _comment = _END.unpack_from(content, at)
    if entries > MOST_ENTRIES or size > LARGEST_DIRECTORY:
        raise _Refused(N_("{file} holds more parts than a Word document has."))


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_ENTRIES:
        raise _Refused(N_("{file} holds more parts than a Word document has."))
    if DOCUMENT not in names:
        raise _Refused(N_("{file} is no Word document (.docx)."))
    if len(set(names)) < len(names):
        raise zipfile.BadZipFile
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise _Refused(N_("{file} has a password, or is of the old kind .doc."))
    for entry in entries:
        if entry.filename in {DOCUMENT, FOOTNOTES, STYLES}:
            _check_part(entry)
    if sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        raise _Refused(N_("{file} is larger inside than any plan."))


def _check_part(entry: zipfile.ZipInfo) -> None:
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise zipfile.BadZipFile
    if entry.file_size > LARGEST_PART or entry.file_size > STRONGEST * max(entry.compress_size, 4_096):
        raise _Refused(N_("{file} is larger inside than any plan."))


def _parsed(archive: zipfile.ZipFile, name: str, reader: Reader[T]) -> T:
    """Return what a reader makes of one part, unpacked piece by piece, and never more of it than the size it states, which was checked."""
    with archive.open(name) as part:
        while piece := part.read(_PIECE):
            reader.feed(piece)
    return reader.close()
