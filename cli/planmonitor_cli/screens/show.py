"""Why a measure has its status, on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from planmonitor import Definition, Measure, Target
from planmonitor.assessment.checking import CheckedPlan
from planmonitor.assessment.records import TOTAL, Figure
from planmonitor.assessment.results import JudgedIndicator, JudgedMeasure
from planmonitor.assessment.values import Amount, Value
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import CARD, OVER_TIME, STATUS, WINDOW

from planmonitor_cli.layout import wrapped
from planmonitor_cli.output import table
from planmonitor_cli.screens.attention import accepted_note
from planmonitor_cli.screens.figures import counted, remarks, supplied
from planmonitor_cli.screens.measures import legend


def lines_of(assessed: CheckedPlan, indicator: JudgedIndicator, measures: Sequence[JudgedMeasure], say: Speaker, *, notice: str) -> list[str]:
    """Return why some measures of an indicator have their status, below the notice of the workspace."""
    lines = [notice, ""] if notice else []
    if len(indicator.measures) > 1:
        lines += [
            say(N_("Indicator {code}: {status}"), code=indicator.indicator.code, status=say(STATUS[indicator.status])),
            f"  {indicator.indicator.text}",
            "",
        ]
    for item in measures:
        lines += [*(line if "\n" in line else wrapped(line, following="  ") for line in _explained(assessed, item, say)), ""]
    return [*lines, say(N_("* the figure judged; {legend}"), legend=legend(say))]


def _explained(assessed: CheckedPlan, item: JudgedMeasure, say: Speaker) -> Iterator[str]:
    measure, target, source = item.measure, item.target, item.measure.source
    yield f"{measure.code}. {say.value(measure.label)} ({say.value(assessed.judged.plan.called)})"
    yield ""
    yield say(N_("Status on {day}: {status}"), day=assessed.judged.as_of, status=say.status(item))
    yield say(N_("Why: {reason}"), reason=" ".join(filter(None, (say.message(item.reason), say.message(item.next_step)))))
    yield from _beside(item, say)
    yield ""
    yield say(N_("The plan says ({section}): “{clause}”"), section=source.section, clause=source.clause)
    yield say(N_("Document: {document}"), document=source.document.title)
    derived = say(N_(" (derived: last day of the plan)")) if target.due is None else ""
    yield say(
        N_("Target: {bar}, by {due}{derived}; words that decide it: “{wording}”"),
        bar=say.bar(measure, target),
        due=item.due,
        derived=derived,
        wording=target.wording,
    )
    if target.modality:
        yield say(N_("Modality as printed: “{modality}” (changes no number)"), modality=target.modality)
    for milestone in target.milestones:
        where = milestone.source.section if milestone.source.clause == source.clause else milestone.source.clause
        yield say(N_("Milestone {day}: {value} ({source})"), day=milestone.due, value=_milestone(measure, target, milestone.value, say), source=where)
    if target.baseline is not None:
        base = target.baseline
        figure = (
            "…" if base.numerator is None else say.value(base.numerator) + ("" if base.denominator is None else f"/{say.value(base.denominator)}")
        )
        cited = base.source.clause if base.source is not None else say(N_("no document named"))
        yield say(N_("Base year {year}: {figure} ({source})"), year=str(base.year), figure=figure, source=cited)
    if not measure.definition.unread:
        over_time = "done_once" if measure.definition.done_once else measure.over_time(target)
        window = WINDOW[assessed.judged.plan.window_of(measure).key]
        yield say(N_("Over time: {rule}; {window}"), rule=say(OVER_TIME[over_time]), window=say(window))
        yield from _definition(measure.definition, say)
    for share in measure.responsible:
        unit = assessed.judged.plan.unit(share.unit) if share.unit else None
        part = f" ({say.value(share.part)})" if share.part else ""
        yield say(N_("Unit: {unit}{part}"), unit=unit.name if unit else say(N_("nobody is named")), part=part)
    rows = list(figure_rows(assessed, item, say))
    yield ""
    yield say(N_("Figures recorded:")) if rows else say(N_("No figure has been recorded."))
    if rows:
        yield table(figure_headers(say), rows, named=2)


def _beside(item: JudgedMeasure, say: Speaker) -> Iterator[str]:
    """Yield what stands beside a verdict: the estimate before, what the bar still bears, the year before, an explanation accepted."""
    if item.drift is not None and item.value is not None:
        before, value = item.drift.value, item.value
        drifted = N_("Estimate and figure now: estimated {before} ({until}) -> {state} {now}")
        yield say(drifted, before=_raw(before, say), until=before.until, state=say.figure_state(value.state), now=_raw(value, say))
    if item.room is not None:
        yield say(N_("Room left: {room}"), room=item.room.said)
    if item.comparison is not None:
        yield say(N_("Same period of the year before: {before} ({change})"), before=item.comparison.value.amount, change=item.comparison.amount)
    if item.accepted is not None or item.lapsed is not None:
        yield accepted_note(item, say)


def _raw(value: Value, say: Speaker) -> str:
    """Return what was counted as it stands in a report: "45/46", "05 trẻ em"."""
    if value.counted is None or value.denominator is None or value.definition.kind == "yes_no":
        return say.value(value.amount)
    return f"{say.value(value.counted)}/{say.value(value.denominator)}"


def in_unit(measure: Measure, value: int | Decimal) -> Amount | int | Decimal:
    """Return a bar of a measure with its unit, where that can be told."""
    return value if measure.definition.unread else Amount(Decimal(value), measure.definition.measured_in, measure.definition.noun)


def _milestone(measure: Measure, target: Target, value: int | Decimal, say: Speaker) -> str:
    """Return a bar on the way with its unit; of a change that is by how much the base figure is to change."""
    return say.change_of(measure, target, value) if target.by_change else say.value(in_unit(measure, value))


def _definition(definition: Definition, say: Speaker) -> Iterator[str]:
    card = definition.card
    for template, text in (
        (N_("Counted: {text}"), definition.numerator),
        (N_("Of: {text}"), definition.denominator),
        (N_("Only: {text}"), definition.condition),
        (N_("Concept: {text}"), card.concept),
        (N_("Method: {text}"), card.method),
        (N_("Published: {text}"), card.period),
        (N_("Data source: {text}"), card.data_source),
        (N_("Body in charge: {text}"), card.body_in_charge),
        (N_("Limitations: {text}"), card.limitations),
    ):
        if text is not None:
            yield say(template, text=text)
    empty = [name for name in ("concept", "method", "period", "data_source", "body_in_charge") if getattr(card, name) is None]
    if empty:
        yield say(N_("The document leaves open: {fields}"), fields=tuple(say(CARD[name]) for name in empty))


def figures_of(assessed: CheckedPlan, item: JudgedMeasure) -> list[Figure]:
    """Return the figures recorded of what a measure counts, by period."""
    mine = [figure for figure in assessed.judged.figures if figure.definition == item.measure.definition.key]
    return sorted(mine, key=lambda figure: (figure.period.start, figure.period.end, figure.unit, figure.breakdown))


def figure_headers(say: Speaker) -> tuple[str, ...]:
    """Return the headings of a table of figures."""
    names = (N_("Period"), N_("First and last day"), N_("Unit"), N_("Counted"), N_("State"), N_("Runs to"), N_("Sent by"), N_("Evidence, note"))
    return tuple(map(say, names))


def figure_rows(assessed: CheckedPlan, item: JudgedMeasure, say: Speaker) -> Iterator[tuple[str, ...]]:
    """Yield the figures of a measure as rows; those its status rests on are marked."""
    used = {figure.revision for figure in item.figures}
    for figure in figures_of(assessed, item):
        name = assessed.judged.unit_name(figure.unit) or say(N_("whole place"))
        if figure.breakdown != TOTAL:
            name = f"{name}, {say.breakdown(item.measure.definition, figure.breakdown)}"
        mark = "*" if figure.revision in used else " "
        state = say.figure_state(figure.state) + (say(N_(", comparison")) if figure.comparison else "")
        yield (
            f"{mark} {say.period(figure.period)}",
            f"{say.day(figure.period.start)} - {say.day(figure.period.end)}",
            name,
            counted(figure, say),
            state,
            say.day(figure.until),
            supplied(figure),
            remarks(figure),
        )
