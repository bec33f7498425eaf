"""Judging one measure on a date: the first rule that applies gives its status (docs/domain.md, section 4)."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from attrs import evolve

from planmonitor.assessment.counted import Counted, bars_of, held_against, last_milestone
from planmonitor.assessment.doubts import Doubt
from planmonitor.assessment.results import JudgedMeasure
from planmonitor.assessment.rollup import Evidence, Implied, in_full, roll_up, year_of_case
from planmonitor.assessment.room import exceeded_in, room_in
from planmonitor.assessment.uncounted import nothing_counted
from planmonitor.assessment.values import Amount, Comparison, Value, shown, still_needed
from planmonitor.messages import N_, Message

Verdict = tuple[str, Message]
"""A status and the reason for it."""

_OCCURRED = N_("{cases} occurred in {year}; the target is that none occurs.")
_STOPS_EARLY = N_("{amount} up to {until}; the target is {bar}. {period} is over: the final figure is wanted.")


def not_assessed(evidence: Evidence) -> Verdict | None:
    """Apply line a: the calendar year is not one in which the measure is assessed, or it is and has no figure of its own yet."""
    years, judged, today = evidence.target.assessed_years, evidence.judged_year, evidence.as_of.year
    if not years or (judged in years and (judged == today or today not in years) and judged <= today) or (judged is None and today in years):
        return None
    if today in years:
        return "no_data", Message.of(N_("No figure for {year}, a year of assessment; those of other years are for reference."), year=str(today))
    return "not_assessed", Message.of(N_("Assessed only in {years}."), years=tuple(str(year) for year in years))


def broken(counted: Counted) -> Verdict | None:
    """Apply line b: a zero target is broken."""
    if counted.evidence.target.kind != "zero_incident" or not counted.value.breach:
        return None
    cases = counted.cases(sum(figure.counted for figure in counted.value.figures if figure.counted is not None))
    said = N_("{cases} in {year}; the target is that there is none.") if counted.value.definition.counts == "people" else _OCCURRED
    return "not_met", Message.of(said, cases=cases, year=counted.year)


def implied(evidence: Evidence) -> Verdict | None:
    """Apply line b to what follows from another figure: where a child drowned there was an accident, whatever was recorded of accidents."""
    found = _newest_implied(evidence)
    if found is None:
        return None
    _year, case = found
    counted = case.figure.counted
    cases = Amount(None if counted is None else Decimal(counted), case.definition.counts, case.definition.noun)
    said = N_("{cases} in {period} ({measure}): this cannot be without a case here; the target is that none occurs.")
    return "not_met", Message.of(said, cases=cases, period=case.figure.period, measure=case.named)


def _newest_implied(evidence: Evidence) -> tuple[int, Implied] | None:
    """Return the last case that implies one of a measure in the year it is judged by or a later one, with its reporting year."""
    begun = [case for case in evidence.implied if case.figure.period.start <= evidence.as_of]
    years = [(year, case) for case in begun if (year := year_of_case(case.figure, evidence.window)) is not None]
    of_time = [found for found in years if evidence.judged_year is None or found[0] >= evidence.judged_year]
    return max(of_time, key=lambda found: found[1].figure.period.end, default=None)


def _judged_by(evidence: Evidence, status: str) -> int | None:
    """Return the reporting year of the verdict on a measure: that of its newest figure, or of a later case that breaks its zero target."""
    found = _newest_implied(evidence) if status == "not_met" else None
    return evidence.judged_year if found is None else found[0]


def outdated(counted: Counted) -> Verdict | None:
    """Apply line c: there is no figure for the due period once that is over."""
    evidence = counted.evidence
    due = evidence.window.year(evidence.due.year)
    if evidence.as_of <= min(due.end, evidence.due) or counted.year.year >= due.year:
        return None
    return "no_data", counted.said(N_("No figure for {year}, when the target fell due; the last one is for {period}."), year=due)


def incomplete(counted: Counted) -> Verdict | None:
    """Apply line d: parts, or days, are missing."""
    missing, expected = tuple(part.called for part in counted.value.missing), len(counted.value.parts)
    if missing and counted.value.definition.sums:
        return "incomplete", Message.of(N_("No total is given before all scores and their maxima are there; missing: {missing}."), missing=missing)
    if missing:
        template = N_("{received} of {expected} parts are in for {period}; missing: {missing}. In hand: {amount}.")
        return "incomplete", counted.said(template, received=expected - len(missing), expected=expected, missing=missing)
    if lacking := counted.value.lacking:
        said = N_("No total is recorded for {period}, and of its parts these are missing: {lacking}. In hand: {amount}.")
        return "incomplete", counted.said(said, lacking=lacking)
    if counted.gaps:
        early = counted.value.until < counted.value.period.end
        in_hand = N_("Figures are missing for {gaps}. In hand: {amount} up to {until}.")
        return "incomplete", counted.said(
            in_hand if early else N_("Figures are missing for {gaps}. In hand: {amount} ({period})."), gaps=counted.gaps
        )
    return None


def old(counted: Counted) -> Verdict | None:
    """Apply line d to a figure that is an old one before the target falls due: it settles nothing (docs/domain.md, rule 17)."""
    if counted.old is None:
        return None
    said = N_("{amount} for {period} is an old figure and settles nothing: {days} ended without one (the program's own limit; no document sets any).")
    return "incomplete", counted.said(said, days=counted.old)


def no_case(counted: Counted) -> Verdict | None:
    """Apply line e: the denominator is 0."""
    if not counted.value.definition.divided or counted.value.denominator != 0:
        return None
    return "no_case", counted.said(N_("There was nobody and nothing to count: the denominator of {period} is 0."))


def trend_only(counted: Counted) -> Verdict | None:
    """Apply line f: there is nothing to hold it against."""
    target = counted.evidence.target
    if counted.bar is not None and counted.value.exact is not None:
        return None
    if counted.value.exact is None:
        return "trend_only", Message.of(N_("Points of several units are never added up."))
    if counted.value.definition.kind == "output":
        reason = counted.said(N_("{amount} for {period}; reported, and held against no bar."))
    elif target.value_from is not None:
        template = N_("{amount} for {period}; the bar depends on the open question '{question}', which the place has not answered.")
        reason = counted.said(template, question=target.value_from)
    elif target.baseline is not None:
        reason = counted.said(N_("{amount} for {period}; the figure of base year {year} is missing."), year=str(target.baseline.year))
    elif target.same_period:
        reason = counted.said(N_("{amount} for {period}; the same period of the year before has no figure to compare with."))
    elif target.without_base:
        reason = counted.said(N_("{amount} for {period}; the document does not say against which year, and the place has not answered it."))
    else:
        reason = counted.said(N_("{amount} for {period}; the document sets no figure to reach."))
    return "trend_only", reason


def flow_open(counted: Counted) -> Verdict | None:
    """Apply line g: a flow bounded above whose window is still open."""
    if not counted.bounded_above or counted.evidence.as_of > counted.year.end:
        return None
    if (over := exceeded_in(counted)) is not None:
        return "in_progress", Message.of(N_("So far {exceeded}; {year} runs until {end}."), exceeded=over, year=counted.year, end=counted.year.end)
    template = N_("{amount} so far; the target is {bar} and {year} runs until {end}.")
    return "in_progress", counted.said(template, year=counted.year, end=counted.year.end)


def met(counted: Counted) -> Verdict | None:
    """Apply line h: the comparison holds."""
    if not counted.reaches(counted.bar):
        return None
    if counted.window_open:
        return "met", counted.said(N_("{amount} up to {until}; the target is {bar}, and the period is not over."))
    return "met", counted.said(_STOPS_EARLY if counted.stops_early else N_("{amount} for {period}; the target is {bar}."))


def not_met(counted: Counted) -> Verdict | None:
    """Apply line i: the due date has passed. A year of assessment is judged by itself: points once they are given, all else once it is over."""
    if counted.evidence.target.assessed_years and (counted.value.definition.kind == "score" or counted.evidence.as_of > counted.year.end):
        return "not_met", counted.said(N_("{amount} for {period}; {year} is a year of assessment, the target is {bar}."), year=counted.year)
    if counted.evidence.as_of <= counted.evidence.due:
        return None
    return "not_met", counted.said(_STOPS_EARLY if counted.stops_early else N_("{amount} for {period}; the target is {bar} and fell due on {due}."))


def milestone_due(counted: Counted) -> Verdict | None:
    """Apply line j: a milestone is due."""
    milestone, newest = counted.milestone, last_milestone(counted.evidence)
    if milestone is None or newest is None:
        return None
    if counted.reaches(milestone):
        status = "on_track"
        template = N_("{amount} for {period}; the milestone of {milestone} by {milestone_due} is reached, the target is {bar} by {due}.")
    else:
        status = "behind"
        template = N_("{amount} for {period}; the milestone of {milestone} by {milestone_due} is not reached, the target is {bar} by {due}.")
    return status, counted.said(template, milestone=counted.amount_of(milestone), milestone_due=newest.due)


def in_progress(counted: Counted) -> Verdict:
    """Apply line k: otherwise."""
    return "in_progress", counted.said(N_("{amount} for {period}; the target is {bar} by {due}."))


RULES: tuple[Callable[[Counted], Verdict | None], ...] = (outdated, incomplete, old, no_case, trend_only, flow_open, met, not_met, milestone_due)
"""The rules in their order, behind those of the year (`not_assessed`) and of cases (`broken`, `implied`) and before the last (`in_progress`)."""


def verdict(counted: Counted) -> Verdict:
    """Return the status of a measure of which something was counted, and why."""
    return next((found for rule in RULES if (found := rule(counted)) is not None), None) or in_progress(counted)


def judge_measure(evidence: Evidence, doubts: tuple[Doubt, ...] = ()) -> JudgedMeasure:
    """Return the status of one measure on a day, and why; `doubts` are the cases that lie across its year."""
    definition = evidence.measure.definition
    without_figures = JudgedMeasure(
        id=evidence.plan.measure_id(evidence.measure),
        indicator=evidence.indicator,
        measure=evidence.measure,
        target=evidence.target,
        due=evidence.due,
        status="no_data",
        reason=nothing_counted(evidence, doubts),
        parts=evidence.parts,
        missing=evidence.parts,
        doubts=doubts,
    )
    if definition.unread:
        return evolve(without_figures, reason=Message.of(N_("the definition {key} cannot be read"), key=definition.key))
    total = None if evidence.judged_year is None else roll_up(evidence, evidence.judged_year)
    if total is None:
        bar, _milestone = bars_of(evidence, None)
        status, reason = not_assessed(evidence) or implied(evidence) or ("no_data", without_figures.reason)
        # Of a case across the year the day is to be found out; that is said.
        next_step = Message.of(N_("Record the figure.")) if status == "no_data" and not doubts else None
        return evolve(without_figures, status=status, reason=reason, bar=bar, next_step=next_step, year=_judged_by(evidence, status))
    earlier = in_full(evidence, evidence.window.year_before(total.period))
    bar, milestone = bars_of(evidence, earlier)
    counted = Counted(evidence, held_against(total, bar, milestone), bar, milestone)
    status, reason = not_assessed(evidence) or broken(counted) or implied(evidence) or verdict(counted)
    # A total of which scores are missing is no figure.
    whole = not (definition.sums and total.missing)
    return evolve(
        without_figures,
        status=status,
        reason=reason,
        parts=total.parts,
        missing=total.missing,
        lacking=counted.value.lacking if status == "incomplete" else (),
        gaps=counted.wanted if status == "incomplete" else (),
        year=_judged_by(evidence, status),
        figures=total.figures,
        interim=status == "met" and counted.window_open,
        stops_early=counted.stops_early,
        exceeded=status == "met" and _exceeded(counted),
        value=counted.value if whole else None,
        bar=bar,
        comparison=_comparison(counted, earlier) if whole and earlier is not None else None,
        next_step=_next_step(status, counted),
        old=counted.old if status == "incomplete" else None,
        room=room_in(counted) if status == "in_progress" else None,
        over=exceeded_in(counted) if status == "in_progress" else None,
    )


def _exceeded(counted: Counted) -> bool:
    """Return whether a percentage lies above a bar under 100 % that asks for more."""
    bar, exact = counted.bar, counted.value.exact
    more_wanted = counted.comparator in {">", ">="} and counted.value.definition.is_percentage
    return more_wanted and bar is not None and exact is not None and bar < exact and bar < 100


def _comparison(counted: Counted, earlier: Value) -> Comparison | None:
    definition = counted.value.definition
    before = held_against(earlier, counted.bar)
    if counted.value.until < counted.value.period.end and counted.value.definition.over_time != "point_in_time":
        return None  # what was counted up to October is no year beside a whole one
    if counted.value.exact is None or before.exact is None:
        return None
    change = counted.value.exact - before.exact
    measured_in = "points of percent" if definition.is_percentage else definition.measured_in
    return Comparison(before, change, Amount(shown(change), measured_in, definition.noun, signed=True))


def _next_step(status: str, counted: Counted) -> Message | None:
    """Return what would change the status: figures to come, or how many cases are wanting."""
    if status == "no_data":
        return Message.of(N_("Record the figure."))
    if status == "incomplete":
        return Message.of(
            N_("Ask for: {waiting}."), waiting=tuple(part.called for part in counted.value.missing) or counted.value.lacking or counted.wanted
        )
    bar = counted.bar if status in {"not_met", "behind", "in_progress"} else None
    if bar is None or counted.comparator == "==" or counted.value.exact is None or counted.reaches(bar):
        return None
    target = _wanting(counted, bar, N_("{amount} more would reach it."), N_("{amount} fewer would reach it."))
    if status != "behind" or target is None or counted.milestone is None:
        return target
    more, fewer = N_("{amount} more would reach the milestone of {bar}."), N_("{amount} fewer would reach the milestone of {bar}.")
    nearer = _wanting(counted, counted.milestone, more, fewer)
    return target if nearer is None else Message.of(N_("{milestone} {target}"), milestone=nearer, target=target)


def _wanting(counted: Counted, bar: Fraction, more: str, fewer: str) -> Message | None:
    definition, value = counted.value.definition, counted.value
    if definition.kind == "score":
        lacking = None if value.exact is None or counted.comparator != ">=" else counted.amount_of(bar - value.exact)
        return None if lacking is None else Message.of(more, amount=lacking, bar=counted.amount_of(bar))
    if value.counted is None or (definition.kind == "yes_no" and value.denominator == 1):
        return None
    number, below = int(value.counted), 1 if value.denominator is None else value.denominator
    wanting = still_needed(counted.comparator, number, below, bar, definition.per)
    if number + wanting < 0 or (wanting < 0 and definition.over_time != "point_in_time"):
        return None  # There is nothing below nobody, and what has occurred in a year is not undone in it.
    return Message.of(more if wanting > 0 else fewer, amount=counted.cases(abs(wanting)), bar=counted.amount_of(bar))
