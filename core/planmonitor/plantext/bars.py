"""The bar that words quoted from a clause set: which of its figures it is, and what the words around that figure ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from attrs import frozen

from planmonitor.plantext.clauses import ClauseFigure, figures_in, located
from planmonitor.plantext.wording import Decided, decided

_BARE = re.compile(r"\d[\d.,]* ?(?:%|phần trăm)?", re.IGNORECASE)


@frozen(slots=False)
class Quoted:
    """Words quoted from a clause for one target."""

    wording: str
    """The words, "…" where others are left out."""
    clause: str
    """The clause."""
    value: int | Decimal | None = None
    """The figure of the target; None where it has none, or it is not known yet."""

    @cached_property
    def figures(self) -> tuple[ClauseFigure, ...]:
        """The figures of the clause that the words hold."""
        spans = located(self.wording, self.clause)
        return tuple(figure for figure in figures_in(self.clause) if any(begin <= figure.start < end for begin, end in spans))

    @cached_property
    def printed(self) -> tuple[ClauseFigure, ...]:
        """The figures that the target may be: those of its value among the quoted, else in the whole clause where the words hold none."""
        if self.value is None:
            return ()
        among = self.figures or (() if figures_in(self.wording) else figures_in(self.clause))
        return tuple(figure for figure in among if figure.value == abs(self.value))

    @cached_property
    def readings(self) -> tuple[Decided, ...]:
        """What the words may ask for, those around its figure in the clause included; empty where they decide nothing."""
        found = decided(self.wording)
        several = len(figures_in(self.wording)) > 1
        if not several and found is not None and not _is_bare(found):
            return (found,)
        if not self.printed:
            return () if several or found is None else (found,)
        return tuple(reading for figure in self.printed for reading in _readings(figure, decided(figure.words) if several else found))


def _is_bare(found: Decided) -> bool:
    """Return whether words are a figure and nothing else, so that what stands before them in the clause says how it is meant."""
    return found.kind is None and _BARE.fullmatch(found.printed) is not None


def _readings(figure: ClauseFigure, own: Decided | None) -> Iterator[Decided]:
    """Yield what is meant by a figure of a clause: by the words around it, and where these leave it open, by its own."""
    meaning = figure.meaning
    if meaning.decided is not None:
        yield meaning.decided
    if own is not None and (meaning.open or (meaning.decided is None and not meaning.direction)):
        yield own
