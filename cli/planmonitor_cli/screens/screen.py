"""A screen: what must stand on it, and what may be left out where there is no room."""

from __future__ import annotations

from collections.abc import Callable, Sequence


class Screen:
    """The text of one screen, put together from top to bottom.

    What must stand there stands there, however long it is. What may is added in its order while there is room beside it, and
    what was left out is counted and said.
    """

    def __init__(self, room: int | None) -> None:
        """Take how many lines there are; None for no limit, as where the answer goes to a file."""
        self._room = room
        self._blocks: list[str] = []
        self._taken = 0
        self._optional: Sequence[str] = ()
        self._position = self._least = 0
        self._left_out: Callable[[int], str] = str

    def must(self, *blocks: str, beyond: bool = False) -> None:
        """Add blocks of lines; those `beyond` the room take none of it."""
        self._blocks += blocks
        self._taken += 0 if beyond else sum(map(_height, blocks))

    def may(self, blocks: Sequence[str], left_out: Callable[[int], str], *, least: int = 0) -> None:
        """Add, once on a screen, blocks of which only as many are shown as fit.

        Args:
            blocks: The blocks, the most important first.
            left_out: Says in one line how many were left out.
            least: How many are shown however little room there is.
        """
        self._optional, self._left_out, self._position, self._least = blocks, left_out, len(self._blocks), least

    def text(self) -> str:
        """Return the screen."""
        shown = list(self._optional) if self._room is None else self._fitting(self._room - self._taken)
        if len(shown) < len(self._optional):
            shown.append(self._left_out(len(self._optional) - len(shown)))
        return "\n".join([*self._blocks[: self._position], *shown, *self._blocks[self._position :]])

    def _fitting(self, room: int) -> list[str]:
        """Return the first blocks that fit; while others follow, a line is kept for saying so."""
        shown: list[str] = []
        for block in self._optional:
            room -= _height(block)
            if len(shown) >= self._least and room < (len(shown) + 1 < len(self._optional)):
                break
            shown.append(block)
        return shown


def _height(block: str) -> int:
    return block.count("\n") + 1
