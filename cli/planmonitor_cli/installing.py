"""The line that installs a plugin into the environment `monitor` runs in, as every screen prints it."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path


def install_line(path: Path) -> str:
    """Return the command line that installs a plan folder or a wheel, to be pasted from any folder.

    It names `monitor` itself, which finds a pip for the environment it runs in: that may have none of its own.

    Args:
        path: The plan folder, or the wheel.
    """
    return f"monitor plugins install {quoted(path.absolute())}"


def quoted(path: Path) -> str:
    """Return a path as one word of a command line of the system this runs on: with spaces, brackets and accents it stands in quotes."""
    word = str(path)
    if os.name != "nt":
        return shlex.quote(word)
    # No file of Windows has a double quote in its name, and both its command lines take them.
    return word if re.fullmatch(r"[\w.:\\-]+", word, re.ASCII) else f'"{word}"'
