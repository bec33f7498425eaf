"""Whatever is wrong with a plan's file is its own row in `monitor status`, with file, line and cure; the other plans stand."""

from __future__ import annotations

import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from planmonitor.planfile.toml import read_toml

ID, FILE = "local/thu-nghiem", "plans/thu-nghiem.toml"
BESIDE = "child-labour/van-son-2026-2030"

PLAN = """title = "Kế hoạch thử nghiệm"
programme = "child-labour"
start = 2026-01-01
end = 2030-12-31
populations = ["population/children-under-16"]

[document]
issuer = "UBND xã Thử Nghiệm"

[[documents]]
id = "cong-van"
title = "Công văn số 1/UBND"
issuer = "UBND tỉnh"

[[breakdowns]]
key = "sex"
label = "Giới tính"
kind = "partition"
categories = [{ key = "female", label = "Nữ" }]

[[objectives]]
code = "1"
text = "Mục tiêu thử nghiệm"

[[indicators]]
code = "1"
objective = "1"
text = "Tổ chức ít nhất 5 lớp."
section = "mục I.1"

[[indicators.measures]]
code = "1"
label = "Lớp tập huấn"
comparator = ">="
value = 5
wording = "ít nhất 5 lớp"
responsible = [{ unit = "phong-van-hoa", role = "lead" }]

[indicators.measures.definition]
kind = "count"
counts = "events"
over_time = "count"
noun = "lớp"
population = "population/children-under-16"
breakdowns = ["sex"]

[[units]]
id = "phong-van-hoa"
name = "Phòng Văn hóa"

[[duties]]
id = "bao-cao-nam"
kind = "undated"
rule = "hằng năm"
reporters = ["phong-van-hoa"]
measures = ["1"]
section = "mục III"
clause = "Báo cáo hằng năm."
document = "cong-van"

[[questions]]
id = "so-van-ban"
about = "document"
text = "Số của văn bản?"
"""


@pytest.fixture
def place(monitor: Any) -> Any:
    """Return a runner in a workspace that follows a plugin's plan and one of the place's own."""
    monitor("init", str(monitor.folder), "--plan", BESIDE)
    (monitor.folder / "plans").mkdir()
    (monitor.folder / FILE).write_text(PLAN, encoding="utf-8")
    monitor("plans", "follow", ID)
    return monitor


@pytest.fixture
def broken(place: Any) -> Callable[[str | bytes], dict[str, str]]:
    """Return a function that replaces the file and returns what `status` says of it, by language; all else must stand as before."""

    def plans(answer: Any) -> list[Any]:
        return [plan for plan in answer.json["plans"] if plan["id"] != ID]

    before = {lang: plans(place("status", "--format", "json", code=None, lang=lang)) for lang in ("en", "vi")}

    def told(content: str | bytes) -> dict[str, str]:
        (place.folder / FILE).write_bytes(content if isinstance(content, bytes) else content.encode())
        said = {}
        for lang in ("en", "vi"):
            answer = place("status", "--format", "json", code=1, lang=lang)
            assert plans(answer) == before[lang]
            [problem] = answer.json["problems"]
            assert problem["plugin"] == ID
            said[lang] = problem["message"]
            rows = place("status", code=1, lang=lang).out
            assert ID in rows
            assert BESIDE in rows
        assert said["vi"] != said["en"]
        return said

    return told


def line_of(words: str, text: str = PLAN) -> int:
    """Return the line on which words stand first."""
    return text[: text.index(words)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "cure"),
    [
        ("value = 5", "valeu = 5", "Did you mean: value"),
        ("value = 5", 'value = "5"', "must be a number"),
        ('role = "lead"', 'role = "led"', "Did you mean: lead"),
        ("start = 2026-01-01", 'start = "2026-01-01"', "a date such as 2026-06-30"),
        ('objective = "1"', 'objective = "2"', "there is no '2'"),
        ('measures = ["1"]', 'measures = ["1a"]', "there is no '1a'. Did you mean: 1"),
        ('reporters = ["phong-van-hoa"]', 'reporters = ["phong-van-hoá"]', "Did you mean: phong-van-hoa"),
        ('breakdowns = ["sex"]', 'breakdowns = ["sexes"]', "Did you mean: sex"),
        ('document = "cong-van"', 'document = "cong-vn"', "Did you mean: cong-van"),
        ('population = "population/children-under-16"', 'population = "population/children-under-15"', "Did you mean: population/children-under-16"),
        ('programme = "child-labour"', 'programme = "child-labor"', "Did you mean: child-labour"),
        (
            'populations = ["population/children-under-16"]',
            'populations = ["population/childen-under-16"]',
            "Did you mean: population/children-under-16",
        ),
    ],
)
def test_a_wrong_key_value_or_name(broken: Any, old: str, new: str, cure: str) -> None:
    """File, line and the nearest right word are named."""
    said = broken(PLAN.replace(old, new, 1))

    assert f"{FILE.rpartition('/')[2]}, line {line_of(old)}:" in said["en"]
    assert f"dòng {line_of(old)}:" in said["vi"]
    assert cure in said["en"]


@pytest.mark.parametrize(
    ("line", "head", "owner"),
    [
        ('wording = "ít nhất 5 lớp"', "[indicators.measures.definition]", "indicators.1.measures.1."),
        ("end = 2030-12-31", "[document]", "the head of the file."),
    ],
)
def test_a_key_that_slid_into_the_table_below_its_own(broken: Any, line: str, head: str, owner: str) -> None:
    """TOML gives every line to the last table opened; the table that the line belongs to is named."""
    assert line in PLAN
    text = PLAN.replace(f"{line}\n", "", 1).replace(f"{head}\n", f"{head}\n{line}\n", 1)
    said = broken(text)["en"]

    assert f"line {line_of(line, text)}:" in said
    assert f"It is a key of {owner.removesuffix('.')}: write it there" in said


def test_a_table_that_stands_once_under_two_pairs_of_brackets(broken: Any) -> None:
    """The line is that of its head."""
    text = PLAN.replace("[document]", "[[document]]", 1)
    said = broken(text)["en"]

    assert f"line {line_of('[[document]]', text)}:" in said
    assert "under one pair of brackets" in said


def test_a_name_inside_a_small_table(broken: Any) -> None:
    """A table written inline stands on the line of its key."""
    said = broken(PLAN.replace('unit = "phong-van-hoa"', 'unit = "phong-van"'))

    assert f"line {line_of('responsible = ')}:" in said["en"]
    assert "Did you mean: phong-van-hoa" in said["en"]


def test_a_question_that_a_bar_hangs_on(broken: Any) -> None:
    """`value_from` names a question of the plan."""
    said = broken(PLAN.replace("value = 5", 'value_from = "so-van-bản"'))

    assert f"line {line_of('value = 5')}:" in said["en"]
    assert "Did you mean: so-van-ban" in said["en"]


def test_a_measure_to_adopt(broken: Any) -> None:
    """`adopts` names a measure of an enabled programme."""
    start, end = PLAN.index("[indicators.measures.definition]"), PLAN.index("[[units]]")
    text = (PLAN[:start] + PLAN[end:]).replace("comparator", 'adopts = "child-labour/national-2021-2025/12"\ncomparator')
    said = broken(text)

    assert f"line {line_of('adopts', text)}:" in said["en"]
    assert "Did you mean: child-labour/national-2021-2025/1" in said["en"]


@pytest.mark.parametrize(("key", "table"), [("rule", "[[duties]]"), ("end", "title"), ("noun", "[indicators.measures.definition]")])
def test_a_missing_key(broken: Any, key: str, table: str) -> None:
    """The line is that of the table that lacks it."""
    text = "\n".join(line for line in PLAN.split("\n") if not line.startswith(f"{key} ="))
    said = broken(text)

    assert f"line {line_of(table, text)}:" in said["en"]
    assert f"'{key}' is missing" in said["en"]
    assert f"thiếu khóa '{key}'" in said["vi"]


@pytest.mark.parametrize(
    ("old", "new", "cure"),
    [
        ("value = 5\n", "value = 5\nvalue = 6\n", "stands twice"),
        ("value = 5\n", "value = 5%\n", "with a point and without %"),
        ("value = 5\n", "value = 5,5\n", "with a point and without %"),
        ("value = 5\n", "value 5\n", "'=' is missing"),
        ('wording = "ít nhất 5 lớp"', "wording = “ít nhất 5 lớp”", "straight ones"),
        ('wording = "ít nhất 5 lớp"', 'wording = "ít nhất 5 lớp', "quotation mark is missing"),
        ("[[units]]", "[[units]", "is missing at the end of the table's name"),
        ("end = 2030-12-31", "end = 2030-02-31", "no such date"),
    ],
)
def test_broken_syntax(broken: Any, old: str, new: str, cure: str) -> None:
    """Line and column, and how to write it; the line itself is quoted."""
    text = PLAN.replace(old, new, 1)
    line = line_of(old) + (1 if "\nvalue = 6" in new else 0)
    said = broken(text)

    assert f"line {line}, column" in said["en"]
    assert f"dòng {line}, cột" in said["vi"]
    assert cure in said["en"]


HALF = PLAN[: PLAN.index('issuer = "UBND tỉnh"') + 12]


def test_a_definition_whose_name_cannot_be_a_key_is_told_with_its_line(broken: Any) -> None:
    """A name that no definition can have breaks this plan alone."""
    start, end = PLAN.index("[indicators.measures.definition]"), PLAN.index("[[units]]")
    text = (PLAN[:start] + PLAN[end:]).replace("comparator", 'definition = "at_least"\ncomparator', 1)
    said = broken(text)

    assert "is not a key like 'child-labour/rate'" in said["en"]
    assert "thu-nghiem.toml, line " in said["en"]


@pytest.mark.parametrize(
    ("content", "cure"),
    [
        (HALF, "quotation mark is missing"),
        ("", "the table [document] is missing"),
        (PLAN + "# " + "x" * 2_000_001, "larger than any plan"),
        (PLAN.encode("utf-16"), "Save it again with encoding UTF-8"),
        (PLAN.encode("utf-8")[:-3] + b"\xff\xfe", "Save it again with encoding UTF-8"),
        (PLAN.replace("value = 5", f"value = {'[' * 3000}"), "nested too deeply"),
        (PLAN.replace("value = 5", f"value{'.a' * 60} = 1"), "nested too deeply"),
        (PLAN.replace("value = 5", f"value = {'9' * 5000}"), "more digits"),
    ],
    ids=["half-written", "empty", "huge", "utf-16", "no-text", "lists", "keys", "digits"],
)
def test_a_file_that_is_no_plan(broken: Any, content: str | bytes, cure: str) -> None:
    """A file half written or chosen by mistake takes down nothing but its plan."""
    said = broken(content)

    assert "thu-nghiem.toml" in said["en"]
    assert cure in said["en"]
    assert len(said["en"]) < 1000


# Definitions by key of another plugin


def with_definition(key: str) -> str:
    """Return the plan with a measure that is counted as something else says."""
    start, end = PLAN.index("[indicators.measures.definition]"), PLAN.index("[[units]]")
    return (PLAN[:start] + PLAN[end:]).replace("comparator", f'definition = "{key}"\ncomparator', 1)


def test_a_definition_of_a_plugin_that_is_not_enabled(place: Any) -> None:
    """It is read as data: the figure can be recorded, and the other plugin's module is never imported."""
    for name in [name for name in sys.modules if name.startswith("planmonitor_drowning")]:
        del sys.modules[name]
    (place.folder / FILE).write_text(with_definition("drowning/road-deaths"), encoding="utf-8")

    place("record", f"{ID}/1", "--period", "2026", "--value", "3", "--estimated")

    assert place("status", "--format", "json", code=None).json["problems"] == []
    assert not [name for name in sys.modules if name.startswith("planmonitor_drowning")]


def test_a_definition_that_is_missing(place: Any) -> None:
    """The measure says that its definition could not be read, and nothing else is lost; `plans check` names what may be meant."""
    (place.folder / FILE).write_text(with_definition("drowning/road-death"), encoding="utf-8")

    assert "chưa đọc được định nghĩa drowning/road-death" in place("show", f"{ID}/1", lang="vi").words
    assert "cannot be read" in place("record", f"{ID}/1", "--period", "2026", "--value", "3", code=3).err
    said = place("plans", "check", str(place.folder / FILE), code=1).words
    assert "drowning/road-deaths" in said
    assert {plan["id"] for plan in place("status", "--format", "json", code=None).json["plans"]} == {ID, BESIDE}


def test_a_definition_whose_file_is_broken(place: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A broken file of the other plugin leaves the measure without its definition, and the rest as it is."""
    from planmonitor.registry.installed import Installed

    folder = tmp_path / "drowning"
    folder.mkdir()
    (folder / "programme.toml").write_text("title = \n", encoding="utf-8")
    real = Installed.folder.fget  # type: ignore[attr-defined]
    monkeypatch.setattr(Installed, "folder", property(lambda plugin: folder if plugin.name == "drowning" else real(plugin)))
    (place.folder / FILE).write_text(with_definition("drowning/road-deaths"), encoding="utf-8")

    assert "chưa đọc được định nghĩa drowning/road-deaths" in place("show", f"{ID}/1", lang="vi").words
    assert {plan["id"] for plan in place("status", "--format", "json", code=None).json["plans"]} == {ID, BESIDE}


def test_a_table_in_braces_may_stand_on_several_lines(tmp_path: Path) -> None:
    """TOML 1.1 allows it, and what writes our files takes it too: every Python reads the file alike."""
    path = tmp_path / "a.toml"
    path.write_text('day = {\n  value = "11-30",  # ngày\n  document = "CV 12",\n}\nshare = 0.5\n', encoding="utf-8")
    assert read_toml(path).content == {"day": {"value": "11-30", "document": "CV 12"}, "share": Decimal("0.5")}
