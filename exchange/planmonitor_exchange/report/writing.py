"""From the values of a report to its text: every part in its place."""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor.workspace.reporting import PeriodReport

from planmonitor_exchange.report.annex import annex
from planmonitor_exchange.report.document import Block, Heading, ReportDocument, ReportParagraph, ReportSentence
from planmonitor_exchange.report.head import closing, head, opening, signature
from planmonitor_exchange.report.narrative import narrative
from planmonitor_exchange.report.results import points, results
from planmonitor_exchange.report.sentences import until_of
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_


def document(report: PeriodReport, say: Speaker, code: str = "") -> ReportDocument:
    """Return a report as a document in one language, its annex under the code of its figures."""
    until = until_of((line for one in report.plans for line in one.lines), report.day)
    return ReportDocument(
        language=say.language,
        head=head(report, say),
        opening=opening(report, say),
        blocks=(*results(report, until, say), *narrative(report, say), *_corrections(report, say)),
        closing=closing(report, say),
        signature=signature(report, say),
        annex=annex(report, until, code, say),
    )


def _corrections(report: PeriodReport, say: Speaker) -> Iterator[Block]:
    """Yield what has changed since earlier reports told it: letter, figure then and now, and why."""
    changed = [(one.plan, item) for one in report.plans for item in one.corrections]
    told = [(ReportSentence(say.value(item.said), (plan.measure_id(item.measure),)),) for plan, item in changed]
    if told:
        yield Heading(1, say(N_("V. CORRECTIONS OF FIGURES REPORTED BEFORE")))
        yield from points(told)
        received = dict.fromkeys(say.value(item.received_by) for _plan, item in changed if item.received_by is not None)
        yield from (ReportParagraph((ReportSentence(one),)) for one in received)
