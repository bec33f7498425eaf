"""How far a long work is, told on standard error where that is a terminal, and nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.output import tell

MANY = 500
"""From so many rows on there is something to wait for."""
LARGE = 300_000
"""Bytes of a file that takes a while to be read."""
_LABEL = 30
"""Letters of the name of a file beside a bar."""

T = TypeVar("T")


def tell_file(name: str, size: int, number: int, files: int) -> None:
    """Say which file is read now, where there are several or it is a large one."""
    if sys.stderr.isatty() and (files > 1 or size > LARGE):
        say = Speaker()
        one, several = N_("Reading {file} ..."), N_("Reading file {number} of {files}: {file} ...")
        tell(say(several if files > 1 else one, file=name, number=str(number), files=str(files)))


def with_bar(rows: Iterable[T], count: int, name: str) -> Iterator[T]:
    """Yield rows one by one, of which there are so many, with a bar where they are many."""
    if count < MANY or not sys.stderr.isatty():
        yield from rows
        return
    label = name if len(name) <= _LABEL else f"{name[:_LABEL]}…"
    with click.progressbar(rows, length=count, label=label, width=0, show_eta=False, file=sys.stderr) as bar:
        yield from bar
