"""The contract as the suite of tests that a plan's author inherits."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from planmonitor.contract.examination import RULES
from planmonitor.testing import PlanContract
from support.sound_plugin import Site


@pytest.fixture
def site(packages: Path) -> Site:
    """Return the folder of installed packages, to install plugins in."""
    return Site(packages)


def test_the_suite_has_one_test_for_every_rule() -> None:
    """Each rule is a test of its own in `PlanContract`, named after it, and says what must hold."""
    tests = {name.removeprefix("test_").replace("_", "-"): getattr(PlanContract, name) for name in vars(PlanContract) if name.startswith("test_")}

    assert list(tests) == [rule.name for rule in RULES]
    assert [name for name, test in tests.items() if not test.__doc__] == []


def run_suite(folder: Path, text: str, *, code: int) -> str:
    """Run pytest on a file of suites in a process of its own and return what it prints."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "test_suites.py").write_text(f"from planmonitor.testing import PlanContract\n{text}", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:randomly", "-W", "error", "-rsf", "--color=no", "test_suites.py"]
    ended = subprocess.run(command, cwd=folder, capture_output=True, check=False, encoding="utf-8", env=environment(folder))
    assert ended.returncode == code, ended.stdout + ended.stderr
    return ended.stdout


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a run of pytest in which the plugins of the site are installed."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1", "COLUMNS": "200", "PYTEST_ADDOPTS": f"--rootdir={folder}"}


def test_the_one_line_suite_of_a_sound_plugin_passes(site: Site, tmp_path: Path) -> None:
    """Three lines are a whole suite, without a warning; the class they inherit from is no suite of its own."""
    site.install("trial")

    said = run_suite(tmp_path / "suite", 'class TestTrial(PlanContract):\n    plugin = "trial"\n', code=0)

    assert f"{len(RULES)} passed" in said
    assert "warning" not in said


def test_the_suite_of_a_broken_plugin_names_plan_field_and_cure(site: Site, tmp_path: Path) -> None:
    """Each rule broken is one failure that says where and what to do; the others pass."""
    site.install("trial", ('Target(">=", 70', 'Target(">", 70'), ('"theo quy định", ORDERED', '"theo quy định", DOCUMENT.at("mục III", "…")'))

    said = run_suite(tmp_path / "suite", 'class TestTrial(PlanContract):\n    plugin = "trial"\n', code=1)

    assert f"2 failed, {len(RULES) - 2} passed" in said
    assert "FAILED test_suites.py::TestTrial::test_comparators" in said
    assert "trial/plan: indicators 1a, targets: the words '70% trở lên' want '>=', the target has '>'. Cure: Read the clause again" in said
    assert "trial/plan: duties summary, source, clause: the clause is empty. Cure: Quote the sentence" in said


def test_a_suite_for_what_does_not_load_fails_once(site: Site, tmp_path: Path) -> None:
    """Where the plugin does not load, one test fails with the reason; what could not be looked at is skipped, never passed."""
    text = 'class TestAbsent(PlanContract):\n    plugin = "absent"\n'

    said = run_suite(tmp_path / "suite", text, code=1)

    assert f"1 failed, {len(RULES) - 1} skipped" in said
    assert "absent: find: it is enabled but not installed" in said
    assert "see test_loads" in said


def test_a_suite_that_names_no_plugin_says_how(tmp_path: Path) -> None:
    """A suite without `plugin` fails with the line that is missing."""
    said = run_suite(tmp_path / "suite", "class TestNothing(PlanContract):\n    pass\n", code=1)

    assert 'TestNothing does not say which plugin it is for: write  plugin = "NAME"  in the class.' in said


def plan_folder(folder: Path, distribution: str) -> Path:
    """Write the pyproject.toml of a plan folder that registers `trial`, and return where its tests lie."""
    folder.mkdir(exist_ok=True)
    registered = f'[project]\nname = "{distribution}"\nversion = "1.2"\n[project.entry-points.planmonitor]\ntrial = "trial_trial"\n'
    (folder / "pyproject.toml").write_text(registered, encoding="utf-8")
    return folder / "tests"


@pytest.mark.parametrize("mine", ["mine", "."], ids=["beside the environment", "around the environment"])
def test_a_suite_beside_another_copy_does_not_pass_for_it(site: Site, tmp_path: Path, mine: str) -> None:
    """In a folder whose plugin bears a name that something else has installed, the suite says which copy was loaded."""
    site.install("trial", distribution="somebody-elses-plans")
    tests = plan_folder(tmp_path / mine, "my-plans")

    said = run_suite(tests, 'class TestTrial(PlanContract):\n    plugin = "trial"\n', code=1)

    assert f"1 failed, {len(RULES) - 1} skipped" in said
    assert f"another copy, in {site.folder / 'trial_trial'}; the one in {tmp_path / mine} was not looked at" in said
    assert "install the one in" in said


def test_a_suite_beside_the_folder_that_was_installed_passes(site: Site, tmp_path: Path) -> None:
    """A folder's own plugin may be installed for good: the distribution of the same name is the folder's."""
    site.install("trial", distribution="My_Plans")
    tests = plan_folder(tmp_path / "mine", "my-plans")

    said = run_suite(tests, 'class TestTrial(PlanContract):\n    plugin = "trial"\n', code=0)

    assert f"{len(RULES)} passed" in said
