"""What a plan file takes over from others: definitions by key, measures by id, acts and breakdowns of its plugin."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from attrs import field, frozen

from planmonitor.model.definitions import Breakdown, Definition
from planmonitor.model.plans import Measure, Plan, Programme
from planmonitor.model.sources import Document


@frozen
class SharedParts:
    """What stands in a plugin's `programme.toml` or `definitions.toml`, for all its plans.

    Attributes:
        programme: The programme; None where the file only defines.
        documents: The acts it cites, by id.
        breakdowns: Its breakdowns, by id.
        definitions: What it counts, by key.
    """

    programme: Programme | None = None
    documents: Mapping[str, Document] = field(factory=dict)
    breakdowns: Mapping[str, Breakdown] = field(factory=dict)
    definitions: Mapping[str, Definition] = field(factory=dict)


@frozen
class PlanText:
    """What a plan file holds.

    Attributes:
        plan: The plan.
        draft: Whether the file still says that it is a draft, which nobody may follow.
        documents: The acts beside its own that it cites, by id.
    """

    plan: Plan
    draft: bool
    documents: Mapping[str, Document] = field(factory=dict)


class Shelf(Protocol):
    """Where a plan file looks for what it does not say itself."""

    def own(self) -> SharedParts:
        """Return what the plugin of the file shares among its plans; empty where that cannot be read, which is told elsewhere."""

    def definition(self, key: str) -> Definition | None:
        """Return a definition by key, of whatever plugin is installed; None where it is missing or its file is broken."""

    def own_keys(self, key: str) -> Collection[str] | None:
        """Return the keys the file could have meant, where the key lies in its own plugin and that could be read; else None."""

    def measure(self, name: str) -> tuple[Plan, Measure] | None:
        """Return a measure by full id, and its plan; None where there is none."""

    def measures(self) -> Collection[str]:
        """Return the full ids of the measures that can be named, for near misses."""

    def programmes(self) -> Collection[str] | None:
        """Return the programmes that a plan may carry out; None where that is not looked at."""

    def asleep(self, name: str) -> str | None:
        """Return the plugin that a name belongs to, where it is installed and not enabled."""
