"""Every documented line that installs a plugin works as pasted in the environment that the README's own command makes, without a pip."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sysconfig
from pathlib import Path

import pytest
from planmonitor.contract.packing import pack
from support.environments import ONCE
from support.pages import DOCS, ROOT
from support.plan_folders import new_plan_folder
from support.programs import executed, python_with_pip

pytestmark = ONCE
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *DOCS.glob("*.md"),
    *ROOT.glob("plugins/*/README.md"),
    *ROOT.glob("cli/**/plan_template/**/*.md"),
]
OURS = re.compile(r"monitor (?:--lang en )?plugins install (?:--link )?(?![A-Z[]|\.{3})[^\s`#]+")
WITH_PIP = re.compile(r"\bpip(?:3)?\b[^`\n]* install\b[^`\n|;&]*")


def lines() -> list[str]:
    """Return every documented line that installs a plugin; one that has a placeholder for the path is none, nor one that a screen shortens."""
    return sorted({match.group().replace("--lang en ", "") for page in PAGES for match in OURS.finditer(page.read_text(encoding="utf-8"))})


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of programs of an environment that was made as the README says, from this checkout and without a network."""
    folder = tmp_path_factory.mktemp("reader")
    told = re.search(
        r"^python3 -m venv --without-pip \.venv && python3 -m pip --python \.venv install \. && ", (ROOT / "README.md").read_text("utf-8"), re.M
    )
    assert told is not None
    make, install, _rest = told.group().split(" && ")
    python = python_with_pip()
    executed([python, *shlex.split(make)[1:]], folder)
    programs = folder / ".venv" / ("Scripts" if os.name == "nt" else "bin")
    # What an index would give is seen where this run has it.
    site = sysconfig.get_path("purelib", "venv", {"base": str(folder / ".venv"), "platbase": str(folder / ".venv")})
    seen = f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n"
    (Path(site) / "seen.pth").write_text(seen, encoding="utf-8")
    offline = ["--no-index", "--no-deps", "--no-build-isolation", "--ignore-installed", "--disable-pip-version-check"]
    words = [str(ROOT) if word == "." else str(folder / word) if word == ".venv" else word for word in shlex.split(install)[1:]]
    executed([python, *words, *offline], folder)
    return programs


def pasted(line: str, programs: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a line in a shell in which the environment is active."""
    ours = ("MONITOR_", "PYTEST_", "PIP_", "PYTHON", "LANGUAGE")
    variables = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    variables |= {"PATH": f"{programs}{os.pathsep}{variables['PATH']}", "VIRTUAL_ENV": str(programs.parent), "MONITOR_LANG": "en"}
    return subprocess.run(line, shell=True, cwd=folder, env=variables, capture_output=True, encoding="utf-8", timeout=100, check=False)


def prepared(line: str, folder: Path) -> tuple[Path, str]:
    """Write what a line installs where it looks for it; return where to paste the line, and the plugin's name."""
    path = shlex.split(line)[-1]
    if path.endswith(".whl"):
        name = path.rsplit("/", 1)[-1].split("-")[0].removeprefix("planmonitor_")
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
    else:
        name = "example" if path == "." else path.strip("./").split("/")[-1]
    pyproject = new_plan_folder(folder, name) / "pyproject.toml"
    if path.endswith(".whl"):
        version = path.split("-")[-4]
        pyproject.write_text(pyproject.read_text(encoding="utf-8").replace("0.1.0", version), encoding="utf-8")
        pack(folder / name, (folder / path).parent)
    return folder / name if path == "." else folder, name


@pytest.mark.parametrize("line", lines())
def test_a_documented_line_installs_a_plugin_as_pasted(line: str, shell: Path, tmp_path: Path) -> None:
    """Pasted where the page is read, it ends well, and the plugin is there with its plan."""
    place, name = prepared(line, tmp_path)

    ended = pasted(line, shell, place)

    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert f"monitor plugins enable {name}" in ended.stdout
    assert f"{name.replace('_', '-')}/sample-2026" in pasted("monitor plugins list --format csv", shell, tmp_path).stdout


def test_what_a_new_folder_says_to_paste_works(shell: Path, tmp_path: Path) -> None:
    """The lines that `plugins new` prints are pasted one after the other: installed, checked, followed, and a status."""
    said = pasted("monitor plugins new brand_new", shell, tmp_path).stdout.splitlines()
    next_lines = [line.strip() for line in said[said.index("Next:") + 1 :]]

    assert any("plugins install" in line for line in next_lines)
    for line in next_lines:
        ended = pasted(line, shell, tmp_path)
        assert ended.returncode == 0, f"{line}\n{ended.stdout}{ended.stderr}"


def test_no_page_installs_a_plugin_by_a_line_of_its_own() -> None:
    """A line with pip stands only where monitor itself, or what its tests or pages need, is installed."""
    allowed = re.compile(
        r"install (?:\.|.\.\[(?:xls|form)\].|--require-hashes -r [\w.-]+|--no-deps -e \.|--no-index --find-links wheels planmonitor)\s*$"
    )
    found = [(page.name, match.group().strip()) for page in PAGES for match in WITH_PIP.finditer(page.read_text(encoding="utf-8"))]

    assert found
    assert [(page, line) for page, line in found if not allowed.search(line)] == []
