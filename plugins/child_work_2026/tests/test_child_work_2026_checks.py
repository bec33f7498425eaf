"""Each check of the plan of 2026 finds what it looks for, is silent where nothing is wrong, and says when it cannot tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import pytest
from planmonitor import Figure, Finding, JudgedPlan, Known, Plan, judge_plan
from planmonitor.testing import figure_of, load_plugin, settle

PLUGIN = load_plugin("child_work_2026")
(PLAN,) = PLUGIN.plans
CHECKS = {check.id.removeprefix("child-work-2026/"): check for check in PLUGIN.checks}
VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


def figure(code: str, counted: int | tuple[int, int] | bool, period: str = "2026") -> Figure:
    """Return one recorded figure of the plan."""
    return figure_of(PLAN, code, counted, period)


def judged_plan(*figures: Figure, on: date = date(2026, 12, 1), plan: Plan = PLAN) -> JudgedPlan:
    """Return the plan judged on a day from some figures."""
    return judge_plan(plan, Known(figures=figures), on)


def looked(name: str, judged: JudgedPlan) -> list[Finding]:
    """Run one check on the judged plan; hold every finding against what all findings must be, and return them."""
    findings = list(CHECKS[name].findings(judged))
    plan = judged.plan
    for finding in findings:
        assert finding.source in {*(measure.source for measure in plan.measures), *(duty.source for duty in plan.duties)}
        assert set(finding.measures) <= {plan.measure_id(measure) for measure in plan.measures}
        assert set(finding.units) <= {unit.id for unit in plan.units}
        assert VIETNAMESE.search(finding.message.vi)
        assert finding.message.vi != finding.message.en
    return findings


def states(findings: Iterable[Finding]) -> list[tuple[str, tuple[str, ...]]]:
    """Return what findings say: found or not judged, and the codes of the measures concerned."""
    return [(finding.state, tuple(name.rsplit("/", 1)[1] for name in finding.measures)) for finding in findings]


def found(name: str, judged: JudgedPlan) -> list[Finding]:
    """Return only what a check found."""
    return [finding for finding in looked(name, judged) if finding.state == "found"]


@pytest.mark.parametrize("name", CHECKS)
@pytest.mark.parametrize("on", [date(2020, 1, 1), date(2026, 6, 30), date(2026, 12, 31), date(2031, 1, 1)], ids=str)
def test_every_check_can_look_on_any_day(name: str, on: date) -> None:
    """No check raises on a plan without figures, on a day before, in or after its year; and none finds a case where none is recorded."""
    judged = judged_plan(on=on)

    assert looked(name, judged) == looked(name, judged)
    assert found(name, judged) == []


# special-circumstances-empty


@pytest.mark.parametrize(("code", "counted"), [("4a", 1), ("NV3", (2, 2))])
def test_no_child_in_special_circumstances_beside_abuse_is_found(code: str, counted: int | tuple[int, int]) -> None:
    """A list with nobody on it contradicts a case of abuse, counted as serious or come in as a report."""
    [finding] = found("special-circumstances-empty", judged_plan(figure("1a", (0, 0)), figure(code, counted)))

    assert states([finding]) == [("found", ("1a", code))]


@pytest.mark.parametrize(("special", "serious"), [((3, 3), 1), ((0, 3), 1), ((0, 0), 0)])
def test_a_list_with_children_or_no_abuse_is_silence(special: tuple[int, int], serious: int) -> None:
    """Somebody on the list, or no abuse at all: nothing to compare."""
    assert looked("special-circumstances-empty", judged_plan(figure("1a", special), figure("4a", serious))) == []


def test_without_the_rows_the_list_cannot_be_compared() -> None:
    """The list alone, or the cases alone, cannot be judged."""
    assert states(looked("special-circumstances-empty", judged_plan(figure("1a", (0, 0))))) == [("not_judged", ("4a", "NV3"))]
    assert states(looked("special-circumstances-empty", judged_plan(figure("4a", 1)))) == [("not_judged", ("1a",))]


# serious-not-settled


def test_no_serious_case_among_reported_ones_asks_what_is_serious() -> None:
    """Two reports and none serious: as long as nobody has said what is serious, the zero is a notice."""
    [finding] = found("serious-not-settled", judged_plan(figure("4a", 0), figure("NV3", (2, 2))))

    assert states([finding]) == [("found", ("4a", "NV3"))]
    assert "02 vụ việc" in finding.message.vi
    assert finding.questions == ("serious-abuse",)


def test_once_the_place_has_said_what_is_serious_the_check_is_silent() -> None:
    """The answer to the open question ends the notice, and the wait for figures."""
    answered = settle(PLAN, answers={"serious-abuse": "Vụ việc đã khởi tố"})

    assert looked("serious-not-settled", judged_plan(figure("4a", 0), figure("NV3", (2, 2)), plan=answered)) == []
    assert looked("serious-not-settled", judged_plan(plan=answered)) == []


@pytest.mark.parametrize(("serious", "reports"), [(0, (0, 0)), (1, (2, 2))])
def test_no_reports_or_a_serious_case_is_silence(serious: int, reports: tuple[int, int]) -> None:
    """Nothing came in, or one was called serious: there is nothing to ask."""
    assert looked("serious-not-settled", judged_plan(figure("4a", serious), figure("NV3", reports))) == []


def test_without_reports_serious_cannot_be_judged() -> None:
    """The row of reports is missing: the check says so."""
    assert states(looked("serious-not-settled", judged_plan(figure("4a", 0)))) == [("not_judged", ("NV3",))]
