"""Recording figures, typed or from a file: find the measure, pass the door, write all or nothing."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from planmonitor.assessment.figures import Figure
from planmonitor.assessment.parts import expected_parts
from planmonitor.assessment.records import Receipt
from planmonitor.messages import N_, BadData, Message, Refusal
from planmonitor.model.definitions import Definition, Population
from planmonitor.model.plans import Measure, Plan
from planmonitor.workspace.admission import Admitted, admit, admit_population
from planmonitor.workspace.draft import Draft
from planmonitor.workspace.fitting import check_breakdowns
from planmonitor.workspace.judging import Recorded, recorded_at
from planmonitor.workspace.opening import Workspace

if TYPE_CHECKING:
    from planmonitor.storage import Database

Errors = Sequence[tuple[str, Refusal]]
FigureKey = tuple[str, str, str, date, date]


@frozen
class Change:
    """One figure that was recorded, or would be.

    Attributes:
        name: Full id of the measure or population.
        definition: What it counts.
        figure: The figure, with its revision once it is recorded.
        before: The figure it replaces, or None.
    """

    name: str
    definition: Definition | Population
    figure: Figure
    before: Figure | None


@frozen
class Entered:
    """What was recorded.

    Attributes:
        receipt: Its receipt.
        changes: The figures, in order.
        warnings: What was assumed or looks odd.
        unchanged: What was recorded like that already, and was not recorded again.
    """

    receipt: str
    changes: tuple[Change, ...]
    warnings: tuple[Message, ...]
    unchanged: tuple[Figure, ...] = ()


class Rows(BadData):
    """Several rows of a file are wrong; one line for each.

    Attributes:
        errors: The error of each row, with where it stands.
    """

    def __init__(self, errors: Errors) -> None:
        """Take the errors and where they stand."""
        self.errors = tuple(errors)
        super().__init__(N_("{count} rows are wrong; nothing was written."), count=len(errors))


def record(workspace: Workspace, draft: Draft) -> Entered:
    """Record one figure; who supplied it is the person who enters it, where nobody is named.

    Raises:
        BadData: where it contradicts its definition, its plan or itself; nothing was written then.
        UnknownName: where measure, unit, place or breakdown does not exist.
    """
    with workspace.database() as database:
        return enter(workspace, database, [evolve(draft, supplied_by=draft.supplied_by or workspace.person)])


def enter(
    workspace: Workspace, database: Database, drafts: Sequence[Draft], *, receipt: Receipt | None = None, unread: Errors = (), dry_run: bool = False
) -> Entered:
    """Check all drafts and record them in one transaction.

    Args:
        workspace: The workspace.
        database: Its open database.
        drafts: The figures.
        receipt: The receipt of a file; a new one for what is typed.
        unread: Rows of the file that could not be read, and why.
        dry_run: Whether to check only.

    Raises:
        BadData: where one draft is wrong; for drafts of a file a `Rows` with all of them. Nothing was written then.
    """
    door = _Door(workspace, recorded_at(workspace, database))
    errors = list(unread)
    for draft in drafts:
        try:
            door.pass_in(draft)
        except Refusal as error:
            if not draft.where:
                raise
            errors.append((draft.where, error))
    errors += door.breakdowns_above_totals()
    if errors and not errors[-1][0]:
        raise errors[-1][1]
    if errors:
        raise Rows(sorted(errors, key=lambda pair: int(pair[0].rsplit(":", 1)[-1])))
    given = receipt or Receipt(new_receipt(), "record", entered_by=workspace.person, rows=len(drafts))
    changes = tuple(door.changes)
    if not dry_run and (changes or receipt is not None):
        with database.writing() as held:
            figures = held.append([change.figure for change in changes], recorded_at=workspace.moment, receipt=given)
        changes = tuple(evolve(change, figure=figure) for change, figure in zip(changes, figures, strict=True))
    return Entered(given.receipt, changes, tuple(door.warnings), tuple(door.unchanged))


def new_receipt() -> str:
    """Return a code short enough to read out over the telephone."""
    return secrets.token_hex(4)


def sharing(workspace: Workspace, definition: str, name: str) -> tuple[str, ...]:
    """Return the full ids of other measures that count the same definition at the same place as the measure called `name`."""
    counting = [(item.plan, measure) for item in workspace.followed() for measure in item.plan.measures if measure.definition.key == definition]
    places = {plan.measure_id(measure): workspace.place_of(plan) for plan, measure in counting}
    return tuple(full for full, place in places.items() if full != name and place == places.get(name, place))


class _Door:
    """Checks drafts one by one against the plans and against each other."""

    def __init__(self, workspace: Workspace, recorded: Recorded) -> None:
        self._workspace = workspace
        self._units = recorded.units
        self._populations = workspace.catalogue.populations
        self._standing: dict[FigureKey, dict[tuple[tuple[str, str], ...], Figure]] = {}
        for figure in recorded.figures:
            self._standing.setdefault(figure.key[:5], {})[figure.breakdown] = figure
        self._seen: dict[object, str] = {}
        self._touched: dict[FigureKey, tuple[Definition, str]] = {}
        # What any plan followed says must not occur is never recorded as an estimate, under whichever measure it is typed.
        self._zero = {
            measure.definition.key
            for item in workspace.followed()
            for measure in item.plan.measures
            if any(target.kind == "zero_incident" for target in measure.targets)
        }
        self.changes: list[Change] = []
        self.warnings: list[Message] = []
        self.unchanged: list[Figure] = []

    def pass_in(self, draft: Draft) -> None:
        """Admit one draft, or raise what is wrong with it."""
        definition: Definition | Population
        if population := self._populations.get(draft.measure):
            place = self._workspace.place_key(draft.place or self._workspace.file.place)
            name, definition = population.key, population
            admitted = admit_population(population, draft, place=place, today=self._workspace.day)
        else:
            followed, measure = self._workspace.measure(draft.measure)
            name, definition = followed.plan.measure_id(measure), measure.definition
            admitted = self._admit(followed.plan, measure, draft)
        self.warnings += admitted.warnings
        self._keep(draft, evolve(admitted.figure, entered_by=self._workspace.person), name, definition)

    def _admit(self, plan: Plan, measure: Measure, draft: Draft) -> Admitted:
        day, definition = self._workspace.day, measure.definition
        last = min(plan.window_of(measure).parse(draft.period).end, day)
        here = {place := self._place(plan, draft), ""}
        parts = expected_parts(plan, measure, [unit for unit in self._units if unit.place in here], last)
        # As they stand with the rows before: a population corrected in a file holds for its other rows.
        populations = [
            figure for key, found in self._standing.items() if key[0] == definition.population and key[1] in here for figure in found.values()
        ]
        return admit(plan, measure, draft, place=place, parts=parts, today=day, zero=definition.key in self._zero, populations=populations)

    def _place(self, plan: Plan, draft: Draft) -> str:
        own, named = self._workspace.place_of(plan), self._workspace.place_key(draft.place)
        if named and not own:
            raise BadData(N_("This workspace does not say which place it is for."), Message.of(N_("Set 'place' in monitor.toml first.")))
        if named and named != own:
            raise BadData(N_("Plan {plan} belongs to {own}, not to '{given}'."), plan=plan.id, own=own, given=draft.place)
        return own

    def _keep(self, draft: Draft, figure: Figure, name: str, definition: Definition | Population) -> None:
        if figure.key in self._seen:
            raise BadData(N_("The same figure stands twice: here and in {where}."), where=self._seen[figure.key])
        self._seen[figure.key] = draft.where
        standing = self._standing.setdefault(figure.key[:5], {})
        before = standing.get(figure.breakdown)
        if before is not None and evolve(before, revision=0, recorded_at=None, entered_by="") == evolve(figure, entered_by=""):
            self.unchanged.append(before)  # it says again what is recorded, whoever enters it
            return
        standing[figure.breakdown] = figure
        if isinstance(definition, Definition):
            self._touched[figure.key[:5]] = (definition, draft.where)
        self.changes.append(Change(name, definition, figure, before))

    def breakdowns_above_totals(self) -> list[tuple[str, Refusal]]:
        """Return what is wrong with totals and parts, once all rows are in: their order in a file does not matter."""
        errors: list[tuple[str, Refusal]] = []
        for key, (definition, where) in self._touched.items():
            try:
                check_breakdowns(definition, self._standing[key].values())
            except Refusal as error:
                errors.append((where, error))
        return errors
