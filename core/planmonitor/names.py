"""Names: when two are the same (docs/domain.md, rule 23), which id one stands for, and how one is written in ASCII."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import chain, count

from attrs import frozen

from planmonitor.messages import N_, Message, Text

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_LOOK_ALIKE = str.maketrans({"Ð": "Đ", "ð": "đ", "ƣ": "ư", "Ƣ": "Ư"})


def fold(name: str) -> str:
    """Return a name as it is compared: without regard to composition, case, spacing and the place of tone marks ("hoà", "hòa").

    The tone itself counts: "Sơn Hà" and "Sơn Hạ" stay two names.
    """
    words = unicodedata.normalize("NFD", name.translate(_LOOK_ALIKE)).casefold().split()
    return " ".join(_tone_last(word) for word in words)


def _tone_last(word: str) -> str:
    tones = "".join(letter for letter in word if letter in _TONES)
    return unicodedata.normalize("NFC", "".join(letter for letter in word if letter not in _TONES)) + tones


_DASH = re.compile("\\s*[-\u2010-\u2015\u2212]\\s*")
_AND = re.compile(r"\s*&\s*")
_SHORT_FORMS = {
    "ct-xh": "chính trị - xã hội",
    "gd&đt": "giáo dục và đào tạo",
    "gdđt": "giáo dục và đào tạo",
    "hđnd": "hội đồng nhân dân",
    "lđ-tb&xh": "lao động - thương binh và xã hội",
    "lđtb&xh": "lao động - thương binh và xã hội",
    "lđtbxh": "lao động - thương binh và xã hội",
    "lhpn": "liên hiệp phụ nữ",
    "mttq": "mặt trận tổ quốc",
    "mttqvn": "mặt trận tổ quốc việt nam",
    "nn&ptnt": "nông nghiệp và phát triển nông thôn",
    "tc-kh": "tài chính - kế hoạch",
    "thcs": "trung học cơ sở",
    "thpt": "trung học phổ thông",
    "tncs": "thanh niên cộng sản",
    "ub": "ủy ban",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "ubmttqvn": "ủy ban mặt trận tổ quốc việt nam",
    "ubnd": "ủy ban nhân dân",
    "vh-xh": "văn hóa - xã hội",
    "vhxh": "văn hóa - xã hội",
}
"""What offices are called for short."""
_BETWEEN_PARTS = re.compile(r"\s*[&-]\s*|\s+và\s+")
"""What stands between two parts of a name: "Tài chính - Kế hoạch", "Tài chính & Kế hoạch", "Tài chính và Kế hoạch" are one."""
_UNACCENTED = re.compile(r"\s*[&-]\s*|\s+va\s+")
"""The same in a name that is typed without any accents."""
_SHORT_FORM = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_SHORT_FORMS, key=len, reverse=True)))})(?!\w)")


@lru_cache(maxsize=4096)
def as_compared(name: str) -> str:
    """Return the name of an office, a place or a report as it is compared (docs/domain.md, rule 23).

    As `fold` does, and without regard to width, to what stands between its parts (a dash of any kind, "&", "và") and to the usual short
    forms: "Sở LĐ–TB&XH" is "Sở Lao động - Thương binh và Xã hội", and "Phòng Tài chính & Kế hoạch" is "Phòng Tài chính - Kế hoạch".
    """
    plain = _AND.sub("&", _DASH.sub("-", unicodedata.normalize("NFKC", name.translate(_LOOK_ALIKE)).casefold()))
    whole = _SHORT_FORM.sub(lambda found: _SHORT_FORMS[found.group()], plain)
    return fold((_UNACCENTED if whole.isascii() else _BETWEEN_PARTS).sub(" ", whole))


_BETWEEN_WORDS = re.compile("[^\\w\u0300-\u036f&\u2010-\u2015\u2212-]+|_+")


@lru_cache(maxsize=4096)
def _words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared, without what stands between them."""
    return tuple(as_compared(_BETWEEN_WORDS.sub(" ", name)).split())


@lru_cache(maxsize=4096)
def _without_accents(word: str) -> str:
    return slug(word)


def _is_word(typed: str, word: str) -> bool:
    """Return whether a typed word is that one, or that one without its accents; one with other accents is another word."""
    return typed == word or (typed.isascii() and typed == _without_accents(word))


def _in_all_languages(name: Text | str) -> tuple[str, str]:
    return (name.vi, name.en) if isinstance(name, Text) else (name, name)


@frozen
class Named:
    """Something that people name: by its id, by the end of that behind a slash, or by what it is called."""

    id: str
    """Its id."""
    name: Text | str = ""
    """What it is called on a screen; "" for what has an id alone."""
    also: tuple[Text | str, ...] = ()
    """Other names it goes by."""
    within: Text | None = None
    """What it stands in, where others elsewhere may be called alike: of a measure the plan."""
    code: str = ""
    """The code that screens print before its name: "4a. Trẻ em ..."; "" for none."""

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called, in every language."""
        return tuple(dict.fromkeys(name for known in (self.name, *self.also) for name in _in_all_languages(known) if name))

    @property
    def written(self) -> tuple[str, ...]:
        """All that it is called, and its names as screens print them: behind its code, behind what it stands in."""
        within = _in_all_languages(self.within) if self.within is not None else ()
        coded = (f"{self.code}. {name}" for name in self.names if self.code)
        return (*self.names, *coded, *(f"{place}: {name}" for place, name in zip(within, _in_all_languages(self.name), strict=False)))

    @property
    def shown(self) -> Message | Text | str:
        """Its name with its id, as it is offered to somebody who has to choose; what has one of them alone is shown by that."""
        if not self.name or not self.id:
            return self.id or self.name
        if self.within is None:
            return Message.of(N_("{name} ({id})"), name=self.name, id=self.id)
        return Message.of(N_("{within}: {name} ({id})"), within=self.within, name=self.name, id=self.id)

    def is_called(self, name: str) -> bool:
        """Return whether a name is surely its: its id, the end of that, or a name of it however it is accented."""
        return bool(pick(name, (self.id,))) or as_compared(name) in map(as_compared, self.written)

    def is_itself_called(self, name: str) -> bool:
        """Return whether a name is the one it bears on screens, however accented, and not just another that it goes by."""
        return as_compared(name) in map(as_compared, filter(None, _in_all_languages(self.name)))

    def reads_like(self, name: str) -> bool:
        """Return whether a name is its id or one of its names, typed without accents or marks."""
        typed = _words_of(name)
        spelled = (_words_of(known) for known in (self.id, *self.written))
        return bool(typed) and any(len(typed) == len(words) and all(map(_is_word, typed, words)) for words in spelled)

    def holds(self, name: str) -> bool:
        """Return whether one of its names holds all words of a name, whatever their order."""
        typed = _words_of(name)
        return bool(typed) and any(all(any(_is_word(one, word) for word in _words_of(known)) for one in typed) for known in self.names)


def pick(name: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the ids that a name stands for: the one it is, else all that end in it after a slash."""
    return (name,) if name in known else tuple(item for item in known if item.endswith(f"/{name}"))


def find(name: str, known: Sequence[Named], *, guess: bool = False) -> tuple[Named, ...]:
    """Return what a name stands for: all that it means for the first of these reasons that holds for any.

    It is the id; the end of the id behind a slash; the name it bears, however accented; another name it goes by; a name or the id without
    accents. With `guess`, which is for commands that only read, also what has a name that holds the words. More than one means that it has
    to be asked which.
    """
    ids = pick(name, [item.id for item in known])
    reasons = (
        lambda item: item.id in ids,
        lambda item: item.is_itself_called(name),
        lambda item: item.is_called(name),
        lambda item: item.reads_like(name),
        lambda item: guess and item.holds(name),
    )
    found = (tuple(filter(reason, known)) for reason in reasons)
    return next(filter(None, found), ())


NEAR = 0.45
"""From this likeness on, of 1, a name is offered in place of a mistyped one."""
HELD = 0.9
"""The likeness of a name that holds all the words that were typed."""
LISTED = 8


def names_like(name: str, known: Collection[str]) -> tuple[str, ...]:
    """Return up to three known ids that come near a mistyped one, compared whole and by their last part."""
    return tuple(item.id for item in near(name, [Named(known_id) for known_id in known]))


def near(name: str, known: Iterable[Named]) -> tuple[Named, ...]:
    """Return up to three of what is known that come near a mistyped name, by id or by name; what has one id is offered once."""
    ranked = sorted(((_nearness(name, item), item) for item in known), key=lambda pair: (-pair[0], pair[1].id))
    found: dict[str, Named] = {}
    for likeness, item in ranked:
        if likeness >= NEAR:
            found.setdefault(item.id, item)
    return tuple(found.values())[:3]


def _nearness(name: str, item: Named) -> float:
    typed, written = name.casefold(), item.id.casefold()
    if sorted(written) == sorted(typed):  # "=<" is meant as "<=", not as "<"
        return 1.0
    ends = written.rsplit("/", 1)[-1], typed.rsplit("/", 1)[-1]
    likeness = max(_ratio(typed, written), _ratio(*ends) - 0.01)
    spelled = " ".join(map(_without_accents, _words_of(name)))
    said = (_ratio(spelled, " ".join(map(_without_accents, _words_of(known)))) for known in item.names)
    return max(likeness, *said, HELD if item.holds(name) else 0.0)


@lru_cache(maxsize=16384)  # a file of figures names the same thing in many rows
def _ratio(one: str, other: str) -> float:
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, one, other)
    # What cannot come near is not looked at letter by letter: names are long, and files have many rows.
    return matcher.ratio() if matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR else 0.0


def offer(name: str, known: Iterable[Named | str], otherwise: Message | None = None) -> Message:
    """Return the next step after a mistyped name: what it may stand for, else some that exist, or what to do otherwise."""
    all_known = [item if isinstance(item, Named) else Named(item) for item in known]
    if found := near(name, all_known):
        return Message.of(N_("Did you mean: {near}?"), near=tuple(item.shown for item in found))
    return otherwise if otherwise is not None else Message.of(N_("Known: {known}."), known=listed(all_known) or ("-",))


def listed(known: Iterable[Named]) -> tuple[Message | Text | str, ...]:
    """Return the first of what is known, each with name and id and each id once, as it is listed for somebody who has to choose."""
    once: dict[str, Named] = {}
    for item in known:
        once.setdefault(item.id, item)
    shown = [item.shown for item in once.values()]
    return (*shown[:LISTED], *(("…",) if len(shown) > LISTED else ()))


def slug(name: str, longest: int = 60, default: str = "") -> str:
    """Return a name in lower-case ASCII letters and digits joined by '-', cut at a word; the default where nothing of it is left.

    "Phòng Văn hóa - Xã hội" becomes "phong-van-hoa-xa-hoi".
    """
    plain = unicodedata.normalize("NFKD", name.casefold().replace("đ", "d"))
    words = re.findall(r"[a-z0-9]+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    while len(words) > 1 and len("-".join(words)) > longest:
        words.pop()
    return "-".join(words)[:longest] or default


def unlike(name: str, taken: Collection[str]) -> str:
    """Return a name that is not taken: itself, or itself with the next number behind it."""
    names = chain([name], (f"{name}-{number}" for number in count(2)))
    return next(found for found in names if found not in taken)
