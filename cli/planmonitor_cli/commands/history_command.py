"""`monitor history`: every revision of a measure's figures."""

from __future__ import annotations

from typing import Any

import click
from planmonitor.assessment.records import Figure, Origin
from planmonitor.workspace.judging import History, history
from planmonitor_exchange.machine.columns import REVISIONS
from planmonitor_exchange.machine.figures import figure_json
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens.figures import correction, counted, remarks, supplied

HEADERS = (
    *(N_("Revision"), N_("Correction"), N_("Recorded"), N_("Period"), N_("First and last day"), N_("Unit"), N_("Breakdown")),
    *(N_("Counted"), N_("State"), N_("Sent by"), N_("Entered by"), N_("Evidence, note"), N_("Read from")),
)


@click.command(
    cls=Command,
    help=N_("List all revisions of a measure's figures in the order they were recorded: nothing is ever overwritten."),
    examples=("monitor history 4a", "monitor history 1 --format json"),
)
@click.argument("measure")
@answer_options
@click.pass_obj
def command(invocation: Invocation, measure: str, printer: Printer) -> None:
    """Print the journal of one measure at the place of its plan."""
    say = Speaker()
    with opened(invocation) as workspace:
        found = history(workspace, measure)
        revisions = [_as_json(figure, found) for figure in found.figures]
        if printer.how == "json":
            printer.json(revisions)
        elif printer.how == "csv":
            printer.records(REVISIONS, [{"measure": measure, **revision} for revision in revisions])
        else:
            printer.rows(tuple(map(say, HEADERS)), [_row(figure, found, say) for figure in found.figures], named=4)


def _as_json(figure: Figure, found: History) -> dict[str, Any]:
    """Return a revision with what it does: which correction it is, why it takes another back, and which one takes it back."""
    back = next((one.revision for one in found.figures if one.takes_back == figure.revision), None)
    told = {"reason": found.reasons.get(figure.revision), "correction": correction(figure, found.figures), "taken_back_by": back}
    origin = found.origins.get(figure.revision, Origin())
    stood = {"file_name": origin.file or None, "sheet": origin.sheet or None, "cell": origin.cell or None, "answered": origin.answered or None}
    return figure_json(figure) | told | stood


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
        _read_from(found.origins.get(figure.revision), say),
    )


def _read_from(origin: Origin | None, say: Speaker) -> str:
    """Return where in which file a figure stood; nothing for one that was typed in."""
    if origin is None:
        return ""
    where = say.value(origin.said) if origin.sheet else say(N_("{file}, line {line}"), file=origin.file, line=origin.cell)
    return say(N_("{where}; read as answered: {answered}"), where=where, answered=origin.answered) if origin.answered else where
