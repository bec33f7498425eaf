"""The sample plan keeps what every plan must keep, its check finds what it is for, and its figures give the screen that is kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from planmonitor.testing import PlanContract
from planmonitor_cli.main import run

if TYPE_CHECKING:
    from planmonitor.testing import TrialWorkspace

PLAN = "plan-template/sample-2026"
CHECK = "plan-template/cases-left-blank"
GOLDEN = Path(__file__).parent / "golden"


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


def test_the_invented_figures_give_the_screen_that_is_kept(workspace: TrialWorkspace, today: date, capsys: pytest.CaptureFixture[str]) -> None:
    """What officers see of golden/figures.csv is golden/status.txt; where that is deleted it is written afresh, to be looked at."""
    workspace.follow(PLAN)

    def monitor(*words: str) -> str:
        ended = run(["--lang", "vi", "--workspace", str(workspace.folder), *words], lambda: datetime.combine(today, time(3), UTC))
        printed = capsys.readouterr()
        assert ended == 0, printed.err
        return printed.out

    monitor("import", str(GOLDEN / "figures.csv"))
    screen, kept = monitor("status", "--plan", PLAN), GOLDEN / "status.txt"
    if not kept.exists():
        kept.write_text(screen, encoding="utf-8", newline="\n")
        pytest.fail(f"{kept} was written afresh: look at it, and run the tests again.")
    assert screen.splitlines() == kept.read_text(encoding="utf-8").splitlines()
