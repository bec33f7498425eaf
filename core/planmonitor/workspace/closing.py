"""Closing a reporting year: what stays open of it, what goes on into the next one; nothing is locked (docs/domain.md, section 4)."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import evolve, frozen

from planmonitor.assessment.acts import Closing, Receipt
from planmonitor.assessment.checking import FoundBy
from planmonitor.assessment.in_period import Span
from planmonitor.assessment.left_open import LeftOpen, is_pressing, left_open
from planmonitor.assessment.needed import needed_now
from planmonitor.assessment.records import TOTAL, Figure, MemberUnit
from planmonitor.messages import N_, BadData, Hint, Message
from planmonitor.model.plans import Plan
from planmonitor.workspace.judging import judge
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.standing import all_figures


@frozen
class YearEnd:
    """A reporting year that is over: what stays open, and what goes on."""

    year: int
    """The year."""
    plans: tuple[LeftOpen, ...]
    """What stays open, by plan."""
    between: tuple[FoundBy, ...]
    """Errors and warnings between plans that are not settled."""
    going_on: tuple[Plan, ...]
    """The plans that run on in the next year, with their answers."""
    ending: tuple[Plan, ...]
    """The plans that end with the year."""
    members: tuple[MemberUnit, ...]
    """The members of groups that exist on the first day of the next year, each once."""
    populations: tuple[Figure, ...]
    """The base populations of the year, which the plans of the next one find under the same keys."""

    @property
    def open(self) -> int:
        """How many matters stay open."""
        return sum(item.count for item in self.plans) + len(self.between)


def year_end(workspace: Workspace, year: int) -> YearEnd:
    """Return what closing a year would list; `BadData` where it is not over, was closed before, or no plan followed runs in it."""
    running = [plan for plan in workspace.followed() if year in plan.years()]
    if not running:
        raise BadData(N_("No plan followed runs in the year {year}."), Hint.of("see-plans-followed"), year=str(year))
    last = max(plan.window_of(measure).year(year).end for plan in running for measure in plan.measures)
    if workspace.day <= last:
        over = Message.of(N_("It can be closed from {day} on."), day=last + timedelta(days=1))
        raise BadData(N_("The year {year} is not over: its last day is {last}."), over, year=str(year), last=last)
    if closed := closing_of(workspace, year):
        receipt, _closing = closed
        before = N_("The year {year} was closed on {day} already (receipt {receipt}).")
        day = receipt.recorded_at or "…"
        raise BadData(before, Hint.of("open-year-again", receipt=receipt.receipt), year=str(year), day=day, receipt=receipt.receipt)
    judged, today = judge(workspace, span=Span.of_year(year)), judge(workspace)
    asked = {checked.judged.plan.id: needed_now(checked) for checked in today.plans}
    with workspace.database(read_only=True).reading() as held:
        members = held.units(None, workspace.day)
        figures = all_figures(workspace, held)
    first = date(year + 1, 1, 1)
    populations = workspace.catalogue.populations
    return YearEnd(
        year,
        tuple(evolve(left_open(checked), questions=asked[checked.judged.plan.id]) for checked in judged.plans),
        tuple(filter(is_pressing, judged.between)),
        tuple(plan for plan in running if plan.end.year > year),
        tuple(plan for plan in running if plan.end.year == year),
        tuple({member.id: member for member in members if member.valid_on(first)}.values()),
        tuple(figure for figure in figures if figure.definition in populations and figure.period.year == year and figure.breakdown == TOTAL),
    )


def closing_of(workspace: Workspace, year: int) -> tuple[Receipt, Closing] | None:
    """Return the act by which a year was closed, and what it noted; None while it is open."""
    with workspace.database(read_only=True).reading() as held:
        if not any(closing.year == year for closing in held.entries(Closing, None)):
            return None
        for receipt in held.receipts():
            for closing in held.entries(Closing, None, receipt=receipt.receipt) if receipt.kind == "closing" else ():
                if closing.year == year:
                    return receipt, closing
    return None


def close_year(workspace: Workspace, end: YearEnd) -> Closing:
    """Record that a year is closed, and how many matters stayed open; figures of it may be corrected all the same."""
    closing = Closing(end.year, workspace.own_place(), end.open, workspace.person)
    with workspace.database().writing() as held:
        return held.add(closing, workspace.begin(held, "closing"))
