"""Checks on who reports in the child-labour plans find what they look for, are silent where nothing is wrong, and say when they cannot tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import pytest
from planmonitor import Figure, Finding, JudgedPlan, Known, Measure, Plan, judge_plan
from planmonitor.testing import MemberUnit, figure_of, load_plugin

PLUGIN = load_plugin("child_labour")
KON_TUM, NATIONAL, THANH_TRI, VAN_SON = PLUGIN.plans
CHECKS = {check.id.removeprefix("child-labour/"): check for check in PLUGIN.checks}
LABOUR, SCHOOLS, COMMUNES = "phong-lao-dong-thuong-binh-va-xa-hoi", "phong-giao-duc-va-dao-tao", "uy-ban-nhan-dan-cac-xa"
VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


def measure_of(plan: Plan, code: str) -> Measure:
    """Return one measure of a plan."""
    return next(measure for measure in plan.measures if measure.code == code)


def figure(plan: Plan, code: str, counted: int | tuple[int, int], period: str = "2026", unit: str = "", *, comparison: bool = False) -> Figure:
    """Return one recorded figure, of 2026 where no other period is named."""
    return figure_of(plan, code, counted, period, unit, comparison=comparison)


def judged_plan(
    plan: Plan,
    *figures: Figure,
    on: date = date(2026, 12, 1),
    units: tuple[MemberUnit, ...] = (),
) -> JudgedPlan:
    """Return a plan judged on a day from some figures."""
    return judge_plan(plan, Known(figures=figures, units=units), on)


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


# child-labour/no-inspection


def test_a_year_that_is_over_without_an_inspection_is_found() -> None:
    """Two years are over without an inspection and named; the running one cannot be judged yet."""
    over, running = looked("no-inspection", judged_plan(VAN_SON, on=date(2028, 6, 30)))

    assert states([over, running]) == [("found", ("NV1",)), ("not_judged", ("NV1",))]
    assert "2026, 2027" in over.message.vi
    assert "2026, 2027" in over.message.en
    assert "2028" not in over.message.vi
    assert "2028" in running.message.vi
    assert "kiểm tra định kỳ, đột xuất" in over.source.clause
    assert not VIETNAMESE.search(over.message.en)


def test_an_inspection_in_every_year_is_silence() -> None:
    """A figure in each year that is over and in the running one: looked, nothing found; part of a year will do."""
    figures = [figure(VAN_SON, "NV1", 2, "2026"), figure(VAN_SON, "NV1", 1, "2027-S1"), figure(VAN_SON, "NV1", 1, "2028-Q1")]

    assert looked("no-inspection", judged_plan(VAN_SON, *figures, on=date(2028, 6, 30))) == []


@pytest.mark.parametrize("comparison", [False, True])
def test_neither_zero_inspections_nor_a_comparison_figure_is_an_inspection(comparison: bool) -> None:
    """A reported 0 is a year without inspections, and a figure recorded for comparison is none of the plan's."""
    judged = judged_plan(VAN_SON, figure(VAN_SON, "NV1", 5 if comparison else 0, "2026", comparison=comparison), on=date(2027, 1, 5))

    assert states(found("no-inspection", judged)) == [("found", ("NV1",))]


@pytest.mark.parametrize(("on", "state"), [(date(2026, 12, 14), ["not_judged"]), (date(2026, 12, 15), ["found", "not_judged"])])
def test_a_reporting_year_is_over_after_its_last_day(on: date, state: list[str]) -> None:
    """The reporting year 2026 runs until 14 December: on that day it cannot be judged yet, on the next it is over."""
    assert [finding.state for finding in looked("no-inspection", judged_plan(VAN_SON, on=on))] == state


def test_before_the_plan_begins_no_inspection_is_missed() -> None:
    """Before the first reporting year there is nothing to look for."""
    assert looked("no-inspection", judged_plan(VAN_SON, on=date(2025, 6, 30))) == []


def test_a_plan_that_orders_no_inspection_is_not_looked_at() -> None:
    """The national plan restates no order to inspect: the check is silent."""
    assert looked("no-inspection", judged_plan(NATIONAL, on=date(2024, 1, 5))) == []
