"""Cases of which nobody can tell whether they lie in a reporting year of a plan (docs/domain.md, rule 13)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from planmonitor.assessment.records import Figure
from planmonitor.assessment.rollup import Implied, counts_as, year_of_case
from planmonitor.messages import Text
from planmonitor.model.definitions import Definition
from planmonitor.model.periods import Period
from planmonitor.model.plans import Measure, Plan


@frozen
class Doubt:
    """A case of what must not occur of which some days lie in a reporting year of a plan and some do not: an error to settle."""

    case: Figure
    """The case as it is recorded, or as its parts make it."""
    definition: Definition
    """How it is counted: as what must not occur, or as what implies that, whatever plan counts it."""
    under: Measure
    """The measure of the plan to record it under if it lies in the year: the one that counts it, else the one that must not occur."""
    year: Period
    """The last of the plan's reporting years that it has days in: there it is asked about, and reported."""
    known_as: tuple[Text, ...] = ()
    """What the measures of other plans are called whose days it was recorded for."""


def doubts(plan: Plan, measure: Measure, own: Iterable[Figure], implied: Iterable[Implied], others: Iterable[Plan] = ()) -> Iterator[Doubt]:
    """Yield the cases in doubt among a measure's own figures and the cases that imply one of it; none for a year that another case breaks anyway."""
    window, counting = plan.window_of(measure), {other.definition.key: other for other in reversed(plan.measures)}
    recorded = [*((figure, measure.definition) for figure in own), *((case.figure, case.definition) for case in implied)]
    cases = [
        (figure, definition)
        for figure, definition in recorded
        if not figure.comparison and figure.counted not in {None, 0} and counts_as(figure, definition, "any_breach")
    ]
    years = {case.key: year_of_case(case, window) for case, _definition in cases}
    for case, definition in cases:
        touched = [year for year in plan.years_of(measure) if case.period.start <= window.year(year).end and window.year(year).start <= case.until]
        if years[case.key] is None and touched and touched[-1] not in years.values():
            under = measure if definition.key == measure.definition.key else counting.get(definition.key, measure)
            yield Doubt(case, definition, under, window.year(touched[-1]), tuple(_known_as(case, plan, others)))


def _known_as(case: Figure, plan: Plan, others: Iterable[Plan]) -> Iterator[Text]:
    for other in others:
        for measure in other.measures if other.id != plan.id else ():
            if measure.definition.key == case.definition and other.takes(measure, case.period, comparison=False):
                yield other.measure_called(measure)
