"""Plan folders as `monitor plugins new` writes them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from planmonitor_cli.main import run


def new_plan_folder(folder: Path, name: str) -> Path:
    """Write a new plan folder in another one, for the year 2026, and return it."""
    clock = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    assert run(["plugins", "new", name, "--folder", str(folder)], lambda: clock) == 0
    return folder / name
