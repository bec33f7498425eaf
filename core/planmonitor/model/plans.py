"""Programmes, plans, and what stands in them, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any

from attrs import field, frozen

from planmonitor.messages import N_, Text, frozen_mapping
from planmonitor.model import validation as valid
from planmonitor.model.definitions import Definition, Population
from planmonitor.model.duties import Duty
from planmonitor.model.periods import ADMINISTRATIVE, Period, Window
from planmonitor.model.places import Place
from planmonitor.model.plan_checks import PlanCheck
from planmonitor.model.sections import Rhythm, Section
from planmonitor.model.set_days import SetDay
from planmonitor.model.sources import Document, OpenQuestion, Source
from planmonitor.model.targets import Baseline, Target
from planmonitor.model.validation import of_type, one_of, plain_text, tuple_of, tuple_of_plain_text
from planmonitor.names import as_compared, offer

ROLES = ("lead", "coordinate", "implement", "advise", "standing", "supervise", "requested")
MOST_MEASURES = 1_000
"""Most measures of one plan: no printed plan comes near, a loop that runs away does, and every measure is judged at every look."""


@frozen
class Task:
    """One task the document gives a unit."""

    text: str = field(validator=plain_text)
    """The task as printed."""
    section: str = field(validator=plain_text)
    """Where it stands."""
    role: str = field(validator=one_of(*ROLES))
    """The unit's part in it: one of `ROLES`."""


@frozen
class Unit:
    """An office of the plan, or a group of them."""

    id: str = field(validator=valid.code)
    """Its id within the plan, in ASCII: `phong-van-hoa-xa-hoi`."""
    name: str = field(validator=plain_text)
    """Its name as printed."""
    tasks: tuple[Task, ...] = field(default=(), validator=tuple_of(Task))
    """Its tasks, one by one."""
    members: bool = field(default=False, validator=of_type(bool))
    """Whether it is a group ("các trường học") whose members a place registers."""
    also: tuple[str, ...] = field(default=(), validator=tuple_of_plain_text)
    """Other names the document uses for it."""
    ended: date | None = field(default=None, validator=of_type(date, None))
    """Its last day, where an act has ended it since ("Ủy ban nhân dân cấp huyện": 30 June 2025); None while it exists."""

    def __attrs_post_init__(self) -> None:
        # In other capital letters it may stand there: a document that prints it in two ways is told as it is.
        if self.name in self.also:
            raise valid.complain(self, "also", N_("repeats its own name '{name}'; list only other names"), name=self.name)

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles its tasks give it, in the order of `ROLES`."""
        return tuple(sorted({task.role for task in self.tasks}, key=ROLES.index))


@frozen
class Responsibility:
    """A unit's part in one measure."""

    unit: str | None = field(validator=of_type(str, None))
    """The unit's id; None for a part that the document names and gives to nobody."""
    role: str = field(validator=one_of(*ROLES))
    """One of `ROLES`."""
    part: Text | None = field(default=None, validator=of_type(Text, None))
    """Which part of the population is this unit's, where the measure is divided."""
    reports: bool = field(default=False, validator=of_type(bool))
    """Whether the unit supplies the figure, or its part of it."""


def _targets(value: Any) -> Any:
    return (value,) if isinstance(value, Target) else value


@frozen
class Measure:
    """The atomic thing counted: one population, one predicate, one figure."""

    code: str = field(validator=valid.code)
    """Its code within the plan: the indicator's code, and a letter where the line holds several."""
    label: Text = field(validator=of_type(Text))
    """What is measured here, in the words of the plan."""
    definition: Definition = field(validator=of_type(Definition))
    """How it is counted."""
    targets: tuple[Target, ...] = field(converter=_targets, validator=tuple_of(Target, filled=True))
    """The bar; several, with dates, where a later document changed it. One `Target` may be given bare."""
    source: Source = field(validator=of_type(Source))
    """The sentence behind it."""
    responsible: tuple[Responsibility, ...] = field(default=(), validator=tuple_of(Responsibility))
    """Units with a part in it."""

    def __attrs_post_init__(self) -> None:
        for target in self.targets if not self.definition.unread else ():
            if (self.definition.kind == "output") != (target.comparator is None):
                raise valid.complain(self, "targets", N_("an output, and only an output, has no comparator"))
            if (self.definition.kind == "yes_no") != (target.comparator == "done"):
                raise valid.complain(self, "targets", N_("a yes/no, and only a yes/no, has the comparator 'done'"))
        for earlier, later in pairwise(self.targets):
            if earlier.valid_to is None or later.valid_from is None or earlier.valid_to >= later.valid_from:
                raise valid.complain(self, "targets", N_("several bars need dates of validity that do not overlap, in order"))

    @property
    def scope(self) -> str:
        """Whether it is a "target", an "orientation" or a figure among the "task"s."""
        return self.targets[0].scope

    @property
    def owners(self) -> tuple[Responsibility, ...]:
        """The responsibilities that supply the figure; a part without a unit is a gap."""
        return tuple(share for share in self.responsible if share.reports or share.unit is None)

    def target_on(self, day: date) -> Target:
        """Return the bar in force on `day`; before the first the first, after the last the last."""
        begun = (target for target in reversed(self.targets) if target.valid_from is None or target.valid_from <= day)
        return next(begun, self.targets[0])

    def kind(self, target: Target) -> str:
        """Return the target's kind where it has one, else how the definition is counted."""
        return target.kind or self.definition.kind

    def over_time(self, target: Target) -> str:
        """Return how figures of one year combine; a zero target is broken by any case of the year."""
        return "any_breach" if target.kind == "zero_incident" else self.definition.over_time


@frozen
class Indicator:
    """One target line as printed; may hold several measures."""

    code: str = field(validator=valid.code)
    """Its code: the printed number, with the objective's where the plan restarts its numbering ("2.1")."""
    objective: str = field(validator=valid.code)
    """Code of the objective it stands under."""
    text: str = field(validator=plain_text)
    """The line as printed."""
    measures: tuple[Measure, ...] = field(validator=tuple_of(Measure, filled=True))
    """What is counted in it."""

    def __attrs_post_init__(self) -> None:
        if len({measure.scope for measure in self.measures}) > 1:
            raise valid.complain(self, "measures", N_("mixes targets, orientations and tasks"))


@frozen
class Objective:
    """A numbered group of a plan."""

    code: str = field(validator=valid.code)
    """Its number."""
    text: str = field(validator=plain_text)
    """Its heading as printed."""


@frozen
class Programme:
    """What a national or provincial act sets up: owns what is measured, so that places can be compared."""

    id: str = field(validator=valid.key)
    """Plugin name with hyphens, `child-labour`."""
    title: Text = field(validator=of_type(Text))
    """What it is called."""
    document: Document = field(validator=of_type(Document))
    """The act."""
    definitions: tuple[Definition, ...] = field(default=(), validator=tuple_of(Definition, named_by="key"))
    """The shared definitions of what is measured."""
    populations: tuple[Population, ...] = field(default=(), validator=tuple_of(Population, named_by="key"))
    """Base figures its measures are divided by."""


@frozen(slots=False)
class Plan:
    """One place's plan for one period. Owns targets, units and reporting duties.

    An `InvalidPlan` where a part names one that is not there, an id stands twice, two units share a name, or there are over `MOST_MEASURES` measures.
    """

    id: str = field(validator=valid.key)
    """Programme's or plugin's name, a slash, its own name: `child-labour/van-son-2026-2030`."""
    title: Text = field(validator=of_type(Text))
    """What it is called."""
    document: Document = field(validator=of_type(Document))
    """The document it carries."""
    programme: str | None = field(validator=of_type(str, None))
    """Id of the programme it carries out; None for a plan that stands alone."""
    place: Place | None = field(validator=of_type(Place, None))
    """Where it applies; None for a generic plan that any place without its own can follow."""
    start: date = field(validator=of_type(date))
    """First day of its period."""
    end: date = field(validator=of_type(date))
    """Last day of its period."""
    objectives: tuple[Objective, ...] = field(validator=tuple_of(Objective, named_by="code"))
    """Its numbered groups."""
    indicators: tuple[Indicator, ...] = field(validator=tuple_of(Indicator, named_by="code", filled=True))
    """Its target lines, orientations and figures among the tasks, in the order of the document."""
    units: tuple[Unit, ...] = field(default=(), validator=tuple_of(Unit, named_by="id"))
    """Its responsible units."""
    duties: tuple[Duty, ...] = field(default=(), validator=tuple_of(Duty, named_by="id"))
    """Its reporting duties."""
    budget: tuple[Source, ...] = field(default=(), validator=tuple_of(Source))
    """Where the money comes from, one source per sentence."""
    sections: tuple[Section, ...] = field(default=(), validator=tuple_of(Section, named_by="section"))
    """The parts of its text under their headings, in the order of the document, with what stands nowhere else in the plan."""
    rhythms: tuple[Rhythm, ...] = field(default=(), validator=tuple_of(Rhythm, named_by="id"))
    """What is to be done again and again and is no report."""
    questions: tuple[OpenQuestion, ...] = field(default=(), validator=tuple_of(OpenQuestion, named_by="id"))
    """What the document leaves open."""
    checks: tuple[PlanCheck, ...] = field(default=(), validator=tuple_of(PlanCheck, named_by="id"))
    """What its figures are held against beside their bars."""
    window: Window = field(default=ADMINISTRATIVE, validator=of_type(Window))
    """The data window of its periods; the framework's default where the document names none."""
    populations: tuple[Population, ...] = field(default=(), validator=tuple_of(Population))
    """Base figures its measures are divided by, beside those of its programme."""
    short: Text | None = field(default=None, validator=of_type(Text, None))
    """What officers call it on a screen of several plans ("Công tác trẻ em 2026"); None where nobody has named it."""
    answers: Mapping[str, Any] = field(factory=dict, converter=frozen_mapping, hash=False)
    """What the place has answered, by id of the question; empty as the document has it."""
    baselines: Mapping[str, Baseline] = field(factory=dict, converter=frozen_mapping, hash=False)
    """Base figures that the place has set, by code of the measure; one that the document prints holds all the same."""
    deadlines: Mapping[str, tuple[SetDay, ...]] = field(factory=dict, converter=frozen_mapping, hash=False)
    """Last days that letters set, by id of the duty, as the place cites them."""

    def __attrs_post_init__(self) -> None:
        if self.id.count("/") != 1:
            raise valid.complain(self, "id", N_("is not a plugin's name, a slash, and the plan's own name"))
        for attribute in ("start", "end"):
            # The same years as those of a base figure: a report is worked out for every year of a plan.
            if not 1900 < getattr(self, attribute).year < 2200:
                raise valid.complain(self, attribute, N_("{day} is no day of a plan"), day=getattr(self, attribute))
        if self.end < self.start:
            raise valid.complain(self, "end", N_("{end} lies before {start}"), end=self.end, start=self.start)
        if len(self.measures) > MOST_MEASURES:
            raise valid.complain(self, "indicators", N_("holds {number} measures, more than {most}"), number=len(self.measures), most=MOST_MEASURES)
        valid.unique(self, "measures", (measure.code for measure in self.measures))
        self._check_references()
        self._check_units_of_count()
        self._check_unit_names()

    def _check_references(self) -> None:
        known = {
            "objective": {objective.code for objective in self.objectives},
            "unit": {unit.id for unit in self.units},
            "measure": {measure.code for measure in self.measures},
            "definition": {measure.definition.key for measure in self.measures},
            "question": {question.id for question in self.questions},
        }
        for attribute, part, kind, name in self._references():
            if name not in known[kind]:
                said, near = N_("{part}: {kind} '{name}' does not exist. {near}"), offer(name, sorted(known[kind]))
                raise valid.complain(self, attribute, said, part=part, kind=kind, name=name, near=near)

    def _check_units_of_count(self) -> None:
        """Refuse to hold people against cases, or points against anything: only what is counted alike can be above each other."""
        counted = {measure.code: measure.definition for measure in self.measures if not measure.definition.unread}
        for check in self.checks:
            known = {code: counted[code] for code in check.measures if code in counted and check.kind == "not_above"}
            units = ", ".join(f"{code} ({definition.counts})" for code, definition in known.items())
            if len({definition.counts for definition in known.values()}) > 1:
                raise valid.complain(self, "checks", N_("{check}: what is counted differs, {units}"), check=check.id, units=units)
            if any(definition.kind in {"yes_no", "score"} for definition in known.values()):
                raise valid.complain(self, "checks", N_("{check}: states and points are no counts to be held against each other"), check=check.id)

    def _check_unit_names(self) -> None:
        owners: dict[str, Unit] = {}
        for unit in self.units:
            for name in (unit.name, *unit.also):
                other = owners.setdefault(as_compared(name), unit)
                if other is not unit:
                    problem = N_("'{one}' and '{other}' are both called '{name}', so that figures of that name belong to neither")
                    raise valid.complain(self, "units", problem, one=other.id, other=unit.id, name=name)

    def _references(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield every name one part uses for another: field, part, kind, name."""
        for indicator in self.indicators:
            yield "indicators", indicator.code, "objective", indicator.objective
        for measure in self.measures:
            yield from (("indicators", measure.code, "unit", share.unit) for share in measure.responsible if share.unit is not None)
            yield from (("indicators", measure.code, "definition", key) for key in measure.definition.sums)
            yield from (("indicators", measure.code, "question", target.value_from) for target in measure.targets if target.value_from)
        for duty in self.duties:
            yield from (("duties", duty.id, "unit", unit) for unit in duty.reporters)
            if duty.drafter:
                yield "duties", duty.id, "unit", duty.drafter
            yield from (("duties", duty.id, "measure", code) for code in duty.measures)
        for check in self.checks:
            yield from (("checks", check.id, "measure", code) for code in check.measures)
        for rhythm in self.rhythms:
            yield from (("rhythms", rhythm.id, "unit", unit) for unit in rhythm.units)

    @property
    def called(self) -> Text:
        """What officers call it: its short name, else its title."""
        return self.title if self.short is None else self.short

    def measure_called(self, measure: Measure) -> Text:
        """Return what one of its measures is called within a sentence beside other plans: its code, and the plan."""
        return Text(f"chỉ tiêu {measure.code} ({self.called.vi})", f"measure {measure.code} ({self.called.en})")

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """All measures, in the order of the document."""
        return tuple(measure for indicator in self.indicators for measure in indicator.measures)

    def answer(self, question: str) -> Any:
        """Return what the place has answered to the open question of that id, else our reading on offer, else None."""
        return self.answers.get(question, next((item.offered for item in self.questions if item.id == question), None))

    def unit(self, unit_id: str) -> Unit | None:
        """Return the unit of that id, or None."""
        return next((unit for unit in self.units if unit.id == unit_id), None)

    def section_of(self, where: str) -> Section | None:
        """Return the innermost section in which a place of the document lies ("mục III.1, đoạn 2"), or None."""
        return max((section for section in self.sections if section.holds(where)), key=lambda section: len(section.section), default=None)

    def measure_id(self, measure: Measure) -> str:
        """Return the full id of one of its measures."""
        return f"{self.id}/{measure.code}"

    def due(self, target: Target) -> date:
        """Return the last day to reach a target: its own, else the last day of the plan."""
        return target.due or self.end

    def window_of(self, measure: Measure) -> Window:
        """Return the data window of a measure: that of the duty that carries it, else the plan's."""
        return next((duty.window for duty in self.duties if duty.window is not None and measure.code in duty.measures), self.window)

    def covers(self, measure: Measure, period: Period) -> bool:
        """Return whether a period lies in the plan's own time for a measure: in its reporting years, and not over before the plan begins."""
        return self.first_day_of(measure) <= period.start and self.start <= period.end <= self.last_day_of(measure)

    def takes(self, measure: Measure, period: Period, *, comparison: bool) -> bool:
        """Return whether a figure of a period is one for a measure: in its time and of its days, or from outside that time for comparison."""
        return self.window_of(measure).fits(period) and self.covers(measure, period) != comparison

    def first_day_of(self, measure: Measure) -> date:
        """Return the first day of the plan's own time for a measure: of its first year, of an orientation beyond the plan of the year after it."""
        return self.window_of(measure).year(next(self.years_of(measure))).start

    def is_beyond(self, measure: Measure) -> bool:
        """Return whether a measure is an orientation for the years after the plan, of which alone its figures are.

        One that a document begins earlier, or sets a milestone of in the plan's own time, is worked towards in the plan's years.
        """
        return measure.scope == "orientation" and all(self._begins_after(target) for target in measure.targets)

    def _begins_after(self, target: Target) -> bool:
        """Return whether a bar is one of the years after the plan alone."""
        begun = target.valid_from is not None and target.valid_from <= self.end
        return self.due(target) > self.end and not begun and all(milestone.due > self.end for milestone in target.milestones)

    def last_day_of(self, measure: Measure) -> date:
        """Return the last day of the plan's own time for a measure: a target may fall due after the plan has ended."""
        return max(self.end, *(self.due(target) for target in measure.targets))

    def years_of(self, measure: Measure) -> Iterator[int]:
        """Yield the reporting years of the plan's own time for a measure."""
        last = self.last_day_of(measure)
        yield from range((self.end.year + 1) if self.is_beyond(measure) else self.start.year, last.year + 1)

    def years(self) -> Iterator[int]:
        """Yield the reporting years of the plan."""
        yield from range(self.start.year, self.end.year + 1)
