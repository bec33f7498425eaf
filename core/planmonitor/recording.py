"""What a figure must satisfy before it is recorded: the door (docs/domain.md, rules 7 to 9 and 15)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from attrs import evolve, frozen

from planmonitor.assessment.combine import Part
from planmonitor.assessment.figures import STATE_WORDS, TOTAL, Figure
from planmonitor.messages import N_, BadData, Message, UnknownName
from planmonitor.model.definitions import Breakdown, Definition
from planmonitor.model.periods import Period
from planmonitor.model.plans import Measure, Plan
from planmonitor.names import fold, offer
from planmonitor.privacy import clean

LARGEST = 10**12
"""No aggregate of this kind reaches it; more is a slip of the keyboard."""


@frozen
class Draft:
    """A figure as somebody hands it in, before it is admitted.

    Attributes:
        numerator: Above the line.
        denominator: Below the line.
        value: A count or points.
        yes: A state.
        unit: Unit id or member id, or its name; "" where none is given.
        period: The days it covers.
        breakdown: Category key by breakdown key; empty for the total.
        state: "estimated", "provisional", "final", or None to let the period decide.
        until: The day it runs to; None for the last day of the period or today.
        comparison: Whether it is a comparison figure.
        counts: What one unit of it is, where the sender declares it.
        supplied_by: Who supplied it.
        entered_by: Who entered it.
        evidence: The report or letter it stands in.
        note: A remark.
    """

    period: Period
    numerator: int | None = None
    denominator: int | None = None
    value: int | Decimal | None = None
    yes: bool | None = None
    unit: str = ""
    breakdown: Mapping[str, str] = {}
    state: str | None = None
    until: date | None = None
    comparison: bool = False
    counts: str | None = None
    supplied_by: str = ""
    entered_by: str = ""
    evidence: str = ""
    note: str = ""


@frozen
class Admitted:
    """A figure that may be recorded, and what the sender should know.

    Attributes:
        figure: The figure.
        warnings: What was assumed or looks odd.
    """

    figure: Figure
    warnings: tuple[Message, ...]


def admit(plan: Plan, measure: Measure, draft: Draft, *, place: str, parts: Sequence[Part], today: date, zero: bool = False) -> Admitted:
    """Return the figure to record, or say what is wrong with it.

    Args:
        plan: The plan, with what the place settled.
        measure: The measure it is for.
        draft: The figure as handed in.
        place: Code or name of the place.
        parts: The parts expected of the measure.
        today: The day it is handed in.
        zero: Whether another plan has a zero target on what it counts.

    Returns:
        The figure and warnings. A period not yet over makes it an estimate, a zero-incident figure provisional.

    Raises:
        BadData: where the figure contradicts its definition, its plan or itself.
        UnknownName: where a unit or breakdown does not exist.
    """
    definition = measure.definition
    if definition.unread:
        raise BadData(
            N_("'{measure}' cannot be recorded: the definition {key} cannot be read."),
            Message.of(N_("Mend the file it stands in first.")),
            measure=definition.label,
            key=definition.key,
        )
    _fits_definition(definition, draft)
    _fits_period(plan, measure, draft, today)
    state, warnings = _state(measure, draft, today, zero)
    until = draft.until or min(draft.period.end, today)
    if not draft.period.start <= until <= min(draft.period.end, today):
        raise BadData(
            N_("The figure runs to {until}, outside {period} ({start} to {end}) or after today."),
            until=until,
            period=draft.period,
            start=draft.period.start,
            end=draft.period.end,
        )
    figure = Figure(
        definition=definition.key,
        place=place,
        unit=_unit(plan, measure, draft, parts),
        period=draft.period,
        until=until,
        breakdown=_breakdown(definition, draft),
        numerator=draft.numerator,
        denominator=draft.denominator,
        value=draft.value,
        yes=draft.yes,
        state=state,
        comparison=draft.comparison,
        supplied_by=clean(draft.supplied_by),
        entered_by=draft.entered_by,
        evidence=clean(draft.evidence),
        note=clean(draft.note),
    )
    return Admitted(figure, warnings)


def _fits_definition(definition: Definition, draft: Draft) -> None:
    if draft.counts is not None and draft.counts != definition.counts:
        raise BadData(
            N_("The figure counts {given}, but '{measure}' counts {wanted}; people-times never feed a ratio of people."),
            given=draft.counts,
            wanted=definition.counts,
            measure=definition.label,
        )
    if definition.sums:
        raise BadData(N_("'{measure}' is the total of other scores; nothing is recorded for it."), measure=definition.label)
    given = {name for name in ("numerator", "denominator", "value", "yes") if getattr(draft, name) is not None}
    wanted = {"numerator", "denominator"} if definition.divided else {"yes"} if definition.kind == "yes_no" else {"value"}
    if definition.divided and given == {"numerator"}:
        raise BadData(
            N_("The denominator of '{measure}' is missing."),
            Message.of(N_("Give both counts, or record the base population first.")),
            measure=definition.label,
        )
    if given != wanted:
        hint = {
            "ratio": N_("Give the two counts: --numerator and --denominator. A percentage is derived, never recorded."),
            "rate": N_("Give the two counts: --numerator and --denominator. A rate is derived, never recorded."),
            "yes_no": N_("Say --yes or --no."),
        }.get(definition.kind, N_("Give the count: --value."))
        raise BadData(N_("'{measure}' is not recorded like that."), Message.of(hint), measure=definition.label)
    for name in given - {"yes"}:
        if getattr(draft, name) > LARGEST:
            raise BadData(N_("{figure} is too large to be a count."), figure=str(getattr(draft, name)))
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


def _fits_period(plan: Plan, measure: Measure, draft: Draft, today: date) -> None:
    period = draft.period
    year = plan.window_of(measure).year(period.year)
    if not year.contains(period):
        raise BadData(
            N_("The period {period} does not lie in one reporting year; {year} runs from {start} to {end}."),
            period=period.id,
            year=year.id,
            start=year.start,
            end=year.end,
        )
    if not plan.window_of(measure).fits(period):
        raise BadData(
            N_("The period {period} ({start} to {end}) does not begin and end where the plan's months do."),
            Message.of(N_("In this plan {year} runs from {first} to {last}."), year=year.id, first=year.start, last=year.end),
            period=period.id,
            start=period.start,
            end=period.end,
        )
    if period.start > today:
        raise BadData(N_("The period {period} begins on {start}; it has not begun yet."), period=period, start=period.start)
    covered = plan.covers(measure, period)
    if not covered and not draft.comparison:
        raise BadData(
            N_("The period {period} lies outside the plan ({start} to {end})."),
            Message.of(N_("For a base year or the same period of the year before add --comparison.")),
            period=period,
            start=plan.start,
            end=plan.end,
        )
    if covered and draft.comparison:
        raise BadData(N_("The period {period} is one of the plan's own; leave --comparison out."), period=period)
    if draft.comparison and not (draft.evidence.strip() or draft.note.strip()):
        raise BadData(
            N_("A comparison figure needs its source."), Message.of(N_("Name the report it stands in with --evidence (EVIDENCE in a file)."))
        )


def _state(measure: Measure, draft: Draft, today: date, zero: bool) -> tuple[str, tuple[Message, ...]]:
    """Return the state of the figure, and a warning where the period is not over."""
    zero = zero or any(target.kind == "zero_incident" for target in measure.targets)
    if zero and draft.state == "estimated":
        raise BadData(N_("A figure of what must not occur is never an estimate: record the cases known."))
    if today > draft.period.end:
        return draft.state or "final", ()
    state = "provisional" if zero else draft.state if draft.state in {"estimated", "provisional"} else "estimated"
    warning = Message.of(
        N_("{period} runs until {end}; the figure is taken as {state}."),
        period=draft.period,
        end=draft.period.end,
        state=Message.of(STATE_WORDS[state]),
    )
    return state, (warning,)


def _unit(plan: Plan, measure: Measure, draft: Draft, parts: Sequence[Part]) -> str:
    names = {unit.id: (unit.name, *unit.also) for unit in plan.units}
    owned = [part for part in parts if part.unit is not None]
    whole = any(part.unit == "" for part in parts)
    if not draft.unit:
        if whole:
            return ""
        raise BadData(
            N_("'{measure}' is reported by several units: {units}."),
            Message.of(N_("Say which one with --unit.")),
            measure=measure.label,
            units=tuple(part.unit for part in owned),
        )
    owners = {share.unit for share in measure.owners}
    for part in owned:
        if draft.unit == part.unit or fold(draft.unit) in {fold(name) for name in (part.name, *names.get(part.unit or "", ()))}:
            return part.unit or ""
    if whole and any(draft.unit == owner or fold(draft.unit) in map(fold, names.get(owner or "", ())) for owner in owners):
        return ""
    if not any(draft.unit == unit or fold(draft.unit) in map(fold, names[unit]) for unit in names):
        raise UnknownName(N_("There is no unit '{unit}' in the plan."), offer(draft.unit, tuple(names)), unit=draft.unit)
    if not owners:
        raise BadData(
            N_("The plan names no unit that supplies the figure of '{measure}'; it is recorded for the whole place, without --unit."),
            Message.of(N_("To divide it, answer the plan's open question '{question}' in monitor.toml."), question=_owner_question(plan, measure)),
            measure=measure.label,
        )
    known = [part.unit for part in owned if part.unit] or [owner for owner in owners if owner]
    raise UnknownName(
        N_("Unit '{unit}' does not report '{measure}'."),
        offer(draft.unit, tuple(known)),
        unit=draft.unit,
        measure=measure.label,
    )


def _owner_question(plan: Plan, measure: Measure) -> str:
    about = f"measure:{measure.code}"
    return next((question.id for question in plan.questions if (question.about, question.answer_type) == (about, "units")), "…")


def _breakdown(definition: Definition, draft: Draft) -> tuple[tuple[str, str], ...]:
    known = {breakdown.key: breakdown for breakdown in definition.breakdowns}
    for name, category in draft.breakdown.items():
        if name not in known:
            raise UnknownName(
                N_("'{measure}' is not broken down by '{name}'."),
                Message.of(N_("Known: {known}."), known=tuple(known) or ("-",)),
                measure=definition.label,
                name=name,
            )
        categories = [item.key for item in known[name].categories]
        if category not in categories:
            raise UnknownName(
                N_("'{category}' is no part of the breakdown '{name}'."),
                Message.of(N_("Known: {known}."), known=tuple(categories)),
                category=category,
                name=name,
            )
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
    if total is None:
        return
    for breakdown in definition.breakdowns:
        parts = [by_breakdown[key] for category in breakdown.categories if (key := ((breakdown.key, category.key),)) in by_breakdown]
        for name in ("numerator", "denominator", "value"):
            _not_above(breakdown, name, parts, getattr(total, name))


def _not_above(breakdown: Breakdown, name: str, parts: Sequence[Figure], total: int | Decimal | None) -> None:
    counted = [getattr(part, name) for part in parts if getattr(part, name) is not None]
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


def with_population(draft: Draft, definition: Definition, populations: Iterable[Figure]) -> Draft:
    """Return the draft with the recorded population as denominator where only the numerator was given.

    Args:
        draft: The figure as handed in.
        definition: What it counts.
        populations: Recorded figures of base populations at the place.

    Returns:
        The draft itself where it has a denominator, no population is recorded for its reporting year, or it is the part of a
        unit or of a breakdown: the whole population is no part's denominator.
    """
    if draft.unit or draft.breakdown:
        return draft
    if definition.population is None or draft.numerator is None or draft.denominator is not None:
        return draft
    known = [
        item for item in populations if item.definition == definition.population and item.period.year == draft.period.year and item.breakdown == TOTAL
    ]
    if not known:
        return draft
    latest = max(known, key=lambda item: (item.until, item.revision))
    return evolve(draft, denominator=int(latest.value or 0))
