"""An officer's own workbook given back with the cells that were refused or asked about in colour, each with a comment; all else as it was."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen
from planmonitor import BadData, Refusal

from planmonitor_exchange.figures.workbook.container import XLSX, kind_of, refusal
from planmonitor_exchange.figures.workbook.preflight import look_at
from planmonitor_exchange.speaking.translations import N_

REFUSED, ASKED = "FFF4B6B6", "FFFFE699"
"""The colours of a cell that was refused, and of one that is asked about."""
_WIDTH, _HEIGHT = 320, 120
_LISTED = 5


@frozen
class Mark:
    """What is written beside a cell."""

    sheet: str
    cell: str
    text: str
    """What is wrong, and what to write."""
    asked: bool = False
    """Whether it is a question, and no refusal."""


def annotated(content: bytes, marks: Sequence[Mark]) -> bytes:
    """Return a workbook with cells coloured and commented.

    Raises:
        BadData: where it is of another kind than .xlsx, or something in it would be lost if it were written again (pictures, charts, comments, lists
            of newer programs, macros): then the list of what is wrong has to do.
    """
    if (kind := kind_of(content)) != XLSX:
        other = N_("The file was not given back in colour: it is of the kind {kind}, and only .xlsx is. What is wrong stands in the list above.")
        raise BadData(other, kind=kind)
    found = look_at(content)
    if found.macros or found.lost:
        lost = N_("The file was not given back in colour: it holds {parts}, which would be lost. What is wrong stands in the list above.")
        raise BadData(lost, parts=(*found.lost[:_LISTED], *(("…",) if len(found.lost) > _LISTED else ())))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _marked(content, marks)
    except Refusal:
        raise
    except Exception as error:
        raise refusal(N_("The file could not be given back in colour. What is wrong stands in the list above."), None) from error


def _marked(content: bytes, marks: Sequence[Mark]) -> bytes:
    import openpyxl  # type: ignore[import-untyped]

    workbook = openpyxl.load_workbook(io.BytesIO(content), rich_text=True)
    for (sheet, cell), together in _by_cell(marks).items():
        _mark(workbook[sheet], cell, together)
    workbook.calculation.fullCalcOnLoad = True  # what was calculated is not written again
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def _by_cell(marks: Sequence[Mark]) -> Mapping[tuple[str, str], list[Mark]]:
    found: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks:
        found.setdefault((mark.sheet, mark.cell), []).append(mark)
    return found


def _mark(worksheet: Any, cell: str, marks: Sequence[Mark]) -> None:
    from openpyxl.comments import Comment  # type: ignore[import-untyped]
    from openpyxl.styles import PatternFill  # type: ignore[import-untyped]

    for area in worksheet.merged_cells.ranges:
        if cell in area:
            cell = area.start_cell.coordinate  # the others of a merged cell cannot be written
    target = worksheet[cell]
    target.fill = PatternFill("solid", start_color=ASKED if all(mark.asked for mark in marks) else REFUSED)
    target.comment = Comment("\n".join(mark.text for mark in marks), "", height=_HEIGHT, width=_WIDTH)
