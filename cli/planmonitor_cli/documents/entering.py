"""Entering figures, typed or from a file: find the measure, pass the door, write all or nothing."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import field, frozen
from planmonitor import ADMINISTRATIVE, BadData, Definition, Measure, Message, Population, Refusal
from planmonitor.assessment.figures import Figure
from planmonitor.assessment.plans import expected_parts
from planmonitor.assessment.records import Receipt
from planmonitor.privacy import clean
from planmonitor.recording import Admitted, Draft, admit, check_breakdowns, with_population, with_total

from planmonitor_cli.catalogue import N_
from planmonitor_cli.session import Followed, Recorded, Session

if TYPE_CHECKING:
    from planmonitor.storage import Database


@frozen
class Entry:
    """A figure as typed: names still to be looked up, counts already read.

    Attributes:
        measure: Id of a measure or population, or the end of one.
        period: The period as typed.
        unit: Unit id or name; "" for none.
        place: Place code or name; "" for the plan's.
        where: Where it stands in a file ("so-lieu.csv:12"); "" where it was typed in.
        breakdown: Category by breakdown.
    """

    measure: str
    period: str
    unit: str = ""
    place: str = ""
    numerator: int | None = None
    denominator: int | None = None
    value: int | Decimal | None = None
    yes: bool | None = None
    breakdown: Mapping[str, str] = field(factory=dict)
    state: str | None = None
    until: date | None = None
    comparison: bool = False
    counts: str | None = None
    supplied_by: str = ""
    evidence: str = ""
    note: str = ""
    where: str = ""


@frozen
class Entered:
    """What was recorded.

    Attributes:
        receipt: Its receipt.
        figures: The figures, with their revisions.
        names: Full id of the measure or population of each.
        definitions: Definition or population of each.
        before: The figure each one replaces, or None.
        warnings: What was assumed or looks odd.
    """

    receipt: str
    figures: tuple[Figure, ...]
    names: tuple[str, ...]
    definitions: tuple[Definition | Population, ...]
    before: tuple[Figure | None, ...]
    warnings: tuple[Message, ...]


class Rows(BadData):
    """Several rows of a file are wrong; one line for each.

    Attributes:
        errors: The error of each row, with where it stands.
    """

    def __init__(self, errors: Sequence[tuple[str, Refusal]]) -> None:
        """Take the errors and where they stand."""
        self.errors = tuple(errors)
        super().__init__(N_("{count} rows are wrong; nothing was written."), count=len(errors))


def enter(
    session: Session,
    database: Database,
    entries: Sequence[Entry],
    *,
    receipt: Receipt | None = None,
    unread: Sequence[tuple[str, Refusal]] = (),
    dry_run: bool = False,
) -> Entered:
    """Check all entries and record them in one transaction.

    Args:
        session: The session.
        database: The open database.
        entries: The figures.
        receipt: The receipt of a file; a new one for what is typed.
        unread: Rows of the file that could not be read, and why.
        dry_run: Whether to check only.

    Raises:
        BadData: where one entry is wrong; for entries of a file a `Rows` with all of them. Nothing was written then.
    """
    recorded = session.recorded(database, None)
    door = _Door(session, recorded)
    errors = list(unread)
    for entry in entries:
        try:
            door.pass_in(entry)
        except Refusal as error:
            if not entry.where:
                raise
            errors.append((entry.where, error))
    if errors:
        raise Rows(sorted(errors, key=lambda pair: int(pair[0].rsplit(":", 1)[-1])))
    given = receipt or Receipt(new_receipt(), "record", entered_by=session.workspace.officer, rows=len(entries))
    figures = tuple(door.figures)
    if not dry_run:
        figures = database.append(figures, recorded_at=session.now, receipt=given)
    return Entered(given.receipt, figures, tuple(door.names), tuple(door.definitions), tuple(door.before), tuple(door.warnings))


def new_receipt() -> str:
    """Return a code short enough to read out over the telephone."""
    return secrets.token_hex(4)


def receipt_of(content: bytes) -> str:
    """Return the SHA-256 of a file's bytes, by which the same file is known again."""
    return hashlib.sha256(content).hexdigest()


class _Door:
    """Checks entries one by one against the plans and against each other."""

    def __init__(self, session: Session, recorded: Recorded) -> None:
        self.session = session
        self.recorded = recorded
        self.standing = {figure.key: figure for figure in recorded.figures}
        self.populations = {item.key: item for programme in session.catalogue.programmes.values() for item in programme.populations}
        self.figures: list[Figure] = []
        self.names: list[str] = []
        self.definitions: list[Definition | Population] = []
        self.before: list[Figure | None] = []
        self.warnings: list[Message] = []
        self._seen: dict[object, str] = {}

    def pass_in(self, entry: Entry) -> None:
        """Admit one entry, or raise what is wrong with it."""
        if entry.measure in self.populations:
            figure = self._population(entry, self.populations[entry.measure])
            self._keep(entry, figure, entry.measure, self.populations[entry.measure])
            return
        followed, measure = self.session.measure(entry.measure)
        admitted = self._admit(entry, followed, measure)
        check_breakdowns(measure.definition, with_total(admitted.figure, self.standing.values()))
        self.warnings += admitted.warnings
        self._keep(entry, admitted.figure, followed.plan.measure_id(measure), measure.definition)

    def _admit(self, entry: Entry, followed: Followed, measure: Measure) -> Admitted:
        plan = followed.plan
        period = plan.window_of(measure).parse(entry.period)
        place = self._place(entry, followed)
        draft = Draft(
            period=period,
            numerator=entry.numerator,
            denominator=entry.denominator,
            value=entry.value,
            yes=entry.yes,
            unit=entry.unit,
            breakdown=entry.breakdown,
            state=entry.state,
            until=entry.until,
            comparison=entry.comparison,
            counts=entry.counts,
            supplied_by=entry.supplied_by,
            entered_by=self.session.workspace.officer,
            evidence=entry.evidence,
            note=entry.note,
        )
        at_place = self.session.at_place(self.recorded, plan)
        completed = with_population(draft, measure.definition, [*at_place.figures, *self.figures])
        parts = expected_parts(plan, measure, at_place.units, min(period.end, self.session.today))
        admitted = admit(plan, measure, completed, place=place, parts=parts, today=self.session.today)
        if completed.denominator != draft.denominator:
            taken = Message.of(N_("The denominator is the recorded population: {number}."), number=completed.denominator)
            return Admitted(admitted.figure, (*admitted.warnings, taken))
        return admitted

    def _population(self, entry: Entry, population: Population) -> Figure:
        """Return the figure of a base population; its year is the default data window's."""
        period = ADMINISTRATIVE.parse(entry.period)
        if entry.value is None or isinstance(entry.value, Decimal) or entry.numerator is not None or entry.yes is not None:
            raise BadData(N_("'{measure}' is not recorded like that."), Message.of(N_("Give the count: --value.")), measure=population.label)
        if period.start > self.session.today:
            raise BadData(N_("The period {period} begins on {start}; it has not begun yet."), period=period, start=period.start)
        if entry.unit or entry.breakdown:
            raise BadData(N_("A base population is recorded for the whole place, without unit or breakdown."))
        place = self.session.place_key(entry.place or self.session.workspace.place)
        until = entry.until or min(period.end, self.session.today)
        return Figure(
            definition=population.key,
            place=place,
            unit="",
            period=period,
            until=until,
            value=entry.value,
            state=entry.state or "final",
            supplied_by=clean(entry.supplied_by),
            entered_by=self.session.workspace.officer,
            evidence=clean(entry.evidence),
            note=clean(entry.note),
        )

    def _place(self, entry: Entry, followed: Followed) -> str:
        own = self.session.place_of(followed.plan)
        named = self.session.place_key(entry.place)
        if named and own and named != own:
            raise BadData(N_("Plan {plan} belongs to {own}, not to '{given}'."), plan=followed.plan.id, own=own, given=entry.place)
        return own or named

    def _keep(self, entry: Entry, figure: Figure, name: str, definition: Definition | Population) -> None:
        if figure.key in self._seen:
            raise BadData(N_("The same figure stands twice: here and in {where}."), where=self._seen[figure.key])
        self._seen[figure.key] = entry.where
        self.before.append(self.standing.get(figure.key))
        self.standing[figure.key] = figure
        self.figures.append(figure)
        self.names.append(name)
        self.definitions.append(definition)
