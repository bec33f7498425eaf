"""Which findings somebody has waived, and which of these have come back (docs/domain.md, rule 24)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve

from planmonitor.assessment.acts import Waiver
from planmonitor.assessment.checking import FoundBy, Waived


def parted(found: Iterable[FoundBy], waivers: Iterable[Waiver], day: date) -> tuple[tuple[FoundBy, ...], tuple[Waived, ...]]:
    """Return the findings that are to be dealt with on a day, and those that are waived; of several waivers of one finding the newest holds."""
    newest = {waiver.finding: waiver for waiver in waivers}
    if not newest:
        return tuple(found), ()
    open_: list[FoundBy] = []
    waived: list[Waived] = []
    for item in found:
        waiver = newest.get(item.number)
        if waiver is not None and holds(waiver, item, day):
            waived.append(Waived(item, waiver))
        else:
            open_.append(evolve(item, lapsed=waiver))
    return tuple(open_), tuple(waived)


def holds(waiver: Waiver, found: FoundBy, day: date) -> bool:
    """Return whether a finding is waived on a day; what was settled is not, once the finding says something else, nor is an error of figures.

    A waiver of so many cases is none of those that come after it, whatever its reason.
    """
    return day <= waiver.until and (not (waiver.kind == "settled" or found.is_error_of_figures) or waiver.sentence == found.finding.message.vi)
