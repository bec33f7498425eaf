"""A figure as somebody hands it in, and whether it fits what it is for: its definition, period, unit, breakdown and total."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import product

from attrs import field, frozen

from planmonitor.assessment.figures import TOTAL, Figure
from planmonitor.assessment.parts import Part
from planmonitor.messages import N_, BadData, Hint, Message, UnknownName
from planmonitor.model.definitions import Definition
from planmonitor.model.periods import Period
from planmonitor.model.plans import Measure, Plan
from planmonitor.names import fold, offer

LARGEST = 10**12
"""No aggregate of this kind reaches it; more is a slip of the keyboard."""

COUNTS = ("numerator", "denominator", "value")
NEEDED = {"ratio": Hint.of("needs-counts-of-ratio"), "rate": Hint.of("needs-counts-of-rate"), "yes_no": Hint.of("needs-yes-or-no")}
"""What is asked for by kind of definition; of all others the one count."""


@frozen
class Draft:
    """A figure before it is admitted: counts already read, names still to be looked up; otherwise as in a `Figure`.

    Attributes:
        measure: Id of a measure or base population, or the end of one.
        period: The period as officers write it: "2026", "2026-S1", "quý II/2026".
        unit: Unit id or member id, or its name; "" where none is given.
        place: Place code or name; "" for the plan's.
        breakdown: Category key by breakdown key; empty for the total.
        state: "estimated", "provisional", "final", or None to let the period decide.
        until: The day it runs to; None for the last day of the period or today.
        counts: What one unit of it is, where the sender declares it.
        where: Where it stands in a file ("so-lieu.csv:12"); "" where it was typed in.
    """

    measure: str
    period: str
    numerator: int | None = None
    denominator: int | None = None
    value: int | Decimal | None = None
    yes: bool | None = None
    unit: str = ""
    place: str = ""
    breakdown: Mapping[str, str] = field(factory=dict)
    state: str | None = None
    until: date | None = None
    comparison: bool = False
    counts: str | None = None
    supplied_by: str = ""
    evidence: str = ""
    note: str = ""
    where: str = ""


def fits_definition(definition: Definition, draft: Draft) -> None:
    """Raise BadData where a figure does not count what its definition counts, in the way it does."""
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
    if definition.divided and given == {"numerator"}:
        hint = Message.of(N_("Give both counts, or record the base population first."))
        raise BadData(N_("The denominator of '{measure}' is missing."), hint, measure=label)
    if given != set(definition.fields):
        hint = NEEDED.get(definition.kind, Hint.of("needs-count"))
        raise BadData(N_("'{measure}' is not recorded like that."), hint, measure=label)
    _fits_in_size(definition, draft)


def _fits_in_size(definition: Definition, draft: Draft) -> None:
    numerator, denominator, value = draft.numerator, draft.denominator, draft.value
    for figure in (numerator, denominator, value):
        if figure is not None and figure > LARGEST:
            raise BadData(N_("{figure} is too large to be a count."), figure=str(figure))
    if numerator is not None and denominator is not None and numerator > denominator:
        above = N_("The numerator {numerator} is above the denominator {denominator}.")
        hint = Message.of(N_("Check both; people-times are not people."))
        raise BadData(above, hint, numerator=numerator, denominator=denominator)
    if definition.kind != "score" and isinstance(value, Decimal):
        raise BadData(N_("{figure} is not a whole number; '{measure}' counts whole ones."), figure=value, measure=definition.label)
    if definition.maximum is not None and value is not None and value > definition.maximum:
        raise BadData(N_("{figure} points are more than the maximum of {maximum}."), figure=value, maximum=definition.maximum)


def has_begun(period: Period, today: date) -> None:
    """Raise BadData where a period has not begun yet."""
    if period.start > today:
        raise BadData(N_("The period {period} begins on {start}; it has not begun yet."), period=period, start=period.start)


def fits_period(plan: Plan, measure: Measure, draft: Draft, period: Period, today: date) -> None:
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
    has_begun(period, today)
    covered = plan.covers(measure, period)
    if not covered and not draft.comparison:
        outside = N_("The period {period} lies outside the plan ({start} to {end}).")
        raise BadData(outside, Hint.of("mark-comparison"), period=period, start=plan.start, end=plan.end)
    if covered and draft.comparison:
        raise BadData(N_("The period {period} is one of the plan's own; {hint}."), period=period, hint=Hint.of("leave-out-comparison"))
    if draft.comparison and not (draft.evidence.strip() or draft.note.strip()):
        raise BadData(N_("A comparison figure needs its source."), Hint.of("name-evidence"))


def unit_of(plan: Plan, measure: Measure, draft: Draft, parts: Sequence[Part]) -> str:
    """Return the id of the unit or member whose part a figure is, "" for the whole place; refuse a unit that does not report it."""
    owned = [part for part in parts if part.unit is not None]
    whole = any(part.unit == "" for part in parts)
    if not draft.unit:
        if whole:
            return ""
        units = tuple(part.unit for part in owned)
        raise BadData(N_("'{measure}' is reported by several units: {units}."), Hint.of("say-unit"), measure=measure.label, units=units)
    unit = next((unit for unit in plan.units if unit.is_called(draft.unit)), None)
    for part in owned:
        if part.unit in {draft.unit, unit.id if unit else draft.unit} or (part.name and fold(draft.unit) == fold(part.name.vi)):
            return part.unit or ""
    if unit is None:
        raise UnknownName(N_("There is no unit '{unit}' in the plan."), offer(draft.unit, tuple(item.id for item in plan.units)), unit=draft.unit)
    owners = tuple(share.unit for share in measure.owners if share.unit)
    if whole and unit.id in owners:
        return ""
    if not measure.owners:
        asked = (f"measure:{measure.code}", "units")
        question = next((question.id for question in plan.questions if (question.about, question.answer_type) == asked), "…")
        raise BadData(
            N_("The plan names no unit that supplies the figure of '{measure}'; it is recorded for the whole place, {hint}."),
            Message.of(N_("To divide it, answer the plan's open question '{question}' in monitor.toml."), question=question),
            measure=measure.label,
            hint=Hint.of("leave-out-unit"),
        )
    known = tuple(part.unit for part in owned if part.unit) or owners
    raise UnknownName(N_("Unit '{unit}' does not report '{measure}'."), offer(draft.unit, known), unit=draft.unit, measure=measure.label)


def breakdown_of(definition: Definition, draft: Draft) -> tuple[tuple[str, str], ...]:
    """Return the breakdown of a figure, sorted; refuse one that the definition does not have."""
    known = {breakdown.key: tuple(item.key for item in breakdown.categories) for breakdown in definition.breakdowns}
    for name, category in draft.breakdown.items():
        if name not in known:
            hint = Message.of(N_("Known: {known}."), known=tuple(known) or ("-",))
            raise UnknownName(N_("'{measure}' is not broken down by '{name}'."), hint, measure=definition.label, name=name)
        if category not in known[name]:
            hint = Message.of(N_("Known: {known}."), known=known[name])
            raise UnknownName(N_("'{category}' is no part of the breakdown '{name}'."), hint, category=category, name=name)
    return tuple(sorted(draft.breakdown.items()))


def check_breakdowns(definition: Definition, figures: Iterable[Figure]) -> None:
    """Raise BadData where, of one place, unit and period, the parts of a partition together or one of a subset are above the total."""
    by_breakdown = {figure.breakdown: figure for figure in figures}
    total = by_breakdown.get(TOTAL)
    for breakdown, name in product(definition.breakdowns if total is not None else (), COUNTS):
        keys = [((breakdown.key, category.key),) for category in breakdown.categories]
        given = [getattr(by_breakdown[key], name) for key in keys if key in by_breakdown]
        counted = [number for number in given if number is not None]
        together = sum(counted) if breakdown.kind == "partition" else max(counted, default=0)
        whole = getattr(total, name)
        if whole is not None and together > whole:
            above = N_("The parts of '{breakdown}' ({parts}) are above the total of {total}.")
            hint = Message.of(N_("Correct the total or the parts first."))
            raise BadData(above, hint, breakdown=breakdown.label, parts=together, total=whole)
