"""A search over all places, as a ratio measured in one run.

Usage: python benchmarks/places.py [ROUNDS]

Times, in turn and in this process, reading the file of the list and splitting it into lines, and a search from nothing: reading it and finding
all places whose names hold a word. Prints medians and the ratio. Trust the ratios, not the milliseconds. Wanted: a search at most 30 ms.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "core"))

from planmonitor.places.register import PLACES, Register

WORDS = ("vân sơn", "van son", "tân", "an", "07621", "xã vân sơn, phú thọ")
"""A name in accents and without, the words that most names hold, a code, and a name with its province."""


def read() -> str:
    """Return the text of the list."""
    return PLACES.read_text(encoding="utf-8")


def timed(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes, in milliseconds."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    base: list[float] = []
    times: dict[str, list[float]] = {word: [] for word in WORDS}
    for _ in range(rounds):
        base.append(timed(lambda: read().splitlines()))
        for word, found in times.items():
            found.append(timed(lambda word=word: Register(read()).holding(word)))  # type: ignore[misc]
    least = statistics.median(base)
    print(f"reading and splitting the list: {least:.1f} ms")
    for word, found in times.items():
        median = statistics.median(found)
        print(f"'{word}': {len(Register(read()).holding(word))} places in {median:.1f} ms; ratio {median / least:.1f} (wanted: at most 30 ms)")


if __name__ == "__main__":
    main()
