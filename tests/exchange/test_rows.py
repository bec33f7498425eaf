"""Rows for other programs: what is written is read back as it was."""

from __future__ import annotations

import csv
import io
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from planmonitor_exchange.machine.records import Column, records_text
from planmonitor_exchange.machine.rows import PLAIN, SPREADSHEET, CsvForm, csv_text, markdown_text

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
words = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), max_size=20)
signs = st.text("\\|*_`<>[](){}~$&;#!:-+=.'\"a1 \n", max_size=20)
cells = st.one_of(words, signs).map(lambda text: "\n".join(" ".join(line.split()) for line in text.splitlines()).strip())
COLUMNS = (
    Column("name", "A text."),
    Column("count", "A number.", "number"),
    Column("day", "A day.", "date", "when.day"),
    Column("told", "A flag.", "flag"),
    Column("label", "In both languages.", at="label_{}"),
    Column("ids", "A list."),
)


def item(**given: object) -> dict[str, object]:
    """Return an object with all that `COLUMNS` takes."""
    return {"name": "", "count": None, "when": None, "told": None, "label_vi": "một", "label_en": "one", "ids": [], **given}


def records(form: CsvForm, *items: dict[str, object]) -> list[dict[str, str]]:
    """Return records as a program reads them that knows the form."""
    text = records_text(COLUMNS, items, "vi", form)
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=form.separator, strict=True))


def shown(markdown: str) -> list[list[str]]:
    """Return the texts that the cells of a rendered table show, the header first."""
    tokens = READER.parse(markdown)
    assert [token.type for token in tokens if token.level == 0] == ["table_open", "table_close"]
    rows: list[list[str]] = []
    for before, token in pairwise(tokens):
        if before.type == "tr_open":
            rows.append([])
        if token.type == "inline":
            assert {child.type for child in token.children or ()} <= {"text", "text_special", "html_inline"}
            rows[-1].append("".join("\n" if child.content == "<br>" else child.content for child in token.children or ()))
    return rows


@given(header=cells, rows=st.lists(st.tuples(cells, cells), max_size=3))
@example(header="a|b", rows=[("\\|", "a\\"), ("<b>", "1 * 2 * 3"), ("child_labour_", "&lt; 4%"), ("`x`", "[^1]: ![a](b)"), ("~~x~~", "- 5")])
@example(header="một\nhai", rows=[("x\n\ny", "| --- |")])
def test_a_rendered_cell_is_the_text_again(header: str, rows: list[tuple[str, str]]) -> None:
    """No sign ends a cell, begins markup or is lost: the table has its rows and cells, and each shows its text."""
    assert shown(markdown_text((header, "x"), rows)) == [[header, "x"], *map(list, rows)]


@given(rows=st.lists(st.tuples(cells, cells), max_size=3))
@example(rows=[("=1+1", "-5"), ("@SUM(A1)", "'x"), ("+84", "\tx")])
def test_no_cell_of_a_csv_file_is_a_formula(rows: list[tuple[str, str]]) -> None:
    """A text that a spreadsheet could take for a formula has an apostrophe before it, and is otherwise as it was."""
    read = list(csv.reader(io.StringIO(csv_text(("a", "b"), rows), newline=""), strict=True))[1:]

    assert [
        [cell.removeprefix("'") if cell != text else cell for cell, text in zip(*pair, strict=True)] for pair in zip(read, rows, strict=True)
    ] == [list(row) for row in rows]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for row in read for cell in row)


@pytest.mark.parametrize("form", [PLAIN, *SPREADSHEET.values()], ids=["plain", *SPREADSHEET])
def test_zero_is_a_cell_and_missing_is_an_empty_one(form: CsvForm) -> None:
    """0 is 0, no is no, and what is not known is empty, also where what would hold it is missing (rule 9)."""
    [zero, missing] = records(form, item(count=0, told=False, when={"day": "2026-06-30"}), item())

    assert (zero["count"], zero["told"], zero["day"]) == ("0", "no", "2026-06-30")
    assert (missing["count"], missing["told"], missing["day"]) == ("", "", "")


def test_a_number_is_no_text() -> None:
    """A negative number has no apostrophe before it, a text that begins with the same sign has; several ids are parted."""
    [record] = records(PLAIN, item(name="-5", count="-0.4", ids=["a", "b"]))

    assert (record["name"], record["count"], record["ids"], record["label"]) == ("'-5", "-0.4", "a; b", "một")


def test_a_spreadsheet_in_vietnamese_gets_a_decimal_comma() -> None:
    """With Vietnamese settings "1.234" would be a thousand: the decimal is a comma, and cells are parted by semicolons."""
    [record] = records(SPREADSHEET["vi"], item(name="1.234; 5", count="1.234"))

    assert (record["name"], record["count"]) == ("1.234; 5", "1,234")
