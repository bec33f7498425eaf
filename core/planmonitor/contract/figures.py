"""Prints every figure of a plan's text, so that its author can say where each went.

`python -m planmonitor.contract.figures FILE` prints the list as CSV. The author of a plan adds a column that says where
each figure went (a measure, a duty, the document itself, or no target and why); a figure that went nowhere then shows.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Sequence
from pathlib import Path

from planmonitor.plantext.figures import PrintedFigure, figures_of


def as_csv(figures: Sequence[PrintedFigure]) -> str:
    """Return figures as CSV with the header `line,kind,figure`."""
    written = io.StringIO()
    rows = [("line", "kind", "figure"), *((figure.line, figure.kind, figure.figure) for figure in figures)]
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of one file as CSV, in UTF-8 whatever the console is set to; return 3 where it is no UTF-8 text, else 0."""
    parser = argparse.ArgumentParser(prog="python -m planmonitor.contract.figures", description="List every figure printed in a plan, as CSV.")
    parser.add_argument("file", type=Path, help="text of the plan, UTF-8")
    path: Path = parser.parse_args(arguments).file
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as trouble:
        sys.stderr.write(f"{path}: cannot be read as UTF-8 text ({trouble})\n")
        return 3
    sys.stdout.buffer.write(as_csv(figures_of(text)).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
