"""A recorded figure on the screen."""

from __future__ import annotations

from planmonitor.assessment.records import Figure
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.screens.measures import DATA_MISSING


def counted(figure: Figure, say: Speaker) -> str:
    """Return what a figure counted, as it was recorded: "45/50", "3", "có"."""
    if figure.yes is not None:
        return say(N_("done")) if figure.yes else say(N_("not done"))
    if figure.numerator is not None and figure.denominator is not None:
        return f"{say.number(figure.numerator)}/{say.number(figure.denominator)}"
    return DATA_MISSING if figure.value is None else say.number(figure.value)


def supplied(figure: Figure) -> str:
    """Return who supplied a figure."""
    return figure.supplied_by or DATA_MISSING


def remarks(figure: Figure) -> str:
    """Return the evidence and the note of a figure."""
    return "; ".join(filter(None, (figure.evidence, figure.note))) or DATA_MISSING
