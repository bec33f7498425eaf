"""The boundary around the code of a plugin: what it raises, prints or leaves changed stays its own affair.

It is there for mistakes. A plugin is ordinary code, and whoever enables it lets it do whatever they can do themselves.
"""

from __future__ import annotations

import io
import os
import sys
import traceback
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from decimal import localcontext
from itertools import islice
from pathlib import Path, PurePath
from typing import Any, TextIO, TypeVar

import attr
import pluggy
from attrs import define

from planmonitor.messages import N_, InvalidPlan, Message, plain

T = TypeVar("T")

MOST = 1_000
"""Most values one hook or one check may give: no real one comes near, a loop that never ends passes it at once."""

NOT_THE_PLUGINS = (Path(__file__).parents[1], Path(attr.__file__).parent, Path(pluggy.__file__).parent, Path(os.__file__).parent / "importlib")
"""Folders whose code stands between the plugin's and the fault: the framework's own, and those of the libraries it works with."""


@define
class Failed(Exception):
    """Something of a plugin's failed: the stage, as in `planmonitor.registry.catalogue.Problem`, and what went wrong."""

    stage: str
    message: Message


def bounded(stage: str, action: Callable[[], T]) -> T:
    """Run something of a plugin's; whatever it raises, `SystemExit` included, is `Failed` at that stage. A keyboard interrupt passes through."""
    try:
        with _kept():
            return action()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a plugin may call sys.exit at import; it must not end the program
        raise Failed(stage, describe(error)) from error


class _Aside(io.BufferedIOBase):
    """What a plugin has for standard output and error: all of it goes to standard error, and closing it closes nothing else."""

    name = "<plugin>"

    def __init__(self, errors: TextIO) -> None:
        self._errors = errors

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        written = bytes(data)
        self._errors.write(written.decode("utf-8", "backslashreplace"))
        return len(written)


@contextmanager
def _kept() -> Iterator[None]:
    """Keep what a plugin prints from the answer, and put back what it changes of the process that would change other plans' answers."""
    folder, path, depth = _folder(), list(sys.path), sys.getrecursionlimit()
    aside = io.TextIOWrapper(_Aside(sys.stderr), encoding="utf-8", errors="backslashreplace", write_through=True)
    with redirect_stdout(aside), redirect_stderr(aside), localcontext(), warnings.catch_warnings():
        try:
            yield
        finally:
            sys.path[:] = path
            sys.setrecursionlimit(depth)
            if folder is not None and _folder() != folder:
                os.chdir(folder)


def _folder() -> Path | None:
    """Return the current folder; None where it has been deleted."""
    with suppress(OSError):
        return Path.cwd()
    return None


def taken(values: Iterable[T]) -> list[T]:
    """Return what a plugin gives, taken one by one; a ValueError where there is no end of it."""
    found = list(islice(values, MOST + 1))
    if len(found) > MOST:
        raise ValueError(f"more than {MOST} values: does a loop not end?")
    return found


def describe(error: BaseException) -> Message:
    """Return what an exception of a plugin says, with the file and line of the plugin where it came from."""
    kind, where = type(error).__name__, _where(error)
    if isinstance(error, ModuleNotFoundError) and error.name:
        module = printed(error.name)
        return Message.of(N_("it needs the module '{module}', which is not installed ({kind}, {where})"), module=module, kind=kind, where=where)
    return Message.of(N_("it failed ({kind}, {where}): {said}"), kind=kind, where=where, said=_said(error))


def _where(error: BaseException) -> str:
    """Return the last place in the plugin's own code: folder, file and line; "-" where there is none."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{'/'.join(PurePath(error.filename).parts[-2:])}:{error.lineno}"
    where = "-"
    for frame, line in traceback.walk_tb(error.__traceback__):
        file = PurePath(frame.f_code.co_filename)
        # Generated code has no file; its name stands in angle brackets.
        if not str(file).startswith("<") and not any(map(file.is_relative_to, NOT_THE_PLUGINS)):
            where = f"{'/'.join(file.parts[-2:])}:{line}"
    return where


def _said(error: BaseException) -> Message | str:
    """Return what an exception says: that of the model as a message, every other as text."""
    if not isinstance(error, InvalidPlan):
        return printed(error)
    with suppress(Exception):
        said = _shown(error.message)
        str(said)  # a plugin may raise it too, with places that nobody fills
        return said
    return printed(error, lambda refused: str(refused.args[0]))


def _shown(value: object) -> Message | str:
    """Return a value of a message so that it can be printed, whatever it is."""
    if isinstance(value, Message):
        return Message(value.template, {name: _shown(item) for name, item in value.values.items()})
    return printed(value, plain)


def printed(value: object, show: Callable[[Any], str] = str) -> str:
    """Return something of a plugin's on one line, cut short; what cannot be printed is named by its class."""
    try:
        words = " ".join(show(value).split())[:200] or "…"
        return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in words)
    except KeyboardInterrupt:
        raise
    except BaseException:  # even printing runs the plugin's own code
        return f"<{type(value).__name__}>"
