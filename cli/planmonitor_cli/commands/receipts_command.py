"""`monitor receipts`: the acts of recording."""

from __future__ import annotations

import click
from planmonitor.assessment.acts import Receipt
from planmonitor_exchange.machine.columns import RECEIPTS
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import RECEIPT_KIND

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens.acts import about

HEADERS = (N_("Receipt"), N_("Recorded"), N_("What"), N_("First entry"), N_("Entries"), N_("Entered by"), N_("File"), N_("Taken back"))


@click.command(
    cls=Command,
    help=N_("List the acts of recording, the newest first, each with the code that 'monitor undo' takes."),
    examples=("monitor receipts", "monitor receipts --format json"),
)
@answer_options
@click.pass_obj
def command(invocation: Invocation, printer: Printer) -> None:
    """Print the receipts."""
    say = Speaker()
    with opened(invocation) as workspace:
        with workspace.database(read_only=True).reading() as held:
            receipts, first = held.receipts()[::-1], held.first_of_acts()
        of = {code: about(workspace, recorded, say) for code, recorded in first.items()}
        back = {act.takes_back: act for act in receipts if act.takes_back}
        acts = [_as_json(act, of.get(act.receipt), back.get(act.receipt)) for act in receipts]
        if printer.how == "json":
            printer.json(acts)
        elif printer.how == "csv":
            printer.records(RECEIPTS, acts)
        elif not receipts and printer.how == "table":
            printer.text(say(N_("Nothing has been recorded yet.")))
        else:
            printer.rows(tuple(map(say, HEADERS)), [_row(act, of.get(act.receipt, ""), back.get(act.receipt), say) for act in receipts])


def _row(act: Receipt, first: str, back: Receipt | None, say: Speaker) -> tuple[str, ...]:
    what = say(RECEIPT_KIND[act.kind])
    if act.kind == "undo":
        what = say(N_("{what}: {reason}"), what=what, reason=act.reason)
    return (
        act.receipt,
        say.value(act.recorded_at) if act.recorded_at is not None else "…",
        what,
        first,
        say.number(act.rows),
        act.entered_by or "…",
        act.file_name,
        "" if back is None else say(N_("{day}: {reason}"), day=back.recorded_at or "…", reason=back.reason),
    )


def _as_json(act: Receipt, first: str | None, back: Receipt | None) -> dict[str, object]:
    return {
        "receipt": act.receipt,
        "kind": act.kind,
        "recorded_at": act.recorded_at,
        "first_entry": first,
        "rows": act.rows,
        "entered_by": act.entered_by or None,
        "file_name": act.file_name or None,
        "sha256": act.sha256 or None,
        "takes_back": act.takes_back or None,
        "reason": act.reason or None,
        "taken_back_by": None if back is None else back.receipt,
    }
