"""Names that `planmonitor` exported once and exports under another name today: they work for one release more (docs/stability.md)."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from attrs import frozen

from planmonitor.messages import N_, Message


@frozen
class Renamed:
    """A name that is going."""

    new: str
    """What it is called today."""
    deprecated: str
    """The release that has renamed it."""
    gone: str
    """The release that no longer knows the old name."""


RENAMED: Mapping[str, Renamed] = {}
"""Every older name that still works, with what became of it."""


class OldNameWarning(DeprecationWarning):
    """Somebody took a name that is going; `told` says which, what it is called today, and until when it works."""

    def __init__(self, old: str, name: Renamed) -> None:
        """Take the old name, and what became of it."""
        said = N_("'{old}' is called '{new}' since release {deprecated}; release {gone} no longer has the old name")
        self.told = Message.of(said, old=old, new=name.new, deprecated=name.deprecated, gone=name.gone)
        super().__init__(str(self.told))


def looked_up(module: str, names: Mapping[str, Renamed]) -> Callable[[str], object]:
    """Return the `__getattr__` of a module: it gives an older name's value, with an `OldNameWarning`, and knows no other.

    Args:
        module: Name of the module.
        names: The older names.
    """

    def __getattr__(name: str) -> object:  # noqa: N807 - it is one
        if name not in names:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        warnings.warn(OldNameWarning(name, names[name]), stacklevel=2)
        value: object = getattr(sys.modules[module], names[name].new)
        return value

    return __getattr__


@contextmanager
def old_names() -> Iterator[dict[str, Message]]:
    """Give what is said of older names that are taken meanwhile, each once; other warnings go where they always go."""
    told: dict[str, Message] = {}
    with warnings.catch_warnings():
        warnings.simplefilter("always", OldNameWarning)
        show = warnings.showwarning

        def noted(message: Warning | str, *arguments: object, **named: object) -> None:
            if isinstance(message, OldNameWarning):
                told[str(message)] = message.told
            else:
                show(message, *arguments, **named)  # type: ignore[arg-type]

        warnings.showwarning = noted
        yield told
