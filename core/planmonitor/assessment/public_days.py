"""The public days off of Viet Nam by year: as a library works them out, with the working days that decisions have swapped."""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from attrs import frozen

from planmonitor.messages import Text

ANNOUNCED = 2026
"""The last year whose days off were announced. Labour Code 2019, art. 112.3: each year the Prime Minister fixes those of Tết and of 2 September."""

COMPILED = Path(__file__).parent / "compiled" / "public_days.json"
"""The days of the years around, as a wheel carries them (`hatch_build.py`): importing the library would take a third of `monitor status`."""

Days = tuple[frozenset[date], frozenset[date]]
"""The days off of a year, and the days of its weekends that are worked."""


@frozen
class Swap:
    """A working day that is taken off and made up for on another day."""

    off: date
    worked: date
    source: Text
    """The decision by number and date, or where it was read."""


SWAPS = (
    Swap(
        off=date(2026, 1, 2),
        worked=date(2026, 1, 10),
        source=Text(
            "hoán đổi ngày làm việc 02/01 và 10/01/2026 theo báo chí ngày 26/12/2025, chưa thấy văn bản",
            "working days 2 and 10 January 2026 swapped, by the press of 26 December 2025; the document was not seen",
        ),
    ),
)
"""Swaps that the library does not know; a place adds its own in `[calendar.YYYY]`."""


@cache
def public_days(year: int) -> Days:
    """Return the days off of a year, weekends aside, and the days of its weekends that are worked."""
    off, worked = _compiled().get(year) or worked_out(year)
    swapped = [swap for swap in SWAPS if year in {swap.off.year, swap.worked.year}]
    return off | {swap.off for swap in swapped}, worked | {swap.worked for swap in swapped}


@cache
def _compiled() -> dict[int, Days]:
    if not COMPILED.is_file():
        return {}
    written = json.loads(COMPILED.read_text(encoding="utf-8"))
    off, worked = ({int(year): frozenset(map(date.fromisoformat, days[part])) for year, days in written.items()} for part in (0, 1))
    return {year: (off[year], worked[year]) for year in off}


def worked_out(year: int) -> Days:
    """Return the same as the library works it out, without our swaps."""
    from holidays.countries.vietnam import Vietnam

    known = Vietnam(years=year)  # type: ignore[no-untyped-call]
    days = [date(year, 1, 1) + timedelta(days=number) for number in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]
    return frozenset(day for day in days if day in known), frozenset(day for day in days if day.weekday() >= 5 and known.is_working_day(day))
