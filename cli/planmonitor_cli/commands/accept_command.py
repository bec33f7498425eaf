"""`monitor accept`: an approved explanation of a shortfall."""

from __future__ import annotations

from datetime import date

import click
from planmonitor.workspace.recording import accept
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
    help=N_("Note that the competent authority accepted the explanation of a shortfall. The status and the counts do not change."),
    examples=('monitor accept 1 --document 25/TB-UBND --dated 2026-12-20 --by "UBND tỉnh" --reason "thiên tai" --until 2027-12-31',),
)
@click.argument("measure")
@option("--document", default="", help=N_("Number of the document; without one the note says so."))
@option("--dated", type=Day(), help=N_("Date of the document."))
@option("--by", "body", required=True, help=N_("The authority that accepted it."))
@option("--reason", required=True, help=N_("The reason accepted."))
@option("--until", type=Day(), required=True, help=N_("Last day the acceptance holds."))
@click.pass_obj
def command(invocation: Invocation, measure: str, document: str, dated: date | None, body: str, reason: str, until: date) -> None:
    """Record the acceptance."""
    say = Speaker()
    with opened(invocation) as workspace:
        accepted = accept(workspace, measure, body=body, reason=reason, until=until, document=document, dated=dated)
        if not accepted.document:
            tell(say(N_("Note: {warning}"), warning=say(N_("No document is named; the note will say so."))))
        noted = N_("Noted for {measure}. The status does not change; the note is shown while it is not met or behind.")
        echo(say(noted, measure=measure_name(workspace, accepted.measure, say)))
        echo(how_to_undo(workspace, say))
