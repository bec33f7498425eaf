"""The mistakes of people who write plans: each is answered with the file, the line, the field and what to do.

First in the file of a place's own plan (`plans check`), then in a plugin as `plugins new` writes it (`plugins check`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from planmonitor_cli.main import run
from support.good_plan import GOOD


def line_of(text: str, words: str) -> int:
    """Return the line, from 1, that holds some words."""
    return text[: text.index(words)].count("\n") + 1


def edited(text: str, *edits: tuple[str, str]) -> str:
    """Return a text with some words of it replaced, each where it stands first."""
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


BASE = ("[indicators.measures.baseline]\nyear = 2020\n\n", "")
DEFINITION = '[indicators.measures.definition]\nkind = "ratio"'
AS_COUNT = ('kind = "ratio"', 'kind = "count"'), ('numerator = "Trẻ em biết bơi an toàn"\ndenominator = "Trẻ em"\n', "")
MILESTONE = "due = 2028-12-31\nvalue = 50"

# What is written: the edits, words of the line that the answer names, the field, and the cure.
BARS = {
    "a minus is forgotten": ([("value = -20", "value = 20")], "value = 20", "indicators 1, targets", "ghi -20"),
    "at least, under a fall": ([('comparator = "<="', 'comparator = ">="')], 'comparator = ">="', "indicators 1, targets", "ghi '<='"),
    "a fall as a number to be reached": (
        [BASE, ('comparator = "<="\nvalue = -20\nkind = "relative_change"', 'comparator = ">="\nvalue = 20')],
        'comparator = ">="\nvalue = 20',
        "indicators 1, targets",
        "ghi '<='",
    ),
    "a milestone without its minus": ([("value = -10", "value = 10")], "value = 10", "indicators 1, targets, milestones 1", "Ghi -10"),
    "a level under words of a rise": (
        [
            ('value = 20\nkind = "relative_change"', "value = 20"),
            ('wording = "tăng thêm ít nhất 20%"\n\n' + BASE[0], 'wording = "tăng thêm ít nhất 20%"\n\n'),
        ],
        '[[indicators.measures]]\ncode = "3a"',
        "indicators 3a, targets",
        "kind 'relative_change'",
    ),
    "more than, for at least": (
        [('comparator = ">="\nvalue = 60', 'comparator = ">"\nvalue = 60')],
        'comparator = ">"',
        "indicators 2, targets",
        "ghi '>='",
    ),
    "a share under words of a fall": (
        [("biết bơi an toàn đạt 50% vào năm 2028 và 60%", "bỏ học giảm 50% vào năm 2028 và 60%")],
        '[[indicators.measures]]\ncode = "2"',
        "indicators 2, targets",
        "relative_change",
    ),
    "a number of things under percent": (
        AS_COUNT,
        'kind = "count"\ncounts = "people"\nover_time = "point',
        "indicators 2, targets, definition",
        'kind = "ratio"',
    ),
    "a share under per 100,000": (
        [('kind = "rate"', 'kind = "ratio"')],
        'kind = "ratio"\ncounts = "people"\nover_time = "count"',
        "indicators 4",
        'kind = "rate"',
    ),
    "other things than the figure counts": (
        [('counts = "events"', 'counts = "households"')],
        'counts = "households"',
        "indicators 3b",
        'counts = "events"',
    ),
    "one case breaks a share": (
        [('over_time = "point_in_time"', 'over_time = "any_breach"')],
        "any_breach",
        "indicators 2, definition",
        "point_in_time",
    ),
    "a figure that is not printed": ([("value = 60", "value = 65")], "value = 65", "indicators 2, targets", "ghi đúng con số"),
    "a milestone that is not printed": (
        [(MILESTONE, "due = 2028-12-31\nvalue = 55")],
        "value = 55",
        "indicators 2, targets, milestones 1",
        "ghi đúng con số",
    ),
    "words that are not printed": ([('wording = "60%"', 'wording = "ít nhất 60%"')], "ít nhất 60%", "indicators 2, targets", "trích đúng"),
    "the first figure with the last year": (
        [('value = 60\nwording = "60%"', 'value = 50\nwording = "50%"')],
        "due = 2030",
        "indicators 2, targets",
        "due = 2028-12-31",
    ),
    "the last figure with the first year": ([("due = 2030-12-31", "due = 2029-12-31")], "due = 2029", "indicators 2, targets", "due = 2030-12-31"),
    "a milestone of another year": (
        [(MILESTONE, "due = 2027-12-31\nvalue = 50")],
        "due = 2027",
        "indicators 2, targets, milestones 1",
        "due = 2028-12-31",
    ),
    "bar and milestone in each other's place": (
        [('value = 60\nwording = "60%"', 'value = 50\nwording = "50%"'), (MILESTONE, "due = 2028-12-31\nvalue = 60")],
        "due = 2028-12-31\nvalue = 60",
        "indicators 2, targets, milestones 1",
        "mức có thời hạn sau cùng là mức giao",
    ),
    "another base year": ([("year = 2020", "year = 2019")], "year = 2019", "indicators 1, targets, baseline", "year = 2020"),
    "no base year where one is printed": ([BASE], '[[indicators.measures]]\ncode = "1"', "indicators 1, targets, baseline", "year = 2020"),
    "a label without accents": (
        [('label = "Tỷ lệ trẻ em biết bơi an toàn"', 'label = "Ty le tre em biet boi an toan"')],
        "Ty le",
        "indicators 2, label",
        "Viết đủ dấu",
    ),
    "a last day that the rule leaves out": ([('last_day = "11-24"', 'last_day = "11-25"')], "11-25", "duties bao-cao-nam", "ghi 11-24"),
    "words of a rule that are not printed": (
        [('rule = "trước ngày 25/11"', 'rule = "trước ngày 10/11"'), ('last_day = "11-24"', 'last_day = "11-09"')],
        "trước ngày 10/11",
        "duties bao-cao-nam",
        "trích đúng",
    ),
    "a milestone below nothing": (
        [(MILESTONE, "due = 2028-12-31\nvalue = -50")],
        "value = -50",
        "indicators 2, targets, milestones 1",
        "Ghi 50",
    ),
    "a question about no report": (
        [('about = "duty:bao-cao-nam"', 'about = "duty:bao-cao"')],
        "duty:bao-cao",
        "questions noi-nhan, about",
        "bao-cao-nam",
    ),
}
WRITTEN = {
    "a comparator as it is printed": ([('comparator = ">="', 'comparator = "≥"')], "≥", "comparator", "Có phải là: >=?"),
    "a Vietnamese level": ([('level = "commune"', 'level = "tỉnh"')], "tỉnh", "level", "Có phải là: province?"),
    "a Vietnamese role": ([('role = "lead"\nreports', 'role = "chủ trì"\nreports')], "chủ trì", "role", "Có phải là: lead?"),
    "a Vietnamese kind without accents": ([('kind = "ratio"', 'kind = "ty le"')], "ty le", "kind", "Có phải là: ratio?"),
    "a misspelt key": ([("wording = ", "word = ")], "word = ", "word", "wording"),
    "a key with accents": ([('title = "', 'tiêu_đề = "')], "tiêu_đề", "tiêu_đề", "không dấu"),
    "a key of the table around": ([('code = "99001"', 'code = "99001"\nwindow = "calendar"')], "window", "window", "phần đầu tệp"),
    "a figure in quotes": ([("value = 60", 'value = "60%"')], 'value = "60%"', "value", "không có %: 60"),
    "a figure with a decimal comma": ([("value = 60", "value = 60,5")], "value = 60,5", "value = 60,5", "0.5"),
    "a date as it is printed": ([("due = 2030-12-31", 'due = "31/12/2030"')], "31/12/2030", "due", "2030-12-31"),
    "a text without quotes": ([('name = "xã Thử Nghiệm"', "name = xã Thử Nghiệm")], "name = xã", "name = xã", "ngoặc kép"),
    "quotes as Word writes them": ([('name = "xã Thử Nghiệm"', "name = “xã Thử Nghiệm”")], "name = “", "name = “", "ngoặc kép"),
    "one name that is no list": ([('reporters = ["van-hoa"]', 'reporters = "van-hoa"')], "reporters", "reporters", '["van-hoa"]'),
    "a number that is a text": ([('code = "99001"', "code = 99001")], "99001", "code", '"99001"'),
    "a table that stands twice": (
        [("[[objectives]]", '[place]\nname = "xã Hai"\n\n[[objectives]]')],
        '[place]\nname = "xã Hai"',
        "[place]",
        "chỉ một lần|dưới lần đầu",
    ),
    "one pair of brackets": ([("[[objectives]]", "[objectives]")], "[objectives]", "objectives", "[[objectives]]"),
    "a unit that is not there": ([('unit = "van-hoa"', 'unit = "van-hoá"')], 'unit = "van-ho', "unit", "Có phải là: van-hoa"),
    "a code that stands twice": ([('code = "2"\nlabel', 'code = "1"\nlabel')], 'code = "1"\nlabel = "Tỷ', "measures.1", "code"),
    "no value": ([("value = 60\n", "")], '[[indicators.measures]]\ncode = "2"', "value", "value = ..."),
    "an end before the start": ([("end = 2030-12-31", "end = 2020-12-31")], "end = 2020", "end", "2021"),
    "two bases of one change": (
        [("year = 2020", "year = 2020\n"), ('kind = "relative_change"', 'kind = "relative_change"\nsame_period = true')],
        "kind = ",
        "kind",
        "chỉ một trong hai",
    ),
    "a share without what it is of": ([('denominator = "Trẻ em"\n', "")], DEFINITION, "denominator", "denominator"),
}


@pytest.fixture
def run_in(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return how to run `monitor` in an empty folder that is no workspace: all that it says, in Vietnamese."""
    monkeypatch.delenv("MONITOR_WORKSPACE", raising=False)
    monkeypatch.chdir(tmp_path)

    def answer(*arguments: str, code: int) -> str:
        capsys.readouterr()
        ended = run(["--lang", "vi", *arguments])
        said = capsys.readouterr()
        assert ended == code, said
        return " ".join((said.out + said.err).split())

    return answer


@pytest.fixture
def check_file(run_in: Any) -> Any:
    """Return how to check a plan file with some edits: the file's text and the answer, in Vietnamese."""

    def check(edits: Any, code: int) -> tuple[str, str]:
        text = edited(GOOD, *edits)
        path = Path("plans/thu-nghiem.toml")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return text, run_in("plans", "check", str(path), code=code)

    return check


def test_the_plan_that_the_mistakes_are_made_in_has_none(check_file: Any) -> None:
    """The good file passes, so that each mistake alone is what is told."""
    check_file((), 0)


@pytest.mark.parametrize("case", BARS.values(), ids=BARS)
def test_a_bar_that_is_not_that_of_its_clause_is_answered(check_file: Any, case: Any) -> None:
    """What can be read and is not what the document says ends with 1."""
    edits, words, field, cure = case
    text, said = check_file(edits, 1)

    assert "plans/thu-nghiem.toml" in said
    assert f"dòng {line_of(text, words)}, {field}" in said
    assert cure in said


@pytest.mark.parametrize("case", WRITTEN.values(), ids=WRITTEN)
def test_what_cannot_be_read_is_answered(check_file: Any, case: Any) -> None:
    """What is written wrongly ends with 3."""
    edits, words, field, cure = case
    text, said = check_file(edits, 3)

    assert f"plans/thu-nghiem.toml, dòng {line_of(text, words)}" in said
    assert field in said
    assert any(one in said for one in cure.split("|"))


INIT, CHECKS, PLAN, PROGRAMME = "__init__.py", "checks.py", "plans/sample.toml", "plans/programme.toml"
TITLE = 'Text("Một việc", "One thing")'
EAGER = f"""
def eager(judged_plan):
    return judged_plan.figures[0]
CHECKS = (Check("road-trial/eager", "warning", {TITLE}, eager),)
"""
ASTRAY = f"""
def astray(judged_plan):
    yield Finding({TITLE}, judged_plan.measures[0].measure.source, ("1z",))
CHECKS = (Check("road-trial/astray", "warning", {TITLE}, astray),)
"""
IMPORT = "from planmonitor import Check"
LABEL_EN = 'label_en = "Children instructed in protecting themselves"\n'
ABOVE, BELOW = 'denominator = "Trẻ em trên địa bàn"\n', 'denominator_en = "Children in the area"\n'

# The file, what is written, as edits or as lines at its end, words of the line that the answer names, what it speaks of, and the cure.
SCAFFOLD = {
    "another year than printed": (PLAN, [("năng tự bảo vệ.", "năng tự bảo vệ vào năm 2020.")], "-12-31\nresponsible", "targets", "due = 2020-12-31"),
    "a misspelt key": (PLAN, [("label_en = ", "label_eng = ")], "label_eng = ", "label_eng", "label_en"),
    "a unit that is not there": (PLAN, [('unit = "truong-hoc"', 'unit = "truong"')], "responsible = [", "unit", "truong-hoc"),
    "a definition that is not there": (
        PLAN,
        [("children-instructed", "children-instruct")],
        "children-instruct",
        "definition",
        "children-instructed",
    ),
    "a Vietnamese role": (PLAN, [('role = "implement"', 'role = "thực hiện"')], "responsible = [", "role", "implement"),
    "no English": (PLAN, [(LABEL_EN, "")], 'label = "Trẻ em được hướng dẫn', "label", "tiếng Anh"),
    "one case breaks a share": (PROGRAMME, [('over_time = "cumulative"', 'over_time = "any_breach"')], "any_breach", "definitions", "point_in_time"),
    "a share without what it is of": (PROGRAMME, [(ABOVE, ""), (BELOW, "")], "[[definitions]]\nkey", "denominator", "'denominator'"),
    "a hook that is not marked": (INIT, [("@hookimpl\n", "")], "def planmonitor_checks", "planmonitor_checks", "@hookimpl"),
    "a misspelt hook": (INIT, [("def planmonitor_checks", "def planmonitor_check")], "@hookimpl\ndef", "planmonitor_check'", "planmonitor_checks"),
    "an import from within": (
        CHECKS,
        [(IMPORT, f"from planmonitor.model import Plan\n{IMPORT}")],
        "planmonitor.model",
        "Plan",
        "from planmonitor import Plan",
    ),
    "a module that is not there": (
        CHECKS,
        [(IMPORT, f"import planmonitor.plan\n{IMPORT}")],
        "planmonitor.plan",
        "planmonitor.plan",
        "từ chính planmonitor",
    ),
    "a figure that no plan counts": (
        CHECKS,
        [("children-instructed", "children-instruct")],
        "def cases_left_blank",
        "children-instruct'",
        "children-instructed",
    ),
    "a misspelt import": (CHECKS, [("JudgedPlan, Text", "JudgePlan, Text")], "JudgePlan", "JudgePlan", "from planmonitor import JudgedPlan"),
    "a name that was not imported": (CHECKS, "LATER = Plan", "LATER = ", "'Plan'", "from planmonitor import Plan"),
    "one language": (CHECKS, 'LATER = Text("Một thứ tiếng")', "LATER = ", "'en'", 'Text("tiếng Việt", "English")'),
    "a field that is not there": (CHECKS, f'LATER = Check("a/b", "error", {TITLE}, print, plan=())', "LATER = ", "'plan'", "Có phải là: plans"),
    "a field that is missing": (CHECKS, f'LATER = Check("a/b", "error", {TITLE})', "LATER = ", "'look'", "look=..."),
    "a severity that is not there": (CHECKS, f'LATER = Check("a/b", "fatal", {TITLE}, print)', "LATER = ", "severity", "'warning'"),
    "a check that takes figures for granted": (CHECKS, EAGER, "def eager", "road-trial/eager", "not_judged"),
    "a check that speaks of what is not there": (CHECKS, ASTRAY, "def astray", "1z", "mã"),
    "the clock at import": (CHECKS, "import time\nNOW = time.time()", "NOW = ", "time.time", "as_of"),
    "a line that is no Python": (CHECKS, "LATER = = (", "LATER = =", "SyntaxError", "Sửa dòng"),
}


@pytest.fixture
def check_plugin(run_in: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Return how to check a new plugin with some edits of one file: the file's text and the answer, in Vietnamese."""

    def check(name: str, edits: Any, code: int) -> tuple[str, str]:
        run_in("plugins", "new", "road_trial", code=0)
        package = Path("road_trial/planmonitor_road_trial")
        next(package.glob("plans/sample-*.toml")).rename(package / PLAN)
        text = (package / name).read_text(encoding="utf-8")
        text = f"{text}\n{edits}\n" if isinstance(edits, str) else edited(text, *edits)
        (package / name).write_text(text, encoding="utf-8")
        return text, run_in("plugins", "check", "./road_trial", code=code)

    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    yield check
    for module in [name for name in sys.modules if name.partition(".")[0] == "planmonitor_road_trial"]:
        del sys.modules[module]


def test_the_plugin_that_the_mistakes_are_made_in_has_none(check_plugin: Any) -> None:
    """What `plugins new` writes passes, so that each mistake alone is what is told."""
    check_plugin(INIT, (), 0)


@pytest.mark.parametrize("case", SCAFFOLD.values(), ids=SCAFFOLD)
def test_a_mistake_in_a_plugin_is_answered(check_plugin: Any, case: Any) -> None:
    """Of a plan file as of code the answer has file and line, what is wrong and what to do; and nobody is told to tell the author."""
    name, edits, words, field, cure = case
    text, said = check_plugin(name, edits, 1)

    assert f"{name}:{line_of(text, words)}" in said or f"{name}, dòng {line_of(text, words)}" in said
    assert field in said
    assert cure in said
    assert "tác giả" not in said
