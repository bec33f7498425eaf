"""A plan author's own run of pytest: the fixtures are there, and a run without them does not wait for them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from support.installing import Install
from support.trial_plugin import PLUGIN


def pytest_run(folder: Path, text: str) -> str:
    """Run pytest on one file in a process of its own, warnings being errors, and return what it prints."""
    folder.mkdir()
    (folder / "test_own.py").write_text(text, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nfilterwarnings = error\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    environment.pop("PYTEST_ADDOPTS", None)
    command = [sys.executable, "-m", "pytest", "-p", "no:randomly", "--color=no", "test_own.py"]
    ended = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, encoding="utf-8")
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "warning" not in ended.stdout
    return ended.stdout


def test_the_fixtures_are_there_without_being_asked_for(install: Install, tmp_path: Path) -> None:
    """Where the framework is installed, an author's file imports nothing to use them, and may set its own day and place."""
    install("trial", PLUGIN)
    said = pytest_run(
        tmp_path / "own",
        """
from datetime import date

import pytest


@pytest.fixture
def today():
    return date(2027, 2, 1)


def test_of_an_author(workspace):
    workspace.follow("trial/generic")
    workspace.record("trial/generic/1a", "2026", numerator=69, denominator=100)
    assert workspace.status("trial/generic/1a") == "not_met"
""",
    )

    assert "1 passed" in said


def test_a_run_without_the_fixtures_does_not_wait_for_them(tmp_path: Path) -> None:
    """A run of pytest that does not use them imports neither the database nor a plan nor the rules of the contract."""
    said = pytest_run(
        tmp_path / "own",
        """
import sys


def test_of_somebody_else():
    heavy = {"sqlalchemy", "alembic", "tabulate", "planmonitor_child_labour", "planmonitor.contract.examination", "planmonitor.testing.workspace"}
    assert "planmonitor.testing.fixtures" in sys.modules
    assert heavy & set(sys.modules) == set()
""",
    )

    assert "1 passed" in said
