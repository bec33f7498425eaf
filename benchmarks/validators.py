"""Taking in a unit's workbook of 60 rows beside frictionless and pandera, as ratios measured in one run.

Usage: python benchmarks/validators.py [ROUNDS]

Writes the first 60 rows with numbers of the example as a workbook and makes a virtual environment of its own with pinned versions of both
libraries. Then it times whole processes in turns: `monitor import` into a fresh database and `--dry-run`, `frictionless validate` with a schema,
and pandera on what pandas reads through openpyxl. The checks are comparable (required cells, known codes, whole numbers of 0 or more, days, no row
twice); `monitor` also looks at the plans, at every text for a person's data, and writes. Times are those of the processor. Trust the ratios.
Wanted: at most 1.3 times frictionless, and faster than pandera.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import venv
from datetime import date
from pathlib import Path

from against import COMPILE, EXAMPLE, RUN, byte_compile, environment, run

ROWS = 60
OTHERS = ("frictionless[excel]==5.21.0", "pandera==0.35.0", "pandas==3.1.1", "openpyxl==3.1.5")
WHOLE, DAYS, REQUIRED = ("NUMERATOR", "DENOMINATOR"), ("UNTIL",), ("MEASURE", "REF_AREA", "TIME_PERIOD")
PERIOD = "[0-9]{4}(-[A-Z]?[0-9]+)?"
FRICTIONLESS = "import sys; from frictionless.__main__ import console; sys.argv[0] = 'frictionless'; console()"
PANDERA = """
import sys, json, pandas, pandera.pandas as pa
told = json.loads(open(sys.argv[2], encoding="utf-8").read())
rows = pandas.read_excel(sys.argv[1], engine="openpyxl", dtype={name: str for name in told["words"]})
whole = pa.Check.ge(0)
columns = {name: pa.Column(str, nullable=name not in told["required"]) for name in told["words"]}
columns["MEASURE"] = pa.Column(str, pa.Check.isin(told["measures"]))
columns["TIME_PERIOD"] = pa.Column(str, pa.Check.str_matches(told["period"] + "$"))
columns["OBS_STATUS"] = pa.Column(str, pa.Check.isin(["A", "P", "E"]), nullable=True)
columns |= {name: pa.Column("Int64", whole, nullable=True, coerce=True) for name in told["whole"]}
columns |= {"OBS_VALUE": pa.Column(float, whole, nullable=True, coerce=True)}
columns |= {name: pa.Column("datetime64[ns]", nullable=True, coerce=True) for name in told["days"]}
pa.DataFrameSchema(columns, unique=["MEASURE", "REF_AREA", "UNIT", "TIME_PERIOD", "BREAKDOWN", "COMPARISON"]).validate(rows, lazy=True)
"""


def make_workbook(path: Path) -> tuple[list[str], list[str]]:
    """Write the rows as a workbook, numbers and days as such; return its columns and the measures in it."""
    import openpyxl

    with (EXAMPLE / "so-lieu.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    numbers = [row for row in rows if row[header.index("OBS_VALUE")] not in {"yes", "no"}][:ROWS]
    book = openpyxl.Workbook()
    book.active.append(header)
    for row in numbers:
        book.active.append([_cell(name, text) for name, text in zip(header, row, strict=True)])
    book.save(path)
    return header, sorted({row[0] for row in numbers})


def _cell(name: str, text: str) -> object:
    if name in DAYS:
        return date.fromisoformat(text)
    return int(text) if text and name in {*WHOLE, "OBS_VALUE"} and text.isdigit() else text or None


def schema_of(header: list[str], measures: list[str]) -> dict[str, object]:
    """Return the table schema for frictionless with the same checks."""
    fields: list[dict[str, object]] = []
    for name in header:
        limits: dict[str, object] = {"required": True} if name in REQUIRED else {}
        kind = "integer" if name in WHOLE else "number" if name == "OBS_VALUE" else "date" if name in DAYS else "string"
        limits |= {"minimum": 0} if kind in {"integer", "number"} else {}
        limits |= {"MEASURE": {"enum": measures}, "TIME_PERIOD": {"pattern": PERIOD}, "OBS_STATUS": {"enum": ["A", "P", "E"]}}.get(name, {})
        fields.append({"name": name, "type": kind, "constraints": limits})
    return {"fields": fields}


def seconds(command: list[str]) -> float:
    """Run a process to its end, which has to be a good one; return the seconds of the processor it took."""
    actions = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
    process = os.posix_spawn(command[0], command, environment(), file_actions=actions)
    _process, state, used = os.wait4(process, 0)
    if code := os.waitstatus_to_exitcode(state):
        raise SystemExit(f"{' '.join(command)}: exit {code}")
    return used.ru_utime + used.ru_stime


def prepared(folder: Path) -> dict[str, list[str]]:
    """Return the command lines to time by name, all that they need made in a folder."""
    book, facts, schema = folder / "so-lieu.xlsx", folder / "facts.json", folder / "schema.json"
    header, measures = make_workbook(book)
    schema.write_text(json.dumps(schema_of(header, measures)), encoding="utf-8")
    words = [name for name in header if name not in {*WHOLE, *DAYS, "OBS_VALUE"}]
    known = {"words": words, "required": REQUIRED, "whole": WHOLE, "days": DAYS, "measures": measures, "period": PERIOD}
    facts.write_text(json.dumps(known), encoding="utf-8")
    venv.create(folder / "others", with_pip=True)
    python = str(folder / "others" / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", *OTHERS], check=True)
    run(python, "-c", COMPILE)
    byte_compile(sys.executable)
    here = folder / "workspace"
    shutil.copytree(EXAMPLE, here, ignore=shutil.ignore_patterns("monitor.db*"))
    ours = [sys.executable, "-c", RUN, "--workspace", str(here)]
    run(*ours, "db", "upgrade")
    shutil.copy(here / "monitor.db", folder / "empty.db")
    return {
        "monitor import": [*ours, "import", str(book)],
        "monitor import --dry-run": [*ours, "import", str(book), "--dry-run"],
        "frictionless validate": [
            python,
            "-c",
            FRICTIONLESS,
            "validate",
            str(book),
            "--schema",
            str(schema),
            "--checks",
            "duplicate-row",
            "--trusted",
        ],
        "pandera": [python, "-c", PANDERA, str(book), str(facts)],
    }


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        commands = prepared(folder)
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for number in range(-1, rounds):
            for name in [*commands] if number % 2 else [*commands][::-1]:
                shutil.copy(folder / "empty.db", folder / "workspace" / "monitor.db")
                used = seconds(commands[name])
                if number >= 0:  # the first round only warms the caches of the machine
                    taken[name].append(used)
    for name, times in taken.items():
        print(f"{name:26} median {1000 * statistics.median(times):5.0f} ms, least {1000 * min(times):5.0f} ms")
    for other, most in (("frictionless validate", "1.3"), ("pandera", "1.0")):
        for name in [*taken][:2]:
            pairs = statistics.median(ours / theirs for ours, theirs in zip(taken[name], taken[other], strict=True))
            print(f"{name} to {other}: {pairs:.2f} (median of the pairs; least to least {min(taken[name]) / min(taken[other]):.2f}; wanted: {most})")


if __name__ == "__main__":
    main()
