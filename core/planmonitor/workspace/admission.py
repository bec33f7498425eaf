"""The door: what a figure must satisfy before it is recorded (docs/domain.md, rules 7 to 9 and 15)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import evolve, frozen

from planmonitor.assessment.figures import STATE_WORDS, TOTAL, Figure
from planmonitor.assessment.parts import Part
from planmonitor.messages import N_, BadData, Hint, Message
from planmonitor.model.definitions import Definition, Population
from planmonitor.model.periods import ADMINISTRATIVE, Period
from planmonitor.model.plans import Measure, Plan
from planmonitor.privacy import clean
from planmonitor.workspace.draft import LARGEST, Draft, breakdown_of, fits_definition, fits_period, has_begun, unit_of


@frozen
class Admitted:
    """A figure that may be recorded, and what the sender should know: what was assumed or looks odd."""

    figure: Figure
    warnings: tuple[Message, ...] = ()


def admit(
    plan: Plan,
    measure: Measure,
    draft: Draft,
    *,
    place: str,
    parts: Sequence[Part],
    today: date,
    zero: bool = False,
    populations: Iterable[Figure] = (),
) -> Admitted:
    """Return the figure to record, or refuse what contradicts its definition, its plan or itself.

    `zero` says whether another plan has a zero target on what is counted. Of `populations`, the recorded figures of the base
    population at the place, that of the year is the denominator where none is given.
    """
    definition, period = measure.definition, plan.window_of(measure).parse(draft.period)
    draft, assumed = _with_population(draft, period, populations)
    fits_definition(definition, draft)
    fits_period(plan, measure, draft, period, today)
    state, early = _state(measure, draft, period, today, zero)
    figure = _figure(draft, definition, place, period, today, state)
    figure = evolve(figure, unit=unit_of(plan, measure, draft, parts), breakdown=breakdown_of(definition, draft))
    return Admitted(figure, (*early, *assumed))


def admit_population(population: Population, draft: Draft, *, place: str, today: date) -> Admitted:
    """Return the figure of a base population, or refuse what is no count of the whole place; its year is the default data window's."""
    period = ADMINISTRATIVE.parse(draft.period)
    counted = isinstance(draft.value, int) and draft.value <= LARGEST
    if not counted or (draft.numerator, draft.denominator, draft.yes) != (None, None, None):
        raise BadData(N_("'{measure}' is not recorded like that."), Hint.of("needs-count"), measure=population.label)
    if draft.counts not in {None, "people", "households", "organisations"} or draft.comparison:
        raise BadData(N_("A base population is a count of a year, neither people-times nor a comparison figure."))
    has_begun(period, today)
    figure = _figure(draft, population, place, period, today, draft.state or ("final" if period.end < today else "provisional"))
    if draft.unit or draft.breakdown:
        raise BadData(N_("A base population is recorded for the whole place, without unit or breakdown."))
    return Admitted(figure)


def _figure(draft: Draft, counted: Definition | Population, place: str, period: Period, today: date, state: str) -> Figure:
    last = min(period.end, today)
    until = draft.until or last
    if not period.start <= until <= last:
        outside = N_("The figure runs to {until}, outside {period} ({start} to {end}) or after today.")
        raise BadData(outside, until=until, period=period, start=period.start, end=period.end)
    copied = {name: getattr(draft, name) for name in ("numerator", "denominator", "value", "yes", "comparison")}
    cleaned = {name: clean(getattr(draft, name)) for name in ("supplied_by", "evidence", "note")}
    return Figure(definition=counted.key, place=place, unit="", period=period, until=until, state=state, **(copied | cleaned))


def _state(measure: Measure, draft: Draft, period: Period, today: date, zero: bool) -> tuple[str, tuple[Message, ...]]:
    """Return the state of the figure, and a warning where the period is not over."""
    zero = zero or any(target.kind == "zero_incident" for target in measure.targets)
    if zero and draft.state == "estimated":
        raise BadData(N_("A figure of what must not occur is never an estimate: record the cases known."))
    if today > period.end:
        return draft.state or "final", ()
    state = "provisional" if zero or draft.state == "provisional" else "estimated"
    warning = N_("{period} runs until {end}; the figure is taken as {state}.")
    return state, (Message.of(warning, period=period, end=period.end, state=Message.of(STATE_WORDS[state])),)


def _with_population(draft: Draft, period: Period, populations: Iterable[Figure]) -> tuple[Draft, tuple[Message, ...]]:
    """Return the draft with the recorded population of its year as denominator where none is given, and what is to be said of it.

    The part of a unit or of a breakdown is left alone: the whole population is no part's denominator.
    """
    known = [item for item in populations if item.period.year == period.year and item.breakdown == TOTAL]
    if not known or draft.numerator is None or draft.unit or draft.breakdown:
        return draft, ()
    recorded = int(max(known, key=lambda item: (item.until, item.revision)).value or 0)
    if draft.denominator is None:
        return evolve(draft, denominator=recorded), (Message.of(N_("The denominator is the recorded population: {number}."), number=recorded),)
    if draft.denominator == recorded:
        return draft, ()
    odd = N_("The denominator {denominator} is not the recorded population of {population}.")
    return draft, (Message.of(odd, denominator=draft.denominator, population=recorded),)
