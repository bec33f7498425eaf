"""Last days that a letter sets for a report, beside what the document prints or leaves open (docs/domain.md, rule 18)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from planmonitor.model.duties import day_and_year
from planmonitor.model.periods import Period
from planmonitor.model.validation import of_type


@frozen
class SetDay:
    """A last day that a place settles for the reports of a duty, by the letter it cites: for one period, or from then on."""

    last_day: date | str = field(validator=of_type(date, str))
    """The last day in time of one period; of every year "11-30", or "+1 01-14" for one of the year after."""
    document: str | None = field(default=None, validator=of_type(str, None))
    """Number of the letter that sets it, as the place cites it."""
    dated: date | None = field(default=None, validator=of_type(date, None))
    """Date of that letter."""
    period: Period | None = field(default=None, validator=of_type(Period, None))
    """The period whose report it is; None for every period from then on."""
    unit: str | None = field(default=None, validator=of_type(str, None))
    """The unit whose report it is; None for all that owe it."""
    since: date | None = field(default=None, validator=of_type(date, None))
    """Of every year: reports due before this day, by it or without it, keep theirs; None for all."""
    answered: bool = field(default=False, validator=of_type(bool))
    """Whether the document sets no day: it is the place's answer to the question about it."""

    def day_for(self, period: Period) -> date:
        """Return the last day in time that it sets for a period."""
        if isinstance(self.last_day, date):
            return self.last_day
        day, year = day_and_year(self.last_day)
        return date.fromisoformat(f"{period.year + (year == 'year_after')}-{day}")


def set_for(days: Iterable[SetDay], period: Period, unit: str | None, otherwise: date | None) -> SetDay | None:
    """Return the letter by which the report of a unit on a period is due, or None: one for that period wins over one from then on.

    Args:
        days: What is set for the duty.
        period: The period.
        unit: Id of the unit; None for the place as a whole.
        otherwise: The day it is due without a letter; None where there is none.
    """
    meant = [one for one in days if one.unit in {None, unit}]
    own = next((one for one in meant if one.period == period), None)
    if own is not None:
        return own
    lasting = (one for one in meant if one.period is None)
    return next((one for one in lasting if one.since is None or min(one.day_for(period), otherwise or one.since) >= one.since), None)
