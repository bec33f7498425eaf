"""What the words that order a report say of when it is due, and on what it reports (docs/domain.md, rules 16 and 18)."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from functools import lru_cache

from attrs import frozen

from planmonitor.names import fold
from planmonitor.plantext import KEPT

KINDS = ("dated", "after_period", "ad_hoc", "on_event", "undated")
PERIODS = ("year", "half-year")
"""What a report may be, and what it may be on."""


@frozen
class ReadRule:
    """What the words of a reporting rule decide."""

    kind: str | None
    """ "dated", "after_period", "ad_hoc", "on_event" or "undated"; None where they decide none, or several."""
    period: str | None
    """ "year", "half-year", "both" where they name both, or None."""
    last_day: str | None
    """Last day in time of every year, "11-24"; None where they set none for certain."""
    working_days: int | None
    """How many working days after the end of the period it is due, or None."""


_DEADLINE = re.compile(
    r"(?<!\w)(?P<limit>trước hoặc trong|trước|chậm nhất(?: là| vào)?|không muộn hơn|muộn nhất(?: là| vào)?|đến hết) (?:ngày )?"
    r"(?P<day>\d{1,2})(?:/| tháng )(?P<month>\d{1,2})(?!\d|/\d|\.\d| năm \d|(?:,| và| hoặc) (?:ngày )?\d{1,2}(?:/| tháng )\d)"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_LETTERS = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f])+")


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{re.sub(_WORD, lambda word: fold(word.group()), words)})(?!\w)")


_WORDS_OF_KINDS = (
    ("on_event", _pattern("kịp thời|báo ngay|báo cáo ngay|phản ánh|khi phát sinh|khi xảy ra|khi có vụ việc|nếu có")),
    ("ad_hoc", _pattern("đột xuất|theo yêu cầu|khi có yêu cầu")),
    ("undated", _pattern("định kỳ|theo (?:đúng )?(?:thời gian )?quy định|(?:hằng|hàng|mỗi) (?:năm|quý|tháng)")),
)
_WORKING_DAYS = _pattern(r"trong (?:vòng )?(\d{1,3}) ngày làm việc (?:kể từ khi|sau khi|kể từ ngày) kết thúc")
_HALF = _pattern(r"0?6 tháng(?! cuối)|sáu tháng(?! cuối)")
_A_DAY = _pattern(r"(?:ngày|trước|chậm nhất|muộn nhất)(?: vào)? \d+")
# "Trước ngày 10 tháng 7 hằng năm" says when, not on what.
_YEAR = _pattern(r"(?<!\d )(?:hằng|hàng) năm|mỗi năm|(?:báo cáo|tháng,) năm")


@lru_cache(KEPT)
def last_day_in(rule: str) -> str | None:
    """Return month and day ("06-09") of the last day in time of every year that the words of a reporting rule set for certain.

    "Trước ngày 10/6" excludes that day, "chậm nhất ngày 25/11" includes it (docs/domain.md, rule 16). None where they set
    none, for several days, a day of one year only, an hour of the day, and the day before 1 March.
    """
    found = list(_DEADLINE.finditer(" ".join(unicodedata.normalize("NFC", rule).casefold().split())))
    if len(found) != 1:
        return None
    before, day, month = found[0]["limit"] == "trước", int(found[0]["day"]), int(found[0]["month"])
    try:
        last = date(2001, month, day) - timedelta(days=before)
    except ValueError:
        return None
    return None if before and (day, month) == (1, 3) else f"{last:%m-%d}"


@lru_cache(KEPT)
def rule_of(rule: str) -> ReadRule:
    """Return what the words of a reporting rule, as printed ("báo cáo năm (trước ngày 10/11)"), decide; what they leave open is None."""
    words = _LETTERS.sub(lambda word: fold(word.group()), " ".join(unicodedata.normalize("NFC", rule).split()))
    day, working = last_day_in(rule), _WORKING_DAYS.search(words)
    kinds = {kind for kind, pattern in _WORDS_OF_KINDS if pattern.search(words)}
    if day is not None:
        kinds = {"dated"}
    elif working is not None:
        kinds = {"after_period"}
    elif _A_DAY.search(words):
        kinds = set()  # a day is printed, and none of every year for certain: a person has to read it
    periods = {period for period, pattern in (("half-year", _HALF), ("year", _YEAR)) if pattern.search(words)}
    return ReadRule(
        kind=next(iter(kinds)) if len(kinds) == 1 else None,
        period="both" if len(periods) > 1 else next(iter(periods), None),
        last_day=day,
        working_days=None if working is None else int(working.group(1)),
    )
