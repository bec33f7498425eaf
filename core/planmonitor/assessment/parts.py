"""The parts of a measure's figure: who supplies one, and which figures it is made of (docs/domain.md, rules 12 and 22)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import evolve, frozen

from planmonitor.assessment.figures import Figure
from planmonitor.assessment.records import MemberUnit
from planmonitor.messages import N_, Message, Text
from planmonitor.model.plans import Measure, Plan


@frozen
class Part:
    """One part of a measure's figure: that of a unit, of a member of a group, of the whole place, or a score of a total.

    Attributes:
        unit: Id under which its figures are recorded; "" for the whole place; None for a part nobody owns.
        name: None for the whole place where no unit supplies the figure.
        group: Id of the group it is a member of; "" where it is none.
        without_maximum: Whether it is a score whose maximum is open, so that its points tell nothing yet.
    """

    unit: str | None
    name: Text | None
    group: str = ""
    without_maximum: bool = False

    @property
    def called(self) -> Text | Message:
        """What a sentence calls it that says what is missing."""
        if self.name is None:
            return Message.of(N_("the whole place"))
        return Message.of(N_("the maximum of {score}"), score=self.name) if self.without_maximum else self.name


WHOLE_PLACE = Part("", None)


def printed(name: str) -> Text:
    """Return a name as it is printed in Vietnamese, the same in both languages."""
    return Text(name.strip(), name.strip())


def expected_parts(plan: Plan, measure: Measure, units: Iterable[MemberUnit], day: date) -> tuple[Part, ...]:
    """Return the parts a measure's figure is made of on a day; `units` are the registered members of groups.

    One part for every score that a total is made of. Else one for every unit that supplies a part; for a group that has members
    on the day one for each of them; a part without a unit id for what nobody owns. A measure with one supplier or none has a
    single part, the whole place.
    """
    if measure.definition.sums:
        return tuple(_score_part(_score(plan, key)) for key in measure.definition.sums)
    parts: list[Part] = []
    for owner in measure.owners:
        unit = plan.unit(owner.unit) if owner.unit is not None else None
        if unit is None:
            parts.append(Part(None, owner.part or measure.label))
            continue
        members = [member for member in units if member.belongs_to(plan.id, unit.id) and member.valid_on(day)] if unit.members else []
        if members:
            parts += [Part(member.id, printed(member.name), unit.id) for member in members]
        elif owner.part:
            parts.append(Part(unit.id, Text(f"{unit.name} ({owner.part.vi})".strip(), f"{unit.name} ({owner.part.en})".strip())))
        else:
            parts.append(Part(unit.id, printed(unit.name)))
    if not parts or (len(parts) == 1 and parts[0].unit is not None and not parts[0].group):
        return (Part("", parts[0].name) if parts else WHOLE_PLACE,)
    return tuple(parts)


def _score(plan: Plan, key: str) -> Measure:
    """Return the measure of a plan that counts a score a total is made of."""
    return next(measure for measure in plan.measures if measure.definition.key == key)


def _score_part(score: Measure) -> Part:
    name = Text(f"{score.code}. {score.label.vi}", f"{score.code}. {score.label.en}")
    return Part(score.definition.key, name, without_maximum=score.definition.maximum is None and not score.definition.unread)


def figures_of(plan: Plan, measure: Measure, totals: Mapping[str, Sequence[Figure]]) -> Sequence[Figure]:
    """Return the figures a measure is judged from; those of a sum are the points of its scores, each as one part."""
    if not measure.definition.sums:
        return totals.get(measure.definition.key, ())
    return [
        evolve(figure, unit=key)
        for key in measure.definition.sums
        if _score(plan, key).definition.maximum is not None
        for figure in totals.get(key, ())
        if figure.unit == ""
    ]
