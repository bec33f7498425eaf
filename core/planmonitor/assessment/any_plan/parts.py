"""Who supplies a figure: an owner that is silent, and a part that nobody owns (docs/domain.md, rule 22)."""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor.assessment.checking import Finding
from planmonitor.assessment.needed import question_about
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.messages import Text


def owner_silent(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find a measure for which one data owner has reported and another has not."""
    for judged in judged_plan.measures:
        owned = [part for part in judged.missing if part.unit is not None]
        if len(judged.parts) > 1 and owned and len(judged.missing) < len(judged.parts) and not judged.measure.definition.sums:
            vi, en = (", ".join(part.name.in_language(language) for part in owned if part.name) for language in ("vi", "en"))
            said = Text(
                f"Chỉ tiêu {judged.measure.code}: chưa có phần số liệu của {vi}, trong khi đơn vị khác đã báo cáo: đề nghị đôn đốc.",
                f"Measure {judged.measure.code}: the part of {en} is missing while another unit has reported: remind it.",
            )
            yield Finding(said, judged.measure.source, (judged.id,), units=tuple(part.group or part.unit or "" for part in owned))


def part_nobody_owns(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find a part of a population that the document names and gives to nobody."""
    for judged in judged_plan.measures:
        gaps = [share.part for share in judged.measure.owners if share.unit is None and share.part is not None]
        if gaps:
            question = question_about(judged_plan.plan, f"measure:{judged.measure.code}", "units")
            vi, en = (", ".join(part.in_language(language) for part in gaps) for language in ("vi", "en"))
            said = Text(
                f"Chỉ tiêu {judged.measure.code}: văn bản chưa giao đơn vị nào cung cấp số liệu về {vi}: phân công một đơn vị"
                f"{' và trả lời câu hỏi về đơn vị cung cấp số liệu' if question else ''}.",
                f"Measure {judged.measure.code}: the document gives the figure on {en} to nobody: name a unit"
                f"{' and answer the question about who supplies it' if question else ''}.",
            )
            yield Finding(said, judged.measure.source, (judged.id,), questions=(question,) if question else ())
