"""How a thing is counted: definitions, their breakdowns, and the reference card of a statistical indicator."""

from __future__ import annotations

from attrs import field, frozen

from planmonitor.messages import N_, Text
from planmonitor.model import validation as valid
from planmonitor.model.validation import of_type, one_of, tuple_of

COUNTED = ("people", "people_times", "households", "facilities", "organisations", "cases", "documents", "events", "places", "points", "state")
DIVIDED = ("numerator", "denominator")


@frozen
class _Kind:
    """What is recorded of a thing, per how many it is derived (1 where nothing is) and in which unit ("" for what is counted)."""

    fields: tuple[str, ...] = ("value",)
    per: int = 1
    unit: str = ""


KINDS = {
    "ratio": _Kind(DIVIDED, per=100, unit="%"),
    "rate": _Kind(DIVIDED, per=100_000, unit="per 100,000"),
    "count": _Kind(),
    "yes_no": _Kind(("yes",), unit="yes/no"),
    "score": _Kind(unit="points"),
    "output": _Kind(),
}
"""The ways of counting, and what follows from each (docs/domain.md, rule 1)."""


@frozen
class Category:
    """One part of a breakdown."""

    key: str = field(validator=valid.key)
    """Its key, `female`."""
    label: Text = field(validator=of_type(Text))
    """What it is called."""
    also: tuple[str, ...] = field(default=(), validator=valid.tuple_of_plain_text)
    """Other names that people write for it ("giao thông" for "Tai nạn giao thông")."""


@frozen
class Breakdown:
    """A way to split a figure."""

    key: str = field(validator=valid.key)
    """Its key, `sex`."""
    label: Text = field(validator=of_type(Text))
    """What it is called."""
    kind: str = field(validator=one_of("partition", "subset"))
    """ "partition" where the parts make up the total, "subset" for "trong đó" and "đặc biệt là"."""
    categories: tuple[Category, ...] = field(validator=tuple_of(Category, named_by="key", filled=True))
    """Its parts."""
    also: tuple[str, ...] = field(default=(), validator=valid.tuple_of_plain_text)
    """Other names that people write for it ("giới" for "Giới tính")."""


@frozen
class Card:
    """The reference card beside a measure, in the order of Vietnam's statistics; None is an open question."""

    concept: Text | None = field(default=None, validator=of_type(Text, None))
    """What the thing is."""
    method: Text | None = field(default=None, validator=of_type(Text, None))
    """How it is calculated."""
    period: Text | None = field(default=None, validator=of_type(Text, None))
    """How often it is published."""
    data_source: Text | None = field(default=None, validator=of_type(Text, None))
    """Where the figures come from."""
    body_in_charge: Text | None = field(default=None, validator=of_type(Text, None))
    """Who answers for it."""
    limitations: Text | None = field(default=None, validator=of_type(Text, None))
    """What it cannot tell."""
    level: str | None = field(default=None, validator=one_of("impact", "outcome", "output", None))
    """ "impact", "outcome" or "output"."""


@frozen
class Population:
    """A base figure used by many measures, recorded once and the default denominator."""

    key: str = field(validator=valid.key)
    """Its key, `population/children-5-17`."""
    label: Text = field(validator=of_type(Text))
    """What it counts."""
    noun: Text = field(validator=of_type(Text))
    """The word behind a number of them."""


@frozen
class Definition:
    """How a thing is counted; equal keys in two plans are one figure. No ratio counts people-times (docs/domain.md, rule 7)."""

    key: str = field(validator=valid.key)
    """Its key, `child-labour/rate`; shared by every plan that counts the same thing."""
    label: Text = field(validator=of_type(Text))
    """What is measured."""
    kind: str = field(validator=one_of(*KINDS))
    """ "ratio" (%), "rate" (per 100,000), "count", "yes_no", "score" (points) or "output" (never judged)."""
    counts: str = field(validator=one_of(*COUNTED))
    """What one unit of the numerator is: one of `COUNTED`."""
    over_time: str = field(validator=one_of("count", "point_in_time", "cumulative", "any_breach"))
    """ "count" (periods add), "point_in_time" (latest), "cumulative" (each figure contains the earlier ones of its year; the latest counts) or
    "any_breach" (one case breaks the year; of a task done once, one yes is the year's)."""
    noun: Text = field(validator=of_type(Text))
    """The word behind a number of them ("trẻ em", "vụ", "cơ sở")."""
    numerator: Text | None = field(default=None, validator=of_type(Text, None))
    """What is counted above the line; for ratios and rates."""
    denominator: Text | None = field(default=None, validator=of_type(Text, None))
    """What is counted below the line; for ratios and rates."""
    population: str | None = field(default=None, validator=of_type(str, None))
    """Key of the population that is the default denominator."""
    condition: Text | None = field(default=None, validator=of_type(Text, None))
    """The condition under which a case counts ("khi có thông báo"), or None."""
    maximum: int | None = field(default=None, validator=of_type(int, None))
    """Points of a full score; None for what is no score, and for a score whose maximum the document leaves open."""
    sums: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    """Keys of the scores this one is the total of; nothing is recorded for it."""
    implies: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    """Keys of what cannot be none where this is not: a child that drowned is an accident, in whatever plan."""
    requires: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    """Keys of what has to be met for this to be: a commune is not recognised while a criterion has 0 points."""
    breakdowns: tuple[Breakdown, ...] = field(default=(), validator=tuple_of(Breakdown, named_by="key"))
    """Ways the figure can be split."""
    card: Card = field(factory=Card, validator=of_type(Card))
    """The reference card."""
    unread: bool = field(default=False, validator=of_type(bool))
    """Whether it is known by its key alone, because what says how it is counted cannot be read (`unread_definition`)."""

    def __attrs_post_init__(self) -> None:
        if self.unread:
            return
        for name in DIVIDED:
            if self.divided != (getattr(self, name) is not None):
                problem = N_("is missing for kind '{kind}'") if self.divided else N_("is not meant for kind '{kind}'")
                raise valid.complain(self, name, problem, kind=self.kind)
        if self.divided and self.counts == "people_times":
            raise valid.complain(self, "counts", N_("people-times never feed a ratio of people"))
        for name in ("maximum", "sums"):
            if getattr(self, name) and self.kind != "score":
                raise valid.complain(self, name, N_("belongs to a score"))

    @property
    def fields(self) -> tuple[str, ...]:
        """What is recorded of it: the numerator and the denominator, the value, or the state."""
        return KINDS[self.kind].fields

    @property
    def done_once(self) -> bool:
        """Whether it is a task done once, such as an event held: one yes is the year's (docs/domain.md, rule 13)."""
        return self.kind == "yes_no" and self.over_time == "any_breach"

    @property
    def divided(self) -> bool:
        """Whether a figure is a numerator over a denominator."""
        return self.fields == DIVIDED

    @property
    def per(self) -> int:
        """Per how many a figure is derived: 100 for a percentage, 100,000 for a rate, 1 where nothing is divided."""
        return KINDS[self.kind].per

    @property
    def is_percentage(self) -> bool:
        """Whether the derived figure is a percentage."""
        return KINDS[self.kind].unit == "%"

    @property
    def measured_in(self) -> str:
        """The unit of the derived figure: "%", "per 100,000", "yes/no", "points" or what is counted."""
        return KINDS[self.kind].unit or self.counts


def unread_definition(key: str, label: Text) -> Definition:
    """Return what stands for a definition that cannot be read: nothing is recorded for it, and the measure that asks for it is not judged."""
    return Definition(key, label, "count", "cases", "point_in_time", label, unread=True)
