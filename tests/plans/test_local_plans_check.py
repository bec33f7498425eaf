"""`plans check`: what is wrong with the file of a place's own plan is named by line, table and key, with what would be right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from support.local_plan import FILE, ID, PLAN, check, replace, with_file


@pytest.fixture
def place(monitor: Any) -> Any:
    """Return a runner in a workspace with a local plan's file, not followed yet."""
    return with_file(monitor)


@pytest.fixture
def change(place: Any) -> Callable[[str, str], None]:
    """Return a function that replaces a line of the file by another."""
    return partial(replace, place)


# What `plans check` says


def test_a_sound_file_is_summed_up_with_what_is_open(place):
    """A file that can be read is counted, and what it leaves open is listed; JSON says the same."""
    said = check(place).words
    assert "1 indicators with 2 measures, 1 units, 1 reports" in said
    assert "Under which number and symbol was it issued?" in said
    assert "which unit supplies the figures of: 1b" in said
    assert "1a: “dưới 3%” → < 3% (31 December 2030)" in said
    assert "“trước ngày 25/11” → last day 24/11" in said
    assert "tasks, lead: “chủ trì”" in said
    found = check(place, "--format", "json").json
    assert (found["plan"], found["draft"]) == (ID, False)
    assert "Số của văn bản?" in found["open"]
    assert {"field": "indicators 1a", "key": "comparator", "value": "<", "words": "dưới 3%"} in found["read"]


@pytest.mark.parametrize(
    ("rule", "year", "told"),
    [("trước ngày 15/6", "", "ngày cuối 14/6"), ("chậm nhất ngày 14/01 năm sau", "", "ngày cuối 14/01 năm sau")],
)
def test_a_last_day_is_told_as_officers_write_it(place, change, rule, year, told):
    """Without a zero before the months from March on, and with the year after where the day lies in that."""
    change('rule = "trước ngày 25/11"\nlast_day = "11-24"\n', f'rule = "báo cáo 6 tháng {rule}"\n')
    change('period = "year"\n', "" if "6" in rule else 'period = "year"\n')
    change('clause = "Báo cáo trước ngày 25/11."', f'clause = "Báo cáo 6 tháng {rule}."')

    assert told in check(place, lang="vi").words


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ('comparator = "<"', 'comparator = "<="', ["comparators"]),
        ("value = 3\n", "value = 4\n", ["clauses"]),
        ('wording = "dưới 3%"', 'wording = "dưới 4%"', ["clauses"]),
        ("due = 2028-12-31", "due = 2035-12-31", ["years", "calendar"]),
    ],
)
def test_a_bar_that_disagrees_with_its_own_words_is_named(place, change, old, new, rules):
    """What can be read but contradicts the words quoted beside it ends with 1, names the measure and says what to do."""
    change(old, new)

    assert "1a" in check(place, code=1).words
    assert [item["rule"] for item in check(place, "--format", "json", code=1).json["breaches"]] == rules


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [('code = "1a"', "code = 1a", 9), ('text = "Mục tiêu thử nghiệm"', 'text = "Mục tiêu', 17), ("[[units]]", "[[units]", 8)],
)
def test_a_syntax_error_is_named_by_line_and_column(place, change, old, new, column):
    """A missing quotation mark or bracket is named with line and column, in words of the officer's language."""
    line = PLAN[: PLAN.index(old)].count("\n") + 1
    change(old, new)
    for lang, words in (("en", "line {}, column {}"), ("vi", "dòng {}, cột {}")):
        said = check(place, code=3, lang=lang).err
        assert "thu-nghiem.toml" in said
        assert words.format(line, column) in said
        assert len(said.splitlines()) <= 2


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('comparator = "<"', 'comparator = "=<"', ("indicators.1.measures.1a", "comparator", "<=")),
        ('comparator = "<"', 'comparitor = "<"', ("indicators.1.measures.1a", "comparitor", "comparator")),
        ('comparator = ">="\n', "", ("indicators.1.measures.1b", "comparator", "5 lớp", "missing")),
        ("value = 3\n", 'value = "3"\n', ("indicators.1.measures.1a", "value", "number")),
        ("value = 3\n", "value = nan\n", ("indicators.1.measures.1a", "value", "number")),
        ("value = 3\n", "", ("indicators.1.measures.1a", "value")),
        ('wording = "dưới 3%"\n', "", ("indicators.1.measures.1a", "wording", "missing")),
        ('clause = "Giảm', 'klause = "Giảm', ("indicators.1.measures.1a", "klause", "clause")),
        ('programme = "child-labour"', 'programme = "child-labor"', ("programme", "child-labour")),
        ('level = "commune"', 'level = "comune"', ("place", "level", "commune")),
        ('name = "xã Thử Nghiệm"\ncode = "99001"', "", ("place", "name", "missing")),
        ('unit = "phong-van-hoa"', 'unit = "phong-van-hoas"', ("responsible", "unit", "phong-van-hoa")),
        ('role = "lead"\nreports', 'role = "leader"\nreports', ("responsible", "role", "lead")),
        ("reports = true", "reports = 1", ("responsible", "reports")),
        ('objective = "1"', 'objective = "2"', ("indicators.1", "objective")),
        ('kind = "count"', 'kind = "counts"', ("indicators.1.measures.1b.definition", "kind", "count")),
        ('kind = "count"', 'kind = "ratio"', ("indicators.1.measures.1b.definition", "numerator")),
        ('over_time = "count"\n', "", ("indicators.1.measures.1b.definition", "over_time", "missing")),
        ('last_day = "11-24"', 'last_day = "24-11"', ("duties.bao-cao-nam", "last_day", "11-24")),
        ('reporters = ["phong-van-hoa"]', 'reporters = "phong-van-hoa"', ("duties.bao-cao-nam", "reporters", "list")),
        ('reporters = ["phong-van-hoa"]', 'reporters = ["phong"]', ("duties.bao-cao-nam", "reporters", "phong-van-hoa")),
        ('measures = ["1a", "1b"]', 'measures = ["1a", "1c"]', ("duties.bao-cao-nam", "measures", "1b")),
        ("start = 2026-01-01", 'start = "2026-01-01"', ("start", "2026-06-30")),
        ("start = 2026-01-01\n", "", ("start", "missing")),
        ("end = 2030-12-31", "end = 2025-12-31", ("end",)),
        ('issuer = "UBND xã Thử Nghiệm"\n', "", ("document", "issuer", "missing")),
        ('title = "Kế hoạch thử nghiệm"', 'titel = "Kế hoạch thử nghiệm"', ("titel", "title")),
        ("value = 3.5", "value = 3.5\nwert = 1", ("milestones", "wert", "value")),
    ],
)
def test_a_wrong_value_is_named_by_table_and_key_with_the_nearest_right_one(place, change, old, new, named):
    """Whatever is wrong in the file, its table and key are named, and what would be right, in one or two lines and in both languages."""
    change(old, new)
    for lang in ("en", "vi"):
        said = check(place, code=3, lang=lang)
        assert said.out == ""
        assert len(said.err.splitlines()) <= 2
        for word in (*named, "thu-nghiem.toml"):
            assert word in said.err or (lang == "vi" and word in {"missing", "number", "list"}), said.err


def test_a_definition_of_a_plugin_that_is_not_enabled_says_which_to_enable(place):
    """A shared definition can be used once its plugin is enabled; the command to do so is named."""
    place("plugins", "disable", "child_labour")

    assert "monitor plugins enable child_labour" in check(place, code=3).err


@pytest.mark.parametrize(
    ("typed", "said"),
    [("value = 0,5", "0.5"), ("value = 5%", "0.5"), ("due = 31/12/2030", "2026-06-30"), ("wording = “dưới 3%”", "straight")],
)
def test_what_officers_are_used_to_typing_is_answered_with_how_to_write_it(place, change, typed, said):
    """A decimal comma, a percent sign, a date with slashes and Word's curly quotes each get the right form."""
    old = {"value": "value = 3\n", "due": 'section = "mục I.1"\n', "wording": 'wording = "dưới 3%"\n'}[typed.split()[0]]
    change(old, f"{typed}\n")

    assert said in check(place, code=3).err


@pytest.mark.parametrize("name", ["Kế hoạch.toml", "Plan.toml", "plan_a.toml", "plan.txt"])
def test_a_file_whose_name_can_be_no_id_is_refused(place, name):
    """The file's name becomes the plan's id: capitals, accents, spaces and other endings are refused with a right example."""
    path = place.folder / "plans" / name
    path.write_text(PLAN, encoding="utf-8")

    assert "plans/van-son-2026.toml" in place("plans", "check", str(path), code=3).err


def test_a_file_that_is_not_there_is_wrong_use(place):
    """A file that does not exist ends with 2."""
    place("plans", "check", str(place.folder / "plans" / "khong-co.toml"), code=2)


def test_a_file_saved_by_notepad_is_read(place):
    """A byte-order mark and Windows line ends change nothing; another encoding is refused."""
    path = place.folder / FILE
    path.write_text(PLAN.replace("\n", "\r\n"), encoding="utf-8-sig")
    check(place)
    path.write_text(PLAN, encoding="utf-16")
    assert "UTF-8" in check(place, code=3).err


# What must not take the others down


HUGE = "9" * 5000


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value = 3\n", "value = 3\nbaseline = { year = 2020\n"),
        ("value = 3\n", f"value = {HUGE}\n"),
        ("value = 3\n", "value = 1e99999999999999999999\n"),
        ("value = 3\n", f"value = 0x{'f' * 4000}\n"),
        ("value = 3\n", f"value = 3\nbaseline = {{ year = 2020, numerator = 1, denominator = 0x{'f' * 4000} }}\n"),
        ('title = "Kế hoạch thử nghiệm"', f"title = 0x{'f' * 4000}"),
        ('title = "Kế hoạch thử nghiệm"', f"title{'.a' * 990} = 1"),
        ('title = "Kế hoạch thử nghiệm"', f"title{'.a' * 20000} = 1"),
        ('title = "Kế hoạch thử nghiệm"', f"title = {'[' * 5000}"),
    ],
    ids=lambda value: value[:30],
)
def test_what_no_plan_holds_is_refused_and_the_other_plans_are_shown(place, change, old, new):
    """An unclosed table, numbers of thousands of digits, tables in tables without end: refused in words, the other plans stand."""
    place("plans", "follow", ID, "child-labour/van-son-2026-2030")
    change(old, new)

    for lang in ("en", "vi"):
        said = check(place, code=3, lang=lang).err
        assert len(said) < 1000
    shown = place("status", "--format", "json", code=1).json
    assert [plan["id"] for plan in shown["plans"]] == ["child-labour/van-son-2026-2030"]
    assert [problem["plugin"] for problem in shown["problems"]] == [ID]


def test_nothing_typed_reaches_the_terminal_as_a_control_character(place, change):
    """What stands in a file is quoted in an error as visible letters: no escape sequence, no second line."""
    change('level = "commune"', 'level = "\\u001b[31mcom\\nmune"')

    said = check(place, code=3).err

    assert "\x1b" not in said
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('implements = ["Kế hoạch của tỉnh"]', 'implements = ["Kế hoạch\\u0007 của tỉnh"]'),
        ("issued = 2026-04-01", 'number = "12\\u001b[31m/KH"'),
        ('name = "xã Thử Nghiệm"', 'name = "xã \\u202e Thử"'),
        ('rule = "trước ngày 25/11"', 'rule = "trước ngày 25/11"\nrecipient = "UBND <script>"'),
    ],
)
def test_text_that_would_change_a_terminal_or_a_page_is_refused(place, change, old, new):
    """Control characters, marks that turn the writing direction and markup stand in no field of a plan."""
    change(old, new)

    assert "thu-nghiem.toml" in check(place, code=3).err
