"""`monitor status`: the combined view."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click
from planmonitor.assessment.plans import AssessedPlan
from planmonitor.workspace.judging import Judged, judge
from planmonitor.workspace.opening import Workspace
from planmonitor_exchange.machine import status as status_json
from planmonitor_exchange.speaking.paragraphs import wrapped
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import finish, opened
from planmonitor_cli.options import Command, format_option, option, reading_options
from planmonitor_cli.output import echo, print_json, print_rows, table
from planmonitor_cli.screens import status as status_screen

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
    one = len(plans) == 1
    with opened(invocation, told=how == "json" or (how == "table" and not one)) as workspace:
        judged = judge(workspace, plans, as_of, restated=restated)
        judged = judged.of_unit(unit) if unit is not None else judged
        if how == "json":
            _print_json(workspace, judged, restated=restated)
        elif how != "table":
            _print_rows(judged, how)
        else:
            _print_screen(workspace, judged, clock=CLOCKS[restated] if restated or as_of else None, one=one, explain=explain)
        needed = any(map(_attention_needed, judged.plans)) or any(item.severity == "error" for item in judged.between)
        finish(1 if strict and needed else 0)


def _attention_needed(assessed: AssessedPlan) -> bool:
    return (
        any(judged.status == "not_met" for judged in assessed.measures)
        or any(item.state == "overdue" for item in assessed.deadlines)
        or any(item.finding.state == "found" and item.severity == "error" for item in assessed.findings)
    )


def _print_json(workspace: Workspace, judged: Judged, *, restated: bool) -> None:
    say = Speaker()
    print_json(
        {
            "as_of": judged.day,
            "restated": restated,
            "place": workspace.place_key(workspace.file.place) or None,
            "plans": [
                status_json.plan_json(assessed, item.plugin.plugin.name, say) for item, assessed in zip(judged.followed, judged.plans, strict=True)
            ],
            "findings": [status_json.finding_json(item) for item in judged.between],
            "problems": status_json.problems_json(workspace.problems, say),
        }
    )


def _print_rows(judged: Judged, how: str) -> None:
    say = Speaker()
    headers = (say(N_("Plan")), *status_screen.measure_headers(say))
    rows = [(assessed.plan.id, *status_screen.measure_row(item, say, 1000)) for assessed in judged.plans for item in assessed.measures]
    print_rows(headers, rows, how)


def _print_screen(workspace: Workspace, judged: Judged, *, clock: str | None, one: bool, explain: bool) -> None:
    say, plans, problems = Speaker(), judged.plans, workspace.problems
    lines = status_screen.heading(say, workspace.place_name(), judged.day, clock=clock, notice=workspace.file.notice)
    # Below the table: in it, what a broken plugin has to say would change the columns of the sound plans.
    broken = [] if one else [wrapped(say.problem(problem), "! ", "  ") for problem in problems]
    if one:
        lines += status_screen.plan_lines(plans[0], say, explain=explain)
    elif plans:
        rows = [status_screen.plan_row(assessed, say) for assessed in plans]
        lines.append(table(status_screen.plan_headers(say), rows, status_screen.PLAN_WIDTHS))
    elif not problems:
        lines.append(say(N_("No plan is followed yet. Next: monitor plans list --all, then monitor plans follow PLAN")))
    lines += broken
    if explain and not one:
        lines += [line for assessed in plans for line in ("", *status_screen.plan_lines(assessed, say, explain=True))]
    if plans:
        end = [] if one else status_screen.ahead_lines(plans, say)
        end += ["", say(N_("Why a measure has its status: monitor show CODE"))]
        # What a broken plugin has to say comes on top: it pushes nothing of the sound plans off the screen.
        room = None if one or explain else status_screen.SCREEN - _height([*lines, *end]) + _height(broken)
        lines += [*status_screen.attention_lines(plans, judged.between, say, room), *end]
    echo("\n".join(lines))


def _height(blocks: Sequence[str]) -> int:
    """Return how many lines some blocks of text take."""
    return sum(block.count("\n") + 1 for block in blocks)
