"""Who owes which report by when, on which days offices work, and whether it came (docs/domain.md, rules 16 to 20)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache

from attrs import frozen

from planmonitor.assessment.records import MemberUnit
from planmonitor.assessment.results import Occurrence
from planmonitor.assessment.rollup import expected_parts
from planmonitor.assessment.values import Part
from planmonitor.messages import N_, BadData
from planmonitor.model.duties import Duty
from planmonitor.model.periods import Period
from planmonitor.model.plans import Measure, Plan, Unit

LAST_YEAR = 2100
"""The list of public holidays goes no further; beyond it every day would silently be a working day."""

Owed = tuple[str, str]
"""A figure that a report carries: its definition, and the unit it is recorded under."""

Received = Mapping[tuple[str, str, date, date], datetime]
"""The instant the first figure came in, by definition, unit, first and last day of the period; times in local time."""


@frozen
class Calendar:
    """What a place has named beside the public holidays known: the yearly decision on days off and make-up days."""

    days_off: frozenset[date] = frozenset()
    working_days: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Return whether offices work on a day: as the place named it, else on no weekend or holiday; `BadData` for a year of unknown holidays."""
        if day in self.working_days or day in self.days_off:
            return day in self.working_days
        if day.year > LAST_YEAR:
            raise BadData(N_("The public holidays of {year} are not known."), year=str(day.year))
        off, worked = _public(day.year)
        return day in worked or (day.weekday() < 5 and day not in off)

    def after_working_days(self, day: date, count: int) -> date:
        """Return the last of so many working days after a day; the day itself is not counted."""
        while count:
            day += timedelta(days=1)
            count -= self.is_working(day)
        return day

    def last_working_day(self, day: date) -> date:
        """Return a day, or the last working day before it where offices are closed on it."""
        while not self.is_working(day):
            day -= timedelta(days=1)
        return day


@cache
def _public(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """Return the public holidays of a year, and the weekend days that a decision has made working days."""
    from holidays.countries.vietnam import Vietnam

    known = Vietnam(years=year)  # type: ignore[no-untyped-call]
    days = [date(year, 1, 1) + timedelta(days=number) for number in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]
    return frozenset(day for day in days if day in known), frozenset(day for day in days if day.weekday() >= 5 and known.is_working_day(day))


def occurrences(plan: Plan, units: Sequence[MemberUnit], received: Received, as_of: date, calendar: Calendar) -> tuple[Occurrence, ...]:
    """Return every report that the duties of a plan, with what the place settled, order, with its state on a day.

    `units` are the registered members of groups.
    Dated duties once for every year of the plan and every unit that owes figures; undated, ad hoc and on-event duties once.
    Sorted by last day, undated ones last. A report counts as received when every figure owed in it is there; of one without
    figures only its last day can be told.
    """
    found: list[Occurrence] = []
    for duty in plan.duties:
        reporters = [unit for name in duty.reporters if (unit := plan.unit(name)) is not None]
        if duty.kind not in {"dated", "after_period"}:
            only = reporters[0] if len(reporters) == 1 else None
            found.append(Occurrence(duty, *_id_and_name(only), None, None, "undated" if duty.kind == "undated" else "not_asked"))
            continue
        for period, last_day in _due(plan, duty, calendar):
            for unit, figures in _owed(plan, duty, reporters, units, min(as_of, period.end)):
                times = [received[key] for definition, part in figures if (key := (definition, part, period.start, period.end)) in received]
                state, late = _state(times, len(figures), last_day, as_of)
                found.append(Occurrence(duty, *_id_and_name(unit), period, last_day, state, late, expected=len(figures), received=len(times)))
    return tuple(sorted(found, key=lambda item: (item.last_day or date.max, item.duty.id, item.unit or "")))


def _id_and_name(unit: Unit | None) -> tuple[str | None, str | None]:
    return (unit.id, unit.name) if unit else (None, None)


def _due(plan: Plan, duty: Duty, calendar: Calendar) -> Iterator[tuple[Period, date]]:
    """Yield every period of a plan that a duty reports on, with the last day in time."""
    window = duty.window or plan.window
    for year in plan.years():
        period = window.parse(f"{year}-S1") if duty.period == "half-year" else window.year(year)
        if duty.working_days is None:
            last_day = date.fromisoformat(f"{year}-{duty.last_day}")
        else:
            last_day = calendar.after_working_days(period.end, duty.working_days)
        if period.end >= plan.start and (duty.valid_from is None or duty.valid_from <= last_day):  # what ended before the plan owes nothing
            yield period, last_day


def _state(times: Sequence[datetime], expected: int, last_day: date, as_of: date) -> tuple[str, int | None]:
    if expected == 0:
        return ("not_due" if as_of <= last_day else "not_asked"), None
    if len(times) == expected:
        came = max(times).date()
        return ("on_time", None) if came <= last_day else ("late", (came - last_day).days)
    return ("not_due", None) if as_of <= last_day else ("overdue", (as_of - last_day).days)


def _owed(plan: Plan, duty: Duty, reporters: list[Unit], units: Sequence[MemberUnit], day: date) -> Iterator[tuple[Unit | None, list[Owed]]]:
    """Yield who owes which figures in a duty.

    A single reporter of measures that the duty names compiles them all. Several owe what each supplies; what nobody is named
    for is the single reporter's, else the place's. A reporter that supplies no figure still owes its report.
    """
    recorded = [measure for measure in plan.measures if not measure.definition.sums]
    carried = [measure for measure in recorded if (not duty.measures and measure.scope == "target") or measure.code in duty.measures]
    parts = [(measure, part) for measure in carried for part in expected_parts(plan, measure, units, day)]
    if len(reporters) == 1 and duty.measures:
        yield reporters[0], [(measure.definition.key, part.unit or "") for measure, part in parts]
        return
    nobody = [(measure.definition.key, "") for measure in carried if not measure.owners]
    for unit in reporters:
        own = [(measure.definition.key, part.unit or "") for measure, part in parts if _supplies(unit.id, measure, part)]
        yield unit, own + nobody if len(reporters) == 1 else own
    if nobody and len(reporters) != 1:
        yield None, nobody


def _supplies(unit: str, measure: Measure, part: Part) -> bool:
    """Return whether a unit owes a part of a measure's figure: its own, those of its members, and as the only owner the whole."""
    owners = [share.unit for share in measure.owners]
    return unit in owners and (unit in (part.unit, part.group) or (part.unit == "" and owners == [unit]))
