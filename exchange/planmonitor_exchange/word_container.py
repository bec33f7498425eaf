"""The container of a Word document (.docx), its parts counted and measured before any is unpacked: a file from outside may be built to do damage."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from xml.parsers import expat

from planmonitor_exchange.speaking.translations import N_

DOCUMENT = "word/document.xml"
MOST_ENTRIES = 3_000
LARGEST_DIRECTORY = 1_000_000
LARGEST_PART = 30_000_000
LARGEST_WHOLE = 400_000_000
STRONGEST = 300
"""Packed this many times smaller, a part is built to fill the memory: Word packs its texts some ten to fifty times."""
_PIECE = 65_536
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_END = struct.Struct("<4s4H2LH")

DAMAGED = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, expat.ExpatError, struct.error),
    *(EOFError, OSError, LookupError, RuntimeError, ValueError, OverflowError),
)
"""What reading a damaged file ends with."""


class RefusedWord(Exception):
    """The file is not read; says why."""

    def __init__(self, template: str, **values: object) -> None:
        """Take the template of the sentence, in which {file} stands, and its other values."""
        self.template = template
        self.values = values
        super().__init__(template)


def opened_word(content: bytes, is_read: Callable[[str], bool]) -> zipfile.ZipFile:
    """Return the container of a Word document, its list of parts checked.

    Args:
        content: The file.
        is_read: Whether a part of a name will be read; only those are measured one by one.

    Raises:
        RefusedWord: where it is another kind of document, has a password, or is larger inside than it may be.
        zipfile.BadZipFile: where it is damaged.
    """
    at = content.rfind(b"PK\x05\x06", max(0, len(content) - 65_557))
    if at < 0:
        raise zipfile.BadZipFile
    _mark, _disk, _first, _here, entries, size, _offset, _comment = _END.unpack_from(content, at)
    if entries > MOST_ENTRIES or size > LARGEST_DIRECTORY:
        raise RefusedWord(N_("{file} holds more parts than a Word document has."))
    container = zipfile.ZipFile(io.BytesIO(content))
    _check_entries(container.infolist(), is_read)
    return container


def _check_entries(entries: list[zipfile.ZipInfo], is_read: Callable[[str], bool]) -> None:
    names = [entry.filename for entry in entries]
    if len(entries) > MOST_ENTRIES:
        raise RefusedWord(N_("{file} holds more parts than a Word document has."))
    if DOCUMENT not in names:
        raise RefusedWord(N_("{file} is no Word document (.docx)."))
    if len(set(names)) < len(names):
        raise zipfile.BadZipFile
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise RefusedWord(N_("{file} has a password, or is of the old kind .doc."))
    for entry in entries:
        if is_read(entry.filename):
            _check_part(entry)
    if sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        raise RefusedWord(N_("{file} is larger inside than any plan or form."))


def _check_part(entry: zipfile.ZipInfo) -> None:
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise zipfile.BadZipFile
    if entry.file_size > LARGEST_PART or entry.file_size > STRONGEST * max(entry.compress_size, 4_096):
        raise RefusedWord(N_("{file} is larger inside than any plan or form."))


def dated_alike(content: bytes) -> bytes:
    """Return a container whose parts all have the same date: what goes in alike comes out alike, byte by byte."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as read, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for name in read.namelist():
            made.writestr(zipfile.ZipInfo(name, _EARLIEST), read.read(name), zipfile.ZIP_DEFLATED)
    return written.getvalue()


def pieces_of(container: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Yield a part piece by piece, and never more of it than the size it states, which was checked."""
    with container.open(name) as part:
        while piece := part.read(_PIECE):
            yield piece
