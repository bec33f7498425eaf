"""What was written on a period, on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planmonitor.workspace.narrating import Account, Written
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import SECTION

from planmonitor_cli.screens.attention import plan_name

HEADERS = (N_("Period"), N_("Unit"), N_("Plan"), N_("Written"), N_("Not written yet"))


def narrative_screen(account: Account, say: Speaker) -> Iterator[str]:
    """Yield the lines of one account: each section with its text, who wrote it and when, or that nothing was written."""
    head = N_("{plan}, {period}: {unit}")
    yield say(head, plan=plan_name(account.plan, say), period=account.period, unit=account.unit_name or say(N_("the place")))
    for written in account.sections:
        yield ""
        yield say(SECTION[written.section])
        yield from (f"  {line}" for line in _lines(written, say))


def _lines(written: Written, say: Speaker) -> Iterator[str]:
    standing = written.standing
    if standing is None:
        yield say(N_("Not written yet."))
        return
    yield from standing.text.split("\n")
    by = standing.entered_by or "…"
    if len(written.versions) == 1:
        yield say(N_("({who}, {when})"), who=by, when=standing.recorded_at or "…")
    else:
        yield say(N_("({who}, {when}; rewritten, version {number})"), who=by, when=standing.recorded_at or "…", number=str(len(written.versions)))


def narrative_rows(accounts: Sequence[Account], say: Speaker) -> Iterator[tuple[str, ...]]:
    """Yield one row for each account: period, unit, plan, the sections written and those that are not."""
    for account in accounts:
        there = [say(SECTION[written.section]) for written in account.sections if written.standing]
        wanting = [say(SECTION[written.section]) for written in account.sections if not written.standing]
        named = (say.period(account.period), account.unit_name or say(N_("the place")), plan_name(account.plan, say))
        yield (*named, ", ".join(there), ", ".join(wanting))
