"""Judging a plan on one reporting year: what a report on 2026 says that is written in March 2027."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import evolve

from planmonitor.assessment.doubts import Doubt
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import JudgedPlan, judge_plan, line_of
from planmonitor.assessment.results import JudgedMeasure
from planmonitor.assessment.uncounted import to_settle
from planmonitor.messages import N_, Message
from planmonitor.model.plans import Plan


def known_in(known: Known, year: int) -> Known:
    """Return what is known without the figures of later years: a year of either data window has ended by its 31 December."""
    return evolve(known, figures=tuple(figure for figure in known.figures if figure.period.end <= date(year, 12, 31)))


def judge_year(plan: Plan, known: Known, year: int, today: date) -> JudgedPlan:
    """Judge a plan, with what the place settled, on a reporting year that has begun.

    The measures stand as on the day after the year, or today while it lasts, by figures of that year alone: what has none of it has no data. Its
    reports are those on that year, as they stand today, and so are the cases in doubt.
    """
    judged = judge_plan(plan, known_in(known, year), min(today, date(year, 12, 31) + timedelta(days=1)))
    as_it_stands = judge_plan(plan, known, today)
    asked = {one.id: tuple(doubt for doubt in one.doubts if doubt.year.year == year) for one in as_it_stands.measures}
    lines = tuple(line_of(line.indicator, tuple(_of_year(one, year, asked[one.id]) for one in line.measures)) for line in judged.indicators)
    reports = (item for item in as_it_stands.deadlines if item.period is not None and item.period.year == year)
    changed = tuple(item for item in as_it_stands.corrections if item.told.period.year == year)
    return evolve(judged, indicators=lines, deadlines=tuple(reports), corrections=changed, year=year)


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
