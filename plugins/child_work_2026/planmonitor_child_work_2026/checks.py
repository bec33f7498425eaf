"""What follows from the text of the plan of 2026 and can be looked for in the figures.

Each check cites the clause it holds the figures against: that of the plan's own measure or duty.
"""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor import Check, Finding, JudgedMeasure, JudgedPlan, Text, written

ABUSE_REPORTS_HANDLED = "child-work/abuse-reports-handled"
SERIOUS_ABUSE = "child-work/serious-abuse-cases"
SPECIAL_CHILDREN_CARED_FOR = "child-work/special-children-cared-for"
"""What the checks look at, by key of its definition."""

SERIOUS = "serious-abuse"
"""The open question what counts as "nghiêm trọng"."""


def short_of_all(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find targets of 100% that even one case falls short of, before the due date makes it a verdict."""
    waiting: list[JudgedMeasure] = []
    for judged in judged_plan.measures:
        if not judged.measure.definition.is_percentage or (judged.target.comparator, judged.target.value) != (">=", 100):
            continue
        value = judged.value
        if value is None or value.numerator is None or value.denominator is None:
            waiting.append(judged)
        elif value.numerator < value.denominator:
            short, noun = value.denominator - value.numerator, judged.measure.definition.noun.vi
            yield Finding(
                message=Text(
                    f"Chỉ tiêu {judged.measure.code} yêu cầu 100%: còn thiếu {short:02d} {noun} "
                    f"({written(value.numerator, 'vi')}/{written(value.denominator, 'vi')}). Rà soát từng trường hợp và giải quyết.",
                    f"Measure {judged.measure.code} wants 100% and has {written(value.numerator, 'en')}/{written(value.denominator, 'en')}: "
                    f"{short} wanting. Go through them one by one and act.",
                ),
                source=judged.measure.source,
                measures=(judged.id,),
            )
    yield from _no_figure(waiting)


def zero_broken(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find what must not occur and did, each figure once though two lines want it; such cases are to be reported at once."""
    waiting: list[JudgedMeasure] = []
    first: dict[str, JudgedMeasure] = {}
    for judged in judged_plan.measures:
        if judged.target.kind == "zero_incident":
            first.setdefault(judged.measure.definition.key, judged)
    for judged in first.values():
        if judged.status == "not_met":
            vi, en = _what_occurred(judged)
            yield Finding(
                message=Text(
                    f"Chỉ tiêu {judged.measure.code} ({judged.target.wording}): {vi}. "
                    "Nếu chưa báo cáo thì báo cáo ngay; xử lý và làm rõ trách nhiệm (mục III.7).",
                    f"Measure {judged.measure.code} wants none and {en}. "
                    "If it was not reported, report at once; handle the case and make clear who is responsible (section III.7).",
                ),
                source=judged.measure.source,
                measures=(judged.id,),
            )
        elif judged.value is None:
            waiting.append(judged)
    yield from _no_figure(waiting)


def _what_occurred(judged: JudgedMeasure) -> tuple[str, str]:
    """Return what was counted, in both languages; or, where another figure tells of a case, that it does: a drowned child is an accident."""
    cases = _cases(judged)
    if cases:
        return f"đã ghi nhận {cases:02d} {judged.measure.definition.noun.vi}", f"counts {cases}"
    return "một số liệu khác cho biết đã xảy ra", "another figure tells that one occurred"


def special_circumstances_empty(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find a list without children in special circumstances beside abuse: an abused child is one (Law on Children, art. 10)."""
    special = _only(judged_plan, SPECIAL_CHILDREN_CARED_FOR)
    abuse = [_only(judged_plan, SERIOUS_ABUSE), _only(judged_plan, ABUSE_REPORTS_HANDLED)]
    if special.value is None or all(judged.value is None for judged in abuse):
        yield from _no_figure([judged for judged in (special, *abuse) if judged.value is None])
        return
    found = [judged for judged in abuse if _reported(judged)]
    if special.value.denominator == 0 and found:
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
        yield from _no_figure([judged for judged in (serious, reports) if judged.value is None])
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


def _no_figure(waiting: list[JudgedMeasure]) -> Iterator[Finding]:
    """Say of several measures at once that they have no figure to look at."""
    if waiting:
        codes = ", ".join(judged.measure.code for judged in waiting)
        yield Finding(
            message=Text(f"Chưa có số liệu để kiểm tra: {codes}.", f"There is no figure to check yet: {codes}."),
            source=waiting[0].measure.source,
            measures=tuple(judged.id for judged in waiting),
            state="not_judged",
        )


CHECKS = (
    Check("child-work-2026/short-of-all", "warning", Text("Chỉ tiêu 100% chưa đạt đủ", "Short of 100%"), short_of_all),
    Check(
        "child-work-2026/zero-broken",
        "error",
        Text("Đã xảy ra vụ việc thuộc chỉ tiêu không để xảy ra", "What must not occur has occurred"),
        zero_broken,
    ),
    Check(
        "child-work-2026/special-circumstances-empty",
        "warning",
        Text("Không có trẻ em có hoàn cảnh đặc biệt nhưng có vụ việc xâm hại", "No children in special circumstances beside child abuse"),
        special_circumstances_empty,
    ),
    Check(
        "child-work-2026/serious-not-settled",
        "notice",
        Text("Chưa xác định thế nào là vụ việc nghiêm trọng", "Nobody has said what a serious case is"),
        serious_not_settled,
    ),
)
