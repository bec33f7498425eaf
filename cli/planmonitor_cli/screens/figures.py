"""A recorded figure on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from planmonitor.assessment.records import STATES, Figure
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

DATA_MISSING = "…"
"""What stands for a figure that is not there (docs/domain.md, section 9)."""


def counted(figure: Figure, say: Speaker) -> str:
    """Return what a figure counted, as it was recorded: "45/50", "3", "có"."""
    if figure.yes is not None:
        return say(N_("done")) if figure.yes else say(N_("not done"))
    if figure.numerator is not None and figure.denominator is not None:
        return f"{say.number(figure.numerator)}/{say.number(figure.denominator)}"
    return DATA_MISSING if figure.counted is None else say.number(figure.counted)


def correction(figure: Figure, revisions: Sequence[Figure]) -> int:
    """Return how often a figure had been corrected up to a revision: n of "số liệu điều chỉnh lần n" (docs/domain.md, section 1).

    A revision that counts the same as the one before, with another state or note, corrects nothing, and what was taken back by then is not counted.
    """
    until = [other for other in revisions if other.key == figure.key and other.revision <= figure.revision]
    back = {other.takes_back for other in until}
    own = [other for other in until if not other.takes_back and other.revision not in back]
    return sum(corrects(later, earlier) for earlier, later in pairwise(own))


def corrects(figure: Figure, before: Figure) -> bool:
    """Return whether a figure counts something else than the one it replaces."""
    return any(getattr(figure, name) != getattr(before, name) for name in ("numerator", "denominator", "value", "yes"))


def less_settled(figure: Figure, before: Figure, say: Speaker) -> str:
    """Return the sentence that a figure is less settled than the one it replaces: an estimate after a final figure; "" where it is not."""
    if STATES.index(figure.state) >= STATES.index(before.state):
        return ""
    softer = N_("The figure it replaces was {before}, this one is {after}: verdicts now rest on it. Is that meant?")
    return say(softer, before=say.figure_state(before.state), after=say.figure_state(figure.state))


def supplied(figure: Figure) -> str:
    """Return who supplied a figure."""
    return figure.supplied_by or DATA_MISSING


def remarks(figure: Figure) -> str:
    """Return the evidence and the note of a figure."""
    return "; ".join(filter(None, (figure.evidence, figure.note))) or DATA_MISSING
