"""When two names are the same name (docs/domain.md, rule 23)."""

from __future__ import annotations

import unicodedata

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LOOK_ALIKE = str.maketrans({"Ð": "Đ", "ð": "đ", "ƣ": "ư", "Ƣ": "Ư"})


def fold(name: str) -> str:
    """Return a name as it is compared: without regard to composition, case, spacing and the place of tone marks.

    Args:
        name: A name as somebody typed it, composed or not, with "hoà" or "hòa".

    Returns:
        A key for comparison only. The tone itself counts: "Sơn Hà" and "Sơn Hạ" stay two names.
    """
    words = unicodedata.normalize("NFD", name.translate(_LOOK_ALIKE)).casefold().split()
    return " ".join(_tone_last(word) for word in words)


def _tone_last(word: str) -> str:
    tones = "".join(letter for letter in word if letter in _TONES)
    return unicodedata.normalize("NFC", "".join(letter for letter in word if letter not in _TONES)) + tones
