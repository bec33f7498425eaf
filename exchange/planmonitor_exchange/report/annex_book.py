"""The annex of a report as a workbook for whoever sums: a row for every measure, figures as numbers, the ids on a second sheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from planmonitor.assessment.counted import held_against
from planmonitor.assessment.values import Value
from planmonitor.workspace.report_lines import ReportLine
from planmonitor.workspace.reporting import PeriodReport, PlanReport

from planmonitor_exchange.form.names import field_names
from planmonitor_exchange.report.annex import MISSING, NO_CASE, remark
from planmonitor_exchange.report.head import office
from planmonitor_exchange.report.keys import figure_key
from planmonitor_exchange.report.qr import qr_of
from planmonitor_exchange.report.sentences import bar_told, change_told, status_told
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.workbook.book import Page, WrittenBook
from planmonitor_exchange.workbook.parts import CELL, HEADING, TITLE
from planmonitor_exchange.workbook.wording import measured_in

Cell = str | int | Decimal | date | None

_HEADINGS = (
    *(N_("No."), N_("Measure"), N_("Plan (bar)"), N_("Unit of measurement"), N_("Same period of the year before")),
    *(
        N_("Numerator"),
        N_("Denominator"),
        N_("Result"),
        N_("State of the figure"),
        N_("Up to"),
        N_("Since the beginning of the year"),
        N_("Estimate of the whole year"),
    ),
    *(N_("Compared"), N_("Verdict"), N_("Remark")),
)
KEY = "KEY"
"""Heading of the hidden column with the key of the figure in each row."""
KEY_COLUMN = len(_HEADINGS)
NUMERATOR, DENOMINATOR, RESULT, STATE = 5, 6, 7, 8
"""In which columns a figure stands."""
_WIDTHS = (9, 46, 20, 14, 14, 12, 12, 12, 12, 12, 14, 14, 18, 26, 30)
_IDS = ("PLAN", "MEASURE", "DEFINITION", "REF_AREA", "UNIT", "TIME_PERIOD", "START", "END", "STATUS", "FIELD")


def annex_book(report: PeriodReport, say: Speaker, code: str = "") -> bytes:
    """Return the workbook, which bears the code of its figures."""
    book = WrittenBook(report.day)
    page, ids = book.page(say(N_("Annex"))), book.page("ID")
    page.columns((*_WIDTHS, 30), hidden=(KEY_COLUMN,))
    ids.columns((34, 44, 40, 12, 30, 16, 12, 12, 14, 14))
    page.text(0, 0, say(N_("RESULTS OF THE MEASURES, {period}"), period=say.period(report.period).upper()), **{**TITLE, "text_wrap": False})
    page.text(1, 0, "; ".join(filter(None, (office(report), report.notice))), text_wrap=False)
    for column, heading in enumerate(_HEADINGS):
        page.text(2, column, say(heading), **HEADING)
    for column, name in enumerate(_IDS):
        ids.text(2, column, name, **HEADING)
    page.text(2, KEY_COLUMN, KEY)
    row, fields = 3, field_names(report)
    for one in report.plans:
        for line in one.lines:
            _write(page, row, _cells(line, say))
            page.text(row, KEY_COLUMN, figure_key(line.about))
            _write(ids, row, (*_ids(one, line, report), fields[line.judged.id]))
            row += 1
    page.text(row + 1, 0, say(N_("… no data; x no case; 0 zero; (est.) rests on an estimate")), text_wrap=False)
    if code:
        row += 2
        page.text(row, 0, say(N_("Code of the figures of this annex: {code}"), code=code), text_wrap=False)
        page.picture(row + 1, 0, qr_of(code), code)
        row += 5
    page.frozen(3, 2)
    page.printed(row + 1, len(_HEADINGS) - 1, 2)
    return book.content


def _cells(line: ReportLine, say: Speaker) -> Sequence[Cell]:
    value, before = line.value, line.beside.before
    so_far = line.since_beginning
    return (
        line.measure.code,
        say.value(line.measure.label),
        bar_told(line, say),
        measured_in(line.measure.definition, say),
        None if before is None else figure_in_cell(held_against(before, line.beside.bar)),
        *(figure_cells(value) if value is not None else (None, None, MISSING)),
        say.figure_state(value.state) if value is not None else None,
        value.until if value is not None else None,
        None if so_far is None else figure_in_cell(so_far),
        None if line.estimate is None else figure_in_cell(line.estimate),
        change_told(line, say),
        status_told(line, say),
        remark(line, None, say),
    )


def figure_cells(value: Value) -> tuple[Cell, Cell, Cell]:
    """Return what stands above and below the line, where something is divided, and the figure."""
    divided = value.definition.divided
    return (value.numerator if divided else None, value.denominator if divided else None, figure_in_cell(value))


def figure_in_cell(value: Value) -> Cell:
    """Return a figure as a number; "x" where there was nobody to count."""
    if value.amount.number is not None:
        return value.amount.number
    return NO_CASE if value.numerator is None or value.denominator is not None else value.numerator


def _ids(one: PlanReport, line: ReportLine, report: PeriodReport) -> Sequence[Cell]:
    place = one.plan.place.key if one.plan.place is not None else ""
    about = (one.plan.id, line.judged.id, line.measure.definition.key, place, report.unit)
    return (*about, line.period.id, line.period.start, line.period.end, line.judged.status)


def _write(page: Page, row: int, cells: Sequence[Cell]) -> None:
    for column, cell in enumerate(cells):
        if isinstance(cell, str):
            page.text(row, column, cell, **CELL)
        elif isinstance(cell, date):
            page.day(row, column, cell, **CELL)
        elif cell is None:
            page.empty(row, column, **CELL)
        else:
            page.number(row, column, cell, **CELL)
