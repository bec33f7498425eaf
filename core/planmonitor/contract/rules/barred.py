"""What the rules on targets look at: one bar of one measure, and what its clause says of the figure that it quotes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from planmonitor.contract.breaches import Breach
from planmonitor.messages import N_, Message
from planmonitor.model.plans import Measure, Plan
from planmonitor.model.targets import Target
from planmonitor.plantext.bars import Quoted
from planmonitor.plantext.wording import Decided, decided
from planmonitor.registry.catalogue import Loaded


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
    def quoted(self) -> Quoted:
        """Its words in their clause."""
        return Quoted(self.target.wording, self.measure.source.clause, self.target.value)

    def words_for(self, found: Decided) -> Message | str:
        """Return the words that a reading is made of: the target's own, with those before it in the clause where these decide."""
        wording = self.target.wording
        if decided(wording) == found or found.printed in wording:
            return wording
        return Message.of(N_("{wording} (in its clause: {read})"), wording=wording, read=found.printed)

    def breach(self, rule: str, message: Message, cure: Message, key: str = "", inside: str = "") -> Breach:
        """Return the breach of a rule here; `inside` names what stands within the bar."""
        return Breach(rule, self.plan.id, f"{self.field}{inside}", message, cure, key)


def bars_of(loaded: Loaded) -> Iterator[Barred]:
    """Yield every bar of a plugin's plans."""
    for plan in loaded.plans:
        for measure in plan.measures:
            for number, target in enumerate(measure.targets, start=1):
                several = f" {number}" if len(measure.targets) > 1 else ""
                yield Barred(plan, measure, target, f"indicators {measure.code}, targets{several}")
