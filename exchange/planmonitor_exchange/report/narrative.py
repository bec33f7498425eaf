"""What people wrote on a period, in its place in the report; where nobody did, an open place with what the program would mention."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from planmonitor.messages import Message
from planmonitor.workspace.report_lines import ReportLine
from planmonitor.workspace.reporting import PeriodReport, PlanReport

from planmonitor_exchange.report.document import Block, Heading, OpenPlace, ReportParagraph, ReportSentence
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.values import running
from planmonitor_exchange.speaking.vocabulary import STATUS

SHORT = ("not_met", "behind", "in_progress")
"""Statuses in which something is wanting to the bar."""
ASKED = 2
"""How many open questions of a plan are mentioned: a report asks for what matters most."""


def written(one: PlanReport, section: str, label: str, say: Speaker, mentions: tuple[ReportSentence, ...] = ()) -> Iterator[Block]:
    """Yield what stands written in a section, a paragraph for each line; else an open place."""
    standing = next((part.standing for part in one.account.sections if part.section == section), None)
    if standing is None:
        yield OpenPlace(label, mentions)
        return
    for line in standing.text.split("\n"):
        yield ReportParagraph((ReportSentence(line),))


def narrative(report: PeriodReport, say: Speaker) -> Iterator[Block]:
    """Yield shortcomings and causes, the tasks ahead and proposals."""
    yield Heading(1, say(N_("II. SHORTCOMINGS AND CAUSES")))
    yield from _each(report, "difficulties", say(N_("shortcomings")), say)
    yield from _each(report, "causes", say(N_("causes")), say)
    yield Heading(1, say(N_("III. TASKS AHEAD")))
    yield from _each(report, "next", say(N_("tasks ahead")), say)
    yield Heading(1, say(N_("IV. PROPOSALS")))
    yield from _each(report, "proposals", say(N_("proposals")), say)


def _each(report: PeriodReport, section: str, label: str, say: Speaker) -> Iterator[Block]:
    """Yield a section of every plan: what was written under the plan's name where there are several, and one open place for all that was not."""
    several, open_, mentions = len(report.plans) > 1, False, list[ReportSentence]()
    for one in report.plans:
        if _is_written(one, section):
            yield from [Heading(3, say.value(one.plan.called))] if several else []
            yield from written(one, section, label, say)
            continue
        open_ = True
        for told in _MENTIONED[section](one, say) if section in _MENTIONED else ():
            mentions.append(ReportSentence(f"{say.value(one.plan.called)}: {told.text}", told.measures) if several else told)
    if open_:
        yield OpenPlace(label, tuple(mentions))


def _is_written(one: PlanReport, section: str) -> bool:
    return any(part.section == section and part.standing is not None for part in one.account.sections)


def _wanting(one: PlanReport, say: Speaker) -> Iterator[ReportSentence]:
    """Yield what is wanting of a plan: measures short of their bars, figures that are not there, and what the checks found."""
    found = {name for item in one.findings for name in item.finding.measures}
    for status in SHORT:
        of_status = (line for line in one.lines if _is_short(line) and line.judged.status == status)
        steps = [(line, line.judged.next_step) for line in of_status if line.judged.id not in found]
        wanted = [f"{line.measure.code} - {_step(step, say)}" for line, step in steps if step is not None]
        if wanted:
            told = say(N_("Measures {status}: {steps}."), status=running(say(STATUS[status])), steps="; ".join(wanted))
            yield ReportSentence(told, tuple(line.judged.id for line, step in steps if step is not None))
    missing = [line for line in one.lines if line.is_wanting and line.measure.scope == "target" and line.judged.status != "not_assessed"]
    if missing:
        codes = tuple(line.measure.code for line in missing)
        told = say(N_("Measures without figures, or without all of them: {codes}."), codes=codes)
        yield ReportSentence(told, tuple(line.judged.id for line in missing))
    for item in one.findings:
        yield ReportSentence(say.value(item.finding.message), item.finding.measures)


def _step(step: Message, say: Speaker) -> str:
    """Return what is to be done next as a part of a sentence: what are several sentences runs on behind commas."""
    return ", ".join(running(sentence) for sentence in say.message(step).rstrip(".").split(". "))


def _ahead(one: PlanReport, say: Speaker) -> Iterator[ReportSentence]:
    """Yield the bars still to be reached, by their last day, and those that were missed."""
    by_due: dict[date | None, list[ReportLine]] = {}
    for line in one.lines:
        if _is_short(line) and line.measure.scope == "target":
            by_due.setdefault(None if line.judged.status == "not_met" else line.judged.due, []).append(line)
    for due, lines in by_due.items():
        codes, ids = tuple(line.measure.code for line in lines), tuple(line.judged.id for line in lines)
        said = N_("Bars to be reached by {due}: measures {codes}.") if due is not None else N_("Bars that were missed: measures {codes}.")
        yield ReportSentence(say(said, due=due or "", codes=codes), ids)


def _unclear(one: PlanReport, say: Speaker) -> Iterator[ReportSentence]:
    """Yield the first things that have to be made clear so that something can be judged or dated."""
    for needed in one.questions[:ASKED]:
        yield ReportSentence(say(N_("To be made clear: {question}"), question=needed.question.text))


def _is_short(line: ReportLine) -> bool:
    return line.whole and line.judged.status in SHORT and line.measure.scope != "orientation"


_MENTIONED: Mapping[str, Callable[[PlanReport, Speaker], Iterator[ReportSentence]]] = {
    "difficulties": _wanting,
    "next": _ahead,
    "proposals": _unclear,
}
