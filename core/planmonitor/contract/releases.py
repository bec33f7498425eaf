"""What changed from one release of a plugin to the next, and which version number that asks for (docs/publishing.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from planmonitor.contract.breaches import Breach
from planmonitor.contract.describing import Release
from planmonitor.messages import N_, BadData, Message

CORRECTED, MORE, BROKEN = 1, 2, 3
"""What a change asks for: the last number of the version, the one in the middle, or the first."""

_GONE = {
    "plan": N_("the plan is gone"),
    "measure": N_("the measure is gone"),
    "unit": N_("the unit is gone"),
    "duty": N_("the report is gone"),
    "question": N_("the open question is gone"),
    "definition": N_("the definition is gone"),
    "check": N_("the check is gone"),
    "file": N_("the file is gone"),
}
_NEW = {
    "plan": N_("the plan is new"),
    "measure": N_("the measure is new"),
    "unit": N_("the unit is new"),
    "duty": N_("the report is new"),
    "question": N_("the open question is new"),
    "definition": N_("the definition is new"),
    "check": N_("the check is new"),
    "file": N_("the file is new"),
}


JUDGED_BY = {("measure", "bar"), ("duty", "last_day"), ("duty", "kind")}
"""What verdicts rest on: a changed bar or day is judged in another way, and no figure is lost."""


@frozen
class Difference:
    """One part of a plugin that is not as it was in an earlier release."""

    kind: str
    """What it is: "plan", "measure", "unit", "duty", "question", "definition", "check" or "file"."""
    id: str
    """Its id, its key, or the file's name."""
    field: str = ""
    """What of it changed; "" where it is new or gone as a whole."""
    before: str | None = None
    """What that was; None where the part is new."""
    after: str | None = None
    """What that is now; None where the part is gone."""

    @property
    def asks_for(self) -> int:
        """Which number of the version it asks for: figures and settings of places hang on what is named, and on what a key counts."""
        if self.kind == "file":
            return CORRECTED
        return MORE if self.before is None or (self.kind, self.field) in JUDGED_BY else BROKEN

    @property
    def sentence(self) -> Message:
        """What changed."""
        if self.before is not None and self.after is not None:
            if self.kind == "file":
                return Message.of(N_("{id}: changed"), id=self.id)
            return Message.of(N_("{id}: '{field}' was {before}, is {after}"), id=self.id, field=self.field, before=self.before, after=self.after)
        what = Message.of((_NEW if self.before is None else _GONE)[self.kind])
        return Message.of(N_("{id}: {what}"), id=self.id, what=what)


def changes(earlier: Release, now: Release) -> tuple[Difference, ...]:
    """Return what changed between two releases, the gravest first: of a new or lost plan that alone, files only where all else stayed."""
    plans = tuple(f"{name}/" for name in earlier.parts["plan"].keys() ^ now.parts["plan"].keys())
    found = sorted(
        (change for change in _changes(earlier, now) if change.kind in {"definition", "check", "file"} or not change.id.startswith(plans)),
        key=lambda change: -change.asks_for,
    )
    return tuple(change for change in found if change.kind != "file") or tuple(found)


def _changes(earlier: Release, now: Release) -> Iterator[Difference]:
    for kind, parts in now.parts.items():
        were = earlier.parts[kind]
        yield from (Difference(kind, name, before="") for name in were if name not in parts)
        yield from (Difference(kind, name, after="") for name in parts if name not in were)
        for name in (name for name in parts if name in were):
            for field, after in parts[name].items():
                if (before := were[name][field]) != after:
                    yield Difference(kind, name, field, before, after)


def lowest_version(earlier: str, found: Sequence[Difference]) -> str:
    """Return the lowest version that some changes ask for; before 1.0.0 the number in the middle stands for the first."""
    first, middle, last = _numbers(earlier)
    asked = max((change.asks_for for change in found), default=0)
    if first == 0 and asked:
        asked -= 1 if asked > CORRECTED else 0
    steps = {0: (first, middle, last), CORRECTED: (first, middle, last + 1), MORE: (first, middle + 1, 0), BROKEN: (first + 1, 0, 0)}
    return ".".join(map(str, steps[asked]))


def not_raised(plugin: str, earlier: Release, now: Release, found: Sequence[Difference]) -> tuple[Breach, ...]:
    """Return the breach of a release whose version is lower than what changed asks for; empty where it is high enough."""
    lowest = lowest_version(earlier.version, found)
    if _numbers(now.version) >= _numbers(lowest):
        return ()
    said = N_("against release {earlier} the version is {now}, and what changed asks for {lowest}")
    message = Message.of(said, earlier=earlier.version, now=now.version, lowest=lowest)
    cure = Message.of(N_('Set version = "{lowest}" in pyproject.toml, or put back what changed.'), lowest=lowest)
    return (Breach("release", plugin, "version", message, cure),)


def _numbers(version: str) -> tuple[int, int, int]:
    if (found := re.match(r"(\d+)(?:\.(\d+))?(?:\.(\d+))?", version)) is None:
        hint = Message.of(N_("Write it as three numbers, 1.0.0."))
        raise BadData(N_("The version '{version}' cannot be compared with another."), hint, version=version)
    first, middle, last = (int(number or 0) for number in found.groups())
    return first, middle, last
