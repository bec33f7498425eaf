"""Whether a figure fits what it is handed in for: its definition, its period, its unit, its breakdown, its total."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from planmonitor.assessment.figures import TOTAL, Figure
from planmonitor.assessment.parts import Part
from planmonitor.messages import N_, BadData, Hint, Message, UnknownName
from planmonitor.model.definitions import Breakdown, Definition
from planmonitor.model.periods import Period
from planmonitor.model.plans import Measure, Plan
from planmonitor.names import fold, offer
from planmonitor.workspace.draft import Draft

LARGEST = 10**12
"""No aggregate of this kind reaches it; more is a slip of the keyboard."""

COUNTS = ("numerator", "denominator", "value")
NEEDED = {"ratio": Hint.of("needs-counts-of-ratio"), "rate": Hint.of("needs-counts-of-rate"), "yes_no": Hint.of("needs-yes-or-no")}
"""What is asked for by kind of definition; of all others the one count."""


def fits_definition(definition: Definition, draft: Draft) -> None:
    """Raise BadData where a figure does not count what its definition counts, in the way it does."""
    if definition.unread:
        hint = Message.of(N_("Mend the file it stands in first."))
        raise BadData(N_("'{measure}' cannot be recorded: the definition {key} cannot be read."), hint, measure=definition.label, key=definition.key)
    if draft.counts is not None and draft.counts != definition.counts:
        raise BadData(
            N_("The figure counts {given}, but '{measure}' counts {wanted}; people-times never feed a ratio of people."),
            given=draft.counts,
            wanted=definition.counts,
            measure=definition.label,
        )
    if definition.sums:
        raise BadData(N_("'{measure}' is the total of other scores; nothing is recorded for it."), measure=definition.label)
    given = {name for name in (*COUNTS, "yes") if getattr(draft, name) is not None}
    if definition.divided and given == {"numerator"}:
        hint = Message.of(N_("Give both counts, or record the base population first."))
        raise BadData(N_("The denominator of '{measure}' is missing."), hint, measure=definition.label)
    if given != set(definition.fields):
        hint = NEEDED.get(definition.kind, Hint.of("needs-count"))
        raise BadData(N_("'{measure}' is not recorded like that."), hint, measure=definition.label)
    _fits_in_size(definition, draft)


def _fits_in_size(definition: Definition, draft: Draft) -> None:
    for figure in (getattr(draft, name) for name in COUNTS):
        if figure is not None and figure > LARGEST:
            raise BadData(N_("{figure} is too large to be a count."), figure=str(figure))
    if definition.divided and draft.numerator is not None and draft.denominator is not None and draft.numerator > draft.denominator:
        raise BadData(
            N_("The numerator {numerator} is above the denominator {denominator}."),
            Message.of(N_("Check both; people-times are not people.")),
            numerator=draft.numerator,
            denominator=draft.denominator,
        )
    if definition.kind != "score" and isinstance(draft.value, Decimal):
        raise BadData(N_("{figure} is not a whole number; '{measure}' counts whole ones."), figure=draft.value, measure=definition.label)
    if definition.maximum is not None and draft.value is not None and draft.value > definition.maximum:
        raise BadData(N_("{figure} points are more than the maximum of {maximum}."), figure=draft.value, maximum=definition.maximum)


def has_begun(period: Period, today: date) -> None:
    """Raise BadData where a period has not begun yet."""
    if period.start > today:
        raise BadData(N_("The period {period} begins on {start}; it has not begun yet."), period=period, start=period.start)


def fits_period(plan: Plan, measure: Measure, draft: Draft, period: Period, today: date) -> None:
    """Raise BadData where a period is none of the plan's, or of a comparison figure where it is one."""
    window = plan.window_of(measure)
    year = window.year(period.year)
    if not year.contains(period):
        raise BadData(
            N_("The period {period} does not lie in one reporting year; {year} runs from {start} to {end}."),
            period=period.id,
            year=year.id,
            start=year.start,
            end=year.end,
        )
    if not window.fits(period):
        raise BadData(
            N_("The period {period} ({start} to {end}) does not begin and end where the plan's months do."),
            Message.of(N_("In this plan {year} runs from {first} to {last}."), year=year.id, first=year.start, last=year.end),
            period=period.id,
            start=period.start,
            end=period.end,
        )
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
    """Return the id of the unit or member whose part a figure is; "" for the whole place.

    Raises:
        BadData: where a unit has to be named, or none may be.
        UnknownName: where there is no such unit, or it does not report the measure.
    """
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
    owners = [share.unit for share in measure.owners if share.unit]
    if unit is None:
        raise UnknownName(N_("There is no unit '{unit}' in the plan."), offer(draft.unit, tuple(item.id for item in plan.units)), unit=draft.unit)
    if whole and unit.id in owners:
        return ""
    if not measure.owners:
        raise BadData(
            N_("The plan names no unit that supplies the figure of '{measure}'; it is recorded for the whole place, {hint}."),
            Message.of(N_("To divide it, answer the plan's open question '{question}' in monitor.toml."), question=_owner_question(plan, measure)),
            measure=measure.label,
            hint=Hint.of("leave-out-unit"),
        )
    known = tuple(part.unit for part in owned if part.unit) or tuple(owners)
    raise UnknownName(N_("Unit '{unit}' does not report '{measure}'."), offer(draft.unit, known), unit=draft.unit, measure=measure.label)


def _owner_question(plan: Plan, measure: Measure) -> str:
    about = f"measure:{measure.code}"
    return next((question.id for question in plan.questions if (question.about, question.answer_type) == (about, "units")), "…")


def breakdown_of(definition: Definition, draft: Draft) -> tuple[tuple[str, str], ...]:
    """Return the breakdown of a figure, sorted.

    Raises:
        UnknownName: where the definition is not broken down like that.
    """
    known = {breakdown.key: [item.key for item in breakdown.categories] for breakdown in definition.breakdowns}
    for name, category in draft.breakdown.items():
        if name not in known:
            hint = Message.of(N_("Known: {known}."), known=tuple(known) or ("-",))
            raise UnknownName(N_("'{measure}' is not broken down by '{name}'."), hint, measure=definition.label, name=name)
        if category not in known[name]:
            hint = Message.of(N_("Known: {known}."), known=tuple(known[name]))
            raise UnknownName(N_("'{category}' is no part of the breakdown '{name}'."), hint, category=category, name=name)
    return tuple(sorted(draft.breakdown.items())) or TOTAL


def check_breakdowns(definition: Definition, figures: Iterable[Figure]) -> None:
    """Raise where the parts of a breakdown exceed their total.

    Args:
        definition: What is counted.
        figures: The figures of one place, unit and period as they would stand: the total and its parts.

    Raises:
        BadData: where the parts of a partition together, or one part of a subset, are above the total.
    """
    by_breakdown = {figure.breakdown: figure for figure in figures}
    total = by_breakdown.get(TOTAL)
    for breakdown in definition.breakdowns if total is not None else ():
        parts = [by_breakdown[key] for category in breakdown.categories if (key := ((breakdown.key, category.key),)) in by_breakdown]
        for name in COUNTS:
            _not_above(breakdown, [getattr(part, name) for part in parts], getattr(total, name))


def _not_above(breakdown: Breakdown, parts: Sequence[int | Decimal | None], total: int | Decimal | None) -> None:
    counted = [part for part in parts if part is not None]
    if total is None or not counted:
        return
    together = sum(counted) if breakdown.kind == "partition" else max(counted)
    if together > total:
        raise BadData(
            N_("The parts of '{breakdown}' ({parts}) are above the total of {total}."),
            Message.of(N_("Correct the total or the parts first.")),
            breakdown=breakdown.label,
            parts=together,
            total=total,
        )
