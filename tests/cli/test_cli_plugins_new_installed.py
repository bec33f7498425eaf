"""A plan folder that `monitor plugins new` has written installs, shows a status, passes its own tests, and is linted clean."""

from __future__ import annotations

import re
import sys
import sysconfig
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from planmonitor.contract.examination import RULES
from planmonitor_cli.plan_draft import PlanDraft
from planmonitor_cli.plugin_folder import draft_files, sample_files, write_plugin_folder
from support.environments import ONCE
from support.installing import offer
from support.local_plan import PLAN
from support.programs import executed, python_with_pip

pytestmark = ONCE

ROOT = Path(__file__).resolve().parents[2]
NAME = "road_test"
SAMPLE = "road-test/sample-2026"
MAIN = "from planmonitor_cli.main import main; main()"


class Author:
    """An author with an empty environment, in which a plan folder just written is installed as the command says."""

    def __init__(self, folder: Path, said: list[str]) -> None:
        self.folder = folder
        self.said = said
        self.python, self.site = _environment(folder / "environment")

    def install(self) -> None:
        """Install the plan folder without the internet, the framework being there."""
        command = [python_with_pip(), "-m", "pip", "--python", self.python, "install", "--no-index", "--no-deps", "--no-build-isolation"]
        executed([*command, "--disable-pip-version-check", self.folder / NAME], self.folder)

    def monitor(self, line: str, code: int = 0) -> str:
        """Run a command line of `monitor`."""
        return executed([self.python, "-c", MAIN, *line.split()[1:]], self.folder, code).stdout

    def linked(self, above: Path, files: Mapping[str, str]) -> Path:
        """Write a plan folder in another one, link it into the environment, and return it."""
        [name] = tomllib.loads(files["pyproject.toml"])["project"]["entry-points"]["planmonitor"]
        write_plugin_folder(above, name, files)
        offer(self.site, name, f"planmonitor_{name}", f"planmonitor-{name}")
        (self.site / f"{name}.pth").write_text(f"{above / name}\n", encoding="utf-8")
        return above / name

    def tests(self, folder: Path, code: int = 0) -> str:
        """Run the tests of a plan folder and return what they print."""
        return executed([self.python, "-m", "pytest", "-v", "-p", "no:cacheprovider"], folder, code).stdout


def _environment(folder: Path) -> tuple[Path, Path]:
    """Make an environment that sees what the environment of this run has installed, and return its Python and its folder of packages."""
    executed([sys.executable, "-m", "venv", "--without-pip", folder], folder.parent)
    [python] = [path for path in (folder / "bin" / "python", folder / "Scripts" / "python.exe") if path.exists()]
    site = Path(executed([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder.parent).stdout.strip())
    seen = f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n"
    (site / "seen.pth").write_text(seen, encoding="utf-8")
    return python, site


@pytest.fixture(scope="module")
def author(tmp_path_factory: pytest.TempPathFactory) -> Author:
    """Return an author who has just written a plan folder and installed it."""
    folder = tmp_path_factory.mktemp("author")
    program = f"""
from datetime import datetime, timezone
from planmonitor_cli.main import run
raise SystemExit(run(["plugins", "new", {NAME!r}], lambda: datetime(2026, 11, 22, tzinfo=timezone.utc)))
"""
    made = Author(folder, executed([sys.executable, "-c", program], folder).stdout.splitlines())
    made.install()
    return made


def test_the_commands_printed_lead_to_a_status(author: Author) -> None:
    """Installed into an empty environment, checked, followed: each command printed works, and the last shows the plan."""
    check, _install, init, status = [line.strip() for line in author.said if line.strip().startswith("monitor ")]

    assert NAME in author.monitor(check)
    assert f"({SAMPLE})" in author.monitor(init)
    assert SAMPLE in author.monitor(status)


def test_its_wheel_holds_the_plan_files(author: Author) -> None:
    """What was installed is the wheel, and the plan is read from the files in it."""
    program = f"import planmonitor_{NAME}; print(planmonitor_{NAME}.__path__[0])"
    package = Path(executed([author.python, "-c", program], author.folder).stdout.strip())

    assert package.is_relative_to(author.folder / "environment")
    assert {path.name for path in (package / "plans").iterdir()} == {"programme.toml", "sample-2026.toml"}


def test_its_own_tests_pass(author: Author) -> None:
    """The suite of the plan folder, the contract among it, passes where the plan is installed."""
    printed = author.tests(author.folder / NAME)

    assert "::TestContract::test_loads PASSED" in printed
    assert "::test_cases_left_blank_are_found PASSED" in printed
    assert "::test_the_invented_figures_give_the_screen_that_is_kept PASSED" in printed


def test_its_screen_is_held_and_is_written_afresh_where_it_is_deleted(author: Author, tmp_path: Path) -> None:
    """Another figure gives another screen, which a test tells; a screen that is not there is written, and the run after passes."""
    folder = author.linked(tmp_path, sample_files("screen_test", 2026))
    figures, screen = (folder / "tests" / "golden" / name for name in ("figures.csv", "status.txt"))
    figures.write_text(figures.read_text(encoding="utf-8").replace(",8,10,", ",9,10,"), encoding="utf-8")

    assert "90%" in author.tests(folder, code=1)
    screen.unlink()
    assert "was written afresh: look at it" in author.tests(folder, code=1)
    author.tests(folder)
    assert "90%" in screen.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "year"), [("x", 2026), ("phong_chong_duoi_nuoc_va_tai_nan_thuong_tich_tre_em_cap_xa", 2028), ("road_2026", 2031)])
def test_the_tests_of_any_name_and_year_pass(name: str, year: int, author: Author, tmp_path: Path) -> None:
    """A folder's tests pass as it was written, the screen kept among them, and it is linted clean, whatever its name and year are."""
    folder = author.linked(tmp_path, sample_files(name, year))
    assert f"{len(RULES) + 2} passed" in author.tests(folder)
    lint(folder)


def test_it_is_linted_clean(author: Author) -> None:
    """The project's own rules find nothing in the plan folder, and would write none of its lines in another way."""
    lint(author.folder / NAME)


def lint(folder: Path) -> None:
    """Hold a plan folder against the project's own rules."""
    for how in (["check"], ["format", "--check"]):
        executed([sys.executable, "-m", "ruff", *how, "--no-cache", "--config", ROOT / "pyproject.toml", "."], folder)


def test_its_types_are_sound(author: Author, tmp_path: Path) -> None:
    """mypy --strict finds nothing in the plan folder, its tests included."""
    executed([sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path / "cache", f"planmonitor_{NAME}", "tests"], author.folder / NAME)


def test_a_finished_plan_of_a_place_goes_on_as_a_plugin(author: Author, tmp_path: Path) -> None:
    """Begun from a file that was finished, and its English written: it passes, is followed, takes a figure and shows it, and is linted clean."""
    folder = author.linked(tmp_path, draft_files("trial_from", PlanDraft("thu-nghiem", in_both_languages(PLAN), draft=False)))
    author.monitor(f"monitor plugins check {folder.name}")
    author.monitor(f"monitor init {tmp_path / 'xa'} --plan trial-from/thu-nghiem")
    author.monitor(f"monitor --workspace {tmp_path / 'xa'} record trial-from/thu-nghiem/1b --period 2026 --value 5")

    assert "5 In English" in author.monitor(f"monitor --workspace {tmp_path / 'xa'} status --plan trial-from/thu-nghiem")
    assert f"{len(RULES)} passed" in author.tests(folder)
    lint(folder)
    executed([sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path / "cache", "planmonitor_trial_from", "tests"], folder)


def in_both_languages(text: str) -> str:
    """Return a plan file in which every text that needs English has some."""
    return re.sub(r'^(title|label|noun|text) = "(?=[^"]*[^\x00-\x7f])(?!Giảm|Mục|Chủ)(.*)$', r'\g<0>\n\1_en = "In English"', text, flags=re.MULTILINE)
