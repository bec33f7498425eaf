"""What nobody should have to watch: every command has help, examples that work, and a place in the documentation."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest
from planmonitor_cli.main import monitor
from support.project import ROOT


def commands(group: click.Group = monitor, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command of the program with the words it is called by."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


COMMANDS = dict(commands())
every_command = pytest.mark.parametrize("words", list(COMMANDS), ids=" ".join)


def called_by(words: list[str]) -> tuple[str, ...] | None:
    """Return the command that a command line calls, or None."""
    return next((tuple(words[:length]) for length in (3, 2, 1) if tuple(words[:length]) in COMMANDS), None)


def unknown_options(command: tuple[str, ...], line: str) -> list[str]:
    """Return the options in a command line that its command does not have; those that hold for every command are known."""
    known = {name for holder in (COMMANDS[command], monitor) for option in holder.params for name in (*option.opts, *option.secondary_opts)}
    return [option for option in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", line) if option not in known]


@every_command
def test_every_command_has_help_and_an_example_of_itself(words: tuple[str, ...]) -> None:
    """Every command says what it does and shows at least one example that calls it."""
    command = COMMANDS[words]

    assert (command.help or "").strip()
    assert [line for line in getattr(command, "examples", ()) if line.split()[: len(words) + 1] == ["monitor", *words]] != []


@every_command
def test_every_example_is_a_command_line_that_works(words: tuple[str, ...]) -> None:
    """Every example in a help text calls a command that exists with options it has."""
    for line in getattr(COMMANDS[words], "examples", ()):
        called = called_by(line.split()[1:])
        assert called is not None, line
        assert unknown_options(called, line) == [], line


@every_command
def test_every_option_has_help(words: tuple[str, ...]) -> None:
    """Every option of every command says what it is for."""
    options = [parameter for parameter in COMMANDS[words].params if isinstance(parameter, click.Option)]

    assert [option.name for option in options if not (option.help or "").strip()] == []


def documented() -> list[str]:
    """Return the command lines in the tables of docs/interface.md, those that are only planned left out."""
    page = (ROOT / "docs/interface.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `monitor ")]
    return [re.sub(r"[`\\]", "", line.split(" | ")[0]).removeprefix("| ").strip() for line in rows if "planned." not in line]


@every_command
def test_every_command_stands_in_the_documentation(words: tuple[str, ...]) -> None:
    """Every command stands in the tables of docs/interface.md, by its own name or under its group's "…"."""
    lines = [line.split() for line in documented()]
    calls = ["monitor", *words]
    named = any(line[: len(calls)] == calls for line in lines)
    of_group = any(line == [*calls[:-1], "…"] for line in lines)

    assert named or of_group


@pytest.mark.parametrize("line", documented())
def test_every_documented_command_exists(line: str) -> None:
    """What docs/interface.md shows, and does not mark as planned, is a command, and has the options shown with it."""
    called = called_by(line.split()[1:])

    assert called is not None
    assert unknown_options(called, line) == []
