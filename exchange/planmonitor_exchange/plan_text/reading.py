"""Reading the file an officer has: a text in one of the encodings that occur, or a Word document."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

from attrs import frozen
from planmonitor import BadData, Message

from planmonitor_exchange.plan_text.syllables import vietnamese_share
from planmonitor_exchange.plan_text.word_file import read_word
from planmonitor_exchange.speaking.translations import N_

LARGEST = 50_000_000
"""More bytes than any Word file of a plan, pictures included."""
LONGEST = 400_000
"""More letters than any plan has, its tables included; a longer text was chosen by mistake."""

_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", N_("{file} has a password, or is of the old kind .doc.")),
    (b"%PDF", N_("{file} is a PDF.")),
    (b"{\\rtf", N_("{file} is of the kind RTF.")),
)
_SAVE_AS = N_("Open it in Word, save it without a password as .docx or as plain text (.txt, UTF-8), and scan that file.")


@frozen
class Content:
    """What a file holds.

    Attributes:
        text: Its text, lines ended by a line feed.
        notes: What has to be said about how it was read.
    """

    text: str
    notes: tuple[Message, ...] = ()


def read_document(path: Path) -> Content:
    """Return the text of a document.

    Raises:
        BadData: where it is too large, of a kind that is not read, damaged, or empty; the next step is named.
        OSError: where it cannot be opened.
    """
    if path.exists() and not path.is_file():
        raise BadData(N_("{file} is not a file."), Message.of(N_("Is it the right file?")), file=str(path))
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise _too_large(path)
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise BadData(what, Message.of(_SAVE_AS), file=path.name)
    read = read_word(path, content) if content.startswith(b"PK") else None
    text, notes = read if read is not None else _decoded(path, content)
    if len(text) > LONGEST:
        raise _too_large(path)
    if not text.strip():
        raise BadData(N_("{file} holds no text."), Message.of(N_("Is it the right file? Pictures of pages are not read.")), file=path.name)
    return Content(text, notes)


def _too_large(path: Path) -> BadData:
    return BadData(N_("{file} is larger than any plan."), Message.of(N_("Is it the right file?")), file=path.name)


def _decoded(path: Path, content: bytes) -> tuple[str, tuple[Message, ...]]:
    if len(content) > 4 * LONGEST:
        raise _too_large(path)
    try:
        encoding = _wide(content)
        text = content.decode(encoding or "utf-8-sig")
    except UnicodeDecodeError:
        return _of_old_windows(path, content)
    if "\x00" in text:
        raise _no_text(path)
    return text, (Message.of(N_("The file is saved as UTF-16; it was read as that.")),) if encoding else ()


def _wide(content: bytes) -> str:
    """Return "utf-16..." where marks or zero bytes tell so, else ""."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    even, odd = content[:2000:2].count(0), content[1:2000:2].count(0)
    if max(even, odd) < 20:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _of_old_windows(path: Path, content: bytes) -> tuple[str, tuple[Message, ...]]:
    """Return a text of the Vietnamese code page of old Windows, where its words turn out to be Vietnamese.

    Raises:
        BadData: where they do not: another code page, or a font with an encoding of its own.
    """
    try:
        text = unicodedata.normalize("NFC", content.decode("cp1258"))
    except UnicodeDecodeError:
        raise _no_text(path) from None
    right, all_words = vietnamese_share(text)
    if all_words < 5 or right * 10 < all_words * 9:
        raise _no_text(path)
    return text, (Message.of(N_("The file is saved in the old Windows code page 1258; its letters were composed.")),)


def _no_text(path: Path) -> BadData:
    hint = Message.of(N_("Open it in Word or Notepad, save it as .docx or as plain text with encoding UTF-8, and scan that file."))
    return BadData(N_("{file} is no text in UTF-8, UTF-16 or Windows 1258."), hint, file=path.name)
