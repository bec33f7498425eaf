"""The fields that a form may have, each by its name and with what it is filled with: those of the report, and those of every measure."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from attrs import field, frozen
from planmonitor.assessment.counted import held_against
from planmonitor.assessment.values import Value
from planmonitor.model.plans import Measure
from planmonitor.workspace.report_lines import ReportLine
from planmonitor.workspace.reporting import PeriodReport, PlanReport

from planmonitor_exchange.form.names import OF_REPORT, field_names
from planmonitor_exchange.report.annex import MISSING, NO_CASE, SCOPES, remark, result
from planmonitor_exchange.report.annex_book import figure_in_cell
from planmonitor_exchange.report.head import head, office
from planmonitor_exchange.report.results import overall
from planmonitor_exchange.report.sentences import bar_told, change_told, sentence, status_told, until_of
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.values import printable
from planmonitor_exchange.workbook.wording import measured_in

FIGURE = "ket_qua"
"""The part of a measure that its field has without more: `ct_1a` is `ket_qua` in a row."""
_SECTIONS = {"done": "da_lam", "difficulties": "kho_khan", "causes": "nguyen_nhan", "proposals": "kien_nghi", "next": "nhiem_vu"}

FormCell = str | int | Decimal | date | None


def _plain(text: str) -> str:
    """Return a text as a file may hold it: composed letters, no control characters but the ends of its lines."""
    return "\n".join(printable(line) for line in unicodedata.normalize("NFC", text).split("\n"))


@frozen
class FormField:
    """What a field is filled with."""

    words: str = field(converter=_plain)
    """As words, in Word."""
    cell: FormCell
    """As the cell of a workbook has it: figures as numbers, days as days; None for an empty one."""
    percent: bool = False
    """Whether the figure is told in percent."""


@frozen
class FormFields:
    """All fields of a report."""

    by_name: Mapping[str, FormField]
    """Each by its name."""
    rows: tuple[Mapping[str, FormField], ...]
    """The fields of every measure, one after the other."""


def form_fields(report: PeriodReport, say: Speaker) -> FormFields:
    """Return the fields of a report."""
    until = until_of((line for one in report.plans for line in one.lines), report.day)
    by_name, rows = dict(_of_report(report, until, say)), []
    names = field_names(report)
    for one in report.plans:
        lines = {line.measure.code: line for line in one.lines}
        for measure in one.plan.measures:
            if (name := names.get(one.plan.measure_id(measure))) is None:
                continue
            told = _Told(one, measure, lines.get(measure.code), until, say)
            row = {part: fill(told) for part, fill in _PARTS.items()}
            by_name |= {name if part == FIGURE else f"{name}_{part}": filled for part, filled in row.items()}
            if told.line is not None:
                rows.append(row)
    return FormFields(by_name, tuple(rows))


def _of_report(report: PeriodReport, until: date | None, say: Speaker) -> Iterator[tuple[str, FormField]]:
    above = head(report, say)
    days = {"tu_ngay": report.period.start, "den_ngay": report.period.end, "ngay_so_lieu": until, "ngay_lap": report.day}
    words = {
        "ky": say.period(report.period),
        "don_vi": office(report) or MISSING,
        "dia_ban": report.place or MISSING,
        "cap_tren": report.within or MISSING,
        "noi_nhan": above.addressee.text or MISSING,
        "ve_viec": above.subject,
        "luu_y": report.notice,
        "ket_qua": "\n".join(overall(one, report, until, say).text for one in report.plans),
        **{name: _written(report, section, say) for section, name in _SECTIONS.items()},
    }
    yield f"{OF_REPORT}nam", FormField(str(report.period.year), report.period.year)
    yield from ((f"{OF_REPORT}{name}", _day(day, say)) for name, day in days.items())
    yield from ((f"{OF_REPORT}{name}", _text(text)) for name, text in words.items())


def _written(report: PeriodReport, section: str, say: Speaker) -> str:
    """Return what people wrote in a section, of several plans behind the name of each; "…" where nobody did."""
    told = []
    for one in report.plans:
        standing = next((part.standing for part in one.account.sections if part.section == section), None)
        if standing is not None:
            told.append(f"{say.value(one.plan.called)}: {standing.text}" if len(report.plans) > 1 else standing.text)
    return "\n".join(told) or MISSING


def _text(text: str) -> FormField:
    return FormField(text, _plain(text) or None)


def _day(day: date | None, say: Speaker) -> FormField:
    return FormField(MISSING, MISSING) if day is None else FormField(say.day(day), day)


@frozen
class _Told:
    """A measure of which fields tell."""

    plan: PlanReport
    measure: Measure
    line: ReportLine | None
    """What the report tells of it; None where nothing can be counted of it in the period."""
    until: date | None
    say: Speaker

    @property
    def value(self) -> Value | None:
        return None if self.line is None else self.line.value

    @property
    def before(self) -> Value | None:
        """What was counted in the same period of the year before."""
        before = None if self.line is None else self.line.beside.before
        return None if self.line is None or before is None else held_against(before, self.line.beside.bar)

    @property
    def so_far(self) -> Value | None:
        """What was counted since the beginning of the year, which is the figure itself where the period begins with it."""
        line = self.line
        if line is None or line.period.start <= self.plan.plan.window_of(self.measure).year(line.period.year).start:
            return self.value
        return line.since_beginning or (line.judged.value if line.whole else None)

    @property
    def of_year(self) -> Value | None:
        """What is recorded of the whole year, which is the figure itself where the period is the year."""
        line = self.line
        return line.value if line is not None and line.period == self.plan.plan.window_of(self.measure).year(line.period.year) else self.estimate

    @property
    def estimate(self) -> Value | None:
        return None if self.line is None else self.line.estimate

    def words(self, tell: Callable[[ReportLine], str]) -> FormField:
        """Return what is told of its line; empty where it has none."""
        return _text("" if self.line is None else tell(self.line))

    def figure(self, value: Value | None, *, alone: bool = False) -> FormField:
        """Return a figure, in words with its unit or alone; "…" where it is not there."""
        if value is None or (value.amount.number is None and value.amount.numerator is None):
            return FormField(MISSING, MISSING)
        cell = figure_in_cell(value)
        words = result(value, self.say) if not alone else NO_CASE if isinstance(cell, str) else self.say.value(cell)
        return FormField(words, cell, percent=value.definition.is_percentage and value.amount.number is not None)

    def part(self, number: int | None) -> FormField:
        """Return what stands above or below the line; empty where nothing is divided."""
        if not self.measure.definition.divided:
            return FormField("", None)
        return FormField(MISSING, MISSING) if number is None else FormField(self.say.number(number), number)


_PARTS: Mapping[str, Callable[[_Told], FormField]] = {
    FIGURE: lambda told: told.figure(told.value),
    "so": lambda told: told.figure(told.value, alone=True),
    "tu_so": lambda told: told.part(None if told.value is None else told.value.numerator),
    "mau_so": lambda told: told.part(None if told.value is None else told.value.denominator),
    "muc_giao": lambda told: told.words(lambda line: bar_told(line, told.say)),
    "cung_ky": lambda told: told.figure(told.before),
    "luy_ke": lambda told: told.figure(told.so_far),
    "uoc_nam": lambda told: told.figure(told.of_year),
    "so_sanh": lambda told: told.words(lambda line: change_told(line, told.say)),
    "danh_gia": lambda told: told.words(lambda line: status_told(line, told.say)),
    "den_ngay": lambda told: _day(None if told.value is None else told.value.until, told.say),
    "tinh_trang": lambda told: _text("" if told.value is None else told.say.figure_state(told.value.state)),
    "ghi_chu": lambda told: told.words(lambda line: remark(line, told.until, told.say)),
    "cau": lambda told: told.words(lambda line: sentence(line, told.until, told.say).text),
    "ma": lambda told: _text(told.measure.code),
    "ten": lambda told: _text(told.say.value(told.measure.label)),
    "don_vi_tinh": lambda told: _text(measured_in(told.measure.definition, told.say)),
    "nhom": lambda told: _text(told.say(dict(SCOPES)[told.measure.scope])),
    "ke_hoach": lambda told: _text(told.say.value(told.plan.plan.called)),
}
"""What is told of a measure, by the name it has in a row; its own field is that behind `ct_…_`."""
PARTS = frozenset(_PARTS)
"""The names of fields in a row."""
