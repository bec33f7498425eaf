"""A report that came back as a Word file, read piece by piece: what Word and LibreOffice leave in it, and what is refused."""

from __future__ import annotations

import pytest
from planmonitor import CALENDAR
from planmonitor_exchange.report.keys import figure_key, measure_mark, row_mark
from planmonitor_exchange.report.sent_word import SentReader, SentWord

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KEY = figure_key(("some/plan/1", "", CALENDAR.parse("2026"), ""))
ROW, ONE, TWO = row_mark("vi", KEY), measure_mark("some/plan/1"), measure_mark("some/plan/2")


def read(*body: str, head: str = "") -> SentWord:
    reader = SentReader()
    reader.feed(f'<?xml version="1.0"?>{head}<w:document xmlns:w="{NAMESPACE}"><w:body>{"".join(body)}</w:body></w:document>'.encode())
    return reader.close()


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def marked(words: str, *names: str) -> str:
    starts = "".join(f'<w:bookmarkStart w:id="{name}" w:name="{name}"/>' for name in names)
    return starts + words + "".join(f'<w:bookmarkEnd w:id="{name}"/>' for name in names)


def row(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(f'<w:tc><w:p>{cell}</w:p></w:tc>' for cell in cells)}</w:tr></w:tbl>"


def test_a_row_is_known_by_its_bookmark_and_its_words_are_joined_from_their_runs() -> None:
    sent = read(row(marked(run("1"), ROW), run("Trẻ em"), "", "", run("45/") + run("46"), run("97,8%")))
    assert sent.rows[KEY].cells == ("1", "Trẻ em", "", "", "45/46", "97,8%")
    assert sent.rows[KEY].language == "vi"


def test_what_was_deleted_with_changes_tracked_is_no_figure() -> None:
    """What was put in its place is; what was moved away is not where it was."""
    cell = f'<w:del w:id="1"><w:r><w:delText>45/46</w:delText></w:r>{run("44/46")}</w:del><w:ins w:id="2">{run("46/46")}</w:ins>'
    moved = f'<w:moveFrom w:id="3">{run("1/2")}</w:moveFrom>'
    assert read(row(marked(run("1"), ROW), "", "", "", cell + moved)).rows[KEY].cells[4] == "46/46"


def test_a_table_inside_a_cell_belongs_to_its_own_row() -> None:
    inside = f"</w:p>{row(marked(run('x'), row_mark('vi', '0' * 24)), run('7'))}<w:p>"
    sent = read(row(marked(run("1"), ROW), inside, run("5")))
    assert sent.rows[KEY].cells == ("1", "", "5")
    assert sent.rows["0" * 24].cells == ("x", "7")


def test_the_sentence_of_a_measure_is_the_first_on_it_alone() -> None:
    both = marked(run("Cả hai đạt."), f"{ONE}_1", f"{TWO}_2")
    own = marked(run("Có 45/46 ") + run("trẻ em."), f"{ONE}_3")
    later = marked(run("Nhắc lại."), f"{ONE}_4")
    sent = read(f"<w:p>{run('Mở đầu.')}{both}{own}</w:p><w:p>{later}</w:p>", row(marked(run("nhãn"), f"{TWO}_5")))
    assert sent.sentences == {ONE: "Có 45/46 trẻ em."}


def test_a_file_without_our_bookmarks_has_no_row() -> None:
    assert read(row(run("1"), run("45/46"))).rows == {}


def test_a_document_type_is_refused() -> None:
    with pytest.raises(ValueError, match="document type"):
        read(head='<!DOCTYPE d [<!ENTITY a "aaaa">]>')


def test_what_is_nested_deeper_than_any_document_is_refused() -> None:
    with pytest.raises(ValueError, match="t"):
        read("<w:sdt>" * 300 + "</w:sdt>" * 300)
