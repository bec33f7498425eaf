"""`monitor todo` against `monitor status`, as a ratio measured in one run.

Usage: python benchmarks/todo.py [ROUNDS]

Times whole processes in pairs that change turns, in a copy of the example of Vân Sơn with its figures, and prints the median of user and
system time of the processor of each and the median of the ratios of the pairs. Trust the ratio, not the milliseconds. Wanted: at most 1.1.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from against import EXAMPLE, byte_compile, measured


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    byte_compile(sys.executable)
    with tempfile.TemporaryDirectory() as folder:
        workspace = Path(folder) / "van_son"
        shutil.copytree(EXAMPLE, workspace, ignore=shutil.ignore_patterns("monitor.db*"))
        for words in (["db", "upgrade"], ["import", str(workspace / "so-lieu.csv")], ["status"], ["todo"]):
            measured(sys.executable, ["--workspace", str(workspace), *words])
        taken: dict[str, list[float]] = {"todo": [], "status": []}
        for number in range(rounds):
            for command in sorted(taken, reverse=bool(number % 2)):
                taken[command].append(measured(sys.executable, ["--workspace", str(workspace), command])[0])
    for command, seconds in taken.items():
        print(f"monitor {command:<8} {1000 * statistics.median(seconds):6.0f} ms")
    print(f"ratio            {statistics.median(one / other for one, other in zip(taken['todo'], taken['status'], strict=True)):6.2f}")


if __name__ == "__main__":
    main()
