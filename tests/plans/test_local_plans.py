"""A place writes its own plan in a file: `plans adopt`, `plans check`, and the plan in status like any other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

FILE = "plans/thu-nghiem.toml"
ID = "local/thu-nghiem"

PLAN = """# của chị Hoa
title = "Kế hoạch thử nghiệm"
programme = "child-labour"
start = 2026-01-01
end = 2030-12-31

[place]
level = "commune"
name = "xã Thử Nghiệm"
code = "99001"

[document]
issuer = "UBND xã Thử Nghiệm"
issued = 2026-04-01
implements = ["Kế hoạch của tỉnh"]

[[objectives]]
code = "1"
text = "Mục tiêu thử nghiệm"

[[indicators]]
code = "1"
objective = "1"
text = "Giảm tỷ lệ xuống dưới 3%; tổ chức 5 lớp."

[[indicators.measures]]
code = "1a"
label = "Tỷ lệ lao động trẻ em"
definition = "child-labour/rate"
comparator = "<"
value = 3
wording = "dưới 3%"
section = "mục I.1"
clause = "Giảm tỷ lệ xuống dưới 3%; tổ chức 5 lớp."

[[indicators.measures.milestones]]
due = 2028-12-31
value = 3.5
section = "mục I.1"
clause = "Đến năm 2028 còn 3,5%."

[[indicators.measures.responsible]]
unit = "phong-van-hoa"
role = "lead"
reports = true

[[indicators.measures]]
code = "1b"
label = "Lớp tập huấn"
comparator = ">="
value = 5
wording = "5 lớp"
section = "mục I.1"
clause = "Giảm tỷ lệ xuống dưới 3%; tổ chức 5 lớp."

[indicators.measures.definition]
kind = "count"
counts = "events"
over_time = "count"
noun = "lớp"

[[units]]
id = "phong-van-hoa"
name = "Phòng Văn hóa"

[[units.tasks]]
text = "Chủ trì thực hiện."
section = "mục II.1"
role = "lead"

[[duties]]
id = "bao-cao-nam"
kind = "dated"
rule = "trước ngày 25/11"
last_day = "11-24"
period = "year"
reporters = ["phong-van-hoa"]
measures = ["1a", "1b"]
section = "mục III"
clause = "Báo cáo trước ngày 25/11."

[[questions]]
id = "so-van-ban"
about = "document"
text = "Số của văn bản?"
"""


@pytest.fixture
def place(monitor: Any) -> Any:
    """Return a runner in a workspace with the child-labour plugin and a local plan's file, not followed yet."""
    monitor("init", str(monitor.folder), "--plugin", "child_labour")
    (monitor.folder / "plans").mkdir()
    (monitor.folder / FILE).write_text(PLAN, encoding="utf-8")
    return monitor


@pytest.fixture
def change(place: Any) -> Callable[[str, str], None]:
    """Return a function that replaces a line of the file by another."""

    def replace(old: str, new: str) -> None:
        text = (place.folder / FILE).read_text(encoding="utf-8")
        assert old in text
        (place.folder / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


def check(place: Any, *arguments: str, code: int = 0, lang: str = "en") -> Any:
    """Run `plans check` on the file."""
    return place("plans", "check", str(place.folder / FILE), *arguments, code=code, lang=lang)


# A plan like any other


def test_a_local_plan_is_judged_like_any_other(place):
    """Figures of a local plan are recorded, shown, judged, reported and checked as those of a plugin's plan."""
    place("plans", "follow", ID)
    place("record", "1a", "--period", "2026", "--numerator", "3", "--denominator", "100", "--unit", "phong-van-hoa", "--estimated")
    place("record", "1b", "--period", "2026-S1", "--value", "5")

    [plan] = place("status", "--format", "json").json["plans"]

    assert (plan["id"], plan["plugin"]) == (ID, "local")
    assert {item["id"]: (item["status"], item["value"]["display"]) for item in plan["measures"]} == {
        f"{ID}/1a": ("in_progress", "3%"),
        f"{ID}/1b": ("met", "5 lớp"),
    }
    assert [(item["duty"], item["last_day"]) for item in plan["deadlines"]][:2] == [("bao-cao-nam", "2026-11-24"), ("bao-cao-nam", "2027-11-24")]
    assert "mục I.1" in place("show", "1a").out


def test_the_checks_of_its_programme_look_at_a_local_plan(place):
    """A rate at the bar is found by the child-labour plugin's check, which knows the shared definition."""
    place("plans", "follow", ID)
    place("record", "1a", "--period", "2026", "--numerator", "3", "--denominator", "100", "--unit", "phong-van-hoa", "--estimated")

    found = [item["check"] for item in place("check", "--format", "json", code=1).json if item["state"] == "found"]

    assert "child-labour/rate-at-bar" in found


def test_a_shared_definition_is_one_figure_with_the_plugins_plan(place):
    """What a local plan counts by a shared definition is the figure of the plugin's plan of the same place too."""
    text = (place.folder / FILE).read_text(encoding="utf-8").replace('"99001"', '"07621"').replace("xã Thử Nghiệm", "xã Vân Sơn")
    (place.folder / FILE).write_text(text, encoding="utf-8")
    place("plans", "follow", ID, "child-labour/van-son-2026-2030")

    said = place("record", f"{ID}/1a", "--period", "2026", "--numerator", "3", "--denominator", "100", "--unit", "phong-van-hoa", "--estimated")

    assert "child-labour/van-son-2026-2030/1" in said.out


def test_plans_list_and_show_know_local_plans(place):
    """An unfollowed local plan stands in `plans list --all`, and can be shown by id and by name."""
    listed = place("plans", "list", "--all", "--format", "json").json
    assert [(item["plugin"], item["followed"]) for item in listed if item["id"] == ID] == [("local", False)]
    for name in (ID, "thu-nghiem"):
        shown = place("plans", "show", name, "--format", "json").json
        assert [measure["id"] for item in shown["indicators"] for measure in item["measures"]] == [f"{ID}/1a", f"{ID}/1b"]
    assert shown["indicators"][0]["measures"][0]["milestones"][0]["value"] == "3.5"


def test_a_place_settles_a_local_plans_question_in_monitor_toml(place):
    """`[plans."local/…"]` answers an open question of a local plan."""
    place("plans", "follow", ID)
    path = place.folder / "monitor.toml"
    path.write_text(f'{path.read_text(encoding="utf-8")}\n[plans."{ID}".answers]\nso-van-ban = "12/KH-UBND"\n', encoding="utf-8")

    [question] = place("plans", "show", ID, "--format", "json").json["open_questions"]

    assert "12/KH-UBND" in str(question["answer"])


def test_following_edits_monitor_toml_and_leaves_every_comment(place):
    """Comments of monitor.toml and of the plan's own file survive the tool's edits."""
    settings = place.folder / "monitor.toml"
    settings.write_text(f"# ghi chú của phòng\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
    place("plans", "follow", ID)
    place("plans", "unfollow", ID)

    assert settings.read_text(encoding="utf-8").startswith("# ghi chú của phòng")
    assert (place.folder / FILE).read_text(encoding="utf-8") == PLAN


# What is wrong is that plan's row


def test_a_broken_local_plan_is_its_own_row_and_the_others_stay(place, change):
    """A local plan that cannot be read is named on its row and on stderr; the other plans are shown, exit code 1."""
    place("plans", "follow", ID, "child-labour/van-son-2026-2030")
    sound = place("status", "--format", "json").json["plans"]
    change('comparator = "<"', 'comparator = "=<"')

    answer = place("status", "--format", "json", code=1).json

    assert answer["plans"] == [plan for plan in sound if plan["id"] != ID]
    [problem] = answer["problems"]
    assert problem["plugin"] == ID
    assert "comparator" in problem["message"]
    screen = place("status", code=1)
    assert ID in screen.out
    assert "indicators.1.measures.1a" in screen.words


def test_a_followed_local_plan_whose_file_is_gone_is_named(place):
    """A deleted file is a problem of that plan."""
    place("plans", "follow", ID)
    (place.folder / FILE).unlink()

    assert ID in place("status", code=1).words


def test_a_draft_cannot_be_followed(place, change):
    """While the file says it is a draft it can be checked and not followed."""
    change("# của chị Hoa", "draft = true")

    assert "draft = true" in check(place).out
    assert "draft" in place("plans", "follow", ID, code=3).err
    assert place("plans", "list", "--format", "json").json == []


# What `plans check` says


def test_a_sound_file_is_summed_up_with_what_is_open(place):
    """A file that can be read is counted, and what it leaves open is listed; JSON says the same."""
    said = check(place).words
    assert "1 indicators with 2 measures, 1 units, 1 reports" in said
    assert "the number of the document" in said
    assert "which unit answers for: 1b" in said
    found = check(place, "--format", "json").json
    assert (found["plan"], found["draft"]) == (ID, False)
    assert "Số của văn bản?" in found["open"]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('comparator = "<"', 'comparator = "<="', "comparators"),
        ("value = 3\n", "value = 4\n", "clauses"),
        ('wording = "dưới 3%"', 'wording = "dưới 4%"', "clauses"),
        ("due = 2028-12-31", "due = 2035-12-31", "calendar"),
    ],
)
def test_a_bar_that_disagrees_with_its_own_words_is_named(place, change, old, new, rule):
    """What can be read but contradicts the words quoted beside it ends with 1, names the measure and says what to do."""
    change(old, new)

    assert "1a" in check(place, code=1).words
    assert [item["rule"] for item in check(place, "--format", "json", code=1).json["breaches"]] == [rule]


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
        ('comparator = "<"\n', "", ("indicators.1.measures.1a", "comparator", "missing")),
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


def test_a_failing_check_of_the_programme_is_that_plugins_problem(place, monkeypatch):
    """A check that fails on a local plan is told of the plugin that brought it, not of the place."""
    from planmonitor_child_labour import checks

    failing = tuple(evolve(check, look=lambda judged_plan: 1 / 0) if check.id == "child-labour/rate-at-bar" else check for check in checks.CHECKS)
    monkeypatch.setattr(checks, "CHECKS", failing)
    place("plans", "follow", ID)

    [problem] = place("status", "--format", "json", code=1).json["problems"]

    assert problem["plugin"] == "child_labour"
    assert "ZeroDivisionError" in problem["message"]


def test_a_group_of_a_local_plan_takes_members_by_its_printed_name(place, change):
    """`units add --group` knows the group by its id and by the name the document prints."""
    change('name = "Phòng Văn hóa"\n', 'name = "Các trường học"\nmembers = true\n')
    place("plans", "follow", ID)

    place("units", "add", "Trường Thử", "--group", "các trường  học")

    assert "truong-thu" in place("units", "list", "--format", "json").out


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


def test_settings_of_a_local_plan_wait_while_it_is_not_followed(place):
    """What the place settled for a local plan does not lock the workspace once the plan is unfollowed."""
    place("plans", "follow", ID)
    path = place.folder / "monitor.toml"
    path.write_text(f'{path.read_text(encoding="utf-8")}\n[plans."{ID}"]\nwindow = "calendar"\n', encoding="utf-8")
    place("plans", "unfollow", ID)

    place("status")


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
