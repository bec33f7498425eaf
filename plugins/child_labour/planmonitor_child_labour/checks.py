"""What follows from the texts of the child-labour plans and can be looked for in the figures.

Each check cites the clause it holds the figures against: that of the plan's own measure, task or duty.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor import Check, Finding, JudgedMeasure, JudgedPlan, Text, no_figure, written

RATE = "child-labour/rate"
SUPPORTED = "child-labour/notified-supported"
EDUCATION = "child-labour/education-access"
INSPECTIONS = "child-labour/inspections"
AT_RISK = "child-labour/minors-5-17-at-risk"
"""What the checks look at, by key of its definition; the last is what the Kon Tum plan counts to see that no child is at risk."""

COUNTS_CHILDREN_AT_RISK = frozenset({RATE, SUPPORTED, EDUCATION, AT_RISK})


def rate_at_bar(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find a child-labour rate at or above a bar that it must stay below, before the due date makes it a verdict."""
    for judged in judged_plan.with_definition(RATE):
        if judged.measure.scope != "target" or judged.target.comparator not in {"<", "<="} or judged.bar is None:
            continue
        value, mark = judged.value, judged.target.value
        if value is None or value.exact is None or mark is None:
            continue  # of nobody there is no rate
        if value.exact > judged.bar or (value.exact == judged.bar and judged.target.comparator == "<"):
            yield Finding(
                message=Text(
                    f"Tỷ lệ lao động trẻ em ({_counted(judged, 'vi')}) {'vượt' if value.exact > judged.bar else 'bằng'} "
                    f"mức {written(mark, 'vi')}% của kế hoạch: rà soát từng trường hợp, hỗ trợ can thiệp và báo cáo cấp trên.",
                    f"The child-labour rate ({_counted(judged, 'en')}) is {'above' if value.exact > judged.bar else 'at'} "
                    f"the plan's {written(mark, 'en')}%: review the cases, give support and report upwards.",
                ),
                source=judged.measure.source,
                measures=(judged.id,),
            )


def _counted(judged: JudgedMeasure, language: str) -> str:
    """Return what was counted, "160/4.000"."""
    value = judged.value
    if value is None or value.numerator is None or value.denominator is None:
        return ""
    return f"{written(value.numerator, language)}/{written(value.denominator, language)}"


def notified_not_supported(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find children who were notified and not supported."""
    for judged in judged_plan.with_definition(SUPPORTED):
        value = judged.value
        if value is not None and value.numerator is not None and value.denominator is not None and value.numerator < value.denominator:
            waiting = value.denominator - value.numerator
            yield Finding(
                message=Text(
                    f"{waiting:02d} trẻ em đã có thông báo nhưng chưa được hỗ trợ, can thiệp: hỗ trợ ngay và ghi rõ lý do chậm.",
                    f"{waiting} notified children are not supported yet: support them now and record why it took long.",
                ),
                source=judged.measure.source,
                measures=(judged.id,),
            )


def zero_beside_cases(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find a row that says there are no children at risk beside a row that counts some of them."""
    rows = [
        judged for judged in judged_plan.measures if judged.measure.definition.key in COUNTS_CHILDREN_AT_RISK and judged.measure.scope == "target"
    ]
    known = [judged for judged in rows if judged.value is not None]
    waiting = [judged for judged in rows if judged.value is None]
    if waiting and len(known) < 2:
        yield no_figure(waiting)
    in_labour = max((_children(judged) for judged in known if judged.measure.definition.key == RATE), default=0)
    for none in known:
        key = none.measure.definition.key
        if key not in {EDUCATION, AT_RISK} or _children(none):
            continue
        # Children in labour may stand in the other row though none is at risk; but the row on schooling counts them too.
        explained = in_labour if key == AT_RISK else 0
        for some in known:
            if some.id == none.id or (key == AT_RISK and some.measure.definition.key == RATE) or _children(some) <= explained:
                continue
            yield Finding(
                message=Text(
                    f"Chỉ tiêu {none.measure.code} ghi không có trẻ em có nguy cơ, nhưng chỉ tiêu {some.measure.code} "
                    f"đếm được {written(_children(some), 'vi')} trẻ em: đối chiếu lại hai số liệu.",
                    f"Measure {none.measure.code} says there are no children at risk, but measure {some.measure.code} "
                    f"counts {written(_children(some), 'en')} children: compare the two figures.",
                ),
                source=none.measure.source,
                measures=(none.id, some.id),
            )


def _children(judged: JudgedMeasure) -> int:
    """Return how many children a row counts: those in labour or at risk themselves, else those it is a share of."""
    if judged.value is None:
        return 0
    counted = judged.value.numerator if judged.measure.definition.key in {RATE, AT_RISK} else judged.value.denominator
    if counted is not None and counted > 0:
        return counted
    return 0 if judged.value.value is None else int(judged.value.value)


def no_inspection(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find a reporting year that is over and has no inspection reported."""
    for judged in judged_plan.with_definition(INSPECTIONS):
        window = judged_plan.plan.window_of(judged.measure)
        years = [window.year(year) for year in judged_plan.plan.years()]
        figures = [
            figure for figure in judged_plan.figures if figure.definition == INSPECTIONS and figure.value not in {None, 0} and not figure.comparison
        ]
        over = [year for year in years if year.end < judged_plan.as_of]
        without = ", ".join(year.id for year in over if not any(year.contains(figure.period) for figure in figures))
        if without:
            yield Finding(
                message=Text(
                    f"Không có cuộc kiểm tra nào được báo cáo trong năm {without}: tổ chức kiểm tra hoặc bổ sung số liệu.",
                    f"No inspection is reported for {without}: inspect, or send the missing figure.",
                ),
                source=judged.measure.source,
                measures=(judged.id,),
            )
        running = [year for year in years if year.start <= judged_plan.as_of <= year.end]
        if running and not any(running[0].contains(figure.period) for figure in figures):
            yield Finding(
                message=Text(
                    f"Năm {running[0].id} chưa kết thúc và chưa có cuộc kiểm tra nào được báo cáo.",
                    f"{running[0].id} is not over, and no inspection has been reported yet.",
                ),
                source=judged.measure.source,
                measures=(judged.id,),
                state="not_judged",
            )


CHECKS = (
    Check(
        "child-labour/rate-at-bar",
        "warning",
        Text("Tỷ lệ lao động trẻ em bằng hoặc cao hơn mức của kế hoạch", "Child-labour rate at or above the bar"),
        rate_at_bar,
        needs=(RATE,),
    ),
    Check(
        "child-labour/notified-not-supported",
        "error",
        Text("Trẻ em đã có thông báo nhưng chưa được hỗ trợ", "Notified children not supported"),
        notified_not_supported,
        needs=(SUPPORTED,),
        instead_of=("planmonitor/short-of-all",),
    ),
    Check(
        "child-labour/zero-beside-cases",
        "error",
        Text("Chỉ tiêu này ghi không có, chỉ tiêu khác ghi có", "A zero beside a non-empty denominator"),
        zero_beside_cases,
    ),
    Check("child-labour/no-inspection", "warning", Text("Cả năm không có cuộc kiểm tra nào", "No inspection in a year"), no_inspection),
)
