"""Checks on the figures of the child-labour plans find what they look for, are silent where nothing is wrong, and say when they cannot tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import pytest
from planmonitor import Figure, Finding, JudgedPlan, Known, Measure, Plan, judge_plan
from planmonitor.testing import figure_of, load_plugin

PLUGIN = load_plugin("child_labour")
KON_TUM, NATIONAL, THANH_TRI, VAN_SON = PLUGIN.plans
PLANS = (VAN_SON, THANH_TRI, KON_TUM, NATIONAL)
CHECKS = {check.id.removeprefix("child-labour/"): check for check in PLUGIN.checks}
LABOUR = "phong-lao-dong-thuong-binh-va-xa-hoi"
VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


def measure_of(plan: Plan, code: str) -> Measure:
    """Return one measure of a plan."""
    return next(measure for measure in plan.measures if measure.code == code)


def figure(plan: Plan, code: str, counted: int | tuple[int, int], period: str = "2026", unit: str = "", *, comparison: bool = False) -> Figure:
    """Return one recorded figure, of 2026 where no other period is named."""
    return figure_of(plan, code, counted, period, unit, comparison=comparison)


def judged_plan(plan: Plan, *figures: Figure, on: date = date(2026, 12, 1)) -> JudgedPlan:
    """Return a plan judged on a day from some figures."""
    return judge_plan(plan, Known(figures=figures), on)


def looked(name: str, judged: JudgedPlan) -> list[Finding]:
    """Run one check on a judged plan; hold every finding against what all findings must be, and return them."""
    findings = list(CHECKS[name].findings(judged))
    plan = judged.plan
    for finding in findings:
        assert finding.source.document == plan.document
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


# All checks


def test_there_are_four_checks_of_the_plugin() -> None:
    """The plugin brings the four checks its page describes, with the severities described there."""
    assert {name: check.severity for name, check in CHECKS.items()} == {
        "rate-at-bar": "warning",
        "notified-not-supported": "error",
        "zero-beside-cases": "error",
        "no-inspection": "warning",
    }


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
@pytest.mark.parametrize("name", CHECKS)
@pytest.mark.parametrize("on", [date(2020, 1, 1), date(2021, 12, 15), date(2025, 12, 31), date(2026, 6, 30), date(2031, 1, 1)], ids=str)
def test_every_check_can_look_at_every_plan_on_any_day(name: str, plan: Plan, on: date) -> None:
    """No check raises on a plan without figures, on a day before, in or after its period; and it says the same twice."""
    judged = judged_plan(plan, on=on)

    assert looked(name, judged) == looked(name, judged)


# child-labour/rate-at-bar


def test_a_rate_at_the_bar_it_must_stay_below_is_found() -> None:
    """Vân Sơn wants "dưới 4%": 4 % exactly is found, years before the target falls due, with its clause."""
    [finding] = found("rate-at-bar", judged_plan(VAN_SON, figure(VAN_SON, "1", (16, 400))))

    assert finding.measures == ("child-labour/van-son-2026-2030/1",)
    assert finding.source.section == "mục I.2.1, Chỉ tiêu 1"
    assert "xuống dưới 4%" in finding.source.clause
    assert "16/400" in finding.message.vi
    assert "16/400" in finding.message.en
    assert not VIETNAMESE.search(finding.message.en)


@pytest.mark.parametrize(("counted", "state"), [((399, 10_000), []), ((401, 10_000), ["found"]), ((400, 10_000), ["found"]), ((0, 400), [])])
def test_a_rate_is_held_against_its_bar_exactly(counted: tuple[int, int], state: list[str]) -> None:
    """399 of 10,000 is under 4 % and 400 of 10,000 is not: nothing is rounded before it is compared."""
    assert [finding.state for finding in looked("rate-at-bar", judged_plan(VAN_SON, figure(VAN_SON, "1", counted)))] == state


def test_without_a_rate_the_bar_cannot_be_judged() -> None:
    """Without a figure the check says that it cannot be judged yet; of nobody there is no rate that could be too high."""
    assert states(looked("rate-at-bar", judged_plan(VAN_SON))) == [("not_judged", ("1",))]
    assert looked("rate-at-bar", judged_plan(VAN_SON, figure(VAN_SON, "1", (0, 0)))) == []


def test_a_rate_under_a_zero_target_is_left_to_its_status() -> None:
    """Where none may occur one case breaks the target itself: the check is silent about the Kon Tum plan."""
    assert looked("rate-at-bar", judged_plan(KON_TUM, figure(KON_TUM, "1.1a", (3, 900), "2023", LABOUR), on=date(2023, 12, 1))) == []


def test_a_rate_at_the_bar_is_found_once() -> None:
    """Thanh Trì's orientation keeps the same bar to 2030: a rate of 1 % is found for the target and not told twice."""
    judged = judged_plan(THANH_TRI, figure(THANH_TRI, "1.1", (5, 500), "2024"), on=date(2024, 12, 1))

    assert states(looked("rate-at-bar", judged)) == [("found", ("1.1",))]


def test_a_rate_that_may_reach_its_bar_is_not_found_at_it() -> None:
    """ "Giảm xuống 4,9%" is reached at 4,9 % exactly: what the status calls met, the check does not warn of."""
    judged = judged_plan(NATIONAL, figure(NATIONAL, "1", (49, 1000), "2024"), on=date(2024, 12, 1))

    assert judged.with_definition("child-labour/rate")[0].status == "met"
    assert "1" not in [code for _, codes in states(looked("rate-at-bar", judged)) for code in codes]


def test_the_bar_is_written_in_vietnamese_figures() -> None:
    """The Vietnamese sentence writes the bar with a comma, the English one with a point."""
    judged = judged_plan(NATIONAL, figure(NATIONAL, "1", (60, 1000), "2024"), on=date(2024, 12, 1))
    finding = next(item for item in found("rate-at-bar", judged) if item.measures[0].endswith("/1"))

    assert "4.9%" in finding.message.en
    assert "4,9%" in finding.message.vi


def test_large_counts_are_written_in_vietnamese_figures() -> None:
    """The Vietnamese sentence groups thousands with a point, as everything else an officer reads does."""
    [finding] = found("rate-at-bar", judged_plan(VAN_SON, figure(VAN_SON, "1", (160, 4000))))

    assert "160/4.000" in finding.message.vi


# child-labour/notified-not-supported


def test_a_notified_child_who_is_not_supported_is_found() -> None:
    """Three of four notified children supported leaves one, who is counted in both languages."""
    [finding] = found("notified-not-supported", judged_plan(VAN_SON, figure(VAN_SON, "2", (3, 4))))

    assert finding.measures == ("child-labour/van-son-2026-2030/2",)
    assert finding.message.vi.startswith("01 trẻ em")
    assert finding.message.en.startswith("1 ")
    assert not VIETNAMESE.search(finding.message.en)
    assert "khi có thông báo" in finding.source.clause


def test_one_child_of_a_thousand_is_not_rounded_away() -> None:
    """999 of 1,000 leaves a child waiting, however near to 100 % it lies."""
    assert states(looked("notified-not-supported", judged_plan(VAN_SON, figure(VAN_SON, "2", (999, 1000))))) == [("found", ("2",))]


@pytest.mark.parametrize("counted", [(4, 4), (0, 0)])
def test_where_nobody_waits_the_check_is_silent(counted: tuple[int, int]) -> None:
    """All supported, or nobody notified: looked, nothing found."""
    assert looked("notified-not-supported", judged_plan(VAN_SON, figure(VAN_SON, "2", counted))) == []


@pytest.mark.parametrize(("plan", "code"), [(VAN_SON, "2"), (THANH_TRI, "1.2"), (KON_TUM, "1.2"), (NATIONAL, "2")])
def test_without_a_figure_on_notified_children_the_check_cannot_be_judged(plan: Plan, code: str) -> None:
    """Missing is not zero: without the figure each plan's check says so, with that plan's clause."""
    [finding] = looked("notified-not-supported", judged_plan(plan, on=plan.end))

    assert states([finding]) == [("not_judged", (code,))]
    assert finding.source == measure_of(plan, code).source


# child-labour/zero-beside-cases


def test_no_children_at_risk_beside_notified_children_is_found() -> None:
    """Nobody at risk or in labour in one row, three notified in another: the rows contradict each other, and both are named."""
    [finding] = found(
        "zero-beside-cases", judged_plan(VAN_SON, figure(VAN_SON, "3", (0, 0)), figure(VAN_SON, "2", (3, 3)), figure(VAN_SON, "1", (0, 400)))
    )

    assert states([finding]) == [("found", ("3", "2"))]
    assert finding.source.section == "mục I.2.1, Chỉ tiêu 3"
    assert "3" in finding.message.vi
    assert not VIETNAMESE.search(finding.message.en)


def test_a_zero_of_the_kon_tum_plans_own_row_is_held_against_the_others() -> None:
    """Kon Tum counts children at risk in a row of its own: its 0 contradicts two children at risk with access to school."""
    judged = judged_plan(
        KON_TUM,
        figure(KON_TUM, "1.1a", (0, 900), "2023"),
        figure(KON_TUM, "1.1b", 0, "2023"),
        figure(KON_TUM, "1.3", (2, 2), "2023"),
        on=date(2023, 12, 1),
    )

    assert states(found("zero-beside-cases", judged)) == [("found", ("1.1b", "1.3"))]


def test_no_children_at_risk_is_no_contradiction_where_all_counted_are_in_labour() -> None:
    """Two children in labour, both supported, and none at risk beside them: that can be, and nothing is found."""
    judged = judged_plan(
        KON_TUM,
        figure(KON_TUM, "1.1a", (2, 900), "2023"),
        figure(KON_TUM, "1.1b", 0, "2023"),
        figure(KON_TUM, "1.2", (2, 2), "2023"),
        figure(KON_TUM, "1.3", (2, 2), "2023"),
        on=date(2023, 12, 1),
    )

    assert looked("zero-beside-cases", judged) == []


def test_an_empty_row_of_children_at_risk_or_in_labour_contradicts_children_in_labour() -> None:
    """The row on schooling counts children in labour too: empty, it contradicts a rate that counts three of them."""
    judged = judged_plan(VAN_SON, figure(VAN_SON, "1", (3, 400)), figure(VAN_SON, "2", (3, 3)), figure(VAN_SON, "3", (0, 0)))

    assert [finding.state for finding in found("zero-beside-cases", judged)] != []


@pytest.mark.parametrize(("schooled", "supported"), [((0, 0), (0, 0)), ((2, 2), (3, 3)), ((0, 2), (3, 3))])
def test_rows_that_agree_are_no_contradiction(schooled: tuple[int, int], supported: tuple[int, int]) -> None:
    """Empty in both rows, or counted in both, is silence; a numerator of 0 over children who are there is no empty row."""
    judged = judged_plan(VAN_SON, figure(VAN_SON, "1", (0, 400)), figure(VAN_SON, "2", supported), figure(VAN_SON, "3", schooled))

    assert looked("zero-beside-cases", judged) == []


@pytest.mark.parametrize("plan", [VAN_SON, THANH_TRI, KON_TUM, NATIONAL], ids=lambda plan: plan.id)
def test_without_the_rows_a_contradiction_cannot_be_judged(plan: Plan) -> None:
    """Silence means looked, nothing found: without any figure the check says that it cannot be judged yet."""
    findings = looked("zero-beside-cases", judged_plan(plan, on=plan.end))

    assert {finding.state for finding in findings} == {"not_judged"}
