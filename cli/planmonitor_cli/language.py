"""Which language to speak. Known before anything else, because errors and help texts are told in it too."""

from __future__ import annotations

import os
from pathlib import Path

from planmonitor_exchange.speaking.translations import LANGUAGES


def language(named: str | None, workspace: Path | None) -> str:
    """Return the language to speak: --lang, else MONITOR_LANG, else the workspace's, else Vietnamese.

    Args:
        named: What --lang names.
        workspace: The folder named, from which upwards `monitor.toml` is looked for; None for the current folder.
    """
    wanted = (named, os.environ.get("MONITOR_LANG"))
    return next((item for item in wanted if item in LANGUAGES and item is not None), None) or _set_by(workspace or Path.cwd()) or "vi"


def _set_by(start: Path) -> str | None:
    """Return the language a workspace sets; what is wrong with its file is told by the command that needs it."""
    path = next((folder / "monitor.toml" for folder in (start, *start.parents) if (folder / "monitor.toml").is_file()), None)
    if path is None:
        return None
    # Not the reader of workspaces: it brings half the framework, and `monitor --help` would wait for it.
    import tomli

    try:
        said = tomli.loads(path.read_text(encoding="utf-8-sig")).get("language")
    except (OSError, ValueError, RecursionError):
        return None
    return said if said in LANGUAGES else None
