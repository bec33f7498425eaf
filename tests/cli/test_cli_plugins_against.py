"""`monitor plugins check --against`: what changed since the wheel of an earlier release, and which version that asks for."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from planmonitor.contract.packing import pack
from planmonitor.contract.releases import Difference, lowest_version
from support.environments import ONCE
from support.plan_folders import new_plan_folder

pytestmark = ONCE

NAME = "road_test"
PACKAGE = Path(f"planmonitor_{NAME}")
PLAN, PROGRAMME = PACKAGE / "plans" / "sample-2026.toml", PACKAGE / "plans" / "programme.toml"
ID = "road-test/sample-2026"


class Releases:
    """A plan folder, and the wheel of what it was first."""

    def __init__(self, monitor: Any, folder: Path, version: str) -> None:
        self._monitor = monitor
        self.folder = new_plan_folder(folder, NAME)
        self.edit("pyproject.toml", 'version = "0.1.0"', f'version = "{version}"')
        self.wheel = pack(self.folder, folder)

    def edit(self, file: str | Path, old: str, new: str) -> None:
        """Replace some words of a file wherever they stand."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new), encoding="utf-8")

    def check(self, code: int, *options: str, wheel: Path | None = None, lang: str = "en") -> Any:
        """Hold the folder against the wheel of its earlier release, or another."""
        return self._monitor("plugins", "check", str(self.folder), "--against", str(wheel or self.wheel), *options, code=code, lang=lang)

    def since(self, code: int = 1) -> dict[str, Any]:
        """Return what changed, as JSON."""
        [item] = self.check(code, "--format", "json").json
        since: dict[str, Any] = item["since"]
        assert [breach["rule"] for breach in item["breaches"]] == ["release"] * code
        return since


@pytest.fixture
def releases(monitor: Any, tmp_path: Path) -> Iterator[Releases]:
    """Return a plan folder whose earlier release is 1.2.3; what is imported of it is forgotten afterwards."""
    yield Releases(monitor, tmp_path, "1.2.3")
    for name in [name for name in sys.modules if name.startswith(PACKAGE.name)]:
        del sys.modules[name]
    importlib.invalidate_caches()


def test_nothing_changed_asks_for_nothing(releases: Releases) -> None:
    """The same once more passes under the same version."""
    assert releases.since(code=0) == {"version": "1.2.3", "lowest": "1.2.3", "changes": []}
    assert "since 1.2.3 nothing changed" in releases.check(0).out


def test_a_corrected_word_asks_for_the_last_number(releases: Releases) -> None:
    """A word of a file is another release; under the old version it is a breach with its cure, under the next it passes."""
    releases.edit(PLAN, 'title_en = "Sample plan', 'title_en = "A sample plan')

    since = releases.since()
    assert (since["lowest"], [change["id"] for change in since["changes"]]) == ("1.2.4", [PLAN.as_posix()])
    assert 'Set version = "1.2.4"' in releases.check(1).words
    releases.edit("pyproject.toml", "1.2.3", "1.2.4")
    assert "passes" in releases.check(0).out


def test_a_plan_more_asks_for_the_number_in_the_middle(releases: Releases) -> None:
    """What is new breaks nobody's figures; of a new plan that alone is told."""
    text = (releases.folder / PLAN).read_text(encoding="utf-8")
    (releases.folder / PLAN.parent / "sample-2027.toml").write_text(text, encoding="utf-8")

    since = releases.since()

    assert since["lowest"] == "1.3.0"
    assert [(change["kind"], change["id"]) for change in since["changes"]] == [("plan", "road-test/sample-2027")]


@pytest.mark.parametrize(
    ("file", "old", "new", "kind", "name"),
    [
        (PLAN, 'id = "phong-chuyen-mon"', 'id = "phong-khac"', "unit", f"{ID}/phong-chuyen-mon"),
        (PROGRAMME, 'counts = "people"', 'counts = "facilities"', "definition", "road-test/children-instructed"),
        (PACKAGE / "checks.py", "road-test/cases-left-blank", "road-test/cases-blank", "check", "road-test/cases-left-blank"),
    ],
)
def test_what_goes_or_counts_otherwise_asks_for_the_first_number(releases: Releases, file: Path, old: str, new: str, kind: str, name: str) -> None:
    """An id that is gone, or a key that counts something else: figures and settings of places hang on it."""
    if kind == "unit":
        releases.edit(file, '"phong-chuyen-mon"', '"phong-khac"')
    else:
        releases.edit(file, old, new)

    since = releases.since()

    assert since["lowest"] == "2.0.0"
    assert (kind, name) in {(change["kind"], change["id"]) for change in since["changes"]}


def test_what_a_key_counted_and_counts_is_told(releases: Releases) -> None:
    """The sentence has the field, what it was and what it is."""
    releases.edit(PROGRAMME, 'counts = "people"', 'counts = "facilities"')

    assert "road-test/children-instructed: 'counts' was people, is facilities" in releases.check(1).words


def test_a_measure_that_counts_by_another_key_is_told(releases: Releases) -> None:
    """The measure stays and its figures do not: they stand under the old key."""
    releases.edit(PROGRAMME, "road-test/children-instructed", "road-test/children-taught")
    releases.edit(PLAN, "road-test/children-instructed", "road-test/children-taught")
    releases.edit(PACKAGE / "checks.py", "road-test/children-instructed", "road-test/children-taught")

    changed = {(change["kind"], change["id"], change["after"]) for change in releases.since()["changes"]}

    assert ("measure", f"{ID}/1", "road-test/children-taught") in changed
    assert ("definition", "road-test/children-instructed", None) in changed


def test_what_is_installed_is_not_mistaken_for_the_earlier_release(monitor: Any, tmp_path: Path) -> None:
    """A bundled plugin against a wheel of its own folder of another day: each is read from where it lies."""
    shutil.copytree(Path(__file__).parents[2] / "plugins" / "drowning", tmp_path / "drowning")
    plan = tmp_path / "drowning" / "planmonitor_drowning" / "plans" / "commune-2021-2030.toml"
    plan.rename(plan.with_name("of-old.toml"))

    [item] = monitor("plugins", "check", "drowning", "--against", str(pack(tmp_path / "drowning", tmp_path)), "--format", "json", code=1).json

    changed = {(change["id"], change["before"], change["after"]) for change in item["since"]["changes"]}
    assert {("drowning/of-old", "", None), ("drowning/commune-2021-2030", None, "")} <= changed


def test_a_wheel_of_another_plugin_is_refused(releases: Releases) -> None:
    """Two plugins have nothing to be compared; the sentence says what the wheel holds."""
    answer = releases._monitor("plugins", "check", "drowning", "--against", str(releases.wheel), code=3)

    assert NAME in answer.err


def test_an_earlier_release_that_cannot_be_read_is_named(releases: Releases) -> None:
    """Its own fault is told, with its version; nothing is compared."""
    releases.edit(PACKAGE / "__init__.py", "api = 1", "api = 0")
    wheel = pack(releases.folder, releases.folder)
    releases.edit(PACKAGE / "__init__.py", "api = 0", "api = 1")

    answer = releases.check(3, wheel=wheel)

    assert "Release 1.2.3" in answer.err
    assert "version 0 of the plugin interface" in answer.err
    assert "phiên bản giao diện 0" in releases.check(3, lang="vi", wheel=wheel).err


@pytest.mark.parametrize(
    ("earlier", "change", "lowest"),
    [
        ("1.2.3", Difference("file", "x.toml", "content", "a", "b"), "1.2.4"),
        ("1.2.3", Difference("check", "x/y", after=""), "1.3.0"),
        ("1.2.3", Difference("check", "x/y", before=""), "2.0.0"),
        ("1.2", Difference("check", "x/y", before=""), "2.0.0"),
        ("0.1.0", Difference("file", "x.toml", "content", "a", "b"), "0.1.1"),
        ("0.1.0", Difference("check", "x/y", after=""), "0.1.1"),
        ("0.1.0", Difference("check", "x/y", before=""), "0.2.0"),
    ],
)
def test_the_lowest_version_follows_from_what_changed(earlier: str, change: Difference, lowest: str) -> None:
    """Corrected, more or broken; before 1.0.0 the number in the middle stands for the first."""
    assert lowest_version(earlier, [change]) == lowest


def test_a_changed_bar_asks_for_the_number_in_the_middle(releases: Releases) -> None:
    """Verdicts change with a bar, and no figure is lost."""
    releases.edit(PLAN, "Từ 80% trở lên", "Trên 80%")

    since = releases.since()

    assert since["lowest"] == "1.3.0"
    assert [(item["id"], item["before"], item["after"]) for item in since["changes"]] == [
        (f"{ID}/1", ">= 80 (2026-12-31)", "> 80 (2026-12-31)"),
    ]


def test_a_question_that_the_plan_answers_now_is_not_gone(releases: Releases) -> None:
    """The number of the document is asked for while it is not written."""
    releases.edit(PLAN, "[document]\n", '[document]\nnumber = "1/KH-UBND"\n')

    assert [item["kind"] for item in releases.since()["changes"]] == ["file"]
