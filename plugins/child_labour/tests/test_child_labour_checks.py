"""Each check of the child-labour plans finds what it looks for, is silent where nothing is wrong, and says when it cannot tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from planmonitor import Check, Figure, Finding, JudgedPlan, Known, Measure, Plan, judge_plan
from planmonitor.assessment.records import MemberUnit
from planmonitor.testing import figure_of, load_plugin, settle

PLUGIN = load_plugin("child_labour")
KON_TUM, NATIONAL, THANH_TRI, VAN_SON = PLUGIN.plans
PLANS = (VAN_SON, THANH_TRI, KON_TUM, NATIONAL)
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
    came: datetime | None = None,
) -> JudgedPlan:
    """Return a plan judged on a day from some figures; `came` is the instant all of them were received."""
    received = {} if came is None else {(item.definition, item.unit, item.period.start, item.period.end): came for item in figures}
    return judge_plan(plan, Known(figures=figures, units=units, received=received), on)


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


# All checks


def test_there_are_seven_checks_of_the_plugin() -> None:
    """The plugin brings the seven checks its page describes, with the severities described there."""
    assert {name: check.severity for name, check in CHECKS.items()} == {
        "rate-at-bar": "warning",
        "notified-not-supported": "error",
        "zero-beside-cases": "error",
        "owner-silent": "warning",
        "part-nobody-owns": "warning",
        "no-inspection": "warning",
        "yearly-report-missing": "error",
    }


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_every_check_has_a_title_in_both_languages(check: Check) -> None:
    """A check says what it looks for, in Vietnamese and in English."""
    assert VIETNAMESE.search(check.title.vi)
    assert not VIETNAMESE.search(check.title.en)


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


@pytest.mark.parametrize("counted", [None, (0, 0)])
def test_without_a_rate_the_bar_cannot_be_judged(counted: tuple[int, int] | None) -> None:
    """Without a figure, or over nobody, the check says that it cannot be judged yet."""
    figures = () if counted is None else (figure(VAN_SON, "1", counted),)

    assert states(looked("rate-at-bar", judged_plan(VAN_SON, *figures))) == [("not_judged", ("1",))]


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


# child-labour/yearly-report-missing


def morning_of(year: int, month: int, day: int) -> datetime:
    """Return nine in the morning of a day in Việt Nam."""
    return datetime(year, month, day, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def reports(*years: str) -> list[Figure]:
    """Return all figures Thanh Trì's education division owes in its yearly reports."""
    owed = (("1.3", (9, 10), ""), ("2.1a", (90, 100), SCHOOLS), ("2.2", (85, 100), SCHOOLS))
    return [figure(THANH_TRI, code, counted, year, "" if code == "1.3" else unit) for year in years for code, counted, unit in owed]


def test_a_yearly_report_is_missed_from_the_day_after_its_last() -> None:
    """ "Trước ngày 25/11": on 24 November the report of 2021 is in time, on 25 November it is missing."""
    assert found("yearly-report-missing", judged_plan(THANH_TRI, on=date(2021, 11, 24))) == []

    [finding] = found("yearly-report-missing", judged_plan(THANH_TRI, on=date(2021, 11, 25)))

    assert "trước ngày 25/11" in finding.source.clause
    assert SCHOOLS in finding.units
    assert "Phòng Giáo dục và Đào tạo (2021)" in finding.message.vi
    assert "(2021)" in finding.message.en


def test_reports_of_several_years_make_one_finding() -> None:
    """Each duty is found once, with the years that are missing; a year that came is not among them."""
    judged = judged_plan(THANH_TRI, *reports("2022"), on=date(2023, 12, 1), came=morning_of(2022, 11, 20))
    [finding] = found("yearly-report-missing", judged)

    assert "Phòng Giáo dục và Đào tạo (2021, 2023)" in finding.message.vi


def test_a_report_that_is_in_is_not_missed_even_if_late() -> None:
    """Every figure owed is there: nothing is missing, though it came after its day."""
    judged = judged_plan(THANH_TRI, *reports("2021"), on=date(2022, 3, 1), came=morning_of(2022, 1, 15))

    assert found("yearly-report-missing", judged) == []


def test_a_report_that_lacks_a_figure_is_missed() -> None:
    """Complete means that every figure owed is there: two of three leave the report missing."""
    judged = judged_plan(THANH_TRI, *reports("2021")[:2], on=date(2022, 3, 1), came=morning_of(2021, 11, 20))

    assert len(found("yearly-report-missing", judged)) == 1


@pytest.mark.parametrize("on", [date(2026, 1, 1), date(2030, 12, 31)], ids=str)
def test_a_yearly_report_without_a_date_cannot_be_judged(on: date) -> None:
    """Vân Sơn's yearly report has no date: it is never missing, and the check asks for the date."""
    [finding] = looked("yearly-report-missing", judged_plan(VAN_SON, on=on))

    assert finding.state == "not_judged"
    assert finding.units == ("phong-van-hoa-xa-hoi",)
    assert "hằng năm theo quy định" in finding.source.clause


def test_once_the_place_sets_the_date_the_yearly_report_can_be_missed() -> None:
    """What a place answers in monitor.toml dates the report, and from then on it can be missing."""
    answered = settle(VAN_SON, answers={"annual-report-day": "11-24"})

    assert looked("yearly-report-missing", judged_plan(answered, on=date(2026, 11, 24))) == []
    assert [finding.state for finding in looked("yearly-report-missing", judged_plan(answered, on=date(2026, 11, 25)))] == ["found"]


def test_a_half_year_report_is_no_yearly_report() -> None:
    """Between Kon Tum's June and its December report nothing yearly is missing in 2021."""
    judged = judged_plan(KON_TUM, on=date(2021, 9, 1))

    assert [item.duty.id for item in judged.deadlines if item.state == "overdue"] != []
    assert looked("yearly-report-missing", judged) == []


def test_a_plan_without_duties_misses_no_report() -> None:
    """The decision's reporting rules were not seen: the national plan has no duty, and nothing can be missing."""
    assert looked("yearly-report-missing", judged_plan(NATIONAL, on=date(2025, 12, 31))) == []
