"""The checks of every plan, whatever plugin carries it (docs/domain.md, rule 25)."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import evolve

from planmonitor.assessment.any_plan.bars import one_case_decides, short_of_all, yearly_change_missed, zero_broken
from planmonitor.assessment.any_plan.bases import base_figure_differs, base_figure_missing
from planmonitor.assessment.any_plan.corrected import reported_figure_changed
from planmonitor.assessment.any_plan.finals import estimate_turned, final_figures_wanted
from planmonitor.assessment.any_plan.parts import owner_silent, part_nobody_owns
from planmonitor.assessment.any_plan.reports import case_unreported, report_overdue
from planmonitor.assessment.any_plan.totals import year_below_part
from planmonitor.assessment.checking import Check, Finding
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.messages import Text


def _check(severity: str, look: Callable[[JudgedPlan], Iterable[Finding]], vi: str, en: str) -> Check:
    """Return a check that goes by the name of its function, with hyphens."""
    return Check(f"planmonitor/{look.__name__.replace('_', '-')}", severity, Text(vi, en), look)


EVERY_PLAN = (
    _check("error", case_unreported, "Có trường hợp phải báo cáo, chưa ghi nhận việc gửi", "A case without a report recorded"),
    _check("error", report_overdue, "Báo cáo quá hạn, chưa ghi nhận việc gửi", "A report overdue, no sending recorded"),
    _check("error", zero_broken, "Đã xảy ra vụ việc thuộc chỉ tiêu không để xảy ra", "What must not occur has occurred"),
    _check("error", year_below_part, "Số liệu của kỳ thấp hơn số liệu các kỳ nằm trong kỳ đó", "A period below what is inside it"),
    _check("warning", reported_figure_changed, "Số liệu đã báo cáo nay đã khác", "A figure reported is another one now"),
    _check("warning", short_of_all, "Chỉ tiêu 100% chưa đạt đủ", "Short of 100%"),
    _check("warning", yearly_change_missed, "Mức tăng, giảm hằng năm không đạt", "A yearly rise or fall missed"),
    _check("warning", owner_silent, "Một trong các đơn vị cung cấp số liệu chưa báo cáo", "One of the data owners is silent"),
    _check("warning", part_nobody_owns, "Phần số liệu chưa giao cho đơn vị nào", "A part nobody owns"),
    _check("warning", base_figure_missing, "Thiếu số liệu để so sánh", "A figure to compare with is missing"),
    _check("warning", base_figure_differs, "Số liệu năm gốc không khớp", "Base figures that differ"),
    _check("warning", final_figures_wanted, "Cần số liệu chính thức", "Final figures wanted"),
    _check("notice", estimate_turned, "Số chính thức làm thay đổi kết quả so với số ước tính", "A final figure on the other side of the bar"),
    _check("notice", one_case_decides, "Một ca làm thay đổi kết quả đánh giá theo tỷ suất", "One case turns the verdict of a rate"),
)
"""The checks that apply to every plan, the gravest first."""

CASE_UNREPORTED, REPORT_OVERDUE, FINAL_FIGURES_WANTED, REPORTED_FIGURE_CHANGED, SHORT_OF_ALL = (
    f"planmonitor/{name}" for name in ("case-unreported", "report-overdue", "final-figures-wanted", "reported-figure-changed", "short-of-all")
)
"""Ids of the checks that a screen tells in a way of its own: reports owed at once, or overdue, estimates of a time over, what reports told otherwise,
what a status tells."""


def without(judged_plan: JudgedPlan, told: frozenset[str]) -> JudgedPlan:
    """Return a judged plan without the measures that count some definitions, of which somebody else tells."""
    if not told:
        return judged_plan
    lines = (
        evolve(line, measures=tuple(item for item in line.measures if item.measure.definition.key not in told)) for line in judged_plan.indicators
    )
    return evolve(judged_plan, indicators=tuple(line for line in lines if line.measures))
