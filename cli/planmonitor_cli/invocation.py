"""How the program was called: what holds for every command."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple


class Invocation(NamedTuple):
    """What holds for every command of one run.

    Attributes:
        workspace: The folder named with --workspace or MONITOR_WORKSPACE; None to look for one.
        clock: Where the present instant comes from; None for the clock of the machine.
    """

    workspace: Path | None = None
    clock: Callable[[], datetime] | None = None
