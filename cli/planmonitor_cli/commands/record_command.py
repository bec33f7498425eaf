"""`monitor record`: one figure."""

from __future__ import annotations

from datetime import date

import click
from planmonitor import Definition
from planmonitor.workspace.admission import Draft
from planmonitor.workspace.door import Change
from planmonitor.workspace.judging import history
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.recording import record
from planmonitor_exchange.figures.breakdowns import read_breakdown
from planmonitor_exchange.figures.typed import read_count, read_value
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, Day, option
from planmonitor_cli.output import echo, tell
from planmonitor_cli.screens.acts import figure_name
from planmonitor_cli.screens.figures import correction, corrects, counted, less_settled
from planmonitor_cli.screens.receipt import how_to_undo


@click.command(
    cls=Command,
    help=N_("Record one figure: what was counted, never a percentage."),
    examples=(
        "monitor record 4a --period 2026 --numerator 45 --denominator 50",
        "monitor record 1 --period 2025 --numerator 12 --denominator 400 --comparison --evidence 'BC 15/BC-UBND'",
        "monitor record population/children-5-17 --period 2026 --value 1250",
    ),
)
@click.argument("measure")
@option("--period", required=True, help=N_("2026, 2026-S1, 2026-Q2, 2026-05, 6T2026 or 2025-12-15/P9M."))
@option("--unit", default="", help=N_("The unit whose part it is, where several report."))
@option("--place", default="", help=N_("Code or name of the place; the workspace's by default."))
@option("--numerator", help=N_("Counted above the line."))
@option("--denominator", help=N_("Counted below the line; the recorded population where it is left out."))
@option("--value", help=N_("A count."))
@option("--yes/--no", "yes", default=None, help=N_("A state, or a task done."))
@option(
    "--breakdown",
    "breakdowns",
    multiple=True,
    metavar="K=V",
    help=N_("The part of a breakdown, by code or name: sex=female, giới=nữ; may be repeated."),
)
@option("--estimated", "state", flag_value="estimated", default=None, help=N_("The figure is an estimate."))
@option("--provisional", "state", flag_value="provisional", help=N_("The figure is provisional."))
@option("--until", type=Day(), help=N_("The day the figure runs to."))
@option("--comparison", is_flag=True, help=N_("A figure of a base year or of the same period of the year before."))
@option("--counts", help=N_("What one unit of the figure is (people, people_times, households ...), to be checked."))
@option("--by", default="", help=N_("Who supplied it."))
@option("--evidence", default="", help=N_("The report or letter it stands in."))
@option("--note", default="", help=N_("A remark; never a child's name or data."))
@click.pass_obj
def command(
    invocation: Invocation,
    measure: str,
    period: str,
    unit: str,
    place: str,
    numerator: str | None,
    denominator: str | None,
    value: str | None,
    yes: bool | None,
    breakdowns: tuple[str, ...],
    state: str | None,
    until: date | None,
    comparison: bool,
    counts: str | None,
    by: str,
    evidence: str,
    note: str,
) -> None:
    """Record one figure and say what was recorded."""
    say = Speaker()
    with opened(invocation) as workspace:
        counted_value, doubt = read_value(value or "")
        draft = Draft(
            measure,
            period,
            unit=unit,
            place=place,
            numerator=read_count(numerator or ""),
            denominator=read_count(denominator or ""),
            value=counted_value,
            doubt=doubt,
            yes=yes,
            breakdown=read_breakdown(breakdowns),
            state=state,
            until=until,
            comparison=comparison,
            counts=counts,
            supplied_by=by,
            evidence=evidence,
            note=note,
        )
        entered = record(workspace, draft)
        for warning in entered.warnings:
            tell(say(N_("Note: {warning}"), warning=warning))
        for change in entered.changes:
            _tell(workspace, change, say)
            _tell_others(workspace, change, say)
        echo(how_to_undo(workspace, say) if entered.changes else say(N_("It is recorded like that already; nothing was written.")))


def _tell(workspace: Workspace, change: Change, say: Speaker) -> None:
    """Say what was recorded, and what it replaces."""
    figure, definition, before = change.figure, change.definition, change.before
    noun = "" if not isinstance(definition, Definition) or figure.yes is not None else f" {say.value(definition.noun)}"
    echo(
        say(
            N_("Recorded as revision {revision}: {measure}, {period}: {what}"),
            revision=str(figure.revision),
            measure=figure_name(workspace, change.name, definition, figure, say),
            period=figure.period,
            what=counted(figure, say) + noun,
        )
    )
    if before is None:
        return
    doubts = [less_settled(figure, before, say)]
    if corrects(figure, before):
        number = correction(figure, history(workspace, change.name).figures)
        corrected = N_("It is correction {number}: {old} becomes {new}; monitor history {measure} shows both.")
        echo(say(corrected, number=str(number), old=counted(before, say), new=counted(figure, say), measure=change.name))
        if not figure.note:
            doubts.append(say(N_("No reason for the correction is recorded; record the figure again with --note and the reason.")))
    else:
        replaced = N_("It replaces revision {revision}; monitor history {measure} shows both.")
        echo(say(replaced, revision=str(before.revision), measure=change.name))
    for doubt in filter(None, doubts):
        tell(say(N_("Note: {warning}"), warning=doubt))


def _tell_others(workspace: Workspace, change: Change, say: Speaker) -> None:
    """Say of which other measures of the place it is the figure too, and which count the same thing over other days."""
    figure = change.figure
    others = {
        full: (plan.window_of(measure), plan.measure_called(measure))
        for full, (plan, measure) in workspace.measures().items()
        if measure.definition.key == figure.definition and full != change.name and workspace.place_of(plan) == figure.place
        if plan.covers(measure, figure.period) != figure.comparison
    }
    shared = tuple(called for window, called in others.values() if window.fits(figure.period))
    if shared:
        echo(say(N_("It is also the figure of: {measures}"), measures=shared))
    for window, called in others.values():
        if called not in shared:
            year = window.year(figure.period.year)
            other_days = N_("The same is counted by {measure} from {start} to {end}: that figure is recorded apart.")
            echo(say(other_days, measure=called, start=year.start, end=year.end))
