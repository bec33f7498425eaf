"""What to do about what Python says of a plugin's code: its author wrote the line, and knows the framework by its documentation alone."""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable
from typing import Any

import planmonitor
from planmonitor.messages import N_, Message
from planmonitor.names import names_like, offer

_EXPORTS = tuple(planmonitor.__all__)


def cure_of(said: Message) -> Message | None:
    """Return what to do about a fault of a plugin's code, from what Python says of it; None where nothing better is known than to correct the line.

    Args:
        said: What is told of the fault, as `planmonitor.registry.boundary.describe` has it.
    """
    module, words = said.values.get("module"), said.values.get("said")
    if isinstance(module, str) and module.partition(".")[0] == "planmonitor":
        return _import_it("")
    if not isinstance(words, str):
        return None
    for pattern, cure in _CURES:
        if match := re.search(pattern, words):
            return cure(**match.groupdict())
    return None


def _import_it(name: str) -> Message:
    """Return how a name is imported, or the nearest that can be."""
    if name in _EXPORTS:
        return Message.of(N_("Import it from planmonitor: from planmonitor import {name}"), name=name)
    near = names_like(name, _EXPORTS) if name else ()
    if near:
        return Message.of(N_("Did you mean: {near}? Import it from planmonitor: from planmonitor import {name}"), near=near, name=near[0])
    return Message.of(N_("Import from planmonitor itself what it exports: {names}."), names=_EXPORTS)


def _undefined(name: str) -> Message | None:
    known = (*_EXPORTS, *dir(builtins))
    return _import_it(name) if name in _EXPORTS or names_like(name, _EXPORTS) else offer(name, known)


def _missing(kind: str, names: str) -> Message | None:
    wanted = tuple(re.findall(r"'(\w+)'", names))
    if kind == "Text":
        return Message.of(N_('Write both languages: Text("tiếng Việt", "English").'))
    if kind in _EXPORTS:
        template = N_("Write it into the brackets of {kind}: {wanted}. What each field means stands in the reference of {kind}.")
        return Message.of(template, kind=kind, wanted=tuple(f"{name}=..." for name in wanted))
    return None


def _unexpected(kind: str, name: str) -> Message | None:
    made: Any = getattr(planmonitor, kind, None)
    fields = tuple(field.name for field in getattr(made, "__attrs_attrs__", ()))
    return offer(name, fields, Message.of(N_("{kind} has the fields {fields}."), kind=kind, fields=fields)) if fields else None


_CURES: tuple[tuple[str, Callable[..., Message | None]], ...] = (
    (r"cannot import name '(?P<name>\w+)' from (?:partially initialized module )?'planmonitor[\w.]*'", _import_it),
    (r"module 'planmonitor[\w.]*' has no attribute '(?P<name>\w+)'", _import_it),
    (r"name '(?P<name>\w+)' is not defined", _undefined),
    (r"(?P<kind>\w+)\.__init__\(\) missing \d+ required positional arguments?: (?P<names>.+)", _missing),
    (r"(?P<kind>\w+)\.__init__\(\) got an unexpected keyword argument '(?P<name>\w+)'", _unexpected),
)
"""What Python says, and what to do about it."""
