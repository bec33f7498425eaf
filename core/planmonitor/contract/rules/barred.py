"""What the rules on targets look at: one bar of one measure, and what its clause says of the figure that it quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from planmonitor.contract.breaches import Breach
from planmonitor.messages import N_, Message
from planmonitor.model.plans import Measure, Plan
from planmonitor.model.targets import Target
from planmonitor.plantext.clauses import ClauseFigure, figures_in, located
from planmonitor.plantext.wording import Decided, decided
from planmonitor.registry.catalogue import Loaded

_BARE = re.compile(r"\d[\d.,]* ?(?:%|phần trăm)?", re.IGNORECASE)


@frozen(slots=False)
class Barred:
    """One bar of one measure of one plan."""

    plan: Plan
    """The plan."""
    measure: Measure
    """The measure."""
    target: Target
    """The bar."""
    field: str
    """Where it stands, as its author finds it."""

    @cached_property
    def quoted(self) -> tuple[ClauseFigure, ...]:
        """The figures of the clause that its words hold."""
        spans = located(self.target.wording, self.measure.source.clause)
        return tuple(figure for figure in figures_in(self.measure.source.clause) if any(begin <= figure.start < end for begin, end in spans))

    @cached_property
    def printed(self) -> tuple[ClauseFigure, ...]:
        """The figures of the clause that it may be: those of its own number among the quoted, else in the whole clause where its words hold none."""
        value = self.target.value
        if value is None:
            return ()
        among = self.quoted or (() if figures_in(self.target.wording) else figures_in(self.measure.source.clause))
        return tuple(figure for figure in among if figure.value == abs(value))

    @cached_property
    def readings(self) -> tuple[Decided, ...]:
        """What the words may ask for, those around its figure in the clause included; empty where they decide nothing."""
        found = decided(self.target.wording)
        several = len(figures_in(self.target.wording)) > 1
        if not several and found is not None and not _is_bare(found):
            return (found,)
        if not self.printed:
            return () if several or found is None else (found,)
        return tuple(reading for figure in self.printed for reading in _readings(figure, decided(figure.words) if several else found))

    def words_for(self, found: Decided) -> Message | str:
        """Return the words that a reading is made of: the target's own, with those before it in the clause where these decide."""
        wording = self.target.wording
        if decided(wording) == found or found.printed in wording:
            return wording
        return Message.of(N_("{wording} (in its clause: {read})"), wording=wording, read=found.printed)

    def breach(self, rule: str, message: Message, cure: Message, key: str = "", inside: str = "") -> Breach:
        """Return the breach of a rule here; `inside` names what stands within the bar."""
        return Breach(rule, self.plan.id, f"{self.field}{inside}", message, cure, key)


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


def bars_of(loaded: Loaded) -> Iterator[Barred]:
    """Yield every bar of a plugin's plans."""
    for plan in loaded.plans:
        for measure in plan.measures:
            for number, target in enumerate(measure.targets, start=1):
                several = f" {number}" if len(measure.targets) > 1 else ""
                yield Barred(plan, measure, target, f"indicators {measure.code}, targets{several}")
