"""What the checks find, each with its number, the clause behind it and what to do; at the end what need not be dealt with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen
from planmonitor import Plan
from planmonitor.assessment.acts import Waiver
from planmonitor.assessment.checking import FoundBy
from planmonitor.assessment.rule_numbers import NUMBER_OF
from planmonitor_exchange.speaking.answers import how_to_settle
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import SEVERITY, WAIVED_AS

from planmonitor_cli.layout import wrapped
from planmonitor_cli.screens.attention import plan_name


@frozen
class Told:
    """A finding as it is listed: with what it was waived with, or None."""

    found: FoundBy
    waiver: Waiver | None = None

    @property
    def counts(self) -> bool:
        """Whether something was found that is to be dealt with, or looked at."""
        return self.waiver is None and self.found.finding.state == "found"


def severity(item: FoundBy, say: Speaker) -> str:
    """Return how grave a finding is; of one that cannot be judged yet, that it cannot."""
    return say(SEVERITY[item.severity]) if item.finding.state == "found" else say(N_("cannot be judged yet"))


def where(item: FoundBy, plans: Mapping[str, Plan], say: Speaker) -> str:
    """Return the plan that a finding is of, or that it lies between plans."""
    return plan_name(plans[item.plan], say) if item.plan else say(N_("between plans"))


def finding_lines(listed: Sequence[Told], plans: Mapping[str, Plan], say: Speaker) -> Iterator[str]:
    """Yield the screen of some findings; those that are waived stand at the end."""
    cited: set[str] = set()
    open_ = [told.found for told in listed if told.waiver is None]
    for item in open_:
        yield from _finding(item, plans, cited, say)
    waived = [(told.found, told.waiver) for told in listed if told.waiver is not None]
    unjudged = sum(item.finding.state != "found" for item in open_)
    if unjudged == len(open_):
        some = N_("The checks found nothing; {count} could not be judged yet.")
        nothing = N_("The checks found nothing more.") if waived else N_("The checks found nothing.")
        yield say(some, count=str(unjudged)) if unjudged else say(nothing)
    if waived:
        yield ""
        yield say(N_("ACCEPTED, NOT COUNTED"))
    for item, waiver in waived:
        yield wrapped(f"{item.number} {where(item, plans, say)}: {say.value(item.finding.message)}", "- ", "  ")
        yield wrapped(waiver_text(waiver, say), "  ", "  ")


def _finding(item: FoundBy, plans: Mapping[str, Plan], cited: set[str], say: Speaker) -> Iterator[str]:
    title = say.value(item.check.title)
    looked = title if item.finding.state == "found" else say(N_("looked for: {title}"), title=title)
    rule = NUMBER_OF.get(item.check.id)
    numbers = item.number if rule is None else say(N_("{number}, rule {rule}"), number=item.number, rule=rule)
    yield wrapped(f"[{severity(item, say)}] {where(item, plans, say)}: {looked} ({numbers})", "", "  ")
    yield wrapped(say.value(item.finding.message), "  ", "  ")
    if item.plan and (settled := how_to_settle(plans[item.plan], item.finding, say)):
        yield wrapped(settled, "  ", "  ")
    if item.lapsed is not None:
        yield wrapped(_lapsed(item, item.lapsed, say), "  ", "  ")
    source = item.finding.source
    # One clause may stand behind many findings: it is read once.
    yield wrapped(source.section if source.clause in cited else f"{source.section}: “{source.clause}”", "  ", "  ")
    cited.add(source.clause)


def _lapsed(item: FoundBy, waiver: Waiver, say: Speaker) -> str:
    """Return why a finding is there again that was waived: its figures have changed, or the day is past."""
    if waiver.sentence == item.finding.message.vi or not (waiver.kind == "settled" or item.is_error_of_figures):
        return say(N_("Accepted before: {waiver}"), waiver=waiver_text(waiver, say))
    if waiver.kind == "settled":
        return say(N_("Accepted before as settled; what it says has changed since."))
    return say(N_("Accepted before, and what it says has changed since: {waiver}"), waiver=waiver_text(waiver, say))


def waiver_text(waiver: Waiver, say: Speaker) -> str:
    """Return why a finding need not be dealt with, by whose letter and until when; without a letter it says so."""
    kind, values = say(WAIVED_AS[waiver.kind]), {"body": waiver.body, "reason": waiver.reason, "until": waiver.until}
    if not waiver.document:
        return say(N_("{kind}, by {body}, without a document: {reason} (until {until})."), kind=kind, **values)
    by = N_("{kind}: {document} of {dated}, {body}: {reason} (until {until}).")
    return say(by, kind=kind, document=waiver.document, dated=waiver.dated or "…", **values)
