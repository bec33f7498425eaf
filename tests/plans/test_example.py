"""The example workspaces show what they promise, and nothing in them passes for real."""

from __future__ import annotations

import csv
import re
import shutil
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DAYS = {"van_son": date(2026, 11, 22), "thanh_tri": date(2025, 6, 30), "van_quan": date(2024, 12, 31)}
"""Every example, and the day on which it is looked at."""

CHILD_LABOUR = "child-labour/van-son-2026-2030"
DROWNING = "drowning/commune-2021-2030"
SCORECARD = "child-friendly-commune/2026-2030"

AT_MOST_LETTERS = 100
POSSIBLE_IN_2026 = {"met", "in_progress", "incomplete", "no_data", "no_case", "trend_only"}
"""Child labour: no zero target, targets due in 2030, and no document sets it a milestone or years of assessment."""

NUMBER = re.compile(r"\d+\s*/\s*(?:\d{4}\s*/\s*)?(?:BC|CĐ|CT|CV|HD|KH|NĐ|NQ|QĐ|TB|TT|TTr)\b")
"""The number of a Vietnamese document, shortened or not ("45/KH-UBND", "12/CV")."""


def settings(name: str) -> dict[str, Any]:
    """Return what the `monitor.toml` of an example says."""
    return tomllib.loads((EXAMPLES / name / "monitor.toml").read_text(encoding="utf-8"))


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of figures of an example."""
    with (EXAMPLES / name / "so-lieu.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Example:
    """An example workspace in a folder of its own, its figures imported, and how to look at it.

    Attributes:
        monitor: The runner of `monitor` in it.
        name: Which example it is.
        said: What the import said.
    """

    def __init__(self, monitor: Any, name: str) -> None:
        self.monitor = monitor
        self.name = name
        shutil.copytree(EXAMPLES / name, monitor.folder, ignore=shutil.ignore_patterns("monitor.db*"))
        monitor("db", "upgrade")
        self.said = monitor("import", str(monitor.folder / "so-lieu.csv"))

    def status(self, *arguments: str, lang: str = "en") -> Any:
        """Return the combined view on the day of the example, from the figures there are."""
        past = () if DAYS[self.name] == self.monitor.today else ("--as-of", DAYS[self.name].isoformat(), "--restated")
        return self.monitor("status", *past, *arguments, lang=lang)

    def plan(self, plan: str) -> dict[str, Any]:
        """Return one plan of the combined view."""
        return next(item for item in self.status("--format", "json").json["plans"] if item["id"] == plan)


@pytest.fixture(params=DAYS)
def example(monitor: Any, request: pytest.FixtureRequest) -> Example:
    """Return each example in turn."""
    return Example(monitor, request.param)


@pytest.fixture
def van_son(monitor: Any) -> Example:
    """Return the example of Vân Sơn with its four plans."""
    return Example(monitor, "van_son")


def test_every_folder_of_examples_is_tested() -> None:
    """No example stands beside those tested here."""
    assert {path.parent.name for path in EXAMPLES.glob("*/monitor.toml")} == set(DAYS)


# Each of them


def test_every_row_of_the_figures_is_taken(example: Example) -> None:
    """Each line of the file becomes a figure, and none is refused."""
    count = len(rows(example.name))
    assert count
    assert f"{count} figures taken ({count} new, 0 revised, 0 unchanged)" in example.said.words


def test_the_combined_view_shows_the_plans_without_a_problem(example: Example) -> None:
    """The combined view ends with exit code 0, has every plan followed, and no plugin, setting or plan is in trouble."""
    state = example.status("--format", "json").json
    assert state["problems"] == []
    assert [plan["id"] for plan in state["plans"]] == settings(example.name)["plans"]["follow"]
    assert [plan["id"].partition("/")[0].replace("-", "_") for plan in state["plans"]] == settings(example.name)["plugins"]


def test_no_plan_stands_there_empty(example: Example) -> None:
    """At least nine measures of every plan have a figure."""
    for plan in example.status("--format", "json").json["plans"]:
        assert sum(measure["value"] is not None for measure in plan["measures"]) >= 9, plan["id"]


def test_the_checks_run_and_none_breaks(example: Example) -> None:
    """The checks look at the figures, find something in each example, and every finding carries both its sentences."""
    found = example.monitor("check", "--format", "json", code=1).json
    assert any(item["state"] == "found" and item["severity"] in {"error", "warning"} for item in found)
    assert all(item["message_vi"] and item["message_en"] for item in found)


def test_the_database_is_sound(example: Example) -> None:
    """What the import wrote passes the check of the database."""
    example.monitor("db", "check")


def test_importing_twice_changes_nothing(example: Example) -> None:
    """The commands of the README can be repeated."""
    before = example.monitor("export").out
    example.monitor("import", str(example.monitor.folder / "so-lieu.csv"))
    assert example.monitor("export").out == before


def test_what_is_exported_is_taken_back_byte_for_byte(example: Example, tmp_path: Path) -> None:
    """A figure is exported under a plan whose days it has: here nothing changes, and an empty workspace exports the same again."""
    sent = example.monitor("export").out
    file = tmp_path / "sent.csv"
    file.write_text(sent, encoding="utf-8")

    assert "(0 new, 0 revised" in example.monitor("import", str(file)).out

    (example.monitor.folder / "monitor.db").unlink()
    example.monitor("db", "upgrade")
    example.monitor("import", str(file))
    assert example.monitor("export").out == sent


def test_every_screen_says_that_the_figures_are_illustrative(example: Example) -> None:
    """The notice stands above the combined view, a plan, and a measure, and names the place whose figures these are not."""
    plan = settings(example.name)["plans"]["follow"][0]
    place = {"van_son": "xã Vân Sơn", "thanh_tri": "huyện Thanh Trì", "van_quan": "huyện Văn Quan"}[example.name]
    measure = example.status("--format", "json").json["plans"][0]["measures"][0]["id"]
    for screen in (example.status(), example.status("--plan", plan), example.monitor("show", measure)):
        assert f"SỐ LIỆU MINH HỌA, không phải số liệu của {place}." in screen.out


# What they are made of


@pytest.mark.parametrize("name", DAYS)
def test_every_row_calls_itself_illustrative(name: str) -> None:
    """A row that is copied out of the file still says what it is."""
    assert all(row["EVIDENCE"] == "Số liệu minh họa" for row in rows(name))


@pytest.mark.parametrize("name", DAYS)
def test_every_answer_calls_itself_an_assumption(name: str) -> None:
    """What an example settles for its place cites an assumption of the example, and no letter."""
    for plan in [item for item in settings(name)["plans"].values() if isinstance(item, dict)]:
        assert set(plan) == {"answers"}
        for question, answer in plan["answers"].items():
            assert re.search(r"giả định của ví dụ minh họa$", answer["document"], re.I), question


@pytest.mark.parametrize("name", DAYS)
def test_no_document_is_made_up(name: str) -> None:
    """Nowhere in an example stands the number of a document."""
    for file in (EXAMPLES / name).glob("*.*"):
        if not file.name.startswith("monitor.db"):
            assert NUMBER.findall(file.read_text(encoding="utf-8")) == [], file.name


# Vân Sơn: four plans in one view


def test_no_line_of_the_combined_view_is_wider_than_a_screen(van_son: Example) -> None:
    """In Vietnamese no line has more than 100 letters, every plan has a line by its name, and no id stands where there is a name."""
    screen = van_son.status(lang="vi").out.rstrip("\n").splitlines()
    assert max(len(line) for line in screen if not line.startswith("    monitor ")) <= AT_MOST_LETTERS  # a command is copied whole
    for name in ("Lao động trẻ em 2026-2030", "Công tác trẻ em 2026", "Đuối nước, thương tích 2021-2030", "Xã phù hợp với trẻ em 2026-2030"):
        assert any(line.startswith(name) for line in screen)
    assert not any(line.startswith(plan) for plan in settings("van_son")["plans"]["follow"] for line in screen)


def test_child_labour_shows_every_status_it_can_have_in_2026(van_son: Example) -> None:
    """Every status that this plan can have in 2026 stands in the example, and no other."""
    assert {measure["status"] for measure in van_son.plan(CHILD_LABOUR)["measures"]} == POSSIBLE_IN_2026


def test_the_four_plans_stand_differently(van_son: Example) -> None:
    """Together they show what is met, under way, on track, behind, incomplete, without figures, without cases and not assessed."""
    counts = {status for plan in van_son.status("--format", "json").json["plans"] for status, count in plan["indicator_counts"].items() if count}
    assert counts == {"met", "in_progress", "behind", "on_track", "incomplete", "no_data", "no_case", "trend_only", "not_assessed"}


def test_what_must_be_dealt_with_stands_first(van_son: Example) -> None:
    """What has arisen and was not reported, then the risk sites that are not dealt with when the floods have come."""
    found = [item for item in van_son.monitor("check", "--severity", "error", "--format", "json", code=1).json if item["state"] == "found"]
    assert [(item["plan"], item["check"], item["measures"]) for item in found] == [
        ("child-work-2026/van-son", "planmonitor/case-unreported", ["child-work-2026/van-son/4c"]),
        (DROWNING, "planmonitor/case-unreported", [f"{DROWNING}/NV2"]),
        (DROWNING, "drowning/risk-sites-open", found[2]["measures"]),
    ]
    first, second, third = van_son.status().out.split("NEEDS ATTENTION\n")[1].split("\n- ")[:3]
    assert "2026: of 5 children (4c." in " ".join(first.split())
    assert "2026: of 5 cases (NV2." in " ".join(second.split())
    assert "3 of 12 risk sites" in third


def test_a_case_that_is_reported_needs_no_attention(van_son: Example) -> None:
    """Once the letter is recorded, the report stands as sent, and the check is silent."""
    van_son.monitor("reports", "submit", "case-report", "--period", "2026", "--number", "31/BC", "--dated", "2026-11-20")
    found = van_son.monitor("check", "--severity", "error", "--format", "json", code=1).json
    assert not [item for item in found if (item["plan"], item["check"]) == ("child-work-2026/van-son", "planmonitor/case-unreported")]


def test_a_report_that_the_place_has_dated_comes_next(van_son: Example) -> None:
    """The two reports whose days the place has set lie ahead, the nearer first, and none is overdue."""
    dated = [item for item in van_son.monitor("deadlines", "--format", "json").json if item["state"] == "not_due"]
    assert [(item["plan"], item["last_day"]) for item in dated[:2]] == [("child-work-2026/van-son", "2026-12-05"), (CHILD_LABOUR, "2026-12-10")]
    assert all(item["figures"]["received"] < item["figures"]["expected"] for item in dated[:2])
    assert not any(item["state"] == "overdue" for item in van_son.monitor("deadlines", "--format", "json").json)


def test_populations_are_recorded_once(van_son: Example) -> None:
    """Rows that leave the denominator out take the population recorded for the place, in all four plans."""
    recorded = {row["OBS_VALUE"] for row in rows("van_son") if row["MEASURE"].startswith("population/")}
    left_out = [row["MEASURE"] for row in rows("van_son") if row["NUMERATOR"] and not row["DENOMINATOR"]]
    assert {measure.partition("/")[0] for measure in left_out} == {"child-labour", "child-work-2026", "drowning", "child-friendly-commune"}
    exported = csv.DictReader(van_son.monitor("export").out.splitlines())
    taken = {row["MEASURE"]: row["DENOMINATOR"] for row in exported if row["TIME_PERIOD"] == "2026" and not row["BREAKDOWN"]}
    assert {taken[measure] for measure in left_out} == recorded


def test_a_figure_two_plans_ask_for_stands_in_both(van_son: Example) -> None:
    """The recognition of the commune and the inspections on child labour are recorded once and seen by both plans."""
    for one, other in ((f"{SCORECARD}/CN", "child-work-2026/van-son/3"), (f"{CHILD_LABOUR}/NV1", "child-work-2026/van-son/NV11b")):
        assert len([row for row in rows("van_son") if row["MEASURE"] in {one, other} and row["TIME_PERIOD"] == "2026"]) == 1
        seen = [van_son.monitor.measure(measure.partition("/")[2])["value"] for measure in (one, other)]
        assert seen[0] == seen[1] is not None


def test_child_labour_compares_with_2025(van_son: Example) -> None:
    """The figures of 2025 stand beside those of 2026: 41/980 before, 38/1003 now."""
    rate = van_son.monitor.measure("van-son-2026-2030/1")
    assert (rate["comparison"]["display"], rate["comparison"]["change"]) == ("4.2%", "down 0.4 percentage points")


def test_a_trial_scoring_warns_before_the_year_of_assessment(van_son: Example) -> None:
    """A criterion without a point is a warning in 2026, a year before it blocks recognition, and the card is not judged yet."""
    assert van_son.plan(SCORECARD)["indicator_counts"]["not_assessed"] == 15
    found = [item for item in van_son.monitor("check", "--format", "json", code=1).json if item["state"] == "found"]
    assert [item["severity"] for item in found if item["check"] == "child-friendly-commune/criterion-at-zero"] == ["warning"]


def test_a_place_with_two_plans_sees_only_those(van_son: Example) -> None:
    """With two plugins enabled nothing of the others appears: no line, no report, no figure asked for; that figures of them are there is noted."""
    van_son.monitor("plans", "unfollow", CHILD_LABOUR, SCORECARD)
    van_son.monitor("plugins", "disable", "child_labour", "child_friendly_commune")
    screens = [van_son.status().out, van_son.monitor("check", "--severity", "warning", code=1).out, van_son.monitor("deadlines").out]
    assert "recorded figures count in no measure followed: child-labour/" in van_son.monitor("check", code=1).words
    assert all(("Drowning and injury 2021-2030" in screen or DROWNING in screen) and "2026" in screen for screen in screens)
    assert not any(word in screen for screen in screens for word in ("child-labour", "child_labour", "child-friendly", "child_friendly"))


# The districts


def test_the_district_before_july_2025_has_a_part_that_nobody_owns(monitor: Any) -> None:
    """On the last day of the district level most of Thanh Trì's targets are under way, and the gap of its document shows."""
    counts = Example(monitor, "thanh_tri").plan("child-labour/thanh-tri-2021-2025")["indicator_counts"]
    assert {status: count for status, count in counts.items() if count} == {"met": 3, "in_progress": 3, "incomplete": 2}
    assert "care-institutions" in monitor("check", code=1).words


def test_reports_of_a_time_before_the_program_are_not_followed_up(monitor: Any) -> None:
    """On the last day of 2024 Văn Quan's figures of the year are in; that a report was not sent nobody can say of days before the first entry."""
    plan = Example(monitor, "van_quan").plan("child-work-2024/van-quan")
    assert plan["indicator_counts"]["no_data"] == plan["indicator_counts"]["incomplete"] == 0
    assert {item["state"] for item in plan["deadlines"] if item["last_day"]} == {"before_use"}
    assert plan["completeness"]["expected"] == 0


def test_what_is_lacking_of_a_zero_target_is_said_beside_the_cases_and_the_final_figures_wanted(van_son: Example) -> None:
    """H4: once the year is over, the days without figures of 4a and 4c are asked for; no other finding on them hides that."""
    van_son.monitor.today = date(2027, 1, 15)
    said = van_son.monitor("status", "--plan", "child-work-2026/van-son", lang="vi").words
    for code in ("4a", "4b", "4c"):
        assert re.search(rf"- {code}\. [^-]*Chưa đủ số liệu\. Đề nghị bổ sung số liệu: từ 01/11/2026 đến 14/12/2026", said)
    assert "Năm 2026 đã kết thúc: ghi số liệu chính thức của 16 chỉ tiêu" in said  # those of which the days are named are asked for once


def test_one_shortfall_is_said_once(van_son: Example) -> None:
    """M7: a target that is missed and a warning on nothing else are one line; where a check says that it must be dealt with, that is the line."""
    van_son.monitor.today = date(2027, 1, 15)
    plan = ("status", "--plan", "child-work-2026/van-son")
    said = van_son.monitor(*plan, lang="vi").words
    assert (said.count("- 1a. "), "Chỉ tiêu 1a yêu cầu 100%" in said) == (1, False)
    van_son.monitor("record", "child-work-2026/van-son/4a", "--period", "2026", "--value", "1")
    said = van_son.monitor(*plan, lang="vi").words
    assert ("- 4a. " in said, len(re.findall(r"Chỉ tiêu 4a \([^)]*\): đã ghi nhận 01 vụ", said))) == (False, 1)
