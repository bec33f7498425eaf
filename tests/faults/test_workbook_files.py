"""Workbooks that are damaged, of another kind, or larger than any: refused before a library opens them, whatever they hold.

No file here harms any program: what is too large is so under limits lowered by the test.
"""

import io
import random
import re
import zipfile

import pytest
from planmonitor import BadData, Refusal
from planmonitor_exchange.figures.files import read
from planmonitor_exchange.figures.workbook import book, limits
from planmonitor_exchange.figures.workbook.preflight import look_at
from support.environments import ONCE
from support.workbooks import GOOD, HEADER, figures, with_part, with_shared_texts, workbook

CONTENT = with_shared_texts(figures(*GOOD))
SHEET = "xl/worksheets/sheet1.xml"


def refused(content):
    with pytest.raises(BadData) as caught:
        read("bieu.xlsx", content)
    return str(caught.value)


@pytest.fixture
def unopened(monkeypatch):
    """No library opens the file."""

    def opened(_content):
        raise AssertionError("opened")

    monkeypatch.setattr(book, "_opened", opened)


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("content", "said", "cure"),
    [
        (OLD + "EncryptedPackage".encode("utf-16-le"), "has a password", "without the password"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "is a web page", "save it as"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><table>", "is a web page", "save it as"),
        (CONTENT[: len(CONTENT) // 2], "is damaged", "save it as"),
        (b"PK\x03\x04", "is damaged", "save it as"),
    ],
)
def test_what_is_no_workbook_is_named_with_how_to_make_one_of_it(content, said, cure, unopened):
    assert said in refused(content)
    assert cure in refused(content)


def container(*names):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as made:
        for name in names:
            made.writestr(name, "<x/>")
    return written.getvalue()


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("mimetype", "content.xml"), "no workbook"),
        (("xl/workbook.bin",), ".xlsb"),
        (("word/document.xml",), "no workbook"),
        (("xl/workbook.xml", "XL/WORKBOOK.XML"), "damaged"),
    ],
)
def test_other_containers_are_named(names, said, unopened):
    assert said in refused(container(*names))


def test_a_workbook_of_the_strict_kind_is_named(unopened):
    """B13: to the library it has no sheet at all."""
    main, strict = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    assert "Strict" in refused(with_part(CONTENT, "xl/workbook.xml", lambda xml: xml.replace(main, strict)))


@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET, "xl/styles.xml", "docProps/core.xml", "[Content_Types].xml"])
def test_a_document_type_in_any_part_is_refused(part, unopened):
    """No spreadsheet declares one."""
    declared = b"<?xml version='1.0'?><!DOCTYPE worksheet>"
    content = with_part(CONTENT, part, lambda xml: declared + xml.partition(b"?>")[2] if xml.startswith(b"<?xml") else declared + xml)
    assert "document type" in refused(content)


@pytest.mark.parametrize(
    ("name", "most", "said"),
    [
        ("LARGEST_FILE", 1_000, "bytes"),
        ("MOST_PARTS", 5, "parts"),
        ("LARGEST_DIRECTORY", 100, "parts"),
        ("LARGEST_SHEET", 500, "bytes in 'xl/worksheets/sheet1.xml' when unpacked"),
        ("LARGEST_STRINGS", 100, "bytes in 'xl/sharedStrings.xml' when unpacked"),
        ("LARGEST_PART", 100, "when unpacked"),
        ("LARGEST_WHOLE", 2_000, "bytes when unpacked"),
        ("STRONGEST", 1, "times smaller"),
        ("MOST_SHEETS", 0, "more than 0 sheets"),
        ("MOST_ROWS", 3, "more than 3 rows"),
        ("MOST_CELLS", 20, "more than 20 cells"),
        ("MOST_ELEMENTS", 50, "more than 50 elements"),
        ("MOST_COLUMNS", 8, "a cell in column 9"),
    ],
)
def test_a_workbook_above_a_limit_is_refused_before_it_is_opened(monkeypatch, unopened, name, most, said):
    """Just at the limit, or with a higher one, it is looked at to the end."""
    look_at(CONTENT)
    monkeypatch.setattr(limits, name, most)
    sentence = refused(CONTENT)
    assert said in sentence
    assert "larger than any table of figures" in sentence


def written_otherwise(xml):
    """Return the XML of a sheet with names behind a prefix, as some programs write them."""
    return re.sub(rb"<(/?)(\w)", rb"<\1x:\2", xml).replace(b"<x:xml", b"<xml").replace(b"xmlns=", b"xmlns:x=")


@pytest.mark.parametrize(("name", "most", "said"), [("MOST_ROWS", 3, "more than 3 rows"), ("MOST_CELLS", 20, "more than 20 cells")])
def test_rows_and_cells_are_counted_however_they_are_written(monkeypatch, unopened, name, most, said):
    content = with_part(CONTENT, SHEET, written_otherwise)
    look_at(content)
    monkeypatch.setattr(limits, name, most)
    assert said in refused(content)


@pytest.mark.parametrize(("name", "most"), [("MOST_ROWS", 3), ("MOST_CELLS", 15), ("MOST_ELEMENTS", 50)])
def test_what_is_far_too_large_is_refused_before_any_of_it_is_taken_apart(monkeypatch, unopened, name, most):
    """Its sheet ends in what no reader takes."""
    content = with_part(CONTENT, SHEET, lambda xml: xml + b"<")
    assert "larger" not in refused(content)
    monkeypatch.setattr(limits, name, most)
    assert "larger than any table of figures" in refused(content)


def test_rows_without_cells_count_for_nothing(monkeypatch, unopened):
    """Programs leave thousands of formatted ones below a table, closed in the one way or the other."""
    monkeypatch.setattr(limits, "MOST_ROWS", 4)
    found = look_at(with_part(CONTENT, SHEET, lambda xml: xml.replace(b"</sheetData>", b'<row r="9"/><row r="10"></row></sheetData>')))
    assert [sheet.name for sheet in found.sheets] == ["Số liệu"]


def test_more_formulas_or_merged_cells_than_any_sheet_are_refused(monkeypatch, unopened):
    monkeypatch.setattr(limits, "MOST_MARKS", 2)
    look_at(figures(("4a", "2026", "=1", "=2")))
    assert "formulas, merged cells or hidden rows" in refused(figures(("4a", "2026", "=1", "=2", "=3")))

    def merge(made):
        for row in range(2, 5):
            made.active.merge_cells(f"A{row}:B{row}")

    assert "formulas, merged cells or hidden rows" in refused(figures(*GOOD, change=merge))

    def hide(made):
        for row in range(2, 5):
            made.active.row_dimensions[row].hidden = True

    assert "formulas, merged cells or hidden rows" in refused(figures(*GOOD, change=hide))


def test_a_row_beyond_the_last_of_any_spreadsheet_is_refused(monkeypatch, unopened):
    """A reader goes through every row before it."""
    content = with_part(CONTENT, SHEET, lambda xml: xml.replace(b'<row r="4"', b'<row r="400"'))
    look_at(content)
    monkeypatch.setattr(limits, "HIGHEST_ROW", 399)
    assert "a row numbered 400" in refused(content)


def test_a_cell_without_an_address_stands_behind_the_one_before(monkeypatch, unopened):
    """As the reader takes it: behind one in column L it is in column M."""
    content = with_part(CONTENT, SHEET, lambda xml: xml.replace(b'<c r="B4"', b'<c r="L4"').replace(b'<c r="E4"', b"<c"))
    monkeypatch.setattr(limits, "MOST_COLUMNS", 12)
    assert "a cell in column 13" in refused(content)


def test_cells_are_counted_as_a_reader_fills_the_rows_up(monkeypatch, unopened):
    """One cell far to the right costs as many as lie before it."""
    content = workbook({"Số liệu": [HEADER]}, lambda made: made.active.cell(2, 400, 1))
    monkeypatch.setattr(limits, "MOST_CELLS", 300)
    assert "more than 300 cells" in refused(content)


def test_what_the_file_says_of_its_size_is_not_believed():
    content = with_part(CONTENT, SHEET, lambda xml: xml.replace(b'<dimension ref="A1:I4"', b'<dimension ref="A1:A1"'))
    assert b'ref="A1:A1"' in zipfile.ZipFile(io.BytesIO(content)).read(SHEET)
    assert len(read("bieu.xlsx", content)[0]) == 3


def test_a_part_that_holds_more_than_it_states_is_refused():
    """Its size is a promise that the container keeps; what lies behind it is not unpacked."""
    at = CONTENT.find(b"PK\x01\x02")
    cut = bytearray(CONTENT)
    cut[at + 24 : at + 28] = (10).to_bytes(4, "little")
    assert "damaged" in refused(bytes(cut))


def test_whatever_the_library_ends_with_is_a_refusal(monkeypatch):
    """The one boundary: nine kinds of exception were seen, and none is worth a name."""

    class Worksheet:
        def reset_dimensions(self):
            raise ZeroDivisionError

    class Workbook:
        _cell_styles = ()

        def __getitem__(self, _name):
            return Worksheet()

        def close(self):
            pass

    monkeypatch.setattr(book, "_opened", lambda _content: Workbook())
    assert "Sheet 'Số liệu' cannot be read" in refused(CONTENT)


def test_macros_are_left_alone_and_said():
    content = with_part(CONTENT, "xl/vbaProject.bin", lambda _nothing: b"x")
    drafts, errors, said = read("bieu.xlsm", content)
    assert (len(drafts), errors) == (3, [])
    assert "macros" in str(said[0])


MUTANTS = 2_000


def mutant(chance):
    """Return the workbook with one of its parts, or its bytes, changed in a few places."""
    if chance.random() < 0.3:
        changed = bytearray(CONTENT)
        for _time in range(chance.randint(1, 5)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed[: chance.randrange(len(changed))] if chance.random() < 0.2 else changed)
    name = chance.choice([SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"])

    def change(xml):
        text = bytearray(xml)
        for _time in range(chance.randint(1, 4)):
            at = chance.randrange(len(text))
            other = chance.randrange(len(text))
            kind = chance.random()
            if kind < 0.6:  # mostly what stays well formed, and means something else
                signs = [place for place in range(len(text)) if chr(text[place]).isalnum()] or [at]
                text[chance.choice(signs)] = chance.choice(b"0123456789AZaz")
            elif kind < 0.75:
                text[at] = chance.choice(b'<>/"=& 019AZaz\x00\xff-')
            elif kind < 0.85:
                del text[at : at + chance.randint(1, 40)]
            else:
                text[at:at] = text[other : other + chance.randint(1, 60)]
            text = text or bytearray(b"<")
        return bytes(text)

    return with_part(CONTENT, name, change)


@ONCE
def test_two_thousand_damaged_workbooks_are_read_or_refused_and_nothing_else():
    """No other exception comes out, and what is read is figures with their cells."""
    chance = random.Random(13)
    outcomes = {"read": 0, "refused": 0}
    for _number in range(MUTANTS):
        try:
            drafts, errors, _said = read("bieu.xlsx", mutant(chance))
        except Refusal:
            outcomes["refused"] += 1
        else:
            outcomes["read"] += 1
            assert all(draft.where.cell for draft in drafts)
            assert all(where.sheet for where, _error in errors)
    assert min(outcomes.values()) > 150
