"""The code of what was just recorded, for who wants it taken back."""

from __future__ import annotations

from planmonitor.workspace.opening import Workspace
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_


def how_to_undo(workspace: Workspace, say: Speaker) -> str:
    """Return the line that says how the last act recorded is taken back."""
    return say(N_("If it is wrong: monitor undo {receipt} --reason ..."), receipt=workspace.receipts[-1].receipt)
