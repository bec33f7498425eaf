"""`monitor status`: the combined view."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click
from attrs import evolve
from planmonitor.assessment.checking import CheckedPlan, FoundBy
from planmonitor.names import fold
from planmonitor_exchange.machine import status as status_json
from planmonitor_exchange.speaking.paragraphs import wrapped
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.options import Command, format_option, option, reading_options
from planmonitor_cli.output import echo, print_json, print_rows, table
from planmonitor_cli.screens import status as status_screen
from planmonitor_cli.session import Followed, Session, end_of, finish, unknown_unit

CLOCKS = {
    False: N_("From what was recorded by the end of that day; monitor.toml as it is today."),
    True: N_("From what is known now; monitor.toml as it is today."),
}


@click.command(
    cls=Command,
    help=N_("Show how the plans followed stand on a day: a line per plan, then what needs attention. With one --plan: every measure."),
    examples=("monitor status", "monitor status --plan van-son-2026-2030 --explain", "monitor status --as-of 2026-06-30 --format json"),
)
@option("--plan", "plans", multiple=True, help=N_("Only this plan; may be repeated."))
@option("--unit", default=None, help=N_("Only the measures and reports of this unit."))
@reading_options
@option("--strict", is_flag=True, help=N_("Exit code 1 where a target is not met, a report is overdue or a check finds an error."))
@option("--explain", is_flag=True, help=N_("Say why each measure has its status."))
@format_option
@click.pass_obj
def command(
    invocation: Invocation, plans: tuple[str, ...], unit: str | None, as_of: date | None, restated: bool, strict: bool, explain: bool, how: str
) -> None:
    """Print the combined view."""
    session = Session(invocation)
    followed = session.followed(plans)
    day = as_of or session.today
    with session.database(read_only=True) as database:
        recorded = session.recorded(database, None if restated or as_of is None else end_of(day))
    judged = session.assess(followed, recorded, day)
    between = session.between(judged, recorded)
    if unit is not None:
        judged = [_only(assessed, unit) for assessed in judged]
        if not any(assessed.measures or assessed.deadlines for assessed in judged):
            raise unknown_unit(unit, [item.plan for item in followed])
    if how == "json":
        _print_json(session, followed, judged, between, day, restated=restated)
    elif how != "table":
        _print_rows(session, judged, how)
    else:
        _print_screen(session, judged, between, day, clock=CLOCKS[restated] if restated or as_of else None, one=len(plans) == 1, explain=explain)
    needed = any(map(_attention_needed, judged)) or any(item.severity == "error" for item in between)
    finish(1 if strict and needed else session.exit_code)


def _only(assessed: CheckedPlan, unit: str) -> CheckedPlan:
    """Return the plan with the measures, reports and findings of one unit, named by id or name."""
    ids = {item.id for item in assessed.plan.units if unit == item.id or fold(unit) in map(fold, (item.name, *item.also))}
    indicators = []
    for item in assessed.judged.indicators:
        kept = tuple(judged for judged in item.measures if any(share.unit in ids for share in judged.measure.responsible))
        if kept:
            indicators.append(evolve(item, measures=kept))
    deadlines = (item for item in assessed.deadlines if item.unit in ids or (item.unit is None and ids & set(item.duty.reporters)))
    return evolve(
        assessed,
        judged=evolve(assessed.judged, indicators=tuple(indicators), deadlines=tuple(deadlines)),
        findings=tuple(item for item in assessed.findings if ids & set(item.finding.units)),
    )


def _attention_needed(assessed: CheckedPlan) -> bool:
    return (
        any(judged.status == "not_met" for judged in assessed.measures)
        or any(item.state == "overdue" for item in assessed.deadlines)
        or any(item.finding.state == "found" and item.severity == "error" for item in assessed.findings)
    )


def _print_json(
    session: Session, followed: Sequence[Followed], judged: Sequence[CheckedPlan], between: Sequence[FoundBy], day: date, *, restated: bool
) -> None:
    print_json(
        {
            "as_of": day,
            "restated": restated,
            "place": session.place_key(session.workspace.place) or None,
            "plans": [status_json.plan_json(assessed, item.plugin.plugin.name, session.say) for item, assessed in zip(followed, judged, strict=True)],
            "findings": [status_json.finding_json(item) for item in between],
            "problems": status_json.problems_json(session.problems, session.say),
        }
    )


def _print_rows(session: Session, judged: Sequence[CheckedPlan], how: str) -> None:
    say = session.say
    headers = (say(N_("Plan")), *status_screen.measure_headers(say))
    print_rows(headers, [(assessed.plan.id, *status_screen.measure_row(item, say, 1000)) for assessed in judged for item in assessed.measures], how)
    session.tell_problems()


def _print_screen(
    session: Session, judged: Sequence[CheckedPlan], between: Sequence[FoundBy], day: date, *, clock: str | None, one: bool, explain: bool
) -> None:
    say, place = session.say, session.place_name()
    lines = status_screen.heading(say, place, day, clock=clock, notice=session.workspace.notice)
    # Below the table: in it, what a broken plugin has to say would change the columns of the sound plans.
    broken = [] if one else [wrapped(say.problem(problem), "! ", "  ") for problem in session.problems]
    if one:
        lines += status_screen.plan_lines(judged[0], say, explain=explain)
    elif judged:
        rows = [status_screen.plan_row(assessed, say) for assessed in judged]
        lines.append(table(status_screen.plan_headers(say), rows, status_screen.PLAN_WIDTHS))
    elif not session.problems:
        lines.append(say(N_("No plan is followed yet. Next: monitor plans list --all, then monitor plans follow PLAN")))
    lines += broken
    if explain and not one:
        lines += [line for assessed in judged for line in ("", *status_screen.plan_lines(assessed, say, explain=True))]
    if judged:
        end = [] if one else status_screen.ahead_lines(judged, say)
        end += ["", say(N_("Why a measure has its status: monitor show CODE"))]
        # What a broken plugin has to say comes on top: it pushes nothing of the sound plans off the screen.
        room = None if one or explain else status_screen.SCREEN - _height([*lines, *end]) + _height(broken)
        lines += [*status_screen.attention_lines(judged, between, say, room), *end]
    echo("\n".join(lines))
    if one:
        session.tell_problems()


def _height(blocks: Sequence[str]) -> int:
    """Return how many lines some blocks of text take."""
    return sum(block.count("\n") + 1 for block in blocks)
