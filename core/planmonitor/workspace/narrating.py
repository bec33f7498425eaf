"""What people write on a period of a plan, beside its figures: what was done, difficulties, causes, proposals, the tasks ahead."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from attrs import field, frozen

from planmonitor.assessment.acts import SECTIONS, Narrative
from planmonitor.assessment.records import MemberUnit, Origin
from planmonitor.messages import N_, BadData, Hint
from planmonitor.model.periods import Period
from planmonitor.model.plans import Plan, Unit
from planmonitor.names import listed
from planmonitor.privacy import clean
from planmonitor.workspace.naming import UNIT, plan_named, unit_named
from planmonitor.workspace.opening import Workspace

LONGEST = 20_000
"""Letters of one section; a report of many pages has no section longer than that."""


@frozen
class TextDraft:
    """What a file has for one section of a period."""

    plan: str
    """Id of the plan."""
    period: str
    """The period, as the plan's window reads it."""
    section: str
    """One of `SECTIONS`."""
    text: str
    """The text, as it stands there."""
    unit: str = ""
    """Id or name of the unit or member that wrote it; "" for the place as a whole."""
    where: Origin = field(factory=Origin)
    """Where it stands."""


@frozen
class Written:
    """What stands written in one section."""

    section: str
    """One of `SECTIONS`."""
    versions: tuple[Narrative, ...] = ()
    """All that was written there and not taken back, oldest first; none where nothing was."""

    @property
    def standing(self) -> Narrative | None:
        """What holds; None where nothing was written."""
        return self.versions[-1] if self.versions else None


@frozen
class Account:
    """What was written on a period of a plan by one unit, or by the place as a whole, every section there is."""

    plan: Plan
    unit: str
    """Id of the unit; "" for the place as a whole."""
    unit_name: str
    """Its name; "" for the place as a whole."""
    period: Period
    sections: tuple[Written, ...]


def write(workspace: Workspace, plan: str, period: str, texts: Mapping[str, str], *, unit: str = "") -> tuple[Narrative, ...]:
    """Record what was written in some sections of a period, as one act; return what is new.

    What says again what stands there is not recorded again.

    Args:
        workspace: Where.
        plan: Name of the plan; "" where only one is followed.
        period: The period, as the plan's window reads it.
        texts: The texts by section, one of `SECTIONS`.
        unit: Name of the unit or member that writes; "" for the place as a whole.

    Raises:
        BadData: where a text is empty, too long, or holds what looks like a person's data; nothing is recorded then.
        UnknownName: for a plan or unit that is not there.
    """
    new = tuple(filter(None, (admit(workspace, TextDraft(plan, period, section, text, unit)) for section, text in texts.items())))
    if not new:
        return ()
    with workspace.database().writing() as held:
        receipt = workspace.begin(held, "narrative", rows=len(new))
        return tuple(held.add(narrative, receipt) for narrative in new)


def admit(workspace: Workspace, draft: TextDraft) -> Narrative | None:
    """Return what is to be recorded of a text, None where it says again what stands there; see `write` for what is refused."""
    account, text = read(workspace, draft.plan, draft.period, unit=draft.unit), paragraphs(draft.text)
    standing = next(written.standing for written in account.sections if written.section == draft.section)
    if standing is not None and standing.text == text:
        return None
    return Narrative(account.plan.id, workspace.place_of(account.plan), account.unit, account.period, draft.section, text, workspace.person)


def paragraphs(text: str) -> str:
    """Return a text as it is recorded: in NFC, a line for each paragraph, none empty; `BadData` where it may not be."""
    lines = [" ".join(line.split()) for line in unicodedata.normalize("NFC", text).splitlines()]
    kept = [clean(line) for line in lines if line]
    clean(" ".join(kept))  # a name on one line and an age on the next name a child too
    if not kept:
        raise BadData(N_("The text is empty."), Hint.of("write-the-text"))
    whole = "\n".join(kept)
    if len(whole) > LONGEST:
        raise BadData(N_("The text has {letters} letters; a section takes {most}."), letters=len(whole), most=LONGEST)
    return whole


def read(workspace: Workspace, plan: str, period: str, *, unit: str = "") -> Account:
    """Return what was written on a period of a plan, section by section, by a unit or by the place as a whole; see `write`."""
    of = _plan(workspace, plan)
    span = of.window.parse(period)
    if span.end < of.start or span.start > of.end:
        outside = N_("{period} lies outside plan {plan} ({start} to {end}).")
        raise BadData(outside, period=span, plan=of.id, start=of.start, end=of.end)
    return account_of(workspace, of, span, *_unit(workspace, of, unit))


def account_of(workspace: Workspace, plan: Plan, period: Period, unit: str, unit_name: str) -> Account:
    """Return what a unit of an id, or the place as a whole with "", wrote on a period of a plan, section by section."""
    with workspace.database(read_only=True).reading() as held:
        entries = [one for one in held.entries(Narrative, None) if one.plan == plan.id and one.place == workspace.place_of(plan)]
    here = [one for one in entries if one.unit == unit and (one.period.start, one.period.end) == (period.start, period.end)]
    return Account(plan, unit, unit_name, period, _by_section(here))


def written(workspace: Workspace, plan: str = "") -> tuple[Account, ...]:
    """Return all accounts in which something was written, of the plans followed or of one, newest period first."""
    with workspace.database(read_only=True).reading() as held:
        entries = held.entries(Narrative, None)
        names = {member.id: member.name for member in held.units(None)}
    found: list[Account] = []
    for of in workspace.followed([plan] if plan else []):
        here = [one for one in entries if one.plan == of.id and one.place == workspace.place_of(of)]
        units = {item.id: item.name for item in of.units} | names
        for about in dict.fromkeys((one.unit, one.period) for one in here):
            unit, period = about
            found.append(Account(of, unit, units.get(unit, unit), period, _by_section(one for one in here if (one.unit, one.period) == about)))
    return tuple(sorted(found, key=lambda account: (account.period.end, account.period.start), reverse=True))


def _by_section(entries: Iterable[Narrative]) -> tuple[Written, ...]:
    by: dict[str, list[Narrative]] = {section: [] for section in SECTIONS}
    for entry in entries:
        by[entry.section].append(entry)
    return tuple(Written(section, tuple(versions)) for section, versions in by.items())


def _plan(workspace: Workspace, name: str) -> Plan:
    followed = workspace.followed([name] if name else [])
    if len(followed) == 1:
        return followed[0]
    if not followed:
        raise BadData(N_("No plan is followed."), Hint.of("follow-first"))
    raise BadData(N_("Several plans are followed: {plans}."), Hint.of("say-plan"), plans=listed(map(plan_named, followed)))


def _unit(workspace: Workspace, plan: Plan, name: str) -> tuple[str, str]:
    """Return id and name of the unit of a plan, or of a member of one, called so."""
    if not name:
        return "", ""
    with workspace.database(read_only=True).reading() as held:
        groups = {unit.id for unit in plan.units}
        members = [item for item in held.units(None) if item.group_id in groups and item.place == workspace.place_of(plan)]
    units: tuple[Unit | MemberUnit, ...] = (*members, *plan.units)
    by_id = {item.id: item for item in units}
    known = [unit_named(item) for item in by_id.values()]
    found = workspace.one(name, known, UNIT)
    return found.id, by_id[found.id].name
