"""The sample plan keeps what every plan must keep, and its check finds what it is for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from planmonitor.testing import PlanContract

if TYPE_CHECKING:
    from planmonitor.testing import TrialWorkspace

PLAN = "plan-template/sample-2026"
CHECK = "plan-template/cases-left-blank"


class TestContract(PlanContract):
    """What every plan must keep; one test for each rule."""

    plugin = "plan_template"


# CHANGE: a test for what each check finds, one for what silences it, and one for what it cannot judge.
@pytest.fixture
def today() -> date:
    """Return a day on which the sample plan runs."""
    return date(2026, 6, 30)


@pytest.fixture
def following(workspace: TrialWorkspace) -> TrialWorkspace:
    """Return a workspace that follows the sample plan."""
    workspace.follow(PLAN)
    return workspace


def test_cases_left_blank_are_found(following: TrialWorkspace) -> None:
    """Children are counted and cases are blank: the check says so, with the clause that forbids them."""
    following.record(f"{PLAN}/1", "2026-S1", numerator=8, denominator=10)
    [finding] = following.findings(CHECK)

    assert finding.state == "found"
    assert finding.measures == (f"{PLAN}/2",)
    assert "Không để xảy ra" in finding.source.clause


def test_no_case_recorded_as_0_is_no_blank(following: TrialWorkspace) -> None:
    """Both figures are there, one of them 0: the check looked and found nothing."""
    following.record(f"{PLAN}/1", "2026-S1", numerator=8, denominator=10)
    following.record(f"{PLAN}/2", "2026-S1", value=0)

    assert following.findings(CHECK) == ()


def test_without_any_figure_nothing_is_judged(following: TrialWorkspace) -> None:
    """Nothing was recorded yet: the check says that it cannot be judged."""
    assert [finding.state for finding in following.findings(CHECK)] == ["not_judged"]
