"""Write the parts of the pages that come out of the code: `python docs/generate.py`.

A generated part stands between two comments, `<!-- generated: NAME -->` and `<!-- end of NAME -->`. A test compares the pages
with what this file would write, so that they cannot fall behind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click
from planmonitor.testing.contract import RULES
from planmonitor_cli import catalogue
from planmonitor_cli.main import monitor

DOCS = Path(__file__).resolve().parent
WIDTH = 100
"""Letters in a line of a help text, whatever terminal this runs in."""


def help_texts() -> str:
    """Return the help of the program and of every command in it, each under a heading of its own."""
    catalogue.use("en")
    return "\n\n".join(help_text(context) for context in commands())


def commands() -> Iterator[click.Context]:
    """Yield the program and every command in it as if each was called."""
    yield from _with_those_below(click.Context(monitor, info_name="monitor", terminal_width=WIDTH, **monitor.context_settings))


def _with_those_below(context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            below = context.command.get_command(context, name)
            if below is not None:
                yield from _with_those_below(click.Context(below, parent=context, info_name=name))


def help_text(context: click.Context) -> str:
    """Return the help of one command under its heading."""
    level = "###" if context.parent and context.parent.parent else "##"
    return f"{level} {context.command_path}\n\n```text\n{context.get_help().rstrip()}\n```"


def contract() -> str:
    """Return the rules of the contract as a numbered list."""
    return "\n".join(f"{number}. `{rule.name}`: {rule.title}" for number, rule in enumerate(RULES, 1))


PARTS: dict[str, tuple[str, Callable[[], str]]] = {
    "commands": ("commands.md", help_texts),
    "contract": ("testing.md", contract),
}
"""What is generated: its name, the page it stands on, and what writes it."""


def written(page: str, name: str, part: str) -> str:
    """Return the text of a page with one generated part written afresh.

    Raises:
        ValueError: where the page does not have exactly one place for it.
    """
    first, last = f"<!-- generated: {name} -->", f"<!-- end of {name} -->"
    fresh, places = re.subn(f"{first}.*{last}", lambda _found: f"{first}\n\n{part}\n\n{last}", page, flags=re.DOTALL)
    if places != 1:
        raise ValueError(f"the page has {places} places for '{name}'; write {first} and {last} once")
    return fresh


def pages() -> dict[Path, str]:
    """Return every page that has a generated part, as it should be."""
    fresh: dict[Path, str] = {}
    for name, (page, generate) in PARTS.items():
        path = DOCS / page
        fresh[path] = written(fresh.get(path) or path.read_text(encoding="utf-8"), name, generate())
    return fresh


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")
