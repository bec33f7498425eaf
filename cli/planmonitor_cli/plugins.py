"""Loading plugins for a command: what the environment says about it is read here, and nowhere else."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from planmonitor.registry import loading
from planmonitor.registry.catalogue import Catalogue
from planmonitor.registry.installed import Installed

from planmonitor_cli.output import tell

TRACE = "MONITOR_TRACE_PLUGINS"
"""Set to 1, this variable of the environment shows on standard error which hooks of which plugin are called, and what came back."""


def trace() -> Callable[[str], None] | None:
    """Return what takes the lines of the trace, or None where the environment does not ask for it."""
    return tell if os.environ.get(TRACE, "") not in {"", "0"} else None


def load(names: Iterable[str], available: dict[str, Installed] | None = None) -> Catalogue:
    """Load plugins by name, each in its own boundary, and trace it where the environment asks for it.

    Args:
        names: The names to load; others are not imported.
        available: The installed plugins; found afresh where not given.

    Returns:
        What loaded, and a problem for every plugin that did not.
    """
    return loading.load(names, available, trace())
