"""A workbook given back with what is wrong in colour: only the cells named change, and where more would, it is not written."""

import io
import re

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from planmonitor import BadData
from planmonitor_exchange.figures.workbook.annotating import ASKED, REFUSED, Mark, annotated
from support.workbooks import GOOD, HEADER, parts_of, with_part, with_shared_texts, workbook

MARKS = (Mark("Số liệu", "C2", "Tử số: sai"), Mark("Số liệu", "D3", "có phải 400?", asked=True))
CHANGED = {"xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml", "docProps/core.xml"}
"""Parts that a cell in colour with a comment changes: its sheet, the list of styles, what is calculated anew, the time of saving."""
ADDED = {"xl/worksheets/_rels/sheet1.xml.rels", "xl/comments/comment1.xml", "xl/drawings/commentsDrawing1.vml"}


def furnished(book):
    """Give a workbook what officers' forms have."""
    sheet = book["Số liệu"]
    validation = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0", showErrorMessage=True, error="Chỉ ghi số nguyên")
    sheet.add_data_validation(validation)
    validation.add("C2:D100")
    sheet.conditional_formatting.add("C2:C100", CellIsRule(operator="lessThan", formula=["1"], fill=PatternFill("solid", end_color="FFFF00")))
    sheet.protection.sheet = True
    sheet["A1"].font = Font(bold=True, name="Times New Roman")
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["B"].width = 33
    sheet.merge_cells("A6:D6")
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation = "landscape"
    sheet["E9"] = "=SUM(C2:C4)"
    book["_monitor"].sheet_state = "veryHidden"
    book.defined_names["KY"] = DefinedName("KY", attr_text="'Số liệu'!$B$2")


CONTENT = workbook({"Số liệu": [HEADER, *GOOD], "_monitor": [("planmonitor-template", "1")], "Danh mục": [("Có",), ("Không",)]}, furnished)


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def test_the_cells_named_are_coloured_and_say_what_to_write():
    sheet = opened(annotated(CONTENT, MARKS))["Số liệu"]
    assert [sheet[cell].fill.start_color.rgb for cell in ("C2", "D3")] == [REFUSED, ASKED]
    assert [sheet[cell].comment.text for cell in ("C2", "D3")] == ["Tử số: sai", "có phải 400?"]
    assert [sheet[cell].value for cell in ("C2", "D3")] == [45, 400]


def test_all_other_parts_are_byte_for_byte_the_same():
    """What openpyxl wrote it writes again alike: any part that differs was changed by the marks."""
    before, after = parts_of(CONTENT), parts_of(annotated(CONTENT, MARKS))
    assert set(after) - set(before) == ADDED
    assert set(before) - set(after) == set()
    assert {name for name in before if before[name] != after[name]} <= CHANGED


def test_the_sheet_itself_differs_in_the_marked_cells_alone():
    before, after = (parts_of(content)["xl/worksheets/sheet1.xml"].decode() for content in (CONTENT, annotated(CONTENT, MARKS)))
    for cell in ("C2", "D3"):
        before, after = (re.sub(rf'(<c r="{cell}") s="\d+"', r"\1", text) for text in (before, after))
    after = re.sub(r"<legacyDrawing [^>]*/>", "", after)
    assert re.sub(r' xmlns:r="[^"]*"', "", after) == re.sub(r' xmlns:r="[^"]*"', "", before)


def test_what_a_cell_looked_like_besides_its_colour_is_kept():
    def change(book):
        furnished(book)
        book["Số liệu"]["C2"].number_format = "#,##0"
        book["Số liệu"]["C2"].font = Font(bold=True)

    cell = opened(annotated(workbook({"Số liệu": [HEADER, *GOOD], "_monitor": [("x",)]}, change), MARKS))["Số liệu"]["C2"]
    assert (cell.number_format, cell.font.b) == ("#,##0", True)


def test_texts_kept_in_a_part_of_their_own_come_back_whole():
    content = with_shared_texts(workbook({"Số liệu": [HEADER, *GOOD]}))
    rows = [[cell.value for cell in row] for row in opened(annotated(content, MARKS))["Số liệu"]]
    assert rows == [[cell.value for cell in row] for row in opened(content)["Số liệu"]]


def test_several_marks_of_one_cell_stand_in_one_comment():
    sheet = opened(annotated(CONTENT, (*MARKS, Mark("Số liệu", "D3", "và sai"))))["Số liệu"]
    assert sheet["D3"].comment.text == "có phải 400?\nvà sai"
    assert sheet["D3"].fill.start_color.rgb == REFUSED


def test_a_mark_within_merged_cells_stands_in_their_first():
    assert opened(annotated(CONTENT, [Mark("Số liệu", "C6", "gộp")]))["Số liệu"]["A6"].comment.text == "gộp"


def commented(book):
    book["Số liệu"]["A2"].comment = Comment("của đơn vị", "")


EXTENDED = b"<extLst><ext uri='x'/></extLst></worksheet>"


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (with_part(CONTENT, "xl/drawings/drawing1.xml", lambda _none: b"<x/>"), "xl/drawings/drawing1.xml"),
        (with_part(CONTENT, "xl/media/image1.png", lambda _none: b"x"), "xl/media/image1.png"),
        (with_part(CONTENT, "xl/pivotTables/pivotTable1.xml", lambda _none: b"<x/>"), "pivotTable1"),
        (with_part(CONTENT, "xl/vbaProject.bin", lambda _none: b"x"), "vbaProject"),
        (with_part(CONTENT, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</worksheet>", EXTENDED)), "sheet1.xml"),
        (workbook({"Số liệu": [HEADER, *GOOD]}, commented), "comment"),
    ],
)
def test_a_workbook_that_would_lose_something_is_not_written(content, named):
    """B13: lists of newer programs, pictures, pivot tables, macros, and comments, whose boxes would shrink."""
    with pytest.raises(BadData) as refused:
        annotated(content, MARKS)
    assert named in str(refused.value)
    assert "the list above" in str(refused.value)
