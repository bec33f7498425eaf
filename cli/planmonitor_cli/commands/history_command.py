"""`monitor history`: every revision of a measure's figures."""

from __future__ import annotations

import click
from planmonitor.assessment.records import Figure
from planmonitor.workspace.judging import History, history
from planmonitor_exchange.machine.figures import figure_json
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, format_option
from planmonitor_cli.output import print_json, print_rows
from planmonitor_cli.screens.figures import correction, counted, remarks, supplied

HEADERS = (
    *(N_("Revision"), N_("Correction"), N_("Recorded"), N_("Period"), N_("First and last day"), N_("Unit"), N_("Breakdown")),
    *(N_("Counted"), N_("State"), N_("Sent by"), N_("Entered by"), N_("Evidence, note")),
)


@click.command(
    cls=Command,
    help=N_("List all revisions of a measure's figures in the order they were recorded: nothing is ever overwritten."),
    examples=("monitor history 4a", "monitor history 1 --format json"),
)
@click.argument("measure")
@format_option
@click.pass_obj
def command(invocation: Invocation, measure: str, how: str) -> None:
    """Print the journal of one measure at the place of its plan."""
    say = Speaker()
    with opened(invocation) as workspace:
        found = history(workspace, measure)
        if how == "json":
            print_json([figure_json(figure) | {"reason": found.reasons.get(figure.revision)} for figure in found.figures])
        else:
            rows = [_row(figure, found, say) for figure in found.figures]
            print_rows(tuple(map(say, HEADERS)), rows, how, [None, None, None, None, None, 24, None, None, None, 20, 20, 24])


def _act(figure: Figure, found: History, say: Speaker) -> str:
    """Return what a revision does, and why where it takes another back; and whether it was taken back itself."""
    corrected = correction(figure, found.figures)
    does = say(N_("correction {number}"), number=str(corrected)) if corrected > 0 else ""
    if figure.takes_back:
        why = found.reasons.get(figure.revision, "")
        does = say(N_("takes back revision {revision}: {reason}"), revision=str(figure.takes_back), reason=why)
    undone = [say(N_("taken back by revision {revision}"), revision=str(one.revision)) for one in found.figures if one.takes_back == figure.revision]
    return "; ".join(filter(None, (does, *undone)))


def _row(figure: Figure, found: History, say: Speaker) -> tuple[str, ...]:
    return (
        str(figure.revision),
        _act(figure, found, say),
        say.value(figure.recorded_at) if figure.recorded_at else "",
        say.period(figure.period),
        f"{say.day(figure.period.start)} - {say.day(figure.period.end)}",
        found.names.get(figure.unit, figure.unit) or say(N_("whole place")),
        say.breakdown(found.definition, figure.breakdown),
        counted(figure, say),
        say.figure_state(figure.state),
        supplied(figure),
        figure.entered_by or "…",
        remarks(figure),
    )
