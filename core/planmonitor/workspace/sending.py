"""What happens to reports: sent, received, returned, each by the letter that says so (docs/domain.md, rule 19)."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import PurePath

from attrs import evolve, field, frozen

from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import judge_plan
from planmonitor.assessment.records import Sending
from planmonitor.assessment.results import Occurrence
from planmonitor.messages import N_, BadData, Hint, Message, UnknownName
from planmonitor.model.duties import Duty
from planmonitor.model.periods import Period
from planmonitor.model.plans import Plan
from planmonitor.names import fold, offer, pick
from planmonitor.privacy import clean
from planmonitor.workspace.judging import known_by_place
from planmonitor.workspace.opening import Workspace


@frozen
class Letter:
    """What is known of a letter, and of the day it passed from hand to hand."""

    number: str = ""
    """Its number, "45/BC-UBND"."""
    dated: date | None = None
    """Its date."""
    day: date | None = None
    """The day it was sent, received or returned; None where nobody says."""
    reason: str = ""
    """Why it was returned."""
    file_name: str = ""
    """Name of a file with its text; "" where none is kept."""
    content: bytes = field(default=b"", repr=False)
    """That file: of it only the SHA-256 is noted."""


def note(workspace: Workspace, act: str, duty: str, period: str, letter: Letter, *, unit: str = "") -> tuple[Sending, Occurrence]:
    """Record that a report was sent ("submit"), received ("receive") or returned ("return"); return that and how the report stands.

    The duty is named by id, by the end of one, or by its title; the unit only where several owe the report. `UnknownName` where one
    of them is not known, `BadData` where the letter contradicts the report or what was recorded of it.
    """
    plan, asked = find_duty(workspace, duty)
    place, number = workspace.place_of(plan), clean(" ".join(letter.number.split()))
    before = _owed(plan, asked, known_by_place(workspace, None)[place], period, unit, workspace.day)
    span = before.period if before.period is not None else (asked.window or plan.window).parse(period)
    made = Sending(
        *(act, plan.id, asked.id, place, before.unit or "", span, number, letter.dated),
        sent=letter.day if act == "submit" else None,
        received=None if act == "submit" else letter.day or (letter.dated if act == "return" else None) or workspace.day,
        reason=clean(" ".join(letter.reason.split())),
        entered_by=workspace.person,
    )
    _fits(made, before, workspace.day)
    name = PurePath(letter.file_name).name
    clean(PurePath(name).stem.replace("_", " "))
    digest = hashlib.sha256(letter.content).hexdigest() if name else ""
    with workspace.database().writing() as held:
        made = held.add(evolve(made, revision=held.newest_revision()), workspace.begin(held, "sending", file_name=name, sha256=digest))
    return made, _owed(plan, asked, known_by_place(workspace, None)[place], period, unit, workspace.day)


def find_duty(workspace: Workspace, name: str) -> tuple[Plan, Duty]:
    """Return the one duty of the plans followed that goes by an id, the end of one, or a title."""
    duties = {f"{plan.id}/{duty.id}": (plan, duty) for plan in workspace.followed() for duty in plan.duties}
    called = [full for full, (_plan, duty) in duties.items() if fold(name) in {fold(duty.called.vi), fold(duty.called.en)}]
    found = pick(name, list(duties)) or called
    if len(found) > 1:
        raise UnknownName(N_("Several reports are called '{name}': {ids}."), Message.of(N_("Write the whole id.")), name=name, ids=tuple(found))
    if not found:
        raise UnknownName(N_("There is no report '{name}' in the plans followed."), offer(name, list(duties), Hint.of("see-reports")), name=name)
    return duties[found[0]]


def _owed(plan: Plan, duty: Duty, known: Known, period: str, unit: str, today: date) -> Occurrence:
    """Return the report of a duty on a period by a unit; a duty without a last day has one on every period."""
    span = _period(plan, duty, period)
    reports = [item for item in judge_plan(plan, known, today).deadlines if item.duty is duty]
    items = [item for item in reports if item.period == span]
    if not items and duty.kind not in {"dated", "after_period"}:
        items = [Occurrence(duty, id_, name, span, None, "not_asked") for id_, name in _reporters(plan, duty)]
    if not items:
        periods = tuple(dict.fromkeys(item.period.id for item in reports if item.period is not None))
        wrong = N_("'{report}' is not owed for {period}.")
        raise BadData(wrong, Message.of(N_("It is owed for: {periods}."), periods=periods or ("…",)), report=duty.called, period=span)
    if not unit and len(items) == 1:
        return items[0]
    chosen = [item for item in items if item.unit is not None and (found := plan.unit(item.unit)) is not None and found.is_called(unit)]
    if len(chosen) == 1:
        return chosen[0]
    units = tuple(item.unit or "…" for item in items)
    if not unit:
        raise BadData(N_("'{report}' is owed by several units: {units}."), Hint.of("say-unit"), report=duty.called, units=units)
    raise UnknownName(N_("Unit '{unit}' does not owe '{report}'."), offer(unit, units), unit=unit, report=duty.called)


def _period(plan: Plan, duty: Duty, period: str) -> Period:
    """Return the period that a report is on; of one on events the year in which they lie."""
    window = duty.window or plan.window
    span = window.parse(period)
    return window.year(span.year) if duty.kind == "on_event" else span


def _reporters(plan: Plan, duty: Duty) -> list[tuple[str | None, str | None]]:
    return [(unit.id, unit.name) for name in duty.reporters if (unit := plan.unit(name)) is not None] or [(None, None)]


def _fits(made: Sending, before: Occurrence, today: date) -> None:
    """Raise BadData where what is to be recorded contradicts itself or what was recorded before."""
    there = before.sending if before.sending is not None and before.sending.act != "return" else None
    for day in (made.dated, made.sent, made.received):
        if day is not None and day > today:
            raise BadData(N_("{day} lies after today."), day=day)
    for day in (made.sent, made.received):
        if day is not None and (dated := made.dated or (there.dated if there else None)) is not None and day < dated:
            raise BadData(N_("{day} lies before the date of the letter, {dated}."), day=day, dated=dated)
    if made.dated is not None and made.dated < made.period.start:
        raise BadData(
            N_("The letter of {dated} was written before {period} began ({start})."), dated=made.dated, period=made.period, start=made.period.start
        )
    if made.act == "submit" and there is not None and not before.cases:
        was = N_("The report is recorded as sent already: {number} of {dated}.")
        raise BadData(was, Hint.of("take-back"), number=there.letter or "…", dated=there.dated or "…")
    if there is None and made.act == "return":
        raise BadData(N_("No sending of this report is recorded, so nothing can be returned."))
    if there is None and (not made.letter or made.dated is None):
        raise BadData(N_("Number and date of the letter are wanted; its date decides whether the report was in time."), Hint.of("name-letter"))
    if made.act == "return" and not made.reason:
        raise BadData(N_("The reason must not be empty."))
