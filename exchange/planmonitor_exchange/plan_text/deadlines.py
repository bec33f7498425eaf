"""Until when a sentence wants a report, and on which period: what its words decide, and what a person has to say (docs/domain.md, rule 16)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen
from planmonitor.model.duties import lies_early
from planmonitor.plantext.reporting import last_day_in

_DAY = r"(?P<date>(?:(?:trong )?ngày )?(?P<day>\d{1,2})(?:/| tháng )(?P<month>\d{1,2})(?:(?:/| năm )(?P<year>\d{4}))?)(?![\d/]| ?/)"
_LIMIT = re.compile(
    r"(?i:(?<!\w)(?P<bound>(?:(?:chậm|muộn) nhất|hạn (?:cuối|chót)|không (?:muộn|chậm) hơn)(?: là)?(?: vào| đến hết| đến| sau)?(?: trước)?"
    r"|trong (?:vòng|thời hạn)|(?:trong|sau)(?= \d{1,3} ngày làm việc)|trước|vào)"
    r"(?P<hour> \d{1,2} ?(?:giờ|h|g)(?: ?\d{2})?(?: phút)?,?)?(?P<within> hoặc(?= trong ngày ))? "
    rf"(?:{_DAY}|(?P<unread>(?:ngày|tháng|quý|tuần|năm|cuối|đầu|thứ|\d+(?! ?%)) ?[^,;.()]{{0,40}})))"
)
"""Words of a limit, and the day behind them; or what else stands there, which is no day of every year."""

_YEAR_AFTER = re.compile(r"(?i: (?:của )?năm (?:sau|kế tiếp|tiếp theo|liền kề)(?!\w))")
_BEHIND = re.compile(r" \([^()]{1,40}\)")
"""The period in brackets behind its day: "trước ngày 15/6 (báo cáo 6 tháng)"."""

_NEXT = re.compile(rf"(?i:(?: \([^()]{{1,40}}\))?(?:,|,? và|,? hoặc) {_DAY})")
_PERIOD = re.compile(
    r"(?i:(?<!\w)(?:định kỳ |báo cáo )?(?:"
    r"(?P<half>(?:06|6|sáu) tháng(?: đầu năm)?(?! cuối))"
    r"|(?P<year>(?:hằng|hàng) năm|0?1 năm|(?:(?<=báo cáo )|(?<=định kỳ )|(?<=tổng kết )|(?<=, )|(?<=và ))(?:cả )?năm(?! \d| học))"
    r"|(?P<other>(?:hằng|hàng) (?:quý|tháng|tuần)|0?[39] tháng"
    r"|(?:(?<=báo cáo )|(?<=định kỳ )|(?<=, )|(?<=và ))(?:quý|tháng|tuần)(?! hành động)))(?!\w))"
)
_OTHERS = {"quarter": ("quý",), "nine-months": ("9 tháng",), "month": ("hằng tháng", "hàng tháng", "báo cáo tháng", "định kỳ tháng")}
_AGAIN = re.compile(r"(?i:(?:định kỳ |báo cáo )?(?:hằng|hàng) )")
_WORKING_DAYS = re.compile(r"(?i:(?<!\d)(?P<days>\d{1,3}) ngày làm việc(?!\w))")
_HALF_OF_THE_HALF = "04-01"
_WORK = re.compile(r"(?i:hoàn thành|tổ chức|triển khai|thực hiện|xây dựng|ban hành|rà soát|kiểm tra|tập huấn|tuyên truyền|(?<!\w)xong(?!\w))")
_DONE = re.compile(r"(?i:hoàn thành)")


@frozen
class Deadline:
    """One limit of a sentence."""

    rule: str
    """The words that set it, as printed, from its period on; "…" stands for the days of other reports between them."""
    printed: str
    """The limit alone, as printed: "trước ngày 25/11"."""
    spans: tuple[tuple[int, int], ...]
    """Where limit and period stand in the sentence."""
    period: str | None
    """One of the periods reports are on, "other" for one that is none of them, or None where the words name none or leave it open."""
    last_day: str | None
    """The last day of every year, "11-24", or None; where there is a doubt, only as it is printed."""
    doubt: str
    """Why the day is not decided: "one year" (it names a year), "year after" (it lies in the next), "early" (it may lie in the next), "february" (its
    last day changes), "no day" (of every year), "work" (the limit may be that of the work reported on), "unread" (no day and month stand there), or
    ""."""
    working_days: int | None = None
    """The working days that the words count, or None."""


def deadlines_of(sentence: str, report: int) -> tuple[Deadline, ...]:
    """Return the limits of a sentence that orders a report.

    "Trước ngày 10/5" excludes that day, so the last day is the ninth; "chậm nhất ngày 10/5" includes it, and so does
    "trước 17 giờ ngày 10/5". A day behind "sau", "từ ... đến" or the number of a document sets no limit.

    Args:
        sentence: The sentence.
        report: Where "báo cáo" stands in it.
    """
    found: list[Deadline] = []
    begin = 0
    for limit in _LIMIT.finditer(sentence):
        periods = list(_PERIOD.finditer(sentence, begin, limit.start()))
        if limit.start() < report:
            # "Trước ngày 25/11 gửi báo cáo năm."
            periods += [words for words in _PERIOD.finditer(sentence, report) if not comes_again(words)]
        days = list(_days(sentence, limit))
        bracket = _BEHIND.match(sentence, days[-1].end())
        behind = list(_PERIOD.finditer(sentence, bracket.start(), bracket.end())) if bracket and len(days) == 1 else []
        found += _of_limit(sentence, report, days, behind or periods)
        begin = bracket.end() if bracket and behind else days[-1].end()
    return tuple(found)


def periods_of(sentence: str) -> tuple[re.Match[str], ...]:
    """Return the words of a sentence that say on which period it wants a report; `period_of` tells what each says."""
    return tuple(_PERIOD.finditer(sentence))


def period_of(words: re.Match[str]) -> str:
    """Return what the words of a period say: one of the periods reports are on, or "other", as for a week."""
    if words["half"] or words["year"]:
        return "half-year" if words["half"] else "year"
    return next((kind for kind, named in _OTHERS.items() if words.group().casefold().endswith(named)), "other")


def comes_again(words: re.Match[str]) -> bool:
    """Return whether the words of a period may only say how often: beside a limit, "hằng năm" does."""
    return _AGAIN.match(words.group()) is not None


def _days(sentence: str, limit: re.Match[str]) -> Iterator[re.Match[str]]:
    """Yield the days of one limit: "trước ngày 10/6 và ngày 10/12" are two."""
    following: re.Match[str] | None = limit
    while following:
        yield following
        following = _NEXT.match(sentence, following.end()) if following["day"] else None


def _paired(periods: list[re.Match[str]], days: int) -> Sequence[re.Match[str] | None]:
    """Return the period of each day, in order; none for any of them where their numbers differ."""
    if len(periods) > days:
        # "Hằng năm, báo cáo 6 tháng trước ngày ..."
        periods = [words for words in periods if not comes_again(words)]
    return periods if len(periods) == days else [None] * days


def _of_limit(sentence: str, report: int, days: Sequence[re.Match[str]], periods: list[re.Match[str]]) -> Iterator[Deadline]:
    """Yield the deadline of each day of a limit."""
    limit, paired = days[0], _paired(periods, len(days))
    begin = min([limit.start(), *(period.start() for period in paired if period)])
    of_the_work = _may_be_of_the_work(sentence, report, limit.start())
    for day, period in zip(days, paired, strict=True):
        last_day, doubt = _last_day(day, limit)
        named = period_of(period) if period else None
        if of_the_work and doubt != "unread":
            last_day, doubt = None, "work"
        elif last_day and not doubt and _is_early(last_day, named):
            doubt = "early"
        end = _end_of(day)
        closed = sentence[end : end + 1] == ")" and "(" in sentence[begin : limit.start()]
        printed = sentence[begin : end + closed]
        yield Deadline(
            rule=printed if day is limit else f"{sentence[begin : limit.end('bound')]} … {day['date']}",
            printed=sentence[limit.start() : end],
            # Periods that no day could be given are those of all days of the limit.
            spans=((day.start(), end), *(words.span() for words in ([period] if period else periods))),
            period=named,
            last_day=last_day,
            doubt=doubt,
            working_days=_working_days(printed) if doubt == "unread" else None,
        )


def _end_of(day: re.Match[str]) -> int:
    """Return where the words of a limit end, "năm sau" among them; those that are no day may have been cut in the middle of a word."""
    if year_after := _YEAR_AFTER.match(day.string, day.end()):
        return year_after.end()
    unread = day.groupdict().get("unread")
    if not unread or day.end() == len(day.string) or not day.string[day.end()].isalnum():
        return day.end()
    return day.end() - len(unread.rpartition(" ")[2]) - 1


def _last_day(day: re.Match[str], limit: re.Match[str]) -> tuple[str | None, str]:
    """Return the last day of every year, and why it is not decided, or there is none."""
    if not day["day"]:
        return None, "unread"
    if day["year"]:
        return None, "one year"
    included = limit["hour"] or limit["within"] or not limit["bound"].casefold().endswith("trước")
    last_day = last_day_in(f"{'chậm nhất' if included else 'trước'} ngày {day['day']}/{day['month']}")
    if _YEAR_AFTER.match(day.string, day.end()):
        return last_day, "year after"
    if last_day:
        return last_day, ""
    return None, "february" if (int(day["day"]), int(day["month"])) == (1, 3) else "no day"


def _working_days(printed: str) -> int | None:
    days = _WORKING_DAYS.search(printed)
    return int(days["days"]) if days else None


def _is_early(last_day: str, period: str | None) -> bool:
    """Return whether a report that falls due on a day may be one on the year before: most of the year, or of its first half, lies ahead then."""
    return lies_early(last_day, period) or (period == "half-year" and last_day < _HALF_OF_THE_HALF)


def _may_be_of_the_work(sentence: str, report: int, limit: int) -> bool:
    """Return whether a limit may be that of the work reported on: "hoàn thành ... trước ngày 30/6 và báo cáo"."""
    return _WORK.search(sentence, 0, limit) is not None if limit < report else _DONE.search(sentence, report, limit) is not None
