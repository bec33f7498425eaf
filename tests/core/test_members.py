"""Members of groups on a day: which entry holds, under which name (docs/domain.md, rule 21)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from attrs import evolve
from planmonitor.assessment.acts import Receipt
from planmonitor.assessment.checking import CheckedPlan
from planmonitor.assessment.known import Known
from planmonitor.assessment.left_open import left_open
from planmonitor.assessment.members import members_on
from planmonitor.assessment.plans import judge_plan
from planmonitor.assessment.records import MemberUnit
from planmonitor.storage import Database
from planmonitor.storage.file import create_or_upgrade
from support.rules import CLOSED, FLOW, RATIO, bar, had, measure_of, plan_with

FIRST = date(2026, 1, 1)
SCHOOL = MemberUnit("truong-a", "Trường A", "07621", FIRST, "truong-hoc", plan="plan/one")


def test_the_newest_entry_of_each_membership_holds():
    """One member of groups of two plans has two; closing one of them leaves the other."""
    other = evolve(SCHOOL, plan="plan/two", group_id="cac-truong")
    closed = evolve(SCHOOL, valid_to=date(2026, 8, 31))
    assert members_on((SCHOOL, other, closed), None) == (closed, other)
    assert len(members_on((SCHOOL, evolve(SCHOOL, place="05152")), None)) == 2


@pytest.mark.parametrize(
    ("day", "name", "others"),
    [
        (date(2025, 12, 31), "Trường A", ("Trường B", "Trường C")),
        (date(2026, 8, 31), "Trường A", ("Trường B", "Trường C")),
        (date(2026, 9, 1), "Trường B", ("Trường A", "Trường C")),
        (date(2027, 1, 1), "Trường C", ("Trường A", "Trường B")),
        (None, "Trường C", ("Trường A", "Trường B")),
    ],
)
def test_a_name_holds_from_its_day_on_in_every_membership(day, name, others):
    """Also in those that were registered before, or closed since; all other names find the member too."""
    renamed = [evolve(SCHOOL, name=called, named_from=since) for called, since in (("Trường B", date(2026, 9, 1)), ("Trường C", date(2027, 1, 1)))]
    entries = (SCHOOL, evolve(SCHOOL, plan="plan/two"), *renamed, evolve(renamed[-1], valid_to=date(2027, 6, 30)))
    assert [(member.name, member.also) for member in members_on(entries, day)] == [(name, others)] * 2


def test_a_database_keeps_each_membership_and_no_other_names(tmp_path):
    """What follows from other entries stands in no table and comes back all the same."""
    create_or_upgrade(tmp_path / "monitor.db")
    database = Database.open(tmp_path / "monitor.db")
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    entries = (SCHOOL, evolve(SCHOOL, plan="plan/two", successor="truong-b", document="12/QĐ"), evolve(SCHOOL, name="Trường B", named_from=CLOSED))
    with database.writing() as held:
        receipt = held.begin(Receipt("a1b2c3d4", "unit", entered_by="Hà"), moment)
        for entry in entries:
            held.add(evolve(entry, also=("Tên khác",)), receipt)
    with database.reading() as held:
        one, two = held.units(None, FIRST)
        assert (one.name, one.also, two.successor, two.document) == ("Trường A", ("Trường B",), "truong-b", "12/QĐ")
        assert [member.name for member in held.units(None)] == ["Trường B", "Trường B"]
        assert held.units(datetime(2026, 11, 21, tzinfo=UTC)) == ()


def test_what_stays_open_of_a_plan_tells_an_estimate_from_a_figure_that_is_not_there():
    """Each measure stands once: one that rests on an estimate, one that lacks days, one without any figure; a final one does not stand there."""
    codes = ("1", "2", "3")
    lines = [measure_of(evolve(FLOW, key=f"thing/counted-{code}"), bar(">=", 5), code=code) for code in codes]
    estimated = evolve(had("2026", value=9, state="estimated"), definition="thing/counted-1")
    final = evolve(had("2026", value=9), definition="thing/counted-2")
    found = left_open(CheckedPlan(judge_plan(plan_with(*lines), Known((estimated, final)), CLOSED), ()))
    assert [[item.measure.code for item in kind] for kind in (found.estimated, found.without)] == [["1"], ["3"]]
    assert found.count == 2
    scored = measure_of(RATIO, bar(">=", 90, assessed_years=(2027,)))
    judged = judge_plan(plan_with(scored), Known(()), CLOSED)
    assert [left_open(CheckedPlan(evolve(judged, year=year), ())).count for year in (2026, 2027)] == [0, 1]
