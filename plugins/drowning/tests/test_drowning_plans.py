"""The plans against child injuries and drowning say what the restatements of their acts say, and no more."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from planmonitor import CALENDAR, Figure, JudgedPlan, Known, Plan, judge_plan
from planmonitor.testing import figure_of, load_plugin, settle

PLUGIN = load_plugin("drowning")
COMMUNE, SURVEILLANCE = PLANS = PLUGIN.plans
(PROGRAMME,) = PLUGIN.programmes
PAGE = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")

every_plan = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)


def judged(plan: Plan, *figures: Figure, on: date = date(2026, 11, 22)) -> JudgedPlan:
    """Return a plan judged on a day from some figures."""
    return judge_plan(plan, Known(figures=figures), on)


def status(plan: Plan, code: str, *figures: Figure, on: date = date(2026, 11, 22)) -> str:
    """Return the status of one measure on a day."""
    return next(item.status for item in judged(plan, *figures, on=on).measures if item.measure.code == code)


# Who, when


def test_both_plans_are_for_any_commune_and_say_that_they_are_generic() -> None:
    """Neither names a place; the title says that it is a generic plan, restated."""
    assert [(plan.id, plan.place) for plan in PLANS] == [("drowning/commune-2021-2030", None), ("drowning/injury-surveillance-2026-2030", None)]
    assert all("kế hoạch chung" in plan.title.vi and "nêu lại" in plan.title.vi for plan in PLANS)
    assert all("generic" in plan.title.en and "restated" in plan.title.en for plan in PLANS)


def test_the_circular_orders_nothing_before_it_is_in_force() -> None:
    """The programme runs 2021-2030; of the circular, in force from July 2026, the report on the half-year before owes nothing."""
    assert (COMMUNE.start, COMMUNE.end) == (date(2021, 1, 1), date(2030, 12, 31))
    assert (SURVEILLANCE.start, SURVEILLANCE.end) == (date(2026, 7, 1), date(2030, 12, 31))
    assert min(item.last_day for item in judged(SURVEILLANCE).deadlines if item.last_day) == date(2027, 1, 8)


@every_plan
def test_figures_run_by_the_calendar(plan: Plan) -> None:
    """Every measure of both plans counts calendar half-years and years, so that one figure serves both."""
    assert {plan.window_of(measure) for measure in plan.measures} == {CALENDAR}


# Clauses


@every_plan
def test_every_clause_says_that_it_is_no_quotation(plan: Plan) -> None:
    """No text was read word for word: every clause says so, and those of the decision on whose word it rests."""
    sources = [measure.source for measure in plan.measures] + [duty.source for duty in plan.duties]

    assert [source.clause for source in sources if "không phải nguyên văn" not in source.clause] == []
    assert [
        source.section for source in sources if "nêu lại" not in source.section and "chép" not in source.section and "trang" not in source.section
    ] == []


@pytest.mark.parametrize("code", ["1.5", "1.7", "NV2"])
def test_what_rests_on_one_source_is_marked(code: str) -> None:
    """A level that one page alone gives says "một nguồn"."""
    [clause] = [measure.source.clause for measure in COMMUNE.measures if measure.code == code]

    assert "một nguồn" in clause
    assert "từ hai nguồn" not in clause


@pytest.mark.parametrize(("code", "words"), [("1.2", "ghi 5"), ("1.3a", "năm 2020"), ("2.2", "70%")])
def test_where_pages_disagree_the_clause_tells_the_other_figure(code: str, words: str) -> None:
    """A contrary page is not hidden."""
    [clause] = [measure.source.clause for measure in COMMUNE.measures if measure.code == code]

    assert words in clause


# How the targets are judged


def test_a_rate_between_the_levels_of_2025_and_2030_is_on_track() -> None:
    """520 per 100,000 is under the 550 of 2025 and over the 500 of 2030; 560 is behind, 500 is met."""
    of = {cases: status(COMMUNE, "1.1", figure_of(COMMUNE, "1.1", (cases, 10_000), "2026"), on=date(2027, 1, 5)) for cases in (50, 52, 56)}

    assert of == {50: "met", 52: "on_track", 56: "behind"}


def test_one_rate_is_15_until_the_place_has_read_5() -> None:
    """The death rate is held against 15; a place that read 5 in the decision chooses it."""
    chosen = settle(COMMUNE, answers={"fifteen-or-five": "5"})
    ten = (10, 100_000)

    assert status(COMMUNE, "1.2", figure_of(COMMUNE, "1.2", ten, "2026"), on=date(2027, 1, 5)) == "met"
    assert status(chosen, "1.2", figure_of(chosen, "1.2", ten, "2026"), on=date(2027, 1, 5)) == "on_track"


def test_the_fall_in_drowning_waits_for_the_figure_of_2020() -> None:
    """Without the base figure there is nothing to hold it against; with it the bar is 10 % below until 2025, then 20 %."""
    deaths = figure_of(COMMUNE, "1.4", 17, "2026")

    assert status(COMMUNE, "1.4", deaths, on=date(2027, 1, 5)) == "trend_only"
    based = settle(COMMUNE, baselines={"1.4": {"year": 2020, "numerator": 20}})
    bars = {
        day: next(item.bar for item in judged(based, deaths, on=day).measures if item.measure.code == "1.4")
        for day in (date(2025, 12, 31), date(2026, 1, 1))
    }
    assert bars == {date(2025, 12, 31): 18, date(2026, 1, 1): 16}


def test_the_figure_of_2020_may_be_recorded_to_compare() -> None:
    """A comparison figure of 2020 is the base: 8 of 10 is a fall of 20 %, 9 is not."""
    base = figure_of(COMMUNE, "1.4", 10, "2020", comparison=True)

    assert status(COMMUNE, "1.4", base, figure_of(COMMUNE, "1.4", 8, "2026"), on=date(2027, 1, 5)) == "met"
    assert status(COMMUNE, "1.4", base, figure_of(COMMUNE, "1.4", 9, "2026"), on=date(2027, 1, 5)) == "in_progress"


def test_road_accidents_fall_against_the_year_before() -> None:
    """Of 20 injured in 2025, 19 in 2026 is a fall of 5 %: reached."""
    before = figure_of(COMMUNE, "1.3b", 20, "2025")

    assert status(COMMUNE, "1.3b", before, figure_of(COMMUNE, "1.3b", 19, "2026"), on=date(2027, 1, 5)) == "met"
    assert status(COMMUNE, "1.3b", before, figure_of(COMMUNE, "1.3b", 20, "2026"), on=date(2027, 1, 5)) != "met"
    assert status(COMMUNE, "1.3b", figure_of(COMMUNE, "1.3b", 19, "2026"), on=date(2027, 1, 5)) == "trend_only"


@pytest.mark.parametrize(("code", "question"), [("2.5", "life-vest-level"), ("3.1", "staff-trained-level")])
def test_a_level_that_was_not_readable_is_no_bar_until_the_place_names_one(code: str, question: str) -> None:
    """95 % is held against nothing, then reaches the 90 % of one province and not the 100 % of another."""
    for answer, expected in ((None, "trend_only"), (90, "met"), (100, "in_progress")):
        plan = settle(COMMUNE, answers={question: answer} if answer else {})
        assert status(plan, code, figure_of(plan, code, (95, 100), "2026"), on=date(2027, 1, 5)) == expected


def test_a_level_of_the_nation_is_no_bar_of_a_commune() -> None:
    """300 safe homes are reported and not held against 8,000,000."""
    assert status(COMMUNE, "1.5", figure_of(COMMUNE, "1.5", 300, "2026")) == "trend_only"


def test_targets_orientations_and_work_are_counted_apart() -> None:
    """The lines of the decision are targets; those of the accompanying acts reach beyond; work in the commune is reported."""
    scopes = [measure.scope for measure in COMMUNE.measures]

    assert [scopes.count(scope) for scope in ("target", "orientation", "task")] == [13, 14, 12]
    assert {measure.scope for measure in SURVEILLANCE.measures} == {"task"}


# Reports


@pytest.mark.parametrize(
    ("duty", "last_days"),
    [
        ("schools-half-year", {2027: date(2027, 7, 7)}),
        ("schools-year", {2026: date(2027, 1, 8)}),
        ("station-half-year", {2027: date(2027, 7, 14)}),
        ("station-year", {2026: date(2027, 1, 15)}),
    ],
)
def test_reports_are_due_so_many_working_days_after_their_period(duty: str, last_days: dict[int, date]) -> None:
    """5 and 10 working days after 31 December 2026 and 30 June 2027, as worked out by hand."""
    found = {item.period.year: item.last_day for item in judged(SURVEILLANCE).deadlines if item.duty.id == duty and item.period}

    assert {year: found[year] for year in last_days} == last_days


def test_deaths_are_reported_for_the_year_only() -> None:
    """The health station's half-year report holds the injured and the risk factors; deaths come with the year."""
    carried = {duty.id: duty.measures for duty in SURVEILLANCE.duties}

    assert "GS2" not in carried["station-half-year"]
    assert set(carried["station-year"]) - set(carried["station-half-year"]) == {"GS2"}


def test_a_report_is_complete_once_every_figure_owed_is_there() -> None:
    """The schools' half-year report of 2027 carries one figure."""
    counted = figure_of(SURVEILLANCE, "GS4", 3, "2027-S1")
    deadlines = judge_plan(SURVEILLANCE, Known(figures=(counted,)), date(2027, 7, 20)).deadlines
    [owed] = [item for item in deadlines if item.duty.id == "schools-half-year" and item.period and item.period.id == "2027-S1"]
    assert (owed.unit, owed.received, owed.expected) == ("cac-co-so-giao-duc", 1, 1)


def test_the_month_of_action_report_has_no_day_until_the_place_sets_one() -> None:
    """ "Trước ngày 10/7" was the day of a report to the district, which is gone: the plan says so and asks."""
    dated = settle(COMMUNE, answers={"month-of-action-day": "07-09"})
    [open_, set_] = [next(item for item in plan.duties if item.id == "month-of-action-report") for plan in (COMMUNE, dated)]

    assert (open_.kind, open_.last_day, open_.period) == ("undated", None, "half-year")
    assert (set_.kind, set_.last_day) == ("dated", "07-09")
    assert open_.recipient is not None
    assert "đã kết thúc" in open_.recipient
    assert "month-of-action-recipient" in {question.id for question in COMMUNE.questions}


def test_the_yearly_report_to_the_people_council_has_no_day_until_the_place_sets_one() -> None:
    """The law orders it once a year and names no day."""
    answered = settle(COMMUNE, answers={"people-council-day": "12-01"})
    kinds = [next(duty.kind for duty in plan.duties if duty.id == "report-to-people-council") for plan in (COMMUNE, answered)]

    assert kinds == ["undated", "dated"]


# What is shared and what is split


def test_injuries_are_split_by_type_sex_age_and_place() -> None:
    """The form counts cases and deaths by type, sex, age and place; every split is a partition."""
    for key in ("drowning/injury-cases", "drowning/injury-deaths"):
        [definition] = [measure.definition for measure in COMMUNE.measures if measure.definition.key == key]
        assert [breakdown.key for breakdown in definition.breakdowns] == ["cause", "sex", "age", "setting"]
        assert {breakdown.kind for breakdown in definition.breakdowns} == {"partition"}
        assert [len(breakdown.categories) for breakdown in definition.breakdowns] == [11, 2, 4, 3]


def test_the_populations_used_are_listed() -> None:
    """Every default denominator is a base figure that the plan lists, and none is listed for nothing."""
    for plan in PLANS:
        assert {measure.definition.population for measure in plan.measures} - {None} == {population.key for population in plan.populations}


def test_children_who_swim_are_those_from_6_to_under_16() -> None:
    """Swimming, water safety and road rules are over one age group, of which both ends are named."""
    ages = {measure.definition.population for measure in COMMUNE.measures if measure.code in {"2.2", "2.3", "2.4"}}

    assert ages == {"population/children-6-15"}


# Questions


@every_plan
def test_where_nobody_supplies_a_figure_the_plan_asks_who_does(plan: Plan) -> None:
    """No act shares the figures out; each measure without an owner asks for units, and takes one of the plan's."""
    asked = {item.about: item for item in plan.questions if item.answer_type == "units"}
    unowned = {f"measure:{measure.code}" for measure in plan.measures if not measure.owners}

    assert unowned == set(asked)
    for item in asked.values():
        settle(plan, answers={item.id: ("tram-y-te-xa",)})


# Units, words and the page


@every_plan
def test_every_unit_has_a_task_and_every_task_an_act(plan: Plan) -> None:
    """No unit stands in a plan without something an act tells it; every task is marked as restated."""
    assert [unit.id for unit in plan.units if not unit.tasks] == []
    assert [task.section for unit in plan.units for task in unit.tasks if "nêu lại" not in task.section] == []
    assert [unit.name for unit in plan.units if unit.members != bool(re.match(r"các\b", unit.name.lower()))] == []


@every_plan
def test_the_readme_counts_right(plan: Plan) -> None:
    """README.md gives for every plan its lines, its measures and its open questions."""
    [row] = [line for line in PAGE.splitlines() if line.startswith(f"| `{plan.id}` |")]

    assert row.split(" | ")[-1].rstrip(" |") == f"{len(plan.indicators)} / {len(plan.measures)} / {len(plan.questions)}"
