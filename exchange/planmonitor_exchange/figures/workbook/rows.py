"""The rows of one sheet with figures, each cell read strictly: a value, a refusal with its address, or a question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from sys import intern

from attrs import evolve
from planmonitor import BadData, Message, Refusal
from planmonitor.assessment.records import Origin
from planmonitor.workspace.admission import Draft
from planmonitor.workspace.cell_answers import Settled

from planmonitor_exchange.figures.answered import fingerprint, noted, put_in, sender_of
from planmonitor_exchange.figures.headings import FIGURES, KEY, LABELS, OF_OUR_OWN, REMARKS, WORDS, YES_NO, as_called
from planmonitor_exchange.figures.identity import MARK, TemplateIdentity
from planmonitor_exchange.figures.row import Cell, RowReader, is_missing
from planmonitor_exchange.figures.sheet import is_total, unmarked, words_of
from planmonitor_exchange.figures.workbook.addresses import CellsBeside, SheetCells, cell_name
from planmonitor_exchange.figures.workbook.book import Displayed, Unreadable, Value
from planmonitor_exchange.figures.workbook.cells import look_at
from planmonitor_exchange.figures.workbook.form import IN_ITS_ROW, FormSheet
from planmonitor_exchange.figures.workbook.preflight import Range, SheetMarks, column_letters, merged_at
from planmonitor_exchange.figures.workbook.screening import TextScreen
from planmonitor_exchange.figures.workbook.table import FigureTable, is_numbering, shown
from planmonitor_exchange.speaking.translations import N_

ANEW = N_("Have a new one made with 'monitor template', and copy the figures into it.")
NAMED = 10
"""How many rows or columns are named one by one."""
_COLUMNS_OF_FORM = frozenset(OF_OUR_OWN.values()) - {KEY}
_FIELDS = {
    "until": "UNTIL",
    "numerator": "NUMERATOR",
    "denominator": "DENOMINATOR",
    "value": "OBS_VALUE",
    "yes": YES_NO,
    "measure": "MEASURE",
    "unit": "UNIT",
    "place": "REF_AREA",
    "period": "TIME_PERIOD",
    "breakdown": "BREAKDOWN",
    "evidence": "EVIDENCE",
}
"""The columns of what may be wrong with a figure whose own cell is right."""
_COUNTS = {"NUMERATOR": "numerator", "DENOMINATOR": "denominator", "OBS_VALUE": "value"}
"""The names of counts in a figure, by their columns."""
_OWN_FIGURE = (*(name for name in FIGURES if name != "DENOMINATOR"),)
"""What makes a row of a form one with a figure: its denominator may have been filled in before it was sent out."""


class SheetRows:
    """Takes the rows of a sheet, from the first on, and keeps what they hold."""

    def __init__(
        self, sheet: SheetMarks, table: FigureTable, identity: TemplateIdentity | None, origin: Origin, screen: TextScreen, settled: Settled
    ) -> None:
        """Take where the columns are, what the workbook says of itself, where the sheet stands, the screen for its texts, and what was answered."""
        self._sheet, self._table, self._screen, self._settled = sheet, table, screen, settled
        self._unit = identity.unit if identity is not None else ""
        self._places = SheetCells(evolve(origin, form=MARK if table.keyed else fingerprint(table.headings.values())))
        self._form = FormSheet(table, identity) if identity is not None and table.keyed else None
        self._others = set(identity.narrative) if identity is not None else set()
        self._merged = merged_at(sheet)
        self._carried: dict[Range, Value] = {}
        self._titles: list[str] = []
        self._totals: list[str] = []
        self._hidden: list[int] = []
        self._typed: list[str] = []
        self._remarks: dict[str, bool] = {}
        """Of the row at hand: its cells with remarks, and whether a figure was taken that one stands beside."""
        self._alone: list[str] = []
        self._read = {column for block in table.blocks for column in block.values()}
        self._calculated = 0
        self._used: set[int] = set()
        self._numbers: dict[frozenset[str], frozenset[str]] = {}
        self._beside: dict[tuple[tuple[str, int], ...], Mapping[str, int]] = {}
        """What many rows have alike, held once."""
        self._told: list[Message] = []
        self.keys: set[str] = set()
        self.drafts: list[Draft] = []
        self.errors: list[tuple[Origin, Refusal]] = []
        self.without = 0

    def take(self, at: int, row: Sequence[Value]) -> None:
        """Take the next row of the sheet, of the number `at`."""
        areas = self._merged(at)
        if not any(cell is not None for cell in row):
            return
        self._screen_row(at, row)
        if self._form is not None:
            self._form.pass_row(at, row)
        if at <= self._table.row:
            self._titles += [f"{at}: {words_of([*map(shown, row)])}"] if at < self._table.row else []
        elif at == self._table.row + 1 and is_numbering(row):
            return
        elif not self._has_key(row) and self._is_sum(row):
            self._totals.append(str(at))
            self._note_typed(at, row, range(len(row)))
        else:
            self._note_typed(at, row, (column for column in range(len(row)) if column not in self._read))
            for block in self._table.blocks:
                self._take_block(at, row, block, areas)
            self._alone += [cell for cell, taken in self._remarks.items() if not taken]
            self._remarks.clear()

    def _is_sum(self, row: Sequence[Value]) -> bool:
        return self._form.is_sum(row) if self._form is not None else is_total(shown(cell).strip() for cell in row)

    def _note_typed(self, at: int, row: Sequence[Value], columns: Iterable[int]) -> None:
        """Keep which cells of a form hold a number where it reads none: what it works out itself, or told before, was typed over."""
        if self._form is None:
            return
        for column in columns:
            value, cell = row[column], cell_name(at, column)
            if isinstance(value, (int, Decimal, Displayed)) and not isinstance(value, bool) and not self._is_calculated(cell, column):
                self._typed.append(cell)

    def _is_calculated(self, cell: str, column: int) -> bool:
        """Return whether a number that is not read is a result; where formulas are not seen, all under a heading are taken for some."""
        return cell in self._sheet.formulas or (not self._sheet.formulas_seen and column in self._table.headings)

    def _has_key(self, row: Sequence[Value]) -> bool:
        return any(KEY in block and shown(row[block[KEY]] if block[KEY] < len(row) else None) != "" for block in self._table.blocks)

    def _screen_row(self, at: int, row: Sequence[Value]) -> None:
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                try:
                    self._screen.check(cell)
                except BadData as error:
                    self.errors.append((self._places.at(at, column), error))

    def _take_block(self, at: int, row: Sequence[Value], block: Mapping[str, int], areas: Sequence[Range]) -> None:
        values = {code: row[column] for code, column in block.items() if column < len(row) and row[column] not in {None, ""}}
        calculated = self._sheet.formulas
        formulas = {code for code, column in block.items() if cell_name(at, column) in calculated} if calculated else set()
        key = shown(row[block[KEY]]).strip() if KEY in block and block[KEY] < len(row) else ""
        about = self._of_form(at, values, formulas, block) if self._table.keyed else self._of_labels(at, block, values, areas)
        if about is None:
            return
        addresses = {code: self._places.at(at, column).address for code, column in block.items()} if self._settled else {}
        answered = put_in(values, addresses, self._settled)
        formulas -= answered.keys()
        block = {**block, **{code: block[asked] for asked, code in answered.items()}}
        sender = (self._unit if self._table.keyed and not about["UNIT"] else "") or sender_of(about | values)
        filled = [code for code in (_OWN_FIGURE if self._table.keyed else FIGURES) if code in values or code in formulas]
        row_cells, wrong = self._cells(at, block, values, formulas, areas)
        empty = not wrong and (not filled or is_missing(row_cells))
        for remark in (cell_name(at, block[code]) for code in REMARKS if code in values):
            self._remarks[remark] = self._remarks.get(remark, False) or not empty
        if empty:
            self.without += 1
            return
        if self._form is not None and (other := self._form.wrong(at, row, key, block)):
            self._refuse(*other)
            return
        self._used.update(block[code] for code in values)
        self._hidden += [at] if at in self._sheet.hidden_rows else []
        where = self._places.at(at, block[(filled or [code for code in FIGURES if code in block])[0]], sender)
        reader = RowReader(about | row_cells, where, self._told, self._called(block), states_apart=YES_NO in block)
        typed = {code: row_cells[code] for code in row_cells if code not in answered.values()}
        numbers = frozenset(name for code, name in _COUNTS.items() if type(typed.get(code)) not in {str, bool, type(None)})
        draft = reader.draft(
            number_cells=self._numbers.setdefault(numbers, numbers),
            date_cell=not self._table.keyed and not isinstance(typed.get("UNTIL", ""), str),
            beside=CellsBeside(self._places, at, self._columns_beside(block, key), sender),
            asked=self._form.asked(key) if self._form is not None else None,
        )
        if wrong or reader.errors:
            wrong += [(code, error) for code, error in reader.errors if code not in {column for column, _error in wrong}]
            told = {origin.cell for origin, _error in self.errors[-len(row) :]}
            cells = [(self._places.at(at, block[code], sender) if code in block else where, error) for code, error in wrong]
            self.errors += [(origin, error) for origin, error in cells if origin.cell not in told]
        elif draft is not None:
            if answered:
                draft = evolve(draft, where=evolve(where, answered=noted(answered, addresses, self._settled)))
            self.drafts.append(draft)

    def _columns_beside(self, block: Mapping[str, int], key: str) -> Mapping[str, int]:
        """Return in which columns of a block the fields of a figure stand; one mapping for all rows that have them in the same."""
        columns = {name: block[code] for name, code in _FIELDS.items() if code in block}
        columns |= self._form.beside(key) if self._form is not None else {}
        return self._beside.setdefault(tuple(columns.items()), columns)

    def _refuse(self, at: int, column: int, error: BadData) -> None:
        """Keep a refusal at a cell, once for all rows and blocks."""
        where = self._places.at(at, column)
        self.errors += [] if any(origin.cell == where.cell for origin, _error in self.errors) else [(where, error)]

    def _called(self, block: Mapping[str, int]) -> Callable[[str], str]:
        """Return what the columns of a block are called in the sheet; those it has not, as they usually are."""
        headings = self._table.headings
        return lambda code: as_called({code: headings[column] for code, column in block.items()}, WORDS)(code)

    def _of_form(self, at: int, values: dict[str, Value], formulas: set[str], block: Mapping[str, int]) -> dict[str, Cell] | None:
        """Return what the key of a row says it is about; None where the row has neither key nor figure, or is wrong."""
        key = shown(values.pop(KEY, None)).strip()
        if self._form is None:
            gone = N_("The hidden sheet of the form is gone, and without it nobody knows what its rows are about.")
            raise BadData(gone, Message.of(ANEW))
        if key in self._form.lines:
            self.keys.add(key)
            self._form.pass_key(key)
            return self._form.about(key)
        typed = [code for code in FIGURES if code in values and code not in formulas]
        if key in self._others or (not key and not typed):
            return None
        where = self._places.at(at, block[typed[0]] if typed else block[KEY])
        lost = (
            N_("The row has lost the code that says what it is about.")
            if not key
            else N_("The code '{key}' of the row stands for nothing in this form.")
        )
        self.errors.append((where, BadData(lost, Message.of(IN_ITS_ROW), key=key)))
        return None

    def _of_labels(self, at: int, block: Mapping[str, int], values: dict[str, Value], areas: Sequence[Range]) -> dict[str, Cell] | None:
        """Return no more than that the row says itself what it is about, with the labels that merged cells above hold for it."""
        for code in LABELS:
            if code in block:
                column = block[code] + 1
                for area in areas:
                    if area[1] <= column <= area[3] and area[0] < area[2]:
                        if area[0] == at:
                            self._carried[area] = values.get(code)
                        elif code not in values and (carried := self._carried.get(area)) is not None:
                            values[code] = carried
        return {} if any(code in values for code in (*LABELS, *FIGURES)) else None

    def _cells(
        self, at: int, block: Mapping[str, int], values: Mapping[str, Value], formulas: set[str], areas: Sequence[Range]
    ) -> tuple[dict[str, Cell], list[tuple[str, Refusal]]]:
        """Return what stands in the cells of a row, and what is wrong with those that a reader of words and numbers cannot know."""
        cells: dict[str, Cell] = {}
        wrong: list[tuple[str, Refusal]] = []
        called = self._called(block)
        for code in block:
            value = values.get(code)
            if (value is None and code not in formulas) or code == KEY or (self._table.keyed and code not in _COLUMNS_OF_FORM):
                continue
            try:
                look_at(code, value, called, calculated=code in formulas)
                self._calculated += code in formulas and code in FIGURES
                if value is not None and code in FIGURES and any(_covers(area, at, block[code] + 1) for area in areas):
                    merged = N_("{column}: the cell is merged with others, and nobody knows whose figure it is.")
                    raise BadData(merged, Message.of(N_("Undo the merging and write each figure in its own cell.")), column=called(code))
            except Refusal as error:
                wrong.append((code, error))
                continue
            if isinstance(value, str):
                cells[code] = intern(unmarked(value))  # many rows hold the same words, which a file may write anew in each
            elif value is not None and not isinstance(value, Unreadable):
                cells[code] = value if code not in LABELS or isinstance(value, (bool, date)) else shown(value)
        return cells, wrong

    def notes(self) -> Iterator[Message]:
        """Yield what is to be said of the sheet."""
        sheet = self._sheet
        yield from self._told
        if sheet.hidden and (self.drafts or self.errors):
            yield Message.of(N_("Sheet '{sheet}' is hidden; it was read like the others."), sheet=sheet.name)
        if self._hidden:
            hidden = N_("Sheet '{sheet}': {count} hidden rows were read like the others: {rows}.")
            yield Message.of(hidden, sheet=sheet.name, count=len(self._hidden), rows=_named([*map(str, self._hidden)]))
        if columns := self._hidden_columns():
            yield Message.of(N_("Sheet '{sheet}': hidden columns were read like the others: {columns}."), sheet=sheet.name, columns=columns)
        if self._calculated:
            results = N_("Sheet '{sheet}': {count} figures come from formulas; their results were read as the file was last saved.")
            yield Message.of(results, sheet=sheet.name, count=self._calculated)
        if cells := self._alone:
            alone = N_("Sheet '{sheet}': {count} remarks stand beside no figure and were not taken: {cells}.")
            yield Message.of(alone, sheet=sheet.name, count=len(cells), cells=_named(cells))
        if self._typed:
            typed = N_("Sheet '{sheet}': {count} numbers were typed over totals or beside the cells to fill in, and were not read: {cells}.")
            yield Message.of(typed, sheet=sheet.name, count=len(self._typed), cells=_named(self._typed))
        if self._totals and not self._table.keyed:
            rows = tuple(self._totals[:NAMED])
            yield Message.of(N_("Sheet '{sheet}': totals were not read: row {rows}."), sheet=sheet.name, rows=rows)
        if self._titles and not self._table.keyed:
            above = N_("Sheet '{sheet}': what stands above the columns was not read: {rows}.")
            yield Message.of(above, sheet=sheet.name, rows=tuple(self._titles[:3]))
        if self._table.unknown and not self._table.keyed:
            yield Message.of(N_("Sheet '{sheet}': columns of unknown names were not read: {names}."), sheet=sheet.name, names=self._table.unknown)

    def _hidden_columns(self) -> tuple[str, ...]:
        columns = self._used - {block.get(KEY) for block in self._table.blocks}
        hidden = [column + 1 for column in sorted(columns) if any(first <= column + 1 <= last for first, last in self._sheet.hidden_columns)]
        return tuple(self._table.headings.get(column - 1, column_letters(column)) for column in hidden)


def _named(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the first of some cells or rows, and a sign where there are more."""
    return (*cells[:NAMED], *(("…",) if len(cells) > NAMED else ()))


def _covers(area: Range, row: int, column: int) -> bool:
    return area[0] <= row <= area[2] and area[1] <= column <= area[3]
