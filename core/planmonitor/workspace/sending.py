"""What happens to reports: sent, received, returned, each by the letter that says so (docs/domain.md, rule 19)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePath

from attrs import evolve, field, frozen

from planmonitor.assessment.acts import Reported, Sending
from planmonitor.assessment.asserted import Asserted, as_asserted
from planmonitor.assessment.corrected import Correction
from planmonitor.assessment.corrections import TO_SEND, corrections, now_standing
from planmonitor.assessment.known import Known
from planmonitor.assessment.letters import ReportLetters, letters
from planmonitor.assessment.plans import judge_plan
from planmonitor.assessment.records import MemberUnit
from planmonitor.assessment.results import Occurrence
from planmonitor.assessment.told import About, as_told, standing_in, standing_letters, told_so_far
from planmonitor.messages import N_, BadData, Hint, Message, Text, UnknownName
from planmonitor.model.duties import Duty
from planmonitor.model.periods import Period
from planmonitor.model.plans import Plan
from planmonitor.names import Named, find, listed, offer
from planmonitor.privacy import clean
from planmonitor.workspace.knowing import known_by_place
from planmonitor.workspace.naming import REPORT, duty_named, understood, unit_named
from planmonitor.workspace.opening import Workspace

THE_PLACE = Text("địa phương", "the place")
"""What the place as a whole is called beside its units."""


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
    kind: str = ""
    """Why it was returned, from the fixed list: one of `RETURNED_AS`; "" where nobody chose one."""
    said: Mapping[About, Asserted] | None = field(default=None, repr=False)
    """What the file says of the figures; None where it was not read, and the letter tells what is recorded."""


def note(workspace: Workspace, act: str, duty: str, period: str, letter: Letter, *, unit: str = "") -> tuple[Sending, Occurrence]:
    """Record that a report was sent ("submit"), received ("receive") or returned ("return"); return that and how the report stands.

    The duty is named by id, by the end of one, or by its title; the unit only where several owe the report. `UnknownName` where one
    of them is not known, `BadData` where the letter contradicts the report or what was recorded of it.
    """
    plan, asked = find_duty(workspace, duty)
    place, number = workspace.place_of(plan), clean(" ".join(letter.number.split()))
    known = known_by_place(workspace, None)[place]
    before = owed_report(workspace, plan, asked, known, period, unit)
    typed = asked.parse(period, plan.window)
    made = Sending(
        *(act, plan.id, asked.id, place, before.unit or "", before.period or typed, number, letter.dated),
        sent=letter.day if act == "submit" else None,
        received=None if act == "submit" else letter.day or (letter.dated if act == "return" else None) or workspace.day,
        reason=clean(" ".join(letter.reason.split())),
        kind=letter.kind,
        entered_by=workspace.person,
    )
    _fits(made, typed, workspace.day)
    before_it = letters(plan.id, asked.id, known.sendings).get((made.unit, made.period), ReportLetters())
    brings = _follows(made, before_it, again=asked.kind == "on_event")
    workspace.notes += _hardly_begun(plan, asked, made, known, workspace.day)
    name = PurePath(letter.file_name).name
    clean(PurePath(name).name)
    digest = hashlib.sha256(letter.content).hexdigest() if name else ""
    with workspace.database().writing() as held:
        receipt = workspace.begin(held, "sending", file_name=name, sha256=digest)
        told = _told(plan, asked, made, known_by_place(workspace, None)[place], workspace.day, letter.said) if brings else ()
        made = held.add(evolve(made, revision=held.newest_revision()), receipt)
        for row in told:
            held.add(row, receipt)
    return made, _owed(plan, asked, known_by_place(workspace, None)[place], period, unit, workspace.day)


def _hardly_begun(plan: Plan, duty: Duty, made: Sending, known: Known, today: date) -> Iterator[Message]:
    """Yield that a report is on a period less than half over by its letter, while that on the period before is not recorded as sent."""
    span, day = made.period, made.dated or today
    if made.act != "submit" or duty.kind in {"on_event", "ad_hoc"} or 2 * ((day - span.start).days + 1) >= span.days:
        return
    own = [one for year in plan.years() for one in duty.periods(year, plan.window) if plan.start <= one.end < span.start]
    if not own or letters(plan.id, duty.id, known.sendings).get((made.unit, own[-1]), ReportLetters()).standing:
        return
    about = (duty, made.unit, own[-1])
    states = [item.state for item in judge_plan(plan, known, today).deadlines if (item.duty, item.unit or "", item.period) == about]
    if all(state in TO_SEND for state in states) and (states or known.since is None or known.since <= own[-1].end):
        begun = N_("By {day} less than half of {period} is over, while the report on {before} is not recorded as sent: is the period right?")
        yield Message.of(begun, day=day, period=span, before=own[-1])


def _told(plan: Plan, duty: Duty, letter: Sending, known: Known, today: date, said: Mapping[About, Asserted] | None = None) -> tuple[Reported, ...]:
    """Return what a letter tells: every figure that its duty carries, and what has changed since earlier letters of the duty told it.

    What its file was read to say stands before what is recorded.
    """
    own = standing_in(plan, duty, letter.unit, letter.period, known, known.figures, today)
    rows = {about: as_told(letter, about, standing) for about, standing in own.items()}
    if said is not None:
        rows = as_asserted(rows, said)
    sent = standing_letters(plan, duty, known).get(letter.unit, [])
    told = told_so_far(plan, duty, sent, known, today)
    now = now_standing(plan, duty, letter.unit, told, known, today)
    for about in (about for about in (*told, *now) if about not in own and about not in rows):
        row = as_told(letter, about, now.get(about))
        then = told[about][0] if about in told else None
        if then is None or (then.figure, then.fingerprint, then.bar) != (row.figure, row.fingerprint, row.bar):
            rows[about] = row
    return tuple(rows.values())


def corrections_to_list(workspace: Workspace, duty: str, unit: str = "") -> tuple[Correction, ...]:
    """Return what has changed since the reports of a duty told it and no later letter of it does: what its next report lists.

    Those of one unit, named by its id, or of all. `UnknownName` where no duty goes by the name.
    """
    plan, asked = find_duty(workspace, duty)
    found = corrections(plan, known_by_place(workspace, None)[workspace.place_of(plan)], workspace.day)
    return tuple(item for item in found if item.duty == asked and unit in {"", item.letter.unit})


def find_duty(workspace: Workspace, name: str) -> tuple[Plan, Duty]:
    """Return the one duty of the plans followed that goes by a name: its id, the end of that, or its title."""
    duties = {f"{plan.id}/{duty.id}": (plan, duty) for plan in workspace.followed() for duty in plan.duties}
    return duties[workspace.one(name, [duty_named(plan, duty) for plan, duty in duties.values()], REPORT).id]


def owed_report(workspace: Workspace, plan: Plan, duty: Duty, known: Known, period: str, unit: str = "") -> Occurrence:
    """Return the report of a duty on a period by a unit, named by id or name, or by the only one that owes it.

    Raises:
        UnknownName: for a unit that does not owe it.
        BadData: where it is not owed for the period, or several units owe it and none is named.
    """
    found = _owed(plan, duty, known, period, unit, workspace.day)
    workspace.notes += [said for said in _understood(plan, found, unit) if said not in workspace.notes]
    return found


def _owed(plan: Plan, duty: Duty, known: Known, period: str, unit: str, today: date) -> Occurrence:
    """Return the report of a duty on a period by a unit; a duty without a last day has one of every reporter on every period of the plan."""
    span = _period(plan, duty, period)
    judged = judge_plan(plan, known, today)
    reports = [item for item in judged.deadlines if item.duty is duty]
    items = [item for item in reports if item.period == span]
    dated = duty.has_day
    if not dated and span.year in plan.years() and span.end >= plan.start:
        there = {item.unit for item in items}
        items += [Occurrence(duty, id_, name, span, None, "not_asked") for id_, name in _reporters(plan, duty) if id_ not in there]
    if not items:
        asked = [item.period.id for item in reports if item.period is not None and item.last_day is not None]
        periods = tuple(dict.fromkeys(asked if dated else map(str, plan.years())))
        wrong = N_("'{report}' is not owed for {period}.")
        raise BadData(wrong, Message.of(N_("It is owed for: {periods}."), periods=periods or ("…",)), report=duty.called, period=span)
    own = [item for item in items if item.unit is None or item.unit in duty.reporters]
    if not unit and len(own) == 1:
        return own[0]
    items += _of_members(plan, items, judged.members, span, today) if unit else ()
    owing = [_named(plan, item) for item in items]
    here = unit and plan.place is not None and plan.place.is_called(unit)
    found = find(THE_PLACE.vi if here else unit, owing) if unit else ()
    if len(found) == 1:
        return items[owing.index(found[0])]
    if not found and unit:
        raise UnknownName(N_("Unit '{unit}' does not owe '{report}'."), offer(unit, owing), unit=unit, report=duty.called)
    several = N_("'{report}' is owed by several units: {units}.")
    raise BadData(several, Hint.of("say-unit"), report=duty.called, units=listed(found or owing))


def _of_members(plan: Plan, items: Sequence[Occurrence], members: Sequence[MemberUnit], span: Period, today: date) -> list[Occurrence]:
    """Return the reports of the members of groups that owe one and of which no letter is recorded: each sends its own, or its group does for all."""
    there = {item.unit for item in items}
    return [
        evolve(item, unit=member.id, unit_name=member.name, expected=0, received=0, sending=None, unsent=())
        for item in items
        for member in members
        if member.belongs_to(plan.id, item.unit or "") and member.id not in there and member.valid_between(span.start, max(span.end, today))
    ]


def _named(plan: Plan, report: Occurrence) -> Named:
    """Return by what the unit or member goes that owes a report, or the place as a whole where the report is nobody else's."""
    found = plan.unit(report.unit) if report.unit is not None else None
    own = Named(report.unit, report.unit_name) if report.unit and report.unit_name else Named("", THE_PLACE)
    return unit_named(found) if found is not None else own


def _understood(plan: Plan, report: Occurrence, unit: str) -> tuple[Message, ...]:
    return understood(unit, _named(plan, report)) if unit and report.unit is not None else ()


def _period(plan: Plan, duty: Duty, period: str) -> Period:
    """Return the period that a report is on; of one on events the year in which they lie."""
    span = duty.parse(period, plan.window)
    return (duty.window or plan.window).year(span.year) if duty.kind == "on_event" else span


def _reporters(plan: Plan, duty: Duty) -> list[tuple[str | None, str | None]]:
    return [(unit.id, unit.name) for name in duty.reporters if (unit := plan.unit(name)) is not None] or [(None, None)]


def _fits(made: Sending, typed: Period, today: date) -> None:
    """Raise BadData where what is to be recorded contradicts itself, or the period as it was typed."""
    for day in (made.dated, made.sent, made.received):
        if day is not None and day > today:
            raise BadData(N_("{day} lies after today."), day=day)
    for day in (made.sent, made.received):
        if day is not None and made.dated is not None and day < made.dated:
            raise BadData(N_("{day} lies before the date of the letter, {dated}."), day=day, dated=made.dated)
    if made.dated is not None and made.dated < typed.start:
        raise BadData(N_("The letter of {dated} was written before {period} began ({start})."), dated=made.dated, period=typed, start=typed.start)
    if made.act == "return" and not made.reason:
        raise BadData(N_("The reason must not be empty."))


def _follows(made: Sending, before: ReportLetters, *, again: bool) -> bool:
    """Return whether a new letter is recorded; a BadData where it contradicts those there are. `again` says whether there may be several."""
    newest = before.standing[-1] if before.standing else None
    if made.act == "return":
        if newest is None:
            raise BadData(N_("No sending of this report is recorded, so nothing can be returned."))
    elif newest is None or (made.act == "submit" and again):
        _is_new(made, before)
        return True
    elif made.act == "submit":
        was = N_("The report is recorded as sent already: {number} of {dated}.")
        raise BadData(was, Hint.of("take-back"), number=newest.letter, dated=newest.dated)
    # What is received or returned is a letter that stands; where there are several, another one may come.
    of = newest if made.act == "return" or not made.letter else next((one for one in before.standing if one.letter == made.letter), None)
    if of is None and again:
        _is_new(made, before)
        return True
    if of is None or (made.act == "receive" and made.dated not in {None, of.dated}):
        other = N_("The report was sent by another letter: {number} of {dated}.")
        raise BadData(other, Hint.of("take-back"), number=(of or newest).letter, dated=(of or newest).dated)
    for day in (made.dated, made.received):
        if day is not None and of.dated is not None and day < of.dated:
            raise BadData(N_("{day} lies before the date of the letter, {dated}."), day=day, dated=of.dated)
    return False


def _is_new(made: Sending, before: ReportLetters) -> None:
    """Raise BadData where a letter lacks its number or date, or is one that stands or was returned already."""
    if not made.letter or made.dated is None:
        raise BadData(N_("Number and date of the letter are wanted; its date decides whether the report was in time."), Hint.of("name-letter"))
    for letter in (*before.standing, *before.returned):
        if (letter.letter, letter.dated) == (made.letter, made.dated):
            stands = letter in before.standing
            was = (
                N_("The report is recorded as sent already: {number} of {dated}.")
                if stands
                else N_("Letter {number} of {dated} was returned already.")
            )
            raise BadData(was, Hint.of("take-back"), number=letter.letter, dated=letter.dated)
