"""Each check finds what it looks for, is silent where nothing is wrong, and says when it cannot tell."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from planmonitor import Check, Figure, Finding, JudgedPlan, Known, Plan, judge_plan
from planmonitor.testing import figure_of, load_plugin, settle

PLUGIN = load_plugin("drowning")
COMMUNE, SURVEILLANCE = PLANS = PLUGIN.plans
CHECKS = {check.id.removeprefix("drowning/"): check for check in PLUGIN.checks}
VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


def figure(
    code: str,
    counted: int | tuple[int, int],
    period: str = "2026",
    *,
    plan: Plan = COMMUNE,
    breakdown: tuple[tuple[str, str], ...] = (),
    comparison: bool = False,
) -> Figure:
    """Return one recorded figure, of the plan for communes and of 2026 where no other is named."""
    return figure_of(plan, code, counted, period, breakdown=breakdown, comparison=comparison)


def judged_plan(*figures: Figure, on: date = date(2026, 11, 22), plan: Plan = COMMUNE) -> JudgedPlan:
    """Return a plan judged on a day from some figures."""
    return judge_plan(plan, Known(figures=figures), on)


def looked(name: str, judged: JudgedPlan) -> list[Finding]:
    """Run one check on a judged plan; hold every finding against what all findings must be, and return them."""
    findings = list(CHECKS[name].findings(judged))
    for finding in findings:
        assert finding.source in {measure.source for measure in judged.plan.measures}
        assert set(finding.measures) <= {judged.plan.measure_id(measure) for measure in judged.plan.measures}
        assert VIETNAMESE.search(finding.message.vi)
        assert not re.search(r"[ăđơư]|[ạ-ỹ]", re.sub(r"“[^”]*”", "", finding.message.en))
    return findings


def states(findings: list[Finding]) -> list[tuple[str, tuple[str, ...]]]:
    """Return what findings say: found or not judged, and the codes of the measures concerned."""
    return [(finding.state, tuple(name.rsplit("/", 1)[1] for name in finding.measures)) for finding in findings]


# All checks


def test_there_are_four_checks_of_the_plugin() -> None:
    """The plugin brings the four checks its page describes, with the severities described there."""
    assert {name: check.severity for name, check in CHECKS.items()} == {
        "child-drowned": "error",
        "drowned-by-type": "error",
        "risk-sites-open": "error",
        "deaths-above-injuries": "warning",
    }


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_a_check_that_has_nothing_to_look_at_in_a_plan_is_not_run_on_it(check: Check) -> None:
    """Silence means looked: a check applies to a plan only where the plan counts what it reads."""
    assert check.applies_to(COMMUNE)
    assert check.applies_to(SURVEILLANCE) == (check.id == "drowning/deaths-above-injuries")


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
@pytest.mark.parametrize("name", CHECKS)
@pytest.mark.parametrize("on", [date(2020, 1, 1), date(2021, 6, 1), date(2026, 7, 1), date(2030, 12, 31), date(2036, 1, 1)], ids=str)
def test_every_check_can_look_at_every_plan_on_any_day(name: str, plan: Plan, on: date) -> None:
    """No check raises on a plan without figures, on a day before, in or after its period; and nothing is found there."""
    findings = looked(name, judged_plan(on=on, plan=plan))

    assert {finding.state for finding in findings} <= {"not_judged"}


# drowning/child-drowned


def test_a_child_who_drowned_is_found_whatever_the_target() -> None:
    """One death of a base of ten is a fall of 90 %, and still an error."""
    judged = judged_plan(figure("1.4", 10, "2020", comparison=True), figure("1.4", 1), on=date(2027, 1, 5))
    [finding] = looked("child-drowned", judged)

    assert judged.with_definition("drowning/deaths")[0].status == "met"
    assert states([finding]) == [("found", ("1.4",))]
    assert finding.message.vi.startswith("01 trẻ em")
    assert "drowned: 1 " in finding.message.en


def test_a_drowning_in_the_first_half_year_is_not_mended_by_the_second() -> None:
    """Two half-years with one death in the first: one child drowned in the year."""
    assert states(looked("child-drowned", judged_plan(figure("1.4", 1, "2026-S1"), figure("1.4", 0, "2026-S2")))) == [("found", ("1.4",))]


def test_a_recorded_zero_is_silence() -> None:
    """0 is a figure: looked, nothing found."""
    assert looked("child-drowned", judged_plan(figure("1.4", 0))) == []


def test_a_missing_figure_on_drowning_is_no_zero() -> None:
    """Without a figure, or with one of the base year only, the check cannot be judged."""
    assert states(looked("child-drowned", judged_plan())) == [("not_judged", ("1.4",))]
    assert states(looked("child-drowned", judged_plan(figure("1.4", 3, "2020", comparison=True)))) == [("not_judged", ("1.4",))]


DROWNED = (("cause", "drowning"),)


@pytest.mark.parametrize(
    ("code", "count", "deaths", "expected"), [("NV3", 1, 0, True), ("NV3", 1, 1, False), ("NV2", 2, 1, True), ("NV2", 1, 1, False)]
)
def test_drownings_by_type_that_the_deaths_do_not_account_for_are_found(code: str, count: int, deaths: int, expected: bool) -> None:
    """A drowning told only by the injuries by type is found beside 0; one that the deaths tell is not told twice."""
    findings = looked("drowned-by-type", judged_plan(figure("1.4", deaths), figure(code, count, breakdown=DROWNED)))

    assert states(findings) == [("found", (code,))] * expected


def test_a_drowning_by_type_is_found_though_no_death_is_recorded() -> None:
    """Nobody has recorded the deaths of the year: the drowning that the injuries tell is found all the same."""
    assert states(looked("drowned-by-type", judged_plan(figure("NV3", 1, breakdown=DROWNED)))) == [("found", ("NV3",))]


def test_a_fall_by_type_is_no_drowning() -> None:
    """Only the type drowning counts, and only of the year that is judged."""
    falls = figure("NV2", 9, breakdown=(("cause", "fall"),))
    compared = figure("NV2", 9, breakdown=DROWNED, comparison=True)

    assert looked("drowned-by-type", judged_plan(figure("1.4", 0), falls, compared)) == []


def test_a_drowning_by_type_of_another_year_is_not_explained_by_this_years_deaths() -> None:
    """Deaths of 2025 do not account for a drowning among the injuries of 2026."""
    findings = looked("drowned-by-type", judged_plan(figure("1.4", 1, "2025"), figure("NV3", 1, breakdown=DROWNED)))

    assert states(findings) == [("found", ("NV3",))]


def test_a_later_year_without_drownings_hides_none_of_the_year_before() -> None:
    """One drowning of 2025 that only the injuries tell stays found when the injuries of 2026 tell of none."""
    told = [figure("NV3", 1, "2025", breakdown=DROWNED), figure("NV3", 0, "2026", breakdown=DROWNED)]

    assert ("found", ("NV3",)) in states(looked("drowned-by-type", judged_plan(figure("1.4", 0), *told)))


# drowning/risk-sites-open


def with_days(**days: str) -> Plan:
    """Return the plan with the days a place has set."""
    return settle(COMMUNE, answers={name.replace("_", "-"): day for name, day in days.items()})


BOTH = with_days(before_summer="05-31", before_floods="08-31")


def test_without_a_day_the_risk_sites_cannot_be_judged() -> None:
    """No act sets a day: for each season the check says under which question the place sets one."""
    findings = looked("risk-sites-open", judged_plan(figure("NV4", 5), figure("NV7", 0)))

    assert states(findings) == [("not_judged", ("NV4",))] * 2
    assert [finding.questions for finding in findings] == [("before-summer",), ("before-floods",)]


@pytest.mark.parametrize(("day", "count"), [(date(2026, 5, 30), 0), (date(2026, 5, 31), 1), (date(2026, 8, 30), 1), (date(2026, 8, 31), 2)])
def test_sites_not_dealt_with_are_found_from_the_day_on(day: date, count: int) -> None:
    """ "Before 31 May": on the 30th there is time, from the 31st on it is late; the floods have a day of their own."""
    findings = looked("risk-sites-open", judged_plan(figure("NV4", 12), figure("NV7", 9), plan=BOTH, on=day))

    assert states(findings) == [("found", ("NV4", "NV7"))] * count
    assert all("03/12" in finding.message.vi and "3 of 12" in finding.message.en for finding in findings)


@pytest.mark.parametrize(("sites", "done"), [(12, 12), (0, 0)])
def test_where_every_site_is_dealt_with_the_check_is_silent(sites: int, done: int) -> None:
    """All dealt with, or none found: looked, nothing found."""
    assert looked("risk-sites-open", judged_plan(figure("NV4", sites), figure("NV7", done), plan=BOTH, on=date(2026, 9, 1))) == []


def test_figures_of_an_earlier_year_say_nothing_of_this_summer() -> None:
    """Sites dealt with in 2025 do not show that those of 2026 are: once the day has come the check cannot be judged."""
    old = (figure("NV4", 12, "2025"), figure("NV7", 12, "2025"))

    assert states(looked("risk-sites-open", judged_plan(*old, plan=BOTH, on=date(2026, 6, 1)))) == [("not_judged", ("NV4", "NV7"))]
    assert states(looked("risk-sites-open", judged_plan(figure("NV4", 12), plan=BOTH, on=date(2026, 6, 1)))) == [("not_judged", ("NV4", "NV7"))]


@pytest.mark.parametrize(
    ("more", "left"),
    [
        ((), True),
        ((("NV4", 4, "2027"),), True),
        ((("NV4", 0, "2027"),), False),
        ((("NV4", 4, "2027"), ("NV7", 4, "2027")), False),
        ((("NV7", 12, "2026"),), False),
        ((("NV4", 0, "2025"), ("NV7", 0, "2025")), True),
    ],
)
def test_sites_left_open_in_a_year_stay_found_until_figures_of_the_new_year_settle_it(more: tuple[Any, ...], left: bool) -> None:
    """H12: the ponds are still there on 1 January, whether a day is set or not; in the year itself only its days tell."""
    rows = {(code, period): figure(code, number, period) for code, number, period in (("NV4", 12, "2026"), ("NV7", 9, "2026"), *more)}
    for plan in (COMMUNE, BOTH):
        findings = [item for item in looked("risk-sites-open", judged_plan(*rows.values(), plan=plan, on=date(2027, 1, 1))) if item.state == "found"]
        assert states(findings) == [("found", ("NV4", "NV7"))] * left
        assert all(item.message.vi.startswith("Tồn từ năm 2026: còn 03/12 điểm nguy cơ") and "2027" in item.message.en for item in findings)
        on_the_eve = looked("risk-sites-open", judged_plan(*rows.values(), plan=plan, on=date(2026, 12, 31)))
        assert not [item for item in on_the_eve if "Tồn từ" in item.message.vi]


@pytest.mark.parametrize(
    ("last", "on", "told"),
    [("2028", date(2031, 3, 1), "the figures of 2030 are"), ("2030", date(2031, 3, 1), ""), ("2028", date(2030, 3, 1), "2030 are")],
)
def test_after_the_plan_what_is_left_is_settled_by_a_figure_of_its_last_year(last: str, on: date, told: str) -> None:
    """A figure of 2031 is refused as outside the plan, so nobody is told to record one."""
    rows = (figure("NV4", 12, last), figure("NV7", 9, last))
    [said] = [item.message for item in looked("risk-sites-open", judged_plan(*rows, on=on)) if "Tồn từ" in item.message.vi]
    assert said.vi.startswith(f"Tồn từ năm {last}: còn 03/12")
    assert said.vi.endswith("ghi số liệu năm 2030.")
    assert "2031" not in said.vi + said.en
    assert ("not all there" in said.en) == bool(told)
    assert told in said.en
    assert [item.state for item in looked("risk-sites-open", judged_plan(*rows, on=date(2031, 6, 16))) if "2031" in item.message.vi] == []
    assert ("not_judged" in [item.state for item in looked("risk-sites-open", judged_plan(*rows, on=on))]) == (on.year == 2030)


# drowning/deaths-above-injuries


def test_more_deaths_than_injured_are_found() -> None:
    """Three died and two were injured in one year: compare, for deaths on the spot may be counted apart."""
    findings = looked("deaths-above-injuries", judged_plan(figure("1.2", (3, 3000)), figure("1.1", (2, 3000))))

    assert states(findings)[0] == ("found", ("1.2", "1.1"))
    assert findings[0].severity is None
    assert "tại nơi xảy ra" in findings[0].message.vi


def test_more_drowned_than_died_of_injuries_is_an_error() -> None:
    """Who drowned died of an injury: two drowned beside one injury death cannot be."""
    findings = [
        finding for finding in looked("deaths-above-injuries", judged_plan(figure("1.4", 2), figure("1.2", (1, 3000)))) if finding.state == "found"
    ]

    assert states(findings) == [("found", ("1.4", "1.2"))]
    assert findings[0].severity == "error"


@pytest.mark.parametrize(("deaths", "injured"), [(2, 2), (1, 2), (0, 0)])
def test_deaths_up_to_the_injured_are_silence(deaths: int, injured: int) -> None:
    """Every row agrees with every other: looked, nothing found."""
    rows = (figure("1.2", (deaths, 3000)), figure("1.1", (injured, 3000)), figure("1.4", 0), figure("NV1", injured))

    assert looked("deaths-above-injuries", judged_plan(*rows, figure("NV2", injured), figure("NV3", deaths))) == []


def test_deaths_of_a_year_are_not_held_against_injured_of_a_half_year() -> None:
    """Figures of different days cannot be compared, and missing ones neither: the check names the measures it waits for."""
    [finding] = looked("deaths-above-injuries", judged_plan(figure("1.2", (3, 3000)), figure("1.1", (2, 3000), "2026-S1")))

    assert finding.state == "not_judged"
    assert {"drowning/commune-2021-2030/1.2", "drowning/commune-2021-2030/1.1"} <= set(finding.measures)


def test_deaths_of_all_ages_are_held_against_the_injured_of_all_ages() -> None:
    """The surveillance counts both for the year: more deaths than injured is found there too."""
    rows = (figure("GS2", 4, plan=SURVEILLANCE), figure("GS1", 3, plan=SURVEILLANCE))

    assert states(looked("deaths-above-injuries", judged_plan(*rows, plan=SURVEILLANCE, on=date(2027, 1, 5)))) == [("found", ("GS2", "GS1"))]
