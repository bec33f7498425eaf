"""Two builds of the program against each other, as ratios measured in one run.

Usage: python benchmarks/against.py OLD NEW [ROUNDS]

OLD and NEW are the python executables of two environments, each with the program installed the same way (both as a wheel, or
both editable). Byte-compiles both, then times whole processes in pairs that change turns (old new, new old, …) and prints,
case by case, the median and the least of user and system time of the processor, the peak of memory, and the ratios new to old.
Trust the ratios, not the milliseconds, and only on a machine that does nothing else: there the same build on both sides gives
1.00 within 0.01; where it does not, take more rounds. The database is made by OLD; each side
upgrades a copy of its own.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "van_son"
RUN = "import sys; from planmonitor_cli.main import main; sys.argv[0] = 'monitor'; main()"
COMPILE = "import compileall, sys, sysconfig; compileall.compile_dir(sysconfig.get_path('purelib'), quiet=2)"
WHERE = "import planmonitor, planmonitor_cli; print(*planmonitor.__path__, *planmonitor_cli.__path__, sep='\\n')"
SIDES = ("old", "new")


def environment() -> dict[str, str]:
    """Return the environment without what would make the sides differ, or not find their compiled files."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE" and not name.startswith("MONITOR_")} | {
        "PYTHONHASHSEED": "0"
    }


def run(python: str, *arguments: str) -> str:
    """Run an environment's Python to its end and return what it printed."""
    return subprocess.run([python, *arguments], check=True, capture_output=True, text=True, encoding="utf-8", env=environment()).stdout


def byte_compile(python: str) -> None:
    """Byte-compile an environment, and the program where it is installed from a checkout."""
    run(python, "-c", COMPILE)
    for folder in run(python, "-c", WHERE).split("\n")[:-1]:
        run(python, "-m", "compileall", "-q", str(Path(folder).parent))


def measured(python: str, arguments: list[str]) -> tuple[float, float]:
    """Run `monitor` in a process of its own.

    Args:
        python: The Python of the environment.
        arguments: What follows `monitor`.

    Returns:
        The seconds of the processor it took, user and system, and its peak of memory in MiB.
    """
    actions = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
    process = os.posix_spawn(python, [python, "-c", RUN, *arguments], environment(), file_actions=actions)
    _process, state, used = os.wait4(process, 0)
    if code := os.waitstatus_to_exitcode(state):
        raise SystemExit(f"{python}: monitor {' '.join(arguments)}: exit {code}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def cases(workspace: Path) -> dict[str, list[str]]:
    """Return the command lines to time in a workspace, by title."""
    here = ["--workspace", str(workspace)]
    rows = EXAMPLE / "so-lieu.csv"
    # The database knows the file: with one more remark it is another, and every row is looked at.
    file = workspace / "so-lieu-2.csv"
    file.write_text(rows.read_text(encoding="utf-8").rstrip("\n") + " 2\n", encoding="utf-8")
    return {
        "monitor --help": ["--help"],
        "monitor status": [*here, "status"],
        "monitor plans list --all": [*here, "plans", "list", "--all"],
        "monitor import --dry-run": [*here, "import", str(file), "--dry-run"],
    }


def prepare(pythons: dict[str, str], folder: Path) -> dict[str, Path]:
    """Return a workspace for each side: the example, its database made by the old build and upgraded by the side's own."""
    made = folder / "made"
    shutil.copytree(EXAMPLE, made, ignore=shutil.ignore_patterns("monitor.db*"))
    run(pythons["old"], "-c", RUN, "--workspace", str(made), "db", "upgrade")
    run(pythons["old"], "-c", RUN, "--workspace", str(made), "import", str(made / "so-lieu.csv"))
    workspaces = {side: folder / side for side in SIDES}
    for side, workspace in workspaces.items():
        shutil.copytree(made, workspace)
        run(pythons[side], "-c", RUN, "--workspace", str(workspace), "db", "upgrade")
    return workspaces


def show(title: str, found: dict[str, list[tuple[float, float]]]) -> None:
    """Print what the two sides took for one case."""
    times = {side: [seconds for seconds, _peak in found[side]] for side in SIDES}
    peaks = {side: statistics.median(peak for _seconds, peak in found[side]) for side in SIDES}
    medians = {side: statistics.median(times[side]) for side in SIDES}
    least = {side: min(times[side]) for side in SIDES}
    pairs = statistics.median(new / old for old, new in zip(times["old"], times["new"], strict=True))
    print(title)
    ratio = medians["new"] / medians["old"]
    print(f"  median {1000 * medians['old']:.0f} -> {1000 * medians['new']:.0f} ms, ratio {ratio:.3f} (median of the pairs' ratios {pairs:.3f})")
    print(f"  least  {1000 * least['old']:.0f} -> {1000 * least['new']:.0f} ms, ratio {least['new'] / least['old']:.3f}")
    print(f"  peak   {peaks['old']:.1f} -> {peaks['new']:.1f} MiB, ratio {peaks['new'] / peaks['old']:.3f}")


def main() -> None:
    """Measure and print."""
    pythons = dict(zip(SIDES, (shutil.which(name) or name for name in sys.argv[1:3]), strict=True))
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 21
    for python in pythons.values():
        byte_compile(python)
    with tempfile.TemporaryDirectory() as temporary:
        lines = {side: cases(workspace) for side, workspace in prepare(pythons, Path(temporary)).items()}
        for title in lines["old"]:
            found: dict[str, list[tuple[float, float]]] = {side: [] for side in SIDES}
            for number in range(-1, rounds):
                for side in SIDES if number % 2 else SIDES[::-1]:
                    taken = measured(pythons[side], lines[side][title])
                    if number >= 0:  # the first pair only warms the caches of the machine
                        found[side].append(taken)
            show(title, found)


if __name__ == "__main__":
    main()
