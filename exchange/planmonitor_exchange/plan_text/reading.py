"""Reading the file an officer has: a text in one of the encodings that occur, or a Word document."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen
from planmonitor import BadData, Message

from planmonitor_exchange.decoding import Undecoded, decoded
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
    """What a file holds."""

    text: str
    """Its text, lines ended by a line feed."""
    notes: tuple[Message, ...] = ()
    """What has to be said about how it was read."""


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
        return decoded(content)
    except Undecoded as error:
        hint = Message.of(N_("Open it in Word or Notepad, save it as .docx or as plain text with encoding UTF-8, and scan that file."))
        raise BadData(N_("{file} is no text in UTF-8, UTF-16 or Windows 1258."), hint, file=path.name) from error
