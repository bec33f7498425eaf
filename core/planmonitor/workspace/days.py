"""What `monitor.toml` settles for the reports of a plan: last days set by letters, lead days, the way a recipient counts (docs/interface.md)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planmonitor.messages import N_, BadData, Message
from planmonitor.model.duties import Duty, is_month_day, lies_early
from planmonitor.model.duties import day_and_year as parted
from planmonitor.model.plans import Plan
from planmonitor.model.reported import is_several_a_year
from planmonitor.model.set_days import SetDay
from planmonitor.model.settings import DutySettings
from planmonitor.planfile.table import Table
from planmonitor.plantext.reporting import leaves_day_out

EVERY_YEAR = "every-year"
"""The key of a day that holds from then on, beside those of single periods."""

_KEYS = ("last_day", "document", "dated", "since")
_DUTY_KEYS = ("lead_days", "named_day_counts", "document")


def set_days_in(table: Table, plan: Plan) -> dict[str, tuple[SetDay, ...]]:
    """Return the last days that the table `deadlines` of a plan sets, by id of the duty; `BadData` names table and key of a wrong one."""
    duties = {duty.id: duty for duty in plan.duties}
    inside = table.inside("deadlines", tuple(duties))
    return {name: tuple(_set_days(inside, plan, duties[name])) for name in inside}


def _set_days(inside: Table, plan: Plan, duty: Duty) -> Iterator[SetDay]:
    raw = inside.raw(duty.id)
    days = inside.inside(duty.id, tuple(raw) if isinstance(raw, dict) else ())
    found: list[SetDay] = []
    if duty.kind == "on_event":
        raise inside.bad(duty.id, N_("{table}: '{duty}' is due when a case occurs; no letter sets its day."), duty=duty.id)
    for key in days:
        entry = days.inside(key, _KEYS)
        read = _every_year(entry, duty) if key == EVERY_YEAR else _for_period(entry, plan, duty, key)
        for other in found:
            if read.period == other.period and (read.unit == other.unit or None in {read.unit, other.unit}):
                raise days.bad(key, N_("{table}: two letters set the day of the same report; delete one of them."))
        found.append(read)
    yield from found


def _for_period(entry: Table, plan: Plan, duty: Duty, key: str) -> SetDay:
    """Return the day of one period, "2026", or of one unit for it, "2026 cong-an-xa"."""
    written, _, unit = key.rpartition(" ") if key.rpartition(" ")[2] in duty.reporters else (key, "", "")
    try:
        period = duty.parse(written, plan.window)
    except BadData as error:
        raise entry.bad("", N_("{table}: {error}"), error.hint, error=error.message) from error
    entry.need("last_day")
    day = entry.value("last_day", "day")
    if day < period.start:
        before = N_("{table}: the last day {day} lies before {period} begins ({start}).")
        raise entry.bad("last_day", before, day=day, period=period, start=period.start)
    return SetDay(day, entry.text("document"), entry.value("dated", "day"), period, unit or None)


def _every_year(entry: Table, duty: Duty) -> SetDay:
    day = entry.words("last_day")
    entry.need("since")
    if not is_month_day(parted(day)[0]) or day.rpartition(" ")[0] not in {"", "+0", "+1"}:
        raise entry.wrong("last_day", Message.of(N_('a day of every year such as "11-24", or "+1 01-14" for one of the year after')))
    if lies_early(day, duty.period):
        which = N_('"+0 {day}" for a day of the year reported on, or "+1 {day}" for one of the year after')
        raise entry.wrong("last_day", Message.of(which, day=day))
    if duty.kind == "undated":
        raise entry.bad("", N_("{table}: the document leaves the day of '{duty}' open; answer its question about that instead."), duty=duty.id)
    if is_several_a_year(duty.period):
        raise entry.bad("last_day", N_("{table}: '{duty}' has several periods a year; name one of them in place of 'every-year'."), duty=duty.id)
    return SetDay(day, entry.text("document"), entry.value("dated", "day"), since=entry.value("since", "day"))


def duty_settings_in(table: Table, plan: Plan) -> dict[str, DutySettings]:
    """Return what the table `duties` of a plan settles, by id of the duty; `BadData` names table and key of what is wrong."""
    duties = {duty.id: duty for duty in plan.duties}
    inside = table.inside("duties", tuple(duties))
    return {name: _duty_settings(inside.inside(name, _DUTY_KEYS), duties[name]) for name in inside}


def _duty_settings(entry: Table, duty: Duty) -> DutySettings:
    lead, counts = entry.value("lead_days", "whole"), entry.value("named_day_counts", "flag") or False
    if lead is not None and not 0 <= lead <= 60:
        raise entry.wrong("lead_days", Message.of(N_("a number of working days from 0 to 60")))
    if counts and not (duty.kind in {"dated", "day_of_month"} and leaves_day_out(duty.rule)):
        rule = N_("{table}: the rule “{rule}” names no day that it leaves out and its recipient could count in.")
        raise entry.bad("named_day_counts", rule, rule=duty.rule)
    return DutySettings(lead, counts, entry.text("document"))


def key_of(period: str, unit: str | None) -> str:
    """Return the key under which the last day of one period stands, or of one unit for it."""
    return f"{period} {unit}" if unit else period


def written_day(day: SetDay) -> dict[str, date | str | None]:
    """Return a last day as the table holds it."""
    return {"last_day": day.last_day, "since": day.since, "dated": day.dated, "document": day.document}
