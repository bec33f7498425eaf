"""`monitor plugins install`: real wheels into an environment without pip, held against the contract before and after, else all is as before."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.build import build_wheel
from packaging.metadata import Metadata
from planmonitor.contract.packing import pack
from planmonitor.messages import BadData
from planmonitor_cli.installing import install_line, quoted
from support.environments import ONCE, Environment
from support.plan_folders import new_plan_folder

pytestmark = ONCE
NAME = "road_test"
DISTRIBUTION = "planmonitor-road-test"
PLAN = Path(f"planmonitor_{NAME}", "plans", "sample-2026.toml")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Return an environment made by the README's own command."""
    return Environment(tmp_path_factory.mktemp("kế hoạch & thử") / ".venv")


@pytest.fixture
def environment(made: Environment) -> Iterator[Environment]:
    """Return that environment, in which no plugin is installed beside the bundled ones."""
    yield made
    made.empty()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a plan folder just written, in a folder whose name has a space and accents."""
    room = tmp_path / "thư mục (thử)"
    room.mkdir()
    return new_plan_folder(room, NAME)


def edit(path: Path, old: str, new: str) -> None:
    """Replace some words of a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def contents(environment: Environment) -> dict[str, str]:
    """Return every file installed in an environment, with the digest of what is in it."""
    found = (path for path in environment.site.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(environment.site).as_posix(): sha256(path.read_bytes()).hexdigest() for path in found}


@pytest.fixture
def installed(environment: Environment, folder: Path) -> Environment:
    """Return the environment with version 0.1.0 of the plan folder in it."""
    environment.put_in(pack(folder, folder.parent))
    return environment


def test_a_folder_is_installed_where_there_is_no_pip(environment: Environment, folder: Path) -> None:
    """From a plan folder into an environment without pip, without a network or a build backend: its plan is there, and the next line is told."""
    said = environment.monitor(folder.parent, "plugins", "install", f"./{NAME}")

    assert said.splitlines() == [f"Installed: {DISTRIBUTION} 0.1.0", "Next:", f"  monitor plugins enable {NAME}"]
    assert "road-test/sample-2026" in environment.monitor(folder.parent, "plans", "list", "--all", "--format", "csv")


def test_what_was_changed_is_installed_again(installed: Environment, folder: Path) -> None:
    """The same version once more takes the place of what is there: what its author changed meanwhile counts."""
    edit(folder / PLAN, 'title_en = "Sample plan for 2026', 'title_en = "Another title for 2026')

    assert "0.1.0, in place of 0.1.0" in installed.monitor(folder.parent, "plugins", "install", f"./{NAME}")
    assert "Another title" in installed.monitor(folder.parent, "plans", "list", "--all", "--format", "csv")


def test_what_breaks_the_contract_is_not_installed(installed: Environment, folder: Path) -> None:
    """A wheel whose words and figure disagree: every breach is told with its cure, and not a byte of the environment has changed."""
    before = contents(installed)
    edit(folder / "pyproject.toml", 'version = "0.1.0"', 'version = "0.2.0"')
    edit(folder / PLAN, "value = 80", "value = 85")

    said = installed.monitor(folder.parent, "plugins", "install", str(pack(folder, folder.parent)), code=1)

    assert said.startswith(f"Not installed: {DISTRIBUTION}")
    assert "85" in said
    assert "Cure:" in said
    assert contents(installed) == before


def test_what_breaks_the_contract_once_installed_is_taken_out_again(installed: Environment, folder: Path) -> None:
    """Sound alone, and of a name that another distribution has: all is as before, files of the other that it wrote over too."""
    before = contents(installed)
    copy = folder.parent / "copy"
    shutil.copytree(folder, copy)
    edit(copy / "pyproject.toml", f'name = "{DISTRIBUTION}"', 'name = "planmonitor-copy"')
    edit(copy / PLAN, 'title_en = "Sample plan for 2026', 'title_en = "Another title for 2026')

    said = installed.monitor(folder.parent, "plugins", "install", "copy", code=1)

    assert "Taken out again" in said
    assert "several distributions offer it" in said
    assert contents(installed) == before


def test_an_earlier_version_is_put_back(installed: Environment, folder: Path) -> None:
    """A later version that takes a definition from under another plugin: the earlier one is back, and the other plugin goes on."""
    other = folder.parent / "other_test"
    shutil.copytree(folder, other)
    for path in [*other.rglob("*.toml"), *other.rglob("*.py")]:
        text = path.read_text(encoding="utf-8").replace("road_test", "other_test").replace("road-test", "other-test")
        path.write_text(text, encoding="utf-8")
    (other / "planmonitor_road_test").rename(other / "planmonitor_other_test")
    for file in (Path("plans") / PLAN.name, Path("checks.py")):
        edit(other / "planmonitor_other_test" / file, '"other-test/children-instructed"', '"road-test/children-instructed"')
    installed.put_in(pack(other, other))
    before = contents(installed)
    edit(folder / "pyproject.toml", 'version = "0.1.0"', 'version = "0.2.0"')
    for path in [*folder.rglob("*.toml"), *folder.rglob("checks.py")]:
        path.write_text(path.read_text(encoding="utf-8").replace("children-instructed", "children-taught"), encoding="utf-8")

    said = installed.monitor(folder.parent, "plugins", "install", NAME, code=1)

    assert "Taken out again" in said
    assert "road-test/children-instructed" in said
    assert contents(installed) == before


def test_a_link_follows_what_changes(environment: Environment, folder: Path) -> None:
    """With --link the environment points to the folder: what its author changes there counts without installing it again."""
    environment.monitor(folder.parent, "plugins", "install", "--link", NAME)
    edit(folder / PLAN, 'title_en = "Sample plan for 2026', 'title_en = "Another title for 2026')

    assert "Another title" in environment.monitor(folder.parent, "plans", "list", "--all", "--format", "csv")


def test_what_is_not_there_is_named_and_not_fetched(environment: Environment, folder: Path) -> None:
    """A wheel that needs something else is not installed; what it needs is named, with the line that installs that here."""
    edit(folder / "pyproject.toml", '"planmonitor>=0.1"]', '"planmonitor>=0.1", "nobody-has-this>=2"]')

    said = environment.monitor(folder.parent, "plugins", "install", NAME, code=4)

    assert f"{DISTRIBUTION} needs nobody-has-this>=2, which is not installed here." in said
    assert str(environment.site.parents[2]) in said


def test_where_no_pip_is_at_hand_that_is_said(environment: Environment, folder: Path) -> None:
    """Neither the environment nor the Python it was made from has one: the sentence gives the line that makes one."""
    (environment.site / "sitecustomize.py").write_text("import sys; sys._base_executable = sys.executable\n", encoding="utf-8")
    try:
        said = environment.monitor(folder.parent, "plugins", "install", NAME, code=4)
    finally:
        (environment.site / "sitecustomize.py").unlink()

    assert "has pip" in said
    assert "-m ensurepip" in said


def test_monitor_does_not_replace_itself(environment: Environment, tmp_path: Path) -> None:
    """The program's own wheel is refused, with the line that upgrades it."""
    wheel = tmp_path / "planmonitor-9-py3-none-any.whl"
    with ZipFile(wheel, "w") as packed:
        packed.writestr("planmonitor-9.dist-info/METADATA", "Metadata-Version: 2.1\nName: planmonitor\nVersion: 9\n")
        packed.writestr("planmonitor-9.dist-info/entry_points.txt", "[planmonitor]\nx = planmonitor_x\n")

    assert "is monitor itself" in environment.monitor(tmp_path, "plugins", "install", wheel.name, code=2)


@pytest.mark.parametrize(("name", "words"), [("letter.whl", "no wheel that can be read"), ("nowhere", "There is no 'nowhere'")])
def test_what_is_no_plugin_is_refused(environment: Environment, tmp_path: Path, name: str, words: str) -> None:
    """A file that is no wheel, and a path that leads nowhere, are named."""
    (tmp_path / "letter.whl").write_text("Kính gửi", encoding="utf-8")

    assert words in environment.monitor(tmp_path, "plugins", "install", name, code=None)


def test_the_wheel_of_a_folder_is_that_of_its_build_backend(folder: Path) -> None:
    """What is packed without a build backend holds the same files as what hatchling makes, and says the same of name, version and needs."""
    ours, theirs = (ZipFile(path) for path in (pack(folder, folder.parent), _built(folder)))

    assert {name for name in ours.namelist() if "dist-info" not in name} == {name for name in theirs.namelist() if "dist-info" not in name}
    assert _told(ours) == _told(theirs)


def _told(wheel: ZipFile) -> list[object]:
    """Return what the metadata of a wheel say of it."""
    [name] = [name for name in wheel.namelist() if name.endswith("METADATA")]
    said = Metadata.from_email(wheel.read(name), validate=False)
    return [said.name, said.version, said.summary, said.requires_python, said.requires_dist, said.provides_extra]


def _built(folder: Path) -> Path:
    """Return the wheel that the folder's own build backend makes."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        return folder / "dist" / build_wheel(str(folder / "dist"))
    finally:
        os.chdir(here)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [('version = "0.1.0"', 'dynamic = ["version"]', "name and version"), ('= "planmonitor_road_test"', '= "planmonitor_rode"', "planmonitor_rode")],
)
def test_a_folder_that_cannot_be_packed_says_why(folder: Path, old: str, new: str, words: str) -> None:
    """A version that only a build works out, and a package that is not there, are refused before anything is written."""
    edit(folder / "pyproject.toml", old, new)

    with pytest.raises(BadData, match=words):
        pack(folder, folder.parent)


def test_the_line_that_installs_can_be_pasted(folder: Path) -> None:
    """The line printed names monitor, and a path with spaces and accents as one word; a plain one goes without quotes."""
    assert install_line(folder) == f"monitor plugins install {quoted(folder)}"
    assert quoted(folder)[0] in {"'", '"'}
    assert quoted(Path("road_safety")) == "road_safety"
