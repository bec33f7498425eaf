"""The same figure in two rows of a file: taken once where both say the same, else neither is taken."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from planmonitor.assessment.records import Figure, Origin
from planmonitor.messages import N_, BadData, Message

NAMED = 10
"""How many rows are named one by one."""
ANOTHER = N_("The same figure stands twice with different values: here and in {where}.")


class Twice(BadData):
    """A figure that a row before holds too, with another value: the row before is wrong as much as this one."""

    def __init__(self, here: Origin, before: Origin, *, told: bool) -> None:
        """Take where both stand, and whether the row before was told to be wrong already."""
        self.before, self._here, self._told = before, here, told
        super().__init__(ANOTHER, Message.of(N_("Leave the right one of the two and empty the other.")), where=before.said)

    def of_the_other(self) -> Iterator[tuple[Origin, BadData]]:
        """Yield what is wrong with the row before, once."""
        if not self._told:
            yield self.before, BadData(ANOTHER, self.hint, where=self._here.said)


class Seen:
    """Which figures a file has held so far, and where."""

    def __init__(self) -> None:
        """Begin with none."""
        self._first: dict[tuple[object, ...], tuple[Origin, Figure]] = {}
        self._again: list[Origin] = []
        self._differ: set[tuple[object, ...]] = set()

    def where(self, figure: Figure) -> Origin:
        """Return where a figure stands that was noted."""
        return self._first[figure.key][0]

    def note(self, figure: Figure, where: Origin) -> None:
        """Keep where a figure stands."""
        self._first[figure.key] = where, figure

    def is_again(self, figure: Figure, where: Origin) -> bool:
        """Return whether a row before says the same; raise `Twice` where it says another value of the same figure."""
        if figure.key not in self._first:
            return False
        before, first = self._first[figure.key]
        told = figure.key in self._differ
        if told or _counted(first) != _counted(figure):
            self._differ.add(figure.key)
            raise Twice(where, before, told=told)
        self._again.append(where)
        return True

    def told(self) -> Iterator[Message]:
        """Yield which rows said again what others had said."""
        if self._again:
            once = N_("{count} figures stand twice in the file with the same value and were taken once; passed over: {where}.")
            more = ("…",) if len(self._again) > NAMED else ()
            yield Message.of(once, count=len(self._again), where=(*(origin.said for origin in self._again[:NAMED]), *more))


def _counted(figure: Figure) -> Figure:
    """Return a figure without the remarks beside it."""
    return evolve(figure, supplied_by="", evidence="", note="", entered_by="")
