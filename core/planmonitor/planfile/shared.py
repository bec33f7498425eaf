"""What a plan file takes over from others: definitions by key, measures by id, acts and breakdowns of its plugin."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from attrs import field, frozen

from planmonitor.model.definitions import Breakdown, Definition
from planmonitor.model.plans import Measure, Plan, Programme
from planmonitor.model.sources import Document


@frozen
class SharedParts:
    """What stands in a plugin's `programme.toml` or `definitions.toml`, for all its plans."""

    programme: Programme | None = None
    """The programme; None where the file only defines."""
    documents: Mapping[str, Document] = field(factory=dict)
    """The acts it cites, by id."""
    breakdowns: Mapping[str, Breakdown] = field(factory=dict)
    """Its breakdowns, by id."""
    definitions: Mapping[str, Definition] = field(factory=dict)
    """What it counts, by key."""


@frozen
class PlanText:
    """What a plan file holds."""

    plan: Plan
    """The plan."""
    draft: bool
    """Whether the file still says that it is a draft, which nobody may follow."""
    documents: Mapping[str, Document] = field(factory=dict)
    """The acts beside its own that it cites, by id."""


@frozen
class Shelf:
    """Where a plan file looks for what it does not say itself."""

    own: SharedParts
    """What the plugin of the file shares among its plans; empty where that cannot be read, which is told elsewhere."""
    definition: Callable[[str], Definition | None]
    """Gives a definition by key, of whatever plugin is installed; None where it is missing or its file is broken."""
    own_keys: Callable[[str], Collection[str] | None]
    """Gives the keys that one of the file's own plugin could have meant; None for one of another plugin, or where they cannot be read."""
    measure: Callable[[str], tuple[Plan, Measure] | None]
    """Gives a measure by full id, and its plan; None where there is none."""
    measures: Callable[[], Collection[str]]
    """Gives the full ids of the measures that can be named, for near misses."""
    programmes: Collection[str] | None
    """The programmes that a plan may carry out; None where that is not looked at."""
    asleep: Callable[[str], str | None]
    """Gives the plugin that a name belongs to, where it is installed and not enabled."""
