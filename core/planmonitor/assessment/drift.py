"""From the estimate to the figure that took its place: what changed, and whether it turns the comparison (docs/domain.md, rule 17)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from planmonitor.assessment.breakdowns import with_totals
from planmonitor.assessment.counted import Counted, held_against
from planmonitor.assessment.known import Known
from planmonitor.assessment.records import Figure
from planmonitor.assessment.results import JudgedMeasure
from planmonitor.assessment.rollup import Evidence, figures_of, roll_up
from planmonitor.assessment.values import Drift
from planmonitor.model.definitions import Definition


def estimated_totals(known: Known, definitions: Iterable[Definition]) -> dict[str, tuple[Figure, ...]]:
    """Return, of what was estimated first and is no estimate any more, the totals as they were estimated, by definition."""
    last = {figure.key: figure for figure in known.estimates}
    first: dict[str, list[Figure]] = {}
    changed: set[str] = set()
    for figure in known.figures:
        estimate = last.get(figure.key) if figure.state != "estimated" else None
        if estimate is not None and estimate.revision < figure.revision:
            changed.add(figure.definition)
        first.setdefault(figure.definition, []).append(estimate or figure)
    return {one.key: with_totals(first[one.key], one) for one in definitions if one.key in changed}


def with_drift(judged: JudgedMeasure, evidence: Evidence, estimated: Mapping[str, tuple[Figure, ...]]) -> JudgedMeasure:
    """Return a judged measure with what was estimated before its figure; as it is where that says the same."""
    value, key = judged.value, evidence.measure.definition.key
    if value is None or value.state == "estimated" or evidence.judged_year is None or key not in estimated:
        return judged
    then = roll_up(evolve(evidence, figures=figures_of(evidence.plan, evidence.measure, estimated)), evidence.judged_year)
    if then is None or (then.counted, then.denominator) == (value.counted, value.denominator):
        return judged
    then = held_against(then, judged.bar)
    reached = [Counted(evidence, one, judged.bar, None).reaches(judged.bar) for one in (then, value)]
    return evolve(judged, drift=Drift(then, reached[0] != reached[1]))
