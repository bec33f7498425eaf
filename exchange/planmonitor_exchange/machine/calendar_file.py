"""The reports still to be sent as a calendar file (iCalendar, RFC 5545), for the calendar of a phone or computer.

One event for each, on the whole of its last working day. Its UID follows from place, plan, report, unit and days of the period, so that a file made
anew moves an event that is there and adds none. Its DTSTAMP follows from the period: calendars take an alarm from before the DTSTAMP of its event for
one that was seen, so the moment of export, or any other that moves, would silence reminders.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from attrs import frozen
from planmonitor.assessment.results import Occurrence
from planmonitor.assessment.workdays import Calendar
from planmonitor.model.plans import Plan

from planmonitor_exchange.speaking.last_days import about_last_day
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

if TYPE_CHECKING:
    from icalendar import Event

ALARMS = (timedelta(days=7), timedelta(days=2))
"""How long before the day of an event its alarms ring."""

MORNING = timedelta(hours=8)
"""When on that day: an event of a whole day begins at midnight, when nobody is at work."""

STAMPED_BEFORE = timedelta(days=31)
"""How long before the period its event is stamped: before each of its alarms, for no last day lies before its period."""

OPEN_STATES = ("not_due", "overdue", "undecided")
"""States of reports that are still to be sent; those due before the program was used are not followed up."""


@frozen
class DueReport:
    """A report in the calendar: one owed by a plan that a place follows."""

    plan: Plan
    item: Occurrence
    place: str = ""
    """Code of the place."""


def in_calendar(item: Occurrence) -> bool:
    """Return whether a report stands in the calendar file: it has a last day, and is still to be sent."""
    return item.last_day is not None and item.period is not None and item.state in OPEN_STATES


def calendar_text(reports: Iterable[DueReport], calendar: Calendar, say: Speaker) -> str:
    """Return the calendar file of some reports; the same reports give the same file, byte by byte."""
    import icalendar

    file = icalendar.Calendar()
    file.add("prodid", f"-//planmonitor//monitor//{say.language.upper()}")
    file.add("version", "2.0")
    file.add("x-wr-calname", say(N_("Reports to send")))
    for report in sorted(reports, key=lambda one: (one.item.last_day or date.max, _uid(one))):
        file.add_component(_event(report, calendar, say))
    written: bytes = file.to_ical()
    return written.decode("utf-8")


def _event(report: DueReport, calendar: Calendar, say: Speaker) -> Event:
    import icalendar

    item, period = report.item, report.item.period
    day = item.last_working_day or item.last_day
    assert day is not None
    assert period is not None
    event, summary = icalendar.Event(), _summary(report, say)
    event.add("uid", _uid(report))
    event.add("dtstamp", datetime.combine(period.start - STAMPED_BEFORE, time(), UTC))
    event.add("sequence", 0 if item.set_by is None or item.set_by.period is None else 1)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", summary)
    event.add("description", "\n".join(_description(report, calendar, say)))
    event.add("transp", "TRANSPARENT")
    for before in ALARMS:
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", MORNING - before)
        event.add_component(alarm)
    return event


def _uid(report: DueReport) -> str:
    """Return what identifies the event of a report in every file: no name and no id can be read in it."""
    item = report.item
    days = (item.period.start.isoformat(), item.period.end.isoformat()) if item.period is not None else ()
    parts = (report.place, report.plan.id, item.duty.id, item.unit or "", *days)
    return f"{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:32]}@planmonitor"


def _summary(report: DueReport, say: Speaker) -> str:
    item = report.item
    return say(N_("Last day: {report}, {period} ({unit})"), report=item.duty.called, period=item.period, unit=item.unit_name or say(N_("the place")))


def _description(report: DueReport, calendar: Calendar, say: Speaker) -> Iterator[str]:
    item, source = report.item, report.item.duty.source
    about = about_last_day(item, say, calendar)
    yield say(N_("Plan: {plan}"), plan=report.plan.title)
    yield say(N_("Last day in time: {day}"), day=item.last_day) + (f" ({'; '.join(about)})" if about else "")
    yield say(N_("Rule: “{rule}”"), rule=item.duty.rule)
    if item.duty.recipient:
        yield say(N_("To: {recipient}"), recipient=item.duty.recipient)
    yield f"{say.value(source.section)}: “{say.value(' '.join(source.clause.split()))}”"
