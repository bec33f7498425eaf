"""`monitor accept`: an approved explanation of a shortfall."""

from __future__ import annotations

from datetime import date

import click
from planmonitor import BadData
from planmonitor.assessment.records import Acceptance
from planmonitor.privacy import clean
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.options import Command, Day, option
from planmonitor_cli.output import echo, tell
from planmonitor_cli.session import Session, finish


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
    session = Session(invocation)
    say = session.say
    followed, found = session.measure(measure)
    if until < session.today:
        raise BadData(N_("The acceptance would end on {until}, before today."), until=until)
    if dated is not None and dated > session.today:
        raise BadData(N_("The document is dated {dated}, after today."), dated=dated)
    if not body.strip() or not reason.strip():
        raise BadData(N_("The authority and the reason must not be empty."))
    acceptance = Acceptance(followed.plan.measure_id(found), clean(body), clean(reason), until, document.strip(), dated, session.workspace.officer)
    with session.database() as database, database.writing() as held:
        held.accept(acceptance, session.now)
    if not document.strip():
        tell(say(N_("Note: {warning}"), warning=say(N_("No document is named; the note will say so."))))
    echo(say(N_("Noted for {measure}. The status does not change; the note is shown while it is not met or behind."), measure=acceptance.measure))
    session.tell_problems()
    finish(session.exit_code)
