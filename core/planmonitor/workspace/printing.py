"""What stood in the annex of a report that was written as a file: kept under a code, by which it is found again (docs/domain.md, rule 19)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from attrs import evolve, frozen

from planmonitor.assessment.acts import AnnexFigure
from planmonitor.assessment.report_codes import code_of, is_code, typed_code
from planmonitor.assessment.told import About, bar_of, exact_text
from planmonitor.assessment.values import Value
from planmonitor.messages import N_, BadData, Message, Refusal, StorageTrouble
from planmonitor.names import Named, near
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.report_lines import ReportLine
from planmonitor.workspace.reporting import PeriodReport, PlanReport, report_on


@frozen
class _Figure:
    """One figure in an annex."""

    about: About
    figure: str
    state: str = ""
    until: date | None = None
    bar: str = ""
    printed_as: str = "result"


def printed_in(workspace: Workspace, report: PeriodReport) -> tuple[AnnexFigure, ...]:
    """Return every figure in the annex of a report, under the code of all of them; nothing where it has none.

    They are exact, of each measure and its parts, with the columns beside them.
    """
    rows = tuple(_row(workspace, report, one, figure) for one in report.plans for figure in _figures(one))
    code = code_of(rows)
    return tuple(evolve(row, code=code) for row in rows)


def _row(workspace: Workspace, report: PeriodReport, one: PlanReport, figure: _Figure) -> AnnexFigure:
    measure, unit, period, breakdown = figure.about
    return AnnexFigure(
        code="…",
        plan=one.plan.id,
        duty=report.duty.id if report.duty is not None else "",
        place=workspace.place_of(one.plan),
        reporter=report.reporter,
        reported_on=one.period.id,
        measure=measure,
        unit=unit,
        period=period,
        breakdown=breakdown,
        printed_as=figure.printed_as,
        bar=figure.bar,
        figure=figure.figure,
        state=figure.state,
        until=figure.until,
        entered_by=workspace.person,
    )


def _figures(one: PlanReport) -> Iterator[_Figure]:
    for line in one.lines:
        yield _of_value(line.about, line.value, bar_of(line.judged.target) if line.whole else "")
        for about, standing in line.told:
            if about != line.about and standing.value is not None:
                yield _of_value(about, standing.value)
        yield from _beside(line)
    for about, standing in one.bases:
        if (base := standing.base) is not None:
            yield _Figure(about, str(base.counted), base.state, base.until)


def _of_value(about: About, value: Value | None, bar: str = "", printed_as: str = "result") -> _Figure:
    if value is None:
        return _Figure(about, "", bar=bar, printed_as=printed_as)
    return _Figure(about, exact_text(value), value.state, value.until, bar, printed_as)


def _beside(line: ReportLine) -> Iterator[_Figure]:
    """Yield what stands in the columns beside the figure of a measure."""
    columns = (("before", line.beside.before), ("since-beginning", line.since_beginning), ("estimate", line.estimate))
    for printed_as, value in columns:
        if value is not None:
            yield _of_value((*line.about[:2], value.period, ""), value, printed_as=printed_as)


def remember(workspace: Workspace, rows: tuple[AnnexFigure, ...], write: Callable[[], None]) -> Message | None:
    """Keep what stands in an annex under its code, once for all files with the same figures, and have the file written: neither without the other.

    Return why nothing can be recorded here, and then nothing is written: a report can be written from such a workspace, without a code. None where
    both were done. What the writing of the file ends with is raised.
    """
    begun = False
    try:
        with workspace.database().writing() as held:
            if rows and not held.printed(rows[0].code):
                receipt = workspace.begin(held, "printed", rows=len(rows))
                for row in rows:
                    held.add(row, receipt)
            begun = True
            write()
    except StorageTrouble as trouble:
        if begun:
            raise
        return trouble.message
    return None


@frozen
class Then:
    """One figure that a code stands for, beside what it is now."""

    printed: AnnexFigure
    """What the annex said."""
    stands: AnnexFigure | None
    """What the same report would say now; None where it has no such figure any more, or cannot be made."""

    @property
    def differs(self) -> bool:
        """Whether the figure, its state or its bar is another one now."""
        now, then = self.stands, self.printed
        return now is None or (now.figure, now.state, now.bar) != (then.figure, then.state, then.bar)


def stood_for(workspace: Workspace, typed: str) -> tuple[Then, ...]:
    """Return the figures that a code on an annex stands for, each beside what it is now.

    Raises:
        BadData: where it was mistyped, or no annex written here bears it; with those that come near.
    """
    code = typed_code(typed)
    with workspace.database(read_only=True).reading() as held:
        rows = held.printed(code)
        known = held.printed_codes() if not rows else ()
    if not rows:
        found = tuple(item.id for item in near(code, [Named(one) for one in known]))
        hint = Message.of(N_("Did you mean: {near}?"), near=found) if found else None
        if not is_code(code):
            raise BadData(N_("'{code}' is no code of a report: a sign is mistyped or missing."), hint, code=code)
        raise BadData(N_("No report written in this workspace bears the code '{code}'."), hint, code=code)
    now = {row.about: row for of_report in _reports(rows) for row in _now(workspace, of_report)}
    return tuple(Then(row, now.get(row.about)) for row in rows)


def _reports(rows: Iterable[AnnexFigure]) -> Iterator[AnnexFigure]:
    """Yield the first row of every plan."""
    yield from {row.plan: row for row in reversed(tuple(rows))}.values()


def _now(workspace: Workspace, first: AnnexFigure) -> tuple[AnnexFigure, ...]:
    """Return what a report, of which one row is given, would print of its plan now; nothing where it cannot be made any more."""
    about = f"{first.plan}/{first.duty}" if first.duty else first.plan
    try:
        return printed_in(workspace, report_on(workspace, about, first.reported_on, first.reporter))
    except Refusal:  # the plan is not followed any more, or does not ask for it
        return ()
