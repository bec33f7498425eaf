"""Reporting duties: who reports what to whom by when (docs/domain.md, rules 16 to 20)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from attrs import Attribute, field, frozen

from planmonitor.messages import N_, BadData, Text
from planmonitor.model import validation as valid
from planmonitor.model.periods import Period, Window, add_months
from planmonitor.model.reported import KINDS, NAMED_DAYS, is_several_a_year, periods_in
from planmonitor.model.sources import Source
from planmonitor.model.validation import of_type, one_of, plain_text, tuple_of
from planmonitor.names import fold

_DAYS_OF_EVERY_YEAR = {f"{date(2001, 1, 1) + timedelta(number):%m-%d}" for number in range(365)}


def month_day(instance: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validate a day of every year, "11-24", or None; 29 February is refused."""
    if value is not None and not is_month_day(value):
        wrong = N_("{value} is not a day of every year like '11-24' (of one in the year after last_day_in = 'year_after' says so)")
        raise valid.complain(instance, attribute.name, wrong, value=valid.shown(value))


def is_month_day(value: object) -> bool:
    """Return whether a value is a day of every year such as "11-24"."""
    return isinstance(value, str) and value in _DAYS_OF_EVERY_YEAR


def day_and_year(written: str) -> tuple[str, str]:
    """Return the day of every year and the year it lies in of a last day as a place writes it: "11-24", "+1 01-14"."""
    sign, _, day = written.rpartition(" ")
    return day, "year_after" if sign == "+1" else "year"


EARLY = ("01", "02", "03", "04", "05", "06")
"""Months in which a report on the same year is so unlikely that it is asked of which year that day is (docs/domain.md, rule 16)."""


def lies_early(day: str, period: str | None) -> bool:
    """Return whether a last day, "01-14", leaves open of which year it is: in that reported on, the year would not be half over."""
    return period not in {"half-year", *NAMED_DAYS} and day[:2] in EARLY


_NEXT_YEAR = fold("năm sau")

_CALLED = {
    "ad_hoc": Text("Báo cáo đột xuất", "Report on request"),
    "on_event": Text("Báo cáo khi phát sinh vụ việc", "Report on a case"),
    "undated": Text("Báo cáo định kỳ", "Periodic report"),
}
"""What a report is called that does not say on what it reports, by its kind; one that has a last day is then one of years."""


@frozen
class Duty:
    """One report owed."""

    id: str = field(validator=valid.code)
    """Its id within the plan, `annual-report`."""
    kind: str = field(validator=one_of("dated", "after_period", "day_of_month", "ad_hoc", "on_event", "undated"))
    """ "dated" (every year by a day), "after_period" (so many working days after the period it reports on), "day_of_month" (by a day of the last
    month of that period, or of the month after it), "ad_hoc" (once someone asks, by a letter that names the day), "on_event" (once a case occurs) or
    "undated" (the document orders the report and sets no date: never overdue until the place sets one)."""
    rule: str = field(validator=plain_text)
    """The words that set the date, as printed ("trước ngày 25/11")."""
    source: Source = field(validator=of_type(Source))
    """The sentence that orders the report."""
    reporters: tuple[str, ...] = field(validator=tuple_of(str))
    """Units that owe it; a group stands for its members."""
    title: Text | None = field(default=None, validator=of_type(Text, None))
    """What the report is called; None for a name made from its kind and what it reports on."""
    recipient: str | None = field(default=None, validator=valid.plain_text_or_none)
    """Who receives it, as printed."""
    drafter: str | None = field(default=None, validator=of_type(str, None))
    """Unit that drafts it (tham mưu), where the document names one."""
    issuer: str | None = field(default=None, validator=valid.plain_text_or_none)
    """Body that issues it, where it is not the reporter."""
    via: str | None = field(default=None, validator=valid.plain_text_or_none)
    """Through whom it passes."""
    onward: str | None = field(default=None, validator=valid.plain_text_or_none)
    """To whom the recipient reports on, as printed."""
    form: str | None = field(default=None, validator=valid.plain_text_or_none)
    """The form it is made on, where the document names one."""
    period: str | None = field(default=None, validator=one_of(*KINDS, None))
    """What it reports on: "month", "quarter", "half-year" (the first half), "second-half", "both-halves" (one report on each), "nine-months" (the
    first nine), "year", "school-year", "custom", or None where the document does not say; a report with a last day is then one of years."""
    period_start: str | None = field(default=None, validator=month_day)
    """First day of a school year or of a custom period, in every year, "09-01"; one behind `period_end` lies in the year before."""
    period_end: str | None = field(default=None, validator=month_day)
    """Last day of a school year or of a custom period, in every year, "05-31"."""
    last_day: str | None = field(default=None, validator=month_day)
    """Last day in time of every year, "11-24" (inclusive: "trước ngày 25/11" excludes the 25th); None where undated."""
    last_day_in: str | None = field(default=None, validator=one_of("year", "year_after", None))
    """The year that day lies in: "year" for the one reported on, "year_after" for the next; None where the rule says which ("... năm sau")."""
    valid_from: date | None = field(default=None, validator=of_type(date, None))
    """The day from which the rule applies, where the act came later than the plan: no report falls due before it."""
    working_days: int | None = field(default=None, validator=of_type(int, None))
    """For "after_period", how many working days after the last day of the period it is due."""
    due_day: int | None = field(default=None, validator=of_type(int, None))
    """For "day_of_month", the last day in time: 25, or 4 for "trước ngày 05 của tháng sau"; 31 stands for the last day of any month."""
    due_month: str | None = field(default=None, validator=one_of("last", "after", None))
    """The month that day lies in: "last" for the last month of the period, "after" for the one after it."""
    lead_days: int | None = field(default=None, validator=of_type(int, None))
    """How many working days before the last one its figures are asked for, where the document says so; a place may settle it."""
    named_day_counts: bool = field(default=False, validator=of_type(bool))
    """Whether its recipient counts the day in that "trước ngày" names: a setting of the place, in no plan file."""
    window: Window | None = field(default=None, validator=of_type(Window, None))
    """The data window that its document names; None for the default of the plan."""
    measures: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    """Codes of the measures it carries, all of which a single reporter owes, whoever counted them; empty for the targets of the plan, of which
    each reporter owes what it supplies itself."""

    @property
    def called(self) -> Text:
        """What the report is called: its title, else "annual report", "report on a case" and so on."""
        if self.title is not None:
            return self.title
        named = self.period if self.kind not in {"ad_hoc", "on_event"} else None
        return KINDS[named].report if named is not None else _CALLED.get(self.kind, KINDS["year"].report)

    @property
    def has_day(self) -> bool:
        """Whether its rule, or the place, sets a last day for each of its periods."""
        return self.kind in {"dated", "after_period", "day_of_month"}

    @property
    def due_in(self) -> str:
        """The year its last day lies in, "year" or "year_after": as it says, else by the words of the rule."""
        return self.last_day_in or ("year_after" if _NEXT_YEAR in fold(self.rule) else "year")

    def year_of_last_day(self, year: int) -> int:
        """Return the calendar year in which the report on a reporting year falls due."""
        return year + (self.due_in == "year_after")

    def day_for(self, period: Period) -> date | None:
        """Return the last day in time of the report on a period; None where no day, or only working days, are set.

        One day later where the recipient counts the day in that the rule names.
        """
        if self.due_day is not None:
            month = add_months(period.end.replace(day=1), 1 if self.due_month == "after" else 0)
            day = month.replace(day=min(self.due_day, monthrange(month.year, month.month)[1]))
        elif self.last_day is not None:
            day = date.fromisoformat(f"{self.year_of_last_day(period.year)}-{self.last_day}")
        else:
            return None
        return day + timedelta(days=1) if self.named_day_counts else day

    def periods(self, year: int, window: Window) -> tuple[Period, ...]:
        """Return what it reports on in a reporting year, in a window where its own document names none."""
        days = (self.period_start, self.period_end) if self.period_start and self.period_end else None
        return periods_in(year, self.period, self.window or window, days)

    def parse(self, written: str, window: Window) -> Period:
        """Return the period meant by what somebody wrote: that of its own which is called so, else as `Window.parse`, with its `BadData`."""
        try:
            found = (self.window or window).parse(written)
        except BadData:
            years = [int(word) for word in written.replace("-", " ").split() if word.isdigit() and len(word) == 4]
            own = self.periods(years[-1], window) if years else ()
            named = (one for one in own if one.name is not None and fold(written) in {fold(one.name.vi), fold(one.name.en)})
            if (meant := next(named, None)) is None:
                raise
            return meant
        return next((one for one in self.periods(found.year, window) if one == found), found)

    def __attrs_post_init__(self) -> None:
        if (self.kind == "dated") != (self.last_day is not None):
            raise valid.complain(self, "last_day", N_("does not fit kind '{kind}'"), kind=self.kind)
        if self.kind == "dated" and is_several_a_year(self.period):
            several = N_("is one day of a year, and a report on '{period}' has several: use kind 'day_of_month' or 'after_period'")
            raise valid.complain(self, "last_day", several, period=self.period)
        if self.last_day is not None and self.last_day_in is None and self.due_in == "year" and lies_early(self.last_day, self.period):
            asked = N_("{day} lies early in the year: write last_day_in = 'year' for a day of the year reported on, 'year_after' for one of the next")
            raise valid.complain(self, "last_day_in", asked, day=self.last_day)
        if (self.kind == "after_period") != ((self.working_days or 0) > 0):
            raise valid.complain(self, "working_days", N_("does not fit kind '{kind}'"), kind=self.kind)
        self._check_period()

    def _check_period(self) -> None:
        """Raise `InvalidPlan` where what it reports on, or the day of a month it is due by, is half said."""
        by_month = self.kind == "day_of_month"
        if by_month != (self.due_day is not None) or not 1 <= (self.due_day or 1) <= 31:
            raise valid.complain(self, "due_day", N_("does not fit kind '{kind}'"), kind=self.kind)
        if by_month != (self.due_month is not None):
            raise valid.complain(self, "due_month", N_("does not fit kind '{kind}'"), kind=self.kind)
        if by_month and self.period is None:
            raise valid.complain(self, "period", N_("does not fit kind '{kind}'"), kind=self.kind)
        for name in ("period_start", "period_end"):
            if (self.period in NAMED_DAYS) != (getattr(self, name) is not None):
                named = N_("has to stand beside period '{period}' and beside no other: the plan names the days itself")
                raise valid.complain(self, name, named, period="' or '".join(NAMED_DAYS))
        if not 0 <= (self.lead_days or 0) <= 60:
            raise valid.complain(self, "lead_days", N_("must be a number of working days from 1 to 60"))
