"""What must hold for every plan, whatever plugin carries it (docs/domain.md, rule 13)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from planmonitor.assessment.checking import Check, Finding
from planmonitor.assessment.figures import TOTAL, Figure
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.messages import Text
from planmonitor.numbers import written


def year_below_part(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find a period that counts less than a period inside it: a year below its own half-year."""
    for judged in judged_plan.measures:
        if judged.measure.definition.over_time == "point_in_time":
            continue
        by_unit: dict[str, list[Figure]] = {}
        for figure in judged_plan.figures:
            if figure.definition == judged.measure.definition.key and figure.breakdown == TOTAL:
                by_unit.setdefault(figure.unit, []).append(figure)
        for whole, part in (pair for figures in by_unit.values() for pair in permutations(figures, 2)):
            more, less = part.counted or 0, whole.counted or 0
            if whole.period != part.period and whole.period.contains(part.period) and less < more:
                yield Finding(
                    message=Text(
                        f"Chỉ tiêu {judged.measure.code}: kỳ {whole.period.id} ({written(less, 'vi')}) thấp hơn "
                        f"kỳ {part.period.id} nằm trong đó ({written(more, 'vi')}): đối chiếu và điều chỉnh số liệu sai.",
                        f"Measure {judged.measure.code}: {whole.period.id} ({written(less, 'en')}) is below "
                        f"{part.period.id} inside it ({written(more, 'en')}): compare them and correct the wrong one.",
                    ),
                    source=judged.measure.source,
                    measures=(judged.id,),
                    units=(whole.unit,) if whole.unit else (),
                )


YEAR_BELOW_PART = Check(
    "planmonitor/year-below-part",
    "error",
    Text("Kỳ dài có số liệu thấp hơn kỳ ngắn nằm trong đó", "A period below a period inside it"),
    year_below_part,
)
EVERY_PLAN = (YEAR_BELOW_PART,)
"""The checks that apply to every plan."""
