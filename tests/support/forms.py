"""Forms of a superior as officers get them, and the fields they are filled with."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

from docx import Document
from openpyxl.workbook.defined_name import DefinedName
from planmonitor_exchange.form.fields import PARTS, FormCell, FormField, FormFields
from support.workbooks import workbook

TEXT = "<5 & \"ngoặc\" 'đơn'"
"""A text whose every sign means something in a file."""


def fields(*codes: str, **more: str) -> FormFields:
    """Return fields: every measure a text of its own with dangerous signs in it, the others as they are named."""
    rows = tuple({part: FormField(f"{part} {code} {TEXT}", None) for part in PARTS} for code in codes)
    of_measures = {f"ct_{code}": row["ket_qua"] for code, row in zip(codes, rows, strict=True)}
    return FormFields({**of_measures, **{name: FormField(text, text) for name, text in more.items()}}, rows)


def cells(**values: FormCell) -> dict[str, FormField]:
    """Return fields as cells have them."""
    return {name: FormField(str(value), value) for name, value in values.items()}


def word_form(*paragraphs: str | Sequence[str], rows: Sequence[Sequence[str]] = (), change: Callable[[Any], object] | None = None) -> bytes:
    """Return a form in Word: paragraphs, each of one run or of several, and a table."""
    made = Document()
    for paragraph in paragraphs:
        words = made.add_paragraph()
        for run in [paragraph] if isinstance(paragraph, str) else paragraph:
            words.add_run(run)
    if rows:
        table = made.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    if change is not None:
        change(made)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def book_form(change: Callable[[Any], object] | None = None, **names: str) -> bytes:
    """Return a form as a workbook of two sheets, with names and what they stand for."""

    def name(book: Any) -> None:
        for own, place in names.items():
            book.defined_names[own] = DefinedName(own, attr_text=place)
        if change is not None:
            change(book)

    return workbook({"Biểu 1": [("BIỂU TỔNG HỢP",), ("Chỉ tiêu", "Kết quả"), ("Cấp giấy khai sinh", "…")], "Lời": [("Khó khăn",)]}, name)
