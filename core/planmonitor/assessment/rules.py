"""The rules that give a counted measure its status: the first that applies decides (docs/domain.md, section 4)."""

from __future__ import annotations

from collections.abc import Callable

from planmonitor.assessment.counted import Counted
from planmonitor.assessment.rollup import Evidence
from planmonitor.messages import N_, Message

Verdict = tuple[str, Message]
"""A status and the reason for it."""


def verdict(counted: Counted) -> Verdict:
    """Return the status of a measure of which something was counted, and why."""
    return next((found for rule in RULES if (found := rule(counted)) is not None), None) or in_progress(counted)


def not_assessed(evidence: Evidence) -> Verdict | None:
    """Apply line a: the year is not one in which the measure is assessed."""
    years = evidence.target.assessed_years
    if not years or evidence.judged_year in years or evidence.running_year in years:
        return None
    return "not_assessed", Message.of(N_("Assessed only in {years}."), years=tuple(str(year) for year in years))


def broken(counted: Counted) -> Verdict | None:
    """Apply line b: a zero target is broken."""
    if counted.evidence.target.kind != "zero_incident" or not counted.rollup.combined.breach:
        return None
    cases = counted.cases(counted.rollup.combined.counted or 0)
    return "not_met", Message.of(N_("{cases} occurred in {year}; the target is that none occurs."), cases=cases, year=counted.rollup.year)


def outdated(counted: Counted) -> Verdict | None:
    """Apply line c: there is no figure for the due period once that is over."""
    evidence = counted.evidence
    due = evidence.window.year(evidence.due.year)
    if evidence.as_of <= min(due.end, evidence.due) or counted.rollup.year.year >= due.year:
        return None
    return "no_data", counted.said(N_("No figure for {year}, when the target fell due; the last one is for {period}."), year=due)


def incomplete(counted: Counted) -> Verdict | None:
    """Apply line d: parts, or days, are missing."""
    missing, expected = tuple(part.called for part in counted.rollup.missing), len(counted.rollup.parts)
    if missing and counted.evidence.definition.sums:
        return "incomplete", Message.of(N_("No total is given before all scores and their maxima are there; missing: {missing}."), missing=missing)
    if missing:
        return "incomplete", counted.said(
            N_("{received} of {expected} parts are in for {period}; missing: {missing}. In hand: {amount}."),
            received=expected - len(missing),
            expected=expected,
            missing=missing,
        )
    if counted.gaps:
        return "incomplete", counted.said(N_("Figures are missing for {gaps}. In hand: {amount} ({period})."), gaps=counted.gaps)
    return None


def no_case(counted: Counted) -> Verdict | None:
    """Apply line e: the denominator is 0."""
    if not counted.evidence.definition.divided or counted.rollup.combined.denominator:
        return None
    return "no_case", counted.said(N_("There was nobody and nothing to count: the denominator of {period} is 0."))


def trend_only(counted: Counted) -> Verdict | None:
    """Apply line f: there is nothing to hold it against."""
    target = counted.evidence.target
    if counted.bar is not None and counted.value.exact is not None:
        return None
    if counted.value.exact is None:
        return "trend_only", Message.of(N_("Points of several units are never added up."))
    if counted.evidence.definition.kind == "output":
        reason = counted.said(N_("{amount} for {period}; reported, and held against no bar."))
    elif target.value_from is not None:
        template = N_("{amount} for {period}; the bar depends on the open question '{question}', which the place has not answered.")
        reason = counted.said(template, question=target.value_from)
    elif target.baseline is not None:
        reason = counted.said(N_("{amount} for {period}; the figure of base year {year} is missing."), year=str(target.baseline.year))
    elif target.same_period:
        reason = counted.said(N_("{amount} for {period}; the same period of the year before has no figure to compare with."))
    else:
        reason = counted.said(N_("{amount} for {period}; the document sets no figure to reach."))
    return "trend_only", reason


def flow_open(counted: Counted) -> Verdict | None:
    """Apply line g: a flow bounded above whose window is still open."""
    if not counted.bounded_above or counted.evidence.as_of > counted.rollup.year.end:
        return None
    template = N_("{amount} so far; the target is {bar} and {year} runs until {end}.")
    return "in_progress", counted.said(template, year=counted.rollup.year, end=counted.rollup.year.end)


def met(counted: Counted) -> Verdict | None:
    """Apply line h: the comparison holds."""
    if not counted.reaches(counted.bar):
        return None
    if counted.window_open:
        return "met", counted.said(N_("{amount} up to {until}; the target is {bar}, and the period is not over."))
    return "met", counted.said(N_("{amount} for {period}; the target is {bar}."))


def not_met(counted: Counted) -> Verdict | None:
    """Apply line i: the due date has passed."""
    if not counted.evidence.past_due:
        return None
    return "not_met", counted.said(N_("{amount} for {period}; the target is {bar} and fell due on {due}."))


def milestone_due(counted: Counted) -> Verdict | None:
    """Apply line j: a milestone is due."""
    milestone = counted.milestone
    if milestone is None:
        return None
    shown = counted.amount_of(milestone.exact)
    if counted.reaches(milestone):
        return "on_track", counted.said(
            N_("{amount} for {period}; the milestone of {milestone} is reached, the target is {bar} by {due}."), milestone=shown
        )
    return "behind", counted.said(
        N_("{amount} for {period}; the milestone of {milestone} is not reached, the target is {bar} by {due}."), milestone=shown
    )


def in_progress(counted: Counted) -> Verdict:
    """Apply line k: otherwise."""
    return "in_progress", counted.said(N_("{amount} for {period}; the target is {bar} by {due}."))


RULES: tuple[Callable[[Counted], Verdict | None], ...] = (broken, outdated, incomplete, no_case, trend_only, flow_open, met, not_met, milestone_due)
"""The rules in their order, behind the one that looks at the year alone (`not_assessed`) and before the last (`in_progress`)."""
