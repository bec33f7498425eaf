"""`monitor reports verify`: which figures a code on an annex stands for, and which of them are others now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import click
from planmonitor import Measure
from planmonitor.assessment.acts import AnnexFigure
from planmonitor.assessment.corrected import bar_in_words, figure_in_words, parted
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.printing import Then, stood_for
from planmonitor_exchange.machine.columns import PRINTED
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import PRINTED_AS

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.layout import wrapped
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command
from planmonitor_cli.output import table
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens.acts import printed_name, reported_period, unit_name

HEADERS = (N_("Measure"), N_("Period"), N_("Column of the annex"), N_("Figure then"), N_("State"), N_("Up to"), N_("Now"))


@click.command(
    "verify",
    cls=Command,
    help=N_("Show which figures the code on the annex of a report stands for: of which report, written when and by whom, and what they are now."),
    examples=("monitor reports verify 7F3KD-9QXW2", "monitor reports verify 7f3kd9qxw2 --format json"),
)
@click.argument("code")
@answer_options
@click.pass_obj
def verify(invocation: Invocation, code: str, printer: Printer) -> None:
    """Print what a code stands for."""
    say = Speaker()
    with opened(invocation) as workspace:
        found = stood_for(workspace, code)
        if printer.how == "json":
            printer.json(_as_json(found))
        elif printer.how == "csv":
            printer.records(PRINTED, _as_json(found)["figures"])
        elif printer.how == "markdown":
            printer.rows(tuple(map(say, HEADERS)), [_row(workspace, one, say) for one in found], named=3)
        else:
            printer.text("\n".join(_lines(workspace, found, say)))


def _lines(workspace: Workspace, found: Sequence[Then], say: Speaker) -> Iterator[str]:
    firsts: dict[str, AnnexFigure] = {}
    for one in found:
        firsts.setdefault(one.printed.plan, one.printed)
    for first in firsts.values():
        yield wrapped(say(N_("{name}, {period}"), name=printed_name(workspace, first, say), period=reported_period(workspace, first)))
    first = found[0].printed
    about = {"place": workspace.place_today(), "when": first.recorded_at or "…", "who": first.entered_by or "…"}
    yield wrapped(say(N_("Place: {place}. Written first {when} by {who}."), **about))
    yield ""
    there = [one for one in found if one.printed.figure or one.differs]
    if there:
        yield table(tuple(map(say, HEADERS)), [_row(workspace, one, say) for one in there], named=3)
        yield ""
    if len(there) < len(found):
        yield say(N_("{count} measures had no figure, and have none."), count=say.counted(len(found) - len(there)))
    changed = sum(one.differs for one in found)
    if changed:
        yield say(N_("{count} of {total} figures are others now."), count=say.counted(changed), total=say.counted(len(found)))
    else:
        yield say(N_("All figures are what they were."))


def _row(workspace: Workspace, one: Then, say: Speaker) -> tuple[str, ...]:
    then = one.printed
    _plan, measure = workspace.measures().get(then.measure, (None, None))
    return (
        _name(workspace, then, measure, say),
        say.period(then.period),
        say(PRINTED_AS[then.printed_as]),
        _figure(then, measure, say),
        say.figure_state(then.state) if then.state else "",
        say.day(then.until) if then.until is not None else "",
        _now(one, measure, say) if one.differs else say(N_("the same")),
    )


def _name(workspace: Workspace, then: AnnexFigure, measure: Measure | None, say: Speaker) -> str:
    """Return what a figure is of: the measure by number and label, whose part, and which part of a breakdown."""
    if measure is None:
        return ", ".join(filter(None, (then.measure, then.unit, then.breakdown)))
    definition = measure.definition
    if then.breakdown and then.breakdown == definition.population:
        return say.value(definition.denominator) if definition.denominator is not None else then.breakdown
    cells = [(key, category) for key, _, category in (part.partition("=") for part in then.breakdown.split(";") if part)]
    named = f"{measure.code}. {say.value(measure.label)}"
    return ", ".join(filter(None, (named, unit_name(workspace, then.unit, definition.key), say.breakdown(definition, cells))))


def _figure(row: AnnexFigure, measure: Measure | None, say: Speaker) -> str:
    if measure is None or not row.figure:
        return row.figure or "…"
    if row.breakdown and row.breakdown == measure.definition.population:
        return "/".join(say.number(number) for number in parted(row.figure))
    return figure_in_words(row.figure, measure, say.language)


def _now(one: Then, measure: Measure | None, say: Speaker) -> str:
    """Return what a figure is now, and its bar where that is another one."""
    if one.stands is None:
        return say(N_("not in the report any more"))
    told = _figure(one.stands, measure, say)
    if one.stands.state != one.printed.state and one.stands.state:
        told = say(N_("{figure} ({state})"), figure=told, state=say.figure_state(one.stands.state))
    if one.stands.bar == one.printed.bar:
        return told
    bars = {"then": bar_in_words(one.printed.bar, say.language), "now": bar_in_words(one.stands.bar, say.language)}
    return say(N_("{figure}; bar {now}, then {then}"), figure=told, **bars)


def _as_json(found: Sequence[Then]) -> dict[str, Any]:
    first = found[0].printed
    return {
        "code": first.code,
        "place": first.place or None,
        "duty": first.duty or None,
        "unit": first.reporter or None,
        "recorded_at": first.recorded_at,
        "entered_by": first.entered_by or None,
        "figures": [_figure_json(one) for one in found],
    }


def _text(bar: str) -> str | None:
    return None if bar == "" else bar


def _figure_json(one: Then) -> dict[str, Any]:
    then, now = one.printed, one.stands
    return {
        "plan": then.plan,
        "measure": then.measure,
        "unit": then.unit or None,
        "period": then.period.id,
        "start": then.period.start,
        "end": then.period.end,
        "breakdown": then.breakdown or None,
        "column": then.printed_as,
        "figure": then.figure or None,
        "state": then.state or None,
        "until": then.until,
        "bar": _text(then.bar),
        "differs": one.differs,
        "now": None if now is None else now.figure or None,
        "bar_now": None if now is None else _text(now.bar),
    }
