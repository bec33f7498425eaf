"""What follows from the text of the plan of 2024 and can be looked for in the figures.

Each check cites the clause it holds the figures against: that of the plan's own measure or duty.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor import Check, Finding, JudgedMeasure, JudgedPlan, Text, no_figure, written

ABUSED_CHILDREN = "child-work/abused-children"
CHILD_FRIENDLY_SHARE = "child-work/child-friendly-communes"
SPECIAL_CHILDREN_CARED_FOR = "child-work/special-children-protected-and-cared-for"
"""What the checks look at, by key of its definition."""


def special_circumstances_below_abused(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find fewer children in special circumstances than abused children: these are among them (Law on Children, art. 10)."""
    special, abused = _only(judged_plan, SPECIAL_CHILDREN_CARED_FOR), _only(judged_plan, ABUSED_CHILDREN)
    if special.value is not None and special.value.denominator is not None and _cases(abused) > special.value.denominator:
        yield Finding(
            message=Text(
                f"Chỉ tiêu {special.measure.code} tính trên {written(special.value.denominator, 'vi')} trẻ em có hoàn cảnh đặc biệt, ít hơn "
                f"{_cases(abused):02d} trẻ em bị xâm hại ở {abused.measure.code}: rà soát lại danh sách trẻ em có hoàn cảnh đặc biệt.",
                f"Measure {special.measure.code} is taken over {written(special.value.denominator, 'en')} children in special circumstances, fewer "
                f"than the abused children of {abused.measure.code} ({_cases(abused)}): go through the list again.",
            ),
            source=special.measure.source,
            measures=(special.id, abused.id),
        )


def fewer_child_friendly(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find a share of child-friendly communes below that of 2022, before the due date makes it a verdict."""
    judged = _only(judged_plan, CHILD_FRIENDLY_SHARE)
    if judged.value is not None and judged.value.exact is not None and judged.bar is not None and judged.value.exact < judged.bar:
        counts = f"{judged.value.numerator}/{judged.value.denominator}"
        yield Finding(
            message=Text(
                f"{counts} xã, thị trấn đạt tiêu chuẩn phù hợp với trẻ em, thấp hơn tỷ lệ năm 2022 phải duy trì: "
                "rà soát xã, thị trấn không còn đạt và nguyên nhân.",
                f"{counts} communes are child-friendly, below the share of 2022 that is to be kept: see which no longer are, and why.",
            ),
            source=judged.measure.source,
            measures=(judged.id,),
        )


def communes_differ(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find shares of the district's communes that are taken over different numbers of communes, or another than the place has named."""
    rows = [judged for judged in judged_plan.measures if (judged.measure.definition.kind, judged.measure.definition.counts) == ("ratio", "places")]
    known = [(judged, judged.value.denominator) for judged in rows if judged.value is not None]
    named = judged_plan.plan.answer("how-many-communes")
    numbers = [number for _, number in known] + ([named] if named is not None else [])
    waiting = [judged for judged in rows if judged.value is None]
    if waiting and (not known or len(numbers) < 2):
        yield no_figure(waiting)
    elif len(set(numbers)) > 1:
        counts = "; ".join(f"{judged.measure.code}: {number}" for judged, number in known)
        vi, en = (f"{counts}; {said}: {named}" if named else counts for said in ("địa phương trả lời", "the place's answer"))
        yield Finding(
            message=Text(
                f"Số xã, thị trấn của huyện không thống nhất giữa các chỉ tiêu ({vi}): đối chiếu lại.",
                f"The measures do not agree on how many communes the district has ({en}): compare them.",
            ),
            source=known[0][0].measure.source,
            measures=tuple(judged.id for judged, _ in known),
        )


def _only(judged_plan: JudgedPlan, key: str) -> JudgedMeasure:
    """Return the one measure of the plan that counts a definition."""
    return judged_plan.with_definition(key)[0]


def _cases(judged: JudgedMeasure) -> int:
    """Return how many were counted; 0 without a figure."""
    return 0 if judged.value is None or judged.value.value is None else int(judged.value.value)


CHECKS = (
    Check(
        "child-work-2024/special-circumstances-below-abused",
        "warning",
        Text("Trẻ em có hoàn cảnh đặc biệt ít hơn trẻ em bị xâm hại", "Fewer children in special circumstances than abused children"),
        special_circumstances_below_abused,
        needs=(SPECIAL_CHILDREN_CARED_FOR, ABUSED_CHILDREN),
    ),
    Check(
        "child-work-2024/fewer-child-friendly",
        "warning",
        Text("Tỷ lệ xã phù hợp với trẻ em thấp hơn năm 2022", "Fewer child-friendly communes than in 2022"),
        fewer_child_friendly,
        needs=(CHILD_FRIENDLY_SHARE,),
    ),
    Check(
        "child-work-2024/communes-differ",
        "warning",
        Text("Số xã, thị trấn không thống nhất giữa các chỉ tiêu", "Measures that count different numbers of communes"),
        communes_differ,
    ),
)
