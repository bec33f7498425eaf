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


@pytest.fixture
def today() -> date:
    """Return a day on which the sample plan runs."""
    return date(2026, 6, 30)


# CHANGE: for each check, what it finds, what silences it, and what it cannot judge.
def test_cases_left_blank_are_found(workspace: TrialWorkspace) -> None:
    """Without a figure nothing is judged; where children are counted and cases are blank that is found; 0 is no blank."""
    workspace.follow(PLAN)
    assert [finding.state for finding in workspace.findings(CHECK)] == ["not_judged"]

    workspace.record(f"{PLAN}/1", "2026-S1", numerator=8, denominator=10)
    [finding] = workspace.findings(CHECK)
    assert finding.state == "found"
    assert finding.measures == (f"{PLAN}/2",)
    assert "Không để xảy ra" in finding.source.clause

    workspace.record(f"{PLAN}/2", "2026-S1", value=0)
    assert workspace.findings(CHECK) == ()
