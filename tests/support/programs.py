"""Programs that tests start, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest


def executed(command: Sequence[str | Path], folder: Path, code: int | None = 0) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder, with nothing of this run of the tests in its environment; `code` is the exit code expected."""
    ours = ("MONITOR_", "PYTEST_", "PIP_", "PYTHON", "LANGUAGE")
    variables = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    ended = subprocess.run(
        list(command), cwd=folder, env={**variables, "PYTHONUTF8": "1", "MONITOR_LANG": "en"}, capture_output=True, encoding="utf-8", timeout=100
    )
    assert code is None or ended.returncode == code, f"exit {ended.returncode}\n{ended.stdout}\n{ended.stderr}"
    return ended


def python_with_pip() -> str:
    """Return a Python that has pip: that of this run, or the one its environment was made from."""
    for python in (sys.executable, getattr(sys, "_base_executable", sys.executable)):
        if subprocess.run([python, "-c", "import pip"], capture_output=True, check=False).returncode == 0:
            return python
    return pytest.skip("no pip at hand to install with")
