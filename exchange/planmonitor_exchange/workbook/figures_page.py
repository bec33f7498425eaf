"""The sheet of figures: a row for each, in the order and the words of the plans, with its parts, its bar and what was counted before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from attrs import frozen
from planmonitor import Definition
from planmonitor.model.definitions import Breakdown
from planmonitor.workspace.asking import Asking, Blank

from planmonitor_exchange.figures.identity import HEADINGS, NO, TOTAL_OF, YES
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.values import running
from planmonitor_exchange.workbook import formulas, wording
from planmonitor_exchange.workbook.book import Page, WrittenBook, cell, height_of
from planmonitor_exchange.workbook.formulas import CellsOf, Sums
from planmonitor_exchange.workbook.keys import Keys
from planmonitor_exchange.workbook.parts import (
    BAND,
    BESIDE,
    CELL,
    HEADING,
    RESULT,
    TITLE,
    UNUSED,
    Count,
    Lists,
    choice_cell,
    count_cell,
    day_cell,
    remark_cell,
)

NAME = N_("Figures")
COLUMNS = (
    ("key", HEADINGS["key"], 8),
    ("code", N_("No."), 6),
    ("measure", N_("Measure"), 34),
    ("unit", N_("Who supplies it"), 14),
    ("plans", N_("Plans that use this figure"), 15),
    ("days", N_("From day to day"), 11),
    ("measured_in", N_("Measured in"), 9),
    ("numerator", HEADINGS["numerator"], 8),
    ("denominator", HEADINGS["denominator"], 8),
    ("value", HEADINGS["value"], 8),
    ("yes", HEADINGS["yes"], 8),
    ("result", N_("Result (by itself)"), 9),
    ("bar", N_("Target"), 12),
    ("verdict", N_("Against the target (by itself)"), 12),
    ("check", N_("To be checked (by itself)"), 13),
    ("recorded", N_("Recorded already"), 14),
    ("before", N_("Same period of the year before"), 11),
    ("year_before", N_("Whole year before"), 11),
    ("until", HEADINGS["until"], 11),
    ("state", HEADINGS["state"], 10),
    ("note", HEADINGS["note"], 16),
    ("clause", N_("Where the document says so"), 46),
)
"""What stands in the columns, the words above them, and how wide they are."""
AT = {name: number for number, (name, _words, _width) in enumerate(COLUMNS)}
LABELS = ("measure", "unit", "days")
"""The columns that say what a row is about."""
HEADER = 2
"""The row of the headings; above it the title and what to do."""
_FIELDS = ("numerator", "denominator", "value", "yes")
_BESIDE = ("recorded", "before", "year_before", "clause")
_SCOPES = {"target": N_("Targets"), "orientation": N_("Orientation beyond the plan"), "task": N_("Stated among the tasks")}


@frozen
class _Row:
    """Where a figure was written."""

    number: int
    places: CellsOf


class FiguresPage:
    """Writes the sheet, row by row."""

    def __init__(self, book: WrittenBook, lists: Lists, keys: Keys, asking: Asking, say: Speaker) -> None:
        """Take the book, and what is asked for."""
        self._page: Page = book.page(say(NAME))
        self._lists, self._keys, self._asking, self._say = lists, keys, asking, say
        self._at = HEADER + 1

    def write(self, title: str) -> None:
        """Write all of it."""
        say, page = self._say, self._page
        page.text(0, 1, title, **TITLE)
        page.text(
            1, 1, say(N_("Fill in the yellow cells only: whole numbers, 0 where there was none, nothing while it is not known.")), text_wrap=False
        )
        for name, words, _width in COLUMNS:
            page.text(HEADER, AT[name], say(words), **HEADING)
        named = {name: say(words) for name, words, _width in COLUMNS}
        self._keys.headings(page.name, [named[name] for name in LABELS], [named[name] for name in HEADINGS], title)
        page.height(HEADER, 48)
        page.columns([width for _name, _words, width in COLUMNS], [AT[name] for name in self._unused()])
        for band, blanks in groupby(self._in_order(), key=lambda entry: entry[0]):
            page.text(self._at, 1, band, **BAND)
            self._at += 1
            self._parts([blank for _band, blank in blanks])
        self._signatures()
        page.frozen(HEADER + 1, AT["unit"])
        page.printed(self._at, AT["note"], HEADER)
        page.locked()

    def _unused(self) -> Iterator[str]:
        """Yield the columns that stay hidden: the keys, and what holds nothing for any figure that is asked for."""
        yield "key"
        used = {name for blank in self._asking.blanks for name in blank.measure.definition.fields}
        yield from (name for name in _FIELDS if name not in used)
        if all(wording.is_year(blank) for blank in self._asking.blanks):
            yield "year_before"  # the same period is the whole year

    def _in_order(self) -> Iterator[tuple[str, Blank]]:
        """Yield the figures with the plan and the scope they stand under: that of the first of those that count the same thing."""
        for _like, same in groupby(self._asking.blanks, key=lambda blank: (blank.measure.definition.key, blank.place)):
            blanks = list(same)
            plan, measure = blanks[0].uses[0].plan, blanks[0].measure
            band = f"{self._say.value(plan.called)} - {self._say(_SCOPES[measure.scope])}"
            yield from ((band, blank) for blank in blanks)

    def _parts(self, blanks: Sequence[Blank]) -> None:
        """Write figures, and below the parts of one their sum."""
        for _figure, same in groupby(blanks, key=lambda blank: (blank.measure_id, blank.period)):
            parts = list(same)
            rows = [self._figure(blank) for blank in parts]
            if parts[0].parts > 1 and not self._asking.units and parts[0].measure.definition.kind != "score":
                self._total(parts[0], rows)

    def _figure(self, blank: Blank) -> _Row:
        row, definition = self._at, blank.measure.definition
        self._at += 1
        breakdowns = [(way, [self._category(blank, way.key, part.key) for part in way.categories]) for way in definition.breakdowns]
        words = self._words(blank)
        places = self._cells(row, blank, words, "")
        self._locked_words(row, words)
        self._answers(row, blank, places, breakdowns)
        return _Row(row, places)

    def _category(self, blank: Blank, way: str, part: str) -> _Row:
        """Write the row of one part of a breakdown, below that of the figure."""
        row, definition = self._at, blank.measure.definition
        self._at += 1
        told = wording.of_which(definition, way, part, self._say)
        words = {"measure": f"   {told}", "measured_in": wording.measured_in(definition, self._say)}
        places = self._cells(row, blank, words, f"{way}={part}")
        self._locked_words(row, words)
        held = wording.held(blank, self._say)
        self._page.formula(row, AT["result"], formulas.result(definition, places, held, wording.NO_CASE), **RESULT)
        self._page.empty(row, AT["verdict"], **RESULT)
        self._page.formula(row, AT["check"], self._check(definition, places, ()), **CELL)
        return _Row(row, places)

    def _cells(self, row: int, blank: Blank, words: Mapping[str, str], breakdown: str) -> CellsOf:
        """Write the key of a row and the cells to fill in; what is no part of the figure is shaded."""
        page, say, definition = self._page, self._say, blank.measure.definition
        printed = [words.get(name, "") for name in LABELS]
        page.text(row, AT["key"], self._keys.figure(page.name, blank, printed, breakdown), **CELL)
        most = formulas.largest(definition, wording.held(blank, say)) // blank.parts
        for name in _FIELDS:
            if name not in definition.fields:
                page.empty(row, AT[name], **UNUSED)
            elif name == "yes":
                choice_cell(page, row, AT[name], self._lists.yes_no, say(N_("Choose {yes} or {no}."), yes=say(YES), no=say(NO)))
            else:
                filled = blank.population if name == "denominator" and not breakdown else None
                counted = getattr(definition, name) if definition.divided else blank.measure.label
                count_cell(page, row, AT[name], Count.of(definition, say.value(counted), most), say, filled)
        day_cell(page, row, AT["until"], blank.period, say)
        states = self._lists.states_of_cases if blank.must_not_occur else self._lists.states
        choice_cell(page, row, AT["state"], states, say(N_("Choose one of the list.")))
        remark_cell(page, row, AT["note"], say)
        return CellsOf(**{name: cell(row, AT[name]) for name in definition.fields})

    def _words(self, blank: Blank) -> dict[str, str]:
        """Return what stands in the locked columns of a figure."""
        say, use = self._say, blank.uses[0]
        days = wording.days(blank.period, say)
        apart = say(N_("two data windows: fill in both rows")) if blank.apart else ""
        return {
            "code": ", ".join(dict.fromkeys(one.measure.code for one in blank.uses if one.plan == use.plan)),
            "measure": wording.what_is_counted(blank, say),
            "unit": self._supplier(blank),
            "plans": wording.used_by(blank, say),
            "days": f"{days}\n({apart})" if apart else days,
            "measured_in": wording.measured_in(blank.measure.definition, say),
            "bar": wording.bars(blank, say),
            "recorded": wording.counted_before(blank, use.beside.recorded, say, state=True),
            "before": wording.counted_before(blank, use.beside.before, say),
            "year_before": wording.counted_before(blank, use.beside.year_before, say),
            "clause": f"{use.measure.source.section}: {use.measure.source.clause}",
        }

    def _locked_words(self, row: int, words: Mapping[str, str]) -> None:
        """Write the words of a row, and leave its other locked columns empty but framed."""
        filled = {"key", *_FIELDS, "result", "verdict", "check", "until", "state", "note"}
        for name, _heading, _width in COLUMNS:
            if name not in filled:
                self._page.text(row, AT[name], words.get(name, ""), **(BESIDE if name in _BESIDE else CELL))
        self._page.height(row, height_of([(words[name], width) for name, _heading, width in COLUMNS if name in words and name != "clause"]))

    def _supplier(self, blank: Blank) -> str:
        if blank.part.name is not None and blank.part.unit:
            return self._say.value(blank.part.name)
        return self._asking.names.get(blank.supplier, "") if blank.supplier else self._say(N_("the whole place"))

    def _answers(self, row: int, blank: Blank, places: CellsOf, breakdowns: Sequence[tuple[Breakdown, list[_Row]]]) -> None:
        """Write the formulas of a row: the result, what it is against the bar, and what does not agree."""
        page, definition = self._page, blank.measure.definition
        sums = [self._sums(definition, places, way, rows) for way, rows in breakdowns]
        if definition.kind == "yes_no":
            page.empty(row, AT["result"], **RESULT)
            yes, no = self._say(YES), self._say(NO)
            page.formula(row, AT["verdict"], formulas.done(places.yes, yes, no, wording.done_words(self._say)), **RESULT)
            page.empty(row, AT["check"], **CELL)
            return
        held = wording.held(blank, self._say)
        page.formula(row, AT["result"], formulas.result(definition, places, held, wording.NO_CASE), **RESULT)
        page.formula(row, AT["check"], self._check(definition, places, sums), **CELL)
        # What may occur so many times in the whole place says nothing of the part of one school.
        of_whole = blank.parts > 1 and not definition.divided and not blank.must_not_occur
        if held and not of_whole:
            page.formula(row, AT["verdict"], formulas.verdict(definition, places, held, self._say(wording.NOBODY)), **RESULT)
        else:
            page.text(row, AT["verdict"], self._say(N_("judged for the whole place")) if held else "", **RESULT)

    def _sums(self, definition: Definition, places: CellsOf, way: Breakdown, rows: Sequence[_Row]) -> Sums:
        ranges = tuple(
            (whole, f"{getattr(rows[0].places, name)}:{getattr(rows[-1].places, name)}")
            for name, whole in zip(definition.fields, places.of(definition), strict=True)
        )
        label = running(self._say.value(way.label))
        whole = way.kind == "partition"
        above = N_("Parts by {breakdown} together are above the total") if whole else N_("A number of which is above the total")
        # The number itself stands between the two pieces.
        below = self._say(N_("By {breakdown} {rest} are not told"), breakdown=label, rest="{}") if whole else ""
        return Sums(ranges, self._say(above, breakdown=label), whole, below, len(rows))

    def _check(self, definition: Definition, places: CellsOf, sums: Sequence[Sums]) -> str:
        said = (N_("Write numbers only"), N_("The numerator is above the denominator"), N_("The denominator is missing"))
        return formulas.check(definition, places, sums, (self._say(said[0]), self._say(said[1]), self._say(said[2])))

    def _total(self, blank: Blank, rows: Sequence[_Row]) -> None:
        """Write the sum of the parts of a figure, with its result, and its verdict once all parts are in."""
        page, say, row, definition = self._page, self._say, self._at, blank.measure.definition
        self._at += 1
        words = {"measure": say(TOTAL_OF, measure=blank.measure.label), "bar": wording.bars(blank, say)}
        self._locked_words(row, words)
        page.empty(row, AT["key"], **CELL)
        for name in ("until", "state", "note", "check"):
            page.empty(row, AT[name], **UNUSED)
        cells = {name: [getattr(one.places, name) for one in rows] for name in definition.fields}
        for name in _FIELDS:
            if name == "yes" or name not in definition.fields:
                page.empty(row, AT[name], **UNUSED)
            else:
                page.formula(row, AT[name], formulas.total(cells[name]), **RESULT)
        if definition.kind == "yes_no":
            yes, no = (formulas.chosen(cells["yes"], say(word)) for word in (YES, NO))
            page.formula(row, AT["result"], f'=IF({yes}+{no}=0,"",({yes})&"/"&({yes}+{no}))', **RESULT)
            page.formula(row, AT["verdict"], self._all_done(yes, no, blank.parts), **RESULT)
            return
        places = CellsOf(**{name: cell(row, AT[name]) for name in definition.fields})
        held = wording.held(blank, say)
        page.formula(row, AT["result"], formulas.result(definition, places, held, wording.NO_CASE), **RESULT)
        if held:
            waiting = formulas.missing(cells[definition.fields[0]], blank.parts), say(wording.MISSING)
            page.formula(row, AT["verdict"], formulas.verdict(definition, places, held, say(wording.NOBODY), waiting), **RESULT)
        else:
            page.empty(row, AT["verdict"], **RESULT)

    def _all_done(self, yes: str, no: str, count: int) -> str:
        done, not_done = map(formulas.quoted, wording.done_words(self._say))
        waiting = formulas.quoted(self._say(wording.MISSING))
        return f'=IF({yes}+{no}=0,"",IF({yes}+{no}<{count},{waiting},IF({yes}={count},{done},{not_done})))'

    def _signatures(self) -> None:
        """Write where to sign, below the last row."""
        page, say = self._page, self._say
        self._at += 1
        page.text(self._at, AT["bar"], say(N_("Day … month … year …")), text_wrap=False)
        self._at += 1
        page.text(self._at, AT["measure"], say(N_("FILLED IN BY")), bold=True)
        page.text(self._at, AT["bar"], say(N_("HEAD OF THE UNIT")), bold=True, text_wrap=False)
        self._at += 1
        for column in ("measure", "bar"):
            page.text(self._at, AT[column], say(N_("(signature, full name)")), italic=True, text_wrap=False)
        self._at += 4
