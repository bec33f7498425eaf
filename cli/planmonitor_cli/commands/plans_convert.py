"""`monitor plans convert`: a plan file in an older form becomes one in today's."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

import click
from planmonitor.planfile.toml import read_toml
from planmonitor.workspace.file import write_whole
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.options import Command, option
from planmonitor_cli.output import echo


@click.command(
    "convert",
    cls=Command,
    help=N_("Rewrite plan files from an older form into today's, and show what changes. Remarks and all that is not old stay as they are."),
    examples=("monitor plans convert plans/van-son-2026-2030.toml", "monitor plans convert plans/van-son-2026-2030.toml --dry-run"),
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@option("--dry-run", is_flag=True, help=N_("Show what would change; write nothing."))
def convert(files: tuple[Path, ...], dry_run: bool) -> None:
    """Print the difference for each file and write it; a file in today's form stays as it is."""
    from planmonitor.planfile.converting import converted
    from planmonitor.planfile.retired import said_of

    say = Speaker()
    # None is written before all could be read.
    for path, file in [(path, read_toml(path)) for path in files]:
        text, found = converted(file.text)
        if not found:
            echo(say(N_("{file}: nothing in it is old."), file=str(path)))
            continue
        for form in found:
            echo(say(N_("{file}: {old}"), file=str(path), old=said_of(form)))
        echo("\n".join(_difference(path, file.text, text)))
        if not dry_run:
            _write(path, text)
            echo(say(N_("{file} is rewritten."), file=str(path)))


def _difference(path: Path, before: str, after: str) -> Iterator[str]:
    return difflib.unified_diff(before.splitlines(), after.splitlines(), str(path), str(path), lineterm="")


def _write(path: Path, text: str) -> None:
    """Write a file with the line ends and the mark at its beginning that it had."""
    before = path.read_bytes()
    encoding = "utf-8-sig" if before.startswith(b"\xef\xbb\xbf") else "utf-8"
    write_whole(path, text.replace("\n", "\r\n") if b"\r\n" in before else text, encoding)
