"""What is to be said of the last day of a report (docs/domain.md, rules 16 and 18)."""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor.assessment.results import Occurrence
from planmonitor.assessment.workdays import Calendar

from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_


def about_last_day(item: Occurrence, say: Speaker, calendar: Calendar) -> list[str]:
    """Return what is to be said of the last day of a report.

    What `about_day_off` says; by when its figures are asked for, where lead days are named; by whose letter the day is, where that is not the
    document's own.
    """
    asked = [] if item.asked_by is None else [say(N_("figures asked for by {day}"), day=item.asked_by)]
    return [*about_day_off(item, say, calendar), *asked, *_set_by(item, say)]


def about_day_off(item: Occurrence, say: Speaker, calendar: Calendar) -> list[str]:
    """Return what is to be said of the last day of a report, and of every other that is due on it.

    Where it is a day off, the last working day before it, and where that is read; where it hangs on days off not announced yet, that they are not.
    """
    day, working = item.last_day, item.last_working_day
    if day is None or working is None:
        return []
    said = [say(N_("a day off; last working day {working}"), working=working)] if working != day else []
    if (source := calendar.source_of(day)) is not None:
        said.append(say.value(source))
    if calendar.is_expected(day.year) and (working != day or item.duty.working_days is not None):
        said.append(say(N_("expected, the days off of {year} are not announced"), year=str(day.year)))
    return said


def _set_by(item: Occurrence, say: Speaker) -> Iterator[str]:
    """Yield by whose letter the last day is that the document does not print, and that the recipient counts the named day in."""
    letter = item.set_by
    if letter is not None:
        named = say(N_("{number} of {day}"), number=letter.document, day=letter.dated) if letter.document and letter.dated else letter.document
        yield say(N_("day set by the place: {document}"), document=named or say(N_("no document named")))
    if item.printed_day is not None:
        yield say(N_("by the document {day}"), day=item.printed_day)
    elif item.duty.named_day_counts and letter is None:
        yield say(N_("the recipient counts the named day in"))
