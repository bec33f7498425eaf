"""The rows of a file, or one figure typed, checked against the plans and against each other before any is recorded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from sys import intern
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from planmonitor.assessment.acts import Closing, Narrative, ReadingGiven
from planmonitor.assessment.breakdowns import check_breakdowns, with_totals
from planmonitor.assessment.over_time import alone
from planmonitor.assessment.records import Figure, Origin
from planmonitor.assessment.rollup import Evidence, whole_figures
from planmonitor.messages import N_, BadData, Message, Refusal, Text, wrong_field
from planmonitor.model.definitions import Definition, Population
from planmonitor.model.periods import CALENDAR, Period
from planmonitor.model.plans import Measure, Plan
from planmonitor.workspace.admission import Draft, admit, admit_aside, admit_population
from planmonitor.workspace.doubts import Recorded
from planmonitor.workspace.lookups import Lookups
from planmonitor.workspace.of_form import check_counted_alike, renamed
from planmonitor.workspace.opening import TIME_ZONE, Workspace
from planmonitor.workspace.standing import all_figures
from planmonitor.workspace.twice import Seen, Twice

if TYPE_CHECKING:
    from planmonitor.storage import Database

Key = tuple[object, ...]
"""What a figure is about: `Figure.key`."""
Errors = Sequence[tuple[Origin, Refusal]]
"""What is wrong with each row of a file, behind where it stands."""


@frozen
class Change:
    """One figure that was recorded, or would be, under the full id of its measure or population, and the figure it replaces.

    One that is left aside stands under the key of its definition, which no plan followed has.
    """

    name: str
    definition: Definition | Population | None
    figure: Figure
    before: Figure | None
    where: Origin


@frozen
class Entered:
    """What was recorded under a receipt, what was assumed or looks odd, and what was recorded like that already."""

    receipt: str
    changes: tuple[Change, ...]
    warnings: tuple[Message, ...]
    unchanged: tuple[Figure, ...]
    texts: tuple[Narrative, ...] = ()
    """What was written beside the figures and is new."""
    answers: tuple[tuple[str, ReadingGiven], ...] = ()
    """How cells were said to be read and are new, each behind the code of its own receipt; "" while it is not recorded."""


class Door:
    """Checks drafts one by one against the plans and against each other, and keeps what is to be recorded."""

    def __init__(self, workspace: Workspace, database: Database, said: Iterable[Message] = (), *, empty: bool = False) -> None:
        self._workspace = workspace
        self._database = database
        with database.reading() as held:
            recorded, self._lookups = all_figures(workspace, held), Lookups(workspace, held.units(None, workspace.day))
            self._closed_years = {closing.year: closing for closing in held.entries(Closing, None)}
        self._populations = workspace.catalogue.populations
        self._standing: dict[Key, Figure] = {}
        self._recorded: dict[tuple[str, str], dict[Key, Figure]] = {}
        self._members = self._lookups.members
        self._wholes: dict[tuple[str, str], dict[Key, Figure]] = {}
        self._aside: set[Key] = set()
        for figure in () if empty else recorded:
            self._let_stand(figure)
        self._numbers = Recorded(self._standing.values())
        self._seen = Seen()
        followed = [*workspace.measures().values()]
        self._followed = {measure.definition.key: measure.definition for _plan, measure in followed}
        self._ruled_out: dict[str, list[tuple[Plan, Measure]]] = {}
        for plan, measure in followed:
            if measure.scope != "orientation" and any(target.kind == "zero_incident" for target in measure.targets):
                self._ruled_out.setdefault(measure.definition.key, []).append((plan, measure))
        self.changes: list[Change] = []
        self._warnings = [*said]
        self._unchanged: list[Figure] = []
        self._undated: dict[bool, list[date]] = {False: [], True: []}

    def pass_in(self, drafts: Iterable[Draft]) -> Iterator[tuple[Origin, Refusal]]:
        """Take drafts in; yield what is wrong with which, and with totals and parts once all are in: their order in a file does not matter."""
        for draft in drafts:
            try:
                self._pass_in(draft)
            except Refusal as error:
                yield draft.beside.get(error.about, draft.where), error
                if isinstance(error, Twice):
                    self._take_out(error.before)
                    yield from error.of_the_other()
        together: dict[object, list[Figure]] = {key[:5]: [] for key in self._standing if key[5]}  # of those without parts nothing is to be looked at
        for key, figure in self._standing.items():
            if key[:5] in together:
                together[key[:5]].append(figure)
        for about, change in {about: change for change in self.changes if (about := change.figure.key[:5]) in together}.items():
            try:
                if isinstance(change.definition, Definition):
                    check_breakdowns(change.definition, together[about])
            except Refusal as error:
                yield self._seen.where(change.figure), error

    def _let_stand(self, figure: Figure) -> None:
        key, about = figure.key, (figure.definition, figure.place)
        self._standing[key] = figure
        self._recorded.setdefault(about, {})[key] = figure
        if figure.unit not in self._members and not figure.comparison:
            self._wholes.setdefault(about, {})[key] = figure

    def _known(self, definition: str, place: str) -> Collection[Figure]:
        """Return the figures of a definition at a place as they stand with the rows before."""
        return self._recorded.get((definition, place), {}).values()

    def _pass_in(self, draft: Draft) -> None:
        lookups, day = self._lookups, self._workspace.day
        if draft.aside:
            place = lookups.typed_place(draft.place) or lookups.own_place()
            definition = self._populations.get(draft.measure) or self._followed.get(draft.measure)
            zero = self._must_not_occur(draft.measure, CALENDAR.parse(draft.period))
            figure = admit_aside(draft, place=place, today=day, definition=definition, zero=zero)
            self._keep(draft, draft.measure, definition, figure)
            foreign = Message.of(N_("Figures of '{given}', which is no place of this workspace, count nowhere."), given=place)
            if not lookups.is_here(place) and foreign not in self._warnings:
                self._warnings.append(foreign)
            return
        with wrong_field("measure"):
            counted = lookups.counted(draft.measure) if draft.asked is None else lookups.still_asked(draft.measure, draft.asked)
        if isinstance(counted, Population):
            self._pass_in_population(draft, counted)
            return
        plan, measure = counted
        definition = measure.definition
        with wrong_field("period"):
            period = plan.window_of(measure).parse(draft.period)
        self._hold_against_form(draft, definition, measure.label, period)
        last = min(period.end, day)
        with wrong_field("place"):
            place = lookups.place_for(plan, draft.place)
        # As they stand with the rows before: a population corrected in a file holds for its other rows.
        recorded = self._known(definition.population, place) if definition.population else ()
        zero = self._must_not_occur(definition.key, period)

        def whose(unit: str) -> tuple[str, tuple[Message, ...]]:
            with wrong_field("unit"):
                return lookups.unit_of(plan, measure, unit, place, period.start, last)

        with wrong_field("unit"):
            ended = lookups.last_day(plan, measure, draft.unit, place, period.start, last)
            if ended is not None and (draft.until or ended) > ended:
                raise lookups.not_there(draft.unit)
        figure, warnings = admit(plan, measure, draft, place=place, whose=whose, today=day, zero=zero, recorded=recorded, ended=ended)
        wholes = self._wholes_beside(figure)
        before = [*self._known(definition.key, place)] if wholes else []
        self._keep(draft, intern(plan.measure_id(measure)), definition, figure)
        self._warnings += (*warnings, *self._set_aside(plan, measure, figure, wholes, before))

    def _pass_in_population(self, draft: Draft, population: Population) -> None:
        lookups = self._lookups
        with wrong_field("place"):
            place = lookups.typed_place(draft.place) if draft.place else self._workspace.place_key(self._workspace.file.place)
            if not lookups.is_here(place):
                no_place = N_("The figure belongs to '{given}', which is no place of this workspace.")
                raise BadData(no_place, self._workspace.told_of_place(draft.place), given=draft.place)
        figure = admit_population(population, draft, place=place, today=self._workspace.day)
        self._hold_against_form(draft, population, population.label, figure.period)
        self._keep(draft, population.key, population, figure)

    def _hold_against_form(self, draft: Draft, counted: Definition | Population, label: Text, period: Period) -> None:
        """Refuse what is counted otherwise than a form asked for, and say what it is called otherwise."""
        if draft.asked is not None:
            check_counted_alike(draft.asked, counted, period)
            self._warnings += [said for said in renamed(draft.asked, label) if said not in self._warnings]

    def _wholes_beside(self, figure: Figure) -> list[Figure]:
        """Return the figures of the same days that may be of a group or the whole place, and of which nobody said that they count no more."""
        wholes = self._wholes.get((figure.definition, figure.place), {}) if figure.unit and not figure.comparison else {}
        return [one for key, one in wholes.items() if key not in self._aside and one.unit != figure.unit and one.period.overlaps(figure.period)]

    def _set_aside(self, plan: Plan, measure: Measure, figure: Figure, wholes: Sequence[Figure], before: Sequence[Figure]) -> Iterator[Message]:
        """Say which figures recorded for a group or the whole place count no more beside that of a part, among those that stood before it."""
        year, day = plan.window_of(measure).year(figure.period.year), self._workspace.day
        parts = self._lookups.parts_of(plan, measure, figure.place, year.start, min(year.end, day)) if wholes else ()
        own = next((part for part in parts if part.unit == figure.unit), None)
        if own is None or own.name is None:
            return
        stood, stand = (
            {one.key for one in whole_figures(Evidence(plan, measure, "", measure.target_on(day), day, year.year, parts, figures), year.year)}
            for figures in (
                with_totals(before, measure.definition),
                with_totals([*(one for one in before if one.key != figure.key), figure], measure.definition),
            )
        )
        self._aside |= {one.key for one in wholes} - stand
        for one in (one for one in wholes if one.key in stood - stand):
            of_place = N_("The figure recorded for the whole place ({period}: {then}) counts no more: {unit} has one of its own ({own}: {now}).")
            of_group = N_("The figure recorded for {group} as a whole ({period}: {then}) counts no more: {unit} has one of its own ({own}: {now}).")
            then, now = (alone(each, measure.definition).amount for each in (one, figure))
            said = {"period": one.period, "then": then, "unit": own.name, "own": figure.period, "now": now}
            group = plan.unit(one.unit) if one.unit else None
            yield Message.of(of_place, **said) if group is None else Message.of(of_group, group=group.name, **said)

    def _note_closed_year(self, figure: Figure) -> None:
        """Say of a figure of a year that was closed when that was: nothing is locked, and what was listed then has changed."""
        closing = self._closed_years.get(figure.period.year)
        if closing is not None:
            closed = N_("The year {year} was closed on {day}; the figure is recorded as a correction to it.")
            said = Message.of(closed, year=str(closing.year), day=closing.recorded_at.astimezone(TIME_ZONE).date() if closing.recorded_at else "…")
            self._warnings += [said] if said not in self._warnings else []

    def _must_not_occur(self, key: str, period: Period) -> bool:
        """Return whether a plan followed says that what is counted must not occur, of these days.

        It is never recorded as an estimate then, under whichever measure it is typed. An orientation asks nothing of the figures of other plans.
        """
        return any(plan.takes(measure, period, comparison=False) for plan, measure in self._ruled_out.get(key, ()))

    def _keep(self, draft: Draft, name: str, definition: Definition | Population | None, figure: Figure) -> None:
        if self._seen.is_again(figure, draft.where):
            return
        before = self._standing.get(figure.key)
        if draft.number_cells and (doubt := self._numbers.question(figure, before, draft.number_cells)):
            raise doubt
        kept = evolve(figure, entered_by=self._workspace.person)
        self._seen.note(kept, draft.where)
        if before is not None and evolve(before, revision=0, recorded_at=None, entered_by="", takes_back=0) == figure:
            self._unchanged.append(before)  # it says again what is recorded, whoever enters it
            return
        self._note_closed_year(figure)
        self._let_stand(kept)
        if draft.where.sheet and draft.until is None:
            final = draft.state is None and figure.state == "final" and figure.until == figure.period.end
            self._undated[final].append(figure.until)
        self.changes.append(Change(name, definition, kept, before, draft.where))

    def _take_out(self, where: Origin) -> None:
        """Take out what was kept of a row: it turned out to be wrong."""
        self.changes = [change for change in self.changes if change.where != where]

    def say(self, said: Iterable[Message]) -> None:
        """Take what else is to be said of what is recorded."""
        self._warnings += said

    def _undated_told(self) -> Iterator[Message]:
        """Yield up to which day figures of a workbook that name none were taken, and which of them as final because their days are over."""
        open_days = N_("{count} figures name no day up to which they were counted: they were taken as counted up to {days}.")
        over = N_("{count} figures of days that are over name no day up to which they were counted: they were taken as final, up to {days}.")
        for final, days in self._undated.items():
            if days:
                yield Message.of(over if final else open_days, count=len(days), days=tuple(sorted(set(days))))

    def close(self, kind: str, *, dry_run: bool, texts: Sequence[Narrative] = (), answers: Sequence[ReadingGiven] = (), **file: Any) -> Entered:
        """Record all that changed, with texts and answers beside it, or nothing; return what was recorded, or would be.

        Each answer is an act of its own: it can be taken back without the figures, and they without it.
        """
        code, given = "", [("", answer) for answer in answers]
        if not dry_run:
            with self._database.writing() as held:
                acts = [(self._workspace.begin(held, "reading", file_name=answer.file), answer) for answer in answers]
                given = [(act.receipt, held.add(answer, act)) for act, answer in acts]
                receipt = self._workspace.begin(held, kind, **file)
                figures = held.append([change.figure for change in self.changes], receipt, [change.where for change in self.changes])
                for text in texts:
                    held.add(text, receipt)
            code = receipt.receipt
            self.changes = [evolve(change, figure=figure) for change, figure in zip(self.changes, figures, strict=True)]
        warnings = (*self._warnings, *self._seen.told(), *self._undated_told())
        return Entered(code, tuple(self.changes), warnings, tuple(self._unchanged), tuple(texts), tuple(given))
