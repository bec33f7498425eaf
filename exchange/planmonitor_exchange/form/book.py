"""A form as a workbook, whose named cells are filled; all else stays as it was."""

from __future__ import annotations

import io
import re
import unicodedata
import warnings
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from planmonitor import BadData, Message, Refusal

from planmonitor_exchange.figures.workbook.container import XLSX, damaged, kind_of
from planmonitor_exchange.figures.workbook.preflight import look_at
from planmonitor_exchange.form.fields import FormField
from planmonitor_exchange.form.names import OF_MEASURE, OF_REPORT, unknown
from planmonitor_exchange.speaking.translations import N_

LONGEST = 32_767
"""Letters that a cell of a spreadsheet holds."""
MOST_NAMES = 20_000
"""Names of cells in a workbook."""
_LISTED = 5
_DAY = "dd/mm/yyyy"
_LITERAL = re.compile(r'"[^"]*"|\\.')
_SAVE_AS = N_("Save the form as a common workbook (.xlsx) with text and tables alone.")


def filled_book(content: bytes, fields: Mapping[str, FormField]) -> bytes:
    """Return a workbook in which the cells whose names are those of fields are filled; names of other sorts are left alone.

    Raises:
        BadData: where it is damaged, larger than it may be, holds macros or what would be lost if it were written again, has no field, has fields
            that are not known, or a field that is no single cell.
    """
    if kind_of(content) != XLSX:
        raise damaged()
    found = look_at(content)
    if found.macros:
        raise BadData(N_("The form holds macros."), Message.of(_SAVE_AS))
    if found.lost:
        lost = (*found.lost[:_LISTED], *(("…",) if len(found.lost) > _LISTED else ()))
        raise BadData(N_("The form holds {parts}, which would be lost if it were filled."), Message.of(_SAVE_AS), parts=lost)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _filled(content, fields)
    except Refusal:
        raise
    except Exception as error:  # whatever a damaged file makes the library end with
        raise damaged() from error


def _filled(content: bytes, fields: Mapping[str, FormField]) -> bytes:
    import openpyxl  # type: ignore[import-untyped]

    workbook = openpyxl.load_workbook(io.BytesIO(content), rich_text=True, keep_links=False)
    named = [(name, defined) for name, defined in _names(workbook) if name.startswith((OF_REPORT, OF_MEASURE))]
    if not named:
        raise BadData(N_("The form has no field: no cell has a name such as ct_1a."), Message.of(N_("Name the cells to be filled in Excel.")))
    if strange := [defined.name for name, defined in named if name not in fields]:
        raise BadData(
            N_("The form has fields that this report does not have: {names}."),
            Message.of(N_("The field of every measure stands on the sheet ID of the annex as a workbook (.xlsx).")),
            names=tuple(unknown(name, fields) for name in dict.fromkeys(strange)),
        )
    faults = [fault for name, defined in named if (fault := _fill(workbook, defined, fields[name])) is not None]
    if faults:
        raise BadData(
            N_("The form cannot be filled: {faults}."),
            Message.of(N_("Put these cells right in Excel, and fill the form again.")),
            faults=tuple(faults),
        )
    workbook.calculation.fullCalcOnLoad = True  # what was calculated is not written again
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def _names(workbook: Any) -> Iterator[tuple[str, Any]]:
    """Yield the names of cells, of the whole workbook and of single sheets, as they are compared: a spreadsheet heeds no capitals."""
    scopes = [workbook.defined_names, *(sheet.defined_names for sheet in workbook.worksheets)]
    if sum(map(len, scopes)) > MOST_NAMES:
        raise BadData(N_("The form has more than {count} names of cells."), Message.of(_SAVE_AS), count=MOST_NAMES)
    for scope in scopes:
        for defined in scope.values():
            yield unicodedata.normalize("NFC", defined.name).casefold(), defined


def _fill(workbook: Any, defined: Any, filled: FormField) -> Message | None:
    """Fill the cell of a name; return what is wrong with it, or None."""
    cell = _cell_of(workbook, defined)
    if cell is None:
        return Message.of(N_("'{name}' names no single cell"), name=defined.name)
    at = f"{cell.parent.title}!{cell.coordinate}"
    if cell.data_type == "f":
        return Message.of(N_("'{name}' names a cell with a formula ({cell})"), name=defined.name, cell=at)
    value = filled.cell
    if isinstance(value, (int, Decimal)) and "%" in _LITERAL.sub("", cell.number_format):
        if not filled.percent:
            return Message.of(N_("'{name}' is no percentage, but its cell {cell} is formatted as one"), name=defined.name, cell=at)
        value = Decimal(value) / 100
    if isinstance(value, str) and len(value) > LONGEST:
        return Message.of(N_("'{name}' has more text than a cell holds ({cell})"), name=defined.name, cell=at)
    _write(cell, value)
    return None


def _cell_of(workbook: Any, defined: Any) -> Any:
    """Return the one cell that a name stands for, of merged cells the first; None where it stands for none, for several or for something else."""
    if defined.type != "RANGE":
        return None
    places = list(defined.destinations)
    if len(places) != 1 or places[0][0] not in workbook.sheetnames:
        return None
    sheet, area = workbook[places[0][0]], places[0][1].replace("$", "")
    for merged in getattr(sheet, "merged_cells", _NoCells).ranges:
        if area == merged.coord or (":" not in area and area in merged):
            return merged.start_cell
    return sheet[area] if re.fullmatch("[A-Z]{1,3}[0-9]{1,7}", area) else None


class _NoCells:
    ranges = ()


def _write(cell: Any, value: Any) -> None:
    """Write a value as what it is: a number, a day, or a text, which is no formula whatever it begins with."""
    from openpyxl.styles.numbers import is_date_format  # type: ignore[import-untyped]

    shown = cell.number_format
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    elif isinstance(value, date):
        cell.number_format = shown if is_date_format(shown) else _DAY
