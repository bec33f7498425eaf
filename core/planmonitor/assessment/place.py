"""The plans of a place side by side: what the checks between them look at, and how they say what they find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations

from attrs import frozen

from planmonitor.assessment.acts import Sending
from planmonitor.assessment.checking import Finding
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.records import Figure, MemberUnit
from planmonitor.assessment.results import JudgedMeasure
from planmonitor.messages import Text
from planmonitor.model.plans import Plan
from planmonitor.model.sources import Source
from planmonitor.numbers import written, written_day


@frozen
class PlansOfPlace:
    """What the checks across plans look at: the plans a place follows, and what is recorded of it, base populations included."""

    plans: tuple[JudgedPlan, ...]
    figures: tuple[Figure, ...]
    elsewhere: tuple[Figure | MemberUnit | Sending, ...] = ()
    """What was recorded under another place."""
    all_followed: bool = True
    """Whether these are all plans that the place follows: only then it can be told that a figure counts in none."""

    def both_ways(self) -> Iterator[tuple[JudgedPlan, JudgedPlan]]:
        """Yield every two plans, each once as the first."""
        for one, other in combinations(self.plans, 2):
            yield from ((one, other), (other, one))

    def shared(self) -> Iterator[tuple[JudgedPlan, JudgedMeasure, JudgedPlan, JudgedMeasure]]:
        """Yield every two measures of two plans that count by one key."""
        for one, other in combinations(self.plans, 2):
            for first in one.measures:
                for second in other.with_definition(first.measure.definition.key):
                    if not first.measure.definition.unread and not second.measure.definition.unread:
                        yield one, first, other, second


def finding_on(vi: str, en: str, source: Source, *measures: JudgedMeasure, units: Iterable[str] = (), matter: str = "") -> Finding:
    """Return a finding about measures of one or two plans, and perhaps units by their ids; `matter` as of a `Finding`."""
    years = [item.year for item in measures if item.year is not None]
    return Finding(Text(vi, en), source, tuple(item.id for item in measures), tuple(units), year=max(years, default=None), matter=matter)


def measure_text(plan: Plan, judged: JudgedMeasure) -> Text:
    """Return what a measure of one of several plans is called within a sentence: its code, and its plan."""
    return plan.measure_called(judged.measure)


def capital(text: str) -> str:
    """Return a sentence with its first letter as a capital."""
    return f"{text[0].upper()}{text[1:]}"


def number_text(number: int | Decimal) -> Text:
    """Return a number as it is written in both languages."""
    return Text(written(number, "vi"), written(number, "en"))


def day_text(day: date) -> Text:
    """Return a day as it is written in both languages."""
    return Text(written_day(day, "vi"), written_day(day, "en"))


def days_text(start: date, end: date) -> Text:
    """Return a span of days as it is written in both languages."""
    first, last = day_text(start), day_text(end)
    return Text(f"{first.vi} - {last.vi}", f"{first.en} - {last.en}")
