"""`monitor plans follow NEW --from OLD`: what a plan takes over from the one before it."""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor import Plan
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.taking_over import OnOffer, on_offer, take_over, taken_over
from planmonitor_exchange.speaking.answers import answer_in_words
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.layout import wrapped
from planmonitor_cli.output import echo, echo_lines
from planmonitor_cli.screens.members import membership_lines
from planmonitor_cli.screens.outlook import foreseen_lines
from planmonitor_cli.screens.receipt import how_to_undo


def take_over_from(workspace: Workspace, new: Plan, old: Plan, say: Speaker) -> None:
    """Show what a plan takes over from another one and what that changes, then take it over."""
    offer = on_offer(workspace, new, old)
    echo_lines(_lines(workspace, offer, say))
    if offer.nothing:
        echo(say(N_("There is nothing to take over from {old}."), old=old.called))
        return
    echo_lines(foreseen_lines(taken_over(workspace, offer), say))
    take_over(workspace, offer)
    echo(say(N_("Taken over from {old}."), old=old.called))
    echo(how_to_undo(workspace, say))


def _lines(workspace: Workspace, offer: OnOffer, say: Speaker) -> Iterator[str]:
    for member in offer.members:
        yield wrapped(say(N_("Member: {name}"), name=member.name), "", "  ")
        yield from membership_lines(workspace, [member], say)
    for question, answer in offer.answers:
        value = answer_in_words(question, answer.value, offer.new, say)
        taken = N_("Answer to '{question}': {value} ({document})")
        yield wrapped(say(taken, question=question.text, value=value, document=answer.document or "…"), "- ", "  ")
    for question, why in offer.left:
        yield wrapped(say(N_("Not taken over, to be answered anew: '{question}': {why}."), question=question.text, why=why), "- ", "  ")
