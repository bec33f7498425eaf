"""`monitor show`: why a measure has its status, and which sentence says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import click
from planmonitor import Definition, Measure, Message, UnknownName
from planmonitor.assessment.figures import TOTAL, Figure
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.results import Amount, JudgedIndicator, JudgedMeasure
from planmonitor_exchange.machine.figures import figure_json
from planmonitor_exchange.machine.plans import measure_card
from planmonitor_exchange.machine.status import measure_json
from planmonitor_exchange.speaking.paragraphs import wrapped
from planmonitor_exchange.speaking.speaker import OVER_TIME, STATUS, WINDOW, Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.options import Command, format_option, reading_options
from planmonitor_cli.output import echo, print_json, print_rows, table
from planmonitor_cli.screens.status import DATA_MISSING, accepted_words, legend
from planmonitor_cli.session import Session, end_of, finish, unknown_measure


@click.command(
    cls=Command,
    help=N_(
        "Explain a measure, or every measure of an indicator: definition, clause, target, figures, who sent them, and why its status is what it is."
    ),
    examples=("monitor show 4a", "monitor show child-labour/van-son-2026-2030/1 --as-of 2026-06-30"),
)
@click.argument("name", metavar="MEASURE|INDICATOR")
@reading_options
@format_option
@click.pass_obj
def command(invocation: Invocation, name: str, as_of: date | None, restated: bool, how: str) -> None:
    """Print the explanation."""
    session = Session(invocation)
    day = as_of or session.today
    with session.database(read_only=True) as database:
        recorded = session.recorded(database, None if restated or as_of is None else end_of(day))
    judged = [checked.judged for checked in session.assess(session.followed(), recorded, day)]
    assessed, indicator, measures = _find(judged, name)
    say = session.say
    if how == "json":
        document = [
            {**measure_json(item, say), "card": measure_card(item.measure), "figures": [figure_json(figure) for figure in _figures(assessed, item)]}
            for item in measures
        ]
        print_json(document[0] if len(document) == 1 else document)
    elif how == "table":
        echo("\n".join(_screen(session, assessed, indicator, measures)))
    else:
        rows = [(item.id, *row) for item in measures for row in _figure_rows(assessed, item, say)]
        print_rows((say(N_("Measure")), *_figure_headers(say)), rows, how)
    session.tell_problems()
    finish(session.exit_code)


def _find(judged: list[JudgedPlan], name: str) -> tuple[JudgedPlan, JudgedIndicator, tuple[JudgedMeasure, ...]]:
    """Return the one measure, or the one indicator with its measures, that goes by a name."""
    found = []
    for assessed in judged:
        for indicator in assessed.indicators:
            whole = f"{assessed.plan.id}/{indicator.indicator.code}"
            single = [item for item in indicator.measures if item.id == name or item.id.endswith(f"/{name}")]
            if single:
                found.append((assessed, indicator, tuple(single)))
            elif whole == name or whole.endswith(f"/{name}"):
                found.append((assessed, indicator, indicator.measures))
    if len(found) != 1:
        known = [item.id for assessed in judged for item in assessed.measures]
        raise unknown_measure(name, tuple(known)) if not found else _several(name, [item.id for _a, _i, items in found for item in items])
    return found[0]


def _several(name: str, ids: list[str]) -> UnknownName:
    return UnknownName(N_("Several measures are called '{name}': {ids}."), Message.of(N_("Write the whole id.")), name=name, ids=tuple(ids))


def _screen(session: Session, assessed: JudgedPlan, indicator: JudgedIndicator, measures: tuple[JudgedMeasure, ...]) -> list[str]:
    say = session.say
    lines = []
    if session.workspace.notice:
        lines += [session.workspace.notice, ""]
    if len(indicator.measures) > 1:
        lines += [
            say(N_("Indicator {code}: {status}"), code=indicator.indicator.code, status=say(STATUS[indicator.status])),
            f"  {indicator.indicator.text}",
            "",
        ]
    for item in measures:
        lines += [*(line if "\n" in line else wrapped(line, following="  ") for line in _explained(assessed, item, say)), ""]
    return [*lines, say(N_("* the figure judged; {legend}"), legend=legend(say))]


def _explained(assessed: JudgedPlan, item: JudgedMeasure, say: Speaker) -> Iterator[str]:
    measure, target, source = item.measure, item.target, item.measure.source
    yield f"{item.id}: {say.value(measure.label)}"
    yield ""
    yield say(N_("Status on {day}: {status}"), day=assessed.as_of, status=say.status(item))
    yield say(N_("Why: {reason}"), reason=" ".join(filter(None, (say.message(item.reason), say.message(item.next_step)))))
    if item.comparison is not None:
        yield say(N_("Same period of the year before: {before} ({change})"), before=item.comparison.value.amount, change=item.comparison.amount)
    if item.accepted is not None:
        yield accepted_words(item, say)
    yield ""
    yield say(N_("The plan says ({section}): “{clause}”"), section=source.section, clause=source.clause)
    yield say(N_("Document: {document}"), document=source.document.title)
    derived = say(N_(" (derived: last day of the plan)")) if target.due is None else ""
    yield say(
        N_("Target: {bar}, by {due}{derived}; words that decide it: “{wording}”"),
        bar=say.bar(item),
        due=item.due,
        derived=derived,
        wording=target.wording,
    )
    if target.modality:
        yield say(N_("Modality as printed: “{modality}” (changes no number)"), modality=target.modality)
    for milestone in target.milestones:
        yield say(
            N_("Milestone {day}: {value} ({source})"), day=milestone.due, value=in_unit(measure, milestone.value), source=milestone.source.clause
        )
    if target.baseline is not None:
        base = target.baseline
        figure = "…" if base.numerator is None else say.value(base.numerator) + (f"/{say.value(base.denominator)}" if base.denominator else "")
        cited = base.source.clause if base.source is not None else say(N_("no document named"))
        yield say(N_("Base year {year}: {figure} ({source})"), year=str(base.year), figure=figure, source=cited)
    if not measure.definition.unread:
        over_time, window = OVER_TIME[measure.over_time(target)], WINDOW[assessed.plan.window_of(measure).key]
        yield say(N_("Over time: {rule}; {window}"), rule=say(over_time), window=say(window))
        yield from _definition(measure.definition, say)
    for share in measure.responsible:
        unit = assessed.plan.unit(share.unit) if share.unit else None
        part = f" ({say.value(share.part)})" if share.part else ""
        yield say(N_("Unit: {unit}{part}"), unit=unit.name if unit else say(N_("nobody is named")), part=part)
    rows = list(_figure_rows(assessed, item, say))
    yield ""
    yield say(N_("Figures recorded:")) if rows else say(N_("No figure has been recorded."))
    if rows:
        yield table(_figure_headers(say), rows, [None, None, None, None, None, 20, 30])


def in_unit(measure: Measure, value: int | Decimal) -> Amount | int | Decimal:
    """Return a bar of a measure with its unit, where that can be told."""
    return value if measure.definition.unread else Amount(Decimal(value), measure.definition.measured_in, measure.definition.noun)


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
        yield say(N_("The document leaves open: {fields}"), fields=tuple(say(CARD_WORDS[name]) for name in empty))


CARD_WORDS = {
    "concept": N_("concept"),
    "method": N_("method"),
    "period": N_("period of publication"),
    "data_source": N_("data source"),
    "body_in_charge": N_("body in charge"),
}


def _figures(assessed: JudgedPlan, item: JudgedMeasure) -> list[Figure]:
    mine = [figure for figure in assessed.figures if figure.definition == item.measure.definition.key]
    return sorted(mine, key=lambda figure: (figure.period.start, figure.period.end, figure.unit, figure.breakdown))


def _figure_headers(say: Speaker) -> tuple[str, ...]:
    return tuple(say(name) for name in (N_("Period"), N_("Unit"), N_("Counted"), N_("State"), N_("Runs to"), N_("Sent by"), N_("Evidence, note")))


def _figure_rows(assessed: JudgedPlan, item: JudgedMeasure, say: Speaker) -> Iterator[tuple[str, ...]]:
    used = {figure.revision for figure in item.figures}
    for figure in _figures(assessed, item):
        name = assessed.unit_name(figure.unit) or say(N_("whole place"))
        if figure.breakdown != TOTAL:
            name += f" [{', '.join(f'{key}={category}' for key, category in figure.breakdown)}]"
        mark = "*" if figure.revision in used else " "
        state = say.figure_state(figure.state) + (say(N_(", comparison")) if figure.comparison else "")
        yield (
            f"{mark} {say.period(figure.period)}",
            name,
            counted(figure, say),
            state,
            say.day(figure.until),
            figure.supplied_by or DATA_MISSING,
            "; ".join(filter(None, (figure.evidence, figure.note))) or DATA_MISSING,
        )


def counted(figure: Figure, say: Speaker) -> str:
    """Return what a figure counted, as it was recorded: "45/50", "3", "có"."""
    if figure.yes is not None:
        return say(N_("done")) if figure.yes else say(N_("not done"))
    if figure.numerator is not None and figure.denominator is not None:
        return f"{say.number(figure.numerator)}/{say.number(figure.denominator)}"
    return DATA_MISSING if figure.value is None else say.number(figure.value)
