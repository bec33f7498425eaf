"""Figures out of workbooks: which cells are values, which are refused, which are questions, and what of the sheet is said."""

import re
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from planmonitor import BadData
from planmonitor.messages import Asked
from planmonitor_exchange.figures.files import read
from support.workbooks import GOOD, HEADER, figures, form, lines, with_part, workbook


def taken(content):
    """Return the drafts of a workbook without a mistake."""
    drafts, errors, _said = read("bieu.xlsx", content)
    assert [str(error) for _where, error in errors] == []
    return drafts


def wrong(content):
    """Return what is wrong with a workbook: cell, whether it is a question, and the sentence."""
    _drafts, errors, _said = read("bieu.xlsx", content)
    return [(where.cell, isinstance(error, Asked), str(error)) for where, error in errors]


def said(content):
    return " ".join(map(str, read("bieu.xlsx", content)[2]))


def refused(content):
    with pytest.raises(BadData) as caught:
        read("bieu.xlsx", content)
    return str(caught.value)


def test_rows_under_known_headings_are_figures():
    """Each with the sheet and the cell it stands in."""
    drafts = taken(figures(*GOOD))
    assert [(draft.measure, draft.numerator, draft.denominator, draft.value) for draft in drafts] == [
        ("4a", 45, 50, None),
        ("4b", 300, 400, None),
        ("NV1", None, None, 2),
    ]
    assert [(draft.where.file, draft.where.sheet, draft.where.cell) for draft in drafts][::2] == [
        ("bieu.xlsx", "Số liệu", "C2"),
        ("bieu.xlsx", "Số liệu", "E4"),
    ]


def test_zero_is_a_figure_and_an_empty_cell_is_none():
    content = figures(("NV1", "2026-S1", None, None, 0), ("NV1", "2026-Q1", None, None, None), ("NV1", "2026-Q2", None, None, "  "))
    assert [draft.value for draft in taken(content)] == [0]
    assert "2 rows hold no figure" in said(content)


TABLE = [
    (45, 45),
    (45.0, 45),
    ("45", 45),
    (" 45\xa0", 45),
    ("1.234", 1234),
    ("1 234", 1234),
    ("1.234,0", BadData),
    ("12,5", BadData),
    (12.5, BadData),
    ("12,5%", BadData),
    ("12,5%%", BadData),
    ("12,5 %%", BadData),
    (-5, BadData),
    ("½", BadData),
    ("abc", BadData),
    ("5đ", BadData),
    (True, BadData),
    (date(2026, 7, 5), BadData),
    (datetime.combine(date(2026, 7, 5), time(3)), BadData),
    (time(3, 0), BadData),
    ("#N/A", BadData),
    ("#VALUE!", BadData),
    ("=1+1", BadData),
    ("không", Asked),
    ("-", Asked),
    ("KPS", Asked),
    ("1e5", BadData),
]


@pytest.mark.parametrize(("typed", "answer"), TABLE)
def test_every_cell_of_a_count_is_a_value_or_refused_or_asked_about(typed, answer):
    """B1, B5, B6, B7, B9: what another program makes of typed figures is taken for nothing it is not."""
    content = figures(("4a", "2026-S1", typed, 5000))
    if isinstance(answer, int):
        assert [draft.numerator for draft in taken(content)] == [answer]
    else:
        [(cell, asked, _sentence)] = wrong(content)
        assert (cell, asked) == ("C2", answer is Asked)


@pytest.mark.parametrize(
    ("number", "number_format", "shown"),
    [
        (1, "0%", "100%"),
        (0.5, "0.0%", "50%"),
        (0.125, "0.00%", "12,5%"),
        (0, "0%", "0%"),
        (45, '0"%"', "45%"),
        (0.5, "# ?/?", "1/2"),
        (8.5, "# ??/??", "8 1/2"),
        (12000, "#,##0,", "12"),
        (45, "0", None),
        (45, "#,##0.00;[Red]-#,##0.00", None),
        (45, '#,##0 "vụ";0.0%', None),
        (45, "# ?/?", None),
        (0, "#,##0,", None),
        (45, '_-* #,##0 "₫"_-', None),
    ],
)
@pytest.mark.parametrize("column", ["C", "D"])
def test_a_number_shown_as_another_one_is_refused(number, number_format, shown, column):
    """B1: whoever typed 50% sees that, and 0.5 stands in the cell; the same of a fraction and of thousands. In a denominator too."""

    def change(book):
        book.active[f"{column}2"].value = number
        book.active[f"{column}2"].number_format = number_format

    content = figures(("4a", "2026-S1", 45, 50), change=change)
    if shown is None:
        assert [(draft.numerator, draft.denominator) for draft in taken(content)] == [(number, 50) if column == "C" else (45, number)]
    else:
        [(cell, _asked, sentence)] = wrong(content)
        assert cell == f"{column}2"
        assert f"the cell shows {shown}, and the number in it is {str(number).replace('.', ',')}. Set the format of the cell to Number" in sentence


def test_a_share_in_a_column_that_is_not_read_stops_nothing():
    """Officers keep a column of shares beside their counts."""

    def change(book):
        book.active["J1"], book.active["J2"] = "Tỷ lệ", 0.9
        book.active["J2"].number_format = "0.0%"

    assert [draft.numerator for draft in taken(figures(GOOD[0], change=change))] == [45]


def test_a_decimal_of_a_score_is_exact():
    """What a spreadsheet keeps as 0.1 + 0.2 is 0.3, as it shows it."""
    assert [draft.value for draft in taken(figures(("x", "2026", None, None, 0.1 + 0.2)))] == [Decimal("0.3")]


def test_a_number_has_one_reading_where_the_same_text_has_two():
    """ "1.234" typed as a text may be points and a part; kept as a number it is what it is."""
    as_text, as_number = taken(figures(("x", "2026", None, None, "1.234"), ("y", "2026", None, None, 1.234)))
    assert (as_text.value, as_text.doubt is None) == (1234, False)
    assert (as_number.value, as_number.doubt) == (Decimal("1.234"), None)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        (date(2026, 6, 30), date(2026, 6, 30)),
        ("30/6/2026", date(2026, 6, 30)),
        ("30-6-2026", date(2026, 6, 30)),
        ("30.6.2026", date(2026, 6, 30)),
        (46203, date(2026, 6, 30)),
        ("31/02/2026", None),
        (date(1899, 12, 25), None),
        (3.5, None),
    ],
)
def test_days_are_taken_day_first_and_from_this_century_alone(cell, day):
    """B4, B12: dates, and texts that Vietnamese Excel leaves as texts; everything else by its address."""
    content = figures(("4a", "2026-S1", 45, 50, None, None, cell))
    if day is not None:
        assert [draft.until for draft in taken(content)] == [day]
    else:
        assert [address for address, _asked, _sentence in wrong(content)] == ["G2"]


@pytest.mark.parametrize(("cell", "state"), [("Có", True), ("có", True), ("KHÔNG", False), (True, True), (False, False)])
def test_a_state_is_a_word_of_the_list_or_a_boolean(cell, state):
    """B2, B8: compared without regard to case; a stored TRUE, which LibreOffice makes a formula, is a state in the column of states."""
    assert [draft.yes for draft in taken(figures(("2b", "2026", None, None, None, cell)))] == [state]


def test_a_row_with_a_number_and_a_state_is_refused():
    [(cell, _asked, sentence)] = wrong(figures(("2b", "2026", None, None, 3, "Có")))
    assert cell == "F2"
    assert "a number and a state" in sentence


def with_results(content, cell, stored):
    """Return a workbook whose formula in a cell has a stored result."""
    pattern = re.compile(rf'(<c r="{cell}"[^>]*>)(<f>[^<]*</f>)<v ?/?>(?:</v>)?'.encode())
    return with_part(content, "xl/worksheets/sheet1.xml", lambda xml: pattern.sub(rb"\1\2" + stored, xml))


def test_the_result_of_a_formula_is_read_and_said():
    content = with_results(figures(("4a", "2026-S1", "=40+5", 50)), "C2", b"<v>45</v>")
    assert [draft.numerator for draft in taken(content)] == [45]
    assert "1 figures come from formulas" in said(content)


def test_a_formula_that_gives_nought_is_asked_about():
    """Some programs write 0 before they have calculated: it would be a figure that never was."""
    [(cell, asked, sentence)] = wrong(with_results(figures(("4a", "2026-S1", "=1-1", 50)), "C2", b"<v>0</v>"))
    assert (cell, asked) == ("C2", True)
    assert "write 0 in place of the formula" in sentence


def test_a_formula_without_a_result_is_no_empty_cell():
    """B9: to the library it is an empty one, and the row would be left out as missing."""
    [(cell, _asked, sentence)] = wrong(figures(("NV1", "2026-S1", None, None, "=A1*2")))
    assert cell == "E2"
    assert "save it, then take it in" in sentence


def test_headings_are_found_below_titles_and_totals_are_passed_over():
    rows = [("BÁO CÁO SỐ LIỆU 6 THÁNG",), (), HEADER, tuple(f"({number})" for number in range(1, 10)), *GOOD, ("Tổng cộng", None, 345, 450)]
    content = workbook({"Trang 1": rows})
    assert len(taken(content)) == 3
    assert "totals were not read: row 8" in said(content)
    assert "what stands above the columns was not read: 1: BÁO CÁO" in said(content)


def test_columns_may_be_moved_and_added():
    header = ("STT", "Ghi chú", "Mẫu số", "Người nhập", "Tử số (trẻ em)", "Kỳ báo cáo", "Tên chỉ tiêu")
    content = workbook({"Trang 1": [header, (1, "đủ", 50, "Lan", 45, "2026-S1", "4a")]})
    [draft] = taken(content)
    assert (draft.measure, draft.numerator, draft.denominator, draft.note, draft.where.cell) == ("4a", 45, 50, "đủ", "E2")
    assert "columns of unknown names were not read: Người nhập" in said(content)


def test_a_period_that_the_spreadsheet_made_a_day_of_is_refused():
    [(cell, _asked, sentence)] = wrong(figures(("4a", date(2026, 5, 1), 45, 50)))
    assert cell == "B2"
    assert "Write the period in words" in sentence


def test_several_sheets_of_figures_are_read_and_hidden_ones_are_said():
    def hide(book):
        book["Quý II"].sheet_state = "hidden"
        book["Quý I"].row_dimensions[3].hidden = True
        book["Quý I"].column_dimensions["C"].hidden = True

    rows = [HEADER, GOOD[0], GOOD[1]]
    content = workbook({"Quý I": rows, "Quý II": [HEADER, GOOD[2]], "Ghi chép": [("việc cần làm",)]}, hide)
    assert [draft.where.sheet for draft in taken(content)] == ["Quý I", "Quý I", "Quý II"]
    for sentence in (
        "Sheet 'Quý II' is hidden; it was read",
        "Sheet 'Quý I': 1 hidden rows were read like the others: 3",
        "Sheet 'Quý I': hidden columns were read like the others: Tử số",
        "Sheet 'Ghi chép' holds no table of figures and was not read",
    ):
        assert sentence in said(content)


def test_a_merged_label_holds_for_all_its_rows_and_a_merged_figure_is_refused():
    def merge(book):
        book.active.merge_cells("A2:A3")
        book.active.merge_cells("C5:C6")

    rows = [("4a", "2026-Q1", 45, 50), (None, "2026-Q2", 46, 50), (), ("4b", "2026-Q1", 300, 400), ("4b", "2026-Q2", None, 400)]
    drafts, errors, _said = read("bieu.xlsx", figures(*rows, change=merge))
    assert [(draft.measure, draft.numerator) for draft in drafts[:2]] == [("4a", 45), ("4a", 46)]
    assert [(where.cell, "is merged with others" in str(error)) for where, error in errors] == [("C5", True)]


def test_a_number_in_a_column_of_words_is_refused():
    """A5: an identity number that went through a spreadsheet is a number of eleven digits."""
    [(cell, _asked, sentence)] = wrong(figures(("4a", "2026-S1", 45, 50, None, None, None, None, 79123456789)))
    assert cell == "I2"
    assert "79123456789" not in sentence


@pytest.mark.parametrize(
    ("sheets", "cell"),
    [
        ({"Số liệu": [HEADER, ("4a", "2026-S1", 45, 50, None, None, None, None, "cháu Nguyễn Văn An, 9 tuổi")]}, "I2"),
        ({"Số liệu": [HEADER, GOOD[0]], "Khác": [("ghi",), ("Bé Lan bị ngã",)]}, "A2"),
        ({"Số liệu": [HEADER, GOOD[0]], "DS": [("TT", "Họ và tên", "Ngày sinh"), (1, "A", date(2016, 3, 12))]}, "A1"),
        ({"Số liệu": [HEADER, GOOD[0]], "DS": [("Nguyễn Văn An", date(2016, 3, 12))]}, "A1"),
    ],
)
def test_no_text_of_any_sheet_may_tell_of_a_child(sheets, cell):
    """Rule 27: in cells that are read and in cells that are not; what it was is not repeated."""
    [(address, _asked, sentence)] = wrong(workbook(sheets))
    assert address == cell
    assert "Nguyễn" not in sentence


def test_the_name_of_a_sheet_may_not_tell_of_a_child():
    assert "The name of sheet 2" in refused(workbook({"Số liệu": [HEADER, GOOD[0]], "cháu Lan 9 tuổi": [("x",)]}))


def test_a_workbook_without_a_table_is_refused_with_the_headings_wanted():
    sentence = refused(workbook({"Trang 1": [("a", "b"), (1, 2)]}))
    assert "Trang 1" in sentence
    assert "Tử số" in sentence


def test_a_table_without_its_period_is_refused_by_sheet_and_row():
    assert "Sheet 'Trang 1': Row 2 has headings of a table, but lacks: Kỳ" in refused(
        workbook({"Trang 1": [("BIỂU",), ("Chỉ tiêu", "Tử số", "Mẫu số"), ("4a", 1, 2)]})
    )


# Forms made to be filled in


def of_form(key, numerator=None, denominator=None, *more):
    return (key, None, "chữ in trên biểu", numerator, denominator, *more)


def test_rows_of_a_form_are_known_by_their_keys_wherever_they_were_moved():
    rows = [of_form("D0002", 46, 50), (), of_form("D0001", 45, 50)]
    drafts = taken(form(lines("D0001", "D0002"), *rows))
    assert [(draft.period, draft.numerator, draft.place) for draft in drafts] == [("2026-02", 46, "07621"), ("2026-01", 45, "07621")]


def test_a_denominator_filled_in_beforehand_is_no_figure_by_itself():
    content = form(lines("D0001", "D0002"), of_form("D0001", None, 1250), of_form("D0002", 0, 1250))
    assert [(draft.period, draft.numerator) for draft in taken(content)] == [("2026-02", 0)]


def test_a_row_that_lost_its_key_is_refused_at_its_figure():
    [(cell, _asked, sentence)] = wrong(form(lines("D0001"), of_form("D0001", 45, 50), of_form(None, 46, 50)))
    assert cell == "D4"
    assert "has lost the code" in sentence


def test_a_row_with_a_key_of_another_form_is_refused():
    [(cell, _asked, _sentence)] = wrong(form(lines("D0001"), of_form("D0009", 45, 50)))
    assert cell == "D3"


def test_a_row_that_was_deleted_is_said():
    assert "1 rows of the form are gone" in said(form(lines("D0001", "D0002"), of_form("D0001", 45, 50)))


def test_a_total_below_a_form_is_passed_over_but_a_row_called_so_with_a_key_is_refused():
    total = ("", None, "Tổng cộng", 90, 100)
    content = form(lines("D0001"), ("D0001", "", "", 45, 50), ("", "Tổng số", "", 90, 100), total)
    assert [draft.numerator for draft in taken(content)] == [45]
    [(cell, _asked, sentence)] = wrong(form(lines("D0001"), ("D0001", "Tổng số", "", 45, 50)))
    assert cell == "B3"
    assert "a row of totals is written over it" in sentence


def test_several_keys_in_one_row_each_begin_a_block():
    """The one sheet of all schools: what stands left of the first key holds for the whole row, everything else for its own block."""
    header = ("Trường", "Mã dòng", "Tử số", "Mẫu số", "Mã dòng", "Tử số", "Mẫu số", "Tình trạng")
    rows = [("Trường A", "D0001", 1, 10, "D0002", 2, 20, "sơ bộ"), ("Tổng cộng", None, "=C3", "=D3", None, "=F3", "=G3", None)]
    drafts = taken(form(lines("D0001", "D0002"), *rows, header=header))
    assert [(draft.numerator, draft.denominator, draft.state, draft.where.cell) for draft in drafts] == [
        (1, 10, None, "C3"),
        (2, 20, "provisional", "F3"),
    ]


def test_a_form_whose_hidden_sheet_was_changed_is_refused():
    def change(book):
        book["_monitor"]["B3"] = "phong-giao-duc"

    assert "is not as it was made" in refused(form(lines("D0001"), of_form("D0001", 45, 50), change=change))
    assert len(taken(form(lines("D0001"), of_form("D0001", 45, 50)))) == 1


def test_a_form_without_its_hidden_sheet_is_refused():
    def change(book):
        book.remove(book["_monitor"])

    assert "The hidden sheet of the form is gone" in refused(form(lines("D0001"), of_form("D0001", 45, 50), change=change))


def test_a_form_of_another_version_is_refused():
    def change(book):
        book["_monitor"]["B1"] = "1"

    assert "another version" in refused(form(lines("D0001"), of_form("D0001", 45, 50), change=change))


def test_a_state_kept_by_the_spreadsheet_is_no_number_where_states_stand_apart():
    """B7: ĐÚNG typed is the boolean, which Python takes for 1."""
    [(cell, _asked, sentence)] = wrong(form(lines("D0001"), of_form("D0001", None, None, True)))
    assert cell == "F3"
    assert "state TRUE" in sentence


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (date(1900, 1, 5), "05/01/1900"),
        (date(1899, 3, 12), "12/3/1899"),
        (datetime.combine(date(2026, 3, 5), time(7, 30)), "07:30 05/3/2026"),
        (time(7, 30), "07:30:00"),
    ],
)
def test_a_day_of_another_century_is_named_as_the_sheet_shows_it(cell, shown):
    """A 5 in a cell of days is 5 January 1900: what is told is what the officer sees there."""

    def typed(book):
        book.active["C2"] = cell
        book.active["C2"].number_format = "dd/mm/yyyy"

    [(address, _asked, sentence)] = wrong(figures(("4a", "2026-S1", 1, 50), change=typed))
    assert address == "C2"
    assert f"the cell holds {shown}, which is neither" in sentence


def test_a_day_in_a_column_of_words_is_named_as_the_sheet_shows_it():
    [(_cell, _asked, sentence)] = wrong(figures(("4a", "2026-S1", 1, 50, None, None, None, date(2026, 1, 5))))
    assert "Tình trạng is '05/01/2026'" in sentence
