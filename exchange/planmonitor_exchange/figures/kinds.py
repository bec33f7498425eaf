"""What kind of file one is that holds no figures as we read them, as far as its first bytes tell, and what to do with it."""

from __future__ import annotations

import re
from pathlib import PurePath

from attrs import frozen
from planmonitor import BadData, Message

from planmonitor_exchange.speaking.translations import N_

SAVE_AS = N_("Open it in Excel or LibreOffice and save it as 'Excel Workbook (.xlsx)', then take in that file.")
NO_WORKBOOK = N_("The file is damaged, or is no workbook (.xlsx).")
_FOR_THE_TABLE = N_("Ask its sender for the workbook (.xlsx) that it was made from, or write the figures into a form.")
_COPY_THE_TABLE = N_("Copy its table into a new sheet of Excel or LibreOffice, save that as 'Excel Workbook (.xlsx)', and take in that file.")
_UNPACK = N_("Unpack it, and take in the files that it holds.")
_SAVE_THERE = N_("Where it was made, save the figures as a workbook (.xlsx) or as CSV, and take in that file.")
_WITHOUT_PASSWORD = N_("Open it, save it without the password, then take in that file.")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SEEN = 1_000
"""Bytes of the beginning of a text that are looked at."""
WORKBOOK_NAMES = frozenset((".xlsx", ".xlsm", ".xls", ".ods"))


@frozen
class Kind:
    """A kind of file that is not read."""

    sign: re.Pattern[bytes]
    """What stands at its beginning or, of an older document of Office or a container, what it holds."""
    said: str
    """What is said of it."""
    cure: str
    """The next step."""


def _kind(sign: bytes, said: str, cure: str) -> Kind:
    return Kind(re.compile(sign, re.DOTALL | re.IGNORECASE | re.MULTILINE), said, cure)


def _wide(words: str) -> bytes:
    return re.escape(words.encode("utf-16-le"))


PASSWORD = _kind(_wide("EncryptedPackage"), N_("The file has a password."), _WITHOUT_PASSWORD)
_WORD = N_("The file is a text document (Word) and no workbook.")
_SLIDES = N_("The file is a presentation and no workbook.")
_PICTURE = N_("The file is a picture: figures cannot be read from it for certain.")
_ARCHIVE = N_("The file is an archive of other files.")
BY_BEGINNING = (
    _kind(rb"\s*%PDF-", N_("The file is a PDF: figures cannot be read from it for certain."), _FOR_THE_TABLE),
    _kind(rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|BM.{4}\0\0\0\0|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif|avif)|II\*\0|MM\0\*", _PICTURE, _FOR_THE_TABLE),
    _kind(rb"\{\\rtf", _WORD, _COPY_THE_TABLE),
    _kind(rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b", _ARCHIVE, _UNPACK),
    _kind(rb"SQLite format 3\0", N_("The file is a database, such as the program keeps its figures in."), _SAVE_THERE),
    _kind(
        rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|table|meta)",
        N_("The file is a web page and no workbook, whatever its name says."),
        SAVE_AS,
    ),
    _kind(rb"(?:\xef\xbb\xbf)?\s*<\?xml", N_("The file is XML and no workbook, whatever its name says."), SAVE_AS),
    _kind(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])", N_("The file is JSON, which programs write for each other."), _SAVE_THERE),
)
"""Kinds that are told by how they begin."""
OLDER = (
    PASSWORD,
    _kind(_wide("WordDocument"), _WORD, _COPY_THE_TABLE),
    _kind(_wide("PowerPoint Document"), _SLIDES, _FOR_THE_TABLE),
)
"""Documents of older Office other than .xls, which all begin alike, by the name of a part that they hold."""
BY_PARTS = (
    _kind(rb"^xl/workbook\.bin$", N_("The file is of the kind .xlsb."), SAVE_AS),
    _kind(rb"^word/", _WORD, _COPY_THE_TABLE),
    _kind(rb"^ppt/", _SLIDES, _FOR_THE_TABLE),
    _kind(rb"^mimetype=application/vnd\.oasis\.opendocument\.text", _WORD, _COPY_THE_TABLE),
    _kind(rb"^mimetype=application/vnd\.oasis\.opendocument\.presentation", _SLIDES, _FOR_THE_TABLE),
    _kind(rb"\.(?:xlsx|xlsm|xls|csv|pdf|docx?)$", _ARCHIVE, _UNPACK),
    _kind(rb"", N_("The file is no workbook (.xlsx)."), SAVE_AS),
)
"""Containers that hold no workbook (.xlsx, .ods), by the names of their parts, a line each; the type that one names stands behind "mimetype="."""


def is_old(content: bytes) -> bool:
    """Return whether a file is a document of older Office, as a workbook (.xls) is."""
    return content.startswith(_OLD)


def is_container(content: bytes) -> bool:
    """Return whether a file is a container of parts, as a workbook (.xlsx, .ods) is, or of the older kind: nothing that is read as text."""
    return content.startswith((*_ZIP, _OLD))


def refused_kind(content: bytes) -> BadData | None:
    """Return why a file is not read that begins like a known kind other than a workbook; None where nothing is known of it."""
    if is_old(content):
        return next((of_kind(kind) for kind in OLDER if kind.sign.search(content)), None)
    return next((of_kind(kind) for kind in BY_BEGINNING if kind.sign.match(content[:_SEEN])), None)


def of_kind(kind: Kind) -> BadData:
    """Return that a file is of a kind that is not read, and the next step."""
    return BadData(kind.said, Message.of(kind.cure))


def refused_container(parts: list[str], mimetype: bytes) -> BadData:
    """Return what a container is that holds no workbook (.xlsx), by the names of its parts and the type that it says it has."""
    listing = b"\n".join([b"mimetype=" + mimetype, *(name.encode() for name in parts)])
    return of_kind(next(kind for kind in BY_PARTS if kind.sign.search(listing)))


def is_named_workbook(name: str) -> bool:
    """Return whether the name of a file says that it is a workbook."""
    return PurePath(name).suffix.lower() in WORKBOOK_NAMES
