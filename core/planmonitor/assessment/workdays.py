"""On which days offices work (docs/domain.md, rule 16): the public holidays known, and what a place has named beside them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from attrs import frozen

from planmonitor.messages import N_, BadData

LAST_YEAR = 2100
"""The list of public holidays goes no further; beyond it every day would silently be a working day."""


@frozen
class Calendar:
    """What a place has named beside the public holidays known: the yearly decision on days off and make-up days."""

    days_off: frozenset[date] = frozenset()
    working_days: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Return whether offices work on a day: as the place named it, else on no weekend or holiday; `BadData` for a year of unknown holidays."""
        if day in self.working_days or day in self.days_off:
            return day in self.working_days
        if day.year > LAST_YEAR:
            raise BadData(N_("The public holidays of {year} are not known."), year=str(day.year))
        off, worked = _public(day.year)
        return day in worked or (day.weekday() < 5 and day not in off)

    def after_working_days(self, day: date, count: int) -> date:
        """Return the last of so many working days after a day; the day itself is not counted."""
        while count:
            day += timedelta(days=1)
            count -= self.is_working(day)
        return day

    def last_working_day(self, day: date) -> date:
        """Return a day, or the last working day before it where offices are closed on it."""
        while not self.is_working(day):
            day -= timedelta(days=1)
        return day


@cache
def _public(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """Return the public holidays of a year, and the weekend days that a decision has made working days."""
    from holidays.countries.vietnam import Vietnam

    known = Vietnam(years=year)  # type: ignore[no-untyped-call]
    days = [date(year, 1, 1) + timedelta(days=number) for number in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]
    return frozenset(day for day in days if day in known), frozenset(day for day in days if day.weekday() >= 5 and known.is_working_day(day))
