"""How plans stand: the combined view with a line per plan, and one plan in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from planmonitor import Population
from planmonitor.assessment.checking import CheckedPlan, FoundBy
from planmonitor.assessment.left_open import left_open
from planmonitor.registry.catalogue import Problem
from planmonitor.workspace.judging import Judged
from planmonitor_exchange.machine.rows import Row
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.layout import rows_text, terminal_lines, wrapped
from planmonitor_cli.screens.ahead import ahead_lines
from planmonitor_cli.screens.attention import NOTHING_FOLLOWED, add_attention, plan_name
from planmonitor_cli.screens.measures import plan_lines, population_lines
from planmonitor_cli.screens.screen import Screen

HEADERS = (
    *(N_("Plan"), N_("Met"), N_("Not met"), N_("Behind"), N_("Under way"), N_("Lacking figures"), N_("Not judged")),
    *(N_("Reports overdue"), N_("Next report"), N_("To deal with")),
)
LEGEND = N_("Met: target lines met, of how many. Not judged: no case, no bar, no year of assessment. To deal with: findings to settle or look at.")
SO_FAR = N_("(est.) so many of them rest on an estimate, or on a period that is not over")
WHO = N_("Who owes what by when:")
EACH = N_("Every measure of a plan:")
WHY = N_("Why a measure has its status:")


def heading(say: Speaker, place: str, as_of: date, *, year: int | None, clock: str | None, notice: str) -> list[str]:
    """Return the lines above every status: what, where, on which day or of which year, and what to bear in mind."""
    title = say(N_("STATUS OF PLANS ON {day}"), day=as_of) if year is None else say(N_("STATUS OF PLANS, REPORTING YEAR {year}"), year=str(year))
    lines = [title + (f" - {place}" if place else "")]
    if clock is not None:
        lines.append(say(clock))
    if notice:
        lines.append(notice)
    return [*map(wrapped, lines), ""]


def combined_view(heading: Sequence[str], judged: Judged, problems: Sequence[Problem], say: Speaker, *, explain: bool) -> str:
    """Return the screen of several plans: a line for each, what needs attention, what is ahead.

    Args:
        heading: The lines above.
        judged: The plans, judged, and what was found between them.
        problems: What went wrong with plugins.
        say: The language.
        explain: Whether to show each plan in full too, and to leave nothing out.
    """
    screen, plans = Screen(None if explain else terminal_lines()), [plan for plan in judged.plans if not judged.is_over(plan)]
    over = [plan for plan in judged.plans if judged.is_over(plan)]
    screen.must(*heading)
    if plans:
        screen.must(rows_text(tuple(map(say, HEADERS)), [plan_row(checked, say) for checked in plans]))
    elif not problems and not over:
        screen.must(wrapped(say(NOTHING_FOLLOWED)))
    screen.must(*over_lines(over, say))
    # Below the table: in it, what a broken plugin has to say would change the columns of the sound plans. And beyond the room:
    # it pushes nothing of theirs off the screen.
    screen.must(*(wrapped(say.problem(problem), "! ", "  ") for problem in problems), beyond=True)
    if explain:
        screen.must(*(line for checked in judged.plans for line in ("", *plan_lines(checked, say, explain=True))))
    if plans:
        early = any(checked.judged.met_early for checked in plans)
        screen.must(*(wrapped(say(line), following="  ") for line in (LEGEND, *([SO_FAR] if early else []))))
        add_attention(screen, plans, judged.between, say, named=not explain or len(plans) > 1, explained=explain, over=over)
        first = plans[0].judged.plan
        screen.must(*ahead_lines(judged.plans, judged.calendar, say), "", say(WHO), "    monitor todo")
        screen.must(say(EACH), f'    monitor status --plan "{plan_name(first, say)}"', why_line(plans[0], say))
    return screen.text()


def over_lines(over: Sequence[CheckedPlan], say: Speaker) -> Iterator[str]:
    """Yield a line for each plan that has ended in a year that was closed, with how many matters of it stay open."""
    for checked in over:
        name = plan_name(checked.judged.plan, say)
        ended = N_('Ended, year closed: {plan}; {count} matters stay open: monitor status --plan "{plan}"')
        yield wrapped(say(ended, plan=name, count=left_open(checked).count), "", "  ")


def plan_view(
    heading: Sequence[str], checked: CheckedPlan, between: Sequence[FoundBy], populations: Mapping[str, Population], say: Speaker, *, explain: bool
) -> str:
    """Return the screen of one plan: every measure, its base populations, and what needs attention."""
    screen = Screen(None)
    screen.must(*heading, *plan_lines(checked, say, explain=explain), *population_lines(checked, populations, say))
    add_attention(screen, [checked], between, say, named=False, explained=explain)
    screen.must("", why_line(checked, say))
    return screen.text()


def why_line(checked: CheckedPlan, say: Speaker) -> str:
    """Return the line that says how to see why a measure has its status, with one of the plan's own."""
    measures = checked.judged.measures
    return f"{say(WHY)}\n    monitor show {measures[0].id}" if measures else ""


def plan_row(checked: CheckedPlan, say: Speaker) -> Row:
    """Return a plan's line: its target lines by status, reports, next deadline, findings; of one not begun only from when it runs."""
    plan, counts = checked.judged.plan, checked.judged.indicator_counts()
    name = "\n".join((plan_name(plan, say), *_about(checked, say)))
    following = next_deadline(checked, say)
    if not checked.judged.begun:
        return (name, *[""] * 7, following, "")
    overdue = sum(item.state == "overdue" for item in checked.judged.deadlines)
    found = sum(item.finding.state == "found" and item.severity in {"error", "warning"} for item in checked.findings)
    return (
        name,
        _met_of(checked, say),
        str(counts["not_met"]),
        str(counts["behind"]),
        str(counts["in_progress"] + counts["on_track"]),
        str(counts["incomplete"] + counts["no_data"]),
        str(counts["no_case"] + counts["trend_only"] + counts["not_assessed"]),
        str(overdue),
        following,
        str(found),
    )


def _about(checked: CheckedPlan, say: Speaker) -> list[str]:
    """Return what is to be known of a plan beside its counts: that it has not begun, or has ended, and to which day its figures run."""
    judged = checked.judged
    if not judged.begun:
        return [say(N_("not begun: from {day}"), day=judged.plan.start)]
    ended = [say(N_("ended on {day}"), day=judged.plan.end)] if judged.plan.end < judged.as_of else []
    values = [item.value for item in judged.measures if item.value is not None and item.measure.scope == "target"]
    if not values:
        return ended
    newest = max(value.until for value in values)
    estimated = any(value.until == newest and value.state == "estimated" for value in values)
    return [*ended, say(N_("figures up to {day} (est.)") if estimated else N_("figures up to {day}"), day=newest)]


def _met_of(checked: CheckedPlan, say: Speaker) -> str:
    """Return how many target lines are met of how many, and below it how many of these may still change."""
    met, early = f"{checked.judged.indicator_counts()['met']}/{checked.judged.indicator_total}", checked.judged.met_early
    return "\n".join((met, say(N_("(est. {early})"), early=str(early)))) if early else met


def next_deadline(checked: CheckedPlan, say: Speaker) -> str:
    """Return the last day of the first report still to come, where that is a day off the last working day below it; or why there is none."""
    dated = [item for item in checked.judged.deadlines if item.last_day is not None]
    coming = next((item for item in dated if item.state == "not_due"), None)
    if coming is not None:
        day, working = coming.last_day, coming.last_working_day
        return say.value(day) if working in {None, day} else f"{say.value(day)}\n({say.value(working)})"
    undated = any(item.state == "undated" for item in checked.judged.deadlines)
    return say(N_("no report left")) if dated and not undated else say(N_("no date set"))
