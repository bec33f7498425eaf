"""Loading plugins for a command: what the environment says about it is read here, and nowhere else."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterable

from planmonitor import Message
from planmonitor.registry import loading
from planmonitor.registry.ageing import Ageing
from planmonitor.registry.catalogue import Catalogue, Problem
from planmonitor.registry.installed import LOCAL, Installed
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.values import printable

from planmonitor_cli.installing import quoted
from planmonitor_cli.output import tell

TRACE = "MONITOR_TRACE_PLUGINS"
"""Set to 1, this variable of the environment shows on standard error which hooks of which plugin are called, and what came back."""


def trace() -> Callable[[str], None] | None:
    """Return what takes the lines of the trace, or None where the environment does not ask for it."""
    return tell if os.environ.get(TRACE, "") not in {"", "0"} else None


def load(names: Iterable[str], available: dict[str, Installed] | None = None, *, debug: bool) -> Catalogue:
    """Load plugins by name, each in its own boundary, and trace it where the environment asks for it.

    Args:
        names: The names to load; others are not imported.
        debug: Whether the tracebacks of those that fail are shown on standard error.
        available: The installed plugins; found afresh where not given.

    Returns:
        What loaded, and a problem for every plugin that did not.
    """
    catalogue = loading.load(names, available, trace())
    if debug:
        tell_tracebacks(catalogue.failed)
    return catalogue


def renewal(going: Ageing) -> Message:
    """Return what a plugin, or the place's own files, use that is going, and what to do, as one sentence."""
    command = " ".join(["monitor plans convert", *map(quoted, going.files)])
    if going.plugin == LOCAL:
        return Message.of(N_("your plan files are in an older form ({old}); rewrite them: {command}"), old=going.old, command=command)
    if going.files:
        return Message.of(N_("it works, but its author has to renew it ({old}); files are rewritten by: {command}"), old=going.old, command=command)
    return Message.of(N_("it works, but its author has to renew it ({old})"), old=going.old)


def note_of(going: Ageing) -> Message:
    """Return the same where it stands alone, with the plugin's name."""
    said = renewal(going)
    return said if going.plugin == LOCAL else Message.of(N_("plugin {plugin}: {what}"), plugin=going.plugin, what=said)


def tell_tracebacks(problems: Iterable[Problem]) -> None:
    """Show on standard error where plugins failed: what each raised, from the program's call of it on."""
    for problem in problems:
        if problem.cause is not None:
            for line in "".join(traceback.format_exception(problem.cause)).splitlines():
                sys.stderr.write(f"{problem.plugin}: {printable(line)}\n")
