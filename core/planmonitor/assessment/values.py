"""What was counted, as one exact figure: held against a bar, and rounded so that this never contradicts it (docs/domain.md, rule 11)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from operator import eq, ge, gt, le, lt

from attrs import field, frozen

from planmonitor.assessment.records import Figure
from planmonitor.messages import N_, Message, Text
from planmonitor.model.definitions import Definition
from planmonitor.model.periods import Period

_COMPARED = {"<": lt, "<=": le, "==": eq, ">=": ge, ">": gt}


def holds(comparator: str, figure: Fraction, bar: Fraction) -> bool:
    """Return whether the exact figure satisfies a comparator ("<", "<=", "==", ">=", ">") against the exact bar."""
    return bool(_COMPARED[comparator](figure, bar))


def _side(number: Fraction | int, bar: Fraction | int) -> int:
    """Return on which side of a bar a number lies: -1 below, 0 at it, 1 above."""
    return int(number > bar) - int(number < bar)


def _rounded(number: Fraction, digits: int) -> int:
    """Round half away from zero, counted in units of the last digit: 2.25 to one digit is 23."""
    whole: int = (2 * abs(number.numerator) * 10**digits + number.denominator) // (2 * number.denominator)
    return whole if number >= 0 else -whole


def shown(figure: Fraction, bars: Iterable[Fraction] = ()) -> Decimal:
    """Return the figure rounded for people, with as many digits as it takes to stay on its side of every bar.

    399/100 against 4 gives 3.99, and 299/3 against 100 gives 99.7, without superfluous zeros. The bars are what it is compared
    with on the same screen; 0 always counts, so that something never shows as nothing.
    """
    held = [(bar, _side(figure, bar)) for bar in (Fraction(0), *bars)]
    digits = 1
    while any(_side(_rounded(figure, digits), _rounded(bar, digits)) != side for bar, side in held):
        digits += 1
    whole, rest = divmod(_rounded(figure, digits), 10**digits)
    return Decimal(_rounded(figure, digits)).scaleb(-digits).normalize() if rest else Decimal(whole)


def still_needed(comparator: str, numerator: int, denominator: int, bar: Fraction, per: int) -> int:
    """Return how many more (positive) or fewer (negative) cases of the numerator would satisfy "<", "<=", ">=" or ">"; 0 where it holds.

    The bar is in the unit of the measure; a count is a share of 1, per 1.
    """
    if holds(comparator, Fraction(numerator * per, denominator), bar):
        return 0
    edge = bar * denominator / per
    return {">=": ceil(edge), ">": floor(edge) + 1, "<=": floor(edge), "<": ceil(edge) - 1}[comparator] - numerator


def room_left(comparator: str, numerator: int | Decimal, denominator: int, bar: Fraction, per: int) -> int | None:
    """Return how many more cases of the numerator a bar from above, "<" or "<=", still bears; None where it is broken.

    So many more keep the comparison and one more breaks it: below 7 there is room for 1 beside 5, and none beside 6.
    """
    if not holds(comparator, Fraction(numerator) * per / denominator, bar):
        return None
    left = bar * denominator / per - Fraction(numerator)
    return ceil(left) - 1 if comparator == "<" else floor(left)


@frozen
class Amount:
    """A figure ready to be shown."""

    number: Decimal | None
    """The figure, rounded so that it stays on its side of every bar; None where its denominator is 0, or not known."""
    measured_in: str
    """ "%", "per 100,000", "points", "yes/no" or what is counted."""
    noun: Text
    """The word behind a count."""
    numerator: int | None = None
    """Above the line, where it is derived."""
    denominator: int | None = None
    """Below the line, where it is derived."""
    signed: bool = False
    """Whether it is a change, shown with its direction."""

    def __str__(self) -> str:
        """Return it in plain English: "3.99%", "2 cases"."""
        if self.number is None:
            return f"{self.numerator} {self.noun.en}" if self.denominator is None else f"{self.numerator}/{self.denominator}"
        return f"{self.number}%" if self.measured_in == "%" else f"{self.number} {self.noun.en}"


@frozen
class Part:
    """One part of a measure's figure: that of a unit, of a member of a group, of the whole place, or a score of a total."""

    unit: str | None
    """Id under which its figures are recorded; "" for the whole place; None for a part nobody owns."""
    name: Text | None
    """None for the whole place where no unit supplies the figure."""
    group: str = ""
    """Id of the group it is a member of; "" where it is none."""
    first: date | None = None
    """First day it exists, of a member of a group; None for all others."""
    last: date | None = None
    """Last day it exists, of a member that was closed; None for all others."""
    without_maximum: bool = False
    """Whether it is a score whose maximum is open, so that its points tell nothing yet."""

    def within(self, period: Period) -> Period | None:
        """Return the days of a period on which it exists; None where there are none."""
        start, end = max(period.start, self.first or period.start), min(period.end, self.last or period.end)
        return Period(period.id, start, end) if start <= end else None

    @property
    def called(self) -> Text | Message:
        """What a sentence calls it that says what is missing."""
        if self.name is None:
            return Message.of(N_("the whole place"))
        return Message.of(N_("the maximum of {score}"), score=self.name) if self.without_maximum else self.name


@frozen
class Value:
    """What was counted in one reporting year up to a day, of one part or of all together: the judged figure of a measure."""

    definition: Definition = field(repr=False)
    """How it is counted."""
    numerator: int | None
    """Sum above the line; for yes/no how many units or places said yes."""
    denominator: int | None
    """Sum below the line; for yes/no how many answered."""
    value: int | Decimal | None
    """The sum, for counts and points."""
    period: Period
    """The days it covers."""
    until: date
    """The day it runs to: the earliest of the parts."""
    state: str
    """ "estimated", "provisional" or "final": the least settled of the parts."""
    breach: bool
    """Whether any figure of the year is not zero."""
    gaps: tuple[Period, ...] = ()
    """Days of the year before the end of `period` without figures."""
    figures: tuple[Figure, ...] = field(default=(), repr=False)
    """The recorded figures used."""
    lacking: tuple[Text, ...] = ()
    """The parts of a breakdown without a figure, where no total was recorded."""
    parts: tuple[Part, ...] = ()
    """The parts expected; the whole place alone where only a figure for the whole place was recorded."""
    missing: tuple[Part, ...] = ()
    """The parts that have no figure to the last day the others report to."""
    bars: tuple[Fraction, ...] = ()
    """What it is held against, exact."""

    @property
    def counted(self) -> int | Decimal | None:
        """What was counted, above the line where it is a share."""
        return self.value if self.numerator is None else self.numerator

    @property
    def exact(self) -> Fraction | None:
        """The derived figure, exact, in the unit of the measure; for yes/no the share that said yes.

        None where the denominator is 0 or not known, and for points of several units, which are never added up (docs/domain.md, section 4).
        """
        definition = self.definition
        if self.numerator == 0 and self.denominator is None:
            return Fraction(0)  # None of any number is none.
        if self.numerator is not None and self.denominator is not None:
            return Fraction(self.numerator * definition.per, self.denominator) if self.denominator > 0 else None
        several = definition.kind == "score" and not definition.sums and len({figure.unit for figure in self.figures}) > 1
        return None if several or self.value is None else Fraction(self.value)

    @property
    def amount(self) -> Amount:
        """The derived figure, ready to be shown beside the bars it is held against; a percentage stays on its side of 100 % too."""
        whole = (Fraction(100),) if self.definition.is_percentage else ()
        number = None if self.exact is None else shown(self.exact, (*self.bars, *whole))
        return Amount(number, self.definition.measured_in, self.definition.noun, self.numerator, self.denominator)


@frozen
class Room:
    """What a bar from above still bears until the days of the figure are over."""

    count: int
    """How many more cases keep the comparison; one more breaks it."""
    until: date
    """The last of those days."""
    said: Message
    """The sentence: "below 7 cases: 5 cases so far, room for 1 case until 14 December 2026"."""


@frozen
class Drift:
    """What was estimated before the figure that stands now."""

    value: Value
    """The estimate, beside the bars it is held against."""
    turned: bool
    """Whether it lay on the other side of the bar."""


@frozen
class Comparison:
    """The same period of the year before."""

    value: Value
    """What was counted then."""
    change: Fraction
    """The difference, exact, in the unit of the measure: percentage points for ratios."""
    amount: Amount
    """The difference, ready to be shown."""
