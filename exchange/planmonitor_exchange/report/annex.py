"""The table behind a report: a row for every measure, with the parts that make up its figure, and the populations divided by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen
from planmonitor.assessment.counted import held_against
from planmonitor.assessment.told import About, Standing
from planmonitor.assessment.values import Value
from planmonitor.workspace.report_lines import ReportLine
from planmonitor.workspace.reporting import PeriodReport, PlanReport

from planmonitor_exchange.report.document import Annex, AnnexRow
from planmonitor_exchange.report.head import BLANK, is_committee, title_of
from planmonitor_exchange.report.keys import figure_key
from planmonitor_exchange.report.sentences import bar_told, change_told, elsewhere_told, missing_told, status_told
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

MISSING, NO_CASE = "…", "x"
SCOPES = (("target", N_("Targets")), ("orientation", N_("Orientation beyond the plan")), ("task", N_("Tasks in figures")))


@frozen
class AnnexTable:
    """How the cells of a table are worded."""

    say: Speaker
    until: date | None
    """The day to which most figures run."""
    with_year_so_far: bool
    """Whether it has a column for what was counted since the beginning of the year."""
    with_estimate: bool
    """Whether it has one for the estimate of the whole year."""

    def headings(self) -> tuple[str, ...]:
        """Return the headings of its columns."""
        say = self.say
        before = (say(N_("No.")), say(N_("Measure")), say(N_("Plan (bar)")), say(N_("Same period of the year before")))
        done = (say(N_("Carried out: numerator/denominator")), say(N_("Carried out: result")))
        more = self._optional(say(N_("Since the beginning of the year")), say(N_("Estimate of the whole year")))
        return (*before, *done, *more, say(N_("Compared")), say(N_("Verdict")), say(N_("Remark")))

    def _optional(self, so_far: str = "", estimate: str = "") -> tuple[str, ...]:
        return (*((so_far,) if self.with_year_so_far else ()), *((estimate,) if self.with_estimate else ()))

    def row(self, line: ReportLine) -> AnnexRow:
        """Return the row of a measure."""
        say, value, before, so_far = self.say, line.value, line.beside.before, line.since_beginning
        so_far_told = "" if so_far is None else result(so_far, say)
        estimate = "" if line.estimate is None else of_year(line.estimate, say)
        cells = (
            line.measure.code,
            say.value(line.measure.label),
            bar_told(line, say),
            "" if before is None else result(held_against(before, line.beside.bar), say),
            parts_of(value, say),
            MISSING if value is None else result(value, say),
            *self._optional(so_far_told, estimate),
            change_told(line, say),
            status_told(line, say),
            remark(line, self.until, say),
        )
        return AnnexRow(cells, line.judged.id, key=figure_key(line.about))

    def parts(self, line: ReportLine) -> Iterator[AnnexRow]:
        """Yield the parts that a figure is made of where there are several, and those of its breakdowns."""
        several = sum(standing.in_whole for _about, standing in line.told) > 1
        for about, standing in line.told:
            if (several or not standing.in_whole) and standing.value is not None:
                yield self._part(about, standing, standing.value)

    def _part(self, about: About, standing: Standing, value: Value) -> AnnexRow:
        measure, unit, _period, cell = about
        say = self.say
        of_cell = [(key, category) for key, _, category in (part.partition("=") for part in cell.split(";") if part)]
        named = say.breakdown(standing.measure.definition, of_cell) if cell else ""
        whose = "" if standing.part.name is None or not unit else say.value(standing.part.name)
        told = ", ".join(filter(None, (whose, named)))
        cells = ("", say(N_("of which: {part}"), part=told), "", "", parts_of(value, say), result(value, say))
        return AnnexRow((*cells, *self._optional(), "", "", ""), measure, part=True, key=figure_key(about))

    def base(self, about: About, standing: Standing) -> AnnexRow:
        """Return the row of a population that measures are divided by."""
        say, base, definition = self.say, standing.base, standing.measure.definition
        assert base is not None
        assert base.counted is not None
        label = say.value(definition.denominator) if definition.denominator is not None else base.definition
        number = say(N_("{figure} (est.)"), figure=say.number(base.counted)) if base.state == "estimated" else say.number(base.counted)
        told = say(N_("up to {until}"), until=base.until) if base.until < base.period.end and base.until != self.until else ""
        return AnnexRow(("", label, "", "", "", number, *self._optional(), "", "", told), about[0], part=True, key=figure_key(about))


def annex(report: PeriodReport, until: date | None, code: str, say: Speaker) -> Annex:
    """Return the table under the code of its figures; `until` is the day to which most of them run."""
    lines = [line for one in report.plans for line in one.lines]
    so_far, estimate = any(line.since_beginning for line in lines), any(line.estimate is not None for line in lines)
    table = AnnexTable(say, until, so_far, estimate)
    symbol = "UBND" if is_committee(report) else "…"
    days = say(N_("Figures run to {until}, but where a remark names another day."), until=until or report.day)
    return Annex(
        title=say(N_("RESULTS OF THE MEASURES, {period}"), period=say.period(report.period).upper()),
        with_which=say(N_("(With report No. {blank}/BC-{symbol} of {blank}/{blank}/{year})"), blank=BLANK, symbol=symbol, year=str(report.day.year)),
        columns=table.headings(),
        rows=tuple(row for one in report.plans for row in _of_plan(one, table, several=len(report.plans) > 1)),
        legend=(say(N_("… no data; x no case; 0 zero; (est.) rests on an estimate")), *((days,) if until is not None else ())),
        code=code,
    )


def _of_plan(one: PlanReport, table: AnnexTable, *, several: bool) -> Iterator[AnnexRow]:
    say = table.say
    if several and (one.lines or one.bases):
        yield AnnexRow((title_of(one.plan, say),))
    for scope, heading in SCOPES:
        lines = [line for line in one.lines if line.measure.scope == scope]
        if lines:
            yield AnnexRow((say(heading),))
        for line in lines:
            yield table.row(line)
            yield from table.parts(line)
    if one.bases:
        yield AnnexRow((say(N_("Base figures")),))
    yield from (table.base(about, standing) for about, standing in one.bases)


def result(value: Value, say: Speaker) -> str:
    """Return a figure as it stands in a cell: "97,8% (ước)"; "x" where there was nobody to count."""
    alone = value.numerator is not None and value.denominator is None
    if value.exact is None and value.definition.divided and not alone:
        return NO_CASE
    text = say.amount(value.amount)
    return say(N_("{figure} (est.)"), figure=text) if value.state == "estimated" else text


def of_year(value: Value, say: Speaker) -> str:
    """Return the figure of the whole year as it stands in a cell: called one so far where it is no estimate and ends before the year."""
    text = result(value, say)
    counted = value.state != "estimated" and value.until < value.period.end and text != NO_CASE
    return say(N_("{figure} (so far)"), figure=text) if counted else text


def parts_of(value: Value | None, say: Speaker) -> str:
    """Return what is above and below the line: "45/46"; "" where nothing is divided."""
    if value is None or not value.definition.divided or value.numerator is None or value.denominator is None:
        return ""
    return f"{say.number(value.numerator)}/{say.number(value.denominator)}"


def remark(line: ReportLine, until: date | None, say: Speaker) -> str:
    """Return up to which day a figure runs where most run to another, where it is told otherwise, and which parts are not there."""
    told = []
    if line.value is not None and line.value.until < line.period.end and line.value.until != until:
        told.append(say(N_("up to {until}"), until=line.value.until))
    return "; ".join((*told, *elsewhere_told(line, say), *missing_told(line, say)))
