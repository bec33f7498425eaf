"""What has changed since a report told it: corrections, new figures, figures taken back, other ways of counting (docs/domain.md, rule 19)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve, frozen

from planmonitor.assessment.acts import Reported, Sending
from planmonitor.assessment.corrected import Correction, parted
from planmonitor.assessment.known import Known
from planmonitor.assessment.recipients import recipients_of
from planmonitor.assessment.results import Occurrence
from planmonitor.assessment.told import About, Standing, as_told, standing_in, standing_letters, told_so_far
from planmonitor.messages import Text
from planmonitor.model.duties import Duty
from planmonitor.model.plans import Measure, Plan

ADDED_UP = {"ratio", "rate", "count", "output", "yes_no"}
"""Kinds of which the parts of a figure are added up: they can be told together where the figure is parted in another way than it was."""
TO_SEND = {"not_due", "overdue", "undated", "not_asked", "arisen"}
"""States of a report that is still to be sent."""


def corrections(plan: Plan, known: Known, as_of: date) -> tuple[Correction, ...]:
    """Return what has changed in each report sent since it was told last: it is settled once a letter of the same duty was recorded after it."""
    found: list[Correction] = []
    measures = {plan.measure_id(measure): measure for measure in plan.measures}
    for duty in plan.duties:
        for reporter, sent in standing_letters(plan, duty, known).items():
            told = told_so_far(plan, duty, sent, known, as_of)
            compared = _Compared(plan, duty, measures, known, told, now_standing(plan, duty, reporter, told, known, as_of), sent[-1])
            found += compared.corrections()
    return tuple(found)


def now_standing(plan: Plan, duty: Duty, reporter: str, told: Iterable[About], known: Known, as_of: date) -> dict[About, Standing]:
    """Return what stands now of every period that the reports of a unit have told of."""
    found: dict[About, Standing] = {}
    for period in dict.fromkeys(about[2] for about in told):
        found |= standing_in(plan, duty, reporter, period, known, known.figures, as_of)
    return found


@frozen
class _Compared:
    """What the reports of a unit told beside what stands now."""

    plan: Plan
    duty: Duty
    measures: Mapping[str, Measure]
    known: Known
    told: Mapping[About, tuple[Reported, Sending]]
    standing: Mapping[About, Standing]
    last: Sending

    def corrections(self) -> Iterator[Correction]:
        """Yield what differs, measure by measure and period by period; what the plan no longer has is told elsewhere."""
        lines: dict[tuple[str, object, str], list[About]] = {}
        for about in (*self.told, *(about for about in self.standing if about not in self.told)):
            lines.setdefault((about[0], about[2], about[3]), []).append(about)
        for (measure, _period, _cell), abouts in lines.items():
            if measure in self.measures and any(about in self.told for about in abouts):
                yield from self._of_line(self.measures[measure], abouts)

    def _of_line(self, measure: Measure, abouts: Sequence[About]) -> Iterator[Correction]:
        then = {about: self.told[about] if about in self.told else (_nothing(self._now(about)), self._letter(abouts)) for about in abouts}
        now = {about: self._now(about) for about in abouts}
        had, has = ({about for about in abouts if rows[about].figure} for rows in ({about: row for about, (row, _) in then.items()}, now))
        if measure.definition.kind in ADDED_UP and had - has and (had - self.standing.keys() or has - self.told.keys()):
            together = _summed([then[about][0] for about in abouts]), _summed(list(now.values()))
            yield from self._compared(measure, _cell_of(measure, abouts[0][3]), *together, self._letter(abouts), abouts)
            return
        for about in abouts:
            part = self.standing[about].part.name if about in self.standing and about[1] else None
            yield from self._compared(measure, _joined(part, _cell_of(measure, about[3])), then[about][0], now[about], then[about][1], [about])

    def _letter(self, abouts: Iterable[About]) -> Sending:
        return next(self.told[about][1] for about in abouts if about in self.told)

    def _now(self, about: About) -> Reported:
        return as_told(self.last, about, self.standing.get(about))

    def _compared(
        self, measure: Measure, part: Text | None, then: Reported, now: Reported, letter: Sending, abouts: Sequence[About]
    ) -> Iterator[Correction]:
        kind = _kind(then, now)
        if kind is None or (self.duty.kind == "on_event" and parted(now.figure)[:1] > parted(then.figure)[:1]):
            return  # Cases that came after a report on cases are a report of their own.
        to = recipients_of(self.plan, self.duty, letter.unit)
        yield Correction(self.duty, letter, measure, part, kind, then, now, self._reason(then, now, abouts), to)

    def _reason(self, then: Reported, now: Reported, abouts: Sequence[About]) -> str:
        if not now.figure:
            return self.known.taken_back.get(then.revision, "")
        figures = [figure for about in abouts if about in self.standing for figure in self.standing[about].figures]
        newest = max(figures, key=lambda figure: figure.revision)
        return self.known.taken_back.get(newest.takes_back, "") if newest.takes_back else newest.note


def _cell_of(measure: Measure, cell: str) -> Text | None:
    """Return what a part of a breakdown is called, or the base of a measure; None for the figure itself."""
    if not cell:
        return None
    if cell == measure.definition.population:
        below = measure.definition.denominator
        return below if below is not None else Text("mẫu số", "the base")
    labels = {(one.key, category.key): category.label for one in measure.definition.breakdowns for category in one.categories}
    named = [labels.get((key, category), Text(category, category)) for key, _, category in (pair.partition("=") for pair in cell.split(";"))]
    return Text(", ".join(label.vi for label in named), ", ".join(label.en for label in named))


def _joined(part: Text | None, cell: Text | None) -> Text | None:
    return Text(f"{part.vi}, {cell.vi}", f"{part.en}, {cell.en}") if part is not None and cell is not None else part or cell


def _nothing(row: Reported) -> Reported:
    return evolve(row, revision=0, figure="", state="", until=None)


def _kind(then: Reported, now: Reported) -> str | None:
    """Return what became of a figure; None where it is what was told."""
    if not (then.figure and now.figure):
        return None if then.figure == now.figure else "taken_back" if then.figure else "new"
    noted = then.fingerprint != ""
    if noted and then.fingerprint != now.fingerprint:
        return "recounted"
    if then.figure != now.figure:
        later = now.state == "final" or (then.until is not None and now.until is not None and now.until > then.until)
        return "updated" if then.state != "final" and later else "corrected"
    return "rebarred" if noted and then.bar != now.bar else None


def _summed(rows: Sequence[Reported]) -> Reported:
    """Return parts of a figure as one, of the whole that a report carries."""
    there = [row for row in rows if row.figure]
    if not there:
        return evolve(rows[0], unit="")
    numbers = [parted(row.figure) for row in there]
    shortest = min(len(row) for row in numbers)  # cases alone make the whole a number of cases
    text = "/".join(f"{sum(row[place] for row in numbers):f}" for place in range(shortest))
    newest = max(there, key=lambda row: row.revision)
    days = [row.until for row in there if row.until is not None]
    states = ("estimated", "provisional", "final")
    return evolve(newest, unit="", figure=text, until=min(days, default=None), state=min((row.state for row in there), key=states.index))


def with_corrections(deadlines: Sequence[Occurrence], found: Sequence[Correction], as_of: date) -> tuple[Occurrence, ...]:
    """Return reports owed, the next one of each duty and unit with the corrections that it has to list.

    Where none is to come they stand beside the letter that told the figures: it may be sent anew.
    """
    listed: dict[int, tuple[Correction, ...]] = {}
    for duty, unit in dict.fromkeys((item.duty.id, item.letter.unit) for item in found):
        own = [(number, item) for number, item in enumerate(deadlines) if (item.duty.id, item.unit or "") == (duty, unit)]
        to_send = [(number, item) for number, item in own if item.state in TO_SEND and not _is_sent(item)]
        ahead = [(number, item) for number, item in to_send if item.last_day is None or item.last_day >= as_of]
        listed_in = (ahead or to_send or list(reversed([(number, item) for number, item in own if _is_sent(item)])))[:1]
        for number, _item in listed_in:
            listed[number] = tuple(one for one in found if (one.duty.id, one.letter.unit) == (duty, unit))
    return tuple(evolve(item, corrections=listed[number]) if number in listed else item for number, item in enumerate(deadlines))


def _is_sent(item: Occurrence) -> bool:
    return item.sending is not None and item.sending.act != "return"
