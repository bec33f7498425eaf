"""Who owes which report by when, what of it is in, and whether it was sent (docs/domain.md, rules 16 to 20)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from attrs import evolve

from planmonitor.assessment.breakdowns import Summed, together, with_totals
from planmonitor.assessment.doubts import Doubt, doubts
from planmonitor.assessment.group_letters import letter_of
from planmonitor.assessment.known import Known
from planmonitor.assessment.letters import ReportLetters, Sent, letters
from planmonitor.assessment.over_time import longest_first
from planmonitor.assessment.records import Figure, MemberUnit
from planmonitor.assessment.results import Case, Occurrence
from planmonitor.assessment.rollup import WHOLE_PLACE, Evidence, Implied, cases_in, expected_parts, implied_by, implying, year_of_case
from planmonitor.assessment.values import Part
from planmonitor.assessment.workdays import Calendar
from planmonitor.model.definitions import Definition
from planmonitor.model.duties import Duty
from planmonitor.model.periods import Period
from planmonitor.model.plans import Measure, Plan, Unit
from planmonitor.model.set_days import set_for

Owed = tuple[Measure, Part]
"""A figure that a report carries: its measure, and the part it is of."""

Figures = Mapping[tuple[str, str], Sequence[Figure]]
"""The totals recorded, by definition and unit."""


def occurrences(plan: Plan, known: Known, totals: Mapping[str, Sequence[Figure]], as_of: date) -> tuple[Occurrence, ...]:
    """Return every report that the duties of a plan, with what the place settled and letters set, order, with its state on a day.

    Two facts are told of each: how many of its figures are in, and whether its sending was recorded; what is typed sends no report and makes none
    late (rule 19). Sorted by last day: what has arisen first, what is undated last. `totals` are the figures by definition (`with_totals`).
    """
    figures = by_unit(totals)
    found: list[Occurrence] = []
    for duty in plan.duties:
        reporters = [unit for name in duty.reporters if (unit := plan.unit(name)) is not None]
        sent = letters(plan.id, duty.id, known.sendings)
        items = [*_dated(plan, duty, reporters, figures, known, as_of)]
        if not duty.has_day and not (items and duty.kind == "ad_hoc"):
            items += _undated(plan, duty, reporters, sent, known, as_of)
        items = [*_sent_besides(plan, duty, reporters, figures, sent, items, known, as_of), *items]
        found += [_stands(plan, item, sent, known, as_of) for item in items]
    return tuple(sorted(found, key=lambda item: (item.state != "arisen", item.last_day or date.max, item.duty.id, item.unit or "")))


def by_unit(totals: Mapping[str, Sequence[Figure]]) -> Figures:
    """Return the totals recorded, by definition and unit: no figure to compare with, and none that lacks parts."""
    figures: dict[tuple[str, str], list[Figure]] = {}
    for figure in (one for of_definition in totals.values() for one in of_definition):
        if not figure.comparison and not (isinstance(figure, Summed) and figure.lacking):
            figures.setdefault((figure.definition, figure.unit), []).append(figure)
    return figures


def wanting(plan: Plan, item: Occurrence, figures: Figures, units: Sequence[MemberUnit], as_of: date) -> list[Owed]:
    """Return the figures that a report carries and that are not in hand: as many as it expects beyond those received.

    Of a report of several units, looked at without a unit, those that nobody is named for.

    Args:
        plan: The plan that orders it, with what the place settled.
        item: The report.
        figures: The totals recorded (`by_unit`).
        units: The registered members of groups.
        as_of: The day.
    """
    if item.period is None:
        return []
    reporters = [unit for name in item.duty.reporters if (unit := plan.unit(name)) is not None]
    owing = figures_owed(plan, item.duty, reporters, units, item.period, as_of)
    return next((_not_in(owed, figures, item.period) for unit, owed in owing if (unit.id if unit else None) == item.unit), [])


def _dated(plan: Plan, duty: Duty, reporters: list[Unit], figures: Figures, known: Known, as_of: date) -> Iterator[Occurrence]:
    """Yield the reports of a duty that have a last day: one for every period that has one, and every unit that owes figures."""
    for period, printed in due_periods(plan, duty, known.calendar):
        # A unit that an act has ended before that day owes nothing any more.
        existing = [unit for unit in reporters if unit.ended is None or (printed or period.end) <= unit.ended]
        for unit, owed in figures_owed(plan, duty, existing, known.units, period, as_of) if existing or not reporters else ():
            if unit is None and reporters:
                continue  # what nobody is named for is wanted of the place, which has no letter of its own beside those of the reporters
            letter = set_for(plan.deadlines.get(duty.id, ()), period, unit.id if unit else None, printed)
            day = letter.day_for(period) if letter is not None else printed if not _is_answered(plan, duty) else None
            if day is not None and _is_owed(plan, duty, period, day, asked=letter is not None and letter.period is not None):
                moved = printed if letter is not None and printed != day and not _is_answered(plan, duty) else None
                item = Occurrence(duty, *_id_and_name(unit), period, day, "not_due", expected=len(owed), received=_in(owed, figures, period))
                yield evolve(item, set_by=letter, printed_day=moved, calendar=known.calendar)


def _undated(plan: Plan, duty: Duty, reporters: list[Unit], sent: Sent, known: Known, as_of: date) -> Iterator[Occurrence]:
    """Yield the reports of a duty without a last day: those that cases have made due, and one for all that may still come."""
    reporter = reporters[0] if len(reporters) == 1 else None
    arisen = list(_arisen(plan, duty, reporter, sent, known, as_of)) if duty.kind == "on_event" else []
    yield from arisen
    if not arisen:
        yield Occurrence(duty, *_id_and_name(reporter), None, None, "undated" if duty.kind == "undated" else "not_asked")


def _sent_besides(
    plan: Plan, duty: Duty, reporters: list[Unit], figures: Figures, sent: Sent, items: Sequence[Occurrence], known: Known, as_of: date
) -> Iterator[Occurrence]:
    """Yield the reports that were sent and that nobody asked for: at any time, on an event, or before the duty had a last day."""
    asked = {(item.unit or "", item.period) for item in items}
    for unit, period in sent:
        if (unit, period) not in asked:
            owing = figures_owed(plan, duty, reporters, known.units, period, as_of) if duty.kind != "on_event" else ()
            owed = next((parts for who, parts in owing if (who.id if who else "") == unit), [])
            member = next((entry for entry in known.units if entry.id == unit), None)
            named = (member.id, member.name) if member is not None else _id_and_name(plan.unit(unit)) if unit else (None, None)
            group = next(
                (item for item in items if member is not None and item.period == period and member.belongs_to(plan.id, item.unit or "")), None
            )
            if group is not None:
                yield evolve(group, unit=named[0], unit_name=named[1], expected=0, received=0)
                continue
            yield Occurrence(duty, *named, period, None, "not_asked", expected=len(owed), received=_in(owed, figures, period))


def _id_and_name(unit: Unit | None) -> tuple[str | None, str | None]:
    return (unit.id, unit.name) if unit else (None, None)


def _is_answered(plan: Plan, duty: Duty) -> bool:
    """Return whether the last day of a duty is the place's answer, where its document sets none."""
    return any(one.answered for one in plan.deadlines.get(duty.id, ()))


def due_periods(plan: Plan, duty: Duty, calendar: Calendar) -> Iterator[tuple[Period, date | None]]:
    """Yield every period that a duty reports on, with the last day in time its document sets; None where it sets none and a letter does.

    Of the periods of the plan's years, those that ended before the plan are not among them: of them nothing is owed.
    """
    asked = [one.period for one in plan.deadlines.get(duty.id, ()) if one.period is not None]
    lasting = any(one.period is None for one in plan.deadlines.get(duty.id, ()))
    own = [period for year in plan.years() for period in duty.periods(year, plan.window)] if duty.has_day or lasting else []
    for period in dict.fromkeys([*own, *asked]):
        if period.end >= plan.start:
            counted = duty.working_days is not None and calendar.knows(period.end)
            yield period, calendar.after_working_days(period.end, duty.working_days or 0) if counted else duty.day_for(period)


def _is_owed(plan: Plan, duty: Duty, period: Period, last_day: date, *, asked: bool) -> bool:
    """Return whether a report is owed: not where it fell due before the plan, or the act it carries out, was issued; always where a letter asks."""
    known = [day for day in (plan.document.issued, duty.valid_from) if day is not None]
    return asked or all(day <= last_day for day in known)


def _stands(plan: Plan, item: Occurrence, sent: Sent, known: Known, as_of: date) -> Occurrence:
    """Return a report with its state: by the date of the letter where its sending was recorded, else by its last day."""
    if item.period is not None and item.duty.kind != "on_event":
        sending, unsent = letter_of(plan.id, item.unit or "", item.period, item.last_day, sent, known.units, as_of)
    else:
        sending = sent.get((item.unit or "", item.period), ReportLetters()).shown if item.period is not None else None
        unsent = ()
    item = evolve(item, sending=sending, unsent=unsent)
    if sending is not None and sending.act != "return" and not item.cases:
        late = (sending.dated - item.last_day).days if sending.dated is not None and item.last_day is not None else 0
        return evolve(item, state="late", late_days=late) if late > 0 else evolve(item, state="on_time")
    if item.last_day is None or as_of <= item.last_day:
        return item
    if sending is None and plan.document.issued is None and item.duty.valid_from is not None and item.duty.valid_from.year == item.last_day.year:
        return evolve(item, state="undecided")  # the act it carries out is of that year; whether the plan was issued by that day nobody says
    if sending is None and not _is_followed(item, item.last_day, known.since):
        return evolve(item, state="before_use")
    return evolve(item, state="overdue", late_days=(as_of - item.last_day).days)


def _is_followed(item: Occurrence, last_day: date, since: date | None) -> bool:
    """Return whether a report is followed up: due, by its letter or as printed, after the first entry, or its day set here by a letter of its own."""
    asked = item.set_by is not None and item.set_by.period is not None
    return asked or (since is not None and since <= max(last_day, item.printed_day or last_day))


def _arisen(plan: Plan, duty: Duty, reporter: Unit | None, sent: Sent, known: Known, as_of: date) -> Iterator[Occurrence]:
    """Yield the report of every year in which a measure that the duty carries counted a case, with the cases that none sent tells of.

    Where several units may report, a letter of any of them tells of the cases.
    """
    carried = [measure for measure in plan.measures if measure.code in duty.measures]
    for year in plan.years():
        period = (duty.window or plan.window).year(year)
        told = max((letter.revision for (_unit, span), these in sent.items() if span == period for letter in these.standing), default=0)
        now = [(measure, _cases(plan, measure, year, known.figures, known, as_of)) for measure in carried]
        counted = [(measure, count) for measure, count in now if count]
        doubtful = any(_across(plan, measure, year, known.figures, known, as_of) for measure, _count in counted)
        new = [
            _since_letter(plan, measure, year, count, told, known, as_of) if told else Case(measure, count, _since(plan, measure, period, known))
            for measure, count in counted
        ]
        cases = tuple(case for case in new if case.count > 0)
        answered = any(span == period for _unit, span in sent)
        # A case of which nobody knows the day is settled first, and open until then.
        unfollowed = not answered and not doubtful and (known.since is None or period.end < known.since)
        own = (reporter.id if reporter else "", period) in sent
        if cases or (counted and own):
            state = "before_use" if unfollowed else "arisen" if cases else "not_asked"
            yield Occurrence(duty, *_id_and_name(reporter), period, None, state, cases=() if unfollowed else cases)


def _since(plan: Plan, measure: Measure, period: Period, known: Known) -> date | None:
    """Return the day on which the first of the cases of a period was recorded that stand; None where nobody knows."""
    keys = {measure.definition.key, *(definition.key for definition in implying(measure.definition.key, known.implying(plan)))}
    first: dict[object, date] = {}
    for figure in known.journal or known.figures:
        if figure.definition in keys and figure.period.overlaps(period) and not figure.comparison:
            if figure.counted in {None, 0}:
                first.pop(figure.key, None)
            elif figure.recorded_at is not None:
                first.setdefault(figure.key, figure.recorded_at.date())
    return min(first.values(), default=None)


def _since_letter(plan: Plan, measure: Measure, year: int, count: int | Decimal, told: int, known: Known, as_of: date) -> Case:
    """Return the cases of which no letter tells, the last of them recorded after a revision, and the day on which they became more than it told.

    It tells of those there were, and of no more than there were since: a case that is corrected away and recorded again is a new one to whoever read
    the letter; a correction that was taken back never was.
    """
    keys = {measure.definition.key, *(definition.key for definition in implying(measure.definition.key, known.implying(plan)))}
    revisions = [figure for figure in known.journal if figure.definition in keys]
    held = {figure.key: figure for figure in revisions if figure.revision <= told}
    fewest = before = _cases(plan, measure, year, held.values(), known, as_of)
    since: date | None = None
    back = {figure.takes_back for figure in revisions}
    later = (one for one in revisions if one.revision > told and one.revision not in back and one.takes_back <= told)
    for _act, same_act in groupby(later, key=lambda figure: figure.recorded_at or figure.revision):  # what one act records holds at once
        act = [*same_act]
        held |= {figure.key: figure for figure in act}
        number = _cases(plan, measure, year, held.values(), known, as_of)
        fewest = min(fewest, number)
        if before <= fewest < number:
            since = act[0].recorded_at.date() if act[0].recorded_at is not None else None
        before = number
    return Case(measure, count - fewest, since)


def _cases(plan: Plan, measure: Measure, year: int, figures: Iterable[Figure], known: Known, as_of: date) -> int | Decimal:
    """Return how many cases of what a measure counts are in figures of a reporting year (`cases_in`); else those that may lie in it.

    A case that follows from what something else counts is one at the least.
    """
    recorded = [one for one in figures if one.counted is not None]
    whole = plan.window_of(measure).year(year)
    parts = expected_parts(plan, measure, known.units, min(as_of, whole.end), whole.start)
    inside = cases_in(Evidence(plan, measure, "", measure.target_on(as_of), as_of, year, parts, _totals(measure.definition, recorded)), year)
    if inside or _is_implied(plan, measure, year, recorded, known, as_of):
        return inside or 1
    across = _across(plan, measure, year, recorded, known, as_of)
    own = [doubt.case for doubt in across if doubt.case.definition == measure.definition.key]
    return together(longest_first(own)) if own else int(bool(across))


def _totals(definition: Definition, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    return with_totals((one for one in figures if one.definition == definition.key), definition)


def _implied(plan: Plan, measure: Measure, figures: Sequence[Figure], known: Known, as_of: date) -> tuple[Implied, ...]:
    """Return the cases of something else by which what must not occur did."""
    if measure.target_on(as_of).kind != "zero_incident":
        return ()
    definitions = implying(measure.definition.key, known.implying(plan))
    return implied_by(plan, measure, definitions, {item.key: _totals(item, figures) for item in definitions})


def _is_implied(plan: Plan, measure: Measure, year: int, figures: Sequence[Figure], known: Known, as_of: date) -> bool:
    """Return whether what must not occur did in a reporting year because something else did."""
    cases = (case.figure for case in _implied(plan, measure, figures, known, as_of))
    return any(case.period.start <= as_of and year_of_case(case, plan.window_of(measure)) == year for case in cases)


def _across(plan: Plan, measure: Measure, year: int, figures: Sequence[Figure], known: Known, as_of: date) -> list[Doubt]:
    """Return the cases of what must not occur that lie across a reporting year, which is the last of the plan's that they touch."""
    if all(target.kind != "zero_incident" for target in measure.targets):
        return []
    found = doubts(plan, measure, _totals(measure.definition, figures), _implied(plan, measure, figures, known, as_of))
    return [doubt for doubt in found if doubt.year.year == year and doubt.case.period.start <= as_of]


def _in(owed: Sequence[Owed], figures: Figures, period: Period) -> int:
    """Return how many of the figures owed are in hand for a period."""
    return len(owed) - len(_not_in(owed, figures, period))


def _not_in(owed: Sequence[Owed], figures: Figures, period: Period) -> list[Owed]:
    """Return those of the figures owed that are not in hand; a group's own stands for its members until one of them reports."""
    have = {
        (measure.code, part.unit): _covers(figures.get((measure.definition.key, part.unit or ""), ()), measure, period, part)
        for measure, part in owed
    }
    reporting = {(measure.code, part.group) for measure, part in owed if part.group and have[measure.code, part.unit]}

    def told_by(measure: Measure, *units: str | None) -> list[Figure]:
        return [figure for unit in units for figure in figures.get((measure.definition.key, unit or ""), ())]

    return [
        (measure, part)
        for measure, part in owed
        if not have[measure.code, part.unit]
        and not (
            part.group != ""
            and (measure.code, part.group) not in reporting
            and any(_covers(told_by(measure, part.unit, whole), measure, period, part) for whole in (part.group, ""))
        )
    ]


def _covers(figures: Sequence[Figure], measure: Measure, period: Period, part: Part) -> bool:
    """Return whether figures of one part tell of a whole period, or of the days of it on which the part exists.

    Halves cover their year, and what is cumulative or a state its last day.
    """
    inside, wanted = [figure for figure in figures if period.contains(figure.period)], part.within(period) or period
    if measure.definition.done_once and any(figure.yes for figure in inside):
        return True  # a task done in the first half is done in the year
    if measure.definition.over_time in {"cumulative", "point_in_time"}:
        return any(figure.period.end >= wanted.end for figure in inside)
    told = [
        Period(figure.period.id, max(figure.period.start, wanted.start), min(figure.period.end, wanted.end)).days
        for figure in longest_first(inside)
        if figure.period.overlaps(wanted)
    ]
    return sum(told) == wanted.days


def figures_owed(
    plan: Plan, duty: Duty, reporters: list[Unit], units: Sequence[MemberUnit], period: Period, as_of: date
) -> Iterator[tuple[Unit | None, list[Owed]]]:
    """Yield who owes which figures in a duty on a period; of an orientation beyond the plan nothing before its own years.

    A single reporter of measures that the duty names compiles them all. Several owe what each supplies; what nobody is named
    for is the single reporter's, else the place's. A reporter that supplies no figure still owes its report.
    """
    recorded = [measure for measure in plan.measures if not measure.definition.sums and plan.first_day_of(measure) <= period.end]
    carried = [measure for measure in recorded if (not duty.measures and measure.scope == "target") or measure.code in duty.measures]
    day = min(as_of, period.end)
    parts = [(measure, part) for measure in carried for part in expected_parts(plan, measure, units, day, min(period.start, day))]
    if len(reporters) == 1 and duty.measures:
        yield reporters[0], parts
        return
    nobody = [(measure, WHOLE_PLACE) for measure in carried if not measure.owners]
    for unit in reporters:
        own = [(measure, part) for measure, part in parts if _supplies(unit.id, measure, part)]
        yield unit, own + nobody if len(reporters) == 1 else own
    if nobody and len(reporters) != 1:
        yield None, nobody


def _supplies(unit: str, measure: Measure, part: Part) -> bool:
    """Return whether a unit owes a part of a measure's figure: its own, those of its members, and as the only owner the whole."""
    owners = [share.unit for share in measure.owners]
    return unit in owners and (unit in (part.unit, part.group) or (part.unit == "" and owners == [unit]))
