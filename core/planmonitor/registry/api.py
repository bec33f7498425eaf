"""Which version of the framework's interface a plugin was made for; another one's is not loaded (docs/stability.md)."""

from __future__ import annotations

import ast
import sys
from contextlib import suppress
from importlib.metadata import EntryPoint
from importlib.util import find_spec
from pathlib import Path

from planmonitor.messages import N_, Message

API = 1
"""The version of all that a plugin relies on: the names exported here, the hooks, and what they may return."""

LINE = "api"
"""What a plugin calls the version it was made for, at the top of the module behind its entry point."""


def refused_unread(offer: EntryPoint) -> Message | None:
    """Return why a plugin cannot be loaded, from its source alone, or None: one made for another version may not even import."""
    said = _written(offer)
    return None if said is None else _refused(said)


def refused(plugin: object, offer: EntryPoint) -> Message | None:
    """Return why an imported plugin cannot be loaded, or None: `plugin` is what its entry point names, and it or its module says the version."""
    said = getattr(plugin, LINE, getattr(sys.modules.get(offer.module), LINE, None))
    if type(said) is not int:
        missing = N_("it does not say which version of the plugin interface it was made for: its author writes '{line}' at the top of {module}")
        return Message.of(missing, line=f"{LINE} = {API}", module=offer.module)
    return _refused(said)


def _refused(said: int) -> Message | None:
    if said == API:
        return None
    newer = N_("it needs version {needs} of the plugin interface, and this program has {has}: install a newer release of monitor")
    older = N_("it was made for version {needs} of the plugin interface, and this program has {has}: install a newer release of the plugin")
    return Message.of(newer if said > API else older, needs=str(said), has=str(API))


def _written(offer: EntryPoint) -> int | None:
    """Return the version that the source of a plugin's module says; None where there is no such line, or no source. Nothing is imported."""
    with suppress(Exception):  # what is wrong with the module is told when it is imported
        for node in reversed(ast.parse(_source(offer.module).read_bytes()).body):
            names = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else ()
            if any(isinstance(name, ast.Name) and name.id == LINE for name in names):
                value = getattr(node, "value", None)
                return value.value if isinstance(value, ast.Constant) and type(value.value) is int else None
    return None


def _source(module: str) -> Path:
    """Return the file of a module, which is not imported; packages around it are not either. Raises where there is none."""
    top, *inner = module.split(".")
    spec = find_spec(top)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(module)
    path = Path(spec.origin)
    if inner:
        place = path.parent.joinpath(*inner)
        path = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    return path
