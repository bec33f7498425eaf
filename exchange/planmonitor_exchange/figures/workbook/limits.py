"""What a workbook may hold: far more than any sheet of figures has, and little enough to be read in seconds within little memory.

They are looked at while the file is unpacked piece by piece, before any library reads it.
"""

from __future__ import annotations

LARGEST_FILE = 40_000_000
"""Bytes of the file as it was sent."""
MOST_PARTS = 2_000
"""Entries of the container."""
LARGEST_DIRECTORY = 500_000
"""Bytes of the list of its entries."""
LARGEST_SHEET = 150_000_000
"""Bytes of one sheet, unpacked."""
LARGEST_STRINGS = 30_000_000
"""Bytes of the texts that sheets share, which are held in memory as long as the file is read."""
LARGEST_PART = 6_000_000
"""Bytes of any other part that is read: styles, names of sheets."""
LARGEST_WHOLE = 400_000_000
"""Bytes of all parts, unpacked."""
STRONGEST = 300
"""How many times smaller a part may be packed: spreadsheets pack theirs some five to forty times."""
MOST_SHEETS = 300
"""Sheets."""
MOST_ROWS = 120_000
"""Rows with cells, of all sheets together."""
MOST_CELLS = 1_200_000
"""Cells of all rows up to the last one of each, of all sheets together."""
MOST_ELEMENTS = 4_000_000
"""Elements of all parts together, whatever they are: some three a cell."""
MOST_COLUMNS = 4_000
"""The column that the last cell of a row may stand in."""
HIGHEST_ROW = 1_048_576
"""The number of the last row that a spreadsheet has: a reader goes through all before it."""
MOST_MARKS = 120_000
"""Formulas, merged cells, and hidden rows, of one sheet."""
MOST_SECONDS = 20
"""How long a process of its own may read a workbook of another kind."""
MOST_MEMORY = 150_000_000
"""Bytes that it may take, on systems that can bound it (not on Windows)."""
MOST_TOLD = 40_000_000
"""Bytes of what it may say."""
