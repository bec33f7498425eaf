"""The door: a figure as somebody hands it in, and what it must satisfy before it is recorded (docs/domain.md, rules 7 to 9 and 15)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal

from attrs import evolve, field, frozen

from planmonitor.assessment.records import STATE_WORDS, TOTAL, Figure, Origin
from planmonitor.messages import N_, Asked, BadData, Hint, InvalidPlan, Message, wrong_field
from planmonitor.model.definitions import Definition, Population
from planmonitor.model.periods import ADMINISTRATIVE, CALENDAR, Period
from planmonitor.model.plans import Measure, Plan
from planmonitor.model.validation import CODE
from planmonitor.privacy import clean
from planmonitor.workspace.of_form import AskedAs
from planmonitor.workspace.parts import breakdown_of

LARGEST = 10**12
"""No aggregate of this kind reaches it; more is a slip of the keyboard."""

COUNTS = ("numerator", "denominator", "value")
NEEDED = {"ratio": Hint.of("needs-counts-of-ratio"), "rate": Hint.of("needs-counts-of-rate"), "yes_no": Hint.of("needs-yes-or-no")}
"""What is asked for by kind of definition; of all others the one count."""


@frozen
class Draft:
    """A figure before it is admitted: counts already read, names still to be looked up; otherwise as in a `Figure`."""

    measure: str
    """A measure or base population: its id, the end of that, or its label."""
    period: str
    """The period as officers write it: "2026", "2026-S1", "quý II/2026"."""
    numerator: int | None = None
    denominator: int | None = None
    value: int | Decimal | None = None
    doubt: BadData | None = None
    """Why the value may be another number where what is counted need not be whole."""
    yes: bool | None = None
    yes_written: str = ""
    """The word that says so: of a count it may mean zero."""
    unit: str = ""
    """Unit id or member id, or its name; "" where none is given."""
    place: str = ""
    """Place code or name; "" for the plan's."""
    breakdown: Mapping[str, str] = field(factory=dict)
    """Category by breakdown, each by its key or a name of it; empty for the total."""
    state: str | None = None
    """ "estimated", "provisional", "final", or None to let the period decide."""
    until: date | None = None
    """The day it runs to; None for the last day of the period or today."""
    comparison: bool = False
    aside: bool = False
    """Whether an export wrote it as one that no plan followed takes: it is taken back as it is."""
    counts: str | None = None
    """What one unit of it is, where the sender declares it."""
    supplied_by: str = ""
    evidence: str = ""
    note: str = ""
    where: Origin = field(factory=Origin)
    """Where it stands in a file."""
    beside: Mapping[str, Origin] = field(factory=dict, eq=False)
    """Where its other fields stand, by name, where each has a cell of its own."""
    date_cell: bool = False
    """Whether the day it runs to is one that a spreadsheet made of what was typed, in the order of day and month of whichever language it spoke."""
    asked: AskedAs | None = field(default=None, eq=False)
    """As what a form asked for it; None where it stands in none."""
    number_cells: frozenset[str] = frozenset()
    """The names of its counts that cells of a spreadsheet hold as numbers, of which nobody sees any more what was typed."""


def admit(
    plan: Plan,
    measure: Measure,
    draft: Draft,
    *,
    place: str,
    whose: Callable[[str], tuple[str, tuple[Message, ...]]],
    today: date,
    zero: bool = False,
    recorded: Iterable[Figure] = (),
    ended: date | None = None,
) -> tuple[Figure, tuple[Message, ...]]:
    """Return the figure to record and what was assumed or looks odd, or refuse what contradicts its definition, its plan or itself.

    `whose` gives, of the name typed for a unit, the id of whose part it is and what is to be said of that, as `parts.unit_of` does. `zero` says
    whether another plan has a zero target on what is counted. `ended` is the last day of the unit that supplies it, where that was closed and has
    told of all its time. Of the `recorded` figures of the base population at the place, that of the year is the denominator where none is given.
    """
    definition, period = measure.definition, plan.window_of(measure).parse(draft.period)
    _is_one_number(definition, draft)
    draft, assumed = _with_population(draft, period, recorded)
    zero = zero or any(target.kind == "zero_incident" for target in measure.targets)
    _fits_definition(definition, draft, zero=zero)
    with wrong_field("period"):
        _fits_period(plan, measure, draft, period, today)
    last = min(period.end, ended or period.end)
    state, early = _state(draft, period, last, today, zero)
    figure = _figure(draft, definition.key, place, period, min(last, today), state)
    unit, read_unit = whose(draft.unit)
    with wrong_field("breakdown"):
        breakdown, read_parts = breakdown_of(definition, draft.breakdown)
    return evolve(figure, unit=unit, breakdown=breakdown), (*early, *assumed, *read_unit, *read_parts)


def admit_population(population: Population, draft: Draft, *, place: str, today: date) -> Figure:
    """Return the figure of a base population, or refuse what is no count of the whole place; its year is the default data window's."""
    period = ADMINISTRATIVE.parse(draft.period)
    counted = isinstance(draft.value, int) and draft.value <= LARGEST
    if not counted or (draft.numerator, draft.denominator, draft.yes) != (None, None, None):
        raise BadData(N_("'{measure}' is not recorded like that."), Hint.of("needs-count"), measure=population.label)
    if draft.counts not in {None, "people", "households", "organisations"} or draft.comparison:
        raise BadData(N_("A base population is a count of a year, neither people-times nor a comparison figure."))
    _has_begun(period, today)
    figure = _figure(draft, population.key, place, period, today, draft.state or ("final" if period.end < today else "provisional"))
    if draft.unit or draft.breakdown:
        raise BadData(N_("A base population is recorded for the whole place, without unit or breakdown."))
    return figure


def admit_aside(draft: Draft, *, place: str, today: date, definition: Definition | Population | None = None, zero: bool = False) -> Figure:
    """Return a figure that no plan followed takes, as an export wrote it, under the key of its definition; refuse what can be no figure.

    What is recorded in it may count again, as that of a `definition` followed it counts at once: so it must hold what figures of any plan do, and
    where it has the fields of the definition, what that asks of them.
    """
    period = CALENDAR.parse(draft.period)
    _has_begun(period, today)
    _is_one_number(definition, draft)
    if draft.unit and not CODE.fullmatch(draft.unit):
        raise BadData(N_("'{given}' is no id of a unit; a figure left aside names its unit by id."), given=draft.unit)
    _fits_in_size(definition if isinstance(definition, Definition) and _has_fields(definition, draft) else None, draft)
    if zero and draft.state == "estimated":
        raise BadData(N_("A figure of what must not occur is never an estimate: record the cases known."))
    if isinstance(definition, Population):
        return admit_population(definition, draft, place=place, today=today)
    try:
        figure = _figure(draft, draft.measure, place, period, today, draft.state or "final")
        return evolve(figure, unit=draft.unit, breakdown=tuple(sorted(draft.breakdown.items())))
    except InvalidPlan as error:
        raise BadData(N_("The figure left aside cannot be taken: {error}"), error=error.message) from error


def _is_one_number(definition: Definition | Population | None, draft: Draft) -> None:
    """Raise what is in doubt about a value, unless what is counted is counted in whole numbers: of those "1.003" is one."""
    if draft.doubt is not None and (definition is None or (isinstance(definition, Definition) and definition.kind == "score")):
        raise draft.doubt


def _has_fields(definition: Definition, draft: Draft) -> bool:
    return {name for name in (*COUNTS, "yes") if getattr(draft, name) is not None} == set(definition.fields)


def _figure(draft: Draft, key: str, place: str, period: Period, today: date, state: str) -> Figure:
    last = min(period.end, today)
    until = draft.until or last
    if not period.start <= until <= period.end:
        outside = N_("The figure runs to {until}, outside {period} ({start} to {end}).")
        raise BadData(outside, until=until, period=period, start=period.start, end=period.end).of_field("until")
    if until > today:
        raise BadData(N_("The figure runs to {until}, after today."), until=until).of_field("until")
    if draft.date_cell and until.day <= 12 and until.day != until.month:
        _is_one_day(until, period, today)
    copied = {name: getattr(draft, name) for name in ("numerator", "denominator", "value", "yes", "comparison")}
    cleaned = {name: clean(getattr(draft, name)) for name in ("supplied_by", "evidence", "note")}
    return Figure(definition=key, place=place, unit="", period=period, until=until, state=state, **(copied | cleaned))


def _is_one_day(until: date, period: Period, today: date) -> None:
    """Ask where the day may have been typed into a spreadsheet that puts the month first, and the period does not tell."""
    other = date(until.year, until.day, until.month)
    if period.start <= other <= min(period.end, today):
        asked = N_("The figure runs to {until}, or, where the spreadsheet took the month first, to {other}.")
        hint = Message.of(N_("Write the day as a text, with an apostrophe before it."))
        raise Asked(asked, hint, until=until, other=other).of_field("until").offering("month-first", until.isoformat(), until, other)


def _state(draft: Draft, period: Period, last: date, today: date, zero: bool) -> tuple[str, tuple[Message, ...]]:
    """Return the state of the figure, and a warning where the last day it has to run to is not over."""
    if zero and draft.state == "estimated":
        raise BadData(N_("A figure of what must not occur is never an estimate: record the cases known."))
    if today > last:
        if draft.state is not None or draft.until is None or draft.until >= last:
            return draft.state or "final", ()
        state = "provisional" if zero else "estimated"
        early = N_("The figure runs to {until} only, and {period} to {end}; it is taken as {state}.")
        return state, (Message.of(early, until=draft.until, period=period, end=last, state=Message.of(STATE_WORDS[state])),)
    state = "provisional" if zero or draft.state == "provisional" else "estimated"
    warning = N_("{period} runs until {end}; the figure is taken as {state}.")
    return state, (Message.of(warning, period=period, end=period.end, state=Message.of(STATE_WORDS[state])),)


def _with_population(draft: Draft, period: Period, recorded: Iterable[Figure]) -> tuple[Draft, tuple[Message, ...]]:
    """Return the draft with the recorded population of its year as denominator where none is given, and what is to be said of it.

    The part of a unit or of a breakdown is left alone: the whole population is no part's denominator.
    """
    of_year = (one for one in recorded if one.period.year == period.year and one.breakdown == TOTAL)
    known = [(one.until, one.revision, one.value, one.period) for one in of_year if one.value is not None]
    if not known or draft.numerator is None or draft.unit or draft.breakdown:
        return draft, ()
    _until, _revision, value, recorded_for = max(known)
    population = int(value)
    if draft.denominator is None:
        return evolve(draft, denominator=population), (_of_population(population, recorded_for),)
    if draft.denominator == population:
        return draft, ()
    odd = N_("The denominator {denominator} is not the recorded population of {population} ({period}).")
    return draft, (Message.of(odd, denominator=draft.denominator, population=population, period=recorded_for),)


def _of_population(number: int, recorded_for: Period) -> Message:
    return Message.of(N_("The denominator is the recorded population: {number} ({period})."), number=number, period=recorded_for)


def _fits_definition(definition: Definition, draft: Draft, *, zero: bool) -> None:
    label = definition.label
    if definition.unread:
        hint = Message.of(N_("Mend the file it stands in first."))
        raise BadData(N_("'{measure}' cannot be recorded: the definition {key} cannot be read."), hint, measure=label, key=definition.key)
    if draft.counts not in {None, definition.counts}:
        other = N_("The figure counts {given}, but '{measure}' counts {wanted}; people-times never feed a ratio of people.")
        raise BadData(other, given=draft.counts, wanted=definition.counts, measure=label)
    if definition.sums:
        raise BadData(N_("'{measure}' is the total of other scores; nothing is recorded for it."), measure=label)
    given = {name for name in (*COUNTS, "yes") if getattr(draft, name) is not None}
    # A case of what must not occur stands by itself, also where nobody knows of how many.
    alone = definition.divided and given == {"numerator"}
    if alone and not zero:
        hint = Message.of(N_("Give both counts, or record the base population first."))
        raise BadData(N_("The denominator of '{measure}' is missing."), hint, measure=label).of_field("denominator")
    if given == {"yes"} and definition.kind != "yes_no":
        raise _asked_of_state(definition, draft)
    if not alone and given != set(definition.fields):
        otherwise = BadData(N_("'{measure}' is not recorded like that."), NEEDED.get(definition.kind, Hint.of("needs-count")), measure=label)
        too_many = [name for name in (*COUNTS, "yes") if name in given and name not in definition.fields]
        raise otherwise.of_field(too_many[0]) if too_many else otherwise
    _fits_in_size(definition, draft)


def _asked_of_state(definition: Definition, draft: Draft) -> BadData:
    """Return what is said of a state in the place of a count: a "no" is asked about, for it may mean zero."""
    neither, label = N_("'{measure}' is a count, and yes or no is none."), definition.label
    if draft.yes:
        return BadData(neither, NEEDED.get(definition.kind, Hint.of("needs-count")), measure=label)
    asked = Asked(neither, Message.of(N_("Where there was nothing write 0; where it is not known leave it empty.")), measure=label)
    return asked.offering("word", draft.yes_written, *((0, None) if "value" in definition.fields else (None,)))


def _fits_in_size(definition: Definition | None, draft: Draft) -> None:
    """Raise BadData where counts contradict each other, or the definition where it is known."""
    numerator, denominator, value = draft.numerator, draft.denominator, draft.value
    for figure in (numerator, denominator, value):
        if figure is not None and figure > LARGEST:
            raise BadData(N_("{figure} is too large to be a count."), figure=str(figure))
    if numerator is not None and denominator is not None and numerator > denominator:
        hint = Message.of(N_("Check both; people-times are not people."))
        raise BadData(N_("The numerator {numerator} is above the denominator {denominator}."), hint, numerator=numerator, denominator=denominator)
    if definition is None:
        return
    if definition.kind != "score" and isinstance(value, Decimal):
        raise BadData(N_("{figure} is not a whole number; '{measure}' counts whole ones."), figure=value, measure=definition.label)
    if definition.maximum is not None and value is not None and value > definition.maximum:
        raise BadData(N_("{figure} points are more than the maximum of {maximum}."), figure=value, maximum=definition.maximum)


def _has_begun(period: Period, today: date) -> None:
    if period.start > today:
        raise BadData(N_("The period {period} begins on {start}; it has not begun yet."), period=period, start=period.start)


def _fits_period(plan: Plan, measure: Measure, draft: Draft, period: Period, today: date) -> None:
    """Raise BadData where a period is none of the plan's, or of a comparison figure where it is one."""
    window = plan.window_of(measure)
    year = window.year(period.year)
    if not year.contains(period):
        across = N_("The period {period} does not lie in one reporting year; {year} runs from {start} to {end}.")
        raise BadData(across, period=period.id, year=year.id, start=year.start, end=year.end)
    if not window.fits(period):
        askew = N_("The period {period} ({start} to {end}) does not begin and end where the plan's months do.")
        hint = Message.of(N_("In this plan {year} runs from {first} to {last}."), year=year.id, first=year.start, last=year.end)
        raise BadData(askew, hint, period=period.id, start=period.start, end=period.end)
    _has_begun(period, today)
    covered = plan.covers(measure, period)
    if not covered and not draft.comparison:
        start = plan.end + timedelta(days=1) if plan.is_beyond(measure) else plan.start
        outside = N_("The period {period} lies outside the plan ({start} to {end}).")
        raise BadData(outside, Hint.of("mark-comparison"), period=period, start=start, end=plan.last_day_of(measure))
    if covered and draft.comparison:
        raise BadData(N_("The period {period} is one of the plan's own; {hint}."), period=period, hint=Hint.of("leave-out-comparison"))
    if draft.comparison and not (draft.evidence.strip() or draft.note.strip()):
        raise BadData(N_("A comparison figure needs its source."), Hint.of("name-evidence")).of_field("evidence")
