"""`monitor plugins new`: the plan folder it writes, what it says, and where it is refused."""

from __future__ import annotations

import csv
import json
import re
import shutil
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from planmonitor_cli import plugin_folder
from planmonitor_cli.installing import install_line
from support.installing import offer
from support.programs import executed

ROOT = Path(__file__).resolve().parents[2]
CHILD_LABOUR = ROOT / "plugins" / "child_labour"
NAME = "road_test"
PLAN = "road-test/sample-2026"
MAIN = "from planmonitor_cli.main import main; main()"


def toml(path: Path) -> dict[str, Any]:
    """Return a TOML file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def files(folder: Path) -> dict[str, str]:
    """Return the files of a folder with what they hold."""
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """Return an empty folder to write plan folders in."""
    folder = tmp_path / "plans"
    folder.mkdir()
    return folder


@pytest.fixture
def generated(monitor: Any, plans: Path) -> Path:
    """Return a plan folder just written."""
    monitor("plugins", "new", NAME, "--folder", str(plans))
    return plans / NAME


# What is written


def test_the_folder_has_the_shape_of_a_bundled_plan(generated: Path) -> None:
    """README.md, pyproject.toml, the package and its tests stand as in plugins/child_labour; beside them what a release of its own needs."""
    bundled = {path.name.replace("child_labour", NAME) for path in CHILD_LABOUR.iterdir() if path.name[0] not in "._"}
    of_every_plan = {"__init__.py", "checks.py", "plans", "py.typed"}

    assert {path.name for path in generated.iterdir()} == bundled | {"CHANGELOG.md", ".github"}
    assert of_every_plan <= {path.name for path in (CHILD_LABOUR / "planmonitor_child_labour").iterdir()}
    assert {path.name for path in (generated / f"planmonitor_{NAME}").iterdir()} == of_every_plan
    assert {path.name for path in (generated / f"planmonitor_{NAME}" / "plans").iterdir()} == {"programme.toml", "sample-2026.toml"}
    assert {path.name for path in (generated / "tests").iterdir()} == {f"test_{NAME}.py", "golden"}
    assert {path.name for path in (generated / "tests" / "golden").iterdir()} == {"figures.csv", "status.txt"}


def test_its_project_says_what_a_bundled_plans_project_says(generated: Path) -> None:
    """Build system, Python, framework, entry point and package are those of plugins/child_labour under the new name."""
    own = toml(generated / "pyproject.toml")
    bundled = toml(CHILD_LABOUR / "pyproject.toml")

    assert own["project"]["name"] == "planmonitor-road-test"
    assert own["project"]["entry-points"] == {"planmonitor": {NAME: f"planmonitor_{NAME}"}}
    assert own["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == [f"planmonitor_{NAME}"]
    for key in ("build-system", "optional-dependencies", "requires-python", "dependencies", "readme", "classifiers"):
        assert own.get(key, own["project"].get(key)) == bundled.get(key, bundled["project"].get(key)), key
    assert own["tool"]["pytest"] == bundled["tool"]["pytest"]


def test_its_readme_has_the_sections_of_a_bundled_plans(generated: Path) -> None:
    """The README says what document the folder carries, what is open, how the checks read it, and what to try."""

    def headings(path: Path) -> list[str]:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [line.removesuffix("s") for line in lines if line.startswith("## ") and "your own" not in line]

    assert headings(CHILD_LABOUR / "README.md")[:4] == ["## The document", "## What is open", "## The check", "## To try"]
    assert headings(generated / "README.md") == ["## The document", "## What is open", "## The check", "## To try"]


def test_no_trace_of_the_template_is_left(generated: Path) -> None:
    """Neither a name of a file nor a line still holds the template's own name."""
    held = " ".join([*files(generated), *files(generated).values()]).casefold().replace("-", "_")

    assert "plan_template" not in held
    assert "plantemplate" not in held


def test_every_file_marks_what_to_change(generated: Path) -> None:
    """Each file that holds content of the sample marks what its author replaces."""
    unmarked = {name for name, text in files(generated).items() if "CHANGE" not in text}

    assert unmarked == {f"planmonitor_{NAME}/py.typed", "tests/golden/status.txt"}


def test_its_run_at_every_push_checks_and_tests_it_and_knows_no_secret(generated: Path) -> None:
    """The file for the forge installs the folder, runs the contract and the tests, and names every action by a full version."""
    lines = (generated / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8").splitlines()
    runs = [line.partition("run: ")[2] for line in lines if "run: " in line]
    actions = [line.partition("uses: ")[2] for line in lines if "uses: " in line]

    assert runs == ['python -m pip install ".[test]"', f"monitor plugins check {NAME}", "python -m pytest"]
    assert [action for action in actions if not re.fullmatch(r"actions/[a-z-]+@v\d+\.\d+\.\d+", action)] == []
    assert actions
    assert not [line for line in lines if "secrets" in line]
    assert "  contents: read" in lines


def test_its_changelog_has_the_first_version(generated: Path) -> None:
    """The changelog begins with the version that the project has, and names the plan."""
    changelog = (generated / "CHANGELOG.md").read_text(encoding="utf-8")

    assert re.findall(r"^## \[(.*)\]", changelog, re.MULTILINE) == [toml(generated / "pyproject.toml")["project"]["version"]]
    assert f"`{PLAN}`" in changelog


def test_every_invented_figure_says_that_it_is_invented(generated: Path) -> None:
    """What is kept for a test can never pass for what was counted: the note of each row says so, and goes into the journal with it."""
    with (generated / "tests" / "golden" / "figures.csv").open(encoding="utf-8", newline="") as lines:
        notes = [row["NOTE"] for row in csv.DictReader(lines)]

    assert len(notes) == 2
    assert all("giả định" in note for note in notes)


def test_the_sample_pretends_to_no_document(generated: Path) -> None:
    """The sample says in both languages that it is one, and has neither number nor day of issue."""
    plan = toml(generated / f"planmonitor_{NAME}" / "plans" / "sample-2026.toml")

    assert plan["title"] == "Kế hoạch mẫu năm 2026 (hãy thay bằng kế hoạch của bạn)"
    assert plan["title_en"] == "Sample plan for 2026 (replace it by your own)"
    assert plan["document"] == {"issuer": "Cơ quan ban hành kế hoạch (hãy điền)"}


def test_the_sample_is_for_the_year_it_is_written_in(monitor: Any, plans: Path) -> None:
    """In 2031 the plan is one for 2031, in its id, its file, its period and its tests."""
    monitor.today = date(2031, 1, 1)
    answer = monitor("plugins", "new", NAME, "--folder", str(plans))
    written = files(plans / NAME)
    plan = toml(plans / NAME / f"planmonitor_{NAME}" / "plans" / "sample-2031.toml")

    assert (plan["start"], plan["end"]) == (date(2031, 1, 1), date(2031, 12, 31))
    assert "2026" not in " ".join([*written, *written.values(), answer.out])


@pytest.mark.parametrize("name", ["x", "a1", "drowning_2026", "plan_template_2"])
def test_any_proper_name_can_be_given(name: str, monitor: Any, plans: Path) -> None:
    """One letter, digits, a year and the template's own name in it: all become names of a plugin and keys of its ids."""
    monitor("plugins", "new", name, "--folder", str(plans))

    assert toml(plans / name / "pyproject.toml")["project"]["entry-points"]["planmonitor"] == {name: f"planmonitor_{name}"}
    assert toml(plans / name / f"planmonitor_{name}" / "plans" / "sample-2026.toml")["programme"] == name.replace("_", "-")


def test_without_a_folder_named_it_is_written_in_the_current_one(monitor: Any, plans: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The default of --folder is where one stands."""
    monkeypatch.chdir(plans)
    monitor("plugins", "new", NAME)

    assert (plans / NAME / "pyproject.toml").is_file()


def test_an_empty_folder_of_that_name_is_used(monitor: Any, plans: Path) -> None:
    """Somebody who made the folder beforehand gets it filled."""
    (plans / NAME).mkdir()
    monitor("plugins", "new", NAME, "--folder", str(plans))

    assert (plans / NAME / "pyproject.toml").is_file()


def test_what_python_and_editors_leave_behind_is_not_copied(monitor: Any, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiled files of an installed template and caches of tools stay where they are."""
    template = tmp_path / "template"
    shutil.copytree(plugin_folder.TEMPLATE, template)
    for stray in ("planmonitor_plan_template/__pycache__/checks.cpython-311.pyc", ".ruff_cache/0.bin"):
        (template / stray).parent.mkdir(parents=True, exist_ok=True)
        (template / stray).write_bytes(b"\x00\xff")
    monkeypatch.setattr(plugin_folder, "TEMPLATE", template)
    monitor("plugins", "new", NAME, "--folder", str(plans))

    assert [path.name for path in (plans / NAME).rglob("*") if path.name.startswith((".", "__pycache__"))] == [".github"]


# What is said


def test_the_files_and_the_next_commands_are_printed(monitor: Any, plans: Path) -> None:
    """Every file written is listed, and below them how to check, install and see the plan."""
    lines = monitor("plugins", "new", NAME, "--folder", str(plans)).out.splitlines()

    assert {f"  {name}" for name in files(plans / NAME)} <= set(lines)
    assert lines[-4:] == [
        f"  monitor plugins check {plans / NAME}",
        f"  {install_line(plans / NAME)}",
        f"  monitor init road-test-trial --plan {PLAN}",
        "  monitor status --workspace road-test-trial",
    ]


def test_it_speaks_vietnamese(monitor: Any, plans: Path) -> None:
    """What is said of a folder written, and of a name refused, is there in Vietnamese."""
    written = monitor("plugins", "new", NAME, "--folder", str(plans), lang="vi")
    refused = monitor("plugins", "new", "Trồng-Cây", "--folder", str(plans), code=2, lang="vi")

    assert "Đã tạo thư mục kế hoạch" in written.out
    assert "Tiếp theo" in written.out
    assert "không dùng làm tên gói mở rộng được" in refused.err
    assert "monitor plugins new trong_cay" in refused.err


def test_no_plugin_is_imported(plans: Path) -> None:
    """Installed plugins are looked at by name: none of them runs."""
    program = f"""
import sys
from planmonitor_cli.main import run
code = run(["plugins", "new", {NAME!r}, "--folder", {str(plans)!r}])
print(code, "planmonitor_child_labour" in sys.modules, "sqlalchemy" in sys.modules)
"""
    answer = executed([sys.executable, "-c", program], plans)

    assert answer.stdout.splitlines()[-1] == "0 False False"


# What is refused


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Trồng-Cây", "Try: monitor plugins new trong_cay"),
        ("Đuối Nước", "Try: monitor plugins new duoi_nuoc"),
        ("Road", "Try: monitor plugins new road"),
        ("road-safety", "Try: monitor plugins new road_safety"),
        ("road__safety_", "Try: monitor plugins new road_safety"),
        ("_road", "Try: monitor plugins new road"),
        ("2026_plan", "Try: monitor plugins new plan_2026_plan"),
        ("../road", "Try: monitor plugins new road"),
        ("road.safety", "Try: monitor plugins new road_safety"),
        ("đường", "Try: monitor plugins new duong"),
        ("road\n", "Try: monitor plugins new road"),
        ("", "lower-case letters a-z"),
        ("class", "is a word of the Python language"),
        ("local", "is kept for the plans that a place writes itself"),
        ("con", "Windows has no folder called so"),
        ("child_labour", "There is a plugin 'child_labour' already, of distribution planmonitor"),
        ("cli", "Python finds a module 'planmonitor_cli' already"),
    ],
)
def test_a_name_that_cannot_be_is_refused(name: str, said: str, monitor: Any, plans: Path) -> None:
    """The rule or the rival is named, a form that would do is offered, and nothing is written."""
    answer = monitor("plugins", "new", name, "--folder", str(plans), code=2)

    assert said in answer.err
    assert answer.out == ""
    assert list(plans.iterdir()) == []


def test_a_name_whose_ids_another_plugin_uses_is_refused(monitor: Any, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin 'road-test' has the ids that 'road_test' would have: it is named with its distribution."""
    site = tmp_path / "site"
    site.mkdir()
    offer(site, "road-test", "no_such_module", "site-road-test")
    monkeypatch.syspath_prepend(site)
    answer = monitor("plugins", "new", "road_test", "--folder", str(plans), code=2)

    assert "There is a plugin 'road-test' already, of distribution site-road-test" in answer.err
    assert list(plans.iterdir()) == []


def test_a_name_whose_module_exists_is_refused_unimported(monitor: Any, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module of that name anywhere on the import path would hide the plan's or be hidden by it; it is named, not run."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "planmonitor_road_test.py").write_text("raise SystemExit(99)\n", encoding="utf-8")
    monkeypatch.syspath_prepend(site)
    answer = monitor("plugins", "new", "road_test", "--folder", str(plans), code=2)

    assert str(site / "planmonitor_road_test.py") in answer.err
    assert list(plans.iterdir()) == []


@pytest.mark.parametrize("standing", ["a file in it", "a file instead of it"])
def test_what_stands_there_already_is_never_overwritten(standing: str, monitor: Any, plans: Path) -> None:
    """A folder that holds anything, and a file of that name, are left as they are."""
    mine = plans / NAME / "README.md" if standing == "a file in it" else plans / NAME
    mine.parent.mkdir(exist_ok=True)
    mine.write_text("mine", encoding="utf-8")
    answer = monitor("plugins", "new", NAME, "--folder", str(plans), code=2)

    assert f"{plans / NAME} exists already" in answer.err
    assert list(files(plans).values()) == ["mine"]


def test_a_folder_that_is_not_there_is_refused(monitor: Any, plans: Path) -> None:
    """--folder names a folder that exists; none is made on the way."""
    answer = monitor("plugins", "new", NAME, "--folder", str(plans / "nowhere"), code=2)

    assert "nowhere" in answer.err
    assert list(plans.iterdir()) == []


def test_a_failure_half_way_leaves_nothing(monitor: Any, plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the last file cannot be read nothing of the others stays behind."""
    template = tmp_path / "template"
    shutil.copytree(plugin_folder.TEMPLATE, template)
    (template / "zz.py").write_bytes(b"\xff\xfe\xff")
    monkeypatch.setattr(plugin_folder, "TEMPLATE", template)
    monitor("plugins", "new", NAME, "--folder", str(plans), code=70)

    assert list(plans.iterdir()) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("sample-2026.toml", "value = 80", 'value = 80\ncomparator = "=>"', "Did you mean: >=?"),
        ("sample-2026.toml", "value = 80", "value = 80%", "write 0.5 with a point and without %"),
        ("programme.toml", 'kind = "ratio"', 'kind = "ration"', "Did you mean: ratio?"),
        ("sample-2026.toml", 'code = "2"', 'code = "1"', "code '1' stands twice"),
        ("sample-2026.toml", 'id = "truong-hoc"', 'id = "phong-chuyen-mon"', "id 'phong-chuyen-mon' stands twice"),
        ("sample-2026.toml", "[[questions]]", "[questions]", "write two pairs of brackets, [[questions]]"),
        ("sample-2026.toml", "members = true", "members = yes", "yes as true and no as false"),
    ],
)
def test_a_mistake_in_a_plan_file_is_told_with_its_line(file: str, old: str, new: str, said: str, generated: Path) -> None:
    """The contract reads every file of a plugin: what it cannot read breaks it, with file, line and cure."""
    path = generated / f"planmonitor_{NAME}" / "plans" / file
    text = path.read_text(encoding="utf-8")
    line = text.splitlines().index(old) + new.count("\n") + 1
    path.write_text(text.replace(f"\n{old}\n", f"\n{new}\n", 1), encoding="utf-8")
    answer = executed([sys.executable, "-c", MAIN, "plugins", "check", generated, "--format", "json"], generated.parent, code=1)
    breach = json.loads(answer.stdout)[0]["breaches"][0]

    assert (breach["rule"], breach["field"]) == ("loads", f"plans/{file}:{line}")
    assert said in f"{breach['message']} {breach['cure']}"
