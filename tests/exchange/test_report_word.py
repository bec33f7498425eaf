"""The report as a Word file keeps the layout of Decree 30/2020/NĐ-CP (annex I), measured in the file."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from planmonitor_exchange.report.document import ReportDocument
from planmonitor_exchange.report.word import word
from planmonitor_exchange.report.word_parts import bookmark, bound
from planmonitor_exchange.report.writing import document
from planmonitor_exchange.speaking.speaker import Speaker
from support.report_places import PLAN, Place, built_in

THEMES = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Return a workspace with figures of two plans."""
    return built_in(tmp_path_factory.mktemp("word") / "xa")


@pytest.fixture(scope="module")
def written(place: Place) -> tuple[ReportDocument, bytes]:
    """Return a report on both plans, and its Word file."""
    report = place.report()
    made = document(report, Speaker("vi"))
    return made, word(made, report.day)


@pytest.fixture(scope="module")
def made(written: tuple[ReportDocument, bytes]) -> Any:
    """Return the Word file, opened."""
    return Document(io.BytesIO(written[1]))


def test_the_pages_are_a4_with_the_margins_of_the_decree(made: Any) -> None:
    """A4, 20 to 25 mm above and below, 30 to 35 mm on the left, 15 to 20 mm on the right; the annex lies across."""
    text, annex = made.sections
    sizes = [round(size.mm) for size in (text.page_width, text.page_height, annex.page_width, annex.page_height)]
    assert sizes == [210, 297, 297, 210]
    for section in made.sections:
        top, bottom, left, right = (round(size.mm) for size in (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin))
        assert 20 <= top <= 25
        assert 20 <= bottom <= 25
        assert 30 <= left <= 35
        assert 15 <= right <= 20


def test_pages_are_numbered_above_the_text_but_for_the_first(made: Any) -> None:
    """The number stands in the middle of the top margin, size 13 to 14; the first page of report and annex has none, and the annex counts from 1."""
    text, annex = made.sections
    [number] = text.header.paragraphs
    assert number.alignment == 1
    assert "PAGE" in number._p.xml
    assert {run.font.size for run in number.runs} <= {Pt(13), Pt(14)}
    assert text.different_first_page_header_footer
    assert annex.different_first_page_header_footer
    assert not "".join(paragraph.text for paragraph in text.first_page_header.paragraphs)
    assert annex._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_every_style_is_in_times_new_roman_whatever_the_theme_says(made: Any) -> None:
    """The attributes of the theme win over the name of a font in every reader, so none is left."""
    fonts = list(made.styles.element.iter(qn("w:rFonts")))
    assert fonts
    for one in fonts:
        assert [one.get(qn(f"w:{slot}")) for slot in SLOTS] == ["Times New Roman"] * 4
        assert not [theme for theme in THEMES if one.get(qn(f"w:{theme}"))]


@pytest.mark.parametrize(
    ("parent", "order"),
    [
        ("w:sectPr", ("w:headerReference", "w:pgSz", "w:pgMar", "w:pgNumType", "w:cols", "w:titlePg", "w:docGrid")),
        ("w:tblPr", ("w:tblStyle", "w:tblW", "w:tblBorders", "w:tblLayout", "w:tblCellMar", "w:tblLook")),
        ("w:pPr", ("w:pStyle", "w:keepNext", "w:pBdr", "w:spacing", "w:ind", "w:jc", "w:sectPr")),
    ],
)
def test_what_the_format_wants_in_an_order_stands_in_it(made: Any, parent: str, order: tuple[str, ...]) -> None:
    """A strict reader takes a file for damaged whose properties stand in another order than ISO/IEC 29500 has them."""
    for element in made.element.body.iter(qn(parent)):
        places = [order.index(f"w:{child.tag.rpartition('}')[2]}") for child in element if f"w:{child.tag.rpartition('}')[2]}" in order]
        assert places == sorted(places)


def test_the_language_is_vietnamese_in_the_defaults(made: Any) -> None:
    [spoken] = made.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang"))
    assert spoken.get(qn("w:val")) == "vi-VN"


def test_the_text_is_justified_with_the_first_line_indented(made: Any) -> None:
    """Size 13 to 14, first line 1 or 1.27 cm, 6 points between paragraphs at least, line spacing between single and 1.5."""
    assert made.styles["Normal"].font.size in {Pt(13), Pt(14)}
    text = [paragraph for paragraph in made.paragraphs if re.match(r"[a-zđ]\) ", paragraph.text)]
    assert len(text) > 10
    for paragraph in text:
        looks = paragraph.paragraph_format
        assert (looks.alignment, looks.first_line_indent, looks.space_after >= Pt(6)) == (3, Cm(1.27), True)
        assert 1 <= looks.line_spacing <= 1.5


def test_what_stands_above_the_text_stands_where_the_decree_has_it(made: Any, written: tuple[ReportDocument, bytes]) -> None:
    """National name and motto on the right, superior and issuing body on the left, number and day on one line below them."""
    heads = made.tables[0]
    (left, right), (number, day) = [[cell.text for cell in row.cells] for row in heads.rows]
    assert left.split("\n")[:2] == ["UBND THÀNH PHỐ BẮC NINH", "ỦY BAN NHÂN DÂN XÃ VÂN SƠN"]
    assert right.split("\n")[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert re.fullmatch(r"Số:\s+/BC-UBND", number)
    assert re.fullmatch(r"Vân Sơn, ngày\s+tháng\s+năm\s2026", day)
    bold = [[run.bold for run in paragraph.runs] for paragraph in heads.rows[0].cells[0].paragraphs[:2]]
    assert bold == [[False], [True]]
    assert [run.italic for run in heads.rows[1].cells[1].paragraphs[0].runs] == [True]


def test_the_signature_is_held_together(made: Any) -> None:
    """The last sentence, the recipients and the signature stay on one page: a row that does not break, each paragraph kept with the next."""
    block = made.tables[1]
    assert block.rows[0]._tr.xml.count("w:cantSplit") == 1
    assert all(paragraph.paragraph_format.keep_with_next for cell in block.rows[0].cells for paragraph in cell.paragraphs)
    [last] = [paragraph for paragraph in made.paragraphs if paragraph.text.endswith("./.")]
    assert last.paragraph_format.keep_with_next
    left, right = block.rows[0].cells
    assert left.paragraphs[0].text == "Nơi nhận:"
    assert left.paragraphs[1].text == "- Như trên;"
    assert left.paragraphs[-1].text.startswith("- Lưu: VT")
    assert left.paragraphs[-1].text.endswith(".")
    assert [paragraph.text for paragraph in right.paragraphs[:2]] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


def test_the_table_repeats_its_heads_and_breaks_no_row(made: Any, written: tuple[ReportDocument, bytes]) -> None:
    rows = made.tables[2]._tbl.tr_lst
    assert len(rows) == len(written[0].annex.rows) + 2
    assert all("w:cantSplit" in row.xml for row in rows)
    assert ["w:tblHeader" in row.xml for row in rows[:3]] == [True, True, False]
    widths = [int(column.get(qn("w:w"))) for column in made.tables[2]._tbl.tblGrid.iter(qn("w:gridCol"))]
    assert sum(widths) * 635 <= made.sections[1].page_width - made.sections[1].left_margin - made.sections[1].right_margin + 635


def test_every_sentence_on_a_measure_has_a_hidden_bookmark_of_it(made: Any, written: tuple[ReportDocument, bytes], place: Place) -> None:
    """By the name of a bookmark a later correction finds the sentences that tell of a measure; names are unique and begin with "_"."""
    names = [element.get(qn("w:name")) for element in made.element.body.iter(qn("w:bookmarkStart"))]
    assert len(set(names)) == len(names)
    assert all(name.startswith("_") and len(name) <= 40 for name in names)
    for code in ("4a", "NV1"):
        stem = bookmark(f"{PLAN}/{code}", 0).rpartition("_")[0]
        assert [name for name in names if name.startswith(stem)]


def test_the_same_report_makes_the_same_file_and_names_nobody(written: tuple[ReportDocument, bytes], place: Place) -> None:
    again = word(written[0], place.today)
    assert again == written[1]
    with zipfile.ZipFile(io.BytesIO(again)) as archive:
        about = archive.read("docProps/core.xml").decode()
        assert not [name for name in archive.namelist() if "thumbnail" in name]
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "python-docx" not in about
    assert re.findall(r"<dc:creator>(.*?)</dc:creator>", about) in ([], [""])


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("ngày 05 tháng 12 năm 2026", "ngày~05~tháng~12~năm~2026"),
        ("còn 01 trẻ em", "còn 01~trẻ em"),
        ("quý II/2026", "quý~II/2026"),
        ("2.150 lượt người", "2.150~lượt người"),
        ("năm 2026 của xã", "năm~2026 của xã"),
        ("trên 70% trở lên", "trên 70%~trở lên"),
    ],
)
def test_dates_and_numbers_with_their_units_are_not_broken(text: str, kept: str) -> None:
    assert bound(text) == kept.replace("~", "\u00a0")


def test_words_that_look_like_markup_stand_as_they_are(written: tuple[ReportDocument, bytes], tmp_path: Path) -> None:
    """A figure that is suppressed, "<5", and a name with "&" are words in the table and in the text."""
    report = written[0]
    row = evolve(report.annex.rows[2], cells=("1", "Trẻ em < 5 & <b>", *report.annex.rows[2].cells[2:]))
    marked = evolve(report, annex=evolve(report.annex, rows=(row,)), head=evolve(report.head, subject="A < B & C"))
    opened = Document(io.BytesIO(word(marked, Place(tmp_path).today)))
    assert opened.tables[2].rows[2].cells[1].text == "Trẻ em < 5 & <b>"
    assert "A < B & C" in [paragraph.text for paragraph in opened.paragraphs]
