"""What stays open of a plan: final figures, figures never recorded, reports, findings, questions (docs/domain.md, section 4)."""

from __future__ import annotations

from attrs import frozen

from planmonitor.assessment.any_plan.totals import is_final_wanted
from planmonitor.assessment.checking import CheckedPlan, FoundBy
from planmonitor.assessment.needed import Needed, needed_now
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.results import JudgedMeasure, Occurrence

TOLD = frozenset(f"planmonitor/{name}" for name in ("final-figures-wanted", "report-overdue", "case-unreported", "owner-silent"))
"""Checks that say again which figures and reports are wanting."""
NOT_SENT = frozenset(("overdue", "undecided", "arisen", "not_due"))
"""States of a report that was not sent; of one without a day the question about it is open."""


@frozen
class LeftOpen:
    """What stays open of one plan."""

    checked: CheckedPlan
    """The plan, judged on a year, or as it stands."""
    estimated: tuple[JudgedMeasure, ...]
    """Measures that rest on an estimate, or on a figure that stops early, of days that are over."""
    without: tuple[JudgedMeasure, ...]
    """Measures of which no figure, or not every part of it, was recorded."""
    reports: tuple[Occurrence, ...]
    """Reports of which no sending is recorded."""
    findings: tuple[FoundBy, ...]
    """Errors and warnings that are not settled, but for those on such figures and reports."""
    questions: tuple[Needed, ...]
    """Questions without whose answer something cannot be judged or dated."""

    @property
    def count(self) -> int:
        """How many matters these are."""
        return sum(map(len, (self.estimated, self.without, self.reports, self.findings, self.questions)))


def left_open(checked: CheckedPlan) -> LeftOpen:
    """Return what stays open of a judged plan."""
    judged = checked.judged
    own = [item for item in judged.measures if _in_its_year(item, judged)]
    asked = [item for item in own if item.measure.scope != "orientation" and not item.measure.definition.sums]
    return LeftOpen(
        checked,
        tuple(item for item in own if is_final_wanted(judged, item) and item.status != "incomplete"),
        tuple(item for item in asked if item.status in {"no_data", "incomplete"}),
        tuple(item for item in judged.deadlines if item.state in NOT_SENT),
        tuple(item for item in checked.findings if is_pressing(item) and item.check.id not in TOLD),
        needed_now(checked),
    )


def _in_its_year(item: JudgedMeasure, judged: JudgedPlan) -> bool:
    """Return whether a measure is assessed in the year that is judged."""
    years = item.target.assessed_years
    return not years or judged.year is None or judged.year in years


def is_pressing(item: FoundBy) -> bool:
    """Return whether somebody must deal with a finding, or look at it."""
    return item.finding.state == "found" and item.severity in {"error", "warning"}
