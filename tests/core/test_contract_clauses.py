"""The contract holds a bar against its whole clause; where that leaves something open it raises no alarm."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve
from planmonitor import Baseline, Definition, Document, Measure, Milestone, Target, Text
from planmonitor.contract.examination import PLAN_RULES, RULES
from planmonitor.registry.catalogue import Loaded
from planmonitor.registry.loading import load

DOCUMENT = Document(Text("Kế hoạch thử", "A plan for a test"), "UBND xã")
SHARE = Definition(
    *("trial/share", Text("Trẻ em biết bơi", "Children who swim"), "ratio", "people", "point_in_time", Text("trẻ em", "children")),
    numerator=Text("Trẻ em biết bơi", "Children who swim"),
    denominator=Text("Trẻ em", "Children"),
)
NUMBER = Definition("trial/number", Text("Số vụ", "Cases"), "count", "cases", "count", Text("vụ", "cases"))
CHILDREN = evolve(NUMBER, key="trial/children", counts="people")
TWO = "Giảm 10% số trẻ em tử vong vào năm 2028 và 20% vào năm 2030."
LEVELS = "Tỷ lệ trẻ em biết bơi đạt 50% vào năm 2028 và 60% vào năm 2030."
PLAN_RULE = {rule.name: rule.look for rule in RULES if rule.name in PLAN_RULES}


def by(value: int, wording: str, comparator: str = "<=", **more: Any) -> Target:
    """Return a change in percent, held against 2020 where nothing else is said."""
    return Target(comparator, value, wording, kind="relative_change", **({"baseline": Baseline(2020)} | more))


def broken(target: Target, clause: str, definition: Definition = CHILDREN) -> list[str]:
    """Return the rules that a plan with one measure breaks, each with what is wrong."""
    catalogue = load(["child_labour"])
    plan = catalogue.plans["child-labour/van-son-2026-2030"]
    label = Text("Nội dung thử", "A thing for a test")
    measure: Measure = evolve(
        plan.indicators[0].measures[0], label=label, definition=definition, targets=(target,), source=DOCUMENT.at("mục I", clause)
    )
    alone = evolve(plan, programme=None, indicators=(evolve(plan.indicators[0], measures=(measure,)),), duties=(), questions=())
    loaded = Loaded(catalogue.loaded[0].plugin, (alone,))
    return [f"{breach.rule}: {breach.message}" for look in PLAN_RULE.values() for breach in look(loaded)]


def level(value: int, wording: str, comparator: str = ">=", **more: Any) -> Target:
    """Return a level to be reached."""
    return Target(comparator, value, wording, **more)


def on_the_way(value: int, due: date, clause: str) -> dict[str, Any]:
    """Return the milestones of a target."""
    return {"milestones": (Milestone(due, value, DOCUMENT.at("mục I", clause)),)}


@pytest.mark.parametrize(
    ("target", "clause", "definition"),
    [
        (by(-20, "20%"), TWO, CHILDREN),
        (by(-20, "Giảm 10% … và 20%"), TWO, CHILDREN),
        (by(-10, "Giảm 10%", due=date(2028, 12, 31)), TWO, CHILDREN),
        (by(-20, "20%", **on_the_way(-10, date(2028, 12, 31), TWO)), TWO, CHILDREN),
        (level(60, "60%", **on_the_way(50, date(2028, 6, 30), LEVELS)), LEVELS, SHARE),
        (level(50, "50%", due=date(2028, 12, 31)), LEVELS, SHARE),
        (level(11, "11%", "<"), "Tỷ lệ trẻ em bỏ học dưới 12% vào năm 2028 và 11% vào năm 2030.", SHARE),
        (by(20, "tăng thêm ít nhất 20%", ">="), "Tăng thêm ít nhất 20% số lớp.", evolve(NUMBER, counts="events")),
        # What the words leave open is not held against anybody.
        (by(-20, "20%"), "Giảm 10% số vụ ngã và 20% số vụ bỏng.", CHILDREN),
        (level(90, "90%"), "Giảm 10% số vụ ngã và 90% trẻ em biết bơi.", SHARE),
        (level(5, "5%", "<="), "Giảm tỷ lệ trẻ em bỏ học 5%.", SHARE),
        (by(-5, "5%"), "Giảm tỷ lệ trẻ em bỏ học 5%.", SHARE),
        (level(100, "100%"), "100% trẻ em biết bơi vào năm 2028 và vào năm 2030.", SHARE),
        (level(90, "90%"), "90% trẻ em, 70% cha mẹ biết bơi vào năm 2028.", SHARE),
        (level(90, "90%"), "90% trẻ em trai biết bơi năm 2028 và 90% trẻ em gái biết bơi năm 2030.", SHARE),
        (by(-5, "giảm 5%", baseline=None, same_period=True), "Hằng năm giảm 5% số trẻ em tử vong so với năm trước.", CHILDREN),
        (by(-5, "giảm 5%"), "Hằng năm giảm 5% so với năm 2020, giảm 8% so với năm 2022.", CHILDREN),
        (by(-8, "giảm 8%", baseline=Baseline(2022)), "Hằng năm giảm 5% so với năm 2020, giảm 8% so với năm 2022.", CHILDREN),
        (level(5, "không quá 5 vụ", "<="), "Không quá 5 vụ.", NUMBER),
        (level(5, "ít nhất 5 lớp"), "Tổ chức ít nhất 5 lớp.", evolve(NUMBER, counts="events")),
        (by(-10, "Giảm 10%", baseline=None), "Giảm 10% số trẻ em tử vong.", CHILDREN),
    ],
)
def test_what_the_clause_says_or_leaves_open_is_no_breach(target: Target, clause: str, definition: Definition) -> None:
    """A bar as the clause has it passes every rule, and so does one that the clause does not decide."""
    assert broken(target, clause, definition) == []


@pytest.mark.parametrize(
    ("target", "clause", "definition", "said"),
    [
        (by(20, "20%"), TWO, CHILDREN, "comparators: the words '20% (in its clause: giảm 20%)' give the bar -20, the target has 20"),
        (by(-20, "20%", ">="), TWO, CHILDREN, "want '<=', the target has '>='"),
        (level(20, "20%"), TWO, CHILDREN, "want '<=', the target has '>='"),
        (level(60, "60%"), "Tỷ lệ trẻ em bỏ học giảm 50% vào năm 2028 và 60% vào năm 2030.", SHARE, "by how much it changes"),
        (level(5, "5%"), "Giảm tỷ lệ trẻ em bỏ học 5%.", SHARE, "the clause says 'giảm' of the figure 5, the target has '>='"),
        (level(5, "5%", "<="), "Tăng tỷ lệ trẻ em biết bơi 5%.", SHARE, "the clause says 'tăng' of the figure 5, the target has '<='"),
        (by(5, "5%"), "Giảm tỷ lệ trẻ em bỏ học 5%.", SHARE, "the clause says 'giảm', the target is a change by 5"),
        (level(11, "11%"), "Tỷ lệ trẻ em bỏ học dưới 12% vào năm 2028 và 11% vào năm 2030.", SHARE, "want '<', the target has '>='"),
        (level(20, "tăng thêm ít nhất 20%"), "Tăng thêm ít nhất 20% số lớp.", evolve(NUMBER, counts="events"), "a change or a level"),
        (by(-20, "20%", **on_the_way(10, date(2028, 12, 31), TWO)), TWO, CHILDREN, "the milestone 10 has another sign"),
        (level(60, "60%", **on_the_way(55, date(2028, 12, 31), LEVELS)), LEVELS, SHARE, "clauses: the milestone 55 is not printed"),
        (level(60, "60%", **on_the_way(28, date(2028, 12, 31), LEVELS)), LEVELS, SHARE, "clauses: the milestone 28 is not printed"),
        (level(60, "60%", **on_the_way(50, date(2027, 12, 31), LEVELS)), LEVELS, SHARE, "years: the clause prints 2028-12-31 with the figure 50"),
        (level(60, "60%", **on_the_way(50, date(2027, 12, 31), "Tỷ lệ đạt 50%")), LEVELS, SHARE, "prints 2028-12-31 with the figure 50"),
        (level(60, "60%", due=date(2029, 12, 31)), LEVELS, SHARE, "years: the clause prints 2030-12-31 with this figure, the target is due on 2029"),
        (level(50, "50%"), LEVELS, SHARE, "years: the clause prints 2028-12-31 with this figure, the target is due on 2030-12-31"),
        (Target("==", 0, "không để xảy ra", kind="zero_incident"), "Đến năm 2028 không để xảy ra vụ nào.", NUMBER, "prints 2028-12-31"),
        (level(60, "60%", due=date(2029, 12, 31)), "Đến quý II/2029 đạt 60% trẻ em biết bơi.", SHARE, "prints 2029-06-30"),
        (by(-5, "giảm 5%"), "Hằng năm giảm 5% so với năm trước.", CHILDREN, "against the year before, the target against 2020"),
        (by(-5, "giảm 5%"), "Giảm 5% so với năm 2019.", CHILDREN, "against 2019, the target against 2020"),
        (by(-5, "giảm 5%", baseline=None), "Giảm 5% so với năm 2019.", CHILDREN, "holds it against 2019"),
        (by(-5, "giảm 5%", baseline=None, same_period=True), "Giảm 5% so với năm 2019.", CHILDREN, "holds it against 2019"),
        (level(60, "60%"), "60% trẻ em biết bơi.", CHILDREN, "counting: the figure is printed in percent, and the definition is a 'count'"),
        (level(500, "500/100.000", "<="), "Không quá 500/100.000 trẻ em.", SHARE, "printed per 100,000"),
        (level(5, "5‰", "<="), "Không quá 5‰ trẻ em.", SHARE, "printed per thousand"),
        (level(5, "5 lớp"), "Tổ chức 5 lớp.", SHARE, "a number of things ('lớp')"),
        (level(5, "5 lớp"), "Tổ chức 5 lớp.", NUMBER, "the figure counts 'lớp', and the definition counts cases"),
        (by(5, "5 vụ", ">="), "Tăng 5 vụ.", NUMBER, "a relative change is in percent"),
    ],
)
def test_a_bar_against_its_clause_is_a_breach(target: Target, clause: str, definition: Definition, said: str) -> None:
    """Sign, comparator, unit, year and base are those of the whole clause, also where the words quoted are a figure alone."""
    found = broken(target, clause, definition)

    assert any(said in item for item in found), found


@pytest.mark.parametrize(("label", "meant"), [("Tre em biet boi", True), ("Trẻ em biết bơi", False), ("Clip", False), ("Tre em biết bơi", False)])
def test_a_label_in_plain_letters_is_held_against_the_clause(label: str, meant: bool) -> None:
    """Words without accents that the clause prints with them are told; words that are no Vietnamese are not."""
    definition = evolve(SHARE, label=Text(label, "Children who swim"))

    assert [item.startswith("accents") for item in broken(level(60, "60%"), "60% trẻ em biết bơi an toàn, xem clip.", definition)] == [True] * meant


def test_of_a_task_done_once_one_yes_is_the_years() -> None:
    """ "any_breach" stands for a yes/no that is done once; of a share it would let one case break the year."""
    once = Definition("trial/once", Text("Họp", "Meeting"), "yes_no", "events", "any_breach", Text("cuộc", "meetings"))

    assert broken(Target("done", None, "tổ chức"), "Tổ chức họp.", once) == []
    assert broken(level(60, "60%"), "60% trẻ em.", evolve(SHARE, over_time="any_breach"))[0].startswith("counting: over_time")
