"""Plugins in a folder of installed packages, as pip would leave them there."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

Install = Callable[[str, str], None]


def offer(folder: Path, name: str, target: str, distribution: str) -> None:
    """Leave the metadata of a distribution, version 1.2, that offers a plugin.

    Args:
        folder: The folder of installed packages.
        name: The plugin's name, which is that of its entry point.
        target: What the entry point names: a module, or an object inside one.
        distribution: What the distribution is called.
    """
    metadata = folder / f"{distribution.replace('-', '_')}-1.2.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.2\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text(f"[planmonitor]\n{name} = {target}\n", encoding="utf-8")
    importlib.invalidate_caches()
