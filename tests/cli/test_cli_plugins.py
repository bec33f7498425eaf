"""`monitor plugins list`, in short and in full, and what MONITOR_TRACE_PLUGINS shows."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import planmonitor_cli
import pytest
from planmonitor.registry.loading import load
from planmonitor_cli.main import run

VAN_SON = "child-labour/van-son-2026-2030"
SHORT = ["name", "version", "distribution", "state", "reason", "plans"]
HOOKS = ["planmonitor_checks", "planmonitor_plans", "planmonitor_programmes"]


def of_child_labour(monitor: Any, *arguments: str) -> dict[str, Any]:
    """Return what the list says of the plugin that is there in any case."""
    rows = monitor("plugins", "list", "--format", "json", *arguments, code=None).json
    row: dict[str, Any] = next(row for row in rows if row["name"] == "child_labour")
    return row


def test_the_short_list_has_six_keys(van_son: Any) -> None:
    """Without --verbose the JSON of a plugin has its six keys, in their order, and no more."""
    assert list(of_child_labour(van_son)) == SHORT


def test_the_full_list_adds_hooks_checks_and_time(van_son: Any) -> None:
    """--verbose adds the hooks answered, the number of checks and the milliseconds it took to load; the six keys stay as they are."""
    [loaded] = load(["child_labour"]).loaded
    short, full = of_child_labour(van_son), of_child_labour(van_son, "--verbose")

    assert list(full) == [*SHORT, "hooks", "checks", "milliseconds", "renew"]
    assert {key: full[key] for key in SHORT} == short
    assert full["hooks"] == HOOKS
    assert full["checks"] == len(loaded.checks) > 0
    assert isinstance(full["milliseconds"], int)


def test_a_missing_plugin_has_no_hooks_and_no_checks(van_son: Any) -> None:
    """A plugin that is enabled and not installed answers no hook and brings no check."""
    path = van_son.folder / "monitor.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("plugins = [", 'plugins = ["gone", '), encoding="utf-8")

    rows = van_son("plugins", "list", "--verbose", "--format", "json", code=1).json

    row = next(row for row in rows if row["name"] == "gone")
    assert (row["state"], row["hooks"], row["checks"]) == ("missing", [], 0)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("arguments", [(), ("--verbose",)])
def test_the_list_fits_a_screen(van_son: Any, arguments: tuple[str, ...], lang: str) -> None:
    """No line is longer than a hundred letters, every plan stands whole on a line, and in full so does every hook."""
    lines = van_son("plugins", "list", *arguments, lang=lang).out.splitlines()

    assert [line for line in lines if len(line) > 100] == []
    wanted = [plan.id for plan in load(["child_labour"]).plans.values()] + (HOOKS if arguments else [])
    assert [name for name in wanted if not any(line.endswith(name) for line in map(str.rstrip, lines))] == []


@pytest.mark.parametrize(("how", "between"), [("csv", "; "), ("markdown", ", ")])
def test_other_programs_get_every_column(van_son: Any, how: str, between: str) -> None:
    """As CSV and Markdown the list has a reason beside the other columns, and in full three columns more."""
    short, full = (van_son("plugins", "list", "--format", how, *more).out.replace("\\_", "_") for more in ((), ("--verbose",)))

    assert "reason" in short.lower()
    assert "hooks" not in short.lower()
    assert between.join(HOOKS) in full
    for out in (short, full):
        assert len(out.splitlines()) >= 2
        assert "child_labour" in out


def test_outside_a_workspace_all_installed_plugins_are_listed(monitor: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is no workspace every installed plugin is listed, none as enabled."""
    assert run(["--lang", "en", "plugins", "list", "--format", "json"]) == 0

    rows = json.loads(capsys.readouterr().out)
    assert {row["state"] for row in rows if row["name"] == "child_labour"} == {"disabled"}


@pytest.mark.parametrize("name", ["list", "enable", "disable", "new", "check"])
def test_plugins_has_all_its_commands(monitor: Any, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """`monitor plugins` lists, enables, disables, makes and checks plugins."""
    assert run(["--lang", "en", "plugins", name, "--help"]) == 0
    assert f"monitor plugins {name}" in capsys.readouterr().out


# MONITOR_TRACE_PLUGINS


TRACED = [
    "child_labour: planmonitor_programmes called",
    "child_labour: planmonitor_programmes returned tuple",
    "child_labour: planmonitor_programmes brought 1: child-labour",
    "child_labour: planmonitor_plans called",
    "child_labour: planmonitor_plans returned tuple",
]


@pytest.mark.parametrize(
    "command",
    [
        ("status",),
        ("status", "--format", "json"),
        ("show", "4a"),
        ("check",),
        ("deadlines",),
        ("export",),
        ("plans", "list", "--all"),
        ("plans", "show", VAN_SON),
        ("units", "list"),
    ],
)
def test_a_trace_goes_to_standard_error_and_changes_no_answer(van_son: Any, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    """With MONITOR_TRACE_PLUGINS=1 every command that loads plugins tells their hooks on standard error; its answer is the same."""
    answer = van_son(*command, code=None)
    monkeypatch.setenv("MONITOR_TRACE_PLUGINS", "1")
    traced = van_son(*command, code=None)

    assert (traced.code, traced.out) == (answer.code, answer.out)
    assert "planmonitor_plans" not in answer.err
    assert [line for line in traced.err.splitlines() if line.startswith("child_labour:")][:5] == TRACED


def test_a_new_workspace_is_traced_too(monitor: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """`monitor init` looks at all plugins, and tells it."""
    monkeypatch.setenv("MONITOR_TRACE_PLUGINS", "1")

    assert TRACED[3] in monitor("init", str(monitor.folder), "--plan", VAN_SON).err


@pytest.mark.parametrize("value", ["", "0"])
def test_a_trace_can_be_switched_off(van_son: Any, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    """MONITOR_TRACE_PLUGINS=0, or empty, traces nothing."""
    monkeypatch.setenv("MONITOR_TRACE_PLUGINS", value)

    assert van_son("status").err == ""


def test_the_time_told_is_that_of_the_first_loading(van_son: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """`plugins list` loads each plugin once, inside its measured time: none is loaded before, when it would cost nothing any more."""
    monkeypatch.setenv("MONITOR_TRACE_PLUGINS", "1")

    assert van_son("plugins", "list", "--verbose").err.splitlines().count(TRACED[3]) == 1


def test_plugins_are_loaded_through_one_door() -> None:
    """No command loads plugins past the function that reads the environment."""
    folder = Path(planmonitor_cli.__file__).parent
    past = [
        path.name for path in folder.rglob("*.py") if re.search(r"loading\.load\(|loading import[^\n]*\bload\b", path.read_text(encoding="utf-8"))
    ]

    assert past == ["plugins.py"]
