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

from planmonitor.messages import N_, BadData, Message, Text
from planmonitor.model.period_words import NINE_MONTHS, called, days_between, short_id
from planmonitor.model.validation import complain, of_type, one_of, plain_text

_LABEL = r"(?P<year>\d{4})(-(?P<part>S[12]|Q[1-4]|0[1-9]|1[0-2]))?"
_SPAN = r"(?P<start>\d{4}-\d{2}-\d{2})/P(?:(?P<years>\d{1,2})Y)?(?:(?P<months>\d{1,3})M)?(?:(?P<days>\d{1,4})D)?"
_NAMED = {12: "{year}", 6: "{year}-S{number}", 3: "{year}-Q{number}", 1: "{year}-{number:02d}"}
"""The short ids, by how many months the period has."""


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later; the last day of the month where that day does not exist."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@frozen(order=False)
class Period:
    """A span of days that a figure covers, under the id it is known by; an `InvalidPlan` where the end lies before the start."""

    id: str = field(validator=plain_text, eq=False)
    """ "2026", "2026-S1", "2026-Q2", "2026-05" or "2025-12-15/P9M"."""
    start: date = field(validator=of_type(date))
    """First day of the data window."""
    end: date = field(validator=of_type(date))
    """Last day of the data window, inclusive."""
    name: Text | None = field(default=None, validator=of_type(Text, None), eq=False)
    """What it is called by whoever asks for it, "năm học 2026-2027"; None for the name that follows from its days."""

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise complain(self, "end", N_("{end} lies before {start}"), end=self.end, start=self.start)

    def __str__(self) -> str:
        return self.id

    @property
    def year(self) -> int:
        """The reporting year the period belongs to: that of its last day."""
        return self.end.year

    @property
    def days(self) -> int:
        """How many days it covers."""
        return (self.end - self.start).days + 1

    @property
    def called(self) -> Text:
        """What officers call it: its own name, "6 tháng đầu năm 2026", "quý II/2026", "9 tháng đầu năm 2026", else its first and last day."""
        return self.name or called(self.id, self.start, self.end)

    def contains(self, other: Period) -> bool:
        """Return whether every day of `other` lies in this period."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Period) -> bool:
        """Return whether the two share a day."""
        return self.start <= other.end and other.start <= self.end


@frozen
class Window:
    """The rule that says which days a named period covers."""

    key: str = field(validator=one_of("administrative", "calendar"))
    """ "administrative" (15th to 14th, Decree 09/2019/NĐ-CP art. 12) or "calendar"."""

    @property
    def _first_day(self) -> int:
        return 15 if self.key == "administrative" else 1

    def _first_of(self, month: date) -> date:
        """Return the first day of what counts as a calendar month."""
        return add_months(month, -1).replace(day=15) if self.key == "administrative" else month

    def months(self, first: date, count: int, period_id: str) -> Period:
        """Return the period of `count` months whose first calendar month begins on `first`."""
        return Period(period_id, self._first_of(first), self._first_of(add_months(first, count)) - timedelta(days=1))

    def fits(self, period: Period) -> bool:
        """Return whether a period begins and ends where months of this window do."""
        return period.start.day == (period.end + timedelta(days=1)).day == self._first_day

    def year(self, year: int) -> Period:
        """Return the whole reporting year."""
        return _whole_year(self, year)

    def year_on(self, day: date) -> int:
        """Return the reporting year that a day lies in."""
        return day.year + (day > self.year(day.year).end)

    def parse(self, text: str) -> Period:
        """Return the period written as `text`, in an id or as officers write it ("6T2026", "quý II/2026"); a `BadData` where it is none."""
        written = " ".join(text.split())
        found = self._labelled(written) or self._spoken(written) or self._span(written) or self._between(written)
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

    def nine_months(self, year: int) -> Period:
        """Return the first nine months of a reporting year."""
        first = self._first_of(date(year, 1, 1))
        return self.named(first, add_months(first, 9) - timedelta(days=1))

    def _spoken(self, written: str) -> Period | None:
        named = short_id(written)
        if named is not None and named == NINE_MONTHS.format(year=named[:4]):
            return self.nine_months(int(named[:4])) if 1900 < int(named[:4]) < 2200 else None
        return self._labelled(named) if named is not None else None

    def _between(self, written: str) -> Period | None:
        days = days_between(written)
        return self.named(*days) if days is not None else None

    def _span(self, written: str) -> Period | None:
        match = re.fullmatch(_SPAN, written)
        if match is None:
            return None
        try:
            start = date.fromisoformat(match["start"])
            months = 12 * int(match["years"] or 0) + int(match["months"] or 0)
            after = add_months(start, months) + timedelta(days=int(match["days"] or 0))
        except (ValueError, OverflowError):
            return None
        return self.named(start, after - timedelta(days=1)) if after > start else None

    def named(self, start: date, end: date) -> Period:
        """Return the period of these days under its shortest id in this window."""
        after = end + timedelta(days=1)
        months = (after.year - start.year) * 12 + after.month - start.month
        if add_months(start, months) != after:
            return Period(f"{start}/P{(after - start).days}D", start, end)
        first = add_months(start.replace(day=1), 0 if self._first_day == 1 else 1)
        if start.day == self._first_day and months in _NAMED and (first.month - 1) % months == 0:
            return Period(_NAMED[months].format(year=first.year, number=(first.month - 1) // months + 1), start, end)
        return Period(f"{start}/P{f'{months // 12}Y' if months % 12 == 0 else f'{months}M'}", start, end)

    def year_before(self, period: Period) -> Period:
        """Return the same period of the year before."""
        after = add_months(period.end + timedelta(days=1), -12)
        return self.named(add_months(period.start, -12), after - timedelta(days=1))


@cache
def _whole_year(window: Window, year: int) -> Period:
    """Return a reporting year; every figure of a place asks for the same few."""
    return window.months(date(year, 1, 1), 12, f"{year:04d}")


ADMINISTRATIVE = Window("administrative")
CALENDAR = Window("calendar")
WINDOWS = {window.key: window for window in (ADMINISTRATIVE, CALENDAR)}
