"""The letters that the reports of a duty were sent with, and what became of them (docs/domain.md, rule 19)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve, frozen

from planmonitor.assessment.acts import Sending
from planmonitor.model.periods import Period


@frozen
class ReportLetters:
    """What became of the report of one unit on one period: of a duty on events there may be several letters, else there is one."""

    standing: tuple[Sending, ...] = ()
    """ReportLetters sent and not returned, as they were recorded; with the day of receipt where that was recorded too."""
    returned: tuple[Sending, ...] = ()
    """ReportLetters that were returned."""
    last_return: Sending | None = None
    """The return that nothing was sent after; None where the last letter stands."""

    @property
    def shown(self) -> Sending | None:
        """The letter that counts, or the return where none stands."""
        return self.standing[-1] if self.standing else self.last_return


Sent = Mapping[tuple[str, Period], ReportLetters]
"""The letters of a duty, by unit and period."""


def letters(plan: str, duty: str, sendings: Iterable[Sending]) -> Sent:
    """Return the letters of a duty, named by the ids of its plan and its own, from what was recorded of it, oldest first.

    What rests on a letter that is no longer there, because its sending was taken back, says nothing.
    """
    found: dict[tuple[str, Period], ReportLetters] = {}
    for act in sendings:
        if (act.plan, act.duty) == (plan, duty):
            about = (act.unit, act.period)
            found[about] = _after(found.get(about, ReportLetters()), act)
    return {about: these for about, these in found.items() if these.shown is not None}


def _after(these: ReportLetters, act: Sending) -> ReportLetters:
    """Return the letters as they are after one more act."""
    *earlier, newest = these.standing or (None,)
    if act.act == "return":
        return these if newest is None else ReportLetters(tuple(filter(None, earlier)), (*these.returned, newest), act)
    own = act.letter != "" and act.dated is not None
    if act.act == "receive":
        named = [letter for letter in these.standing if act.letter in {"", letter.letter}]
        if named:
            kept = evolve(named[-1], act="receive", received=act.received, recorded_at=act.recorded_at)
            return evolve(these, standing=tuple(kept if letter is named[-1] else letter for letter in these.standing))
        if not own:
            return these
    return ReportLetters((*these.standing, act), these.returned)
