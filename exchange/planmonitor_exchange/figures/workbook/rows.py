"""The rows of one sheet with figures, each cell read strictly: a value, a refusal with its address, or a question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import zip_longest

from attrs import evolve
from planmonitor import BadData, Message, Refusal
from planmonitor.assessment.records import Origin
from planmonitor.workspace.admission import Draft
from planmonitor.workspace.cell_answers import Settled

from planmonitor_exchange.figures.answered import fingerprint, noted, put_in, sender_of
from planmonitor_exchange.figures.headings import FIGURES, KEY, LABELS, OF_OUR_OWN, YES_NO, heading_of
from planmonitor_exchange.figures.identity import BETWEEN, MARK, FigureLine, TemplateIdentity, printed_of
from planmonitor_exchange.figures.row import Cell, RowReader, is_missing
from planmonitor_exchange.figures.sheet import is_total, unmarked, words_of
from planmonitor_exchange.figures.workbook.book import Unreadable, Value
from planmonitor_exchange.figures.workbook.cells import look_at
from planmonitor_exchange.figures.workbook.preflight import Range, SheetMarks, column_letters, merged_at
from planmonitor_exchange.figures.workbook.screening import TextScreen
from planmonitor_exchange.figures.workbook.table import FigureTable, column_headed, is_numbering, shown, without_spaces
from planmonitor_exchange.speaking.translations import N_

ANEW = N_("Have a new one made with 'monitor template', and copy the figures into it.")
NAMED = 10
"""How many rows or columns are named one by one."""
LONGEST = 100
"""Letters of a label that are named."""
IN_ITS_ROW = N_("Write the figure in the row of the form that is about it.")
_COLUMNS_OF_FORM = frozenset(OF_OUR_OWN.values()) - {KEY}
_FIELDS = {"until": "UNTIL", "denominator": "DENOMINATOR", "unit": "UNIT"}
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
        self._origin = evolve(origin, form=MARK if table.keyed else fingerprint(table.headings.values()))
        self._lines = {line.key: line for line in identity.lines} if identity is not None else None
        labels = identity.labels if identity is not None else {}
        self._labels = {name: [column_headed(table.headings, words) for words in headings] for name, headings in labels.items()}
        self._others = set(identity.narrative) if identity is not None else set()
        self._merged = merged_at(sheet)
        self._carried: dict[Range, Value] = {}
        self._titles: list[str] = []
        self._totals: list[str] = []
        self._hidden: list[int] = []
        self._calculated = 0
        self._used: set[int] = set()
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
        if at <= self._table.row:
            self._titles += [f"{at}: {words_of([*map(shown, row)])}"] if at < self._table.row else []
        elif at == self._table.row + 1 and is_numbering(row):
            return
        elif not self._has_key(row) and is_total([shown(cell).strip() for cell in row]):
            self._totals.append(str(at))
        else:
            for block in self._table.blocks:
                self._take_block(at, row, block, areas)

    def _has_key(self, row: Sequence[Value]) -> bool:
        return any(KEY in block and shown(row[block[KEY]] if block[KEY] < len(row) else None) != "" for block in self._table.blocks)

    def _screen_row(self, at: int, row: Sequence[Value]) -> None:
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                try:
                    self._screen.check(cell)
                except BadData as error:
                    self.errors.append((self._cell(at, column), error))

    def _cell(self, row: int, column: int, sender: str = "") -> Origin:
        position = self._origin.position + row * 16 + min(column, 15)
        return evolve(self._origin, cell=f"{column_letters(column + 1)}{row}", position=position, sender=sender)

    def _take_block(self, at: int, row: Sequence[Value], block: Mapping[str, int], areas: Sequence[Range]) -> None:
        values = {code: row[column] for code, column in block.items() if column < len(row) and row[column] not in {None, ""}}
        calculated = self._sheet.formulas
        formulas = {code for code, column in block.items() if f"{column_letters(column + 1)}{at}" in calculated} if calculated else set()
        key = shown(row[block[KEY]]).strip() if KEY in block and block[KEY] < len(row) else ""
        about = self._of_form(at, values, formulas, block) if self._table.keyed else self._of_labels(at, block, values, areas)
        if about is None:
            return
        addresses = {code: self._cell(at, column).address for code, column in block.items()} if self._settled else {}
        answered = put_in(values, addresses, self._settled)
        formulas -= answered.keys()
        block = {**block, **{code: block[asked] for asked, code in answered.items()}}
        sender = (self._unit if self._table.keyed and not about["UNIT"] else "") or sender_of(about | values)
        filled = [code for code in (_OWN_FIGURE if self._table.keyed else FIGURES) if code in values or code in formulas]
        row_cells, wrong = self._cells(at, block, values, formulas, areas)
        if not wrong and (not filled or is_missing(row_cells)):
            self.without += 1
            return
        if not self._is_about(at, row, key):
            return
        self._used.update(block[code] for code in values)
        self._hidden += [at] if at in self._sheet.hidden_rows else []
        where = self._cell(at, block[(filled or [code for code in FIGURES if code in block])[0]], sender)
        reader = RowReader(about | row_cells, where, self._told, self._called(block), states_apart=YES_NO in block)
        typed = {code: row_cells[code] for code in row_cells if code not in answered.values()}
        numbers = frozenset(name for code, name in _COUNTS.items() if type(typed.get(code)) not in {str, bool, type(None)})
        draft = reader.draft(number_cells=numbers, date_cell=not self._table.keyed and not isinstance(typed.get("UNTIL", ""), str))
        wrong += [(code, error) for code, error in reader.errors if code not in {column for column, _error in wrong}]
        told = {origin.cell for origin, _error in self.errors[-len(row) :]}
        cells = [(self._cell(at, block[code], sender) if code in block else where, error) for code, error in wrong]
        self.errors += [(origin, error) for origin, error in cells if origin.cell not in told]
        if draft is not None and not wrong:
            beside = {name: self._cell(at, block[code], sender) for name, code in _FIELDS.items() if code in block}
            where = evolve(where, answered=noted(answered, addresses, self._settled))
            self.drafts.append(evolve(draft, where=where, beside=beside))

    def _is_about(self, at: int, row: Sequence[Value], key: str) -> bool:
        """Return whether a row with a key is about what its key says, by the words printed beside its figure; keep a refusal where it is not."""
        line = (self._lines or {}).get(key)
        if line is None:
            return True
        columns = [column for column in self._labels.get(line.sheet, ()) if column is not None]
        there = [shown(row[column]) if column < len(row) else "" for column in columns]
        keys = {block[KEY] for block in self._table.blocks}
        words = [("" if column in keys else shown(cell).strip()) for column, cell in enumerate(row)]
        if is_total(words):
            column = next(number for number, text in enumerate(words) if text)
            total = N_("The row stands for '{printed}', and a row of totals is written over it: '{there}'.")
            return self._refused(
                at, column, BadData(total, Message.of(IN_ITS_ROW), printed=_short(line.printed.replace(BETWEEN, ", ")), there=words[column])
            )
        if not columns or without_spaces(printed_of(there)) == without_spaces(line.printed):
            return True
        pairs = [*zip_longest(there, line.printed.split(BETWEEN)[: len(columns)], fillvalue="")]
        number = next((number for number, (cell, printed) in enumerate(pairs) if without_spaces(cell) != without_spaces(printed)), 0)
        cell, printed = pairs[number]
        other = N_("The row stands for '{printed}', and '{there}' stands there.") if cell else N_("The row stands for '{printed}', and that is gone.")
        told = BadData(other, Message.of(IN_ITS_ROW), printed=_short(printed) or "…", there=_short(cell))
        return self._refused(at, columns[number], told)

    def _refused(self, at: int, column: int, error: BadData) -> bool:
        """Keep a refusal at a cell, once for all blocks of its row."""
        where = self._cell(at, column)
        self.errors += [] if any(origin.cell == where.cell for origin, _error in self.errors) else [(where, error)]
        return False

    def _called(self, block: Mapping[str, int]) -> Callable[[str], str]:
        """Return what the columns of a block are called in the sheet; those it has not, as they usually are."""
        return lambda code: self._table.headings[block[code]] if code in block else heading_of(code)

    def _of_form(self, at: int, values: dict[str, Value], formulas: set[str], block: Mapping[str, int]) -> dict[str, Cell] | None:
        """Return what the key of a row says it is about; None where the row has neither key nor figure, or is wrong."""
        key = shown(values.pop(KEY, None)).strip()
        if self._lines is None:
            gone = N_("The hidden sheet of the form is gone, and without it nobody knows what its rows are about.")
            raise BadData(gone, Message.of(ANEW))
        if key in self._lines:
            self.keys.add(key)
            return _about(self._lines[key])
        typed = [code for code in FIGURES if code in values and code not in formulas]
        if key in self._others or (not key and not typed):
            return None
        where = self._cell(at, block[typed[0]] if typed else block[KEY])
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
        for code in block:
            if code == KEY or (self._table.keyed and code not in _COLUMNS_OF_FORM):
                continue
            value = values.get(code)
            try:
                look_at(code, value, self._called(block), calculated=code in formulas)
                self._calculated += code in formulas and code in FIGURES
                if value is not None and code in FIGURES and any(_covers(area, at, block[code] + 1) for area in areas):
                    merged = N_("{column}: the cell is merged with others, and nobody knows whose figure it is.")
                    raise BadData(merged, Message.of(N_("Undo the merging and write each figure in its own cell.")), column=self._called(block)(code))
            except Refusal as error:
                wrong.append((code, error))
                continue
            if isinstance(value, str):
                cells[code] = unmarked(value)
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
            rows = tuple(map(str, self._hidden[:NAMED])) + (("…",) if len(self._hidden) > NAMED else ())
            yield Message.of(
                N_("Sheet '{sheet}': {count} hidden rows were read like the others: {rows}."), sheet=sheet.name, count=len(self._hidden), rows=rows
            )
        if columns := self._hidden_columns():
            yield Message.of(N_("Sheet '{sheet}': hidden columns were read like the others: {columns}."), sheet=sheet.name, columns=columns)
        if self._calculated:
            results = N_("Sheet '{sheet}': {count} figures come from formulas; their results were read as the file was last saved.")
            yield Message.of(results, sheet=sheet.name, count=self._calculated)
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


def _short(words: str) -> str:
    """Return words as they are named: those of a measure may be a paragraph."""
    text = " ".join(words.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _covers(area: Range, row: int, column: int) -> bool:
    return area[0] <= row <= area[2] and area[1] <= column <= area[3]


def _about(line: FigureLine) -> dict[str, Cell]:
    return {
        "MEASURE": line.measure,
        "UNIT": line.unit,
        "TIME_PERIOD": line.period,
        "BREAKDOWN": line.breakdown,
        "REF_AREA": line.place,
    }
