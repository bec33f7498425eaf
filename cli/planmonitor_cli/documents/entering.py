"""Entering figures, typed or from a file: find the measure, pass the door, write all or nothing."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen
from planmonitor import ADMINISTRATIVE, BadData, Definition, Measure, Message, Population, Refusal
from planmonitor.assessment.figures import Figure
from planmonitor.assessment.plans import expected_parts
from planmonitor.assessment.records import Receipt
from planmonitor.privacy import clean
from planmonitor.recording import LARGEST, Admitted, Draft, admit, check_breakdowns, with_population
from planmonitor_exchange.speaking.translations import N_

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
        unchanged: How many figures were recorded like that already, and were not recorded again.
    """

    receipt: str
    figures: tuple[Figure, ...]
    names: tuple[str, ...]
    definitions: tuple[Definition | Population, ...]
    before: tuple[Figure | None, ...]
    warnings: tuple[Message, ...]
    unchanged: int = 0


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
    errors += door.breakdowns_above_totals()
    if errors and not errors[-1][0]:
        raise errors[-1][1]
    if errors:
        raise Rows(sorted(errors, key=lambda pair: int(pair[0].rsplit(":", 1)[-1])))
    given = receipt or Receipt(new_receipt(), "record", entered_by=session.workspace.officer, rows=len(entries))
    figures = tuple(door.figures)
    if not dry_run and (figures or receipt is not None):
        with database.writing() as held:
            figures = held.append(figures, recorded_at=session.now, receipt=given)
    return Entered(given.receipt, figures, tuple(door.names), tuple(door.definitions), tuple(door.before), tuple(door.warnings), door.unchanged)


def new_receipt() -> str:
    """Return a code short enough to read out over the telephone."""
    return secrets.token_hex(4)


def receipt_of(content: bytes) -> str:
    """Return the SHA-256 of a file's bytes, by which the same file is known again."""
    return hashlib.sha256(content).hexdigest()


def _same(before: Figure, figure: Figure) -> bool:
    """Return whether a figure says again what is recorded, whoever enters it."""
    return evolve(before, revision=0, recorded_at=None, entered_by="") == evolve(figure, entered_by="")


FigureKey = tuple[str, str, str, date, date]
Breakdown = tuple[tuple[str, str], ...]


class _Door:
    """Checks entries one by one against the plans and against each other."""

    def __init__(self, session: Session, recorded: Recorded) -> None:
        self.session = session
        self.recorded = recorded
        self.standing: dict[FigureKey, dict[Breakdown, Figure]] = {}
        for figure in recorded.figures:
            self.standing.setdefault(figure.key[:5], {})[figure.breakdown] = figure
        self.populations = session.catalogue.populations
        self.figures: list[Figure] = []
        self.names: list[str] = []
        self.definitions: list[Definition | Population] = []
        self.before: list[Figure | None] = []
        self.warnings: list[Message] = []
        self.unchanged = 0
        self._seen: dict[object, str] = {}
        self._touched: dict[FigureKey, tuple[Definition, str]] = {}
        # What any plan followed says must not occur is never recorded as an estimate, under whichever measure it is typed.
        self._zero = {
            measure.definition.key
            for item in session.followed()
            for measure in item.plan.measures
            if any(target.kind == "zero_incident" for target in measure.targets)
        }

    def pass_in(self, entry: Entry) -> None:
        """Admit one entry, or raise what is wrong with it."""
        if entry.measure in self.populations:
            figure = self._population(entry, self.populations[entry.measure])
            self._keep(entry, figure, entry.measure, self.populations[entry.measure])
            return
        followed, measure = self.session.measure(entry.measure)
        admitted = self._admit(entry, followed, measure)
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
        completed = with_population(draft, measure.definition, self._populations(measure.definition, place))
        units = [unit for unit in self.recorded.units if unit.place in {place, ""}]
        parts = expected_parts(plan, measure, units, min(period.end, self.session.today))
        admitted = admit(plan, measure, completed, place=place, parts=parts, today=self.session.today, zero=measure.definition.key in self._zero)
        warned = self._population_warning(measure, completed, place)
        if warned is not None:
            return Admitted(admitted.figure, (*admitted.warnings, warned))
        if completed.denominator != draft.denominator:
            taken = Message.of(N_("The denominator is the recorded population: {number}."), number=completed.denominator)
            return Admitted(admitted.figure, (*admitted.warnings, taken))
        return admitted

    def _populations(self, definition: Definition, place: str) -> list[Figure]:
        """Return the base populations of a place that a definition is divided by, as they stand with the rows before."""
        return [
            figure
            for key, by_breakdown in self.standing.items()
            if key[0] == definition.population and key[1] in {place, ""}
            for figure in by_breakdown.values()
        ]

    def breakdowns_above_totals(self) -> list[tuple[str, Refusal]]:
        """Return what is wrong with totals and parts, once all rows are in: their order in a file does not matter."""
        errors: list[tuple[str, Refusal]] = []
        for key, (definition, where) in self._touched.items():
            try:
                check_breakdowns(definition, self.standing[key].values())
            except Refusal as error:
                errors.append((where, error))
        return errors

    def _population_warning(self, measure: Measure, draft: Draft, place: str) -> Message | None:
        """Return a warning where the denominator is not the recorded population of that year."""
        if draft.breakdown or draft.unit or draft.denominator is None:
            return None
        recorded = with_population(evolve(draft, denominator=None), measure.definition, self._populations(measure.definition, place)).denominator
        if recorded is None or recorded == draft.denominator:
            return None
        return Message.of(
            N_("The denominator {denominator} is not the recorded population of {population}."), denominator=draft.denominator, population=recorded
        )

    def _population(self, entry: Entry, population: Population) -> Figure:
        """Return the figure of a base population; its year is the default data window's."""
        period = ADMINISTRATIVE.parse(entry.period)
        today = self.session.today
        given = (entry.numerator, entry.denominator, entry.yes)
        if entry.value is None or isinstance(entry.value, Decimal) or any(item is not None for item in given) or entry.value > LARGEST:
            raise BadData(N_("'{measure}' is not recorded like that."), Message.of(N_("Give the count: --value.")), measure=population.label)
        if entry.counts not in {None, "people", "households", "organisations"} or entry.comparison:
            raise BadData(N_("A base population is a count of a year, neither people-times nor a comparison figure."))
        if period.start > today:
            raise BadData(N_("The period {period} begins on {start}; it has not begun yet."), period=period, start=period.start)
        if entry.until is not None and not period.start <= entry.until <= min(period.end, today):
            raise BadData(
                N_("The figure runs to {until}, outside {period} ({start} to {end}) or after today."),
                until=entry.until,
                period=period,
                start=period.start,
                end=period.end,
            )
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
            state=entry.state or ("final" if period.end < today else "provisional"),
            supplied_by=clean(entry.supplied_by),
            entered_by=self.session.workspace.officer,
            evidence=clean(entry.evidence),
            note=clean(entry.note),
        )

    def _place(self, entry: Entry, followed: Followed) -> str:
        own = self.session.place_of(followed.plan)
        named = self.session.place_key(entry.place)
        if named and not own:
            raise BadData(N_("This workspace does not say which place it is for."), Message.of(N_("Set 'place' in monitor.toml first.")))
        if named and own and named != own:
            raise BadData(N_("Plan {plan} belongs to {own}, not to '{given}'."), plan=followed.plan.id, own=own, given=entry.place)
        return own or named

    def _keep(self, entry: Entry, figure: Figure, name: str, definition: Definition | Population) -> None:
        if figure.key in self._seen:
            raise BadData(N_("The same figure stands twice: here and in {where}."), where=self._seen[figure.key])
        self._seen[figure.key] = entry.where
        standing = self.standing.setdefault(figure.key[:5], {})
        before = standing.get(figure.breakdown)
        if before is not None and _same(before, figure):
            self.unchanged += 1
            return
        self.before.append(before)
        standing[figure.breakdown] = figure
        if isinstance(definition, Definition):
            self._touched[figure.key[:5]] = (definition, entry.where)
        self.figures.append(figure)
        self.names.append(name)
        self.definitions.append(definition)
