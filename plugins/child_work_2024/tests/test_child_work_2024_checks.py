"""Each check of the plan of 2024 finds what it looks for, is silent where nothing is wrong, and says when it cannot tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import pytest
from planmonitor import Figure, Finding, JudgedPlan, Known, Plan, judge_plan
from planmonitor.testing import figure_of, load_plugin, settle

PLUGIN = load_plugin("child_work_2024")
(PLAN,) = PLUGIN.plans
CHECKS = {check.id.removeprefix("child-work-2024/"): check for check in PLUGIN.checks}
VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


def figure(code: str, counted: int | tuple[int, int] | bool, period: str = "2024") -> Figure:
    """Return one recorded figure of the plan."""
    return figure_of(PLAN, code, counted, period)


def judged_plan(*figures: Figure, on: date = date(2024, 12, 1), plan: Plan = PLAN) -> JudgedPlan:
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
@pytest.mark.parametrize("on", [date(2020, 1, 1), date(2024, 6, 30), date(2024, 12, 31), date(2031, 1, 1)], ids=str)
def test_every_check_can_look_on_any_day(name: str, on: date) -> None:
    """No check raises on a plan without figures, on a day before, in or after its year; and none finds a case where none is recorded."""
    judged = judged_plan(on=on)

    assert looked(name, judged) == looked(name, judged)
    assert found(name, judged) == []


# special-circumstances-below-abused


def test_fewer_children_in_special_circumstances_than_abused_ones_is_found() -> None:
    """Three abused children cannot be among two in special circumstances."""
    assert states(found("special-circumstances-below-abused", judged_plan(figure("1a", (2, 2)), figure("NV2", 3)))) == [("found", ("1a", "NV2"))]


@pytest.mark.parametrize(("special", "abused"), [((3, 3), 3), ((0, 3), 1), ((0, 0), 0)])
def test_as_many_or_more_in_special_circumstances_is_silence(special: tuple[int, int], abused: int) -> None:
    """Abused children may be among them: nothing found, however many of them are cared for."""
    assert looked("special-circumstances-below-abused", judged_plan(figure("1a", special), figure("NV2", abused))) == []


def test_without_the_rows_the_list_cannot_be_compared() -> None:
    """Either row alone cannot be judged."""
    assert states(looked("special-circumstances-below-abused", judged_plan(figure("NV2", 3)))) == [("not_judged", ("1a",))]
    assert states(looked("special-circumstances-below-abused", judged_plan(figure("1a", (2, 2))))) == [("not_judged", ("NV2",))]


# fewer-child-friendly


def test_a_share_below_that_of_2022_is_found_before_the_year_is_over() -> None:
    """14 of 17 is below 15 of 17, and said in July."""
    [finding] = found("fewer-child-friendly", judged_plan(figure("9", (14, 17)), on=date(2024, 7, 1)))

    assert states([finding]) == [("found", ("9",))]
    assert finding.message.vi.startswith("14/17 xã, thị trấn")
    assert "15/17 xã năm 2022" in finding.source.clause


@pytest.mark.parametrize("counted", [(15, 17), (16, 17), (14, 15)])
def test_the_same_share_or_a_higher_one_is_silence(counted: tuple[int, int]) -> None:
    """The share is compared, not the number: 14 of 15 is more than 15 of 17."""
    assert looked("fewer-child-friendly", judged_plan(figure("9", counted))) == []


def test_without_a_share_nothing_is_below() -> None:
    """Without a figure it cannot be judged; where there is no commune none is lacking."""
    assert states(looked("fewer-child-friendly", judged_plan())) == [("not_judged", ("9",))]
    assert looked("fewer-child-friendly", judged_plan(figure("9", (0, 0)))) == []


# communes-differ


def test_shares_over_different_numbers_of_communes_are_found() -> None:
    """17 communes in one row and 15 in another cannot both be the district."""
    [finding] = found("communes-differ", judged_plan(figure("3a", (17, 17)), figure("9", (14, 15))))

    assert states([finding]) == [("found", ("3a", "9"))]
    assert "3a: 17; 9: 15" in finding.message.vi


def test_the_number_the_place_has_named_counts_too() -> None:
    """A row over 17 contradicts the answer 15; a row over 15 agrees with it."""
    answered = settle(PLAN, answers={"how-many-communes": 15})

    assert "the place's answer: 15" in found("communes-differ", judged_plan(figure("3a", (17, 17)), plan=answered))[0].message.en
    assert looked("communes-differ", judged_plan(figure("3a", (15, 15)), plan=answered)) == []


def test_shares_over_as_many_communes_are_silence() -> None:
    """Both rows over 17: looked, nothing found."""
    assert looked("communes-differ", judged_plan(figure("3a", (16, 17)), figure("6a", (17, 17)))) == []


def test_a_single_row_cannot_be_compared() -> None:
    """One row, or none, says nothing about the others: they are named."""
    assert states(looked("communes-differ", judged_plan(figure("3a", (17, 17))))) == [("not_judged", ("3b", "3c", "6a", "6b", "9"))]
