"""Environments as the README's own command makes them: with monitor, and without a pip."""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
from pathlib import Path

import pytest
from support.programs import executed, python_with_pip

ONCE = pytest.mark.once
"""For tests that take long and in which nothing hangs on the version of Python: those that install, walk through a year, damage files.

One version runs them (`conftest.py` at the root).
"""

SEEN = "seen.pth"
MAIN = "from planmonitor_cli.main import main; main()"


class Environment:
    """A virtual environment without pip, in which `monitor` runs; it sees what the environment of this run has installed, and the checkout."""

    def __init__(self, folder: Path) -> None:
        executed([sys.executable, "-m", "venv", "--without-pip", folder], folder.parent)
        [self.python] = [path for path in (folder / "bin" / "python", folder / "Scripts" / "python.exe") if path.exists()]
        where = executed([self.python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder.parent).stdout.strip()
        self.site = Path(where)
        # The checkout stands before what is installed: it is what the tests are about.
        ours = [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
        lines = [f"import sys; sys.path[:0] = {ours!r}", f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})"]
        (self.site / SEEN).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        scripts = self.python.parent
        # What the installation of the checkout leaves there.
        if os.name != "nt":
            monitor = scripts / "monitor"
            monitor.write_text(f'#!/bin/sh\nexec "{self.python}" -c "{MAIN}" "$@"\n', encoding="utf-8")
            monitor.chmod(0o755)

    def put_in(self, wheel: Path) -> None:
        """Install a wheel as somebody does who has pip elsewhere."""
        command = [python_with_pip(), "-m", "pip", "--isolated", "--python", self.python, "install", "--no-index", "--no-deps", "--force-reinstall"]
        executed([*command, wheel], wheel.parent)

    def empty(self) -> None:
        """Take out what tests have installed."""
        for path in self.site.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name != SEEN:
                path.unlink()

    def monitor(self, folder: Path, *arguments: str, code: int | None = 0) -> str:
        """Run `monitor` in a folder; return what it said on both streams."""
        ended = executed([self.python, "-c", MAIN, *arguments], folder, code)
        return ended.stdout + ended.stderr
