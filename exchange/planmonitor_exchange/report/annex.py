"""The table behind a report: a row for every measure, with the parts that make up its figure, and the populations divided by."""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor.assessment.counted import held_against
from planmonitor.assessment.told import About, Standing
from planmonitor.assessment.values import Value
from planmonitor.workspace.reporting import PeriodReport, PlanReport, ReportLine

from planmonitor_exchange.report.document import Annex, AnnexRow
from planmonitor_exchange.report.head import BLANK, is_committee
from planmonitor_exchange.report.sentences import bar_told, change_told
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

MISSING, NO_CASE = "…", "x"
SCOPES = (("target", N_("Targets")), ("orientation", N_("Orientation beyond the plan")), ("task", N_("Tasks in figures")))


def annex(report: PeriodReport, say: Speaker) -> Annex:
    """Return the table."""
    with_estimate = any(line.estimate is not None for one in report.plans for line in one.lines)
    columns = [
        *(say(N_("No.")), say(N_("Measure")), say(N_("Plan (bar)")), say(N_("Same period of the year before"))),
        *(say(N_("Carried out: numerator/denominator")), say(N_("Carried out: result"))),
        *((say(N_("Estimate of the whole year")),) if with_estimate else ()),
        *(say(N_("Compared")), say(N_("Verdict")), say(N_("Remark"))),
    ]
    rows = [row for one in report.plans for row in _of_plan(one, report, say, with_estimate=with_estimate)]
    symbol = "UBND" if is_committee(report) else "…"
    return Annex(
        title=say(N_("RESULTS OF THE MEASURES, {period}"), period=say.period(report.period).upper()),
        with_which=say(N_("(With report No. {blank}/BC-{symbol} of {blank}/{blank}/{year})"), blank=BLANK, symbol=symbol, year=str(report.day.year)),
        columns=tuple(columns),
        rows=tuple(rows),
        legend=(say(N_("… no data; x no case; 0 zero; (est.) rests on an estimate")),),
    )


def _of_plan(one: PlanReport, report: PeriodReport, say: Speaker, *, with_estimate: bool) -> Iterator[AnnexRow]:
    if len(report.plans) > 1:
        yield AnnexRow((say.value(one.plan.title),))
    for scope, heading in SCOPES:
        lines = [line for line in one.lines if line.measure.scope == scope]
        if lines:
            yield AnnexRow((say(heading),))
        for line in lines:
            yield _row(line, say, with_estimate=with_estimate)
            yield from _parts(line, say, with_estimate=with_estimate)
    if one.bases:
        yield AnnexRow((say(N_("Base figures")),))
    for about, standing in one.bases:
        yield _base(about, standing, say, with_estimate=with_estimate)


def _row(line: ReportLine, say: Speaker, *, with_estimate: bool) -> AnnexRow:
    value, before = line.value, line.beside.before
    cells = [
        line.measure.code,
        say.value(line.measure.label),
        bar_told(line, say),
        "" if before is None else result(held_against(before, line.beside.bar), say),
        parts_of(value, say),
        MISSING if value is None else result(value, say),
        *((result(line.estimate, say) if line.estimate is not None else "",) if with_estimate else ()),
        change_told(line, say),
        say.status_in_full(line.judged) if line.whole else "",
        remark(line, say),
    ]
    return AnnexRow(tuple(cells), line.judged.id)


def result(value: Value, say: Speaker) -> str:
    """Return a figure as it stands in a cell: "97,8% (ước)"; "x" where there was nobody to count."""
    alone = value.numerator is not None and value.denominator is None
    text = NO_CASE if value.exact is None and value.definition.divided and not alone else say.amount(value.amount)
    return say(N_("{figure} (est.)"), figure=text) if value.state == "estimated" else text


def parts_of(value: Value | None, say: Speaker) -> str:
    """Return what is above and below the line: "45/46"; "" where nothing is divided."""
    if value is None or not value.definition.divided or value.numerator is None or value.denominator is None:
        return ""
    return f"{say.number(value.numerator)}/{say.number(value.denominator)}"


def remark(line: ReportLine, say: Speaker) -> str:
    """Return up to which day a figure runs where that is not the last one, and which parts are not there."""
    told = []
    if line.value is not None and line.value.until < line.period.end:
        told.append(say(N_("up to {until}"), until=line.value.until))
    if line.whole and line.judged.status == "incomplete" and line.judged.missing:
        told.append(say(N_("missing: {parts}"), parts=tuple(part.called for part in line.judged.missing)))
    return "; ".join(told)


def _parts(line: ReportLine, say: Speaker, *, with_estimate: bool) -> Iterator[AnnexRow]:
    """Yield the parts that a figure is made of where there are several, and those of its breakdowns."""
    several = sum(standing.in_whole for _about, standing in line.told) > 1
    for about, standing in line.told:
        if (several or not standing.in_whole) and standing.value is not None:
            yield _standing(about, standing, say, with_estimate=with_estimate)


def _standing(about: About, standing: Standing, say: Speaker, *, with_estimate: bool) -> AnnexRow:
    measure, _unit, _period, cell = about
    of_cell = [(key, category) for key, _, category in (part.partition("=") for part in cell.split(";") if part)]
    named = say.breakdown(standing.measure.definition, of_cell) if cell else ""
    unit = "" if standing.part.name is None or not about[1] else say.value(standing.part.name)
    value = standing.value
    assert value is not None
    told = ", ".join(filter(None, (unit, named)))
    cells = ("", say(N_("of which: {part}"), part=told), "", "", parts_of(value, say), result(value, say))
    return AnnexRow((*cells, *([""] if with_estimate else []), "", "", ""), measure, part=True)


def _base(about: About, standing: Standing, say: Speaker, *, with_estimate: bool) -> AnnexRow:
    """Return a population with its number."""
    base, definition = standing.base, standing.measure.definition
    assert base is not None
    assert base.counted is not None
    label = say.value(definition.denominator) if definition.denominator is not None else base.definition
    number = say(N_("{figure} (est.)"), figure=say.number(base.counted)) if base.state == "estimated" else say.number(base.counted)
    remark = say(N_("up to {until}"), until=base.until) if base.until < base.period.end else ""
    return AnnexRow(("", label, "", "", "", number, *([""] if with_estimate else []), "", "", remark), about[0], part=True)
