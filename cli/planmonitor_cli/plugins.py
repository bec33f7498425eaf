"""Loading plugins for a command: what the environment says about it is read here, and nowhere else."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterable

from planmonitor.registry import loading
from planmonitor.registry.catalogue import Catalogue, Problem
from planmonitor.registry.installed import Installed
from planmonitor_exchange.speaking.values import printable

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


def tell_tracebacks(problems: Iterable[Problem]) -> None:
    """Show on standard error where plugins failed: what each raised, from the program's call of it on."""
    for problem in problems:
        if problem.cause is not None:
            for line in "".join(traceback.format_exception(problem.cause)).splitlines():
                sys.stderr.write(f"{problem.plugin}: {printable(line)}\n")
