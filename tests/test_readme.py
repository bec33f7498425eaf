"""What the README shows is what the program prints, and its commands exist."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n\$ monitor (?P<command>[^\n]*)\n(?P<screen>.*?)```", re.S)


def shown() -> Iterator[tuple[str, str]]:
    """Yield every command line of the README that is shown with its screen, and the screen."""
    for match in BLOCK.finditer(README.read_text(encoding="utf-8")):
        yield match["command"], match["screen"]


@pytest.fixture
def example(monitor: Any) -> Any:
    """Return a runner in a copy of the example workspace with its figures imported."""
    shutil.copytree(ROOT / "examples" / "van_son", monitor.folder, ignore=shutil.ignore_patterns("monitor.db*"))
    monitor("db", "upgrade", lang="vi")
    monitor("import", str(monitor.folder / "so-lieu.csv"), lang="vi")
    return monitor


@pytest.mark.parametrize(("command", "screen"), list(shown()))
def test_a_screen_of_the_readme_is_what_the_program_prints(example: Any, command: str, screen: str) -> None:
    """Each screen of the README is what its command prints on the example, on 22 November 2026."""
    printed = example(*shlex.split(command), lang="vi").out
    assert [line.rstrip() for line in printed.rstrip().splitlines()] == [line.rstrip() for line in screen.rstrip().splitlines()]


def test_the_commands_of_the_readme_exist() -> None:
    """Every `monitor COMMAND` that the README names is a command of the program."""
    from planmonitor_cli.main import COMMANDS

    named = set(re.findall(r"monitor (?:--workspace \S+ )?([a-z]+)\b", "\n".join(re.findall(r"```.*?```", README.read_text(encoding="utf-8"), re.S))))
    assert named
    assert named <= set(COMMANDS)
