"""`monitor undo`: taking back what was recorded by mistake."""

from __future__ import annotations

import click
from planmonitor.assessment.acts import Acceptance, AnswerGiven, Closing, Entry, Narrative, ReadingGiven, Waiver
from planmonitor.assessment.records import MemberUnit
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.settled import day_slot
from planmonitor.workspace.undoing import TakenBack, undo
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import echo
from planmonitor_cli.screens.acts import about, answered, asked, report
from planmonitor_cli.screens.figures import counted
from planmonitor_cli.screens.outlook import foreseen_lines

SHOWN = 20


@click.command(
    cls=Command,
    help=N_(
        "Take back what was recorded by mistake: one figure by the number of its revision, or all that a receipt stands for. Nothing is erased; "
        "of a figure the one that stood there before holds again, and where there was none there is no figure."
    ),
    examples=(
        'monitor undo 96 --reason "ghi nhầm xã"',
        'monitor undo a1b2c3d4 --reason "nhập nhầm tệp của quý trước"',
    ),
)
@click.argument("what", metavar="RECEIPT|REVISION")
@option("--reason", required=True, help=N_("Why it is taken back."))
@click.pass_obj
def command(invocation: Invocation, what: str, reason: str) -> None:
    """Take it back and say what holds from now on."""
    say = Speaker()
    with opened(invocation) as workspace:
        undone = undo(workspace, what, reason)
        for back in undone.figures[:SHOWN]:
            echo(_figure(workspace, back, say))
        if len(undone.figures) > SHOWN:
            echo(say(N_("... and {count} more."), count=len(undone.figures) - SHOWN))
        for said in dict.fromkeys(_entry(workspace, entry, say) for entry in undone.entries):
            echo(said)
        if undone.foreseen is not None:
            echo("\n".join(foreseen_lines(undone.foreseen, say)))


def _figure(workspace: Workspace, back: TakenBack, say: Speaker) -> str:
    figure, holds = back.figure, back.holds
    template = (
        N_("Taken back: revision {revision}, {about}: {what}. Figure in force: {holds} (revision {before}).")
        if holds is not None
        else N_("Taken back: revision {revision}, {about}: {what}. There is no figure any more.")
    )
    return say(
        template,
        revision=str(figure.revision),
        about=about(workspace, figure, say),
        what=counted(figure, say),
        holds=counted(holds, say) if holds is not None else "",
        before=str(holds.revision) if holds is not None else "",
    )


def _entry(workspace: Workspace, entry: Entry, say: Speaker) -> str:
    if isinstance(entry, MemberUnit):
        with workspace.database(read_only=True).reading() as held:
            registered = any(member.membership == entry.membership for member in held.units(None))
        taken = N_("Taken back: the last change of {about}.") if registered else N_("Taken back: the registration of {about}.")
        return say(taken, about=about(workspace, entry, say))
    if isinstance(entry, Acceptance):
        return say(N_("Taken back: the explanation accepted by {body} for {measure}."), body=entry.body, measure=about(workspace, entry, say))
    if isinstance(entry, Waiver):
        return say(N_("Taken back: {about} counts again; {body} had accepted it."), about=about(workspace, entry, say), body=entry.body)
    if isinstance(entry, AnswerGiven) and day_slot(entry.question) is not None:
        day = N_("Taken back: the last day of {report}. monitor.toml says what it said before: {before}.")
        return say(day, report=asked(workspace, entry, say), before=answered(workspace, entry, entry.value_before, say))
    if isinstance(entry, AnswerGiven):
        back = N_("Taken back: the answer to '{question}'. monitor.toml says what it said before: {before}.")
        return say(back, question=asked(workspace, entry, say), before=answered(workspace, entry, entry.value_before, say))
    if isinstance(entry, Closing):
        return say(N_("Taken back: the closing of {about}."), about=about(workspace, entry, say))
    if isinstance(entry, Narrative):
        return say(N_("Taken back: the text of {about}; what was written before it stands again."), about=about(workspace, entry, say))
    if isinstance(entry, ReadingGiven):
        return say(
            N_("Taken back: {about}. An earlier answer holds again, or it is asked again; figures that were read so stay."),
            about=about(workspace, entry, say),
        )
    of_report = N_("Taken back: what was recorded of the report '{report}' on {period} ({number}).")
    return say(of_report, report=report(workspace, entry, say), period=entry.period, number=entry.letter or entry.reason)
