"""Rule on hooks: every function named like one is marked, and the plugin brings something."""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor.contract.breaches import Breach
from planmonitor.messages import N_, Message
from planmonitor.registry.catalogue import Loaded
from planmonitor.registry.marked import HOOKS, unmarked


def hooks(loaded: Loaded) -> Iterator[Breach]:
    """Yield the functions that are named like a hook and would be called by nobody, and the plugin with nothing in it."""
    plugin, offered = loaded.plugin.name, loaded.plugin.offers[0]
    for name, where in unmarked(offered.load()):
        message = Message.of(N_("'{name}' is named like a hook and not marked as one, so nobody calls it"), name=name)
        cure = Message.of(N_("Write @hookimpl on the line above it (from planmonitor import hookimpl), or give it another name."))
        yield Breach("hooks", plugin, where, message, cure)
    if not loaded.declared and not loaded.checks:
        message = Message.of(N_("it brings no plan, no programme and no check"))
        cure = Message.of(N_("Put a plan file into its folder 'plans', or answer one of the hooks: {hooks}."), hooks=HOOKS)
        yield Breach("hooks", plugin, offered.value, message, cure)
