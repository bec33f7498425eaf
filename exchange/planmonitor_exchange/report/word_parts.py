"""What a Word report is put together of: words that stay together, hidden bookmarks, lines, and columns without borders."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from planmonitor_exchange.report.keys import measure_mark
from planmonitor_exchange.speaking.values import printable

_BEFORE_NUMBER = re.compile(r"\b([Nn]gày|[Tt]háng|[Nn]ăm|[Qq]uý|[Ss]ố|[Đđ]ến|No\.) (?=[\dIV])")
_BEHIND_NUMBER = re.compile(r"(?<![\d/])(?!\d+/\d+/\d)(\d[\d.,/]*%?) (?=[^\W\d_])")
_COMMITTEE = "ỦY BAN NHÂN DÂN "
_ON_A_LINE = 27
"""Capitals of a bold name that fit on a line of the heads."""
_YEAR = re.compile(r"(19|20|21)\d\d")


def bound(text: str) -> str:
    """Return a text whose dates, and numbers with their units, are not broken over two lines."""
    text = _BEFORE_NUMBER.sub("\\1\u00a0", printable(text))
    return _BEHIND_NUMBER.sub(lambda found: f"{found[1]} " if _YEAR.fullmatch(found[1]) else f"{found[1]}\u00a0", text)


def held(name: str) -> str:
    """Return the name of a committee in capitals, which is broken, if at all, in front of the place: "ỦY BAN NHÂN DÂN / HUYỆN THANH TRÌ"."""
    place = name.removeprefix(_COMMITTEE)
    return _COMMITTEE + place.replace(" ", "\u00a0") if place != name and len(_COMMITTEE) + len(place) > _ON_A_LINE else name


def bookmark(measure: str, number: int) -> str:
    """Return the name of the place where a report tells of a measure, hidden from lists: by it a later correction finds the sentence."""
    return f"{measure_mark(measure)}_{number}"


def rule(where: Any, inset: int) -> None:
    """Draw a line under what stands above it, so many millimetres shorter on both sides."""
    line = where.add_paragraph()
    looks = line.paragraph_format
    looks.left_indent = looks.right_indent = Mm(inset)
    looks.space_after, looks.line_spacing = Pt(4), Pt(3)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    line._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr")


def columns(made: Any, *widths: int, rows: int = 1) -> list[tuple[Any, ...]]:
    """Return the cells of rows without borders, none of which is broken over two pages; widths in millimetres."""
    grid = made.add_table(rows, len(widths))
    grid.autofit = False
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    grid._tbl.tblPr.insert_element_before(margins, "w:tblLook")
    return [_row(row, grid, widths) for row in grid.rows]


def _row(row: Any, grid: Any, widths: tuple[int, ...]) -> tuple[Any, ...]:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    cells = tuple(row.cells)
    for cell, column, width in zip(cells, grid.columns, widths, strict=True):
        cell.width = column.width = Mm(width)
    return cells
