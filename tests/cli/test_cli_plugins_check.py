"""`monitor plugins check`: the contract without pytest, for installed plugins and for plan folders that are not."""

from __future__ import annotations

import csv
import importlib
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.environments import ONCE
from support.installing import offer

pytestmark = ONCE

ROOT = Path(__file__).resolve().parents[2]
SOUND = """
from planmonitor import Definition, Document, Indicator, Measure, Objective, Plan, Target, Text, hookimpl
from datetime import date

api = 1
DOCUMENT = Document(title=Text("Kế hoạch thử", "A plan for a test"), issuer="UBND xã Thử")
CASES = Definition(
    key="trial/cases", label=Text("Số vụ", "Cases"), kind="count", counts="cases", over_time="count", noun=Text("vụ", "cases")
)


@hookimpl
def planmonitor_plans():
    target = Target("==", 0, "không để xảy ra", kind="zero_incident")
    measure = Measure("1", Text("Số vụ", "Cases"), CASES, target, DOCUMENT.at("mục I", "Phấn đấu không để xảy ra vụ việc nào."))
    yield Plan(
        id="trial/plan", title=Text("Kế hoạch thử", "A plan for a test"), document=DOCUMENT, programme=None, place=None,
        start=date(2026, 1, 1), end=date(2026, 12, 31), objectives=(Objective("1", "Mục tiêu"),),
        indicators=(Indicator("1", "1", "Không để xảy ra vụ việc nào.", (measure,)),),
    )
"""
COMPARATOR = ('Target("==", 0, "không để xảy ra", kind="zero_incident")', 'Target("<", 1, "không để xảy ra")')
ENGLISH = ('"1", Text("Số vụ", "Cases")', '"1", Text("Số vụ", "Số vụ")')


BUNDLED = sorted(path.name for path in (Path(__file__).resolve().parents[2] / "plugins").iterdir() if path.name.isidentifier())
"""The plugins that come with the framework."""


class Shop:
    """A folder on the import path with installed plugins, and a folder beside it with plan folders."""

    def __init__(self, folder: Path) -> None:
        self.site = folder / "site-packages"
        self.folders = folder / "folders"
        self.site.mkdir()
        self.folders.mkdir()

    def install(self, name: str, *edits: tuple[str, str], body: str = SOUND) -> None:
        """Install the sound plugin under a name, with some words of it replaced."""
        (self.site / f"shop_{name}.py").write_text(edited(body.replace("trial", name), edits), encoding="utf-8")
        offer(self.site, name, f"shop_{name}", f"shop-{name}")

    def folder(self, name: str, *edits: tuple[str, str], source: str = ".") -> Path:
        """Write a plan folder for the sound plugin, with some words of it replaced; nothing of it is installed."""
        folder = self.folders / f"folder-{name}"
        package = folder / source / f"shop_{name}"
        package.mkdir(parents=True)
        (package / "__init__.py").write_text(edited(SOUND.replace("trial", name), edits), encoding="utf-8")
        (folder / "pyproject.toml").write_text(
            f'[project]\nname = "folder-{name}"\nversion = "3.4"\n[project.entry-points.planmonitor]\n{name} = "shop_{name}"\n', encoding="utf-8"
        )
        return folder


def edited(body: str, edits: tuple[tuple[str, str], ...]) -> str:
    """Return a text with some words replaced, each of which must be there."""
    for old, new in edits:
        assert old in body, old
        body = body.replace(old, new)
    return body


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    """Return a shop; what is imported of it is forgotten afterwards, and nothing stays on the import path."""
    shop = Shop(tmp_path)
    monkeypatch.syspath_prepend(shop.site)
    yield shop
    for name in [name for name in sys.modules if name.startswith("shop_")]:
        del sys.modules[name]
    importlib.invalidate_caches()


# Installed plugins


def test_without_a_name_every_installed_plugin_is_checked(monitor: Any, shop: Shop) -> None:
    """One line for each installed plugin that passes, outside any workspace; all passing ends with 0."""
    shop.install("north")
    shop.install("south")

    rows = [line.split() for line in monitor("plugins", "check").out.splitlines()[2:]]

    assert rows == [[name, "passes"] for name in sorted([*BUNDLED, "north", "south"])]


def test_a_plugin_that_breaks_a_rule_is_told_where_and_what_to_do(monitor: Any, shop: Shop) -> None:
    """A breach names plan, field, what is wrong and the cure; the others still pass; the exit code is 1."""
    shop.install("north", COMPARATOR)
    shop.install("south")

    answer = monitor("plugins", "check", code=1)

    told = "north/plan: indicators 1, targets: the words 'không để xảy ra' want '==', the target has '<'. Cure: Read the clause again"
    assert told in " ".join(word for word in answer.words.split() if word != "north")
    assert ["south", "passes"] in [line.split() for line in answer.out.splitlines()]
    assert max(len(line) for line in answer.out.splitlines()) <= 100


def test_one_plugin_is_checked_by_its_name(monitor: Any, shop: Shop) -> None:
    """With a name only that plugin is imported and checked."""
    shop.install("north", COMPARATOR)
    shop.install("south")

    assert monitor("plugins", "check", "south").out.splitlines()[2:] == ["south   passes"]
    assert "shop_north" not in sys.modules


def test_a_plugin_that_does_not_load_fails_and_the_others_are_checked(monitor: Any, shop: Shop) -> None:
    """A plugin that raises at import is one breach of its own."""
    shop.install("north", body="raise RuntimeError('out of order')\n")
    shop.install("south")

    found = {item["plugin"]: item for item in monitor("plugins", "check", "--format", "json", code=1).json}

    [breach] = found["north"]["breaches"]
    assert (breach["rule"], breach["plan"], breach["field"]) == ("loads", "north", "import")
    assert "out of order" in breach["message"]
    assert found["south"]["passed"]


def test_plugins_checked_together_must_share_their_definitions(monitor: Any, shop: Shop) -> None:
    """Two plugins that count differently under one key both fail when all are checked, and neither fails alone."""
    shop.install("north", ("north/cases", "shared/cases"))
    shop.install("south", ("south/cases", "shared/cases"), ('counts="cases"', 'counts="events"'))

    found = monitor("plugins", "check", "--format", "json", code=1).json

    assert [item["plugin"] for item in found if not item["passed"]] == ["north", "south"]
    assert {breach["rule"] for item in found for breach in item["breaches"]} == {"definitions"}
    assert monitor("plugins", "check", "north", "--format", "json").json[0]["passed"]


def test_json_says_all_there_is(monitor: Any, shop: Shop) -> None:
    """The machine form has plugin, distribution, version, whether it passed, and each breach in its parts."""
    shop.install("north", COMPARATOR)

    [found] = monitor("plugins", "check", "north", "--format", "json", code=1).json

    assert {key: found[key] for key in ("plugin", "distribution", "version", "passed")} == {
        "plugin": "north",
        "distribution": "shop-north",
        "version": "1.2",
        "passed": False,
    }
    assert list(found["breaches"][0]) == ["rule", "plan", "field", "message", "cure", "file", "line"]
    assert (found["breaches"][0]["rule"], found["breaches"][0]["plan"]) == ("comparators", "north/plan")


def test_csv_has_one_row_for_each_breach(monitor: Any, shop: Shop) -> None:
    """Breaches come as rows with a column for each part; a plugin that passes has one row."""
    shop.install("north", ENGLISH)
    shop.install("south")

    rows = list(csv.reader(io.StringIO(monitor("plugins", "check", "--format", "csv", code=1).out)))

    assert rows[0] == ["plugin", "distribution", "version", "passed", "rule", "plan", "field", "message", "cure", "file", "line"]
    assert [[row[0], *row[3:7]] for row in rows[1:]] == [
        *([name, "yes", "", "", ""] for name in BUNDLED),
        ["north", "no", "languages", "north/plan", "indicators 1, measures 1, label"],
        ["south", "yes", "", "", ""],
    ]


def test_markdown_is_a_table_too(monitor: Any, shop: Shop) -> None:
    """The Markdown form has a column for each part, and says in words that nothing is wrong."""
    shop.install("north")

    assert monitor("plugins", "check", "north", "--format", "markdown").out.splitlines()[2] == "| north |  |  |  | passes |  |"


# Plan folders


def test_a_plan_folder_is_checked_without_being_installed(monitor: Any, shop: Shop) -> None:
    """A folder passes or fails by what lies in it; name and version are those its pyproject.toml has."""
    sound, broken = shop.folder("east"), shop.folder("west", COMPARATOR)

    [found] = monitor("plugins", "check", str(broken), "--format", "json", code=1).json

    assert (found["plugin"], found["distribution"], found["version"]) == ("west", "folder-west", "3.4")
    assert [(breach["rule"], breach["plan"]) for breach in found["breaches"]] == [("comparators", "west/plan")]
    assert monitor("plugins", "check", str(sound)).out.splitlines()[2].split() == ["east", "passes"]
    assert [entry for entry in sys.path if str(shop.folders) in entry] == []


def test_a_plan_folder_may_keep_its_package_under_src(monitor: Any, shop: Shop) -> None:
    """A package under `src` is found there, and so it is in the process that watches its import."""
    folder = shop.folder("east", ("from datetime import date\n", "from datetime import date; date.today()\n"), source="src")

    [found] = monitor("plugins", "check", str(folder), "--format", "json", code=1).json

    assert [(breach["rule"], breach["field"]) for breach in found["breaches"]] == [("quiet-import", "shop_east/__init__.py:3")]


def test_a_pyproject_file_stands_for_its_folder(monitor: Any, shop: Shop) -> None:
    """Naming the pyproject.toml of a plan folder is naming the folder."""
    assert monitor("plugins", "check", str(shop.folder("east") / "pyproject.toml")).out.splitlines()[2].split() == ["east", "passes"]


def test_the_folders_own_copy_is_checked_whatever_is_installed(monitor: Any, shop: Shop) -> None:
    """A folder whose module is installed elsewhere too is judged by its own files; its name alone means the installed one."""
    shop.install("east")
    folder = shop.folder("east", COMPARATOR)

    assert monitor("plugins", "check", str(folder), "--format", "json", code=1).json[0]["breaches"][0]["rule"] == "comparators"
    del sys.modules["shop_east"]
    assert monitor("plugins", "check", "east").out.splitlines()[2].split() == ["east", "passes"]


def test_a_folder_that_does_not_hold_what_it_registers_is_told_so(monitor: Any, shop: Shop) -> None:
    """Where the module comes from elsewhere after all, that copy is not checked in place of the folder's."""
    shop.install("east")
    folder = shop.folder("east")
    shutil.rmtree(folder / "shop_east")

    [found] = monitor("plugins", "check", str(folder), "--format", "json", code=1).json

    [breach] = found["breaches"]
    assert (breach["rule"], breach["plan"], breach["field"]) == ("loads", "east", "entry point")
    assert str(shop.site / "shop_east.py") in breach["message"]


def test_a_folder_whose_module_is_nowhere_fails(monitor: Any, shop: Shop) -> None:
    """An entry point to a module that does not exist is a plugin that does not load."""
    folder = shop.folder("east")
    shutil.rmtree(folder / "shop_east")

    answer = monitor("plugins", "check", str(folder), code=1)

    assert "ModuleNotFoundError" in answer.out


def test_the_bundled_plan_folder_passes_in_a_new_process(shop: Shop) -> None:
    """The very command, called in the folder of the bundled plans, checks the folder beneath it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MONITOR_")} | {"PYTHONUTF8": "1"}
    command = [sys.executable, "-c", "from planmonitor_cli.main import main; main()", "--lang", "en", "plugins", "check", "./child_labour"]
    ended = subprocess.run(command, cwd=ROOT / "plugins", env=environment, capture_output=True, check=False, encoding="utf-8")

    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines()[2].split() == ["child_labour", "passes"]


# What cannot be checked


def test_an_unknown_name_is_wrong_use_with_its_near_miss(monitor: Any) -> None:
    """A name that is neither installed nor a path ends with 2 and names the plugin meant."""
    assert "There is no plugin 'child_labor'. Did you mean: child_labour" in monitor("plugins", "check", "child_labor", code=2).err


def test_a_path_that_is_no_folder_is_wrong_use(monitor: Any, tmp_path: Path) -> None:
    """A path to nothing, or to a file, ends with 2 and says what is wanted."""
    (tmp_path / "plan.py").write_text("", encoding="utf-8")

    for path in (tmp_path / "nowhere", tmp_path / "plan.py", tmp_path / "nowhere" / "pyproject.toml"):
        assert "There is no plan folder" in monitor("plugins", "check", str(path), code=2).err


def test_a_plan_in_a_file_has_its_own_command(monitor: Any, tmp_path: Path) -> None:
    """A local plan's TOML file is not checked here; the command that does is named."""
    answer = monitor("plugins", "check", str(tmp_path / "ke-hoach.toml"), code=2)

    assert f"monitor plans check {tmp_path / 'ke-hoach.toml'}" in answer.err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "There is no pyproject.toml in"),
        (b"[project\n", "line 1"),
        ("[project]\nname = 'hồ sơ'\n".encode("utf-16"), "cannot be read"),
        (b"[project]\nname = 'x'\n", "registers no plugin"),
        (b"[project]\nentry-points = 3\n", "registers no plugin"),
        (b"[project.entry-points.other]\nx = 'y'\n", "registers no plugin"),
        (b"[project.entry-points.planmonitor]\nx = 3\n", "registers no plugin"),
    ],
)
def test_a_folder_that_registers_nothing_is_bad_data(monitor: Any, tmp_path: Path, content: bytes | None, said: str) -> None:
    """A folder without a pyproject.toml, with a broken one or one that registers no plugin ends with 3, in one or two lines."""
    folder = tmp_path / "folder"
    folder.mkdir()
    if content is not None:
        (folder / "pyproject.toml").write_bytes(content)

    answer = monitor("plugins", "check", str(folder), code=3)

    assert said in answer.err
    assert answer.out == ""
    assert len(answer.err.splitlines()) <= 2


def test_it_speaks_vietnamese(monitor: Any, shop: Shop) -> None:
    """An author who works in Vietnamese reads breach and cure in Vietnamese."""
    shop.install("north", COMPARATOR)

    answer = monitor("plugins", "check", "north", code=1, lang="vi")

    assert "đòi hỏi '==', còn chỉ tiêu đang ghi '<'. Cách sửa: Hãy đọc lại nguyên văn" in answer.words
