"""Prints how much of the text of each document its plan holds, and the rest line by line, so that nothing is left out unseen.

`python -m planmonitor.contract.held FILE…` prints for every text the plan that holds most of it, the share of the letters, and what is not
held as CSV with the header `line,words`. The author of a plan adds what is missing, or gives for each line a reason
(`planmonitor.testing.PlanWords`). How it is measured stands at the head of `planmonitor.plantext.quotations`.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from planmonitor.plantext.quotations import Held, held_of
from planmonitor.registry.installed import installed
from planmonitor.registry.loading import load


def share_text(held: Held) -> str:
    """Return a share in percent with one decimal, cut and never rounded up: 89.96 % is no 90 %."""
    tenths = held.held * 1000 // held.letters if held.letters else 0
    return f"{tenths // 10}.{tenths % 10}%"


def rest_csv(held: Held) -> str:
    """Return what is not held as CSV with the header `line,words`."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([("line", "words"), *((left.line, left.words) for left in held.rest)])
    return written.getvalue()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print share and rest of each text, in UTF-8 whatever the console is set to; return 3 where one is no UTF-8 text, else 0."""
    parser = argparse.ArgumentParser(
        prog="python -m planmonitor.contract.held", description="Print how much of each text its plan holds, and the rest."
    )
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help="text of a plan, UTF-8")
    files = parser.parse_args(arguments).files
    catalogue = load(installed())
    plans = tuple(catalogue.plans.values())
    for problem in catalogue.problems:  # a plan that cannot be read holds nothing
        sys.stderr.write(f"{problem.plugin}: {problem.message}\n")
    for path in files:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as trouble:
            sys.stderr.write(f"{path}: cannot be read as UTF-8 text ({trouble})\n")
            return 3
        plan, held = max(((plan, held_of(text, plan)) for plan in plans), key=lambda found: found[1].held)
        sys.stdout.buffer.write(f"{plan.id}: {share_text(held)} of {held.letters} letters ({path.name})\n{rest_csv(held)}\n".encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
