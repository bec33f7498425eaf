"""Forms as workbooks: cells with the names of fields are filled with numbers, days and texts; all else stays, or the form is refused."""

from __future__ import annotations

import io
import unicodedata
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.chart import BarChart
from openpyxl.workbook.defined_name import DefinedName
from planmonitor import BadData
from planmonitor_exchange.form import book
from planmonitor_exchange.form.book import filled_book
from planmonitor_exchange.form.fields import FormField
from support.forms import TEXT, book_form, cells
from support.workbooks import with_part

FIELDS = {
    **cells(ct_1a_tu_so=45, ct_1b="…", bc_kho_khan=f"={TEXT}\nDòng 2", bc_ngay_lap=date(2026, 11, 22), bc_luu_y=None),
    "ct_1a": FormField("97,8% (ước)", Decimal("97.8"), percent=True),
}
AT = "'Biểu 1'!$B$3"


def filled(content):
    return openpyxl.load_workbook(io.BytesIO(filled_book(content, FIELDS)))


def refused(content):
    with pytest.raises(BadData) as caught:
        filled_book(content, FIELDS)
    return str(caught.value)


def test_a_figure_is_a_number_a_day_a_day_and_a_text_a_text():
    form = book_form(ct_1a=AT, ct_1a_tu_so="'Biểu 1'!$C$3", bc_ngay_lap="'Biểu 1'!$D$3", bc_kho_khan="'Lời'!$B$1", ct_1b="Lời!$C$1")
    made = filled(form)
    of_figures, of_words = made["Biểu 1"], made["Lời"]
    assert [of_figures[cell].value for cell in ("B3", "C3")] == [97.8, 45]
    assert of_figures["D3"].value.date() == date(2026, 11, 22)
    assert of_figures["D3"].number_format == "dd/mm/yyyy"
    assert (of_words["B1"].value, of_words["B1"].data_type) == (f"={TEXT}\nDòng 2", "s")
    assert of_words["C1"].value == "…"
    assert [of_figures[cell].value for cell in ("A1", "A3")] == ["BIỂU TỔNG HỢP", "Cấp giấy khai sinh"]


@pytest.mark.parametrize(("given", "kept"), [("d/m/yy", "d/m/yy"), ("@", "dd/mm/yyyy")])
def test_a_day_keeps_the_format_of_its_cell_where_that_shows_days(given, kept):
    def formatted(made):
        made["Biểu 1"]["B3"].number_format = given

    assert filled(book_form(formatted, bc_ngay_lap=AT))["Biểu 1"]["B3"].number_format == kept


def test_a_cell_formatted_as_a_percentage_shows_the_same_figure():
    def percentage(made):
        made["Biểu 1"]["B3"].number_format = "0.0%"

    cell = filled(book_form(percentage, ct_1a=AT))["Biểu 1"]["B3"]
    assert (cell.value, cell.number_format) == (0.978, "0.0%")


def test_a_percent_sign_that_is_a_letter_multiplies_nothing():
    def lettered(made):
        made["Biểu 1"]["B3"].number_format = '0.0"%"'

    assert filled(book_form(lettered, ct_1a=AT))["Biểu 1"]["B3"].value == 97.8


def test_a_name_over_merged_cells_fills_the_first():
    def merged(made):
        made["Biểu 1"].merge_cells("B5:D6")

    for place in ("'Biểu 1'!$B$5:$D$6", "'Biểu 1'!$C$6"):
        assert filled(book_form(merged, ct_1a=place))["Biểu 1"]["B5"].value == 97.8


def test_names_are_found_whatever_their_capitals_composition_or_scope():
    def of_sheet(made):
        made["Lời"].defined_names["ct_1b"] = DefinedName("ct_1b", attr_text="'Lời'!$A$5")

    made = filled(book_form(of_sheet, CT_1A=AT, **{unicodedata.normalize("NFD", "BC_Kho_Khan"): "'Lời'!$A$6"}))
    assert (made["Biểu 1"]["B3"].value, made["Lời"]["A5"].value) == (97.8, "…")
    assert made["Lời"]["A6"].value.startswith("=<5")


def test_names_of_other_sorts_are_left_alone():
    def print_area(made):
        made["Biểu 1"].print_area = "A1:D9"

    made = filled(book_form(print_area, ct_1a=AT, KY="'Biểu 1'!$A$3", TongCong="SUM(1,2)"))
    assert made["Biểu 1"]["A3"].value == "Cấp giấy khai sinh"
    assert made["Biểu 1"].print_area == "'Biểu 1'!$A$1:$D$9"
    assert {"KY", "TongCong"} <= {*made.defined_names}


def test_an_empty_field_empties_its_cell():
    assert filled(book_form(bc_luu_y=AT))["Biểu 1"]["B3"].value is None


def test_all_unknown_fields_are_named_at_once_with_near_ones():
    said = refused(book_form(ct_1aa=AT, bc_kho_kan=AT, ct_1a=AT))
    assert "'ct_1aa' (perhaps ct_1a" in said
    assert "'bc_kho_kan' (perhaps bc_kho_khan" in said


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("'Biểu 1'!$B$3:$C$4", "names no single cell"),
        ("'Biểu 1'!$B$3,'Biểu 1'!$C$3", "names no single cell"),
        ("#REF!", "names no single cell"),
        ("'Không có'!$A$1", "names no single cell"),
        ("'Biểu 1'!$B:$B", "names no single cell"),
        ("SUM('Biểu 1'!$B$3)", "names no single cell"),
        ("'Biểu 1'!$E$9", "names a cell with a formula (Biểu 1!E9)"),
        ("'Biểu 1'!$F$9", "its cell Biểu 1!F9 is formatted as one"),
    ],
)
def test_a_name_that_is_no_cell_to_be_filled_is_told_with_its_place(place, said):
    def furnished(made):
        made["Biểu 1"]["E9"] = "=B3*2"
        made["Biểu 1"]["F9"].number_format = "0%"

    assert said in refused(book_form(furnished, ct_1a_tu_so=place))


def test_a_form_without_fields_is_refused():
    assert "no field" in refused(book_form(KY=AT))


def with_chart(made):
    made["Lời"].add_chart(BarChart(), "C3")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (book_form(with_chart, ct_1a=AT), "would be lost if it were filled"),
        (with_part(book_form(ct_1a=AT), "xl/vbaProject.bin", lambda _none: b"x"), "holds macros"),
        (with_part(book_form(ct_1a=AT), "xl/workbook.xml", lambda xml: b'<!DOCTYPE w [<!ENTITY a "b">]>' + xml), "declares a document type"),
        (b"chu thuong", "is no workbook"),
        (book_form(ct_1a=AT)[:900], "is damaged"),
    ],
    ids=["chart", "macro", "dtd", "text", "cut"],
)
def test_what_is_no_plain_workbook_is_refused(content, said):
    assert said in refused(content)


def test_each_limit_refuses_a_form_that_passes_it(monkeypatch):
    monkeypatch.setattr(book, "LONGEST", 10)
    assert "more text than a cell holds (Biểu 1!B3)" in refused(book_form(bc_kho_khan=AT))
    monkeypatch.setattr(book, "MOST_NAMES", 1)
    assert "more than 1 names" in refused(book_form(ct_1a=AT, ct_1b=AT))
