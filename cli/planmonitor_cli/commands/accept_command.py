"""`monitor accept`: an approved explanation of a shortfall, or a finding that need not be dealt with."""

from __future__ import annotations

from datetime import date

import click
from planmonitor.assessment.acts import Acceptance
from planmonitor.assessment.checking import Waived
from planmonitor.workspace.accepting import Approval, accept
from planmonitor.workspace.opening import Workspace
from planmonitor_exchange.speaking import vocabulary
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, Day, option
from planmonitor_cli.output import echo, tell
from planmonitor_cli.screens.acts import measure_name
from planmonitor_cli.screens.receipt import how_to_undo


@click.command(
    cls=Command,
    help=N_(
        "Note what the competent authority accepted. Of a measure: the explanation of a shortfall; status and counts do not change. Of a finding, "
        "by its number and with --as: that it need not be dealt with for now. It then no longer counts, and 'monitor check' lists it at the end. "
        "What is settled comes back when its figures change, everything after the last day."
    ),
    examples=(
        'monitor accept 1 --as natural-disaster --document 25/TB-UBND --dated 2026-12-20 --by "UBND tỉnh" --reason "mưa lũ" --until 2027-12-31',
        'monitor accept K7F-3QD --as not-ours --document 12/CV-UBND --by "UBND tỉnh" --reason "thuộc cấp tỉnh" --until 2027-06-30',
    ),
)
@click.argument("what", metavar="MEASURE|FINDING")
@option(
    "--as",
    "kind",
    metavar="REASON",
    default="",
    help=N_(
        "The reason from the fixed list. Of a shortfall: natural-disaster, epidemic, population-change, funding-not-allocated, organisation-merged, "
        "guidance-awaited, data-source-missing, other. Of a finding: settled, not-applicable, not-ours, awaiting-guidance, source-wrong."
    ),
)
@option("--document", default="", help=N_("Number of the document; without one the note says so."))
@option("--dated", type=Day(), help=N_("Date of the document."))
@option("--by", "body", required=True, help=N_("The authority that accepted it."))
@option("--reason", required=True, help=N_("The reason accepted."))
@option("--until", type=Day(), required=True, help=N_("Last day the acceptance holds."))
@click.pass_obj
def command(invocation: Invocation, what: str, kind: str, document: str, dated: date | None, body: str, reason: str, until: date) -> None:
    """Record the acceptance."""
    say, approval = Speaker(), Approval(body, reason, until, document, dated)
    with opened(invocation) as workspace:
        accepted = accept(workspace, what, approval, kind)
        if not document:
            tell(say(N_("Note: {warning}"), warning=say(N_("No document is named; the note will say so."))))
        echo(_of_finding(accepted, say) if isinstance(accepted, Waived) else _of_measure(workspace, accepted, say))
        echo(how_to_undo(workspace, say))


def _of_measure(workspace: Workspace, accepted: Acceptance, say: Speaker) -> str:
    noted = N_("Noted for {measure}. The status does not change; the note is shown while it is not met or behind.")
    return say(noted, measure=measure_name(workspace, accepted.measure, say))


def _of_finding(waived: Waived, say: Speaker) -> str:
    noted = N_("Noted: {number}, {title}: {kind}, until {until}. It no longer counts; 'monitor check' lists it at the end.")
    found = waived.found
    return say(noted, number=found.number, title=found.check.title, kind=say(vocabulary.WAIVED_AS[waived.waiver.kind]), until=waived.waiver.until)
