"""Rule 10: the journal only grows, and answers as of any day. Rules 1, 13, 22, 24 and 26 as findings."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from planmonitor import ADMINISTRATIVE, Finding, Period, Text, Unit
from planmonitor.assessment.acts import Receipt
from planmonitor.assessment.every_plan import year_below_part, yearly_change_missed
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import judge_plan
from planmonitor.assessment.records import Figure
from planmonitor.registry.loading import load
from planmonitor.storage import Database
from planmonitor.storage.file import create_or_upgrade
from support.rules import CHILDREN, FLOW, ZERO, bar, counted, had, measure_of, plan_with

START = datetime(2026, 1, 1, tzinfo=UTC)
UNITS = ("a", "b")


def figure(unit: str, value: int) -> Figure:
    """Return a count of one unit for 2026."""
    return Figure("test/cases", "07621", unit, ADMINISTRATIVE.year(2026), date(2026, 12, 14), value=value)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty database to copy."""
    path = tmp_path_factory.mktemp("empty") / "monitor.db"
    create_or_upgrade(path)
    return path


entries = st.lists(st.tuples(st.integers(0, 5), st.sampled_from(UNITS), st.integers(0, 9)), max_size=6)


@given(entries=entries, asked=st.integers(-1, 40))
def test_what_was_known_at_any_moment_is_what_had_been_recorded_by_then(empty: Path, entries: Any, asked: int) -> None:
    """Rule 10: as it was known on date D is the last revision by D, and as known now the last of all, whatever came when."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(empty, folder))
        moment, now, then = START, {}, {}
        asked_at = START + timedelta(hours=asked)
        database = Database.open(path)
        for number, (wait, unit, value) in enumerate(entries):
            moment += timedelta(hours=wait)
            with database.writing() as held:
                held.append([figure(unit, value)], held.begin(Receipt(str(number), "record"), moment))
            now[unit] = value
            if moment <= asked_at:
                then[unit] = value
        with database.reading() as held:
            assert {item.unit: item.value for item in held.known_at(None)} == now
            assert {item.unit: item.value for item in held.known_at(asked_at)} == then
            assert len(held.history("test/cases")) == len(entries)


def test_neither_figures_nor_corrections_decide_when_a_report_was_sent(thanh_tri: Any) -> None:
    """Rule 19: the letter does; what is typed or corrected afterwards changes nothing in it."""
    thanh_tri.today = date(2025, 11, 20)
    thanh_tri("record", "1.3", "--period", "2025", "--numerator", "9", "--denominator", "10")
    thanh_tri.today = date(2025, 12, 20)
    unit = ("--unit", "phong-giao-duc-va-dao-tao")
    thanh_tri("reports", "submit", "thanh-tri-2021-2025/annual-report", "--period", "2025", *unit, "--number", "9/BC", "--dated", "2025-11-24")
    thanh_tri("record", "1.3", "--period", "2025", "--numerator", "10", "--denominator", "10")
    reports = thanh_tri("deadlines", "--from", "2025-01-01", "--to", "2025-12-31", "--format", "json").json
    [education] = [item for item in reports if item["unit"] == "phong-giao-duc-va-dao-tao"]
    assert (education["state"], education["figures"]) == ("on_time", {"expected": 3, "received": 1})


def test_each_data_owner_has_its_own_part_and_a_part_nobody_owns_is_missing(thanh_tri: Any) -> None:
    """Rule 22: of 2.1a one office counts its institutions, the care homes are given to nobody, and that part stays missing."""
    thanh_tri("record", "2.1a", "--period", "2025", "--numerator", "95", "--denominator", "100", "--unit", "phong-giao-duc-va-dao-tao")
    judged = thanh_tri.measure("2.1a")
    assert (judged["status"], judged["parts"]) == ("incomplete", {"expected": 2, "received": 1})
    assert ["cơ sở nuôi dưỡng" in name for name in judged["missing"]] == [True]


def plan_of(place: str) -> Any:
    """Return a bundled plan by the end of its id."""
    return next(plan for name, plan in load(["child_labour"]).plans.items() if name.endswith(place))


def output(plan: Any, code: str, period: str, value: int) -> Figure:
    """Return an output of the whole place."""
    measure = next(measure for measure in plan.measures if measure.code == code)
    days = plan.window.parse(period)
    return Figure(measure.definition.key, plan.place.key, "", days, days.end, value=value)


@pytest.mark.parametrize(("year", "half", "expected"), [(2, 3, 1), (3, 3, 0), (4, 3, 0)])
def test_a_year_below_its_own_half_year_is_found(year: int, half: int, expected: int) -> None:
    """Rule 13: two inspections in the year and three in its first half cannot both be right."""
    plan = plan_of("van-son-2026-2030")
    known = Known((output(plan, "NV1", "2026", year), output(plan, "NV1", "2026-S1", half)))
    found = list(year_below_part(judge_plan(plan, known, date(2027, 1, 15))))
    assert [type(item) for item in found] == [Finding] * expected


def test_a_period_is_only_held_against_what_is_added_up_within_it() -> None:
    """Rule 13: a state of a day may fall within the year, another unit's cases are no part of its own, and what was not counted is not less."""
    year, half = had("2026", value=2, unit="a"), had("2026-S1", value=3, unit="a")
    apart = evolve(half, unit="b")
    cases = ((FLOW, (year, half), 1), (FLOW, (year, apart), 0), (counted("count", noun=CHILDREN), (year, half), 0))
    for definition, figures, expected in cases:
        judged_plan = judge_plan(plan_with(measure_of(definition, bar(">=", 9))), Known(figures), date(2027, 1, 15))
        assert [item.units for item in year_below_part(judged_plan)] == [("a",)] * expected


@pytest.mark.parametrize(
    ("recorded", "told"),
    [
        ({"2026-Q1": 3, "2026-Q2": 3, "2026": 5}, ["year 2026 (5) is below the sum of quarter I/2026, quarter II/2026 inside it (6)"]),
        ({"2026-Q1": 3, "2026-Q2": 3, "2026": 6}, []),
        (
            {"2026-Q1": 3, "2026-Q2": 3, "2026-S1": 5, "2026": 5},
            ["first half of 2026 (5) is below the sum of quarter I/2026, quarter II/2026 inside it (6)"],
        ),
        (
            {"2026-Q1": 3, "2026-S1": 9, "2026-S2": 2, "2026": 10},
            ["year 2026 (10) is below the sum of first half of 2026, second half of 2026 inside it (11)"],
        ),
        (
            {"2026-S1": 9, "2026-S2": 9, "2026": 8},
            ["year 2026 (8) is below first half of 2026 inside it (9)", "year 2026 (8) is below second half of 2026 inside it (9)"],
        ),
        ({"2025": 9, "2026": 5}, []),
        (
            {"2026-01": 4, "2026-02": 4, "2026-Q1": 3},
            ["quarter I/2026 (3) is below January 2026 inside it (4)", "quarter I/2026 (3) is below February 2026 inside it (4)"],
        ),
        (
            {"2026-Q1": 9, "2026-01": 1, "2026-Q2": 9, "2026": 10},
            ["year 2026 (10) is below the sum of quarter I/2026, quarter II/2026 inside it (18)"],
        ),
        (
            {"2026-S1": 6, "2026-Q1": 4, "2026-Q2": 4, "2026-S2": 3, "2026": 10},
            [
                "first half of 2026 (6) is below the sum of quarter I/2026, quarter II/2026 inside it (8)",
                "year 2026 (10) is below the sum of quarter I/2026, quarter II/2026, second half of 2026 inside it (11)",
            ],
        ),
    ],
)
def test_parts_of_a_year_that_add_up_to_more_than_it_are_found(recorded: dict[str, int], told: list[str]) -> None:
    """Rule 13: each contradiction once, the period that it can be seen in first."""
    figures = tuple(had(period, value=value) for period, value in recorded.items())
    judged_plan = judge_plan(plan_with(measure_of(FLOW, bar(">=", 9)), start=date(2025, 1, 1)), Known(figures), date(2027, 1, 15))
    assert [item.message.en.removeprefix("Measure 1: ").partition(":")[0] for item in year_below_part(judged_plan)] == told


@pytest.mark.parametrize(
    ("later", "year", "expected"), [(("2026-Q3", 40), 2026, 1), (("2026-Q3", 50), 2026, 0), (("2027-S1", 40), 2027, 0), (("2026-S1", 40), 2026, 0)]
)
def test_a_running_total_that_falls_within_its_year_is_found(later: tuple[str, int], year: int, expected: int) -> None:
    """Rule 13: each figure contains the earlier ones of its year."""
    rule = counted("count", "cumulative", noun=CHILDREN)
    figures = (had("2026-Q2", value=50), had(later[0], value=later[1]))
    found = list(year_below_part(judge_plan(plan_with(measure_of(rule, bar(">=", 9))), Known(figures), date(2028, 1, 15))))
    assert ["running total" in item.message.en for item in found] == [True] * expected


YEARLY_FALL = bar("<=", -5, kind="relative_change", upper=-10, same_period=True, due=date(2030, 12, 31))


@pytest.mark.parametrize(
    ("counts", "on", "told"),
    [
        ({"2025": 19, "2026": 19}, date(2027, 1, 1), ["19 in 2026, 19 the year before"]),
        ({"2025": 20, "2026": 19}, date(2027, 1, 1), []),
        ({"2025": 19, "2026": 19}, date(2026, 12, 31), []),
        ({"2026": 19}, date(2027, 1, 1), []),
        ({"2025": 19, "2026-S1": 19}, date(2027, 1, 1), []),
    ],
)
def test_a_yearly_fall_missed_in_a_year_that_is_over_is_shown_in_that_year(counts: dict[str, int], on: date, told: list[str]) -> None:
    """Rule 2: "giảm 5-10% hằng năm": the status waits for 2030, the year does not; 20 to 19 is a fall of 5%."""
    figures = tuple(had(period, value=value, comparison=period == "2025") for period, value in counts.items())
    judged_plan = judge_plan(plan_with(measure_of(FLOW, YEARLY_FALL)), Known(figures), on)
    found = [item.message.en.removeprefix("Measure 1: ").partition(";")[0] for item in yearly_change_missed(judged_plan)]
    assert (found, judged_plan.measures[0].status == "met") == (told, counts == {"2025": 20, "2026": 19} and on > date(2026, 12, 31))


def test_a_case_counts_on_whatever_days_of_the_year_it_was_counted() -> None:
    """Rule 13: also from its first day on, over half a month, as another plan's window had it; and a unit since closed is called by its name."""
    days = Period("2026-01-01/P45D", date(2026, 1, 1), date(2026, 2, 14))
    case = evolve(had("2026", value=1, unit="truong-cu"), period=days, until=days.end)
    plan = plan_with(measure_of(counted("count", "any_breach"), ZERO, owners=("a",)), units=(Unit("a", "Trạm Y tế"),))
    [judged] = judge_plan(plan, Known((case,)), date(2026, 3, 1)).measures
    assert (judged.status, [part.unit for part in judged.parts]) == ("not_met", ["", "truong-cu"])
    assert judged.parts[1].called == Text("truong-cu", "truong-cu")


def test_a_case_of_the_last_days_of_december_is_one_of_the_next_administrative_year() -> None:
    """Rule 13: whatever window it was recorded under."""
    days = Period("2026-12-16/P5D", date(2026, 12, 16), date(2026, 12, 20))
    case = evolve(had("2026", value=1), period=days, until=days.end)
    plan = plan_with(measure_of(counted("count", "any_breach"), ZERO), window=ADMINISTRATIVE)
    [judged] = judge_plan(plan, Known((case,)), date(2027, 1, 5)).measures
    assert (judged.status, str(judged.reason)) == ("not_met", "1 children in 2027; the target is that there is none.")


def test_every_yearly_change_that_was_missed_is_found_with_its_measure() -> None:
    """A measure without figures, or of another kind, before it ends nothing."""
    others = (measure_of(counted("count", "count", key="thing/none"), YEARLY_FALL, code="0"), measure_of(FLOW, bar(">=", 99), code="2"))
    plan = plan_with(*others, measure_of(FLOW, YEARLY_FALL, code="3"))
    figures = (had("2025", value=19, comparison=True), had("2026", value=19))
    [finding] = yearly_change_missed(judge_plan(plan, Known(figures), date(2027, 1, 1)))
    assert finding.measures == ("some/plan/3",)
    assert finding.message.vi.endswith("làm rõ nguyên nhân và giải pháp trong báo cáo năm.")
    assert finding.message.en.endswith("say why, and what will be done, in the yearly report.")


def test_a_check_that_cannot_be_judged_yet_says_so(van_son: Any) -> None:
    """Rule 24: without figures the checks say that they cannot judge, and only what is found changes the exit code."""
    findings = van_son("check", "--format", "json").json
    assert "child-labour/rate-at-bar" in {item["check"] for item in findings}
    assert {item["state"] for item in findings} == {"not_judged"}
    van_son("status", "--strict")


def test_one_broken_plugin_is_its_own_row_and_the_rest_is_shown(van_son: Any) -> None:
    """Rule 26: an enabled plugin that is not installed is named with its reason, the plan is judged, the exit code is 1."""
    path = van_son.folder / "monitor.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"child_labour"', '"child_labour", "gone"'), encoding="utf-8")
    answer = van_son("status", "--format", "json", code=1)
    assert [problem["plugin"] for problem in answer.json["problems"]] == ["gone"]
    assert len(answer.json["plans"]) == 1
