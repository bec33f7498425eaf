"""Rules on years: due dates, milestones and base years are those that the clause prints with the figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from planmonitor.contract.breaches import Breach
from planmonitor.contract.rules.barred import Barred, bars_of
from planmonitor.messages import N_, Message
from planmonitor.model.targets import CHANGES, Milestone
from planmonitor.plantext.clauses import ClauseFigure, base_years_of, figures_in, only_day_of
from planmonitor.plantext.wording import composed
from planmonitor.registry.catalogue import Loaded

_YEAR_BEFORE = re.compile(r"(?i:so với (?:cùng kỳ )?(?:của )?năm (?:trước|liền kề|liền trước))")
_HELD = {*CHANGES, "maintain", "increase", "decrease"}


def years(loaded: Loaded) -> Iterator[Breach]:
    """Yield the dates of bars and milestones, and the base years, that are not those of the clause; what it leaves open is not held against."""
    for bar in bars_of(loaded):
        day, due = _day_of_bar(bar), bar.plan.due(bar.target)
        if day is not None and not _agree(day, due):
            message = Message.of(N_("the clause prints {printed} with this figure, the target is due on {due}"), printed=day, due=due)
            cure = Message.of(N_("Write due = {day}, or quote the words of the figure that is due on {due}."), day=day.isoformat(), due=due)
            yield bar.breach("years", message, cure, "due")
        for number, milestone in enumerate(bar.target.milestones, start=1):
            day = _day_of_milestone(bar, milestone)
            if day is not None and not _agree(day, milestone.due):
                said = N_("the clause prints {printed} with the figure {value}, the milestone is due on {due}")
                message = Message.of(said, printed=day, value=milestone.value, due=milestone.due)
                cure = Message.of(N_("Write due = {day}; what is due last is the bar, what is due before it a milestone."), day=day.isoformat())
                yield bar.breach("years", message, cure, "due", f", milestones {number}")
        yield from _base_year(bar)


def _agree(printed: date, written: date) -> bool:
    """Return whether a day is the one that is printed; where that is a year, any day of it."""
    is_year = (printed.month, printed.day) == (12, 31)
    return written == printed or (is_year and written.year == printed.year)


def _day_of_bar(bar: Barred) -> date | None:
    """Return the last day that the clause prints with the figure of a bar; None where it prints none or several."""
    if bar.target.value is None and bar.quoted.figures:
        return None
    if bar.quoted.printed:
        return _only([figure.day for figure in bar.quoted.printed])
    return only_day_of(bar.measure.source.clause, bar.target.wording) if not bar.quoted.figures else None


def _day_of_milestone(bar: Barred, milestone: Milestone) -> date | None:
    """Return the same of a milestone, in its own clause, else in that of its measure."""
    for clause in (milestone.source.clause, bar.measure.source.clause):
        if found := _with_value(clause, milestone):
            day = _only([figure.day for figure in found])
            if day is not None:
                return day
    return None


def _with_value(clause: str, milestone: Milestone) -> list[ClauseFigure]:
    return [figure for figure in figures_in(clause) if figure.value == abs(milestone.value)]


def _only(days: list[date | None]) -> date | None:
    return days[0] if len(set(days)) == 1 else None


def _base_year(bar: Barred) -> Iterator[Breach]:
    target, clause = bar.target, bar.measure.source.clause
    named = base_years_of(clause)
    if target.kind not in _HELD or len(named) > 1:
        return
    base = target.baseline
    if not named and base is not None and _YEAR_BEFORE.search(composed(clause)):
        message = Message.of(N_("the clause holds it against the year before, the target against {year}"), year=str(base.year))
        yield bar.breach("years", message, Message.of(N_("Write same_period = true, and no base year.")), "year", ", baseline")
    elif named and (base is None or base.year != named[0]):
        said = N_("the clause holds it against {printed}, the target against {year}") if base else N_("the clause holds it against {printed}")
        message = Message.of(said, printed=str(named[0]), **({"year": str(base.year)} if base else {}))
        cure = Message.of(N_("Write year = {printed} under [….baseline], and no same_period."), printed=str(named[0]))
        yield bar.breach("years", message, cure, "year", ", baseline")
