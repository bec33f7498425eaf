"""What follows from the text of the plan of 2026 and can be looked for in the figures.

Each check cites the clause it holds the figures against: that of the plan's own measure or duty.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor import Check, Finding, JudgedMeasure, JudgedPlan, Text, no_figure

ABUSE_REPORTS_HANDLED = "child-work/abuse-reports-handled"
SERIOUS_ABUSE = "child-work/serious-abuse-cases"
SPECIAL_CHILDREN_CARED_FOR = "child-work/special-children-cared-for"
"""What the checks look at, by key of its definition."""

SERIOUS = "serious-abuse"
"""The open question what counts as "nghiêm trọng"."""


def special_circumstances_empty(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find a list without children in special circumstances beside abuse: an abused child is one (Law on Children, art. 10)."""
    special = _only(judged_plan, SPECIAL_CHILDREN_CARED_FOR)
    abuse = [_only(judged_plan, SERIOUS_ABUSE), _only(judged_plan, ABUSE_REPORTS_HANDLED)]
    if all(judged.value is None for judged in abuse):
        yield no_figure(abuse)
    found = [judged for judged in abuse if _reported(judged)]
    if special.value is not None and special.value.denominator == 0 and found:
        codes = ", ".join(judged.measure.code for judged in found)
        yield Finding(
            message=Text(
                f"Chỉ tiêu {special.measure.code} ghi không có trẻ em có hoàn cảnh đặc biệt, nhưng {codes} ghi có vụ việc xâm hại trẻ em: "
                "rà soát lại danh sách trẻ em có hoàn cảnh đặc biệt.",
                f"Measure {special.measure.code} says there are no children in special circumstances, but {codes} counts child abuse: "
                "go through the list of children in special circumstances again.",
            ),
            source=special.measure.source,
            measures=(special.id, *(judged.id for judged in found)),
        )


def serious_not_settled(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find a zero of serious abuse beside reported cases while nobody has said what counts as serious."""
    serious, reports = _only(judged_plan, SERIOUS_ABUSE), _only(judged_plan, ABUSE_REPORTS_HANDLED)
    if judged_plan.plan.answer(SERIOUS) is not None:
        return
    if serious.value is None or reports.value is None:
        yield no_figure([judged for judged in (serious, reports) if judged.value is None])
    elif _reported(reports) and not _cases(serious):
        yield Finding(
            message=Text(
                f"Đã tiếp nhận {_reported(reports):02d} vụ việc xâm hại trẻ em, chỉ tiêu {serious.measure.code} ghi không có vụ nghiêm trọng, "
                f"nhưng chưa xác định thế nào là “nghiêm trọng”: xác định và trả lời câu hỏi này.",
                f"Cases of child abuse came in ({_reported(reports)}) and measure {serious.measure.code} counts none as serious, "
                f"but nobody has said what is serious: settle it and answer the question about it.",
            ),
            source=serious.measure.source,
            measures=(serious.id, reports.id),
            questions=(SERIOUS,),
        )


def _only(judged_plan: JudgedPlan, key: str) -> JudgedMeasure:
    """Return the one measure of the plan that counts a definition."""
    return judged_plan.with_definition(key)[0]


def _cases(judged: JudgedMeasure) -> int:
    """Return how many were counted; 0 without a figure."""
    return 0 if judged.value is None or judged.value.value is None else int(judged.value.value)


def _reported(judged: JudgedMeasure) -> int:
    """Return how many cases there are: those a share is taken of, else those counted."""
    if judged.value is not None and judged.value.denominator is not None:
        return judged.value.denominator
    return _cases(judged)


CHECKS = (
    Check(
        "child-work-2026/special-circumstances-empty",
        "warning",
        Text("Không có trẻ em có hoàn cảnh đặc biệt nhưng có vụ việc xâm hại", "No children in special circumstances beside child abuse"),
        special_circumstances_empty,
        needs=(SPECIAL_CHILDREN_CARED_FOR,),
    ),
    Check(
        "child-work-2026/serious-not-settled",
        "notice",
        Text("Chưa xác định thế nào là vụ việc nghiêm trọng", "Nobody has said what a serious case is"),
        serious_not_settled,
    ),
)
