"""Start-up of the command line, as ratios measured in one run.

Usage: python benchmarks/start_up.py [ROUNDS]

Times whole processes, byte-compiled, in turn, and prints medians with the ratio to a process that only imports the
libraries named; then how many modules each imports. Trust the ratios, not the milliseconds. Wanted: `--help` at most 1.5
times the first base, `status` at most 1.3 times the second.
"""

from __future__ import annotations

import compileall
import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "van_son"
RUN = "import sys; from planmonitor_cli.main import main; sys.argv[0] = 'monitor'; main()"
COUNT = "import sys; from planmonitor_cli.main import run; run(sys.argv[1:]); sys.stderr.write(f'\\nMODULES {len(sys.modules)}\\n')"
CLICK = "import click"
LIBRARIES = "import sqlalchemy, click, pluggy, tabulate"


def environment() -> dict[str, str]:
    """Return the environment without the switch that turns byte-compiling off."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python code in a process of its own."""
    return subprocess.run([sys.executable, "-c", code, *arguments], check=True, capture_output=True, text=True, encoding="utf-8", env=environment())


def modules(code: str, *arguments: str) -> int:
    """Return how many modules a process has imported at its end."""
    if arguments:
        return int(python(code, *arguments).stderr.rsplit("MODULES ", 1)[1])
    return int(python(f"{code}; import sys; sys.stderr.write(str(len(sys.modules)))").stderr)


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for folder in (sysconfig.get_path("purelib"), ROOT / "core", ROOT / "cli", ROOT / "plugins"):
        compileall.compile_dir(str(folder), quiet=2)
    with tempfile.TemporaryDirectory() as temporary:
        workspace = Path(temporary) / "van_son"
        shutil.copytree(EXAMPLE, workspace, ignore=shutil.ignore_patterns("monitor.db*"))
        here = ("--workspace", str(workspace))
        python(RUN, *here, "db", "upgrade")
        python(RUN, *here, "import", str(workspace / "so-lieu.csv"))
        cases = {
            "import click": (CLICK,),
            "monitor --help": (RUN, "--help"),
            "import sqlalchemy, click, pluggy, tabulate": (LIBRARIES,),
            "monitor status": (RUN, *here, "status"),
        }
        times: dict[str, list[float]] = {name: [] for name in cases}
        for _ in range(rounds):
            for name, arguments in cases.items():
                began = time.perf_counter()
                python(*arguments)
                times[name].append(time.perf_counter() - began)
        medians = {name: statistics.median(found) for name, found in times.items()}
        counted = {
            "import click": modules(CLICK),
            "monitor --help": modules(COUNT, "--help"),
            "import sqlalchemy, click, pluggy, tabulate": modules(LIBRARIES),
            "monitor status": modules(COUNT, *here, "status"),
        }
    names = list(cases)
    for base, measured, wanted in ((names[0], names[1], "1.5"), (names[2], names[3], "1.3")):
        print(f"{base}: {1000 * medians[base]:.0f} ms, {counted[base]} modules")
        ratio, more = medians[measured] / medians[base], counted[measured] / counted[base]
        print(f"{measured}: {1000 * medians[measured]:.0f} ms, {counted[measured]} modules; ratio {ratio:.2f} (wanted {wanted}), modules {more:.2f}")


if __name__ == "__main__":
    main()
