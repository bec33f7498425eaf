"""What plugins still use that is going: older forms of files, older names. Each is told once a plugin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

from planmonitor.messages import Message
from planmonitor.planfile.retired import said_of
from planmonitor.registry.catalogue import Loaded


@frozen
class Ageing:
    """What one plugin, or the plan files of the place itself, use that is going."""

    plugin: str
    """Name of the plugin; `LOCAL` for files of the place."""
    old: tuple[Message, ...]
    """What that is, what takes its place, and until when it works."""
    files: tuple[Path, ...]
    """The files in which older forms stand; none where only names are old."""


def ageing(loaded: Iterable[Loaded]) -> Iterator[Ageing]:
    """Yield one value for each plugin that uses something that is going, as far as its files were read."""
    for one in loaded:
        forms = dict.fromkeys(form for found in one.old_files.values() for form in found)
        if old := (*map(said_of, forms), *one.old_names):
            yield Ageing(one.plugin.name, old, tuple(one.old_files))
