"""Property tests keep no deadline: the one profile in conftest.py at the root decides, for the plugins' tests too."""

from __future__ import annotations

import ast
from pathlib import Path

from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]


def deadlines(path: Path) -> list[str]:
    """Return where a test file hands hypothesis a deadline other than None."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    given = [node.value for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == "deadline"]
    return [f"{path.relative_to(ROOT).as_posix()}:{value.lineno}" for value in given if not (isinstance(value, ast.Constant) and value.value is None)]


def test_a_property_test_that_sets_nothing_runs_against_no_clock() -> None:
    """It is neither failed for one slow example nor refused because examples are made slowly, as happens on a busy machine."""
    assert settings().deadline is None
    assert HealthCheck.too_slow in settings().suppress_health_check


def test_no_property_test_sets_a_deadline_of_its_own() -> None:
    """What the profile settles for every test, no test of the framework or of a plugin takes back."""
    files = [*ROOT.glob("tests/**/*.py"), *ROOT.glob("plugins/*/tests/**/*.py")]
    assert files
    assert [place for path in sorted(files) for place in deadlines(path)] == []
