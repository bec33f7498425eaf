"""A child drowned that one bundled plan counts is an accident in another one, also once the first is followed no more (docs/domain.md, rule 13)."""

from __future__ import annotations

from datetime import date

import pytest

CHILD_WORK, DROWNING = "child-work-2026/van-son", "drowning/commune-2021-2030"


@pytest.fixture
def place(monitor):
    """Return a runner in a workspace that follows a plan without drowning accidents, and one that counts deaths by drowning."""
    monitor.today = date(2026, 11, 20)
    return monitor.follow(CHILD_WORK, DROWNING)


def told(place):
    """Return the status of the line without accidents, what is found of it across plans, and the state of the report on a case."""
    found = [item["check"] for item in place("check", "--format", "json", code=None).json if f"{CHILD_WORK}/4b" in item["measures"]]
    reports = {item["state"] for item in place("deadlines", "--format", "json").json if item["duty"] == "case-report"}
    return place.measure("4b")["status"], [name for name in found if name.startswith("planmonitor/")], reports


@pytest.mark.parametrize("followed", [True, False])
def test_a_death_inside_the_year_breaks_the_target_of_another_plan(place, followed):
    place("record", f"{DROWNING}/1.4", "--period", "2026-S1", "--value", "1", "--evidence", "BC 1/BC")
    if not followed:
        place("plans", "unfollow", DROWNING)
    status, _found, reports = told(place)
    assert (status, "arisen" in reports) == ("not_met", True)


@pytest.mark.parametrize("followed", [True, False])
def test_a_death_across_the_year_is_one_error_of_the_other_plan(place, followed):
    place.today = date(2027, 1, 5)
    place("record", f"{DROWNING}/1.4", "--period", "2026", "--value", "1", "--evidence", "BC 1/BC")
    if not followed:
        place("plans", "unfollow", DROWNING)
    status, found, reports = told(place)
    assert (status, found.count("planmonitor/case-across-windows"), "arisen" in reports) == ("no_data", 1, True)
