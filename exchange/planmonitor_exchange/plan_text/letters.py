"""Mending the letters of a text: composition, accents on the wrong letter, syllables cut by a space. Only what is certain is changed.

Files made from scans and old word processors carry accents that composing alone does not mend ("lao đôṇg", "xa ̃hôị", "hoặ c").
Whatever stays doubtful is left as printed and listed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from attrs import field, frozen

from planmonitor_exchange.plan_text.syllables import TONES, is_syllable, split_tone, with_tone_in_place

_MARKS = "\u0300-\u036f"
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*")
_STRAY = re.compile(rf"(?<![\w{_MARKS}])(?P<word>[^\W\d_](?:[^\W\d_]|[{_MARKS}]){{0,12}})(?P<between>[ \u00a0]|[,.;:)] ?)(?P<mark>[{TONES}])")
_CUT = re.compile(rf"(?P<first>(?<![\w{_MARKS}])[^\W\d_]{{1,6}}) (?=(?P<second>[^\W\d_]{{1,6}})(?![\w{_MARKS}]))")
_ROUNDS = 5
"""Mending one word can make the next one certain; no text needs more rounds than two."""


@frozen
class Letters:
    """A text after its letters were mended."""

    text: str
    """The text, composed."""
    composed: int = 0
    """How many words only had to be composed."""
    accents: tuple[tuple[str, str], ...] = field(default=())
    """Speaker whose accents were put in place, as (printed, mended), in the order of the text."""
    joined: tuple[tuple[str, str], ...] = field(default=())
    """Syllables that a space had cut, in the same way."""
    doubtful: tuple[str, ...] = field(default=())
    """Speaker left as printed although something is wrong with them."""


def mend_letters(text: str) -> Letters:
    """Return a text with its letters mended; a text that is right comes back as it is, and mending twice changes nothing more."""
    whole = unicodedata.normalize("NFC", text)
    composed = sum(not unicodedata.is_normalized("NFC", word) for word in text.split())
    accents: list[tuple[str, str]] = []
    joined: list[tuple[str, str]] = []
    for _round in range(_ROUNDS):
        before = whole
        whole = _with_marks_in_place(_with_stray_marks_back(whole, accents), accents)
        whole = _with_cut_syllables_joined(whole, joined)
        if whole == before:
            break
    return Letters(whole, composed, tuple(accents), tuple(joined), tuple(dict.fromkeys(_doubtful(whole))))


def _with_stray_marks_back(text: str, mended: list[tuple[str, str]]) -> str:
    """Put a tone mark that stands behind a space or comma back on the word before it: "xa,̃" is "xã,"."""

    def back(match: re.Match[str]) -> str:
        word = with_tone_in_place(match["word"] + match["mark"])
        if word is None:
            return match.group()
        mended.append((match.group(), word + match["between"]))
        return word + match["between"]

    return _STRAY.sub(back, text)


def _with_marks_in_place(text: str, mended: list[tuple[str, str]]) -> str:
    def in_place(match: re.Match[str]) -> str:
        word = match.group()
        if word.isascii() or is_syllable(word):
            return word
        right = with_tone_in_place(word)
        if right is None or right == word:
            return word
        mended.append((word, right))
        return right

    return _WORD.sub(in_place, text)


def _with_cut_syllables_joined(text: str, mended: list[tuple[str, str]]) -> str:
    """Join two neighbours that are no syllables by themselves and are one together: "hoặ c"."""
    pieces, after = [], 0
    for match in _CUT.finditer(text):
        first, second = match["first"], match["second"]
        if match.start() < after or not _joins(first, second) or is_syllable(first) or is_syllable(second):
            continue
        mended.append((f"{first} {second}", first + second))
        pieces += [text[after : match.end("first")], second]
        after = match.end("second")
    return "".join(pieces) + text[after:]


def _joins(first: str, second: str) -> bool:
    return second.islower() and (first.islower() or first.istitle()) and is_syllable(first + second)


def _doubtful(text: str) -> Iterator[str]:
    for match in _CUT.finditer(text):
        first, second = match["first"], match["second"]
        if _joins(first, second) and is_syllable(first) != is_syllable(second) and _is_a_rest(second if is_syllable(first) else first):
            yield f"{first} {second}"
    yield from (word for word in text.split() if re.search(f"[{_MARKS}]", word))
    for match in _WORD.finditer(text):
        word = match.group()
        # Abbreviations ("LĐTBXH", "NĐ") and plain foreign words ("internet") are nothing to ask about.
        if split_tone(word)[1] and not word.isupper() and not is_syllable(word):
            yield word


def _is_a_rest(word: str) -> bool:
    """Return whether a piece of letters can only be part of a word: it has no vowel, or an accent and is no syllable."""
    return len(word) > 1 and not re.search("[aeiouyăâêôơư]", split_tone(word.casefold())[0])
