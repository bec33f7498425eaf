"""Checks on who reports in the child-labour plans find what they look for, are silent where nothing is wrong, and say when they cannot tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import pytest
from planmonitor import Figure, Finding, JudgedPlan, Known, Measure, Plan, judge_plan
from planmonitor.testing import MemberUnit, figure_of, load_plugin, settle

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
    findings = list(CHECKS[name].look(judged))
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


# child-labour/owner-silent


def test_the_owner_who_did_not_report_is_found_and_named() -> None:
    """Thanh Trì's children informed are counted by two divisions: one has reported, the other is named."""
    judged = judged_plan(THANH_TRI, figure(THANH_TRI, "2.2", (80, 100), "2023", SCHOOLS), on=date(2023, 12, 1))
    [finding] = found("owner-silent", judged)

    assert states([finding]) == [("found", ("2.2",))]
    assert finding.units == (LABOUR,)
    assert "Phòng Lao động - Thương binh và Xã hội" in finding.message.vi
    assert "Phòng Lao động - Thương binh và Xã hội" in finding.message.en
    assert finding.source == measure_of(THANH_TRI, "2.2").source


def test_an_owner_who_reported_an_earlier_half_year_only_is_found() -> None:
    """A part that runs to June is behind a part that runs to the end of the year."""
    judged = judged_plan(
        THANH_TRI,
        figure(THANH_TRI, "2.2", (80, 100), "2023", SCHOOLS),
        figure(THANH_TRI, "2.2", (20, 50), "2023-S1", LABOUR),
        on=date(2024, 1, 5),
    )

    assert [finding.units for finding in found("owner-silent", judged)] == [(LABOUR,)]


def test_where_all_owners_have_reported_the_check_is_silent() -> None:
    """Both divisions have reported: looked, nothing found."""
    judged = judged_plan(
        THANH_TRI,
        figure(THANH_TRI, "2.2", (80, 100), "2023", SCHOOLS),
        figure(THANH_TRI, "2.2", (40, 50), "2023", LABOUR),
        on=date(2023, 12, 1),
    )

    assert looked("owner-silent", judged) == []


def test_where_no_owner_has_reported_no_one_is_singled_out() -> None:
    """The check compares owners: where none has reported that is the deadline's business, and no measure of one owner counts."""
    judged = judged_plan(THANH_TRI, figure(THANH_TRI, "1.1", (1, 500), "2023"), on=date(2023, 12, 1))

    assert looked("owner-silent", judged) == []


def test_a_figure_for_the_whole_place_leaves_no_owner_silent() -> None:
    """One figure for the whole district stands for both parts."""
    assert looked("owner-silent", judged_plan(THANH_TRI, figure(THANH_TRI, "2.2", (120, 150), "2023"), on=date(2023, 12, 1))) == []


def test_a_part_nobody_owns_is_no_silent_owner() -> None:
    """The staff of children's homes belong to no unit: nobody can be reminded of them here."""
    judged = judged_plan(THANH_TRI, figure(THANH_TRI, "2.1a", (90, 100), "2023", SCHOOLS), on=date(2023, 12, 1))

    assert looked("owner-silent", judged) == []


def test_a_silent_member_of_a_group_is_named_and_its_group_concerned() -> None:
    """The communes count their inspections and one of two has reported: the other is named, under its group's id."""
    members = tuple(
        MemberUnit(id=name, name=label, place="", valid_from=date(2021, 1, 1), group_id=COMMUNES, plan=KON_TUM.id)
        for name, label in (("xa-mot", "UBND xã Một"), ("xa-hai", "UBND xã Hai"))
    )
    answered = settle(KON_TUM, answers={"owner-NV1": (LABOUR, COMMUNES)})
    figures = [figure(answered, "NV1", 1, "2023", unit) for unit in (LABOUR, "xa-mot")]
    [finding] = found("owner-silent", judged_plan(answered, *figures, on=date(2024, 1, 5), units=members))

    assert "UBND xã Hai" in finding.message.vi
    assert "UBND xã Một" not in finding.message.vi
    assert finding.units == (COMMUNES,)


# child-labour/part-nobody-owns


def test_a_part_given_to_nobody_is_found_without_any_figure() -> None:
    """Thanh Trì's target names the staff of children's homes, and section IV gives them to nobody."""
    [finding] = looked("part-nobody-owns", judged_plan(THANH_TRI, on=date(2021, 10, 18)))

    assert states([finding]) == [("found", ("2.1a",))]
    assert "cán bộ, giáo viên trong các cơ sở nuôi dưỡng trẻ em" in finding.message.vi
    assert "cơ sở nuôi dưỡng trẻ em" in finding.source.clause


def test_the_part_nobody_owns_is_named_in_english_too() -> None:
    """The English sentence names the part in English."""
    [finding] = looked("part-nobody-owns", judged_plan(THANH_TRI, on=date(2021, 10, 18)))

    assert "staff and teachers of children's homes" in finding.message.en
    assert not VIETNAMESE.search(finding.message.en)


def test_once_the_place_names_the_owners_no_part_is_left() -> None:
    """What a place answers in monitor.toml ends the finding."""
    answered = settle(THANH_TRI, answers={"care-institutions": (SCHOOLS, LABOUR)})

    assert looked("part-nobody-owns", judged_plan(answered, on=date(2022, 1, 1))) == []


@pytest.mark.parametrize("plan", [VAN_SON, KON_TUM, NATIONAL], ids=lambda plan: plan.id)
def test_plans_that_divide_nothing_have_no_part_nobody_owns(plan: Plan) -> None:
    """The other documents divide no population between units and a gap: looked, nothing found."""
    assert looked("part-nobody-owns", judged_plan(plan, on=plan.end)) == []


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
