"""The plugins that are installed, on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planmonitor import Message
from planmonitor_exchange.machine.rows import Row
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import PLUGIN_STATE

from planmonitor_cli.output import table

LISTED = (N_("Plugin"), N_("Version"), N_("Distribution"), N_("State"), N_("Plans"))
WHOLE = (*LISTED[:4], N_("Reason"), LISTED[4])
VERBOSE = (*WHOLE, N_("Hooks"), N_("Checks"), N_("Loaded in (ms)"), N_("To be renewed"))


class PluginRow(NamedTuple):
    """One plugin as it is listed."""

    name: str
    version: str | None
    distribution: str | None
    state: str
    reason: Message | None
    plans: list[str]
    hooks: list[str]
    checks: int
    milliseconds: int
    renew: Message | None


def cells_of(row: PluginRow, say: Speaker, headers: Sequence[str], between: str = ", ") -> Row:
    """Return a plugin's cells under some headings; `between` stands between several plans or hooks of one cell."""
    cells = (
        *(row.name, row.version or "", row.distribution or "", say(PLUGIN_STATE[row.state]), say.message(row.reason)),
        *(between.join(row.plans), between.join(row.hooks), str(row.checks), str(row.milliseconds), say.message(row.renew)),
    )
    return tuple(cell for heading, cell in zip(VERBOSE, cells, strict=True) if heading in headers)


def block_of(row: PluginRow, say: Speaker) -> str:
    """Return all there is to tell of a plugin, one thing below the other."""
    headings, cells = tuple(map(say, VERBOSE)), cells_of(row, say, VERBOSE, "\n")
    return table((headings[0], cells[0]), [pair for pair in zip(headings[1:], cells[1:], strict=True) if pair[1]])
