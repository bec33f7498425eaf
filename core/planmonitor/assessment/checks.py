"""What must hold for every plan, whatever plugin carries it, and between plans (docs/domain.md, rules 1 and 13)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from planmonitor.assessment.figures import TOTAL, Figure
from planmonitor.assessment.plans import AssessedPlan
from planmonitor.assessment.results import FoundBy
from planmonitor.messages import Text
from planmonitor.model.checks import Check, Finding
from planmonitor.model.plans import Measure, Plan
from planmonitor.numbers import written


def year_below_part(assessed: AssessedPlan) -> Iterator[Finding]:
    """Find a period that counts less than a period inside it: a year below its own half-year."""
    for judged in assessed.measures:
        if judged.measure.definition.over_time == "point_in_time":
            continue
        by_unit: dict[str, list[Figure]] = {}
        for figure in assessed.figures:
            if figure.definition == judged.measure.definition.key and figure.breakdown == TOTAL:
                by_unit.setdefault(figure.unit, []).append(figure)
        for whole, part in (pair for figures in by_unit.values() for pair in permutations(figures, 2)):
            if whole.period != part.period and whole.period.contains(part.period) and _count(whole) < _count(part):
                yield Finding(
                    message=Text(
                        f"Chỉ tiêu {judged.measure.code}: kỳ {whole.period.id} ({written(_count(whole), 'vi')}) thấp hơn "
                        f"kỳ {part.period.id} nằm trong đó ({written(_count(part), 'vi')}): đối chiếu và điều chỉnh số liệu sai.",
                        f"Measure {judged.measure.code}: {whole.period.id} ({written(_count(whole), 'en')}) is below "
                        f"{part.period.id} inside it ({written(_count(part), 'en')}): compare them and correct the wrong one.",
                    ),
                    source=judged.measure.source,
                    measures=(judged.id,),
                    units=(whole.unit,) if whole.unit else (),
                )


def _count(figure: Figure) -> int | Decimal:
    counted = figure.numerator if figure.numerator is not None else figure.value
    return counted or 0


YEAR_BELOW_PART = Check(
    "planmonitor/year-below-part",
    "error",
    Text("Kỳ dài có số liệu thấp hơn kỳ ngắn nằm trong đó", "A period below a period inside it"),
    year_below_part,
)
EVERY_PLAN = (YEAR_BELOW_PART,)
"""The checks that apply to every plan."""

DIFFERING_DEFINITIONS = Check(
    "planmonitor/differing-definitions", "error", Text("Cùng một mã nhưng cách đếm khác nhau", "One key, two ways of counting"), lambda _assessed: ()
)


def across(plans: Sequence[Plan]) -> tuple[FoundBy, ...]:
    """Return what does not agree between plans: equal keys are one figure, so they must be counted alike.

    Args:
        plans: The plans followed.
    """
    first: dict[str, tuple[Plan, Measure]] = {}
    found = []
    for plan in plans:
        for measure in plan.measures:
            other_plan, other = first.setdefault(measure.definition.key, (plan, measure))
            if other.definition != measure.definition:
                message = Text(
                    f"'{measure.definition.key}' được đếm khác nhau trong {other_plan.id} và {plan.id}: "
                    "số liệu không dùng chung được; báo người viết kế hoạch.",
                    f"'{measure.definition.key}' is counted differently in {other_plan.id} and {plan.id}: "
                    "the figure cannot be shared; tell the author of the plan.",
                )
                ids = (other_plan.measure_id(other), plan.measure_id(measure))
                found.append(FoundBy(DIFFERING_DEFINITIONS, Finding(message, measure.source, ids)))
    return tuple(found)
