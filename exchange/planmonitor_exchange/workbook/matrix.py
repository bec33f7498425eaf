"""One sheet for all members of a group, a row each, with totals: for who collects figures by telephone."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen
from planmonitor import Period
from planmonitor.workspace.asking import Blank

from planmonitor_exchange.figures.identity import HEADINGS, NO, YES
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.workbook import formulas, wording
from planmonitor_exchange.workbook.book import Page, cell, height_of
from planmonitor_exchange.workbook.formulas import CellsOf
from planmonitor_exchange.workbook.keys import Keys
from planmonitor_exchange.workbook.parts import (
    CELL,
    FILL_IN,
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

SHARED = ((N_("No."), 6), (N_("Unit or member"), 32), (HEADINGS["until"], 13), (HEADINGS["state"], 12), (HEADINGS["note"], 22))
"""The columns that hold for all figures of a row."""
_LABEL = 1
"""The column that says whose figures stand in a row."""
_HEADER = 3
_WIDTH = 28
"""How wide the columns of one measure are together."""
_TOTALS = (N_("Total"), N_("Result"), N_("Against the target"), N_("Still missing"))
"""The rows below the members: formulas alone, for words in the columns of figures would be read as such."""


@frozen
class _Block:
    """The columns of one measure."""

    blanks: tuple[Blank, ...]
    """Its figures, by member in the order of the rows."""
    first: int
    """Its first column, which holds the keys."""

    @property
    def fields(self) -> tuple[str, ...]:
        return self.blanks[0].measure.definition.fields

    def column(self, name: str) -> int:
        return self.first + 1 + self.fields.index(name)


def write_matrix(page: Page, group: str, blanks: Sequence[Blank], lists: Lists, keys: Keys, say: Speaker) -> None:
    """Write the sheet of one group.

    Args:
        page: The sheet.
        group: What the group is called.
        blanks: The figures asked of its members.
        lists: Where the lists to choose from stand.
        keys: The keys of the workbook, to which those of these rows are added.
        say: The language.
    """
    members = dict.fromkeys(blank.part.unit or "" for blank in blanks)
    blocks = _blocks(blanks)
    title = say(N_("FIGURES BY UNIT, {period} - {group}"), period=say.period(blanks[0].period).upper(), group=group.upper())
    page.text(0, 0, title, **TITLE)
    page.text(1, 0, say(FILL_IN), text_wrap=False)
    _headings(page, blocks, say)
    read = [words for words, _width in SHARED[_LABEL + 1 :]] + [HEADINGS[name] for block in blocks for name in ("key", *block.fields)]
    keys.headings(page.name, [say(SHARED[_LABEL][0])], map(say, read), title)
    rows = {member: _HEADER + number for number, member in enumerate(members, 1)}
    for member, row in rows.items():
        own = next(blank for blank in blanks if blank.part.unit == member)
        for column, words in enumerate((str(row - _HEADER), say.value(own.part.name))):
            page.text(row, column, words, **CELL)
        day_cell(page, row, 2, _widest(blanks), say)
        cases = all(blank.must_not_occur for blank in blanks)
        choice_cell(page, row, 3, lists.states_of_cases if cases else lists.states, say(N_("Choose one of the list.")))
        remark_cell(page, row, 4, say)
    for block in blocks:
        _fill(page, block, rows, lists, keys, say)
    last = _HEADER + len(rows)
    _totals(page, blocks, _HEADER + 1, last, say)
    width = blocks[-1].first + len(blocks[-1].fields)
    page.frozen(_HEADER + 1, 2)
    page.printed(last + len(_TOTALS), width, _HEADER)
    page.locked()


def _widest(blanks: Sequence[Blank]) -> Period:
    """Return the period of the figures that ends last: a day of another window is looked at when it is taken in."""
    return max((blank.period for blank in blanks), key=lambda period: (period.end, period.days))


def _blocks(blanks: Sequence[Blank]) -> list[_Block]:
    alike: dict[object, list[Blank]] = {}
    for blank in blanks:
        alike.setdefault((blank.measure.definition.key, blank.period), []).append(blank)
    found, first = [], len(SHARED)
    for same in alike.values():
        found.append(_Block(tuple(same), first))
        first += 1 + len(found[-1].fields)
    return found


def _headings(page: Page, blocks: Sequence[_Block], say: Speaker) -> None:
    """Write the words above the columns: the measure, and below it what is counted of it; the columns of keys stay hidden."""
    widths = [width for _words, width in SHARED]
    hidden: list[int] = []
    labels: list[tuple[str, int]] = []
    for column, (words, _width) in enumerate(SHARED):
        page.empty(_HEADER - 1, column, **HEADING)
        page.text(_HEADER, column, say(words), **HEADING)
    for block in blocks:
        hidden.append(block.first)
        page.text(_HEADER, block.first, say(HEADINGS["key"]), **HEADING)
        named = _words_above(block, say)
        for number, name in enumerate(block.fields):
            page.text(_HEADER - 1, block.column(name), named if number == 0 else "", **HEADING)
            page.text(_HEADER, block.column(name), say(HEADINGS[name]), **HEADING)
        wide = _WIDTH // len(block.fields)
        widths += [8, *[wide] * len(block.fields)]
        labels.append((named, wide))
    page.height(_HEADER - 1, height_of(labels))
    page.height(_HEADER, 34)
    page.columns(widths, hidden)


def _words_above(block: _Block, say: Speaker) -> str:
    """Return what stands above the headings of a block: which measure, of which days, and its bar."""
    first = block.blanks[0]
    unit = wording.measured_in(first.measure.definition, say)
    days = wording.days(first.period, say)
    named = say(N_("{code}. {measure} ({unit}), {days}"), code=first.measure.code, measure=first.measure.label, unit=unit, days=days)
    return named + "\n" + say(N_("Target: {bar}"), bar=wording.bars(first, say))


def _fill(page: Page, block: _Block, rows: dict[str, int], lists: Lists, keys: Keys, say: Speaker) -> None:
    """Write the cells of one measure; those of a member that is not asked for it are shaded."""
    asked = {blank.part.unit: blank for blank in block.blanks}
    above = _words_above(block, say)
    for member, row in rows.items():
        blank = asked.get(member)
        if blank is None:
            for column in range(block.first, block.first + 1 + len(block.fields)):
                page.empty(row, column, **UNUSED)
            continue
        definition = blank.measure.definition
        page.text(row, block.first, keys.figure(page.name, blank, [say.value(blank.part.name)], above=above), **CELL)
        for name in block.fields:
            if name == "yes":
                choice_cell(page, row, block.column(name), lists.yes_no, say(N_("Choose {yes} or {no}."), yes=say(YES), no=say(NO)))
            else:
                counted = getattr(definition, name) if definition.divided else blank.measure.label
                most = formulas.largest(definition, wording.held(blank, say)) // len(rows)
                count_cell(page, row, block.column(name), Count.of(definition, say.value(counted), most), say)


def _totals(page: Page, blocks: Sequence[_Block], first: int, last: int, say: Speaker) -> None:
    """Write what all members come to: the sum, the result, what it is against the target, and of how many it is missing."""
    for number, words in enumerate(_TOTALS, 1):
        row = last + number
        page.height(row, 34 if words == _TOTALS[2] else 17)
        for column in range(len(SHARED)):
            page.text(row, column, say(words) if column == 1 else "", **RESULT)
        for block in blocks:
            for column in range(block.first, block.first + 1 + len(block.fields)):
                page.empty(row, column, **RESULT)
    for block in blocks:
        _total(page, block, first, last, say)


def _total(page: Page, block: _Block, first: int, last: int, say: Speaker) -> None:
    blank = block.blanks[0]
    definition, start = blank.measure.definition, block.first + 1
    spans = {name: f"{cell(first, block.column(name))}:{cell(last, block.column(name))}" for name in block.fields}
    asked = len(block.blanks)
    if definition.kind == "yes_no":
        yes, no = (formulas.chosen([spans["yes"]], say(word)) for word in (YES, NO))
        page.formula(last + 1, start, f'=IF({yes}+{no}=0,"",{yes})', **RESULT)
        page.formula(last + 2, start, f'=IF({yes}+{no}=0,"",({yes})&"/"&({yes}+{no}))', **RESULT)
        page.formula(last + 4, start, f"={asked}-({yes}+{no})", **RESULT)
        return
    counted = spans[block.fields[0]]
    page.formula(last + 4, start, f"={asked}-COUNT({counted})", **RESULT)
    if definition.kind == "score":
        return  # points of several units are never added up
    for name, span in spans.items():
        page.formula(last + 1, block.column(name), formulas.total([span]), **RESULT)
    places = CellsOf(**{name: cell(last + 1, block.column(name)) for name in block.fields})
    held = wording.held(blank, say)
    page.formula(last + 2, start, formulas.result(definition, places, held, wording.NO_CASE), **RESULT)
    # Where units beside the group have a part in the figure, the group alone tells nothing of the target.
    if held and blank.parts == asked:
        waiting = formulas.missing([counted], asked), say(wording.MISSING)
        page.formula(last + 3, start, formulas.verdict(definition, places, held, say(wording.NOBODY), waiting), **RESULT)
