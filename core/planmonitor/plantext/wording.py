"""Which comparison the words of a target ask for (docs/domain.md, rule 2)."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from attrs import frozen

from planmonitor.names import fold
from planmonitor.plantext import KEPT


@frozen
class Decided:
    """What the words of a target decide."""

    comparator: str
    """ "<", "<=", "==", ">=", ">", "increase", "decrease" or "maintain"."""
    value: int | Decimal | None
    """The figure of the bar; for a relative change negative where it falls; None where the words give none."""
    upper: int | Decimal | None
    """The far end where the words give a range ("giảm 5-10%"), with the same sign."""
    kind: str | None
    """The target's own kind: "zero_incident", "maintain", "increase", "decrease", "relative_change", or None."""
    printed: str


@frozen
class _Rule:
    """Words, in the order they stand; `N` is a figure, `N%` a percentage, `M` an earlier figure. No comparator: a person has to decide."""

    words: str
    comparator: str
    kind: str | None = None


# What a level comes from, what a change is stated with beside its figure, and signs that compare.
_PAST = r"từ (mức |trên |dưới |hơn |khoảng |gần )*M( năm \d{4})?"
_CHANGED_BY = "thêm|tối đa|không quá|không dưới|dưới|hơn|khoảng|gần|ít nhất|tối thiểu|từ|trên"
_SYMBOLS = r"[=+~±<>\u2200-\u22ff\u2a00-\u2aff]"

_RULES = (
    _Rule(f"(giảm )?{_PAST} xuống dưới N", "<"),
    _Rule(f"(giảm )?{_PAST} (xuống còn|xuống|còn) N", "<="),
    _Rule(f"(tăng )?{_PAST} lên trên N", ">"),
    _Rule(f"(tăng )?{_PAST} (lên đến|lên) N", ">="),
    _Rule("M đến N%", ""),
    _Rule("giảm (ít nhất |tối thiểu |từ )?N%", "<=", "relative_change"),
    _Rule("giảm trên N%", "<", "relative_change"),
    _Rule("tăng (ít nhất |tối thiểu |từ )?N%", ">=", "relative_change"),
    _Rule("tăng trên N%", ">", "relative_change"),
    _Rule(rf"(giảm|tăng) (({_CHANGED_BY}) )?({_SYMBOLS} ?)?\d", ""),
    _Rule("không để (gia )?(tăng|giảm)", ""),
    _Rule("không để [^,;]*?(dưới|(thấp|ít|nhỏ) hơn)( mức)? N", ">="),
    _Rule("không để [^,;]*?(vượt quá|quá|vượt|trên|hơn)( mức)? N", "<="),
    _Rule("(≥|>=|ít nhất|tối thiểu|không (được |thể )?(dưới|(thấp|ít|nhỏ) hơn))( mức)? ?N", ">="),
    _Rule("(≤|<=|tối đa|nhiều nhất|không (được |thể )?(vượt quá|quá|vượt|trên|((cao|lớn|nhiều) )?hơn))( mức)? ?N", "<="),
    _Rule(r"(không|chưa)(?! để| xảy ra)( [^ ,;\d]+){0,2} N", ""),
    _Rule("bằng hoặc [^ ]+( hơn)? N", ""),
    _Rule("N( [^ ]+)? trở xuống", "<="),
    _Rule("(<|‹|(nhỏ|ít|thấp) hơn|xuống dưới|dưới)( mức)? ?N", "<"),
    _Rule("(>|›|(lớn|cao|nhiều) hơn|trên)( mức)? ?N", ">"),
    _Rule("(xuống còn|giảm còn|còn|xuống) N", "<="),
    _Rule("(lên đến|lên) N", ">="),
    _Rule("N% trở lên", ">="),
    _Rule("N( [^ ]+)? trở lên", ">="),
    _Rule("không (gia )?(tăng|giảm)", ""),
    _Rule("(không để|không) xảy ra", "==", "zero_incident"),
    _Rule("không để", "==", "zero_incident"),
    _Rule("duy trì không", "==", "zero_incident"),
    _Rule("duy trì(,| và)? tăng", "maintain", "maintain"),
    _Rule("(hơn|kém|quá|vượt|bằng|khoảng|gần|chừng|xấp xỉ|ước( đạt)?|thêm|gấp|lớn|nhỏ)( mức)? N", ""),
    _Rule(rf"({_SYMBOLS} ?|(?<!\d)(?<!\d )-)N", ""),
    _Rule(r"(?<![.,])0 ?%", ""),
    _Rule("N%", ">="),
    _Rule("giảm(?! thiểu)", "decrease", "decrease"),
    _Rule("tăng(?! cường)", "increase", "increase"),
)
"""The first that is found decides: what is longer stands before what it contains ("giảm ít nhất 10%", "không dưới 90%")."""

_PRINTED = r"\d{1,3}(?:[. ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
_MARKS = "\u0300-\u036f"
_WORD = re.compile(rf"(?:[^\W\d_]|[{_MARKS}])+")


def _folded_words(pattern: str) -> str:
    return re.sub(r"[^\W\d_NM]{2,}", lambda word: fold(word.group()), pattern)


def _compiled(words: str) -> re.Pattern[str]:
    # "dưới 16 tuổi" says who is counted, not how many; of "2/3", "10 nghìn", "5‰" the number alone says nothing, of "600/100.000" it is the rate.
    no_bar = _folded_words(r"(?: tháng| ngày| năm)? tuổi|(?: phần)? (?:nghìn|ngàn)| triệu| tỷ(?! lệ)| tỉ(?! lệ)| ?‰")
    whole = r"(?: ?%| ?/ ?100[. ]?000(?!\d))?"
    figure = rf"(?P<value>{_PRINTED})(?: ?[-–] ?(?P<upper>{_PRINTED}))?(?![\d.,]*\d| ?/ ?(?!100[. ]?000)\d|{no_bar}| ?[-–] ?\d){whole}"
    percentage = rf"(?P<value>{_PRINTED})(?: ?%? ?[-–] ?(?P<upper>{_PRINTED}))? ?(?:%|{_folded_words('phần trăm')})"
    earlier = rf"(?:{_PRINTED})(?: ?%)?"
    pattern = _folded_words(words).replace("N%", percentage).replace("N", figure).replace("M", earlier)
    return re.compile(rf"(?:(?<![\w{_MARKS}])|(?!\w))(?:{pattern})(?![{_MARKS}])")


_PATTERNS = tuple((rule, _compiled(rule.words)) for rule in _RULES)
_IN_A_CHANGE = re.compile(_folded_words(r"(?<!\w)(?:giảm(?! thiểu| nghèo)|tăng(?! cường| trưởng| tốc))(?![\u0300-\u036f])(?:(?!lên |đạt )[^,;])*$"))
"""Up to a figure: "giảm tỷ lệ ... " may mean by so much or down to so much; "giảm ... xuống dưới" and "tăng ... lên" say which."""


@lru_cache(KEPT)
def decided(words: str) -> Decided | None:
    """Return what the words of one target, as printed, decide ("giảm xuống dưới 4%", "90% trở lên"), or None where they decide nothing.

    Words are compared without regard to composition, case, spacing and the place of tone marks. "Phấn đấu" changes nothing.
    """
    text = composed(words)
    folded, origin = _folded(text)
    for rule, pattern in _PATTERNS:
        if match := pattern.search(folded):
            # A figure read as a floor may be the size of the change that a "giảm" or "tăng" before it names.
            floor = rule.kind is None and rule.comparator in {">", ">="}
            if not rule.comparator or (floor and _IN_A_CHANGE.search(folded[: match.start("value")])):
                return None
            sign = -1 if rule.comparator in {"<", "<="} and rule.kind == "relative_change" else 1
            found = match.groupdict()
            return Decided(
                comparator=rule.comparator,
                value=0 if rule.kind == "zero_incident" else _figure(found.get("value"), sign),
                upper=_figure(found.get("upper"), sign),
                kind=rule.kind,
                printed=text[origin[match.start()] : origin[match.end()]].strip(),
            )
    return None


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text with each of its words folded, and where in the text each letter of that, and its end, comes from."""
    folded, origin, after = "", [], 0
    for word in _WORD.finditer(text):
        key = fold(word.group())
        folded += text[after : word.start()] + key
        origin += [*range(after, word.start()), *(word.start() for _letter in key)]
        after = word.end()
    return folded + text[after:], [*origin, *range(after, len(text) + 1)]


def _figure(text: str | None, sign: int) -> int | Decimal | None:
    return None if text is None else sign * number_of(text)


def composed(words: str) -> str:
    """Return words in Unicode NFC with single spaces."""
    return " ".join(unicodedata.normalize("NFC", words).split())


def number_of(printed: str) -> int | Decimal:
    """Return a figure as printed as a number: "1.500" is a thousand and five hundred, "0,5" a half."""
    if re.fullmatch(r"\d{1,3}(?:[. ]\d{3})+", printed):
        return int(re.sub("[. ]", "", printed))
    return Decimal(printed.replace(",", ".")) if "," in printed or "." in printed else int(printed)
