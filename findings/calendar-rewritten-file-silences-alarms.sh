#!/bin/sh
# A calendar file that is written anew silences its own reminders: icalendar counts every alarm of an event that lies before the
# event's DTSTAMP as acknowledged, though nobody has acknowledged it. DTSTAMP says when the event was written, so the same deadline
# with the same reminder is "active" in January's file and no longer in the one exported the day after the reminder. One property of
# Thunderbird in the event turns that rule off again. A good guess is that only ACKNOWLEDGED (RFC 9074) acknowledges an alarm.
# What follows for a program that exports deadlines: a fixed DTSTAMP per event, not the moment of export.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check "icalendar==7.3.0"
"$folder/env/bin/python" - <<'PYTHON'
from importlib.metadata import version

import icalendar

EVENT = """BEGIN:VEVENT
UID:deadline-1@example.org
DTSTAMP:{stamp}T000000Z
DTSTART;VALUE=DATE:20261204
DTEND;VALUE=DATE:20261205
SUMMARY:Annual report
{more}BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Annual report
TRIGGER:-P6DT16H
END:VALARM
END:VEVENT
"""


def active(stamp, more=""):
    event = icalendar.Event.from_ical(EVENT.format(stamp=stamp, more=more).replace("\n", "\r\n"))
    alarms = event.alarms
    alarms.set_local_timezone("Asia/Ho_Chi_Minh")
    return len(alarms.times), len(alarms.active)


seen = {
    "written 1 January": active("20260101"),
    "written 28 November, a day after the reminder": active("20261128"),
    "the same, with a property of Thunderbird": active("20261128", "X-MOZ-GENERATION:1\n"),
}
print("icalendar", version("icalendar"))
for what, (all_of_them, still_active) in seen.items():
    print(f"{what}: {all_of_them} alarm, {still_active} active")
assert list(seen.values()) == [(1, 1), (1, 0), (1, 1)], seen
PYTHON
