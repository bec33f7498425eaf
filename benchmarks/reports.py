"""A report of a period as a process beside docxtpl filling a template of its length, as a ratio measured in one run.

Usage: python benchmarks/reports.py [ROUNDS]

Writes the report of the example on all its plans with `monitor report`, and makes of the file a template in which every sentence and every
cell of the annex is a field. Then it times whole processes in pairs that change turns: `monitor report`, which reads the database, judges four
plans and lays out the pages, and docxtpl in a virtual environment of its own, which fills the template from a JSON file with all words ready.
Times are those of the processor. Trust the ratio. Wanted: at most 3.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from against import COMPILE, EXAMPLE, RUN, byte_compile, run
from validators import seconds

DOCXTPL = "docxtpl==0.20.2"
PERIOD = "2026"
FILL = """
import json, sys, docxtpl
template = docxtpl.DocxTemplate(sys.argv[1])
template.render(json.loads(open(sys.argv[2], encoding="utf-8").read()), autoescape=True)
template.save(sys.argv[3])
"""


def make_template(report: Path, template: Path) -> dict[str, str]:
    """Write a report again with a field for each run of words; return the words by field."""
    from docx import Document

    made, words = Document(report), dict[str, str]()
    for number, run_of_words in enumerate(_runs(made)):
        name = f"words{number}"
        words[name] = run_of_words.text
        run_of_words.text = "{{ " + name + " }}"
    made.save(template)
    return words


def _runs(made: Any) -> Iterator[Any]:
    """Yield what has words: of the text, and of the cells of tables."""
    cells = (cell for table in made.tables for row in table.rows for cell in row.cells)
    for paragraph in (*made.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)):
        yield from (one for one in paragraph.runs if one.text.strip() and "{{" not in one.text)


def prepared(folder: Path) -> dict[str, list[str]]:
    """Return the command lines to time by name, all that they need made in a folder."""
    python = str(folder / "other" / "bin" / "python")
    venv.create(folder / "other", with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", DOCXTPL], check=True)
    run(python, "-c", COMPILE)
    byte_compile(sys.executable)
    here = folder / "workspace"
    shutil.copytree(EXAMPLE, here, ignore=shutil.ignore_patterns("monitor.db*"))
    ours = [sys.executable, "-c", RUN, "--workspace", str(here)]
    run(*ours, "db", "upgrade")
    run(*ours, "import", str(here / "so-lieu.csv"))
    run(*ours, "report", "--period", PERIOD, "-o", str(folder / "report.docx"))
    words = make_template(folder / "report.docx", folder / "template.docx")
    (folder / "words.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")
    print(f"{len(words)} fields")
    return {
        "monitor report": [*ours, "report", "--period", PERIOD, "-o", str(folder / "out.docx")],
        "docxtpl": [python, "-c", FILL, *(str(folder / name) for name in ("template.docx", "words.json", "out.docx"))],
    }


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        commands = prepared(folder)
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for number in range(-1, rounds):
            for name in [*commands] if number % 2 else [*commands][::-1]:
                (folder / "out.docx").unlink(missing_ok=True)
                used = seconds(commands[name])
                if number >= 0:  # the first round only warms the caches of the machine
                    taken[name].append(used)
    for name, times in taken.items():
        print(f"{name:15} median {1000 * statistics.median(times):5.0f} ms, least {1000 * min(times):5.0f} ms")
    ours, theirs = taken.values()
    pairs = statistics.median(one / other for one, other in zip(ours, theirs, strict=True))
    print(f"monitor report to docxtpl: {pairs:.2f} (median of the pairs; least to least {min(ours) / min(theirs):.2f}; wanted: 3)")


if __name__ == "__main__":
    main()
