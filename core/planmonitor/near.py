"""Naming what somebody may have meant."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from planmonitor.messages import N_, Message

NEAR = 0.45
"""From this likeness on, of 1, a name is offered in place of a mistyped one."""
LISTED = 8


def names_like(name: str, known: Collection[str]) -> tuple[str, ...]:
    """Return up to three known names that come near a mistyped one, compared whole and by their last part."""
    from difflib import SequenceMatcher

    typed = name.casefold()

    def nearness(item: str) -> float:
        written = item.casefold()
        ends = written.rsplit("/", 1)[-1], typed.rsplit("/", 1)[-1]
        return max(SequenceMatcher(None, typed, written).ratio(), SequenceMatcher(None, *ends).ratio() - 0.01)

    ranked = sorted(((nearness(item), item) for item in known), key=lambda pair: (-pair[0], pair[1]))
    return tuple(item for near, item in ranked if near >= NEAR)[:3]


def offer(name: str, known: Sequence[str]) -> Message:
    """Return the next step after a mistyped name: the names it may stand for, else some that exist."""
    near = names_like(name, known)
    if near:
        return Message.of(N_("Did you mean: {near}?"), near=near)
    more = ("…",) if len(known) > LISTED else ()
    return Message.of(N_("Known: {known}."), known=(*known[:LISTED], *more) or ("-",))
