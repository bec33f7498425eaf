"""The plan files of a plugin: what its hooks return where its plans are data."""

from __future__ import annotations

from pathlib import Path

from attrs import field, frozen

PROGRAMME, DEFINITIONS = "programme.toml", "definitions.toml"
"""What the plans of a plugin share: with the programme it sets up, or without one."""


@frozen
class PlanFile:
    """A plan that is read when it is followed.

    Attributes:
        path: Its file; the file's name is the plan's name behind the plugin's prefix.
    """

    path: Path = field(converter=Path)

    @property
    def name(self) -> str:
        """The plan's own name."""
        return self.path.stem


@frozen
class ProgrammeFile:
    """A programme that is read when a plan needs it.

    Attributes:
        path: Its file.
    """

    path: Path = field(converter=Path)


def plan_files(folder: Path) -> tuple[PlanFile, ...]:
    """Return the plan files of a folder by name; none is opened."""
    return tuple(PlanFile(path) for path in sorted(folder.glob("*.toml")) if path.name not in {PROGRAMME, DEFINITIONS})


def programme_files(folder: Path) -> tuple[ProgrammeFile, ...]:
    """Return the file of the programme in a folder; empty where it holds none. It is not opened."""
    path = folder / PROGRAMME
    return (ProgrammeFile(path),) if path.is_file() else ()
