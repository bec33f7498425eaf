"""What a workbook to fill in says of itself: the contract between what is written and what is read back.

- A very hidden sheet called `_monitor`, looked up by name and content, never by its state: another program brings it back merely hidden.
  A1 holds "planmonitor-template", B1 the version as text, "3". Then rows `key | value`, all text: `place`, `unit` (ids with "; " between them,
  empty for the whole place), `period` (as it was asked for), `made` (ISO date), `fingerprint`; further keys (those of the narrative, "N0001")
  are passed over by who does not know them. For each sheet with figures a row `labels | sheet | words | words ...`, the headings of the columns that
  tell people what a row is about, a row `columns | sheet | words ...`, the headings of all that is read back, as often as they stand there, and a row
  `title | sheet | words`, what stands above the table: a form over which another year was typed is about something else than its keys say. One
  empty row. Then the header `key | sheet | measure | unit | period | breakdown | place | kind | printed | above | label | counting` (in version
  "2", which is still read, up to `printed`) and one row for every figure asked for: `key` is a text with a letter, "D0001"; `measure` the full id of
  the measure or base population; `breakdown` "sex=female" or empty; `kind` that of the definition, or "population"; `printed` what stands in the
  row under the headings of `labels`: a row in which other words stand is about something else than its key says, and is refused; `above` what
  stands above the headings of its block, where several blocks stand side by side, held likewise; `label` what the figure is called; `counting`
  what is counted, in some letters (`counting_of`): a form outlives a change of its plans, and what is counted in another way since is refused.
- A sheet with figures has one header row. The column "Mã dòng" (hidden, locked) holds the key of each row, so that rows that were moved or
  sorted are found; all other columns are known by their words (`HEADINGS`), Vietnamese, or English where made so, never by their place. A sheet
  may hold several such columns side by side (the one sheet of all schools): each begins a block that reaches to the next, a heading belongs to the
  block it stands in, and what stands left of the first block holds for all of its row.
- A row whose figure is empty is missing, not zero: a denominator that was filled in beforehand is no figure by itself.
- `fingerprint` is a SHA-256 over what the sheet asks for, never over what was filled in: a workbook whose own rows have another is refused.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import astuple, field, fields, frozen

from planmonitor_exchange.speaking.translations import LANGUAGES, N_, translate

SHEET = "_monitor"
"""The name of the hidden sheet."""
MARK = "planmonitor-template"
VERSION = "3"
_OLDER = {"2": 9}
"""Versions that are still read, with how many columns the rows of each have."""
HEADINGS = {
    "key": N_("Row code"),
    "numerator": N_("Numerator"),
    "denominator": N_("Denominator"),
    "value": N_("Count"),
    "yes": N_("Yes or no"),
    "until": N_("Figure up to"),
    "state": N_("State of the figure"),
    "note": N_("Remark, evidence"),
}
"""The words above the columns that are read back, by what stands in them."""
LABELS = {
    "measure": (N_("Measure"), N_("Base figure")),
    "unit": (N_("Who supplies it"), N_("Unit or member")),
    "period": (N_("From day to day"),),
}
"""The words above the columns that say what a row is about, by the field of its figure that they tell."""
TOTAL_OF = N_("Total of {measure}")
"""What a row is called that adds up the parts of a measure."""
YES, NO = N_("Yes"), N_("No")
"""What is chosen of a state or a task."""
STATES = {"estimated": N_("estimated"), "provisional": N_("provisional"), "final": N_("final")}
"""What is chosen as the state of a figure."""


_BY_SHEET = ("labels", "columns", "title")
"""What is said of each sheet."""


@frozen
class FigureLine:
    """One figure that a workbook asks for."""

    key: str
    """The key of its row, "D0001"."""
    sheet: str
    """The sheet it stands on."""
    measure: str
    """Full id of the measure or base population."""
    unit: str
    """Id of the unit or member whose part it is; "" for the whole place."""
    period: str
    """Id of the period, in the data window of the measure."""
    breakdown: str
    """ "sex=female"; "" for the total."""
    place: str
    """Code of the place."""
    kind: str
    """How it is counted, or "population"."""
    printed: str = ""
    """The words that stand in its row under the headings of the labels (`printed_of`)."""
    above: str = ""
    """The words above the headings of its block; "" where a row holds one figure."""
    label: str = ""
    """What the measure or base population is called."""
    counting: str = ""
    """What is counted, in some letters."""


BETWEEN = " | "
"""What stands between the words of two labels."""
COLUMNS = tuple(attribute.name for attribute in fields(FigureLine))


@frozen
class TemplateIdentity:
    """What a workbook says of itself."""

    place: str
    unit: str
    period: str
    made: date
    lines: tuple[FigureLine, ...]
    narrative: Mapping[str, str] = field(factory=dict)
    """By the key of a row of the narrative, "N0001", the id of its plan and what is told there: "child-work-2026/van-son done"."""
    labels: Mapping[str, tuple[str, ...]] = field(factory=dict)
    """By sheet, the headings of the columns that say what a row is about."""
    columns: Mapping[str, tuple[str, ...]] = field(factory=dict)
    """By sheet, the headings of the columns that are read back; one that stands above several columns as often."""
    titles: Mapping[str, tuple[str, ...]] = field(factory=dict)
    """By sheet, the title above its table."""
    version: str = VERSION
    """In which version it is written."""
    fingerprint: str = ""
    """The one that stands there, of a workbook that was read; "" of one that is made (`fingerprint_of`)."""

    @property
    def is_unchanged(self) -> bool:
        """Whether the fingerprint that stands there is that of its own rows."""
        return self.fingerprint == fingerprint_of(self)


def printed_of(cells: Iterable[str]) -> str:
    """Return the words of the labels of a row as they are kept and compared, whatever spaces stand between them."""
    return BETWEEN.join(" ".join(cell.split()) for cell in cells).strip(BETWEEN)


def fingerprint_of(identity: TemplateIdentity) -> str:
    """Return the SHA-256, in hex, over what a workbook asks for; on which day it was made does not matter."""
    rows = [(MARK, identity.version), *_about(identity), *_rows(identity)]
    return hashlib.sha256("\n".join("\t".join(row) for row in rows).encode()).hexdigest()


def identity_cells(identity: TemplateIdentity) -> list[tuple[str, ...]]:
    """Return the rows of the hidden sheet."""
    dated = (("made", identity.made.isoformat()), ("fingerprint", fingerprint_of(identity)))
    return [(MARK, identity.version), *_about(identity), *dated, (), columns_of(identity.version), *_rows(identity)]


def columns_of(version: str) -> tuple[str, ...]:
    """Return the columns that the rows of a version have."""
    return COLUMNS[: _OLDER.get(version, len(COLUMNS))]


def read_identity(rows: Iterable[Sequence[str]]) -> TemplateIdentity | None:
    """Return what the rows of a sheet say of the workbook; None where it is no such sheet, or of another version."""
    cells = [tuple(cell.strip() for cell in row) for row in rows]
    version = cells[0][1] if cells and len(cells[0]) > 1 else ""
    if not cells or cells[0][:1] != (MARK,) or version not in {VERSION, *_OLDER}:
        return None
    columns_there = columns_of(version)
    width = len(columns_there)
    header = next((number for number, row in enumerate(cells) if row[:width] == columns_there), len(cells))
    above = [row for row in cells[1:header] if len(row) > 1 and row[0]]
    about = {row[0]: row[1] for row in above if row[0] not in _BY_SHEET}
    labels, columns, titles = ({row[1]: tuple(filter(None, row[2:])) for row in above if row[0] == name} for name in _BY_SHEET)
    lines = tuple(FigureLine(*padded[:width]) for row in cells[header + 1 :] if (padded := (*row, *[""] * width))[0])
    try:
        made = date.fromisoformat(about.get("made", ""))
    except ValueError:
        return None
    told = {key: value for key, value in about.items() if key not in {"place", "unit", "period", "made", "fingerprint"}}
    place, unit, period = (about.get(key, "") for key in ("place", "unit", "period"))
    return TemplateIdentity(place, unit, period, made, lines, told, labels, columns, titles, version, about.get("fingerprint", ""))


def heading_of(words: str) -> str | None:
    """Return what stands in the column of a heading, in either language; None for a column that is not read back."""
    return next((name for name, english in HEADINGS.items() if words.strip() in {translate(english, language) for language in LANGUAGES}), None)


def _about(identity: TemplateIdentity) -> list[tuple[str, ...]]:
    about = [("place", identity.place), ("unit", identity.unit), ("period", identity.period), *identity.narrative.items()]
    headings = zip(_BY_SHEET, (identity.labels, identity.columns, identity.titles), strict=True)
    return [*about, *((name, sheet, *words) for name, by_sheet in headings for sheet, words in by_sheet.items())]


def _rows(identity: TemplateIdentity) -> list[tuple[str, ...]]:
    width = len(columns_of(identity.version))
    return [astuple(line)[:width] for line in identity.lines]
