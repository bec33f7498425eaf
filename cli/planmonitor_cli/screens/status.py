"""How plans stand: the combined view with a line per plan, and one plan in full."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planmonitor.assessment.checking import CheckedPlan, FoundBy
from planmonitor.assessment.needed import needed_now
from planmonitor.assessment.workdays import Calendar
from planmonitor.registry.catalogue import Problem
from planmonitor.workspace.judging import Judged
from planmonitor_exchange.machine.rows import Row
from planmonitor_exchange.machine.status import last_working_day
from planmonitor_exchange.speaking.paragraphs import wrapped
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.output import table
from planmonitor_cli.screens.attention import add_attention, plan_name
from planmonitor_cli.screens.deadlines import about_last_day
from planmonitor_cli.screens.measures import plan_lines
from planmonitor_cli.screens.questions import waiting_line
from planmonitor_cli.screens.screen import LINES, Screen

PLAN_WIDTHS = (32, 8, 5, 5, 8, 5, 7, 12, 5)
"""Widest the columns of the combined view may be: a screen has about a hundred letters."""

NEXT_DEADLINES = 3

SO_FAR = N_("(est.) so many of them rest on an estimate, or on a period that is not over")
WHY = N_("Why a measure has its status: monitor show CODE")


def heading(say: Speaker, place: str, as_of: date, *, clock: str | None, notice: str) -> list[str]:
    """Return the lines above every status: what, where, on which day, and what to bear in mind."""
    lines = [say(N_("STATUS OF PLANS ON {day}"), day=as_of) + (f" - {place}" if place else "")]
    if clock is not None:
        lines.append(say(clock))
    if notice:
        lines.append(notice)
    return [*lines, ""]


def combined_view(heading: Sequence[str], judged: Judged, problems: Sequence[Problem], say: Speaker, *, explain: bool) -> str:
    """Return the screen of several plans: a line for each, what needs attention, what is ahead.

    Args:
        heading: The lines above.
        judged: The plans, judged, and what was found between them.
        problems: What went wrong with plugins.
        say: The language.
        explain: Whether to show each plan in full too, and to leave nothing out.
    """
    screen, plans = Screen(None if explain else LINES), judged.plans
    screen.must(*heading)
    if plans:
        screen.must(table(plan_headers(say), [plan_row(checked, judged.calendar, say) for checked in plans], PLAN_WIDTHS))
    elif not problems:
        screen.must(say(N_("No plan is followed yet. Next: monitor plans list --all, then monitor plans follow PLAN")))
    # Below the table: in it, what a broken plugin has to say would change the columns of the sound plans. And beyond the room:
    # it pushes nothing of theirs off the screen.
    screen.must(*(wrapped(say.problem(problem), "! ", "  ") for problem in problems), beyond=True)
    if explain:
        screen.must(*(line for checked in plans for line in ("", *plan_lines(checked, say, explain=True))))
    if plans:
        if any(checked.judged.met_early for checked in plans):
            screen.must(say(SO_FAR))
        add_attention(screen, plans, judged.between, say, named=not explain or len(plans) > 1)
        screen.must(*ahead_lines(plans, judged.calendar, say), "", say(WHY))
    return screen.text()


def plan_view(heading: Sequence[str], checked: CheckedPlan, between: Sequence[FoundBy], say: Speaker, *, explain: bool) -> str:
    """Return the screen of one plan: every measure, and what needs attention."""
    screen = Screen(None)
    screen.must(*heading, *plan_lines(checked, say, explain=explain))
    add_attention(screen, [checked], between, say, named=False)
    screen.must("", say(WHY))
    return screen.text()


def plan_headers(say: Speaker) -> Row:
    """Return the headings of the combined view."""
    return tuple(
        say(template)
        for template in (
            N_("Plan"),
            N_("Met"),
            N_("Not met"),
            N_("Under way"),
            N_("Lacking figures"),
            N_("Other"),
            N_("Reports"),
            N_("Next due"),
            N_("Found"),
        )
    )


def plan_row(assessed: CheckedPlan, calendar: Calendar, say: Speaker) -> Row:
    """Return a plan's line: its target lines by status, reports, next deadline, findings."""
    counts = assessed.judged.indicator_counts()
    done = assessed.judged.completeness
    found = sum(item.finding.state == "found" for item in assessed.findings)
    return (
        "\n".join(dict.fromkeys((plan_name(assessed.judged.plan, say), assessed.judged.plan.id))),
        _met_of(assessed, say),
        str(counts["not_met"]),
        str(counts["in_progress"] + counts["on_track"] + counts["behind"]),
        str(counts["incomplete"] + counts["no_data"]),
        str(counts["no_case"] + counts["trend_only"] + counts["not_assessed"]),
        f"{done.received}/{done.expected}",
        next_deadline(assessed, calendar, say),
        str(found),
    )


def _met_of(assessed: CheckedPlan, say: Speaker) -> str:
    """Return how many target lines are met of how many, and below it how many of these may still change."""
    met, early = f"{assessed.judged.indicator_counts()['met']}/{assessed.judged.indicator_total}", assessed.judged.met_early
    return "\n".join((met, say(N_("(est. {early})"), early=str(early)))) if early else met


def next_deadline(assessed: CheckedPlan, calendar: Calendar, say: Speaker) -> str:
    """Return the last day of the first report still to come, where that is a day off the last working day below it; or why there is none."""
    dated = [item for item in assessed.judged.deadlines if item.last_day is not None]
    coming = [item.last_day for item in dated if item.last_day is not None and item.state == "not_due"]
    if coming:
        working = last_working_day(coming[0], calendar)
        return say.day(coming[0]) if working in {None, coming[0]} else f"{say.day(coming[0])}\n({say.value(working)})"
    return say(N_("all past")) if dated else say(N_("no date set"))


def ahead_lines(assessed: Sequence[CheckedPlan], calendar: Calendar, say: Speaker) -> list[str]:
    """Return the next deadlines of several plans, and how many open questions the place has not answered."""
    coming = sorted(
        ((item.last_day, plan, item) for plan in assessed for item in plan.judged.deadlines if item.last_day is not None and item.state == "not_due"),
        key=lambda entry: (entry[0], entry[1].judged.plan.id, entry[2].unit or ""),
    )
    lines = ["", say(N_("NEXT REPORTS"))]
    for day, plan, item in coming[:NEXT_DEADLINES]:
        days = (day - plan.judged.as_of).days
        when = say(N_("in {days} days"), days=days) if days else say(N_("today is the last day"))
        said = say(
            N_("{day} ({when}): {unit}, {report}, {period}, {received}/{expected} figures in ({plan})"),
            day=day,
            when="; ".join((when, *about_last_day(item, say, calendar))),
            unit=item.unit_name or say(N_("the place")),
            report=item.duty.called,
            period=item.period,
            received=str(item.received),
            expected=str(item.expected),
            plan=plan_name(plan.judged.plan, say),
        )
        lines.append(wrapped(said, "- ", "  "))
    if not coming:
        lines.append(say(N_("- none with a date ahead")))
    return [*lines, *_questions(assessed, say)]


def _questions(assessed: Sequence[CheckedPlan], say: Speaker) -> list[str]:
    """Return how many open questions have to be answered now, and how many can wait."""
    plans = [checked.judged.plan for checked in assessed]
    needed = [{item.question.id for item in needed_now(checked)} for checked in assessed]
    others = sum(item.id not in {*plan.answers, *now} for plan, now in zip(plans, needed, strict=True) for item in plan.questions)
    waiting = sum(map(len, needed))
    return ["", waiting_line(waiting, others, say)] if waiting or others else []
