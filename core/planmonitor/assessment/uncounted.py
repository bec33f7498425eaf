"""Why a measure has no figure: nothing is recorded, or what is recorded does not count in it (docs/domain.md, section 4)."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from planmonitor.assessment.doubts import Doubt
from planmonitor.assessment.records import Figure
from planmonitor.assessment.rollup import Evidence, counts_as
from planmonitor.assessment.values import Amount
from planmonitor.messages import N_, Message

_ASIDE = N_("What is recorded is not counted here ({periods}): {causes}.")


def nothing_counted(evidence: Evidence, doubts: Iterable[Doubt]) -> Message:
    """Return that nothing is recorded, or which days are and why they do not count here: no figure is lost from sight."""
    across = [doubt for doubt in doubts if doubt.case.period.start <= evidence.as_of]
    if across:
        return to_settle(across)
    begun = (figure for figure in evidence.figures if not figure.comparison and figure.period.start <= evidence.as_of)
    causes = {figure: cause for figure in begun if (cause := _cause(evidence, figure)) is not None}
    days = tuple(dict.fromkeys(evidence.window.named(figure.period.start, figure.period.end) for figure in causes))
    if not days:
        return Message.of(N_("No figure has been recorded."))
    return Message.of(_ASIDE, periods=days, causes=tuple(map(Message.of, dict.fromkeys(causes.values()))))


def to_settle(doubts: Iterable[Doubt]) -> Message:
    """Return what is to be settled of the last of some cases in doubt, with its days and, where one takes them, the plan it is recorded under."""
    doubt = max(doubts, key=lambda doubt: doubt.case.until)
    case, definition, year = doubt.case, doubt.definition, doubt.year
    known = N_(
        "{cases} of {start} to {until}, recorded as {measures}: partly outside {year} of this plan ({first} to {last}). "
        "Settle on which day it occurred."
    )
    alone = N_("{cases} of {start} to {until}: partly outside {year} of this plan ({first} to {last}). Settle on which day it occurred.")
    return Message.of(
        known if doubt.known_as else alone,
        cases=Amount(None if case.counted is None else Decimal(case.counted), definition.counts, definition.noun),
        measures=doubt.known_as,
        start=case.period.start,
        until=case.until,
        year=year,
        first=year.start,
        last=year.end,
    )


def _cause(evidence: Evidence, figure: Figure) -> str | None:
    """Return why a figure does not count in a measure; None where it is that of another measure of the plan, an orientation being of later years."""
    plan, measure, window = evidence.plan, evidence.measure, evidence.window
    others = (other for other in plan.measures if other.definition.key == figure.definition)
    if not plan.covers(measure, figure.period) and any(plan.takes(other, figure.period, comparison=False) for other in others):
        return None
    if not counts_as(figure, measure.definition, evidence.over_time):
        return N_("counted in another way then")
    if not window.fits(figure.period) or not window.year(figure.period.year).contains(figure.period):
        return N_("other days than the plan's months and years")
    if not plan.covers(measure, figure.period):
        return N_("outside the time of the plan")
    return N_("of a unit that is not asked for it")
