"""Plugins whose plans are files: a broken file is told with its line, and takes nothing else down; what nobody follows is not opened."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from decimal import Decimal
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
from planmonitor import BadData, InvalidPlan
from planmonitor.contract.examination import examine
from planmonitor.planfile.reading import read_plan
from planmonitor.planfile.toml import TomlFile
from planmonitor.registry.catalogue import Catalogue, Loaded
from planmonitor.registry.installed import Installed
from planmonitor.registry.loading import load
from support.good_plan import GOOD
from support.installing import offer

EXAMPLE = Path(__file__).parents[2] / "examples" / "van_son"

CODE = """
from planmonitor import plans_in

api = 1
planmonitor_programmes, planmonitor_plans = plans_in(__name__)
"""
PROGRAMME = """title = "Chương trình thử"
title_en = "A programme for a test"

[document]
issuer = "UBND tỉnh Thử"

[[definitions]]
key = "NAME/cases"
label = "Số vụ"
label_en = "Cases"
kind = "count"
counts = "cases"
over_time = "count"
noun = "vụ"
noun_en = "cases"
"""
PLAN = """title = "Kế hoạch thử"
title_en = "A plan for a test"
programme = "NAME"
start = 2026-01-01
end = 2026-12-31

[document]
issuer = "UBND xã Thử"

[[objectives]]
code = "1"
text = "Mục tiêu thử"

[[indicators]]
code = "1"
objective = "1"
text = "Không để xảy ra vụ việc nào."
section = "mục I"

[[indicators.measures]]
code = "1"
label = "Số vụ"
label_en = "Cases"
definition = "NAME/cases"
comparator = "=="
value = 0
wording = "Không để xảy ra"
kind = "zero_incident"
"""
TORN = PLAN.replace("wording", "words")
TORN_LINE = PLAN.splitlines().index('wording = "Không để xảy ra"') + 1


class Site:
    """A folder on the import path in which plugins with plan files are installed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(self, name: str, code: str = CODE, **files: str) -> Path:
        """Install a plugin with some plan files, named without their ending, and return their folder."""
        plans = self.folder / f"filed_{name}" / "plans"
        plans.mkdir(parents=True)
        (plans.parent / "__init__.py").write_text(code, encoding="utf-8")
        for file, text in files.items():
            (plans / f"{file}.toml").write_text(text.replace("NAME", name), encoding="utf-8")
        offer(self.folder, name, f"filed_{name}", f"filed-{name}")
        return plans


@pytest.fixture
def site(packages: Path) -> Site:
    """Return the folder of installed packages, to install plugins in."""
    return Site(packages)


def problems(answer: Any) -> list[tuple[str, str]]:
    """Return of which plan or plugin a problem is told, and where it arose."""
    return [(item["plugin"], item["stage"]) for item in answer.json["problems"]]


def judged(answer: Any) -> dict[str, str]:
    """Return the status of every measure by its id."""
    return {measure["id"]: measure["status"] for plan in answer.json["plans"] for measure in plan["measures"]}


@pytest.fixture
def torn(monitor: Any, site: Site) -> Any:
    """Return a runner that follows two plans of one plugin, of which the file of one broke afterwards."""
    plans = site.install("apart", programme=PROGRAMME, sound=PLAN, torn=PLAN)
    monitor.follow("apart/sound", "apart/torn")
    (plans / "torn.toml").write_text(TORN.replace("NAME", "apart"), encoding="utf-8")
    return monitor


def test_a_broken_plan_file_is_told_and_the_other_plan_is_judged(torn: Any) -> None:
    """The sound plan of the plugin is followed and judged; the broken one is a problem with its line and its cure, and exit code 1."""
    answer = torn("status", "--format", "json", code=1)

    assert judged(answer) == {"apart/sound/1": "no_data"}
    assert problems(answer) == [("apart/torn", "read")]
    [problem] = answer.json["problems"]
    assert f"torn.toml, line {TORN_LINE}" in problem["message"]
    assert "there is no key 'words'" in problem["message"]
    assert "wording" in problem["message"]
    assert f"Plan apart/torn: {problem['message']}" in torn("status", code=1).words


def test_a_broken_plan_file_does_not_stand_in_the_way_of_recording(torn: Any) -> None:
    """A figure of the sound plan is taken down and judged as if the other plan were not there."""
    torn("record", "apart/sound/1", "--period", "2026", "--value", "0", code=1)

    assert judged(torn("status", "--format", "json", code=1))["apart/sound/1"] in {"met", "on_track"}


def test_the_contract_names_file_line_and_cure(torn: Any) -> None:
    """`plugins check` has a row for the broken file and none for the sound one."""
    [breach] = examine("apart")

    assert (breach.rule, breach.plan, breach.field) == ("loads", "apart/torn", f"plans/torn.toml:{TORN_LINE}")
    assert "there is no key 'words'" in str(breach.message)
    assert "wording" in str(breach.cure)
    assert f"plans/torn.toml:{TORN_LINE}" in torn("plugins", "check", "apart", code=1).out


@pytest.mark.parametrize(
    ("broken", "line"),
    [(PROGRAMME.replace("over_time", "over"), 13), (PROGRAMME + "\nkey = \n", 17), ("title = \n", 1)],
    ids=["a key that is not there", "no TOML", "nothing but a line"],
)
def test_a_broken_programme_is_told_once_and_its_plans_stay(monitor: Any, site: Site, broken: str, line: int) -> None:
    """What the plans count cannot be read: they are there, nothing of them is judged, and the file is told with its line."""
    plans = site.install("apart", programme=PROGRAMME, first=PLAN, second=PLAN)
    monitor.follow("apart/first", "apart/second")
    (plans / "programme.toml").write_text(broken.replace("NAME", "apart"), encoding="utf-8")

    answer = monitor("status", "--format", "json", code=1)

    assert problems(answer) == [("apart", "read")]
    assert f"programme.toml, line {line}" in answer.json["problems"][0]["message"]
    assert set(judged(answer)) == {"apart/first/1", "apart/second/1"}
    assert {"met", "not_met"} & set(judged(answer).values()) == set()
    assert ("loads", "apart", f"plans/programme.toml:{line}") in [(item.rule, item.plan, item.field) for item in examine("apart")]


def test_without_its_programme_a_plan_says_which_definition_is_missing(monitor: Any, site: Site) -> None:
    """A programme that was not shipped leaves nothing to count by: each plan tells the key and the line."""
    plans = site.install("apart", programme=PROGRAMME, sound=PLAN)
    monitor.follow("apart/sound")
    (plans / "programme.toml").unlink()

    answer = monitor("status", "--format", "json", code=1)

    assert problems(answer)[0] == ("apart/sound", "read")
    assert "there is no 'apart/cases'" in answer.json["problems"][0]["message"]
    assert [breach.rule for breach in examine("apart")] == ["loads"]


@pytest.mark.parametrize("name", ["Kế hoạch 2026", "Plan", "van_son", "van--son", "-x"])
def test_a_file_whose_name_is_no_plans_name_is_told(site: Site, name: str) -> None:
    """The file's name is the plan's: what cannot be one is told with an example, and the plan beside it is read."""
    site.install("apart", programme=PROGRAMME, sound=PLAN, **{name: PLAN})
    catalogue = load(["apart"])

    assert list(catalogue.plans) == ["apart/sound"]
    [problem] = catalogue.problems
    assert (problem.plugin, problem.stage) == (f"apart/{name}", "read")
    assert "cannot be the name of a plan" in str(problem.message)
    assert "van-son-2026.toml" in str(problem.message)
    assert [(breach.rule, breach.field) for breach in examine("apart")] == [("loads", f"plans/{name}.toml")]


def test_a_plan_file_that_is_not_there_is_told(site: Site) -> None:
    """A plugin that names a file of its own making which does not exist: that plan is told, the others are read."""
    code = """
from pathlib import Path
from planmonitor import PlanFile, hookimpl

api = 1
HERE = Path(__file__).parent / "plans"


@hookimpl
def planmonitor_plans():
    return (PlanFile(HERE / "nowhere.toml"), PlanFile(HERE / "sound.toml"))
"""
    site.install("apart", code, definitions=PROGRAMME.partition("\n\n")[2].partition("\n\n")[2], sound=PLAN.replace('programme = "NAME"\n', ""))
    catalogue = load(["apart"])

    assert list(catalogue.plans) == ["apart/sound"]
    assert [(problem.plugin, problem.stage) for problem in catalogue.problems] == [("apart/nowhere", "read")]
    assert "nowhere.toml" in str(catalogue.problems[0].message)


def test_two_plugins_with_files_count_by_each_others_definitions(site: Site) -> None:
    """A key leads to the plugin it begins with, enabled or not; equal keys are one definition."""
    site.install("apart", programme=PROGRAMME, sound=PLAN)
    site.install("beside", programme=PROGRAMME, sound=PLAN.replace("NAME/cases", "apart/cases"))

    both, alone = load(["apart", "beside"]), load(["beside"])

    assert both.plans["apart/sound"].measures[0].definition == both.plans["beside/sound"].measures[0].definition
    assert alone.plans["beside/sound"].measures[0].definition.key == "apart/cases"
    assert not alone.plans["beside/sound"].measures[0].definition.unread
    assert both.problems == alone.problems == ()
    assert [examine(loaded, both.loaded) for loaded in both.loaded] == [(), ()]


def test_two_files_that_name_each_other_come_to_an_end(site: Site) -> None:
    """Each adopts its measure from the other: both are told once, each under its own plan with its line, and the third is read."""
    circle = {name: PLAN.replace('definition = "NAME/cases"', f'adopts = "NAME/{other}/1"') for name, other in (("one", "two"), ("two", "one"))}
    site.install("apart", programme=PROGRAMME, sound=PLAN, **circle)
    catalogue = load(["apart"])

    assert list(catalogue.plans) == ["apart/sound"]
    assert sorted((problem.plugin, problem.stage) for problem in catalogue.problems) == [("apart/one", "read"), ("apart/two", "read")]
    line = PLAN.splitlines().index('definition = "NAME/cases"') + 1
    assert all(f"{problem.plugin.split('/')[1]}.toml, line {line}" in str(problem.message) for problem in catalogue.problems)


WATCHED = """
import json, sys

opened = set()
sys.addaudithook(lambda event, given: opened.add(str(given[0])) if event == "open" and str(given[0]).endswith(".toml") else None)

from planmonitor_cli.main import main

try:
    main()
finally:
    imported = sorted(name for name in sys.modules if name.startswith("planmonitor_") and name.count(".") == 0)
    print(json.dumps({"opened": sorted(opened), "imported": imported}), file=sys.stderr)
"""


def test_only_what_is_followed_is_opened_and_only_what_is_enabled_is_imported(tmp_path: Path) -> None:
    """`status` of the example opens its four plans and what they share, no other plan's file, and imports four plugins."""
    place = tmp_path / "van_son"
    shutil.copytree(EXAMPLE, place, ignore=shutil.ignore_patterns("monitor.db*"))

    def monitor(*arguments: str) -> dict[str, list[str]]:
        command = [sys.executable, "-c", WATCHED, "--workspace", str(place), *arguments]
        ended = subprocess.run(command, capture_output=True, check=False)
        said: dict[str, list[str]] = json.loads(ended.stderr.decode().splitlines()[-1])
        return said

    monitor("db", "upgrade")
    said = monitor("status")

    plans = [Path(name) for name in said["opened"] if Path(name).parent.name == "plans"]
    assert {f"{path.parents[1].name.removeprefix('planmonitor_')}/{path.stem}" for path in plans} <= {
        *("child_labour/programme", "child_labour/van-son-2026-2030"),
        *("child_work_2026/definitions", "child_work_2026/van-son"),
        *("drowning/programme", "drowning/commune-2021-2030"),
        *("child_friendly_commune/programme", "child_friendly_commune/2026-2030"),
    }
    assert "drowning/commune-2021-2030" in {f"{path.parents[1].name.removeprefix('planmonitor_')}/{path.stem}" for path in plans}
    plugins = {"planmonitor_child_friendly_commune", "planmonitor_child_labour", "planmonitor_child_work_2026", "planmonitor_drowning"}
    assert {name for name in said["imported"] if name not in {"planmonitor_cli", "planmonitor_exchange"}} == plugins


def paths_in(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield where everything stands that a file holds."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from paths_in(item, (*path, key))


@pytest.mark.parametrize("value", [5, "x", [], {}, ["a"], [{}]], ids=repr)
def test_whatever_stands_where_it_should_not_is_told(value: object) -> None:
    """A number for a table, a list for a text, nothing at all: the reader names it, and nothing else gets out of it."""
    text = GOOD.replace('comparator = ">="\n', "", 1)
    whole = tomllib.loads(text, parse_float=Decimal)
    for path in paths_in(whole):
        content = deepcopy(whole)
        reduce(lambda found, key: found[key], path[:-1], content)[path[-1]] = value
        file = TomlFile(Path("thu.toml"), text, content)
        with suppress(BadData, InvalidPlan):
            read_plan(file, "local/thu", Catalogue().shelf(Loaded(Installed("local", ())), file))
