"""Breakdowns as people write them: sex=female."""

from __future__ import annotations

from collections.abc import Iterable

from planmonitor import BadData, Message

from planmonitor_exchange.speaking.translations import N_


def read_breakdown(pairs: Iterable[str]) -> dict[str, str]:
    """Return the category by breakdown that pairs such as "sex=female" name.

    Raises:
        BadData: where one is no such pair, or a breakdown stands twice.
    """
    found: dict[str, str] = {}
    for pair in pairs:
        name, _sign, category = (part.strip() for part in pair.partition("="))
        if not name or not category or name in found:
            raise BadData(N_("'{pair}' is no part of a breakdown."), Message.of(N_("Write each breakdown once, as sex=female.")), pair=pair)
        found[name] = category
    return found


def written_breakdown(breakdown: Iterable[tuple[str, str]], between: str = ", ") -> str:
    """Return the parts of a figure's breakdown as they are read."""
    return between.join(f"{name}={category}" for name, category in breakdown)
