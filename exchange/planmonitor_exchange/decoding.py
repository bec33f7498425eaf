"""The text of a file in whichever of the encodings it was saved that occur in Viet Nam."""

from __future__ import annotations

import codecs
import unicodedata

from planmonitor import BadData, Message

from planmonitor_exchange.plan_text.syllables import vietnamese_share
from planmonitor_exchange.speaking.translations import N_

_FEW = 10
"""Of fewer words with accents every one has to be Vietnamese."""


class Undecoded(BadData):
    """The bytes are no text in any of the encodings."""

    def __init__(self) -> None:
        """Say which were tried."""
        super().__init__(N_("It is no text in UTF-8, UTF-16 or Windows 1258."), Message.of(N_("In Excel, save as 'CSV UTF-8 (comma delimited)'.")))


def decoded(content: bytes) -> tuple[str, tuple[Message, ...]]:
    """Return a text in UTF-8, UTF-16 or the Vietnamese code page of old Windows, and what has to be said about how it was read.

    Raises:
        Undecoded: where the bytes are none of these: another code page, or a font with an encoding of its own.
    """
    try:
        # UTF-16 of decomposed letters is valid UTF-8 too; its zero bytes give it away.
        encoding = _wide(content)
        text = content.decode(encoding or "utf-8-sig")
    except UnicodeDecodeError:
        return _of_old_windows(content)
    if "\x00" in text:
        raise Undecoded
    return text, (Message.of(N_("The file is saved as UTF-16; it was read as that.")),) if encoding else ()


def _wide(content: bytes) -> str:
    """Return "utf-16..." where marks or zero bytes tell so, else ""."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    even, odd = content[:2000:2].count(0), content[1:2000:2].count(0)
    if max(even, odd) < 20:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _of_old_windows(content: bytes) -> tuple[str, tuple[Message, ...]]:
    """Return a text of code page 1258, where its words turn out to be Vietnamese."""
    try:
        text = unicodedata.normalize("NFC", content.decode("cp1258"))
    except UnicodeDecodeError:
        raise Undecoded from None
    right, all_words = vietnamese_share(text)
    if right * 10 < all_words * 9 or (all_words < _FEW and right < all_words):
        raise Undecoded
    return text, (Message.of(N_("The file is saved in the old Windows code page 1258; its letters were composed.")),)
