"""A sheet of a form that came back: what its keys stand for, and whether what stands beside a figure is what it is booked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import zip_longest

from planmonitor import BadData, Message
from planmonitor.names import fold
from planmonitor.workspace.of_form import AskedAs

from planmonitor_exchange.figures.headings import KEY
from planmonitor_exchange.figures.identity import BETWEEN, LABELS, TOTAL_OF, FigureLine, TemplateIdentity, printed_of
from planmonitor_exchange.figures.row import Cell
from planmonitor_exchange.figures.sheet import is_total
from planmonitor_exchange.figures.workbook.book import Value
from planmonitor_exchange.figures.workbook.table import FigureTable, column_headed, shown, without_spaces
from planmonitor_exchange.speaking.translations import LANGUAGES, N_, translate

IN_ITS_ROW = N_("Write the figure in the row of the form that is about it.")
LONGEST = 100
"""Letters of a label that are named."""
Wrong = tuple[int, int, BadData]
"""Row and column of a cell, and what is wrong with it."""
_SUMS = tuple(fold(translate(TOTAL_OF, language).partition("{")[0]) for language in LANGUAGES)


class FormSheet:
    """Knows the rows of a sheet by their keys; rows are passed to it from the first on."""

    def __init__(self, table: FigureTable, identity: TemplateIdentity) -> None:
        """Take where the columns are, and what the workbook says of itself."""
        self._table, self._made = table, identity.made
        self.lines = {line.key: line for line in identity.lines}
        self._labels = {name: [column_headed(table.headings, words) for words in headings] for name, headings in identity.labels.items()}
        self._fields = {name: _by_field(identity.labels[name], columns) for name, columns in self._labels.items()}
        self._alike = Counter((line.sheet, line.printed) for line in identity.lines if line.breakdown)
        self._keys = {block[KEY] for block in table.blocks}
        self._printed = {name: " ".join(words) for name, words in identity.titles.items()}
        self._titles: Mapping[str, str] = {name: without_spaces(title) for name, title in self._printed.items()}
        self._above: list[tuple[int, int, str]] = []
        self._row_above: Sequence[Value] = ()
        self._figure: FigureLine | None = None

    def pass_row(self, at: int, row: Sequence[Value]) -> None:
        """Take a row before anything of it is asked."""
        if at < self._table.row:
            self._above += [(at, column, cell) for column, cell in enumerate(row) if isinstance(cell, str)]
            self._row_above = row if at == self._table.row - 1 else ()

    def pass_key(self, key: str) -> None:
        """Take the key of a row: the parts of a figure stand below it."""
        line = self.lines.get(key)
        self._figure = line if line is not None and not line.breakdown else self._figure

    def about(self, key: str) -> dict[str, Cell]:
        """Return what the row of a key is about."""
        line = self.lines[key]
        return {"MEASURE": line.measure, "UNIT": line.unit, "TIME_PERIOD": line.period, "BREAKDOWN": line.breakdown, "REF_AREA": line.place}

    def asked(self, key: str) -> AskedAs:
        """Return as what the form asks for the figure of a key."""
        line = self.lines[key]
        return AskedAs(self._made, line.kind, line.label, line.counting)

    def beside(self, key: str) -> Mapping[str, int]:
        """Return in which columns the row of a key says what it is about, by the fields of a figure."""
        return self._fields.get(self.lines[key].sheet, {})

    def is_sum(self, row: Sequence[Value]) -> bool:
        """Return whether a row without a key adds others up, and says so."""
        return is_total([shown(cell).strip() for cell in row]) or any(fold(cell).startswith(_SUMS) for cell in row if isinstance(cell, str))

    def wrong(self, at: int, row: Sequence[Value], key: str, block: Mapping[str, int]) -> Wrong | None:
        """Return what does not agree with the key of a row among the words beside its figure, above its block, or above the row."""
        line = self.lines[key]
        of_row = (self._total_over(at, row, line), self._words_beside(at, row, line), self._figure_above(at, line))
        return next(filter(None, (self._title_over(line), self._words_above(block, line), *of_row)), None)

    def _title_over(self, line: FigureLine) -> Wrong | None:
        """Return that another title was written above the rows, which still stand for the period and the unit that they stood for."""
        title = self._titles.get(line.sheet, "")
        if not self._above or any(title in without_spaces(words) for _row, _column, words in self._above):
            return None
        row, column, words = self._above[0]
        over = N_("The form was made with the title '{printed}', and another title stands above it: '{there}'.")
        hint = Message.of(N_("Have a form made for the period and the unit that are meant, and write the figures there."))
        return row, column, BadData(over, hint, printed=self._printed[line.sheet], there=_short(words))

    def _total_over(self, at: int, row: Sequence[Value], line: FigureLine) -> Wrong | None:
        words = [("" if column in self._keys else shown(cell).strip()) for column, cell in enumerate(row)]
        if not is_total(words):
            return None
        column = next(number for number, text in enumerate(words) if text)
        total = N_("The row stands for '{printed}', and a row of totals is written over it: '{there}'.")
        return at, column, BadData(total, Message.of(IN_ITS_ROW), printed=_short(line.printed.replace(BETWEEN, ", ")), there=words[column])

    def _words_beside(self, at: int, row: Sequence[Value], line: FigureLine) -> Wrong | None:
        columns = [column for column in self._labels.get(line.sheet, ()) if column is not None]
        there = [shown(row[column]) if column < len(row) else "" for column in columns]
        if not columns or without_spaces(printed_of(there)) == without_spaces(line.printed):
            return None
        pairs = [*zip_longest(there, line.printed.split(BETWEEN)[: len(columns)], fillvalue="")]
        number = next((number for number, (cell, printed) in enumerate(pairs) if without_spaces(cell) != without_spaces(printed)), 0)
        return at, columns[number], _other(*pairs[number])

    def _words_above(self, block: Mapping[str, int], line: FigureLine) -> Wrong | None:
        """Return that another measure is written above the headings of a block, where figures stand side by side."""
        columns = [column for column in sorted(block.values()) if column > block[KEY]]
        words = [shown(self._row_above[column]) for column in columns if column < len(self._row_above)]
        above = " ".join(filter(None, words))
        if not line.above or without_spaces(above) == without_spaces(line.above):
            return None
        return max(self._table.row - 1, 1), columns[0], _other(above, line.above)

    def _figure_above(self, at: int, line: FigureLine) -> Wrong | None:
        """Return that a part stands below another figure than its own, where parts of several have the same words: that above alone says of which."""
        if self._alike[line.sheet, line.printed] < 2 or (self._figure is not None and _of_figure(self._figure) == _of_figure(line)):
            return None
        below = N_("'{printed}' stands below '{above}', and the row stands for a part of '{own}'.")
        above = "…" if self._figure is None else _called(self._figure)
        hint = Message.of(N_("Put the row below its figure again, as the form had it, or write the figure in its row."))
        column = next((column for column in self._labels.get(line.sheet, ()) if column is not None), min(self._keys))
        return at, column, BadData(below, hint, printed=_short(line.printed), above=above, own=_called(self._whole(line)))

    def _whole(self, line: FigureLine) -> FigureLine:
        return next((one for one in self.lines.values() if not one.breakdown and _of_figure(one) == _of_figure(line)), line)


def _of_figure(line: FigureLine) -> tuple[str, ...]:
    return line.sheet, line.measure, line.unit, line.period, line.place


def _called(line: FigureLine) -> str:
    return _short(line.printed.replace(BETWEEN, ", "))


def _other(there: str, printed: str) -> BadData:
    other = N_("The row stands for '{printed}', and '{there}' stands there.") if there else N_("The row stands for '{printed}', and that is gone.")
    return BadData(other, Message.of(IN_ITS_ROW), printed=_short(printed) or "…", there=_short(there))


def _short(words: str) -> str:
    """Return words as they are named: those of a measure may be a paragraph."""
    text = " ".join(words.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _by_field(headings: Sequence[str], columns: Sequence[int | None]) -> dict[str, int]:
    """Return under which columns a row says what it is about, by the fields of a figure."""
    return {field: column for words, column in zip(headings, columns, strict=True) if column is not None and (field := _field_under(words))}


def _field_under(words: str) -> str | None:
    known = {translate(english, language): field for field, all_words in LABELS.items() for english in all_words for language in LANGUAGES}
    return known.get(words)
