"""What the README shows is what the program prints, and its commands exist."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n(?P<session>.*?)```", re.S)
COMMAND = re.compile(r"^\$ monitor (?P<command>[^\n]*)\n(?P<screen>(?:(?!\$ ).*\n)*)", re.M)


def sessions() -> Iterator[list[tuple[str, str]]]:
    """Yield every block of the README that shows screens: its commands one after the other, each with its screen."""
    for block in BLOCK.finditer(README.read_text(encoding="utf-8")):
        yield [(match["command"], match["screen"]) for match in COMMAND.finditer(block["session"])]


def lines(screen: str) -> list[str]:
    """Return the lines of a screen, whatever blanks they end on."""
    return [line.rstrip() for line in screen.rstrip().splitlines()]


@pytest.fixture
def example(monitor: Any) -> Any:
    """Return a runner in a copy of the example workspace with its figures imported."""
    shutil.copytree(ROOT / "examples" / "van_son", monitor.folder, ignore=shutil.ignore_patterns("monitor.db*"))
    monitor("db", "upgrade", lang="vi")
    monitor("import", str(monitor.folder / "so-lieu.csv"), lang="vi")
    return monitor


@pytest.mark.parametrize("session", list(sessions()), ids=lambda session: session[-1][0])
def test_a_screen_of_the_readme_is_what_the_program_prints(example: Any, session: list[tuple[str, str]]) -> None:
    """The commands of a block, run one after the other on the example on 22 November 2026, print the screens shown below them."""
    for command, screen in session:
        assert lines(example(*shlex.split(command), lang="vi").out) == lines(screen)


def test_the_readme_begins_with_the_combined_view() -> None:
    """The first screen of the README is the combined view of the example, before any command is asked of the reader."""
    text = README.read_text(encoding="utf-8")
    assert next(sessions())[0][0] == "status"
    assert text.index("$ monitor status") < text.index("## Try it: two commands")


def test_every_plan_on_offer_stands_in_the_readme(monitor: Any) -> None:
    """The table of plans in the README names every plan that is installed with the program, and its plugin's folder."""
    monitor("init", str(monitor.folder))
    shown = README.read_text(encoding="utf-8")
    for plan in monitor("plans", "list", "--all", "--format", "json").json:
        folder = plan["id"].partition("/")[0].replace("-", "_")
        assert f"`{plan['id']}`" in shown
        assert f"[{folder}](plugins/{folder}/README.md)" in shown


def test_the_commands_of_the_readme_exist() -> None:
    """Every `monitor COMMAND` that the README names is a command of the program."""
    from planmonitor_cli.main import COMMANDS

    named = set(re.findall(r"monitor (?:--workspace \S+ )?([a-z]+)\b", "\n".join(re.findall(r"```.*?```", README.read_text(encoding="utf-8"), re.S))))
    assert named
    assert named <= set(COMMANDS)
