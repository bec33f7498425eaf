"""Names: when two are the same (docs/domain.md, rule 23), which id one stands for, and how one is written in ASCII."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import chain, count

from planmonitor.messages import N_, Message

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
_SHORT_FORM = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(_SHORT_FORMS, key=len, reverse=True)))})(?!\w)")


@lru_cache(maxsize=4096)
def as_compared(name: str) -> str:
    """Return the name of an office, a place or a report as it is compared (docs/domain.md, rule 23).

    As `fold` does, and without regard to width, to what stands between its parts (a dash of any kind, "&", "và") and to the usual short
    forms: "Sở LĐ–TB&XH" is "Sở Lao động - Thương binh và Xã hội", and "Phòng Tài chính & Kế hoạch" is "Phòng Tài chính - Kế hoạch".
    """
    plain = _AND.sub("&", _DASH.sub("-", unicodedata.normalize("NFKC", name.translate(_LOOK_ALIKE)).casefold()))
    whole = _SHORT_FORM.sub(lambda found: _SHORT_FORMS[found.group()], plain)
    return fold(_BETWEEN_PARTS.sub(" ", whole))


NEAR = 0.45
"""From this likeness on, of 1, a name is offered in place of a mistyped one."""
LISTED = 8


def names_like(name: str, known: Collection[str]) -> tuple[str, ...]:
    """Return up to three known names that come near a mistyped one, compared whole and by their last part."""
    from difflib import SequenceMatcher

    typed = name.casefold()

    def nearness(item: str) -> float:
        written = item.casefold()
        if sorted(written) == sorted(typed):  # "=<" is meant as "<=", not as "<"
            return 1.0
        ends = written.rsplit("/", 1)[-1], typed.rsplit("/", 1)[-1]
        return max(SequenceMatcher(None, typed, written).ratio(), SequenceMatcher(None, *ends).ratio() - 0.01)

    ranked = sorted(((nearness(item), item) for item in known), key=lambda pair: (-pair[0], pair[1]))
    return tuple(item for near, item in ranked if near >= NEAR)[:3]


def pick(name: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the ids that a name stands for: the one it is, else all that end in it after a slash."""
    return (name,) if name in known else tuple(item for item in known if item.endswith(f"/{name}"))


def offer(name: str, known: Sequence[str], otherwise: Message | None = None) -> Message:
    """Return the next step after a mistyped name: the names it may stand for, else some that exist, or what to do otherwise."""
    near = names_like(name, known)
    if near:
        return Message.of(N_("Did you mean: {near}?"), near=near)
    if otherwise is not None:
        return otherwise
    more = ("…",) if len(known) > LISTED else ()
    return Message.of(N_("Known: {known}."), known=(*known[:LISTED], *more) or ("-",))


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
