"""Reporting periods and the data windows behind them.

A period is known by its id ("2026", "2026-S1", "2026-Q2", "2026-05", or start and duration "2025-12-15/P9M") and is
the span of days its figures cover. Which days "2026" covers depends on the data window: Decree 09/2019/NĐ-CP, art. 12,
runs a year from 15 December to 14 December; other acts use the calendar. Two figures are for the same period only where
the days are the same (docs/domain.md, rules 13 and 17).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from attrs import field, frozen

from planmonitor.messages import N_, BadData, Message
from planmonitor.model.validation import complain, of_type, one_of, plain_text

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_LABEL = r"(?P<year>\d{4})(-(?P<part>S[12]|Q[1-4]|0[1-9]|1[0-2]))?"
_SPAN = r"(?P<start>\d{4}-\d{2}-\d{2})/P(?:(?P<years>\d{1,2})Y)?(?:(?P<months>\d{1,3})M)?(?:(?P<days>\d{1,4})D)?"
_MONTHS_SPOKEN = r"(?i)(?P<months>0?[69]|12)\s*(?:t|tháng)\s*(?P<half>đầu năm|cuối năm)?\s*/?\s*(?:năm\s*)?(?P<year>\d{4})"
_QUARTER_SPOKEN = r"(?i)(?:q|quý)\s*(?P<quarter>IV|I{1,3}|[1-4])\s*(?:/|năm|\s)\s*(?P<year>\d{4})"
_MONTH_SPOKEN = r"(?i)(?:tháng\s*)?(?P<month>0?[1-9]|1[0-2])/(?P<year>\d{4})"
_YEAR_SPOKEN = r"(?i)năm\s*(?P<year>\d{4})"


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later; the last day of the month where that day does not exist."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@frozen(order=False)
class Period:
    """A span of days that a figure covers, under the id it is known by.

    Attributes:
        id: "2026", "2026-S1", "2026-Q2", "2026-05" or "2025-12-15/P9M".
        start: First day of the data window.
        end: Last day of the data window, inclusive.

    Raises:
        InvalidPlan: where the end lies before the start.
    """

    id: str = field(validator=plain_text, eq=False)
    start: date = field(validator=of_type(date))
    end: date = field(validator=of_type(date))

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise complain(self, "end", N_("{end} lies before {start}"), end=self.end, start=self.start)

    def __str__(self) -> str:
        """Return the id."""
        return self.id

    @property
    def year(self) -> int:
        """The reporting year the period belongs to: that of its last day."""
        return self.end.year

    @property
    def days(self) -> int:
        """How many days it covers."""
        return (self.end - self.start).days + 1

    def contains(self, other: Period) -> bool:
        """Return whether every day of `other` lies in this period."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Period) -> bool:
        """Return whether the two share a day."""
        return self.start <= other.end and other.start <= self.end


@frozen
class Window:
    """The rule that says which days a named period covers.

    Attributes:
        key: "administrative" (15th to 14th, Decree 09/2019/NĐ-CP art. 12) or "calendar".
    """

    key: str = field(validator=one_of("administrative", "calendar"))

    def months(self, first: date, count: int, period_id: str) -> Period:
        """Return the period of `count` months whose first calendar month begins on `first`."""
        end = add_months(first, count) - timedelta(days=1)
        if self.key == "administrative":
            return Period(period_id, add_months(first, -1).replace(day=15), end.replace(day=14))
        return Period(period_id, first, end)

    def fits(self, period: Period) -> bool:
        """Return whether a period begins and ends where months of this window do."""
        if self.key == "administrative":
            return period.start.day == 15 and period.end.day == 14
        return period.start.day == 1 and (period.end + timedelta(days=1)).day == 1

    def year(self, year: int) -> Period:
        """Return the whole reporting year."""
        return _whole_year(self, year)

    def parse(self, text: str) -> Period:
        """Return the period written as `text`, in an id or as officers write it ("6T2026", "quý II/2026").

        Raises:
            BadData: where the text is no period.
        """
        written = " ".join(text.split())
        found = self._labelled(written) or self._spoken(written) or self._span(written)
        if found is None:
            hint = Message.of(N_("Write 2026, 2026-S1, 2026-Q2, 2026-05 or 2025-12-15/P9M."))
            raise BadData(N_("'{period}' is not a reporting period."), hint, period=text)
        return found

    def _labelled(self, written: str) -> Period | None:
        match = re.fullmatch(_LABEL, written)
        if match is None or not 1900 < int(match["year"]) < 2200:
            return None
        year, part = int(match["year"]), match["part"]
        if part is None:
            return self.year(year)
        months = {"S": 6, "Q": 3}.get(part[0], 1)
        number = int(part.lstrip("SQ"))
        return self.months(date(year, months * (number - 1) + 1, 1), months, written)

    def _spoken(self, written: str) -> Period | None:
        if match := re.fullmatch(_MONTHS_SPOKEN, written):
            year, months = int(match["year"]), int(match["months"])
            if (match["half"] or "").lower() == "cuối năm":
                return self._labelled(f"{year}-S2") if months == 6 else None
            if months == 9:
                nine = self.months(date(year, 1, 1), 9, "-")
                return self.named(nine.start, nine.end)
            return self._labelled(f"{year}-S1" if months == 6 else f"{year}")
        if match := re.fullmatch(_QUARTER_SPOKEN, written):
            return self._labelled(f"{match['year']}-Q{_ROMAN[match['quarter'].upper()]}")
        if match := re.fullmatch(_MONTH_SPOKEN, written):
            return self._labelled(f"{match['year']}-{int(match['month']):02d}")
        if match := re.fullmatch(_YEAR_SPOKEN, written):
            return self._labelled(match["year"])
        return None

    def _span(self, written: str) -> Period | None:
        match = re.fullmatch(_SPAN, written)
        if match is None or not any((match["years"], match["months"], match["days"])):
            return None
        try:
            start = date.fromisoformat(match["start"])
            months = 12 * int(match["years"] or 0) + int(match["months"] or 0)
            after = add_months(start, months) + timedelta(days=int(match["days"] or 0))
        except (ValueError, OverflowError):
            return None
        if after <= start:
            return None
        return self.named(start, after - timedelta(days=1))

    def named(self, start: date, end: date) -> Period:
        """Return the period of these days under its shortest id in this window."""
        first = add_months(start, 1).replace(day=1) if self.key == "administrative" else start
        for months, label in ((12, "{y}"), (6, "{y}-S{s}"), (3, "{y}-Q{q}"), (1, "{y}-{m:02d}")):
            fits = first.day == 1 and (first.month - 1) % months == 0
            name = label.format(y=first.year, s=(first.month + 5) // 6, q=(first.month + 2) // 3, m=first.month)
            if fits and (named := self.months(first, months, name)) == Period(name, start, end):
                return named
        whole = (end.year - start.year) * 12 + end.month - start.month
        for months in (whole, whole + 1):
            if months > 0 and add_months(start, months) - timedelta(days=1) == end:
                length = f"{months // 12}Y" if months % 12 == 0 else f"{months}M"
                return Period(f"{start}/P{length}", start, end)
        return Period(f"{start}/P{(end - start).days + 1}D", start, end)

    def year_before(self, period: Period) -> Period:
        """Return the same period of the year before."""
        match = re.fullmatch(_LABEL, period.id)
        if match:
            return self.parse(f"{int(match['year']) - 1:04d}{period.id[4:]}")
        start = add_months(period.start, -12)
        return self.named(start, add_months(period.end + timedelta(days=1), -12) - timedelta(days=1))


@cache
def _whole_year(window: Window, year: int) -> Period:
    """Return a reporting year; every figure of a place asks for the same few."""
    return window.months(date(year, 1, 1), 12, f"{year:04d}")


ADMINISTRATIVE = Window("administrative")
CALENDAR = Window("calendar")
WINDOWS = {window.key: window for window in (ADMINISTRATIVE, CALENDAR)}
