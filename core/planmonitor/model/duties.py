"""Reporting duties: who reports what to whom by when (docs/domain.md, rules 16 to 20)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from attrs import Attribute, field, frozen

from planmonitor.messages import N_, Text
from planmonitor.model import validation as valid
from planmonitor.model.periods import Window
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
    return period != "half-year" and day[:2] in EARLY


_NEXT_YEAR = fold("năm sau")

_CALLED = {
    ("dated", "half-year"): Text("Báo cáo 6 tháng đầu năm", "Half-yearly report"),
    ("dated", None): Text("Báo cáo năm", "Annual report"),
    ("after_period", "half-year"): Text("Báo cáo 6 tháng đầu năm", "Half-yearly report"),
    ("after_period", None): Text("Báo cáo năm", "Annual report"),
    ("ad_hoc", None): Text("Báo cáo đột xuất", "Report on request"),
    ("on_event", None): Text("Báo cáo khi phát sinh vụ việc", "Report on a case"),
    ("undated", "half-year"): Text("Báo cáo 6 tháng đầu năm", "Half-yearly report"),
    ("undated", "year"): Text("Báo cáo năm", "Annual report"),
    ("undated", None): Text("Báo cáo định kỳ", "Periodic report"),
}
"""What a report is called by its kind and what it reports on, where its plan does not say."""


@frozen
class Duty:
    """One report owed."""

    id: str = field(validator=valid.code)
    """Its id within the plan, `annual-report`."""
    kind: str = field(validator=one_of("dated", "after_period", "ad_hoc", "on_event", "undated"))
    """ "dated" (every year by a day), "after_period" (so many working days after the period it reports on), "ad_hoc" (once someone asks),
    "on_event" (once a case occurs) or "undated" (the document orders the report and sets no date: never overdue until the place sets one)."""
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
    period: str | None = field(default=None, validator=one_of("year", "half-year", None))
    """What it reports on: "year", "half-year" (the first half) or None where the document does not say; a dated report is then one of years."""
    last_day: str | None = field(default=None, validator=month_day)
    """Last day in time of every year, "11-24" (inclusive: "trước ngày 25/11" excludes the 25th); None where undated."""
    last_day_in: str | None = field(default=None, validator=one_of("year", "year_after", None))
    """The year that day lies in: "year" for the one reported on, "year_after" for the next; None where the rule says which ("... năm sau")."""
    valid_from: date | None = field(default=None, validator=of_type(date, None))
    """The day from which the rule applies, where the act came later than the plan: no report falls due before it."""
    working_days: int | None = field(default=None, validator=of_type(int, None))
    """For "after_period", how many working days after the last day of the period it is due."""
    window: Window | None = field(default=None, validator=of_type(Window, None))
    """The data window that its document names; None for the default of the plan."""
    measures: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    """Codes of the measures it carries, all of which a single reporter owes, whoever counted them; empty for the targets of the plan, of which
    each reporter owes what it supplies itself."""

    @property
    def called(self) -> Text:
        """What the report is called: its title, else "annual report", "report on a case" and so on."""
        return self.title or _CALLED.get((self.kind, self.period)) or _CALLED[self.kind, None]

    @property
    def due_in(self) -> str:
        """The year its last day lies in, "year" or "year_after": as it says, else by the words of the rule."""
        return self.last_day_in or ("year_after" if _NEXT_YEAR in fold(self.rule) else "year")

    def year_of_last_day(self, year: int) -> int:
        """Return the calendar year in which the report on a reporting year falls due."""
        return year + (self.due_in == "year_after")

    def __attrs_post_init__(self) -> None:
        if (self.kind == "dated") != (self.last_day is not None):
            raise valid.complain(self, "last_day", N_("does not fit kind '{kind}'"), kind=self.kind)
        if self.last_day is not None and self.last_day_in is None and self.due_in == "year" and lies_early(self.last_day, self.period):
            asked = N_("{day} lies early in the year: write last_day_in = 'year' for a day of the year reported on, 'year_after' for one of the next")
            raise valid.complain(self, "last_day_in", asked, day=self.last_day)
        if (self.kind == "after_period") != ((self.working_days or 0) > 0):
            raise valid.complain(self, "working_days", N_("does not fit kind '{kind}'"), kind=self.kind)
