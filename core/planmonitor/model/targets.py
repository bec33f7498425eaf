"""What a plan wants: comparator, figure, date, and the words that decide them (docs/domain.md, rules 2, 4 and 5)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from attrs import field, frozen

from planmonitor.messages import N_
from planmonitor.model import validation as valid
from planmonitor.model.sources import Source
from planmonitor.model.validation import of_type, one_of, plain_text, tuple_of

BOUNDS = ("<", "<=", "==", ">=", ">")
COMPARATORS = (*BOUNDS, "increase", "decrease", "maintain", "done")

CHANGES = ("relative_change", "change")
"""Kinds of a bar that says by how much a base figure is to rise or fall: by percent of it, or by points of percent and by pieces."""


@frozen
class Milestone:
    """A bar that a document sets for a date before the due date."""

    due: date = field(validator=of_type(date))
    """From this day on the bar applies."""
    value: int | Decimal = field(validator=[valid.exact, of_type(int, Decimal)])
    """The bar, in the unit of the measure."""
    source: Source = field(validator=of_type(Source))
    """The sentence that sets it."""


def is_base_year(value: object) -> bool:
    """Return whether a value is a year that a target may be held against."""
    return type(value) is int and 1900 < value < 2200


@frozen
class Baseline:
    """The figure a target is held against."""

    year: int = field(validator=of_type(int))
    """Base year."""
    numerator: int | Decimal | None = field(default=None, validator=valid.exact)
    """What was counted in that year, or None where the document gives no figure."""
    denominator: int | None = field(default=None, validator=of_type(int, None))
    """Below the line; None for counts."""
    source: Source | None = field(default=None, validator=of_type(Source, None))
    """The sentence that states the figure; None while it is missing."""

    def __attrs_post_init__(self) -> None:
        if not is_base_year(self.year):
            raise valid.complain(self, "year", N_("{year} is no year of a plan"), year=str(self.year))
        if self.numerator is not None and self.numerator < 0:
            raise valid.complain(self, "numerator", N_("{value} is negative"), value=valid.shown(self.numerator))
        if self.denominator is not None and (self.denominator <= 0 or (self.numerator is not None and self.numerator > self.denominator)):
            raise valid.complain(self, "denominator", N_("{value} is 0 or below the numerator"), value=valid.shown(self.denominator))


@frozen
class Target:
    """One bar of one measure, in the words of the plan."""

    comparator: str | None = field(validator=one_of(*COMPARATORS, None))
    """One of `COMPARATORS`; None for an output, which is reported and never judged."""
    value: int | Decimal | None = field(validator=valid.exact)
    """The bar in the unit of the measure: percent, per 100,000, percent of change for `relative_change` (-20), points or
    pieces of it for `change` (-2); None where none is needed."""
    wording: str = field(validator=plain_text)
    """The words as printed that decide the comparator ("xuống dưới 4%")."""
    kind: str | None = field(default=None, validator=one_of("zero_incident", "maintain", "increase", "decrease", *CHANGES, None))
    """Its own kind where it has one: "zero_incident", "maintain", "increase", "decrease", "relative_change", "change"."""
    scope: str = field(default="target", validator=one_of("target", "orientation", "task"))
    """ "target" of the plan, "orientation" beyond it, or a figure stated among the "task"s."""
    modality: str | None = field(default=None, validator=valid.plain_text_or_none)
    """ "phấn đấu" and the like as printed, or None. Changes no number."""
    due: date | None = field(default=None, validator=of_type(date, None))
    """Last day to reach it; None for the last day of the plan's period, shown as derived."""
    upper: int | Decimal | None = field(default=None, validator=valid.exact)
    """The far end where the document gives a range ("giảm 5-10 %"); shown, not judged."""
    baseline: Baseline | None = field(default=None, validator=of_type(Baseline, None))
    """The figure of a named base year; a change whose document names neither it nor the year before is held against nothing."""
    same_period: bool = field(default=False, validator=of_type(bool))
    """Whether it is held against the same period of the year before: an unfigured "giảm", "tăng" (our reading), "giảm 5-10% hằng năm"."""
    value_from: str | None = field(default=None, validator=of_type(str, None))
    """Id of the open question whose answer is the bar (a number) or carries it (the pass mark of a commune's class); until the place answers
    there is nothing to hold the figure against."""
    worse: str | None = field(default=None, validator=one_of("lower", "higher", None))
    """For "maintain", which way is worse: "lower" or "higher"."""
    milestones: tuple[Milestone, ...] = field(default=(), validator=tuple_of(Milestone))
    """Bars on the way that a document sets."""
    valid_from: date | None = field(default=None, validator=of_type(date, None))
    """First day this bar applies; None for the first day of the plan, and of an orientation beyond it for the day after its end."""
    valid_to: date | None = field(default=None, validator=of_type(date, None))
    """Last day this bar applies, where a later document changed it."""
    assessed_years: tuple[int, ...] = field(default=(), validator=tuple_of(int))
    """Years in which it is judged; empty for every year."""

    def __attrs_post_init__(self) -> None:
        needs_value = self.comparator in BOUNDS or self.by_change
        if needs_value and self.value is None and self.value_from is None:
            missing = N_("the bar is missing: write value = ... as the document prints it, or leave the measure out ({wording})")
            raise valid.complain(self, "value", missing, wording=self.wording)
        if needs_value != (self.value is not None or self.value_from is not None):
            problem = N_("{value} does not fit comparator '{comparator}' ({wording})")
            raise valid.complain(self, "value", problem, value=valid.shown(self.value), comparator=str(self.comparator), wording=self.wording)
        if self.kind == "zero_incident" and (self.comparator, self.value) != ("==", 0):
            raise valid.complain(self, "kind", N_("a zero-incident target is '== 0' ({wording})"), wording=self.wording)
        if self.by_change and (self.comparator not in ("<", "<=", ">=", ">") or (self.baseline is not None and self.same_period)):
            problem = N_("a change needs a bound, and at most one of a base year and the same period of the year before ({wording})")
            raise valid.complain(self, "kind", problem, wording=self.wording)
        if (self.kind == "maintain") != (self.comparator == "maintain"):
            raise valid.complain(self, "kind", N_("'maintain' is both kind and comparator ({wording})"), wording=self.wording)
        if self.comparator == "maintain" and (self.baseline is None or self.worse is None):
            raise valid.complain(self, "baseline", N_("'maintain' needs a baseline, and which way is worse ({wording})"), wording=self.wording)

    @property
    def by_change(self) -> bool:
        """Whether its bar says by how much a base figure is to rise or fall, in percent of it, points or pieces."""
        return self.kind in CHANGES

    @property
    def without_base(self) -> bool:
        """Whether it is a change of which nobody has said against which year."""
        return self.by_change and self.baseline is None and not self.same_period
