"""A program of its own, run by `other_kinds.py`: it reads a workbook with calamine and says line by line, in JSON, what stands in it.

What it reads comes on standard input, and how many bytes it may take as its argument. calamine ends the whole process on some files, and takes what
memory a file asks for: so it runs here, and not where figures are kept. It imports nothing of this package.

Lines: the sheets, each [name, whether hidden, merged areas or null]; then for each row with a value [number of the sheet, number of the row, cells];
then "end". A cell is null, a text, a whole number or a boolean as in JSON; ["number", "1.5"], ["day", "2026-06-30T00:00:00"], ["other", "3:00:00"].
"""

from __future__ import annotations

import datetime
import io
import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any


def bound(most: int) -> None:
    """Let this process have no more memory than so many bytes, and leave no copy of it behind; where the platform can do that."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def told(content: bytes) -> Iterator[object]:
    """Yield what is said of a workbook, line by line."""
    import python_calamine

    try:
        workbook = python_calamine.load_workbook(io.BytesIO(content))
    except python_calamine.PasswordError:
        yield "password"
        return
    kept = [number for number, sheet in enumerate(workbook.sheets_metadata) if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet]
    sheets = [workbook.get_sheet_by_index(number) for number in kept]
    hidden = [workbook.sheets_metadata[number].visible != python_calamine.SheetVisibleEnum.Visible for number in kept]
    yield [[sheet.name, behind, sheet.merged_cell_ranges] for sheet, behind in zip(sheets, hidden, strict=True)]
    for number, sheet in enumerate(sheets):
        if sheet.start is None:
            continue
        before = [None] * sheet.start[1]  # its rows begin in the first row of the sheet, but in the first column that holds something
        for at, row in enumerate(sheet.iter_rows(), 1):
            if cells := as_told(row):
                yield [number, at, [*before, *cells]]
    yield "end"


def as_told(row: Sequence[Any]) -> list[object]:
    """Return the cells of a row up to its last value."""
    last = next((at for at in range(len(row), 0, -1) if row[at - 1] != ""), 0)
    return [cell(value) for value in row[:last]]


def cell(value: Any) -> object:
    """Return a cell as it is said."""
    if isinstance(value, (bool, int, str)):
        return None if value == "" else value
    if isinstance(value, float):
        return ["number", repr(value)]
    if isinstance(value, datetime.date):
        return ["day", value.isoformat()]
    return ["other", str(value)]


def main() -> None:
    """Read standard input, write standard output."""
    bound(int(sys.argv[1]))
    for line in told(sys.stdin.buffer.read()):
        sys.stdout.buffer.write(json.dumps(line, separators=(",", ":")).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
