"""Who owes what by when, over all plans of a place: of every office its reports and figures, least time left first (docs/domain.md, rule 20)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve, field, frozen

from planmonitor.assessment.offices import WHOLE_PLACE, Office, Offices
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.results import Occurrence
from planmonitor.assessment.wanted import Wanted, carriers, open_reports, wanted
from planmonitor.assessment.workdays import LAST_YEAR, Calendar
from planmonitor.messages import Text
from planmonitor.model.definitions import Population
from planmonitor.model.periods import Period
from planmonitor.model.plans import Measure, Plan


@frozen
class Due:
    """By when something is to be sent."""

    as_of: date
    """The day it is looked at."""
    last_day: date | None = None
    """The last day in time; None where no document sets one."""
    by: date | None = None
    """The day to name to who owes it: a working day while one is left, else the last day in time."""
    arisen: bool = False
    """Whether it is a report on cases, which is owed at once."""

    @property
    def overdue(self) -> bool:
        """Whether its last day is past; what has none never is."""
        return self.last_day is not None and self.last_day < self.as_of

    @property
    def days_left(self) -> int | None:
        """Days to the day to name; of what is overdue those since its last day, below zero; None where no document sets a day."""
        day = self.last_day if self.overdue else self.by
        return None if day is None else (day - self.as_of).days

    @property
    def order(self) -> tuple[int, int]:
        """What comes first: what has arisen, then what has least time left, last what has no day."""
        left = self.days_left
        return (0, 0) if self.arisen else (2, 0) if left is None else (1, left)

    def within(self, days: int | None) -> bool:
        """Return whether it is to be seen to in so many days: overdue or arisen, or due by then; None for any time."""
        left = self.days_left
        return days is None or self.arisen or (left is not None and left <= days)


@frozen
class OwedReport:
    """A report that an office owes."""

    plan: Plan
    """The plan that orders it."""
    report: Occurrence
    """The report."""
    due: Due
    """By when."""


@frozen
class OwedFigure:
    """A figure that an office owes, asked for once, however many plans use it."""

    uses: tuple[tuple[Plan, Measure], ...]
    """The measures that it is of, or of which it is the base population, each with its plan."""
    about: Wanted
    """What is wanted of it, and why."""
    due: Due
    """By when."""
    waits: tuple[Occurrence, ...] = ()
    """The reports with a last day that wait for it, the first of each plan."""
    apart: bool = False
    """Whether the same thing is asked of other days of that year too: two data windows are two figures."""
    population: Population | None = None
    """The base population that is wanted; None where it is the measure's own figure."""

    @property
    def label(self) -> Text:
        """What is counted: the words of the first plan that uses it."""
        return self.uses[0][1].label if self.population is None else self.population.label


@frozen
class Owing:
    """What one office owes."""

    office: Office
    """The office; `WHOLE_PLACE` for what is the place's own."""
    place: str
    """Code of the place, or its name where it has no code."""
    reports: tuple[OwedReport, ...] = ()
    """The reports it owes, least time left first."""
    figures: tuple[OwedFigure, ...] = field(default=(), repr=False)
    """The figures it owes, least time left first."""

    @property
    def due(self) -> Due:
        """By when the first of it is to be sent."""
        return min([*(item.due for item in self.reports), *(item.due for item in self.figures)], key=lambda due: due.order)

    @property
    def count(self) -> int:
        """How many reports and figures it owes."""
        return len(self.reports) + len(self.figures)


def day_to_name(last_day: date, working_day: date, asked_by: date | None, as_of: date) -> date:
    """Return the day to name to who owes something: the first still to come of those that may be named, else the last one in time.

    Args:
        last_day: The last day in time.
        working_day: The last working day up to it.
        asked_by: The day by which those who supply figures to the sender are asked; None for the sender, and where no lead days are set.
        as_of: The day it is said.
    """
    return next((day for day in (asked_by, working_day) if day is not None and as_of <= day), last_day)


def owing(
    plans: Sequence[JudgedPlan], calendar: Calendar, as_of: date, *, place: str = "", populations: Mapping[str, Population] | None = None
) -> tuple[Owing, ...]:
    """Return what every office of the plans of one place owes on a day, least time left first; who owes nothing is not among them.

    An office of one name in several plans is one, and a figure that several plans use is asked for once. What was sent, or fell due before the
    first entry, is not asked for. A member of a group owes what its group is to report; a group without members owes it itself.

    Args:
        plans: The plans of the place, judged on the day.
        calendar: The days on which offices work.
        as_of: The day.
        place: Code of the place, or its name.
        populations: The base populations, by key.
    """
    offices = Offices(plans)
    reports: dict[Office, list[OwedReport]] = {}
    for judged in plans:
        for office, owed in _reports(judged, offices, calendar, as_of):
            reports.setdefault(office, []).append(owed)
    figures: dict[Office, list[OwedFigure]] = {}
    for office, asked in _figures(plans, offices, calendar, as_of):
        asked = evolve(asked, population=(populations or {}).get(asked.about.population))
        figures.setdefault(office, []).append(asked)
    found = [
        Owing(office, place, tuple(sorted(reports.get(office, ()), key=_order)), tuple(sorted(figures.get(office, ()), key=_order)))
        for office in dict.fromkeys((*reports, *figures))
    ]
    return in_order(found)


def in_order(found: Iterable[Owing]) -> tuple[Owing, ...]:
    """Return what offices owe, least time left first; of those alike who owes most."""
    return tuple(sorted(found, key=lambda one: (one.due.order, -one.count)))


def within(found: Iterable[Owing], days: int | None) -> tuple[Owing, ...]:
    """Return of what offices owe that which is to be seen to in so many days; None for all of it."""
    kept = (
        evolve(
            one,
            reports=tuple(item for item in one.reports if item.due.within(days)),
            figures=tuple(item for item in one.figures if item.due.within(days)),
        )
        for one in found
    )
    return tuple(one for one in kept if one.count)


def owed_to(found: Iterable[Owing], office: Office) -> tuple[Owing, ...]:
    """Return what others owe to an office: the reports that it receives, and the figures that reports of its own wait for.

    Args:
        found: What the others owe.
        office: The office.
    """
    kept = (
        evolve(
            one,
            reports=tuple(item for item in one.reports if any(office.is_called(name) for name in receivers(item.report))),
            figures=tuple(item for item in one.figures if any(report.unit in office.ids for report in item.waits)),
        )
        for one in found
    )
    return tuple(one for one in kept if one.count)


def receivers(report: Occurrence) -> tuple[str, ...]:
    """Return to whom a report is sent, as printed: who receives it, and through whom it passes."""
    return tuple(filter(None, (report.duty.recipient, report.duty.via)))


def _order(item: OwedReport | OwedFigure) -> tuple[int, int]:
    return item.due.order


def _due(report: Occurrence | None, calendar: Calendar, as_of: date, *, supplies: bool) -> Due:
    """Return by when a report, or a figure of it that others supply, is to be sent."""
    if report is None or report.last_day is None:
        return Due(as_of, arisen=report is not None and report.state == "arisen")
    last = report.last_day
    working = calendar.last_working_day(last) if last.year <= LAST_YEAR else last
    return Due(as_of, last, day_to_name(last, working, report.asked_by if supplies else None, as_of))


def _reports(judged: JudgedPlan, offices: Offices, calendar: Calendar, as_of: date) -> Iterator[tuple[Office, OwedReport]]:
    """Yield the reports of a plan that are still to be sent, each with the office that owes it."""
    found = open_reports(judged)
    apart = {(item.duty.id, item.period, item.unit) for item in found}  # what was returned to a member is asked of it as its own
    for item in found:
        due = _due(item, calendar, as_of, supplies=False)
        owed = OwedReport(judged.plan, item, due)
        if item.unit is None and item.state == "arisen":
            yield WHOLE_PLACE, owed  # a letter of any of them will do, so that none is asked by name
            continue
        for unit in (item.unit,) if item.unit is not None else item.duty.reporters or (None,):
            members = item.unsent or [member.id for member in offices.members(judged.plan.id, unit or "", as_of)]
            asked = [one for one in members or (unit,) if one == item.unit or (item.duty.id, item.period, one) not in apart]
            yield from ((offices.of(one, as_of), owed) for one in asked)


def _figures(plans: Sequence[JudgedPlan], offices: Offices, calendar: Calendar, as_of: date) -> Iterator[tuple[Office, OwedFigure]]:
    """Yield the figures that are wanted, each once, with the office that owes it: the first named of those that plans name for it."""
    asked: dict[tuple[object, ...], list[tuple[JudgedPlan, Wanted, Office]]] = {}
    for judged in plans:
        for item in wanted(judged):
            asked.setdefault(item.key, []).append((judged, item, offices.of(supplier(judged, item), as_of)))
    windows: dict[tuple[object, int], set[Period]] = {}
    for entries in asked.values():
        about = entries[0][1]
        if about.why != "base":
            windows.setdefault((about.key[:2], about.period.year), set()).add(about.period)
    for entries in asked.values():
        entries.sort(key=lambda entry: (entry[2] == WHOLE_PLACE, _due_of(entry, calendar, as_of).order))
        first, office = entries[0][1], entries[0][2]
        due = min((_due_of(entry, calendar, as_of) for entry in entries), key=lambda one: one.order)
        uses = tuple(dict.fromkeys((judged.plan.id, item.measure.code) for judged, item, _office in entries))
        known = {(judged.plan.id, item.measure.code): (judged.plan, item.measure) for judged, item, _office in entries}
        waits = tuple(item.report for _judged, item, _office in entries if item.report is not None)
        apart = _overlapping(windows.get((first.key[:2], first.period.year), set()))
        yield office, OwedFigure(tuple(known[use] for use in uses), first, due, waits, apart)


def _overlapping(periods: set[Period]) -> bool:
    """Return whether a thing is asked of days that overlap without one holding the other: windows of one year that differ."""
    return any(one.overlaps(other) and not one.contains(other) and not other.contains(one) for one in periods for other in periods)


def _due_of(entry: tuple[JudgedPlan, Wanted, Office], calendar: Calendar, as_of: date) -> Due:
    _judged, item, office = entry
    sender = item.report is not None and item.report.unit in office.ids
    return _due(item.report, calendar, as_of, supplies=not sender)


def supplier(judged: JudgedPlan, item: Wanted) -> str | None:
    """Return the id of who owes a figure: the unit or member whose part it is, the only one named for it, else who compiles the report.

    None for the place as a whole: nobody is named, and no report that carries it has a single sender.
    """
    if item.part.unit and not item.population:
        return item.part.unit
    named = [share.unit for share in item.measure.owners if share.unit is not None]
    if len(named) == 1 and len(item.measure.owners) == 1:
        return named[0]
    if item.part.unit is None:
        return None  # a part that the document gives to nobody
    if item.report is not None and len(item.report.duty.reporters) <= 1:
        return item.report.unit
    duties = sorted(carriers(judged, item.measure), key=lambda duty: duty.last_day is None)
    return next((duty.reporters[0] for duty in duties if len(duty.reporters) == 1 and duty.measures), None)
