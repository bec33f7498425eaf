"""The container of a workbook: what kind of file it is, and its parts, unpacked piece by piece and never more of one than it may have."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterator

from planmonitor import BadData, Message, Refusal

from planmonitor_exchange.figures.kinds import NO_WORKBOOK, PASSWORD, SAVE_AS, is_old, of_kind, refused_container, refused_kind
from planmonitor_exchange.figures.workbook import limits
from planmonitor_exchange.speaking.translations import N_

WORKBOOK = "xl/workbook.xml"
CONTENT = "content.xml"
STRINGS = "xl/sharedStrings.xml"
SHEETS = "xl/worksheets/"
XLSX, XLS, ODS = ".xlsx", ".xls", ".ods"
_CALC = b"application/vnd.oasis.opendocument.spreadsheet"
_END = struct.Struct("<4s4H2LH")
_PIECE = 65_536
_TYPE = 100
"""Letters of the type that a document says it has that are looked at."""


def refusal(template: str, hint: str | None = SAVE_AS, **values: object) -> BadData:
    """Return why a workbook is not read, and how to save it as one that is."""
    return BadData(template, Message.of(hint) if hint else None, **values)


def kind_of(content: bytes) -> str:
    """Return of which kind a workbook is, by what stands in it.

    Raises:
        BadData: for a kind that nothing here reads, a password, a damaged container, or one larger than any.
    """
    if other := refused_kind(content):
        raise other
    if len(content) > limits.LARGEST_FILE:
        raise too_large(N_("{size} bytes"), size=len(content))
    if is_old(content):
        return XLS
    try:
        with opened_container(content) as container:
            return _kind_in(container)
    except Refusal:
        raise
    except Exception as error:  # whatever a damaged file makes the reading end with
        raise damaged() from error


def _kind_in(container: zipfile.ZipFile) -> str:
    names = container.namelist()
    if "encrypted-package" in names:
        raise locked()
    mimetype = next(pieces(container, "mimetype"), b"") if "mimetype" in names else b""
    if CONTENT in names and mimetype.startswith(_CALC):
        return ODS
    if WORKBOOK not in names:
        raise refused_container(names, mimetype[:_TYPE])
    return XLSX


def locked() -> BadData:
    """Return that a workbook has a password."""
    return of_kind(PASSWORD)


def damaged() -> BadData:
    """Return that a workbook cannot be read."""
    return refusal(NO_WORKBOOK)


def too_large(template: str, **values: object) -> BadData:
    """Return that a workbook is larger than any sheet of figures, and in what."""
    less = N_("Copy the sheet with the figures alone into a new file, without pictures and without empty formatted rows, and take in that one.")
    return refusal(N_("The workbook is larger than any table of figures: {what}."), less, what=Message.of(template, **values))


def opened_container(content: bytes) -> zipfile.ZipFile:
    """Return the container of a workbook, its list of parts checked.

    Raises:
        BadData: where it is larger inside than it may be, has a password, or is another kind of document.
        zipfile.BadZipFile: where it is damaged.
    """
    at = content.rfind(b"PK\x05\x06", max(0, len(content) - 65_557))
    if at < 0 or len(content) - at < _END.size:
        raise zipfile.BadZipFile
    _mark, _disk, _first, _here, entries, size, _offset, _comment = _END.unpack_from(content, at)
    if entries > limits.MOST_PARTS or size > limits.LARGEST_DIRECTORY:
        raise too_large(N_("{count} parts"), count=entries)
    container = zipfile.ZipFile(io.BytesIO(content))
    _check_parts(container.infolist())
    return container


def _check_parts(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(entries) > limits.MOST_PARTS:
        raise too_large(N_("{count} parts"), count=len(entries))
    if len({name.casefold() for name in names}) < len(names):
        raise zipfile.BadZipFile
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise locked()
    for entry in entries:
        _check_part(entry)
    if (whole := sum(entry.file_size for entry in entries)) > limits.LARGEST_WHOLE:
        raise too_large(N_("{size} bytes when unpacked"), size=whole)


def _check_part(entry: zipfile.ZipInfo) -> None:
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise zipfile.BadZipFile
    sheet = entry.filename.startswith(SHEETS) or entry.filename == CONTENT
    most = limits.LARGEST_SHEET if sheet else limits.LARGEST_STRINGS if entry.filename == STRINGS else None
    read = most is not None or entry.filename.endswith((".xml", ".rels"))
    if read and entry.file_size > (most or limits.LARGEST_PART):
        raise too_large(N_("{size} bytes in '{part}' when unpacked"), size=entry.file_size, part=entry.filename)
    if entry.file_size > limits.STRONGEST * max(entry.compress_size, 4_096):
        raise too_large(N_("'{part}' is packed {times} times smaller"), part=entry.filename, times=entry.file_size // max(entry.compress_size, 1))


def pieces(container: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Yield a part piece by piece; the container gives never more than the size it states, which was checked."""
    with container.open(name) as part:
        while piece := part.read(_PIECE):
            yield piece
