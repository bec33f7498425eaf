"""What follows from the conditions of recognition and can be looked for in the points.

What blocks recognition comes first, then what the total cannot be known without, then where points are nearest.
Points count as soon as they are recorded: a trial scoring in a year that is not assessed shows the same gaps, in time.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from planmonitor import Check, Finding, JudgedMeasure, JudgedPlan, Text, written

TOTAL = "child-friendly-commune/total"
CRITERIA = frozenset(f"child-friendly-commune/criterion-{number}" for number in range(1, 14))
"""What the checks look at, by key of its definition."""


def criteria(judged_plan: JudgedPlan) -> tuple[JudgedMeasure, ...]:
    """Return the criteria, in the order of the document."""
    return tuple(judged for judged in judged_plan.measures if judged.measure.definition.key in CRITERIA)


def points(judged: JudgedMeasure) -> int | Decimal | None:
    """Return the points recorded last for a criterion, or None."""
    return judged.value.value if judged.value is not None else None


def said(number: int | Decimal, language: str) -> str:
    """Return points as people write them, without the zeros that adding halves leaves behind: "622", not "622,0"."""
    return written(Decimal(number).normalize(), language)


def codes(items: list[JudgedMeasure]) -> str:
    """Return the codes of several criteria in one sentence."""
    return ", ".join(item.measure.code for item in items)


def criterion_at_zero(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find criteria without a point: one of them blocks recognition, whatever the total. Outside the years of assessment it warns."""
    judged = criteria(judged_plan)
    for item in judged:
        if item.value is not None and points(item) == 0:
            year = item.value.period.year
            yield Finding(
                message=Text(
                    f"Tiêu chí {item.measure.code} ({item.measure.label.vi}) năm {year} bị 0 điểm (điểm liệt): xã không được công nhận dù tổng "
                    "điểm cao; khắc phục tiêu chí này trước.",
                    f"Criterion {item.measure.code} ({item.measure.label.en}) scores 0 in {year}: the commune cannot be recognised, however "
                    "high the total; mend this criterion first.",
                ),
                source=item.measure.source,
                measures=(item.id,),
                severity=None if year in item.target.assessed_years else "warning",
            )
    if unknown := [item for item in judged if points(item) is None]:
        yield Finding(
            message=Text(
                f"Chưa có điểm của tiêu chí {codes(unknown)}: chưa biết có tiêu chí nào bị 0 điểm hay không; chấm và nhập điểm.",
                f"Criteria {codes(unknown)} have no points yet: whether one scores 0 cannot be told; score and record them.",
            ),
            source=unknown[0].measure.source,
            measures=tuple(item.id for item in unknown),
            state="not_judged",
        )


def maximum_open(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find points above a maximum that was named after they were recorded; say which maxima are still open."""
    judged = criteria(judged_plan)
    for item in judged:
        maximum, scored = item.measure.definition.maximum, points(item)
        if maximum is not None and scored is not None and scored > maximum:
            yield Finding(
                message=Text(
                    f"Tiêu chí {item.measure.code} ghi {said(scored, 'vi')} điểm, cao hơn điểm tối đa {said(maximum, 'vi')}: kiểm tra lại "
                    "điểm đã nhập và câu trả lời về điểm tối đa.",
                    f"Criterion {item.measure.code} has {said(scored, 'en')} points, above its maximum of {said(maximum, 'en')}: check the "
                    "points recorded, and the answer about the maximum.",
                ),
                source=item.measure.source,
                measures=(item.id,),
            )
    if missing := [item for item in judged if item.measure.definition.maximum is None]:
        yield Finding(
            message=Text(
                f"Chưa có điểm tối đa của tiêu chí {codes(missing)} nên chưa tính được tổng điểm: trả lời theo bảng điểm của văn bản.",
                f"The maxima of criteria {codes(missing)} are not known, so there is no total: answer from the document's table.",
            ),
            source=missing[0].measure.source,
            measures=tuple(item.id for item in missing),
            state="not_judged",
            questions=tuple(filter(None, (_maximum_question(judged_plan, item) for item in missing))),
        )


def _maximum_question(judged_plan: JudgedPlan, judged: JudgedMeasure) -> str:
    """Return the id of the question about the maximum of a criterion; "" where there is none."""
    about = f"maximum:{judged.measure.code}"
    return next((item.id for item in judged_plan.plan.questions if item.about == about), "")


class Gap(NamedTuple):
    """What one criterion lacks to its maximum."""

    judged: JudgedMeasure
    """The criterion."""
    points: int | Decimal
    """Its maximum less its points."""

    def words(self, language: str) -> str:
        """Return it as it is listed: "7 (5)"."""
        return f"{self.judged.measure.code} ({said(self.points, language)})"


def nearest_points(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find how many points the total lacks, and the criteria with the smallest gaps that would make them up."""
    for total in judged_plan.with_definition(TOTAL):
        scored, mark = points(total), total.target.value
        if (reason := _without_total(judged_plan, total)) is not None:
            asked = (total.target.value_from,) if total.bar is None and total.target.value_from else ()
            yield Finding(message=reason, source=total.measure.source, measures=(total.id,), state="not_judged", questions=asked)
        elif scored is not None and mark is not None and scored < mark:
            gaps, lacking = _gaps(judged_plan), mark - scored
            reachable = sum(gap.points for gap in gaps) >= lacking
            yield _nearest(total, scored, mark, gaps) if reachable else _maxima_too_low(total, lacking)


def _without_total(judged_plan: JudgedPlan, total: JudgedMeasure) -> Text | None:
    """Return why the total cannot be held against its mark, or None where it can."""
    judged = criteria(judged_plan)
    unscored = [item for item in judged if points(item) is None]
    no_maximum = [item for item in judged if item.measure.definition.maximum is None]
    wanting = [
        *([Text(f"điểm của tiêu chí {codes(unscored)}", f"the points of criteria {codes(unscored)}")] if unscored else []),
        *([Text(f"điểm tối đa của tiêu chí {codes(no_maximum)}", f"the maxima of criteria {codes(no_maximum)}")] if no_maximum else []),
        *([Text("câu trả lời về loại đơn vị", "the answer about the class of the commune")] if total.bar is None else []),
    ]
    if not wanting and total.missing:
        wanting = [Text("điểm của cùng một năm cho mọi tiêu chí", "the points of one and the same year for every criterion")]
    if not wanting:
        return None
    return Text(
        f"Chưa tính được còn thiếu bao nhiêu điểm: thiếu {'; '.join(item.vi for item in wanting)}.",
        f"How many points are lacking cannot be told: missing are {'; '.join(item.en for item in wanting)}.",
    )


def _gaps(judged_plan: JudgedPlan) -> list[Gap]:
    """Return what each criterion lacks to its maximum, the smallest first; those of equal gaps in the order of the document."""
    gaps = []
    for item in criteria(judged_plan):
        scored, maximum = points(item), item.measure.definition.maximum
        if scored is not None and maximum is not None and scored < maximum:
            gaps.append(Gap(item, maximum - scored))
    return sorted(gaps, key=lambda gap: gap.points)


def _nearest(total: JudgedMeasure, scored: int | Decimal, mark: int | Decimal, gaps: list[Gap]) -> Finding:
    """Return the finding that lists the smallest gaps until they make up what is lacking to the mark."""
    listed: list[Gap] = []
    lacking = mark - scored
    for gap in gaps:
        if sum(one.points for one in listed) >= lacking:
            break
        listed.append(gap)
    return Finding(
        message=Text(
            f"Tổng điểm {said(scored, 'vi')}, còn thiếu {said(lacking, 'vi')} điểm so với mức {said(mark, 'vi')}. Tiêu chí gần điểm tối "
            f"đa nhất (số điểm còn thiếu): {', '.join(gap.words('vi') for gap in listed)}. Rà soát, bổ sung các tiêu chí này trước.",
            f"The total is {said(scored, 'en')}, {said(lacking, 'en')} short of {said(mark, 'en')}. Criteria nearest to their maximum "
            f"(points lacking): {', '.join(gap.words('en') for gap in listed)}. Work on these first.",
        ),
        source=total.measure.source,
        measures=(total.id, *(gap.judged.id for gap in listed)),
    )


def _maxima_too_low(total: JudgedMeasure, lacking: int | Decimal) -> Finding:
    """Return the finding that even full points would not reach the mark: a maximum must be wrong."""
    return Finding(
        message=Text(
            f"Còn thiếu {said(lacking, 'vi')} điểm, nhưng cộng mọi điểm tối đa vẫn không đủ: kiểm tra lại câu trả lời về các điểm tối đa.",
            f"{said(lacking, 'en')} points are lacking, but full points everywhere would not make them up: check the answers about the maxima.",
        ),
        source=total.measure.source,
        measures=(total.id,),
        severity="warning",
    )


CHECKS = (
    Check(
        "child-friendly-commune/criterion-at-zero",
        "error",
        Text("Tiêu chí bị 0 điểm (điểm liệt)", "A criterion at zero"),
        criterion_at_zero,
    ),
    Check(
        "child-friendly-commune/maximum-open",
        "error",
        Text("Điểm tối đa còn thiếu, hoặc điểm cao hơn tối đa", "Maxima not known, or points above one"),
        maximum_open,
    ),
    Check(
        "child-friendly-commune/nearest-points",
        "notice",
        Text("Số điểm còn thiếu và tiêu chí gần điểm tối đa nhất", "Points lacking, and the criteria nearest to their maximum"),
        nearest_points,
    ),
)
