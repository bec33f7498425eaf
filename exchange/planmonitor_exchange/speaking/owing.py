"""The words for who owes what by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from planmonitor.assessment.offices import Office
from planmonitor.assessment.owing import Due, OwedFigure, OwedReport

from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

WEEKDAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))

HOW_MANY = {
    "figure": N_("{count} figures of {period}"),
    "final": N_("{count} final figures of {period}"),
    "base": N_("{count} figures of {period} to compare with"),
}
"""How many figures of a period are wanted: such that are missing or incomplete, final ones of a time over, or such to compare with."""


def by_day(items: Iterable[OwedReport | OwedFigure]) -> Iterator[tuple[Due, list[OwedReport], list[OwedFigure]]]:
    """Yield what is owed day by day, least time left first: by when, the reports, the figures."""
    for _key, same in groupby(sorted(items, key=_day), key=_day):
        together = list(same)
        reports = [item for item in together if isinstance(item, OwedReport)]
        yield together[0].due, reports, [item for item in together if isinstance(item, OwedFigure)]


def _day(item: OwedReport | OwedFigure) -> tuple[object, ...]:
    return (item.due.order, item.due.last_day or date.max)


def by_kind(figures: Iterable[OwedFigure], say: Speaker) -> Iterator[tuple[str, list[OwedFigure]]]:
    """Yield figures with how many of a kind and period they are: "02 số liệu năm 2026"."""
    for (why, _period), same in groupby(sorted(figures, key=_kind), key=_kind):
        wanted = list(same)
        yield say(HOW_MANY[why], count=say.counted(len(wanted)), period=wanted[0].about.period), wanted


def _kind(item: OwedFigure) -> tuple[str, str]:
    why = item.about.why
    return (why if why in HOW_MANY else "figure", item.about.period.called.vi)


def office_called(office: Office, place: str, say: Speaker) -> str:
    """Return what an office is called; of the place as a whole what that is, where it is known."""
    return say.value(office.name or place or say(N_("the place")))


def day_with_weekday(day: date, say: Speaker) -> str:
    """Return a day with its day of the week: "04/12/2026 (thứ Sáu)"."""
    return say(N_("{day} ({weekday})"), day=day, weekday=say(WEEKDAYS[day.weekday()]))


def since_when(first: date, days: int, say: Speaker) -> str:
    """Return since when a report is overdue: "quá hạn từ ngày 05/12/2026, 6 ngày"."""
    return say(N_("overdue since {day}, {days} days"), day=first, days=days)


def when_due(due: Due, say: Speaker) -> str:
    """Return by when something is to be sent: since when it is overdue, how many days are left, that it is owed at once, or that no day is set."""
    if due.arisen:
        return say(N_("to be reported at once"))
    if due.last_day is None or due.by is None or due.days_left is None:
        return say(N_("the document sets no date"))
    if due.overdue:
        return since_when(date.fromordinal(due.last_day.toordinal() + 1), -due.days_left, say)
    left = {0: N_("today is the last day"), 1: N_("tomorrow is the last day")}.get(due.days_left, N_("{days} days left"))
    named = say(N_("by the end of {day}, {left}"), day=day_with_weekday(due.by, say), left=say(left, days=due.days_left))
    return named if due.by == due.last_day else say(N_("{named}; last day in time {day}"), named=named, day=due.last_day)


def figure_called(item: OwedFigure, say: Speaker) -> str:
    """Return what a figure that is wanted is called, with what of it is wanted where that is not the whole of it.

    Whether it is a final one, or one to compare with, is said of many at once (`by_kind`).
    """
    about, label = item.about, say.value(item.label)
    if about.why == "breakdown":
        return say(N_("{label} (lacking: {parts})"), label=label, parts=about.lacking)
    if about.why == "days":
        return say(N_("{label} (not yet: {days})"), label=label, days=about.gaps)
    if item.apart:
        return say(N_("{label} (of {first} to {last})"), label=label, first=about.period.start, last=about.period.end)
    return label


def figure_in_full(item: OwedFigure, say: Speaker) -> str:
    """Return what a figure that is wanted is called where it stands alone: also that it is the final one, or one to compare with."""
    called = {"final": N_("{label} (final figure)"), "base": N_("{label} (to compare with)")}.get(item.about.why)
    return figure_called(item, say) if called is None else say(called, label=figure_called(item, say))
