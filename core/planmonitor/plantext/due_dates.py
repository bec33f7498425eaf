"""The dates of a target line: which of them say until when, and their last day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from attrs import frozen

from planmonitor.plantext.figures import PrintedFigure, figures_of

_YEAR = r"(?:19|20)\d\d"
_PHRASE = re.compile(
    r"(?i:(?<!\w)(?P<lead>(?:(?:đến|tới|hết|cuối|trước|vào|trong|chậm nhất|muộn nhất|là|từ|kể từ|sau|đầu|giữa|giai đoạn) )+)?(?:"
    rf"(?:(?:ngày )?(?P<day>\d{{1,2}})(?:/| tháng )|tháng )?(?P<month>\d{{1,2}})(?:/| năm )(?P<year_of_month>{_YEAR})"
    rf"|quý (?P<quarter>IV|I{{1,3}}|[1-4])(?:/| năm )(?P<year_of_quarter>{_YEAR})"
    rf"|(?:năm )?(?P<year>{_YEAR}))"
    rf"(?P<more>(?:(?:,|,? và| ?[-–])(?: năm)? ?{_YEAR})*)(?![\d/]|[.,]\d))"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_OPEN_ENDED = re.compile(r"(?i:từ|sau|đầu|giữa|giai đoạn|trước (?:hết|cuối))")
_HELD_AGAINST = re.compile(r"(?i:so với(?: [^\W\d]+){0,3} $)")
_CITED = re.compile(r"[/-][A-ZĐ][\w&-]*,? (?i:ngày )?$")
_BEGINS = re.compile(r"(?i:(?:^|[,;:.]|(?<!\w)(?:và|phấn đấu)) ?$)")
_OTHERWISE = re.compile(r"(?i:(?:sinh|kết quả|số liệu|kế hoạch|cùng kỳ|mức) $)")
_LEADS_ON = re.compile(r"(?i:,? (?:phấn đấu |là )?(?:đạt|lên|còn|giảm|tăng|dưới|trên|ít nhất|tối thiểu|không (?:quá|dưới)|\d))")

_NEAR = 60
"""How far back words still say what a date is."""


@frozen
class Dated:
    """One date of a line."""

    start: int
    """Where it begins in the paragraph, with the words that lead to it: "đến hết năm 2030"."""
    end: int
    """Where it ends."""
    day: date | None
    """The last day it sets, or None where its words do not decide one."""
    sets: bool
    """Whether it says until when; a date that only stands there is part of what is counted, and a person has to look."""


def dates_of(text: str, begin: int) -> tuple[Dated, ...]:
    """Return the dates of a line, but for those of documents, those held against ("so với năm 2025") and past figures in brackets.

    Args:
        text: The paragraph.
        begin: Where the line begins.
    """
    figures = [figure for figure in figures_of(text) if figure.kind == "date" and figure.start >= begin]
    phrases = [match for match in _PHRASE.finditer(text, begin) if any(_over(match, figure) for figure in figures)]
    loose = [figure for figure in figures if not any(_over(match, figure) for match in phrases)]
    found = [*_read(text, begin, phrases), *(_alone(figure) for figure in loose if not _is_aside(text, begin, figure.start))]
    return tuple(sorted(found, key=lambda item: item.start))


def dates_in_brackets(text: str, begin: int) -> tuple[PrintedFigure, ...]:
    """Return the dates in brackets, which may say until when ("70% (2027)") or of which year a figure is ("(15/17 xã năm 2022)").

    Args:
        text: The paragraph.
        begin: Where the line begins.
    """
    read = dates_of(text, begin)
    return tuple(
        figure
        for figure in figures_of(text)
        if figure.kind == "date"
        and _in_brackets(text, begin, figure.start)
        and not _is_of_another(text, begin, figure.start)
        and not any(item.start <= figure.start < item.end for item in read)
    )


def without_dates(text: str, dates: Sequence[Dated]) -> str:
    """Return a text in which spaces stand for the dates that say until when, letter by letter."""
    for item in dates:
        if item.sets:
            text = text[: item.start] + " " * (item.end - item.start) + text[item.end :]
    return text


def _over(match: re.Match[str], figure: PrintedFigure) -> bool:
    return match.start() < figure.start + len(figure.figure) and figure.start < match.end()


def _read(text: str, begin: int, phrases: Sequence[re.Match[str]]) -> Iterator[Dated]:
    for match in phrases:
        before = text[max(begin, match.start() - _NEAR) : match.start()]
        if _HELD_AGAINST.search(before) or _CITED.search(before):
            continue
        if match["lead"]:
            yield Dated(match.start(), match.end(), _last_day(match), sets=True)
        elif not _is_aside(text, begin, match.start()):
            leads_on = _LEADS_ON.match(text, match.end()) and not _OTHERWISE.search(before)
            sets = bool(_BEGINS.search(before) or leads_on)
            yield Dated(match.start(), match.end(), _last_day(match) if sets else None, sets=sets)


def _alone(figure: PrintedFigure) -> Dated:
    return Dated(figure.start, figure.start + len(figure.figure), None, sets=False)


def _is_aside(text: str, begin: int, at: int) -> bool:
    """Return whether a date stands in brackets, belongs to a document, or is one that something is held against."""
    return _in_brackets(text, begin, at) or _is_of_another(text, begin, at)


def _in_brackets(text: str, begin: int, at: int) -> bool:
    return text.count("(", begin, at) > text.count(")", begin, at)


def _is_of_another(text: str, begin: int, at: int) -> bool:
    near = text[max(begin, at - _NEAR) : at]
    return bool(_CITED.search(near) or _HELD_AGAINST.search(near))


def _last_day(match: re.Match[str]) -> date | None:
    """Return the last day that a date sets: "đến quý II/2028" its last, "trước năm 2028" the one before its first."""
    lead = (match["lead"] or "").casefold()
    if match["more"] or _OPEN_ENDED.search(lead):
        return None
    try:
        first, following = _span(match)
    except ValueError:
        return None
    return (first if lead.endswith("trước ") else following) - timedelta(days=1)


def _span(match: re.Match[str]) -> tuple[date, date]:
    """Return the first day of a date, and the day behind its last."""
    year = int(match["year"] or match["year_of_quarter"] or match["year_of_month"])
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day + timedelta(days=1)
    months = 1 if match["month"] else 3 if match["quarter"] else 12
    begins = int(match["month"] or 1) if not match["quarter"] else 3 * _QUARTERS[match["quarter"].casefold()] - 2
    first = date(year, begins, 1)
    return first, date(year + (begins + months > 12), (begins + months - 1) % 12 + 1, 1)
