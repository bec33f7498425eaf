"""Answers as data: every command that prints one gives it as CSV and JSON, and into a file."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import click
import planmonitor_child_labour
import pytest
from planmonitor_cli.main import monitor as program
from planmonitor_exchange.machine.columns import RECORDS

PLAN = "child-labour/van-son-2026-2030"
GIVEN = {
    "show": ["1"],
    "history": [f"{PLAN}/1"],
    "narrative show": ["--period", "2026"],
    "reports verify": ["CODE"],
    "plans show": [PLAN],
    "plans check": ["plans/moi.toml"],
    "plugins check": ["child_labour"],
    "places show": ["07621"],
    "places search": ["vân sơn"],
}
"""What a command has to be given to print anything."""
DATE = re.compile(r"\d{4}-\d\d-\d\d")
every_command = pytest.mark.parametrize("command", list(RECORDS))


@pytest.fixture
def lively(van_son: Any) -> Any:
    """Return a runner in a workspace with figures, a correction, an accepted shortfall, a sending and a plan of its own."""
    van_son("record", "1", "--period", "2026", "--numerator", "299", "--denominator", "7000")
    van_son("record", "NV1", "--period", "2026", "--value", "0")
    van_son("record", "4a", "--period", "2026-S1", "--numerator", "0", "--denominator", "50", "--note", "=1+1")
    van_son("accept", "4a", "--document", "12/TB-UBND", "--dated", "2026-11-01", "--by", "UBND tỉnh", "--reason", "mưa lũ", "--until", "2030-12-31")
    van_son("reports", "submit", "annual-report", "--period", "2026", "--number", "45/BC-UBND", "--dated", "2026-11-20")
    van_son("narrative", "write", "difficulties", "Thiếu giáo viên dạy bơi.", "--period", "2026")
    van_son("report", "--period", "2026", "-o", str(van_son.folder / "phu-luc.xlsx"))
    settings = van_son.folder / "monitor.toml"
    milestone = f'\n[plans."{PLAN}".milestones]\n4a = [{{ date = 2026-06-30, value = 50, document = "KH 99/KH-UBND" }}]\n'
    settings.write_text(settings.read_text(encoding="utf-8") + milestone, encoding="utf-8")
    folder = van_son.folder / "plans"
    folder.mkdir()
    bundled = Path(planmonitor_child_labour.__file__).parent / "plans" / "van-son-2026-2030.toml"
    (folder / "moi.toml").write_bytes(bundled.read_bytes())
    return van_son


def words(monitor: Any, command: str) -> list[str]:
    """Return a command with what it has to be given, CODE being that of the report written."""
    given = GIVEN.get(command, ())
    if given == ["CODE"]:
        acts = monitor("receipts", "--format", "json").json
        given = [re.search(r"\((\w{5}-\w{5})\)", act["first_entry"])[1] for act in acts if act["kind"] == "printed"]  # type: ignore[index]
    return [*command.split(), *(str(monitor.folder / word) if word.startswith("plans/") else word for word in given)]


def commands_with(option: str) -> set[str]:
    """Return the commands that have an option."""
    found: set[str] = set()

    def look(group: click.Group, before: tuple[str, ...]) -> None:
        context = click.Context(group)
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            if isinstance(command, click.Group):
                look(command, (*before, name))
            if command is not None and any(option in item.opts for item in command.params):
                found.add(" ".join((*before, name)))

    look(program, ())
    return found


def test_every_command_that_prints_an_answer_has_records_and_writes_files() -> None:
    """A command with --format has columns of its own and takes -o; `plans scan` prints none, its file is the plan."""
    assert commands_with("--format") - {"plans scan"} == {command.removesuffix(" --verbose") for command in RECORDS}
    assert commands_with("--format") <= commands_with("-o")


@every_command
def test_every_cell_of_the_records_is_what_its_column_says(lively: Any, command: str) -> None:
    """The header has the documented names; a number column holds decimals or nothing, a date column days, a flag yes or no."""
    rows = list(csv.DictReader(io.StringIO(lively(*words(lively, command), "--format", "csv", code=None).out, newline=""), strict=True))

    assert rows
    for row in rows:
        assert list(row) == [column.name for column in RECORDS[command]]
        for column in RECORDS[command]:
            cell = row[column.name]
            if column.kind == "number" and cell:
                Decimal(cell)
            elif column.kind == "date" and cell:
                assert DATE.fullmatch(cell)
                date.fromisoformat(cell)
            elif column.kind == "flag":
                assert cell in {"yes", "no", ""}
            else:
                assert not cell.startswith(("=", "+", "@")), column


@every_command
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_is_written_into_a_file_is_what_is_printed(lively: Any, command: str, lang: str, tmp_path: Path) -> None:
    """By its ending a file holds the CSV a spreadsheet reads, the JSON or the Markdown; stdout is empty and stderr names the file."""
    steady = [column.name != "milliseconds" for column in RECORDS[command]]
    for ending, how in ((".csv", "csv"), (".json", "json"), (".md", "markdown")):
        file = tmp_path / f"kết quả{ending}"
        printed = lively(*words(lively, command), "--format", how, code=None, lang=lang).out
        answer = lively(*words(lively, command), "-o", str(file), code=None, lang=lang)
        assert (answer.out, str(file) in " ".join(answer.err.split())) == ("", True)
        if how == "csv":
            content = file.read_bytes()
            assert content.startswith(b"\xef\xbb\xbf")
            found = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";" if lang == "vi" else ",", strict=True)
            plain = csv.reader(io.StringIO(printed, newline=""), strict=True)
            for written, shown in zip(found, plain, strict=True):
                numbers = [column.kind == "number" and lang == "vi" for column in RECORDS[command]]
                cells = [cell.replace(",", ".") if number else cell for cell, number in zip(written, numbers, strict=True)]
                assert [cell for cell, same in zip(cells, steady, strict=True) if same] == [
                    cell for cell, same in zip(shown, steady, strict=True) if same
                ]
        elif all(steady):
            assert file.read_text(encoding="utf-8") == printed
        if how == "json":
            json.loads(file.read_text(encoding="utf-8"))


def test_a_record_of_the_status_has_all_that_a_chart_needs(lively: Any) -> None:
    """299 of 7,000 stands there as counted and as a decimal, with unit, days, bar and verdict; zero is 0 and missing is empty."""
    rows = {row["code"]: row for row in csv.DictReader(io.StringIO(lively("status", "--format", "csv").out, newline=""))}
    names = ("numerator", "denominator", "value", "unit_of_measure", "period", "start", "end", "comparator", "target", "status", "basis")

    assert [rows["1"][name] for name in names] == [
        *("299", "7000", "4.27142857143", "%", "2026", "2025-12-15", "2026-12-14", "<", "4", "in_progress", "estimated")
    ]
    assert (rows["NV1"]["value"], rows["4a"]["numerator"], rows["3"]["value"], rows["3"]["numerator"]) == ("0", "0", "", "")
    accepted = [rows["4a"][name] for name in ("status", "accepted", "accepted_dated", "accepted_by", "accepted_reason", "accepted_until")]
    assert accepted == ["behind", "12/TB-UBND", "2026-11-01", "UBND tỉnh", "mưa lũ", "2030-12-31"]
    assert rows["1"]["accepted"] == ""
    assert rows["1"]["plan_title"].startswith("Plan of Vân Sơn commune")


def test_no_figure_of_the_json_is_a_fraction(lively: Any) -> None:
    """A share that no decimal can be is rounded, not written as a fraction; its counts stand beside it."""
    for command in ("status", "deadlines"):
        assert not re.search(r': "-?\d+/\d+"', lively(command, "--format", "json").out.replace('"display": "0/0"', ""))
    assert lively.measure("1")["value"]["value"] == "4.27142857143"


def test_a_finding_tells_its_severity_in_words_too(lively: Any) -> None:
    """Keys stay English for programs, and beside them stands what a Vietnamese screen says."""
    rows = list(csv.DictReader(io.StringIO(lively("check", "--format", "csv", code=None, lang="vi").out, newline="")))

    assert {row["state"] for row in rows} <= {"found", "not_judged"}
    assert {row["severity_text"] for row in rows} <= {"phải xử lý", "cần kiểm tra lại", "lưu ý", "chưa đánh giá được"}


def test_the_table_too_goes_into_a_file(lively: Any, tmp_path: Path) -> None:
    """With the ending .txt, or none, a file holds what the screen shows; --format wins over the ending."""
    screen = lively("status").out
    for name in ("s.txt", "s"):
        lively("status", "-o", str(tmp_path / name))
        assert (tmp_path / name).read_text(encoding="utf-8") == screen
    lively("status", "-o", str(tmp_path / "s.txt"), "--format", "json")
    json.loads((tmp_path / "s.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["monitor.toml", "monitor.db", "plans/moi.toml"])
def test_no_answer_is_written_over_the_workspace_itself(lively: Any, name: str) -> None:
    """The files that the workspace lives on stay what they are, whatever form is asked for."""
    file = lively.folder / name
    before = file.read_bytes()

    assert name in lively("status", "--format", "csv", "-o", str(file), code=2).err
    assert file.read_bytes() == before


def test_an_ending_that_says_nothing_is_refused(lively: Any, tmp_path: Path) -> None:
    """A table in a file called .pdf would open nowhere: the endings that can be written are named."""
    assert ".csv, .json, .md, .xlsx or .txt" in lively("status", "-o", str(tmp_path / "s.pdf"), code=2).err
    assert list(tmp_path.glob("s*")) == []


def test_a_file_that_cannot_be_written_is_told_by_its_name(lively: Any, tmp_path: Path) -> None:
    """A folder that is not there: exit code 4, one sentence with the name that was given, and nothing is left behind."""
    file = tmp_path / "nowhere" / "s.csv"

    assert lively("status", "-o", str(file), code=4).err.startswith(f"Error: {file}: there is no such file or folder")
    assert lively("export", "-o", str(file), code=4).err.startswith(f"Error: {file}: ")
