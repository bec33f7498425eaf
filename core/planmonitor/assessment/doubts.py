"""Cases of which nobody can tell whether they lie in a reporting year of a plan (docs/domain.md, rule 13)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from planmonitor.assessment.records import Figure
from planmonitor.assessment.rollup import counts_as, year_of_case
from planmonitor.model.periods import Period
from planmonitor.model.plans import Measure, Plan


@frozen
class Doubt:
    """A case of what must not occur of which some days lie in a reporting year of a plan and some do not: an error to settle."""

    case: Figure
    """The case as it is recorded, or as its parts make it."""
    counted: Measure
    """The measure of the plan that counts it: the one that must not occur, or one that implies it."""
    year: Period
    """The last of the plan's reporting years that it has days in: there it is asked about, and reported."""
    known_as: tuple[str, ...] = ()
    """Ids of the measures of other plans whose days it was recorded for."""


def doubts(plan: Plan, measure: Measure, figures: Iterable[Figure], others: Iterable[Plan]) -> Iterator[Doubt]:
    """Yield the cases in doubt among figures of a measure, and of what implies it; none for a year that another case breaks anyway."""
    window, counting = plan.window_of(measure), {other.definition.key: other for other in reversed(plan.measures)}
    counting[measure.definition.key] = measure
    cases = [
        figure
        for figure in figures
        if not figure.comparison and figure.counted not in {None, 0} and counts_as(figure, counting[figure.definition].definition, "any_breach")
    ]
    years = {case.key: year_of_case(case, window) for case in cases}
    for case in cases:
        touched = [year for year in plan.years_of(measure) if case.period.start <= window.year(year).end and window.year(year).start <= case.until]
        if years[case.key] is None and touched and touched[-1] not in years.values():
            yield Doubt(case, counting[case.definition], window.year(touched[-1]), tuple(_known_as(case, plan, others)))


def _known_as(case: Figure, plan: Plan, others: Iterable[Plan]) -> Iterator[str]:
    for other in others:
        for measure in other.measures if other.id != plan.id else ():
            if measure.definition.key == case.definition and other.takes(measure, case.period, comparison=False):
                yield other.measure_id(measure)
