"""Recording all or nothing: figures through the door, typed or from a file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from planmonitor.assessment.breakdowns import check_breakdowns
from planmonitor.assessment.records import Closing, Figure, Receipt
from planmonitor.assessment.rollup import expected_parts
from planmonitor.assessment.values import Part
from planmonitor.messages import N_, BadData, Message, Refusal
from planmonitor.model.definitions import Definition, Population
from planmonitor.model.periods import CALENDAR, Period
from planmonitor.model.plans import Plan
from planmonitor.names import find
from planmonitor.privacy import clean
from planmonitor.workspace.admission import Draft, admit, admit_aside, admit_population
from planmonitor.workspace.naming import unit_named
from planmonitor.workspace.opening import TIME_ZONE, Workspace
from planmonitor.workspace.register import not_there
from planmonitor.workspace.standing import all_figures

if TYPE_CHECKING:
    from planmonitor.storage import Database

Errors = Sequence[tuple[str, Refusal]]
"""What is wrong with each row of a file, behind where it stands ("so-lieu.csv:12")."""

Read = Callable[[str, bytes], tuple[Sequence[Draft], Errors, Sequence[Message]]]
"""Reads the content of a file of a name: the rows that can be read, what is wrong with the others, and what is to be said of the file."""


@frozen
class Change:
    """One figure that was recorded, or would be, under the full id of its measure or population, and the figure it replaces.

    One that is left aside stands under the key of its definition, which no plan followed has.
    """

    name: str
    definition: Definition | Population | None
    figure: Figure
    before: Figure | None


@frozen
class Entered:
    """What was recorded under a receipt, what was assumed or looks odd, and what was recorded like that already."""

    receipt: str
    changes: tuple[Change, ...]
    warnings: tuple[Message, ...]
    unchanged: tuple[Figure, ...]


class Rows(BadData):
    """Several rows of a file are wrong; one line for each."""

    def __init__(self, errors: Errors) -> None:
        """Take the errors and where they stand."""
        self.errors = tuple(errors)
        super().__init__(N_("{count} rows are wrong; nothing was written."), count=len(errors))


def record(workspace: Workspace, draft: Draft) -> Entered:
    """Record one figure that was typed; whoever enters it has supplied it where nobody else is named."""
    door = _Door(workspace, workspace.database())
    for _where, error in door.pass_in([evolve(draft, supplied_by=draft.supplied_by or workspace.person)]):
        raise error
    return door.close("record", dry_run=not door.changes)  # what says again what is recorded leaves no receipt


def import_figures(workspace: Workspace, name: str, content: bytes, read: Read, *, dry_run: bool = False) -> Entered | Receipt:
    """Record the figures of a file, all or none (`Rows` says why); where a file of that content was taken before, return its receipt."""
    digest = hashlib.sha256(content).hexdigest()
    database = workspace.database(read_only=dry_run)
    with database.reading() as held:
        if earlier := held.find_receipt(digest):
            return earlier
    clean(PurePath(name).name)
    drafts, unread, said = read(name, content)
    door = _Door(workspace, database, said)
    errors = [*unread, *door.pass_in(drafts)]
    if errors:
        raise Rows(sorted(errors, key=lambda pair: int(pair[0].rsplit(":", 1)[-1])))
    return door.close("import", dry_run=dry_run, file_name=name, sha256=digest, rows=len(drafts))


def refused(workspace: Workspace, drafts: Sequence[Draft]) -> Errors:
    """Return what is wrong with the drafts that a workspace like this one would not take if nothing were recorded in it yet."""
    return [*_Door(workspace, workspace.database(read_only=True), empty=True).pass_in(drafts)]


class _Door:
    """Checks drafts one by one against the plans and against each other, and keeps what is to be recorded."""

    def __init__(self, workspace: Workspace, database: Database, said: Iterable[Message] = (), *, empty: bool = False) -> None:
        self._workspace = workspace
        self._database = database
        with database.reading() as held:
            recorded, self._units = all_figures(workspace, held), held.units(None, workspace.day)
            self._closed_years = {closing.year: closing for closing in held.entries(Closing, None)}
        self._populations = workspace.catalogue.populations
        self._standing = {} if empty else {figure.key: figure for figure in recorded}
        self._seen: dict[object, str] = {}
        followed = [*workspace.measures().values()]
        self._followed = {measure.definition.key: measure.definition for _plan, measure in followed}
        self._ruled_out = [
            (plan, measure)
            for plan, measure in followed
            if measure.scope != "orientation" and any(target.kind == "zero_incident" for target in measure.targets)
        ]
        self.changes: list[Change] = []
        self._warnings = [*said]
        self._unchanged: list[Figure] = []

    def pass_in(self, drafts: Iterable[Draft]) -> Iterator[tuple[str, Refusal]]:
        """Take drafts in; yield what is wrong with which, and with totals and parts once all are in: their order in a file does not matter."""
        for draft in drafts:
            try:
                self._pass_in(draft)
            except Refusal as error:
                yield draft.where, error
        together: dict[object, list[Figure]] = {}
        for key, figure in self._standing.items():
            together.setdefault(key[:5], []).append(figure)
        for about, change in {change.figure.key[:5]: change for change in self.changes}.items():
            try:
                if isinstance(change.definition, Definition):
                    check_breakdowns(change.definition, together[about])
            except Refusal as error:
                yield self._seen[change.figure.key], error

    def _pass_in(self, draft: Draft) -> None:
        workspace, day = self._workspace, self._workspace.day
        if draft.aside:
            place = workspace.typed_place(draft.place) or workspace.own_place()
            definition = self._populations.get(draft.measure) or self._followed.get(draft.measure)
            zero = self._must_not_occur(draft.measure, CALENDAR.parse(draft.period))
            figure = admit_aside(draft, place=place, today=day, definition=definition, zero=zero)
            self._keep(draft, draft.measure, definition, figure)
            foreign = Message.of(N_("Figures of '{given}', which is no place of this workspace, count nowhere."), given=place)
            if place not in workspace.places() and foreign not in self._warnings:
                self._warnings.append(foreign)
            return
        counted = self._populations.get(draft.measure) or workspace.counted(draft.measure)
        if isinstance(counted, Population):
            population = counted
            place = workspace.typed_place(draft.place) if draft.place else workspace.place_key(workspace.file.place)
            if place not in workspace.places():
                no_place = N_("The figure belongs to '{given}', which is no place of this workspace.")
                raise BadData(no_place, workspace.told_of_place(draft.place), given=draft.place)
            self._keep(draft, population.key, population, admit_population(population, draft, place=place, today=day))
            return
        plan, measure = counted
        definition = measure.definition
        period = plan.window_of(measure).parse(draft.period)
        last = min(period.end, day)
        here = {place := self._place(plan, draft), ""}
        members = [unit for unit in self._units if unit.place in here]
        parts = expected_parts(plan, measure, members, last, period.start)
        ended = self._last_day(draft, parts, last)
        # As they stand with the rows before: a population corrected in a file holds for its other rows.
        recorded = [figure for figure in self._standing.values() if figure.definition == definition.population and figure.place == place]
        zero = self._must_not_occur(definition.key, period)
        figure, warnings = admit(
            plan, measure, draft, place=place, parts=parts, members=members, today=day, zero=zero, recorded=recorded, ended=ended
        )
        self._keep(draft, plan.measure_id(measure), definition, figure)
        self._warnings += warnings

    def _must_not_occur(self, key: str, period: Period) -> bool:
        """Return whether a plan followed says that what is counted must not occur, of these days.

        It is never recorded as an estimate then, under whichever measure it is typed. An orientation asks nothing of the figures of other plans.
        """
        return any(measure.definition.key == key and plan.takes(measure, period, comparison=False) for plan, measure in self._ruled_out)

    def _last_day(self, draft: Draft, parts: Sequence[Part], day: date) -> date | None:
        """Return the last day of a member that was closed and has told of its time up to then; None for all others.

        `BadData` where a member does not exist on a day, and is not asked for what occurred before, or where its figure runs beyond its last day.
        """
        called = find(draft.unit, [*map(unit_named, self._units)]) if draft.unit else ()
        members = tuple(member for member in self._units if member.id in {item.id for item in called})
        asked = [part for part in parts if part.unit in {member.id for member in members}]
        if members and not asked and not any(member.valid_on(day) for member in members):
            raise not_there(members)
        ended = next((part.last for part in asked if part.last is not None and part.last <= day), None)
        if ended is not None and (draft.until or ended) > ended:
            raise not_there(members)
        return ended

    def _place(self, plan: Plan, draft: Draft) -> str:
        own, named = self._workspace.place_of(plan), self._workspace.typed_place(draft.place)
        if named and not own:
            raise BadData(N_("This workspace does not say which place it is for."), Message.of(N_("Set 'place' in monitor.toml first.")))
        if named and named != own:
            where = self._workspace.place_today(plan.place) or own
            other = N_("Plan {plan} belongs to {own}, not to '{given}'.")
            raise BadData(other, self._workspace.told_of_place(draft.place), plan=plan.id, own=where, given=draft.place)
        return own

    def _note_closed_year(self, figure: Figure) -> None:
        """Say of a figure of a year that was closed when that was: nothing is locked, and what was listed then has changed."""
        closing = self._closed_years.get(figure.period.year)
        if closing is not None:
            closed = N_("The year {year} was closed on {day}; the figure is recorded as a correction to it.")
            said = Message.of(closed, year=str(closing.year), day=closing.recorded_at.astimezone(TIME_ZONE).date() if closing.recorded_at else "…")
            self._warnings += [said] if said not in self._warnings else []

    def _keep(self, draft: Draft, name: str, definition: Definition | Population | None, figure: Figure) -> None:
        if figure.key in self._seen:
            raise BadData(N_("The same figure stands twice: here and in {where}."), where=self._seen[figure.key])
        self._seen[figure.key] = draft.where
        before = self._standing.get(figure.key)
        if before is not None and evolve(before, revision=0, recorded_at=None, entered_by="", takes_back=0) == figure:
            self._unchanged.append(before)  # it says again what is recorded, whoever enters it
            return
        self._note_closed_year(figure)
        self._standing[figure.key] = evolve(figure, entered_by=self._workspace.person)
        self.changes.append(Change(name, definition, self._standing[figure.key], before))

    def close(self, kind: str, *, dry_run: bool, **file: Any) -> Entered:
        """Record all that changed, or nothing; return what was recorded, or would be."""
        code = ""
        if not dry_run:
            with self._database.writing() as held:
                receipt = self._workspace.begin(held, kind, **file)
                figures = held.append([change.figure for change in self.changes], receipt)
            code = receipt.receipt
            self.changes = [evolve(change, figure=figure) for change, figure in zip(self.changes, figures, strict=True)]
        return Entered(code, tuple(self.changes), tuple(self._warnings), tuple(self._unchanged))
