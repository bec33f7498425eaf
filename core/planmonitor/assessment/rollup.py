"""What was counted for one measure: over the periods of a year, then over its parts, as one figure (docs/domain.md, rules 11 to 13 and 22)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from attrs import evolve, frozen

from planmonitor.assessment.over_time import gaps_in, longest_first, over_parts, over_year, periods_add
from planmonitor.assessment.records import Figure, MemberUnit
from planmonitor.assessment.values import Part, Value
from planmonitor.assessment.wholes import Division, OfUnit, divide, told_beyond
from planmonitor.messages import Text
from planmonitor.model.definitions import Definition
from planmonitor.model.periods import Period, Window
from planmonitor.model.plans import Measure, Plan
from planmonitor.model.targets import Target

WHOLE_PLACE = Part("", None)


def _printed(name: str) -> Text:
    """Return a name as it is printed in Vietnamese, the same in both languages."""
    return Text(name.strip(), name.strip())


def expected_parts(plan: Plan, measure: Measure, units: Iterable[MemberUnit], day: date, first: date | None = None) -> tuple[Part, ...]:
    """Return the parts a measure's figure is made of on a day; `units` are the registered members of groups.

    One part for every score that a total is made of. Else one for every unit that supplies a part; for a group that has members
    on the day one for each of them; a part without a unit id for what nobody owns. A measure with one supplier or none has a
    single part, the whole place. Of what occurs over time, counted from the day `first` on, a member that was closed since has a part too: what
    occurred in its time is not lost. Of a state only those that exist on the day have one.
    """
    since = first if first is not None and occurs(measure) else day
    if measure.definition.sums:
        return tuple(map(_score_part, _scores(plan, measure)))
    parts: list[Part] = []
    for owner in measure.owners:
        unit = plan.unit(owner.unit) if owner.unit is not None else None
        members = (
            [member for member in units if member.belongs_to(plan.id, unit.id) and member.valid_between(since, day)] if unit and unit.members else []
        )
        if unit is None:
            parts.append(Part(None, owner.part or measure.label))
        elif members:
            there = {part.unit for part in parts}  # whoever belongs to two groups that supply it has one part
            own = [member for member in members if member.id not in there]
            parts += [Part(member.id, _printed(member.name), unit.id, member.valid_from, member.valid_to) for member in own]
        elif owner.part:
            parts.append(Part(unit.id, Text(f"{unit.name} ({owner.part.vi})".strip(), f"{unit.name} ({owner.part.en})".strip())))
        else:
            parts.append(Part(unit.id, _printed(unit.name)))
    if not parts or (len(parts) == 1 and parts[0].unit is not None and not parts[0].group):
        return (Part("", parts[0].name) if parts else WHOLE_PLACE,)
    return tuple(parts)


def occurs(measure: Measure) -> bool:
    """Return whether what a measure counts occurs over time, and is no state of a day, no task and no points."""
    definition = measure.definition
    rules = {measure.over_time(target) for target in measure.targets}
    return not definition.done_once and definition.kind not in {"yes_no", "score"} and rules != {"point_in_time"}


def _scores(plan: Plan, total: Measure) -> list[Measure]:
    """Return the measures that count the scores a total is made of."""
    by_key = {measure.definition.key: measure for measure in reversed(plan.measures)}
    return [by_key[key] for key in total.definition.sums]


def _score_part(score: Measure) -> Part:
    name = Text(f"{score.code}. {score.label.vi}", f"{score.code}. {score.label.en}")
    return Part(score.definition.key, name, without_maximum=score.definition.maximum is None and not score.definition.unread)


def figures_of(plan: Plan, measure: Measure, totals: Mapping[str, Sequence[Figure]]) -> tuple[Figure, ...]:
    """Return the figures a measure is judged from; those of a sum are the points of its scores, each as one part."""
    if not measure.definition.sums:
        return tuple(totals.get(measure.definition.key, ()))
    scores = [score.definition.key for score in _scores(plan, measure) if score.definition.maximum is not None]
    return tuple(evolve(figure, unit=key) for key in scores for figure in totals.get(key, ()) if figure.unit == "")


@frozen
class Implied:
    """A case of what cannot occur without one of what a measure counts: a drowned child is an accident too."""

    figure: Figure
    """The figure that tells of it."""
    definition: Definition
    """How that is counted."""
    named: str | Text
    """The code of the plan's own measure that counts it; where another plan counts it, what is counted."""


def implying(key: str, definitions: Iterable[Definition]) -> tuple[Definition, ...]:
    """Return those of some definitions of which a case implies one of what is counted under a key."""
    return tuple(definition for definition in definitions if key in definition.implies)


def implied_by(plan: Plan, measure: Measure, definitions: Iterable[Definition], totals: Mapping[str, Sequence[Figure]]) -> tuple[Implied, ...]:
    """Return the cases that imply one of what a measure counts, among figures of some definitions, whatever plan counts them."""
    codes = {other.definition.key: other.code for other in reversed(plan.measures)}
    return tuple(
        Implied(figure, definition, codes.get(definition.key, definition.label))
        for definition in implying(measure.definition.key, definitions)
        for figure in totals.get(definition.key, ())
        if figure.counted not in {None, 0} and not figure.comparison
    )


def judged_year(figures: Iterable[Figure], plan: Plan, measure: Measure, day: date) -> int | None:
    """Return the last reporting year that has begun by a day and has figures of the plan's own time."""
    window, target = plan.window_of(measure), measure.target_on(day)
    rule = measure.over_time(target)
    begun = [figure for figure in figures if not figure.comparison and figure.period.start <= day and plan.covers(measure, figure.period)]
    if target.assessed_years:  # which are years of the calendar: until New Year the points of the new one are none of the old one's
        begun = [figure for figure in begun if figure.period.year <= day.year]
    years = ((figure, year) for figure in begun for year in {figure.period.year, year_of_case(figure, window)} if year is not None)
    return max((year for figure, year in years if _fits(figure, measure.definition, window.year(year), window, rule)), default=None)


def counts_as(figure: Figure, definition: Definition, rule: str) -> bool:
    """Return whether a figure holds what is counted by a definition: of what must not occur the cases alone do, whatever they are a share of."""
    wanted = definition.fields if rule != "any_breach" else [name for name in definition.fields if name != "denominator"]
    return all(getattr(figure, name) is not None for name in wanted)


def _fits(figure: Figure, definition: Definition, year: Period, window: Window, rule: str) -> bool:
    """Return whether a figure counts in a reporting year: its period lies in it and ends where months of the data window do.

    A case of what must not occur counts on whatever days inside the year it was counted, under another plan's window too (rule 13).
    """
    if not counts_as(figure, definition, rule):
        return False  # It was recorded when this was counted in another way.
    if rule == "any_breach" and figure.counted not in {None, 0} and year_of_case(figure, window) == year.year:
        return True
    return window.fits(figure.period) and year.contains(figure.period)


def year_of_case(figure: Figure, window: Window) -> int | None:
    """Return the reporting year of a window inside which all days of a case lie that was recorded, whatever its own window was; None if in none."""
    for number in (figure.until.year, figure.until.year + 1):
        year = window.year(number)
        if year.start <= figure.period.start and figure.until <= year.end:
            return number
    return None


@frozen
class Evidence:
    """All that one measure is judged from on a day."""

    plan: Plan
    measure: Measure
    indicator: str
    """Code of its indicator."""
    target: Target
    """The bar in force."""
    as_of: date
    judged_year: int | None
    """The reporting year it is judged by; None without figures."""
    parts: tuple[Part, ...]
    """The parts expected."""
    figures: tuple[Figure, ...]
    """Recorded totals of its definition at the place, comparison figures included."""
    implied: tuple[Implied, ...] = ()
    """Cases that imply one of this (`implied_by`)."""

    @property
    def over_time(self) -> str:
        """How its figures of one year combine under this bar."""
        return self.measure.over_time(self.target)

    @property
    def window(self) -> Window:
        """Its data window."""
        return self.plan.window_of(self.measure)

    @property
    def due(self) -> date:
        """Last day to reach the bar."""
        return self.plan.due(self.target)


def roll_up(evidence: Evidence, year: int, *, to: date | None = None, comparison: bool = False) -> Value | None:
    """Combine the figures of a reporting year over time, then over the parts; None where no part has any.

    Figures that run past `to` are left out; comparison figures count where `comparison` says so.
    """
    parts, by_part = parts_counted(evidence, year, to=to, comparison=comparison)
    if not by_part:
        return None
    latest = max(value.period.end for value in by_part.values())
    missing = tuple(part for part in parts if part not in by_part or by_part[part].period.end < min(latest, part.last or latest))
    in_time = [_in_its_time(value, part, latest, evidence.window) for part, value in by_part.items()]
    return evolve(over_parts(in_time), parts=parts, missing=missing)


def _in_its_time(value: Value, part: Part, latest: date, window: Window) -> Value:
    """Return what a part counted, without days on which it does not exist: none before its first is wanting, and one closed has told of all."""
    gaps = tuple(window.named(within.start, within.end) for gap in value.gaps if (within := part.within(gap)) is not None)
    until = max(value.until, latest) if part.last is not None and part.last <= value.until else value.until
    return evolve(value, gaps=gaps, until=until)


def parts_counted(evidence: Evidence, year: int, *, to: date | None = None, comparison: bool = False) -> tuple[tuple[Part, ...], dict[Part, Value]]:
    """Return the parts of a measure in a reporting year, and what each counted that has a figure; as `roll_up` combines them."""
    of_unit = _of_unit(evidence, year, to=to, comparison=comparison)
    parts, by_unit = _by_part(evidence, of_unit, evidence.window.year(year))
    return parts, {part: by_unit[part.unit] for part in parts if part.unit in by_unit}


def _of_unit(evidence: Evidence, year: int, *, to: date | None = None, comparison: bool = False) -> OfUnit:
    """Return the figures that count in a reporting year, by unit; see `roll_up`."""
    window, definition = evidence.window, evidence.measure.definition
    whole = window.year(year)
    of_unit: OfUnit = {}
    for figure in evidence.figures:
        in_time = figure.period.start <= evidence.as_of and (to is None or figure.period.end <= to)
        if in_time and _fits(figure, definition, whole, window, evidence.over_time) and (comparison or not figure.comparison):
            of_unit.setdefault(figure.unit, []).append(figure)
    _give_to_the_whole(evidence, of_unit)
    return of_unit


def cases_in(evidence: Evidence, year: int) -> int | Decimal:
    """Return how many cases a reporting year has, as they are judged; of the same days no fewer than a whole tells of that its parts stand for.

    Of what must not occur they are as they are judged: a case of it is never dropped for a figure that tells of none (`divide`).
    """
    value = roll_up(evidence, year)
    if value is None or value.counted is None:
        return 0
    if evidence.over_time not in {"count", "cumulative"}:
        return value.counted
    of_unit, more = _of_unit(evidence, year), dict[str, int | Decimal]()
    for whole in _wholes(evidence):
        inside = {whole, *(part.unit for part in evidence.parts if part.group == whole)}
        counted = [figure for figure in value.figures if whole == "" or figure.unit in inside]
        more[whole] = told_beyond(of_unit.get(whole, ()), counted)
    return value.counted + max(more.pop("", 0), sum(more.values()))


def whole_figures(evidence: Evidence, year: int) -> tuple[Figure, ...]:
    """Return the figures of groups and of the whole place that count in a reporting year in place of their parts, or as cases beside them."""
    of_unit = _of_unit(evidence, year)
    own = [figure for whole in _wholes(evidence) for figure in of_unit.get(whole, ())]
    _by_part(evidence, of_unit, evidence.window.year(year))
    return tuple(figure for figure in own if figure in of_unit.get(figure.unit, ()))


def _give_to_the_whole(evidence: Evidence, of_unit: dict[str, list[Figure]]) -> None:
    """Take what the only supplier sent under its own name for the figure of the whole place, which no other part stands beside."""
    owners = {share.unit for share in evidence.measure.owners}
    owner = owners.pop() if len(owners) == 1 and [part.unit for part in evidence.parts] == [""] else None
    if owner is not None and owner in of_unit and "" not in of_unit:
        of_unit[""] = of_unit.pop(owner)


def _by_part(evidence: Evidence, of_unit: OfUnit, year: Period) -> tuple[tuple[Part, ...], dict[str, Value]]:
    """Return the parts that make up the figure of a year, and what each counted: a whole in place of its parts for the days that it tells of."""
    definition, rule, window = evidence.measure.definition, evidence.over_time, evidence.window
    parts, mixed = evidence.parts, dict[str, Division]()
    for whole in _wholes(evidence):
        inside = [part for part in parts if whole in {"", part.group}] if whole in of_unit else []
        units = [part.unit for part in inside if part.unit]
        if not units:
            continue
        division = divide(of_unit, whole, units, adds=periods_add(definition, rule), any_breach=rule == "any_breach")
        for unit in (whole, *units):
            of_unit[unit] = [*(division.whole if unit == whole else division.parts.get(unit, ())), *division.cases.get(unit, ())]
        if division.whole:
            beside = inside if division.parts else ()
            before = parts.index(inside[0])
            parts = (*parts[:before], *beside, _as_a_whole(evidence.plan, whole), *(part for part in parts[before:] if part not in inside))
        if division.whole and division.parts:
            mixed[whole] = division
    by_unit = {unit: over_year(figures, definition, rule, year, window) for unit, figures in sorted(of_unit.items()) if figures}
    for whole, division in mixed.items():
        _complete_each_other(by_unit, whole, division, year, window)
    return _reporting(parts, by_unit, evidence.parts), by_unit


def _wholes(evidence: Evidence) -> tuple[str, ...]:
    """Return the groups of which members are expected, and the whole place where units are: whose own figure may stand for them."""
    groups = dict.fromkeys(part.group for part in evidence.parts if part.group)
    undivided = evidence.measure.definition.sums or any(part.unit == "" for part in evidence.parts)
    return (*groups, *(() if undivided else ("",)))


def _complete_each_other(by_unit: dict[str, Value], whole: str, division: Division, year: Period, window: Window) -> None:
    """Let the whole and its parts, of which each tells of other days, stand for the time that they cover together."""
    of_parts = [figure for figures in division.parts.values() for figure in figures]
    everything = [*division.whole, *of_parts]
    last = max(everything, key=lambda figure: figure.period.end)
    for unit, beside in ((whole, of_parts), *((unit, division.whole) for unit in division.parts)):
        value = by_unit[unit]
        known = longest_first([*value.figures, *beside])
        period = window.named(known[0].period.start, known[-1].period.end)
        # Deaths of two halves add up; the population they are divided by does not.
        later = value.definition.kind == "rate" and last not in value.figures and (unit == whole) == (last in of_parts)
        until = max((value.until, *(figure.until for figure in beside)))
        below = 0 if later and value.denominator is not None else value.denominator
        by_unit[unit] = evolve(value, denominator=below, period=period, until=until, gaps=gaps_in(known, year, window))


def _as_a_whole(plan: Plan, group: str) -> Part:
    if not group:
        return WHOLE_PLACE
    unit = plan.unit(group)
    name = unit.name if unit is not None else group
    return Part(group, Text(f"{name} (số chung của nhóm)", f"{name} (the group as a whole)"))


def _reporting(expected: tuple[Part, ...], by_unit: Mapping[str, Value], known: Iterable[Part]) -> tuple[Part, ...]:
    """Return the parts that make up the figure: those expected, else the whole place.

    A case that must not occur counts whoever reported it: a unit since closed, or the place before its units did.
    """
    parts = expected if any(part.unit in by_unit for part in expected) else (WHOLE_PLACE,)
    broken = [unit for unit, value in by_unit.items() if value.breach]
    if any(part.unit in broken for part in parts):
        return parts
    named = {part.unit: part for part in known}
    return (*parts, *(named.get(unit, Part(unit, _printed(unit))) if unit else WHOLE_PLACE for unit in broken))


def in_full(evidence: Evidence, period: Period) -> Value | None:
    """Return what was counted in just one period, comparison figures included; None unless every part and every day is known."""
    found = roll_up(evidence, period.year, to=period.end, comparison=True)
    return None if found is None or found.missing or found.gaps or found.period != period else found
