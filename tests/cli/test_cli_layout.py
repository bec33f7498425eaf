"""Rows on a screen of any width: a table where it fits, blocks where it does not; nothing is lost, and no word is cut (docs/interface.md)."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planmonitor_cli import layout
from planmonitor_cli.layout import letters, on_screen, rows_text

HEADERS = ("Mã", "Chỉ tiêu", "Đánh giá")
WORD = st.text("aăâeêioôơuưyđnhgtc", min_size=1, max_size=12)
CELL = st.lists(WORD, max_size=8).map(" ".join)


@pytest.fixture
def wide(monkeypatch):
    """Return a way to say how wide the screen is."""
    return lambda columns: monkeypatch.setattr(layout, "width", lambda: columns)


def words(text):
    return sorted(word.strip(":") for word in text.split() if not re.fullmatch(r"[-|]+", word))


def test_rows_that_fit_are_a_table_and_stay_one_as_long_as_their_words_do(wide):
    """Cells are wrapped at words before a table is given up for blocks, which name the row in their first line."""
    rows = [("4a", "Cán bộ, giáo viên được cung cấp thông tin", "Đang thực hiện, trong hạn")]
    wide(80)
    assert rows_text(HEADERS, rows, named=2).splitlines()[1].count("-") > 60
    wide(40)
    assert [line.rstrip() for line in rows_text(HEADERS, rows, named=2).splitlines()][2:] == [
        "4a  Cán bộ, giáo viên  Đang thực hiện,",
        "    được cung cấp      trong hạn",
        "    thông tin",
    ]
    wide(20)
    assert rows_text(HEADERS, rows, named=2).splitlines() == [
        "4a  Cán bộ, giáo",
        "  viên được cung cấp",
        "  thông tin",
        "    Đánh giá: Đang",
        "        thực hiện,",
        "        trong hạn",
    ]


def test_a_fact_that_is_not_there_takes_no_room_in_a_block(wide):
    """An empty cell has no heading of its own in a block."""
    wide(20)
    assert "Đánh giá" not in rows_text(HEADERS, [("4a", "Trẻ em được cung cấp thông tin đầy đủ và kịp thời", "")], named=2)


def test_accents_take_no_room(wide):
    """A text in composed and in decomposed letters is laid out alike."""
    wide(60)
    composed, decomposed = "trẻ em", "tre\u0309 em"
    lines = rows_text(("A", "B"), [(composed, "x"), (decomposed, "x")]).splitlines()
    assert {letters(line) for line in lines[2:]} == {letters(lines[2])}


@given(rows=st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=4), columns=st.integers(40, 140), named=st.integers(1, 3))
def test_no_line_is_too_long_and_nothing_is_lost(rows, columns, named):
    """For any cells and any width: each word stands there whole, and no line is longer than the screen unless a word alone is."""
    kept = layout.width
    layout.width = lambda: columns
    try:
        text = rows_text(HEADERS, rows, named=named)
    finally:
        layout.width = kept
    assert all(letters(line) <= columns for line in text.splitlines())
    told = words(text)
    for word in words(" ".join(cell for row in rows for cell in row)):
        told.remove(word)


@pytest.mark.parametrize(
    ("text", "columns", "shown"),
    [
        ("  a bb ccc dddd", None, "  a bb ccc dddd"),
        ("  " + "word " * 12, 40, "  word word word word word word word\n    word word word word word"),
        ("short", 20, "short"),
    ],
)
def test_a_sentence_is_broken_at_its_words_below_its_own_beginning(text, columns, shown):
    """On a terminal a long line goes on below; in a file it stays whole."""
    assert on_screen(text, columns) == shown


@pytest.mark.parametrize(("columns", "laid_out"), [(20, 40), (40, 40), (41, 41), (132, 132), (None, 100)])
def test_the_screen_is_as_wide_as_the_terminal_or_a_hundred(monkeypatch, columns, laid_out):
    """Without a terminal a line has 100 letters, and in one that is too narrow 40."""
    monkeypatch.setattr(layout, "terminal_width", lambda: columns)
    assert layout.width() == laid_out
