"""Workbooks of the kinds .xls and .ods: looked at under the limits, and a program that reads them apart and may do whatever it likes.

No file here harms any program: what is too large is so under limits lowered by the test, and what dies or hangs is a program of the test's own.
"""

import json
import random

import pytest
from planmonitor import BadData, Refusal
from planmonitor_exchange.figures.files import read
from planmonitor_exchange.figures.workbook import calamine_child, limits, other_kinds
from support.environments import ONCE
from support.spreadsheets import Raw, row, spreadsheet, table, typed
from support.workbooks import GOOD, HEADER, with_part

CONTENT = spreadsheet(table("Số liệu", [HEADER, *GOOD]))
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
"""What an .xls begins with, and nothing else."""


def refused(content):
    with pytest.raises(BadData) as caught:
        read("bieu.ods", content)
    return str(caught.value)


@pytest.fixture
def unread(monkeypatch):
    """No program is started for the file."""

    def answered(_content):
        raise AssertionError("started")

    monkeypatch.setattr(other_kinds, "answer", answered)


@pytest.fixture
def says(tmp_path, monkeypatch):
    """Put another program in the place of the one that reads; it gets the file and the bound as that one does."""

    def put(program):
        path = tmp_path / "other.py"
        path.write_text(program, encoding="utf-8")
        monkeypatch.setattr(calamine_child, "__file__", str(path))

    return put


@pytest.mark.parametrize(("content", "kind"), [(OLD, "old kind .xls"), (CONTENT, "kind .ods")])
def test_without_the_extra_the_kind_is_named_with_both_ways_out(content, kind, unread, monkeypatch):
    monkeypatch.setattr(other_kinds, "find_spec", lambda _name: None)
    sentence = refused(content)
    assert kind in sentence
    assert "save it as 'Excel Workbook (.xlsx)'" in sentence
    assert "its extra 'xls'" in sentence


@pytest.mark.parametrize(
    ("name", "most", "said"),
    [
        ("LARGEST_FILE", 500, "bytes"),
        ("MOST_PARTS", 2, "parts"),
        ("LARGEST_SHEET", 500, "bytes in 'content.xml' when unpacked"),
        ("LARGEST_PART", 50, "when unpacked"),
        ("LARGEST_WHOLE", 2_000, "bytes when unpacked"),
        ("STRONGEST", 0, "times smaller"),
        ("MOST_SHEETS", 0, "more than 0 sheets"),
        ("MOST_ROWS", 3, "more than 3 rows"),
        ("MOST_CELLS", 35, "more than 35 cells"),
        ("MOST_ELEMENTS", 50, "more than 50 elements"),
        ("MOST_COLUMNS", 8, "a cell in column 9"),
    ],
)
def test_a_spreadsheet_above_a_limit_is_refused_before_it_is_read(monkeypatch, unread, name, most, said):
    monkeypatch.setattr(limits, name, most)
    assert said in refused(CONTENT)
    assert "larger than any table of figures" in refused(CONTENT)


@pytest.mark.parametrize(("name", "most"), [("MOST_ROWS", 3), ("MOST_CELLS", 15), ("MOST_ELEMENTS", 50)])
def test_what_is_far_too_large_is_refused_before_any_of_it_is_taken_apart(monkeypatch, unread, name, most):
    """It ends in what no reader takes."""
    content = with_part(CONTENT, "content.xml", lambda xml: xml + b"<")
    assert "larger" not in refused(content)
    monkeypatch.setattr(limits, name, most)
    assert "larger than any table of figures" in refused(content)


def test_at_the_limits_it_is_read(monkeypatch):
    """Four rows of nine columns; the empty ones below, which every program leaves there, are none."""
    monkeypatch.setattr(limits, "MOST_ROWS", 4)
    monkeypatch.setattr(limits, "MOST_CELLS", 36)
    monkeypatch.setattr(limits, "MOST_COLUMNS", 9)
    assert len(read("bieu.ods", CONTENT)[0]) == 3


def times(what, count):
    return f'table:number-{what}-repeated="{count}"'


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row([1], times("rows", 200))], "more than 120 rows"),
        ([row([], times("rows", 200)), [1]], "more than 120 rows"),
        ([[*[None] * 30, 1], row([], times("rows", 90)), [1]], "more than 2000 cells"),
        ([[typed("float", "1", more=times("columns", 3_000))]], "more than 2000 cells"),
        ([[Raw(f"<table:table-cell {times('columns', 5_000)}/>"), 1]], "a cell in column 5001"),
    ],
)
def test_what_is_repeated_is_counted_as_a_reader_makes_it(monkeypatch, unread, rows, said):
    """Whole areas: also the empty rows and cells before the last value."""
    monkeypatch.setattr(limits, "MOST_ROWS", 120)
    monkeypatch.setattr(limits, "MOST_CELLS", 2_000)
    assert said in refused(spreadsheet(table("A", rows)))


def test_more_marks_than_any_sheet_has_are_refused(monkeypatch, unread):
    monkeypatch.setattr(limits, "MOST_MARKS", 2)
    formula, merged = 'table:formula="of:=A1"', 'table:number-columns-spanned="2" table:number-rows-spanned="1"'
    for cells in ([typed("float", "1", more=f"{formula} {times('columns', 3)}")], [typed("float", "1", more=merged)] * 3):
        assert "formulas, merged cells or hidden rows" in refused(spreadsheet(table("A", [cells])))
    for rows in (row([1], f'table:visibility="collapse" {times("rows", 3)}'), Raw('<table:table-column table:visibility="collapse"/>' * 3)):
        assert "formulas, merged cells or hidden rows" in refused(spreadsheet(table("A", [rows])))


@pytest.mark.parametrize("part", ["content.xml", "styles.xml", "META-INF/manifest.xml"])
def test_a_document_type_in_any_part_is_refused(part, unread):
    declared = b"<?xml version='1.0'?><!DOCTYPE x>"
    assert "document type" in refused(with_part(CONTENT, part, lambda xml: declared + (xml.partition(b"?>")[2] or xml or b"<x/>")))


def test_a_password_is_named(unread):
    """As a part of the container, or of all of it as newer programs do."""
    assert "has a password" in refused(spreadsheet(table("A", []), manifest='<manifest:encryption-data manifest:checksum="x"/>'))
    assert "has a password" in refused(spreadsheet(table("A", []), parts={"encrypted-package": "x"}))


def test_a_text_document_is_no_workbook(unread):
    text = b"application/vnd.oasis.opendocument.text"
    assert "no workbook" in refused(with_part(CONTENT, "mimetype", lambda _calc: text))


def test_a_damaged_file_is_refused():
    assert "cannot be read: it is damaged" in refused(OLD)
    assert "is damaged" in refused(with_part(CONTENT, "content.xml", lambda xml: xml[:-20]))


END = "print('\"end\"')"
SHEETS = "import sys; sys.stdin.buffer.read(); print('[[\"A\", false, null]]')"


@pytest.mark.parametrize(
    "program",
    [
        "import os; os.abort()",
        "import sys; sys.stdin.buffer.read(); sys.exit(0)",
        f"{SHEETS}",
        f"{SHEETS}; print('[0,1,[1]]')",
        f"{SHEETS}; import os; os.abort()",
        f"import sys; sys.stdin.buffer.read(); print('nonsense'); {END}",
        f"import sys; sys.stdin.buffer.read(); print('[[1, false, null]]'); {END}",
        f"import sys; sys.stdin.buffer.read(); print('[[\"A\", 0, null]]'); {END}",
        f"import sys; sys.stdin.buffer.read(); print('[[\"A\", false, [[[-5, 0], [1, 1]]]]]'); {END}",
        f"import sys; sys.stdin.buffer.read(); print('[[\"A\", false, [[[1.5, 0], [1, 1]]]]]'); {END}",
        f'import sys; sys.stdin.buffer.read(); print(\'[["A", false, null], ["A", false, null]]\'); {END}',
        f"import sys; sys.stdin.buffer.read(); print('[' * 100000); {END}",
        f"import sys; sys.stdin.buffer.read(); print('7'); {END}",
    ],
)
def test_a_program_that_dies_or_does_not_say_all_is_one_plain_refusal(says, program):
    says(program)
    assert refused(OLD).startswith("The file cannot be read: it is damaged, or larger than any table of figures.")


@pytest.mark.parametrize(
    "line",
    [
        "[0, 2, [1]]\n[0, 1, [1]]",
        "[0, 1, [1.5]]",
        "[0, 1, [NaN]]",
        '[0, 1, [["day", "x"]]]',
        '[0, 1, [["number", "x"]]]',
        '[0, 1, [["other", 5]]]',
        '[0, 1, [["code", "x"]]]',
        "[0, 1, [1000000000000000000]]",
        "[0, 1, [{}]]",
        "[0, true, [1]]",
        "[0, 99999999, [1]]",
        "[0, 1, 7]",
        "[0, 1",
    ],
)
def test_what_the_program_says_of_a_row_is_not_taken_for_anything(says, line):
    says(f"{SHEETS}; print({line.replace(', [', ',[').replace('[0, ', '[0,')!r}); {END}")
    assert "Sheet 'A' cannot be read: it is damaged." in refused(OLD)


def test_sheets_of_other_names_than_the_file_has_are_refused(says):
    says(f"{SHEETS}; {END}")
    assert "cannot be read" in refused(CONTENT)


def test_a_table_inside_a_cell_is_refused():
    """The library makes words of it; whose figures they are nobody knows."""
    inner = '<table:table table:name="B"><table:table-row><table:table-cell/></table:table-row></table:table>'
    assert "cannot be read" in refused(spreadsheet(table("A", [[typed("float", "1", inside=inner)]])))


def test_rows_and_cells_that_the_program_says_are_counted(says, monkeypatch):
    rows = "\n".join(json.dumps([0, at, [1, 2]], separators=(",", ":")) for at in range(1, 5))
    says(f"{SHEETS}; print({rows!r}); {END}")
    monkeypatch.setattr(limits, "MOST_ROWS", 3)
    assert "more than 3 rows" in refused(OLD)
    monkeypatch.setattr(limits, "MOST_ROWS", 4)
    monkeypatch.setattr(limits, "MOST_CELLS", 7)
    assert "more than 7 cells" in refused(OLD)
    monkeypatch.setattr(limits, "MOST_COLUMNS", 1)
    assert "Sheet 'A' cannot be read" in refused(OLD)


def test_a_program_that_hangs_is_ended(says, monkeypatch):
    monkeypatch.setattr(limits, "MOST_SECONDS", 0.3)
    says("import time; time.sleep(90)")
    assert "cannot be read" in refused(OLD + bytes(1_000_000))


def test_a_program_that_never_stops_talking_is_ended(says, monkeypatch):
    monkeypatch.setattr(limits, "MOST_TOLD", 1_000)
    says(f"{SHEETS}\nwhile True: print('[0,1,[1]]')")
    assert "more than 1000 bytes of cells" in refused(OLD)


def test_the_program_gets_no_more_memory_than_it_may_have(monkeypatch):
    """What asks for more is refused; the bound is the system's own."""
    pytest.importorskip("resource", reason="this system cannot bound the memory of a process")
    monkeypatch.setattr(limits, "MOST_MEMORY", 1_000_000)
    assert "cannot be read" in refused(CONTENT)


def test_nothing_in_the_folder_one_stands_in_is_imported(tmp_path, monkeypatch):
    """A file there that bears the name of a module would be run."""
    (tmp_path / "json.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert len(read("bieu.ods", CONTENT)[0]) == 3


@ONCE
def test_damaged_spreadsheets_are_read_or_refused_and_nothing_else():
    chance = random.Random(13)

    def change(xml):
        text = bytearray(xml)
        signs = [place for place in range(len(text)) if chr(text[place]).isdigit()]  # mostly what stays well formed, and means something else
        for _time in range(chance.randint(1, 3)):
            text[chance.choice(signs) if chance.random() < 0.8 else chance.randrange(len(text))] = chance.choice(b'0123456789Az<"')
        return bytes(text)

    outcomes = {"read": 0, "refused": 0}
    for _number in range(60):
        try:
            drafts, errors, _said = read("bieu.ods", with_part(CONTENT, "content.xml", change))
        except Refusal:
            outcomes["refused"] += 1
        else:
            outcomes["read"] += 1
            assert all(draft.where.cell for draft in drafts)
            assert all(where.sheet for where, _error in errors)
    assert min(outcomes.values()) > 5
