"""What reports are on: the kinds of periods, and those of each kind in a reporting year (docs/domain.md, rule 17)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from attrs import evolve, frozen

from planmonitor.messages import Text
from planmonitor.model.periods import Period, Window


@frozen
class PeriodKind:
    """One kind of period that reports are on."""

    report: Text
    """What a report on such a period is called, where its plan does not say."""
    ids: tuple[str, ...] = ()
    """The short ids of those in a reporting year; none where they are worked out in another way."""


KINDS: Mapping[str, PeriodKind] = {
    "month": PeriodKind(Text("Báo cáo tháng", "Monthly report"), tuple(f"{{year}}-{number:02d}" for number in range(1, 13))),
    "quarter": PeriodKind(Text("Báo cáo quý", "Quarterly report"), tuple(f"{{year}}-Q{number}" for number in range(1, 5))),
    "half-year": PeriodKind(Text("Báo cáo 6 tháng đầu năm", "Half-yearly report"), ("{year}-S1",)),
    "second-half": PeriodKind(Text("Báo cáo 6 tháng cuối năm", "Report on the second half-year"), ("{year}-S2",)),
    "both-halves": PeriodKind(Text("Báo cáo 6 tháng", "Report on each half-year"), ("{year}-S1", "{year}-S2")),
    "nine-months": PeriodKind(Text("Báo cáo 9 tháng", "Report on nine months")),
    "year": PeriodKind(Text("Báo cáo năm", "Annual report"), ("{year}",)),
    "school-year": PeriodKind(Text("Báo cáo năm học", "Report on the school year")),
    "custom": PeriodKind(Text("Báo cáo định kỳ", "Periodic report")),
}
"""The kinds, by the word that a plan file has for each."""

NAMED_DAYS = ("school-year", "custom")
"""Kinds whose first and last day every plan names itself. Of the school year too: the Minister of Education and each province fix it year by year."""


def is_several_a_year(kind: str | None) -> bool:
    """Return whether a reporting year has several periods of a kind, so that one day of every year dates none of them."""
    return kind is not None and len(KINDS[kind].ids) > 1


def periods_in(year: int, kind: str | None, window: Window, days: tuple[str, str] | None = None) -> tuple[Period, ...]:
    """Return the periods of a kind that belong to a reporting year, in their order.

    Args:
        year: The reporting year: that of the last day of each.
        kind: One of `KINDS`; None for the year itself.
        window: Which days a named period covers.
        days: First and last day of every year, "09-01" and "05-31", of a kind of `NAMED_DAYS`; a first day behind the last lies in the year before.
    """
    special = _SPECIAL.get(kind or "year")
    if special is not None:
        return (special(year, window, days or ("01-01", "12-31")),)
    return tuple(window.parse(named.format(year=year)) for named in KINDS[kind or "year"].ids)


def _nine_months(year: int, window: Window, _days: tuple[str, str]) -> Period:
    return window.nine_months(year)


def _custom(year: int, window: Window, days: tuple[str, str]) -> Period:
    first, last = days
    return window.named(date.fromisoformat(f"{year - (first > last)}-{first}"), date.fromisoformat(f"{year}-{last}"))


def _school_year(year: int, window: Window, days: tuple[str, str]) -> Period:
    period = _custom(year, window, days)
    years = f"{period.start.year}-{year}" if period.start.year < year else str(year)
    return evolve(period, name=Text(f"năm học {years}", f"school year {years}"))


_SPECIAL: Mapping[str, Callable[[int, Window, tuple[str, str]], Period]] = {
    "nine-months": _nine_months,
    "school-year": _school_year,
    "custom": _custom,
}
