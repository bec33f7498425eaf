"""The plan files of a plugin: what its hooks return where its plans are data."""

from __future__ import annotations

import re
from pathlib import Path

from attrs import field, frozen

from planmonitor.messages import N_, BadData, Message

PROGRAMME, DEFINITIONS = "programme.toml", "definitions.toml"
"""What the plans of a plugin share: with the programme it sets up, or without one."""

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@frozen
class PlanFile:
    """A plan that is read when it is followed."""

    path: Path = field(converter=Path)
    """Its file; the file's name is the plan's name behind the plugin's prefix."""

    @property
    def name(self) -> str:
        """The plan's own name."""
        return self.path.stem


@frozen
class ProgrammeFile:
    """A programme that is read when a plan needs it."""

    path: Path = field(converter=Path)
    """Its file."""


def plan_files(folder: Path) -> tuple[PlanFile, ...]:
    """Return the plan files of a folder by name; none is opened."""
    return tuple(PlanFile(path) for path in sorted(folder.glob("*.toml")) if path.name not in {PROGRAMME, DEFINITIONS})


def programme_files(folder: Path) -> tuple[ProgrammeFile, ...]:
    """Return the file of the programme in a folder; empty where it holds none. It is not opened."""
    path = folder / PROGRAMME
    return (ProgrammeFile(path),) if path.is_file() else ()


def check_name(path: Path) -> None:
    """Raise BadData where the name of a plan file cannot be the name of a plan."""
    if not _NAME.fullmatch(path.stem) or path.suffix != ".toml":
        hint = N_("Use lower-case letters without accents, digits and '-', such as plans/van-son-2026.toml.")
        raise BadData(N_("The name of {file} cannot be the name of a plan."), Message.of(hint), file=str(path))
