"""Judging a plan on a period: what a report on 2026, or on the first half of it, says that is written in July or in March 2027."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import evolve, frozen

from planmonitor.assessment.doubts import Doubt
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import JudgedPlan, judge_plan, line_of
from planmonitor.assessment.results import JudgedMeasure
from planmonitor.assessment.uncounted import to_settle
from planmonitor.messages import N_, Message
from planmonitor.model.periods import WINDOWS, Period
from planmonitor.model.plans import Plan


@frozen
class Span:
    """A period that plans are judged on, whatever their data windows: "2026" lasts until 31 December for all of them."""

    year: int
    """The reporting year it belongs to."""
    first: date
    """Its first day, in the earlier of the data windows."""
    last: date
    """Its last day, in the later of them."""

    @classmethod
    def of_year(cls, year: int) -> Span:
        """Return a whole reporting year."""
        return cls(year, date(max(year - 1, 1), 12, 15), date(max(year, 1), 12, 31))  # no plan runs in the year 0, which somebody may type

    @classmethod
    def named(cls, period: str) -> Span:
        """Return the period that is written so, as of `Window.parse`, with its `BadData`."""
        return cls.over(*(window.parse(period) for window in WINDOWS.values()))

    @classmethod
    def over(cls, *periods: Period) -> Span:
        """Return the days that one period, or the same one in several data windows, takes up."""
        return cls(max(one.year for one in periods), min(one.start for one in periods), max(one.end for one in periods))

    def has_begun(self, plan: Plan, today: date) -> bool:
        """Return whether it has begun by a day in the data window of a plan."""
        return max(self.first, plan.window.year(self.year).start) <= today

    def overlaps(self, plan: Plan) -> bool:
        """Return whether a plan runs in it: in its reporting year, and on days of it."""
        return self.year in plan.years() and self.last >= plan.start


def known_in(known: Known, span: Span) -> Known:
    """Return what is known without the figures of later years, and of days after the period."""
    inside = (one for one in known.figures if one.period.year <= span.year and min(one.period.end, one.until) <= span.last)
    return evolve(known, figures=tuple(inside))


def judge_in(plan: Plan, known: Known, span: Span, today: date) -> JudgedPlan:
    """Judge a plan, with what the place settled, on a period that has begun.

    The measures stand as on the day after the period, or today while it lasts, by figures of its reporting year alone up to its end: what has none
    has no data, and what reaches its bar before the year is over reaches it so far. Its reports are those on days of the period, as they stand
    today, and so are the cases in doubt.
    """
    judged = judge_plan(plan, known_in(known, span), min(today, span.last + timedelta(days=1)))
    as_it_stands = judge_plan(plan, known, today)
    asked = {one.id: tuple(doubt for doubt in one.doubts if doubt.year.year == span.year) for one in as_it_stands.measures}

    def held(one: JudgedMeasure) -> JudgedMeasure:
        goes_on = min(span.last, today - timedelta(days=1)) < plan.window_of(one.measure).year(span.year).end
        return _so_far(_of_year(one, span.year, asked[one.id])) if goes_on else _of_year(one, span.year, asked[one.id])

    lines = tuple(line_of(line.indicator, tuple(map(held, line.measures))) for line in judged.indicators)
    reports = (item for item in as_it_stands.deadlines if item.period is not None and _is_in(item.period, span))
    changed = tuple(item for item in as_it_stands.corrections if _is_in(item.told.period, span))
    return evolve(judged, indicators=lines, deadlines=tuple(reports), corrections=changed, year=span.year)


def _is_in(period: Period, span: Span) -> bool:
    return period.year == span.year and period.end <= span.last


def _so_far(judged: JudgedMeasure) -> JudgedMeasure:
    """Return a measure as it is judged inside a year that goes on: a bar that is reached is reached so far; a task done once stays done."""
    done = judged.measure.definition.done_once
    return evolve(judged, interim=True) if judged.status == "met" and not done else judged


def _of_year(judged: JudgedMeasure, year: int, asked: tuple[Doubt, ...]) -> JudgedMeasure:
    """Return a measure as it is judged by the figures of a year, with the cases in doubt there; one judged by those of a year before has none."""
    if judged.year == year or judged.status == "not_assessed":
        return evolve(judged, doubts=asked)
    if judged.year is None and not judged.doubts and not asked:
        return judged  # why nothing of it counts is said already
    reason = to_settle(asked) if asked else Message.of(N_("No figure for {year}."), year=str(year))
    step = None if asked else Message.of(N_("Record the figure."))
    without = evolve(
        judged, status="no_data", reason=reason, next_step=step, interim=False, old=None, drift=None, stops_early=False, doubts=asked, year=None
    )
    return evolve(without, exceeded=False, value=None, comparison=None, accepted=None, lapsed=None, figures=(), missing=judged.parts)
