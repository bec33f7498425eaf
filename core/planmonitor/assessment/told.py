"""What a report tells of each figure that its duty carries, and what reports have told so far (docs/domain.md, rule 19)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import evolve, frozen

from planmonitor.assessment.acts import Reported, Sending
from planmonitor.assessment.breakdowns import with_totals
from planmonitor.assessment.deadlines import Owed, figures_owed
from planmonitor.assessment.known import Known
from planmonitor.assessment.letters import letters
from planmonitor.assessment.records import TOTAL, WITHDRAWN, Figure
from planmonitor.assessment.rollup import WHOLE_PLACE, Evidence, expected_parts, figures_of, parts_counted, roll_up
from planmonitor.assessment.values import Part, Value
from planmonitor.model.definitions import Definition
from planmonitor.model.duties import Duty
from planmonitor.model.periods import Period
from planmonitor.model.plans import Measure, Plan
from planmonitor.model.targets import Target
from planmonitor.names import fold

About = tuple[str, str, Period, str]
"""What a report tells something of: the full id of a measure, the unit whose part it is, the period, and the part of a breakdown or the base."""


@frozen
class Standing:
    """One figure as it stands in a report: of the whole place, or the part of a unit."""

    measure: Measure
    """The measure."""
    part: Part
    """Whose part it is."""
    value: Value | None
    """What was counted; None where there is no figure."""
    base: Figure | None = None
    """The figure of the population that the measure is divided by; None where it stands for what was counted."""
    in_whole: bool = True
    """Whether it is the figure itself, which is held against the bar, and no part of a breakdown."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """What was recorded of it."""
        return (self.base,) if self.base is not None else self.value.figures if self.value is not None else ()


def standing_in(plan: Plan, duty: Duty, reporter: str, period: Period, known: Known, figures: Iterable[Figure], as_of: date) -> dict[About, Standing]:
    """Return every figure that the report of a unit on a period carries, as it stands among some figures."""
    owed = _owed_by(plan, duty, reporter, period, known, as_of)
    return standing_of(plan, owed, period, known, figures, as_of, bases=duty.kind != "on_event")


def standing_of(
    plan: Plan, owed: Iterable[Owed], period: Period, known: Known, figures: Iterable[Figure], as_of: date, *, bases: bool = True
) -> dict[About, Standing]:
    """Return how each of some parts of figures stands on a period among some figures: parts of breakdowns too, and the populations divided by.

    Args:
        plan: The plan.
        owed: The measures, each with one part of its figure.
        period: The period.
        known: What is known, for the members of groups.
        figures: The figures among which they stand.
        as_of: The day.
        bases: Whether the populations are told too.
    """
    recorded = _recorded_in(figures, period)
    parts_of: dict[str, list[Part]] = {}
    measures: dict[str, Measure] = {}
    for measure, part in owed:
        measures[measure.code] = measure
        parts_of.setdefault(measure.code, []).append(part)
    found: dict[About, Standing] = {}
    for code, own in parts_of.items():
        measure = measures[code]
        evidence = _evidence(plan, measure, recorded, period, known, as_of)
        all_parts = evidence.parts
        parts, counted = parts_counted(evidence, period.year)
        groups = {part.group for part in own if part.group} | ({""} if {*all_parts} <= {*own} else set())
        for part in dict.fromkeys((*own, *(part for part in parts if part not in all_parts and (part.unit or "") in groups))):
            found[plan.measure_id(measure), part.unit or "", period, ""] = Standing(measure, part, counted.get(part))
            for cell, of_cell in _cells(evidence, recorded.get(measure.definition.key, ()), period.year).items():
                if part in of_cell:
                    found[plan.measure_id(measure), part.unit or "", period, cell] = Standing(measure, part, of_cell[part], in_whole=False)
    return found | (_bases(plan, measures.values(), recorded, period) if bases else {})


def counted_in(plan: Plan, measure: Measure, period: Period, known: Known, figures: Iterable[Figure], as_of: date) -> Value | None:
    """Return what all parts of a measure counted on the days of a period together; None where nothing was."""
    recorded = _recorded_in(figures, period)
    scores = {key: recorded.get(key, []) for key in measure.definition.sums}
    evidence = _evidence(plan, measure, recorded, period, known, as_of)
    return roll_up(evolve(evidence, figures=figures_of(plan, measure, scores)) if scores else evidence, period.year)


def _recorded_in(figures: Iterable[Figure], period: Period) -> dict[str, list[Figure]]:
    recorded: dict[str, list[Figure]] = {}
    for figure in figures:
        if not figure.comparison and _inside(figure, period):
            recorded.setdefault(figure.definition, []).append(figure)
    return recorded


def _evidence(plan: Plan, measure: Measure, recorded: Mapping[str, list[Figure]], period: Period, known: Known, as_of: date) -> Evidence:
    day = min(as_of, period.end)
    parts = expected_parts(plan, measure, known.units, day, min(period.start, day))
    totals = with_totals(recorded.get(measure.definition.key, ()), measure.definition)
    return Evidence(plan, measure, "", measure.target_on(period.end), as_of, period.year, parts, tuple(totals))


def _cells(evidence: Evidence, figures: Iterable[Figure], year: int) -> dict[str, dict[Part, Value]]:
    """Return what the recorded parts of breakdowns counted in a year, each combined as the figure itself is."""
    by_cell: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.breakdown:
            cell = ";".join(f"{key}={category}" for key, category in figure.breakdown)
            by_cell.setdefault(cell, []).append(evolve(figure, breakdown=TOTAL))
    return {cell: parts_counted(evolve(evidence, figures=tuple(of_cell)), year)[1] for cell, of_cell in by_cell.items()}


def _bases(plan: Plan, measures: Iterable[Measure], recorded: Mapping[str, Iterable[Figure]], period: Period) -> dict[About, Standing]:
    """Return the figures of the populations that measures are divided by, each once: of those of a period the latest."""
    by_key: dict[str, Measure] = {}
    for measure in measures:
        if measure.definition.population:
            by_key.setdefault(measure.definition.population, measure)
    found: dict[About, Standing] = {}
    for key, measure in by_key.items():
        of_place = [figure for figure in recorded.get(key, ()) if not figure.unit and not figure.breakdown]
        if of_place:
            latest = max(of_place, key=lambda figure: (figure.until, figure.period.end))
            found[plan.measure_id(measure), "", period, key] = Standing(measure, WHOLE_PLACE, None, latest, in_whole=False)
    return found


def _inside(figure: Figure, period: Period) -> bool:
    """Return whether a figure tells of days inside a period alone: a case counted up to a day of it does, under whatever window."""
    return period.contains(figure.period) or (period.start <= figure.period.start and figure.until <= period.end)


def _owed_by(plan: Plan, duty: Duty, reporter: str, period: Period, known: Known, as_of: date) -> Iterator[Owed]:
    """Yield the figures that the report of a unit carries; of a report on cases all parts of the measures that the duty names."""
    if duty.kind == "on_event":
        day = min(as_of, period.end)
        for measure in (one for one in plan.measures if one.code in duty.measures):
            yield from ((measure, part) for part in expected_parts(plan, measure, known.units, day, min(period.start, day)))
        return
    reporters = [unit for name in duty.reporters if (unit := plan.unit(name)) is not None]
    for unit, owed in figures_owed(plan, duty, reporters, known.units, period, as_of):
        if (unit.id if unit else "") == reporter:
            yield from owed
        else:  # a member of the group that reports tells its own part
            yield from ((measure, part) for measure, part in owed if part.group and part.unit == reporter)


def as_told(sending: Sending, about: About, standing: Standing | None) -> Reported:
    """Return what a letter tells of a figure as it stands; where the measure or the part is gone, that there is none."""
    measure, unit, period, breakdown = about
    row = Reported(
        plan=sending.plan,
        duty=sending.duty,
        place=sending.place,
        reporter=sending.unit,
        letter=sending.letter,
        dated=sending.dated,
        measure=measure,
        definition=measure,
        fingerprint="",
        bar="",
        unit=unit,
        period=period,
        breakdown=breakdown,
        entered_by=sending.entered_by,
    )
    if standing is None:
        return row
    definition, value, base = standing.measure.definition, standing.value, standing.base
    if base is not None:
        row = evolve(row, definition=base.definition, revision=base.revision, figure=str(base.counted))
        return evolve(row, state=base.state, until=base.until)
    target = standing.measure.target_on(period.end)
    row = evolve(row, definition=definition.key, fingerprint=fingerprint(definition), bar=bar_of(target) if standing.in_whole else "")
    if value is None:
        return row
    return evolve(row, revision=newest_in(value), figure=exact_text(value), state=value.state, until=value.until)


def newest_in(value: Value) -> int:
    """Return the number of the newest revision that a figure is made of."""
    return max(figure.revision for figure in value.figures)


def exact_text(value: Value) -> str:
    """Return a figure as exact text: "45/46", "5"; cases without the number they are a share of alone."""
    if value.numerator is not None:
        return str(value.numerator) if value.denominator is None else f"{value.numerator}/{value.denominator}"
    return "" if value.value is None else f"{value.value:f}" if not isinstance(value.value, int) else str(value.value)


def fingerprint(definition: Definition) -> str:
    """Return by what one sees that a thing is counted as it was: kind, what is counted, over time, and what stands above and below the line."""
    texts = [fold(text.vi) if text is not None else "" for text in (definition.numerator, definition.denominator, definition.condition)]
    ways = (definition.kind, definition.counts, definition.over_time, definition.population, definition.maximum, definition.sums, *texts)
    return hashlib.sha256(repr(ways).encode("utf-8")).hexdigest()[:16]


def bar_of(target: Target) -> str:
    """Return a bar as text, "< 7", by which one sees that it is the same; "" where nothing is held against one."""
    if target.comparator is None:
        return ""
    value = "" if target.value is None else f"{target.value:f}" if not isinstance(target.value, int) else str(target.value)
    return f"{target.comparator} {value}".strip()


def standing_letters(plan: Plan, duty: Duty, known: Known) -> dict[str, list[Sending]]:
    """Return the letters of a duty that stand, by the unit that sent them, in the order they were recorded first."""
    stand = {letter.as_letter: letter for these in letters(plan.id, duty.id, known.sendings).values() for letter in these.standing}
    found: dict[str, list[Sending]] = {}
    for act in known.sendings:
        if (letter := stand.pop(act.as_letter, None)) is not None:
            found.setdefault(letter.unit, []).append(letter)
    return found


def told_so_far(plan: Plan, duty: Duty, sent: Iterable[Sending], known: Known, as_of: date) -> dict[About, tuple[Reported, Sending]]:
    """Return what was told last of each figure in the letters of one unit, oldest first, each with its letter.

    Of a letter recorded before it was noted what it told, the journal tells it: the figures up to its revision, of its own period and of those of
    the letters before, for whoever wrote it could see them.
    """
    noted: dict[object, list[Reported]] = {}
    for row in known.reported:
        noted.setdefault(row.in_letter, []).append(row)
    found: dict[About, tuple[Reported, Sending]] = {}
    periods: list[Period] = []
    for letter in sent:
        if letter.period not in periods:
            periods.append(letter.period)
        rows = noted.get(letter.as_letter) or _from_journal(plan, duty, letter, periods, known, as_of)
        found |= {(row.measure, row.unit, row.period, row.breakdown): (row, letter) for row in rows}
    return found


def _from_journal(plan: Plan, duty: Duty, letter: Sending, periods: Iterable[Period], known: Known, as_of: date) -> list[Reported]:
    held = {figure.key: figure for figure in known.journal if figure.revision <= letter.revision}
    figures = [figure for figure in held.values() if figure.state != WITHDRAWN]
    told: Mapping[About, Standing] = {}
    for period in periods:
        told = {**told, **standing_in(plan, duty, letter.unit, period, known, figures, as_of)}
    # How things were counted then, and against which bar, nobody noted.
    return [evolve(as_told(letter, about, standing), fingerprint="", bar="") for about, standing in told.items()]
