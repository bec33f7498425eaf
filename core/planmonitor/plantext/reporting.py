"""What the words that order a report say of when it is due, and on what it reports (docs/domain.md, rules 16 and 18)."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from functools import lru_cache

from attrs import frozen

from planmonitor.model.reported import KINDS as KINDS_OF_PERIODS
from planmonitor.names import fold
from planmonitor.plantext import KEPT

KINDS = ("dated", "after_period", "day_of_month", "ad_hoc", "on_event", "undated")
PERIODS = tuple(KINDS_OF_PERIODS)
"""What a report may be, and what it may be on."""


@frozen
class ReadRule:
    """What the words of a reporting rule decide."""

    kind: str | None
    """One of `KINDS`; None where they decide none, or several."""
    period: str | None
    """One of `PERIODS`, "both" where they name several, or None."""
    last_day: str | None
    """Last day in time of every year, "11-24"; None where they set none for certain."""
    working_days: int | None
    """How many working days after the end of the period it is due, or None."""
    due_day: int | None = None
    """The last day in time of a month, 4 for "trước ngày 05 của tháng sau", or None."""
    due_month: str | None = None
    """The month that day lies in: "last" of the period, or "after" it."""


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
_DAY_OF_MONTH = _pattern(
    r"(trước|chậm nhất(?: là| vào)?|muộn nhất(?: là| vào)?|không muộn hơn) (?:ngày )?(\d{1,2}) (?:của )?"
    r"(?:(tháng (?:sau|kế tiếp|tiếp theo|liền kề)|tháng đầu (?:của )?quý (?:sau|kế tiếp|tiếp theo))"
    r"|tháng cuối (?:của )?(?:mỗi |hằng |hàng )?quý|(?:hằng|hàng|mỗi) tháng)"
)
_MONTHLY = _pattern(
    r"(?:hằng|hàng|mỗi) tháng,?(?: báo cáo)? (trước|chậm nhất(?: là| vào)?|muộn nhất(?: là| vào)?) (?:ngày )?(\d{1,2})(?!/| tháng| của)()"
)
_A_DAY = _pattern(r"(?:ngày|trước|chậm nhất|muộn nhất)(?: vào)? \d+")
# "Trước ngày 10 tháng 7 hằng năm" says when, not on what.
_WORDS_OF_PERIODS = (
    ("month", _pattern(r"(?:hằng|hàng|mỗi) tháng|báo cáo tháng(?! hành| \d)")),
    ("quarter", _pattern(r"(?:hằng|hàng|mỗi) quý|báo cáo quý(?! \d)|tháng cuối (?:của )?quý|quý (?:sau|kế tiếp|tiếp theo)")),
    ("half-year", _pattern(r"0?6 tháng(?! cuối)|sáu tháng(?! cuối)")),
    ("second-half", _pattern(r"(?:0?6|sáu) tháng cuối(?: năm)?")),
    ("nine-months", _pattern(r"0?9 tháng|chín tháng")),
    ("school-year", _pattern(r"(?:hằng |hàng |mỗi |báo cáo |kết thúc )năm học")),
    ("year", _pattern(r"(?<!\d )(?:hằng|hàng) năm(?! học)|mỗi năm(?! học)|(?:báo cáo|tháng,) năm(?! học)")),
)


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
    day, working, of_month = last_day_in(rule), _WORKING_DAYS.search(words), _DAY_OF_MONTH.search(words) or _MONTHLY.search(words)
    kinds = {kind for kind, pattern in _WORDS_OF_KINDS if pattern.search(words)}
    if day is not None:
        kinds = {"dated"}
    elif working is not None:
        kinds = {"after_period"}
    elif of_month is not None:
        kinds = {"day_of_month"}
    elif _A_DAY.search(words):
        kinds = set()  # a day is printed, and none of every year for certain: a person has to read it
    periods = {period for period, pattern in _WORDS_OF_PERIODS if pattern.search(words)}
    due_day, due_month = _day_of_month(of_month) if kinds == {"day_of_month"} else (None, None)
    return ReadRule(
        kind=next(iter(kinds)) if len(kinds) == 1 else None,
        period="both" if len(periods) > 1 else next(iter(periods), None),
        last_day=day,
        working_days=None if working is None else int(working.group(1)),
        due_day=due_day,
        due_month=due_month,
    )


def _day_of_month(found: re.Match[str] | None) -> tuple[int | None, str | None]:
    """Return the last day in time of a month, and which month that is: before the first day of the month after lies the last of the one before it."""
    if found is None or not 1 <= int(found[2]) <= 31:
        return None, None
    day, month = int(found[2]) - (found[1] == fold("trước")), "after" if found[3] else "last"
    if day:
        return day, month
    return (31, "last") if month == "after" else (None, None)


def leaves_day_out(rule: str) -> bool:
    """Return whether a rule sets its day by "trước ngày", which leaves the day out that it names: a recipient may count it in."""
    words = " ".join(unicodedata.normalize("NFC", rule).casefold().split())
    found = list(_DEADLINE.finditer(words))
    folded = _LETTERS.sub(lambda word: fold(word.group()), words)
    of_month = _DAY_OF_MONTH.search(folded) or _MONTHLY.search(folded)
    limits = [match["limit"] for match in found] or ([of_month[1]] if of_month is not None else [])
    return [fold(limit) for limit in limits] == [fold("trước")]
