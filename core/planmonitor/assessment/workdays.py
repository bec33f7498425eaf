"""On which days offices work (docs/domain.md, rule 16): the public holidays known, and what a place has named beside them."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import frozen

from planmonitor.assessment.public_days import ANNOUNCED, SWAPS, public_days
from planmonitor.messages import N_, BadData, Text

LAST_YEAR = 2100
"""The list of public holidays goes no further; beyond it every day would silently be a working day."""


@frozen
class Calendar:
    """What a place has named beside the public holidays known: the yearly decision on days off and make-up days."""

    days_off: frozenset[date] = frozenset()
    working_days: frozenset[date] = frozenset()
    announced: frozenset[int] = frozenset()
    """The years for which it cites the decision."""

    def is_working(self, day: date) -> bool:
        """Return whether offices work on a day: as the place named it, else on no weekend or holiday; `BadData` for a year of unknown holidays."""
        if day in self.working_days or day in self.days_off:
            return day in self.working_days
        if day.year > LAST_YEAR:
            raise BadData(N_("The public holidays of {year} are not known."), year=str(day.year))
        off, worked = public_days(day.year)
        return day in worked or (day.weekday() < 5 and day not in off)

    def is_expected(self, year: int) -> bool:
        """Return whether the days off of a year are only expected: the State has not announced them, as far as is known here."""
        return year > ANNOUNCED and year not in self.announced

    def source_of(self, day: date) -> Text | None:
        """Return where it is read that a working day is off or a day off is worked; None for all other days, and for those that the place names."""
        if day in self.days_off or day in self.working_days:
            return None
        return next((swap.source for swap in SWAPS if day in {swap.off, swap.worked}), None)

    def after_working_days(self, day: date, count: int) -> date:
        """Return the last of so many working days after a day; the day itself is not counted."""
        while count:
            day += timedelta(days=1)
            count -= self.is_working(day)
        return day

    def before_working_days(self, day: date, count: int) -> date:
        """Return the working day so many working days before a day; the day itself is not counted."""
        while count:
            day -= timedelta(days=1)
            count -= self.is_working(day)
        return day

    def last_working_day(self, day: date) -> date:
        """Return a day, or the last working day before it where offices are closed on it; `BadData` for a year of unknown holidays."""
        while not self.is_working(day):
            day -= timedelta(days=1)
        return day

    def knows(self, day: date) -> bool:
        """Return whether the holidays of the year of a day are known."""
        return day.year <= LAST_YEAR
