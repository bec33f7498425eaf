"""Which words are Vietnamese syllables, and on which letter a tone mark may stand.

Table-driven: an onset, a rhyme, and the tones that the rhyme takes. Names of other languages ("Kon Tum") are no syllables here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Grave, acute, tilde, hook above, dot below: huyền, sắc, ngã, hỏi, nặng."""

_STOPPED = "\u0301\u0323"
"""The tones of a syllable that ends in p, t, c or ch."""

_ONSETS = (
    *("ngh", "ng", "nh", "gh", "gi", "kh", "ph", "th", "tr", "ch", "qu"),
    *("b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""),
)
"""Longer ones first: "gia" is gi + a."""

_RHYME_LINES = (
    "a ai ao au ay am an ang anh ap at ac ach",
    "ăm ăn ăng ăp ăt ăc",
    "âu ây âm ân âng âp ât âc",
    "e eo em en eng ep et ec",
    "ê êu êm ên ênh êp êt êch",
    "i ia iu im in inh ip it ich iêu iêm iên iêng iêp iêt iêc",
    "o oi om on ong op ot oc oong ooc",
    "oa oai oao oay oam oan oang oanh oap oat oac oach oăm oăn oăng oăt oăc oe oeo oen oet",
    "ô ôi ôm ôn ông ôp ôt ôc",
    "ơ ơi ơm ơn ơp ơt",
    "u ua ui um un ung up ut uc uôi uôm uôn uông uôt uôc",
    "uân uâng uây uât uê uên uênh uêch uơ uy uya uyu uyên uyêt uynh uyn uyt uych uyp",
    "ư ưa ưi ưu ưm ưn ưng ưt ưc ươi ươu ươm ươn ương ươp ươt ươc",
    "y yêu yêm yên yêng yêt",
)
_RHYMES = frozenset(rhyme for line in _RHYME_LINES for rhyme in line.split())
_FRONT = "eêiy"
_PLAIN = "aeiouy"
_MARKED = "ăâêôơư"


def split_tone(word: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Return the letters of a word without tone marks, composed, and each tone mark with the number of the letter it stands on."""
    letters: list[str] = []
    marks: list[tuple[int, str]] = []
    for letter in unicodedata.normalize("NFD", word):
        if letter in TONES:
            marks.append((len(letters) - 1, letter))
        elif unicodedata.combining(letter) and letters:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + letter)
        else:
            letters.append(letter)
    return "".join(letters), tuple(marks)


@cache
def tone_places(letters: str) -> tuple[int, ...]:
    """Return on which letters of a syllable its tone mark may stand, the usual one first; () where it is no syllable.

    Args:
        letters: Small letters, composed, without a tone mark: "hoa" gives both "hoà" and "hòa".
    """
    for onset in _ONSETS:
        rhyme = letters.removeprefix(onset)
        if letters.startswith(onset) and _fits(onset, rhyme):
            return tuple(len(onset) + place for place in _places(rhyme, glide=onset == "qu"))
    return ()


def _fits(onset: str, rhyme: str) -> bool:
    if rhyme not in _RHYMES:
        return False
    if onset in {"ngh", "gh", "k"}:
        return rhyme[0] in _FRONT
    if onset in {"ng", "c"}:
        return rhyme[0] not in _FRONT
    if onset == "g":
        return rhyme[0] not in "eêy"
    # "quốc" and "giêng" are written with one u, one i: the onset lends its last letter.
    return not (onset == "qu" and rhyme[0] == "u" and rhyme != "u") and not (onset == "gi" and rhyme[0] == "i")


def _places(rhyme: str, *, glide: bool) -> tuple[int, ...]:
    marked = [place for place, letter in enumerate(rhyme) if letter in _MARKED]
    if marked:
        return (marked[-1],)
    vowels = [place for place, letter in enumerate(rhyme) if letter in _PLAIN]
    if len(vowels) == 1 or (len(vowels) == 2 and rhyme[len(vowels) :]):
        return (vowels[-1],)
    if len(vowels) == 3:
        return (vowels[1],)
    if rhyme in {"oa", "oe", "uy"} and not glide:
        return (1, 0)
    return (vowels[0],)


def is_syllable(word: str) -> bool:
    """Return whether a word is a Vietnamese syllable with its tone mark, if it has one, in a place where it may stand."""
    letters, marks = split_tone(word.casefold())
    return len(marks) <= 1 and _takes(letters, marks) and (not marks or marks[0][0] in tone_places(letters))


def with_tone_in_place(word: str) -> str | None:
    """Return a word with its tone mark moved to where it belongs, or None where the word is certain to be nothing Vietnamese.

    A mark typed twice is kept once; two different ones decide nothing.
    """
    letters, marks = split_tone(word)
    tones = {mark for _place, mark in marks}
    if len(tones) != 1 or not _takes(letters.casefold(), marks):
        return None
    places = tone_places(letters.casefold())
    kept = next((place for place, _mark in marks if place in places), places[0])
    return unicodedata.normalize("NFC", letters[: kept + 1] + tones.pop() + letters[kept + 1 :])


def _takes(letters: str, marks: tuple[tuple[int, str], ...]) -> bool:
    """Return whether letters are a syllable that can carry these tones."""
    if not tone_places(letters):
        return False
    stopped = re.search(r"(?:p|t|c|ch)$", letters) is not None
    return not stopped or (bool(marks) and all(mark in _STOPPED for _place, mark in marks))


def vietnamese_share(text: str) -> tuple[int, int]:
    """Return how many words of a text that carry accents are Vietnamese syllables, and how many carry accents."""
    accented = [word for word in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text)) if not word.isascii()]
    return sum(is_syllable(word) for word in accented), len(accented)
