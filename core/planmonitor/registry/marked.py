"""The functions of a plugin that are named like hooks: which are marked, and which of these nobody asks for."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from planmonitor.messages import N_, Message
from planmonitor.names import offer
from planmonitor.registry import hooks
from planmonitor.registry.installed import PROJECT

HOOKS = tuple(sorted(name for name in vars(hooks) if name.startswith(f"{PROJECT}_")))
"""The hooks that are asked for."""


def misspelt(module: Any) -> Message | None:
    """Return what is wrong with the first marked function of a module that no hook is called like, with its place and the nearest hook."""
    for name, function in _functions(module):
        options = getattr(function, f"{PROJECT}_impl", None)
        if not isinstance(options, dict) or options.get("optionalhook"):
            continue
        called = options.get("specname") or name
        if called not in HOOKS:
            return Message.of(N_("there is no hook '{name}' ({where}). {hint}"), name=called, where=place_of(function), hint=offer(called, HOOKS))
    return None


def unmarked(module: Any) -> Iterator[tuple[str, str]]:
    """Yield the functions that are named like a hook and not marked as one, so that nobody calls them, each with its place."""
    for name, function in _functions(module):
        if name.startswith(f"{PROJECT}_") and not hasattr(function, f"{PROJECT}_impl"):
            yield name, place_of(function)


def place_of(function: Callable[..., Any]) -> str:
    """Return file and line of a function, as its author knows it: "planmonitor_trial/__init__.py:12"; "-" where it has none."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    return "-" if code is None else f"{'/'.join(Path(code.co_filename).parts[-2:])}:{code.co_firstlineno}"


def _functions(module: Any) -> Iterator[tuple[str, Callable[..., Any]]]:
    yield from ((name, value) for name, value in inspect.getmembers(module, inspect.isroutine) if not name.startswith("__"))
