"""What is recorded, and the plans a workspace follows judged from it: on a day, by what was recorded by its end or is known now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from planmonitor.assessment.aside import is_used, other_base_years
from planmonitor.assessment.checking import CheckedPlan, FoundBy, Waived
from planmonitor.assessment.in_period import Span, known_in
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.records import Figure, Origin
from planmonitor.assessment.results import JudgedIndicator, JudgedMeasure
from planmonitor.assessment.waivers import parted
from planmonitor.assessment.workdays import Calendar
from planmonitor.messages import N_, BadData, Hint, Message, UnknownName
from planmonitor.model.definitions import Definition, Population
from planmonitor.model.periods import ADMINISTRATIVE, CALENDAR, Window
from planmonitor.model.plans import Measure, Plan
from planmonitor.names import as_compared, find, listed, offer, pick
from planmonitor.registry import judging
from planmonitor.workspace.knowing import known_by_place
from planmonitor.workspace.naming import MEASURE, indicator_named, measure_named, only, understood, unit_named
from planmonitor.workspace.opening import TIME_ZONE, Workspace
from planmonitor.workspace.standing import all_figures, figures_by_place, of_place

if TYPE_CHECKING:
    pass


Explained = tuple[CheckedPlan, JudgedIndicator, tuple[JudgedMeasure, ...]]
"""A plan, an indicator of it, and those of its measures that were asked for."""


@frozen
class Judged:
    """The plans of a workspace judged on a day, and what does not agree between those of a place."""

    day: date
    plans: tuple[CheckedPlan, ...]
    between: tuple[FoundBy, ...]
    calendar: Calendar
    waived: tuple[Waived, ...] = ()
    """What does not agree between those of a place and was waived."""
    asked: frozenset[str] = frozenset()
    """Ids of the unit, or of the member and its groups, of which these are all that is asked; empty for everybody."""
    closed: frozenset[int] = frozenset()
    """The reporting years that were closed."""

    def is_over(self, checked: CheckedPlan) -> bool:
        """Return whether a plan has ended, in a year that was closed: it stands no more among those under way."""
        plan = checked.judged.plan
        return checked.judged.year is None and plan.end < self.day and plan.end.year in self.closed

    def called(self, name: str) -> Explained:
        """Return the one measure, or the one indicator with its measures, that goes by a full id or the end of one."""
        found: dict[str, Explained] = {}
        for plan in self.plans:
            for line in plan.judged.indicators:
                found[f"{plan.judged.plan.id}/{line.indicator.code}"] = (plan, line, line.measures)
                found |= {item.id: (plan, line, (item,)) for item in line.measures}
        known = [measure_named(plan.judged.plan, item.measure) for plan in self.plans for item in plan.judged.measures]
        known += [indicator_named(plan.judged.plan, line.indicator) for plan in self.plans for line in plan.judged.indicators]
        return found[only(name, known, MEASURE).id]


def of_unit(workspace: Workspace, judged: Judged, name: str) -> Judged:
    """Return what is asked of one unit or registered member, named by id or name: its measures, reports and findings.

    An office goes by one name in several plans, whatever id each gives it. A member is asked for what its group supplies and reports.
    """
    known = [named for plan in judged.plans for named in (*map(unit_named, plan.judged.plan.units), *map(unit_named, plan.judged.members))]
    found = find(name, known, guess=True)
    if not found:
        raise UnknownName(_ASKED_OF_NONE, offer(name, known), name=name)
    unsure = [said for item in found for said in understood(name, item)]
    if unsure and len({item.id for item in found}) > 1 and len({as_compared(item.names[0]) for item in found}) > 1:
        raise UnknownName(N_("Several units are called '{name}': {which}."), Message.of(N_("Write the whole name.")), name=name, which=listed(found))
    workspace.notes += unsure[:1]
    ids = {item.id for item in found}
    plans = tuple(_of_unit(plan, ids) for plan in judged.plans)
    if not any(plan.judged.measures or plan.judged.deadlines for plan in plans):
        raise UnknownName(_ASKED_OF_NONE, name=found[0].names[0])
    groups = {member.group_id for plan in judged.plans for member in plan.judged.members if member.id in ids}
    return evolve(judged, plans=plans, asked=frozenset(ids | groups))


_ASKED_OF_NONE = N_("No plan followed gives unit '{name}' a measure or a report.")


def judge(workspace: Workspace, only: Sequence[str] = (), as_of: date | None = None, *, restated: bool = False, span: Span | None = None) -> Judged:
    """Judge all plans followed, or those named, and run their checks; checks that fail are added to the workspace's problems.

    They are judged today from all that is recorded, or on a day from what was recorded by its end; `restated` from what is known now. With a
    period, those that run in it, by its figures alone (`judge_in`); a `BadData` for one that has not begun, or in which none runs.
    """
    followed, day = workspace.followed(only, guess=True), as_of or workspace.day
    if span is not None:
        followed = _running_in(followed, span, day)
    workspace.notes += workspace.of_other_places()
    known = known_by_place(workspace, _instant(as_of, restated=restated), day)
    by_place: dict[str, list[CheckedPlan]] = {}
    plans: list[CheckedPlan] = []
    between: list[FoundBy] = []
    waived: list[Waived] = []
    for plan in followed:
        place = workspace.place_of(plan)
        checked, failed = judging.judge(workspace.catalogue, plan, known[place], day, span)
        by_place.setdefault(place, []).append(checked)
        plans.append(checked)
        workspace.failed_checks += failed
    for place, here in by_place.items():
        counted = known[place] if span is None else known_in(known[place], span)
        found, failed = judging.judge_together([item.judged for item in here], counted, all_followed=not only and span is None)
        open_, not_open = parted(found, known[place].waivers, day)
        between += open_
        waived += not_open
        workspace.failed_checks += failed
    closed = frozenset(closing.year for of_place in known.values() for closing in of_place.closings)
    return Judged(day, tuple(plans), tuple(between), workspace.file.calendar, tuple(waived), closed=closed)


def _running_in(plans: Sequence[Plan], span: Span, today: date) -> list[Plan]:
    """Return the plans that run in a period which has begun."""
    running = [plan for plan in plans if span.overlaps(plan) and span.has_begun(plan, today)]
    if not running and plans:
        first, last = min(plan.start.year for plan in plans), max(plan.end.year for plan in plans)
        hint = Message.of(N_("Their years are {first} to {last}; one that has not begun has no status."), first=str(first), last=str(last))
        raise BadData(N_("No plan followed has run in the reporting year {year}."), hint, year=str(span.year))
    return running


def _instant(as_of: date | None, *, restated: bool) -> datetime | None:
    """Return up to which instant what was recorded counts; None for all that is known now."""
    return None if restated or as_of is None else datetime.combine(as_of, time.max, TIME_ZONE)


def _of_unit(checked: CheckedPlan, ids: Set[str]) -> CheckedPlan:
    plan = checked.judged.plan
    groups = {member.group_id for member in checked.judged.members if member.id in ids and plan.unit(member.group_id) is not None}
    kept = [
        evolve(item, measures=tuple(judged for judged in item.measures if _has_part(judged.measure, ids, groups)))
        for item in checked.judged.indicators
    ]
    theirs = ids | groups
    own = [item for item in checked.judged.deadlines if item.unit in theirs]
    # What the place as a whole owes of a duty is no report of a unit that has one of its own.
    shared = [item for item in checked.judged.deadlines if item.unit is None and theirs & set(item.duty.reporters)]
    deadlines = (*own, *(item for item in shared if all(item.duty != one.duty for one in own)))
    return evolve(
        checked,
        judged=evolve(checked.judged, indicators=tuple(item for item in kept if item.measures), deadlines=deadlines),
        findings=tuple(item for item in checked.findings if ids & set(item.finding.units)),
        waived=tuple(item for item in checked.waived if ids & set(item.found.finding.units)),
    )


def _has_part(measure: Measure, ids: Set[str], groups: Set[str]) -> bool:
    """Return whether one of some units has a part in a measure; a member has it where its group supplies the figure."""
    return any(share.unit in ids for share in measure.responsible) or any(share.unit in groups for share in measure.owners)


@frozen
class History:
    """What was recorded of a measure or base population, in the order it was recorded."""

    figures: tuple[Figure, ...]
    """All revisions of its figures."""
    names: Mapping[str, str]
    """Names of units and members, by id."""
    reasons: Mapping[int, str]
    """Why figures were taken back, by the revision that does it."""
    definition: Definition | None = None
    """How it is counted; None for a base population, and for what no plan followed counts any more."""
    origins: Mapping[int, Origin] = field(factory=dict)
    """Where in which file they stood, by revision; of those typed in nothing."""


def history(workspace: Workspace, name: str) -> History:
    """Return the revisions of the figures of a measure or base population; or of a definition that no plan followed counts any more, by its key."""
    with workspace.database(read_only=True).reading() as held:
        gone = not pick(name, list(workspace.measures())) and name not in workspace.catalogue.populations and held.history(name)
        found = None if gone else workspace.counted(name, guess=True)
        plan, measure = found if isinstance(found, tuple) else (None, None)
        key = measure.definition.key if measure is not None else found.key if isinstance(found, Population) else name
        place = workspace.place_of(plan) if plan is not None else workspace.own_place()
        names = {unit.id: unit.name for unit in plan.units} if plan is not None else {}
        names |= {member.id: member.name for member in held.units(None, workspace.day)}
        definition = measure.definition if measure is not None else None
        return History(tuple(of_place(place, held.history(key))), names, held.reasons(key), definition, held.origins(key))


@frozen
class BaseFigures:
    """A base population, the figures recorded of it, and what is divided by it."""

    population: Population
    figures: tuple[Figure, ...]
    """Those that stand, by period."""
    measures: tuple[tuple[Plan, Measure], ...]
    """The measures followed of which it is the default denominator, each with its plan."""


def base_figures(workspace: Workspace, key: str, as_of: date | None = None, *, restated: bool = False) -> BaseFigures:
    """Return what is known of a base population, by its key, today or on a day."""
    with workspace.database(read_only=True).reading() as held:
        by_place = figures_by_place(workspace, held, _instant(as_of, restated=restated))
    figures = [figure for place in sorted(workspace.places()) for figure in by_place[place] if figure.definition == key]
    figures.sort(key=lambda figure: (figure.period.start, figure.period.end))
    divided = (found for found in workspace.measures().values() if found[1].definition.population == key)
    return BaseFigures(workspace.catalogue.populations[key], tuple(figures), tuple(divided))


def shown(workspace: Workspace, name: str) -> str:
    """Return the id of the measure, indicator or base population called so.

    A name that no plan followed has is refused; where figures are recorded under it, as of a code that was renamed, the refusal says so.
    """
    try:
        return workspace.shown(name)
    except UnknownName:
        with workspace.database(read_only=True).reading() as held:
            recorded = bool(held.history(name))
        if not recorded:
            raise
        aside = N_("There is no measure '{name}' in the plans followed, but figures are recorded under this name.")
        raise UnknownName(aside, Hint.of("see-history", measure=name), name=name) from None


def would_leave_aside(workspace: Workspace, plan: Plan) -> tuple[Figure, ...]:
    """Return the figures recorded under a plan's own definitions that it would not count if it were as it is handed in.

    Also base figures of another year than it names, under whatever definition.
    """
    with workspace.database(read_only=True).reading() as held:
        recorded = all_figures(workspace, held)
        members = held.units(None)
    judged, place = JudgedPlan(plan, workspace.day, (), (), members=members), workspace.place_of(plan)
    own = [figure for figure in recorded if figure.definition.startswith(f"{plan.id}/")]
    aside = [figure for figure in own if figure.place not in {place, ""} or not is_used(figure, (judged,))]
    here = [figure for figure in recorded if figure.place in {place, ""}]
    bases = [figure for measure in plan.measures for figure in other_base_years(plan, measure, here)]
    return tuple({figure.key: figure for figure in (*aside, *bases)}.values())


@frozen
class Latest:
    """A figure known now, and what it is known as: the id of a measure or population, or, left aside, the key of its definition."""

    figure: Figure
    name: str
    window: Window
    aside: bool = False
    instead: tuple[tuple[str, Window], ...] = ()
    """Further measures that take it, each with its data window: a plan may refuse what another one admits."""

    def elsewhere(self) -> Latest | None:
        """Return it as the next measure that takes it knows it, last of all as left aside; None where it is that already."""
        if self.instead:
            (name, window), *others = self.instead
            return evolve(self, name=name, window=window, instead=tuple(others))
        return None if self.aside else evolve(self, name=self.figure.definition, window=CALENDAR, aside=True)


def latest(workspace: Workspace) -> list[Latest]:
    """Return all latest figures, each once: under the measures that take its days, those that none takes as left aside.

    Their order hangs on what they are about alone, not on when they were recorded.
    """
    with workspace.database(read_only=True).reading() as held:
        recorded = sorted(all_figures(workspace, held), key=lambda figure: figure.key)
    found: dict[object, tuple[Figure, list[tuple[str, Window]]]] = {}
    for plan in workspace.followed():
        measures: dict[str, list[Measure]] = {}
        place = workspace.place_of(plan)
        for measure in plan.measures:
            measures.setdefault(measure.definition.key, []).append(measure)
        for figure in recorded:
            for measure in measures.get(figure.definition, ()) if figure.place == place else ():
                if plan.takes(measure, figure.period, comparison=figure.comparison):
                    found.setdefault(figure.key, (figure, []))[1].append((plan.measure_id(measure), plan.window_of(measure)))
    known = [Latest(figure, *homes[0], instead=tuple(homes[1:])) for figure, homes in found.values()]
    populations, places = workspace.catalogue.populations, workspace.places()
    known += [Latest(figure, figure.definition, ADMINISTRATIVE) for figure in recorded if figure.definition in populations and figure.place in places]
    there = {item.figure.key for item in known}
    rest = (figure for figure in recorded if figure.key not in there)
    return [*known, *(Latest(figure, figure.definition, CALENDAR, aside=True) for figure in rest)]
