"""A plan of the place itself can say all that a bundled plan can."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

HEAD = """title = "Kế hoạch thử nghiệm"
start = 2026-01-01
end = 2030-12-31
populations = ["population/children-under-16", { key = "population/pupils", label = "Học sinh của xã", noun = "học sinh" }]

[document]
issuer = "UBND xã Thử Nghiệm"

[[documents]]
id = "letter"
title = "Công văn số 1/CV-UBND ngày 02/01/2028"
issuer = "UBND tỉnh"

[[breakdowns]]
key = "sex"
label = "Giới tính"
kind = "partition"
categories = [{ key = "female", label = "Nữ" }, { key = "male", label = "Nam" }]

[[objectives]]
code = "1"
text = "Mục tiêu"

[[indicators]]
code = "1"
objective = "1"
text = "{line}"
section = "mục I"

[[indicators.measures]]
code = "1"
label = "Trẻ em được khám"
"""
RATIO = """
[indicators.measures.definition]
kind = "ratio"
counts = "people"
over_time = "point_in_time"
noun = "trẻ em"
numerator = "Trẻ em được khám"
denominator = "Trẻ em của xã"
"""
AT_LEAST_80 = """comparator = ">="
value = 80
wording = "Ít nhất 80%"
"""
LINE = "Ít nhất 80% trẻ em được khám."


@pytest.fixture
def plan(monitor: Any) -> Callable[..., Any]:
    """Return a function that writes the plan "thu" with a measure, checks and follows it, and returns the runner."""
    monitor("init", str(monitor.folder))

    def write(*parts: str, line: str = LINE) -> Any:
        path = monitor.folder / "plans" / "thu.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(HEAD.replace("{line}", line) + "".join(parts), encoding="utf-8")
        said = monitor("plans", "check", str(path), code=None)
        assert said.code == 0, said.out + said.err
        monitor("plans", "follow", "local/thu")
        return monitor

    return write


def estimated(place: Any, *arguments: str) -> Any:
    return place("record", "local/thu/1", "--period", "2026", "--estimated", *arguments)


def shown(place: Any) -> Any:
    return place("plans", "show", "local/thu", "--format", "json").json


def test_breakdowns(plan):
    """Figures are recorded by sex, whether the breakdown is named or written out."""
    age = '{ key = "age", label = "Tuổi", kind = "partition", categories = [{ key = "a", label = "A" }] }'
    place = plan(AT_LEAST_80, RATIO, f'breakdowns = ["sex", {age}]\n')

    estimated(place, "--numerator", "9", "--denominator", "10")
    estimated(place, "--numerator", "4", "--denominator", "5", "--breakdown", "sex=female")

    [measure] = shown(place)["indicators"][0]["measures"]
    assert [item["key"] for item in measure["breakdowns"]] == ["sex", "age"]
    assert "whole place, nữ" in place("show", "local/thu/1", "--format", "markdown").out


def test_a_card(plan):
    """The reference card stands with the measure, in one language where only one is written."""
    place = plan(AT_LEAST_80, RATIO, '[indicators.measures.definition.card]\nconcept = "Trẻ em được khám sức khoẻ định kỳ"\nlevel = "outcome"\n')

    assert "khám sức khoẻ định kỳ" in place("show", "local/thu/1").words
    assert shown(place)["indicators"][0]["measures"][0]["card"]["level"] == "outcome"


CHOICE = """
[[questions]]
id = "loai"
about = "measure:1"
text = "Xã thuộc loại nào?"
answer_type = "choice"
choices = [{ key = "i", label = "Loại I", value = 90 }, { key = "ii", label = "Loại II", value = 80 }]
"""


def test_choices(plan):
    """A bar that hangs on a choice is that of the answer in monitor.toml."""
    place = plan('comparator = ">="\nwording = "Ít nhất 80%"\nvalue_from = "loai"\n', RATIO, CHOICE)
    estimated(place, "--numerator", "85", "--denominator", "100")
    settings = place.folder / "monitor.toml"
    text = settings.read_text(encoding="utf-8")
    met = {}
    for answer in ("i", "ii"):
        settings.write_text(f'{text}\n[plans."local/thu".answers]\nloai = "{answer}"\n', encoding="utf-8")
        met[answer] = place.measure("1")["status"]

    assert met == {"i": "in_progress", "ii": "met"}


def test_sums(plan):
    """A total is the sum of the scores it names, and nothing is recorded for it."""
    score = '[indicators.measures.definition]\nkind = "score"\ncounts = "points"\nover_time = "point_in_time"\nnoun = "điểm"\n'
    bar = 'comparator = ">="\nvalue = 80\nwording = "Ít nhất 80"\n'
    parts = "".join(f'[[indicators.measures]]\ncode = "{code}"\nlabel = "Tiêu chí {code}"\n{bar}{score}maximum = 50\n' for code in ("2", "3"))
    place = plan(bar, score, 'maximum = 100\nsums = ["local/thu/2", "local/thu/3"]\n', parts, line="Ít nhất 80 điểm.")

    place("record", "local/thu/2", "--period", "2026", "--value", "45", "--estimated")
    place("record", "local/thu/3", "--period", "2026", "--value", "40", "--estimated")

    assert place.measure("1")["value"]["display"].startswith("85")


def test_several_bars_with_their_days(plan):
    """A later act changes the bar: each holds in its time."""
    bar = "[[indicators.measures.targets]]\nvalue = 80\n"
    first = f'{bar}comparator = ">="\nwording = "Ít nhất 80%"\nvalid_to = 2027-12-31\n'
    second = f'{bar}comparator = ">"\nwording = "trên 80%"\nvalid_from = 2028-01-01\n'
    place = plan(RATIO, first, second, line="Ít nhất 80% trẻ em được khám; từ 2028 trên 80%.")
    estimated(place, "--numerator", "8", "--denominator", "10")

    assert place.measure("1")["status"] == "met"
    place.today = date(2028, 6, 1)
    place("record", "local/thu/1", "--clock-right", "--period", "2028", "--estimated", "--numerator", "8", "--denominator", "10")
    assert place.measure("1")["status"] != "met"


DUTY = """
[[duties]]
id = "bao-cao"
kind = "dated"
rule = "trước ngày 25/3"
last_day = "03-24"
last_day_in = "year"
section = "mục II"
clause = "Báo cáo trước ngày 25/3."
document = "letter"
valid_from = 2028-01-01
"""


def test_a_rule_that_came_later(plan):
    """A report that a later letter orders is owed from then on, and cites the letter."""
    place = plan(AT_LEAST_80, RATIO, DUTY)

    [plan_row] = place("status", "--format", "json", code=None).json["plans"]
    assert plan_row["deadlines"] == [] or min(item["last_day"] for item in plan_row["deadlines"]) >= "2028-03-24"
    assert shown(place)["duties"][0]["source"]["document"].startswith("Công văn số 1/CV-UBND")
    place.today = date(2028, 3, 1)
    assert min(item["last_day"] for item in place("deadlines", "--format", "json", code=None).json) == "2028-03-24"


def test_base_years(plan):
    """A change is held against the figure of the base year that the plan states."""
    bar = 'comparator = "<="\nvalue = -20\nkind = "relative_change"\nwording = "giảm 20%"\n'
    base = '[indicators.measures.baseline]\nyear = 2025\nnumerator = 10\nsection = "mục I"\nclause = "Năm 2025 có 10 vụ."\n'
    count = '[indicators.measures.definition]\nkind = "count"\ncounts = "cases"\nover_time = "count"\nnoun = "vụ"\n'
    place = plan(bar, count, base, line="Đến năm 2030 giảm 20% số vụ so với năm 2025.")
    place.today = date(2027, 1, 10)
    place("record", "local/thu/1", "--period", "2026", "--value", "7")

    assert place.measure("1")["status"] == "met"
    assert "at most 8" in place.measure("1")["reason_en"]


def test_populations(plan):
    """A base figure of the plan's own is recorded once and is the denominator of what names it."""
    place = plan(AT_LEAST_80, RATIO, 'population = "population/pupils"\n')
    place("record", "population/pupils", "--period", "2026", "--value", "200")
    estimated(place, "--numerator", "170")

    assert place.measure("1")["value"]["display"] == "85%"


def test_milestones(plan):
    """A bar on the way holds from its day on, and stands in its own sentence."""
    way = '[[indicators.measures.milestones]]\ndue = 2026-06-30\nvalue = 50\nsection = "mục I"\nclause = "Giữa năm 2026 đạt 50%."\n'
    place = plan(AT_LEAST_80, RATIO, way)
    estimated(place, "--numerator", "6", "--denominator", "10")

    assert "50%" in place("show", "local/thu/1").words
