"""How every command that opens a workspace ends: what went wrong with an enabled plugin is told, and the exit code is then 1."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import planmonitor_cli
import pytest

PLAN = "child-work-2026/van-son"
FIGURE = ("record", "1a", "--period", "2026", "--numerator", "3", "--denominator", "5")
TOLD = "Plugin nowhere, finding it"


@pytest.fixture
def broken(monitor: Any) -> Any:
    """Return a runner in a workspace that enables a plugin which is not installed, beside a sound one."""
    monitor.follow(PLAN)
    path = monitor.folder / "monitor.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('["child_work_2026"]', '["child_work_2026", "nowhere"]'), encoding="utf-8")
    return monitor


def test_a_figure_that_is_recorded_like_that_already_hides_no_broken_plugin(broken: Any) -> None:
    """The second time nothing is written, and the plugin that failed is told as it was the first time."""
    first, second = (broken(*FIGURE, code=1) for _time in range(2))

    assert "It is recorded like that already" in second.out
    assert TOLD in first.err
    assert TOLD in second.err


def test_unfollowing_a_plan_hides_no_broken_plugin(broken: Any) -> None:
    """The plan is no longer followed, and the plugin that failed is told."""
    answer = broken("plans", "unfollow", PLAN, code=1)

    assert "Plans followed: none" in answer.out
    assert TOLD in answer.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("plans", "list"),
        ("plans", "show", PLAN),
        ("plans", "follow", PLAN),
        ("units", "list"),
        ("deadlines",),
        ("todo",),
        ("check",),
        ("show", "1a"),
        ("export",),
        ("history", "1a"),
        ("status", "--plan", PLAN),
        ("status", "--format", "csv"),
        ("plugins", "enable", "child_work_2026"),
        ("accept", "1a", "--by", "UBND tỉnh", "--reason", "thiên tai", "--until", "2027-12-31"),
    ],
    ids=" ".join,
)
def test_a_broken_plugin_is_told_once_whatever_the_command_does(broken: Any, arguments: tuple[str, ...]) -> None:
    """Every command tells an enabled plugin that failed on standard error, once, and ends with 1."""
    assert broken(*arguments, code=1).err.count(TOLD) == 1


@pytest.mark.parametrize("arguments", [("status",), ("status", "--format", "json")], ids=" ".join)
def test_a_status_shows_a_broken_plugin_itself(broken: Any, arguments: tuple[str, ...]) -> None:
    """In the combined view and in its JSON what went wrong stands among the answer, and not beside it again."""
    answer = broken(*arguments, code=1)

    assert answer.err == ""
    assert "nowhere" in answer.out


def test_a_refusal_keeps_its_exit_code_and_tells_the_broken_plugin_first(broken: Any) -> None:
    """A measure that is not there may well be one of the plugin that failed: both are told."""
    answer = broken("record", "9z", *FIGURE[2:], code=2)

    assert [TOLD in answer.err.splitlines()[0], answer.err.splitlines()[1].startswith("Error: ")] == [True, True]


def test_disabling_what_is_broken_ends_the_trouble(broken: Any) -> None:
    """A plugin that is disabled is no enabled plugin that failed."""
    assert broken("plugins", "disable", "nowhere").err == ""
    assert broken("status").err == ""


def test_a_plan_that_nobody_carries_can_be_unfollowed(broken: Any) -> None:
    """Once a plan of the missing plugin is off the list, nothing is said of it any more."""
    broken("plugins", "disable", "nowhere")
    path = broken.folder / "monitor.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(f'["{PLAN}"]', f'["{PLAN}", "gone/plan"]'), encoding="utf-8")

    assert "gone/plan" in broken("plans", "list", code=1).err
    assert broken("plans", "unfollow", "gone/plan").err == ""


def test_a_workspace_is_opened_in_one_place() -> None:
    """No command opens a workspace past the block that tells problems and sets the exit code."""
    folder = Path(planmonitor_cli.__file__).parent
    opening = {
        path.name
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Workspace"
    }

    assert opening == {"opened.py"}
