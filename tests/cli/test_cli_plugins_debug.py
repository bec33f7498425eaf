"""`--debug` shows where a plugin failed beside its row; without it nobody sees a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.small_plugins import HEALTHY, Site

HOOK = "@hookimpl\ndef planmonitor_plans():\n    return deeper()\n\n\ndef deeper():\n    return 1 // 0\n"
CHECK = HEALTHY.replace('check_called(PREFIX + "/first", finding)', 'check_called(PREFIX + "/first", lambda judged_plan: 1 // 0)')


@pytest.fixture
def site(packages: Path) -> Site:
    """Return a folder of installed plugins."""
    return Site(packages)


def lines_of(error: str) -> list[str]:
    """Return what standard error says of where the plugin failed."""
    return [line for line in error.splitlines() if line.startswith("broken: ")]


@pytest.mark.parametrize(("body", "place"), [("1 // 0", "<module>"), (HOOK, "in deeper")])
def test_where_a_plugin_failed_to_load_is_shown(monitor: Any, site: Site, body: str, place: str) -> None:
    """At import and in a hook: the traceback stands on standard error, each line with the plugin's name, and the row stays as it was."""
    site.install("broken", body)
    monitor("init", str(monitor.folder))
    quiet = monitor("plugins", "list", "--format", "csv")

    loud = monitor("plugins", "list", "--format", "csv", "--debug")

    assert loud.out == quiet.out
    assert lines_of(quiet.err) == []
    shown = lines_of(loud.err)
    assert any("site_broken.py" in line and place in line for line in shown)
    assert shown[-1].startswith("broken: ZeroDivisionError")


def test_where_a_check_failed_is_shown(monitor: Any, site: Site) -> None:
    """A check that raises while plans are judged: one sentence without --debug, and the traceback below it with it."""
    site.install("broken", CHECK)
    monitor("init", str(monitor.folder), "--plan", "broken/plan")

    quiet, loud = monitor("check", code=1), monitor("check", "--debug", code=1)

    assert (lines_of(quiet.err), len(quiet.err.splitlines())) == ([], 1)
    assert lines_of(loud.err)[-1].startswith("broken: ZeroDivisionError")


def test_the_contract_shows_it_too(monitor: Any, site: Site) -> None:
    """For its author `plugins check --debug` says more than file and line."""
    site.install("broken", HOOK)

    assert any("in deeper" in line for line in lines_of(monitor("plugins", "check", "broken", "--debug", code=1).err))
    assert lines_of(monitor("plugins", "check", "broken", code=1).err) == []


def test_what_a_plugin_says_does_not_reach_the_terminal_as_it_is(monitor: Any, site: Site) -> None:
    """Signs that steer a terminal are made visible in a traceback as everywhere."""
    site.install("broken", "raise LookupError('\\x1b[2J')")

    monitor("init", str(monitor.folder))

    assert "\x1b" not in monitor("plugins", "list", "--debug").err
