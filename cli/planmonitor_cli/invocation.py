"""How the program was called: what holds for every command."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Invocation(NamedTuple):
    """What holds for every command of one run."""

    workspace: str | None = None
    """The folder named with --workspace or MONITOR_WORKSPACE; None to look for one."""
    clock: Callable[[], datetime] | None = None
    """Where the present instant comes from; None for the clock of the machine."""

    clock_right: bool = False
    """Whether somebody says that the clock is right, though it is far ahead of the newest entry."""
    debug: bool = False
    """Whether to show the traceback of what fails, the program's own and a plugin's."""

    @property
    def folder(self) -> Path | None:
        """The folder named, as a path."""
        from pathlib import Path  # `monitor --help` would wait for it

        return None if self.workspace is None else Path(self.workspace)
