"""The table of the annex in Word: filled row by row, its heads repeated, no row broken over two pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from planmonitor_exchange.report.document import Annex, AnnexRow
from planmonitor_exchange.speaking.values import printable

Marks = Callable[[str], tuple[str, str]]
_NO_MARKS = ("", "")
_TWIPS = 56.6929
"""Twentieths of a point in a millimetre."""
_SIZE = 22
"""Half points of the letters."""
_HEAD_BREAK = re.compile(r"(:| (?=\())\s*")
"""Where a heading is broken: "Thực hiện:", "tử số/mẫu số"."""
_LETTER = 2
"""Millimetres that a digit takes, with what is empty beside it."""
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _SIDES)


def table(annex: Annex, widths: Sequence[int], marks: Marks, keys: Marks) -> Any:
    """Return the table as an element.

    Args:
        annex: What stands in it.
        widths: How wide its columns are, in millimetres.
        marks: Gives the bookmarks around the words of a measure, as text before and behind them.
        keys: Gives those in the first cell of a row, by its key.
    """
    total = sum(map(_twips, widths))
    grid = "".join(f'<w:gridCol w:w="{_twips(width)}"/>' for width in widths)
    heads = "".join(_cell(_HEAD_BREAK.sub(r"\1\n", words), width, bold=True, middle=True) for words, width in zip(annex.columns, widths, strict=True))
    numbers = "".join(_cell(f"({number})", width, middle=True) for number, width in enumerate(widths, 1))
    parts = (*(row.part for row in annex.rows[1:]), False)  # parts stay with what they are parts of
    rows = "".join(_row(row, widths, marks, keys, kept=kept) for row, kept in zip(annex.rows, parts, strict=True))
    properties = f'<w:tblW w:w="{total}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
    margins = '<w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
    repeated = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    above = f"<w:tr>{repeated}{heads}</w:tr><w:tr>{repeated}{numbers}</w:tr>"
    return parse_xml(f"<w:tbl {nsdecls('w')}><w:tblPr>{properties}{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{above}{rows}</w:tbl>")


def _row(row: AnnexRow, widths: Sequence[int], marks: Marks, keys: Marks, *, kept: bool) -> str:
    if len(row.cells) == 1:
        cell = _cell(row.cells[0], sum(widths), bold=True, span=len(widths), kept=True)
    else:
        left = {1, len(widths) - 1, len(widths) - 2}
        around = {0: keys(row.key) if row.key else _NO_MARKS, 1: marks(row.measure) if row.measure and not row.part else _NO_MARKS}
        cell = "".join(
            _cell(words, width, middle=number not in left, italic=row.part, kept=kept, around=around.get(number, _NO_MARKS))
            for number, (words, width) in enumerate(zip(row.cells, widths, strict=True))
        )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"


def _cell(
    words: str,
    width: int,
    *,
    bold: bool = False,
    italic: bool = False,
    middle: bool = False,
    span: int = 1,
    kept: bool = False,
    around: tuple[str, str] = ("", ""),
) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    looks = f'{"<w:b/>" if bold else ""}{"<w:i/>" if italic else ""}<w:sz w:val="{_SIZE}"/>'
    told = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(printable(line)) for line in _lines(words, width))
    run = f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{told}</w:t></w:r>' if words else ""
    placed = f'{"<w:keepNext/>" if kept else ""}<w:spacing w:before="20" w:after="20"/><w:jc w:val="{"center" if middle else "left"}"/>'
    paragraph = f"<w:p><w:pPr>{placed}</w:pPr>{around[0]}{run}{around[1]}</w:p>"
    return f'<w:tc><w:tcPr><w:tcW w:w="{_twips(width)}" w:type="dxa"/>{spanned}<w:vAlign w:val="center"/></w:tcPr>{paragraph}</w:tc>'


def _lines(words: str, width: int) -> list[str]:
    """Return the lines of a cell; words are broken behind the line of a fraction that is too long for the cell: "404,9/", "100.000 (ước)"."""
    if "\n" in words:
        return words.split("\n")
    first, line, behind = words.partition("/")
    too_long = max(map(len, words.split()), default=0) > width // _LETTER
    return [first + line, behind] if line and too_long and first.replace(",", "").replace(".", "").isdigit() else [words]


def _twips(millimetres: int) -> int:
    return round(millimetres * _TWIPS)
