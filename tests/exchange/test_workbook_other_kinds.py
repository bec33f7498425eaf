"""Figures out of .ods files, as out of .xlsx: the same values in the same cells, and nothing that is wrong becomes a blank on the way."""

from datetime import date
from decimal import Decimal

import pytest
from planmonitor import BadData
from planmonitor.messages import Asked
from planmonitor_exchange.figures.files import read
from planmonitor_exchange.figures.identity import identity_cells
from planmonitor_exchange.figures.workbook.annotating import Mark, annotated
from planmonitor_exchange.figures.workbook.opening import opened_workbook
from support.environments import ONCE
from support.spreadsheets import WITH_OFFICE, Raw, error, row, saved_as, spreadsheet, table, typed
from support.workbooks import GOOD, HEADER, figures, identity, lines


def ods(*rows):
    return spreadsheet(table("Số liệu", [HEADER, *rows]))


def taken(content):
    """Return the drafts of a workbook without a mistake."""
    drafts, errors, _said = read("bieu.ods", content)
    assert [str(error) for _where, error in errors] == []
    return drafts


def wrong(content):
    """Return what is wrong with a workbook: cell, whether it is a question, and the sentence."""
    _drafts, errors, _said = read("bieu.ods", content)
    return [(where.cell, isinstance(error, Asked), str(error)) for where, error in errors]


def said(content):
    return " ".join(map(str, read("bieu.ods", content)[2]))


def cells(content):
    """Return the rows of every sheet as the reader of figures gets them."""
    with opened_workbook(content) as book:
        return [list(book.rows(sheet)) for sheet in book.found.sheets]


def test_the_same_sheet_gives_the_same_figures_in_either_kind():
    """Values, sheets and cells; whichever program read it."""
    rows = [*GOOD, ("NV1", "2026-Q1", None, None, 12.5, None, date(2026, 3, 31), "ước tính", "tạm tính")]
    assert taken(ods(*rows)) == read("bieu.ods", figures(*rows))[0]


def test_a_table_that_begins_further_down_and_to_the_right_keeps_its_addresses():
    """The library gives the rows from the first of the sheet, but the cells from the first column with a value."""
    [draft] = taken(spreadsheet(table("Số liệu", [[], [], [None, None, *HEADER], [None, None, *GOOD[0]]])))
    assert (draft.where.cell, draft.numerator, draft.denominator) == ("E4", 45, 50)


def test_repeated_rows_and_cells_count_as_often_as_they_stand_there():
    repeated = 'table:number-columns-repeated="3"'
    content = spreadsheet(
        table("A", [row([1], 'table:number-rows-repeated="2"'), row([], 'table:number-rows-repeated="2"'), [typed("float", "7", more=repeated), 8]])
    )
    assert cells(content) == [[(1,), (1,), (), (), (7, 7, 7, 8)]]


def test_every_kind_of_value_is_kept_apart():
    values = ["chữ", "0123", 5, -3, 0, 1.5, 0.1, True, False, date(2026, 6, 30), None, "cuối"]
    assert cells(ods(values))[0][1] == ("chữ", "0123", 5, -3, 0, Decimal("1.5"), Decimal("0.1"), True, False, date(2026, 6, 30), None, "cuối")


def test_zero_is_a_figure_and_an_empty_cell_is_none():
    content = ods(("NV1", "2026-S1", None, None, 0), ("NV1", "2026-Q1", None, None, None), ("NV1", "2026-Q2", None, None, "  "))
    assert [draft.value for draft in taken(content)] == [0]
    assert "2 rows hold no figure" in said(content)


FORMULA = 'table:formula="of:=A1"'


@pytest.mark.parametrize(
    ("cell", "question", "why"),
    [
        (error("#N/A"), False, "shows the error #N/A"),
        (error("#DIV/0!"), False, "shows the error #DIV/0!"),
        (typed("float", "0", "#REF!", FORMULA), False, "shows the error #REF!"),
        (error("Err:502"), False, "Err:502"),
        (Raw(f"<table:table-cell {FORMULA}/>"), False, "a formula without a result"),
        (typed("float", "0", more=FORMULA), True, "the formula gives 0"),
        (typed("percentage", "0.985", "98,5%"), False, "98,5%"),
        (typed("boolean", "true", "ĐÚNG"), False, "the state TRUE"),
        (typed("float", "1", "TRUE", 'table:formula="of:=TRUE()"'), False, "the state TRUE"),
        (typed("date", "2026-07-05", "5/7"), False, "the day"),
        (typed("date", "1899-12-25"), False, "neither a number nor a day"),
        (typed("time", "PT30H00M00S", "30:00:00"), False, "PT30H00M00S"),
        (typed("float", "NaN"), False, "nan"),
        (typed("float", "45", more='table:number-columns-spanned="1" table:number-rows-spanned="2"'), False, "merged with others"),
    ],
)
def test_what_is_no_figure_is_refused_in_its_cell_and_never_read_as_a_blank(cell, question, why):
    [(where, asked, sentence)] = wrong(ods(("NV1", "2026-S1", None, None, cell)))
    assert (where, asked) == ("E2", question)
    assert why in sentence


def test_the_result_of_a_formula_is_a_figure_and_that_is_said():
    content = ods(("NV1", "2026-S1", None, None, typed("float", "12", more=FORMULA)))
    assert [draft.value for draft in taken(content)] == [12]
    assert "1 figures come from formulas" in said(content)


def test_a_comment_is_no_part_of_the_cell():
    note = "<office:annotation><text:p>#N/A</text:p><text:p>99</text:p></office:annotation>"
    content = ods(("NV1", "2026-S1", None, None, typed("float", "12", more=FORMULA, inside=note)))
    assert [draft.value for draft in taken(content)] == [12]


def test_merged_labels_hold_for_all_their_rows():
    label = typed("string", shown="NV1", more='table:number-columns-spanned="1" table:number-rows-spanned="2"')
    covered = Raw("<table:covered-table-cell/>")
    drafts = taken(ods((label, "2026-S1", None, None, 1), (covered, "2026-Q1", None, None, 2)))
    assert [(draft.measure, draft.value) for draft in drafts] == [("NV1", 1), ("NV1", 2)]


def test_hidden_sheets_rows_and_columns_are_read_and_said():
    columns = Raw('<table:table-column table:number-columns-repeated="4"/><table:table-column table:visibility="collapse"/>')
    rows = [columns, HEADER, row(("NV1", "2026-S1", None, None, 2), 'table:visibility="filter"')]
    content = spreadsheet(table("Bìa", [["Phòng VH-XH"]]), table("Số liệu", rows, hidden=True))
    assert [draft.value for draft in taken(content)] == [2]
    assert "Sheet 'Số liệu' is hidden" in said(content)
    assert "1 hidden rows were read like the others: 2" in said(content)
    assert "hidden columns were read like the others: Số lượng" in said(content)
    assert "'Bìa' is hidden" not in said(content)


def test_a_childs_data_is_found_in_any_cell():
    [(where, _asked, sentence)] = wrong(ods(*GOOD, ("4a", "2026-Q1", 1, 2, None, None, None, None, "Cháu Nguyễn Văn An bỏ học.")))
    assert where == "I5"
    assert "only totals are kept here" in sentence


def test_a_form_is_known_by_its_hidden_sheet():
    """Rows by their keys, wherever they stand."""
    asked = lines("K1", "K2")
    header = ("Mã dòng", "TT", "Chỉ tiêu", "Tử số", "Mẫu số")
    rows = [("BIỂU",), header, ("K2", "2", "4a", 3, 4), ("K1", "1", "4a", 1, 2)]
    drafts = taken(spreadsheet(table("Số liệu", rows), table("_monitor", identity_cells(identity(asked)), hidden=True)))
    assert [(draft.period, draft.numerator, draft.where.cell) for draft in drafts] == [("2026-02", 3, "D3"), ("2026-01", 1, "D4")]


def test_such_a_file_is_not_given_back_in_colour_and_that_is_said():
    with pytest.raises(BadData, match=r"it is of the kind \.ods, and only \.xlsx is"):
        annotated(ods(*GOOD), [Mark("Số liệu", "C2", "x")])


@ONCE
@WITH_OFFICE
@pytest.mark.timeout(300)
def test_what_libreoffice_saves_as_xls_is_read_and_what_is_not_seen_in_it_is_said(tmp_path):
    """Cells of the same addresses; a cell with an error is a blank, so it is said of the whole file that none was seen."""

    def more(book):
        sheet = book["Số liệu"]
        sheet.insert_rows(1, 2)
        sheet.insert_cols(1, 2)
        sheet.merge_cells("G6:H6")
        sheet.sheet_state = "hidden"
        book.create_sheet("Bìa")["A1"] = "Phòng VH-XH"

    rows = [GOOD[0], ("NV1", "2026-S1", None, None, 2.5), ("NV1", "2026-Q1", None, None, 3), ("NV1", "2026-Q2", None, None, "=1/0")]
    rows += [("NV1", "2026-Q3", None, None, date(2026, 7, 5)), ("NV1", "2026-Q4", None, None, True), ("NV1", "2025", None, None, "=2+3")]
    (tmp_path / "bieu.xlsx").write_bytes(figures(*rows, change=more))
    drafts, errors, told = read("bieu.xls", saved_as("xls", tmp_path / "bieu.xlsx").read_bytes())
    assert [(draft.where.sheet, draft.where.cell, draft.numerator, draft.value) for draft in drafts] == [
        ("Số liệu", "E4", 45, None),
        ("Số liệu", "G5", None, Decimal("2.5")),
        ("Số liệu", "G10", None, 5),
    ]
    assert [(where.cell, str(error).split(".")[0]) for where, error in errors] == [
        ("G6", "Số lượng: the cell is merged with others, and nobody knows whose figure it is"),
        ("G8", "Số lượng: The cell holds the day 2026-07-05: a spreadsheet makes one of what is typed like 5/7"),
        ("G9", "Số lượng: The cell holds the state TRUE, which is no number"),
    ]
    whole = " ".join(map(str, told))
    assert "of the old kind .xls, in which formulas, errors such as #N/A" in whole
    assert "Sheet 'Số liệu' is hidden" in whole
    assert "1 rows hold no figure" in whole
