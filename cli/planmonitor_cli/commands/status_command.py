"""`monitor status`: the combined view."""

from __future__ import annotations

from datetime import date

import click
from planmonitor.assessment.checking import CheckedPlan
from planmonitor.workspace.judging import Judged, judge, of_unit
from planmonitor.workspace.opening import Workspace
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import finish, opened
from planmonitor_cli.options import Command, format_option, option, reading_options
from planmonitor_cli.output import echo, print_json, print_rows
from planmonitor_cli.screens import status as status_screen
from planmonitor_cli.screens.measures import measure_headers, measure_row

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
        judged = of_unit(workspace, judged, unit) if unit is not None else judged
        if how == "json":
            _print_json(workspace, judged, restated=restated)
        elif how != "table":
            _print_rows(judged, how)
        else:
            _print_screen(workspace, judged, clock=CLOCKS[restated] if restated or as_of else None, one=one, explain=explain)
        needed = any(map(_attention_needed, judged.plans)) or any(item.severity == "error" for item in judged.between)
        finish(1 if strict and needed else 0)


def _attention_needed(checked: CheckedPlan) -> bool:
    return (
        any(judged.status == "not_met" for judged in checked.judged.measures)
        or any(item.state == "overdue" for item in checked.judged.deadlines)
        or any(item.finding.state == "found" and item.severity == "error" for item in checked.findings)
    )


def _print_json(workspace: Workspace, judged: Judged, *, restated: bool) -> None:
    from planmonitor_exchange.machine import status as status_json

    say = Speaker()
    print_json(
        {
            "as_of": judged.day,
            "restated": restated,
            "place": workspace.place_key(workspace.file.place) or None,
            "plans": [
                status_json.plan_json(one, workspace.catalogue.plugin_of(one.judged.plan).plugin.name, workspace.file.calendar, say)
                for one in judged.plans
            ],
            "findings": [status_json.finding_json(item) for item in judged.between],
            "problems": status_json.problems_json(workspace.problems, say),
        }
    )


def _print_rows(judged: Judged, how: str) -> None:
    say = Speaker()
    rows = [(checked.judged.plan.id, *measure_row(item, say, 1000)) for checked in judged.plans for item in checked.judged.measures]
    print_rows((say(N_("Plan")), *measure_headers(say)), rows, how)


def _print_screen(workspace: Workspace, judged: Judged, *, clock: str | None, one: bool, explain: bool) -> None:
    say = Speaker()
    heading = status_screen.heading(say, workspace.place_name(), judged.day, clock=clock, notice=workspace.file.notice)
    if one:
        echo(status_screen.plan_view(heading, judged.plans[0], judged.between, say, explain=explain))
    else:
        echo(status_screen.combined_view(heading, judged, workspace.problems, say, explain=explain))
