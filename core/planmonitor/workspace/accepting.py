"""Noting what an authority has accepted: the explanation of a shortfall, or that a finding need not be dealt with."""

from __future__ import annotations

import re
from datetime import date
from itertools import zip_longest

from attrs import frozen

from planmonitor.assessment.acts import ACCEPTED_AS, WAIVED_AS, Acceptance, Waiver
from planmonitor.assessment.checking import FoundBy, Waived
from planmonitor.assessment.plans import SHORT
from planmonitor.messages import N_, BadData, Hint, Message, UnknownName
from planmonitor.names import Named
from planmonitor.privacy import clean
from planmonitor.workspace.judging import Judged, judge
from planmonitor.workspace.opening import Workspace

NUMBER = re.compile("([0-9A-Za-z]{3})-?([0-9A-Za-z]{3})")
"""What the number of a finding looks like, however it is typed."""
PRINTED = re.compile("[0-9A-Za-z]{3}-[0-9A-Za-z]{3}")
"""What it looks like as screens print it, which no code of a measure does."""
MISREAD = str.maketrans("ILO", "110")
"""Letters that no number has, and what they are read as."""
MISTYPED = 2
"""Numbers that differ in so many letters, or fewer, are offered in place of one that does not exist."""


@frozen
class Approval:
    """By whose letter something is accepted, for what reason, and until when."""

    body: str
    """The authority, or whoever decided it."""
    reason: str
    """The reason."""
    until: date
    """Last day it holds."""
    document: str = ""
    """Number of the letter; "" where there is none."""
    dated: date | None = None
    """Date of the letter."""

    def checked(self, today: date) -> Approval:
        """Return it with words that may be recorded; a `BadData` where a day cannot be, or body or reason are empty."""
        if self.until < today:
            raise BadData(N_("The acceptance would end on {until}, before today."), until=self.until)
        if self.dated is not None and self.dated > today:
            raise BadData(N_("The document is dated {dated}, after today."), dated=self.dated)
        if not self.body.strip() or not self.reason.strip():
            raise BadData(N_("The authority and the reason must not be empty."))
        return Approval(clean(self.body), clean(self.reason), self.until, clean(self.document), self.dated)


def accept(workspace: Workspace, what: str, approval: Approval, kind: str = "") -> Acceptance | Waived:
    """Note what an authority accepted until a day: the explanation of a shortfall of a measure, or that a finding need not be dealt with.

    What is named decides which: what looks like the number of a finding is one, all else a measure. Each has reasons of its own: `ACCEPTED_AS`, of
    which one may be chosen, and `WAIVED_AS`, of which one must be. `UnknownName` where nothing goes by the name, or a reason is none of its list.
    """
    if PRINTED.fullmatch(what.strip()):
        return _waive(workspace, what, kind, approval)
    try:
        plan, measure = workspace.measure(what)
    except UnknownName:
        if NUMBER.fullmatch(what.strip()) or kind in WAIVED_AS:
            return _waive(workspace, what, kind, approval)
        raise
    if kind and kind not in ACCEPTED_AS:
        raise UnknownName(N_("'{kind}' is no reason for a shortfall of a measure."), Hint.of("say-why-accepted"), kind=kind)
    by = approval.checked(workspace.day)
    accepted = Acceptance(plan.measure_id(measure), by.body, by.reason, by.until, by.document, by.dated, kind, workspace.person)
    with workspace.database().writing() as held:
        accepted = held.add(accepted, workspace.begin(held, "acceptance"))
    _note_if_met(workspace, accepted.measure)
    return accepted


def _note_if_met(workspace: Workspace, measure: str) -> None:
    """Note of an explanation whose measure falls short of nothing now that it is not shown."""
    judged = next(item for plan in judge(workspace).plans for item in plan.judged.measures if item.id == measure)
    if judged.status not in SHORT:
        workspace.notes.append(Message.of(N_("The measure falls short of nothing now: the note is shown once it is not met or behind.")))


def _waive(workspace: Workspace, number: str, kind: str, approval: Approval) -> Waived:
    """Note that a finding, called by its number, need not be dealt with until a day, and why."""
    if kind not in WAIVED_AS:
        wrong = N_("'{kind}' is no reason why finding {number} need not be dealt with.") if kind else N_("{number} is the number of a finding.")
        raise UnknownName(wrong, Hint.of("say-why-waived"), kind=kind, number=as_printed(number))
    item = _called(number, judge(workspace))
    by = approval.checked(workspace.day)
    about = (item.number, item.check.id, item.plan, kind, item.finding.message.vi)
    waiver = Waiver(*about, by.body, by.reason, by.until, by.document, by.dated, workspace.person)
    with workspace.database().writing() as held:
        return Waived(item, held.add(waiver, workspace.begin(held, "waiver")))


def _called(number: str, judged: Judged) -> FoundBy:
    """Return the finding of a number, waived or not."""
    everything = [*judged.between, *(item.found for item in judged.waived)]
    for plan in judged.plans:
        everything += [*plan.findings, *(item.found for item in plan.waived)]
    found = {item.number: item for item in everything}
    typed = as_printed(number)
    if typed in found:
        return found[typed]
    near = [Named(name, item.check.title).shown for name, item in found.items() if _differ(name, typed) <= MISTYPED]
    hint = Message.of(N_("Did you mean: {near}?"), near=tuple(near[:3])) if near else Hint.of("see-findings")
    raise UnknownName(N_("No check finds anything of the number '{number}' now."), hint, number=number)


def as_printed(number: str) -> str:
    """Return the number of a finding as screens print it, "K7F-3QD", however it was typed; what looks like none as it is."""
    match = NUMBER.fullmatch(number.strip())
    return f"{match[1]}-{match[2]}".upper().translate(MISREAD) if match else number


def _differ(one: str, other: str) -> int:
    """Return in how many letters two numbers differ."""
    return sum(left != right for left, right in zip_longest(one, other))
