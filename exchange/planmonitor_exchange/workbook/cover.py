"""The cover of a workbook to fill in: who fills in what by when, and three rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attrs import frozen
from planmonitor.workspace.asking import Asking, ReportDue

from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.workbook import wording
from planmonitor_exchange.workbook.book import Page
from planmonitor_exchange.workbook.parts import CELL, HEADING, TITLE

RULES = (
    N_("1. Fill in the yellow cells only. Where there was none write 0; while it is not known leave the cell empty: empty is missing, 0 is none."),
    N_("2. Write what was counted, as a whole number, without a percent sign; shares and results are worked out by the sheet itself."),
    N_("3. Never write the name, birth date, address, telephone or identity number of a child anywhere in this file."),
)
_HEADINGS = (N_("Who fills in"), N_("How many figures"), N_("Report"), N_("Plan"), N_("Last day"), N_("To be sent by (working day)"))


@frozen
class Sender:
    """Who asks for the figures."""

    office: str
    """The office that gets the workbook back; "" where nobody has named it."""
    place: str
    """What the place is called."""
    notice: str = ""
    """What stands on everything that leaves the workspace, such as that its figures are invented."""


def write_cover(page: Page, asking: Asking, sender: Sender, say: Speaker, *, matrix: bool = False) -> None:
    """Write the cover; that of a matrix says where the parts of a figure are given, for which it has no rows."""
    page.columns([40, 12, 40, 34, 16, 20])
    page.text(0, 0, say(N_("FIGURES FOR THE PLANS FOR CHILDREN")), **TITLE)
    row = 1
    for words in (*_about(asking, sender, say), "", say(N_("THREE RULES")), *(say(rule) for rule in RULES), ""):
        heading = words == say(N_("THREE RULES"))
        page.text(row, 0, words, text_wrap=False, bold=heading)
        row += 1
    page.height(row, 34)
    for column, heading_words in enumerate(_HEADINGS):
        page.text(row, column, say(heading_words), **HEADING)
    for cells in _who(asking, sender, say):
        row += 1
        for column, words in enumerate(cells):
            page.text(row, column, words, **CELL)
    row += 2
    for words in _notes(asking, say, matrix=matrix):
        page.text(row, 0, words, text_wrap=False)
        row += 1
    page.printed(row, len(_HEADINGS) - 1)
    page.locked()


def _about(asking: Asking, sender: Sender, say: Speaker) -> Iterator[str]:
    if sender.notice:
        yield sender.notice
    yield say(N_("Unit: {unit}"), unit=asking.name or sender.place)
    spans = Counter((blank.period.start, blank.period.end) for blank in asking.blanks)
    periods = {(blank.period.start, blank.period.end): blank.period for blank in asking.blanks}
    for number, (span, count) in enumerate(spans.most_common()):
        said = N_("Period: {period} ({days})") if number == 0 else N_("Of {count} figures the days are others: {days}")
        yield say(said, period=periods[span], days=wording.days(periods[span], say), count=count)
    if sender.office:
        yield say(N_("To be sent to: {office}"), office=sender.office)


def _who(asking: Asking, sender: Sender, say: Speaker) -> Iterator[tuple[str, ...]]:
    """Yield who fills in how many figures, each with the reports that wait for them."""

    def name(unit: str) -> str:
        return asking.names.get(unit, "") or sender.place  # an office goes by one name in several plans, whatever id each gives it

    counts = Counter(name(blank.supplier) for blank in asking.blanks)
    reports: dict[str, list[ReportDue]] = {}
    for due in asking.reports:
        reports.setdefault(name(due.report.unit or ""), []).append(due)
    for supplier, due in asking.waiting:
        told_of = reports.setdefault(name(supplier), [])
        if all(due.report.duty != one.report.duty for one in told_of):
            told_of.append(due)
    for office in dict.fromkeys((*counts, *reports)):
        told = [_report(due, say) for due in reports.get(office, ())] or [("", "", "", say(N_("no document sets a day")))]
        for number, cells in enumerate(told):
            yield (office, say.number(counts[office]), *cells) if number == 0 else ("", "", *cells)


def _report(due: ReportDue, say: Speaker) -> tuple[str, str, str, str]:
    last, working = due.report.last_day, due.working_day
    return (
        say.value(due.report.duty.called),
        say.value(due.plan.called),
        "…" if last is None else say.day(last),
        say(N_("no document sets a day")) if working is None else say.day(working),
    )


def _notes(asking: Asking, say: Speaker, *, matrix: bool) -> Iterator[str]:
    if matrix and any(blank.measure.definition.breakdowns for blank in asking.blanks if blank.part.group):
        yield say(N_("This file takes totals alone; what they are made of (by sex, by age …) is filled in on the form of each unit."))
    yield say(N_("The columns worked out by the sheet compare what is filled in with the target; the status is given once the figures are recorded."))
    yield say(N_('Signs: "x" nobody to count; an empty cell is missing; 0 is none.'))
    if any(blank.apart for blank in asking.blanks):
        yield say(N_("The same thing counted over two spans of days stands in two rows, one below the other: fill in both."))
    for plan, measure, part in asking.unowned:
        named = measure.label if part.name is None else part.name
        yield say(N_("Given to nobody by the document, so asked of nobody: {part} ({plan})"), part=named, plan=plan.called)
