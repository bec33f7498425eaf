"""A place writes its own plan in a file: it stands in status like any other, and what is wrong with it is its own row."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from support.local_plan import FILE, ID, PLAN, check, replace, with_file


@pytest.fixture
def place(monitor: Any) -> Any:
    """Return a runner in a workspace with a local plan's file, not followed yet."""
    return with_file(monitor)


@pytest.fixture
def change(place: Any) -> Callable[[str, str], None]:
    """Return a function that replaces a line of the file by another."""
    return partial(replace, place)


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
        f"{ID}/1b": ("met", "5 classes"),  # the programme has said what "lớp" is in English
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

    assert "It is also the figure of: measure 1 (Child labour 2026-2030)" in said.out


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

    questions = {item["id"]: item for item in place("plans", "show", ID, "--format", "json").json["open_questions"]}

    assert "12/KH-UBND" in str(questions["so-van-ban"]["answer"])


def test_an_answer_outlives_the_empty_field_it_filled(place, change):
    """Once the file says who supplies a figure, what the place answered before is needed no more and stops nothing."""
    place("plans", "follow", ID)
    place("answer", f"{ID}/owner-1b", "phong-van-hoa")
    change('wording = "5 lớp"', 'wording = "5 lớp"\nresponsible = [{ unit = "phong-van-hoa", role = "lead", reports = true }]')

    [plan] = place("status", "--format", "json").json["plans"]

    assert plan["id"] == ID
    assert "owner-1b" not in {item["id"] for item in place("plans", "show", ID, "--format", "json").json["open_questions"]}


def test_following_edits_monitor_toml_and_leaves_every_comment(place):
    """Comments of monitor.toml and of the plan's own file survive the tool's edits."""
    settings = place.folder / "monitor.toml"
    settings.write_text(f"# ghi chú của phòng\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
    place("plans", "follow", ID)
    place("plans", "unfollow", ID)

    assert settings.read_text(encoding="utf-8").startswith("# ghi chú của phòng")
    assert (place.folder / FILE).read_text(encoding="utf-8") == PLAN


def test_a_group_of_a_local_plan_takes_members_by_its_printed_name(place, change):
    """`units add --group` knows the group by its id and by the name the document prints."""
    change('name = "Phòng Văn hóa"\n', 'name = "Các trường học"\nmembers = true\n')
    place("plans", "follow", ID)

    place("units", "add", "Trường Thử", "--group", "các trường  học")

    assert "truong-thu" in place("units", "list", "--format", "json").out


def test_a_mistyped_local_plan_is_named_with_the_nearest_right_one(place):
    """Following a plan of the place's own under a wrong name is wrong use, and the right one is offered."""
    assert ID in place("plans", "follow", "local/thu-nghem", code=2).err


def test_settings_of_a_local_plan_wait_while_it_is_not_followed(place):
    """What the place settled for a local plan does not lock the workspace once the plan is unfollowed."""
    place("plans", "follow", ID)
    path = place.folder / "monitor.toml"
    path.write_text(f'{path.read_text(encoding="utf-8")}\n[plans."{ID}"]\nwindow = "calendar"\n', encoding="utf-8")
    place("plans", "unfollow", ID)

    place("status")


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


def test_a_failing_check_of_the_programme_is_that_plugins_problem(place, monkeypatch):
    """A check that fails on a local plan is told of the plugin that brought it, not of the place."""
    from planmonitor_child_labour import checks

    failing = tuple(
        evolve(check, look=lambda judged_plan: 1 / 0, needs=()) if check.id == "child-labour/rate-at-bar" else check for check in checks.CHECKS
    )
    monkeypatch.setattr(checks, "CHECKS", failing)
    place("plans", "follow", ID)

    [problem] = place("status", "--format", "json", code=1).json["problems"]

    assert problem["plugin"] == "child_labour"
    assert "ZeroDivisionError" in problem["message"]


# Figures whose measure is gone


@pytest.fixture
def counted(place: Any) -> Any:
    """Return a runner in the workspace with a figure of measure 1b."""
    place("plans", "follow", ID)
    place("record", "1b", "--period", "2026-S1", "--value", "5")
    return place


def aside(place: Any) -> list[str]:
    """Return what is found of figures that count nowhere."""
    found = place("check", "--format", "json", code=None).json
    return [item["message_en"] for item in found if item["check"] == "planmonitor/figures-left-aside"]


def exported(place: Any) -> list[str]:
    """Return the rows of an export."""
    return place("export", code=None).out.splitlines()[1:]


@pytest.mark.parametrize("renamed", ["code", "file"])
def test_figures_of_a_renamed_code_or_file_are_named_and_exported(counted, renamed):
    """They are in the database: `check` says so, and an export holds them, marked, under the key they were counted by."""
    assert aside(counted) == []
    path = counted.folder / FILE
    text = path.read_text(encoding="utf-8")
    if renamed == "code":
        path.write_text(text.replace('"1b"', '"1z"'), encoding="utf-8")
    else:
        path.rename(path.with_name("khac.toml"))
        settings = counted.folder / "monitor.toml"
        settings.write_text(settings.read_text(encoding="utf-8").replace(ID, "local/khac"), encoding="utf-8")

    [said] = aside(counted)
    assert said.startswith(f"1 recorded figures count in no measure followed: {ID}/1b (")
    [row] = exported(counted)
    assert row.startswith(f"{ID}/1b,")
    assert row.endswith(",yes")
    counted("db", "check")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('code = "1b"', 'code = "1z"'),
        ('kind = "count"\ncounts = "events"', 'kind = "ratio"\nnumerator = "Lớp mở"\ndenominator = "Lớp"\ncounts = "events"'),
        ('title = "', 'window = "calendar"\ntitle = "'),
    ],
)
def test_what_a_change_leaves_aside_is_named_before_the_plan_is_followed_so(counted, tmp_path, old, new):
    """A changed copy of the file is read over: figures of another code, way of counting or window are named; the file as it is leaves none."""
    assert "leaves aside" not in counted("plans", "check", str(counted.folder / FILE), code=None).out
    copy = tmp_path / "copy" / Path(FILE).name
    copy.parent.mkdir()
    text = (counted.folder / FILE).read_text(encoding="utf-8")
    assert old in text
    copy.write_text(text.replace(old, new, 1).replace('measures = ["1a", "1b"]', 'measures = ["1a"]'), encoding="utf-8")
    answer = counted("plans", "check", str(copy), code=None)
    assert f"{ID}/1b, 15 December 2025 to 14 June 2026: 5" in answer.words
    assert len(counted("plans", "check", str(copy), "--format", "json", code=None).json["left_aside"]) == 1


def test_a_changed_base_year_names_the_base_figure_that_is_left_aside(counted):
    """A base year corrected from 2025 to 2024: the figure recorded of 2025 is named by `plans check` and by `check`, no bar rests on it."""
    path = counted.folder / FILE
    falls = 'comparator = "<="\nvalue = -10\nkind = "relative_change"\nwording = "giảm 10%"'
    text = path.read_text(encoding="utf-8").replace('comparator = ">="\nvalue = 5\nwording = "5 lớp"', falls)
    text = text.replace('noun = "lớp"\n', 'noun = "lớp"\n\n[indicators.measures.baseline]\nyear = 2025\n')
    path.write_text(text, encoding="utf-8")
    counted("record", "1b", "--period", "2025", "--value", "30", "--comparison", "--evidence", "BC 1/BC-UBND")

    def told() -> tuple[list[str], list[str]]:
        found = counted("check", "--format", "json", code=None).json
        differs = [item["message_en"] for item in found if item["check"] == "planmonitor/base-figure-differs"]
        return counted("plans", "check", str(path), "--format", "json", code=None).json["left_aside"], differs

    assert told() == ([], [])
    path.write_text(text.replace("year = 2025", "year = 2024"), encoding="utf-8")
    aside, differs = told()
    assert [item.partition(",")[0] for item in aside] == [f"{ID}/1b"]
    assert aside[0].endswith(": 30")
    assert "the figure of base year 2024 is missing; the comparison figure recorded is that of 2025 (30)" in differs[0]


def test_a_figure_left_aside_is_taken_back_as_it_is_and_counts_again_under_its_old_code(counted):
    """The export of the renamed plan, taken in after the code has its old name, is the figure that it was."""
    path = counted.folder / FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"1b"', '"1z"'), encoding="utf-8")
    file = counted.folder / "ra.csv"
    counted("export", "-o", str(file))
    counted("undo", "1", "--reason", "thử")
    assert exported(counted) == []
    assert "1 figures taken (1 new" in counted("import", str(file)).words
    [said] = aside(counted)
    assert f"{ID}/1b" in said
    path.write_text(text, encoding="utf-8")
    assert counted.measure("1b")["value"]["display"] == "5 classes"
    assert aside(counted) == []


def test_a_figure_of_a_measure_that_is_counted_in_another_way_now_is_left_aside(counted):
    """Recorded as a count, held now as a share: named, never "no case"."""
    path = counted.folder / FILE
    text = path.read_text(encoding="utf-8")
    share = 'kind = "ratio"\nnumerator = "Lớp mở"\ndenominator = "Lớp"\n'
    start = text.index('kind = "output"') if 'kind = "output"' in text else text.index('kind = "count"')
    path.write_text(text[:start] + share + text[text.index("\n", start) + 1 :], encoding="utf-8")
    assert len(aside(counted)) == 1
    assert exported(counted)[0].endswith(",yes")


def test_a_wrong_figure_left_aside_is_refused_with_its_line(counted):
    """A place of somebody else, a key that is none, or no number: one sentence, and nothing is written."""
    file = counted.folder / "vao.csv"
    for row, said in (
        ("population/children-5-17,05152,2026,5,", "which is no place of this workspace"),
        ("Một việc,,2026,5,yes", "cannot be taken"),
        ("local/thu/1b,,2026,-5,yes", "OBS_VALUE"),
        ("local/thu/1b,,2026,5,maybe", "LEFT_ASIDE is 'maybe'; it must be yes, or empty"),
        ("local/thu/1b,,2031,5,yes", "has not begun yet"),
        ("local/thu/1b,,2026,5,yes,,,,2027-03-01", "outside year 2026"),
        ("local/thu/1b,,2026,5,yes,Trạm Y tế", "no id of a unit"),
        ("local/thu/1b,,2026,,yes,,9,5", "The numerator 9 is above the denominator 5"),
        (f"{ID}/1b,,2026,4.5,yes", "not a whole number"),
        ("population/children-5-17,,2026,4.5,yes", "is not recorded like that"),
        ("local/thu/1b,,2026,5000000000000,yes", "too large to be a count"),
    ):
        heads = "MEASURE,REF_AREA,TIME_PERIOD,OBS_VALUE,LEFT_ASIDE,UNIT,NUMERATOR,DENOMINATOR,UNTIL"
        file.write_text(f"{heads}\n{row}{',' * (heads.count(',') - row.count(','))}\n", encoding="utf-8")
        refused = counted("import", str(file), code=3).err
        assert said in refused
        assert "vao.csv:2" in refused
    assert len(exported(counted)) == 1


@pytest.mark.parametrize(("period", "owed"), [("2026-S1", False), ("2026-Q3", True)])
def test_a_report_without_a_day_is_not_owed_for_what_ended_before_the_plan(place, change, period, owed):
    """Rule 19: the half-year before the plan began is nobody's; the quarter in which it began is."""
    change("start = 2026-01-01", "start = 2026-07-01")
    change('kind = "dated"', 'kind = "undated"')
    change('last_day = "11-24"\n', "")
    place("plans", "follow", ID)
    sent = place("reports", "submit", "bao-cao-nam", "--period", period, "--number", "9/BC", "--dated", "2026-10-01", code=None)
    assert (sent.code == 0, "is not owed for" in sent.err) == (owed, not owed)


def test_what_was_recorded_under_a_code_that_was_renamed_has_a_history_still(counted):
    """Item 5: by the key of its definition, as the list of figures left aside and an export name it."""
    path = counted.folder / FILE
    text = path.read_text(encoding="utf-8").replace('code = "1b"', 'code = "1z"').replace('"1b"', '"1z"')
    path.write_text(text, encoding="utf-8")
    assert [item["value"] for item in counted("history", f"{ID}/1b", "--format", "json").json] != []
    assert "There is no measure 'local/khac/1b'" in counted("history", "local/khac/1b", code=2).err
    assert f"figures are recorded under this name. See them: monitor history {ID}/1b" in " ".join(counted("show", f"{ID}/1b", code=2).err.split())
    assert "are recorded under" not in counted("show", "local/khac/1b", code=2).err


def test_days_without_a_figure_are_missing_in_the_machine_form_too(counted):
    """A year of which only the first half is in waits for the second: its id stands where missing units would."""
    judged = counted("show", "1b", "--as-of", "2027-06-30", "--restated", "--format", "json").json
    assert (judged["status"], judged["missing"]) == ("incomplete", ["2026-S2"])
    counted("record", "1b", "--period", "2026", "--value", "9", "--until", "2026-11-22", "--estimated")
    judged = counted("show", "1b", "--as-of", "2027-06-30", "--restated", "--format", "json").json
    assert judged["missing"] == []


def test_both_days_of_a_period_stand_beside_its_figure(counted):
    """`show` names the first and the last day of what a figure covers, as `history` does."""
    days = "15 December 2025 - 14 June 2026"
    assert days in counted("history", "1b").words
    assert days in counted("show", "1b", "--format", "markdown").out
