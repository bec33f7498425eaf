"""Which language to speak. Known before anything else, because errors and help texts are told in it too.

`monitor --help` waits for what is imported here: paths are text, and the reader of workspaces, half the framework, stays out.
"""

from __future__ import annotations

import os

from planmonitor_exchange.speaking.translations import LANGUAGES


def language(named: str | None, workspace: str | None) -> str:
    """Return the language to speak: --lang, else MONITOR_LANG, else the workspace's, else Vietnamese.

    Args:
        named: What --lang names.
        workspace: The folder named, from which upwards `monitor.toml` is looked for; None for the current folder.
    """
    wanted = (named, os.environ.get("MONITOR_LANG"))
    return next((item for item in wanted if item in LANGUAGES and item is not None), None) or _set_by(workspace or os.curdir) or "vi"


def _set_by(start: str) -> str | None:
    """Return the language a workspace sets; what is wrong with its file is told by the command that needs it."""
    path = _found_from(start)
    if path is None:
        return None
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
        if "language" not in text:
            return None
        import tomllib

        said = tomllib.loads(text).get("language")
    except (OSError, ValueError, RecursionError):
        return None
    return said if said in LANGUAGES else None


def _found_from(start: str) -> str | None:
    """Return the nearest `monitor.toml` from a folder upwards."""
    folder = os.path.abspath(start)
    while not os.path.isfile(path := os.path.join(folder, "monitor.toml")):
        if os.path.dirname(folder) == folder:
            return None
        folder = os.path.dirname(folder)
    return path
