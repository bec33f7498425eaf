"""The fixtures plan authors test with: a day, a place, and a workspace that records and judges for real."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from planmonitor import BadData, InvalidPlan, Place, UnknownName
from planmonitor.testing import TrialWorkspace, settle
from planmonitor_cli.main import run
from support.installing import Install
from support.trial_plugin import FAILING, GENERIC, PLACED, PLUGIN


@pytest.fixture
def trial(install: Install, workspace: TrialWorkspace) -> TrialWorkspace:
    """Return a workspace that follows the generic plan of a plugin for tests."""
    install("trial", PLUGIN)
    workspace.follow(GENERIC)
    return workspace


# Day and place


def test_today_is_always_the_same_day(today: date) -> None:
    """Tests of a plan do not depend on the day they are run."""
    assert today == date(2026, 6, 30)


def test_the_place_is_nobodys(place: Place) -> None:
    """The place is a commune with a code of the right form that no place has."""
    assert (place.level, place.code, place.name) == ("commune", "00000", "xã Thử Nghiệm")


# Four lines


def test_a_check_is_tested_in_four_lines(workspace: TrialWorkspace, install: Install) -> None:
    """Follow, record, look: what a check finds of one figure, with the measure concerned."""
    install("trial", PLUGIN)

    workspace.follow("trial/generic")
    workspace.record("trial/generic/1b", "2026-Q1", value=1)
    [finding] = workspace.findings("trial/cases")
    assert (finding.state, finding.measures) == ("found", ("trial/generic/1b",))


def test_a_check_that_finds_nothing_is_silent(trial: TrialWorkspace) -> None:
    """Before a figure is there the check cannot judge; with a sound one it looked and found nothing."""
    before = trial.findings("trial/cases")
    trial.record(f"{GENERIC}/1b", "2026-Q1", value=0)

    assert [finding.state for finding in before] == ["not_judged"]
    assert trial.findings("trial/cases") == ()


def test_a_status_follows_what_is_recorded(trial: TrialWorkspace) -> None:
    """A measure's status is the framework's own verdict on the figures recorded, the latest revision of each."""
    statuses = [trial.status(f"{GENERIC}/1a")]
    for numerator in (60, 70):
        trial.record(f"{GENERIC}/1a", "2026-S1", numerator=numerator, denominator=100)
        statuses.append(trial.status(f"{GENERIC}/1a"))

    assert statuses == ["no_data", "in_progress", "met"]


def test_an_assessed_plan_carries_the_findings_of_its_checks(trial: TrialWorkspace) -> None:
    """The judged plan is what checks and screens are given, findings included."""
    trial.record(f"{GENERIC}/1b", "2026-Q1", value=2)

    judged_plan = trial.assess(GENERIC)

    assert judged_plan.judged.as_of == trial.today
    assert [(found.check.id, found.finding.state) for found in judged_plan.findings] == [
        ("planmonitor/zero-broken", "found"),
        ("trial/cases", "found"),
    ]


# Time


def test_a_figure_counts_from_the_day_it_is_recorded(trial: TrialWorkspace) -> None:
    """A plan judged on a day knows what was recorded by the end of that day, and a report is in time by its letter."""
    trial.record(f"{GENERIC}/1a", "2026-S1", numerator=70, denominator=100, on=date(2026, 6, 9))
    trial.record(f"{GENERIC}/1b", "2026-S1", value=0, on=date(2026, 6, 12))

    assert trial.status(f"{GENERIC}/1a", as_of=date(2026, 6, 8)) == "no_data"
    assert trial.status(f"{GENERIC}/1a", as_of=date(2026, 6, 9)) == "met"
    sending = trial.submit("half", "2026-S1", "45/BC", date(2026, 6, 12))
    [occurrence] = trial.assess(GENERIC).judged.deadlines
    assert (sending.letter, occurrence.state, occurrence.late_days) == ("45/BC", "late", 3)


def test_a_test_can_move_in_time(trial: TrialWorkspace) -> None:
    """Set to another day, the workspace records and judges on that day."""
    trial.today = date(2027, 1, 15)

    figure = trial.record(f"{GENERIC}/1a", "2026", numerator=7, denominator=10)

    assert figure.state == "final"
    assert figure.recorded_at is not None
    assert figure.recorded_at.astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).date() == date(2027, 1, 15)
    assert trial.assess(GENERIC).judged.as_of == date(2027, 1, 15)


def test_days_of_a_test_come_in_order(trial: TrialWorkspace) -> None:
    """The journal only grows: a figure of a day before the last recorded one is recorded on that one, as for an officer."""
    trial.record(f"{GENERIC}/1b", "2026-Q1", value=0, on=date(2026, 6, 9))

    later = trial.record(f"{GENERIC}/1b", "2026-Q1", value=1, on=date(2026, 6, 1))

    assert later.recorded_at is not None
    assert later.recorded_at.astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).date() == date(2026, 6, 9)


# The door


def test_a_figure_passes_the_door_that_officers_figures_pass(trial: TrialWorkspace) -> None:
    """What the command line refuses is refused here, in its words."""
    with pytest.raises(BadData, match="above the denominator"):
        trial.record(f"{GENERIC}/1a", "2026-S1", numerator=101, denominator=100)
    with pytest.raises(BadData, match="never an estimate"):
        trial.record(f"{GENERIC}/1b", "2026", value=0, state="estimated")
    with pytest.raises(BadData, match="has not begun"):
        trial.record(f"{GENERIC}/1b", "2026-Q4", value=0)
    with pytest.raises(UnknownName, match="truong"):
        trial.record(f"{GENERIC}/1b", "2026-Q1", value=0, unit="truong-tu")


def test_what_another_plan_rules_out_is_never_an_estimate(trial: TrialWorkspace) -> None:
    """A count that a second plan followed says must not occur is no estimate under the first plan's measure either."""
    trial.follow("trial/few")

    with pytest.raises(BadData, match="never an estimate"):
        trial.record("trial/few/1b", "2026", value=3, state="estimated")


def test_parts_above_their_total_are_refused(trial: TrialWorkspace) -> None:
    """The parts of a breakdown are held against the total that is recorded."""
    trial.record(f"{GENERIC}/1a", "2026-S1", numerator=60, denominator=100)
    trial.record(f"{GENERIC}/1a", "2026-S1", numerator=40, denominator=50, breakdown={"sex": "male"})

    with pytest.raises(BadData, match="above the total of 60"):
        trial.record(f"{GENERIC}/1a", "2026-S1", numerator=30, denominator=50, breakdown={"sex": "female"})


def test_the_year_before_can_be_recorded_for_comparison(trial: TrialWorkspace) -> None:
    """A figure of the same period of the year before is what a change is told against."""
    trial.record(f"{GENERIC}/1a", "2025-S1", numerator=50, denominator=100, comparison=True)
    trial.record(f"{GENERIC}/1a", "2026-S1", numerator=60, denominator=100)

    comparison = trial.assess(GENERIC).judged.measures[0].comparison

    assert comparison is not None
    assert comparison.change == 10


def test_figures_stand_under_the_place_of_their_plan(trial: TrialWorkspace) -> None:
    """A plan with a place of its own keeps its figures there; a generic one has those of the workspace's place."""
    trial.follow(PLACED)

    figures = [trial.record(f"{plan}/1b", "2026-Q1", value=0) for plan in (GENERIC, PLACED)]

    assert [figure.place for figure in figures] == ["00000", "00001"]


# What a place brings along


def test_an_open_question_can_be_answered(trial: TrialWorkspace) -> None:
    """What the place settles takes effect as `monitor.toml` has it; a wrong answer is refused."""
    trial.settle(GENERIC, answers={"owner-1b": ["truong-thu", "thon"]})

    trial.record(f"{GENERIC}/1b", "2026-S1", value=0, unit="thon")
    assert trial.status(f"{GENERIC}/1b") == "incomplete"
    trial.settle(GENERIC, answers={"owner-1b": ["truong"]})
    with pytest.raises(BadData, match="owner-1b"):
        trial.status(f"{GENERIC}/1b")


def test_a_plan_alone_can_be_given_its_answers(trial: TrialWorkspace) -> None:
    """A check that is tried without a workspace sees the plan as the place settles it, held to the same rules."""
    plan = trial.assess(GENERIC).judged.plan

    settled = settle(plan, answers={"owner-1b": ("thon",)}, window="calendar")

    assert [share.unit for share in settled.measures[1].owners] == ["thon"]
    assert (plan.window.key, settled.window.key) == ("administrative", "calendar")
    with pytest.raises(BadData, match="owner-1b"):
        settle(plan, answers={"owner-1b": ("truong",)})


def test_a_group_can_have_members(trial: TrialWorkspace) -> None:
    """Each member registered is a part of its own, reported by name or id."""
    trial.settle(GENERIC, answers={"owner-1b": ["thon"]})
    assert [trial.add_member(name, "thon") for name in ("Thôn Một", "Thôn Hai")] == ["thon-mot", "thon-hai"]

    trial.record(f"{GENERIC}/1b", "2026-S1", value=0, unit="Thôn Một")
    [missing] = trial.assess(GENERIC).judged.measures[1].missing
    assert missing.unit == "thon-hai"


def test_a_base_population_can_be_recorded(workspace: TrialWorkspace) -> None:
    """A population is recorded like any figure, and is the denominator of its year from then on."""
    workspace.follow("child-labour/van-son-2026-2030")
    workspace.record("population/children-5-17", "2026", value=400, place="07621")

    assert workspace.record("child-labour/van-son-2026-2030/1", "2026", numerator=12).denominator == 400


# What is asked for and not there


def test_what_does_not_exist_is_named_with_its_near_misses(trial: TrialWorkspace) -> None:
    """A mistyped plan, measure or check is an error with the right name in it, never an empty answer."""
    for ask, near in (
        (lambda: trial.follow("trial/generik"), GENERIC),
        (lambda: trial.follow("trail/generic"), "trial"),
        (lambda: trial.assess(PLACED), GENERIC),
        (lambda: trial.status(f"{GENERIC}/1c"), f"{GENERIC}/1a"),
        (lambda: trial.record(f"{GENERIC}/1c", "2026", value=0), f"{GENERIC}/1a"),
        (lambda: trial.findings("trial/case"), "trial/cases"),
        (lambda: trial.findings("trial/fails"), "trial/cases"),
    ):
        with pytest.raises(UnknownName, match=near):
            ask()


def test_what_could_not_be_followed_changes_nothing(trial: TrialWorkspace) -> None:
    """After a plan that does not exist the workspace follows what it followed."""
    with pytest.raises(UnknownName):
        trial.follow("trial/generik")

    assert trial.status(f"{GENERIC}/1a") == "no_data"


def test_a_plugin_that_does_not_load_raises_its_problem(install: Install, workspace: TrialWorkspace) -> None:
    """Following a plan of a broken plugin says what is wrong with the plugin."""
    install("broken", "raise RuntimeError('out of order')")

    with pytest.raises(InvalidPlan, match=r"Plugin broken, import: .*out of order"):
        workspace.follow("broken/plan")


def test_a_check_that_fails_fails_the_test(install: Install, workspace: TrialWorkspace) -> None:
    """A check that raises is no silent check."""
    install("trial", PLUGIN)
    workspace.follow(FAILING)

    with pytest.raises(InvalidPlan, match=r"trial/fails: .*the check itself is wrong"):
        workspace.findings("trial/fails")


# The folder


def test_monitor_says_the_same_of_the_folder(trial: TrialWorkspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is a workspace like any other: `monitor status` shows the statuses and findings that the test sees."""
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.delenv("MONITOR_DATABASE_URL", raising=False)
    trial.follow(PLACED)
    trial.record(f"{GENERIC}/1a", "2026-S1", numerator=70, denominator=100)
    trial.record(f"{PLACED}/1b", "2026-S1", value=1)

    arguments = ["--workspace", str(trial.folder), "status", "--as-of", str(trial.today), "--format", "json"]
    code = run(arguments, lambda: datetime(2026, 6, 30, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")))
    said = json.loads(capsys.readouterr().out)

    assert code == 0
    assert [plan["id"] for plan in said["plans"]] == [GENERIC, PLACED]
    for plan in said["plans"]:
        judged_plan = trial.assess(plan["id"])
        assert [(item["id"], item["status"]) for item in plan["measures"]] == [(judged.id, judged.status) for judged in judged_plan.judged.measures]
        assert [item["check"] for item in plan["findings"]] == [found.check.id for found in judged_plan.findings]
    assert [judged.status for judged in trial.assess(PLACED).judged.measures] == ["no_data", "not_met"]


def test_two_tests_have_two_folders(workspace: TrialWorkspace, tmp_path: Path) -> None:
    """The workspace has a folder of its own beside `tmp_path`, with nothing in it but the settings and the database."""
    assert tmp_path not in (workspace.folder, *workspace.folder.parents)
    assert sorted(path.name for path in workspace.folder.iterdir()) == ["monitor.db", "monitor.toml"]
