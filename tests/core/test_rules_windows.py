"""How far a figure runs decides what it can prove (docs/domain.md, rule 17 and section 4)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from planmonitor import CALENDAR
from support.rules import FLOW, bar, measure_of, plan_with


def test_a_zero_that_stops_in_mid_year_does_not_prove_the_year(kon_tum: Any) -> None:
    """Section 4: none known by 10 June is met so far in June, and incomplete once the year is over, never plainly met."""
    kon_tum.today = date(2025, 6, 10)
    kon_tum("record", "1.1a", "--period", "2025", "--numerator", "0", "--denominator", "4000")
    assert (kon_tum.measure("1.1a")["status"], kon_tum.measure("1.1a")["interim"]) == ("met", True)
    kon_tum.today = date(2026, 1, 5)
    assert kon_tum.measure("1.1a")["status"] == "incomplete"


@pytest.mark.parametrize(("numerator", "status"), [("46", "met"), ("1", "in_progress")])
def test_a_figure_that_stops_before_the_end_of_a_year_that_is_over_asks_for_the_final_one(van_son: Any, numerator: str, status: str) -> None:
    """A year's figure that runs to 10 January is not the year's last word, and it is not said that the year goes on."""
    van_son.today = date(2027, 1, 5)
    van_son("record", "4a", "--period", "2026", "--numerator", numerator, "--denominator", "50", "--until", "2026-01-10")
    judged = van_son.measure("4a")
    assert (judged["status"], judged["interim"]) == (status, False)
    assert "not over" not in judged["reason_en"]
    assert ("final figure is wanted" in judged["reason_en"]) == (status == "met")


def test_half_a_year_of_a_cumulative_figure_is_met_so_far(van_son: Any) -> None:
    """The first half says nothing final of the year, whether it is called the half-year or the year."""
    van_son.today = date(2026, 8, 1)
    van_son("record", "2", "--period", "2026-S1", "--numerator", "5", "--denominator", "5")
    assert (van_son.measure("2")["status"], van_son.measure("2")["interim"]) == ("met", True)


def test_a_figure_that_must_not_occur_in_one_plan_is_no_estimate_in_another(monitor: Any) -> None:
    """Rule 17: Kon Tum has a zero target on the rate, so nobody records an estimate of it under the national plan."""
    monitor.today = date(2025, 11, 20)
    monitor.follow("child-labour/kon-tum-2021-2025", "child-labour/national-2021-2025")
    refused = monitor("record", "national-2021-2025/1", "--period", "2024", "--numerator", "0", "--denominator", "9", "--estimated", code=3)
    assert "never an estimate" in refused.err


def test_the_days_of_a_figure_survive_a_change_of_window(van_son: Any) -> None:
    """Rule 17: a figure of other days is exported by its days and never taken for the period of the same name."""
    van_son("record", "4a", "--period", "2026-S1", "--numerator", "46", "--denominator", "50")
    path = van_son.folder / "monitor.toml"
    path.write_text(path.read_text(encoding="utf-8") + '\n[plans."child-labour/van-son-2026-2030"]\nwindow = "calendar"\n', encoding="utf-8")
    assert "2025-12-15/P6M" in van_son("export").out


def test_the_whole_population_is_no_denominator_of_a_part(van_son: Any) -> None:
    """Girls in labour are a share of the girls, not of all children: a part needs its own denominator."""
    van_son("record", "population/children-5-17", "--period", "2026", "--value", "1000")
    refused = van_son("record", "1", "--period", "2026", "--numerator", "16", "--breakdown", "sex=female", code=3)
    assert "denominator" in refused.err
    assert van_son("history", "1", "--format", "json").json == []


def test_a_text_answer_does_not_cancel_the_date_of_the_same_report(van_son: Any) -> None:
    """Two questions about one report are settled each by its own answer."""
    path = van_son.folder / "monitor.toml"
    answers = 'annual-report-day = "11-20"\nannual-report-recipient = "Sở Y tế"\n'
    path.write_text(path.read_text(encoding="utf-8") + f'\n[plans."child-labour/van-son-2026-2030".answers]\n{answers}', encoding="utf-8")
    rows = van_son("deadlines", "--from", "2026-01-01", "--to", "2026-12-31", "--format", "json").json
    assert [(row["duty"], row["unit"], row["last_day"]) for row in rows] == [("annual-report", "phong-van-hoa-xa-hoi", "2026-11-20")]


def test_naming_a_unit_for_the_part_nobody_owns_leaves_the_other_owner_its_part(thanh_tri: Any) -> None:
    """Rule 22: the labour office takes the children's homes, the education office keeps its institutions."""
    path = thanh_tri.folder / "monitor.toml"
    answer = 'care-institutions = ["phong-lao-dong-thuong-binh-va-xa-hoi"]\n'
    path.write_text(path.read_text(encoding="utf-8") + f'\n[plans."child-labour/thanh-tri-2021-2025".answers]\n{answer}', encoding="utf-8")
    thanh_tri("record", "2.1a", "--period", "2025", "--numerator", "9", "--denominator", "10", "--unit", "phong-giao-duc-va-dao-tao")
    judged = thanh_tri.measure("2.1a")
    assert judged["parts"] == {"expected": 2, "received": 1}
    assert judged["missing"] == ["phong-lao-dong-thuong-binh-va-xa-hoi"]


def test_the_date_of_a_base_year_and_its_figure_are_checked(van_son: Any) -> None:
    """A base figure above its own denominator or below zero is refused with table and key."""
    path = van_son.folder / "monitor.toml"
    before = path.read_text(encoding="utf-8")
    for base in ("year = 2020, numerator = 500, denominator = 100", "year = 2020, numerator = -5, denominator = 10", "year = 0, numerator = 1"):
        path.write_text(before + f'\n[plans."child-labour/van-son-2026-2030".baselines]\n4a = {{ {base} }}\n', encoding="utf-8")
        assert "4a" in van_son("status", code=3).err


def test_the_figures_of_one_place_are_never_those_of_another(van_son: Any) -> None:
    """Rule 8: Thanh Trì's rate of 2025 is not Vân Sơn's year before, though one workspace follows both plans."""
    path = van_son.folder / "monitor.toml"
    both = '"child-labour/van-son-2026-2030", "child-labour/thanh-tri-2021-2025"'
    path.write_text(path.read_text(encoding="utf-8").replace('"child-labour/van-son-2026-2030"', both), encoding="utf-8")
    van_son("record", "1.1", "--period", "2025", "--numerator", "5", "--denominator", "1000")
    van_son("record", "van-son-2026-2030/1", "--period", "2026", "--numerator", "9", "--denominator", "1000")
    judged = van_son.measure("van-son-2026-2030/1")
    assert (judged["value"]["numerator"], judged["comparison"]) == (9, None)


@pytest.mark.parametrize(("start", "taken"), [(date(2026, 6, 30), True), (date(2026, 7, 1), False)])
def test_a_period_that_ended_before_the_plan_is_for_comparison_only(start: date, taken: bool) -> None:
    """Rule 15: the first half of 2026 belongs to a plan whose first day is its last, to one that begins the day after only beside it."""
    plan = plan_with(measure_of(FLOW, bar(">=", 9)), start=start)
    assert [plan.covers(plan.measures[0], CALENDAR.parse(period)) for period in ("2026-S1", "2026", "2026-S2")] == [taken, True, True]
