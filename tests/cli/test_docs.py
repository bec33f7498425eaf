"""The documentation cannot lie: what it shows is run. (What it must mention: test_docs_complete.py.)

How a page is read: its blocks from top to bottom, in an empty folder of its own, on 22 November 2026. A block that stands below
the name of a file is put into it: "File `NAME`:" holds the whole file, "Add to `NAME`:" its end, and "Change `NAME`:" a diff, whose
hunks (parted by `@@`) must each fit the file in exactly one place; file names begin in the page's folder. (In Vietnamese: "Tệp" and
"Sửa tệp".) Any other block is run:

- `console`: each line after `$ ` is run, and what it prints must be the lines below it. `...` stands for anything, alone on its
  line for any number of lines. Of `monitor` everything printed is shown; of other commands it may be left out. A command must end
  well (`monitor` also with 1, "needs attention"), unless a remark on its line tells the exit code: `# exit code 3`.
- `sh`: each line is run in the same way; what it prints is not shown.
- `python`: is run; all of a page share their names.
- `toml`: must be readable. `text` is there to be looked at.
- `norun` behind the language: the block cannot be run here. `NOT_RUN` counts those, so that no new one slips in.

The reader's `pip` and `monitor plugins install` work for real, without a network: the first installation makes an empty virtual
environment without a pip, as the README's own command does, that sees what this Python sees. What is installed there this Python finds.
"""

from __future__ import annotations

import difflib
import importlib
import io
import os
import re
import shlex
import site
import subprocess
import sys
import sysconfig
import tomllib
import venv
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from planmonitor_cli.main import run
from support.environments import MAIN, ONCE
from support.pages import BLOCK, DOCS, ROOT, headings
from support.programs import python_with_pip

PAGES = sorted([*DOCS.glob("*.md"), *ROOT.glob("plugins/*/README.md")])
every_page = pytest.mark.parametrize("page", PAGES, ids=[path.relative_to(ROOT).as_posix() for path in PAGES])

NOT_RUN: dict[str, int] = {}
"""How many blocks of a page cannot be run."""

NAMED = re.compile(r"^(?P<how>File|Add to|Change|Tệp|Sửa tệp) `(?P<file>[^`]+)`.*:$")
WHOLE, CHANGED = {"File", "Tệp"}, {"Change", "Sửa tệp"}
EXIT_CODE = re.compile(r"#.*\bexit code (\d+)")
SHOWN_ONLY = {"text"}


@attrs.frozen
class Block:
    """One fenced block of a page."""

    at: str
    """Page and line, for whoever reads a failure."""
    info: str
    """Its language, and what stands behind it."""
    body: str
    """What is in it."""
    caption: str
    """The last line of text above it."""


def blocks(page: Path) -> Iterator[Block]:
    """Yield the fenced blocks of a page."""
    text = page.read_text(encoding="utf-8")
    for match in BLOCK.finditer(text):
        above = text[: match.start()]
        caption = (above.strip().splitlines() or [""])[-1]
        yield Block(f"{page.relative_to(ROOT).as_posix()}:{above.count(chr(10)) + 1}", match["info"].strip(), match["body"], caption)


def is_run(block: Block) -> bool:
    """Return whether a block can be run."""
    return "norun" not in block.info.split()


class Reader:
    """Does what a page tells a reader to do."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.names: dict[str, Any] = {}
        self._patch = patch
        self._environment: Path | None = None
        self._now = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
        for name in [name for name in os.environ if name.startswith(("MONITOR_", "PIP_", "PYTEST_"))]:
            patch.delenv(name)
        patch.setenv("LANGUAGE", "en")
        patch.setenv("PIP_CONFIG_FILE", os.devnull)
        patch.setenv("PYTHONDONTWRITEBYTECODE", "1")
        patch.setenv("PYTHONUTF8", "1")
        patch.setattr(sys, "dont_write_bytecode", True)
        patch.setattr(sys, "path", list(sys.path))
        patch.chdir(folder)

    def follow(self, block: Block) -> None:
        """Do what a block says.

        Raises:
            AssertionError: where it does not hold.
        """
        language = (block.info.split() or [""])[0]
        if named := NAMED.match(block.caption):
            self._write(self.folder / named["file"], named["how"], block)
        elif language in {"console", "sh"}:
            self._type(block, shown=language == "console")
        elif language == "python":
            self._forget_modules()
            exec(compile(block.body, block.at, "exec"), self.names)
        elif language == "toml":
            tomllib.loads(block.body)
        else:
            assert language in SHOWN_ONLY, f"{block.at}: nobody knows how to run a block of '{block.info}'"

    def _write(self, path: Path, how: str, block: Block) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        if how in WHOLE:
            text = block.body
        elif how in CHANGED:
            text = changed(path.read_text(encoding="utf-8"), block)
        else:
            text = path.read_text(encoding="utf-8") + {".py": "\n\n", ".toml": "\n"}.get(path.suffix, "") + block.body
        path.write_text(text, encoding="utf-8", newline="\n")
        # A mistake is shown by changing a file that was right; what is said of it stands on the screen that follows.
        if path.suffix == ".toml" and how not in CHANGED:
            tomllib.loads(text)

    def _type(self, block: Block, *, shown: bool) -> None:
        for line, screen in typed(block.body) if shown else [(line, None) for line in block.body.splitlines() if line.strip()]:
            code, printed = self._run(line)
            told = EXIT_CODE.search(line)
            fine = {int(told[1])} if told else {0, 1} if "monitor" in line.split()[:2] else {0}
            assert code in fine, f"{block.at}: '{line}' ended with exit code {code}:\n{printed}"
            if screen is not None and (screen or line.startswith("monitor")):
                assert agrees(screen, printed), f"{block.at}: '{line}' prints something else:\n{difference(screen, printed)}"

    def _run(self, line: str) -> tuple[int, str]:
        """Run a command line; return its exit code and all it printed."""
        words = shlex.split(line, comments=True)
        with self._patch.context() as patch:
            while "=" in words[0]:
                patch.setenv(*words.pop(0).split("=", 1))
            program, *arguments = words
            if program == "monitor" and {"plugins", "install"} <= set(arguments):
                return self._installed([str(self._python), "-c", MAIN, *arguments])
            if program == "monitor":
                return self._monitor(arguments)
            if program == "cd":
                self._patch.chdir(arguments[0])
                return 0, ""
            if program == "pip":
                return self._pip(arguments)
            assert program == "python", f"nobody knows how to run '{line}'"
            return ended([str(self._python), *arguments])

    def _monitor(self, arguments: list[str]) -> tuple[int, str]:
        self._forget_modules()
        screen = io.StringIO()
        with redirect_stdout(screen), redirect_stderr(screen):
            code = run(arguments, self._clock)
        return code, screen.getvalue()

    def _clock(self) -> datetime:
        self._now += timedelta(microseconds=1)
        return self._now

    def _pip(self, arguments: list[str]) -> tuple[int, str]:
        """Run pip on the page's environment, with what keeps it away from a network."""
        offline = {"install": ["--no-index", "--no-build-isolation"], "wheel": ["--no-index", "--no-build-isolation"]}.get(arguments[0], [])
        command = [
            python_with_pip(),
            "-m",
            "pip",
            "--python",
            str(self._python),
            "--disable-pip-version-check",
            *arguments[:1],
            *offline,
            *arguments[1:],
        ]
        return self._installed(command)

    def _installed(self, command: list[str]) -> tuple[int, str]:
        """Run what installs something in the page's environment."""
        answer = ended(command)
        # What was installed as a link is found by the running Python as by the page's own.
        site.addsitedir(purelib(self._home))
        return answer

    @property
    def _home(self) -> Path:
        """The virtual environment of the page, made when it is first needed."""
        if self._environment is None:
            self._environment = self.folder.parent / f"{self.folder.name}-environment"
            venv.create(self._environment, with_pip=False)
            seen = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
            lines = "".join(f"import site; site.addsitedir({path!r})\n" for path in dict.fromkeys(seen))
            Path(purelib(self._environment), "running.pth").write_text(lines, encoding="utf-8")
        return self._environment

    @property
    def _python(self) -> Path:
        return self._home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def _forget_modules(self) -> None:
        """Forget what was imported from the page's folders: a reader's next command is a new process."""
        for name, module in list(sys.modules.items()):
            if str(getattr(module, "__file__", None) or "").startswith(str(self.folder)):
                del sys.modules[name]
        importlib.invalidate_caches()


def typed(body: str) -> Iterator[tuple[str, str]]:
    """Yield every command of a console, and the screen below it."""
    assert body.startswith("$ ")
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        line, _end, screen = part.partition("\n")
        yield line, screen


def ended(command: list[str]) -> tuple[int, str]:
    """Run a program; return its exit code and all it printed."""
    answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", check=False)
    return answer.returncode, answer.stdout


def purelib(environment: Path) -> str:
    """Return the folder of an environment into which packages are installed."""
    return sysconfig.get_path("purelib", "venv", {"base": str(environment)})


def changed(before: str, block: Block) -> str:
    """Return a text with the hunks of a diff applied, each of which must fit in exactly one place."""
    for hunk in re.split(r"^@@.*\n", block.body, flags=re.MULTILINE):
        lines = hunk.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] != "+")
        assert before.count(old) == 1, f"{block.at}: fits in {before.count(old)} places:\n{old}\n-- the file is:\n{before}"
        before = before.replace(old, "".join(line[1:] for line in lines if line[0] != "-"))
    return before


def agrees(screen: str, printed: str) -> bool:
    """Return whether what is printed is what is shown, `...` standing for anything."""
    pattern = "".join(r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + r"\n" for line in lines_of(screen))
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in lines_of(printed))) is not None


def lines_of(text: str) -> list[str]:
    """Return lines without trailing spaces, with the slashes of this project's own systems."""
    return [line.rstrip().replace("\\", "/") if os.name == "nt" else line.rstrip() for line in text.rstrip().splitlines()]


def difference(screen: str, printed: str) -> str:
    """Return what is shown and what is printed, line by line."""
    return "\n".join(difflib.unified_diff(lines_of(screen), lines_of(printed), "shown", "printed", n=100, lineterm=""))


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """Return a reader in an empty folder."""
    folder = tmp_path / "folder"
    folder.mkdir()
    reader = Reader(folder, monkeypatch)
    yield reader
    reader._forget_modules()


# What the pages show


@ONCE
@every_page
def test_what_a_page_shows_is_what_happens(page: Path, reader: Reader) -> None:
    """Followed from top to bottom, a page's files, commands, screens and code do what the page says."""
    for block in blocks(page):
        if is_run(block):
            reader.follow(block)


@every_page
def test_every_block_of_a_page_is_seen(page: Path) -> None:
    """No block of a page escapes for being indented or left open, and none is left out but those that are counted."""
    fences = re.findall(r"^\s*(?:```|~~~)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(fences) == 2 * len(list(blocks(page)))
    left_out = [block.at for block in blocks(page) if not is_run(block)]
    assert len(left_out) == NOT_RUN.get(page.relative_to(ROOT).as_posix(), 0), left_out


@every_page
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    """Every link to another page finds it, and every anchor is a heading of it."""
    for target in re.findall(r"\]\((?!https?:)([^)\s]+)\)", BLOCK.sub("", page.read_text(encoding="utf-8"))):
        path, _sign, anchor = target.partition("#")
        linked = (page.parent / path).resolve() if path else page
        assert linked.exists(), target
        assert not anchor or anchor in anchors(linked), target


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as a forge makes them."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings(page)}
