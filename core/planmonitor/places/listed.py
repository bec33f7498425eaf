"""A place of the official list: its code, and by what kind and name it went from when until when."""

from __future__ import annotations

from datetime import date

from attrs import frozen

LEVELS = {2: "province", 3: "district", 5: "commune"}
"""Level of a place by the number of digits of its code (docs/domain.md, rule 21)."""
KINDS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
"""The kinds of places, as they stand before a name."""


@frozen
class State:
    """A place as it was for a time."""

    kind: str
    """One of `KINDS`."""
    name: str
    """Its name without the kind."""
    within: str
    """Code of the place it lies in; "" of a province."""
    since: date | None
    """First day; None of a former place, whose beginning the list does not tell."""
    until: date | None
    """Last day; None as long as it lasts."""
    act: str
    """Number of the act that made it so; "" of a former place."""

    @property
    def called(self) -> str:
        """Its name with its kind: "xã Vân Sơn"."""
        return f"{self.kind} {self.name}"

    def holds_on(self, day: date) -> bool:
        """Return whether it was so on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@frozen
class ListedPlace:
    """A place of the official list. A former place of the same code is another one."""

    code: str
    """Official code, leading zeros kept."""
    states: tuple[State, ...]
    """As it was, one after the other."""
    successors: tuple[str, ...] = ()
    """Codes of the places it became part of, each wholly or with a piece; none while it exists."""
    unchecked: str = ""
    """Number of an act that may have changed it, and of which not all places are known; "" for none."""

    @property
    def level(self) -> str:
        """One of "province", "district" and "commune"."""
        return LEVELS[len(self.code)]

    @property
    def ended(self) -> date | None:
        """Its last day; None while it exists."""
        return self.states[-1].until

    @property
    def former(self) -> bool:
        """Whether it was ended before the list was drawn up: what it was before its last day is not told."""
        return self.states[-1].since is None

    @property
    def split(self) -> bool:
        """Whether pieces of it went to several places."""
        return len(self.successors) > 1

    def on(self, day: date) -> State:
        """Return how it was on a day; before it began as at first, after its end as at last."""
        held = (state for state in self.states if state.holds_on(day))
        return next(held, self.states[0] if self.states[0].since is not None and day < self.states[0].since else self.states[-1])

    def exists_on(self, day: date) -> bool:
        """Return whether it existed on a day."""
        return any(state.holds_on(day) for state in self.states)


@frozen
class Act:
    """An act that drew up the list, or changed it."""

    number: str
    """Its number."""
    in_force: date
    """From when on it holds."""
    read_in: str
    """Where its content was read."""
    seen: bool
    """Whether the act itself was read."""
